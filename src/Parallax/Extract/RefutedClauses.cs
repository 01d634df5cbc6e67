using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Clauses that a sentence names only to say that they are untrue, unproven or not the case.</summary>
internal static class RefutedClauses
{
    private static readonly HashSet<string> s_evidence = new(StringComparer.Ordinal) { "evidence", "proof", "sign", "indication", "suggestion", "trace", "record", "confirmation", "reason" };

    private static readonly HashSet<string> s_untrue = new(StringComparer.Ordinal) { "false", "untrue", "wrong", "incorrect", "unfounded", "baseless", "groundless", "inaccurate", "fabricated", "fake", "nonsense", "lie", "myth", "hoax" };

    private static readonly HashSet<string> s_clearing = new(StringComparer.Ordinal) { "acquit", "clear", "absolve", "exonerate", "exculpate" };

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
        if (verb.Kind != ClauseKind.Complement)
            return null;
        int noun = verb.GovernorNoun;
        if (noun >= 0 && s_evidence.Contains(s.Lemma(noun)) && (Before(s, noun) is "no" or "little" or "any" or "without" || verb.Governor is { Negated: true }))
            return new(ClaimStatus.Hypothetical, "no " + s.Lemma(noun));
        if (verb.Governor is { } governor && s.Lemma(governor.Head) == "doubt" && !governor.Negated)
            return new(ClaimStatus.Hypothetical, "doubt");
        return Verdict(model, verb, noun) is { } word ? new(ClaimStatus.Denied, word) : null;
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
            if (copula.Negated || copula == verb || s.Lemma(copula.Head) != "be" || copula.Modal is not null)
                continue;
            int ascribed = copula.Head + 1;
            while (ascribed < s.Count && s.Tag(ascribed) is Upos.Adv or Upos.Det)
                ascribed++;
            if (ascribed >= s.Count || !s_untrue.Contains(s.Lemma(ascribed)))
                continue;
            bool ofIt = copula.Head < verb.Head && copula.First > 0 && s.Lower(copula.First - 1) == "it" && s.Lower(ascribed + 1) == "that";
            bool ofNoun = noun >= 0 && noun < verb.Head && copula.Head > verb.Head && copula.Subjects.Any(subject => subject.Head == noun);
            if (ofIt || ofNoun)
                return s.Lemma(ascribed);
        }
        return null;
    }
}
