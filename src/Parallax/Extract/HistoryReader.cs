using NodaTime;
using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>Tells history from news by the times of a sentence and of its paragraph. One instance reads one report, sentence after sentence.</summary>
internal sealed class HistoryReader(ReportView view)
{
    // How many paragraphs a day of the story reaches ahead.
    private const int Reach = 2;

    // What lies longer before the day of the report is recalled, not reported.
    private const int DaysOfNews = 75;

    // The same for the sentence that opens the report.
    private const int MonthsOfLead = 10;

    // Sentences after which a stretch of history is a story of its own, which goes on without words that point back.
    private const int LongRun = 3;

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
    private bool _inHistory;
    private readonly int _lead = view.Report.Sentences.FirstOrDefault(sentence => !sentence.IsHeading)?.Index ?? -1;
    private int _historyParagraph = -1;
    private int _historyRun;
    private int _lastTime = -1;

    /// <summary>The nearest time before the sentence in its paragraph; -1 where there is none.</summary>
    public int NarrativeTime => _narrative;

    /// <summary>Whether a protest has been told of in this paragraph or the one before.</summary>
    public bool ProtestNearby { get; private set; }

    private int _protestParagraph = -1;

    /// <summary>Whether the paragraph has turned to history before this sentence, and the sentence does not leave it.</summary>
    public bool InHistory { get; private set; }

    /// <summary>Takes up the next sentence.</summary>
    public void Enter(Sentence sentence)
    {
        if (sentence.IsHeading)
            _day = -1;
        ProtestNearby = _protestParagraph >= 0 && sentence.Paragraph - _protestParagraph <= 1;
        _recentDay = sentence.Paragraph - _paragraph <= 1 && _lastTime >= 0 ? _lastTime : -1;
        if (sentence.Paragraph != _paragraph)
        {
            _inHistory &= sentence.Paragraph - _historyParagraph == 1 && GoesOn(sentence);
            (_paragraph, _lastTime) = (sentence.Paragraph, -1);
        }
        _narrative = _lastTime;
        _dated = false;
        bool old = false, recent = false;
        foreach (int time in view.TimesOf(sentence.Index))
        {
            _dated |= view.DateOf(time) is not null || IsDay(time);
            old |= IsOld(time);
            recent |= IsRecent(time);
            if (!OpensStretch(sentence, time) && (IsOld(time) || IsRecent(time)))
                _lastTime = time;
        }
        InHistory = _inHistory && !recent;
        _inHistory = (old && !recent) || (_inHistory && !recent);
        if (_inHistory)
            (_historyParagraph, _historyRun) = (sentence.Paragraph, _historyRun + 1);
        else
            _historyRun = 0;
    }

    /// <summary>Whether a paragraph without a time goes on with the history before it: it tells, in the past tense, of somebody or something known.</summary>
    private bool GoesOn(Sentence sentence)
    {
        IReadOnlyList<Token> tokens = view.Report.Tokens;
        int first = sentence.FirstToken;
        // A stretch of several sentences is a story of its own.
        if (sentence.IsHeading || first >= sentence.EndToken || (_historyRun < LongRun && !(tokens[first].Lower is "the" or "that" or "this" or "these" or "those" or "he" or "she" or "they" or "it" or "his" or "her" or "their" or "its" or "then" or "later" or "afterwards" or "within" or "soon")))
            return false;
        bool past = false;
        for (int i = first; i < sentence.EndToken; i++)
        {
            if (tokens[i].Text is "\"" or "“" or "”")
                return false;
            if (tokens[i].Head < 0)
                past = tokens[i].Xpos == "VBD" && !ClauseFinder.IsSaying(tokens[i].Lemma);
            else if (tokens[i].Xpos == "VBD" && tokens[i].Relation is "aux:pass" or "cop" && tokens[tokens[i].Head].Head < 0)
                past = true;
        }
        return past;
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
        else if (view.TimesOf(sentence.Index).Any(time => IsDay(time) && time != _day))
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

    /// <summary>"since 2014", "until Monday": the end of a stretch, from which no story goes on.</summary>
    private bool OpensStretch(Sentence sentence, int time)
    {
        TextSpan span = view.Report.Times[time].Span;
        for (int i = sentence.FirstToken; i < sentence.EndToken && view.Report.Tokens[i].Span.Start <= span.Start; i++)
        {
            if (view.Report.Tokens[i].Lower is "since" or "until" or "till" or "before" && (view.Report.Tokens[i].Span.Start == span.Start || (i + 1 < sentence.EndToken && view.Report.Tokens[i + 1].Span.Start == span.Start)))
                return true;
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
        return mention.Expression is not (BesideEvent or Repeated or Stretch) && mention.Expression.Resolve(s_anyDay.Start, s_anyDay, mention.Direction) is { Precision: DatePrecision.Day };
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

    /// <summary>Whether the time lies so long before the report that it only recalls it, or is only a year or decade other than its own.</summary>
    public bool IsOld(int time)
    {
        if (view.DateOf(time) is not { } date)
            return IsOldWhenever(view.Report.Times[time]);
        bool isLong = date.Precision is DatePrecision.Year or DatePrecision.Decade;
        if (view.ReferenceYear is not { } year)
            return isLong || (date.Precision == DatePrecision.Interval && date.End.Year > date.Start.Year && date.Start.PlusMonths(11) < date.End);
        if (isLong || view.Report.Report.Published.Date is not { } published)
            return date.End.Year < year;
        // What the first sentence tells is what the report is about, unless it is an anniversary.
        if (view.Report.Times[time].Sentence == _lead)
            return date.End.PlusMonths(MonthsOfLead) < published.Start;
        return date.End.PlusDays(DaysOfNews) < published.Start;
    }

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
