using System.Globalization;
using NodaTime;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>
/// A day and month without a year: "May 26". The latest on or before the day of publication, or the first from it on when the clause points
/// ahead; in a history the one of the year last spoken of.
/// </summary>
/// <param name="MonthNumber">1 to 12.</param>
/// <param name="DayNumber">1 to 31.</param>
/// <param name="Anchor">What gives the year.</param>
/// <param name="On">The weekday said with it, which the year must fit; null where none was.</param>
public sealed record DayInMonth(int MonthNumber, int DayNumber, TimeAnchor Anchor = TimeAnchor.Publication, IsoDayOfWeek? On = null) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => Anchor == TimeAnchor.Publication;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction)
    {
        if (Anchor == TimeAnchor.Narrative)
        {
            return CalendarArithmetic.YearTold(narrative, MonthNumber) is { } year && DayNumber <= CalendarSystem.Iso.GetDaysInMonth(year, MonthNumber)
                ? EdtfDate.Day(new LocalDate(year, MonthNumber, DayNumber))
                : null;
        }
        if (published is not { } day)
            return null;
        LocalDate? before = Nearest(day, -1), ahead = Nearest(day, 1);
        if (On is { } weekday && before?.DayOfWeek != ahead?.DayOfWeek)
        {
            LocalDate? fitting = before?.DayOfWeek == weekday ? before : ahead?.DayOfWeek == weekday ? ahead : null;
            if (fitting is { } sure)
                return EdtfDate.Day(sure);
        }
        // "The court date is July 16", printed in May, is not about last July.
        bool coming = direction == TimeDirection.Future
            || (direction == TimeDirection.Unknown && ahead is { } next && Period.DaysBetween(day, next) <= Soon && (before is not { } last || Period.DaysBetween(last, day) >= Distant));
        return (coming ? ahead : before) is { } meant ? EdtfDate.Day(meant) : null;
    }

    internal override TimeExpression AsTold => this with { Anchor = TimeAnchor.Narrative };

    internal override string? Timex(LocalDate? published, EdtfDate? narrative, TimeDirection direction) =>
        base.Timex(published, narrative, direction) ?? string.Create(CultureInfo.InvariantCulture, $"XXXX-{MonthNumber:00}-{DayNumber:00}");

    private const int Soon = 100;
    private const int Distant = 200;

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

/// <summary>A feast: on one day of every year, fixed or moving with Easter or a weekday; the year is chosen as for <see cref="DayInMonth"/>.</summary>
/// <param name="Rule">When it is.</param>
/// <param name="YearNumber">Its year; null where not said.</param>
/// <param name="Anchor">What gives the year.</param>
public sealed record FeastDay(FeastRule Rule, int? YearNumber, TimeAnchor Anchor = TimeAnchor.Publication) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => YearNumber is null && Anchor == TimeAnchor.Publication;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction)
    {
        if (YearNumber is { } said)
            return Rule.In(said) is { } known ? EdtfDate.Day(known) : null;
        if (Anchor == TimeAnchor.Narrative)
            return narrative is { } told && Rule.In(told.Start.Year) is { } day ? EdtfDate.Day(day) : null;
        if (published is not { } from)
            return null;
        LocalDate? nearest = Rule.In(from.Year);
        if (direction == TimeDirection.Future && nearest < from)
            nearest = Rule.In(from.Year + 1);
        else if (direction != TimeDirection.Future && nearest > from)
            nearest = Rule.In(from.Year - 1);
        return nearest is { } found ? EdtfDate.Day(found) : null;
    }

    internal override TimeExpression AsTold => YearNumber is null ? this with { Anchor = TimeAnchor.Narrative } : this;
}

/// <summary>A month without a year: "April", "last May".</summary>
/// <param name="MonthNumber">1 to 12.</param>
/// <param name="Choice">"last", "next" or neither.</param>
/// <param name="Anchor">What gives the year.</param>
public sealed record NamedMonth(int MonthNumber, TimeChoice Choice, TimeAnchor Anchor = TimeAnchor.Publication) : TimeExpression
{

    /// <inheritdoc/>
    public override bool NeedsPublication => Anchor == TimeAnchor.Publication;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction)
    {
        if (Anchor == TimeAnchor.Narrative)
            return CalendarArithmetic.YearTold(narrative, MonthNumber) is { } told ? CalendarArithmetic.Month(told, MonthNumber) : null;
        if (published is not { } day)
            return null;
        int months = (MonthNumber - day.Month + 12) % 12;
        bool ahead = Choice == TimeChoice.Next || (Choice != TimeChoice.Last && (direction == TimeDirection.Future || (direction == TimeDirection.Unknown && months is > 0 and <= SoonMonths)));
        int year = day.Year;
        if (ahead && (MonthNumber < day.Month || (MonthNumber == day.Month && Choice == TimeChoice.Next)))
            year++;
        else if (!ahead && (MonthNumber > day.Month || (MonthNumber == day.Month && Choice == TimeChoice.Last)))
            year--;
        return CalendarArithmetic.Month(year, MonthNumber);
    }

    private const int SoonMonths = 3;

    internal override TimeExpression AsTold => this with { Anchor = TimeAnchor.Narrative };

    internal override string? Timex(LocalDate? published, EdtfDate? narrative, TimeDirection direction) =>
        base.Timex(published, narrative, direction) ?? string.Create(CultureInfo.InvariantCulture, $"XXXX-{MonthNumber:00}");
}

/// <summary>A season without a year: "the summer", "last winter". The winter of a year is the one that begins in it.</summary>
/// <param name="Name">The season.</param>
/// <param name="Choice">"last", "this", "next" or neither.</param>
/// <param name="Anchor">What gives the year.</param>
public sealed record NamedSeason(Season Name, TimeChoice Choice, TimeAnchor Anchor = TimeAnchor.Publication) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => Anchor == TimeAnchor.Publication;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction)
    {
        int number = (int)Name + 1;
        if (Anchor == TimeAnchor.Narrative)
            return narrative is { Precision: not (DatePrecision.Decade or DatePrecision.Century) } told ? EdtfDate.SeasonOf(told.Start.Year, number) : null;
        if (published is not { } day)
            return null;
        EdtfDate now = EdtfDate.SeasonOf(day.Year, number);
        // In January the winter is the one that began in the year before.
        if (Name == Season.Winter && day.Month < 6 && direction != TimeDirection.Future)
            now = EdtfDate.SeasonOf(day.Year - 1, number);
        bool within = now.Start <= day && day <= now.End;
        int year = Choice switch
        {
            TimeChoice.Last => now.End >= day ? now.Start.Year - 1 : now.Start.Year,
            TimeChoice.Next => now.Start > day ? now.Start.Year : now.Start.Year + 1,
            TimeChoice.This => now.Start.Year,
            _ when direction == TimeDirection.Future => now.End < day ? now.Start.Year + 1 : now.Start.Year,
            _ => now.Start > day && !within ? now.Start.Year - 1 : now.Start.Year,
        };
        return EdtfDate.SeasonOf(year, number);
    }

    internal override TimeExpression AsTold => this with { Anchor = TimeAnchor.Narrative };

    internal override string? Timex(LocalDate? published, EdtfDate? narrative, TimeDirection direction) =>
        base.Timex(published, narrative, direction) ?? "XXXX-" + TimexValue.Code(Name);
}

/// <summary>A quarter or half of a year that is not named: "the first quarter", "the second half". As many news do, it means the latest one begun.</summary>
/// <param name="Number">1 to 4, or 1 and 2.</param>
/// <param name="Halves">Whether halves are counted and not quarters.</param>
/// <param name="Anchor">What gives the year.</param>
public sealed record NamedQuarter(int Number, bool Halves, TimeAnchor Anchor = TimeAnchor.Publication) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => Anchor == TimeAnchor.Publication;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction)
    {
        if (Anchor == TimeAnchor.Narrative)
            return narrative is { } told ? Of(told.Start.Year, Number, Halves) : null;
        if (published is not { } day)
            return null;
        EdtfDate own = Of(day.Year, Number, Halves);
        if (direction == TimeDirection.Future)
            return own.End < day ? Of(day.Year + 1, Number, Halves) : own;
        return own.Start > day ? Of(day.Year - 1, Number, Halves) : own;
    }

    /// <summary>That quarter or half of <paramref name="year"/>.</summary>
    internal static EdtfDate Of(int year, int number, bool halves)
    {
        int months = halves ? 6 : 3;
        LocalDate first = new(year, months * (number - 1) + 1, 1);
        return EdtfDate.Interval(first, first.PlusMonths(months).PlusDays(-1));
    }

    internal override TimeExpression AsTold => this with { Anchor = TimeAnchor.Narrative };

    internal override string? Timex(LocalDate? published, EdtfDate? narrative, TimeDirection direction) =>
        base.Timex(published, narrative, direction) ?? (Halves ? "XXXX-H" : "XXXX-Q") + Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A day of a month that is not named: "the 24th"; in a history, of the month last spoken of.</summary>
/// <param name="DayNumber">1 to 31.</param>
/// <param name="Anchor">What gives the month.</param>
public sealed record DayOfMonth(int DayNumber, TimeAnchor Anchor = TimeAnchor.Publication) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => Anchor == TimeAnchor.Publication;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction)
    {
        if (Anchor == TimeAnchor.Narrative)
        {
            return narrative is { Precision: DatePrecision.Day or DatePrecision.Month } told && DayNumber <= CalendarSystem.Iso.GetDaysInMonth(told.Start.Year, told.Start.Month)
                ? EdtfDate.Day(new LocalDate(told.Start.Year, told.Start.Month, DayNumber))
                : null;
        }
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

    internal override TimeExpression AsTold => this with { Anchor = TimeAnchor.Narrative };
}

/// <summary>
/// A weekday: "on Monday", "last Friday", "next Tuesday". Without "last" or "next" it is the latest such day on or before the day of
/// publication, or the first from it on when the clause points ahead.
/// </summary>
/// <param name="Day">The weekday.</param>
/// <param name="Choice">"last", "this", "next" or none.</param>
/// <param name="Spoken">Whether somebody in the report speaks on it, so that it is the day of the text or lies close before it, though the page may bear the date of the day before.</param>
public sealed record Weekday(IsoDayOfWeek Day, TimeChoice Choice, bool Spoken = false) : TimeExpression
{
    /// <summary>Whether the page bears a date of its own and the words leave open on which side of it the day lies, unlike "since Friday".</summary>
    internal bool IsOpen { get; init; }

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
        // "said on Friday" under the date of a Thursday: the text was brought up to date on the next day, nobody calls the day six days back so.
        // Where nobody speaks on it, either may be meant.
        if (!ahead && back == 6 && Choice == TimeChoice.Nearest && (Spoken || IsOpen))
            return Spoken ? CalendarArithmetic.Day(day, 1) : null;
        int days = ahead ? (7 - back) % 7 : -back;
        if (days == 0 && Choice is TimeChoice.Last)
            days = -7;
        // "Next Friday", printed on a Monday, is the one of the week after.
        if (Choice == TimeChoice.Next && (int)day.DayOfWeek + days <= 7)
            days += 7;
        return CalendarArithmetic.Day(day, days);
    }

    internal override string? Timex(LocalDate? published, EdtfDate? narrative, TimeDirection direction) =>
        base.Timex(published, narrative, direction) ?? string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{(int)Day}");
}
