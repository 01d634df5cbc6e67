namespace Parallax.Extract;

/// <summary>The dependency tree of one sentence, counted from its first token, with what parsers of news most often get wrong set right.</summary>
internal sealed partial class ClauseTree
{
    /// <summary>No chain of dependents is followed further; it keeps damage from costing time.</summary>
    public const int DeepestChain = 40;

    private readonly SentenceView _sentence;
    private readonly int[] _heads;
    private readonly string[] _relations;
    private TreeLinks _links;

    public ClauseTree(SentenceView sentence)
    {
        _sentence = sentence;
        int count = sentence.Count, first = sentence.Sentence.FirstToken;
        _heads = new int[count];
        _relations = new string[count];
        for (int i = 0; i < count; i++)
        {
            _heads[i] = TreeLinks.HeadOf(sentence[i], i, first, count);
            _relations[i] = sentence[i].Relation;
        }
        _links = new TreeLinks(_heads);
        Mend(MendFrontedSpeech);
        Mend(MendRetaggedVerbs);
        Mend(MendMarks);
        Mend(MendJoinedNames);
        Mend(MendAsides);
        Mend(MendUnlikeVerbs);
        Mend(MendJoinedParticiples);
        Mend(MendSecondObjects);
        Mend(MendResults);
        Mend(MendBounds);
        Mend(MendBareNumbers);
        Mend(MendSaidClauses);
        Mend(MendSubordinates);
        Mend(MendAgo);
        Mend(MendClefts);
        Mend(MendExceptions);
    }

    /// <summary>The token that <paramref name="token"/> depends on; -1 for the root.</summary>
    public int Head(int token) => _heads[token];

    /// <summary>The relation with its subtype: <c>nsubj:pass</c>; empty where the sentence has no tree.</summary>
    public string Relation(int token) => _relations[token];

    /// <summary>The relation without its subtype.</summary>
    public string Plain(int token) => Plain(_relations[token]);

    /// <summary>The dependents of <paramref name="token"/> in text order.</summary>
    public IEnumerable<int> Children(int token)
    {
        for (int child = _links.First(token); child >= 0; child = _links.Next(child))
            yield return child;
    }

    /// <summary>The first dependent by one of the plain relations; -1 where there is none.</summary>
    public int Child(int token, params ReadOnlySpan<string> relations)
    {
        for (int child = _links.First(token); child >= 0; child = _links.Next(child))
        {
            if (relations.Contains(Plain(child)))
                return child;
        }
        return -1;
    }

    /// <summary>Whether <paramref name="token"/> stands below <paramref name="above"/> or is it.</summary>
    public bool IsUnder(int token, int above)
    {
        for (int depth = 0; token >= 0 && depth < DeepestChain; depth++)
        {
            if (token == above)
                return true;
            token = _heads[token];
        }
        return false;
    }

    private void Mend(Func<bool> mend)
    {
        if (mend())
            _links = new TreeLinks(_heads);
    }

    private static string Plain(string relation)
    {
        int colon = relation.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? relation : relation[..colon];
    }

    private bool IsFiniteAlone(int verb) => _sentence[verb].Xpos is "VBD" or "VBZ";

    private bool HasFiniteForm(int verb)
    {
        if (_sentence[verb].Xpos is "VBD" or "VBZ" or "VBP")
            return true;
        foreach (int child in Children(verb))
        {
            if (Plain(child) is "aux" or "cop" && _sentence[child].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
                return true;
        }
        return Plain(verb) is "root" or "parataxis" && Child(verb, "mark") < 0;
    }
}
