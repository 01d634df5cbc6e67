using System.Globalization;
using System.Text;

namespace Parallax.Present;

/// <summary>Says where two texts part, so that a person can look.</summary>
internal static class TextDifference
{
    /// <summary>The first place where two texts differ, in words: position, and both characters.</summary>
    public static string? Describe(string expected, string found, int offset)
    {
        int common = expected.AsSpan().CommonPrefixLength(found);
        if (common == expected.Length && common == found.Length)
            return null;
        return string.Create(
            CultureInfo.InvariantCulture, $"at character {offset + common} the text has {Character(expected, common)}, not {Character(found, common)}");
    }

    /// <summary>The number of words: runs of characters that are not white space.</summary>
    public static int CountWords(string text)
    {
        int words = 0;
        bool inside = false;
        foreach (char c in text)
        {
            bool isWord = !char.IsWhiteSpace(c);
            if (isWord && !inside)
                words++;
            inside = isWord;
        }
        return words;
    }

    private static string Character(string text, int at)
    {
        if (at >= text.Length)
            return "its end";
        Rune rune = Rune.TryGetRuneAt(text, at, out Rune whole) ? whole : Rune.ReplacementChar;
        string name = string.Create(CultureInfo.InvariantCulture, $"U+{(rune == Rune.ReplacementChar ? text[at] : rune.Value):X4}");
        string shown = TerminalText.Clean(rune.ToString());
        return shown.Length > 0 ? $"'{shown}' ({name})" : name;
    }
}
