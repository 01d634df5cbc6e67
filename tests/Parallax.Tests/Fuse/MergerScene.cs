using NodaTime;
using Parallax.Annotate;
using Parallax.Assess;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Tests.Fuse;

/// <summary>
/// Merges hand-built reports without the stage before: actors of one folded name are one actor, times are resolved against the day of
/// publication, and every report is its own origin unless said otherwise.
/// </summary>
internal static class MergerScene
{
    public static Merged Merge(params ReportClaims[] reports) => Merge(reports, []);

    /// <summary>Merges; the reports of each group in <paramref name="copies"/> share one origin.</summary>
    public static Merged Merge(ReportClaims[] reports, ReportClaims[][] copies) => new Merger(LanguageData.English).Merge(Identified(reports, copies), new EvidenceTable());

    public static Situation Assess(params ReportClaims[] reports)
    {
        EvidenceTable evidence = new();
        Identified identified = Identified(reports, []);
        Merged merged = new Merger(LanguageData.English).Merge(identified, evidence);
        FusedReport[] fused = [.. identified.Reports.Select(r => new FusedReport(r.Claims, r.Published, null, [], r.Origin))];
        return new Assessor(LanguageData.English).Assess(new FusedReports(
            fused, identified.Origins, identified.Actors, identified.Places, merged.Events, merged.Figures, merged.Statements, evidence.ToList(), merged.Declined));
    }

    public static string ActorId(string name) => StableHash.Id("a", Folding.Fold(name));

    public static string PlaceId(string name) => StableHash.Id("p", name);

    private static Identified Identified(ReportClaims[] reports, ReportClaims[][] copies)
    {
        SortedDictionary<string, Actor> actors = new(StringComparer.Ordinal);
        SortedDictionary<string, Place> places = new(StringComparer.Ordinal);
        List<Origin> origins = [];
        List<ReportInFusion> fused = [];
        foreach (ReportClaims report in reports)
        {
            AnnotatedReport annotated = report.Source;
            foreach (ReportActor actor in annotated.Actors)
            {
                actors.TryAdd(ActorId(actor.Name), new Actor(
                    ActorId(actor.Name), actor.Name, actor.Kind, actor.Country, [.. actor.Roles.Select(r => new Role(r.Title, r.Of, r.Former, "x"))],
                    [new Alias(actor.Name, [annotated.Report.Id])], []));
            }
            foreach (GazetteerPlace place in annotated.Places.Select(p => p.Place).OfType<GazetteerPlace>())
            {
                places.TryAdd(PlaceId(place.Name), new Place(
                    PlaceId(place.Name), place.Name, place.Country, place.Lat, place.Lon, place.Precision, place.GeoNames, [new Alias(place.Name, [annotated.Report.Id])]));
            }
            ReportClaims[] group = copies.FirstOrDefault(g => g.Contains(report)) ?? [report];
            string origin = StableHash.Id("o", group.Min(r => r.Source.Report.Id, StringComparer.Ordinal));
            if (origins.All(o => !string.Equals(o.Id, origin, StringComparison.Ordinal)))
                origins.Add(new Origin(origin, [.. group.Select(r => r.Source.Report.Id).Order(StringComparer.Ordinal)], group.Length > 1 ? "copied-text" : "single", null, []));
            LocalDate? published = annotated.Report.Published.Date?.Start;
            fused.Add(new ReportInFusion(
                report, annotated.Report.Published, null, [], origin,
                [.. annotated.Actors.Select(a => ActorId(a.Name))],
                [.. annotated.Places.Select(p => p.Place is null ? null : PlaceId(p.Place.Name))],
                [.. annotated.Times.Select(t => t.Resolve(published, null))]));
        }
        return new Identified(fused, origins, [.. actors.Values], [.. places.Values]);
    }

    private static string Min(this IEnumerable<ReportClaims> reports, Func<ReportClaims, string> key, StringComparer comparer) => reports.Select(key).Order(comparer).First();
}
