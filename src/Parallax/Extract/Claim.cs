using System.Collections.Concurrent;
using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>The standing of what a claim says.</summary>
public enum ClaimStatus
{
    /// <summary>The report says it happened.</summary>
    Happened,

    /// <summary>It is to come.</summary>
    Planned,

    /// <summary>Somebody says it did not happen, or the report says so.</summary>
    Denied,

    /// <summary>Somebody says it happened; the report does not vouch for it.</summary>
    Alleged,

    /// <summary>Conditional: "if the army crosses", "would be".</summary>
    Hypothetical,

    /// <summary>History that the report recalls.</summary>
    Background,
}

/// <summary>A link of the chain by which information reached the report.</summary>
public enum AttributionKind
{
    /// <summary>A news agency credited for the text or for this fact.</summary>
    Agency,

    /// <summary>Another outlet that is quoted.</summary>
    Outlet,

    /// <summary>Who said it.</summary>
    Speaker,

    /// <summary>Who the speaker says told them.</summary>
    NamedSource,
}

/// <summary>One link of an attribution chain.</summary>
/// <param name="Kind">What the link is.</param>
/// <param name="Text">The words that name it: "police", "Kosovo Serb hospital officials", "Kosovo Online".</param>
/// <param name="Actor">Index of the actor in the report; -1 where it has none.</param>
/// <param name="Span">Where the words stand in the clean text; null where they stand in a cut credit line.</param>
public sealed record AttributionLink(AttributionKind Kind, string Text, int Actor, TextSpan? Span);

/// <summary>What one report asserts, with its standing, who it is attributed to and the words that carry it.</summary>
public abstract record Claim
{
    /// <summary>The words that carry the claim, normally a clause or its sentence; inside the clean text.</summary>
    public required TextSpan Evidence { get; init; }

    /// <summary>Index of the sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>The standing of the claim.</summary>
    public required ClaimStatus Status { get; init; }

    /// <summary>From the report outward: agency or outlet, named source, speaker. Empty where the report asserts it itself.</summary>
    public IReadOnlyList<AttributionLink> Attribution { get; init; } = [];

    /// <summary>Index of the claim's time in <see cref="AnnotatedReport.Times"/>; -1 where it has none of its own.</summary>
    public int Time { get; init; } = -1;

    /// <summary>Where <see cref="Time"/> is -1, index of the nearest time before the claim in its paragraph, from which the story goes on; -1 where there is none.</summary>
    public int NarrativeTime { get; init; } = -1;

    /// <summary>Index of the claim's place in <see cref="AnnotatedReport.Places"/>; -1 where it has none of its own.</summary>
    public int Place { get; init; } = -1;

    /// <summary>The rule or lexicon entry that made the claim, for <c>--explain</c>.</summary>
    public required string Rule { get; init; }
}

/// <summary>Event types: the sixteen roots of PLOVER 2.0, and ours for what PLOVER drops.</summary>
public enum EventType
{
#pragma warning disable CS1591 // PLOVER's own names; docs/reference/event-types.md defines each.
    Agree, Consult, Support, Concede, Cooperate, Aid, Retreat, Request, Accuse, Reject, Threaten, Protest, Sanction, Mobilize, Coerce, Assault,
    Statement, Deny, Election, Accident, Disaster, Casualties, Ruling, Other,
#pragma warning restore CS1591
}

/// <summary>Something that a report says happens: who does what to whom.</summary>
public sealed record EventClaim : Claim
{
    /// <summary>The type.</summary>
    public required EventType Type { get; init; }

    /// <summary>The PLOVER mode ("demo", "troops", "crowd-control"); null where none fits.</summary>
    public string? Mode { get; init; }

    /// <summary>The word that names the event.</summary>
    public required TextSpan Trigger { get; init; }

    /// <summary>Lemma of the trigger.</summary>
    public required string TriggerLemma { get; init; }

    /// <summary>Who does it: indexes in <see cref="AnnotatedReport.Actors"/>.</summary>
    public IReadOnlyList<int> Initiators { get; init; } = [];

    /// <summary>To whom: indexes in <see cref="AnnotatedReport.Actors"/>.</summary>
    public IReadOnlyList<int> Targets { get; init; } = [];
}

/// <summary>What a figure counts.</summary>
public enum Measure
{
#pragma warning disable CS1591 // The contract's own words.
    Killed, Injured, Casualties, Missing, Rescued, Detained, Displaced, Hostages, Aboard, Participants, Troops, Police, Weapons, Vehicles,
    Turnout, Population, Money, Area, Distance, Duration, Age, Other,
#pragma warning restore CS1591
}

/// <summary>A number that a report states, of a scope.</summary>
public sealed record FigureClaim : Claim
{
    /// <summary>What is counted.</summary>
    public required Measure Measure { get; init; }

    /// <summary>Index in <see cref="AnnotatedReport.Quantities"/>.</summary>
    public required int Quantity { get; init; }

    /// <summary>Whose or what: the words of the counted phrase without the number ("NATO soldiers", "protesters").</summary>
    public required string Of { get; init; }

    /// <summary>Index of the counted actor in the report; -1 where it has none.</summary>
    public int OfActor { get; init; } = -1;

    /// <summary>"people", "percent", "mile", "EUR", "vehicle"…</summary>
    public required string Unit { get; init; }

    /// <summary>
    /// Which of several terms the report uses, where they are never mixed: for people "displaced", "evacuated", "relocated", "homeless", "sheltered",
    /// "in-camp", "fled", "evicted"; for houses "destroyed", "damaged", "destroyed or damaged", "flooded", "uninhabitable". Null where the measure says it all.
    /// </summary>
    public string? Term { get; init; }

    /// <summary>Words that set the scope apart, folded and sorted: "additional" for reinforcements, "total", "per-day", "both-sides", "since"…</summary>
    public IReadOnlyList<string> Scope { get; init; } = [];

    /// <summary>Whether it is a running total over more than one event or day.</summary>
    public bool Cumulative { get; init; }

    /// <summary>Index, in the report's claims, of the event claim of the same clause; -1 where there is none.</summary>
    public int Event { get; init; } = -1;

    /// <summary>
    /// Index in <see cref="AnnotatedReport.Quantities"/> of an earlier number that the report itself gives this one in place of ("correcting an earlier figure of 24");
    /// -1 where there is none. The earlier one is declined (D107).
    /// </summary>
    public int Replaces { get; init; } = -1;
}

/// <summary>What a speaker does by speaking.</summary>
public enum SpeechAct
{
    /// <summary>Says; none of the below.</summary>
    State,

    /// <summary>Demands or calls for.</summary>
    Demand,

    /// <summary>Accuses or blames.</summary>
    Accuse,

    /// <summary>Denies.</summary>
    Deny,

    /// <summary>Promises or announces own action.</summary>
    Promise,

    /// <summary>Threatens or warns.</summary>
    Threaten,

    /// <summary>Condemns or criticises.</summary>
    Condemn,

    /// <summary>Supports or praises.</summary>
    Support,

    /// <summary>Rejects.</summary>
    Reject,

    /// <summary>Expresses sorrow or apology.</summary>
    Regret,
}

/// <summary>What a speaker is reported to have said.</summary>
public sealed record StatementClaim : Claim
{
    /// <summary>Index in <see cref="AnnotatedReport.Speeches"/>.</summary>
    public required int Speech { get; init; }

    /// <summary>What the speaker does by it.</summary>
    public required SpeechAct Act { get; init; }

    /// <summary>The words said: the content spans, with <c> … </c> between them where others stood.</summary>
    public required string Text { get; init; }
}

/// <summary>How a report labels an actor where the choice of words differs between accounts: "fake mayors", "alleged mayors".</summary>
public sealed record LabelClaim : Claim
{
    /// <summary>Index of the labelled actor.</summary>
    public required int Actor { get; init; }

    /// <summary>The label as printed.</summary>
    public required string Text { get; init; }

    /// <summary>Index of the actor whose word it is; -1 where it is the outlet's own.</summary>
    public int By { get; init; } = -1;
}

/// <summary>Something that Extract refused to assert.</summary>
/// <param name="Code">Stable code, documented in <c>docs/reference/declined.md</c>.</param>
/// <param name="Reason">One plain sentence.</param>
/// <param name="Evidence">The words concerned.</param>
public sealed record Declined(string Code, string Reason, TextSpan Evidence);

/// <summary>Everything that one report asserts. Claims are in text order; <see cref="FigureClaim.Event"/> indexes <see cref="Claims"/>.</summary>
public sealed record ReportClaims(AnnotatedReport Source, IReadOnlyList<Claim> Claims, IReadOnlyList<Declined> Declined)
{
    /// <summary>The acts of violence that the report tells of, each put together from all that it says of it, in the order in which they are first told.</summary>
    public IReadOnlyList<Incident> Incidents { get; init; } = [];

    /// <summary>The same without what only the extraction of claims looks at.</summary>
    /// <param name="pool">The words that the reports share, so that each is kept once.</param>
    internal ReportClaims WithoutWords(ConcurrentDictionary<string, string> pool) => this with { Source = Source with { Tokens = PackedTokens.Of(Source.Tokens, pool), Words = [], Attributions = [] } };
}
