using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Clauses that a sentence names only to say that they are untrue, unproven or not the case, that they failed, or that somebody talked about them.</summary>
internal static class RefutedClauses
{
    private static readonly HashSet<string> s_evidence = new(StringComparer.Ordinal) { "evidence", "proof", "sign", "indication", "suggestion", "trace", "record", "confirmation", "reason" };

    private static readonly HashSet<string> s_untrue = new(StringComparer.Ordinal) { "false", "untrue", "wrong", "incorrect", "unfounded", "baseless", "groundless", "inaccurate", "fabricated", "fake", "nonsense", "lie", "myth", "hoax" };

    private static readonly HashSet<string> s_clearing = new(StringComparer.Ordinal) { "acquit", "clear", "absolve", "exonerate", "exculpate" };

    private static readonly HashSet<string> s_talking = new(StringComparer.Ordinal) { "talk", "joke", "speak", "muse", "fantasise", "fantasize", "dream", "think", "daydream", "chat", "quip", "ruminate", "theorise", "theorize", "speculate" };

    private static readonly HashSet<string> s_trying = new(StringComparer.Ordinal) { "try", "attempt", "seek", "endeavour", "endeavor", "strive", "struggle", "aim", "want", "hope", "plan", "plot" };

    private static readonly HashSet<string> s_keeping = new(StringComparer.Ordinal)
    {
        "stop", "repel", "repulse", "thwart", "foil", "prevent", "block", "halt", "rebuff", "overpower", "intercept", "subdue", "restrain", "deter", "disperse",
    };

    private static readonly HashSet<string> s_vain = new(StringComparer.Ordinal) { "unsuccessfully", "vainly", "fruitlessly" };

    private static readonly HashSet<string> s_judging = new(StringComparer.Ordinal)
    {
        "criticise", "criticize", "condemn", "denounce", "defend", "praise", "welcome", "question", "justify", "regret", "slam", "blast", "hail", "back", "support", "oppose", "explain", "protest", "lament", "mourn", "challenge", "attack", "deplore", "applaud", "decry", "assail", "laud", "celebrate", "ridicule", "mock", "rebuke",
        "spark", "anger", "draw", "provoke", "cause", "prompt", "trigger", "outrage", "enrage", "shock", "stun", "divide", "alarm", "surprise", "infuriate", "discuss", "debate", "investigate", "review", "understand", "endorse", "bring", "lead",
    };

    /// <summary>What the standing of a plan says that is only judged: "defended the decision to kill him".</summary>
    public const string Judged = "judged decision";

    /// <summary>The standing that the words around a clause give it: "no evidence that", "it is false that", "acquitted of", "instead of"; null where they say nothing of the kind.</summary>
    public static ClauseStatus? Read(ClauseModel model, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        if (verb is { Kind: ClauseKind.Gerund, Marker: >= 0 } && (s.Lower(verb.Marker) == "instead" || (s.Lower(verb.Marker) == "of" && s.Lower(verb.Marker - 1) == "instead")))
            return new(ClaimStatus.Denied, "instead of");
        if (verb is { Kind: ClauseKind.Gerund, Marker: >= 0, Governor: { } court } && s.Lower(verb.Marker) == "of" && s_clearing.Contains(s.Lemma(court.Head)) && !court.Negated)
            return new(ClaimStatus.Denied, s.Lemma(court.Head));
        // "there is no evidence he mounted an attack": without "that" the tree takes the clause for a relative one.
        if (model.Tree.Head(verb.Head) is >= 0 and int shown && shown < verb.First && s.Tag(shown) == Upos.Noun && s_evidence.Contains(s.Lemma(shown)) && s.Lemma(shown) is not ("record" or "reason" or "trace") && Before(s, shown) is "no" or "little" or "any" or "without")
            return new(ClaimStatus.Hypothetical, "no " + s.Lemma(shown));
        if (IsTalkedOf(s, verb))
            return new(ClaimStatus.Hypothetical, "talk");
        if (verb.Kind == ClauseKind.Infinitive && Failure(model, verb) is { } failure)
            return new(ClaimStatus.Denied, failure) { Attempt = true };
        if (verb.Kind == ClauseKind.Infinitive && verb.GovernorNoun >= 0 && s.Lemma(verb.GovernorNoun) == "decision" && IsJudged(model, verb.GovernorNoun))
            return new(ClaimStatus.Planned, Judged);
        if (verb.Kind != ClauseKind.Complement)
            return null;
        int noun = verb.GovernorNoun;
        if (noun >= 0 && s_evidence.Contains(s.Lemma(noun)) && (Before(s, noun) is "no" or "little" or "any" or "without" || verb.Governor is { Negated: true }))
            return new(ClaimStatus.Hypothetical, "no " + s.Lemma(noun));
        if (verb.Governor is { } governor && s.Lemma(governor.Head) == "doubt" && !governor.Negated)
            return new(ClaimStatus.Hypothetical, "doubt");
        return Verdict(model, verb, noun) is { } word ? new(ClaimStatus.Denied, word) : null;
    }

    /// <summary>The clause before that a second "that" joins on to: "denied that guards had beaten them and that X had accused him"; null where none does.</summary>
    public static VerbGroup? Joined(ClauseModel model, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        int that = verb.Marker > 0 ? verb.Marker : s.Lower(verb.ClauseFirst) is "and" or "or" or "nor" ? verb.ClauseFirst + 1 : -1;
        if (that <= 0 || s.Lower(that) != "that" || s.Lower(that - 1) is not ("and" or "or" or "nor") || model.Tree.Plain(verb.Head) != "conj")
            return null;
        int head = model.Tree.Head(verb.Head);
        return model.Verbs.FirstOrDefault(v => v.Kind == ClauseKind.Complement && v.First < that && v != verb && (v.Head == head || v.Governor?.Head == head));
    }

    /// <summary>The noun whose content the clause is, "the claim that guards had shot at them", also where the tree takes the clause for a relative one; -1 where there is none.</summary>
    public static int ReportedIn(ClauseModel model, VerbGroup verb)
    {
        if (verb.Kind == ClauseKind.Complement)
            return verb.GovernorNoun;
        SentenceView s = model.Sentence;
        // Nothing is missing in it, so it is no relative clause.
        if (verb.Kind != ClauseKind.Relative || verb.Marker < 0 || s.Lower(verb.Marker) != "that" || verb.Subjects.Count == 0 || (verb.Objects.Count == 0 && !verb.Passive && verb.Prepositional.Count == 0))
            return -1;
        int noun = model.Tree.Head(verb.Head);
        return noun >= 0 && noun == verb.Marker - 1 && !verb.Subjects.Exists(np => np.Head == noun) && !verb.Objects.Exists(np => np.Head == noun) ? noun : -1;
    }

    /// <summary>Whether a chamber does this by voting for it.</summary>
    public static bool IsDoneByVote(string lemma) => lemma is "approve" or "pass" or "adopt" or "ratify" or "reject" or "endorse" or "condemn" or "censure" or "impeach" or "confirm" or "acquit" or "convict" or "elect" or "dissolve" or "override" or "recognise" or "recognize" or "reinstate" or "declare" or "denounce" or "repeal" or "back" or "support"
        or "reelect" or "re-elect" or "oust" or "dismiss" or "remove" or "extend" or "legalise" or "legalize" or "abolish";

    /// <summary>"the possibility the plane was shot down": supposed only; null where the clause is no content of such a noun.</summary>
    public static ClauseStatus? Supposed(ClauseModel model, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        if (!verb.Finite || verb.Subjects.Count == 0 || model.Tree.Head(verb.Head) is not (>= 0 and int noun) || s.Tag(noun) != Upos.Noun || noun >= verb.Subjects[0].First)
            return null;
        int first = verb.Marker > noun ? verb.Marker : verb.Subjects[0].First;
        if (noun != first - 1 || verb.Subjects.Exists(np => np.Head == noun) || verb.Objects.Exists(np => np.Head == noun))
            return null;
        return s.Lemma(noun) switch
        {
            "possibility" or "chance" or "prospect" or "likelihood" or "probability" or "risk" or "danger" or "hypothesis" or "scenario" or "notion" or "idea" or "fear" or "hope" or "expectation" => new(ClaimStatus.Hypothetical, s.Lemma(noun)),
            "theory" or "suspicion" or "rumour" or "rumor" or "speculation" => new(ClaimStatus.Alleged, s.Lemma(noun)),
            _ => null,
        };
    }

    /// <summary>The verb that shows what the clause tells, where that only seems so: "a video appears to show the moment a missile struck"; null where none does.</summary>
    public static VerbGroup? ShownIn(ClauseModel model, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        if (model.Tree.Head(verb.Head) is not (>= 0 and int noun) || noun >= verb.First || s.Lemma(noun) is not ("moment" or "instant" or "scene" or "second"))
            return null;
        return model.Verbs.FirstOrDefault(v => v != verb && v.Objects.Exists(np => np.Head == noun) && v is { Kind: ClauseKind.Infinitive, Governor: { } seeming } && s.Lemma(seeming.Head) is "appear" or "seem" or "purport" or "claim" or "believe" or "think");
    }

    /// <summary>"There is no truth in reports that", "called the claim that … a lie".</summary>
    public static bool IsCalledUntrue(ClauseModel model, int report, VerbGroup? verdict)
    {
        SentenceView s = model.Sentence;
        int before = report - 1;
        while (before > 0 && s.Tag(before) is Upos.Det or Upos.Adj or Upos.Noun)
            before--;
        if (before > 1 && s.Lower(before) is "in" or "to" or "behind" && s.Lemma(before - 1) is "truth" or "substance" or "basis" or "foundation" && Before(s, before - 1) is "no" or "little")
            return true;
        if (verdict is not { Negated: false } || s.Lemma(verdict.Head) is not ("call" or "brand" or "label" or "describe" or "dub" or "term" or "denounce"))
            return false;
        for (int i = report + 1; i < s.Count && s.Lower(i) is not (";" or "."); i++)
        {
            if (s_untrue.Contains(s.Lemma(i)) && !s.Quoted[i])
                return true;
        }
        return false;
    }

    /// <summary>"talked openly about assassinating him": not done by that, while who speaks of being beaten tells what he suffered.</summary>
    private static bool IsTalkedOf(SentenceView s, VerbGroup verb) =>
        s[verb.Head].Xpos == "VBG" && verb is { Finite: false, Passive: false, Perfect: false, Governor: { Negated: false } governor } && s.Lower(verb.First - 1) is "about" or "of" && s_talking.Contains(s.Lemma(governor.Head));

    /// <summary>"tried to kill him, but failed", "tried in vain to reach it", "an attempt to seize it failed": the word that says so; null where none does.</summary>
    private static string? Failure(ClauseModel model, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        if (verb.GovernorNoun >= 0 && s.Lemma(verb.GovernorNoun) is "attempt" or "bid" or "effort" or "try" or "plot")
        {
            for (int i = verb.GovernorNoun - 1; i >= 0 && s.Tag(i) is Upos.Adj or Upos.Verb or Upos.Noun; i--)
            {
                if (s.Lower(i) is "failed" or "unsuccessful" or "abortive" or "foiled" or "thwarted" or "botched" or "fruitless" or "futile" or "aborted" or "vain")
                    return s.Lower(i);
            }
            return model.Verbs.Any(v => v is { Negated: false, Modal: null } && v != verb && (v.Subjects.Exists(np => np.Head == verb.GovernorNoun) && (s.Lemma(v.Head) is "fail" or "collapse" || (v.Passive && s_keeping.Contains(s.Lemma(v.Head))))
                || (!v.Passive && v.Objects.Exists(np => np.Head == verb.GovernorNoun) && s_keeping.Contains(s.Lemma(v.Head))))) ? "fail" : null;
        }
        if (verb.Governor is not { Negated: false, Modal: null } trying || !s_trying.Contains(s.Lemma(trying.Head)))
            return null;
        int end = Math.Max(verb.ClauseEnd, verb.End);
        for (int i = trying.ClauseFirst; i < s.Count && i < end + 3; i++)
        {
            if (i > verb.First && s.Lower(i) == "," && i >= end)
                break;
            if (s_vain.Contains(s.Lower(i)) || (s.Lower(i) is "in" or "without" or "to" && (s.Lower(i), s.Lower(i + 1)) is ("in", "vain") or ("without", "success") or ("without", "succeeding")) || (s.Lower(i) == "to" && s.Lower(i + 1) is "no" or "little" && s.Lower(i + 2) is "avail" or "effect"))
                return "in vain";
        }
        if (Stopped(model, verb, trying) is { } stopped)
            return stopped;
        // "…, but failed": who tried fails, and at nothing else.
        foreach (VerbGroup later in model.Verbs)
        {
            if (later.First <= verb.First || later.Negated != (s.Lemma(later.Head) is "succeed" or "manage") || s.Lemma(later.Head) is not ("fail" or "succeed" or "manage") || later.Modal is not (null or "could") || model.Verbs.Any(v => v != verb && v.Governor == later && v.Kind == ClauseKind.Infinitive))
                continue;
            bool joined = model.Tree.Plain(later.Head) is "conj" && model.Tree.Head(later.Head) is int to && (to == trying.Head || to == verb.Head);
            bool same = later.Subjects.Count > 0 && (later.Subjects.SequenceEqual(trying.Subjects) || s.Lower(later.Subjects[^1].Head) is "they" or "he" or "she" or "it" && s.Lower(later.Subjects[^1].First - 1) == "but");
            if (joined || same)
                return "fail";
        }
        return null;
    }

    /// <summary>"but were beaten back", "but police stopped them": who tried was kept from it; null where that is not told.</summary>
    private static string? Stopped(ClauseModel model, VerbGroup verb, VerbGroup trying)
    {
        SentenceView s = model.Sentence;
        foreach (VerbGroup later in model.Verbs)
        {
            if (later.First <= verb.End || later is not { Negated: false, Modal: null, Finite: true } || !IsBut(s, later) || s.Lower(later.First - 1) is "if" or "unless")
                continue;
            string lemma = s.Lemma(later.Head);
            bool keeps = s_keeping.Contains(lemma) || (lemma is "beat" or "drive" or "push" or "turn" or "force" or "fight" or "hold" && s.Lower(later.Head + 1) is "back" or "away" or "off" or "them" or "him" or "her" && (s.Lower(later.Head + 1) is not ("them" or "him" or "her") || s.Lower(later.Head + 2) is "back" or "away" or "off"));
            if (!keeps)
                continue;
            bool same = later.Subjects.Count == 0 || later.Subjects.SequenceEqual(trying.Subjects) || s.Lower(later.Subjects[^1].Head) is "they" or "he" or "she" or "it";
            bool them = later.Objects.Exists(np => s.Lower(np.Head) is "them" or "him" or "her" or "it") || s.Lower(later.Head + 1) is "them" or "him" or "her" or "it";
            if (later.Passive ? same : them)
                return lemma;
        }
        return null;
    }

    private static bool IsBut(SentenceView s, VerbGroup later)
    {
        int from = later.Subjects.Count > 0 && later.Subjects[^1].First < later.First ? later.Subjects[^1].First : later.First;
        return s.Lower(from - 1) is "but" or "before" || s.Lower(later.First - 1) is "but" or "before";
    }

    /// <summary>Whether the decision is only the matter of what the sentence tells: "the decision to kill him was criticised", "defended the decision", "after the decision".</summary>
    private static bool IsJudged(ClauseModel model, int decision)
    {
        SentenceView s = model.Sentence;
        foreach (VerbGroup verb in model.Verbs)
        {
            bool judges = s_judging.Contains(s.Lemma(verb.Head)) || (s.Lemma(verb.Head) == "be" && !verb.Passive);
            if (judges && (verb.Subjects.Exists(np => np.Head == decision) || (s.Lemma(verb.Head) != "be" && (verb.Objects.Exists(np => np.Head == decision) || model.Tree.Head(decision) == verb.Head))))
                return true;
        }
        return false;
    }

    private static string Before(SentenceView s, int noun)
    {
        int at = noun - 1;
        while (at > 0 && s.Tag(at) is Upos.Adj)
            at--;
        return s.Lower(at);
    }

    /// <summary>"It is false that", "The rumour that … is false": the word that calls the content untrue; null where none does.</summary>
    private static string? Verdict(ClauseModel model, VerbGroup verb, int noun)
    {
        SentenceView s = model.Sentence;
        foreach (VerbGroup copula in model.Verbs)
        {
            if (copula == verb || s.Lemma(copula.Head) != "be" || copula.Modal is not null)
                continue;
            int ascribed = copula.Head + 1;
            while (ascribed < s.Count && s.Tag(ascribed) is Upos.Adv or Upos.Det or Upos.Part)
                ascribed++;
            // "It is not true that": the same by a negation.
            if (ascribed >= s.Count || !(copula.Negated ? s.Lemma(ascribed) is "true" or "correct" or "accurate" or "case" : s_untrue.Contains(s.Lemma(ascribed))))
                continue;
            bool ofIt = copula.Head < verb.Head && copula.First > 0 && s.Lower(copula.First - 1) == "it" && s.Lower(ascribed + 1) == "that";
            bool ofNoun = noun >= 0 && noun < verb.Head && copula.Head > verb.Head && copula.Subjects.Any(subject => subject.Head == noun);
            if (ofIt || ofNoun)
                return s.Lemma(ascribed);
        }
        return null;
    }
}
