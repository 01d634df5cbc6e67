using System.Buffers;
using System.Globalization;
using System.Text;

namespace Parallax.Read;

/// <summary>
/// Brings decoded text into the one form all later stages rely on: NFC, line ends as <c>\n</c>, white space folded where a line is taken,
/// and nothing that a reader cannot see. Letters are never folded here.
/// </summary>
internal static class CharacterCleaning
{
    /// <summary>Most combining marks on one letter; no language uses more, and composing a long run takes time that grows with its square.</summary>
    private const int MostMarks = 30;

    /// <summary>
    /// NFC, line ends as <c>\n</c>; soft hyphens, zero-width and bidirectional control characters and other controls removed, because they
    /// are invisible to a reader yet would split words and hide text from matching.
    /// </summary>
    public static string Clean(string text) => Clean(text, keepInvisible: false);

    /// <summary>The same for text taken as it stands, whose invisible characters stay.</summary>
    public static string Clean(string text, bool keepInvisible) => Composed(CleanText.Of(text, keepInvisible).Text);

    /// <summary>White space runs, line ends included, as one blank; trimmed; what <see cref="Clean(string)"/> removes is removed.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        if (text.Length == 0)
            return "";
        char[]? rented = text.Length > 512 ? ArrayPool<char>.Shared.Rent(text.Length) : null;
        Span<char> folded = rented ?? stackalloc char[512];
        int length = 0;
        bool blank = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c <= ' ' ? c is ' ' or (>= '\t' and <= '\r') : c >= '\u0085' && char.IsWhiteSpace(c))
            {
                blank = length > 0;
                continue;
            }
            int taken = 1;
            if ((c < ' ' || c >= '\u007F') && InvisibleCharacters.At(text, i, out taken) is { } kind)
            {
                i += taken - 1;
                if (kind != InvisibleKind.Damaged)
                    continue;
                c = '\uFFFD';
                taken = 1;
            }
            if (blank)
                folded[length++] = ' ';
            blank = false;
            folded[length++] = c;
            for (int more = 1; more < taken; more++)
                folded[length++] = text[++i];
        }
        string result = folded[..length].SequenceEqual(text) ? Composed(text.ToString()) : Composed(folded[..length].ToString());
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
        return result;
    }

    /// <summary>NFC. Marks above thirty on one letter are left out.</summary>
    public static string Composed(string text)
    {
        // Every character below U+0300 is composed and stays so before any that is too.
        int first = text.AsSpan().IndexOfAnyInRange('\u0300', '\uFFFF');
        if (first < 0)
            return text;
        text = WithFewMarks(text, first);
        return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
    }

    /// <summary>Number of runs of characters that are not white space.</summary>
    public static int CountWords(ReadOnlySpan<char> text)
    {
        int words = 0;
        bool inWord = false;
        foreach (char c in text)
        {
            bool blank = char.IsWhiteSpace(c);
            if (!blank && !inWord)
                words++;
            inWord = !blank;
        }
        return words;
    }

    private static string WithFewMarks(string text, int from)
    {
        StringBuilder? kept = null;
        int run = 0, copied = 0;
        for (int i = from; i < text.Length; i++)
        {
            char c = text[i];
            if (c < '\u0300' || !IsMark(text, i))
            {
                run = 0;
                continue;
            }
            int length = char.IsSurrogate(c) ? 2 : 1;
            if (++run > MostMarks)
            {
                kept ??= new StringBuilder(text.Length);
                kept.Append(text, copied, i - copied);
                copied = i + length;
            }
            i += length - 1;
        }
        return kept is null ? text : kept.Append(text, copied, text.Length - copied).ToString();
    }

    private static bool IsMark(string text, int at)
    {
        char c = text[at];
        if (char.IsLowSurrogate(c) || (char.IsHighSurrogate(c) && (at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1]))))
            return false;
        return CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;
    }
}
