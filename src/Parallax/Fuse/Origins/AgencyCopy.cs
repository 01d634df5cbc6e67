using System.Text.RegularExpressions;
using Parallax.Data;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>That a report is a news agency's text.</summary>
/// <param name="Agency">The agency's usual name.</param>
/// <param name="Words">The words that say so.</param>
/// <param name="Span">Where they stand in the clean text; null where they were cut, or are the outlet's name.</param>
/// <param name="IsOwn">Whether the agency itself published it.</param>
internal sealed record AgencyCopy(string Agency, string Words, TextSpan? Span, bool IsOwn);

/// <summary>
/// Decides from byline, credit, dateline and sign-off whether a report is agency copy, and whose. Help with a report, a quote of an agency and the
/// note where an essay first appeared are none.
/// </summary>
internal sealed class AgencyCopyReader(LanguageData data)
{
    private const int OpeningParagraphs = 4;
    private const int LongestSignOff = 600;

    private static readonly string[] s_agencyNames = [" news agency", " press agency", " news service", " press service", " wire service", " newswire", " agency of news"];

    // Reuters' desks sign each story with who reported and who edited it, in this form.
    private static readonly Regex SignOff = new(
        @"\((?:additional |writing |with )?(?:reporting|writing|compiled) (?:and writing )?by [^()]{3,400}; ?(?:[^()]{3,200}; ?)?(?:editing|writing) by [^()]{3,200}\)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    private static readonly Regex DayOnly = new(
        @"^(?:[A-Z][^()\n]{0,60}, )?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2}|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?)(?:, \d{4})? \((?<agency>[^()]{2,40})\) ?[-\u2013\u2014]",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private readonly Agencies _agencies = Agencies.Of(data);
    private readonly Datelines _datelines = Datelines.Of(data);

    /// <summary>The agency whose text <paramref name="report"/> is; null where it is not agency copy.</summary>
    public AgencyCopy? Read(Report report)
    {
        if (report.Outlet is string outlet && (_agencies.Named(outlet) ?? (IsAgencyName(outlet) ? outlet : null)) is string own)
            return new AgencyCopy(own, outlet, null, IsOwn: true);
        return OfCredits(report) ?? OfDateline(report) ?? OfSignOff(report);
    }

    /// <summary>Whether the credit is for help with a report rather than for its text.</summary>
    public static bool IsContribution(Credit credit)
    {
        string words = Folding.Fold(credit.Words);
        return words.Contains("contribut", StringComparison.Ordinal) || words.Contains("additional reporting", StringComparison.Ordinal)
            || words.Contains("reporting by", StringComparison.Ordinal) || words.Contains("with reporting", StringComparison.Ordinal);
    }

    // An agency that no list knows says in its name what it is.
    private static bool IsAgencyName(string outlet)
    {
        string folded = Folding.Fold(outlet);
        return s_agencyNames.Any(name => folded.EndsWith(name, StringComparison.Ordinal));
    }

    private AgencyCopy? OfCredits(Report report)
    {
        foreach (Credit credit in report.Credits)
        {
            if (!IsContribution(credit) && _agencies.Named(credit.Agency) is string agency)
                return new AgencyCopy(agency, credit.Words, credit.Span, IsOwn: false);
        }
        return null;
    }

    /// <summary>A dateline that credits an agency, in one of the first paragraphs: the headline, a summary or a caption may stand before it.</summary>
    private AgencyCopy? OfDateline(Report report)
    {
        foreach (Paragraph paragraph in report.Paragraphs.Take(OpeningParagraphs))
        {
            string text = paragraph.Span.Of(report.Text);
            if (_datelines.Read(text) is { Agencies: [(string agency, TextSpan span), ..] } line)
                return new AgencyCopy(agency, text[..line.Length], new TextSpan(paragraph.Span.Start + span.Start, span.Length), IsOwn: false);
            if (DayOnly.Match(text.Length > 160 ? text[..160] : text) is { Success: true } dated && _agencies.Named(dated.Groups["agency"].Value) is string named)
                return new AgencyCopy(named, dated.Value, new TextSpan(paragraph.Span.Start + dated.Groups["agency"].Index, dated.Groups["agency"].Length), IsOwn: false);
        }
        return null;
    }

    private static AgencyCopy? OfSignOff(Report report)
    {
        int from = Math.Max(0, report.Text.Length - LongestSignOff);
        if (SignOff.Match(report.Text, from) is { Success: true } signed)
            return new AgencyCopy("Reuters", signed.Value, new TextSpan(signed.Index, signed.Length), IsOwn: false);
        foreach (Cut cut in report.Cuts)
        {
            if (cut.Text.Length <= LongestSignOff * 2 && SignOff.Match(cut.Text) is { Success: true } below)
                return new AgencyCopy("Reuters", below.Value, null, IsOwn: false);
        }
        return null;
    }
}
