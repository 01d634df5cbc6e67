using System.Text;

namespace Parallax.Read;

/// <summary>Brings decoded text into the one form all later stages rely on.</summary>
internal static class CharacterCleaning
{
    /// <summary>
    /// NFC, line ends as <c>\n</c>; soft hyphens, zero-width and bidirectional control characters and other controls removed, because they
    /// are invisible to a reader yet would split words and hide text from matching.
    /// </summary>
    public static string Clean(string text) => Clean(text, keepInvisible: false);

    /// <summary>The same for text taken as it stands, whose invisible characters stay.</summary>
    public static string Clean(string text, bool keepInvisible)
    {
        StringBuilder clean = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\r')
            {
                if (i + 1 >= text.Length || text[i + 1] != '\n')
                    clean.Append('\n');
            }
            else if (c is '\u2028' or '\u2029' or '\u0085' or '\v' or '\f')
                clean.Append('\n');
            else if (char.IsHighSurrogate(c))
            {
                // A lone surrogate cannot be normalised or written as UTF-8.
                if (i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                    clean.Append(c).Append(text[++i]);
                else
                    clean.Append('\uFFFD');
            }
            // Neither can U+FFFE, the byte order mark read the wrong way round.
            else if (char.IsLowSurrogate(c) || c == '\uFFFE')
                clean.Append('\uFFFD');
            else if (!IsInvisible(c) || (keepInvisible && !char.IsControl(c)))
                clean.Append(c);
        }
        string result = clean.ToString();
        return result.IsNormalized(NormalizationForm.FormC) ? result : result.Normalize(NormalizationForm.FormC);
    }

    /// <summary>White space runs, line ends included, as one blank; trimmed.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        StringBuilder folded = new(text.Length);
        bool blank = false;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                blank = folded.Length > 0;
                continue;
            }
            if (blank)
                folded.Append(' ');
            blank = false;
            folded.Append(c);
        }
        return folded.ToString();
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

    private static bool IsInvisible(char c) =>
        (c < ' ' && c is not ('\n' or '\t')) || c is '\u007F'
        || c is >= '\u0080' and <= '\u009F'
        || c is '\u00AD' or '\u034F' or '\u061C' or '\u180E' or '\uFEFF' or '\uFFF9' or '\uFFFA' or '\uFFFB'
        || c is >= '\u200B' and <= '\u200F'
        || c is >= '\u202A' and <= '\u202E'
        || c is >= '\u2060' and <= '\u206F';
}
