using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>The features of a scene: hashes for the model, and their names where somebody asks.</summary>
internal sealed class RootFeatures(bool named)
{
    private readonly HashSet<uint> _seen = [];

    /// <summary>The hashes, each once.</summary>
    public List<uint> Hashes { get; } = [];

    /// <summary>The names in the order of the hashes; empty unless asked for.</summary>
    public List<string> Names { get; } = [];

    /// <summary>The features of <paramref name="scene"/>, of which the rules say <paramref name="verdict"/>.</summary>
    public static RootFeatures Of(RootScene scene, RootVerdict verdict, bool named)
    {
        RootFeatures features = new(named);
        features.Fill(scene, verdict);
        return features;
    }

    private void Add(string kind, string first = "", string second = "", string third = "")
    {
        uint hash = 2166136261;
        hash = Mix(Mix(Mix(Mix(hash, kind), first), second), third);
        if (!_seen.Add(hash))
            return;
        Hashes.Add(hash);
        if (named)
            Names.Add(string.Join(' ', new[] { kind, first, second, third }.Where(part => part.Length > 0)));
    }

    // FNV-1a; the separator keeps "ab c" and "a bc" apart.
    private static uint Mix(uint hash, string text)
    {
        foreach (char c in text)
            hash = unchecked((hash ^ c) * 16777619);
        return unchecked((hash ^ 0x1F) * 16777619);
    }

    private void Fill(RootScene scene, RootVerdict verdict)
    {
        RootTree tree = scene.Tree;
        Add("bias");
        string root = verdict.Root?.ToString() ?? "none";
        Add("rules", root);
        Add("rule", verdict.Rule);
        Add("rule", root, verdict.Rule);
        if (scene.Predicate < 0)
            return;
        int predicate = scene.Predicate;
        string sourceClass = ClassOf(scene, scene.Source), targetClass = ClassOf(scene, scene.Target);
        Add("source", sourceClass);
        Add("target", targetClass);
        Add("source", sourceClass, root);
        Add("target", targetClass, root);
        Add("roles", scene.SourceRole, scene.TargetRole);
        Add("target-role", scene.TargetRole, root);
        Add("source-role", scene.SourceRole, root);
        if (verdict.Word >= 0)
        {
            Add("decides", tree.Lemma(verdict.Word));
            Add("decides", tree.Lemma(verdict.Word), scene.TargetRole);
        }
        Chain(scene, root);
        Last(scene, root, sourceClass, targetClass);
        (bool negated, string? modal) = RootComposer.Mood(tree, predicate);
        string mood = (negated ? "not" : "") + (modal ?? "");
        Add("mood", mood, root);
        Add("passive", tree.IsPassive(predicate) ? "yes" : "no", scene.SourceRole);
        Around(scene);
    }

    /// <summary>The words from the predicate down to the target and what governs what.</summary>
    private void Chain(RootScene scene, string root)
    {
        RootTree tree = scene.Tree;
        string classes = "", last = "";
        for (int i = 0; i < scene.Chain.Count; i++)
        {
            int at = scene.Chain[i];
            string lemma = tree.Lemma(at);
            RootWord word = tree.WordAt(at);
            Add(i == 0 ? "predicate" : "chain", lemma);
            if (i == 0 && word.Word.Length > 0 && word.Word != lemma)
                Add("predicate", word.Word);
            foreach (string name in word.Classes)
                Add(i == 0 ? "predicate-class" : "chain-class", name);
            if (word.Roots.Length > 0)
                Add(i == 0 ? "predicate-root" : "chain-root", word.Roots[0].ToString());
            if (i > 0)
            {
                Add("then", last, lemma);
                foreach (string name in tree.WordAt(scene.Chain[i - 1]).Classes)
                {
                    foreach (EventType inner in word.Roots.Take(1))
                        Add("then", name, inner.ToString());
                }
            }
            if (i < 3)
                classes += (word.Classes.Length > 0 ? word.Classes[0] : word.Roots.Length > 0 ? word.Roots[0].ToString() : tree[at].Tag.ToString()) + ">";
            last = lemma;
        }
        Add("shape", classes);
        Add("shape", classes, root);
        Add("last", last, scene.TargetRole);
    }

    /// <summary>The last verb of the chain with its nouns.</summary>
    private void Last(RootScene scene, string root, string sourceClass, string targetClass)
    {
        RootTree tree = scene.Tree;
        for (int i = scene.Chain.Count - 1; i >= 0; i--)
        {
            int verb = scene.Chain[i];
            if (tree[verb].Tag is not (Upos.Verb or Upos.Aux) && i > 0)
                continue;
            string lemma = tree.Lemma(verb);
            RootWord word = tree.WordAt(verb);
            Add("verb", lemma);
            Add("verb", lemma, scene.TargetRole);
            Add("verb", lemma, targetClass, "target");
            Add("verb", lemma, sourceClass, "source");
            foreach (EventType own in word.Roots)
                Add("verb-root", own.ToString());
            int nouns = 0;
            foreach (int noun in RootComposer.Nouns(scene, verb))
            {
                if (++nouns > 6)
                    break;
                string role = tree.Relation(noun) is "obl" ? tree.Case(noun) : tree.Is(noun, "nmod") || tree.Is(noun, "conj") ? "under" : "object";
                RootWord named = tree.WordAt(noun);
                Add("noun", tree.Lemma(noun), role);
                Add("verb-noun", lemma, tree.Lemma(noun));
                foreach (string name in named.Classes)
                {
                    Add("noun-class", name, role);
                    Add("verb-noun-class", lemma, name);
                    foreach (string verbClass in word.Classes)
                        Add("classes", verbClass, name);
                }
                foreach (EventType own in named.Roots)
                    Add("noun-root", own.ToString(), role);
            }
            if (nouns == 0)
                Add("no-noun", lemma, root);
            return;
        }
    }

    /// <summary>The words of the clause without their places.</summary>
    private void Around(RootScene scene)
    {
        RootTree tree = scene.Tree;
        int first = scene.Predicate, end = scene.Predicate;
        foreach (int at in (ReadOnlySpan<int>)[scene.Source, scene.Target])
        {
            if (at >= 0)
                (first, end) = (Math.Min(first, at), Math.Max(end, at));
        }
        end = Math.Min(tree.Count, end + 8);
        for (int i = first; i < end; i++)
        {
            if (tree[i].Tag is not (Upos.Noun or Upos.Verb or Upos.Adj) || i == scene.Source)
                continue;
            RootWord word = tree.WordAt(i);
            Add("near", tree.Lemma(i));
            if (word.Roots.Length > 0 && tree[i].Tag != Upos.Adj)
                Add("near-root", word.Roots[0].ToString());
        }
    }

    /// <summary>What kind of words name a participant.</summary>
    private static string ClassOf(RootScene scene, int at)
    {
        if (at < 0)
            return "none";
        RootTree tree = scene.Tree;
        if (tree[at].Tag == Upos.Pron)
            return "pronoun";
        RootWord word = tree.WordAt(at);
        if (word.Classes.Length > 0)
            return word.Classes[^1];
        return tree[at].Tag == Upos.Propn ? "name" : "other";
    }
}
