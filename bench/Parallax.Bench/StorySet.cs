using System.Globalization;
using System.Text.Json;
using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;

namespace Parallax.Bench;

/// <summary>Which reports tell of one occurrence, against the gold groups: B³ over reports.</summary>
internal sealed class StorySet : IGoldSet
{
    private readonly string _folder;
    private readonly Func<JsonElement, string> _group;
    private readonly string _outlet;

    private StorySet(string folder, string outlet, Func<JsonElement, string> group)
    {
        _folder = folder;
        _outlet = outlet;
        _group = group;
    }

    public static StorySet GunViolence { get; } = new("gun-violence", "outlet", record => GoldFolder.Text(record, "incident"));

    public static StorySet NewsCluster { get; } = new("news-cluster", "domain", record => record.GetProperty("cluster").GetProperty("Event").GetString()!);

    public string Name => "stories." + _folder;

    public IReadOnlyList<string> Files(GoldFolder folder) => File.Exists(Records(folder)) ? [Reports(folder), Records(folder)] : [Reports(folder)];

    private string Reports(GoldFolder folder) => folder.PathTo("fusion", _folder, folder.Split + ".jsonl");

    // What came of each occurrence in the end; not every set has it.
    private string Records(GoldFolder folder) => folder.PathTo("fusion", _folder, folder.Split + "-incidents.jsonl");

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        JsonElement[] records = [.. GoldFolder.Records(Reports(folder))];
        ReportProfile[] profiles = new ReportProfile[records.Length];
        DatedTolls[] counted = new DatedTolls[records.Length];
        WordWeights weights = WordWeights.Of(LanguageData.English);
        TollReader tolls = new(LanguageData.English);
        Parallel.For(0, records.Length, i => (profiles[i], counted[i]) = ProfileOf(records[i], i, stages, tolls, weights));
        int[] story = StoryFinder.Find(profiles);
        string[] gold = [.. records.Select(_group)];
        for (int i = 0; i < records.Length && stages.Predictions is not null; i++)
            stages.Predictions.Story(GoldFolder.Text(records[i], "id"), story[i]);
        (double precision, double recall) = BCubed.Of(gold, story);
        yield return new Score(Name + ".b3", 2 * precision * recall / (precision + recall),
            string.Create(CultureInfo.InvariantCulture, $"P {precision:0.000} R {recall:0.000}; {records.Length} reports, {gold.Distinct(StringComparer.Ordinal).Count()} gold groups, {story.Distinct().Count()} found"),
            [.. Mixed(records, gold, story)]);
        if (File.Exists(Records(folder)))
        {
            foreach (Score score in Ledger(folder, gold, counted))
                yield return score;
        }
    }

    // The reports of each gold group against its record; a number that no report adds up to stands for none.
    private IEnumerable<Score> Ledger(GoldFolder folder, string[] gold, DatedTolls[] counted)
    {
        ILookup<string, DatedTolls> reports = Enumerable.Range(0, gold.Length).ToLookup(i => gold[i], i => counted[i], StringComparer.Ordinal);
        Tally killed = default, injured = default;
        foreach (JsonElement record in GoldFolder.Records(Records(folder)))
        {
            string id = GoldFolder.Text(record, "incident_uri");
            if (!reports.Contains(id))
                continue;
            (decimal? dead, decimal? hurt) = StoryLedger.Of(reports[id]);
            killed += new Tally((dead ?? 0) == record.GetProperty("num_killed").GetInt32() ? 1 : 0, 1, 1);
            injured += new Tally((hurt ?? 0) == record.GetProperty("num_injured").GetInt32() ? 1 : 0, 1, 1);
        }
        yield return new Score(Name + ".killed", killed.Precision, killed.ToString());
        yield return new Score(Name + ".injured", injured.Precision, injured.ToString());
    }

    private (ReportProfile, DatedTolls) ProfileOf(JsonElement record, int number, Stages stages, TollReader tolls, WordWeights weights)
    {
        LocalDate? published = Stages.Day(GoldFolder.Text(record, "date"));
        Parallax.Read.Report report = Stages.ReportOf(GoldFolder.Text(record, "text"), published, GoldFolder.Text(record, "title"));
        // A text that stands in the set twice has one content and two records.
        AnnotatedReport read = stages.Annotate(report with { Id = number.ToString("D6", CultureInfo.InvariantCulture), Outlet = GoldFolder.Text(record, _outlet) });
        IReadOnlyList<ReportToll> own = tolls.Read(read);
        return (ReportProfile.Of(read, published, own, weights), new DatedTolls(published, own));
    }

    private static IEnumerable<string> Mixed(JsonElement[] records, string[] gold, int[] story) =>
        from found in Enumerable.Range(0, records.Length).GroupBy(i => story[i])
        where found.Select(i => gold[i]).Distinct(StringComparer.Ordinal).Count() > 1
        select "one story: " + string.Join(" | ", found.Select(i => gold[i] + " " + GoldFolder.Text(records[i], "title")));
}
