using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Knows the numbers that are no counts of their own: differences ("two more than first reported") and numbers that the same sentence takes back ("an earlier figure of 24").</summary>
internal static class FigureChanges
{
    // Tokens before a number among which words say that it is an earlier one.
    private const int Reach = 9;

    /// <summary>Whether the number tells only by how much another one differs: "two more than first reported", "rose by seven", "an increase of 12".</summary>
    public static bool IsDifference(SentenceView s, QuantityMention quantity)
    {
        NumberPlace p = new(s, quantity);
        // "two more than first reported", "three fewer deaths than on Monday"
        if (s.Lower(p.End) is "more" or "fewer" or "less" or "higher" or "lower" && Than(s, p.End + 1, p.Head))
            return true;
        if (p.Head >= 0 && s.Lower(p.After) is "more" or "fewer" or "less" && Than(s, p.After + 1, -1))
            return true;
        int before = p.First - 1;
        if (s.Lower(before) is "by" or "of" or "another")
        {
            for (int i = before - 1; i >= Math.Max(0, before - 3); i--)
            {
                if (s.Lemma(i) is "rise" or "increase" or "climb" or "jump" or "grow" or "fall" or "drop" or "decrease" or "decline" or "revise" or "exceed" or "outnumber")
                    return s.Lower(before) == "by" || s.Tag(i) == Upos.Noun;
                if (s.Tag(i) is not (Upos.Adv or Upos.Adp or Upos.Noun))
                    break;
            }
        }
        // "up two from Monday"
        return s.Lower(before) is "up" or "down" && s.Lower(p.Head >= 0 ? p.After : p.End) is "from" or "on" && p.Head < 0;
    }

    /// <summary>Whether the words around the number say that it was given before and holds no more: "an earlier toll of 24", "had put it at 19", "up from 12", "as first reported".</summary>
    public static bool IsEarlier(SentenceView s, QuantityMention quantity)
    {
        NumberPlace p = new(s, quantity);
        int end = p.Head >= 0 ? p.After : p.End;
        if (s.Lower(end) is "as" && IsBefore(s.Lower(end + 1)) || IsBefore(s.Lower(end)) && s.Lemma(end + 1) is "report" or "announce" or "give" or "say" or "state" or "count" or "estimate" || s.Lemma(end) is "report" or "announce" or "give" && IsBefore(s.Lower(end + 1)))
            return true;
        bool telling = false, figure = false;
        for (int i = p.First - 1; i >= Math.Max(0, p.First - Reach) && s.Lower(i) is not (";" or "." or ":"); i--)
        {
            if (s.QuantityAt[i] >= 0 && s.QuantityAt[i] != s.QuantityAt[p.First])
                return false;
            string word = s.Lower(i), lemma = s.Lemma(i);
            if (i == p.First - 1 && word == "from" && (s.Lower(i - 1) is "up" or "down" || s.Lemma(i - 1) is "rise" or "climb" or "increase" or "revise" or "raise" or "lower" or "jump" or "grow" or "correct" or "fall" or "drop"))
                return true;
            figure |= lemma is "figure" or "toll" or "count" or "number" or "estimate" or "report" or "tally" or "total" or "statement" or "version" or "announcement";
            telling |= lemma is "put" or "say" or "report" or "announce" or "give" or "estimate" or "state" or "count" or "record" or "speak" or "tell";
            if (figure && word is "earlier" or "previous" or "initial" or "original" or "preliminary" or "provisional" or "prior" or "first")
                return true;
            if (telling && IsBefore(word))
                return true;
            // "a day after it had put the toll at 19"
            if (telling && word == "had" && (figure || s.Lower(p.First - 1) == "at"))
                return true;
            if (i < p.First - 1 && lemma is "correct" or "replace" && s[i].Xpos == "VBG" && figure)
                return true;
        }
        return false;
    }

    /// <summary>Whether the sentence tells that a number is revised.</summary>
    public static bool Revises(SentenceView s)
    {
        for (int i = 0; i < s.Count; i++)
        {
            if (s.Tag(i) == Upos.Verb && s.Lemma(i) is "revise" or "correct" or "retract" or "withdraw" or "replace" or "supersede")
                return true;
        }
        return false;
    }

    private static bool IsBefore(string word) => word is "earlier" or "previously" or "initially" or "first" or "originally";

    private static bool Than(SentenceView s, int at, int head)
    {
        for (int i = at; i < Math.Min(s.Count, Math.Max(at, head) + 3); i++)
        {
            if (s.Lower(i) == "than")
                return i + 1 >= s.Count || s.QuantityAt[i + 1] < 0;
        }
        return false;
    }
}
