using System.Globalization;
using System.Text.Json;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>Names of places and where they lie, against a corpus of toponyms with coordinates.</summary>
internal sealed class PlaceSet(string corpus) : IGoldSet
{
    // A hundred miles, the usual limit of the literature.
    private const double NearKilometres = 161;

    public string Name => "places." + corpus;

    public IReadOnlyList<string> Files(GoldFolder folder) => [folder.PathTo("places", corpus, folder.Split + ".jsonl")];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        Tally names = default;
        int located = 0;
        int near = 0;
        int same = 0;
        List<string> missed = [];
        foreach (JsonElement record in GoldFolder.Records(Files(folder)[0]))
        {
            string text = GoldFolder.Text(record, "text");
            CodePoints points = new(text);
            List<(TextSpan Span, JsonElement Place)> gold = [.. record.GetProperty("toponyms").EnumerateArray()
                .Select(t => (points.Span(t.GetProperty("b").GetInt32(), t.GetProperty("e").GetInt32()), t))];
            AnnotatedReport report = stages.Annotate(text, Stages.Day(GoldFolder.Text(record, "date")));
            names += Alignment.Exact(gold.Select(g => g.Span), report.Places.Select(p => p.Span));
            Dictionary<TextSpan, GazetteerPlace?> found = report.Places.GroupBy(p => p.Span).ToDictionary(g => g.Key, g => g.First().Place);
            foreach ((TextSpan span, JsonElement place) in gold)
            {
                if (!place.TryGetProperty("lat", out JsonElement lat) || lat.ValueKind != JsonValueKind.Number || !found.TryGetValue(span, out GazetteerPlace? chosen))
                    continue;
                located++;
                bool isNear = chosen is not null && Kilometres(lat.GetDouble(), place.GetProperty("lon").GetDouble(), chosen.Lat, chosen.Lon) <= NearKilometres;
                bool isSame = isNear || (chosen is not null && IsSame(place, chosen));
                near += isNear ? 1 : 0;
                same += isSame ? 1 : 0;
                if (!isSame)
                    missed.Add(span.Of(text) + " → " + (chosen is null ? "none" : chosen.Name + ", " + chosen.Country));
            }
        }
        yield return new Score(Name + ".names", names.F1, names.ToString());
        yield return new Score(Name + ".within161", (double)near / located, string.Create(CultureInfo.InvariantCulture, $"{near} of {located} found with coordinates"));
        yield return new Score(Name + ".place", (double)same / located, string.Create(CultureInfo.InvariantCulture, $"{same} of {located}: within 161 km or the same large place"), missed);
    }

    /// <summary>
    /// Whether both name one country, province or region although their points lie apart: two gazetteers put the point of such a place
    /// hundreds of kilometres from each other. By the type and country that the gold gives, or by an encyclopedia article of the usual name.
    /// </summary>
    internal static bool IsSame(JsonElement gold, GazetteerPlace chosen)
    {
        string type = GoldFolder.Text(gold, "type");
        string article = Uri.UnescapeDataString(GoldFolder.Text(gold, "wiki")).Replace('_', ' ');
        bool isArticle = Same(article[(article.LastIndexOf('/') + 1)..], chosen.Name);
        string country = LanguageData.English.Countries.ByCode(chosen.Country)?.Name ?? "";
        bool isIn = Same(GoldFolder.Text(gold, "country"), country);
        return chosen.Precision switch
        {
            PlacePrecision.Country => isArticle || (type.StartsWith("PCL", StringComparison.Ordinal) && isIn),
            PlacePrecision.Province => isArticle || (type == "ADM1" && isIn && Same(GoldFolder.Text(gold, "text"), chosen.Name)),
            PlacePrecision.Region => isArticle,
            _ => false,
        };
    }

    private static bool Same(string left, string right) => Folding.Fold(left) == Folding.Fold(right);

    /// <summary>Great-circle distance on a sphere.</summary>
    internal static double Kilometres(double latA, double lonA, double latB, double lonB)
    {
        const double Radians = Math.PI / 180;
        double sinLat = Math.Sin((latB - latA) * Radians / 2);
        double sinLon = Math.Sin((lonB - lonA) * Radians / 2);
        double square = sinLat * sinLat + Math.Cos(latA * Radians) * Math.Cos(latB * Radians) * sinLon * sinLon;
        return 2 * 6371 * Math.Asin(Math.Sqrt(Math.Min(1, square)));
    }
}
