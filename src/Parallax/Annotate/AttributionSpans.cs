using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Cuts the spans of attributions out of the tree: the whole noun phrase of a source, a cue with its auxiliaries, content in one or more pieces.</summary>
internal sealed class AttributionSpans(AttributionTree tree, SpeechMentions mentions, HashSet<int> times, IReadOnlyDictionary<int, int> datelines)
{
    private const int LongestCue = 8;
    private const int LongestNickname = 30;

    /// <summary>The source as printed: the phrase of <paramref name="head"/> with its titles and appositions, and the comma that closes one.</summary>
    public TextSpan? Source(int head, int cue)
    {
        List<int> phrase = tree.Subtree(head, child => child == cue || (head < cue && IsAside(child, head)) || IsAddition(child, head) || (tree.QuoteOf[child] is >= 0 and int marked && tree.QuoteOf[head] < 0 && (tree[child].Tag == Upos.Verb || tree.Quotes[marked].Inner.Length > LongestNickname)));
        // Only what hangs together with the head, and lies on its side of the cue.
        int at = phrase.IndexOf(head);
        int first = at, last = at;
        while (first > 0 && phrase[first - 1] > cue == head > cue && IsJoined(phrase[first - 1], phrase[first]))
            first--;
        while (last + 1 < phrase.Count && phrase[last + 1] > cue == head > cue && IsJoined(phrase[last], phrase[last + 1]))
            last++;
        int from = phrase[first], to = phrase[last];
        for (int i = from; i < head && i < from + 8; i++)
        {
            // "GENEVA — The minister", "Oslo (AP) – Police"
            if (tree[i].Text is "—" or "–" or "--" or "-")
                from = i + 1;
        }
        if (mentions.HeadedBy(head) is { } named)
        {
            // The titles before a name, wherever the tree put them.
            int start = AnnotatedReport.FirstTokenAt(tree.Tokens, named.Span.Start);
            if (start < from && start > cue == head > cue && from - start < 8 && tree.QuoteOf[start] == tree.QuoteOf[head])
                from = start;
        }
        while (from < head && tree[from].Lower is "even" or "when" or "but" or "and" or "earlier" or "later" or "meanwhile" or "yet")
            from++;
        while (to > head && tree[to].Text is "," or "—" or "–" or "-" or "--")
            to--;
        if (Trimmed(from, to, keepMarks: true) is not { } span)
            return null;
        if (head < cue && to + 1 < tree.Tokens.Count && tree[to + 1].Text == "," && HasComma(head, to))
            span = span.Union(tree[to + 1].Span);
        return span;
    }

    private bool HasComma(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (tree[i].Text == ",")
                return true;
        }
        return false;
    }

    // "the senator on Monday", an aside of the writer: not what names the source.
    private bool IsAddition(int child, int head)
    {
        if (tree.Head(child) != head)
            return false;
        return tree.Relation(child) switch
        {
            "parataxis" or "discourse" or "vocative" or "nsubj" or "cop" or "mark" or "advcl" or "orphan" => true,
            "cc" or "case" => child < head,
            "nmod:unmarked" or "nmod" or "obl:unmarked" or "advmod" or "nmod:tmod" => child > head && IsTime(child),
            _ => false,
        };
    }

    private bool IsTime(int child)
    {
        List<int> words = tree.Subtree(child);
        return times.Contains(words[0]) || (words.Count > 1 && times.Contains(words[1]));
    }

    /// <summary>Whether a clause after a comma tells more of somebody than is needed to name them.</summary>
    public bool IsAside(int child, int head)
    {
        if (tree.Head(child) != head)
            return false;
        string relation = tree.Relation(child);
        if (relation is not ("acl:relcl" or "acl"))
            return false;
        foreach (int token in Range(head + 1, child))
        {
            if (tree[token].Text is "," or "—" or "–" or "--")
                return true;
        }
        return false;
    }

    /// <summary>Whether a clause hangs on behind a comma: ", which came late", ", calling it unfair".</summary>
    public bool IsAddedClause(int child)
    {
        if (child <= tree.Head(child) || tree.Relation(child) is not ("acl:relcl" or "acl" or "advcl" or "parataxis"))
            return false;
        int first = tree.Subtree(child)[0];
        return first > 0 && tree[first - 1].Text is "," or "—" or "–" or "--" || tree[first].Text is ",";
    }

    private bool IsJoined(int left, int right)
    {
        for (int i = left + 1; i < right; i++)
        {
            if (tree[i].Tag != Upos.Punct)
                return false;
        }
        return true;
    }

    /// <summary>The cue around the verb from <paramref name="top"/> to <paramref name="verb"/>, with auxiliaries and adverbs beside it, up to <paramref name="until"/>.</summary>
    public (int First, int Last) Cue(int top, int verb, int until)
    {
        int first = Math.Min(top, verb), last = Math.Max(Math.Max(top, verb), until);
        for (int steps = 0; first > 0 && steps < LongestCue && OpensCue(first - 1, top); steps++)
            first--;
        // "also" before the subject's own comma belongs to the sentence.
        while (last + 1 < tree.Tokens.Count && until < 0 && ClosesCue(last + 1, verb))
            last++;
        return (first, last);
    }

    private bool OpensCue(int token, int verb)
    {
        if (tree.Head(token) != verb || tree.QuoteOf[token] >= 0)
            return false;
        return tree.Relation(token) switch
        {
            "aux" or "aux:pass" or "cop" => true,
            "advmod" => tree[token].Lower is not ("when" or "how" or "why" or "where" or "as" or "so"),
            "mark" => tree[token].Lower == "to",
            _ => false,
        };
    }

    private bool ClosesCue(int token, int verb) =>
        tree.Head(token) == verb && (tree.Relation(token) == "compound:prt" || (tree.Relation(token) == "advmod" && tree.Child(token, "fixed") < 0 && !HasChild(token)));

    private bool HasChild(int token)
    {
        foreach (int _ in tree.Of(token))
            return true;
        return false;
    }

    /// <summary>The pieces of the tokens <paramref name="words"/>, cut where a word that is not among them stands between.</summary>
    public List<TextSpan> Pieces(List<int> words)
    {
        List<TextSpan> pieces = [];
        int first = -1;
        for (int i = 0; i < words.Count; i++)
        {
            if (first < 0)
                first = i;
            if (i + 1 < words.Count && IsJoined(words[i], words[i + 1]))
                continue;
            if (Trimmed(words[first], words[i], keepMarks: false) is { } piece && !IsBare(words, first, i))
            {
                if (pieces.Count > 0 && pieces[^1].Overlaps(piece))
                    pieces[^1] = pieces[^1].Union(piece);
                else
                    pieces.Add(piece);
            }
            first = -1;
        }
        return pieces;
    }

    // A conjunction left alone by what was cut out.
    private bool IsBare(List<int> words, int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (tree[words[i]].Tag is not (Upos.Cconj or Upos.Sconj or Upos.Punct or Upos.Adp) && tree[words[i]].Lower is not ("also" or "then" or "however"))
                return false;
        }
        return true;
    }

    /// <summary>From the first to the last token without the punctuation at both ends, quotations that begin or end inside taken whole.</summary>
    public TextSpan? Trimmed(int first, int last, bool keepMarks)
    {
        if (datelines.TryGetValue(first, out int story) && story <= last)
            first = story;
        while (first <= last && tree[first].Tag == Upos.Punct && !(tree.QuoteOf[first] >= 0 && !IsMarkAtEnd(first)) && tree[first].Text is not ("(" or "["))
            first++;
        while (last >= first && tree[last].Tag == Upos.Punct && !(tree.QuoteOf[last] >= 0 && IsMarkAtEnd(last)) && tree[last].Text is not (")" or "]"))
            last--;
        if (first > last)
            return null;
        int start = tree[first].Span.Start, end = tree[last].Span.End;
        if (keepMarks)
            return TextSpan.FromBounds(start, end);
        if (tree.QuoteOf[first] is >= 0 and int opening)
            start = Math.Min(start, tree.Quotes[opening].Outer.Start);
        if (tree.QuoteOf[last] is >= 0 and int closing)
            end = Math.Max(end, tree.Quotes[closing].Outer.End);
        return TextSpan.FromBounds(start, end);
    }

    private bool IsMarkAtEnd(int token) => tree[token].Span.End >= tree.Quotes[tree.QuoteOf[token]].Inner.End;

    private static IEnumerable<int> Range(int from, int until)
    {
        for (int i = from; i < until; i++)
            yield return i;
    }
}
