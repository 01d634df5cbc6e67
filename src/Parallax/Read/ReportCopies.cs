namespace Parallax.Read;

/// <summary>Finds reports that are one and the same.</summary>
internal static class ReportCopies
{
    /// <summary>Reports by id; those with one id or the same bytes are one report that lists the other paths as copies.</summary>
    public static IReadOnlyList<Report> Collapse(IEnumerable<Report> reports)
    {
        List<Report> byId = Merge(reports, report => report.Id);
        return [.. Merge(byId, report => report.BytesSha256).OrderBy(report => report.Id, StringComparer.Ordinal)];
    }

    private static List<Report> Merge(IEnumerable<Report> reports, Func<Report, string> key) =>
        [.. reports.GroupBy(key, StringComparer.Ordinal).Select(One)];

    private static Report One(IEnumerable<Report> copies)
    {
        Report[] ordered = [.. copies.OrderBy(report => report.Path, StringComparer.Ordinal).ThenBy(report => report.Id, StringComparer.Ordinal)];
        string[] others = [.. ordered.SelectMany(report => report.Copies.Append(report.Path)).Where(path => path != ordered[0].Path)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return others.Length == 0 ? ordered[0] : ordered[0] with { Copies = others };
    }
}
