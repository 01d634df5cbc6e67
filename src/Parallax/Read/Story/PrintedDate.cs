using NodaTime;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>How a date with year is written.</summary>
internal enum DateStyle
{
    /// <summary>2023-05-26: year first, never in doubt.</summary>
    YearFirst,

    /// <summary>May 26, 2023.</summary>
    MonthDay,

    /// <summary>26 May 2023.</summary>
    DayMonth,

    /// <summary>5/6/2023: which part is the month has to be found out.</summary>
    Numeric,
}

/// <summary>A date with a year found in text; for <see cref="DateStyle.Numeric"/> <c>First</c> and <c>Second</c> are the parts as printed.</summary>
internal readonly record struct PrintedDate(TextSpan Span, DateStyle Style, int Year, int First, int Second)
{
    /// <summary>Written with dots, which only day-first countries do.</summary>
    public bool Dotted { get; init; }

    /// <summary>Its year has two digits, which running text may hold by chance.</summary>
    public bool ShortYear { get; init; }

    /// <summary>The day, reading a numeric date month first or day first; null where there is no such day.</summary>
    public LocalDate? Day(bool monthFirst)
    {
        (int month, int day) = Style != DateStyle.Numeric || (monthFirst && !Dotted) ? (First, Second) : (Second, First);
        return PrintedDates.DayOrNull(Year, month, day);
    }

    /// <summary>Whether the printed form leaves the order of day and month open.</summary>
    public bool Ambiguous => Style == DateStyle.Numeric && !Dotted && First <= 12 && Second <= 12 && First != Second;
}
