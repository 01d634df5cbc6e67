using NodaTime;
using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>Tells history from news by the times of a sentence and of its paragraph. One instance reads one report, sentence after sentence.</summary>
internal sealed class HistoryReader(ReportView view, CueWeights cues)
{
    // How many paragraphs a day of the story reaches ahead.
    private const int Reach = 2;

    // What lies longer before the day of the report is recalled, not reported.
    private const int DaysOfNews = 75;

    // The same for the sentence that opens the report.
    private const int MonthsOfLead = 10;

    // Steps up the tree that are looked at; a damaged tree has no end.
    private const int LongestPath = 40;

    private static readonly EdtfDate s_anyDay = EdtfDate.Day(new LocalDate(2000, 1, 5));

    // Words that take a sentence out of the line of the story.
    private static readonly HashSet<string> s_leaving = new(StringComparer.Ordinal)
    {
        "earlier", "previously", "later", "since", "often", "usually", "always", "before", "ago", "once", "formerly", "recently", "already", "repeatedly", "sometimes", "eventually", "meanwhile", "separately", "elsewhere", "originally",
    };

    private int _paragraph = -1;
    private int _day = -1;
    private int _dayParagraph = -1;
    private int _narrative = -1;
    private bool _dated;
    private int _recentDay = -1;
    private int _ownDay = -1;
    private HistoryStretches? _stretches;
    private readonly int _lead = view.Report.Sentences.FirstOrDefault(sentence => !sentence.IsHeading)?.Index ?? -1;
    private int _lastTime = -1;

    /// <summary>The nearest time before the sentence in its paragraph; -1 where there is none.</summary>
    public int NarrativeTime => _narrative;

    /// <summary>Whether a protest has been told of in this paragraph or the one before.</summary>
    public bool ProtestNearby { get; private set; }

    private int _protestParagraph = -1;

    /// <summary>Whether the sentence opens the report.</summary>
    public bool IsLead(int sentence) => sentence == _lead;

    /// <summary>Whether the sentence belongs to a stretch of history.</summary>
    public bool InHistory { get; private set; }

    /// <summary>Takes up the next sentence.</summary>
    public void Enter(Sentence sentence)
    {
        if (sentence.IsHeading)
            _day = -1;
        ProtestNearby = _protestParagraph >= 0 && sentence.Paragraph - _protestParagraph <= 1;
        _recentDay = sentence.Paragraph - _paragraph <= 1 && _lastTime >= 0 ? _lastTime : -1;
        if (sentence.Paragraph != _paragraph)
            (_paragraph, _lastTime) = (sentence.Paragraph, -1);
        _narrative = _lastTime;
        _dated = false;
        int told = -1, beside = -1;
        foreach (int time in view.TimesOf(sentence.Index))
        {
            _dated |= view.DateOf(time) is not null || IsDay(time);
            if (HistoryStretches.OpensStretch(view, sentence, time) || !(IsOld(time) || IsRecent(time)))
                continue;
            // The day on which somebody spoke is not the day of what he told, nor is that of what the sentence only refers to.
            switch (StoryTimes.Of(view, sentence, time))
            {
                case StoryStanding.Told:
                    told = time;
                    break;
                case StoryStanding.Beside:
                    beside = time;
                    break;
                default:
                    break;
            }
        }
        _ownDay = told >= 0 && IsDay(told) ? told : -1;
        _lastTime = told >= 0 ? told : beside >= 0 ? beside : _lastTime;
        InHistory = (_stretches ??= new HistoryStretches(view, cues, this)).Holds(sentence.Index);
    }

    /// <summary>Takes leave of the sentence just read: a day on which something happened goes on into the next paragraphs, another day that is named ends it.</summary>
    public void Leave(Sentence sentence, IEnumerable<EventClaim> events)
    {
        int told = -1;
        foreach (EventClaim claim in events)
        {
            if (claim.Type == EventType.Protest && claim.Status == ClaimStatus.Happened)
                _protestParagraph = sentence.Paragraph;
            if (claim is { Status: ClaimStatus.Happened, Time: >= 0 } && !IsWord(claim.Type) && IsDay(claim.Time) && !IsOld(claim.Time) && view.Report.Times[claim.Time].Direction != TimeDirection.Future && !IsSubordinate(claim))
                told = claim.Time;
        }
        if (told >= 0)
            (_day, _dayParagraph) = (told, sentence.Paragraph);
        else if (view.TimesOf(sentence.Index).Any(time => IsDay(time) && time != _day && StoryTimes.Of(view, sentence, time) is StoryStanding.Told or StoryStanding.Beside))
            _day = -1;
    }

    /// <summary>
    /// The time from which the story goes on to a claim that states none: the nearest in its paragraph, else the day of what was told up to two
    /// paragraphs before. Never into quotations, plans and history; -1 where there is none.
    /// </summary>
    public int CarriedTo(SentenceView s, VerbGroup? verb, ClaimStatus standing, TextSpan words, EventType? type)
    {
        if (standing is not (ClaimStatus.Happened or ClaimStatus.Denied or ClaimStatus.Alleged) || s.Quoted[Math.Min(s.Count - 1, s.TokenAt(words.Start))])
            return standing == ClaimStatus.Background && _narrative >= 0 && IsOld(_narrative) ? _narrative : -1;
        // "the regular deployment of troops near the border has the neighbours on edge": told of the present.
        if (_narrative >= 0 && verb is null or { Finite: true, Past: false, Perfect: false, Modal: null } && type is not null && IsPresent(s, verb))
            return -1;
        // A day of the sentence's own, named before, is nearer than that of another sentence; and an old day dates no news.
        if (_narrative >= 0 && (_ownDay is >= 0 && view.Report.Times[_ownDay].Span.End <= words.Start || (!InHistory && IsOld(_narrative))))
            return -1;
        if (_narrative >= 0)
            return _narrative;
        if (_day < 0 || s.Sentence.Paragraph - _dayParagraph > Reach || _dated || InHistory || (type is { } known && IsWord(known)))
            return -1;
        if (verb is { Finite: true } && (!verb.Past || verb.Perfect || verb.Modal is not null))
            return -1;
        for (int i = 0; i < s.Count; i++)
        {
            if (s_leaving.Contains(s.Lower(i)) && !s.Quoted[i])
                return -1;
        }
        return _day;
    }

    /// <summary>Whether the verb, or without one the sentence, tells of what is, not of what was.</summary>
    private static bool IsPresent(SentenceView s, VerbGroup? verb)
    {
        if (verb is not null)
            return s[verb.First].Form == VerbForm.Present;
        for (int i = 0; i < s.Count; i++)
        {
            if (s[i].Head >= s.Sentence.FirstToken && s[i].Head < s.Sentence.EndToken)
                continue;
            bool past = s[i].Xpos is "VBD" or "VBN";
            for (int k = 0; k < s.Count; k++)
            {
                if (s[k].Head - s.Sentence.FirstToken == i && s[k].Relation is "aux" or "aux:pass" or "cop")
                    return s[k].Xpos is "VBZ" or "VBP" && !(s[k].Lemma == "have" && past);
            }
            return s[i].Xpos is "VBZ" or "VBP";
        }
        return false;
    }

    /// <summary>"At the event, X accused Y": the time of the gathering that the sentence before dates; -1 where the sentence does not open so.</summary>
    public int SameOccasion(SentenceView s)
    {
        int at = s.Count > 0 && s[0].Text is "“" or "\"" ? 1 : 0;
        bool opens = s.Lower(at) is "at" or "during" && s.Lower(at + 1) is "the" or "that" or "this"
            && (s.Lemma(at + 2) is "event" or "meeting" or "summit" or "rally" or "ceremony" or "conference" or "gathering" or "session" or "hearing" or "funeral" or "talk");
        return opens && (s.Lower(at + 3) == "," || s.Tag(at + 3) is Upos.Propn or Upos.Det) ? _narrative >= 0 ? _narrative : _recentDay : -1;
    }

    // "The mayor, who was shot on Friday, spoke": the story does not go on from what only qualifies somebody in it.
    private bool IsSubordinate(EventClaim claim)
    {
        IReadOnlyList<Token> tokens = view.Report.Tokens;
        int at = AnnotatedReport.FirstTokenAt(tokens, claim.Trigger.Start);
        for (int steps = 0; steps < LongestPath && at >= 0 && at < tokens.Count; steps++)
        {
            if (tokens[at].Relation.StartsWith("acl", StringComparison.Ordinal))
                return true;
            at = tokens[at].Head;
        }
        return false;
    }

    /// <summary>What is done by speaking or voting is often reported days after what it speaks of.</summary>
    private static bool IsWord(EventType type) => type is EventType.Accuse or EventType.Request or EventType.Reject or EventType.Support or EventType.Threaten
        or EventType.Statement or EventType.Deny or EventType.Election or EventType.Concede or EventType.Agree;

    /// <summary>Whether the time names one day, whether or not it can be found in the calendar: "on Monday", "three days later".</summary>
    private bool IsDay(int time)
    {
        TimeMention mention = view.Report.Times[time];
        return mention.Expression is Weekday || mention.Expression is not (BesideEvent or Repeated or Stretch) && mention.Expression.Resolve(s_anyDay.Start, s_anyDay, mention.Direction) is { Precision: DatePrecision.Day };
    }

    /// <summary>"a year ago", "in October last year" in a report without a date: old on whatever day of the year it was written.</summary>
    private bool IsOldWhenever(TimeMention mention)
    {
        if (view.Report.Report.Published.Date is not null || !mention.Expression.NeedsPublication)
            return false;
        for (int month = 1; month <= 10; month += 3)
        {
            LocalDate day = new(2001, month, 25);
            if (mention.Expression.Resolve(day, EdtfDate.Day(day), mention.Direction) is not { } date)
                return false;
            if (date.Precision is DatePrecision.Year or DatePrecision.Decade ? date.End.Year >= day.Year : date.End.PlusDays(DaysOfNews) >= day)
                return false;
        }
        return true;
    }

    /// <summary>"in March" in a report without a date, whose own days are named otherwise: news name the month of what is some weeks past.</summary>
    public bool IsBareMonth(int time)
    {
        TimeMention mention = view.Report.Times[time];
        if (mention.Expression is not NamedMonth { Anchor: TimeAnchor.Publication } month || mention.Direction == TimeDirection.Future || view.Report.Report.Published.Date is not null || mention.Sentence <= _lead)
            return false;
        foreach (TimeMention other in view.Report.Times)
        {
            // The month of the report's own days, and the one before, may be its news.
            if (other.Expression is DayInMonth day && other.Sentence <= _lead + 1 && (day.MonthNumber - month.MonthNumber + 12) % 12 <= 1)
                return false;
        }
        return true;
    }

    /// <summary>Whether the time lies so long before the report that it only recalls it, or is only a year or decade other than its own.</summary>
    public bool IsOld(int time)
    {
        if (view.DateOf(time) is not { } date)
            return IsOldWhenever(view.Report.Times[time]);
        bool isLong = date.Precision is DatePrecision.Year or DatePrecision.Decade;
        // A report that tells of 2016 as past looks back on 11 September 2001.
        if (view.Report.Report.Published.Date is null && date.End.Year < view.LatestPast)
            return true;
        if (view.ReferenceYear is not { } year)
            return isLong || (date.Precision == DatePrecision.Interval && date.End.Year > date.Start.Year && date.Start.PlusMonths(11) < date.End);
        if (isLong || view.Report.Report.Published.Date is not { } published)
            return date.End.Year < year;
        // What the first sentence tells is what the report is about, unless it is an anniversary.
        if (view.Report.Times[time].Sentence == _lead)
            return date.End.PlusMonths(MonthsOfLead) < published.Start;
        return date.End.PlusDays(DaysOfNews) < published.Start;
    }

    /// <summary>Whether the time, or the stretch that it opens, begins before what is still news.</summary>
    public bool BeginsLongAgo(int time) =>
        view.DateOf(time) is not { } date || (view.Report.Report.Published.Date is { } published ? date.Start.PlusDays(DaysOfNews) < published.Start : view.ReferenceYear is not { } year || date.Start.Year < year);

    /// <summary>Whether the time counts from what was told before, and that is no history: "the night before", "two days earlier".</summary>
    public bool FollowsNews(int time) =>
        view.DateOf(time) is null && (_narrative < 0 ? !InHistory && view.Report.Times[time].Expression is not BesideEvent : !IsOld(_narrative));

    /// <summary>Whether the time is one of the news: a day or weekday, not old and not a whole year.</summary>
    public bool IsRecent(int time)
    {
        TimeMention mention = view.Report.Times[time];
        if (view.DateOf(time) is { } date)
            return !IsOld(time) && date.Precision is not (DatePrecision.Year or DatePrecision.Decade);
        return mention.Expression.NeedsPublication && view.Report.Report.Published.Date is null;
    }
}
