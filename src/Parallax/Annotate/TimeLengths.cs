using NodaTime;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>A length of time without a place on the calendar: "for three days", "a month-long", "23 years old".</summary>
/// <param name="Count">How many; null where vague.</param>
/// <param name="Unit">The unit.</param>
public sealed record Stretch(decimal? Count, TimeUnit Unit) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => false;

    /// <inheritdoc/>
    public override TimeKind Kind => TimeKind.Duration;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction) => null;

    internal override string? Timex(LocalDate? published, EdtfDate? narrative, TimeDirection direction) => TimexValue.Length(Count, Unit);
}

/// <summary>A repeated time: "every Monday", "daily".</summary>
/// <param name="Value">What is repeated, as TIMEX3 writes it: <c>XXXX-WXX-1</c>, <c>P1D</c>.</param>
public sealed record Repeated(string Value) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => false;

    /// <inheritdoc/>
    public override TimeKind Kind => TimeKind.Set;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction) => null;

    internal override string? Timex(LocalDate? published, EdtfDate? narrative, TimeDirection direction) => Value;
}

/// <summary>A time that the words only point at: "now", "recently", "the future", "at night", "at that time".</summary>
/// <param name="Value">As TIMEX3 writes it: <c>PAST_REF</c>, <c>PRESENT_REF</c>, <c>FUTURE_REF</c>, <c>XXXX-XX-XX</c>; null where it has no form.</param>
public sealed record VagueTime(string? Value) : TimeExpression
{
    /// <inheritdoc/>
    public override bool NeedsPublication => false;

    /// <inheritdoc/>
    public override TimeKind Kind => TimeKind.Reference;

    /// <inheritdoc/>
    public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction) => null;

    internal override string? Timex(LocalDate? published, EdtfDate? narrative, TimeDirection direction) => Value;
}
