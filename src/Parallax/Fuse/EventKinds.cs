using Parallax.Extract;

namespace Parallax.Fuse;

/// <summary>Which event types can name one occurrence.</summary>
internal static class EventKinds
{
    private static readonly string[][] CompatibleModes =
    [
        ["aerial", "drone", "heavy-weapons", "explosives", "destroy", "unconventional"],
        ["firearms", "targeted", "explosives", "suicide-attack"],
        ["beat", "primitive", "crowd-control", "riot"],
        ["troops", "weapons", "militia"],
        ["arrest", "seize", "restrict"],
        ["convict", "discontinue", "withdraw"],
        ["change", "yield", "assist", "meet"],
        ["disapprove", "allege", "investigate"],
        ["third-party", "multilateral", "visit", "phone"],
        ["withdraw", "release", "access", "ceasefire", "disarm"],
    ];

    private static readonly Dictionary<string, string?> s_meetings = new(StringComparer.Ordinal)
    {
        ["fly"] = "visit",
        ["meet"] = null,
        ["meeting"] = null,
        ["summit"] = null,
        ["talk"] = null,
        ["talks"] = null,
        ["travel"] = "visit",
        ["trip"] = "visit",
        ["visit"] = "visit",
    };

    /// <summary>
    /// A plan by what is planned: that somebody will visit is, as PLOVER has it, an agreement; across reports it is a visit, of which others tell whether it came about.
    /// </summary>
    public static EventClaim AsPlanned(EventClaim claim) =>
        claim is { Type: EventType.Agree, Status: ClaimStatus.Planned } && s_meetings.TryGetValue(claim.TriggerLemma, out string? mode)
            ? claim with { Type = EventType.Consult, Mode = mode }
            : claim;

    /// <summary>Deeds done by words: who says it to whom makes them what they are.</summary>
    public static bool IsVerbal(EventType type) => type is EventType.Request or EventType.Accuse or EventType.Reject or EventType.Threaten
        or EventType.Support or EventType.Consult or EventType.Agree or EventType.Concede or EventType.Statement or EventType.Deny;

    /// <summary>Deeds between sides that clash, where each account puts another side first.</summary>
    public static bool IsViolent(EventType type) => type is EventType.Assault or EventType.Casualties;

    /// <summary>What the dead and injured can come from.</summary>
    public static bool IsHarmful(EventType type) => type is EventType.Assault or EventType.Accident or EventType.Disaster;

    /// <summary>Whether claims of both types can tell of one event.</summary>
    public static bool Compatible(EventType a, EventType b) =>
        a == b || a == EventType.Casualties && IsHarmful(b) || b == EventType.Casualties && IsHarmful(a);

    /// <summary>The block in which claims of a type look for their like.</summary>
    public static string Block(EventType type) => type == EventType.Casualties || IsHarmful(type) ? Harm : type.ToString();

    /// <summary>The family of all that does harm.</summary>
    public const string Harm = "harm";

    /// <summary>The kinds of events of which one opens a report: an attack and its dead are of one.</summary>
    public static string Family(EventType type) => Block(type);

    /// <summary>Whether the word only tells that somebody came to harm, and not by what.</summary>
    public static bool IsToll(EventClaim claim) =>
        claim.Type == EventType.Casualties || claim is { Type: EventType.Assault, Initiators.Count: 0 } && s_harmed.Contains(claim.TriggerLemma);

    private static readonly HashSet<string> s_harmed = new(["die", "hurt", "injure", "kill", "maim", "perish", "wound"], StringComparer.Ordinal);

    /// <summary>Whether both modes can be of one event; an unnamed mode fits any.</summary>
    public static bool ModesCompatible(string? a, string? b) =>
        a is null || b is null || string.Equals(a, b, StringComparison.Ordinal)
        || CompatibleModes.Any(family => family.Contains(a, StringComparer.Ordinal) && family.Contains(b, StringComparer.Ordinal));
}
