using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>Counts times found against times marked, as TempEval-3 does: the same words, words in common, and those with the right value.</summary>
internal sealed class TimeTally(string name)
{
    private readonly List<string> _spans = [];
    private readonly List<string> _values = [];
    private Tally _strict, _relaxed, _valued;

    /// <summary>Adds one text. Gold times without a value count for the spans only.</summary>
    public void Add(string text, IReadOnlyList<(TextSpan Span, string Value)> gold, IReadOnlyList<TimexMark> marks)
    {
        TextSpan[] wanted = [.. gold.Select(g => g.Span)];
        TextSpan[] found = [.. marks.Select(m => m.Span)];
        int[] pairs = Alignment.Pair(wanted, found);
        _strict += Alignment.Exact(wanted, found);
        _relaxed += new Tally(pairs.Count(p => p >= 0), found.Length, gold.Count);
        int right = 0;
        for (int i = 0; i < gold.Count; i++)
        {
            if (pairs[i] < 0)
                _spans.Add("not found: " + Around(text, gold[i].Span));
            else if (found[pairs[i]] != wanted[i])
                _spans.Add("other words: " + Around(text, gold[i].Span) + " as [" + found[pairs[i]].Of(text) + "]");
            if (pairs[i] < 0 || gold[i].Value.Length == 0)
                continue;
            if (marks[pairs[i]].Value == gold[i].Value)
                right++;
            else
                _values.Add(Around(text, gold[i].Span) + " = " + gold[i].Value + ", read as " + (marks[pairs[i]].Value ?? "nothing"));
        }
        HashSet<int> taken = [.. pairs];
        for (int f = 0; f < found.Length; f++)
        {
            if (!taken.Contains(f))
                _spans.Add("not marked: " + Around(text, found[f]));
        }
        int without = gold.Count(g => g.Value.Length == 0);
        int matchedWithout = Enumerable.Range(0, gold.Count).Count(i => gold[i].Value.Length == 0 && pairs[i] >= 0);
        _valued += new Tally(right, found.Length - matchedWithout, gold.Count - without);
    }

    /// <summary>The three scores.</summary>
    public IEnumerable<Score> Scores() =>
    [
        new Score(name + ".strict", _strict.F1, _strict.ToString(), _spans),
        new Score(name + ".relaxed", _relaxed.F1, _relaxed.ToString()),
        new Score(name + ".values", _valued.F1, _valued.ToString(), _values),
    ];

    private static string Around(string text, TextSpan span)
    {
        int from = Math.Max(0, span.Start - 30), to = Math.Min(text.Length, span.End + 30);
        return (text[from..span.Start] + "[" + span.Of(text) + "]" + text[span.End..to]).Replace('\n', ' ');
    }
}
