using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Knows the notes in which an outlet speaks of its own text: "Correction: an earlier version said…", "This article has been amended". What they quote is withdrawn, so they assert nothing.</summary>
internal static class CorrectionNotes
{
    private const int LongestStamp = 16;

    /// <summary>Whether such a note begins with <paramref name="sentence"/>; it lasts to the end of its paragraph.</summary>
    public static bool Opens(AnnotatedReport report, Sentence sentence)
    {
        int at = sentence.FirstToken, end = Math.Min(sentence.EndToken, at + 14);
        if (at >= end)
            return false;
        string Lower(int i) => i < end ? report.Tokens[i].Lower : "";
        while (Lower(at) is "*" or "•" or "(" or "[" or "—" or "–" or "-" or "editor" or "editors" or "'s" or "’s" or "'" or "’" or "note" && at < end)
            at++;
        if (Lower(at) is "correction" or "corrections" or "clarification" or "corrected" or "erratum" && Lower(at + 1) is ":" or "-" or "–" or "—" or "(")
            return true;
        if (at > sentence.FirstToken && Lower(at) == ":")
            at++;
        if (Lower(at) is "a" or "an" or "the" or "this" or "in" or "our" or "previous" or "earlier")
            at += Lower(at) == "in" ? 2 : 1;
        bool version = Lower(at) is "earlier" or "previous" or "prior" or "original" or "initial" && Lower(at + 1) is "version" or "headline" or "report" or "story" or "article" && IsOwn(report, at + 2, end);
        bool changed = Lower(at) is "article" or "story" or "report" or "piece" or "post" or "headline" or "text" && at > sentence.FirstToken && report.Tokens[at - 1].Lower == "this"
            && Lower(at + 1) is "has" or "was" or "have" && Any(report, at + 2, end, "corrected", "amended", "updated", "clarified", "edited", "changed", "revised");
        return version || changed;
    }

    /// <summary>"This story was updated on 14 May.": such a line speaks of itself alone, what follows it is the report.</summary>
    public static bool IsStamp(AnnotatedReport report, Sentence sentence) =>
        sentence.EndToken - sentence.FirstToken <= LongestStamp && Any(report, sentence.FirstToken, sentence.EndToken, "updated") && report.Times.Any(time => time.Sentence == sentence.Index)
        && !Any(report, sentence.FirstToken, sentence.EndToken, "correct", "corrected", "clarify", "clarified", "reflect", "amended", "remove", "error", "that", "because", "version", "after");

    private static bool IsOwn(AnnotatedReport report, int from, int end) => Any(report, from, end, "article", "story", "report", "headline", "version", "said", "stated", "misstated", "incorrectly", "gave", "misidentified");

    private static bool Any(AnnotatedReport report, int from, int end, params ReadOnlySpan<string> words)
    {
        for (int i = from; i < end; i++)
        {
            if (words.Contains(report.Tokens[i].Lower))
                return true;
        }
        return false;
    }
}
