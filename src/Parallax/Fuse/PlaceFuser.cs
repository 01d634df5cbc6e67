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
                // A people says nothing of where something happened.
                if (mention.Place is not GazetteerPlace place || mention.Use == ToponymUse.People)
                    continue;
                own[i] = IdOf(place);
                if (!places.TryGetValue(own[i]!, out Collected? collected))
                    places.Add(own[i]!, collected = new Collected(place, new SpellingTable()));
                string words = mention.Span.Of(report.Source.Report.Text);
                // "Chile" in "northern Chile" is no name of that region.
                if (place.Precision == PlacePrecision.Region && place.Name.EndsWith(" " + words, StringComparison.Ordinal))
                    words = place.Name;
                collected.Spellings.Add(words, report.Source.Report.Id);
            }
            ids.Add(own);
        }
        TakeOver(reports, ids, places);
        IEnumerable<Place> fused = places.Select(p => new Place(
            p.Key, NameOf(p.Value), p.Value.Place.Country, p.Value.Place.Lat, p.Value.Place.Lon, p.Value.Place.Precision,
            p.Value.Place.GeoNames, p.Value.Spellings.ToAliases()));
        return new FusedPlaces(fused.InOrder(), ids);
    }

    // Where one report says in which district a village lies, the others that only name it mean that one; of two of a name nothing is taken over.
    private static void TakeOver(IReadOnlyList<ReportClaims> reports, List<IReadOnlyList<string?>> ids, SortedDictionary<string, Collected> places)
    {
        ILookup<string, string> byName = places.Where(p => p.Value.Place.Precision is not (PlacePrecision.Country or PlacePrecision.Region))
            .SelectMany(p => p.Value.Spellings.Entries.Select(e => (Name: Folding.Fold(e.Text), Id: p.Key))).Distinct().ToLookup(e => e.Name, e => e.Id, StringComparer.Ordinal);
        for (int r = 0; r < reports.Count; r++)
        {
            string?[] own = [.. ids[r]];
            for (int i = 0; i < own.Length; i++)
            {
                PlaceMention mention = reports[r].Source.Places[i];
                if (mention.Place is not null || mention.Use is not (ToponymUse.Place or ToponymUse.Modifier))
                    continue;
                string words = mention.Span.Of(reports[r].Source.Report.Text);
                if (byName[Folding.Fold(words)].ToArray() is not [string only])
                    continue;
                own[i] = only;
                places[only].Spellings.Add(words, reports[r].Source.Report.Id);
            }
            ids[r] = own;
        }
    }

    /// <summary>
    /// The name most reports use: a gazetteer's choice between two languages' names of a town would take a side that the reports do not take.
    /// A spelling that differs only in diacritics is written as the gazetteer has it.
    /// </summary>
    private static string NameOf(Collected collected)
    {
        GazetteerPlace place = collected.Place;
        if (place.Precision is PlacePrecision.Country or PlacePrecision.Region)
            return place.Name;
        var used = collected.Spellings.Entries.GroupBy(e => Folding.Fold(e.Text), StringComparer.Ordinal)
            .OrderByDescending(g => g.Sum(e => e.Reports)).ThenByDescending(g => g.Sum(e => e.Uses))
            .ThenByDescending(g => g.Key == Folding.Fold(place.Name)).ThenBy(g => g.Key, StringComparer.Ordinal).First();
        return used.Key == Folding.Fold(place.Name)
            ? place.Name
            : used.OrderByDescending(e => e.Text.Any(c => c > 127)).ThenByDescending(e => e.Uses).ThenBy(e => e.Text, StringComparer.Ordinal).First().Text;
    }

    private static string IdOf(GazetteerPlace place) => place.GeoNames != 0
        ? StableHash.Id("p", place.GeoNames.ToString(CultureInfo.InvariantCulture))
        : StableHash.Id("p", Folding.Fold(place.Name), place.Country);

    private sealed record Collected(GazetteerPlace Place, SpellingTable Spellings);
}
