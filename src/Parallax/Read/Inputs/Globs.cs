namespace Parallax.Read;

/// <summary>Matches paths against patterns: <c>*</c> and <c>?</c> inside one segment, <c>**</c> for any number of segments.</summary>
internal static class Globs
{
    /// <summary>Whether <paramref name="path"/> matches, both split at slashes.</summary>
    public static bool Matches(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        // One row of the usual table: reached[j] says that the pattern so far covers the first j segments.
        bool[] reached = new bool[path.Length + 1];
        reached[0] = true;
        foreach (string segment in pattern)
        {
            bool[] next = new bool[path.Length + 1];
            for (int j = 0; j <= path.Length; j++)
            {
                next[j] = segment == "**"
                    ? reached[j] || (j > 0 && next[j - 1])
                    : j > 0 && reached[j - 1] && SegmentMatches(segment, path[j - 1]);
            }
            reached = next;
        }
        return reached[path.Length];
    }

    private static bool SegmentMatches(string pattern, string name)
    {
        int p = 0, n = 0, star = -1, mark = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == name[n]))
                (p, n) = (p + 1, n + 1);
            else if (p < pattern.Length && pattern[p] == '*')
                (star, mark, p) = (p, n, p + 1);
            else if (star >= 0)
                (p, n) = (star + 1, ++mark);
            else
                return false;
        }
        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }
}
