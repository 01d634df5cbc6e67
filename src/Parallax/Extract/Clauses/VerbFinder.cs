using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Finds the verbs of a sentence with their auxiliaries: form, voice, tense, modal and negation of each.</summary>
internal sealed class VerbFinder(SentenceView s, ClauseTree tree, NounPhrase?[] phraseAt)
{
    private readonly VerbGroup?[] _at = new VerbGroup?[s.Count];
    private readonly int[] _predicate = new int[s.Count];
    private readonly int[] _outer = new int[s.Count];

    /// <summary>For each token that carries a clause, and each copula, its verb.</summary>
    public IReadOnlyList<VerbGroup?> At => _at;

    /// <summary>The token that the dependents of the clause hang on: the verb, or what a copula ascribes.</summary>
    public int PredicateOf(VerbGroup verb) => _predicate[verb.Head];

    /// <summary>The token by which the clause hangs in its sentence and that has its subject: "going" in "is going to attack", else its predicate.</summary>
    public int OuterOf(VerbGroup verb) => _outer[verb.Head];

    /// <summary>The verbs in text order.</summary>
    public List<VerbGroup> Find()
    {
        List<VerbGroup> verbs = [];
        for (int i = 0; i < s.Count; i++)
        {
            if (_at[i] is null && IsPredicate(i))
            {
                int inner = Bent(i);
                verbs.Add(inner >= 0 && _at[inner] is null ? Group(inner, inner, i) : Group(i, i));
            }
            else if (s.Tag(i) == Upos.Aux && tree.Plain(i) == "cop" && tree.Head(i) is >= 0 and int ascribed && _at[ascribed] is null && s.Tag(ascribed) != Upos.Verb)
                verbs.Add(Group(ascribed, i));
        }
        verbs.Sort((left, right) => left.Head.CompareTo(right.Head));
        foreach (VerbGroup verb in verbs)
            Inherit(verb);
        return verbs;
    }

    private bool IsPredicate(int token)
    {
        if (phraseAt[token] is not null && !(s.Tag(token) == Upos.Verb && tree.Plain(token) is "root" or "ccomp" or "parataxis"))
            return false;
        string relation = tree.Plain(token);
        return s.Tag(token) switch
        {
            Upos.Verb => relation is not ("amod" or "compound" or "case" or "mark" or "fixed" or "flat" or "aux" or "cop" or "advmod" or "det" or "cc" or "goeswith" or "nummod"),
            Upos.Aux => relation is not ("aux" or "cop" or "case" or "mark" or "fixed"),
            _ => false,
        };
    }

    /// <summary>"is going to attack", "has to leave", "is to meet": the first verb only bends the second; gives the second, or -1.</summary>
    private int Bent(int token)
    {
        if (BendOf(token) is null || tree.Child(token, "obj") >= 0 || s.Lower(token + 1) != "to")
            return -1;
        int inner = tree.Child(token, "xcomp");
        return inner > token && s.Tag(inner) is Upos.Verb && tree.Child(inner, "mark") == token + 1 ? inner : -1;
    }

    private string? BendOf(int token) =>
        s.Lower(token) == "going" && tree.Child(token, "aux") >= 0 ? "will" : s.Lemma(token) switch { "have" => "must", "be" => "will", _ => null };

    private VerbGroup Group(int predicate, int head, int bender = -1)
    {
        bool be = false, have = false, negated = false, past = false, passive = false, infinitive = false, hasAux = false, lastIsGerund = false;
        string? modal = bender >= 0 ? BendOf(bender) : null;
        int first = head;
        foreach (int child in bender >= 0 ? tree.Children(predicate).Concat(tree.Children(bender)) : tree.Children(predicate))
        {
            string relation = tree.Plain(child), lower = s.Lower(child);
            if (relation is "aux" or "cop" && child != head)
            {
                hasAux = true;
                string lemma = s.Lemma(child);
                modal = ModalOf(child, head) ?? modal;
                be |= lemma is "be" or "get" or "'m" or "'re";
                have |= lemma is "have" or "'ve";
                past |= lower is "was" or "were" or "had" or "did" or "got";
                lastIsGerund = s[child].Form == VerbForm.Gerund;
                passive |= tree.Relation(child) == "aux:pass";
                first = Math.Min(first, child);
            }
            else if (lower is "not" or "n't" or "never" or "hardly" && relation is "advmod" && Math.Abs(child - head) < 8)
                negated = true;
            else if (relation == "mark" && child < head && bender < 0 && To(child, head) is >= 0 and int to)
            {
                infinitive = true;
                first = Math.Min(first, to);
            }
        }
        // "police are to clear the camp": what is to be done is still to come, whichever of the two words the tree hangs on the other.
        if (infinitive && bender < 0 && modal is null && head == predicate && tree.Child(predicate, "cop") is >= 0 and int isTo && s.Lemma(isTo) == "be" && isTo < head && tree.Child(predicate, "nsubj") is >= 0 and int who && who < isTo && !past && IsRun(isTo, head))
            (infinitive, modal, be) = (false, "will", false);
        VerbForm form = s[head].Form;
        string xpos = s[head].Xpos;
        bool participle = xpos is "VBN" || (xpos.Length == 0 && form == VerbForm.PastParticiple) || (hasAux && form is VerbForm.Past or VerbForm.PastParticiple);
        first = infinitive ? FirstTo(head) : Contiguous(first, head, predicate, bender);
        VerbGroup group = new(first, head + 1, head)
        {
            Negated = negated,
            Modal = modal,
            Perfect = have && participle && hasAux,
            Passive = passive || (be && participle && hasAux),
            Progressive = be && form == VerbForm.Gerund,
            Past = past || (!hasAux && form is VerbForm.Past or VerbForm.PastParticiple),
        };
        bool bare = !hasAux && bender < 0;
        bool subject = tree.Child(predicate, "nsubj", "expl") >= 0;
        // Edited text ends in a clause: a form that may be past or participle and leads a clause is past.
        bool leads = tree.Plain(predicate) is "root" or "ccomp" or "parataxis" || tree.Relation(predicate) == "acl:relcl";
        bool nonFinite = infinitive || (bare && form == VerbForm.Gerund) || (bare && participle && !subject && !leads) || lastIsGerund || s.Lower(first) is "being" or "having";
        group.Finite = !nonFinite;
        group.Kind = infinitive ? ClauseKind.Infinitive
            : (bare && form == VerbForm.Gerund) || s.Lower(first) is "being" or "having" ? ClauseKind.Gerund
            : nonFinite ? ClauseKind.ReducedRelative : ClauseKind.Main;
        _at[predicate] = group;
        _at[head] = group;
        if (bender >= 0)
            _at[bender] = group;
        _predicate[head] = predicate;
        _outer[head] = bender >= 0 ? bender : predicate;
        return group;
    }

    /// <summary>Whether only "to" and adverbs stand between the two.</summary>
    private bool IsRun(int from, int to)
    {
        for (int i = from + 1; i < to; i++)
        {
            if (s.Lower(i) != "to" && s.Tag(i) is not (Upos.Adv or Upos.Part))
                return false;
        }
        return true;
    }

    private int FirstTo(int head)
    {
        int at = head - 1;
        while (at > 0 && s.Lower(at) != "to")
            at--;
        return at;
    }

    /// <summary>The "to" of an infinitive, also where it was read as one mark with the word before it: "is due to leave".</summary>
    private int To(int mark, int head)
    {
        if (s[head].Form == VerbForm.Gerund)
            return -1;
        if (s.Lower(mark) == "to")
            return mark;
        return mark + 1 < head && s.Lower(mark + 1) == "to" && tree.Head(mark + 1) == mark && s[head].Form is VerbForm.Base or VerbForm.None && s.Lower(mark) is not ("in" or "so") ? mark + 1 : -1;
    }

    private string? ModalOf(int aux, int head)
    {
        string lemma = s.Lemma(aux);
        return lemma switch
        {
            "will" or "would" or "could" or "can" or "may" or "might" or "should" or "must" or "shall" => lemma,
            "'ll" or "wo" => "will",
            "ca" => "can",
            "'d" => s[head].Form == VerbForm.Base ? "would" : null,
            _ => null,
        };
    }

    /// <summary>The first token of the unbroken run of auxiliaries and adverbs before the verb.</summary>
    private int Contiguous(int first, int head, int predicate, int bender)
    {
        int at = head;
        while (at > first && (tree.Head(at - 1) == predicate || tree.Head(at - 1) == bender || at - 1 == bender) && tree.Plain(at - 1) is "aux" or "cop" or "advmod" or "mark" or "root" or "ccomp" or "conj" or "xcomp" or "acl" or "parataxis" or "advcl" or "obl" && phraseAt[at - 1] is null)
            at--;
        return at;
    }

    /// <summary>"was shot and killed", "will attack and occupy", "to meet and discuss": what stands once holds for both.</summary>
    private void Inherit(VerbGroup verb)
    {
        int predicate = _predicate[verb.Head];
        if (tree.Plain(predicate) != "conj" || tree.Head(predicate) is not (>= 0 and int above) || _at[above] is not { } joined || joined == verb || verb.First != verb.Head)
            return;
        string xpos = s[verb.Head].Xpos;
        bool own = tree.Child(predicate, "nsubj") >= 0;
        if (own)
            return;
        if (joined.Passive && xpos == "VBN")
            (verb.Passive, verb.Perfect, verb.Past, verb.Modal, verb.Finite, verb.Kind) = (true, joined.Perfect, joined.Past, joined.Modal, joined.Finite, joined.Kind);
        else if (joined is { Finite: true, Passive: false, Perfect: false, Past: true, Modal: null } && xpos == "VBN" && verb.Kind == ClauseKind.ReducedRelative)
            (verb.Finite, verb.Past, verb.Kind) = (true, true, ClauseKind.Main);
        else if (joined.Perfect && xpos is "VBN" or "VBD")
            (verb.Perfect, verb.Past, verb.Finite, verb.Kind, verb.Negated) = (true, joined.Past, joined.Finite, joined.Kind, verb.Negated);
        else if (joined.Modal is not null && s[verb.Head].Form == VerbForm.Base)
            (verb.Modal, verb.Negated) = (joined.Modal, verb.Negated || (joined.Negated && JoinedByOr(predicate)));
        else if (joined.Kind == ClauseKind.Infinitive && s[verb.Head].Form == VerbForm.Base)
            (verb.Kind, verb.Finite) = (ClauseKind.Infinitive, false);
        else if (joined.Progressive && s[verb.Head].Form == VerbForm.Gerund)
            (verb.Progressive, verb.Past, verb.Finite, verb.Kind) = (true, joined.Past, joined.Finite, joined.Kind);
        else if (joined.Negated && s[verb.Head].Form == VerbForm.Base && JoinedByOr(predicate))
            verb.Negated = true;
    }

    private bool JoinedByOr(int predicate) => tree.Child(predicate, "cc") is >= 0 and int cc && s.Lower(cc) is "or" or "nor";
}
