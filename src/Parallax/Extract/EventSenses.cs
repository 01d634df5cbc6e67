using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>
/// Leaves out what a listed word means otherwise where it stands: "caught on video", "dismissed it as a stunt", "sent the police a plan", "agrees with the critics",
/// a school destroyed in a report of an earthquake.
/// </summary>
internal sealed class EventSenses(ActorLookup lookup)
{
    // What somebody threatens with; whatever else is threatened is only in danger.
    private static readonly HashSet<string> s_penalties = new(StringComparer.Ordinal)
    {
        "action", "retaliation", "force", "lawsuit", "litigation", "tariff", "sanction", "strike", "war", "veto", "boycott", "consequence", "violence", "punishment", "arrest", "revenge", "shutdown", "walkout", "resignation", "attack", "measure", "invasion",
        "response", "reprisal", "embargo", "blockade", "jihad", "expulsion", "ban", "closure", "withdrawal", "protest", "rebellion", "intervention", "offensive", "airstrike", "bombing", "killing", "annihilation", "destruction", "prosecution", "step", "penalty", "fine", "default", "escalation",
    };

    private static readonly HashSet<string> s_cameras = new(StringComparer.Ordinal) { "camera", "video", "tape", "film", "footage", "microphone", "mic", "cctv", "videotape", "recording", "radar", "dashcam", "cellphone", "surveillance", "guard", "surprise", "crossfire", "middle" };

    private static readonly HashSet<string> s_fewer = new(StringComparer.Ordinal) { "withdrawal", "pullout", "reduction", "drawdown", "cut", "cutback", "level", "morale", "movement", "presence", "strength", "commitment", "rotation", "pay", "increase", "ceiling" };

    // Those whom officials warn for their own good.
    private static readonly HashSet<string> s_public = new(StringComparer.Ordinal)
    {
        "people", "resident", "citizen", "traveller", "traveler", "tourist", "motorist", "driver", "voter", "consumer", "investor", "public", "family", "patient", "parent", "user", "worker", "customer", "student", "villager", "civilian", "farmer", "fisherman", "passenger", "visitor", "swimmer", "shopper", "household", "homeowner", "employee",
        "reader", "viewer", "national", "expatriate", "pilgrim", "shipping", "mariner", "sailor", "member", "colleague", "reporter", "journalist", "audience", "world",
    };

    // Those whose journeys are visits of one public body to another.
    private static readonly HashSet<string> s_travellers = new(StringComparer.Ordinal)
    {
        "delegation", "mission", "envoy", "minister", "president", "official", "diplomat", "ambassador", "leader", "team", "mediator", "negotiator", "inspector", "investigator", "observer", "representative", "lawmaker", "senator", "chief", "general", "expert", "monitor", "pope", "king", "queen", "prince",
        "premier", "chancellor", "secretary", "spokesman", "commander", "governor", "mayor", "congressman", "parliamentarian", "legislator", "commissioner", "rapporteur", "head", "chairman", "director", "emissary", "adviser", "advisor", "aide", "cleric", "bishop", "archbishop", "cardinal", "patriarch", "sultan", "emir",
    };

    /// <summary>Whether the draft's word means an event of its kind where it stands.</summary>
    public bool Fits(ClauseModel model, RootTree tree, EventDraft draft, ReportGenre genre)
    {
        SentenceView s = model.Sentence;
        if (draft.Noun is { } noun)
            return !(s.Lemma(noun.Head) == "rally" && IsCampaign(s, noun)) && !(genre.Disaster && draft is { Type: EventType.Assault, Mode: "destroy" } && draft.Who.Initiators.Count == 0) && !IsAim(tree, s, noun.Head);
        if (draft.Verb is not { } verb)
            return true;
        int at = verb.Head;
        // "pledged delegates": how somebody is, not what he did.
        if (tree.Is(at, "amod") && draft.Type < EventType.Retreat)
            return false;
        if (draft.Type < EventType.Retreat && !verb.Finite && verb.First == at && s[at].Form is VerbForm.Past or VerbForm.PastParticiple && at > 0 && s.Tag(at - 1) == Upos.Adp && verb.Marker < 0)
            return false;
        // "the trial of people accused of crimes": a kind of people, no accusation.
        if (draft is { Type: EventType.Accuse, Who.Initiators.Count: 0 } && verb.Kind == ClauseKind.ReducedRelative && draft.Who.TargetPhrases.TrueForAll(phrase => phrase.First == phrase.Head && s[phrase.Head].Xpos == "NNS"))
            return false;
        // "announced no further plans": nothing was said or agreed.
        if (draft.Type is EventType.Agree or EventType.Support or EventType.Concede or EventType.Threaten && verb.Objects.Count > 0 && s.Lower(verb.Objects[0].First) is "no" or "neither" or "nothing")
            return false;
        switch (tree.Lemma(at))
        {
            case "fight" or "battle" or "struggle" when draft.Type == EventType.Assault && IsEffort(model, tree, verb):
            case "call" when draft.Type != EventType.Accuse && Judgements.Of(s, verb) is not null:
            case "charge" when draft.Type == EventType.Accuse && IsTask(model, verb):
            case "demonstrate" when draft.Type == EventType.Protest && (tree.Child(at, "ccomp") >= 0 || tree.Child(at, "obj") >= 0 || draft.Who.Initiators.Exists(actor => s.Report.Actors[actor].Kind == ActorKind.Government)):
            case "tell" when draft.Type == EventType.Request && (verb.Objects.Exists(phrase => s_public.Contains(s.Lemma(phrase.Head)) && s.Lemma(phrase.Head) is not ("resident" or "citizen" or "people" or "worker" or "student" or "member")) || model.Verbs.Any(v => v.Kind == ClauseKind.Complement && v.Governor == verb)):
            case "order" when draft.Type == EventType.Mobilize && IsOtherOrder(model, verb):
            case "warn" when draft.Type == EventType.Threaten && IsAdvice(model, draft, verb):
            case "catch" when Beside(tree, at, c => tree.Case(c) is "on" or "off" or "by" or "in" && s_cameras.Contains(tree.Lemma(c))):
            case "dismiss" when draft.Type == EventType.Sanction && Beside(tree, at, c => tree.Case(c) == "as" && (!lookup.IsPeople(s, PhraseAt(model, c)) || s.Lower(PhraseAt(model, c).First) is "a" or "an")):
            case "fire" when draft.Type == EventType.Sanction && IsGunfire(s, draft, verb):
            // "after receiving a request": who is asked has granted nothing.
            case "press" when draft.Type == EventType.Request && s.Lower(at + 1) is "on" or "ahead" or "forward":
            case "receive" when draft.Type == EventType.Concede:
            case "blast" or "hit" or "lash" when at + 1 < tree.Count && tree.Lower(at + 1) == "out" && verb.Objects.Count > 0:
            case "agree" when IsOpinion(tree, draft, at):
            case "threaten" when draft.Type == EventType.Threaten && IsDanger(model, tree, draft, verb):
                return false;
        }
        // Protesters who block a station censor nobody.
        if (draft.Mode == "censor" && draft.Who.Initiators.Exists(actor => s.Report.Actors[actor].Class == "protester"))
            return false;
        if (draft.Type == EventType.Assault && draft.Mode == "destroy" && genre.Disaster && draft.Who.Initiators.Count == 0)
            return false;
        if (draft is { Type: EventType.Mobilize, Trigger.Frame: "thing" } && (IsRecipient(model, verb) || ThingOf(tree, at) is >= 0 and int thing && s_fewer.Contains(tree.Lemma(thing))))
            return false;
        return !(draft is { Type: EventType.Consult, Trigger.Frame: "visit" } && !IsEnvoy(s, draft)) && !(draft.Type is EventType.Assault && IsAim(tree, s, ThingOf(tree, at)));
    }

    /// <summary>"munitions fired by the army": where arms are spoken of, nobody is dismissed.</summary>
    private static bool IsGunfire(SentenceView s, EventDraft draft, VerbGroup verb)
    {
        if (draft.Who.Initiators.Exists(actor => s.Report.Actors[actor] is { Kind: ActorKind.ArmedForce or ActorKind.Police } or { Class: "rebel" or "gunman" or "soldier" }))
            return true;
        for (int i = 0; i < s.Count; i++)
        {
            if (s.Lemma(i) is "munition" or "rocket" or "missile" or "shot" or "round" or "bullet" or "shell" or "mortar" or "grenade" or "rifle" or "gun" or "artillery" or "projectile" or "gas")
                return true;
        }
        return verb.Kind == ClauseKind.ReducedRelative && !verb.Prepositional.Exists(np => s.Lower(np.Preposition) == "from");
    }

    /// <summary>"a campaign rally", "at a rally in Ohio, the candidate said": where voters are courted, nobody protests.</summary>
    private static bool IsCampaign(SentenceView s, NounPhrase noun)
    {
        for (int i = 0; i < s.Count; i++)
        {
            if (s.Lemma(i) is "campaign" or "candidate" or "voter" or "re-election" or "nominee" or "reelection" or "election")
                return s.Lower(noun.End) is not ("against" or "over") && !(i < noun.Head && i > noun.First && s.Lemma(i) == "election");
        }
        return false;
    }

    /// <summary>"agrees with the critics", "agreed that it was late": one who shares a view has made no deal.</summary>
    private static bool IsOpinion(RootTree tree, EventDraft draft, int at)
    {
        if (draft.Type != EventType.Agree || tree.Child(at, "xcomp") >= 0 || tree.Child(at, "obj") >= 0)
            return false;
        bool with = draft.Who.Initiators.Count < 2;
        for (int c = tree.FirstChild(at); c >= 0; c = tree.Next(c))
        {
            // "agreed on a plan", "agreed to a truce"
            if (tree.Is(c, "obl") && tree.Case(c) is "on" or "to" or "upon")
                return false;
            with |= tree.Is(c, "obl") && tree.Case(c) == "with";
            if (tree.Is(c, "ccomp") && draft.Who.Initiators.Count < 2)
                return true;
        }
        return with;
    }

    /// <summary>"the town is threatened by floods", "threatens the stability of X": in danger, but nobody says that he will do something.</summary>
    private static bool IsDanger(ClauseModel model, RootTree tree, EventDraft draft, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        if (draft.Trigger.Words.Length > 1 || draft.Trigger.Frame == "roots" || tree.Child(verb.Head, "xcomp") >= 0 || tree.Child(verb.Head, "ccomp") >= 0 || model.Verbs.Any(v => v.Governor == verb && v.Kind is ClauseKind.Infinitive or ClauseKind.Complement))
            return false;
        if (verb.Passive)
            return draft.Who.Initiators.Count == 0 || s.Lower(verb.First) is "is" or "are" or "been" or "being";
        if (ThingOf(tree, verb.Head) is not (>= 0 and int thing) || s_penalties.Contains(tree.Lemma(thing)))
            return false;
        // "threatened them with war"
        if (Beside(tree, verb.Head, c => tree.Case(c) == "with"))
            return false;
        return (verb.Finite && verb.First == verb.Head && !verb.Past) || (s.MentionAt[thing] < 0 && s.PlaceAt[thing] < 0);
    }

    /// <summary>"ordered police to arrest him", "the army was ordered to fire": who is told to do something else is not set in motion by that.</summary>
    private static bool IsOtherOrder(ClauseModel model, VerbGroup verb) =>
        model.Verbs.FirstOrDefault(v => v.Kind == ClauseKind.Infinitive && v.Governor == verb) is { } deed
        && model.Sentence.Lemma(deed.Head) is not ("deploy" or "move" or "go" or "march" or "advance" or "mobilise" or "mobilize" or "prepare" or "reinforce" or "enter" or "secure" or "patrol" or "take" or "guard" or "head" or "be" or "stand" or "return" or "cross" or "redeploy" or "assemble" or "gather" or "position" or "join" or "rush" or "rehearse" or "drill" or "train" or "hold" or "conduct" or "begin" or "start" or "launch" or "surround" or "seal");

    /// <summary>"is battling to protect jobs": what is fought to be reached without arms.</summary>
    private static bool IsEffort(ClauseModel model, RootTree tree, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        return !HasArms(s) && verb.Objects.Count == 0 && model.Verbs.Any(v => v.Kind == ClauseKind.Infinitive && v.Governor == verb && v.First > verb.Head
            && s.Lemma(v.Head) is not ("retake" or "recapture" or "capture" or "seize" or "repel" or "hold" or "defend" or "oust" or "overthrow" or "topple" or "expel" or "drive" or "liberate")) && tree.Child(verb.Head, "obj") < 0;
    }

    /// <summary>"was charged with establishing the facts": a task, no crime.</summary>
    private static bool IsTask(ClauseModel model, VerbGroup verb) =>
        verb.Prepositional.Exists(phrase => model.Sentence.Lower(phrase.Preposition) == "with" && model.Sentence.Lemma(phrase.Head) is "responsibility" or "task" or "duty" or "job" or "mission" or "role" or "oversight" or "care" or "protection") ||
        model.Verbs.FirstOrDefault(v => v.Kind == ClauseKind.Gerund && v.Governor == verb && v.Marker >= 0 && model.Sentence.Lower(v.Marker) == "with") is { } task
        && model.Sentence.Lemma(task.Head) is "establish" or "determine" or "oversee" or "protect" or "enforce" or "investigate" or "lead" or "run" or "manage" or "find" or "ensure" or "build" or "implement" or "draft" or "supervise" or "coordinate" or "keep" or "review" or "monitor" or "develop" or "maintain" or "guard" or "decide" or "write"
            or "handle" or "prepare" or "defend" or "administer" or "represent" or "bring" or "restore" or "provide" or "collect" or "look" or "design" or "examine" or "regulate" or "secure" or "rebuild" or "reform";

    private static bool HasArms(SentenceView s)
    {
        for (int i = 0; i < s.Count; i++)
        {
            if (s.Lemma(i) is "troop" or "army" or "soldier" or "rebel" or "militia" or "fighter" or "airstrike" or "militant" or "insurgent" or "artillery" or "jihadist" or "guerrilla" or "gunman" or "troops" or "commando" or "gang")
                return true;
        }
        return false;
    }

    /// <summary>"warned residents to stay inside", "warned the members that the river was rising": who is told of a danger is not threatened.</summary>
    private static bool IsAdvice(ClauseModel model, EventDraft draft, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        if (draft.Trigger.Frame != "warn")
            return false;
        if (draft.Who.TargetPhrases.Exists(phrase => s_public.Contains(s.Lemma(phrase.Head))) || verb.Objects.Exists(phrase => s_public.Contains(s.Lemma(phrase.Head))))
            return true;
        // "warned Congress against adding sanctions"
        if (model.Verbs.Any(v => v.Kind == ClauseKind.Gerund && v.Marker >= 0 && s.Lower(v.Marker) == "against" && v.Governor == verb))
            return true;
        // Of what the warner himself will do the clause speaks in his own name.
        return model.Verbs.FirstOrDefault(v => v.Kind == ClauseKind.Complement && v.Governor == verb) is { Subjects: [.., var subject] } told
            && !(told.Modal is "will" or "would" && ActorLookup.ActorOf(s, subject) is >= 0 and int power && s.Report.Actors[power].Kind is ActorKind.Government or ActorKind.ArmedForce) && !(s.Lower(subject.Head) is "it" or "they" or "he" or "she" or "we" or "i")
            && !(ActorLookup.ActorOf(s, subject) is >= 0 and int actor && draft.Who.Initiators.Contains(actor));
    }

    /// <summary>"an offensive to win support", "the fight to save the factory": where no arms are spoken of, such a noun is an effort.</summary>
    private static bool IsAim(RootTree tree, SentenceView s, int noun)
    {
        if (noun < 0 || tree[noun].Tag != Upos.Noun || tree.Lemma(noun) is not ("offensive" or "battle" or "fight" or "war" or "assault" or "attack" or "blitz" or "struggle" or "strike" or "operation" or "raid" or "barrage" or "onslaught"))
            return false;
        for (int c = tree.FirstChild(noun); c >= 0; c = tree.Next(c))
        {
            // "an operation to deport refugees", "a mission to rescue hostages": its aim says what is done.
            if (tree.Is(c, "acl") && tree.Lemma(noun) == "operation" && tree.Child(c, "mark") is >= 0 && tree.Lemma(c) is "deport" or "evacuate" or "rescue" or "repatriate" or "return" or "relocate" or "remove" or "expel" or "arrest" or "search" or "recover" or "free" or "identify" or "vaccinate" or "clear" or "find" or "extract" or "transfer" or "deliver")
                return true;
            if (tree.Is(c, "acl") && tree[c].Form != VerbForm.Gerund && tree.Child(c, "mark") is >= 0 and int to && tree.Lower(to) == "to" && tree.Lemma(c) is "build" or "win" or "persuade" or "save" or "keep" or "get" or "become" or "reduce" or "curb" or "cut" or "sell" or "promote" or "pass"
                or "lower" or "raise" or "improve" or "stay" or "lead" or "succeed" or "rescue" or "preserve" or "repeal" or "convince" or "attract" or "boost" or "revive" or "woo" or "change" or "ban" or "legalise" or "legalize" or "overturn" or "block" or "pay" or "balance" or "educate" or "find")
            {
                return !HasArms(s);
            }
        }
        return false;
    }

    /// <summary>"sent the police a plan": who only receives something is not sent anywhere.</summary>
    private static bool IsRecipient(ClauseModel model, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        return !verb.Passive && verb.Objects.Count > 0 && verb.Objects[0] is var receiver && model.Nouns.Any(thing => thing.First == receiver.End && !thing.IsTime && s.Lower(thing.First) is "a" or "an" or "the" or "its" or "their" or "his" or "her" or "no" or "more" or "some");
    }

    /// <summary>Whether one of those who travel speaks for a state, body or force; what workers, tourists and aircraft do is no visit in this sense.</summary>
    private static bool IsEnvoy(SentenceView s, EventDraft draft)
    {
        foreach (int initiator in draft.Who.Initiators)
        {
            ReportActor actor = s.Report.Actors[initiator];
            if (actor.Kind is ActorKind.Government or ActorKind.Person or ActorKind.Organisation or ActorKind.Outlet || actor.Class is "official")
                return true;
        }
        return draft.Who.InitiatorPhrases.Exists(phrase => s_travellers.Contains(s.Lemma(phrase.Head)));
    }

    private static NounPhrase PhraseAt(ClauseModel model, int head) => model.Nouns.FirstOrDefault(phrase => head >= phrase.First && head < phrase.End) ?? new NounPhrase(head, head + 1, head);

    private static int ThingOf(RootTree tree, int verb) => tree.IsPassive(verb) ? tree.Child(verb, "nsubj") : tree.Child(verb, "obj");

    private static bool Beside(RootTree tree, int verb, Func<int, bool> fits)
    {
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if ((tree.Is(c, "obl") || tree.Is(c, "nmod")) && fits(c))
                return true;
        }
        return false;
    }
}
