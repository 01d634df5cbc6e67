using Parallax.Text;

namespace Parallax.Read;

/// <summary>Finds reports that are one and the same.</summary>
internal static class ReportCopies
{
    /// <summary>
    /// The reports in the order of their ids; those with one id or the same bytes, or with a third report that is the same as both, are one report that
    /// lists the other paths as copies. The order of input does not matter.
    /// </summary>
    public static IReadOnlyList<Report> Collapse(IEnumerable<Report> reports)
    {
        Report[] all = [.. reports];
        Dictionary<string, int> firstOf = new(StringComparer.Ordinal);
        DisjointSets same = new(all.Length);
        for (int i = 0; i < all.Length; i++)
        {
            foreach (string key in KeysOf(all[i]))
            {
                if (!firstOf.TryAdd(key, i))
                    same.Join(i, firstOf[key]);
            }
        }
        return [.. same.Groups().Select(group => One(group.Select(i => all[i]))).OrderBy(report => report.Id, StringComparer.Ordinal)];
    }

    /// <summary>Reports that have one of these in common are the same.</summary>
    public static IReadOnlyList<string> KeysOf(Report report) => ["id " + report.Id, "bytes " + report.BytesSha256];

    /// <summary>The one report that <paramref name="copies"/> are.</summary>
    public static Report One(IEnumerable<Report> copies)
    {
        Report[] ordered = [.. copies.OrderBy(report => report.Path, StringComparer.Ordinal).ThenBy(report => report.Id, StringComparer.Ordinal)];
        string[] others = [.. ordered.SelectMany(report => report.Copies.Append(report.Path)).Where(path => path != ordered[0].Path)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return others.Length == 0 ? ordered[0] : ordered[0] with { Copies = others };
    }
}
