using Parallax.Data;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>The fourth stage: one picture from the claims of many reports. The order of its input never matters.</summary>
public sealed class Fuser
{
    private readonly Identifier _identifier;
    private readonly Merger _merger;

    /// <summary>Creates a fuser over <paramref name="data"/>.</summary>
    public Fuser(LanguageData data)
    {
        _identifier = new Identifier(data);
        _merger = new Merger(data);
    }

    /// <summary>Fuses <paramref name="reports"/>; <paramref name="problems"/> are what could not be read.</summary>
    public FusedReports Fuse(IReadOnlyList<ReportClaims> reports, IReadOnlyList<Problem> problems)
    {
        ReportClaims[] ordered = [.. reports.OrderBy(r => r.Source.Report.Id, StringComparer.Ordinal)];
        EvidenceTable evidence = new();
        Identified identified = _identifier.Identify(ordered, evidence);
        Merged merged = _merger.Merge(identified, evidence);
        FusedReport[] fused = [.. identified.Reports.Select(r => new FusedReport(r.Claims, r.Published, r.Explanation, r.PublishedEvidence, r.Origin))];
        return new FusedReports(
            fused, identified.Origins, identified.Actors, identified.Places,
            merged.Events, merged.Figures, merged.Statements, evidence.ToList(), merged.Declined, problems);
    }
}
