using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>How far a denial reaches. Who denies a role in a bombing does not deny the bombing, and no denial holds for another's words or for what stands beyond a semicolon.</summary>
internal static class DenialReach
{
    // Steps up the tree that are looked at; a damaged tree has no end.
    private const int LongestPath = 24;

    // How far behind the word for a part the deed stands where the tree does not lead to it.
    private const int Near = 7;

    private static readonly HashSet<string> s_roles = new(StringComparer.Ordinal)
    {
        "role", "involvement", "responsibility", "part", "hand", "complicity", "participation", "link", "connection", "tie", "knowledge", "blame", "guilt", "culpability", "association", "collusion", "liability", "fault", "share", "accountability", "foreknowledge", "awareness",
    };

    private static readonly HashSet<string> s_concerned = new(StringComparer.Ordinal) { "responsible", "involved", "complicit", "linked", "connected", "implicated", "aware", "guilty", "culpable", "accountable", "behind" };

    /// <summary>Whether the words at <paramref name="at"/> belong to what the speech denies.</summary>
    public static bool Holds(SentenceView s, Speech said, TextSpan at)
    {
        if (said.Form == SpeechForm.Direct || said.Cue is not { } words || !s.Sentence.Span.Contains(words))
            return true;
        int cue = s.TokenAt(words.Start), told = s.TokenAt(at.Start);
        if (told >= s.Count || cue >= s.Count)
            return true;
        if (IsParted(s, cue, told))
            return false;
        return told < cue ? !IsBefore(s, told, cue) : !IsOthersWord(s, told, cue) && !IsAside(s, told, cue) && !IsOnlyPartIn(s, told, cue);
    }

    /// <summary>Whether a semicolon outside quotation marks stands between the two tokens.</summary>
    public static bool IsParted(SentenceView s, int left, int right)
    {
        for (int i = Math.Min(left, right); i < Math.Max(left, right); i++)
        {
            if (s.Lower(i) == ";" && !s.Quoted[i])
                return true;
        }
        return false;
    }

    /// <summary>Whether the noun names a deed in which the sentence denies somebody's part: "denied any involvement in the bombing".</summary>
    public static bool IsOnlyPartIn(SentenceView s, int noun)
    {
        for (int i = noun - 1; i >= 0 && s.Lower(i) is not (";" or "."); i--)
        {
            if (s.Tag(i) == Upos.Verb && s.Lemma(i) is "deny" or "reject" or "dismiss" or "disclaim" or "disavow" or "repudiate")
                return IsOnlyPartIn(s, noun, i);
        }
        return false;
    }

    /// <summary>"The army had shelled the camp, but the ministry denied it": what another clause tells before is not denied by the form of the sentence.</summary>
    private static bool IsBefore(SentenceView s, int told, int cue)
    {
        int head = HeadOf(s, cue);
        return s[cue].Relation is "conj" or "advcl" && head >= 0 && IsUnder(s, told, head) && !IsUnder(s, told, cue);
    }

    /// <summary>"denied the charge and Iraq disputed the figure": a clause beside, with its own subject.</summary>
    private static bool IsOthersWord(SentenceView s, int told, int cue)
    {
        int at = told;
        for (int steps = 0; at >= 0 && at != cue && steps < LongestPath; at = HeadOf(s, at), steps++)
        {
            if (HeadOf(s, at) == cue && s[at].Relation is "conj" or "parataxis" or "advcl" && at > cue && HasOwnSubject(s, at))
                return true;
        }
        return false;
    }

    /// <summary>"denied ordering the shelling, in which twelve died": behind a comma the report itself goes on.</summary>
    public static bool IsAside(SentenceView s, int told, int cue)
    {
        for (int i = told; i > cue && s[i].Text is not (";" or "\"" or "“"); i--)
        {
            if (s.Lower(i) is "which" or "who" or "whom" or "where" or "whose")
                return s.Lower(i - 1) == "," || (s.Tag(i - 1) == Upos.Adp && s.Lower(i - 2) == ",");
        }
        return false;
    }

    private static bool IsOnlyPartIn(SentenceView s, int told, int cue)
    {
        for (int i = cue + 1; i + 1 < told; i++)
        {
            bool role = s_roles.Contains(s.Lemma(i)) && s.Tag(i) == Upos.Noun && s.Lower(i + 1) is "in" or "for" or "to" or "with" or "of" or "behind" or "between";
            bool concerned = s_concerned.Contains(s.Lower(i)) && IsBeing(s, i) && (s.Lower(i) == "behind" || s.Lower(i + 1) is "for" or "in" or "to" or "with" or "of");
            bool anything = s.Lower(i) is "anything" or "nothing" && s.Lower(i + 1) == "to" && s.Lower(i + 2) == "do";
            if (!role && !concerned && !anything)
                continue;
            // "denied any role in poisoning him": that deed of his own is what he denies.
            int deed = i + (s.Lower(i) == "behind" ? 1 : 2);
            while (deed < told && s.Tag(deed) is Upos.Adv or Upos.Pron or Upos.Part)
                deed++;
            if (deed == told && s[told].Xpos == "VBG" && s.Tag(told) == Upos.Verb)
                return false;
            return IsReached(s, told, i);
        }
        return false;
    }

    private static bool IsBeing(SentenceView s, int at)
    {
        int before = at - 1;
        while (before > 0 && s.Tag(before) is Upos.Adv)
            before--;
        return s.Lemma(before) is "be" or "stand" or "remain";
    }

    /// <summary>Whether the words at <paramref name="told"/> hang below the word for the part, by the tree or, near it, by their order.</summary>
    private static bool IsReached(SentenceView s, int told, int role)
    {
        int at = told;
        for (int steps = 0; at >= 0 && steps < LongestPath; at = HeadOf(s, at), steps++)
        {
            if (at == role)
                return true;
            for (int i = role; i < at && i <= role + 1; i++)
            {
                if (HeadOf(s, i) == at && s[i].Relation == "case")
                    return true;
            }
        }
        if (told - role > Near)
            return false;
        for (int i = role + 1; i < told; i++)
        {
            if (s.Tag(i) is Upos.Verb or Upos.Aux or Upos.Punct)
                return false;
        }
        return true;
    }

    private static bool HasOwnSubject(SentenceView s, int verb)
    {
        for (int i = 0; i < s.Count; i++)
        {
            if (HeadOf(s, i) == verb && s[i].Relation.StartsWith("nsubj", StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static bool IsUnder(SentenceView s, int at, int above)
    {
        for (int steps = 0; at >= 0 && steps < LongestPath; at = HeadOf(s, at), steps++)
        {
            if (at == above)
                return true;
        }
        return false;
    }

    private static int HeadOf(SentenceView s, int at)
    {
        int head = s[at].Head - s.Sentence.FirstToken;
        return head >= 0 && head < s.Count ? head : -1;
    }
}
