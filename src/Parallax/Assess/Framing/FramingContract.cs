namespace Parallax.Assess;

/// <summary>Which part of an event a row of the framing matrix is about.</summary>
public enum FramingAbout
{
    /// <summary>That it happened.</summary>
    Occurrence,

    /// <summary>Who did it.</summary>
    Initiator,

    /// <summary>To whom.</summary>
    Target,

    /// <summary>A word by which accounts judge a party.</summary>
    Called,

    /// <summary>How many.</summary>
    Figure,

    /// <summary>Where.</summary>
    Place,

    /// <summary>When.</summary>
    Day,

    /// <summary>What became of a plan.</summary>
    Outcome,

    /// <summary>Whom somebody blames for it.</summary>
    Responsibility,

    /// <summary>That somebody denies it.</summary>
    Denial,
}

/// <summary>What an outlet does with a fact.</summary>
public enum FramingUse
{
    /// <summary>It says so itself.</summary>
    Stated,

    /// <summary>It passes on that somebody says so.</summary>
    Attributed,

    /// <summary>It says, or passes on, that it is not so.</summary>
    Denied,

    /// <summary>It reports the event and says nothing of the fact.</summary>
    Omitted,

    /// <summary>It says so under another name than most.</summary>
    Relabelled,
}

/// <summary>What one outlet does with one fact.</summary>
/// <param name="Outlet">The outlet; null for a report whose outlet is not known, which stands alone.</param>
/// <param name="Reports">Ids of the reports that the cell rests on; for <c>omitted</c>, the outlet's reports on the event.</param>
/// <param name="As">What it does.</param>
/// <param name="Words">Its words for the fact; null where the sentence says it all.</param>
/// <param name="SaidBy">Actor id of whose word it is; null where it is the outlet's own or nobody known.</param>
/// <param name="Evidence">Evidence ids of the sentences; for <c>omitted</c>, those in which it tells the event.</param>
public sealed record FramingCell(string? Outlet, IReadOnlyList<string> Reports, FramingUse As, string? Words, string? SaidBy, IReadOnlyList<string> Evidence);

/// <summary>One fact of an event, across outlets. An outlet without a cell neither settled it nor surely left it out.</summary>
/// <param name="Fact">The fact in few words: a name, a place, "injured, soldiers".</param>
/// <param name="About">Which part of the event.</param>
/// <param name="Subject">Id of the actor, place, figure or event that it is about; null where it has none.</param>
/// <param name="Cells">Ordered by outlet.</param>
public sealed record FramingRow(string Fact, FramingAbout About, string? Subject, IReadOnlyList<FramingCell> Cells);

/// <summary>How the outlets that tell of one event tell it.</summary>
/// <param name="Event">Event id.</param>
/// <param name="Rows">What happened first, then who, to whom, how they are called, how many, where, when, what came of it, who is blamed, who denies.</param>
public sealed record EventFraming(string Event, IReadOnlyList<FramingRow> Rows);
