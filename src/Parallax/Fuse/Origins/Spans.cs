using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>Sets of spans in text order that do not overlap.</summary>
internal static class Spans
{
    /// <summary>All that <paramref name="spans"/> cover.</summary>
    public static IReadOnlyList<TextSpan> Union(IEnumerable<TextSpan> spans)
    {
        List<TextSpan> union = [];
        foreach (TextSpan span in spans.OrderBy(s => s.Start).ThenBy(s => s.End))
        {
            if (union.Count > 0 && span.Start <= union[^1].End)
                union[^1] = union[^1].Union(span);
            else
                union.Add(span);
        }
        return union;
    }

    /// <summary>How many code units they cover.</summary>
    public static int Length(IReadOnlyList<TextSpan> union) => union.Sum(s => s.Length);

    /// <summary>How many code units of <paramref name="union"/> are in <paramref name="other"/> too.</summary>
    public static int Common(IReadOnlyList<TextSpan> union, IReadOnlyList<TextSpan> other)
    {
        int common = 0;
        for (int i = 0, j = 0; i < union.Count && j < other.Count;)
        {
            common += Math.Max(0, Math.Min(union[i].End, other[j].End) - Math.Max(union[i].Start, other[j].Start));
            if (union[i].End <= other[j].End)
                i++;
            else
                j++;
        }
        return common;
    }
}
