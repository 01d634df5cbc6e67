using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Read;

namespace Parallax.Assess;

/// <summary>
/// Lays the tellings of one event side by side (docs/reference/framing.md). Only what an outlet's own sentences show is put into a cell, and an omission only where
/// the outlet tells of the event and nowhere in its report has what it would take to say the fact.
/// </summary>
internal sealed class FramingBuilder
{
    private const int MostEvents = 24;
    private const int MostOutlets = 16;
    private const int MostRows = 14;

    private readonly FusedReports _fused;
    private readonly Dictionary<string, Report> _reports;
    private readonly Dictionary<string, string> _originOf;
    private readonly FramingParties _parties;
    private readonly FramingDetails _details;

    public FramingBuilder(FusedReports fused)
    {
        _fused = fused;
        _originOf = fused.Reports.DistinctBy(r => r.Claims.Source.Report.Id, StringComparer.Ordinal).ToDictionary(r => r.Claims.Source.Report.Id, r => r.Origin, StringComparer.Ordinal);
        _reports = fused.Reports.Select(r => r.Claims.Source.Report).DistinctBy(r => r.Id, StringComparer.Ordinal).ToDictionary(r => r.Id, StringComparer.Ordinal);
        _parties = new FramingParties(fused);
        _details = new FramingDetails(fused);
    }

    /// <summary>The matrices of the most told events, most told first.</summary>
    public IReadOnlyList<EventFraming> Build()
    {
        List<EventFraming> framing = [];
        // A report without a known outlet is an outlet of its own, with the copies of it; many reports of one outlet are one telling.
        foreach (Event one in _fused.Events
            .Where(e => e.Status != ClaimStatus.Background && e.Origins > 1 && e.Reports.Count > 1)
            .Select(e => (Event: e, Outlets: e.Reports.Where(_reports.ContainsKey).Select(KeyOf).Distinct(StringComparer.Ordinal).Count()))
            .Where(e => e.Outlets > 1)
            .OrderByDescending(e => Math.Min(MostOutlets, e.Outlets)).ThenByDescending(e => e.Event.Origins).ThenBy(e => e.Event.Id, StringComparer.Ordinal)
            .Take(MostEvents).Select(e => e.Event))
        {
            FramingColumn[] columns = ColumnsOf(one);
            if (columns.Length < 2)
                continue;
            FramingRow[] rows =
            [
                Occurrence(one, columns),
                .. _parties.Rows(one, columns),
                .. _details.Rows(one, columns),
            ];
            framing.Add(new EventFraming(one.Id, [.. rows.Where((r, i) => i == 0 || r.Cells.Count > 1).Take(MostRows)]));
        }
        return framing;
    }

    /// <summary>The matrices of the most told events of all <paramref name="parts"/>, most told first.</summary>
    public static IReadOnlyList<EventFraming> MostTold(IEnumerable<Situation> parts) =>
    [
        .. parts.SelectMany(s =>
            {
                Dictionary<string, int> origins = s.Events.DistinctBy(e => e.Id, StringComparer.Ordinal).ToDictionary(e => e.Id, e => e.Origins, StringComparer.Ordinal);
                return s.Framing.Select(f => (Framing: f, Origins: origins.GetValueOrDefault(f.Event)));
            })
            .OrderByDescending(f => f.Framing.Rows[0].Cells.Count).ThenByDescending(f => f.Origins).ThenBy(f => f.Framing.Event, StringComparer.Ordinal)
            .Take(MostEvents).Select(f => f.Framing),
    ];

    private string KeyOf(string report) => _reports[report].Outlet is { Length: > 0 } outlet ? "o:" + outlet : "r:" + _originOf[report];

    private FramingColumn[] ColumnsOf(Event one) =>
    [
        // What an account only supposes, it does not tell.
        .. one.Accounts.Where(a => a is { Facts: not null, Status: not ClaimStatus.Hypothetical } && _reports.ContainsKey(a.Report)).GroupBy(a => KeyOf(a.Report), StringComparer.Ordinal)
            .Select(g => (g.Key, Column: new FramingColumn(
                _reports[g.First().Report].Outlet is { Length: > 0 } outlet ? outlet : null,
                [.. g.Select(a => a.Report).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(id => _reports[id])], [.. g])))
            .OrderByDescending(c => c.Column.Reports.Count).ThenBy(c => c.Key, StringComparer.Ordinal).Take(MostOutlets)
            .OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Column),
    ];

    private static FramingRow Occurrence(Event one, FramingColumn[] columns) => new(one.Label, FramingAbout.Occurrence, one.Id, [.. columns.Select(Occurrence)]);

    // What an outlet vouches for itself outweighs what it also has from somebody, and either outweighs a denial that it adds.
    private static FramingCell Occurrence(FramingColumn column)
    {
        Account[] own = [.. column.Accounts.Where(a => a.Status is not (ClaimStatus.Denied or ClaimStatus.Alleged) && !IsAttributed(a))];
        if (own.Length > 0)
            return column.Cell(FramingUse.Stated, own.All(a => a.Status == ClaimStatus.Planned) ? "planned" : null, null, own);
        Account[] passed = [.. column.Accounts.Where(a => a.Status != ClaimStatus.Denied)];
        return passed.Length > 0 ? Passed(column, FramingUse.Attributed, passed) : Passed(column, FramingUse.Denied, column.Accounts);
    }

    // The words name whoever is no actor; whoever is one has a name of his own.
    internal static FramingCell Passed(FramingColumn column, FramingUse use, IReadOnlyList<Account> accounts)
    {
        string? by = accounts.Select(a => a.SaidBy).OfType<string>().FirstOrDefault();
        return column.Cell(use, by is null ? accounts.Select(a => a.SaidByText).OfType<string>().FirstOrDefault() : null, by, accounts);
    }

    internal static bool IsAttributed(Account account) => account.SaidBy is not null || account.SaidByText is not null;
}
