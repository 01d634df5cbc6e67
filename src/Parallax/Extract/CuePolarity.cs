using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Whether a reporting word tells of speech at all: "could not confirm", "no official said", "was expected to announce" do not.</summary>
internal static class CuePolarity
{
    private const int LongestChain = 4;

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
                case "mark" when lower is "if" or "whether" or "unless":
                    return false;
                case "mark" when lower == "to":
                    return IsLight(tokens, verb);
            }
        }
        return true;
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
