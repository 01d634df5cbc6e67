using System.Globalization;
using System.Text.Json;
using Parallax.Extract;

namespace Parallax.Bench;

/// <summary>Killed and injured as one report gives them, against the record of the incident.</summary>
internal sealed class CasualtySet : IGoldSet
{
    private const int SampleSize = 400;
    private const int FewestWords = 30;

    public string Name => "figures.gun-violence";

    public IReadOnlyList<string> Files(GoldFolder folder) =>
        [folder.PathTo("fusion", "gun-violence", folder.Split + ".jsonl"), folder.PathTo("fusion", "gun-violence", folder.Split + "-incidents.jsonl")];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        Dictionary<string, (int Killed, int Injured)> records = [];
        foreach (JsonElement record in GoldFolder.Records(Files(folder)[1]))
            records[GoldFolder.Text(record, "incident_uri")] = (record.GetProperty("num_killed").GetInt32(), record.GetProperty("num_injured").GetInt32());
        IReadOnlyList<JsonElement> sample = GoldFolder.Sample(
            GoldFolder.Records(Files(folder)[0]).Where(r => GoldFolder.Text(r, "text").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= FewestWords
                && records.ContainsKey(GoldFolder.Text(r, "incident"))),
            r => GoldFolder.Text(r, "id"), SampleSize);
        Tally killed = default;
        Tally injured = default;
        Tally reached = default;
        List<string> wrong = [];
        foreach (JsonElement record in sample)
        {
            ReportClaims claims = stages.Extract(GoldFolder.Text(record, "text"), Stages.Day(GoldFolder.Text(record, "date")), GoldFolder.Text(record, "title"));
            (int Killed, int Injured) truth = records[GoldFolder.Text(record, "incident")];
            Tally dead = Check(claims, Parallax.Extract.Measure.Killed, truth.Killed, record, wrong);
            Tally hurt = Check(claims, Parallax.Extract.Measure.Injured, truth.Injured, record, wrong);
            (killed, injured) = (killed + dead, injured + hurt);
            reached += (truth.Killed > 0 ? dead : default) + (truth.Injured > 0 ? hurt : default);
        }
        yield return new Score(Name + ".killed", killed.Precision, Detail(killed, sample.Count), wrong);
        yield return new Score(Name + ".injured", injured.Precision, Detail(injured, sample.Count));
        yield return new Score(Name + ".found", reached.Recall, string.Create(CultureInfo.InvariantCulture, $"{reached.Right} of {reached.Gold} numbers above zero in the record"));
    }

    private static string Detail(Tally tally, int sample) => string.Create(CultureInfo.InvariantCulture,
        $"{tally.Right} right of {tally.Found} stated, {tally.Gold} above zero in the record; sample of {sample}");

    // A report may give the toll of each event and of earlier ones; the largest that is not history is what a reader takes for this incident's.
    private static Tally Check(ReportClaims claims, Parallax.Extract.Measure measure, int truth, JsonElement record, List<string> wrong)
    {
        decimal[] stated = [.. claims.Claims.OfType<FigureClaim>()
            .Where(f => f.Measure == measure && !f.Cumulative && f.Status is (ClaimStatus.Happened or ClaimStatus.Alleged))
            .Select(f => claims.Source.Quantities[f.Quantity].Low)];
        bool right = stated.Length > 0 && stated.Max() == truth;
        if (stated.Length > 0 && !right)
            wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{GoldFolder.Text(record, "id")} {measure}: {stated.Max()} stated, {truth} in the record"));
        return new Tally(right ? 1 : 0, stated.Length > 0 ? 1 : 0, truth > 0 ? 1 : 0);
    }
}
