using System.Globalization;
using System.Text.Json;
using Parallax.Data;
using Parallax.Extract;

namespace Parallax.Bench;

/// <summary>Killed and injured as one report gives them, against the record of the incident.</summary>
internal sealed class CasualtySet : IGoldSet
{
    private const int SampleSize = 400;
    private const int FewestWords = 30;

    public string Name => "figures.gun-violence";

    public IReadOnlyList<string> Files(GoldFolder folder) =>
        folder.Split == "dev" || File.Exists(Incidents(folder)) ? [Reports(folder), Incidents(folder)] : [Reports(folder)];

    private static string Reports(GoldFolder folder) => folder.PathTo("fusion", "gun-violence", folder.Split + ".jsonl");

    private static string Incidents(GoldFolder folder) => folder.PathTo("fusion", "gun-violence", folder.Split + "-incidents.jsonl");

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        TollReader reader = new(LanguageData.English);
        Dictionary<string, (int Killed, int Injured)> records = [];
        foreach (JsonElement record in Files(folder).Skip(1).SelectMany(GoldFolder.Records))
            records[GoldFolder.Text(record, "incident_uri")] = (record.GetProperty("num_killed").GetInt32(), record.GetProperty("num_injured").GetInt32());
        IReadOnlyList<JsonElement> sample = GoldFolder.Sample(
            GoldFolder.Records(Files(folder)[0]).Where(r => GoldFolder.Text(r, "text").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= FewestWords
                && records.ContainsKey(GoldFolder.Text(r, "incident"))),
            r => GoldFolder.Text(r, "id"), SampleSize);
        Tally killed = default;
        Tally injured = default;
        Tally reached = default;
        List<string> wrong = [];
        // Who asks for the answers gets one on every report; the scores are of the sample all the same.
        HashSet<(string, string)> scored = [.. sample.Select(KeyOf)];
        foreach (JsonElement record in stages.Predictions is null ? sample : GoldFolder.Records(Files(folder)[0]))
        {
            ReportClaims claims = stages.Extract(GoldFolder.Text(record, "text"), Stages.Day(GoldFolder.Text(record, "date")), GoldFolder.Text(record, "title"));
            IReadOnlyList<ReportToll> tolls = reader.Read(claims.Source);
            stages.Predictions?.Tolls(GoldFolder.Text(record, "id"), tolls);
            if (!scored.Contains(KeyOf(record)))
                continue;
            (int Killed, int Injured) truth = records[GoldFolder.Text(record, "incident")];
            Tally dead = Check(tolls, Parallax.Extract.Measure.Killed, truth.Killed, record, wrong);
            Tally hurt = Check(tolls, Parallax.Extract.Measure.Injured, truth.Injured, record, wrong);
            (killed, injured) = (killed + dead, injured + hurt);
            reached += (truth.Killed > 0 ? dead : default) + (truth.Injured > 0 ? hurt : default);
        }
        yield return new Score(Name + ".killed", killed.Precision, Detail(killed, sample.Count), wrong);
        yield return new Score(Name + ".injured", injured.Precision, Detail(injured, sample.Count));
        yield return new Score(Name + ".found", reached.Recall, string.Create(CultureInfo.InvariantCulture, $"{reached.Right} of {reached.Gold} numbers above zero in the record"));
    }

    // A report on two incidents stands twice under one id.
    private static (string Id, string Incident) KeyOf(JsonElement record) => (GoldFolder.Text(record, "id"), GoldFolder.Text(record, "incident"));

    private static string Detail(Tally tally, int sample) => string.Create(CultureInfo.InvariantCulture,
        $"{tally.Right} right of {tally.Found} stated, {tally.Gold} above zero in the record; sample of {sample}");

    // What the report adds up to for its own occasion; a number that its own words leave open is not taken as stated.
    private static Tally Check(IReadOnlyList<ReportToll> tolls, Parallax.Extract.Measure measure, int truth, JsonElement record, List<string> wrong)
    {
        ReportToll? toll = tolls.FirstOrDefault(t => t.Measure == measure && t.IsSettled);
        bool right = toll?.Count == truth;
        if (toll is not null && !right)
            wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{GoldFolder.Text(record, "id")} {measure}: {toll.Count} stated, {truth} in the record ({toll.Parts[0].Rule})"));
        return new Tally(right ? 1 : 0, toll is not null ? 1 : 0, truth > 0 ? 1 : 0);
    }
}
