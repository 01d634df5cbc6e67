using Parallax.Data;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Finds what a report attributes to whom, from the trees of its sentences and its quotation marks.</summary>
internal sealed class AttributionFinder(LanguageData data)
{
    private readonly AttributionCues _cues = new(data);

    /// <summary>The attributions of <paramref name="report"/> in text order.</summary>
    public IReadOnlyList<Attribution> Find(AnnotatedReport report, List<QuotedSpan> quotes) =>
        report.Tokens.Count == 0 ? [] : new AttributionReading(report, new AttributionTree(report, quotes), _cues).Read();
}

/// <summary>The reading of one report.</summary>
internal sealed class AttributionReading
{
    private static readonly HashSet<string> s_light = new(StringComparer.Ordinal) { "continue", "go", "begin", "start", "proceed", "come" };

    // Verbs whose clause is a result, not a thought.
    private static readonly HashSet<string> s_causing = new(StringComparer.Ordinal)
    {
        "be", "cause", "come", "do", "ensure", "force", "get", "give", "guarantee", "happen", "have", "help", "keep", "let", "make", "mean", "take", "turn", "win", "lose", "change",
    };

    private static readonly HashSet<string> s_objectPrepositions = new(StringComparer.Ordinal) { "of", "for", "as", "over", "with", "to" };

    private readonly AnnotatedReport _report;
    private readonly AttributionTree _tree;
    private readonly AttributionCues _cues;
    private readonly AttributionSpans _spans;
    private readonly AttributionSubject _subjects;
    private readonly AttributionQuotes _quotes;
    private readonly List<Attribution> _found = [];
    private string _rule = "";

    public AttributionReading(AnnotatedReport report, AttributionTree tree, AttributionCues cues)
    {
        _report = report;
        _tree = tree;
        _cues = cues;
        _spans = new AttributionSpans(tree);
        _subjects = new AttributionSubject(tree);
        _quotes = new AttributionQuotes(report, tree);
    }

    public IReadOnlyList<Attribution> Read()
    {
        foreach (Sentence sentence in _report.Sentences)
        {
            if (sentence.IsHeading)
                continue;
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (_tree.QuoteOf[i] >= 0)
                    continue;
                if (_tree[i].Lower == "according" && i + 1 < sentence.EndToken && _tree[i + 1].Lower == "to")
                    AccordingTo(i);
                else if (_tree[i].Tag == Upos.Verb)
                    Verb(i);
            }
        }
        _quotes.CarryOn(_found);
        _found.Sort((a, b) => a.Content[0] != b.Content[0] ? a.Content[0].CompareTo(b.Content[0]) : a.Head.CompareTo(b.Head));
        return _found;
    }

    private void AccordingTo(int according)
    {
        int named = _tree.Relation(according) == "case" ? _tree.Head(according) : _tree.ChildLike(according, "obl");
        if (named < 0 || _tree[named].Lower is "plan" or "rule" or "law")
            return;
        int clause = _tree.Relation(according) == "case" ? _tree.Head(named) : _tree.Head(according);
        if (clause < 0 || _spans.Source(named, according) is not { } source)
            return;
        List<int> words = _tree.Subtree(clause, child => child == named || child == according || (_tree.Head(child) == clause && IsOtherClause(child, clause)));
        // Only what stands on the side of the phrase where the clause is.
        List<TextSpan> content = _spans.Pieces(words);
        if (content.Count > 0)
            _found.Add(new Attribution(AttributionSort.Speech, source, TextSpan.FromBounds(_tree[according].Span.Start, _tree[according + 1].Span.End), content, "according to", according) { SourceHead = named, Rule = "according" });
    }

    // ", but Y did": another clause of the sentence.
    private bool IsOtherClause(int child, int clause) => _tree.Plain(child) is "conj" && _tree.ChildLike(child, "nsubj") >= 0 && child > clause;

    private void Verb(int verb)
    {
        Token token = _tree[verb];
        if (_tree.Relation(verb) is "amod" or "compound" or "case" or "aux" or "mark" or "fixed" or "flat")
            return;
        int particle = _tree.Child(verb, "compound:prt");
        AttributionVerb? entry = _cues.Find(token.Lemma, particle >= 0 ? _tree[particle].Lower : verb + 1 < _tree.Tokens.Count ? _tree[verb + 1].Lower : null);
        int until = entry is not null && entry.Lemma.Contains(' ', StringComparison.Ordinal) ? (particle >= 0 ? particle : verb + 1) : -1;
        if (_subjects.IsPassive(verb))
        {
            if (entry is not null)
                Passive(verb, entry, until);
            return;
        }
        int top = verb;
        if (_tree.Relation(verb) == "xcomp" && _tree.Head(verb) is >= 0 and int light && s_light.Contains(_tree[light].Lemma) && light < verb && verb - light < 4 && _tree.QuoteOf[light] < 0)
            top = light;
        int subject = _subjects.Find(verb, out bool shared);
        // "what they said", "I think", "as you know": nobody of whom the report tells.
        if (subject >= 0 && _tree[subject].Lower is "i" or "we" or "you" or "what" or "one" && _tree[subject].Tag == Upos.Pron)
            return;
        if (subject < 0 && entry is null)
            return;
        List<TextSpan> content = [];
        int cueEnd = until;
        if (!Content(verb, entry, subject, shared, content, ref cueEnd))
            return;
        (int first, int last) = _spans.Cue(top, verb, cueEnd);
        AttributionSort sort = entry?.Sort ?? AttributionSort.Think;
        TextSpan? source = subject < 0 || sort == AttributionSort.Seem ? null : _spans.Source(subject, verb);
        Add(sort, source, first, last, content, entry?.Lemma ?? token.Lemma, verb, subject);
    }

    private void Add(AttributionSort sort, TextSpan? source, int first, int last, List<TextSpan> content, string lemma, int verb, int subject)
    {
        content.Sort();
        _found.Add(new Attribution(sort, source, TextSpan.FromBounds(_tree[first].Span.Start, _tree[last].Span.End), content, lemma, verb) { SourceHead = subject, Rule = _rule });
    }

    private bool Content(int verb, AttributionVerb? entry, int subject, bool shared, List<TextSpan> content, ref int cueEnd)
    {
        if (entry is { Sort: AttributionSort.Seem })
            return Seeming(verb, content);
        int clause = _tree.Child(verb, "ccomp");
        if (clause >= 0 && (entry is null ? subject >= 0 && !shared && !s_causing.Contains(_tree[verb].Lemma) : true))
        {
            _rule = shared ? "clause-shared" : entry is null ? "clause-any" : "clause";
            content.AddRange(_spans.Pieces(_tree.Subtree(clause, child => child == verb)));
            if (entry is { } known && known.Has(AttributionFrames.Quote))
                _quotes.Take(verb, subject, content);
            return content.Count > 0;
        }
        if (entry is null)
            return false;
        if (entry.Has(AttributionFrames.Quote) && _quotes.Find(verb, subject, content))
        {
            _rule = "quote";
            return true;
        }
        _rule = "parataxis";
        if (Parataxis(verb, entry, subject, content))
            return true;
        return Complement(verb, entry, content, ref cueEnd);
    }

    // "the road, X said, is shut": the verb hangs on what was said.
    private bool Parataxis(int verb, AttributionVerb entry, int subject, List<TextSpan> content)
    {
        if (!entry.Has(AttributionFrames.Clause) || subject < 0 || _tree.Plain(verb) is not ("parataxis" or "advcl") || _tree.Child(verb, "obj") >= 0 || _tree.Head(subject) != verb)
            return false;
        if (_tree.Plain(verb) == "advcl" && !(_tree.ChildLike(verb, "mark") is >= 0 and int mark && _tree[mark].Lower == "as"))
            return false;
        int said = _tree.Head(verb);
        content.AddRange(_spans.Pieces(_tree.Subtree(said, child => child == verb)));
        return content.Count > 0;
    }

    private bool Seeming(int verb, List<TextSpan> content)
    {
        _rule = "seem";
        if (_tree.Child(verb, "ccomp") is >= 0 and int clause)
        {
            content.AddRange(_spans.Pieces(_tree.Subtree(clause)));
            return content.Count > 0;
        }
        int what = _tree.Child(verb, "xcomp");
        int subject = _tree.Child(verb, "nsubj");
        if (what < 0)
            return false;
        if (subject >= 0)
            AddPhrase(subject, verb, content);
        content.AddRange(_spans.Pieces(_tree.Subtree(what)));
        return content.Count > 0;
    }

    private void AddPhrase(int head, int verb, List<TextSpan> content)
    {
        if (_spans.Source(head, verb) is { } phrase)
            content.Add(phrase);
    }

    private bool Complement(int verb, AttributionVerb entry, List<TextSpan> content, ref int cueEnd)
    {
        int infinitive = _tree.Child(verb, "xcomp");
        int thing = _tree.Child(verb, "obj");
        bool to = infinitive >= 0 && _tree.Child(infinitive, "mark") is >= 0 and int mark && _tree[mark].Lower == "to";
        if (thing >= 0 && infinitive > thing && (to ? entry.Has(AttributionFrames.ObjectToInfinitive) : entry.Has(AttributionFrames.Description | AttributionFrames.Clause)))
        {
            _rule = "object-infinitive";
            return From(thing, infinitive, verb, content);
        }
        if (thing < 0 && infinitive > verb && (to ? entry.Has(AttributionFrames.OwnInfinitive) : entry.Has(AttributionFrames.Gerund) && _tree[infinitive].Xpos == "VBG"))
        {
            _rule = "infinitive";
            content.AddRange(_spans.Pieces(_tree.Subtree(infinitive)));
            return content.Count > 0;
        }
        if (thing >= 0 && entry.Has(AttributionFrames.NounPhrase | AttributionFrames.ObjectOf | AttributionFrames.Description))
        {
            int last = -1;
            foreach (int child in _tree.Of(verb))
            {
                if (child > thing && _tree.Plain(child) is "obl" or "advcl" && Introducer(child) is { } word
                    && (entry.Has(AttributionFrames.ObjectOf) ? s_objectPrepositions.Contains(word) : entry.Has(AttributionFrames.Description) && word == "as"))
                    last = child;
            }
            _rule = last >= 0 ? "object-of" : "object";
            if (last >= 0)
                return From(thing, last, verb, content);
            if (!entry.Has(AttributionFrames.NounPhrase | AttributionFrames.ObjectOf))
                return false;
            content.AddRange(_spans.Pieces(_tree.Subtree(thing)));
            return content.Count > 0;
        }
        return Preposition(verb, entry, content, ref cueEnd);
    }

    private bool Preposition(int verb, AttributionVerb entry, List<TextSpan> content, ref int cueEnd)
    {
        if (entry.Prepositions.Count == 0)
            return false;
        _rule = "preposition";
        foreach (int child in _tree.Of(verb))
        {
            if (child < verb || _tree.Plain(child) is not ("obl" or "advcl" or "ccomp"))
                continue;
            int word = IntroducerToken(child);
            if (word < 0 || word < verb || !entry.Prepositions.Contains(_tree[word].Lower))
                continue;
            bool beside = true;
            for (int i = verb + 1; i < word; i++)
                beside &= _tree.Head(i) == verb && _tree.Plain(i) is "advmod" or "compound";
            if (beside)
                cueEnd = Math.Max(cueEnd, word);
            content.AddRange(_spans.Pieces(_tree.Subtree(child, part => beside && part == word)));
            return content.Count > 0;
        }
        return false;
    }

    private string? Introducer(int child) => IntroducerToken(child) is >= 0 and int token ? _tree[token].Lower : null;

    private int IntroducerToken(int child)
    {
        int word = _tree.Child(child, "case");
        return word >= 0 ? word : _tree.Child(child, "mark");
    }

    // From the first word of one branch to the last of another, the words between with them.
    private bool From(int first, int last, int verb, List<TextSpan> content)
    {
        List<int> words = _tree.Subtree(first);
        int start = words.Find(word => word > verb);
        int end = _tree.Subtree(last)[^1];
        if (start <= verb || end < start)
            return false;
        if (_spans.Trimmed(start, end, keepMarks: false) is { } span)
            content.Add(span);
        return content.Count > 0;
    }

    private void Passive(int verb, AttributionVerb entry, int until)
    {
        int told = _tree.Child(verb, "nsubj:pass");
        int agent = _subjects.Agent(verb);
        List<TextSpan> content = [];
        int clause = _tree.Child(verb, "ccomp"), infinitive = _tree.Child(verb, "xcomp");
        int cueEnd = until;
        _rule = clause >= 0 ? "passive-clause" : infinitive >= 0 ? "passive-infinitive" : "passive";
        if (clause >= 0)
            content.AddRange(_spans.Pieces(_tree.Subtree(clause)));
        else if (told < 0)
            return;
        else if (infinitive >= 0)
        {
            AddPhrase(told, verb, content);
            content.AddRange(_spans.Pieces(_tree.Subtree(infinitive)));
        }
        else
        {
            if (!entry.Has(AttributionFrames.ObjectOf | AttributionFrames.Description | AttributionFrames.NounPhrase) || entry.Sort is not AttributionSort.Speech)
                return;
            AddPhrase(told, verb, content);
            foreach (int child in _tree.Of(verb))
            {
                if (child > verb && _tree.Plain(child) is "obl" or "advcl" && Introducer(child) is { } word && s_objectPrepositions.Contains(word))
                    content.AddRange(_spans.Pieces(_tree.Subtree(child)));
            }
        }
        if (content.Count == 0)
            return;
        (int first, int last) = _spans.Cue(verb, verb, cueEnd);
        Add(entry.Sort, agent >= 0 ? _spans.Source(agent, verb) : null, first, last, content, entry.Lemma, verb, agent);
    }
}
