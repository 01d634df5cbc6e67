namespace Parallax.Bench;

/// <summary>
/// How much of a text is in another: runs of four words counted as often as they occur. The measure of the article extraction benchmark:
/// precision and recall are taken per page and averaged, F1 is that of the averages.
/// </summary>
internal sealed class Shingles
{
    private const int Words = 4;

    private readonly Dictionary<(ulong, ulong), int> _counts = [];

    /// <summary>The shingles of <paramref name="text"/>; a text of fewer words than a shingle is one.</summary>
    public Shingles(string text)
    {
        List<ulong> words = [.. Tokens(text).Select(Hash)];
        for (int end = Math.Min(Words, words.Count); end <= words.Count && end > 0; end++)
        {
            (ulong, ulong) key = (0, 0);
            for (int i = Math.Max(0, end - Words); i < end; i++)
                key = unchecked(((key.Item1 * 0x9E3779B97F4A7C15UL) + words[i], (key.Item2 ^ words[i]) * 0xC2B2AE3D27D4EB4FUL));
            _counts[key] = _counts.GetValueOrDefault(key) + 1;
            Count++;
        }
    }

    /// <summary>Number of shingles.</summary>
    public int Count { get; }

    /// <summary>Shingles of this that <paramref name="other"/> has too.</summary>
    public int In(Shingles other) => _counts.Sum(pair => Math.Min(pair.Value, other._counts.GetValueOrDefault(pair.Key)));

    /// <summary>The words of a text: runs of letters, digits and underscores, case kept.</summary>
    public static IEnumerable<string> Tokens(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_'
                || char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark);
            if (inside && start < 0)
                start = i;
            else if (!inside && start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
        }
    }

    private static ulong Hash(string word)
    {
        ulong hash = 14695981039346656037UL;
        foreach (char c in word)
            hash = unchecked((hash ^ c) * 1099511628211UL);
        return hash;
    }
}
