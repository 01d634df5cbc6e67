using Parallax.Text;

namespace Parallax.Annotate;

// What is told of somebody or something in the passive, or in a clause that describes it: "was seen as X", "known for X", "whom they accused of X".
internal sealed partial class AttributionReading
{
    // What goes with a participle: the word belongs to the cue.
    private static readonly HashSet<(string Lemma, string Preposition)> s_describing =
    [
        ("accuse", "of"), ("ask", "about"), ("charge", "with"), ("deem", "as"), ("identify", "as"), ("know", "as"), ("know", "for"), ("perceive", "as"), ("question", "about"), ("regard", "as"), ("see", "as"),
        ("suspect", "of"), ("think", "of"), ("view", "as"), ("cast", "as"), ("rumour", "as"), ("recognise", "as"), ("recognize", "as"), ("remember", "as"), ("remember", "for"),
    ];

    private void Passive(int verb, AttributionVerb entry, int until)
    {
        int told = _tree.Child(verb, "nsubj:pass");
        int agent = _subjects.Agent(verb);
        List<TextSpan> content = [];
        int clause = _tree.Child(verb, "ccomp"), infinitive = _tree.Child(verb, "xcomp");
        int cueEnd = until;
        bool reduced = told < 0 && _tree.Relation(verb) == "acl" && _tree.Head(verb) < verb;
        _rule = clause >= 0 ? "passive-clause" : infinitive >= 0 ? "passive-infinitive" : "passive";
        if (clause >= 0)
            content.AddRange(_spans.Pieces(_tree.Subtree(clause)));
        else if ((told >= 0 || reduced) && Described(verb, told >= 0 ? told : _tree.Head(verb), entry, content, ref cueEnd))
            _rule = "described";
        else if (told < 0)
        {
            if (entry.Sort != AttributionSort.Speech || !Preposition(verb, entry, content, ref cueEnd))
                return;
        }
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

    // "He was seen as a traitor", "a town known for its bridges", "a group called Our Coast".
    private bool Described(int verb, int told, AttributionVerb entry, List<TextSpan> content, ref int cueEnd)
    {
        foreach (int child in _tree.Of(verb))
        {
            if (child < verb)
                continue;
            int word = IntroducerToken(child);
            if (_tree.Plain(child) is "obl" or "advcl" && word > verb && s_describing.Contains((entry.Lemma, _tree[word].Lower)))
            {
                bool beside = true;
                for (int i = verb + 1; i < word; i++)
                    beside &= _tree[i].Tag == Upos.Adv;
                if (beside)
                    cueEnd = Math.Max(cueEnd, word);
                // Whoever is asked is not what was asked about.
                if (!entry.Has(AttributionFrames.Addressee))
                    AddPhrase(told, verb, content);
                content.AddRange(_spans.Pieces(_tree.Subtree(child, part => (beside && part == word) || _spans.IsAddedClause(part) || part == _subjects.Agent(verb))));
                return content.Count > 0;
            }
            if (_tree.Relation(child) is "obj" or "xcomp" && _tree.Relation(verb) == "acl" && entry is { Sort: AttributionSort.Think } && entry.Has(AttributionFrames.Description) && _tree.Child(child, "mark") < 0)
            {
                AddPhrase(told, verb, content);
                content.AddRange(_spans.Pieces(_tree.Subtree(child, _spans.IsAddedClause)));
                return content.Count > 1;
            }
        }
        return false;
    }

    // "who they accused of theft", "which she calls her home", "a step aides argue is possible": of what the clause describes.
    private bool Relative(int verb, AttributionVerb entry, List<TextSpan> content)
    {
        if (_tree.Relation(verb) is not ("acl:relcl" or "advcl:relcl") || _tree.Child(verb, "nsubj") is not (>= 0 and int subject) || subject > verb || _tree.Head(verb) > subject || _tree[subject].Lower is "who" or "which" or "that")
            return false;
        int pointing = -1, rest = -1;
        foreach (int child in _tree.Of(verb))
        {
            if (child < subject && _tree.Relation(child) == "obj" && _tree[child].Tag == Upos.Pron)
                pointing = child;
            else if (child > verb && rest < 0 && (_tree.Relation(child) == "xcomp" || (_tree.Plain(child) is "obl" or "advcl" && Introducer(child) is "of" or "as" or "for")))
                rest = child;
            else if (child > verb && _tree.Relation(child) is "ccomp" or "obj")
                return false;
        }
        int above = _tree.Head(verb);
        if (pointing < 0 && above + 1 == _tree.Subtree(subject)[0] - 0 && _tree[above].Tag == Upos.Pron && _tree[above].Lower == "what")
            pointing = above;
        if (rest >= 0 && !(entry.Has(AttributionFrames.ObjectOf | AttributionFrames.Description) || (_tree.Relation(rest) == "xcomp" && entry.Has(AttributionFrames.ObjectToInfinitive))))
            return false;
        int next = verb + 1;
        if (rest < 0 && entry.Has(AttributionFrames.Clause) && next < _tree.Tokens.Count && _tree.QuoteOf[next] < 0 && _tree[next].Xpos is "VBZ" or "VBD" or "VBP" or "MD" && _tree.Head(next) is >= 0 and int governor)
            rest = _tree[next].Tag == Upos.Aux && governor > next ? governor : next;
        if (rest < 0)
            return false;
        List<int> words = _tree.Subtree(rest);
        words.RemoveAll(word => word <= verb);
        List<TextSpan> said = _spans.Pieces(words);
        if (said.Count == 0)
            return false;
        _rule = "relative";
        if (pointing >= 0)
            content.Add(_tree[pointing].Span);
        else if (_tree[above].Tag is Upos.Noun or Upos.Propn or Upos.Pron)
            AddPhrase(above, verb, content);
        content.AddRange(said);
        return true;
    }
}
