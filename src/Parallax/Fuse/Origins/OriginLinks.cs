using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>How one report comes from another.</summary>
internal enum CopyKind
{
    /// <summary>The same words, or nearly all of the shorter report's.</summary>
    Copy,

    /// <summary>The same words in a new frame: another lead, cuts inside, sentences added.</summary>
    Edited,

    /// <summary>The same sentences in other words.</summary>
    Retold,

    /// <summary>The same choice of quotes, cut the same way.</summary>
    Quotes,

    /// <summary>Some shared text, and a credit to one agency.</summary>
    Credit,

    /// <summary>Mainly what another outlet says, by its own account.</summary>
    QuotedOutlet,
}

/// <summary>Two reports that go back to one text.</summary>
/// <param name="First">Index of the first report.</param>
/// <param name="Second">Index of the second report.</param>
/// <param name="Kind">How.</param>
/// <param name="Strength">How sure and how much: larger is nearer.</param>
/// <param name="Shared">What they share; null where a report only says where its content comes from.</param>
internal sealed record OriginLink(int First, int Second, CopyKind Kind, double Strength, SharedText? Shared)
{
    /// <summary>The other report.</summary>
    public int Other(int report) => report == First ? Second : First;

    /// <summary>What of the report stands in the other one: the same words, for a retelling the sentences it tells again, for quotes the quotes.</summary>
    public IReadOnlyList<TextSpan> Of(int report) => Shared is null ? [] : Kind switch
    {
        CopyKind.Retold => Spans.Union(Shared.Retold.Sentences.Select(s => report == First ? s.First : s.Second)),
        CopyKind.Quotes => Spans.Union(Shared.Quotes.Select(q => report == First ? q.First.Span : q.Second.Span)),
        _ => report == First ? Shared.OfFirst : Shared.OfSecond,
    };
}

/// <summary>Decides whether two reports with something in common go back to one text. It looks at the two alone.</summary>
internal static class CopyJudge
{
    private const int MinCopiedWords = 30;
    private const int MinCreditedWords = 20;
    private const double CopiedShare = 0.5;
    private const double EditedShare = 0.3;
    private const double CreditedShare = 0.15;
    private const int MinRetoldSentences = 3;
    private const double Retold = 0.5;
    private const double RetoldWithText = 0.4;
    private const double RetoldOrder = 0.6;
    private const int MinQuotes = 3;
    private const double QuotesShare = 0.75;

    /// <summary>The link between two reports; null where they are two witnesses. <paramref name="oneAgency"/>: both credit one agency for their text.</summary>
    public static OriginLink? Judge(SharedText pair, bool oneAgency) => KindOf(pair, oneAgency) is (CopyKind kind, double strength)
        ? new OriginLink(pair.First, pair.Second, kind, strength, pair) : null;

    private static (CopyKind Kind, double Strength)? KindOf(SharedText pair, bool oneAgency)
    {
        if (pair.SharedWords >= MinCopiedWords || pair.Share >= 0.9)
        {
            if (pair.Share >= 0.9)
                return (CopyKind.Copy, 3 + pair.Share);
            // An edited copy keeps the news of its model. Shared text at the end only is the background that follow-up stories reuse.
            if (pair.Share >= CopiedShare || (pair.Share >= EditedShare && pair.TopShare >= EditedShare))
                return (CopyKind.Edited, 2 + pair.Share);
        }
        // Two reporters on one event share names, numbers and a third of their sentences at most; a little copied text besides makes less do.
        Retelling retold = pair.Retold;
        double least = pair.Share >= CreditedShare ? RetoldWithText : Retold;
        if (retold.Sentences.Count >= MinRetoldSentences && retold.Share * retold.Closeness >= least && retold.Order >= RetoldOrder)
            return (CopyKind.Retold, 1 + (retold.Share * retold.Closeness));
        if (oneAgency && pair.SharedWords >= MinCreditedWords && pair.Share >= CreditedShare && pair.TopShare >= CreditedShare)
            return (CopyKind.Credit, 1 + pair.Share);
        if (pair.Quotes.Count >= MinQuotes && pair.QuoteShare >= QuotesShare)
            return (CopyKind.Quotes, pair.QuoteShare);
        return null;
    }
}
