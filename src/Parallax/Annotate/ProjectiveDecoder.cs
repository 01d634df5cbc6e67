namespace Parallax.Annotate;

/// <summary>
/// The best tree of given scores whose arcs do not cross (Eisner 1996), with one root. Arcs of edited English hardly ever cross, so crossing
/// arcs in the best free tree mostly show a word that was hung on the wrong side of its verb.
/// </summary>
internal static class ProjectiveDecoder
{
    // Cost grows with the third power of the length: at this one it is still about a millisecond.
    private const int LongestSentence = 90;

    /// <summary>Whether two arcs of the tree cross, and the sentence is short enough to do something about it.</summary>
    public static bool Crosses(ReadOnlySpan<int> heads)
    {
        if (heads.Length is < 4 or > LongestSentence)
            return false;
        for (int word = 0; word < heads.Length; word++)
        {
            if (heads[word] < 0)
                continue;
            (int first, int last) = heads[word] < word ? (heads[word], word) : (word, heads[word]);
            for (int inside = first + 1; inside < last; inside++)
            {
                if (heads[inside] < first || heads[inside] > last)
                    return true;
            }
        }
        return false;
    }

    /// <summary>The head of each word, -1 for the root.</summary>
    /// <param name="scores">Row = dependent, column = head; column <paramref name="length"/> is the root.</param>
    /// <param name="length">Number of words.</param>
    /// <param name="columns">Numbers in a row of <paramref name="scores"/>.</param>
    /// <param name="known">The word that is known to be the root, or -1.</param>
    public static int[] Decode(ReadOnlySpan<float> scores, int length, int columns, int known = -1)
    {
        Chart chart = new(length);
        for (int width = 1; width < length; width++)
        {
            for (int left = 0; left + width < length; left++)
                Fill(chart, scores, columns, left, left + width);
        }
        int root = 0;
        float most = float.NegativeInfinity;
        for (int word = 0; word < length; word++)
        {
            float score = chart.ToLeft[chart.At(0, word)] + chart.ToRight[chart.At(word, length - 1)] + scores[(word * columns) + length];
            if (known < 0 ? score > most : word == known)
                (most, root) = (score, word);
        }
        int[] heads = new int[length];
        heads[root] = -1;
        Trace(chart, heads, 0, root, Span.ToLeft);
        Trace(chart, heads, root, length - 1, Span.ToRight);
        return heads;
    }

    private enum Span
    {
        /// <summary>Headed by its last word, nothing more to come.</summary>
        ToLeft,

        /// <summary>Headed by its first word, nothing more to come.</summary>
        ToRight,

        /// <summary>An arc from the last word to the first.</summary>
        ArcLeft,

        /// <summary>An arc from the first word to the last.</summary>
        ArcRight,
    }

    private static void Fill(Chart chart, ReadOnlySpan<float> scores, int columns, int left, int right)
    {
        int at = chart.At(left, right), split = left;
        float best = float.NegativeInfinity;
        for (int middle = left; middle < right; middle++)
        {
            float score = chart.ToRight[chart.At(left, middle)] + chart.ToLeft[chart.At(middle + 1, right)];
            if (score > best)
                (best, split) = (score, middle);
        }
        chart.ArcSplit[at] = split;
        chart.ArcLeft[at] = best + scores[(left * columns) + right];
        chart.ArcRight[at] = best + scores[(right * columns) + left];
        best = float.NegativeInfinity;
        for (int middle = left; middle < right; middle++)
        {
            float score = chart.ToLeft[chart.At(left, middle)] + chart.ArcLeft[chart.At(middle, right)];
            if (score > best)
                (best, chart.LeftSplit[at]) = (score, middle);
        }
        chart.ToLeft[at] = best;
        best = float.NegativeInfinity;
        for (int middle = left + 1; middle <= right; middle++)
        {
            float score = chart.ArcRight[chart.At(left, middle)] + chart.ToRight[chart.At(middle, right)];
            if (score > best)
                (best, chart.RightSplit[at]) = (score, middle);
        }
        chart.ToRight[at] = best;
    }

    private static void Trace(Chart chart, int[] heads, int left, int right, Span span)
    {
        Stack<(int Left, int Right, Span Span)> open = [];
        open.Push((left, right, span));
        while (open.TryPop(out (int Left, int Right, Span Span) part))
        {
            if (part.Left == part.Right)
                continue;
            int at = chart.At(part.Left, part.Right);
            switch (part.Span)
            {
                case Span.ToLeft:
                    open.Push((part.Left, chart.LeftSplit[at], Span.ToLeft));
                    open.Push((chart.LeftSplit[at], part.Right, Span.ArcLeft));
                    break;
                case Span.ToRight:
                    open.Push((part.Left, chart.RightSplit[at], Span.ArcRight));
                    open.Push((chart.RightSplit[at], part.Right, Span.ToRight));
                    break;
                default:
                    if (part.Span == Span.ArcLeft)
                        heads[part.Left] = part.Right;
                    else
                        heads[part.Right] = part.Left;
                    open.Push((part.Left, chart.ArcSplit[at], Span.ToRight));
                    open.Push((chart.ArcSplit[at] + 1, part.Right, Span.ToLeft));
                    break;
            }
        }
    }

    /// <summary>The best scores of all spans, and where each is split.</summary>
    private sealed class Chart(int length)
    {
        public float[] ToLeft { get; } = new float[length * length];

        public float[] ToRight { get; } = new float[length * length];

        public float[] ArcLeft { get; } = new float[length * length];

        public float[] ArcRight { get; } = new float[length * length];

        public int[] LeftSplit { get; } = new int[length * length];

        public int[] RightSplit { get; } = new int[length * length];

        public int[] ArcSplit { get; } = new int[length * length];

        public int At(int left, int right) => (left * length) + right;
    }
}
