using NodaTime;
using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>Gives every time of a report its calendar date, against the day of publication and the time last spoken of.</summary>
internal static class TimeResolver
{
    private const int NarrativeReach = 8;
    private const int HistoryReach = 60;

    /// <summary>
    /// The dates of <paramref name="report"/>'s times when it was published on <paramref name="published"/>. Where only a few days of publication are
    /// possible, a time is resolved only if it is the same for each; where publication is unknown, only times that do not need it are.
    /// </summary>
    public static IReadOnlyList<EdtfDate?> Resolve(AnnotatedReport report, EdtfDate? published)
    {
        if (report.Times.Count == 0)
            return [];
        if (published is not EdtfDate date || Period.DaysBetween(date.Start, date.End) > 31)
            return ResolveOn(report, null);
        EdtfDate?[] resolved = ResolveOn(report, date.Start);
        for (LocalDate day = date.Start.PlusDays(1); day <= date.End; day = day.PlusDays(1))
        {
            EdtfDate?[] other = ResolveOn(report, day);
            for (int i = 0; i < resolved.Length; i++)
                resolved[i] = resolved[i] == other[i] ? resolved[i] : null;
        }
        return resolved;
    }

    /// <summary>
    /// The times of <paramref name="report"/> as TimeML marks them, each with its value, when it was published on <paramref name="published"/>: the ends of a
    /// range one by one, a length apart from the day that it is counted from.
    /// </summary>
    public static IReadOnlyList<TimexMark> Marks(AnnotatedReport report, LocalDate? published)
    {
        List<TimexMark> marks = [];
        Walk(report, published, (_, time, narrative) =>
        {
            if (time.Parts.Count == 0)
                marks.Add(TimexMark.Of(time, published, narrative));
            foreach (TimeMention part in time.Parts)
                marks.Add(TimexMark.Of(part, published, narrative));
        });
        return marks;
    }

    /// <summary>The dates if the report was published on exactly <paramref name="published"/>.</summary>
    public static EdtfDate?[] ResolveOn(AnnotatedReport report, LocalDate? published) => Walk(report, published, (_, _, _) => { });

    private static EdtfDate?[] Walk(AnnotatedReport report, LocalDate? published, Action<int, TimeMention, EdtfDate?> visit)
    {
        EdtfDate?[] resolved = new EdtfDate?[report.Times.Count];
        EdtfDate? narrative = null;
        int narrativeSentence = 0;
        bool history = TimeStyle.IsHistory(report, report.Times);
        for (int i = 0; i < resolved.Length; i++)
        {
            TimeMention time = report.Times[i];
            // A tale that was left many sentences ago no longer says when "the next day" was.
            EdtfDate? carried = time.Sentence - narrativeSentence <= (history ? HistoryReach : NarrativeReach) ? narrative : null;
            visit(i, time, carried);
            EdtfDate? date = time.Resolve(published, carried);
            if (date is EdtfDate found && published is LocalDate day && time.Direction == TimeDirection.Past && found.Start > day && time.Expression is not Weekday { Spoken: true })
                date = null;
            resolved[i] = date;
            // "Today" in a history is not the time it tells of.
            if (date is not null && !(history && time.Expression.NeedsPublication))
                (narrative, narrativeSentence) = (date, time.Sentence);
        }
        return resolved;
    }
}
