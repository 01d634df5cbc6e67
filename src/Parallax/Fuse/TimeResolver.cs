using NodaTime;
using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>Gives every time of a report its calendar date, against the day of publication and the time last spoken of.</summary>
internal static class TimeResolver
{
    private const int NarrativeReach = 8;

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

    /// <summary>The dates if the report was published on exactly <paramref name="published"/>.</summary>
    public static EdtfDate?[] ResolveOn(AnnotatedReport report, LocalDate? published)
    {
        EdtfDate?[] resolved = new EdtfDate?[report.Times.Count];
        EdtfDate? narrative = null;
        int narrativeSentence = 0;
        for (int i = 0; i < resolved.Length; i++)
        {
            TimeMention time = report.Times[i];
            // A tale that was left many sentences ago no longer says when "the next day" was.
            EdtfDate? carried = time.Sentence - narrativeSentence <= NarrativeReach ? narrative : null;
            EdtfDate? date = time.Resolve(published, carried);
            if (date is EdtfDate found && published is LocalDate day && time.Direction == TimeDirection.Past && found.Start > day)
                date = null;
            resolved[i] = date;
            if (date is not null)
                (narrative, narrativeSentence) = (date, time.Sentence);
        }
        return resolved;
    }
}
