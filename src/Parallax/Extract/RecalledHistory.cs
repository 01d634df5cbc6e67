using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Tells what a report recalls of history from what it reports of its day.</summary>
internal static class RecalledHistory
{
    /// <summary>History: an old time, a paragraph of history, or the perfect before the past without a recent time.</summary>
    public static ClaimStatus Of(ClauseModel model, ReportView view, HistoryReader history, VerbGroup? verb, ClaimStatus status, int time)
    {
        // That somebody was not arrested in the 1970s is no piece of history: it stays denied.
        if (status is not (ClaimStatus.Happened or ClaimStatus.Alleged))
            return status;
        if (time >= 0 && history.IsOld(time))
            return ClaimStatus.Background;
        // "Three years later, the bank was fined": so much has passed only in what is recalled.
        if (verb is { Kind: ClauseKind.Main or ClauseKind.Complement, Finite: true, Past: true, Perfect: false } && !history.IsLead(model.Sentence.Sentence.Index)
            && view.TimesOf(model.Sentence.Sentence.Index).Any(years => view.DateOf(years) is null && view.Report.Times[years].Expression is FromNarrative { Unit: TimeUnit.Year, Count: > 0 } && view.Report.Times[years].Span.Start <= model.Sentence[0].Span.End))
            return ClaimStatus.Background;
        // "two months later", "after the funeral" say nothing of how long ago.
        if (time >= 0 && (view.DateOf(time) is not null || history.IsRecent(time) || !history.InHistory))
            return status;
        SentenceView s = model.Sentence;
        // "the worst attack since 2019, when 40 people died"
        if (verb is not null && ClaimSetting.Stretch(s, verb) is >= 0 and int stretch && history.BeginsLongAgo(stretch))
            return ClaimStatus.Background;
        // "Since he left office, he has met": where the stretch began lies behind.
        if (time < 0 && verb is { Kind: ClauseKind.Subordinate, Past: true, Marker: >= 0, Governor: var after } && s.Lower(verb.Marker) == "since" && (after ?? model.Verbs.FirstOrDefault(v => v.Head == model.Tree.Head(verb.Head))) is { Perfect: true })
            return ClaimStatus.Background;
        // "a height of 84 per cent in 2014 after troops had seized the port"
        if (time < 0 && verb is not null && ClaimSetting.LeaningOn(s, verb) is >= 0 and int leaning && history.IsOld(leaning))
            return ClaimStatus.Background;
        bool promised = verb is not null && IsPromise(s.Lemma(verb.Head));
        bool anyTime = false, allOld = true, told = false;
        foreach (int other in view.TimesOf(s.Sentence.Index))
        {
            // "lifted the sanctions it imposed in 2019", "where the army seized power last year": what only qualifies somebody or something dates nothing else.
            // "marched to mark the anniversary of the 1990 massacre": the march is of today.
            if ((time < 0 && view.Report.Times[other].Expression is NamedMonth { Choice: TimeChoice.Nearest } && promised) || HistoryStretches.IsCommemorated(s.Report.Tokens, s.Sentence.FirstToken, s.Sentence.FirstToken + s.TokenAt(view.Report.Times[other].Span.Start)) || ClaimSetting.InQualifier(model, view.Report.Times[other].Span, verb) || ClaimSetting.IsCompared(s, s.TokenAt(view.Report.Times[other].Span.Start))
                || (verb is not null && StoryTimes.IsOfContent(model, s.TokenAt(view.Report.Times[other].Span.Start), verb)))
                continue;
            if (view.DateOf(other) is null)
            {
                told |= history.FollowsNews(other);
                continue;
            }
            anyTime = true;
            allOld &= history.IsOld(other);
        }
        // What "has happened" reaches into the present.
        if (anyTime && allOld && verb is not { Perfect: true, Past: false } && TellsPast(verb))
            return ClaimStatus.Background;
        if (history.InHistory && verb is not { Perfect: true, Past: false } && TellsPast(verb))
            return ClaimStatus.Background;
        // "23 others had been rescued": how the count stands, not what was long ago.
        if (verb is { Passive: true, Subjects: [.., { } counted] } && IsCounted(s, counted))
            return status;
        bool recall = verb is { Perfect: true, Past: true, Kind: not (ClauseKind.Complement or ClauseKind.Subordinate) } && !anyTime && !told && s.Lower(verb.First) == "had";
        // The opening tells news, whatever its tense.
        return recall && !history.IsLead(s.Sentence.Index) && !Reported(view, s, verb!) ? ClaimStatus.Background : status;
    }

    private static bool IsCounted(SentenceView s, NounPhrase phrase)
    {
        for (int i = phrase.First; i <= phrase.Head; i++)
        {
            if (s.Tag(i) == Upos.Num)
                return true;
        }
        return s.Lower(phrase.First) is "dozens" or "hundreds" or "thousands" or "scores" or "several" or "many";
    }

    /// <summary>Whether the verb can tell of the past: by its tense or, where it has none, by that of the verb it hangs on.</summary>
    private static bool TellsPast(VerbGroup? verb)
    {
        for (int depth = 0; verb is { Finite: false, Governor: { } governor } && depth < StatusReader.DeepestChain; depth++)
            verb = governor;
        return verb is null || verb.Past || !verb.Finite;
    }

    /// <summary>Whether the verb says that something is to come.</summary>
    public static bool IsPromise(string lemma) => lemma is "vow" or "pledge" or "promise" or "urge" or "demand" or "request" or "propose" or "threaten" or "call for" or "call on";

    private static bool Reported(ReportView view, SentenceView s, VerbGroup verb) => view.SpeechAround(s.Sentence.Index, s[verb.Head].Span) >= 0;
}
