namespace Parallax.Annotate;

/// <summary>Tells a history, which counts from the years it tells of, from news, which counts from its own day.</summary>
internal static class TimeStyle
{
    // A history names its years; one background paragraph of a news report names a few.
    private const int LeastYears = 8;
    private const int YearsAgo = 2;

    /// <summary>Whether <paramref name="report"/> tells of years long past throughout and hardly ever counts from the day of its publication.</summary>
    public static bool IsHistory(AnnotatedReport report, IReadOnlyList<TimeMention> mentions)
    {
        int? published = report.Report.Published.Date?.Start.Year;
        int old = 0, fresh = 0;
        foreach (TimeMention mention in mentions)
        {
            if (mention.Expression is Weekday or DaysFromPublication or NearestWeekend or UnitFromPublication { Unit: TimeUnit.Week or TimeUnit.Month })
                fresh++;
            else if (!mention.Expression.NeedsPublication && mention.Expression.Resolve(null, null, TimeDirection.Unknown) is { } date)
            {
                if (published is not { } year || date.End.Year <= year - YearsAgo)
                    old++;
            }
        }
        return old >= LeastYears && old >= 4 * fresh && (published is not null || fresh == 0);
    }

    /// <summary>The mention as a history means it.</summary>
    public static TimeMention AsTold(TimeMention mention) =>
        mention with { Expression = mention.Expression.AsTold, Parts = [.. mention.Parts.Select(AsTold)] };
}
