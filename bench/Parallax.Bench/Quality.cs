using System.Globalization;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>What to run and what to write; see the options of <c>quality</c>.</summary>
internal sealed record QualityOptions(string Data, string Split, string Only, bool Verbose, bool Raise, IReadOnlyList<string> Lower, string? Predictions = null);

/// <summary>Runs the sets, prints the table, compares with the floors.</summary>
internal static class Quality
{
    private const string Development = "dev";

    private static readonly IGoldSet[] Sets =
    [
        new SeedSet(), new RawTextSet("ewt", "en_ewt"), new TreebankSet("ewt", "en_ewt"), new TreebankSet("gum", "en_gum"), new TreebankSet("gum-news", "en_gum", documents: "GUM_news_"),
        new TreebankSet("partut", "en_partut", isPenn: false), new NameSet("uner-ewt", f => f.PathTo("names", $"en_ewt-uner-{f.Split}.iob2"), f => GoldNames.AsTheyAre(File.ReadLines(f))),
        new NameSet("gum", f => f.PathTo("names", $"gum-{f.Split}.jsonl"), f => GoldNames.Gum(GoldFolder.Records(f)), hasMentions: true),
        new NameSet("re3d", f => f.PathTo("names", $"re3d-{(f.Split == Development ? "train" : f.Split)}.iob2"), f => GoldNames.OfMentions(File.ReadLines(f)), hasMentions: true),
        new PlaceSet("lgl", marksPeoples: true), new PlaceSet("tr-news", marksPeoples: true), new PlaceSet("geovirus", marksPeoples: false), new TimeSet(), new TimeMlSet(), new TimeCaseSet(), new QuoteSet(),
        new CasualtySet(), StorySet.GunViolence, StorySet.NewsCluster, new TimelineSet(), new IdmcSet(), new EventTypeSet(), new PlvSet(), new BackgroundSet(),
        new CaseSet("ewt", "en_ewt"), new CaseSet("gum", "en_gum"), new CaseSet("gum-news", "en_gum", "GUM_news_"), new MucSet(),
        new PairSet("*"), new PairSet("a"), new PairSet("b"), new PairSet("c"), new PairSet("d"), new PairSet("e"), new PairSet("f"), new PageMapSet(), new PageTextSet(), new PageDateSet(),
        new OriginLadderSet(), new WireSet(), new NearCopySet(), new CorporaSet(), AnchorSet.Incidents, AnchorSet.Topics, new DisagreementSet(), ActorIdentitySet.NewsWcl50, ActorIdentitySet.Meantime, new ReferenceSet(), new OccurrenceSet(),
    ];

    public static int Run(QualityOptions options)
    {
        try
        {
            using Predictions? predictions = options.Predictions is { } at ? new Predictions(at) : null;
            return Run(options, predictions);
        }
        catch (ProblemException ending)
        {
            Console.Error.WriteLine("error " + ending.Problem);
            return 1;
        }
    }

    private static int Run(QualityOptions options, Predictions? predictions)
    {
        GoldFolder folder = new(options.Data, options.Split);
        Floors floors = Floors.Load();
        Stages stages = new() { Predictions = predictions };
        List<string> faults = [];
        HashSet<string> unknown = [.. options.Lower];
        foreach (IGoldSet set in Sets.Where(s => s.Name.StartsWith(options.Only, StringComparison.Ordinal)))
        {
            IReadOnlyList<string> files = set.Files(folder);
            if (files.Count == 0 || files.FirstOrDefault(f => !File.Exists(f)) is not null)
            {
                Console.WriteLine($"{set.Name,-32} skipped: {files.FirstOrDefault(f => !File.Exists(f)) ?? "its folder"} is not there");
                predictions?.Skip(set.Name);
                continue;
            }
            predictions?.Begin();
            string gold = GoldFolder.Hash(files);
            foreach (Score score in set.Measure(folder, stages))
            {
                Floor? floor = floors.Of(score.Name);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{score.Name,-32} {score.Value:0.0000}  floor {floor?.Least ?? 0:0.000}  {score.Detail}"));
                if (options.Verbose)
                {
                    foreach (string missed in score.Missed)
                        Console.WriteLine("    missed: " + missed);
                }
                // Floors are of the development parts; other parts are measured, never held.
                if (options.Split == Development)
                    Hold(score, gold, floors, options, unknown, faults);
            }
            predictions?.Save(set.Name);
        }
        faults.AddRange(unknown.Order(StringComparer.Ordinal).Select(name => name + ": no score of this name was measured, so it was not lowered."));
        if (options.Split == Development && (options.Raise || options.Lower.Count > 0))
            floors.Save();
        foreach (string fault in faults)
            Console.Error.WriteLine(fault);
        return faults.Count == 0 ? 0 : 1;
    }

    private static void Hold(Score score, string gold, Floors floors, QualityOptions options, HashSet<string> unknown, List<string> faults)
    {
        if (unknown.Remove(score.Name))
            floors.Lower(score.Name, score.Value, gold);
        else if (options.Raise)
            floors.Raise(score.Name, score.Value, gold);
        switch (floors.Check(score.Name, score.Value, gold))
        {
            case Standing.New:
                faults.Add($"{score.Name}: no floor is recorded; run with --raise.");
                break;
            case Standing.GoldChanged:
                faults.Add($"{score.Name}: the gold set changed (recorded {floors.Of(score.Name)!.Gold}, now {gold}), so the score cannot be compared. "
                    + "If the change is meant, say so in the commit and record it with --raise.");
                break;
            case Standing.Below:
                faults.Add(string.Create(CultureInfo.InvariantCulture,
                    $"{score.Name}: {score.Value:0.0000} is below its floor {floors.Of(score.Name)!.Least:0.000}; only --lower {score.Name} takes a floor down."));
                break;
        }
    }
}
