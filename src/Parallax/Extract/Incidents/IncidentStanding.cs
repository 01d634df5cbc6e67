using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Whether the words around a trigger say that it happened, was tried, was threatened, or nothing of the kind.</summary>
internal static class IncidentStanding
{
    private static readonly HashSet<string> s_modals = new(["would", "could", "may", "might", "should", "will", "can", "must", "shall", "'d", "'ll", "ca", "wo"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_trying = new(["try", "attempt", "fail", "plan", "intend", "seek", "prepare", "plot", "conspire", "want", "mean", "aim"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_threatening = new(["threaten", "vow", "swear", "warn", "promise", "pledge"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_doing = new(["manage", "begin", "start", "continue", "proceed", "use", "go", "come", "help", "dare", "say", "report", "believe", "think", "allege", "know", "appear", "seem", "order", "hire"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_unreal = new(["threat", "plan", "possibility", "risk", "danger", "fear", "probability", "intention", "prevention", "plot", "attempt", "way", "right", "opportunity", "ability", "capacity"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_open = new(["any", "no", "every", "each", "possible", "potential", "future", "further", "eventual", "such", "more", "imminent", "planned", "new wave"], StringComparer.Ordinal);

    /// <summary>The stage of what the verb tells; null where it tells of nothing that happened, was tried or was threatened.</summary>
    public static IncidentStage? OfVerb(IncidentTree tree, int verb)
    {
        bool perfect = false, modal = false;
        foreach (int child in tree.Children(verb))
        {
            string lemma = tree.Lemma(child);
            if (lemma is "not" or "never" or "n't" or "neither" or "nor" or "no" && tree.Is(child, "advmod"))
                return null;
            if (tree.Is(child, "aux"))
            {
                perfect |= lemma is "have";
                modal |= s_modals.Contains(lemma) || s_modals.Contains(tree.Lower(child));
            }
            if (tree.Is(child, "mark") && lemma is "if" or "unless" or "whether" or "lest")
                return null;
            if (tree.Is(child, "nsubj") && tree.Child(child, "det") is int det and >= 0 && tree.Lemma(det) == "no")
                return null;
            if (tree.Is(child, "nsubj") && tree.Lemma(child) is "nobody" or "none" or "no-one")
                return null;
        }
        if (modal && !perfect)
            return null;
        // "they kill people": a habit.
        if (tree[verb].Xpos is "VBP" or "VBZ" && tree.Child(verb, "aux") < 0)
            return null;
        int mark = tree.Child(verb, "mark");
        bool infinitive = tree[verb].Xpos == "VB" || (mark >= 0 && tree.Lower(mark) == "to");
        if (infinitive && !perfect)
            return OfInfinitive(tree, verb);
        // "threatened with killing", "accused of killing": under a noun or verb that leaves it open.
        foreach (int above in tree.Above(verb).Take(1))
        {
            if (tree[verb].Xpos == "VBG" && (s_unreal.Contains(tree.Lemma(above)) || tree.Lemma(above) is "prevent" or "avoid" or "stop"))
                return null;
            if (tree[verb].Xpos == "VBG" && s_threatening.Contains(tree.Lemma(above)))
                return IncidentStage.Threatened;
        }
        return IncidentStage.Accomplished;
    }

    private static IncidentStage? OfInfinitive(IncidentTree tree, int verb)
    {
        int above = tree[verb].Head;
        for (int steps = 0; steps < 4 && above >= tree.First && tree.Is(verb, "conj"); steps++)
            (verb, above) = (above, tree[above].Head);
        if (above < tree.First)
            return tree.Child(verb, "aux") >= 0 ? IncidentStage.Accomplished : null;
        string lemma = tree.Lemma(above);
        if (OfGoverning(tree, above) is null)
            return null;
        if (s_trying.Contains(lemma) || (lemma == "attempt" && tree.IsNoun(above)) || lemma == "plot")
            return IncidentStage.Attempted;
        if (s_threatening.Contains(lemma) || lemma == "threat")
            return IncidentStage.Threatened;
        return s_doing.Contains(lemma) && tree.Is(verb, "xcomp") ? IncidentStage.Accomplished : null;
    }

    private static IncidentStage? OfGoverning(IncidentTree tree, int verb)
    {
        foreach (int child in tree.Children(verb))
        {
            if (tree.Lemma(child) is "not" or "never" || (tree.Is(child, "aux") && s_modals.Contains(tree.Lower(child))))
                return null;
        }
        return IncidentStage.Accomplished;
    }

    /// <summary>The stage of what a noun names; null where it is one to come, none at all, or any.</summary>
    public static IncidentStage? OfNoun(IncidentTree tree, int noun)
    {
        foreach (int child in tree.Children(noun))
        {
            if ((tree.Is(child, "det") || tree.Is(child, "amod")) && s_open.Contains(tree.Lower(child)))
                return null;
        }
        IncidentStage stage = IncidentStage.Accomplished;
        foreach (int child in tree.Children(noun))
        {
            if (tree.Is(child, "amod") || tree.Is(child, "compound"))
            {
                if (tree.Lower(child) is "attempted" or "failed" or "foiled" or "frustrated" or "thwarted" or "abortive" or "unsuccessful")
                    stage = IncidentStage.Attempted;
            }
        }
        int above = tree[noun].Head;
        if (above < tree.First)
            return stage;
        string lemma = tree.Lemma(above);
        if (tree.Is(noun, "nmod") && s_unreal.Contains(lemma) && tree.Case(noun) is "of" or "against")
            return lemma is "plot" or "attempt" ? IncidentStage.Attempted : lemma == "threat" ? IncidentStage.Threatened : null;
        if (tree[above].Tag is Upos.Verb or Upos.Aux && (tree.Is(noun, "obj") || tree.Is(noun, "nsubj")))
        {
            if (lemma is "prevent" or "avoid" or "foil" or "thwart" or "frustrate" or "abort" or "avert")
                return IncidentStage.Attempted;
            if (lemma is "threaten" or "plan" or "expect" or "fear")
                return lemma == "threaten" ? IncidentStage.Threatened : null;
            bool modal = false, perfect = false;
            foreach (int child in tree.Children(above))
            {
                if (tree.Is(child, "aux"))
                {
                    modal |= s_modals.Contains(tree.Lower(child));
                    perfect |= tree.Lemma(child) == "have";
                }
                if (tree.Lemma(child) is "not" or "never" && tree.Is(child, "advmod") && tree.Is(noun, "nsubj"))
                    return null;
            }
            if (modal && !perfect && tree.Child(noun, "det") is int det && (det < 0 || tree.Lower(det) is not ("the" or "this" or "that")))
                return null;
        }
        return stage;
    }
}
