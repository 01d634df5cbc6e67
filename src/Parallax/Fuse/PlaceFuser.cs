using System.Globalization;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>The places of all reports.</summary>
/// <param name="Places">Ordered by name, then id.</param>
/// <param name="Ids">For each report, the place id of each place mention; null where no place was chosen.</param>
internal sealed record FusedPlaces(IReadOnlyList<Place> Places, IReadOnlyList<IReadOnlyList<string?>> Ids);

/// <summary>Brings the place mentions of all reports together: by GeoNames id, and without one by folded name and country.</summary>
internal static class PlaceFuser
{
    public static FusedPlaces Fuse(IReadOnlyList<ReportClaims> reports)
    {
        SortedDictionary<string, Collected> places = new(StringComparer.Ordinal);
        List<IReadOnlyList<string?>> ids = [];
        foreach (ReportClaims report in reports)
        {
            string?[] own = new string?[report.Source.Places.Count];
            for (int i = 0; i < own.Length; i++)
            {
                PlaceMention mention = report.Source.Places[i];
                if (mention.Place is not GazetteerPlace place)
                    continue;
                own[i] = IdOf(place);
                if (!places.TryGetValue(own[i]!, out Collected? collected))
                    places.Add(own[i]!, collected = new Collected(place, new SpellingTable()));
                collected.Spellings.Add(mention.Span.Of(report.Source.Report.Text), report.Source.Report.Id);
            }
            ids.Add(own);
        }
        Place[] fused =
        [
            .. places.Select(p => new Place(
                    p.Key, p.Value.Place.Name, p.Value.Place.Country, p.Value.Place.Lat, p.Value.Place.Lon, p.Value.Place.Precision,
                    p.Value.Place.GeoNames, p.Value.Spellings.ToAliases()))
                .OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id, StringComparer.Ordinal),
        ];
        return new FusedPlaces(fused, ids);
    }

    private static string IdOf(GazetteerPlace place) => place.GeoNames != 0
        ? StableHash.Id("p", place.GeoNames.ToString(CultureInfo.InvariantCulture))
        : StableHash.Id("p", Folding.Fold(place.Name), place.Country);

    private sealed record Collected(GazetteerPlace Place, SpellingTable Spellings);
}
