using Parallax.Fuse;

namespace Parallax.Assess;

/// <summary>What made the situation; no clock, no host, no path of the machine.</summary>
/// <param name="Name">Always <c>parallax</c>.</param>
/// <param name="Version">Version of the library.</param>
/// <param name="Data">Version of the language data: a hash over everything embedded.</param>
public sealed record Generator(string Name, string Version, string Data);

/// <summary>Publication date of a report, in the contract.</summary>
/// <param name="Edtf">EDTF; null when unknown.</param>
/// <param name="Precision">Precision; null when unknown.</param>
/// <param name="Basis"><c>metadata byline dateline text anchored unknown</c>.</param>
/// <param name="Words">The words or metadata value it was read from, where there are any.</param>
/// <param name="Explanation">What an anchored date rests on.</param>
/// <param name="Evidence">Evidence ids, where the words stand in the clean text.</param>
public sealed record PublishedEntry(
    string? Edtf, string? Precision, string Basis, string? Words, string? Explanation, IReadOnlyList<string> Evidence);

/// <summary>A credit, in the contract; evidence is null where the credit line was cut.</summary>
public sealed record CreditEntry(string Agency, string Words, string? Evidence);

/// <summary>Something cut from a page, in the contract.</summary>
public sealed record CutEntry(string Text, string Reason);

/// <summary>A report, in the contract.</summary>
public sealed record ReportEntry(
    string Id, string Path, IReadOnlyList<string> Copies, string? Url, string? Outlet, string? Title, string? Subtitle, IReadOnlyList<string> Bylines, string Language,
    PublishedEntry Published, string? Modified, IReadOnlyList<CreditEntry> Credits, string? Origin,
    string Sha256, string BytesSha256, int Words, string Text, IReadOnlyList<CutEntry> Cut);

/// <summary>What differs.</summary>
public enum DisagreementAbout
{
#pragma warning disable CS1591 // The contract's own words.
    Figure, Date, Place, Actor, Occurrence, Wording, Responsibility,
#pragma warning restore CS1591
}

/// <summary>Why it differs.</summary>
public enum DisagreementKind
{
    /// <summary>They cannot both be true.</summary>
    Conflict,

    /// <summary>They speak of different wholes.</summary>
    Scope,

    /// <summary>They hold at different times.</summary>
    Time,

    /// <summary>They count different things.</summary>
    Measure,

    /// <summary>One is vague or rounded.</summary>
    Vague,

    /// <summary>One comes from a party to the conflict about its adversary or itself.</summary>
    InterestedParty,

    /// <summary>Two translations of the same words.</summary>
    Translation,

    /// <summary>Parts do not add up to the stated whole.</summary>
    Arithmetic,
}

/// <summary>One side of a disagreement.</summary>
/// <param name="Reading">What this side says, in few words: "3,800", "on Friday".</param>
/// <param name="Reports">Report ids.</param>
/// <param name="SaidBy">Actor id; null where the outlets say it themselves.</param>
/// <param name="Evidence">Evidence ids.</param>
public sealed record Position(string Reading, IReadOnlyList<string> Reports, string? SaidBy, IReadOnlyList<string> Evidence);

/// <summary>Accounts that differ, typed and explained. A vague or translated difference is listed too, though nothing is in dispute.</summary>
public sealed record Disagreement(
    string Id, DisagreementAbout About, DisagreementKind Kind, string Subject, IReadOnlyList<Position> Positions, string Explanation);

/// <summary>How tense one day was, from its events.</summary>
/// <param name="Date">The day.</param>
/// <param name="Score">The sum of both sides; negative is hostile.</param>
/// <param name="Events">The events that make it, one of each kind, gravest first.</param>
public sealed record EscalationDay(string Date, decimal Score, IReadOnlyList<string> Events)
{
    /// <summary>What hostile deeds put into the score; 0 where there are none.</summary>
    public decimal Hostile { get; init; }

    /// <summary>What friendly deeds put into the score; 0 where there are none.</summary>
    public decimal Cooperative { get; init; }

    /// <summary>Between whom, most tense or most friendly first.</summary>
    public IReadOnlyList<EscalationPair> Pairs { get; init; } = [];
}

/// <summary>What passed between two actors on one day.</summary>
/// <param name="A">Actor id, the smaller of the two.</param>
/// <param name="B">Actor id.</param>
/// <param name="Score">As for a day, over the events between the two.</param>
/// <param name="Events">Event ids, one of each kind, gravest first.</param>
/// <param name="Evidence">Evidence ids of the sentences that moved it.</param>
public sealed record EscalationPair(string A, string B, decimal Score, IReadOnlyList<string> Events, IReadOnlyList<string> Evidence);

/// <summary>The whole picture: the contract of <c>situation.json</c> (docs/reference/situation.md).</summary>
public sealed record Situation(
    string Schema, Generator Generator, string? AsOf,
    IReadOnlyList<ReportEntry> Reports,
    IReadOnlyList<Origin> Origins,
    IReadOnlyList<Actor> Actors,
    IReadOnlyList<Place> Places,
    IReadOnlyList<Event> Events,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<Statement> Statements,
    IReadOnlyList<Disagreement> Disagreements,
    IReadOnlyList<Storyline> Storylines,
    IReadOnlyList<EscalationDay> Escalation,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<DeclinedEntry> Declined)
{
    /// <summary>How the outlets that tell of one event tell it, for the most told events; no score of outlets, and no axis.</summary>
    public IReadOnlyList<EventFraming> Framing { get; init; } = [];

    /// <summary>The schema this version writes and reads.</summary>
    public const string SchemaName = "parallax/situation/1";

    /// <summary>The days that the reports speak of, those that most independent origins name first; at most two hundred.</summary>
    public IReadOnlyList<DayEntry> Days { get; init; } = [];
}
