namespace Parallax.Annotate;

/// <summary>Finds whose verb an attributing verb is.</summary>
internal sealed class AttributionSubject(AttributionTree tree, HashSet<int> datelines, HashSet<int> times)
{
    private const int LongestChain = 8;

    /// <summary>Whether the verb is in the passive.</summary>
    public bool IsPassive(int verb) => IsAsked(verb) ||
        tree.Child(verb, "nsubj:pass") >= 0 || tree.Child(verb, "aux:pass") >= 0 || (tree[verb].Xpos == "VBN" && tree.Plain(verb) is "acl" or "advcl" or "amod" && tree.Child(verb, "aux") < 0 && tree.Child(verb, "nsubj") < 0)
        // "a group called Our Coast", taken for a past tense.
        || (tree[verb].Xpos == "VBD" && tree.Relation(verb) == "acl" && tree.Head(verb) == verb - 1 && tree.Relation(verb - 1) != "root" && tree.Child(verb, "nsubj") < 0 && !IsBehindWords(verb));

    // "“We are all for it,” this brother of his declared": no group that is called so.
    private bool IsBehindWords(int verb) => tree[verb].Xpos == "VBD" && tree.Relation(verb) == "acl" && tree.Head(verb) == verb - 1 && tree.Subtree(verb - 1)[0] is > 0 and int first && tree.QuoteOf[first - 1] >= 0;

    /// <summary>Whether the verb tells what somebody was asked before they spoke.</summary>
    // "asked about the raid, X said", "when pressed on it": a participle whatever the tagger says.
    public bool IsAsked(int verb) =>
        tree[verb].Lemma is "ask" or "press" or "question" && tree[verb].Xpos is "VBN" or "VBD" && tree.Plain(verb) is "advcl" or "ccomp" && tree.Child(verb, "nsubj") < 0 && tree.Child(verb, "aux") < 0
        && (verb == 0 || tree.SentenceOf[verb - 1] != tree.SentenceOf[verb] || tree[verb - 1].Lower is "when" or "if" or "," or "while" or "once" or "whenever");

    /// <summary>Who does a passive: "by X"; -1 where it is not said.</summary>
    public int Agent(int verb)
    {
        foreach (int child in tree.Of(verb))
        {
            if (tree.Relation(child) == "obl:agent" || (tree.Relation(child) == "obl" && tree.Child(child, "case") is >= 0 and int by && tree[by].Lower == "by"))
                return child;
        }
        return -1;
    }

    /// <summary>The subject's head; -1 where the verb has none.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="shared">Whether it is the subject of another verb: "X left, saying".</param>
    public int Find(int verb, out bool shared)
    {
        shared = false;
        int at = verb;
        for (int steps = 0; steps < LongestChain && at >= 0; steps++)
        {
            if (Own(at, at != verb) is >= 0 and int subject)
                return subject;
            shared = true;
            if (IsOwnOfTeller(at))
            {
                at = tree.Head(tree.Head(at));
                continue;
            }
            switch (tree.Relation(at))
            {
                case "conj" or "advcl" or "parataxis" or "xcomp":
                    // "quoted X as saying"
                    if (at == verb && tree.ChildLike(at, "mark") is >= 0 and int mark && tree[mark].Lower == "as" && tree[at].Xpos == "VBG" && tree.Head(at) is >= 0 and int quoting
                        && tree[quoting].Lemma is "quote" or "cite" && tree.Child(quoting, "obj") is >= 0 and int quoted)
                        return quoted;
                    if (tree.Relation(at) == "xcomp" && tree.Child(tree.Head(at), "obj") is >= 0 and int controller && controller < at)
                        return controller;
                    at = tree.Head(at);
                    break;
                case "acl":
                    return at == verb && (tree[verb].Xpos == "VBG" || IsBehindWords(verb)) ? tree.Head(at) : -1;
                case "acl:relcl":
                    return tree.Head(at);
                default:
                    return -1;
            }
        }
        return -1;
    }

    // "said they had behaved badly and ordered them to pay": in form it goes with "said", whatever the tree says.
    private bool IsOwnOfTeller(int verb) =>
        tree.Relation(verb) == "conj" && tree[verb].Xpos == "VBD" && tree.Head(verb) is >= 0 and int told && tree[told].Xpos == "VBN" && tree.Relation(told) == "ccomp" && tree.Child(told, "aux") >= 0
        && tree.Head(told) is >= 0 and int teller && teller < told && tree[teller].Xpos == "VBD";

    /// <summary>The phrase straight before a verb in the past or present, or after it where words in marks come before; -1 where there is none.</summary>
    public int Beside(int verb)
    {
        // "As X, the harbour master, put it, “…”"
        if (tree[verb].Lemma == "put")
        {
            foreach (int child in tree.Of(verb))
            {
                if (child < verb && tree.Relation(child) == "obl" && tree.Child(child, "case") is >= 0 and int mark && tree[mark].Lower == "as")
                    return child;
            }
        }
        if (tree[verb].Xpos is not ("VBD" or "VBZ" or "VBP") && !(tree[verb].Xpos == "VBN" && tree.Child(verb, "aux") < 0))
            return -1;
        int at = verb - 1;
        while (at >= 0 && tree[at].Tag is Upos.Aux or Upos.Adv)
            at--;
        if (at >= 0 && tree[at].Text == "," && tree.SentenceOf[at] == tree.SentenceOf[verb])
            at--;
        if (at >= 0 && tree.QuoteOf[at] < 0 && tree.SentenceOf[at] == tree.SentenceOf[verb] && Topmost(at, verb) is >= 0 and int before)
            return before;
        at = verb + 1;
        if (at >= tree.Tokens.Count || tree.QuoteOf[at] >= 0 || tree.SentenceOf[at] != tree.SentenceOf[verb] || tree.Child(verb, "obj") is not (>= 0 and int thing) || !(tree.Subtree(thing)[0] == at) || !ComesAfterWords(verb))
            return -1;
        return thing;
    }

    private bool ComesAfterWords(int verb) => verb > 1 && (tree[verb - 1].Text == "," || tree.QuoteOf[verb - 1] >= 0);

    private int Topmost(int token, int verb)
    {
        if (tree[token].Tag is not (Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num or Upos.Punct))
            return -1;
        int at = token;
        for (int steps = 0; steps < 12; steps++)
        {
            int head = tree.Head(at);
            if (head < 0 || head >= verb || tree[head].Tag is not (Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num))
                break;
            at = head;
        }
        return tree[at].Tag is Upos.Noun or Upos.Propn or Upos.Pron && (tree.Relation(at) is not ("obl" or "obj" or "nmod" or "obl:unmarked") || (tree.Relation(at) == "obl:unmarked" && tree[at].Tag == Upos.Propn) || (tree.Relation(at) == "obl" && tree.Child(at, "advmod") is >= 0 and int when && tree[when].Lower == "when") || (tree.Head(at) is >= 0 and int above && tree.QuoteOf[above] >= 0)) && !IsSubjectOfAnother(at, verb) ? at : -1;
    }

    private bool IsSubjectOfAnother(int noun, int verb) => tree.Head(noun) is >= 0 and int other && other != verb && other < verb && tree[other].Tag == Upos.Verb && tree.Relation(noun) == "nsubj";

    // "The prosecutor laughed when the guard said…": a finite verb straight behind the name has it as its subject, whatever the tree says.
    private bool IsOfClauseBetween(int subject, int verb)
    {
        int next = subject + 1;
        return next < verb && tree.Relation(next) == "ccomp" && tree.Head(next) == verb && tree[next].Xpos is "VBD" or "VBZ" && tree.Child(next, "nsubj") < 0;
    }

    private int Own(int verb, bool passiveToo)
    {
        int found = -1;
        foreach (int child in tree.Of(verb))
        {
            string relation = tree.Relation(child);
            if ((relation == "nsubj" || (passiveToo && relation == "nsubj:pass")) && !datelines.Contains(child) && !times.Contains(child) && !IsOfClauseBetween(child, verb))
                found = found < 0 || Math.Abs(child - verb) < Math.Abs(found - verb) ? child : found;
        }
        return found >= 0 && tree.Child(found, "appos") is >= 0 and int named && SpeechTree.CutsIn(tree.Tokens, named, verb) && tree.Child(verb, "ccomp") is >= 0 and int said && said > verb && tree.ChildLike(said, "nsubj") < 0 ? named : found;
    }
}
