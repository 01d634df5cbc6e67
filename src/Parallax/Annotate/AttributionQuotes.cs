using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Joins whole quotations with the verb beside them, and quotations that go on with those before.</summary>
internal sealed class AttributionQuotes
{
    private const int Reach = 14;

    private readonly AnnotatedReport _report;
    private readonly AttributionTree _tree;
    private readonly bool[] _taken;
    private readonly int[] _firstToken;
    private readonly int[] _lastToken;

    public AttributionQuotes(AnnotatedReport report, AttributionTree tree)
    {
        _report = report;
        _tree = tree;
        _taken = new bool[tree.Quotes.Count];
        _firstToken = new int[tree.Quotes.Count];
        _lastToken = new int[tree.Quotes.Count];
        Array.Fill(_firstToken, -1);
        for (int i = 0; i < tree.Tokens.Count; i++)
        {
            if (tree.QuoteOf[i] is not (>= 0 and int quote))
                continue;
            if (_firstToken[quote] < 0)
                _firstToken[quote] = i;
            _lastToken[quote] = i;
        }
    }

    /// <summary>Adds the quotations before and after the clause of <paramref name="verb"/> that are its words.</summary>
    public bool Find(int verb, int subject, List<TextSpan> content)
    {
        int before = Before(verb, subject), after = After(verb, subject, before >= 0);
        if (before >= 0)
            Add(before, content);
        if (after >= 0)
            Add(after, content);
        return before >= 0 || after >= 0;
    }

    /// <summary>Marks the quotations inside <paramref name="content"/> as said here, and adds one that goes on after the verb.</summary>
    public void Take(int verb, int subject, List<TextSpan> content)
    {
        bool whole = false;
        for (int i = 0; i < content.Count; i++)
        {
            foreach (int quote in QuotesIn(content[i]))
            {
                _taken[quote] = true;
                whole |= _tree.Quotes[quote].Outer.Start <= content[i].Start;
            }
        }
        if (!whole)
            return;
        if (After(verb, subject, true) is >= 0 and int after && !_taken[after])
            Add(after, content);
        if (Before(verb, subject) is >= 0 and int before && !_taken[before])
            Add(before, content);
    }

    /// <summary>Gives quotations that name no speaker to the attribution they go on from.</summary>
    public void CarryOn(List<Attribution> found)
    {
        // Which attribution the words of a quotation belong to.
        Dictionary<int, int> owner = [];
        for (int i = 0; i < found.Count; i++)
        {
            if (found[i].Sort != AttributionSort.Speech)
                continue;
            foreach (TextSpan piece in found[i].Content)
            {
                foreach (int quote in QuotesIn(piece))
                {
                    if (_tree.Quotes[quote].Outer.Start <= piece.Start)
                        owner.TryAdd(quote, i);
                    _taken[quote] = true;
                }
            }
        }
        int last = -1, lastQuote = -1;
        for (int q = 0; q < _tree.Quotes.Count; q++)
        {
            if (owner.TryGetValue(q, out int own))
            {
                (last, lastQuote) = (own, q);
                continue;
            }
            if (_taken[q] || last < 0 || _firstToken[q] < 0 || !GoesOn(q, lastQuote, found[last]))
                continue;
            found[last] = found[last] with { Content = [.. found[last].Content, _tree.Quotes[q].Outer] };
            _taken[q] = true;
            lastQuote = q;
        }
    }

    private bool GoesOn(int quote, int before, Attribution said)
    {
        int first = _firstToken[quote];
        int paragraph = _tree.Quotes[quote].Paragraph, since = _tree.Quotes[before].Paragraph;
        int previous = first - 1;
        if (previous < 0)
            return false;
        bool starts = _report.Sentences[_tree.SentenceOf[previous]].Paragraph != paragraph;
        if (paragraph == since && !starts)
        {
            // Straight after the other, or after the narrator's sentence that names the speaker.
            if (_tree.QuoteOf[previous] == before)
                return true;
            return said.Cue is { } cue && _tree[previous].Text is "." or "," or ":" && previous - _lastToken[before] < 40
                && _report.Sentences[_tree.SentenceOf[previous]].Span.Contains(cue.Start) && _tree[first + 1 < _tree.Tokens.Count ? first + 1 : first].Span.Start > cue.Start;
        }
        // A paragraph of nothing but words of the speaker before.
        return starts && paragraph == since + 1 && EndsParagraph(quote) && (EndsParagraph(before) || (said.Cue is { } verb && _report.Report.Paragraphs[since].Span.Contains(verb.Start)));
    }

    private bool EndsParagraph(int quote)
    {
        TextSpan rest = TextSpan.FromBounds(_tree.Quotes[quote].Outer.End, _report.Report.Paragraphs[_tree.Quotes[quote].Paragraph].Span.End);
        foreach (char c in _report.Report.Text.AsSpan(rest.Start, rest.Length))
        {
            if (char.IsLetterOrDigit(c))
                return false;
        }
        return true;
    }

    private IEnumerable<int> QuotesIn(TextSpan piece)
    {
        int low = 0, high = _tree.Quotes.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_tree.Quotes[middle].Outer.End <= piece.Start)
                low = middle + 1;
            else
                high = middle;
        }
        for (int q = low; q < _tree.Quotes.Count && _tree.Quotes[q].Outer.Start < piece.End; q++)
            yield return q;
    }

    private void Add(int quote, List<TextSpan> content)
    {
        _taken[quote] = true;
        TextSpan outer = _tree.Quotes[quote].Outer;
        if (!content.Exists(c => c.Overlaps(outer)))
            content.Add(outer);
    }

    // "“…,” X said", "“…,” said X".
    private int Before(int verb, int subject)
    {
        int left = verb;
        if (subject >= 0 && subject < verb && _tree.Head(subject) == verb)
            left = Math.Min(left, _tree.Subtree(subject)[0]);
        foreach (int child in _tree.Of(verb))
        {
            if (child < left && _tree.Plain(child) is "aux" or "advmod" && left - child < 3)
                left = child;
        }
        int at = left - 1;
        while (at >= 0 && _tree.QuoteOf[at] < 0 && _tree[at].Tag == Upos.Punct && left - at < 4)
            at--;
        if (at < 0 || _tree.QuoteOf[at] < 0 || !SameParagraph(at, verb))
            return -1;
        int quote = _tree.QuoteOf[at];
        string text = _report.Report.Text;
        int end = _tree.Quotes[quote].Outer.End;
        bool stops = _tree.Quotes[quote].Inner.End < end - 1 || text[_tree.Quotes[quote].Inner.End - 1] is '.' or '?' or '!' or '-' or '—' or '…' or ','
            || (end < text.Length && text[end] is ',' or '-' or '—');
        return stops ? quote : -1;
    }

    // "X said, “…”", "X said on Monday: “…”".
    private int After(int verb, int subject, bool hasBefore)
    {
        int at = verb + 1;
        for (int steps = 0; at < _tree.Tokens.Count && steps < Reach; at++, steps++)
        {
            if (_tree.QuoteOf[at] >= 0)
            {
                string previous = _tree[at - 1].Text;
                bool introduced = at == verb + 1 || previous is "," or ":" or "-" or "—" or "that" || _tree.IsUnder(at - 1, verb);
                return introduced && (SameParagraph(at, verb) || previous == ":") && (!hasBefore || previous is "," or ":" or "—" or "-" or ";") ? _tree.QuoteOf[at] : -1;
            }
            if (_tree[at].Tag == Upos.Punct && _tree[at].Text is not ("." or ";"))
                continue;
            if (_tree[at].Tag is Upos.Verb or Upos.Aux || !_tree.IsUnder(at, verb))
                return -1;
        }
        return -1;
    }

    private bool SameParagraph(int token, int other) =>
        _report.Sentences[_tree.SentenceOf[token]].Paragraph == _report.Sentences[_tree.SentenceOf[other]].Paragraph;
}
