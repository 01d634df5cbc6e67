using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>How two participants of one sentence hang together: the predicate of the one and the words that lead from it to the other.</summary>
internal sealed class RootScene
{
    private const int LongestClimb = 14;

    private RootScene(RootTree tree, int source, int target)
    {
        Tree = tree;
        Source = source;
        Target = target;
    }

    public RootTree Tree { get; }

    /// <summary>The head of the words that name who acts; -1 where there are none.</summary>
    public int Source { get; }

    /// <summary>The head of the words that name whom it concerns; -1 where there are none.</summary>
    public int Target { get; }

    /// <summary>The word that says what the source does; -1 where none is found.</summary>
    public int Predicate { get; private set; } = -1;

    /// <summary>How the source stands to its predicate: a relation, with the preposition.</summary>
    public string SourceRole { get; private set; } = "none";

    /// <summary>How the target stands to the last word before it: a relation, with the preposition.</summary>
    public string TargetRole { get; private set; } = "none";

    /// <summary>Whether source and target are joined by "and", "between" or the like.</summary>
    public bool Joined { get; private set; }

    /// <summary>Whether the target stands above or beside the predicate rather than below it.</summary>
    public bool Upward { get; private set; }

    /// <summary>The words from the predicate down to before the target, the predicate first.</summary>
    public List<int> Chain { get; } = [];

    /// <summary>The scene of two words; either may be -1.</summary>
    public static RootScene Of(RootTree tree, int source, int target)
    {
        RootScene scene = new(tree, source, target);
        scene.FindPredicate();
        scene.FindChain();
        return scene;
    }

    /// <summary>The scene of a predicate that is known already.</summary>
    public static RootScene Of(RootTree tree, int predicate, int source, int target, string sourceRole)
    {
        RootScene scene = new(tree, source, target) { Predicate = predicate, SourceRole = sourceRole };
        scene.FindChain();
        return scene;
    }

    private void FindPredicate()
    {
        int at = Source >= 0 ? Source : Target;
        if (at < 0)
            return;
        for (int step = 0; step < LongestClimb && at >= 0; step++)
        {
            int head = Tree.Head(at);
            string relation = Tree.Relation(at);
            if (head < 0)
            {
                Predicate = Below(at);
                SourceRole = "root";
                return;
            }
            if (relation is "nsubj" or "csubj" or "obj" or "iobj" or "obl" or "xcomp" or "ccomp" or "advcl" or "parataxis" or "dislocated" or "vocative")
            {
                // "S, who attacked T": the clause that hangs on the source says more than the one it stands in.
                if (Target >= 0 && Source >= 0 && !Tree.Dominates(Source, Target) is false && Below(Source) is int own && own != Source)
                {
                    (Predicate, SourceRole) = (own, "nsubj-acl");
                    return;
                }
                Predicate = head;
                SourceRole = Tree.FullRelation(at) is "nsubj:pass" ? "nsubj:pass" : relation + (relation is "obl" ? "-" + Tree.Case(at) : "");
                return;
            }
            if (relation is "nmod" or "compound" or "amod" && Tree[head].Tag is Upos.Noun && IsEvent(Tree.WordAt(head)))
            {
                Predicate = head;
                SourceRole = Tree.FullRelation(at) is "nmod:poss" ? "poss" : relation + (relation == "nmod" ? "-" + Tree.Case(at) : "");
                return;
            }
            if (relation is "acl")
            {
                Predicate = at;
                SourceRole = "acl";
                return;
            }
            at = head;
        }
    }

    /// <summary>The clause that hangs on a noun; the noun itself where none does.</summary>
    private int Below(int noun)
    {
        for (int c = Tree.FirstChild(noun); c >= 0; c = Tree.Next(c))
        {
            if ((Tree.Is(c, "acl") || Tree.Is(c, "parataxis") || Tree.Is(c, "appos")) && Tree.IsPredicate(c))
                return c;
        }
        return noun;
    }

    /// <summary>Nouns that name what somebody does, not who somebody is.</summary>
    internal static bool IsEvent(RootWord word) =>
        word.Roots.Length > 0 && !word.Is("troops") && !word.Is("peacekeeper") && !word.Is("prisoner") && !word.Is("official") && !word.Is("armed") && !word.Is("crowd");

    private void FindChain()
    {
        if (Predicate < 0)
            return;
        if (Source >= 0 && Target >= 0)
            Joined = AreJoined(Source, Target);
        if (Target < 0 || Joined || Predicate == Target)
        {
            Chain.Add(Predicate);
            Descend(Predicate);
            TargetRole = Joined ? "joined" : "none";
            return;
        }
        if (!Tree.Dominates(Predicate, Target))
        {
            Upward = true;
            Chain.Add(Predicate);
            int above = Tree.Head(Predicate);
            for (int step = 0; above >= 0 && step < LongestClimb; step++, above = Tree.Head(above))
            {
                if (Tree.Dominates(above, Target))
                    break;
            }
            TargetRole = "up-" + RoleOf(Target);
            if (above >= 0 && Chain.Count < 3)
                Chain.Add(above);
            return;
        }
        List<int> path = [];
        for (int at = Tree.Head(Target); at >= 0 && path.Count < LongestClimb; at = Tree.Head(at))
        {
            path.Add(at);
            if (at == Predicate)
                break;
        }
        path.Reverse();
        // "S condemned it and demanded that T leave": the verb joined to the predicate has the same subject and is the one that concerns the target.
        int start = 0;
        while (start + 1 < path.Count && Tree.Is(path[start + 1], "conj") && Tree.IsPredicate(path[start + 1]) && Tree.Child(path[start + 1], "nsubj") < 0)
            start++;
        if (start > 0)
            Predicate = path[start];
        for (int i = start; i < path.Count; i++)
            Chain.Add(path[i]);
        TargetRole = RoleOf(Target);
        if (Chain.Count == 1)
            Descend(Predicate);
    }

    /// <summary>Follows the complements of a verb that says nothing by itself: "agreed to lift", "said it would release".</summary>
    private void Descend(int verb)
    {
        for (int depth = 0; depth < 4; depth++)
        {
            int complement = Complement(Tree, verb);
            if (complement < 0 || Chain.Contains(complement))
                return;
            Chain.Add(complement);
            verb = complement;
        }
    }

    /// <summary>The clause that completes the verb; -1 where there is none.</summary>
    public static int Complement(RootTree tree, int verb)
    {
        int found = -1;
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (tree.Is(c, "xcomp"))
                return c;
            if (tree.Is(c, "ccomp") && found < 0 && c > verb)
                found = c;
        }
        return found;
    }

    private string RoleOf(int index)
    {
        for (int step = 0; step < LongestClimb && index >= 0; step++)
        {
            string relation = Tree.Relation(index);
            if (relation is "conj" or "appos" or "flat" && Tree.Head(index) >= 0)
            {
                index = Tree.Head(index);
                continue;
            }
            if (Tree.FullRelation(index) is "nsubj:pass" or "nmod:poss")
                return Tree.FullRelation(index);
            return relation is "obl" or "nmod" ? relation + "-" + Tree.Case(index) : relation;
        }
        return "none";
    }

    private bool AreJoined(int left, int right)
    {
        for (int pass = 0; pass < 2; pass++, (left, right) = (right, left))
        {
            for (int at = right, step = 0; at >= 0 && step < LongestClimb; at = Tree.Head(at), step++)
            {
                if (at == left)
                    return step > 0;
                string relation = Tree.Relation(at);
                if (relation is not ("conj" or "appos" or "flat" or "nmod" or "compound"))
                    break;
                if (relation is "nmod" or "compound" && Tree.Head(at) != left && !(Tree.Head(at) >= 0 && Tree.Is(Tree.Head(at), "conj")))
                    break;
            }
        }
        return false;
    }
}
