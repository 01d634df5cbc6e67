using System.Globalization;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>
/// ECB+: which mentions of events, in all reports of all topics together, tell of one occurrence. Topics are not given; the reports are put into stories first.
/// Compared are the mentions of the sentences that the set calls validated.
/// </summary>
internal sealed class OccurrenceSet : IGoldSet
{
    /// <summary>The average score of reports of one story here: the set gives no days, so that pairs score lower than elsewhere.</summary>
    private const double OneStory = 0.2;

    public string Name => "ecbplus";

    public IReadOnlyList<string> Files(GoldFolder folder) => [folder.PathTo("fusion", "ecbplus", folder.Split + ".jsonl")];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        GoldOccurrences[] reports = [.. GoldFolder.Records(Files(folder)[0]).Select(GoldOccurrences.Read)];
        AnnotatedReport[] read = new AnnotatedReport[reports.Length];
        ReportProfile[] profiles = new ReportProfile[reports.Length];
        TollReader tolls = new(LanguageData.English);
        WordWeights weights = WordWeights.Of(LanguageData.English);
        Parallel.For(0, reports.Length, i =>
        {
            read[i] = stages.Annotate(Stages.ReportOf(reports[i].Text, null, null) with { Id = i.ToString("D6", CultureInfo.InvariantCulture) });
            profiles[i] = ReportProfile.Of(read[i], null, tolls.Read(read[i]), weights);
        });
        int[] stories = StoryParts.Of(profiles, StoryFinder.Find(profiles, OneStory));
        (double precision, double recall) = BCubed.Of([.. reports.Select(r => r.Topic)], stories);
        yield return new Score(Name + ".stories.b3", 2 * precision * recall / (precision + recall),
            string.Create(CultureInfo.InvariantCulture, $"P {precision:0.000} R {recall:0.000}; {reports.Length} reports, {stories.Distinct().Count()} stories"));
        (Score own, ILookup<int, (TextSpan Span, int Occurrence)> ours) = WithOwnMentions(reports, read, stories);
        (Score gold, ILookup<int, (int Id, int Occurrence)> given) = WithGoldMentions(reports, read, stories);
        for (int r = 0; r < reports.Length && stages.Predictions is not null; r++)
        {
            int report = r;
            stages.Predictions.Record(reports[r].Id, reports[r].Text, answer => answer.Number("story", stories[report]).Word("text", reports[report].Text)
                .Items("mentions", given[report], m => answer.Number("m_id", m.Id).Number("occurrence", m.Occurrence))
                .Items("own", ours[report], m => answer.Span(m.Span).Number("occurrence", m.Occurrence)));
        }
        yield return gold;
        yield return own;
    }

    private (Score Score, ILookup<int, (int Id, int Occurrence)> Given) WithGoldMentions(GoldOccurrences[] reports, AnnotatedReport[] read, int[] stories)
    {
        OccurrenceReader reader = new(LanguageData.English);
        (int Report, GoldOccurrence Gold)[] mentions = [.. Enumerable.Range(0, reports.Length).SelectMany(i => reports[i].Mentions.Select(m => (i, m)))];
        Occurrence[] occurrences = new Occurrence[mentions.Length];
        Parallel.For(0, mentions.Length, i => occurrences[i] = reader.Read(read[mentions[i].Report], mentions[i].Report, TokensOf(read[mentions[i].Report], mentions[i].Gold.Spans)));
        int[] found = OccurrenceLinker.Link(occurrences, stories);
        int[][] gold = Clusters(mentions.Select(m => m.Gold.Chain));
        Score score = ScoreOf(Name + ".gold-mentions.conll", new CoreferenceScore(gold, Clusters(found)), $"{mentions.Length} mentions of {gold.Length} occurrences", [.. Mixed(mentions, occurrences, found)]);
        return (score, Enumerable.Range(0, mentions.Length).ToLookup(i => mentions[i].Report, i => (mentions[i].Gold.Id, found[i])));
    }

    // A mention of ours is one of the gold where their main words are one.
    private (Score Score, ILookup<int, (TextSpan Span, int Occurrence)> Ours) WithOwnMentions(GoldOccurrences[] reports, AnnotatedReport[] read, int[] stories)
    {
        OccurrenceReader reader = new(LanguageData.English);
        List<Occurrence> own = [];
        List<int> numbers = [];
        List<TextSpan> spans = [];
        List<(string Chain, int Number)> gold = [];
        Dictionary<(int Report, int Token), int> known = [];
        for (int r = 0; r < reports.Length; r++)
        {
            foreach (GoldOccurrence mention in reports[r].Mentions)
            {
                int head = OccurrenceReader.HeadOf(read[r].Tokens, TokensOf(read[r], mention.Spans));
                if (known.TryAdd((r, head), known.Count))
                    gold.Add((mention.Chain, known[(r, head)]));
            }
            foreach (int token in reader.Find(read[r]).Where(t => reports[r].IsCompared(read[r].Tokens[t].Span)))
            {
                own.Add(reader.Read(read[r], r, [token]));
                spans.Add(read[r].Tokens[token].Span);
                numbers.Add(known.TryGetValue((r, token), out int number) ? number : -own.Count);
            }
        }
        int[] found = OccurrenceLinker.Link(own, stories);
        int[][] goldClusters = [.. gold.GroupBy(g => g.Chain, StringComparer.Ordinal).Select(g => g.Select(m => m.Number).ToArray())];
        int[][] foundClusters = [.. Clusters(found).Select(c => c.Select(i => numbers[i]).ToArray())];
        Score score = ScoreOf(Name + ".own-mentions.conll", new CoreferenceScore(goldClusters, foundClusters), $"{gold.Count} gold mentions, {numbers.Count(n => n >= 0)} of them among {own.Count} of ours", []);
        return (score, Enumerable.Range(0, own.Count).ToLookup(i => own[i].Report, i => (spans[i], found[i])));
    }

    private static Score ScoreOf(string name, CoreferenceScore score, string counts, IReadOnlyList<string> missed)
    {
        static string Show((double Precision, double Recall) of) => string.Create(CultureInfo.InvariantCulture, $"{CoreferenceScore.F(of):0.000} (P {of.Precision:0.000} R {of.Recall:0.000})");
        return new Score(name, score.Conll, $"MUC {Show(score.Muc())}, B3 {Show(score.BCubed())}, CEAF-e {Show(score.CeafE())}; {counts}", missed);
    }

    private static int[] TokensOf(AnnotatedReport report, IReadOnlyList<TextSpan> spans)
    {
        SortedSet<int> tokens = [];
        foreach (TextSpan span in spans)
        {
            int first = Math.Max(0, AnnotatedReport.FirstTokenAt(report.Tokens, span.Start) - 1);
            for (int t = first; t < report.Tokens.Count && report.Tokens[t].Span.Start < span.End; t++)
            {
                if (report.Tokens[t].Span.Overlaps(span))
                    tokens.Add(t);
            }
        }
        return tokens.Count > 0 ? [.. tokens] : [Math.Max(0, AnnotatedReport.FirstTokenAt(report.Tokens, spans[0].Start) - 1)];
    }

    private static int[][] Clusters<T>(IEnumerable<T> labels) =>
        [.. labels.Select((label, i) => (label, i)).GroupBy(p => p.label).Select(g => g.Select(p => p.i).ToArray())];

    private static IEnumerable<string> Mixed((int Report, GoldOccurrence Gold)[] mentions, Occurrence[] occurrences, int[] found) =>
        Enumerable.Range(0, mentions.Length).GroupBy(i => mentions[i].Gold.Chain, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Where(g => g.Select(i => found[i]).Distinct().Count() > 1)
            .Select(g => g.Key + ": " + string.Join(" | ", g.GroupBy(i => found[i]).OrderByDescending(o => o.Count()).ThenBy(o => o.Key)
                .Select(o => string.Join(", ", o.CountBy(i => occurrences[i].Lemma).Select(w => $"{w.Key} {w.Value}")))));
}
