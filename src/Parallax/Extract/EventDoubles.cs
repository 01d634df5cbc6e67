namespace Parallax.Extract;

/// <summary>Finds which events of one sentence are one occurrence told twice, and which are only the topic or a mention of another.</summary>
internal static class EventDoubles
{
    /// <summary>One claim for one occurrence: of two drafts of a kind in one clause or with the same people the first stays, richer ones replacing it.</summary>
    public static List<EventClaim> Distinct(ClauseModel model, List<(EventDraft Draft, EventClaim Claim)> found)
    {
        bool explained = found.Any(item => !item.Draft.LastResort && item.Claim.Type is EventType.Assault or EventType.Accident or EventType.Disaster or EventType.Protest);
        List<(EventDraft Draft, EventClaim Claim)> kept = [];
        foreach ((EventDraft draft, EventClaim claim) in found)
        {
            if (draft.LastResort && explained)
            {
                // "Shelling by the army killed three": those whom the deed killed are its targets.
                int deed = draft.Verb is { Passive: false } toll ? kept.FindIndex(item => item.Claim.Type == EventType.Assault && item.Claim.Targets.Count == 0 && item.Draft.Verb is { Kind: ClauseKind.Gerund } named && model.Tree.Head(named.Head) == toll.Head && named.Head < toll.Head) : -1;
                if (deed >= 0)
                    kept[deed] = (kept[deed].Draft, kept[deed].Claim with { Targets = claim.Targets, Evidence = kept[deed].Claim.Evidence.Union(claim.Evidence) });
                continue;
            }
            // "agreed to withdraw": the withdrawal to come says it already.
            if (draft.Trigger is { Frame: "refuse", Type: EventType.Agree } && found.Any(item => item.Draft.Verb is { } to && to.Governor == draft.Verb))
                continue;
            if (draft.Verb is { Kind: ClauseKind.Gerund, Governor: { } cause } && draft.Lemma is "kill" or "injure" or "wound" or "hurt")
            {
                // "attacked the village, killing 12": one occurrence, whose victims are its targets.
                int causing = kept.FindIndex(item => item.Draft.Verb is { } main && (main == cause || main == cause.Governor) && item.Claim.Status == claim.Status && item.Claim.Type is EventType.Assault or EventType.Accident or EventType.Disaster);
                if (causing >= 0)
                {
                    EventClaim whole = kept[causing].Claim;
                    kept[causing] = (kept[causing].Draft, whole with { Targets = [.. whole.Targets.Union(claim.Targets)], Evidence = whole.Evidence.Union(claim.Evidence) });
                    continue;
                }
            }
            if (IsTopic(kept, draft, claim) || IsMention(model, found, draft, claim))
                continue;
            int same = kept.FindIndex(item => item.Claim.Type == claim.Type && IsSame(model, item, (draft, claim)));
            if (same < 0)
                kept.Add((draft, claim));
            else if (Weight(claim) > Weight(kept[same].Claim))
                kept[same] = (draft, Completed(claim with { Evidence = claim.Evidence.Union(kept[same].Claim.Evidence) }, kept[same].Claim));
            else
                kept[same] = (kept[same].Draft, Completed(kept[same].Claim, claim));
        }
        return [.. kept.Select(item => item.Claim)];
    }

    /// <summary>"blocked the road, demanding that X resign": what a protest is about is no second event (PLOVER).</summary>
    private static bool IsTopic(List<(EventDraft Draft, EventClaim Claim)> kept, EventDraft draft, EventClaim claim) =>
        claim.Type is EventType.Request or EventType.Accuse && draft.Verb is { Kind: ClauseKind.Gerund or ClauseKind.Infinitive, Governor: { } gathering }
        && kept.Exists(item => item.Claim.Type == EventType.Protest && item.Draft.Verb == gathering && item.Claim.Status == claim.Status && item.Claim.Initiators.SequenceEqual(claim.Initiators));

    /// <summary>"after a demonstration", "the fourth round of talks": a noun without anybody, beside what the sentence tells of somebody, only says when, where or why.</summary>
    private static bool IsMention(ClauseModel model, List<(EventDraft Draft, EventClaim Claim)> found, EventDraft draft, EventClaim claim)
    {
        if (draft.Noun is not { Preposition: >= 0 } noun || draft.Verb is not null || draft.Who.Any || draft.Who.TargetPhrases.Count + draft.Who.InitiatorPhrases.Count > 0 || claim.Type > EventType.Assault || claim.Place >= 0 || claim.Status != ClaimStatus.Happened)
            return false;
        SentenceView s = model.Sentence;
        return s.Lower(noun.Preposition) is "after" or "over" or "in" or "at" or "during" or "of" or "for" or "about" or "following" or "on" or "to"
            && found.Exists(item => item.Draft.Verb is not null && item.Claim.Status == claim.Status && item.Claim.Type <= EventType.Assault && item.Claim.Initiators.Count > 0);
    }

    /// <summary>The richer claim of two of one occurrence, with the setting that only the other states.</summary>
    private static EventClaim Completed(EventClaim richer, EventClaim other)
    {
        bool time = richer.Time < 0 && other.Time >= 0, place = richer.Place < 0 && other.Place >= 0;
        if (!time && !place)
            return richer;
        return richer with
        {
            Time = time ? other.Time : richer.Time,
            NarrativeTime = time ? -1 : richer.NarrativeTime,
            Place = place ? other.Place : richer.Place,
            Evidence = richer.Evidence.Union(other.Evidence),
        };
    }

    private static bool IsSame(ClauseModel model, (EventDraft Draft, EventClaim Claim) left, (EventDraft Draft, EventClaim Claim) right)
    {
        if (left.Claim.Status != right.Claim.Status)
            return false;
        if (left.Claim.Trigger.Overlaps(right.Claim.Trigger))
            return true;
        if (left.Draft.Verb is not null && left.Draft.Verb == right.Draft.Verb)
            return true;
        bool modesAgree = left.Claim.Mode is null || right.Claim.Mode is null || left.Claim.Mode == right.Claim.Mode;
        // "spoke at a rally as thousands turned out": a noun without participants adds nothing to the verb.
        bool bareNoun = (left.Draft.Noun is { } first && !left.Draft.Who.Any && !IsToldOf(model, first)) || (right.Draft.Noun is { } second && !right.Draft.Who.Any && !IsToldOf(model, second));
        if (bareNoun && modesAgree)
            return left.Claim.Time == right.Claim.Time || left.Claim.Time < 0 || right.Claim.Time < 0;
        // "opened fire on protesters, killing one": the same people do the same kind of thing, and only one of the two says to whom.
        bool oneSided = left.Claim.Initiators.Count > 0 && left.Claim.Initiators.SequenceEqual(right.Claim.Initiators) && (Aimless(model.Sentence, left) || Aimless(model.Sentence, right));
        bool sameSides = oneSided || left.Claim.Initiators.SequenceEqual(right.Claim.Initiators) && left.Claim.Targets.SequenceEqual(right.Claim.Targets);
        // "began a hunger strike to protest against X": the purpose names again what the verb says.
        bool purpose = right.Draft.Verb is { Kind: ClauseKind.Infinitive, Governor: { } means } && means == left.Draft.Verb;
        return (modesAgree || purpose) && sameSides && (left.Claim.Time == right.Claim.Time || left.Claim.Time < 0 || right.Claim.Time < 0);
    }

    /// <summary>"bombed the base in revenge for a raid that killed 15": what a clause of its own tells of is not what the verb tells.</summary>
    private static bool IsToldOf(ClauseModel model, NounPhrase noun) =>
        model.Sentence.Lower(noun.First) is "a" or "an" or "another" && model.Verbs.Any(verb => verb.Kind is ClauseKind.Relative or ClauseKind.ReducedRelative && verb.Subjects.Contains(noun));

    /// <summary>Whether the claim says of nobody that it hit them.</summary>
    private static bool Aimless(SentenceView s, (EventDraft Draft, EventClaim Claim) item) => item.Claim.Targets.Count == 0 && item.Draft.Who.TargetPhrases.Count == 0
        && (item.Draft.Verb is not { } verb || item.Draft.Noun is not null || item.Claim.Mode == "suicide-attack" || !verb.Objects.Exists(thing => !item.Draft.Words.Overlaps(s[thing.Head].Span)));

    private static int Weight(EventClaim claim) =>
        (claim.Initiators.Count > 0 ? 4 : 0) + (claim.Targets.Count > 0 ? 2 : 0) + (claim.Mode is null ? 0 : 1) + (claim.Time >= 0 ? 1 : 0) + (claim.Place >= 0 ? 1 : 0);
}
