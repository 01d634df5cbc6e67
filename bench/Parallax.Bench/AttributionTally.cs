using System.Globalization;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>Who says what, as spans: the source, the cue, the content.</summary>
internal sealed record MarkedAttribution(IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Content, bool IsQuoted = true);

/// <summary>
/// Compares attributions as Citron's evaluation of PARC 3 does: attributions whose cues share a character are paired, here one to one.
/// Exact: all spans of a part are the same; overlap: the words and marks that both have, of all that either has.
/// </summary>
internal sealed class AttributionTally
{
    private Tally _sourceExact, _cueExact, _contentExact, _sourceOverlap, _cueOverlap, _contentOverlap, _touching;

    /// <summary>Adds one text.</summary>
    public void Add(string text, IReadOnlyList<MarkedAttribution> found, IReadOnlyList<MarkedAttribution> gold)
    {
        Count(text, found, gold, a => a.Source, ref _sourceExact, ref _sourceOverlap);
        Count(text, found, gold, a => a.Cue, ref _cueExact, ref _cueOverlap);
        Count(text, found, gold, a => a.Content, ref _contentExact, ref _contentOverlap);
        _touching += new Tally(0, found.Count, gold.Count);
        foreach ((MarkedAttribution mine, MarkedAttribution theirs) in Pair(text, found, gold))
        {
            Right(text, mine.Source, theirs.Source, ref _sourceExact, ref _sourceOverlap);
            Right(text, mine.Cue, theirs.Cue, ref _cueExact, ref _cueOverlap);
            Right(text, mine.Content, theirs.Content, ref _contentExact, ref _contentOverlap);
            _touching += new Tally(1, 0, 0);
        }
    }

    /// <summary>The scores, in a fixed order.</summary>
    public IEnumerable<Score> Scores(string name)
    {
        string pairs = string.Create(CultureInfo.InvariantCulture, $"; attributions paired: precision {_touching.Precision:0.000}, recall {_touching.Recall:0.000}");
        yield return new Score(name + ".source.exact", _sourceExact.F1, _sourceExact.ToString());
        yield return new Score(name + ".source.overlap", _sourceOverlap.F1, _sourceOverlap + " (words)");
        yield return new Score(name + ".cue.exact", _cueExact.F1, _cueExact + pairs);
        yield return new Score(name + ".cue.overlap", _cueOverlap.F1, _cueOverlap + " (words)");
        yield return new Score(name + ".content.exact", _contentExact.F1, _contentExact.ToString());
        yield return new Score(name + ".content.overlap", _contentOverlap.F1, _contentOverlap + " (words)");
    }

    /// <summary>Pairs of attributions whose cues share a character: same cues before others, then those that share most content.</summary>
    internal static IEnumerable<(MarkedAttribution Found, MarkedAttribution Gold)> Pair(string text, IReadOnlyList<MarkedAttribution> found, IReadOnlyList<MarkedAttribution> gold)
    {
        List<(bool Other, int NotShared, int Found, int Gold)> candidates = [];
        for (int i = 0; i < found.Count; i++)
        {
            for (int j = 0; j < gold.Count; j++)
            {
                if (found[i].Cue.Any(a => gold[j].Cue.Any(a.Overlaps)))
                    candidates.Add((!Same(found[i].Cue, gold[j].Cue), -Words(text, found[i].Content).Intersect(Words(text, gold[j].Content)).Count(), i, j));
            }
        }
        candidates.Sort();
        bool[] usedFound = new bool[found.Count], usedGold = new bool[gold.Count];
        foreach ((_, _, int i, int j) in candidates)
        {
            if (usedFound[i] || usedGold[j])
                continue;
            usedFound[i] = usedGold[j] = true;
            yield return (found[i], gold[j]);
        }
    }

    private static void Count(
        string text, IReadOnlyList<MarkedAttribution> found, IReadOnlyList<MarkedAttribution> gold, Func<MarkedAttribution, IReadOnlyList<TextSpan>> part, ref Tally exact, ref Tally overlap)
    {
        exact += new Tally(0, found.Count(a => part(a).Count > 0), gold.Count(a => part(a).Count > 0));
        overlap += new Tally(0, found.Sum(a => Words(text, part(a)).Count), gold.Sum(a => Words(text, part(a)).Count));
    }

    private static void Right(string text, IReadOnlyList<TextSpan> found, IReadOnlyList<TextSpan> gold, ref Tally exact, ref Tally overlap)
    {
        exact += new Tally(found.Count > 0 && Same(found, gold) ? 1 : 0, 0, 0);
        overlap += new Tally(Words(text, found).Intersect(Words(text, gold)).Count(), 0, 0);
    }

    private static bool Same(IReadOnlyList<TextSpan> left, IReadOnlyList<TextSpan> right) => left.Count == right.Count && left.Order().SequenceEqual(right.Order());

    // Where each word begins; a mark is a word of its own.
    private static HashSet<int> Words(string text, IReadOnlyList<TextSpan> spans)
    {
        HashSet<int> words = [];
        foreach (TextSpan span in spans)
        {
            bool inside = false;
            for (int i = span.Start; i < span.End; i++)
            {
                bool letter = char.IsLetterOrDigit(text[i]);
                if (!char.IsWhiteSpace(text[i]) && !(letter && inside))
                    words.Add(i);
                inside = letter;
            }
        }
        return words;
    }
}
