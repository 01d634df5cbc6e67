using Parallax.Text;

namespace Parallax.Extract;

/// <summary>What kind of violence an incident is.</summary>
public enum IncidentKind
{
    /// <summary>People or things are attacked, or people killed or hurt, in no way named below.</summary>
    Attack,

    /// <summary>People are killed one by one: murdered, shot, executed.</summary>
    Killing,

    /// <summary>Bombs, grenades, dynamite.</summary>
    Bombing,

    /// <summary>People are carried off or held.</summary>
    Kidnapping,

    /// <summary>A vehicle, ship or aircraft is seized.</summary>
    Hijacking,

    /// <summary>Things are set on fire.</summary>
    Arson,

    /// <summary>Things are taken by force.</summary>
    Robbery,

    /// <summary>Armed sides fight each other.</summary>
    Clash,
}

/// <summary>How far an incident went.</summary>
public enum IncidentStage
{
    /// <summary>It happened.</summary>
    Accomplished,

    /// <summary>It was tried and failed or was foiled.</summary>
    Attempted,

    /// <summary>Somebody threatened it.</summary>
    Threatened,
}

/// <summary>What a participant of an incident is.</summary>
public enum IncidentRole
{
    /// <summary>One or more people who did it.</summary>
    Perpetrator,

    /// <summary>The body that they belong to, or that is said to stand behind it.</summary>
    PerpetratorOrganisation,

    /// <summary>People to whom it was done.</summary>
    Victim,

    /// <summary>Things to which it was done: a building, a vehicle, a power line.</summary>
    Target,
}

/// <summary>A participant of an incident.</summary>
/// <param name="Role">What it is in the incident.</param>
/// <param name="Name">Its name as the text writes it, in running case; null where it is only described.</param>
/// <param name="Descriptions">How the report describes it, in running case: "mayor", "three farmers".</param>
/// <param name="Actor">Index of the actor in the report; -1 where it has none.</param>
/// <param name="Span">The words that put it into the incident.</param>
public sealed record IncidentParty(IncidentRole Role, string? Name, IReadOnlyList<string> Descriptions, int Actor, TextSpan Span)
{
    /// <summary>What became of a victim: <c>killed</c>, <c>injured</c>, <c>held</c>; null where it is not said.</summary>
    public string? Effect { get; init; }

    /// <summary>Whether its part is only suspected, alleged or claimed: "blamed on", "claimed responsibility".</summary>
    public bool Alleged { get; init; }
}

/// <summary>One act of violence that a report tells of, put together from all its sentences about it.</summary>
public sealed record Incident
{
    /// <summary>What it is.</summary>
    public required IncidentKind Kind { get; init; }

    /// <summary>How far it went.</summary>
    public required IncidentStage Stage { get; init; }

    /// <summary>When, resolved against the report's own day; null where the report names no time of its own for it.</summary>
    public EdtfDate? Date { get; init; }

    /// <summary>Where: indexes in the report's places, the most exact first; empty where nothing near it names one.</summary>
    public IReadOnlyList<int> Places { get; init; } = [];

    /// <summary>The code of the country, from its places, else from the places of the report around it; null where that is not clear.</summary>
    public string? Country { get; init; }

    /// <summary>Who did it and to whom, in text order, each once.</summary>
    public IReadOnlyList<IncidentParty> Parties { get; init; } = [];

    /// <summary>The words that name it, in text order: "was gunned down", "the attack".</summary>
    public required IReadOnlyList<TextSpan> Triggers { get; init; }

    /// <summary>Indexes of the sentences that tell of it, in order.</summary>
    public required IReadOnlyList<int> Sentences { get; init; }

    /// <summary>Indexes in the report's claims of the claims that its sentences' triggers made.</summary>
    public IReadOnlyList<int> Claims { get; init; } = [];
}
