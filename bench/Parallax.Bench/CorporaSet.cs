using System.Globalization;
using Parallax.Assess;
using Parallax.Data;

namespace Parallax.Bench;

/// <summary>
/// The invented crises of <c>specs/corpora</c>, the whole line on each, against what was put together by hand. Every second one in alphabetical order is for
/// study, and only of those the misses are shown; the others are only for the score.
/// </summary>
internal sealed class CorporaSet : IGoldSet
{
    public string Name => "corpora";

    public IReadOnlyList<string> Files(GoldFolder folder) => [.. GoldCorpus.Folders().SelectMany(f => new[] { GoldCorpus.GoldOf(f), GoldCorpus.ReportsOf(f) })];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        IReadOnlyList<string> folders = GoldCorpus.Folders();
        foreach ((string half, int start) in new[] { ("study", 0), ("blind", 1) })
        {
            SortedDictionary<string, (double Right, double All)> sums = new(StringComparer.Ordinal);
            List<string> missed = [];
            for (int i = start; i < folders.Count; i += 2)
            {
                GoldCorpus gold = GoldCorpus.Load(folders[i]);
                Situation found = new Analysis(LanguageData.English, AnalysisOptions.Default).Run([gold.ReportsFile]).Situation;
                CorpusTally tally = CorpusJudge.Judge(gold, found);
                foreach ((string name, (double right, double all)) in tally.Counts)
                {
                    (double r, double a) = sums.GetValueOrDefault(name);
                    sums[name] = (r + right, a + all);
                    stages.Predictions?.Record($"{gold.Name}:{name}", "", answer => answer.Word("right", Round(right)).Word("of", Round(all)));
                }
                if (half == "study")
                    missed.AddRange(tally.Missed.Select(m => gold.Name + " " + m));
            }
            foreach ((string name, (double right, double all)) in sums)
            {
                yield return new Score($"{Name}.{half}.{name}", all == 0 ? 1 : right / all, $"{Round(right)} of {Round(all)}",
                    [.. missed.Where(m => m.Contains(' ' + name + ": ", StringComparison.Ordinal))]);
            }
        }
    }

    private static string Round(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
