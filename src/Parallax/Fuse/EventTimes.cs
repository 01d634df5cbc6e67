using NodaTime;
using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>The times of one report's event claims: their own, or the one the paragraph carries on.</summary>
internal static class EventTimes
{
    // News is written within days of what it reports as current.
    private const int PastDays = 10;
    private const int FutureDays = 60;

    /// <summary>The time of each claim of <paramref name="report"/> that is an event, by claim index, with its basis.</summary>
    public static Dictionary<int, (EdtfDate When, EventTimeBasis Basis)> Of(ReportInFusion report)
    {
        Dictionary<int, (EdtfDate, EventTimeBasis)> times = [];
        EdtfDate? carried = null;
        int carriedSentence = -1;
        int paragraph = -1;
        for (int i = 0; i < report.Claims.Claims.Count; i++)
        {
            if (report.Claims.Claims[i] is not EventClaim claim)
                continue;
            int here = report.Annotated.Sentences[claim.Sentence].Paragraph;
            if (here != paragraph)
                carried = null;
            paragraph = here;
            if (report.TimeOf(claim) is EdtfDate own)
            {
                times[i] = (own, BasisOf(report.Annotated.Times[claim.Time].Expression));
                if (claim.Status == ClaimStatus.Happened && own.Precision == DatePrecision.Day)
                    (carried, carriedSentence) = (own, claim.Sentence);
            }
            else if (carried is EdtfDate day && CanCarry(claim, carriedSentence, report))
            {
                times[i] = (day, EventTimeBasis.Narrative);
                carriedSentence = claim.Sentence;
            }
        }
        return times;
    }

    /// <summary>The days on which an undated <paramref name="claim"/> can have happened, from the day of publication; null where that is unknown or says nothing.</summary>
    public static EdtfDate? WindowOf(ReportInFusion report, Claim claim)
    {
        if (ClusterContext.PublishedDay(report) is not LocalDate day)
            return null;
        return claim.Status switch
        {
            ClaimStatus.Background or ClaimStatus.Hypothetical => null,
            ClaimStatus.Planned => EdtfDate.Interval(day.PlusDays(-PastDays), day.PlusDays(FutureDays)),
            _ => EdtfDate.Interval(day.PlusDays(-PastDays), day),
        };
    }

    // Only what is told as past, in the same breath, is carried on; a verbal act often comes days after what it speaks of.
    private static bool CanCarry(EventClaim claim, int carriedSentence, ReportInFusion report) =>
        claim.Status is ClaimStatus.Happened or ClaimStatus.Alleged or ClaimStatus.Denied
        && !EventKinds.IsVerbal(claim.Type)
        && claim.Sentence - carriedSentence is 0 or 1
        && (claim.Sentence != carriedSentence || !report.Annotated.Times.Any(t => t.Sentence == claim.Sentence && t.Span.Start > claim.Trigger.Start));

    private static EventTimeBasis BasisOf(TimeExpression expression)
    {
        if (expression.NeedsPublication)
            return EventTimeBasis.Relative;
        return expression.Resolve(null, null, TimeDirection.Unknown) is null ? EventTimeBasis.Narrative : EventTimeBasis.Stated;
    }
}
