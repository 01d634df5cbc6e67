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

    // What lies further back is recalled, not reported.
    private const int HistoryDays = 60;
    private static readonly HashSet<string> Speaking = new(
        ["add", "admit", "announce", "claim", "confirm", "declare", "deny", "explain", "insist", "report", "reveal", "say", "state", "stress", "tell", "warn", "write"], StringComparer.Ordinal);

    private static readonly string[] Ordinals = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    private static readonly LocalDate AnyMonday = new(2001, 1, 1);
    private static readonly HashSet<string> BackReferences = new(["move", "incident", "incidents", "clashes", "attack", "decision", "violence", "protest", "protests", "unrest"], StringComparer.Ordinal);

    /// <summary>The time of each claim of <paramref name="report"/> that is an event, by claim index, with its basis.</summary>
    public static Dictionary<int, (EdtfDate When, EventTimeBasis Basis)> Of(ReportInFusion report, EventScene scene)
    {
        Dictionary<int, (EdtfDate, EventTimeBasis)> times = [];
        EdtfDate? carried = null;
        int carriedSentence = -1;
        int paragraph = -1;
        for (int i = 0; i < report.Claims.Claims.Count; i++)
        {
            if (report.Claims.Claims[i] is not EventClaim claim)
                continue;
            if (LastDayBefore(report, claim, carriedSentence) is (EdtfDate told, int sentence))
                (carried, carriedSentence, paragraph) = (told, sentence, report.Annotated.Sentences[sentence].Paragraph);
            int here = report.Annotated.Sentences[claim.Sentence].Paragraph;
            if (here != paragraph && !(here == paragraph + 1 && RefersBack(report, claim)))
                carried = null;
            paragraph = here;
            if (report.TimeOf(claim) is EdtfDate own)
            {
                EventTimeBasis basis = BasisOf(report.Annotated.Times[report.TimeIndexOf(claim)].Expression);
                // "A day after the clashes" tells when a plan was announced, not when it is to be carried out.
                if (claim.Status == ClaimStatus.Planned && basis == EventTimeBasis.Narrative)
                    continue;
                times[i] = (DayOfMany(report, claim) is int nth && own.Precision == DatePrecision.Day ? EdtfDate.Interval(own.Start.PlusDays(1 - nth), own.End) : own, basis);
                if (claim.Status == ClaimStatus.Happened && own.Precision == DatePrecision.Day)
                    (carried, carriedSentence) = (own, claim.Sentence);
            }
            else if (carried is EdtfDate day && CanCarry(claim, carriedSentence, report))
            {
                times[i] = (day, EventTimeBasis.Narrative);
                carriedSentence = claim.Sentence;
            }
            else if (claim.Status is ClaimStatus.Happened or ClaimStatus.Alleged or ClaimStatus.Denied
                && !EventKinds.IsVerbal(claim.Type) && claim.Type != EventType.Election && report.NarrativeTimeOf(claim) is EdtfDate narrated && !IsBareParticiple(report, claim) && !IsOffset(report, claim))
            {
                times[i] = (narrated, EventTimeBasis.Narrative);
            }
            else if (!IsBareParticiple(report, claim) && !IsOffset(report, claim) && scene.DayOf(claim) is (EdtfDate standing, bool isOwn))
            {
                times[i] = (standing, isOwn ? EventTimeBasis.Narrative : EventTimeBasis.Scene);
            }
        }
        return times;
    }

    // "Marched for a third day on Wednesday": it goes on since Monday. Null where the words of the claim do not say so.
    private static int? DayOfMany(ReportInFusion report, EventClaim claim)
    {
        if (claim.Status != ClaimStatus.Happened || claim.Type is not (EventType.Protest or EventType.Assault or EventType.Disaster or EventType.Coerce))
            return null;
        IReadOnlyList<Token> tokens = report.Annotated.Tokens;
        for (int i = AnnotatedReport.FirstTokenAt(tokens, claim.Evidence.Start) + 1; i + 1 < tokens.Count && tokens[i + 1].Span.End <= claim.Evidence.End; i++)
        {
            if (Array.IndexOf(Ordinals, tokens[i].Lower) is not (>= 0 and int ordinal) || tokens[i - 1].Lower is not ("a" or "the" or "its" or "their"))
                continue;
            int next = tokens[i + 1].Lower is "straight" or "consecutive" or "successive" or "full" ? i + 2 : i + 1;
            if (next < tokens.Count && tokens[next].Lower is "day" or "night" or "evening" && i >= 2 && tokens[i - 2].Lower is "for" or "into" or "in" or "on")
                return ordinal + 2;
        }
        return null;
    }

    /// <summary>Whether the time is when somebody spoke: "officials said on Sunday". What they speak of was mostly before.</summary>
    public static bool IsOfSpeech(AnnotatedReport report, TimeMention time) => IsOfSpeech(report, time.Span);

    /// <summary>Whether <paramref name="setting"/> is when or where somebody spoke: "told reporters in Oslo".</summary>
    public static bool IsOfSpeech(AnnotatedReport report, TextSpan setting)
    {
        const int reach = 6;
        int first = AnnotatedReport.FirstTokenAt(report.Tokens, setting.Start);
        for (int i = first - 1; i >= 0 && i >= first - reach && report.Tokens[i].Text is not ("," or "." or ";"); i--)
        {
            if (report.Tokens[i].Tag == Upos.Verb)
                return Speaking.Contains(report.Tokens[i].Lemma);
        }
        return false;
    }

    /// <summary>The day of the week that an unresolved time of <paramref name="claim"/> names: "on Monday" in a report without a date; null where it names none.</summary>
    public static IsoDayOfWeek? WeekdayOf(ReportInFusion report, Claim claim)
    {
        if (report.TimeIndexOf(claim) is not (>= 0 and int index) || report.Times[index] is not null)
            return null;
        TimeMention mention = report.Annotated.Times[index];
        IsoDayOfWeek? common = null;
        for (int i = 0; i < 7; i++)
        {
            if (mention.Resolve(AnyMonday.PlusDays(i), null) is not { Precision: DatePrecision.Day } day || common is not null && common != day.Start.DayOfWeek)
                return null;
            common = day.Start.DayOfWeek;
        }
        return common;
    }

    /// <summary>
    /// Whether what happened on <paramref name="when"/> is history for <paramref name="report"/>, in whatever tense it is told. For a report whose
    /// own day is unknown, <paramref name="earliest"/>, the earliest day of publication of any report, stands in.
    /// </summary>
    public static bool IsLongPast(ReportInFusion report, EdtfDate? when, LocalDate? earliest) =>
        when is EdtfDate date && (ClusterContext.PublishedDay(report) ?? earliest) is LocalDate published && Period.DaysBetween(date.End, published) > HistoryDays;

    /// <summary>The days on which an undated <paramref name="claim"/> can have happened, from the day of publication; null where that is unknown or says nothing.</summary>
    public static EdtfDate? WindowOf(ReportInFusion report, Claim claim)
    {
        if (ClusterContext.PublishedDay(report) is not LocalDate day)
            return null;
        // An election is spoken of for months: when it is spoken of does not tell when it was.
        if (claim is EventClaim { Type: EventType.Election } or EventClaim { Mode: "boycott" })
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
        && !EventKinds.IsVerbal(claim.Type) && claim.Type != EventType.Election
        && !IsBareParticiple(report, claim) && !IsOffset(report, claim)
        && claim.Sentence - carriedSentence is 0 or 1
        && (claim.Sentence == carriedSentence || report.Annotated.Times.All(t => t.Sentence != claim.Sentence || !t.PlacesEvents))
        && (claim.Sentence != carriedSentence || !report.Annotated.Times.Any(t => t.Sentence == claim.Sentence && t.PlacesEvents && t.Span.Start > claim.Trigger.Start));

    /// <summary>The day last named in the sentences before <paramref name="claim"/> in its paragraph and the one before, where no claim has taken it up yet.</summary>
    private static (EdtfDate Day, int Sentence)? LastDayBefore(ReportInFusion report, Claim claim, int after)
    {
        IReadOnlyList<Sentence> sentences = report.Annotated.Sentences;
        int own = sentences[claim.Sentence].Paragraph;
        for (int s = claim.Sentence - 1; s > after && s >= claim.Sentence - 2 && s >= 0 && sentences[s].Paragraph >= sentences[claim.Sentence].Paragraph - 1; s--)
        {
            for (int t = report.Annotated.Times.Count - 1; t >= 0; t--)
            {
                if (report.Annotated.Times[t].Sentence == s && report.Annotated.Times[t].Direction != TimeDirection.Future && !IsOfSpeech(report.Annotated, report.Annotated.Times[t]) && report.Times[t] is { Precision: DatePrecision.Day } day && (sentences[s].Paragraph == own || IsStoryDay(report, day)))
                    return (day, s);
            }
        }
        return null;
    }

    /// <summary>
    /// Whether <paramref name="day"/> is the news of <paramref name="report"/>, which goes on in its later paragraphs: the day of the report, the one before, or
    /// the first that it names. Of any other day a paragraph tells and is done with it.
    /// </summary>
    public static bool IsStoryDay(ReportInFusion report, EdtfDate day)
    {
        if (ClusterContext.PublishedDay(report) is not LocalDate published || Period.DaysBetween(day.Start, published) is >= 0 and <= 2)
            return true;
        for (int t = 0; t < report.Times.Count; t++)
        {
            if (report.Annotated.Times[t].Direction != TimeDirection.Future && report.Times[t] is { Precision: DatePrecision.Day } first)
                return first == day;
        }
        return false;
    }

    // A paragraph that opens with "The move", "This", "These incidents" goes on about the day of the one before.
    private static bool RefersBack(ReportInFusion report, Claim claim)
    {
        Sentence sentence = report.Annotated.Sentences[claim.Sentence];
        IReadOnlyList<Token> tokens = report.Annotated.Tokens;
        if (sentence.EndToken - sentence.FirstToken < 3)
            return false;
        string first = tokens[sentence.FirstToken].Lower;
        return first is "this" or "these" || first is "the" && BackReferences.Contains(tokens[sentence.FirstToken + 1].Lower);
    }

    // "A day after soldiers were hurt", "since the clashes": what it is set off from is not of the same day.
    private static bool IsOffset(ReportInFusion report, EventClaim claim)
    {
        IReadOnlyList<Token> tokens = report.Annotated.Tokens;
        Sentence sentence = report.Annotated.Sentences[claim.Sentence];
        for (int i = sentence.FirstToken; i < sentence.EndToken && tokens[i].Span.Start < claim.Trigger.Start; i++)
        {
            if (tokens[i].Lower is "after" or "before" or "since" or "following" or "until" or "ahead")
                return true;
        }
        return false;
    }

    // "Mayors elected in polls boycotted by residents": what only qualifies a noun happened before.
    private static bool IsBareParticiple(ReportInFusion report, EventClaim claim)
    {
        IReadOnlyList<Token> tokens = report.Annotated.Tokens;
        Sentence sentence = report.Annotated.Sentences[claim.Sentence];
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (claim.Trigger.Contains(tokens[i].Span))
                return tokens[i].Tag == Upos.Verb && tokens[i].Form is VerbForm.PastParticiple or VerbForm.Gerund
                    && !(i > sentence.FirstToken && tokens[i - 1].Tag is Upos.Aux or Upos.Adv) && !IsActive(report.Annotated, claim);
        }
        return false;
    }

    // Who does it stands right before the trigger: then "police fired gas" is a sentence, though "fired" might be a participle.
    private static bool IsActive(AnnotatedReport report, EventClaim claim)
    {
        string text = report.Report.Text;
        int end = claim.Trigger.End;
        bool passive = text.AsSpan(end, Math.Min(4, text.Length - end)).Trim().StartsWith("by", StringComparison.Ordinal);
        return !passive && report.Mentions.Any(m => claim.Initiators.Contains(m.Actor) && m.Span.End <= claim.Trigger.Start && claim.Trigger.Start - m.Span.End <= 12);
    }

    private static EventTimeBasis BasisOf(TimeExpression expression)
    {
        if (expression.NeedsPublication)
            return EventTimeBasis.Relative;
        return expression.Resolve(null, null, TimeDirection.Unknown) is null ? EventTimeBasis.Narrative : EventTimeBasis.Stated;
    }
}
