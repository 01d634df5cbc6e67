using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>The order of the reports, and of each list of the contract: it depends on what is listed alone.</summary>
internal static class ContractOrder
{
    /// <summary>By id, then by path: two reports may have one id where they were not read together.</summary>
    public static readonly Comparer<ReportClaims> ByReport = Comparer<ReportClaims>.Create((a, b) =>
        string.CompareOrdinal(a.Source.Report.Id, b.Source.Report.Id) is int ids and not 0 ? ids : string.CompareOrdinal(a.Source.Report.Path, b.Source.Report.Path));

    public static ReportClaims[] InOrder(this IEnumerable<ReportClaims> reports) => [.. reports.Order(ByReport)];

    public static IReadOnlyList<Origin> InOrder(this IEnumerable<Origin> origins) => [.. origins.OrderBy(o => o.Reports[0], StringComparer.Ordinal)];

    public static IReadOnlyList<Actor> InOrder(this IEnumerable<Actor> actors) =>
        [.. actors.OrderBy(a => Folding.Fold(a.Name), StringComparer.Ordinal).ThenBy(a => a.Id, StringComparer.Ordinal)];

    public static IReadOnlyList<Place> InOrder(this IEnumerable<Place> places) =>
        [.. places.OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id, StringComparer.Ordinal)];

    public static IReadOnlyList<Event> InOrder(this IEnumerable<Event> events) =>
        [.. events.OrderBy(e => e.When?.Edtf ?? "~", StringComparer.Ordinal).ThenBy(e => e.Type).ThenBy(e => e.Id, StringComparer.Ordinal)];

    public static IReadOnlyList<Figure> InOrder(this IEnumerable<Figure> figures) =>
        [.. figures.OrderBy(f => f.When?.Edtf ?? "~", StringComparer.Ordinal).ThenBy(f => f.Measure).ThenBy(f => f.Id, StringComparer.Ordinal)];

    public static IReadOnlyList<Statement> InOrder(this IEnumerable<Statement> statements) =>
        [.. statements.OrderBy(s => s.When?.Edtf ?? "~", StringComparer.Ordinal).ThenBy(s => s.Id, StringComparer.Ordinal)];

    public static IReadOnlyList<Evidence> InOrder(this IEnumerable<Evidence> evidence) =>
        [.. evidence.OrderBy(e => e.Report, StringComparer.Ordinal).ThenBy(e => e.Start).ThenBy(e => e.End)];

    public static IReadOnlyList<DeclinedEntry> InOrder(this IEnumerable<DeclinedEntry> declined) =>
        [.. declined.OrderBy(d => d.Code, StringComparer.Ordinal).ThenBy(d => d.Evidence, StringComparer.Ordinal).ThenBy(d => d.Reason, StringComparer.Ordinal)];
}
