using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Tells which clause each token belongs to, and the unbroken stretch of a clause around its verb.</summary>
internal static class ClauseRanges
{
    /// <summary>Sets the stretch of each verb; gives for each token the token of the verb of its clause, or -1.</summary>
    public static int[] Set(SentenceView s, ClauseTree tree, VerbFinder finder, List<VerbGroup> verbs)
    {
        int[] owners = new int[s.Count];
        for (int i = 0; i < s.Count; i++)
        {
            int at = i;
            for (int depth = 0; at >= 0 && depth < ClauseTree.DeepestChain && finder.At[at] is null; depth++)
                at = tree.Head(at);
            owners[i] = at >= 0 && finder.At[at] is { } verb ? verb.Head : -1;
        }
        foreach (VerbGroup verb in verbs)
        {
            int first = verb.First, end = verb.End;
            for (int i = first - 1; i >= 0 && Continues(s, owners, i, verb.Head); i--)
            {
                if (s.Tag(i) is not Upos.Punct)
                    first = i;
            }
            for (int i = end; i < s.Count && Continues(s, owners, i, verb.Head); i++)
            {
                if (s.Tag(i) is not Upos.Punct)
                    end = i + 1;
            }
            // The word that opens the clause is not part of what it says.
            if (verb.Marker >= first && verb.Marker < verb.First)
                first = verb.Marker + 1;
            (verb.ClauseFirst, verb.ClauseEnd) = (first, end);
        }
        return owners;
    }

    // A dash, colon or bracket ends what a clause says in one piece: "LUND, May 3 - Police arrested".
    private static bool Continues(SentenceView s, int[] owners, int token, int verb) =>
        s.Tag(token) == Upos.Punct && s[token].Text is not "." ? s[token].Text is "," or "\"" or "“" or "”" or "'" or "‘" or "’" : owners[token] == verb;
}
