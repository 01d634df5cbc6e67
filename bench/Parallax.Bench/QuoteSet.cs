using System.Globalization;
using System.Text.Json;
using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>Who is quoted and with what, against the attributions of PolNeAR.</summary>
internal sealed class QuoteSet : IGoldSet
{
    public string Name => "quotes.polnear";

    public IReadOnlyList<string> Files(GoldFolder folder) => [folder.PathTo("quotes", "polnear", folder.Split + ".jsonl")];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        Tally contentFound = default;
        Tally contentGold = default;
        Tally sourceFound = default;
        Tally sourceGold = default;
        List<string> missed = [];
        AttributionTally tally = new();
        foreach (JsonElement record in GoldFolder.Records(Files(folder)[0]))
        {
            string text = GoldFolder.Text(record, "text");
            CodePoints points = new(text);
            MarkedAttribution[] gold = [.. GoldFolder.List(record, "annotations").Take(1).SelectMany(annotation => GoldFolder.List(annotation, "attributions")).Select(a => new MarkedAttribution(Spans(a, "source", points), Spans(a, "cue", points), Spans(a, "content", points)))
                .Where(a => a.Cue.Count + a.Content.Count > 0)];
            AnnotatedReport report = stages.Annotate(text, Stages.Day(GoldFolder.Text(record, "date")));
            stages.Predictions?.Attributions(GoldFolder.Text(record, "id"), report);
            // The set marks no attribution inside the content of another.
            tally.Add(text, [.. report.Attributions.Where(a => !a.IsInner).Select(a => new MarkedAttribution(Optional(a.Source), Optional(a.Cue), a.Content))], gold);
            MarkedAttribution[] all = [.. report.Speeches.Select(s => new MarkedAttribution(Optional(s.SpeakerSpan), Optional(s.Cue), s.Content, s.Form != SpeechForm.Indirect))];
            MarkedAttribution[] quoted = [.. gold.Where(g => g.Content.Any(s => HasQuote(s.Of(text))))];
            MarkedAttribution[] found = [.. all.Where(a => a.IsQuoted)];
            (Tally content, Tally source, _) = Compare(text, found, gold);
            (contentFound, sourceFound) = (contentFound + content, sourceFound + source);
            (content, source, IReadOnlyList<MarkedAttribution> lost) = Compare(text, quoted, all);
            (contentGold, sourceGold) = (contentGold + content, sourceGold + source);
            missed.AddRange(lost.Select(l => (l.Source.Count > 0 ? l.Source[0].Of(text) : "") + " | " + l.Content[0].Of(text)));
        }
        yield return new Score(Name + ".content", Harmonic(contentFound, contentGold), Detail(contentFound, contentGold, "characters"));
        yield return new Score(Name + ".source", Harmonic(sourceFound, sourceGold), Detail(sourceFound, sourceGold, "attributions"), missed);
        foreach (Score score in tally.Scores(Name))
            yield return score;
    }

    private static TextSpan[] Optional(TextSpan? span) => span is { } one ? [one] : [];

    private static double Harmonic(Tally found, Tally gold) =>
        found.Precision + gold.Precision == 0 ? 0 : 2 * found.Precision * gold.Precision / (found.Precision + gold.Precision);

    private static string Detail(Tally found, Tally gold, string unit) => string.Create(CultureInfo.InvariantCulture,
        $"precision {found.Precision:0.000} ({found.Right} of {found.Found} {unit}), recall {gold.Precision:0.000} ({gold.Right} of {gold.Found})");

    /// <summary>
    /// Takes for each of <paramref name="ours"/> the one of <paramref name="others"/> that shares most of its content: how many characters of the
    /// content are shared, and whether the sources share a character. What the sources say counts only where ours has one.
    /// </summary>
    internal static (Tally Content, Tally Source, IReadOnlyList<MarkedAttribution> Lost) Compare(string text, IReadOnlyList<MarkedAttribution> ours, IReadOnlyList<MarkedAttribution> others)
    {
        Tally content = default;
        Tally source = default;
        List<MarkedAttribution> lost = [];
        foreach (MarkedAttribution mine in ours)
        {
            (int shared, MarkedAttribution? best) = (0, null);
            foreach (MarkedAttribution other in others)
            {
                int both = mine.Content.Sum(a => other.Content.Sum(b => Shared(text, a, b)));
                if (both > shared)
                    (shared, best) = (both, other);
            }
            content += new Tally(shared, mine.Content.Sum(s => Shared(text, s, s)), 0);
            if (mine.Source.Count == 0)
                continue;
            bool same = best is not null && mine.Source.Any(a => best.Source.Any(a.Overlaps));
            source += new Tally(same ? 1 : 0, 1, 0);
            if (!same)
                lost.Add(mine);
        }
        return (content, source, lost);
    }

    // Neither blanks nor quotation marks, which one side counts to the content and the other does not.
    private static int Shared(string text, TextSpan left, TextSpan right)
    {
        int shared = 0;
        for (int i = Math.Max(left.Start, right.Start); i < Math.Min(left.End, right.End); i++)
            shared += char.IsLetterOrDigit(text[i]) ? 1 : 0;
        return shared;
    }

    private static bool HasQuote(string content) => content.AsSpan().IndexOfAny('"', '\u201C', '\u201D') >= 0 || content.Contains("''", StringComparison.Ordinal);

    private static TextSpan[] Spans(JsonElement attribution, string field, CodePoints points) =>
        [.. attribution.GetProperty(field).EnumerateArray().Select(s => points.Span(s[0].GetInt32(), s[1].GetInt32()))];
}
