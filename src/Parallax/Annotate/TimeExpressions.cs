using NodaTime;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>A unit of the calendar.</summary>
public enum TimeUnit
{
#pragma warning disable CS1591 // The names say it.
    Hour, Day, Week, Weekend, Month, Year, Decade,
#pragma warning restore CS1591
}

/// <summary>How a weekday, month or other repeated name is narrowed by the word before it.</summary>
public enum TimeChoice
{
    /// <summary>By nothing: the tense decides.</summary>
    Nearest,

    /// <summary>"last".</summary>
    Last,

    /// <summary>"this".</summary>
    This,

    /// <summary>"next".</summary>
    Next,
}

/// <summary>Which part of a longer time is meant.</summary>
public enum TimePart
{
#pragma warning disable CS1591 // The names say it.
    Early, Middle, Late,
#pragma warning restore CS1591
}

/// <summary>A date that needs nothing else: "May 26, 2023", "2008", "the 1990s".</summary>
/// <param name="Date">The date.</param>
public sealed record CalendarDate(EdtfDate Date) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => false;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction) => Date;
}

/// <summary>A day and month without a year: "May 26". The latest on or before the day of publication, or the first from it on when the clause points ahead.</summary>
/// <param name="MonthNumber">1 to 12.</param>
/// <param name="DayNumber">1 to 31.</param>
public sealed record DayInMonth(int MonthNumber, int DayNumber) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => true;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction)
    {
        if (published is not { } day)
            return null;
        LocalDate? before = Nearest(day, -1);
        if (direction != TimeDirection.Future)
            return before is { } past ? EdtfDate.Day(past) : null;
        if (Nearest(day, 1) is not { } ahead)
            return null;
        // "The April 16 vote will be repeated", printed in May, is not about next April.
        return before is { } recent && Period.DaysBetween(recent, day) <= Recent && Period.DaysBetween(day, ahead) >= Distant
            ? EdtfDate.Day(recent)
            : EdtfDate.Day(ahead);
    }

    private const int Recent = 60;
    private const int Distant = 180;

    private LocalDate? Nearest(LocalDate day, int step)
    {
        // 29 February may be up to eight years away.
        for (int years = 0; years <= 8; years++)
        {
            int year = day.Year + step * years;
            if (year is < 1 or > 9999 || DayNumber > CalendarSystem.Iso.GetDaysInMonth(year, MonthNumber))
                continue;
            LocalDate candidate = new(year, MonthNumber, DayNumber);
            if (step > 0 ? candidate >= day : candidate <= day)
                return candidate;
        }
        return null;
    }
}

/// <summary>A month without a year: "April", "last May".</summary>
/// <param name="MonthNumber">1 to 12.</param>
/// <param name="Choice">"last", "next" or neither.</param>
public sealed record NamedMonth(int MonthNumber, TimeChoice Choice) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => true;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction)
    {
        if (published is not { } day)
            return null;
        bool ahead = Choice == TimeChoice.Next || (Choice != TimeChoice.Last && direction == TimeDirection.Future);
        int year = day.Year;
        if (ahead && (MonthNumber < day.Month || (MonthNumber == day.Month && Choice == TimeChoice.Next)))
            year++;
        else if (!ahead && (MonthNumber > day.Month || (MonthNumber == day.Month && Choice == TimeChoice.Last)))
            year--;
        return CalendarArithmetic.Month(year, MonthNumber);
    }
}

/// <summary>A day of a month that is not named: "the 24th".</summary>
/// <param name="DayNumber">1 to 31.</param>
public sealed record DayOfMonth(int DayNumber) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => true;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction)
    {
        if (published is not { } day)
            return null;
        int step = direction == TimeDirection.Future ? 1 : -1;
        // Every number up to 31 occurs within two months of any month.
        for (int months = 0; months <= 3; months++)
        {
            if (CalendarArithmetic.Month(day.Year, day.Month)?.Start is not { } first
                || CalendarArithmetic.Plus(first, months * step, TimeUnit.Month) is not { } month
                || DayNumber > CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month))
                continue;
            LocalDate candidate = new(month.Year, month.Month, DayNumber);
            if (step > 0 ? candidate >= day : candidate <= day)
                return EdtfDate.Day(candidate);
        }
        return null;
    }
}

/// <summary>
/// A weekday: "on Monday", "last Friday", "next Tuesday". Without "last" or "next" it is the latest such day on or before the day of
/// publication, or the first from it on when the clause points ahead.
/// </summary>
/// <param name="Day">The weekday.</param>
/// <param name="Choice">"last", "this", "next" or none.</param>
public sealed record Weekday(IsoDayOfWeek Day, TimeChoice Choice) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => true;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction)
    {
        if (published is not { } day)
            return null;
        bool ahead = Choice switch
        {
            TimeChoice.Last => false,
            TimeChoice.Next => true,
            // "this Friday" is mostly said of the coming one.
            TimeChoice.This => direction != TimeDirection.Past,
            _ => direction == TimeDirection.Future,
        };
        int back = ((int)day.DayOfWeek - (int)Day + 7) % 7;
        int days = ahead ? (7 - back) % 7 : -back;
        if (days == 0 && Choice is TimeChoice.Last or TimeChoice.Next)
            days = ahead ? 7 : -7;
        return CalendarArithmetic.Day(day, days);
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
}

/// <summary>A time counted from the one last spoken of: "three days later", "the following day", "that night".</summary>
/// <param name="Count">How many units later; negative is earlier, 0 the same; null where not said ("days later"), which resolves to nothing.</param>
/// <param name="Unit">The unit.</param>
public sealed record FromNarrative(int? Count, TimeUnit Unit) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => false;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction) =>
        Count is { } count && narrative is { } from ? CalendarArithmetic.Shift(from, count, Unit) : null;
}

/// <summary>
/// "a day after…", "two weeks before…" followed by what happened then. Where the clause beside it has its own time ("announced on
/// Tuesday, a day after 40 were hurt"), it dates what follows the words; else it dates its own clause, counted from the narrative.
/// </summary>
/// <param name="Count">How many units the clause beside it lies after what follows (negative: before); null where not said ("days after").</param>
/// <param name="Unit">The unit.</param>
/// <param name="Beside">The time of the clause beside it; null where none is named.</param>
/// <param name="BesideDirection">Which way that clause points.</param>
public sealed record BesideEvent(int? Count, TimeUnit Unit, TimeExpression? Beside, TimeDirection BesideDirection) : TimeExpression
{
    /// <summary>Whether the mention dates what follows its words ("40 were hurt") instead of the clause it belongs to.</summary>
    public bool DatesWhatFollows => Beside is not null;

    /// <inheritdoc/>
    public override bool NeedsPublication => Beside?.NeedsPublication ?? false;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction)
    {
        if (Count is not { } count)
            return null;
        if (Beside is null)
            return narrative is { } from ? CalendarArithmetic.Shift(from, count, Unit) : null;
        return Beside.Resolve(published, narrative, BesideDirection) is { } own ? CalendarArithmetic.Shift(own, -count, Unit) : null;
    }
}

/// <summary>A time counted from another named one: "a day after Monday's clashes", "two weeks before the April 16 vote".</summary>
/// <param name="Count">How many units later; negative is earlier; null where not said.</param>
/// <param name="Unit">The unit.</param>
/// <param name="From">The time it is counted from.</param>
public sealed record FromTime(int? Count, TimeUnit Unit, TimeExpression From) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => From.NeedsPublication;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction) =>
        Count is { } count && From.Resolve(published, narrative, TimeDirection.Past) is { } from ? CalendarArithmetic.Shift(from, count, Unit) : null;
}

/// <summary>A part of a longer time: "late May", "early 2023", "the end of last year". The thirds of a time are never sharp, so the date is approximate.</summary>
/// <param name="Part">Which third.</param>
/// <param name="Of">The longer time.</param>
public sealed record PartOfTime(TimePart Part, TimeExpression Of) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => Of.NeedsPublication;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction)
    {
        if (Of.Resolve(published, narrative, direction) is not { } whole || whole.Precision == DatePrecision.Day)
            return null;
        if (whole.Precision == DatePrecision.Year)
        {
            int month = Part switch { TimePart.Early => 1, TimePart.Middle => 5, _ => 9 };
            return EdtfDate.Interval(EdtfDate.Month(whole.Start.Year, month).Start, EdtfDate.Month(whole.Start.Year, month + 3).End) with { Approximate = true };
        }
        int days = Period.DaysBetween(whole.Start, whole.End) + 1;
        int third = days / 3;
        (int first, int last) = Part switch
        {
            TimePart.Early => (0, third - 1),
            TimePart.Middle => (third, days - third - 1),
            _ => (days - third, days - 1),
        };
        return EdtfDate.Interval(whole.Start.PlusDays(first), whole.Start.PlusDays(Math.Max(first, last))) with { Approximate = true };
    }
}

/// <summary>From one time to another: "from Monday to Friday", "June 1 to 3". The end of one that is still open is the day of publication.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last; null for "since Monday".</param>
public sealed record TimeRange(TimeExpression From, TimeExpression? To) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => From.NeedsPublication || (To?.NeedsPublication ?? false);

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction)
    {
        // "since" looks back whatever the clause says.
        if (From.Resolve(published, narrative, To is null ? TimeDirection.Past : direction) is not { } from)
            return null;
        if (To is null)
            return published is { } day && day >= from.Start ? EdtfDate.Interval(from.Start, day) : from;
        return To.Resolve(published, narrative, direction) switch
        {
            { } to when to.End >= from.Start => EdtfDate.Interval(from.Start, to.End),
            // "from Friday to Monday" printed on a Saturday: the first lies before the last.
            { } to when From is Weekday && To is Weekday => Earlier(from, to),
            _ => null,
        };
    }

    private static EdtfDate? Earlier(EdtfDate from, EdtfDate to) =>
        CalendarArithmetic.Plus(from.Start, -7, TimeUnit.Day) is { } start && start <= to.End ? EdtfDate.Interval(start, to.End) : null;
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

/// <summary>A stretch of time without a place on the calendar: "for three days".</summary>
/// <param name="Count">How many; null where vague.</param>
/// <param name="Unit">The unit.</param>
public sealed record Stretch(int? Count, TimeUnit Unit) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => false;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction) => null;
}

/// <summary>A repeated time: "every Monday", "daily".</summary>
public sealed record Repeated : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => false;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction) => null;
}
