using System.Globalization;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>Writes the readings of one scope as a figure (docs/reference/figure-rules.md): which count, by which rule, and what they amount to.</summary>
internal sealed class FigureLedger(ClusterContext context, IReadOnlyList<EventUnit> units, IReadOnlyList<string?> eventIds, EvidenceTable evidence)
{
    public Figure Build(IReadOnlyList<FigureItem> items)
    {
        FigureItem[] accounts = [.. OneEach(items).OrderBy(PublishedKey, StringComparer.Ordinal).ThenBy(i => i.ReportIndex).ThenBy(i => i.Claim.Evidence.Start).ThenBy(i => i.Quantity.Span.Start)];
        (ReadingUse Use, string Rule)[] verdicts = FigureRules.Judge(accounts, context, units);
        FigureItem[] used = [.. accounts.Where((_, i) => verdicts[i].Use == ReadingUse.Used)];
        FigureItem first = accounts[0];
        Measure measure = first.Measure;
        (decimal? low, decimal? best, decimal? high) = Bounds(used, context, units);
        EdtfDate? when = WhenOf(accounts);
        int unit = accounts.Where(a => a.Unit >= 0 && eventIds[a.Unit] is not null).GroupBy(a => a.Unit).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault()?.Key ?? -1;
        string[] keys = [.. accounts.Select(a => a.Report.Report.Id + ":" + a.Quantity.Span.Start.ToString(CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal)];
        return new Figure(
            StableHash.Id("f", [measure.ToString(), first.Scope, .. keys]),
            measure, OfText(accounts), first.Claim.Unit, unit >= 0 ? eventIds[unit] : null,
            when is EdtfDate date ? new When(date.ToString(), ContractNames.Of(date.Precision)) : null,
            PlaceOf(accounts), low, measure == Measure.Participants && used.Length > 1 ? null : best, high,
            FigureRules.StatusOf(accounts, verdicts),
            [.. accounts.Select((a, i) => ReadingOf(a, verdicts[i]))])
        {
            Scope = [.. first.Claim.Scope.Order(StringComparer.Ordinal)],
            Origins = Witnesses.Count([.. used.Select(a => context.AccountOf(a.Report, a.Witness))]),
            IsBackground = first.IsBackground,
        };
    }

    /// <summary>Two mentions of one number in one report are one reading: the attributed one, else the first.</summary>
    private static IEnumerable<FigureItem> OneEach(IReadOnlyList<FigureItem> items)
    {
        foreach (IGrouping<int, FigureItem> report in items.GroupBy(i => i.ReportIndex))
        {
            List<FigureItem> kept = [];
            foreach (FigureItem item in report.OrderByDescending(i => ClusterContext.IsAttributed(i.Claim)).ThenByDescending(i => i.Value.IsExact).ThenBy(i => i.Quantity.Span.Start))
            {
                // The same number again, or a vaguer one in the headline paragraph, says nothing new.
                if (!kept.Any(k => k.Value.CompatibleWith(item.Value) && (!ClusterContext.IsAttributed(item.Claim) || string.Equals(k.Witness, item.Witness, StringComparison.Ordinal))))
                    kept.Add(item);
            }
            foreach (FigureItem item in kept)
                yield return item;
        }
    }

    private static string PublishedKey(FigureItem item) => item.Report.Published.Date?.ToString() ?? "~";

    /// <summary>
    /// Q3: the lowest and highest of what counts. Best is the number of the highest authority, of equals the latest, of equals the lowest;
    /// for tolls, which become known by and by, the latest day goes before authority. An exact number decides over hedged ones that it fits.
    /// </summary>
    private static (decimal? Low, decimal? Best, decimal? High) Bounds(FigureItem[] used, ClusterContext context, IReadOnlyList<EventUnit> units)
    {
        if (used.Length == 0)
            return (null, null, null);
        FigureItem[] exact = [.. used.Where(u => u.Value.IsExact)];
        bool decided = exact.Length > 0 && used.All(u => u.Value.IsExact || exact.Any(e => e.Value.CompatibleWith(u.Value)));
        // A vague word bounds nothing where others counted.
        FigureItem[] rival = decided ? exact : used.Any(u => !u.Quantity.Vague) ? [.. used.Where(u => !u.Quantity.Vague)] : used;
        decimal low = rival.Min(LowOf);
        decimal? high = rival.Any(u => u.Value.Most is null && u.Value.Stated >= rival.Max(r => r.Value.Stated)) ? null : rival.Max(HighOf);
        // "No deaths" is what somebody knew at first, not a count to prefer over one.
        bool toll = used[0].IsToll;
        FigureItem best = rival.OrderByDescending(u => !toll || u.Value.Stated > 0)
            .ThenByDescending(u => toll ? PublishedKeyOrNothing(u) : "", StringComparer.Ordinal)
            .ThenByDescending(u => u.Value.IsExact)
            .ThenByDescending(u => FigureRules.AuthorityOf(u, context, units))
            .ThenByDescending(PublishedKeyOrNothing, StringComparer.Ordinal)
            .ThenBy(u => u.Value.Stated).First();
        return (low, best.Quantity.Vague ? null : best.Value.Stated, high);
    }

    private static string PublishedKeyOrNothing(FigureItem item) => item.Report.Published.Date?.ToString() ?? "";

    private static decimal LowOf(FigureItem item) => Math.Min(item.Quantity.Low, item.Value.Stated);

    private static decimal HighOf(FigureItem item) => Math.Max(item.Quantity.High ?? item.Value.Stated, item.Value.Stated);

    private static EdtfDate? WhenOf(FigureItem[] accounts) =>
        accounts.Where(a => a.When is not null).Select(a => a.When!.Value)
            .OrderBy(d => NodaTime.Period.DaysBetween(d.Start, d.End)).ThenBy(d => d.Start).Select(d => (EdtfDate?)d).FirstOrDefault();

    private string? PlaceOf(FigureItem[] accounts) =>
        accounts.Where(a => a.Place is not null).GroupBy(a => a.Place!, StringComparer.Ordinal)
            .OrderBy(g => context.Place(g.Key)?.Precision ?? PlacePrecision.Region).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;

    private static string OfText(FigureItem[] accounts) =>
        accounts.GroupBy(a => a.Claim.Of, StringComparer.Ordinal).OrderByDescending(g => g.Key.Length is > 0 and <= 48)
            .ThenByDescending(g => g.Count()).ThenByDescending(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;

    private Reading ReadingOf(FigureItem item, (ReadingUse Use, string Rule) verdict)
    {
        (string? id, string? text) = ClusterContext.SaidBy(item.Report, item.Claim);
        return new Reading(
            item.Quantity.Low, item.Quantity.High, item.Quantity.Comparator, item.Quantity.Vague, item.Quantity.Span.Of(item.Report.Report.Text),
            item.Report.Report.Id, id, text,
            item.Report.TimeOf(item.Claim) is EdtfDate date ? new When(date.ToString(), ContractNames.Of(date.Precision)) : null,
            verdict.Use, verdict.Rule, evidence.Add(item.Report.Report, item.Claim.Evidence))
        {
            Chain = new ClaimChains(context.Credits, evidence).Of(item.Report, item.Claim),
        };
    }
}
