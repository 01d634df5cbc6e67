using System.Globalization;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>What a sentence says one participant does to another.</summary>
/// <param name="Answer">The likeliest <see cref="RootAnswer"/>.</param>
/// <param name="Scores">For each answer the sum of its weights.</param>
/// <param name="Verdict">What the rules say.</param>
/// <param name="Scene">Where the words stand.</param>
internal sealed record RootReading(int Answer, float[] Scores, RootVerdict Verdict, RootScene Scene)
{
    /// <summary>The root in PLOVER 2.0; null where no event is likelier than any.</summary>
    public EventType? Root => RootAnswer.Root(Answer);

    /// <summary>How likely each answer is.</summary>
    public double[] Chances()
    {
        double most = Scores.Max(), all = 0;
        double[] chances = new double[Scores.Length];
        for (int k = 0; k < chances.Length; k++)
            all += chances[k] = Math.Exp(Scores[k] - most);
        for (int k = 0; k < chances.Length; k++)
            chances[k] /= all;
        return chances;
    }
}

/// <summary>Tells what root of PLOVER an event has, by rules over the tree and trained weights. Safe for many threads.</summary>
internal sealed class RootClassifier(RootLexicon lexicon, RootModel model)
{
    /// <summary>How much the verdict of the rules counts beside the weights.</summary>
    private const float RuleWeight = 4.5f;

    /// <summary>How much it counts where it looked at a single word.</summary>
    private const float WordWeight = 1.5f;

    private readonly RootComposer _composer = new(lexicon);

    public static RootClassifier Of(LanguageData data)
    {
        using Stream stream = data.Open("compiled/roots.bin");
        return new RootClassifier(RootLexicon.Of(data), RootModel.Read(stream));
    }

    /// <summary>What the sentence around the two spans says the source does to the target; a span may be empty where there is none.</summary>
    public RootReading? Read(AnnotatedReport report, TextSpan source, TextSpan target) =>
        SceneOf(report, lexicon, source, target) is { } scene ? Read(scene) : null;

    /// <summary>The scene of two spans of a report; null where the report has no sentence.</summary>
    public static RootScene? SceneOf(AnnotatedReport report, RootLexicon lexicon, TextSpan source, TextSpan target)
    {
        int anchor = source.Length > 0 ? source.Start : target.Start;
        Sentence? sentence = report.Sentences.LastOrDefault(s => s.Span.Start <= anchor) ?? (report.Sentences.Count > 0 ? report.Sentences[0] : null);
        if (sentence is null)
            return null;
        RootTree tree = new(report, sentence, lexicon);
        return RootScene.Of(tree, source.Length > 0 ? tree.HeadOf(source) : -1, target.Length > 0 ? tree.HeadOf(target) : -1);
    }

    /// <summary>What the scene says.</summary>
    public RootReading Read(RootScene scene)
    {
        RootVerdict verdict = _composer.Compose(scene);
        int[] sums = model.Score(RootFeatures.Of(scene, verdict, named: false).Hashes);
        float[] scores = [.. sums.Select(sum => sum / RootModel.Unit)];
        if (verdict.Root is not null)
            scores[RootAnswer.Of(verdict)] += verdict.IsStrong ? RuleWeight : WordWeight;
        int best = 0;
        for (int k = 1; k < scores.Length; k++)
        {
            if (scores[k] > scores[best])
                best = k;
        }
        return new RootReading(best, scores, verdict, scene);
    }

    /// <summary>The features that speak most for the root, with their weights.</summary>
    public IReadOnlyList<(string Feature, float Weight)> Reasons(RootReading reading, int most)
    {
        RootFeatures features = RootFeatures.Of(reading.Scene, reading.Verdict, named: true);
        return [.. features.Hashes.Select((hash, i) => (Feature: features.Names[i], Weight: (model.RowOf(hash)?[reading.Answer] ?? 0) / RootModel.Unit))
            .Where(item => item.Weight > 0).OrderByDescending(item => item.Weight).ThenBy(item => item.Feature, StringComparer.Ordinal).Take(most)];
    }

    /// <summary>The reasons in one line: "lift+sanct; verb lift 1.20, noun sanction 0.80".</summary>
    public string Explain(RootReading reading, int most) =>
        reading.Verdict.Rule + string.Concat(Reasons(reading, most).Select(item => string.Create(CultureInfo.InvariantCulture, $"; {item.Feature} {item.Weight:0.00}")));
}
