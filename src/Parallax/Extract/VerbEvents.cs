using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>Finds the events that verbs name, by <c>triggers.tsv</c> and the clause around each.</summary>
internal sealed class VerbEvents(TriggerLexicon lexicon, ActorLookup lookup, WordClasses words, NounSides sides)
{
    private const int WidestGap = 8;

    private static readonly HashSet<string> s_testing = new(StringComparer.Ordinal) { "test", "ballistic", "intercontinental", "drill", "exercise", "orbit", "satellite", "space" };

    /// <summary>The event of <paramref name="verb"/>; null where it names none.</summary>
    public EventDraft? Find(ClauseModel model, RootTree tree, ReportView view, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        if (IsState(s, verb))
            return null;
        if (s.Lemma(verb.Head) == "call" && Judgements.Of(s, verb, out int verdict) is { } judged)
            return judged < 0 ? Judgement(model, tree, view, verb, verdict) : null;
        if (s.Lemma(verb.Head) == "warn" && Threat(model, view, verb) is { } threat)
            return threat;
        foreach (Trigger trigger in lexicon.Verbs(s.Lemma(verb.Head)))
        {
            int end = PatternEnd(s, verb, trigger);
            if (end < 0)
                continue;
            if (Draft(model, tree, view, verb, trigger, end) is { } draft)
                return draft;
        }
        return null;
    }

    /// <summary>"called the vote a farce": who says so speaks against it.</summary>
    private EventDraft? Judgement(ClauseModel model, RootTree tree, ReportView view, VerbGroup verb, int verdict)
    {
        if (!verb.Subjects.Exists(np => Judgements.IsPublic(model.Sentence, np)) || lexicon.Verbs("call").FirstOrDefault(t => t.Type == EventType.Accuse) is not { } accusing)
            return null;
        EventDraft? draft = Draft(model, tree, view, verb, accusing, verb.Objects.Count > 0 ? verb.Objects.Max(thing => thing.End) : verb.Head + 1);
        draft?.Extra.Add(model.Sentence.SpanOf(verb.Head, verdict + 1));
        return draft;
    }

    /// <summary>Who does what a passive tells: "by the rebels", also where an adverb stands before it ("killed so far by rebels").</summary>
    private static List<NounPhrase> AgentsOf(ClauseModel model, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        List<NounPhrase> agents = [.. verb.Prepositional.Where(np => s.Lower(np.Preposition) == "by" && !np.IsTime && !IsManner(s, np))];
        if (agents.Count == 0)
            agents.AddRange(model.Nouns.Where(np => np.First > verb.Head && !np.IsTime && s[np.Head].Relation == "obl:agent" && model.Tree.Head(np.Head) == verb.Head && !IsManner(s, np)).Take(1));
        return agents;
    }

    /// <summary>"Shelling by Russian forces": a noun in all but form, behind which stands who did it.</summary>
    private static bool IsNamedDeed(SentenceView s, VerbGroup verb) =>
        verb is { Kind: ClauseKind.Gerund, Progressive: false, Subjects.Count: 0, Marker: < 0 } && verb.Prepositional.Exists(np => np.Preposition == verb.Head + 1 && s.Lower(np.Preposition) == "by" && np.Mention >= 0);

    /// <summary>Whether some trigger begins with the verb.</summary>
    public bool Knows(string lemma) => lexicon.Verbs(lemma).Count > 0;

    /// <summary>
    /// Standing opinions and stations are no occurrences: "opposes the plan", "troops stationed there", "a means of demanding more".
    /// </summary>
    internal static bool IsState(SentenceView s, VerbGroup verb)
    {
        string lemma = s.Lemma(verb.Head);
        bool plainPresent = verb.Finite && verb.First == verb.Head && !verb.Past && s[verb.Head].Form is VerbForm.Base or VerbForm.Present;
        if (plainPresent && lemma is "oppose" or "support" or "back" or "reject" or "recognise" or "recognize" or "defend" or "fight" or "fear" or "seek" or "demand" or "want")
            return true;
        // "the factions fighting each other", "are fighting for power": who is at war, not what happened.
        if (lemma == "fight" && !verb.Past && ((verb.Kind == ClauseKind.Gerund && verb.Marker < 0 && verb.First > 0 && s.Tag(verb.First - 1) is Upos.Noun or Upos.Propn) || verb.Progressive))
            return true;
        if ((verb.Passive && lemma is "station" or "base") || (verb is { Kind: ClauseKind.Gerund, Progressive: false } && lemma is "support" or "defend" or "back" or "oppose" && verb.Marker < 0))
            return true;
        if (verb.Kind == ClauseKind.ReducedRelative && lemma is "station" or "deploy" or "base" or "post" or "position" or "back" or "support" or "arm" or "train")
            return true;
        // "put the blame for fighting on X", "offences like expressing support": whose deed it is nobody says.
        if (verb is { Kind: ClauseKind.Gerund, Marker: > 0 } && s.Tag(verb.Marker - 1) == Upos.Noun && (s.Lower(verb.Marker) is "like" or "including" || (s.Lower(verb.Marker) == "for" && s.Lemma(verb.Marker - 1) is "blame" or "responsibility" or "reason" or "excuse" or "need" or "penalty" or "motive" or "praise" or "criticism" or "credit" or "punishment" or "justification")))
            return true;
        return verb is { Kind: ClauseKind.Gerund, Marker: >= 0 } && s.Lower(verb.Marker) == "of" && s.Tag(verb.Marker - 1) == Upos.Noun && s.MentionAt[verb.Marker - 1] < 0;
    }

    /// <summary>The token after the pattern's last word; -1 where its words do not stand there.</summary>
    private static int PatternEnd(SentenceView s, VerbGroup verb, Trigger trigger)
    {
        int at = verb.Head + 1;
        bool gap = false;
        for (int k = 1; k < trigger.Words.Length; k++)
        {
            if (trigger.Words[k] == "_")
            {
                gap = true;
                continue;
            }
            int limit = Math.Min(s.Count, at + (gap ? WidestGap : k == 1 ? 2 : 1));
            int found = -1;
            for (int i = at; i < limit; i++)
            {
                if (s.Lemma(i) == trigger.Words[k] || s.Lower(i) == trigger.Words[k])
                {
                    found = i;
                    break;
                }
                // "found him not guilty"
                if ((!gap && s.Tag(i) is not (Upos.Adv or Upos.Det or Upos.Adj)) || s.Tag(i) == Upos.Punct || (gap && s.Lower(i) is "not" or "never" && trigger.Words[^1] != s.Lower(i)))
                    break;
            }
            // "called on Tuesday for talks": a preposition before a time is no part of the verb.
            if (found < 0 || (k == trigger.Words.Length - 1 && s.Tag(found) == Upos.Adp && found + 1 < s.Count && s.TimeAt[found + 1] >= 0))
                return -1;
            at = found + 1;
            gap = false;
        }
        return at;
    }

    private EventDraft? Draft(ClauseModel model, RootTree tree, ReportView view, VerbGroup verb, Trigger trigger, int end)
    {
        SentenceView s = model.Sentence;
        List<NounPhrase> objects = VerbPhrases.Wholes(model, ObjectsOf(model, verb, trigger, end));
        // "because of fighting between X and Y": a noun in all but form, whose sides follow.
        List<NounPhrase> subjects = verb is { Kind: ClauseKind.Gerund, Progressive: false } && s.Lower(verb.Head + 1) == "between" ? [] : verb.Passive || IsNamedDeed(s, verb) ? AgentsOf(model, verb) : VerbPhrases.Wholes(model, verb.Subjects);
        if (verb.Passive)
            objects = VerbPhrases.Wholes(model, verb.Subjects);
        // "is opposed to the plan": a stance of the subject.
        if (verb.Passive && subjects.Count == 0 && s.Lemma(verb.Head) == "oppose" && s.Lower(verb.Head + 1) == "to")
            (subjects, objects) = (objects, [.. verb.Prepositional.Where(np => np.Preposition == verb.Head + 1)]);
        if (!Allows(model, verb, trigger, subjects, objects))
            return null;
        Participants who = new();
        EventType type = trigger.Type;
        string? mode = trigger.Mode;
        bool lastResort = false;
        switch (trigger.Frame)
        {
            case "hit" or "act" or "ask" or "elect" or "give" or "warn":
                AddAll(s, who, Part.Initiator, subjects, view);
                if (trigger.Frame == "give")
                    AddAll(s, who, Part.Target, objects.Take(Math.Max(0, objects.Count - 1)).Where(np => lookup.IsActor(s, np)), view);
                // "called for a space force": only who is called upon to do something is asked.
                else if (trigger is not { Type: EventType.Request, Words: [.., "for"] })
                    AddAll(s, who, Part.Target, objects, view);
                else
                    AddAll(s, who, Part.Target, objects.Where(np => s.Lower(np.End) == "to" && model.Verbs.Any(v => v.First == np.End)), view);
                if (who.Targets.Count == 0 && trigger.Frame == "act" && trigger.Type != EventType.Assault)
                {
                    foreach (NounPhrase thing in objects)
                        who.AddActor(Part.Target, AnswerableFor(model, tree, view, trigger, thing));
                }
                break;
            case "thing":
                AddAll(s, who, Part.Initiator, subjects, view);
                // "The capital sent troops": where the sender is no actor, those sent are none who sends.
                if (who.InitiatorPhrases.Count == 0 && type is EventType.Mobilize or EventType.Retreat)
                    // "the fighters had been sent": somebody else has sent them.
                    AddAll(s, who, verb.Passive && type == EventType.Mobilize && s.Lemma(verb.Head) is "send" or "dispatch" or "fly" or "ship" or "bring" or "transport" or "recruit" or "ferry" or "order" or "rush" ? Part.Target : Part.Initiator, objects, view);
                else if (type is EventType.Assault or EventType.Coerce && trigger.Mode is not ("crowd-control" or "primitive" or "explosives" or "heavy-weapons"))
                    AddAll(s, who, Part.Target, objects, view);
                else if (type is EventType.Assault or EventType.Coerce)
                    AddAll(s, who, Part.Target, objects.Where(np => IsThing(s, np)), view);
                else if (type is EventType.Sanction or EventType.Reject or EventType.Retreat || (type == EventType.Protest && trigger.Mode is "vandalize" or "obstruct"))
                {
                    foreach (NounPhrase thing in objects)
                        who.AddActor(Part.Target, type == EventType.Retreat ? -1 : AnswerableFor(model, tree, view, trigger, thing));
                }
                break;
            case "intr" or "refuse" or "alert":
                AddAll(s, who, Part.Initiator, verb.Passive && trigger.Frame == "alert" && subjects.Count == 0 ? objects : subjects, view);
                break;
            case "blameon":
                AddAll(s, who, Part.Initiator, subjects, view);
                break;
            case "both":
                AddAll(s, who, Part.Initiator, verb.Passive ? objects : subjects, view);
                if (trigger.Type is EventType.Consult or EventType.Assault && trigger.Words.Length == 1)
                    // "fighters battling the president": who is fought did not begin it.
                    AddAll(s, who, trigger.Type == EventType.Assault ? Part.Target : Part.Initiator, verb.Passive ? [] : objects.Where(np => lookup.IsActor(s, np)), view);
                break;
            case "undergo":
                AddAll(s, who, Part.Target, verb.Subjects, view);
                break;
            case "visit":
                AddAll(s, who, Part.Initiator, subjects, view);
                break;
            default:
                return null;
        }
        foreach (NounPhrase phrase in verb.Prepositional)
        {
            // "fought with both the police and the troops": two who are fought by one do not fight each other.
            if (trigger.Prepositions.TryGetValue(s.Lower(phrase.Preposition), out Part part) && part == Part.Both && type == EventType.Assault && verb.Prepositional.Exists(other => other != phrase && other.Preposition == phrase.Preposition && lookup.IsActor(s, other)))
                part = Part.Target;
            if (part != Part.None && phrase.First >= end - 1 && !EventTurns.IsOfOtherTalks(s, phrase))
            {
                who.Add(s, part, phrase, view);
                if (part == Part.Target && ActorLookup.ActorOf(s, phrase) < 0)
                    who.AddActor(part, AnswerableFor(model, tree, view, trigger, phrase));
            }
        }
        AddOfObject(model, tree, view, trigger, objects, who);
        if (type is EventType.Assault or EventType.Coerce or EventType.Protest && who.Targets.Count == 0)
            AddAll(s, who, Part.Target, verb.Prepositional.Where(np => np.First >= end - 1 && s.Lower(np.Preposition) is "at" or "on" or "against" or "into" && IsThing(s, np)).Concat(type == EventType.Protest ? objects.Where(np => IsThing(s, np)) : []), view);
        // "attacked their bus", "shelled the army's base": whose it is, is hit.
        if (type == EventType.Assault && who.Targets.Count == 0)
        {
            foreach (NounPhrase thing in objects.Where(np => ActorLookup.ActorOf(s, np) < 0 && !ActorLookup.IsPlace(s, np)))
                who.AddActor(Part.Target, Participants.PossessorOf(model, thing) is >= 0 and int owner ? owner : Participants.ModifierOf(s, thing, thing.Head));
        }
        // "Police are holding three suspects": who may hold people abducts nobody.
        if (type == EventType.Assault && mode == "abduct" && s.Lemma(verb.Head) == "hold" && !trigger.Words.Contains("hostage") && who.Initiators.Count > 0 && who.Initiators.TrueForAll(actor => s.Report.Actors[actor].Kind is ActorKind.Police or ActorKind.Government || s.Report.Actors[actor].Class is "court"))
            (type, mode) = (EventType.Coerce, "arrest");
        // "was captured by militants": those who have no law abduct.
        else if (trigger is { Type: EventType.Coerce, Mode: "arrest", Words: ["capture"] } && who.Initiators.Exists(actor => s.Report.Actors[actor] is { Kind: ActorKind.ArmedForce } or { Kind: ActorKind.Group or ActorKind.Organisation or ActorKind.Person }))
            (type, mode) = (EventType.Assault, "abduct");
        who.Separate();
        // "blamed X for attacks on the plant": the plant is blamed for nothing.
        if (type is not (EventType.Assault or EventType.Coerce or EventType.Protest))
            who.Targets.RemoveAll(actor => s.Report.Actors[actor].Kind == ActorKind.Thing);
        if (trigger.Has("agentless") && who.InitiatorPhrases.Find(np => words.Is("weapon", s.Lemma(np.Head))) is { } weapon)
        {
            // "its drones killed a commander", "a bomb wounded two": a weapon is somebody's doing, whose it may be told.
            mode = VerbPhrases.ModeOf(s.Lemma(weapon.Head));
            who.AddActor(Part.Initiator, Participants.PossessorOf(model, weapon) is >= 0 and int owner ? owner : Participants.ModifierOf(s, weapon, weapon.Head));
        }
        else if (trigger.Has("agentless") && (IsMishap(s, verb) || who.InitiatorPhrases.All(np => !IsDoer(s, np))))
        {
            // "The blast killed five": the noun is the event; without any doer these are casualties.
            if (!verb.Passive && verb.Subjects.Count > 0 && lexicon.Nouns(s.Lemma(verb.Subjects[^1].Head)).Count > 0)
                return null;
            (type, lastResort) = (EventType.Casualties, true);
            who.Initiators.Clear();
        }
        // "The explosion, …, smashing windows": nobody riots.
        if (type == EventType.Protest && mode == "vandalize" && who.Initiators.Count == 0 && subjects.Exists(np => !lookup.IsActor(s, np) && lexicon.Nouns(s.Lemma(np.Head)).Count > 0))
            return null;
        // "Rockets set fire to a barn": no riot.
        if (type == EventType.Protest && mode == "vandalize" && who.InitiatorPhrases.Find(np => words.Is("weapon", s.Lemma(np.Head))) is { } fired)
            (type, mode) = (EventType.Assault, VerbPhrases.ModeOf(s.Lemma(fired.Head)));
        // A missile sent nowhere is a test.
        if (type == EventType.Assault && mode == "heavy-weapons" && s.Lemma(verb.Head) is "launch" or "fire" && who.TargetPhrases.Count == 0 && who.Targets.Count == 0 && Mentions(s, s_testing))
            (type, mode) = (EventType.Mobilize, "weapons");
        if (type == EventType.Request && who.TargetPhrases.Count == 0 && Demanded(model, verb) is { } demanded)
            AddAll(s, who, Part.Target, demanded.Subjects.Where(np => lookup.IsActor(s, np)), view);
        else if (!Suffices(s, verb, trigger, who))
            return null;
        // "held elections": the object says what was held.
        if (words.Is("light", s.Lemma(verb.Head)) && trigger.Words.Length == 1 && trigger.Lists.ContainsKey("obj=") && objects.Count > 0 && objects[0].First >= 0)
            return new EventDraft(trigger, type, mode, s.SpanOf(objects[0].Head, objects[0].Head + 1), s.Lemma(objects[0].Head), verb, null, who);
        TextSpan span = s.SpanOf(verb.Head, trigger.Words.Length > 1 && !trigger.Words.Contains("_") ? end : verb.Head + 1);
        return new EventDraft(trigger, type, type == EventType.Casualties ? null : mode, span, s.Lemma(verb.Head), verb, null, who) { LastResort = lastResort || type == EventType.Casualties };
    }

    /// <summary>"two pilots crashed, killing all on board", "the bus overturned, injuring six": what an accident does nobody does.</summary>
    private bool IsMishap(SentenceView s, VerbGroup verb) =>
        verb is { Kind: ClauseKind.Gerund, Marker: < 0, Governor: { Objects.Count: 0 } cause } && lexicon.Verbs(s.Lemma(cause.Head)).Any(trigger => trigger.Type is EventType.Accident or EventType.Disaster);

    /// <summary>What the object tells of the same deed: "launched an attack on X", "staged protests against Y".</summary>
    private void AddOfObject(ClauseModel model, RootTree tree, ReportView view, Trigger trigger, List<NounPhrase> objects, Participants who)
    {
        if (who.Targets.Count > 0 || trigger.Frame is "hit" or "ask" or "warn" or "elect" or "give" or "refuse")
            return;
        SentenceView s = model.Sentence;
        foreach (NounPhrase thing in objects)
        {
            if (thing.Mention >= 0 || sides.Deed(s, thing) is not { } deed || deed.Type != trigger.Type)
                continue;
            Participants own = new();
            sides.Add(model, tree, view, thing, thing.Head - deed.Words.Length + 1, deed, own);
            foreach (int actor in own.Targets)
                who.AddActor(Part.Target, actor);
        }
    }

    /// <summary>
    /// The actor whose the thing is. Of a deed it is the doer: who condemns "the killing of X by Y" has nothing against X. -1 where there is none.
    /// </summary>
    private int AnswerableFor(ClauseModel model, RootTree tree, ReportView view, Trigger trigger, NounPhrase thing)
    {
        SentenceView s = model.Sentence;
        if (trigger.Type is EventType.Request || sides.Deed(s, thing) is not { } deed || !NounSides.Brings(deed, "of", Part.Target))
            return Participants.PossessorOf(model, thing);
        Participants own = new();
        sides.Add(model, tree, view, thing, thing.Head - deed.Words.Length + 1, deed, own);
        return own.Initiators.Count > 0 ? own.Initiators[0] : -1;
    }

    /// <summary>"by nightfall", "by mistake", "by telephone": when or how, not by whom.</summary>
    private static bool IsManner(SentenceView s, NounPhrase phrase) => phrase.Mention < 0 && s.Lemma(phrase.Head) is "nightfall" or "dawn" or "dusk" or "noon" or "midday" or "midnight" or "sunrise" or "sunset" or "daybreak" or "morning" or "evening" or "afternoon" or "night"
        or "weekend" or "end" or "time" or "then" or "mistake" or "accident" or "chance" or "telephone" or "phone" or "letter" or "decree" or "force" or "law" or "vote" or "majority" or "hand" or "surprise" or "road" or "sea" or "air" or "land" or "rail";

    /// <summary>Whether the phrase names somebody who can act, also such that no actor of the report is made of: "neighbouring states", "the enemy", "both sides".</summary>
    private bool IsDoer(SentenceView s, NounPhrase phrase) =>
        lookup.IsActor(s, phrase) || words.Is("doer", s.Lemma(phrase.Head)) || words.Is("rank", s.Lemma(phrase.Head))
        || (s.Lower(phrase.First) is "both" or "two" && s.Tag(phrase.Head) == Upos.Propn)
        // "We signed a truce," the commander said: who speaks is one of those who did.
        || (s.Quoted[phrase.Head] && s.Lower(phrase.Head) == "we");

    private static bool IsThing(SentenceView s, NounPhrase phrase) => ActorLookup.ActorOf(s, phrase) is >= 0 and int actor && s.Report.Actors[actor].Kind == ActorKind.Thing;

    /// <summary>"coast guard ships", "army helicopters": craft of a force.</summary>
    private bool IsArmedCraft(SentenceView s, NounPhrase phrase)
    {
        if (!words.Is("vehicle", s.Lemma(phrase.Head)))
            return false;
        for (int i = phrase.First; i < phrase.Head; i++)
        {
            if (words.Is("armed", s.Lemma(i)) || s.Lower(i) is "naval" or "military")
                return true;
        }
        return false;
    }

    /// <summary>Whether the phrase names somebody under arms by rank: "the general", "the enemy".</summary>
    private bool IsOfRank(SentenceView s, NounPhrase phrase)
    {
        for (int i = phrase.First; i < phrase.End; i++)
        {
            if (words.Is("rank", s.Lemma(i)))
                return true;
        }
        return false;
    }

    /// <summary>"warned that it would fire on any ship": who says what force he will use threatens with it; null where the warning is about something else.</summary>
    private EventDraft? Threat(ClauseModel model, ReportView view, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        if (verb.Negated || verb.Modal is not null || Demanded(model, verb) is not { Modal: "will" or "would" or "shall" or "'ll", Passive: false } inner || inner.Subjects.Count == 0)
            return null;
        bool own = s.Lower(inner.Subjects[^1].Head) is "it" or "they" or "he" or "she" or "we" or "i"
            || ActorLookup.ActorOf(s, inner.Subjects[^1]) is >= 0 and int actor && ActorLookup.ActorsOf(s, verb.Subjects).Contains(actor);
        Trigger? hostile = lexicon.Verbs(s.Lemma(inner.Head)).FirstOrDefault(t => PatternEnd(s, inner, t) >= 0);
        if (!own || hostile?.Type is not (EventType.Assault or EventType.Coerce or EventType.Sanction or EventType.Mobilize))
            return null;
        Participants who = new();
        AddAll(s, who, Part.Initiator, VerbPhrases.Wholes(model, verb.Subjects), view);
        if (who.Initiators.Count == 0)
            return null;
        AddAll(s, who, Part.Target, verb.Objects.Concat(inner.Objects).Where(np => ActorLookup.ActorOf(s, np) >= 0), view);
        who.Separate();
        Trigger threat = lexicon.Verbs("threaten").First(t => t.Words.Length == 1);
        return new EventDraft(threat, EventType.Threaten, null, s.SpanOf(verb.Head, verb.Head + 1), s.Lemma(verb.Head), verb, null, who) { Rule = "event:warn+will" };
    }

    private static void AddAll(SentenceView s, Participants who, Part part, IEnumerable<NounPhrase> phrases, ReportView view)
    {
        foreach (NounPhrase phrase in phrases)
            who.Add(s, part, phrase, view);
    }

    /// <summary>The objects, where the pattern holds words of its own after the verb: those that stand after or inside it.</summary>
    private static List<NounPhrase> ObjectsOf(ClauseModel model, VerbGroup verb, Trigger trigger, int end)
    {
        if (trigger.Words.Length == 1)
            return verb.Objects;
        if (trigger.Words.Contains("_"))
            return [.. verb.Objects.Where(np => np.First < end).Take(3)];
        SentenceView s = model.Sentence;
        List<NounPhrase> objects = [.. verb.Objects.Where(np => np.First >= end)];
        if (objects.Count == 0)
        {
            // "called on X", "withdrew from X": the phrase behind the pattern's last preposition.
            foreach (NounPhrase phrase in verb.Prepositional)
            {
                if (phrase.Preposition == end - 1 || (phrase.Preposition == end && trigger.Words.Length > 2) || (objects.Count > 0 && phrase.JoinedTo is { } joined && objects.Contains(joined)))
                    objects.Add(phrase);
            }
        }
        if (objects.Count == 0 && s.Tag(end - 1) is Upos.Adp or Upos.Part or Upos.Adv && end < s.Count)
        {
            NounPhrase? next = model.Nouns.FirstOrDefault(np => np.First >= end && np.First <= end + 1);
            if (next is not null && next.Chunk <= verb.Chunk + 4)
                objects.Add(next);
        }
        return objects;
    }

    private bool Allows(ClauseModel model, VerbGroup verb, Trigger trigger, List<NounPhrase> subjects, List<NounPhrase> objects)
    {
        SentenceView s = model.Sentence;
        foreach ((string key, IReadOnlySet<string> list) in trigger.Lists)
        {
            bool fits = key switch
            {
                "obj=" => objects.Any(np => InList(s, np, list)),
                "obj!" => !objects.Any(np => InList(s, np, list)),
                "subjnoun=" => subjects.Any(np => InList(s, np, list)) || (verb.Passive && objects.Any(np => InList(s, np, list))),
                "ctx=" => Mentions(s, list),
                "inf=" => Infinitive(model, verb) is { } infinitive && list.Contains(s.Lemma(infinitive.Head)),
                _ => false,
            };
            if (!fits)
                return false;
        }
        List<NounPhrase> affected = trigger.Frame == "undergo" ? [.. verb.Subjects] : objects;
        bool Require(string flag, Func<bool> holds) => !trigger.Has(flag) || holds();
        return Require("subj", () => (verb.Passive && subjects.Count == 0) || subjects.Any(np => IsDoer(s, np)))
            && Require("obj", () => objects.Count > 0 && objects.Any(np => lookup.IsActor(s, np) || Participants.PossessorOf(model, np) >= 0))
            && Require("objperson", () => objects.Any(np => lookup.IsPeople(s, np) || InLists(trigger, s, np)))
            && Require("objperson0", () => affected.Any(np => lookup.IsPeople(s, np)))
            && Require("objattack", () => objects.Any(np => lookup.IsActor(s, np) || ActorLookup.IsPlace(s, np) || words.Is("building", s.Lemma(np.Head)) || words.Is("vehicle", s.Lemma(np.Head))))
            && Require("noobj", () => verb.Passive || !verb.Objects.Any(np => !np.IsTime && np.Preposition < 0) && !model.Verbs.Any(v => v.Kind == ClauseKind.Complement && v.Governor == verb))
            && Require("noclause", () => s.Lower(verb.Head + 1) is not ("that" or "it" or "they" or "he" or "she" or "there"))
            && Require("group", () => (trigger.Frame == "thing" && verb.Passive && subjects.Count == 0) || subjects.Any(np => lookup.IsGroup(s, np)))
            && Require("group2", () => objects.Any(np => lookup.IsGroup(s, np)))
            && Require("armed", () => verb.Passive && subjects.Count == 0 || subjects.Any(np => lookup.IsArmed(s, np) || IsOfRank(s, np) || IsArmedCraft(s, np) || (ActorLookup.ActorOf(s, np) is >= 0 and int actor && s.Report.Actors[actor].Kind is not (ActorKind.Person or ActorKind.Group or ActorKind.Outlet or ActorKind.Thing))))
            && Require("gunmen", () => subjects.Any(np => s.Lemma(np.Head) != "mob" && (lookup.IsArmed(s, np) || IsOfRank(s, np) || (ActorLookup.ActorOf(s, np) is >= 0 and int doer && s.Report.Actors[doer].Class is "gunman" or "rebel" or "soldier"))))
            && Require("official", () => subjects.Any(np => ActorLookup.ActorOf(s, np) is >= 0 and int actor && s.Report.Actors[actor].Kind is ActorKind.Person or ActorKind.Government))
            && Require("court", () => subjects.Any(np => IsCourt(s, np)))
            && Require("vehicle", () => verb.Subjects.Any(np => words.Is("vehicle", s.Lemma(np.Head)) || s.Lemma(np.Head) is "flight" or "aircraft" or "jet" or "airliner" or "boat" or "ferry" or "ship" or "taxi" or "minibus"))
            && Require("from", () => verb.Prepositional.Any(np => s.Lower(np.Preposition) is "from" or "of"))
            && Require("fromwhom", () => verb.Prepositional.Any(np => s.Lower(np.Preposition) == "from" && !np.IsTime && s.PlaceAt[np.Head] < 0))
            && Require("fromorg", () => verb.Prepositional.Any(np => s.Lower(np.Preposition) is "from" or "of" && s.Lemma(np.Head) is "treaty" or "agreement" or "talk" or "pact" or "deal" or "union" or "court" or "organization" or "organisation" or "accord"))
            && Require("place", () => ClaimSetting.PlaceBetween(model, verb.ClauseFirst, verb.ClauseEnd, verb) >= 0 || verb.Prepositional.Any(np => s.Lower(np.Preposition) is "in" or "at" or "outside" or "near" or "on"))
            && Require("onactor", () => verb.Prepositional.Any(np => s.Lower(np.Preposition) == "on" && lookup.IsActor(s, np) && !verb.Prepositional.Exists(other => other.First < np.First && s.Lower(other.Preposition) == "for")))
            && Require("inf", () => Infinitive(model, verb) is not null);
    }

    private static bool InLists(Trigger trigger, SentenceView s, NounPhrase phrase) =>
        trigger.Lists.TryGetValue("obj=", out IReadOnlySet<string>? list) && InList(s, phrase, list);

    private static bool InList(SentenceView s, NounPhrase phrase, IReadOnlySet<string> list)
    {
        // Some plurals are their own lemma: "troops", "reservists".
        if (list.Contains(s.Lemma(phrase.Head)) || list.Contains(s.Lower(phrase.Head)) || list.Contains(s.Lower(phrase.Head).TrimEnd('s')))
            return true;
        // "canisters of tear gas": the vessel stands for what it holds.
        if (s.Lemma(phrase.Head) is "canister" or "round" or "volley" or "barrage" or "burst" or "salvo" or "can" or "shower" or "hail" or "truck" or "lorry" or "truckload" or "lorryload" or "planeload" or "shipload" or "ton" or "tonne" or "bag" or "sack" or "box" or "crate" or "container" or "convoy" or "load" or "shipment" or "consignment" or "cargo" or "batch" or "package" or "boatload" && s.Lower(phrase.End) == "of"
            && (list.Contains(s.Lemma(phrase.End + 1)) || list.Contains(s.Lemma(phrase.End + 2))))
            return true;
        // "tear gas", "riot police": the word before the head may be the telling one.
        if (phrase.Head > phrase.First && list.Contains(s.Lemma(phrase.Head - 1)) && s.Tag(phrase.Head - 1) == Upos.Noun && !list.Contains("@place"))
            return true;
        if (list.Contains("@thing") && ActorLookup.ActorOf(s, phrase) is >= 0 and int thing && s.Report.Actors[thing].Kind == ActorKind.Thing)
            return true;
        return (list.Contains("@country") && ActorLookup.IsCountry(s, phrase)) || (list.Contains("@place") && ActorLookup.IsPlace(s, phrase));
    }

    private static bool Mentions(SentenceView s, IReadOnlySet<string> list)
    {
        for (int i = 0; i < s.Count; i++)
        {
            if (list.Contains(s.Lemma(i)))
                return true;
        }
        return false;
    }

    private static VerbGroup? Infinitive(ClauseModel model, VerbGroup verb) =>
        model.Verbs.FirstOrDefault(v => v.Kind == ClauseKind.Infinitive && v.Governor == verb && v.GovernorNoun < 0 || (v.Kind == ClauseKind.Infinitive && v.Governor == verb && verb.Objects.Any(np => np.Head == v.GovernorNoun)));

    /// <summary>What a demand asks for in a clause of its own: "demanded that X leave".</summary>
    private static VerbGroup? Demanded(ClauseModel model, VerbGroup verb) =>
        model.Verbs.FirstOrDefault(v => v.Kind == ClauseKind.Complement && v.Governor == verb);

    private static bool IsCourt(SentenceView s, NounPhrase phrase)
    {
        for (int i = phrase.First; i < phrase.End; i++)
        {
            if (s.Lemma(i) is "court" or "tribunal" or "judge" or "jury" or "justice" or "magistrate")
                return true;
        }
        return false;
    }

    /// <summary>Whether enough is known of who takes part, for the kinds that mean nothing without.</summary>
    private bool Suffices(SentenceView s, VerbGroup verb, Trigger trigger, Participants who)
    {
        if (trigger.Has("need2") && who.InitiatorPhrases.Count < 2 && !who.InitiatorPhrases.Any(np => IsPlural(s, np)))
            return false;
        return trigger.Frame switch
        {
            "act" => who.TargetPhrases.Count > 0 || who.Targets.Count > 0 || trigger.Type is EventType.Request && verb.Objects.Count + verb.Prepositional.Count > 0
                || (trigger.Prepositions.Values.Any(part => part == Part.Target) && verb.Prepositional.Any(np => trigger.Prepositions.ContainsKey(s.Lower(np.Preposition)))),
            "hit" or "ask" or "elect" => who.TargetPhrases.Count > 0,
            // "handed out food in the camps", "sent rice to the islands": whom it reaches may be told by the place.
            "give" => who.Targets.Count > 0 || who.TargetPhrases.Count > 0 || (who.Initiators.Count > 0 && (s.Lemma(verb.Head) == "distribute" || verb.Prepositional.Any(np => s.Lower(np.Preposition) == "to" && !np.IsTime))),
            "blameon" => who.TargetPhrases.Count > 0,
            "both" => who.InitiatorPhrases.Any(np => IsDoer(s, np)) && (trigger.Type is not EventType.Consult || who.InitiatorPhrases.Count > 1 || IsPlural(s, who.InitiatorPhrases[0]) || trigger.Words.Length > 1),
            "warn" => who.Targets.Count > 0 && who.Initiators.Count > 0 && s.Report.Actors[who.Initiators[0]].Kind is not (ActorKind.Group or ActorKind.Outlet),
            _ => true,
        };
    }

    private static bool IsPlural(SentenceView s, NounPhrase phrase) =>
        s.Lower(phrase.Head) is "they" or "we" or "who" or "both" or "sides" || (s.Tag(phrase.Head) is Upos.Noun && s.Lower(phrase.Head) != s.Lemma(phrase.Head))
        // "Envoys will meet": the capital that opens the sentence is no name.
        || (phrase.Head == 0 && s.Tag(0) == Upos.Propn && ActorLookup.ActorOf(s, phrase) is >= 0 and int actor && s.Report.Actors[actor] is { Kind: ActorKind.Group, IsNamed: false });
}
