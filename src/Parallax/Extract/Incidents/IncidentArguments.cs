using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Who stands around a verb in the tree: its subjects and objects, also those that it shares with the verb above it.</summary>
internal static class IncidentArguments
{
    private const int DeepestShare = 4;

    /// <summary>Whether the verb is passive: "was killed", "killed by gunmen", "kidnapped and killed".</summary>
    public static bool IsPassive(IncidentTree tree, int verb)
    {
        for (int at = verb, depth = 0; depth < DeepestShare; depth++)
        {
            if (tree.Child(at, "aux:pass") >= 0 || Exactly(tree, at, "nsubj:pass") >= 0)
                return true;
            if (tree[at].Xpos != "VBN" || Exactly(tree, at, "nsubj") >= 0 || tree.Child(at, "aux") >= 0)
                return false;
            if (tree[at].Relation is "acl" or "advcl" or "amod" or "xcomp" or "dep")
                return true;
            // A participle joined to a passive verb shares its auxiliary.
            if (!tree.Is(at, "conj") || tree[at].Head < tree.First)
                return tree[at].Relation == "root" && tree.Child(at, "obj") < 0;
            at = tree[at].Head;
            // "the clerk, kidnapped on Monday,", read as joined to the noun.
            if (tree.IsNoun(at))
                return true;
        }
        return false;
    }

    /// <summary>The grammatical subject; -1 where there is none.</summary>
    public static int Subject(IncidentTree tree, int verb)
    {
        for (int at = verb, depth = 0; depth < DeepestShare; depth++)
        {
            int own = tree.Child(at, "nsubj");
            if (own >= 0)
                return Antecedent(tree, at, own);
            int head = tree[at].Head;
            if (head < tree.First)
                return -1;
            switch (tree[at].Relation)
            {
                case "acl":
                case "acl:relcl":
                    return head;
                case "conj":
                case "xcomp":
                case "advcl":
                case "parataxis":
                case "ccomp" when tree[at].Xpos == "VBG":
                    at = head;
                    break;
                default:
                    return -1;
            }
            if (tree.IsNoun(at))
                return at;
        }
        return -1;
    }

    /// <summary>The heads of the phrases who do it.</summary>
    public static IEnumerable<int> Agents(IncidentTree tree, int verb, bool passive)
    {
        if (!passive)
        {
            int subject = Subject(tree, verb);
            if (subject >= 0)
                yield return subject;
            yield break;
        }
        foreach (int child in tree.Children(verb))
        {
            if ((tree.Is(child, "obl") || tree.Is(child, "nmod")) && tree.Case(child) == "by" && tree.IsNoun(child))
                yield return child;
        }
    }

    /// <summary>The heads of the phrases to whom it is done.</summary>
    public static IEnumerable<int> Patients(IncidentTree tree, int verb, bool passive)
    {
        if (passive)
        {
            int subject = Subject(tree, verb);
            if (subject >= 0)
                yield return subject;
            yield break;
        }
        int bare = -1;
        bool any = false;
        foreach (int child in tree.Children(verb))
        {
            if (!tree.IsNoun(child))
                continue;
            if (tree.Is(child, "obj"))
            {
                any = true;
                yield return child;
            }
            else if (child > verb && tree[child].Relation == "obl" && (IsAtLeast(tree, child) || (tree.Case(child).Length == 0 && tree.MentionAt(child) is not null)))
            {
                bare = child;
            }
        }
        // "gunned down judge Ana Soto": read as where it was, though no preposition stands there.
        if (!any && bare >= 0)
            yield return bare;
    }

    /// <summary>The phrases after a preposition that hang on the word.</summary>
    public static IEnumerable<(int Head, string Case)> Prepositional(IncidentTree tree, int at)
    {
        foreach (int child in tree.Children(at))
        {
            if (!(tree.Is(child, "obl") || tree.Is(child, "nmod")) || !tree.IsNoun(child))
                continue;
            string preposition = tree.Case(child);
            // "in front of the bank": the bank.
            int place = tree.Lemma(child) is "front" or "vicinity" or "outskirt" or "entrance" && preposition is "in" or "at" or "on" ? tree.Child(child, "nmod") : -1;
            yield return place >= 0 ? (place, "in front") : (child, preposition);
        }
    }

    // "wounded at least 10 people": the words that bound the number, read as a place.
    private static bool IsAtLeast(IncidentTree tree, int noun)
    {
        int mark = tree.Child(noun, "case");
        return mark >= 0 && tree.Lower(mark) == "at" && tree.Lower(mark + 1) is "least" or "most";
    }

    // "the man who killed": the man.
    private static int Antecedent(IncidentTree tree, int verb, int subject)
    {
        bool relative = tree[subject].Tag == Upos.Pron && tree.Lower(subject) is "who" or "which" or "that" or "whom";
        return relative && tree[verb].Head >= tree.First && tree.Is(verb, "acl") ? tree[verb].Head : subject;
    }

    private static int Exactly(IncidentTree tree, int at, string relation)
    {
        foreach (int child in tree.Children(at))
        {
            if (tree[child].Relation == relation)
                return child;
        }
        return -1;
    }
}
