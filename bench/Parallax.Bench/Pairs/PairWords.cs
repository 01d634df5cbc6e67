using Parallax.Text;

namespace Parallax.Bench;

/// <summary>How the words of an expectation are compared with those of a report: case, accents and possessive endings do not matter.</summary>
internal static class PairWords
{
    /// <summary>Whether all the words of <paramref name="wanted"/> are among those of <paramref name="text"/>.</summary>
    public static bool Holds(string text, string wanted)
    {
        HashSet<string> words = [.. Split(text)];
        return Split(wanted).All(words.Contains);
    }

    /// <summary>Whether two texts have the same words but for an article before them.</summary>
    public static bool Same(string left, string right) => string.Join(' ', Bare(left)) == string.Join(' ', Bare(right));

    /// <summary>"AtLeast" as <c>at-least</c>.</summary>
    public static string Hyphened(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static IEnumerable<string> Bare(string text) => Split(text).SkipWhile((word, i) => i == 0 && word is "the" or "a" or "an");

    private static List<string> Split(string text)
    {
        string folded = Folding.Fold(text).Replace("'s ", " ", StringComparison.Ordinal).Replace("’s ", " ", StringComparison.Ordinal);
        List<string> words = [];
        int start = -1;
        for (int i = 0; i <= folded.Length; i++)
        {
            if (i < folded.Length && char.IsLetterOrDigit(folded[i]))
            {
                start = start < 0 ? i : start;
                continue;
            }
            if (start >= 0)
                words.Add(folded[start..i]);
            start = -1;
        }
        if (words.Count > 1 && words[^1] == "s")
            words.RemoveAt(words.Count - 1);
        return words;
    }
}
