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
    // A text of which less was taken over may speak of other days.
    private const double WholeText = 0.95;

    private readonly ActorFuser _actors;
    private readonly OriginFinder _origins;
    private readonly WordWeights _weights;
    private readonly OccurrenceSenses _senses;

    public Identifier(LanguageData data)
    {
        _actors = new ActorFuser(data);
        _origins = new OriginFinder(data);
        _weights = WordWeights.Of(data);
        _senses = OccurrenceSenses.Of(data);
    }

    /// <summary>Identifies across <paramref name="reports"/>, whose order does not matter; the result is ordered by report id.</summary>
    public Identified Identify(IReadOnlyList<ReportClaims> reports, EvidenceTable evidence)
    {
        ReportClaims[] ordered = reports.InOrder();
        FoundOrigins origins = _origins.Find(ordered, evidence);
        FusedPlaces places = PlaceFuser.Fuse(ordered);
        ReportCompany company = new(ordered);
        FusedActors actors = _actors.Fuse(ordered, company, evidence);
        IReadOnlyList<AnchoredDate> dates = Anchor.Date(ordered, actors, places, company, evidence, _weights, _senses);
        EdtfDate?[] firstPrinted = FirstPrinted(ordered, origins.Origins, dates);
        ReportInFusion[] identified = new ReportInFusion[ordered.Length];
        for (int i = 0; i < ordered.Length; i++)
        {
            IReadOnlyList<EdtfDate?> times = TimeResolver.Resolve(ordered[i].Source, firstPrinted[i]);
            identified[i] = new ReportInFusion(
                ordered[i], dates[i].Published, dates[i].Explanation, dates[i].Evidence, origins.OfReport[i], actors.Ids[i], places.Ids[i], times);
        }
        return new Identified(identified, origins.Origins, actors.Actors, places.Places);
    }

    /// <summary>The day against which each report speaks of days: its own, or that of the oldest report whose text it prints again.</summary>
    private static EdtfDate?[] FirstPrinted(ReportClaims[] reports, IReadOnlyList<Origin> origins, IReadOnlyList<AnchoredDate> dates)
    {
        Dictionary<string, int> numbers = reports.Index().ToDictionary(r => r.Item.Source.Report.Id, r => r.Index, StringComparer.Ordinal);
        DisjointSets prints = new(reports.Length);
        foreach (OriginHop hop in origins.SelectMany(o => o.Hops).Where(h => h is { Kind: "copy", Of: not null, Share: >= WholeText }))
            prints.Join(numbers[hop.Report], numbers[hop.Of!]);
        EdtfDate?[] first = [.. dates.Select(d => d.Published.Date)];
        foreach (IReadOnlyList<int> copies in prints.Groups().Where(g => g.Count > 1))
        {
            if (copies.Select(i => dates[i].Published.Date).Where(d => d is { Precision: DatePrecision.Day }).OrderBy(d => d!.Value.Start).FirstOrDefault() is { } oldest)
            {
                foreach (int i in copies.Where(i => dates[i].Published.Date is { Precision: DatePrecision.Day }))
                    first[i] = oldest;
            }
        }
        return first;
    }
}
