using System.Globalization;
using System.Text.Json;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>Names of places and where they lie, against a corpus of toponyms with coordinates.</summary>
/// <param name="corpus">The name of its folder.</param>
/// <param name="marksPeoples">Whether its annotators took "Kenyan" and "Kenyans" for names of a place.</param>
internal sealed class PlaceSet(string corpus, bool marksPeoples) : IGoldSet
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
        List<string> unseen = [];
        foreach (JsonElement record in GoldFolder.Records(Files(folder)[0]))
        {
            string text = GoldFolder.Text(record, "text");
            CodePoints points = new(text);
            List<(TextSpan Span, JsonElement Place)> gold = [.. GoldFolder.List(record, "toponyms")
                .Select(t => (points.Span(t.GetProperty("b").GetInt32(), t.GetProperty("e").GetInt32()), t))];
            AnnotatedReport report = stages.Annotate(Stages.ReportOf(text, Stages.Day(GoldFolder.Text(record, "date")), null) with { Url = GoldFolder.Text(record, "url") });
            stages.Predictions?.Places(GoldFolder.Text(record, "id"), report);
            List<PlaceMention> mentions = [.. report.Places.Where(place => place.Use != ToponymUse.People || marksPeoples)];
            names += Alignment.Exact(gold.Select(g => g.Span), mentions.Select(p => p.Span));
            HashSet<TextSpan> wanted = [.. gold.Select(g => g.Span)];
            HashSet<TextSpan> got = [.. mentions.Select(p => p.Span)];
            foreach ((TextSpan span, JsonElement _) in gold.Where(g => !got.Contains(g.Span)))
                unseen.Add("not found: " + Around(text, span) + Names(report, span));
            foreach (TextSpan span in got.Where(span => !wanted.Contains(span)))
                unseen.Add("not a place of the gold: " + Around(text, span) + Names(report, span));
            Dictionary<TextSpan, GazetteerPlace?> found = mentions.GroupBy(p => p.Span).ToDictionary(g => g.Key, g => g.First().Place);
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
                    missed.Add(Around(text, span) + " → " + (chosen is null ? "none" : chosen.Name + ", " + chosen.Division + ", " + chosen.Country));
            }
        }
        yield return new Score(Name + ".names", names.F1, names.ToString(), unseen);
        yield return new Score(Name + ".within161", (double)near / Math.Max(1, located), string.Create(CultureInfo.InvariantCulture, $"{near} of {located} found with coordinates"));
        yield return new Score(Name + ".place", (double)same / Math.Max(1, located), string.Create(CultureInfo.InvariantCulture, $"{same} of {located}: within 161 km or the same large place"), missed);
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

    // The name among the words beside it.
    private static string Around(string text, TextSpan span)
    {
        int from = Math.Max(0, span.Start - 40), to = Math.Min(text.Length, span.End + 30);
        return (text[from..span.Start] + "[" + span.Of(text) + "]" + text[span.End..to]).ReplaceLineEndings(" ");
    }

    // What the language engine makes of the words.
    private static string Names(AnnotatedReport report, TextSpan span) =>
        string.Concat(report.Names.Where(name => name.Span.Overlaps(span)).Select(name => " · " + name.Kind + " " + name.Span.Of(report.Report.Text)));

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
