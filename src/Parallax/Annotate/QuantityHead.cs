namespace Parallax.Annotate;

/// <summary>Finds the noun that a number counts.</summary>
internal static class QuantityHead
{
    // Between a number and its noun there are seldom more words than this.
    private const int Reach = 10;

    /// <summary>Index of the noun counted by the number that ends before <paramref name="next"/>; -1 where the words do not say it.</summary>
    public static int Find(IReadOnlyList<Token> tokens, int next, int end)
    {
        int limit = Math.Min(end, next + Reach);
        bool of = false;
        for (int at = next; at < limit; at++)
        {
            Token token = tokens[at];
            if (token.Lower is "of" && !of && at <= next + 1)
            {
                of = true;
                continue;
            }
            // "three top party (LPK) officials": an acronym in brackets is no end.
            if (IsBracketed(tokens, at, limit))
            {
                at += 2;
                continue;
            }
            if (token.Lower is "top" or "key" or "leading" && NounFollows(tokens, at + 1, limit))
                continue;
            if (token.Lower is "more" or "additional" or "other" or "further" or "extra" or "new" or "such" or "out")
            {
                continue;
            }
            switch (token.Tag)
            {
                case Upos.Noun:
                    return LastOfCompound(tokens, at, end);
                case Upos.Propn:
                    if (NounFollows(tokens, at + 1, limit))
                        continue;
                    int last = at;
                    while (last + 1 < limit && tokens[last + 1].Tag == Upos.Propn)
                        last++;
                    // "40 Norvians", not "killed 40 Monday".
                    return tokens[last].Lower.EndsWith('s') && tokens[last].Lower.Length > 3 ? last : -1;
                // "8,000 took part": such a form is never a participle.
                case Upos.Verb when token.Lower is "took" or "went" or "came" or "began" or "saw" or "fell" or "gave" or "flew" or "drove" or "ran" or "spoke" or "chose" or "drew" or "rose":
                    return -1;
                case Upos.Adj:
                case Upos.Verb when token.Form is VerbForm.PastParticiple or VerbForm.Gerund or VerbForm.Past:
                    if (NounFollows(tokens, at + 1, limit))
                        continue;
                    // "five of the injured" counts the injured; "dozens injured" says of whom something is true.
                    return of && at > next && tokens[at - 1].Tag == Upos.Det ? at : -1;
                // "He was 15 when troops came": what follows is another clause.
                case Upos.Adv when token.Lower is not ("when" or "where" or "why" or "how" or "while" or "whenever" or "then" or "ago" or "later" or "as") && NounFollows(tokens, at + 1, limit):
                case Upos.Det when of || at == next:
                case Upos.Pron when of && token.Lower is "its" or "their" or "his" or "her" or "our" or "those" or "these":
                case Upos.Num when of && at > next:
                    continue;
                case Upos.Punct when token.Text is "“" or "”" or "\"" or "‘" or "’" or "'" || (token.Text == "," && at + 1 < limit && tokens[at + 1].Lower is not ("including" or "among") && NounFollows(tokens, at + 1, limit) && tokens[at - 1].Tag is Upos.Adj or Upos.Verb):
                    continue;
                case Upos.Cconj when at > next && tokens[at - 1].Tag is Upos.Adj or Upos.Propn && at + 1 < limit && tokens[at + 1].Tag is Upos.Adj or Upos.Propn && NounFollows(tokens, at + 2, limit):
                    continue;
                default:
                    return -1;
            }
        }
        return -1;
    }

    // Whether only modifiers stand between here and a noun.
    private static bool NounFollows(IReadOnlyList<Token> tokens, int at, int limit)
    {
        for (int i = at; i < limit; i++)
        {
            if (IsBracketed(tokens, i, limit))
            {
                i += 2;
                continue;
            }
            switch (tokens[i].Tag)
            {
                case Upos.Noun:
                    return true;
                case Upos.Propn:
                    if (tokens[i].Lower.EndsWith('s') && tokens[i].Lower.Length > 3)
                        return true;
                    continue;
                case Upos.Adj:
                case Upos.Verb when tokens[i].Form is VerbForm.PastParticiple or VerbForm.Gerund:
                    continue;
                case Upos.Cconj when i + 1 < limit && tokens[i + 1].Tag is Upos.Adj or Upos.Propn && tokens[i - 1].Tag is Upos.Adj or Upos.Propn:
                    continue;
                case Upos.Punct when tokens[i].Text is "“" or "”" or "\"" or "‘" or "’":
                    continue;
                default:
                    return false;
            }
        }
        return false;
    }

    private static bool IsBracketed(IReadOnlyList<Token> tokens, int at, int limit) =>
        tokens[at].Text == "(" && at + 3 < limit && tokens[at + 2].Text == ")" && tokens[at + 1].Tag == Upos.Propn;

    // "police officers", "special forces soldiers"; but "two men police say" stops at the plural.
    private static int LastOfCompound(IReadOnlyList<Token> tokens, int at, int end)
    {
        int last = at;
        while (last + 1 < end && tokens[last + 1].Tag == Upos.Noun
            && (!IsPlural(tokens[last]) || IsPlural(tokens[last + 1])))
            last++;
        return last;
    }

    private static bool IsPlural(Token token) => token.Lemma != token.Lower || token.Lower is "people" or "personnel" or "troops" or "others";
}
