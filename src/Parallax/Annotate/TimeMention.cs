using NodaTime;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Which way a relative time points, from the tense of its clause.</summary>
public enum TimeDirection
{
    /// <summary>Not shown; the nearest past day is meant in news.</summary>
    Unknown,

    /// <summary>Past tense.</summary>
    Past,

    /// <summary>Future or planned.</summary>
    Future,
}

/// <summary>What a relative time is counted from.</summary>
public enum TimeAnchor
{
    /// <summary>The day of publication: "on Monday", "yesterday", "last week".</summary>
    Publication,

    /// <summary>The time last spoken of: "three days later", "a day after", "the following day"; in a history also "in May".</summary>
    Narrative,
}

/// <summary>A span that names a time, kept as it was written and resolved only when the day of publication is known.</summary>
/// <param name="Span">The words.</param>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Expression">What they mean.</param>
/// <param name="Direction">Which way the clause points.</param>
/// <param name="PartOfDay">"morning", "evening", "night"… or a time of the clock as "14:30"; null where not said.</param>
public sealed record TimeMention(TextSpan Span, int Sentence, TimeExpression Expression, TimeDirection Direction, string? PartOfDay)
{
    /// <summary>How the words narrow or widen what they name: "early 1942", "more than two months".</summary>
    public TimeModifier Modifier { get; init; }

    /// <summary>
    /// The single times in the words where there are several, as TimeML marks them: both ends of "from May 3 to May 5", the length and the day
    /// of "a day after Monday". Empty where the mention is one time.
    /// </summary>
    public IReadOnlyList<TimeMention> Parts { get; init; } = [];

    /// <summary>What it is.</summary>
    public TimeKind Kind => Expression.Kind == TimeKind.Date && TimexValue.IsClock(PartOfDay) ? TimeKind.TimeOfDay : Expression.Kind;

    /// <summary>Whether it can say when something happened; lengths, repeated and vague times cannot.</summary>
    public bool PlacesEvents => Expression is not (Stretch or Repeated or VagueTime);

    /// <summary>
    /// The calendar date meant, for a report published on <paramref name="published"/> after a text that last spoke of <paramref name="narrative"/>.
    /// Null when it cannot be known: a relative time without its anchor, a duration, a set ("every Monday").
    /// </summary>
    public EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative) => Expression.Resolve(published, narrative, Direction);

    /// <summary>
    /// The value as TimeML's TIMEX3 writes it: <c>2023-05-26</c>, <c>2023-W21</c>, <c>2023-05-26TEV</c>, <c>P3D</c>, <c>XXXX-WXX-5</c>, <c>PAST_REF</c>;
    /// null where TIMEX3 has no form for it.
    /// </summary>
    public string? Timex(LocalDate? published, EdtfDate? narrative) =>
        TimexValue.WithClock(Expression.Timex(published, narrative, Direction), PartOfDay);
}

/// <summary>The meaning of a time's words, before any date is known.</summary>
public abstract record TimeExpression
{
    /// <summary>See <see cref="TimeMention.Resolve"/>.</summary>
    public abstract EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction);

    /// <summary>Whether the expression needs the day of publication.</summary>
    public abstract bool NeedsPublication { get; }

    /// <summary>What it is, before a part of the day is added.</summary>
    public virtual TimeKind Kind => TimeKind.Date;

    /// <summary>The same as a history means it, which counts from the year it tells of and not from its own day of publication.</summary>
    internal virtual TimeExpression AsTold => this;

    /// <summary>See <see cref="TimeMention.Timex"/>; without the part of day.</summary>
    internal virtual string? Timex(LocalDate? published, EdtfDate? narrative, TimeDirection direction) =>
        Resolve(published, narrative, direction) is { } date ? TimexValue.Of(date) : null;
}
