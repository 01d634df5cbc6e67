using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Reads the standing of an event that a noun names off the words that govern the noun.</summary>
internal sealed class NounStatus(StatusReader statuses)
{
    /// <summary>The standing of what <paramref name="noun"/> names; null where nothing is told of it.</summary>
    public ClauseStatus? Read(ClauseModel model, NounPhrase noun, EventDraft draft, NounEvents.Standing standing)
    {
        SentenceView s = model.Sentence;
        if (Instructions.Cover(s, noun.Head))
            return null;
        // "the strikes were ordered but then halted", "an attack on the port is imminent": nothing has come of them.
        if (model.Verbs.Any(v => v.Passive && v.Subjects.Contains(noun) && s.Lemma(v.Head) is "order" or "authorise" or "authorize"))
            return model.Verbs.Any(v => v.Passive && v.First > noun.First && s.Lemma(v.Head) is "halt" or "abort" or "stop" or "cancel" or "suspend" or "reverse" or "rescind" && !v.Negated) ? new(ClaimStatus.Denied, "halt") : null;
        if (model.Verbs.FirstOrDefault(v => s.Lemma(v.Head) == "be" && v.Subjects.Contains(noun)) is { } being && IsAwaited(s, being.Head + 1))
            return null;
        // "the pact to end the fighting collapsed": what the pact is for does not say how it stands.
        if (draft.Verb is { } carrier && !(carrier.Kind == ClauseKind.Infinitive && carrier.GovernorNoun == noun.Head))
        {
            ClauseStatus own = statuses.Read(model, carrier);
            if (NounEvents.IsDropped(s, carrier))
                return own.Status is ClaimStatus.Happened or ClaimStatus.Alleged && !own.IsNothing ? new(ClaimStatus.Denied, s.Lemma(carrier.Head)) : null;
            if (carrier.Passive && NounEvents.IsFate(s.Lemma(carrier.Head)) && IsPurposed(model, carrier))
                return own;
            if (carrier.Passive && NounEvents.IsFate(s.Lemma(carrier.Head)) && own.Status is ClaimStatus.Happened or ClaimStatus.Alleged && !own.IsNothing)
                return statuses.UnderVerb(s.Lemma(carrier.Head)) is { Status: ClaimStatus.Planned or ClaimStatus.Denied } fated ? fated : null;
            // "No one was hurt in the attack", "was said to have been hurt in an earlier protest": what became of people there does not touch that it took place.
            bool harmed = s.Lemma(carrier.Head) is "kill" or "wound" or "injure" or "hurt" or "die" or "harm" or "damage" or "maim" or "casualty";
            bool within = carrier.Prepositional.Contains(noun) && noun.Preposition > 0 && s.Lower(noun.Preposition) is "in" or "during" or "by";
            if (harmed && !own.IsNothing && carrier.Modal is null && (within || carrier.Subjects.Contains(noun)) && s.Lower(noun.First) is not "no" && (own.Status == ClaimStatus.Denied && own.By is "not" or "no one" or "nobody" || (own.Status == ClaimStatus.Alleged && within && IsKnown(model, noun, draft))))
            {
                draft.Who.Targets.Clear();
                draft.Who.TargetPhrases.Clear();
                return ClauseStatus.Plain;
            }
            // "the attack apparently began as a quarrel", "the crash reportedly killed seven": the doubt is how, not whether.
            if (own is { Status: ClaimStatus.Alleged, IsNothing: false } && IsKnown(model, noun, draft) && carrier.Subjects.Contains(noun) && carrier.Modal is null && (draft.Type is not EventType.Assault || TellersWithin.Read(model, carrier.Head) is null)
                && (s.Lemma(carrier.Head) is not ("take" or "happen" or "occur")))
            {
                if (!carrier.Passive && draft.Type == EventType.Assault)
                {
                    draft.Who.Targets.Clear();
                    draft.Who.TargetPhrases.Clear();
                }
                return ClauseStatus.Plain;
            }
            // "the summit failed to end in a deal": what ends has been.
            if (s.Lemma(carrier.Head) is "end" or "conclude" or "finish" or "close" && own.Status == ClaimStatus.Denied && own.By == "fail")
                return ClauseStatus.Plain;
            return standing == NounEvents.Standing.Carried && s.Lower(noun.First) is "no" ? own.Under(new(ClaimStatus.Denied, "no")) : own;
        }
        // "the meeting is scheduled", "the march was banned".
        if (model.Verbs.FirstOrDefault(v => v.Passive && v.Subjects.Contains(noun)) is { } predicate)
        {
            ClauseStatus fate = IsPurposed(model, predicate) ? ClauseStatus.Plain : statuses.UnderVerb(s.Lemma(predicate.Head));
            if (fate.Status is ClaimStatus.Planned or ClaimStatus.Denied)
                return fate;
            if (fate.Status == ClaimStatus.Hypothetical)
                return null;
        }
        if (model.Verbs.Any(v => s.Lemma(v.Head) == "be" && v.Objects.Contains(noun)))
            return null;
        // "an attack on one member is an attack on all": a rule.
        if (s.Lower(noun.First) is "a" or "an" or "any" && model.Verbs.Any(v => v.Subjects.Contains(noun) && s.Lower(v.First) is "is" or "are" or "constitutes" or "means" && s.Lemma(v.Head) is "be" or "consider" or "deem" or "treat" or "regard" or "constitute" or "mean"))
            return null;
        if (EventTurns.IsAhead(s, noun))
            return new(ClaimStatus.Planned, "ahead");
        // "stepped back from a strike", "backed away from its offensive": that it takes place is not said.
        if (noun.Preposition > 0 && s.Lower(noun.Preposition) == "from" && model.Verbs.Any(v => v.Prepositional.Contains(noun) && !v.Passive && s.Lemma(v.Head) is "step" or "back" or "pull" or "retreat" or "shrink" or "refrain" or "shy" or "abstain" or "desist" or "recoil" or "walk" or "turn"))
            return null;
        // A noun under another noun or verb of wish, plan or fear is not an event.
        if (noun.Preposition > 0)
        {
            int before = noun.Preposition - 1;
            if (s.Lower(noun.Preposition) == "of" && StatusReader.IsCommemoration(s.Lemma(before)))
                return StatusReader.Recalled;
            if (s.Tag(before) == Upos.Noun && (statuses.UnderNoun(s.Lemma(before)).Status != ClaimStatus.Happened || IsUnreal(s.Lemma(before))))
                return s.Lemma(before) is "plan" or "preparation" ? new(ClaimStatus.Planned, "plan") : null;
        }
        // "the success of the offensive will depend on shells": still to come.
        if (noun.Preposition > 0 && s.Lower(noun.Preposition) == "of" && s.Lemma(noun.Preposition - 1) is "success" or "outcome" or "fate" or "result" or "course" && model.Verbs.Any(v => v.Modal is "will" or "would" && v.Subjects.Exists(np => np.Head == noun.Preposition - 1)))
            return new(ClaimStatus.Planned, "will");
        // "faces an election in November"
        if (draft.Type == EventType.Election && model.Verbs.Any(v => v is { Past: false, Perfect: false } && v.Objects.Contains(noun) && s.Lemma(v.Head) is "face" or "await" or "approach" or "near"))
            return new(ClaimStatus.Planned, "face");
        // "violence had decreased": how much, not what.
        if (model.Verbs.Any(v => v.Subjects.Contains(noun) && s.Lemma(v.Head) is "decrease" or "decline" or "fall" or "drop" or "subside" or "ease" or "diminish" or "abate" or "lessen" or "wane"))
            return null;
        if (IsAbsent(model, noun))
            return new(ClaimStatus.Denied, "no");
        for (int i = noun.First; i < noun.Head; i++)
        {
            if (s.Lower(i) is "any" or "potential" or "possible" or "future" or "further" or "no" or "planned" or "imminent" or "upcoming" or "such" or "every" or "another" && s.Tag(i) is Upos.Adj or Upos.Det or Upos.Verb)
                return s.Lower(i) is "planned" or "upcoming" ? new(ClaimStatus.Planned, s.Lower(i)) : null;
        }
        ClauseStatus doubted = ClauseStatus.Plain;
        for (int i = noun.First; i < noun.Head; i++)
        {
            switch (s.Lower(i))
            {
                case "feared" or "impending" or "looming" or "anticipated" or "threatened" or "proposed" or "supposed" or "would-be" or "hypothetical" or "prospective":
                    return null;
                case "expected" or "scheduled":
                    return new(ClaimStatus.Planned, s.Lower(i));
                case "attempted":
                    return new(ClaimStatus.Hypothetical, "attempted");
                case "foiled" or "thwarted" or "averted" or "aborted":
                    return new(ClaimStatus.Denied, s.Lower(i));
                case "suspected" when s.Tag(i + 1) is not (Upos.Adj or Upos.Propn) || s.MentionAt[i + 1] < 0 || i + 2 <= noun.Head:
                case "alleged" or "purported" or "reported" or "apparent" or "presumed":
                    doubted = new(ClaimStatus.Alleged, s.Lower(i));
                    break;
                default:
                    break;
            }
        }
        VerbGroup? clause = model.Verbs.FirstOrDefault(v => noun.First >= v.ClauseFirst && noun.End <= v.ClauseEnd);
        // "warned of an attack", "foiled the bombing"
        if (clause is not null && (clause.Objects.Contains(noun) || (clause.Prepositional.Contains(noun) && s.Lower(noun.Preposition) is "of" or "about" or "against" or "for" or "over"))
            && s.Lemma(clause.Head) is "warn" or "threaten" or "weigh" or "mull" or "ponder" or "consider" or "predict" or "anticipate" or "avert" or "risk" or "foil" or "thwart" or "debate" or "contemplate" or "justify" or "rehearse" or "simulate" or "await" or "envisage" or "envision" or "imagine" or "advocate" or "forecast" or "deter" or "incite" or "train" or "brace" or "constitute" or "foment" or "instigate" or "invite" or "ensure")
            return null;
        // "a warrant had been issued for his arrest": it is still to be made.
        if (clause is not null && noun.Preposition >= 0 && s.Lower(noun.Preposition) == "for" && draft.Mode == "arrest" && clause.Subjects.Concat(clause.Objects).Any(np => s.Lemma(np.Head) is "warrant" or "order" or "notice" or "reward"))
            return null;
        if (clause is null)
            return doubted;
        // What is judged or spoken about is a reference, not a report: "condemned the attack on X".
        if (s.Lemma(clause.Head) is "condemn" or "describe" or "criticise" or "criticize" or "denounce" or "discuss" or "mention" or "deplore" or "support" or "oppose" or "investigate" or "ban" or "reject"
            && (clause.Objects.Contains(noun) || noun.First > clause.Head) && ClaimSetting.TimeBetween(model, noun.First, EventReader.NounEnd(model, noun)) < 0)
        {
            return IsJudgedDeed(model, noun, clause) && draft.Type == EventType.Assault && draft.Who.TargetPhrases.Count + draft.Who.Targets.Count > 0 ? ClauseStatus.Plain : null;
        }
        // "denied any role in the bombing": the bombing itself is not denied.
        if (DenialReach.IsOnlyPartIn(s, noun.Head))
            return doubted;
        ClauseStatus governing = statuses.Read(model, clause);
        // "no need to engage in talks": they are not held by that. "a plan involving a withdrawal": only its content.
        if (clause.Prepositional.Contains(noun) && s.Lower(noun.Preposition) is "in" or "into" or "to" && s.Lemma(clause.Head) is "engage" or "participate" or "take" or "enter" or "return" && governing.Status is ClaimStatus.Denied or ClaimStatus.Planned)
            return null;
        if (s.Lemma(clause.Head) is "involve" or "entail" or "stipulate" or "foresee" or "envisage" && noun.First > clause.Head && draft.Type is not (EventType.Assault or EventType.Accident or EventType.Disaster))
            return null;
        ClauseStatus byVerb = EventTurns.IsAnswered(s, noun) ? ClauseStatus.Plain : clause.Objects.Contains(noun) || clause.Prepositional.Any(np => np == noun && s.Lower(np.Preposition) is "for" or "on" or "to" && !(np.Preposition > 0 && s.Tag(np.Preposition - 1) == Upos.Noun && s.Lower(np.Preposition) == "to"))
            ? statuses.UnderVerb(s.Lemma(clause.Head)) : ClauseStatus.Plain;
        if (byVerb.Status is ClaimStatus.Hypothetical or ClaimStatus.Denied || s.Lemma(clause.Head) is "fear" or "prevent" or "avoid" or "end" or "stop" or "oppose" or "want" or "call" or "urge" or "demand")
            return null;
        // "announced the arrest of X" tells what was done; "announced a march" what will be.
        bool done = s.Lemma(clause.Head) == "announce" && s.Lower(noun.First) is not ("a" or "an") && (draft.Type is EventType.Assault or EventType.Casualties or EventType.Accident || draft.Mode is "arrest" or "seize" or "release");
        // "required the use of air strikes": an option only.
        if (s.Lemma(clause.Head) is "require" or "necessitate" or "need" && noun.First > clause.Head)
            return null;
        // "is open to direct talks", "ready for war"
        if (noun.Preposition > 0 && s.Lower(noun.Preposition) is "to" or "for" && s.Lower(noun.Preposition - 1) is "open" or "ready" or "willing" or "prepared" or "eligible" or "prone" or "vulnerable")
            return null;
        // "would mean a clash": supposed; "means war": no plan.
        if (s.Lemma(clause.Head) == "mean" && !clause.Passive)
            return null;
        if (byVerb.Status == ClaimStatus.Planned && !done)
            return governing.Status is ClaimStatus.Hypothetical or ClaimStatus.Denied || governing.IsNothing ? null : byVerb;
        // "must be ready to respond after a strike": only what is already known is taken for granted.
        if (governing.Status is ClaimStatus.Planned or ClaimStatus.Denied && s.Lower(noun.First) is "a" or "an" && !IsTimed(model, noun))
            return null;
        // "an attack on the port would be an act of war": supposed, of a known target.
        if (clause is { Modal: "would" or "could" or "might" or "may" or "'d" } && clause.Subjects.Contains(noun) && s.Lower(noun.First) is "a" or "an" or "another")
            return new(ClaimStatus.Hypothetical, clause.Modal);
        // "was said to have been hurt in an earlier protest", "did not believe the crash was caused by error"
        if ((governing.Status == ClaimStatus.Alleged || (governing is { Status: ClaimStatus.Hypothetical, By: var open } && open.StartsWith("not ", StringComparison.Ordinal))) && IsKnown(model, noun, draft) && (clause.Subjects.Contains(noun) || IsRecalled(s, noun)))
            return doubted;
        return governing.IsNothing || governing.Status is ClaimStatus.Hypothetical ? null : governing.Status is ClaimStatus.Planned or ClaimStatus.Denied ? doubted : governing.Under(doubted);
    }

    /// <summary>"was meant to deter them", "was planned for months", "was expected to delay the vote": what it was for or how it came, not whether it will be.</summary>
    private static bool IsPurposed(ClauseModel model, VerbGroup predicate)
    {
        SentenceView s = model.Sentence;
        if (s.Lemma(predicate.Head) is "mean" or "intend" or "design")
            return true;
        if (predicate.Past && s.Lemma(predicate.Head) is "plan" or "prepare" && s.Lower(predicate.Head + 1) is "for" or "over" or "by" or "in" && (s.Lower(predicate.Head + 2) is "months" or "weeks" or "years" or "days" or "advance" or "detail" || s.Lower(predicate.Head + 1) == "by"))
            return true;
        return s.Lemma(predicate.Head) == "expect" && model.Verbs.Any(v => v.Kind == ClauseKind.Infinitive && v.Governor == predicate && !v.Passive && s.Lemma(v.Head) is not ("begin" or "start" or "take" or "be" or "open" or "resume" or "happen" or "occur" or "continue" or "last" or "go" or "come" or "end" or "conclude" or "run" or "attract" or "draw"));
    }

    /// <summary>"The crash reportedly killed seven", "he did not believe the crash was caused by error": the noun with its article is taken as known, whatever the clause says of it.</summary>
    private static bool IsKnown(ClauseModel model, NounPhrase noun, EventDraft draft) =>
        draft.Type is EventType.Assault or EventType.Accident or EventType.Disaster or EventType.Protest or EventType.Other or EventType.Casualties
        && (model.Sentence.Lower(noun.First) is "the" or "this" or "that" or "these" or "those" || IsRecalled(model.Sentence, noun));

    /// <summary>"in an earlier protest"</summary>
    private static bool IsRecalled(SentenceView s, NounPhrase noun)
    {
        for (int i = noun.First; i < noun.Head; i++)
        {
            if (s.Lower(i) is "earlier" or "previous" or "last" or "recent" or "deadly" or "horrific" or "fatal" or "yesterday")
                return true;
        }
        return false;
    }

    /// <summary>"is imminent", "was all but inevitable"</summary>
    private static bool IsAwaited(SentenceView s, int at)
    {
        while (s.Tag(at) is Upos.Adv or Upos.Cconj or Upos.Sconj or Upos.Det)
            at++;
        return s.Lower(at) is "imminent" or "likely" or "possible" or "inevitable" or "unlikely" or "impossible" or "probable" or "unavoidable" or "conceivable" or "near" or "coming" or "looming" or "unthinkable" && s.Lower(at + 1) != "to";
    }

    private static bool IsTimed(ClauseModel model, NounPhrase noun) => ClaimSetting.TimeBetween(model, noun.First, EventReader.NounEnd(model, noun)) >= 0;

    /// <summary>"condemned the killing of a mayor in X": who judges a deed with its place takes it for done.</summary>
    public static bool IsJudgedDeed(ClauseModel model, NounPhrase noun, VerbGroup verb) =>
        verb is { Negated: false, Modal: null } && verb.Objects.Contains(noun) && model.Sentence.Lower(noun.First) == "the"
        && model.Sentence.Lemma(verb.Head) is "condemn" or "denounce" or "deplore" or "investigate" or "criticise" or "criticize" && PlacePaths.OfNoun(model, noun.Head) >= 0;

    /// <summary>"there were no clashes", "no attacks were reported": it is told that nothing of the kind happened.</summary>
    private static bool IsAbsent(ClauseModel model, NounPhrase noun)
    {
        SentenceView s = model.Sentence;
        return s.Lower(noun.First) == "no" && model.Verbs.FirstOrDefault(v => v.Subjects.Contains(noun) || v.Objects.Contains(noun)) is { Finite: true, Modal: null } clause
            && (clause.Past || clause.Perfect) && (s.Lemma(clause.Head) is "be" or "see" or "take" or "occur" || (clause.Passive && s.Lemma(clause.Head) is "report" or "record" or "register" or "see"));
    }

    // What a noun of these governs with "of", "for", "to" or "about" has not happened by its saying.
    private static readonly HashSet<string> s_unreal = new(StringComparer.Ordinal)
    {
        "fear", "threat", "risk", "danger", "possibility", "prospect", "call", "end", "renewal", "resumption", "prevention", "absence", "lack", "recommendation", "request", "interest", "proposal", "demand", "hope", "chance", "need", "kind", "type", "form",
        "warrant", "petition", "campaign", "framework", "basis", "condition", "precondition", "likelihood", "probability", "potential", "readiness", "scenario", "idea", "notion", "concept", "deadline", "timetable", "roadmap", "blueprint", "budget",
        "ban", "moratorium", "opposition", "resistance", "deterrent", "deterrence", "warning", "alert", "protection", "safeguard", "defence", "defense", "case", "event", "eve", "verge", "brink", "pretext", "excuse", "opportunity", "appetite", "desire", "wish", "pressure", "push", "bid", "offer",
        "definition", "justification", "alternative", "path", "return", "way", "avoidance", "vulnerability", "insurance", "capability", "capacity", "ability", "worry", "concern", "speculation", "rumour", "rumor", "talk", "capable", "support", "incitement", "advocacy", "glorification",
    };

    internal static bool IsUnreal(string lemma) => s_unreal.Contains(lemma);

    /// <summary>Those who take responsibility for what the noun names, of their own word; nobody where it is denied or only supposed.</summary>
    public static List<int> Claimants(ClauseModel model, NounPhrase noun)
    {
        SentenceView s = model.Sentence;
        if (noun.Preposition <= 0 || s.Lower(noun.Preposition) is not ("for" or "to") || model.Verbs.LastOrDefault(v => v.First < noun.First && noun.First < v.ClauseEnd) is not { Negated: false, Modal: null, Passive: false } verb)
            return [];
        bool takes = (s.Lower(noun.Preposition) == "for" && s.Lemma(verb.Head) is "claim" or "take" or "accept" or "assume" or "admit" && verb.Objects.Exists(o => s.Lemma(o.Head) is "responsibility" or "credit"))
            || (s.Lower(noun.Preposition) == "to" && s.Lemma(verb.Head) == "confess");
        // "No group has claimed responsibility": nobody.
        return takes ? ActorLookup.ActorsOf(s, verb.Subjects.Where(np => !ActorLookup.IsNobody(s, np))) : [];
    }
}
