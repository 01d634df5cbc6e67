namespace Parallax.Extract;

/// <summary>What an act that is only announced counts as: PLOVER codes the saying, so help to come is agreed, a withdrawal conceded, force threatened.</summary>
internal static class EventIntent
{
    /// <summary>The type of an event of that standing.</summary>
    /// <param name="draft">The event.</param>
    /// <param name="verb">Its verb; null where a noun alone tells it.</param>
    /// <param name="standing">Whether it happened or is planned.</param>
    /// <param name="by">The word that decided the standing.</param>
    public static EventType TypeOf(EventDraft draft, VerbGroup? verb, ClaimStatus standing, string by)
    {
        if (standing != ClaimStatus.Planned)
            return draft.Type;
        switch (draft.Type)
        {
            case EventType.Consult or EventType.Support or EventType.Cooperate or EventType.Aid:
                return EventType.Agree;
            // Who offers or is willing has agreed in so many words; a mere "will withdraw" concedes.
            case EventType.Retreat or EventType.Concede when IsOffer(by) || by is "prepared" or "ready":
                return EventType.Agree;
            case EventType.Retreat:
                return EventType.Concede;
            // What the one who would do it announces; what others expect of a court or a state is no threat.
            case EventType.Sanction or EventType.Coerce when verb is { Passive: false } && draft.Noun is null && draft.Who.Initiators.Count > 0 && IsOwnWord(by):
                return EventType.Threaten;
            default:
                return draft.Type;
        }
    }

    /// <summary>The mode that goes with the type: a threat names what is threatened.</summary>
    public static string? ModeOf(EventDraft draft, EventType type) => type == draft.Type ? draft.Mode : type != EventType.Threaten ? null : draft.Mode switch
    {
        "arrest" => "arrest",
        "deport" or "expel" => "expel",
        "restrict" or "censor" or "curfew" or "martial-law" => "restrict",
        "withdraw" or "discontinue" => "relations",
        _ => null,
    };

    /// <summary>Whether the word says that somebody is ready to do what is asked of him.</summary>
    public static bool IsOffer(string by) => by is "willing" or "offer";

    /// <summary>Whether somebody who offers such an act yields or helps.</summary>
    public static bool Yields(EventType type) => type is EventType.Consult or EventType.Support or EventType.Cooperate or EventType.Aid or EventType.Retreat or EventType.Concede or EventType.Agree;

    private static bool IsOwnWord(string by) => by is "will" or "would" or "plan" or "prepared" or "prepare" or "ready" or "vow" or "pledge" or "promise" or "intend" or "mean" or "swear" or "announce" or "undertake";
}
