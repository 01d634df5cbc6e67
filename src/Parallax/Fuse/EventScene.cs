using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>
/// Where and when one report's story stands at each sentence: the town and the day that the text named last and has not left since. A claim that names neither
/// itself happens there and then, as a reader takes it; what is only said, recalled or supposed does not.
/// </summary>
internal sealed class EventScene
{
    // A story that has run on for so many sentences without naming its day or town again may be elsewhere.
    private const int DayReach = 6;
    private const int PlaceReach = 8;
    private const int OnlyReach = 15;
    private const int FreshDays = 7;

    private static readonly HashSet<string> s_notOn = new(["after", "ago", "ahead", "before", "between", "by", "from", "since", "till", "to", "until"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_notIn = new(["between", "for", "from", "of", "to", "toward", "towards", "via"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_opensClause = new(
        ["after", "although", "and", "as", "because", "before", "but", "if", "since", "that", "though", "until", "when", "where", "which", "while", "who", "whose"], StringComparer.Ordinal);

    private readonly ReportInFusion _report;
    private readonly string? _only;
    private readonly int _firstOfOnly;
    private readonly List<string>[] _towns;
    private readonly List<(EdtfDate? Day, int Time)>[] _days;

    public EventScene(ReportInFusion report)
    {
        _report = report;
        int count = report.Annotated.Sentences.Count;
        _towns = new List<string>[count];
        _days = new List<(EdtfDate?, int)>[count];
        for (int i = 0; i < report.Annotated.Places.Count; i++)
        {
            PlaceMention mention = report.Annotated.Places[i];
            if (report.PlaceIds[i] is not string id || mention.Place is not { Precision: PlacePrecision.Exact or PlacePrecision.Town or PlacePrecision.District })
                continue;
            // "March 7" is no town.
            bool isTime = report.Annotated.Times.Any(t => t.Sentence == mention.Sentence && t.Span.Overlaps(mention.Span));
            if (!isTime && mention.Use == ToponymUse.Place && mention.Sentence >= 0 && mention.Sentence < count && IsSetting(mention) && !EventTimes.IsOfSpeech(report.Annotated, mention.Span))
                (_towns[mention.Sentence] ??= []).Add(id);
        }
        string[] settings = [.. _towns.Where(t => t is not null).SelectMany(t => t).Distinct(StringComparer.Ordinal).Take(2)];
        bool others = Enumerable.Range(0, report.Annotated.Places.Count).Any(i => report.PlaceIds[i] is string other && settings is [string own] && other != own
            && report.Annotated.Places[i] is { Use: not ToponymUse.Dateline, Place.Precision: PlacePrecision.Exact or PlacePrecision.Town or PlacePrecision.District });
        _only = settings is [string one] && !others ? one : null;
        _firstOfOnly = Array.FindIndex(_towns, t => t is not null);
        for (int i = 0; i < report.Annotated.Times.Count; i++)
        {
            TimeMention mention = report.Annotated.Times[i];
            if (mention.PlacesEvents && mention.Direction != TimeDirection.Future && mention.Sentence >= 0 && mention.Sentence < count && IsPoint(mention) && !EventTimes.IsOfSpeech(report.Annotated, mention))
                (_days[mention.Sentence] ??= []).Add((report.Times[i], i));
        }
    }

    /// <summary>The town in which <paramref name="claim"/>, which names none, happens by the run of the text; null where that says nothing.</summary>
    public string? PlaceOf(EventClaim claim)
    {
        if (claim.Place >= 0 || !IsPhysical(claim.Type) || claim.Status is ClaimStatus.Background or ClaimStatus.Hypothetical)
            return null;
        if (IsEverywhere(claim))
            return null;
        IReadOnlyList<Sentence> sentences = _report.Annotated.Sentences;
        // "The rally followed two shootings", "shootings that killed nine": what is only named or recalled may have been anywhere.
        if (IsNoun(claim) || IsRelative(claim))
            return null;
        int first = claim.Sentence - PlaceReach;
        for (int s = claim.Sentence; s >= 0 && s >= first && sentences[s].Paragraph == sentences[claim.Sentence].Paragraph; s--)
        {
            if (_towns[s] is not { } towns)
                continue;
            string[] distinct = [.. towns.Distinct(StringComparer.Ordinal)];
            return distinct.Length == 1 ? distinct[0] : null;
        }
        // A report that knows one town only, and named it before, tells of that town.
        return _only is string only && _firstOfOnly <= claim.Sentence && claim.Sentence - _firstOfOnly <= OnlyReach ? only : null;
    }

    /// <summary>
    /// The day on which <paramref name="claim"/>, which names none, happens by the run of the text, and whether its own clause has it; null where that says nothing.
    /// </summary>
    public (EdtfDate Day, bool IsOwn)? DayOf(EventClaim claim)
    {
        if (claim.Time >= 0 || !IsPhysical(claim.Type) || claim.Status is not (ClaimStatus.Happened or ClaimStatus.Alleged) || IsPerfect(claim))
            return null;
        for (int s = claim.Sentence; s >= 0 && s >= claim.Sentence - DayReach; s--)
        {
            if (_days[s] is not { } days)
                continue;
            EdtfDate?[] distinct = [.. days.Where(d => s != claim.Sentence || IsBeside(claim, d.Time)).Select(d => d.Day).Distinct()];
            if (s == claim.Sentence && distinct.Length == 0)
                return null;
            return distinct is [{ Precision: DatePrecision.Day } day] && IsFresh(day) && (IsSameParagraph(s, claim.Sentence) || EventTimes.IsStoryDay(_report, day)) ? (day, s == claim.Sentence) : null;
        }
        return null;
    }

    private static bool IsPhysical(EventType type) => !EventKinds.IsVerbal(type) && type is not (EventType.Election or EventType.Ruling or EventType.Other or EventType.Sanction);

    private bool IsSameParagraph(int a, int b) => _report.Annotated.Sentences[a].Paragraph == _report.Annotated.Sentences[b].Paragraph;

    private bool IsFresh(EdtfDate day) =>
        ClusterContext.PublishedDay(_report) is not LocalDate published || Period.DaysBetween(day.Start, published) is >= 0 and <= FreshDays;

    // "Some 5,000 took part on Sunday in a third protest": the same clause, a few words away.
    private bool IsBeside(EventClaim claim, int time)
    {
        const int near = 6;
        IReadOnlyList<Token> tokens = _report.Annotated.Tokens;
        TextSpan when = _report.Annotated.Times[time].Span;
        (int from, int to) = when.End <= claim.Trigger.Start ? (when.End, claim.Trigger.Start) : (claim.Trigger.End, when.Start);
        int words = 0;
        for (int i = AnnotatedReport.FirstTokenAt(tokens, from); i < tokens.Count && tokens[i].Span.Start < to; i++)
        {
            if (tokens[i].Tag is Upos.Punct or Upos.Verb or Upos.Aux || s_opensClause.Contains(tokens[i].Lower) || ++words > near)
                return false;
        }
        return true;
    }

    // "Until Thursday", "since Monday", "Friday's vote" say nothing of the day that the story stands at.
    private bool IsPoint(TimeMention mention)
    {
        IReadOnlyList<Token> tokens = _report.Annotated.Tokens;
        int first = AnnotatedReport.FirstTokenAt(tokens, mention.Span.Start);
        int next = AnnotatedReport.FirstTokenAt(tokens, mention.Span.End);
        if (first > 0 && s_notOn.Contains(tokens[first - 1].Lower) || (first < tokens.Count && s_notOn.Contains(tokens[first].Lower)))
            return false;
        return next >= tokens.Count || tokens[next].Lower is not ("'s" or "’s");
    }

    // "The mayor of X", "trains to X", "men from X": named, but nothing happens there.
    private bool IsSetting(PlaceMention mention)
    {
        IReadOnlyList<Token> tokens = _report.Annotated.Tokens;
        int first = AnnotatedReport.FirstTokenAt(tokens, mention.Span.Start);
        if (_report.MentionsBySentence[mention.Sentence].Any(m => m.Span.Contains(mention.Span) && m.Span != mention.Span))
            return false;
        if (first == 0 || !s_notIn.Contains(tokens[first - 1].Lower))
            return true;
        // "The port of X", "the streets of X" are in it.
        return tokens[first - 1].Lower == "of" && first >= 2 && tokens[first - 2].Tag == Upos.Noun
            && !_report.MentionsBySentence[mention.Sentence].Any(m => m.Span.Contains(tokens[first - 2].Span));
    }

    private bool IsNoun(EventClaim claim)
    {
        IReadOnlyList<Token> tokens = _report.Annotated.Tokens;
        int at = AnnotatedReport.FirstTokenAt(tokens, claim.Trigger.Start);
        for (int i = at; i < tokens.Count && tokens[i].Span.Start < claim.Trigger.End; i++)
        {
            if (tokens[i].Tag is Upos.Noun or Upos.Propn)
                return true;
        }
        return false;
    }

    private bool IsRelative(EventClaim claim)
    {
        IReadOnlyList<Token> tokens = _report.Annotated.Tokens;
        int at = AnnotatedReport.FirstTokenAt(tokens, claim.Trigger.Start);
        for (int i = at - 1; i >= 0 && i >= at - 4 && tokens[i].Tag != Upos.Punct; i--)
        {
            if (tokens[i].Lower is "that" or "which" or "who")
                return true;
        }
        return false;
    }

    // "All over the country": in no town.
    private bool IsEverywhere(EventClaim claim)
    {
        IReadOnlyList<Token> tokens = _report.Annotated.Tokens;
        Sentence sentence = _report.Annotated.Sentences[claim.Sentence];
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tokens[i].Lower is "nationwide" or "countrywide" or "worldwide"
                || (tokens[i].Lower is "country" or "world" or "region" or "province" && i >= sentence.FirstToken + 2 && tokens[i - 1].Lower is "the" or "this" or "that" && tokens[i - 2].Lower is "across" or "over" or "throughout" or "around"))
                return true;
        }
        return false;
    }

    private bool IsPerfect(EventClaim claim)
    {
        IReadOnlyList<Token> tokens = _report.Annotated.Tokens;
        int at = AnnotatedReport.FirstTokenAt(tokens, claim.Trigger.Start);
        for (int i = at - 1; i >= 0 && i >= at - 3 && tokens[i].Tag is Upos.Aux or Upos.Adv or Upos.Part; i--)
        {
            if (tokens[i].Lemma == "have")
                return true;
        }
        return false;
    }
}
