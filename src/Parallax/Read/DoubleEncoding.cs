using System.Buffers;
using System.Globalization;
using System.Text;

namespace Parallax.Read;

/// <summary>
/// Text that was UTF-8, was read as Windows-1252 and written as UTF-8 again: "donâ€™t", "cafÃ©". Put right only where it can be nothing else:
/// marks of print (a lead of "â€") that occur twice, and letters where every accented letter of the text is half of such a sequence.
/// </summary>
internal static class DoubleEncoding
{
    private const int Least = 2;

    // What Windows-1252 shows for the bytes 80 to 9F; the five it leaves open stand for themselves.
    private const string Shown = CharacterReferences.Windows1252;

    private static readonly SearchValues<char> HighLetters = SearchValues.Create([.. Enumerable.Range(0xC0, 0x40).Select(c => (char)c)]);

    /// <summary>The text with what was encoded twice put right, and how many characters that were.</summary>
    public static (string Text, int Repaired) Repair(string text)
    {
        int first = text.AsSpan().IndexOfAny(HighLetters);
        if (first < 0)
            return (text, 0);
        int print = 0, letters = 0, lone = 0;
        for (int at = first; at < text.Length;)
        {
            int length = Sequence(text, at, out int point);
            if (length == 0)
                lone++;
            else if (IsPrint(text, at, length))
                print++;
            else if (IsLikely(point))
                letters++;
            else
                lone++;
            at = Next(text, at + Math.Max(1, length));
            // A text with letters of its own and no sign of damage is what nearly all are.
            if (lone > 1000 && print == 0 && letters == 0)
                return (text, 0);
        }
        bool all = lone == 0 && letters + print >= Least;
        return all || print >= Least ? Replace(text, first, all) : (text, 0);
    }

    private static (string Text, int Repaired) Replace(string text, int first, bool letters)
    {
        StringBuilder result = new(text.Length);
        int copied = 0, repaired = 0;
        for (int at = first; at < text.Length;)
        {
            int length = Sequence(text, at, out int point);
            if (length > 0 && (IsPrint(text, at, length) || (letters && IsLikely(point))))
            {
                result.Append(text, copied, at - copied).Append(char.ConvertFromUtf32(point));
                copied = at + length;
                repaired++;
            }
            at = Next(text, at + Math.Max(1, length));
        }
        return (result.Append(text, copied, text.Length - copied).ToString(), repaired);
    }

    private static int Next(string text, int from)
    {
        int at = from >= text.Length ? -1 : text.AsSpan(from).IndexOfAny(HighLetters);
        return at < 0 ? text.Length : from + at;
    }

    /// <summary>How many characters from <paramref name="at"/> are the bytes of one UTF-8 sequence; 0 where they are none.</summary>
    private static int Sequence(string text, int at, out int point)
    {
        int lead = text[at], length = lead is >= 0xC2 and <= 0xDF ? 2 : lead is >= 0xE0 and <= 0xEF ? 3 : lead is >= 0xF0 and <= 0xF4 ? 4 : 0;
        point = lead & (0xFF >> (length + 1));
        for (int i = 1; i < length; i++)
        {
            int tail = at + i < text.Length ? Byte(text[at + i]) : -1;
            if (tail is < 0x80 or > 0xBF)
            {
                // The closing quotation mark ends in a byte that Windows-1252 leaves open and that cleaning programs drop.
                point = 0x201D;
                return i == 2 && lead == 0xE2 && text[at + 1] == '\u20AC' ? 2 : 0;
            }
            point = (point << 6) | (tail & 0x3F);
        }
        bool valid = length > 0 && point <= 0x10FFFF && point is < 0xD800 or > 0xDFFF && point >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000);
        return valid ? length : 0;
    }

    private static int Byte(char c) => c switch
    {
        >= '\u00A0' and <= '\u00FF' => c,
        >= '\u0080' and <= '\u009F' => c,
        _ => Shown.IndexOf(c, StringComparison.Ordinal) is >= 0 and int index ? 0x80 + index : -1,
    };

    private static bool IsPrint(string text, int at, int length) => length is 2 or 3 && text[at] == '\u00E2' && text[at + 1] == '\u20AC';

    /// <summary>What texts are made of: letters, marks and symbols in use; not what chance makes of two capitals.</summary>
    private static bool IsLikely(int point) => point switch
    {
        < 0xA0 => false,
        < 0x180 => true,
        < 0x370 => false,
        _ => CharUnicodeInfo.GetUnicodeCategory(point) is not (UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Control or UnicodeCategory.Surrogate),
    };
}
