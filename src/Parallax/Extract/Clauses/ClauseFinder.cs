using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Reads the clauses of a sentence off its tree: how each verb hangs on the others, and who is its subject and object.</summary>
internal sealed class ClauseFinder
{
    private readonly SentenceView _s;
    private readonly ClauseTree _tree;
    private readonly NounPhrase?[] _phraseAt;
    private readonly VerbFinder _finder;
    private readonly List<VerbGroup> _verbs;
    private readonly List<NounPhrase> _phrases;

    private ClauseFinder(SentenceView s)
    {
        _s = s;
        _tree = new ClauseTree(s);
        (_phrases, _phraseAt) = PhraseFinder.Find(s, _tree);
        _finder = new VerbFinder(s, _tree, _phraseAt);
        _verbs = _finder.Find();
    }

    /// <summary>Reads <paramref name="s"/>.</summary>
    public static ClauseModel Find(SentenceView s) => new ClauseFinder(s).Find();

    /// <summary>Verbs that take a clause without "that".</summary>
    internal static bool IsSaying(string lemma) => lemma is "say" or "announce" or "report" or "claim" or "believe" or "tell" or "add" or "think" or "confirm" or "state"
        or "declare" or "warn" or "allege" or "insist" or "suggest" or "acknowledge" or "admit" or "deny" or "hope" or "know" or "note" or "show" or "fear" or "estimate" or "suspect" or "vow" or "promise" or "agree" or "argue" or "stress" or "maintain" or "assert" or "reveal" or "write" or "tweet";

    private ClauseModel Find()
    {
        foreach (VerbGroup verb in _verbs)
            Classify(verb);
        ClauseParts parts = new(_s, _tree, _phrases, _phraseAt, _finder);
        foreach (VerbGroup verb in _verbs)
            parts.FindObjects(verb);
        SubjectFinder subjects = new(_s, _tree, _phrases, _phraseAt, _finder, _verbs);
        foreach (VerbGroup verb in _verbs)
            subjects.Find(verb);
        int[] owners = ClauseRanges.Set(_s, _tree, _finder, _verbs);
        return new ClauseModel(_s, ChunkLister.List(_s, _phrases, _verbs, _phraseAt), _phrases, _verbs) { Tree = _tree, Owners = owners };
    }

    private void Classify(VerbGroup verb)
    {
        int own = _finder.OuterOf(verb), top = own;
        for (int depth = 0; depth < ClauseTree.DeepestChain && _tree.Plain(top) == "conj" && _tree.Head(top) is >= 0 and int above && _finder.At[above] is not null; depth++)
            top = above;
        int head = _tree.Head(top);
        string relation = _tree.Relation(top);
        int mark = MarkOf(own) is >= 0 and int ownMark ? ownMark : MarkOf(top);
        switch (verb.Kind)
        {
            case ClauseKind.Infinitive:
                verb.Governor = Climb(head);
                if (verb.First > 0 && _phraseAt[verb.First - 1] is { Mention: < 0, IsTime: false } noun && top == own)
                    verb.GovernorNoun = noun.Head;
                else if (_tree.Plain(top) == "acl" && head >= 0)
                    verb.GovernorNoun = head;
                return;
            case ClauseKind.Gerund:
                verb.Marker = mark >= 0 ? mark : CaseOf(own);
                // "came close to attacking"
                if (verb.Marker < 0 && verb.First > 0 && _s.Lower(verb.First - 1) == "to")
                    verb.Marker = verb.First - 1;
                verb.Governor = Climb(head);
                return;
            case ClauseKind.ReducedRelative:
                verb.Passive = true;
                // "backed by tanks, troops entered": it hangs on the verb, whose subject it describes.
                if (_tree.Plain(top) == "advcl")
                    verb.Governor = Climb(head);
                return;
            default:
                ClassifyFinite(verb, top, head, relation, mark);
                return;
        }
    }

    private void ClassifyFinite(VerbGroup verb, int top, int head, string relation, int mark)
    {
        switch (relation)
        {
            case "acl:relcl" when IsContent(top, head):
                (verb.Kind, verb.Marker, verb.GovernorNoun, verb.Governor) = (ClauseKind.Complement, RelativeOf(top, head), head, Climb(head));
                return;
            case "acl:relcl":
                verb.Kind = ClauseKind.Relative;
                verb.Marker = RelativeOf(top, head);
                return;
            case "acl" when head >= 0:
                (verb.Kind, verb.Marker, verb.GovernorNoun, verb.Governor) = (ClauseKind.Complement, mark, head, Climb(head));
                return;
            case "ccomp" or "csubj" or "csubj:pass" or "xcomp" or "csubj:outer":
                bool before = head > top;
                if (before && mark < 0)
                    return;
                (verb.Kind, verb.Marker, verb.Governor) = (ClauseKind.Complement, mark, before ? null : Climb(head));
                if (verb.Governor is not null && head >= 0 && mark > 0 && _phraseAt[mark - 1] is { Mention: < 0, IsTime: false } noun && _s.Tag(noun.Head) == Upos.Noun)
                    verb.GovernorNoun = noun.Head;
                return;
            default:
                int adverb = mark >= 0 ? mark : AdverbMark(top);
                if (adverb >= 0 && _s.Lower(adverb) is not ("and" or "but"))
                {
                    bool content = _s.Lower(adverb) is "that" or "whether" or "how" or "what" or "why" && _s.Lower(adverb - 1) is not "so";
                    (verb.Kind, verb.Marker) = (content ? ClauseKind.Complement : ClauseKind.Subordinate, adverb);
                    if (content)
                        verb.Governor = head >= 0 && head < top ? Climb(head) : null;
                }
                return;
        }
    }

    private int MarkOf(int predicate)
    {
        foreach (int child in _tree.Children(predicate))
        {
            if (_tree.Plain(child) == "mark" && _s.Lower(child) != "to" && child <= predicate)
            {
                int last = child;
                foreach (int part in _tree.Children(child))
                {
                    if (_tree.Plain(part) == "fixed")
                        last = part;
                }
                return _s.Lower(last) is "if" or "that" or "though" ? last : child;
            }
        }
        return -1;
    }

    private int CaseOf(int predicate)
    {
        int found = -1;
        foreach (int child in _tree.Children(predicate))
        {
            if (_tree.Plain(child) == "case" && child < predicate)
                found = child;
        }
        return found;
    }

    /// <summary>"when", "where", "while" that open a clause as adverbs.</summary>
    private int AdverbMark(int predicate)
    {
        foreach (int child in _tree.Children(predicate))
        {
            if (_tree.Plain(child) == "advmod" && child < predicate && _s.Lower(child) is "when" or "where" or "whenever" or "wherever" or "while" or "how" or "why")
                return child;
        }
        return -1;
    }

    /// <summary>"The rumour that the army attacked the village": "that" stands for nothing in a clause that has subject and object of its own.</summary>
    private bool IsContent(int predicate, int noun)
    {
        if (noun < 0 || _s.Tag(noun) != Upos.Noun || _s.Lower(noun + 1) != "that" || _tree.Head(noun + 1) != predicate || _tree.Child(predicate, "nsubj") is not (> 0 and int subject) || subject == noun + 1)
            return false;
        foreach (int child in _tree.Children(predicate))
        {
            if (child > predicate && _tree.Plain(child) == "obj")
                return true;
        }
        return false;
    }

    private int RelativeOf(int predicate, int antecedent)
    {
        for (int i = antecedent + 1; i < predicate; i++)
        {
            if (_s.Lower(i) is "who" or "whom" or "which" or "that" or "whose" or "where" or "when" && _tree.IsUnder(i, predicate))
                return i;
        }
        return -1;
    }

    /// <summary>The verb at or above a token.</summary>
    private VerbGroup? Climb(int token)
    {
        for (int depth = 0; token >= 0 && depth < ClauseTree.DeepestChain; depth++)
        {
            if (_finder.At[token] is { } verb)
                return verb;
            token = _tree.Head(token);
        }
        return null;
    }
}
