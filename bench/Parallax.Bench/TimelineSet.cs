using System.Globalization;
using System.Text.Json;
using NodaTime;
using Parallax.Assess;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>
/// The days that matter of a topic, against timelines that editors made of it (T17): date F1, averaged over the timelines. As is usual for the set, as many
/// days are given as the timeline has, and reports and days are those between its first and its last; the second score goes without these bounds.
/// </summary>
internal sealed class TimelineSet : IGoldSet
{
    // The ranking reads no further.
    private const int Sentences = 30;

    public string Name => "timelines";

    public IReadOnlyList<string> Files(GoldFolder folder)
    {
        string gold = Gold(folder);
        return [gold, .. File.Exists(gold) ? Timelines(gold).Select(t => t.Topic).Distinct(StringComparer.Ordinal).Select(t => Articles(folder, t)) : []];
    }

    private static string Gold(GoldFolder folder) => folder.PathTo("timelines", "gold.jsonl");

    private static string Articles(GoldFolder folder, string topic) => folder.PathTo("timelines", "T17", topic + ".jsonl");

    // The sets of the folder whose reports are not there have timelines only.
    private static IEnumerable<(string Topic, string Name, SortedSet<LocalDate> Days)> Timelines(string gold) =>
        from record in GoldFolder.Records(gold)
        where GoldFolder.Text(record, "set") == "T17"
        let days = GoldFolder.List(record, "entries").Select(e => Stages.Day(GoldFolder.Text(e, "date"))).OfType<LocalDate>()
        where days.Any()
        select (GoldFolder.Text(record, "topic"), GoldFolder.Text(record, "name"), new SortedSet<LocalDate>(days));

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        List<double> bounded = [], free = [];
        List<string> detail = [];
        foreach (var topic in Timelines(Gold(folder)).GroupBy(t => t.Topic, StringComparer.Ordinal))
        {
            (LocalDate Published, NamedDays Named)[] reports = Read(folder, topic.Key, stages);
            foreach ((string _, string name, SortedSet<LocalDate> gold) in topic)
            {
                LocalDate[] within = [.. DayRanking.Rank(reports.Where(r => IsWithin(r.Published, gold)).Select(r => r.Named)).Select(d => d.Day).Where(d => IsWithin(d, gold)).Take(gold.Count)];
                LocalDate[] all = [.. DayRanking.Rank(reports.Select(r => r.Named)).Select(d => d.Day).Take(gold.Count)];
                bounded.Add(F1(within, gold));
                free.Add(F1(all, gold));
                detail.Add(string.Create(CultureInfo.InvariantCulture, $"{topic.Key} {bounded[^1]:0.000}"));
                stages.Predictions?.Record(topic.Key + "/" + name, "", answer => answer.Word("days", string.Join(' ', within.Order().Select(d => EdtfDate.Day(d).ToString()))));
            }
        }
        yield return new Score(Name + ".date-f1", bounded.DefaultIfEmpty().Average(), string.Join(", ", detail));
        yield return new Score(Name + ".date-f1-unbounded", free.DefaultIfEmpty().Average(), "all reports of the topic, any day");
    }

    private static (LocalDate, NamedDays)[] Read(GoldFolder folder, string topic, Stages stages)
    {
        JsonElement[] records = [.. GoldFolder.Records(Articles(folder, topic))];
        (LocalDate, NamedDays)[] reports = new (LocalDate, NamedDays)[records.Length];
        Parallel.For(0, records.Length, i =>
        {
            LocalDate published = Stages.Day(GoldFolder.Text(records[i], "date"))!.Value;
            string text = string.Join('\n', GoldFolder.List(records[i], "sentences").Take(Sentences).Select(s => s.GetString()));
            // One text printed twice is one origin.
            reports[i] = (published, new NamedDays(StableHash.Sha256(text), DayRanking.DaysOf(stages.Annotate(text, published), EdtfDate.Day(published))));
        });
        return reports;
    }

    private static bool IsWithin(LocalDate day, SortedSet<LocalDate> gold) => day >= gold.Min && day <= gold.Max;

    private static double F1(LocalDate[] given, SortedSet<LocalDate> gold)
    {
        int right = given.Count(gold.Contains);
        return right == 0 ? 0 : 2.0 * right / (given.Length + gold.Count);
    }
}
