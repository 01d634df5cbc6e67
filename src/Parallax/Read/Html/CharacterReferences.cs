using System.Globalization;
using AngleSharp.Html;

namespace Parallax.Read;

/// <summary>Decodes one character reference of HTML as a browser does in text.</summary>
internal static class CharacterReferences
{
    private const int LongestName = 32;

    // What the numbers 128 to 159 have always been used for.
    public const string Windows1252 = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>How many characters the reference at the start of <paramref name="text"/>, an ampersand, takes; 1, and the ampersand itself, where it is none.</summary>
    public static int Read(ReadOnlySpan<char> text, out string decoded)
    {
        decoded = "&";
        return text.Length < 3 ? 1 : text[1] == '#' ? Number(text, ref decoded) : Name(text, ref decoded);
    }

    private static int Number(ReadOnlySpan<char> text, ref string decoded)
    {
        bool hex = text[2] is 'x' or 'X';
        int at = hex ? 3 : 2, from = at, point = 0;
        for (; at < text.Length && (hex ? char.IsAsciiHexDigit(text[at]) : char.IsAsciiDigit(text[at])); at++)
            point = Math.Min((point * (hex ? 16 : 10)) + int.Parse(text.Slice(at, 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), 0x110000);
        if (at == from)
            return 1;
        if (at < text.Length && text[at] == ';')
            at++;
        decoded = point switch
        {
            0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) => "\uFFFD",
            >= 0x80 and <= 0x9F => Windows1252[point - 0x80].ToString(),
            _ => char.ConvertFromUtf32(point),
        };
        return at;
    }

    private static int Name(ReadOnlySpan<char> text, ref string decoded)
    {
        int stop = 1;
        while (stop < text.Length && stop <= LongestName && char.IsAsciiLetterOrDigit(text[stop]))
            stop++;
        if (stop == 1)
            return 1;
        if (stop < text.Length && text[stop] == ';' && HtmlEntityProvider.Resolver.GetSymbol(text[1..(stop + 1)].ToString()) is { } symbol)
        {
            decoded = symbol;
            return stop + 1;
        }
        // Some old names need no semicolon; the longest that fits is taken.
        for (int end = Math.Min(stop, 7); end > 2; end--)
        {
            if (HtmlEntityProvider.Resolver.GetSymbol(text[1..end].ToString()) is not { } old)
                continue;
            decoded = old;
            return end;
        }
        return 1;
    }
}
