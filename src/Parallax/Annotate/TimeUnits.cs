namespace Parallax.Annotate;

/// <summary>A unit of time.</summary>
public enum TimeUnit
{
#pragma warning disable CS1591 // The names say it.
    Second, Minute, Hour, Day, Week, Weekend, Month, Quarter, Year, Decade, Century,
#pragma warning restore CS1591
}

/// <summary>What a time is, after TimeML's four types and the vague references.</summary>
public enum TimeKind
{
    /// <summary>A day or a longer stretch with a place on the calendar: "Monday", "May 2023", "last week".</summary>
    Date,

    /// <summary>A part of a day or a time of the clock: "Monday evening", "10:30".</summary>
    TimeOfDay,

    /// <summary>A length of time: "three days", "the past two weeks".</summary>
    Duration,

    /// <summary>A repeated time: "every Friday", "daily".</summary>
    Set,

    /// <summary>A time that is only pointed at: "now", "recently", "the future", "at night".</summary>
    Reference,
}

/// <summary>How the words narrow or widen what they name, after TimeML's <c>mod</c>.</summary>
public enum TimeModifier
{
#pragma warning disable CS1591 // The names say it.
    None, Start, Mid, End, Approximately, MoreThan, LessThan, AtLeast, AtMost,
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

/// <summary>A season of the year.</summary>
public enum Season
{
#pragma warning disable CS1591 // The names say it.
    Spring, Summer, Autumn, Winter,
#pragma warning restore CS1591
}
