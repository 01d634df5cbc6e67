using NodaTime;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>One time as TimeML marks it with TIMEX3.</summary>
/// <param name="Span">The words.</param>
/// <param name="Type">DATE, TIME, DURATION or SET.</param>
/// <param name="Value">The value; null where it is not known.</param>
/// <param name="Modifier">The modifier.</param>
internal readonly record struct TimexMark(TextSpan Span, string Type, string? Value, TimeModifier Modifier)
{
    /// <summary>The mark of <paramref name="time"/>.</summary>
    public static TimexMark Of(TimeMention time, LocalDate? published, EdtfDate? narrative)
    {
        string? value = time.Timex(published, narrative);
        string type = time.Kind switch
        {
            TimeKind.Duration => "DURATION",
            TimeKind.Set => "SET",
            _ => value is not null && value.Contains('T', StringComparison.Ordinal) && !value.EndsWith("REF", StringComparison.Ordinal) ? "TIME" : "DATE",
        };
        return new TimexMark(time.Span, type, value, time.Modifier);
    }

    /// <summary>The modifier as TIMEX3 writes it; null without one.</summary>
    public string? Mod => Modifier switch
    {
        TimeModifier.Start => "START",
        TimeModifier.Mid => "MID",
        TimeModifier.End => "END",
        TimeModifier.Approximately => "APPROX",
        TimeModifier.MoreThan => "MORE_THAN",
        TimeModifier.LessThan => "LESS_THAN",
        TimeModifier.AtLeast => "EQUAL_OR_MORE",
        TimeModifier.AtMost => "EQUAL_OR_LESS",
        _ => null,
    };
}
