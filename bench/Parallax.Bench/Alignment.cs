using System.Globalization;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>Counts behind precision, recall and F1; immutable, added up over documents.</summary>
/// <param name="Right">Found and in the gold set.</param>
/// <param name="Found">All that was found.</param>
/// <param name="Gold">All of the gold set.</param>
internal readonly record struct Tally(long Right, long Found, long Gold)
{
    public double Precision => Found == 0 ? 0 : (double)Right / Found;

    public double Recall => Gold == 0 ? 0 : (double)Right / Gold;

    public double F1 => Found + Gold == 0 ? 0 : 2.0 * Right / (Found + Gold);

    public static Tally operator +(Tally left, Tally right) => new(left.Right + right.Right, left.Found + right.Found, left.Gold + right.Gold);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"precision {Precision:0.000}, recall {Recall:0.000}; {Right} right of {Found} found, {Gold} gold");
}

/// <summary>Compares spans that were found with those of a gold set.</summary>
internal static class Alignment
{
    /// <summary>Items that are exactly the same; one that is given twice counts once.</summary>
    public static Tally Same<T>(IEnumerable<T> gold, IEnumerable<T> found)
    {
        HashSet<T> wanted = [.. gold];
        HashSet<T> got = [.. found];
        return new Tally(got.Count(wanted.Contains), got.Count, wanted.Count);
    }

    /// <summary>Spans that are exactly the same; one that is given twice counts once.</summary>
    public static Tally Exact(IEnumerable<TextSpan> gold, IEnumerable<TextSpan> found) => Same(gold, found);

    /// <summary>
    /// Pairs each gold span with at most one found span and the other way round: first those that are the same, then, in text order, those
    /// that share a character. Gives the index of the found span for each gold span, or -1.
    /// </summary>
    public static int[] Pair(IReadOnlyList<TextSpan> gold, IReadOnlyList<TextSpan> found)
    {
        int[] pairs = new int[gold.Count];
        bool[] taken = new bool[found.Count];
        Array.Fill(pairs, -1);
        foreach (bool exact in new[] { true, false })
        {
            for (int g = 0; g < gold.Count; g++)
            {
                for (int f = 0; f < found.Count && pairs[g] < 0; f++)
                {
                    if (!taken[f] && (exact ? gold[g] == found[f] : gold[g].Overlaps(found[f])))
                        (pairs[g], taken[f]) = (f, true);
                }
            }
        }
        return pairs;
    }
}

/// <summary>Turns positions counted in Unicode code points into UTF-16 positions of the same text.</summary>
internal sealed class CodePoints
{
    private readonly List<int> _starts = [];

    public CodePoints(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            _starts.Add(i);
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
        }
        _starts.Add(text.Length);
    }

    /// <summary>The UTF-16 span of the code points from <paramref name="first"/> to <paramref name="end"/>, not included.</summary>
    public TextSpan Span(int first, int end) => TextSpan.FromBounds(_starts[first], _starts[end]);

    /// <summary>The code points of a UTF-16 span: the first, and the one after the last. An end inside a pair counts the pair whole.</summary>
    public (int First, int End) Of(TextSpan span) => (Point(span.Start), Point(span.End));

    private int Point(int unit) => _starts.BinarySearch(unit) is int at and >= 0 ? at : ~_starts.BinarySearch(unit);
}
