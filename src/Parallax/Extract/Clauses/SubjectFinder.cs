using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Finds who is subject of a verb: its own, what a relative pronoun stands for, or the subject or object of the verb above.</summary>
internal sealed class SubjectFinder(SentenceView s, ClauseTree tree, List<NounPhrase> phrases, NounPhrase?[] phraseAt, VerbFinder finder, List<VerbGroup> verbs)
{
    // Verbs whose object is the subject of the infinitive after it: "urged X to leave".
    private static readonly HashSet<string> s_objectControl = new(StringComparer.Ordinal)
    {
        "urge", "ask", "tell", "order", "force", "allow", "call", "press", "push", "want", "expect", "invite", "persuade", "convince", "compel", "lead",
        "cause", "enable", "encourage", "warn", "appeal", "plead", "implore", "entreat", "exhort", "advise", "remind", "counsel", "direct", "empower", "authorize", "authorise", "inspire", "motivate", "induce", "lobby", "nudge", "coax", "coerce", "bully", "pressurise", "provoke", "tempt", "teach", "train", "hire",
        "task", "assign", "summon", "get", "mobilise", "mobilize", "drive", "entice", "recruit", "dare", "require", "prompt", "help", "request", "instruct", "command", "let", "permit", "oblige", "send", "deploy", "beg", "challenge", "pressure",
    };

    // Verbs whose object does what the gerund after "of", "for" or "from" says: "accused X of attacking".
    private static readonly HashSet<string> s_objectGerund = new(StringComparer.Ordinal)
    {
        "accuse", "blame", "hold", "criticize", "criticise", "condemn", "prevent", "stop", "suspect", "convict", "charge", "arrest", "ban", "bar", "discourage",
        "thank", "praise", "detain", "sentence", "jail", "fine", "rebuke", "denounce", "keep", "block", "prohibit", "deter", "acquit", "see", "leave", "lash", "call", "hail", "honor", "honour", "applaud", "commend", "slam", "blast", "chide", "mock", "punish", "fault", "scold", "berate", "lambast", "lambaste", "castigate", "reprimand", "censure", "excoriate", "assail", "ridicule", "attack", "target", "reproach", "admonish", "chastise", "credit",
        "congratulate", "reward", "forgive", "pardon", "impeach", "fire", "sack", "dismiss", "suspend", "expel", "oust", "penalize", "penalise", "sue", "indict", "prosecute", "kill", "execute", "murder", "behead", "beat", "torture", "hate", "resent", "upbraid", "decry", "deride", "hammer", "rip", "investigate", "recall", "disqualify", "seize", "impound", "blacklist", "sanction", "cite", "summon", "question", "disappoint", "extradite", "deport", "imprison", "evict", "hunt", "want", "reprove", "upset", "respect", "admire",
    };

    private static readonly HashSet<string> s_texts = new(StringComparer.Ordinal)
    {
        "letter", "statement", "message", "note", "petition", "resolution", "tweet", "post", "memo", "memorandum", "communique", "declaration", "appeal", "e-mail", "email", "speech", "address", "report", "article", "op-ed", "editorial", "telegram", "video", "text", "motion", "lawsuit", "complaint", "decree",
        "warning", "order", "bill", "draft", "document", "call", "manifesto", "cable", "leaflet", "proclamation", "open",
    };

    private static readonly HashSet<string> s_speaking = new(StringComparer.Ordinal)
    {
        "call", "ask", "urge", "demand", "warn", "accuse", "threaten", "criticize", "criticise", "condemn", "request", "express", "denounce", "appeal", "beg", "invite", "reject", "praise", "thank", "blame", "support", "oppose", "order", "instruct", "press", "implore", "vow", "pledge", "promise", "announce", "declare", "deny",
        "congratulate", "apologise", "apologize", "plead", "welcome", "offer", "recommend", "insist", "protest", "seek", "slam", "blast",
    };

    // What a blow leaves behind is told of the blow, never of those whom it hit.
    private static readonly HashSet<string> s_outcomes = new(StringComparer.Ordinal) { "kill", "wound", "injure", "hurt", "maim", "leave", "destroy", "damage", "displace", "behead", "burn", "trap", "cripple", "spark" };

    private readonly HashSet<VerbGroup> _done = [];

    /// <summary>Whether the verb is one whose object did what the gerund after it says.</summary>
    public static bool IsJudging(string lemma) => s_objectGerund.Contains(lemma);

    /// <summary>Fills the subjects of <paramref name="verb"/>.</summary>
    public void Find(VerbGroup verb)
    {
        if (!_done.Add(verb))
            return;
        int predicate = finder.OuterOf(verb);
        if (Own(verb, predicate))
            return;
        if (tree.Plain(predicate) == "conj" && tree.Head(predicate) is >= 0 and int above && finder.At[above] is { } joined && joined != verb)
        {
            Take(verb, joined);
            return;
        }
        switch (verb.Kind)
        {
            case ClauseKind.Relative:
                if (tree.Head(predicate) is >= 0 and int antecedent && Antecedent(antecedent) is { } meant)
                    AddWithList(verb, HeadOf(meant, verb), predicate);
                return;
            case ClauseKind.ReducedRelative:
                if (tree.Plain(predicate) is "acl" or "amod" && tree.Head(predicate) is >= 0 and int described && phraseAt[described] is { } noun)
                    AddWithList(verb, noun, predicate);
                else if (verb.Governor is { } main)
                    Take(verb, main);
                else
                    Before(verb);
                return;
            case ClauseKind.Infinitive:
                if (verb.Governor is { } governor)
                    Control(verb, governor, predicate);
                return;
            case ClauseKind.Gerund:
                Gerund(verb, predicate);
                return;
            default:
                if (verb.Finite)
                    Before(verb);
                return;
        }
    }

    private bool Own(VerbGroup verb, int predicate)
    {
        foreach (int child in tree.Children(predicate))
        {
            if (tree.Plain(child) != "nsubj" || phraseAt[child] is not { } noun)
                continue;
            bool relative = s.Lower(child) is "who" or "which" or "that" or "whom" && verb.Kind == ClauseKind.Relative;
            if (relative && Known(child) is { } same)
                verb.Subjects.Add(HeadOf(same, verb));
            else if (relative && RelativeTop(predicate) is >= 0 and int top && tree.Head(top) is >= 0 and int antecedent && Antecedent(antecedent) is { } meant)
                AddWithList(verb, HeadOf(meant, verb), predicate);
            else
                AddList(verb, noun);
        }
        return verb.Subjects.Count > 0;
    }

    /// <summary>The nearest phrase before a relative pronoun that names whom the pronoun was found to stand for; null where that is not known.</summary>
    private NounPhrase? Known(int pronoun)
    {
        int mention = s.MentionAt[pronoun];
        if (mention < 0 || s.Report.Mentions[mention].Actor is not (>= 0 and int actor))
            return null;
        for (int i = pronoun - 1; i >= 0; i--)
        {
            if (phraseAt[i] is { } phrase && ActorLookup.ActorOf(s, phrase) == actor)
                return phrase;
        }
        return null;
    }

    /// <summary>
    /// "two allies of Senator X, who were convicted": the clause describes the people whose the named person only owns, unless the number of its verb speaks against it.
    /// </summary>
    private NounPhrase HeadOf(NounPhrase noun, VerbGroup verb)
    {
        if (ActorLookup.OfBefore(s, noun) is not (> 0 and int of) || phraseAt[of - 1] is not { } people || !ActorLookup.IsNamedPerson(s, noun) || !ActorLookup.IsPeopleOf(s, people))
            return noun;
        bool many = s.Lower(people.Head) != s.Lemma(people.Head);
        return s.Lower(verb.First) switch
        {
            "was" or "is" or "has" => many ? noun : people,
            _ => people,
        };
    }

    /// <summary>What a relative clause describes; never the time between: "two attacks this month that killed five".</summary>
    private NounPhrase? Antecedent(int token)
    {
        if (phraseAt[token] is not { IsTime: true, Mention: < 0 } time)
            return phraseAt[token];
        for (int i = time.First - 1; i >= 0 && finder.At[i] is null; i--)
        {
            if (phraseAt[i] is { IsTime: false } before)
                return before;
        }
        return time;
    }

    private int RelativeTop(int predicate)
    {
        for (int depth = 0; predicate >= 0 && depth < ClauseTree.DeepestChain; depth++)
        {
            if (tree.Relation(predicate) == "acl:relcl")
                return predicate;
            predicate = tree.Head(predicate);
        }
        return -1;
    }

    private void Control(VerbGroup verb, VerbGroup governor, int predicate)
    {
        string lemma = s.Lemma(governor.Head);
        if (s_objectControl.Contains(lemma) && !governor.Passive)
        {
            List<NounPhrase> objects = [.. governor.Objects.Where(np => np.First < verb.First)];
            if (objects.Count == 0 && governor.Prepositional.LastOrDefault(np => np.First < verb.First && s.Lower(np.Preposition) is "on" or "for" or "to" or "with") is { } asked)
                objects.Add(asked);
            if (objects.Count > 0)
            {
                verb.Subjects.AddRange(objects);
                return;
            }
        }
        // "a plan to attack": whose plan it is, is whose attack it is.
        if (tree.Plain(predicate) == "acl" && governor.Objects.Count == 0 && governor.Subjects.Count == 0 && tree.Head(predicate) is >= 0 and int noun && phraseAt[noun] is { Mention: >= 0 } actor)
        {
            verb.Subjects.Add(actor);
            return;
        }
        // "welcomed plans to release prisoners": whose plans they are is not said.
        if (tree.Plain(predicate) == "acl" && tree.Head(predicate) is >= 0 and int content && governor.Objects.Exists(thing => thing.Head == content && s.Tag(thing.First) != Upos.Pron)
            && lemma is "welcome" or "praise" or "condemn" or "criticise" or "criticize" or "denounce" or "oppose" or "support" or "back" or "foil" or "thwart" or "uncover" or "reveal" or "hail" or "slam" or "blast" or "discuss" or "applaud" or "deplore" or "applauded" or "mock" or "question" or "disrupt" or "learn" or "know" or "block" or "veto")
            return;
        Take(verb, governor);
    }

    private void Gerund(VerbGroup verb, int predicate)
    {
        VerbGroup? main = verb.Governor;
        bool accusing = main is not null && verb.Marker >= 0 && s.Lower(verb.Marker) is "of" or "for" or "from" && s_objectGerund.Contains(s.Lemma(main!.Head));
        if (accusing)
        {
            if (main!.Passive)
                Take(verb, main);
            else
                verb.Subjects.AddRange(main.Objects.Count > 0 ? main.Objects : main.Prepositional.Where(np => np.Preposition < verb.Marker));
            return;
        }
        // "mad at the senator for agreeing", "a swipe at the mayor for declining": who is spoken against did it.
        if (verb.Marker > 0 && s.Lower(verb.Marker) == "for" && phrases.Find(phrase => phrase.End == verb.Marker && !phrase.IsTime && phrase.Preposition >= 0) is { } blamed
            && (s.Lower(blamed.Preposition) is "at" or "against" or "toward" or "towards" || (s.Lower(blamed.Preposition) == "of" && blamed.Preposition > 0 && s.Lemma(blamed.Preposition - 1) is "criticism" or "critic" or "condemnation" or "denunciation" or "praise" or "punishment" or "prosecution" or "critical" or "impeachment" or "arrest")))
        {
            verb.Subjects.Add(blamed);
            return;
        }
        // "shot two reporters at a checkpoint, killing one", "the convoy was attacked, killing two": who hit them killed, not those who were hit.
        if (verb is { Marker: < 0, First: > 0 } && s[verb.First - 1].Text == "," && s_outcomes.Contains(s.Lemma(verb.Head)) && Striking(verb, main, predicate) is { } blow)
        {
            if (blow.Passive)
                verb.Subjects.AddRange(blow.Prepositional.Where(np => s.Lower(np.Preposition) == "by" && !np.IsTime));
            else
                Take(verb, blow);
            return;
        }
        // "warned citizens visiting the border": those right before the participle do it.
        if (verb is { Marker: < 0, First: > 0 } && main?.Objects.Find(np => np is { Preposition: < 0, IsTime: false, Mention: >= 0 } && np.End == verb.First) is { } doing)
        {
            AddWithList(verb, doing, predicate);
            return;
        }
        if (verb.Marker < 0 && tree.Plain(predicate) is "acl" or "amod" && tree.Head(predicate) is >= 0 and int described && phraseAt[described] is { IsTime: false } noun)
        {
            // "wrote a letter to the minister asking him to go", "issued a statement condemning the raid": who wrote it asks.
            if (s_speaking.Contains(s.Lemma(verb.Head)) && TextOf(described) is >= 0 and int text && verbs.Find(v => v != verb && v.Objects.Exists(o => o.Head == text)) is { Passive: false } writing)
            {
                Take(verb, writing);
                return;
            }
            AddWithList(verb, noun, predicate);
            return;
        }
        main ??= verbs.FirstOrDefault(v => v.Head > verb.Head && v.Finite);
        // "Drones hit the port, killing three, officials said": who says so did not do it.
        if (main is not null && !(main.Head > verb.Head && verb.Head > 0 && ClauseFinder.IsSaying(s.Lemma(main.Head))))
            Take(verb, main);
    }

    /// <summary>The verb whose object, or what stands with it, the tree takes for the doer of an outcome, or the passive verb that the outcome follows; null where the doer is plain.</summary>
    private VerbGroup? Striking(VerbGroup verb, VerbGroup? main, int predicate)
    {
        if (tree.Plain(predicate) is not ("acl" or "amod"))
            return main is { Passive: true } && main.First < verb.First ? main : null;
        return tree.Head(predicate) is >= 0 and int hit && phraseAt[hit] is { } noun
            ? verbs.LastOrDefault(v => v != verb && v.First < verb.First && v.Kind != ClauseKind.Relative && (v.Objects.Contains(noun) || v.Prepositional.Contains(noun) || (v.Passive && v.Subjects.Contains(noun)))) : null;
    }

    /// <summary>The letter, statement or other text that the word is, or is addressed with; -1 where it is none.</summary>
    private int TextOf(int word)
    {
        for (int step = 0; word >= 0 && step < 3; step++, word = tree.Head(word))
        {
            if (s_texts.Contains(s.Lemma(word)))
                return word;
            if (tree.Plain(word) != "nmod")
                return -1;
        }
        return -1;
    }

    private void Take(VerbGroup verb, VerbGroup from)
    {
        Find(from);
        verb.Subjects.AddRange(from.Subjects.Where(subject => !verb.Subjects.Contains(subject)));
    }

    /// <summary>Where the tree gives a finite verb no subject: the nearest phrase before it that nothing governs, with no other verb between.</summary>
    private void Before(VerbGroup verb)
    {
        for (int i = verb.First - 1; i >= 0; i--)
        {
            if (finder.At[i] is not null || s.Tag(i) == Upos.Sconj || s[i].Text is ";" or ":" or "." or "\"" or "”" or "“")
                return;
            if (phraseAt[i] is not { } noun)
                continue;
            i = noun.First;
            if (noun.Preposition >= 0 || (noun.IsTime && noun.Mention < 0) || verbs.Any(other => other.Objects.Contains(noun) || other.Subjects.Contains(noun)))
                continue;
            AddList(verb, noun);
            return;
        }
    }

    /// <summary>The antecedent; the whole list that it ends where the verb's number asks for it.</summary>
    private void AddWithList(VerbGroup verb, NounPhrase noun, int predicate)
    {
        verb.Subjects.Add(noun);
        // "3 dead and 2 wounded": each number has its own.
        if (s.Lower(verb.First) is "was" or "is" or "has" || (s.QuantityAt[noun.Head] >= 0 && verb.Kind == ClauseKind.ReducedRelative))
            return;
        bool plural = s.Lower(verb.First) is "were" or "are" or "have" || verb.Kind == ClauseKind.ReducedRelative;
        if (plural && finder.At[predicate] is not null)
        {
            for (NounPhrase? joined = noun.JoinedTo; joined is not null && verb.Subjects.Count < 20; joined = joined.JoinedTo)
                verb.Subjects.Insert(0, joined);
        }
    }

    /// <summary>"The minister, the head of the commission and four lawmakers were held": a list that opens the sentence, though the tree joins only its last member to the verb.</summary>
    private void AddBefore(VerbGroup verb, NounPhrase last)
    {
        if (last.JoinedTo is not null || last.Preposition >= 0 || last.First < 4 || last.First > verb.First || s.Lower(last.First - 1) != "and")
            return;
        List<NounPhrase> members = [];
        int commas = 0;
        for (int i = last.First - 2; i >= 0; i--)
        {
            if (s.Lower(i) == "," && i > 0)
                commas++;
            else if (phraseAt[i] is { } phrase)
            {
                if (phrase.Preposition < 0 && !phrase.IsTime)
                    members.Insert(0, phrase);
                i = phrase.First;
            }
            else if (s.Lower(i) != "of" && s.Tag(i) != Upos.Det)
                return;
        }
        if (commas > 0 && members.Count > commas)
            verb.Subjects.InsertRange(0, members);
    }

    private void AddList(VerbGroup verb, NounPhrase noun)
    {
        if (verb.Subjects.Contains(noun))
            return;
        verb.Subjects.Add(noun);
        AddBefore(verb, noun);
        foreach (NounPhrase phrase in phrases)
        {
            if (phrase.First > noun.First && phrase.First < verb.First && phrase.JoinedTo is { } joined && verb.Subjects.Contains(joined) && !verb.Subjects.Contains(phrase))
                verb.Subjects.Add(phrase);
        }
    }
}
