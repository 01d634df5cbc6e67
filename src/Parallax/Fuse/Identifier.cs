using Parallax.Data;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>Who, where, when published and from which origin, across reports.</summary>
internal sealed record Identified(
    IReadOnlyList<ReportInFusion> Reports, IReadOnlyList<Origin> Origins, IReadOnlyList<Actor> Actors, IReadOnlyList<Place> Places);

/// <summary>Ties the reports together before their claims are merged: publication dates, times, actors, places, origins.</summary>
internal sealed class Identifier
{
    private readonly ActorFuser _actors;
    private readonly OriginFinder _origins;
    private readonly WordWeights _weights;

    public Identifier(LanguageData data)
    {
        _actors = new ActorFuser(data);
        _origins = new OriginFinder(data);
        _weights = WordWeights.Of(data);
    }

    /// <summary>Identifies across <paramref name="reports"/>, whose order does not matter; the result is ordered by report id.</summary>
    public Identified Identify(IReadOnlyList<ReportClaims> reports, EvidenceTable evidence)
    {
        ReportClaims[] ordered = [.. reports.OrderBy(r => r.Source.Report.Id, StringComparer.Ordinal).ThenBy(r => r.Source.Report.Path, StringComparer.Ordinal)];
        FoundOrigins origins = _origins.Find(ordered, evidence);
        FusedPlaces places = PlaceFuser.Fuse(ordered);
        ReportCompany company = new(ordered);
        FusedActors actors = _actors.Fuse(ordered, company, evidence);
        IReadOnlyList<AnchoredDate> dates = Anchor.Date(ordered, actors, places, company, evidence, _weights);
        ReportInFusion[] identified = new ReportInFusion[ordered.Length];
        for (int i = 0; i < ordered.Length; i++)
        {
            IReadOnlyList<EdtfDate?> times = TimeResolver.Resolve(ordered[i].Source, dates[i].Published.Date);
            identified[i] = new ReportInFusion(
                ordered[i], dates[i].Published, dates[i].Explanation, dates[i].Evidence, origins.OfReport[i], actors.Ids[i], places.Ids[i], times);
        }
        return new Identified(identified, origins.Origins, actors.Actors, places.Places);
    }
}
