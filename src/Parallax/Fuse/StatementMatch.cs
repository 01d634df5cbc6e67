using Parallax.Annotate;

namespace Parallax.Fuse;

/// <summary>
/// Whether two accounts give one utterance. Word order does not count, because translations change it. A short piece may be part of a longer
/// rendering; two different sentences of one speaker stay two statements.
/// </summary>
internal static class StatementMatch
{
    private const int EnoughWords = 3;

    // Shares of the shorter account's content words, in per cent; quotes of one text share most words even in two translations.
    private const int QuotedShare = 60;
    private const int RetoldShare = 75;
    private const int RetoldWords = 4;
    private const int UnknownSpeakerWords = 6;
    private const int UnknownSpeakerShare = 85;

    /// <summary>Whether nothing excludes that both give one utterance.</summary>
    public static bool Allowed(StatementItem a, StatementItem b)
    {
        if (a.Window is { } x && b.Window is { } y && !x.Overlaps(y))
            return false;
        // Two sentences that one report prints apart are two, unless one repeats the other.
        if (a.ReportIndex == b.ReportIndex)
            return a.Claim.Speech == b.Claim.Speech || Share(a, b) >= UnknownSpeakerShare && Math.Min(a.Words.Count, b.Words.Count) >= EnoughWords;
        return true;
    }

    /// <summary>How well they match, in per cent of the shorter account; 0 where that is not enough to be one utterance.</summary>
    public static int Score(StatementItem a, StatementItem b)
    {
        int shared = Shared(a, b);
        int share = Share(a, b);
        // The copies of one text say one thing, however short.
        if (share == 100 && a.Words.Count == b.Words.Count && a.ReportIndex != b.ReportIndex && string.Equals(a.Report.Origin, b.Report.Origin, StringComparison.Ordinal))
            return share;
        (int words, int least) = a.Speaker is null || b.Speaker is null ? (UnknownSpeakerWords, UnknownSpeakerShare)
            : a.Form == SpeechForm.Indirect || b.Form == SpeechForm.Indirect ? (RetoldWords, RetoldShare)
            : (EnoughWords, QuotedShare);
        return shared >= words && share >= least ? share : 0;
    }

    /// <summary>Per cent of the shorter account's words that the other has.</summary>
    public static int Share(StatementItem a, StatementItem b)
    {
        int shorter = Math.Min(a.Words.Count, b.Words.Count);
        return shorter == 0 ? 0 : 100 * Shared(a, b) / shorter;
    }

    private static int Shared(StatementItem a, StatementItem b) =>
        a.Words.Count <= b.Words.Count ? a.Words.Count(b.Words.Contains) : b.Words.Count(a.Words.Contains);
}
