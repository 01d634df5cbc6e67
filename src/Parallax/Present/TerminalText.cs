using System.Globalization;
using System.Text;

namespace Parallax.Present;

/// <summary>Report text is written by strangers: this makes it harmless on a terminal and in a single line.</summary>
internal static class TerminalText
{
    /// <summary>
    /// <paramref name="text"/> on one line: runs of white space become one blank; control characters (terminal escapes) and characters that
    /// reorder or hide text (bidirectional controls, zero-width characters) are left out.
    /// </summary>
    public static string Clean(string text)
    {
        StringBuilder clean = new(text.Length);
        bool blank = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                blank = clean.Length > 0;
                continue;
            }
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
                continue;
            if (blank)
                clean.Append(' ');
            blank = false;
            clean.Append(rune);
        }
        return clean.ToString();
    }
}
