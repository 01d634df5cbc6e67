using NodaTime;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>A date that needs nothing else: "May 26, 2023", "2008", "the 1990s".</summary>
/// <param name="Date">The date.</param>
public sealed record CalendarDate(EdtfDate Date) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => false;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction) => Date;
}

/// <summary>A numeric date whose day and month can be read both ways: "6/2/2023". Publication decides where one reading lies near it; else only the year is known.</summary>
/// <param name="MonthFirst">Read the American way.</param>
/// <param name="DayFirst">Read the European way.</param>
public sealed record AmbiguousDate(LocalDate MonthFirst, LocalDate DayFirst) : TimeExpression
{
    // A news text seldom prints a date this many days from its own in figures without saying the month.
    private const int Near = 31;

    /// <inheritdoc/>
    public override bool NeedsPublication => false;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction)
    {
        if (published is { } day)
        {
            bool american = Math.Abs(Period.DaysBetween(day, MonthFirst)) <= Near;
            bool european = Math.Abs(Period.DaysBetween(day, DayFirst)) <= Near;
            if (american != european)
                return EdtfDate.Day(american ? MonthFirst : DayFirst);
        }
        return EdtfDate.Year(MonthFirst.Year);
    }
}

/// <summary>A day counted from the day of publication: "today", "yesterday", "three days ago", "overnight".</summary>
/// <param name="First">The first day, counted from publication; negative is earlier.</param>
/// <param name="Last">The last day; the first again except for "overnight".</param>
public sealed record DaysFromPublication(int First, int Last) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => true;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction) =>
        published is { } day && CalendarArithmetic.Plus(day, First, TimeUnit.Day) is { } first && CalendarArithmetic.Plus(day, Last, TimeUnit.Day) is { } last
            ? EdtfDate.Interval(first, last)
            : null;

    // "Overnight" is the night that began on the first day.
    internal override string? Timex(LocalDate? published, EdtfDate? narrative, TimeDirection direction) =>
        published is { } day && CalendarArithmetic.Day(day, First) is { } first ? TimexValue.Of(first) : null;
}

/// <summary>A whole unit counted from the one of the publication: "last week", "this month", "two years ago", "next weekend".</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Shift">How many units later; negative is earlier.</param>
public sealed record UnitFromPublication(TimeUnit Unit, int Shift) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => true;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction) =>
        published is { } day && CalendarArithmetic.Plus(day, Shift, Unit) is { } there ? CalendarArithmetic.Around(there, Unit) : null;

    internal override TimeExpression AsTold => new FromNarrative(Shift, Unit);
}

/// <summary>"the weekend" without more: the last that began on or before the day of publication, or the coming one.</summary>
public sealed record NearestWeekend : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => true;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction)
    {
        if (published is not { } day)
            return null;
        int saturday = -(((int)day.DayOfWeek + 1) % 7);
        if (direction == TimeDirection.Future && saturday < -1)
            saturday += 7;
        return new DaysFromPublication(saturday, saturday + 1).Resolve(published, narrative, direction);
    }
}

/// <summary>A stretch that touches the day of publication: "the past three days", "earlier this month", "in the coming weeks".</summary>
/// <param name="Count">How many units; null where not said ("recent weeks"), which resolves to nothing.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Ahead">Whether it lies after publication.</param>
/// <param name="Calendar">Whether it ends with the calendar's unit ("earlier this month") instead of counting back whole units.</param>
public sealed record StretchAtPublication(int? Count, TimeUnit Unit, bool Ahead, bool Calendar) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => true;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction)
    {
        if (published is not { } day || Count is not { } count)
            return null;
        if (Calendar)
        {
            return CalendarArithmetic.Around(day, Unit) is { } unit
                ? Ahead ? EdtfDate.Interval(day, unit.End) : EdtfDate.Interval(unit.Start, day)
                : null;
        }
        if (CalendarArithmetic.Plus(day, Ahead ? count : -count, Unit) is not { } far)
            return null;
        return Ahead ? EdtfDate.Interval(day, far) : EdtfDate.Interval(far, day);
    }

    /// <inheritdoc/>
    public override TimeKind Kind => Calendar ? TimeKind.Date : TimeKind.Duration;

    internal override TimeExpression AsTold => Calendar ? new FromNarrative(0, Unit) : this;

    // "The past three days" is a length that ends today; "earlier this month" is the month.
    internal override string? Timex(LocalDate? published, EdtfDate? narrative, TimeDirection direction) =>
        Calendar ? published is { } day ? TimexValue.Around(day, Unit) : null : TimexValue.Length(Count, Unit);
}
