using NodaTime;
using Parallax.Text;

namespace Parallax.Annotate;

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

    // The value of a week is its number, whatever the day it is counted from.
    internal override string? Timex(LocalDate? published, EdtfDate? narrative, TimeDirection direction)
    {
        if (Count is null)
            return direction == TimeDirection.Future ? TimexValue.Future : TimexValue.Past;
        // Where the text has named no time yet, TIMEX3 counts from the day of publication; a claim is not dated so.
        if (Resolve(published, narrative ?? (published is { } day ? EdtfDate.Day(day) : null), direction) is not { } date)
            return null;
        return Unit is TimeUnit.Week or TimeUnit.Weekend && date.Precision is DatePrecision.Day or DatePrecision.Interval ? TimexValue.Around(date.Start, Unit) : TimexValue.Of(date);
    }
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

    internal override TimeExpression AsTold => this with { From = From.AsTold };
}

/// <summary>A part of a longer time: "late May", "early 2023", "the end of last year". The thirds of a time are never sharp, so the date is approximate.</summary>
/// <param name="Part">Which third.</param>
/// <param name="Of">The longer time.</param>
/// <param name="Value">What TIMEX3 writes for it where it is a length within the longer time: <c>P2W</c> for "the last two weeks of May".</param>
public sealed record PartOfTime(TimePart Part, TimeExpression Of, string? Value = null) : TimeExpression
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
        // "Early this month", told as past on its second day, was the first two days.
        if (Part == TimePart.Early && direction != TimeDirection.Future && published is { } day && day >= whole.Start && Period.DaysBetween(whole.Start, day) < third && Of is UnitFromPublication or NamedMonth)
            return EdtfDate.Interval(whole.Start, day) with { Approximate = true };
        (int first, int last) = Part switch
        {
            TimePart.Early => (0, third - 1),
            TimePart.Middle => (third, days - third - 1),
            _ => (days - third, days - 1),
        };
        return EdtfDate.Interval(whole.Start.PlusDays(first), whole.Start.PlusDays(Math.Max(first, last))) with { Approximate = true };
    }

    internal override TimeExpression AsTold => this with { Of = Of.AsTold };

    internal override string? Timex(LocalDate? published, EdtfDate? narrative, TimeDirection direction) => Value ?? Of.Timex(published, narrative, direction);
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
        TimeExpression begin = From is Weekday named && To is null ? named with { IsOpen = false, Spoken = false } : From;
        if (begin.Resolve(published, narrative, To is null ? TimeDirection.Past : direction) is not { } from)
            return null;
        if (To is null)
            return published is { } today && today >= from.Start ? EdtfDate.Interval(from.Start, today) : from;
        return To.Resolve(published, narrative, direction) switch
        {
            { } to when to.End >= from.Start => EdtfDate.Interval(from.Start, to.End),
            // "from Friday to Monday" printed on a Saturday: the first lies before the last.
            { } to when From is Weekday && To is Weekday => Earlier(from, to),
            _ => null,
        };
    }

    internal override TimeExpression AsTold => this with { From = From.AsTold, To = To?.AsTold };

    internal override string? Timex(LocalDate? published, EdtfDate? narrative, TimeDirection direction) =>
        To is null ? From.Timex(published, narrative, TimeDirection.Past) : base.Timex(published, narrative, direction);

    private static EdtfDate? Earlier(EdtfDate from, EdtfDate to) =>
        CalendarArithmetic.Plus(from.Start, -7, TimeUnit.Day) is { } start && start <= to.End ? EdtfDate.Interval(start, to.End) : null;
}

/// <summary>A counted day of a longer time: "the first day of May", "the last day of 2023".</summary>
/// <param name="Number">Which; -1 for the last.</param>
/// <param name="Of">The longer time.</param>
public sealed record NthDay(int Number, TimeExpression Of) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => Of.NeedsPublication;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction)
    {
        if (Of.Resolve(published, narrative, direction) is not { } whole)
            return null;
        LocalDate day = Number < 0 ? whole.End : whole.Start.PlusDays(Number - 1);
        return day >= whole.Start && day <= whole.End ? EdtfDate.Day(day) : null;
    }

    internal override TimeExpression AsTold => this with { Of = Of.AsTold };
}
