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

    /// <summary>The time last spoken of: "three days later", "a day after", "the following day".</summary>
    Narrative,
}

/// <summary>A span that names a time, kept as it was written and resolved only when the day of publication is known.</summary>
/// <param name="Span">The words.</param>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Expression">What they mean.</param>
/// <param name="Direction">Which way the clause points.</param>
/// <param name="PartOfDay">"morning", "evening", "night"… ; null where not said.</param>
public sealed record TimeMention(TextSpan Span, int Sentence, TimeExpression Expression, TimeDirection Direction, string? PartOfDay)
{
    /// <summary>
    /// The calendar date meant, for a report published on <paramref name="published"/> after a text that last spoke of <paramref name="narrative"/>.
    /// Null when it cannot be known: a relative time without its anchor, a duration, a set ("every Monday").
    /// </summary>
    public EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative) => Expression.Resolve(published, narrative, Direction);
}

/// <summary>The meaning of a time's words, before any date is known.</summary>
public abstract record TimeExpression
{
    /// <summary>See <see cref="TimeMention.Resolve"/>.</summary>
    public abstract EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction);

    /// <summary>Whether the expression needs the day of publication.</summary>
    public abstract bool NeedsPublication { get; }
}
