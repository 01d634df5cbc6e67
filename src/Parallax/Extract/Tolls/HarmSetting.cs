using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Whether a sign of harm is told as a fact of this report's own occasion.</summary>
internal static class HarmSetting
{
    /// <summary>Whether the clause denies it, asks, wishes, plans or supposes it.</summary>
    public static bool IsUnreal(SentenceTree s, int anchor, string rule)
    {
        if (rule == "not-survive")
            return s.Lower(s.End - 1) == "?";
        bool noun = s[anchor].Tag is Upos.Noun or Upos.Propn;
        int at = anchor;
        for (int steps = 0; at >= 0 && steps < 6; steps++)
        {
            foreach (int child in s.Children(at))
            {
                if (!noun && s[child].Relation == "aux" && s.Lower(child) is "would" or "could" or "may" or "might" or "can" or "should" or "will" or "'ll" or "'d" or "ca" or "wo" or "must")
                    return !(s.Lower(child) is "may" or "might" or "could" && Perfect(s, at));
                if (s.Lower(child) is "not" or "n't" or "n’t" or "never" && s[child].Relation is "advmod" or "neg" && child < Math.Max(at, anchor))
                    return true;
                if (s[child].Relation == "mark" && s.Lower(child) is "if" or "unless" or "whether" or "lest")
                    return true;
                if (s.Lower(child) is "attempted" or "attempt" or "alleged" && noun && s.Lower(child) != "alleged")
                    return true;
            }
            string relation = s[at].Relation;
            int head = s.Head(at);
            if (head < 0)
                break;
            if (relation is "xcomp" or "advcl" or "acl" or "ccomp" && s.Child(at, "mark") is int to and >= 0 && s.Lower(to) == "to")
            {
                if (relation == "xcomp" && s.Lemma(head) is "appear" or "seem" or "happen" or "believe" or "know" or "report" or "say" or "think" or "confirm" or "begin" or "suffer" or "find" or "suspect" or "allege" or "presume" or "continue" or "stand" or "appearing" or "likely" or "manage")
                {
                    at = head;
                    continue;
                }
                return !(s[at].Lemma is "survive" or "find" || s.Child(at, "aux", "aux:pass") is int had and >= 0 && s.Lemma(had) is "have" or "be" && s.Lemma(head) is not ("want" or "plan" or "try" or "attempt" or "threaten" or "intend" or "go" or "need" or "deserve"));
            }
            if (noun && s[at].Tag is Upos.Noun or Upos.Propn && relation is "obj" or "obl" or "nsubj" or "nsubj:pass" or "nmod" && s[head].Tag == Upos.Verb && s.Lemma(head) is "attempt" or "threaten" or "plan" or "avoid" or "prevent" or "fear")
                return true;
            if (relation is not ("conj" or "xcomp" or "compound"))
                break;
            at = head;
        }
        return s.Lower(s.End - 1) == "?";
    }

    private static bool HasSmallNumber(SentenceTree s, int noun) => s.Child(noun, "nummod", "det") >= 0 || s.Children(noun).Any(child => s.Lower(child) is "double" or "triple");

    /// <summary>Whether the sentence says that somebody may still die.</summary>
    public static bool IsOpen(SentenceTree s)
    {
        for (int i = s.First; i < s.End; i++)
        {
            string word = s.Lower(i), before = s.Lower(i - 1);
            if (word is "critical" or "grave" && s.Lemma(i + 1) is "condition" or "injury" or "but")
                return true;
            if (word is "life-threatening" or "life-threating" && before is not ("non" or "non-" or "not" or "be" or "considered" or "less" or "no") && before != "-" && !Negated(s, i))
                return true;
            if (word == "critically" || (word == "life" && s.Lower(i + 1) is "threatening" or "support" && before is not ("non" or "non-" or "not")) || (word is "fighting" or "fights" or "clinging" && s.Lower(i + 1) is "for" or "to" && s.Lower(i + 3) == "life"))
                return true;
        }
        return false;
    }

    private static bool Negated(SentenceTree s, int i)
    {
        for (int k = Math.Max(s.First, i - 6); k < i; k++)
        {
            if (s.Lower(k) is "not" or "n't" or "n’t" or "none" or "no" or "never")
                return true;
        }
        return false;
    }

    private static bool Perfect(SentenceTree s, int verb) => s.Children(verb).Any(child => s[child].Relation is "aux" or "aux:pass" && s.Lower(child) is "have" or "been");

    /// <summary>Whether the sentence tells of other occasions: statistics of a year, a separate incident.</summary>
    public static bool IsAside(SentenceTree s)
    {
        for (int i = s.First; i < s.End; i++)
        {
            string word = s.Lower(i), next = s.Lower(i + 1), lemma = s.Lemma(i);
            switch (word)
            {
                case "unrelated" or "separate" or "similar" or "previous" or "statistics" or "nationwide" or "annually" or "percent" or "yearly":
                    return true;
                case "so" when next == "far":
                case "this" or "last" or "past" or "each" or "every" or "per" when next is "year" or "month" or "decade" or "summer" or "winter" or "spring" or "season":
                case "of" when next == "the" && s.Lower(i + 2) == "year":
                case "the" when next == "year":
                case "since" when s.Lower(i + 1) is "january" or "the" or "jan" or "2012" or "2013" or "2014" or "2015" or "2016" or "2010" or "2011":
                case "past" or "last" when s[i + 1 < s.End ? i + 1 : i].Tag == Upos.Num && s.Lemma(i + 2) is "month" or "year" or "week" or "decade":
                case "years" or "months" or "decades" when next is "ago" or "earlier" or "before":
                case "in" when next is "recent" or "past":
                case "shootings" or "homicides" or "killings" or "murders" when s.Case(i) is "in" or "of" or "from" && !HasSmallNumber(s, i):
                    return true;
                case "homicide" or "murder" or "homicides" or "murders" when s.Lower(i - 1).EndsWith("th", StringComparison.Ordinal) || s.Lower(i - 1).EndsWith("nd", StringComparison.Ordinal) || s.Lower(i - 1).EndsWith("st", StringComparison.Ordinal) || s.Lower(i - 1).EndsWith("rd", StringComparison.Ordinal):
                    return true;
            }
        }
        return false;
    }
}
