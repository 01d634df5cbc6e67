using System.Globalization;
using System.Text.Json;
using NodaTime;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>
/// Days of publication inferred: of the reports of one crisis every third is given without its date. Answered is how many of them get a day or a few days;
/// of those, right is how many hold the true day, near how many miss it by no more than one.
/// </summary>
internal sealed class AnchorSet : IGoldSet
{
    private const int Together = 24;
    private const int Groups = 10;
    private const int LeastReports = 5;

    private readonly string _path;
    private readonly string _text;
    private readonly string _outlet;
    private readonly Func<JsonElement, string> _group;

    private AnchorSet(string name, string path, string text, string outlet, Func<JsonElement, string> group) => (Name, _path, _text, _outlet, _group) = (name, path, text, outlet, group);

    public static AnchorSet Topics { get; } = new("anchors.topics", "corpora/conflict-topics.jsonl", "content_original", "source", r => GoldFolder.Text(r, "topic"));

    public static AnchorSet Incidents { get; } = new("anchors.incidents", "fusion/gun-violence/{0}.jsonl", "text", "outlet", r => GoldFolder.Text(r, "incident"));

    public string Name { get; }

    public IReadOnlyList<string> Files(GoldFolder folder) => [File(folder)];

    private string File(GoldFolder folder) => folder.PathTo([.. string.Format(CultureInfo.InvariantCulture, _path, folder.Split).Split('/')]);

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        int asked = 0, answered = 0, right = 0, near = 0;
        List<string> missed = [];
        foreach (ReportClaims[] crisis in Crises(folder, stages))
        {
            ReportClaims[] given = [.. crisis.Select((r, i) => i % 3 == 1 ? WithoutDate(r) : r)];
            Dictionary<string, FusedReport> fused = new Fuser(LanguageData.English).Fuse(given).Reports.ToDictionary(r => r.Claims.Source.Report.Id, StringComparer.Ordinal);
            for (int i = 1; i < crisis.Length; i += 3)
            {
                LocalDate day = crisis[i].Source.Report.Published.Date!.Value.Start;
                FusedReport found = fused[crisis[i].Source.Report.Id];
                asked++;
                if (found.Published.Date is not EdtfDate date)
                    continue;
                answered++;
                right += date.Start <= day && day <= date.End ? 1 : 0;
                near += date.Start.PlusDays(-1) <= day && day <= date.End.PlusDays(1) ? 1 : 0;
                if (day < date.Start || day > date.End)
                    missed.Add($"{crisis[i].Source.Report.Title} {day} is {date}: {found.Explanation}");
            }
        }
        yield return new Score(Name + ".answered", asked == 0 ? 0 : (double)answered / asked, $"{answered} of {asked}");
        yield return new Score(Name + ".right", answered == 0 ? 1 : (double)right / answered, $"{right} of {answered}", missed);
        yield return new Score(Name + ".near", answered == 0 ? 1 : (double)near / answered, $"{near} of {answered}");
    }

    private IEnumerable<ReportClaims[]> Crises(GoldFolder folder, Stages stages)
    {
        IEnumerable<IGrouping<string, JsonElement>> groups = GoldFolder.Records(File(folder)).Where(r => Stages.Day(GoldFolder.Text(r, "date")) is not null && GoldFolder.Text(r, _text).Length is > 600 and < 8000)
            .GroupBy(_group, StringComparer.Ordinal).Where(g => g.Count() >= LeastReports).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(_path.Contains("topics", StringComparison.Ordinal) ? Groups : 8 * Groups);
        foreach (IGrouping<string, JsonElement> group in groups)
        {
            JsonElement[] ordered = [.. group.OrderBy(r => GoldFolder.Text(r, "date"), StringComparer.Ordinal).ThenBy(r => GoldFolder.Text(r, _text), StringComparer.Ordinal)];
            JsonElement[] chosen = ordered[(Math.Max(0, ordered.Length - Together) / 2)..Math.Min(ordered.Length, (Math.Max(0, ordered.Length - Together) / 2) + Together)];
            ReportClaims[] crisis = new ReportClaims[chosen.Length];
            Parallel.For(0, chosen.Length, i => crisis[i] = ClaimsOf(chosen[i], stages));
            yield return [.. crisis.DistinctBy(r => r.Source.Report.Id)];
        }
    }

    private ReportClaims ClaimsOf(JsonElement record, Stages stages)
    {
        Parallax.Read.Report report = Stages.ReportOf(GoldFolder.Text(record, _text), Stages.Day(GoldFolder.Text(record, "date")), GoldFolder.Text(record, "title"));
        return stages.Extract(report with { Outlet = GoldFolder.Text(record, _outlet) });
    }

    private static ReportClaims WithoutDate(ReportClaims claims) =>
        claims with { Source = claims.Source with { Report = claims.Source.Report with { Published = Parallax.Read.Publication.Unknown } } };
}
