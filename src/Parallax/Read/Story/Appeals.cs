using System.Text.RegularExpressions;

namespace Parallax.Read;

/// <summary>
/// Tells lines in which an outlet speaks to its readers of itself: to sign up, to download, to watch. Told by form: a line that speaks to the
/// reader, asks for an act of a reader, and names what an outlet offers; never one that quotes somebody or says who said something.
/// </summary>
internal static class Appeals
{
    private const int MostWords = 50;
    private const int MostNoticeWords = 120;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private static readonly Regex ToReader = new(
        @"\b(?:you|your|our|us)\b|(?:^|[.!?:] )(?:try|get|sign|click|tap|download|subscribe|follow|join|watch|listen|read|register|log in|experience|enjoy)\b|^(?:for (?:the|a|more|all|full|updates|breaking)|to (?:watch|read|see|get|receive|leave|join|sign)|don't miss|never miss)\b",
        Options);

    private static readonly Regex Act = new(
        @"\b(?:click(?:ing)? (?:here|on|the|this|below)|click 'join|tap(?:ping)? here|sign(?:ing)? up (?:here|now|today|to our|to the|to receive|for our|for free|for the)|subscrib(?:e|ing) (?:here|now|today|to)|download(?:ing)? (?:the|our|its)|log in|watch more|scan the qr|join(?:ing)? our (?:whatsapp|telegram|community|channel|newsletter)|for free by|unlimited (?:digital )?access)\b",
        Options);

    private static readonly Regex Offer = new(
        @"\b(?:apps?|newsletters?|subscribers?|subscription|premium|whatsapp|telegram|inbox|our videos|free trial|breaking news|latest (?:news|stories|headlines)|full list|local (?:news|election results)|ios|android|qr code|watch live|live stream|updates|journalism|ad-free|advert-free|no ads|here)\b",
        Options);

    // What says how such an offer works, in the lines behind it.
    private static readonly Regex Terms = new(
        @"\b(?:click|sign up|signed up|scan|qr code|special offers|promotions|inbox|privacy (?:notice|policy)|daily updates|exit group|opt out|unsubscribe|our app|subscribers?|subscriptions?|newsletters?|join now|whatsapp|log in|membership|our community|unlimited (?:digital )?access)\b",
        Options);

    private static readonly Regex Report = new(
        @"\b(?:said|says|told|added|announced|reported|according to|confirmed|warned|wrote|stated|asked|claimed|killed|injured|police|officials)\b", Options);

    private static readonly Regex Box = new(@"^(?:experience|enjoy) (?:the )?.{2,40} (?:like never before|without ads|ad-free|advert-free)$", Options);

    private static readonly Regex Rights = new(@"^(?:\u00A9|\(c\)|copyright(?: \u00A9| \(c\))?) ?(?:19|20)\d\d\b", Options);

    /// <summary>Why the line is none of the story; null where it may be.</summary>
    public static CutReason? Reason(PageLine line)
    {
        if (line.Words <= MostNoticeWords && Rights.IsMatch(line.Folded))
            return CutReason.Legal;
        if (line.Words is < 4 or > MostWords || Reports(line) || line.Kind == ParagraphKind.BlockQuote)
            return null;
        if (Box.IsMatch(line.Folded) || (ToReader.IsMatch(line.Folded) && Act.IsMatch(line.Folded) && Offer.IsMatch(line.Folded)))
            return CutReason.Subscription;
        return null;
    }

    /// <summary>Whether the line opens a box of an offer whose points follow as a list.</summary>
    public static bool OpensBox(PageLine line) => Box.IsMatch(line.Folded);

    /// <summary>Whether the line, behind an appeal, goes on with how it works.</summary>
    public static bool GoesOn(PageLine line) => line.Words <= MostWords * 2 && !Reports(line) && line.Kind != ParagraphKind.BlockQuote && Terms.IsMatch(line.Folded);

    private static bool Reports(PageLine line) =>
        line.Text.AsSpan().IndexOfAny('"', '\u201C', '\u201D') >= 0 || Report.IsMatch(line.Folded);
}
