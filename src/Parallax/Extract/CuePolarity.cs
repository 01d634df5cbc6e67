using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Whether a reporting word tells of speech at all: "could not confirm", "no official said", "was expected to announce" do not.</summary>
internal static class CuePolarity
{
    private const int LongestChain = 4;

    private const int LongestClimb = 10;
    private const int ReachOfDenial = 12;

    private static readonly HashSet<string> s_grounds = new(StringComparer.Ordinal)
    {
        "sign", "evidence", "indication", "proof", "suggestion", "record", "report", "confirmation", "hint", "word", "trace", "reason", "basis", "claim", "allegation", "rumour", "rumor", "information", "intelligence",
    };

    // What goes before speech without taking it back.
    private static readonly HashSet<string> s_light = new(StringComparer.Ordinal) { "go", "continue", "proceed", "begin", "start", "come", "take" };

    /// <summary>Whether the words of <paramref name="speech"/> were said, as far as its cue shows.</summary>
    public static bool IsSaid(AnnotatedReport report, Speech speech)
    {
        if (speech.Cue is not { } span)
            return true;
        IReadOnlyList<Token> tokens = report.Tokens;
        int verb = AnnotatedReport.FirstTokenAt(tokens, span.Start);
        if (verb >= tokens.Count || tokens[verb].Tag != Upos.Verb)
            return true;
        Sentence sentence = report.Sentences[Math.Min(SentenceOf(report, verb), report.Sentences.Count - 1)];
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tokens[i].Head != verb)
            {
                // "no official said", "neither X nor Y could confirm"
                if (tokens[i].Head is >= 0 and int noun && tokens[noun].Head == verb && tokens[noun].Relation is "nsubj" or "nsubj:outer" && (tokens[i].Lower is "neither" || (tokens[i].Lower is "no" && tokens[i].Relation == "det")))
                    return false;
                continue;
            }
            string lower = tokens[i].Lower;
            switch (tokens[i].Relation)
            {
                case "advmod" when lower is "not" or "n't" or "never" or "neither" or "nor" or "yet" && i < verb:
                case "cc:preconj" or "det" when lower == "neither":
                case "nsubj" when lower is "nobody" or "none" or "neither" or "no-one" or "nothing":
                case "aux" when lower is "would" or "could" or "might" or "may" or "should" or "will" or "must" or "'ll" or "wo" or "ca" or "shall":
                case "mark" when lower is "if" or "whether" or "unless" or "without" or "lest" || (lower == "in" && i + 1 < verb && tokens[i + 1].Lower == "case"):
                    return false;
                case "mark" when lower == "to":
                    return IsLight(tokens, verb);
            }
        }
        return !IsUnsupported(tokens, verb);
    }

    // "no sign that X had pledged", "denied that there was any indication that X had threatened": nobody is reported to have said it.
    private static bool IsUnsupported(IReadOnlyList<Token> tokens, int verb)
    {
        int at = verb;
        for (int steps = 0; steps < LongestClimb && at >= 0; steps++)
        {
            int head = tokens[at].Head;
            if (head < 0)
                return false;
            string relation = tokens[at].Relation;
            if (relation is "acl" or "ccomp" or "acl:relcl" && tokens[head].Tag == Upos.Noun && head < at && s_grounds.Contains(tokens[head].Lemma) && IsDenied(tokens, head))
                return true;
            if (relation == "ccomp" && tokens[head].Tag == Upos.Verb && tokens[head].Lemma is "deny" or "refute" or "disprove" or "doubt")
                return true;
            if (relation is "nsubj" or "obl" or "acl:relcl" or "parataxis" || relation == "advcl" && at == verb)
                return false;
            at = head;
        }
        return false;
    }

    private static bool IsDenied(IReadOnlyList<Token> tokens, int noun)
    {
        for (int i = noun - 1; i >= 0 && noun - i < ReachOfDenial && tokens[i].Text is not ("." or ";"); i--)
        {
            if (tokens[i].Lower is "no" or "not" or "n't" or "any" or "never" or "little" or "without" or "scant" || tokens[i].Lemma is "deny" or "lack" or "reject" or "dismiss")
                return true;
        }
        return false;
    }

    // "went on to accuse": said; "was expected to announce": not.
    private static bool IsLight(IReadOnlyList<Token> tokens, int verb)
    {
        int at = verb;
        for (int steps = 0; steps < LongestChain && at >= 0; steps++)
        {
            if (tokens[at].Relation is not ("xcomp" or "conj"))
                return false;
            at = tokens[at].Head;
            if (at >= 0 && s_light.Contains(tokens[at].Lemma))
                return true;
        }
        return false;
    }

    private static int SentenceOf(AnnotatedReport report, int token)
    {
        int low = 0, high = report.Sentences.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (report.Sentences[middle].EndToken <= token)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
