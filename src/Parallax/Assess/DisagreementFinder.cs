using Parallax.Data;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>
/// Finds where accounts differ (docs/explanation/disagreements.md). Each disagreement names what differs, why, and the words of every side. Few
/// and right: what can be explained by two different scopes, days or deeds is no disagreement.
/// </summary>
internal sealed class DisagreementFinder(LanguageData data, FusedReports fused, EvidenceTable evidence)
{
    /// <summary>All disagreements, ordered by what they are about and their subject.</summary>
    public IReadOnlyList<Disagreement> Find()
    {
        ReportWords words = new(data, fused);
        IReadOnlyList<Disagreement> counts = new CountDisagreements(data, fused, evidence, words).Find();
        Dictionary<string, int> reportsOf = fused.Figures.ToDictionary(f => f.Id, f => f.Readings.Select(r => r.Report).Distinct(StringComparer.Ordinal).Count(), StringComparer.Ordinal);
        // The sentences around two reports' numbers tell more than the readings alone; what more reports give is shown whole by the figure.
        IReadOnlyList<Disagreement> figures = new FigureDisagreements(data, fused).Find();
        HashSet<string> byCount = [.. counts.Select(d => d.Subject).Where(s => reportsOf.TryGetValue(s, out int reports) && reports <= 2)];
        HashSet<string> byFigure = [.. figures.Select(d => d.Subject).Where(s => !byCount.Contains(s))];
        // Two tolls whose sentences do not answer one question: told as two readings of the figure, but nobody is said to contradict anybody.
        HashSet<string> unproven = [.. fused.Figures.Where(f => FigureItem.IsTollMeasure(f.Measure) && reportsOf[f.Id] == 2 && f.Readings.Any(r => r.SaidByText is null) && !byCount.Contains(f.Id)).Select(f => f.Id)];
        IReadOnlyList<Disagreement> wording = [.. new WordingDisagreements(data, fused).Find()];
        HashSet<string> worded = [.. wording.Select(d => d.Subject)];
        IReadOnlyList<Disagreement> deeds = new DeedDisagreements(data, fused, evidence, words).Find();
        // The clauses tell whether whoever denies stands on the doer's side; the fused event knows only whom it names.
        HashSet<(DisagreementAbout, string)> byParty = [.. deeds.Where(d => d.Kind == DisagreementKind.InterestedParty).Select(d => (d.About, d.Subject))];
        IReadOnlyList<Disagreement> events = [.. new EventDisagreements(fused).Find().Where(d => d.Kind != DisagreementKind.Conflict || !byParty.Contains((d.About, d.Subject)))];
        HashSet<(DisagreementAbout, string)> told = [.. events.Select(d => (d.About, d.Subject))];
        List<Disagreement> found =
        [
            .. figures.Where(d => !byCount.Contains(d.Subject) && !(d.Kind == DisagreementKind.Conflict && unproven.Contains(d.Subject))),
            .. counts.Where(d => !byFigure.Contains(d.Subject)),
            .. events,
            .. deeds.Where(d => !told.Contains((d.About, d.Subject))),
            .. wording,
            .. new QuoteRenderings(data, fused, evidence, words).Find().Where(d => !worded.Contains(d.Subject)),
            .. LabelDisagreements.Find(fused),
        ];
        return found.DistinctBy(d => d.Id, StringComparer.Ordinal).InOrder();
    }

    /// <summary>A disagreement whose id depends on its subject and positions alone.</summary>
    internal static Disagreement Make(DisagreementAbout about, DisagreementKind kind, string subject, IReadOnlyList<Position> positions, string explanation) => new(
        StableHash.Id("d", [about.ToString(), kind.ToString(), subject, .. positions.SelectMany(p => p.Evidence.Prepend(p.Reading))]),
        about, kind, subject, positions, explanation);

    /// <summary>Positions of accounts, one per distinct reading and speaker, in order of first appearance.</summary>
    internal static IReadOnlyList<Position> Positions(IEnumerable<(string Reading, string Report, string? SaidBy, string Evidence)> accounts) =>
        [.. accounts.GroupBy(a => (a.Reading, a.SaidBy)).Select(g => new Position(
            g.Key.Reading,
            [.. g.Select(a => a.Report).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            g.Key.SaidBy,
            [.. g.Select(a => a.Evidence).Distinct(StringComparer.Ordinal)]))];
}
