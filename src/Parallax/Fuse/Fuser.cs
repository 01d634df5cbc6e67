using NodaTime;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>
/// The fourth stage: one picture from the claims of many reports. Reports that have nothing to do with each other are set apart first, so that the
/// work grows with the number of reports and not with its square. The order of its input never matters.
/// </summary>
public sealed class Fuser
{
    /// <summary>So few reports were chosen because they are about one thing: they are one neighbourhood, whatever their words.</summary>
    internal const int Handful = 40;

    private readonly Identifier _identifier;
    private readonly Merger _merger;
    private readonly TollReader _tolls;
    private readonly WordWeights _weights;

    /// <summary>Creates a fuser over <paramref name="data"/>.</summary>
    public Fuser(LanguageData data)
    {
        _weights = WordWeights.Of(data);
        _identifier = new Identifier(data);
        _merger = new Merger(data);
        _tolls = new TollReader(data);
    }

    /// <summary>
    /// The neighbourhoods of <paramref name="reports"/>: those that may tell of one crisis are together, in the order of their ids. Which these are
    /// depends on what the reports say alone; up to forty reports are one neighbourhood in any case.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<ReportClaims>> Neighbourhoods(IReadOnlyList<ReportClaims> reports, int threads = 1)
    {
        ReportClaims[] ordered = reports.InOrder();
        if (ordered.Length <= Handful)
            return ordered.Length == 0 ? [] : [ordered];
        ReportProfile[] profiles = new ReportProfile[ordered.Length];
        Parallel.For(0, ordered.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => profiles[i] = ProfileOf(ordered[i]));
        int[] neighbourhood = StoryFinder.Find(profiles, StoryFinder.OneNeighbourhood, threads);
        return [.. Enumerable.Range(0, ordered.Length).GroupBy(i => neighbourhood[i]).Select(g => (IReadOnlyList<ReportClaims>)[.. g.Select(i => ordered[i])])];
    }

    /// <summary>Fuses the reports of one neighbourhood.</summary>
    public FusedReports Fuse(IReadOnlyList<ReportClaims> neighbourhood)
    {
        EvidenceTable evidence = new();
        Identified identified = _identifier.Identify(neighbourhood, evidence);
        Merged merged = _merger.Merge(identified, evidence);
        FusedReport[] fused = [.. identified.Reports.Select(r => new FusedReport(r.Claims, r.Published, r.Explanation, r.PublishedEvidence, r.Origin))];
        return new FusedReports(
            fused, identified.Origins, identified.Actors, identified.Places,
            merged.Events, merged.Figures, merged.Statements, evidence.ToList(), merged.Declined);
    }

    internal ReportProfile ProfileOf(ReportClaims report)
    {
        LocalDate? published = report.Source.Report.Published.Date is { Precision: DatePrecision.Day } day ? day.Start : null;
        return ReportProfile.Of(report.Source, published, _tolls.Read(report.Source), _weights);
    }
}
