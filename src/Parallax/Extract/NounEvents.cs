using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>Finds the events that nouns name: "clashes between X and Y", "carried out an attack", "elections were held".</summary>
internal sealed class NounEvents(TriggerLexicon lexicon, ActorLookup lookup, WordClasses words, NounSides sides)
{
    /// <summary>How a noun stands in its sentence.</summary>
    internal enum Standing
    {
        /// <summary>A mere reference.</summary>
        Reference,

        /// <summary>Carried by a verb: "held talks", "clashes erupted".</summary>
        Carried,

        /// <summary>Named with its own participants, time or place.</summary>
        Described,
    }

    /// <summary>The event of <paramref name="noun"/> and how it stands; null where it names none.</summary>
    public (EventDraft Draft, Standing Standing)? Find(ClauseModel model, RootTree tree, ReportView view, NounPhrase noun)
    {
        SentenceView s = model.Sentence;
        // "the envoy for the peace talks" is a person.
        if (s.MentionAt[noun.Head] >= 0 && !s.Report.Mentions[s.MentionAt[noun.Head]].HeadSpan.Overlaps(s[noun.Head].Span))
            return null;
        if (s.Tag(noun.Head) is not (Upos.Noun or Upos.Propn or Upos.Adj) || noun.Mention >= 0 && s.Report.Mentions[noun.Mention].Form == MentionForm.Name)
            return null;
        // "March 19", "the Women's March", "Operation Storm": months and proper names only sound like events; a dated one is one.
        bool proper = s.Tag(noun.Head) == Upos.Propn && noun.Head > 0 && char.IsUpper(s[noun.Head].Text[0]);
        if (s.TimeAt[noun.Head] >= 0 || (proper && s.Tag(noun.Head - 1) is Upos.Propn && !IsDated(model, noun)))
            return null;
        // "came under fire for his remarks", "the case is under attack": a state, told by the verb where it is one of force.
        if (noun.Preposition >= 0 && noun.Preposition == noun.First - 1 && noun.First == noun.Head && s.Lower(noun.Preposition) == "under" && !IsUnderFire(model, noun))
            return null;
        // "killed by police fire", "under sniper fire": guns, no blaze.
        if (s.Lemma(noun.Head) == "fire" && noun.Head > noun.First && IsShooting(s, noun.Head - 1) && lexicon.Nouns("gunfire") is [{ } gunfire, ..])
            return Draft(model, tree, view, noun, gunfire, noun.Head);
        // "hostility toward strangers": a feeling; hostilities are fighting.
        if (s.Lower(noun.Head) == "hostility")
            return null;
        foreach (Trigger trigger in lexicon.Nouns(s.Lemma(noun.Head)))
        {
            // "resigned in protest" is a manner, not a gathering.
            if (s.Lemma(noun.Head) == "protest" && noun.First == noun.Head && noun.Preposition == noun.First - 1 && noun.Preposition >= 0 && s.Lower(noun.Preposition) == "in" && s.Lower(noun.Head) == "protest")
                return null;
            int first = noun.Head - trigger.Words.Length + 1;
            if (first < noun.First || !s.Matches(first, trigger.Words) || !HasContext(s, trigger))
                continue;
            if (trigger is { Type: EventType.Assault, Words: ["strike"] } && !IsBlow(s, noun) && !KillsBelow(tree, noun.Head) && !Kills(model, noun) && !IsOfArms(s, noun))
                continue;
            return Draft(model, tree, view, noun, trigger, first);
        }
        return null;
    }

    /// <summary>"The convoy came under attack by rebels": one side of it is armed, so it is no matter of words.</summary>
    private bool IsUnderFire(ClauseModel model, NounPhrase noun)
    {
        SentenceView s = model.Sentence;
        return model.Verbs.Any(verb => s.Lemma(verb.Head) == "come" && verb.Prepositional.Contains(noun)
            && (verb.Subjects.Exists(np => lookup.IsArmed(s, np) && ActorLookup.ActorOf(s, np) is >= 0 and int actor && s.Report.Actors[actor].Kind != ActorKind.Government)
                || model.Nouns.Any(np => np.First > noun.Head && np.Preposition >= 0 && s.Lower(np.Preposition) is "by" or "from" && words.Is("armed", s.Lemma(np.Head)))));
    }

    /// <summary>Whether a time stands in the phrase or right behind it: "the 1994 war", "the war of 1994".</summary>
    private static bool IsDated(ClauseModel model, NounPhrase noun)
    {
        SentenceView s = model.Sentence;
        return ClaimSetting.TimeBetween(model, noun.First, noun.Head) >= 0
            || (noun.End < s.Count && s.Lower(noun.End) is "of" or "in" or "on" && s.TimeAt[Math.Min(s.Count - 1, noun.End + 1)] >= 0);
    }

    /// <summary>"a strike on Gaza": of the two kinds of strike the one that is directed at a place or people, where nobody speaks of work.</summary>
    private bool IsBlow(SentenceView s, NounPhrase noun)
    {
        int at = noun.End + 1;
        while (at + 1 < s.Count && (s.Tag(at) is Upos.Det or Upos.Adj or Upos.Num || (s[at].Form is VerbForm.PastParticiple or VerbForm.Past && s[at].Relation == "amod")))
            at++;
        return s.Lower(noun.End) is "on" or "against" && at < s.Count && s.TimeAt[at] < 0 && (s.PlaceAt[at] >= 0 || s.MentionAt[at] >= 0 || words.Is("building", s.Lemma(at)))
            && !lexicon.Nouns("strike").Any(other => other.Type == EventType.Protest && other.Lists.TryGetValue("ctx=", out IReadOnlySet<string>? work) && Enumerable.Range(0, s.Count).Any(i => work.Contains(s.Lemma(i))));
    }

    /// <summary>"Israeli strikes in Gaza": a country's strikes, in a report that tells of arms and of no stoppage of work.</summary>
    private static bool IsOfArms(SentenceView s, NounPhrase noun)
    {
        int before = noun.Head - 1;
        if (before < noun.First || s.MentionAt[before] < 0 || s.Report.Mentions[s.MentionAt[before]].Actor is not (>= 0 and int actor) || s.Report.Actors[actor].Kind is not (ActorKind.Government or ActorKind.ArmedForce))
            return false;
        bool arms = false;
        foreach (Token token in s.Report.Tokens)
        {
            if (token.Lower is "union" or "unions" or "strikers" or "striking" or "picket" or "walkout" or "dockworkers" or "wages" or "workers" or "pay")
                return false;
            arms |= token.Lower is "airstrike" or "airstrikes" or "missile" or "missiles" or "drone" or "drones" or "troops" or "army" or "air" or "military" or "bombing" or "militants" or "rebels" or "shelling" or "rockets" or "war";
        }
        return arms;
    }

    /// <summary>Whether the word before "fire" says who shoots or with what.</summary>
    private bool IsShooting(SentenceView s, int at) =>
        words.Is("armed", s.Lemma(at)) || s.Lemma(at) is "sniper" or "gun" or "machine-gun" or "machinegun" or "rifle" or "small-arms" or "arms" or "enemy" or "hostile" or "friendly" or "anti-aircraft" or "tank" or "cannon" or "automatic" or "weapon" or "weapons" or "shell" or "covering" or "army" or "suppressive"
        || (s.MentionAt[at] >= 0 && s.Report.Mentions[s.MentionAt[at]].Actor is >= 0 and int actor && s.Report.Actors[actor].Kind is ActorKind.ArmedForce or ActorKind.Police);

    /// <summary>"the strike that killed the general"</summary>
    private static bool KillsBelow(RootTree tree, int noun)
    {
        for (int c = tree.FirstChild(noun); c >= 0; c = tree.Next(c))
        {
            if (tree.FullRelation(c) == "acl:relcl" && IsDeadly(tree.Lemma(c)))
                return true;
        }
        return false;
    }

    /// <summary>"Strikes killed six", "six were killed by strikes", "in strikes": no stoppage of work does that.</summary>
    private static bool Kills(ClauseModel model, NounPhrase noun) => model.Verbs.Any(verb =>
        IsDeadly(model.Sentence.Lemma(verb.Head))
        && (!verb.Passive && verb.Subjects.Contains(noun) || verb.Passive && verb.Prepositional.Contains(noun) && noun.Preposition >= 0 && model.Sentence.Lower(noun.Preposition) is "by" or "in"));

    private static bool IsDeadly(string lemma) => lemma is "kill" or "wound" or "injure" or "maim" or "destroy" or "flatten" or "level" or "damage" or "ruin" or "wreck";

    private static bool HasContext(SentenceView s, Trigger trigger)
    {
        if (!trigger.Lists.TryGetValue("ctx=", out IReadOnlySet<string>? list))
            return true;
        bool armed = false;
        for (int i = 0; i < s.Count; i++)
        {
            if (list.Contains(s.Lemma(i)))
                return true;
            armed |= s.Lemma(i) is "air" or "missile" or "drone" or "military" or "bomb" or "rocket" or "target" or "army" or "force" or "jet" or "kill";
        }
        // "The strike began on Monday": what kind of strike it is may have been said before.
        return trigger.Mode == "strike" && !armed && s.Report.Tokens.Any(token => token.Lower is "union" or "unions" or "strikers" or "striking" or "picket" or "walkout" or "dockworkers" or "wages");
    }

    private (EventDraft, Standing)? Draft(ClauseModel model, RootTree tree, ReportView view, NounPhrase noun, Trigger trigger, int first)
    {
        SentenceView s = model.Sentence;
        Participants who = new();
        VerbGroup? carrier = null;
        VerbGroup? effect = null;
        VerbGroup? harm = null;
        foreach (VerbGroup verb in model.Verbs)
        {
            string lemma = s.Lemma(verb.Head);
            if (verb.Subjects.Contains(noun))
            {
                if (words.Is("occur", lemma) || (verb.Passive && words.Is("light", lemma)))
                    carrier ??= verb;
                if (words.Is("effect", lemma) && (!verb.Passive || verb.Kind != ClauseKind.ReducedRelative))
                    effect ??= verb;
            }
            else if ((verb.Objects.Contains(noun) && words.Is("light", lemma) && !verb.Passive) || (lemma == "come" && verb.Prepositional.Contains(noun) && s.Lower(noun.Preposition) == "under"))
                carrier ??= verb;
            else if (verb.Prepositional.Contains(noun) && s.Lower(noun.Preposition) is "in" or "during" or "by" && (words.Is("harm", lemma) || (verb.Passive && lemma is "hit" or "strike" or "damage" or "destroy")) && trigger.Type is EventType.Assault or EventType.Accident or EventType.Disaster or EventType.Protest)
                harm ??= verb;
        }
        if (harm is not null && carrier is null && effect is null && trigger.Type == EventType.Assault)
        {
            // "killed in an attack": who is hurt is at the receiving end of it.
            AddAll(s, who, Part.Target, (harm.Passive || s.Lemma(harm.Head) == "die" ? harm.Subjects : harm.Objects).Where(np => lookup.IsPeople(s, np)), view);
        }
        effect ??= harm;
        VerbGroup? fate = carrier is null && effect is null ? FateOf(model, noun) : null;
        // "at a summit in X, attended by envoys".
        if (carrier is null && effect is null && AttendedBy(model, noun) is { } company)
            AddAll(s, who, Part.Initiator, company.Where(np => lookup.IsActor(s, np)), view);
        if (carrier is not null && !carrier.Subjects.Contains(noun))
            AddAll(s, who, (words.Is("undergo", s.Lemma(carrier.Head)) || s.Lemma(carrier.Head) == "come") && trigger.Type is not EventType.Consult ? Part.Target : Part.Initiator, carrier.Subjects.Where(np => lookup.IsActor(s, np)), view);
        else if (carrier is { Passive: true })
            AddAll(s, who, Part.Initiator, carrier.Prepositional.Where(np => s.Lower(np.Preposition) == "by"), view);
        bool dated = IsDated(model, noun);
        if ((trigger.Has("occur") && carrier is null && effect is null && !dated) || (trigger.Has("dated") && !dated))
            return null;
        AddGoverned(model, view, noun, trigger, carrier, effect, who);
        int end = sides.Add(model, tree, view, noun, first, trigger, who);
        who.Separate();
        if (trigger.Has("need2") && who.Initiators.Count < 2 && carrier is null && fate is null)
            return null;
        if (trigger.Has("objperson0") && who.TargetPhrases.Count == 0)
            return null;
        VerbGroup? verbal = carrier ?? effect ?? fate;
        bool described = who.Any || HasOwnSetting(model, noun, end);
        Standing standing = verbal is not null ? Standing.Carried : described ? Standing.Described : Standing.Reference;
        TextSpan span = s.SpanOf(first, noun.Head + 1);
        return (new EventDraft(trigger, trigger.Type, trigger.Mode, span, string.Join(' ', trigger.Words), verbal, noun, who), standing);
    }

    /// <summary>Those on the other side of the verb that the noun stands under: "faced protests", "took part in the talks", "the attack killed two soldiers".</summary>
    private void AddGoverned(ClauseModel model, ReportView view, NounPhrase noun, Trigger trigger, VerbGroup? carrier, VerbGroup? effect, Participants who)
    {
        SentenceView s = model.Sentence;
        foreach (VerbGroup verb in model.Verbs)
        {
            string lemma = s.Lemma(verb.Head);
            bool harms = trigger.Type is EventType.Assault or EventType.Protest or EventType.Coerce or EventType.Sanction or EventType.Accuse;
            // "Fighting raged around the town between X and Y": the sides follow the verb.
            if (verb.Subjects.Contains(noun) && verb.Objects.Count == 0 && words.Is("occur", lemma))
            {
                foreach (NounPhrase side in verb.Prepositional.Where(np => np.First > verb.Head && s.Lower(np.Preposition) == "between" && NounSides.Brings(trigger, "between", Part.Both) && lookup.IsActor(s, np)))
                    who.Add(s, Part.Both, side, view);
            }
            if (verb == effect && verb.Subjects.Contains(noun) && !verb.Passive && trigger.Type == EventType.Assault && NounSides.IsHitting(lemma))
                AddAll(s, who, Part.Target, verb.Objects.Where(np => lookup.IsPeople(s, np) || ActorLookup.ActorOf(s, np) is >= 0 and int hit && s.Report.Actors[hit].Kind == ActorKind.Thing), view);
            if (verb == carrier || verb.Negated || verb.Passive || verb.Governor is { Negated: true })
                continue;
            // "retaliated with airstrikes": who answers so carries them out.
            if (verb.Prepositional.Contains(noun) && s.Lower(noun.Preposition) is "with" or "by" && lemma is "retaliate" or "respond" or "reply" or "answer" or "react" or "counter" or "follow" && harms && who.Initiators.Count == 0)
                AddAll(s, who, Part.Initiator, verb.Subjects.Where(np => lookup.IsActor(s, np)), view);
            bool under = verb.Prepositional.Contains(noun);
            // "During a visit to X, the minister said": the one whom the clause is about is there.
            if (noun.Preposition >= 0 && (under || model.Tree.Head(noun.Head) == verb.Head) && s.Lower(noun.Preposition) is "during" or "on" && trigger.Mode == "visit" && who.Initiators.Count == 0)
                AddAll(s, who, Part.Initiator, verb.Subjects.Where(np => lookup.IsActor(s, np)), view);
            if (verb.Objects.Contains(noun) && words.Is("undergo", lemma) && harms)
                AddAll(s, who, Part.Target, verb.Subjects.Where(np => lookup.IsActor(s, np)), view);
            else if ((verb.Objects.Contains(noun) && words.Is("join", lemma)) || (under && s.Lower(noun.Preposition) == "in" && lemma is "participate" or "take" or "join" or "engage"))
                AddAll(s, who, Part.Initiator, verb.Subjects.Where(np => lookup.IsActor(s, np)), view);
        }
    }

    /// <summary>What is decided about the event: "the march was planned", "the talks were cancelled".</summary>
    private static VerbGroup? FateOf(ClauseModel model, NounPhrase noun)
    {
        SentenceView s = model.Sentence;
        VerbGroup? found = null;
        foreach (VerbGroup verb in model.Verbs)
        {
            if (!verb.Passive && verb.Objects.Contains(noun) && IsDropped(s, verb))
                return verb;
            // "the march will not go ahead"
            if (!verb.Passive && verb.Subjects.Contains(noun) && s.Lemma(verb.Head) == "go" && s.Lower(verb.Head + 1) is "ahead" or "forward")
                return verb;
            if (verb.Passive && verb.Subjects.Contains(noun) && (IsFate(s.Lemma(verb.Head)) || IsDropped(s, verb)) && (found is null || found.Kind == ClauseKind.ReducedRelative))
                found = verb;
        }
        return found;
    }

    /// <summary>Verbs by which an event is arranged or dropped.</summary>
    internal static bool IsFate(string lemma) => lemma is "plan" or "schedule" or "set" or "slate" or "expect" or "cancel" or "postpone" or "scrap" or "shelve" or "abandon" or "defer" or "reschedule" or "delay";

    /// <summary>Whether the verb says that its event does not take place, or not yet: "called off", "postponed".</summary>
    internal static bool IsDropped(SentenceView s, VerbGroup verb) =>
        s.Lemma(verb.Head) is "cancel" or "postpone" or "scrap" or "shelve" or "abandon" or "defer" or "reschedule" or "delay" || (s.Lemma(verb.Head) is "call" or "put" or "push" or "move" && IsParted(s, verb));

    /// <summary>"called off", "put the talks off", "pushed back": the particle stands behind the verb or behind a short object.</summary>
    private static bool IsParted(SentenceView s, VerbGroup verb)
    {
        for (int i = verb.Head + 1; i < s.Count && i < verb.Head + 6 && s.Tag(i) is not (Upos.Verb or Upos.Punct); i++)
        {
            switch (s.Lemma(verb.Head), s.Lower(i))
            {
                case ("call" or "put", "off"):
                case ("put" or "push" or "move", "back") when s.Lower(i + 1) is "to" or "until" or "by" or "till" or "" or ".":
                case ("put", "on") when s.Lower(i + 1) is "hold" or "ice":
                    return true;
                default:
                    break;
            }
        }
        return false;
    }

    /// <summary>Those who attend or hold the event in a participle behind it; null where none stands there.</summary>
    private static IEnumerable<NounPhrase>? AttendedBy(ClauseModel model, NounPhrase noun)
    {
        SentenceView s = model.Sentence;
        foreach (VerbGroup verb in model.Verbs)
        {
            if (!verb.Passive || verb.First <= noun.End || s.Lemma(verb.Head) is not ("attend" or "hold" or "host" or "chair" or "organize" or "organise" or "convene"))
                continue;
            bool near = verb.Kind == ClauseKind.ReducedRelative && model.Verbs.All(other => other == verb || other.First < noun.First || other.First > verb.First)
                && model.Chunks.Where(chunk => chunk.First >= noun.End && chunk.End <= verb.First).All(chunk => chunk.Kind is ChunkKind.Preposition or ChunkKind.Comma or ChunkKind.Other || chunk.Noun is { Preposition: >= 0 } or { IsTime: true });
            if (near || verb.Subjects.Contains(noun))
                return verb.Prepositional.Where(np => s.Lower(np.Preposition) == "by" && !np.IsTime);
        }
        return null;
    }

    private static void AddAll(SentenceView s, Participants who, Part part, IEnumerable<NounPhrase> phrases, ReportView view)
    {
        foreach (NounPhrase phrase in phrases)
            who.Add(s, part, phrase, view);
    }

    private static bool HasOwnSetting(ClauseModel model, NounPhrase noun, int end) =>
        ClaimSetting.TimeBetween(model, noun.First, noun.Head) >= 0
        || ClaimSetting.TimeBetween(model, noun.End, end) >= 0
        || ClaimSetting.PlaceBetween(model, noun.End, end, null) >= 0;
}
