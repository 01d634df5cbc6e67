using System.Globalization;
using System.Text.Json;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>
/// A ladder of rewrites made from redistributable news at run time: two hundred stories, each with a copy, a cut copy, a new lead, a paraphrase, a
/// rewrite that keeps only quotes and figures, a credit without text, somebody else's story, and a mixture of two agencies, all in one pool.
/// </summary>
internal sealed class OriginLadderSet : IGoldSet
{
    private const int Seeds = 200;
    private const int LeastWords = 90;
    private const int HalvedFrom = 380;
    private const double MostReprinted = 0.08;
    private readonly ReportReader _reader = new(LanguageData.English, new ReadOptions());

    public string Name => "origins.ladder";

    public IReadOnlyList<string> Files(GoldFolder folder) => [folder.PathTo("corpora", "wikinews.jsonl")];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        List<(LadderReport Gold, ReportClaims Claims)> all = [.. Read(Reports(folder, stages), stages)];
        ReportClaims[] ordered = [.. all.Select(a => a.Claims).OrderBy(c => c.Source.Report.Id, StringComparer.Ordinal)];
        FoundOrigins origins = new OriginFinder(LanguageData.English).Find(ordered, new EvidenceTable());
        Dictionary<string, string> originOf = [];
        for (int i = 0; i < ordered.Length; i++)
            originOf[ordered[i].Source.Report.Id] = origins.OfReport[i];
        Dictionary<string, string> labelOf = all.ToDictionary(a => a.Claims.Source.Report.Id, a => Label(a.Gold), StringComparer.Ordinal);
        ILookup<string, OriginHop> hopsOf = origins.Origins.SelectMany(o => o.Hops).ToLookup(h => h.Report, StringComparer.Ordinal);
        foreach ((LadderReport gold, ReportClaims claims) in all)
        {
            stages.Predictions?.Record(Label(gold), "", record => record
                .Word("origin", originOf[claims.Source.Report.Id])
                .Items("hops", hopsOf[claims.Source.Report.Id], hop => record.Word("kind", hop.Kind).Word("of", hop.Of is null ? null : labelOf[hop.Of]).Word("name", hop.Name).Number("share", (decimal?)hop.Share)));
        }
        return Scores([.. all.Select(a => (a.Gold, originOf[a.Claims.Source.Report.Id]))]);
    }

    private IEnumerable<Score> Scores(IReadOnlyList<(LadderReport Gold, string Origin)> all)
    {
        // Pairs of the seed and steps 1 to 4, and of the stories that are nobody's copy, over all families.
        (LadderReport Gold, string Origin)[] paired = [.. all.Where(a => a.Gold.Step is <= LadderStep.Paraphrase or LadderStep.Independent)];
        long found = 0, right = 0, gold = 0;
        List<string> missed = [];
        foreach (var group in paired.GroupBy(p => p.Origin, StringComparer.Ordinal))
        {
            long members = group.LongCount();
            found += members * (members - 1) / 2;
            foreach (var family in group.Where(g => g.Gold.Step <= LadderStep.Paraphrase).GroupBy(g => g.Gold.Family))
                right += family.LongCount() * (family.LongCount() - 1) / 2;
            string[] strangers = [.. group.Select(g => Label(g.Gold))];
            if (group.Select(g => g.Gold.Family * 2 + (g.Gold.Step == LadderStep.Independent ? 1 : 0)).Distinct().Count() > 1)
                missed.Add("joined: " + string.Join(' ', strangers));
        }
        double error = 0;
        int families = 0;
        int[] lost = new int[Enum.GetValues<LadderStep>().Length], given = new int[lost.Length];
        foreach (var family in all.GroupBy(a => a.Gold.Family))
        {
            long copies = family.LongCount(f => f.Gold.Step <= LadderStep.Paraphrase);
            gold += copies * (copies - 1) / 2;
            int count = family.Select(f => f.Origin).Distinct(StringComparer.Ordinal).Count();
            error += Math.Abs(count - 2);
            families++;
            string seed = family.First(f => f.Gold.Step == LadderStep.Seed).Origin;
            string own = family.First(f => f.Gold.Step == LadderStep.Independent).Origin;
            foreach ((LadderReport report, string origin) in family)
            {
                given[(int)report.Step]++;
                bool good = report.Step == LadderStep.Independent ? origin != seed : origin == seed || (report.Step == LadderStep.Mixed && origin == own);
                if (!good)
                {
                    lost[(int)report.Step]++;
                    missed.Add(Label(report) + (report.Step == LadderStep.Independent ? " joined" : " apart"));
                }
            }
        }
        double precision = (double)right / Math.Max(1, found), recall = (double)right / Math.Max(1, gold);
        string steps = string.Join(", ", Enum.GetValues<LadderStep>().Where(s => s != LadderStep.Seed)
            .Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.ToString().ToLowerInvariant()} {given[(int)s] - lost[(int)s]}/{given[(int)s]}")));
        yield return new Score(Name + ".pairs", precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall),
            string.Create(CultureInfo.InvariantCulture, $"precision {precision:0.000} of {found} pairs, recall {recall:0.000} of {gold}; right by step: {steps}"), missed);
        yield return new Score(Name + ".counts", 1 - (error / Math.Max(1, families) / 2),
            string.Create(CultureInfo.InvariantCulture, $"number of origins of a family off by {error / Math.Max(1, families):0.000} on average ({families} families, two origins each)"));
    }

    private static string Label(LadderReport report) => report.Family.ToString("000", CultureInfo.InvariantCulture) + "/" + report.Step.ToString().ToLowerInvariant();

    private IEnumerable<(LadderReport Gold, ReportClaims Claims)> Read(IEnumerable<LadderReport> reports, Stages stages)
    {
        foreach (LadderReport gold in reports)
        {
            byte[] line = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["title"] = gold.Title,
                ["text"] = gold.Text,
                ["outlet"] = gold.Outlet,
                ["date"] = gold.Date,
                ["author"] = gold.Author,
                ["url"] = "https://" + Slug(gold.Outlet) + ".example/" + Label(gold),
            });
            (IReadOnlyList<Report> read, _) = _reader.Read(new InputItem(Label(gold) + ".json", line, Format: InputFormat.Json));
            if (read is [Report report])
                yield return (gold, stages.Extract(report));
        }
    }

    private static string Slug(string outlet) => outlet.Replace(' ', '-').ToLowerInvariant();

    private static List<LadderReport> Reports(GoldFolder folder, Stages stages)
    {
        List<Story> stories = [];
        foreach (JsonElement record in GoldFolder.Records(folder.PathTo("corpora", "wikinews.jsonl")))
        {
            string text = string.Join("\n\n", GoldFolder.Text(record, "text").Replace('\u00A0', ' ').Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).Skip(1));
            stories.Add(new Story(GoldFolder.Text(record, "url"), GoldFolder.Text(record, "title"), GoldFolder.Text(record, "date"), text));
        }
        Story[] usable = [.. Apart(stories.Where(s => s.Words >= LeastWords).OrderBy(s => StableHash.Sha256(s.Address), StringComparer.Ordinal))];
        // Long stories are halved, so that the other half can stand for a report of one's own on the same topic; the others get a spare story of a near day.
        Story[] seeds = [.. usable.OrderByDescending(s => s.Words >= HalvedFrom).Take(Seeds).OrderBy(s => StableHash.Sha256(s.Address), StringComparer.Ordinal)];
        List<Story> spare = [.. usable.Except(seeds)];
        LadderFamily maker = new(new LadderRewriter());
        List<LadderReport> reports = [];
        for (int family = 0; family < seeds.Length; family++)
        {
            Story story = seeds[family];
            AnnotatedReport whole = stages.Annotate(story.Text);
            AnnotatedReport seed = whole, own;
            Story? near = story.Words >= HalvedFrom ? null : spare.OrderBy(s => Math.Abs(Day(s) - Day(story))).ThenBy(s => s.Address, StringComparer.Ordinal).FirstOrDefault();
            if (near is null)
            {
                int half = whole.Sentences.Count / 2;
                int cut = whole.Sentences[half].Span.Start;
                (seed, own) = (stages.Annotate(story.Text[..cut].TrimEnd()), stages.Annotate(story.Text[cut..]));
            }
            else
            {
                spare.Remove(near);
                own = stages.Annotate(near.Text);
            }
            reports.AddRange(maker.Of(family, story.Title, story.Date, seed, own));
        }
        return reports;
    }

    // Series and follow-ups reprint whole paragraphs of each other: those are copies, and no two families may be.
    private static List<Story> Apart(IEnumerable<Story> stories)
    {
        List<(Story Story, Shingles Runs)> kept = [];
        foreach (Story story in stories)
        {
            Shingles runs = new(story.Text);
            if (kept.TrueForAll(k => runs.In(k.Runs) <= MostReprinted * Math.Min(runs.Count, k.Runs.Count)))
                kept.Add((story, runs));
        }
        return [.. kept.Select(k => k.Story)];
    }

    private static int Day(Story story) => Stages.Day(story.Date) is { } day ? NodaTime.Period.DaysBetween(new NodaTime.LocalDate(2000, 1, 1), day) : 0;

    private sealed record Story(string Address, string Title, string Date, string Text)
    {
        public int Words { get; } = Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length;
    }
}
