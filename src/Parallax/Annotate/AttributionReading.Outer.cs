using Parallax.Text;

namespace Parallax.Annotate;

// Which attribution stands in another, and where the words of one end because the next cue begins: "said they would stay, adding that…", "…, which the mayor called a farce".
internal sealed partial class AttributionReading
{
    // What may stand between the end of a clause and the end of the words it closes.
    private const int MostBehind = 2;
    private const int LongestList = 60;

    // The longest first: of two that each stand in the other, a misreading, the longer is the outer one.
    private void MarkInner()
    {
        List<(int Length, int At)> longest = [];
        for (int i = 0; i < _found.Count; i++)
            longest.Add((-_found[i].Content.Sum(piece => piece.Length), i));
        longest.Sort();
        int[] told = new int[_tree.Tokens.Count];
        Array.Fill(told, -1);
        foreach ((_, int at) in longest)
        {
            Attribution found = _found[at];
            if (found.Cue is not { } cue)
                continue;
            int outer = -1;
            for (int i = FirstToken(cue.Start); i < _tree.Tokens.Count && _tree[i].Span.Start < cue.End; i++)
                outer = Math.Max(outer, told[i]);
            bool inner = outer >= 0 && !EndsBefore(outer, at, told);
            _found[at] = found = _found[at] with { IsInner = inner };
            if (inner)
                continue;
            foreach (TextSpan piece in found.Content)
            {
                for (int i = FirstToken(piece.Start); i < _tree.Tokens.Count && _tree[i].Span.Start < piece.End; i++)
                    told[i] = at;
            }
        }
    }

    // Ends what the outer one holds at the comma or dash before the clause of the next cue, where this is of the same teller or of the narrator.
    private bool EndsBefore(int outer, int next, int[] told)
    {
        Attribution holds = _found[outer], cue = _found[next];
        if (cue.Sort != AttributionSort.Speech || holds.Rule == "poll" || holds.Head < 0 || cue.Head <= holds.Head || _tree.SentenceOf[cue.Head] != _tree.SentenceOf[holds.Head])
            return false;
        List<int> branch = _tree.Subtree(cue.Head);
        int at = branch.IndexOf(cue.Head);
        while (at > 0 && branch[at - 1] == branch[at] - 1)
            at--;
        int first = branch[at];
        while (first < cue.Head && _tree[first].Tag == Upos.Punct)
            first++;
        // "…, a claim the police denied": the phrase that the clause describes goes with it.
        bool described = first > 3 && _tree.Relation(cue.Head) == "acl:relcl" && _tree.Head(cue.Head) is >= 0 and int noun && noun < first && first - noun < 3 && noun > 2 && _tree[noun - 1].Lower is "a" or "an";
        if (described)
            first = _tree.Head(cue.Head) - 1;
        if (first < 2 || _tree[first - 1].Text is not ("," or "—" or "–" or "--" or "-" or "”" or "\"" or "''") || !(described || IsNext(first, cue.Head)))
            return false;
        int end = _tree[first].Span.Start, last = FirstToken(holds.Content.Max().End);
        if (last - branch[^1] - 1 > MostBehind)
            return false;
        List<TextSpan> content = [];
        foreach (TextSpan piece in holds.Content)
        {
            if (piece.End <= end)
                content.Add(piece);
            else if (piece.Start < end && _spans.Trimmed(FirstToken(piece.Start), first - 1, keepMarks: false) is { } rest)
                content.Add(rest);
        }
        if (content.Count == 0)
            return false;
        _found[outer] = holds with { Content = content };
        for (int i = first; i < told.Length && i < last; i++)
        {
            if (told[i] == outer)
                told[i] = -1;
        }
        return true;
    }

    // ", adding…", ", which X called…", ", and praised…", "— though X says…"
    private bool IsNext(int first, int head)
    {
        string opens = _tree[first].Lower, form = _tree[head].Xpos;
        return _tree.Plain(head) switch
        {
            "acl" => (form == "VBG" && _tree.Relation(head) == "acl") || opens == "which",
            "advcl" => (form == "VBG" && _tree[first].Tag != Upos.Adp && opens is not ("by" or "for" or "without" or "after" or "before" or "since")) || opens is "though" or "although" or "while" or "as",
            "case" => form == "VBG",
            "conj" => opens == "and" && form is "VBD" or "VBZ" or "VBG",
            _ => false,
        };
    }

    // "X said that Y would leave, adding that…": the participle behind the comma is of who speaks, whatever verb the tree hangs it on.
    private void ShareTeller()
    {
        _found.Sort((a, b) => a.Head != b.Head ? a.Head.CompareTo(b.Head) : a.Content[0].CompareTo(b.Content[0]));
        int teller = -1;
        for (int i = 0; i < _found.Count; i++)
        {
            Attribution found = _found[i];
            if (teller >= 0 && (found.Head < 0 || _tree.SentenceOf[_found[teller].Head] != _tree.SentenceOf[found.Head]))
                teller = -1;
            int before = teller;
            if (!found.IsInner && found is { Sort: AttributionSort.Speech, Source: not null, Head: >= 0 })
                teller = i;
            if (before < 0 || found.IsInner || found.Sort != AttributionSort.Speech || found.Head < 2 || found.Rule is "according" or "label" || _tree[found.Head].Xpos != "VBG" || _tree[found.Head - 1].Text is not ("," or "—" or "–" or "--" or "-"))
                continue;
            if (_found[before].Rule is not ("clause" or "clause-shared" or "quote" or "line-clause" or "line" or "mixed" or "object-infinitive"))
                continue;
            _found[i] = found with { Source = _found[before].Source, SourceHead = _found[before].SourceHead };
            teller = i;
        }
    }

    // Whether it tells of words, so that a quotation that names nobody can go on from it.
    private bool Speaks(Attribution found) =>
        found.Rule is not ("object" or "object-of" or "preposition" or "infinitive" or "object-infinitive" or "passive" or "passive-infinitive" or "relative" or "idiom" or "described")
        || (_cues.Find(found.Lemma, null) is { } verb && verb.Has(AttributionFrames.Quote | AttributionFrames.Clause) && found.Lemma is not ("call" or "request" or "predict" or "dismiss" or "defend" or "question"));

    // "urged them to “send a word” to the banks", "told them of the raid that killed two": a phrase that cannot open another clause belongs to what is said, on whatever word the tree hangs it.
    private void GoOnToStop()
    {
        HashSet<int> starts = [.. _found.Where(found => found.Cue is not null).Select(found => FirstToken(found.Cue!.Value.Start))];
        for (int f = 0; f < _found.Count; f++)
        {
            Attribution found = _found[f];
            if (found.Head < 0 || found.Sort == AttributionSort.Back || found.Rule is "label" or "according" or "introduced")
                continue;
            TextSpan last = found.Content.Max();
            int from = FirstToken(last.End), end = SentenceEnd(found.Head);
            if (last.Start < _tree[found.Head].Span.Start || from + 1 >= end || _tree.SentenceOf[from] != _tree.SentenceOf[found.Head])
                continue;
            bool list = IsListOfDeeds(last, from);
            if (!list && !GoesOnAt(from, _tree[FirstToken(last.Start)].Lower == "that"))
                continue;
            int stop = _tree[from].Text == "," ? from + 2 : from + 1;
            while (list && stop < end && stop - from < LongestList && !starts.Contains(stop) && _tree[stop].Text is not ("." or ";" or "—" or "–" or "--"))
                stop++;
            while (stop < end && stop - from < LongestRest && !starts.Contains(stop) && _tree.QuoteOf[stop] < 0 && !(_tree[stop].Tag == Upos.Punct && _tree[stop].Text is not ("-" or "(" or ")")) && !(_tree[stop].Tag == Upos.Cconj && _tree[stop + 1 < end ? stop + 1 : stop].Xpos is "VBD" or "VBZ"))
                stop++;
            if (stop < end && _tree.QuoteOf[stop] is >= 0 and int quote && _tree[stop - 1].Text != ",")
            {
                while (stop < end && _tree.QuoteOf[stop] == quote)
                    stop++;
                _quotes.Mark(quote);
            }
            if (stop > from + 1 && _spans.Trimmed(from, stop - 1, keepMarks: false) is { } rest && !(found.Source is { } source && source.Overlaps(rest)))
                _found[f] = found with { Content = [.. found.Content.Where(piece => piece != last), last.Union(rest)] };
        }
    }

    // "vowed to raise wages, close the mines and leave"
    private bool IsListOfDeeds(TextSpan said, int from)
    {
        if (_tree[from].Text != "," || _tree[from + 1].Xpos != "VB" || _tree[from + 1].Lower != _tree[from + 1].Lemma || _tree.QuoteOf[from] >= 0)
            return false;
        for (int i = FirstToken(said.Start); i < from - 1; i++)
        {
            if (_tree[i].Lower == "to" && _tree[i + 1].Xpos == "VB")
                return true;
        }
        return false;
    }

    private bool GoesOnAt(int token, bool clause)
    {
        string first = _tree[token].Lower, second = _tree[token + 1].Lower;
        if (_tree.QuoteOf[token] >= 0)
            return false;
        return first switch
        {
            "that" or "to" or "with" or "for" or "from" or "or" or "than" => true,
            "," => second is "to" or "that" or "because" or "particularly" or "possibly",
            "and" => clause && second == "that",
            _ => _tree[token].Xpos == "VBN",
        };
    }
}
