using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;

namespace Parallax.Fuse;

/// <summary>A date in the contract: EDTF text and its precision (<c>day interval month year decade</c>).</summary>
public sealed record When(string Edtf, string Precision);

/// <summary>The proof of a statement: a span of a report's clean text with its exact words and a little text around it.</summary>
/// <param name="Id">Stable hash of report and span.</param>
/// <param name="Report">Report id.</param>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">After the last code unit.</param>
/// <param name="Exact">The words.</param>
/// <param name="Prefix">Up to 32 code units before, never cutting a surrogate pair.</param>
/// <param name="Suffix">Up to 32 code units after.</param>
public sealed record Evidence(string Id, string Report, int Start, int End, string Exact, string Prefix, string Suffix);

/// <summary>Where information really came from; reports that share one are one witness.</summary>
/// <param name="Id">Stable hash of its reports.</param>
/// <param name="Reports">Report ids.</param>
/// <param name="Basis"><c>single</c>, <c>copied-text</c>, <c>credit</c> or <c>quoted-outlet</c>.</param>
/// <param name="Name">The agency or outlet it goes back to, where known.</param>
/// <param name="Evidence">Evidence ids.</param>
public sealed record Origin(string Id, IReadOnlyList<string> Reports, string Basis, string? Name, IReadOnlyList<string> Evidence)
{
    /// <summary>The genealogy of its reports: which has its content from which, or from which agency, with the words that prove it.</summary>
    public IReadOnlyList<OriginHop> Hops { get; init; } = [];
}

/// <summary>One step from a report to where its content comes from.</summary>
/// <param name="Report">Report id.</param>
/// <param name="Of">The report it comes from; null where that one is not here.</param>
/// <param name="Name">The outlet or agency it comes from, where known.</param>
/// <param name="Kind"><c>copy</c>, <c>edited</c> (same words in a new frame), <c>retold</c> (same sentences in other words), <c>quotes</c> (same choice of quotes), <c>credit</c>, <c>quoted-outlet</c>, <c>part</c> (of a second text that it also has) or <c>loop</c> (each cites the other).</param>
/// <param name="Directed">Whether credits or days tell who had it first; otherwise only that one text stands behind both.</param>
/// <param name="Words">The words that credit an agency, where the hop rests on them.</param>
/// <param name="Evidence">Evidence ids, of this report and the other in turn.</param>
public sealed record OriginHop(string Report, string? Of, string? Name, string Kind, bool Directed, string? Words, IReadOnlyList<string> Evidence)
{
    /// <summary>How much of the shorter report is shared, from 0 to 1; null where the hop rests on no text.</summary>
    public double? Share { get; init; }
}

/// <summary>A role of an actor.</summary>
public sealed record Role(string Title, string? Of, bool Former, string Evidence);

/// <summary>A spelling of an actor's or place's name and the reports that use it.</summary>
public sealed record Alias(string Text, IReadOnlyList<string> Reports);

/// <summary>How an account names an actor; <paramref name="By"/> is the actor whose word it is, null for the outlet's own.</summary>
public sealed record Label(string Text, string Report, string? By, string Evidence);

/// <summary>A person, organisation, armed force, police, government, group or outlet across reports.</summary>
public sealed record Actor(
    string Id, string Name, ActorKind Kind, string? Country,
    IReadOnlyList<Role> Roles, IReadOnlyList<Alias> Aliases, IReadOnlyList<Label> Labels);

/// <summary>A place across reports.</summary>
public sealed record Place(
    string Id, string Name, string Country, double Lat, double Lon, PlacePrecision Precision, int Geonames, IReadOnlyList<Alias> Aliases);

/// <summary>One occurrence fused from claims. Every id points into the same situation.</summary>
public sealed record Event(
    string Id, EventType Type, string? Mode, string Label, ClaimStatus Status, When? When, string? Where,
    IReadOnlyList<string> Initiators, IReadOnlyList<string> Targets, string? Storyline,
    IReadOnlyList<string> Reports, int Origins, IReadOnlyList<string> Figures, IReadOnlyList<string> Evidence)
{
    /// <summary>Where the time comes from: <c>stated</c> (an absolute date), <c>relative</c> (a weekday or offset against the publication date), <c>narrative</c> (carried on from the sentence before), <c>unknown</c>. Never the day of publication itself.</summary>
    public string WhenBasis { get; init; } = "unknown";

    /// <summary>Where the place comes from: <c>stated</c> (the words that tell of it name it), <c>narrative</c> (the town in which the story stands there), <c>unknown</c>.</summary>
    public string WhereBasis { get; init; } = "unknown";

    /// <summary>What each account says of it: who vouches, who alleges, who denies. In the order of <see cref="Reports"/> and of the text.</summary>
    public IReadOnlyList<Account> Accounts { get; init; } = [];

    /// <summary>What became of it, where some report tells of it as planned; null otherwise.</summary>
    public Outcome? Outcome { get; init; }
}

/// <summary>What became of a planned event.</summary>
/// <param name="Became"><c>held</c>, <c>postponed</c>, <c>cancelled</c>, <c>silent</c> (its day has passed and no report says what became of it) or <c>pending</c> (its day had not come when the last report was published, or is unknown).</param>
/// <param name="Event">Event id of what it became: the new date of what was put off; null where it is the same event or nothing.</param>
/// <param name="Evidence">Evidence ids of the words that show it; empty for <c>silent</c> and <c>pending</c>.</param>
public sealed record Outcome(string Became, string? Event, IReadOnlyList<string> Evidence);

/// <summary>One report's word on an event.</summary>
/// <param name="Report">Report id.</param>
/// <param name="Status">The standing that this account gives it.</param>
/// <param name="SaidBy">Actor id of whoever says so; null where the report says it itself or the speaker is not an actor.</param>
/// <param name="SaidByText">The words that name them.</param>
/// <param name="Evidence">Evidence id.</param>
public sealed record Account(string Report, ClaimStatus Status, string? SaidBy, string? SaidByText, string Evidence)
{
    /// <summary>What its sentence says of the event; null in a situation that was read from a file. No part of the contract: the framing matrix is made of it.</summary>
    internal AccountFacts? Facts { get; init; }

    /// <summary>Who has it from whom, from the report inward.</summary>
    public IReadOnlyList<ChainLink> Chain { get; init; } = [];
}

/// <summary>One link of a claim's genealogy: report, agency, outlet, named source, speaker.</summary>
/// <param name="Kind"><c>report</c>, <c>agency</c>, <c>outlet</c>, <c>named-source</c> or <c>speaker</c>.</param>
/// <param name="Text">The words that name it.</param>
/// <param name="Actor">Actor id; null where it is none.</param>
/// <param name="Evidence">Evidence id of the words that prove the step; null where they were cut from the text, as a byline is.</param>
public sealed record ChainLink(string Kind, string Text, string? Actor, string? Evidence);

/// <summary>Whether a reading counts towards low, best and high.</summary>
public enum ReadingUse
{
    /// <summary>It counts.</summary>
    Used,

    /// <summary>A later reading of the same origin replaced it (Q6).</summary>
    Superseded,

    /// <summary>Kept but not counted, e.g. an interested party's claim (Q5) or a copy (Q7).</summary>
    Excluded,
}

/// <summary>One account of a figure.</summary>
public sealed record Reading(
    decimal Low, decimal? High, Comparator Comparator, bool Vague, string Text, string Report,
    string? SaidBy, string? SaidByText, When? When, ReadingUse Use, string Rule, string Evidence)
{
    /// <summary>Who has it from whom, from the report inward.</summary>
    public IReadOnlyList<ChainLink> Chain { get; init; } = [];
}

/// <summary>How the readings of a figure stand to each other.</summary>
public enum FigureStatus
{
    /// <summary>One origin only.</summary>
    Single,

    /// <summary>The same number from more than one report.</summary>
    Agreed,

    /// <summary>Different words that can all be true: "52" and "more than 50".</summary>
    Compatible,

    /// <summary>A number that changes over time.</summary>
    Series,

    /// <summary>They cannot all be true.</summary>
    Disputed,
}

/// <summary>One quantity of one scope at one time, with every account of it.</summary>
public sealed record Figure(
    string Id, Measure Measure, string Of, string Unit, string? Event, When? When, string? Where,
    decimal? Low, decimal? Best, decimal? High, FigureStatus Status, IReadOnlyList<Reading> Readings)
{
    /// <summary>Words that set the scope apart: "additional", "total", "both-sides"; empty for the plain figure.</summary>
    public IReadOnlyList<string> Scope { get; init; } = [];

    /// <summary>Number of independent origins behind the readings that count: reports that share text or quote one speaker are one.</summary>
    public int Origins { get; init; }

    /// <summary>Whether it is history that the reports recall.</summary>
    public bool IsBackground { get; init; }
}

/// <summary>The words in which one report gives a statement.</summary>
public sealed record Rendering(string Text, string Report, string Evidence)
{
    /// <summary>Whether this report quotes, retells or both.</summary>
    public SpeechForm Form { get; init; }

    /// <summary>Who has it from whom, from the report inward.</summary>
    public IReadOnlyList<ChainLink> Chain { get; init; } = [];
}

/// <summary>What a speaker said, with all its renderings.</summary>
public sealed record Statement(
    string Id, string? Speaker, string SpeakerText, SpeechForm Form, SpeechAct Act, string? Addressee, When? When, string Text,
    IReadOnlyList<Rendering> Renderings, int Origins);

/// <summary>Events that belong together.</summary>
public sealed record Storyline(string Id, string Title, IReadOnlyList<string> Events, string? From, string? To);

/// <summary>Something refused, in the contract.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Reason">One plain sentence.</param>
/// <param name="Evidence">Evidence id; null where there is no text to point to.</param>
public sealed record DeclinedEntry(string Code, string Reason, string? Evidence);
