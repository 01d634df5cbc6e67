using Parallax.Annotate;

namespace Parallax.Assess;

/// <summary>The subject of a verb, also where the tree hangs it on the words that report the clause.</summary>
internal static class ClauseSubject
{
    /// <summary>
    /// The token of the subject of the verb at <paramref name="at"/> that stands under the verb of saying above it: "the factions signed the truce, the
    /// mediator said" has two subjects under "said", and the first of them signs. -1 where it is not so.
    /// </summary>
    public static int Lent(AnnotatedReport source, Sentence sentence, int at)
    {
        int said = source.Tokens[at].Head;
        if (source.Tokens[at].Relation is not ("ccomp" or "parataxis") || said <= at || said >= sentence.EndToken)
            return -1;
        int before = -1, after = -1;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            Token token = source.Tokens[i];
            if (!token.Relation.StartsWith("nsubj", StringComparison.Ordinal))
                continue;
            if (token.Head == at)
                return -1;
            if (token.Head == said)
            {
                if (i < at && before < 0)
                    before = i;
                else if (i > at)
                    after = i;
            }
        }
        return after >= 0 ? before : -1;
    }

    /// <summary>Whether the verb at <paramref name="at"/> stands in the passive.</summary>
    public static bool IsPassive(AnnotatedReport source, Sentence sentence, int at)
    {
        for (int i = sentence.FirstToken; i < at; i++)
        {
            if (source.Tokens[i].Head == at && source.Tokens[i].Relation == "aux:pass")
                return true;
        }
        return false;
    }
}
