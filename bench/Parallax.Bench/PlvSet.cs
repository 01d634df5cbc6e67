using System.Globalization;
using System.Text.Json;
using Parallax.Data;
using Parallax.Extract;

namespace Parallax.Bench;

/// <summary>
/// What a sentence says one given actor does to another, against PLV. Its roots are filed after PLOVER's table of CAMEO codes, with CONCEDE and RETREAT
/// as one root, YIELD; where that table and the manual of PLOVER 2.0 differ, the answers are filed as the table does.
/// </summary>
internal sealed class PlvSet : IGoldSet
{
    private const string Yield = "YIELD";

    public string Name => "events.plv";

    public IReadOnlyList<string> Files(GoldFolder folder) => [folder.PathTo("events", "plv", (folder.Split == "dev" ? "train" : folder.Split) + ".jsonl")];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        RootClassifier classifier = RootClassifier.Of(LanguageData.English);
        List<(string Gold, string Found)> pairs = [];
        List<string> missed = [];
        int quads = 0;
        foreach (JsonElement record in GoldFolder.Records(Files(folder)[0]))
        {
            string marked = GoldFolder.Text(record, "marked_sentence"), gold = GoldFolder.Text(record, "gold_root");
            MarkedSentence sentence = MarkedSentence.Parse(marked);
            RootReading? reading = classifier.Read(stages.Annotate(sentence.Text), sentence.Source, sentence.Target);
            string found = reading is null ? "none" : Likeliest(reading);
            pairs.Add((gold, found));
            stages.Predictions?.Record(PredictedAnswers.Id(pairs.Count), "", answer => answer.Word("sentence_id", GoldFolder.Text(record, "sentence_id")).Word("root", found).Word("penta", Quad(found)));
            quads += Quad(found) == GoldFolder.Text(record, "gold_penta") ? 1 : 0;
            if (found != gold)
                missed.Add($"{gold}, found {found} ({(reading is null ? "nothing" : classifier.Explain(reading, 3))}): {marked}");
        }
        Tally roots = new(pairs.Count(pair => pair.Gold == pair.Found), pairs.Count, pairs.Count);
        string[] names = [.. pairs.Select(pair => pair.Gold).Distinct().Order(StringComparer.Ordinal)];
        double[] each = [.. names.Select(name => F1(pairs, name))];
        yield return new Score(Name + ".accuracy", roots.Recall, roots.ToString(), missed);
        yield return new Score(Name + ".macro", each.Average(), string.Join(' ', names.Zip(each, (name, f1) => string.Create(CultureInfo.InvariantCulture, $"{name} {f1:0.00}"))));
        yield return new Score(Name + ".quad", (double)quads / pairs.Count, $"{quads} of {pairs.Count}");
    }

    /// <summary>The likeliest root of the set; every record has an event, so that there is none is no answer.</summary>
    private static string Likeliest(RootReading reading)
    {
        double[] chances = reading.Chances();
        SortedDictionary<string, double> byName = new(StringComparer.Ordinal);
        for (int answer = 0; answer < chances.Length; answer++)
        {
            if (RootAnswer.RootAfterCameo(answer) is not { } root)
                continue;
            string name = root is EventType.Concede or EventType.Retreat ? Yield : root.ToString().ToUpperInvariant();
            byName[name] = byName.GetValueOrDefault(name) + chances[answer];
        }
        return byName.MaxBy(pair => pair.Value).Key;
    }

    private static string Quad(string name) => name switch
    {
        "AGREE" or "CONSULT" or "SUPPORT" => "1",
        Yield or "COOPERATE" or "AID" => "2",
        "REQUEST" or "ACCUSE" or "REJECT" or "THREATEN" => "3",
        _ => "4",
    };

    private static double F1(List<(string Gold, string Found)> pairs, string name)
    {
        int both = pairs.Count(pair => pair.Gold == name && pair.Found == name);
        return 2.0 * both / (pairs.Count(pair => pair.Gold == name) + pairs.Count(pair => pair.Found == name));
    }
}
