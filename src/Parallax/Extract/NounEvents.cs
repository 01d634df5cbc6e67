using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>Finds the events that nouns name: "clashes between X and Y", "carried out an attack", "elections were held".</summary>
internal sealed class NounEvents(TriggerLexicon lexicon, ActorLookup lookup, WordClasses words)
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
    public (EventDraft Draft, Standing Standing)? Find(ClauseModel model, ReportView view, NounPhrase noun)
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
        if (noun.Preposition >= 0 && noun.Preposition == noun.First - 1 && noun.First == noun.Head && s.Lower(noun.Preposition) == "under")
            return null;
        foreach (Trigger trigger in lexicon.Nouns(s.Lemma(noun.Head)))
        {
            // "resigned in protest" is a manner, not a gathering.
            if (s.Lemma(noun.Head) == "protest" && noun.First == noun.Head && noun.Preposition == noun.First - 1 && noun.Preposition >= 0 && s.Lower(noun.Preposition) == "in" && s.Lower(noun.Head) == "protest")
                return null;
            int first = noun.Head - trigger.Words.Length + 1;
            if (first < noun.First || !s.Matches(first, trigger.Words) || !HasContext(s, trigger))
                continue;
            return Draft(model, view, noun, trigger, first);
        }
        return null;
    }

    /// <summary>Whether a time stands in the phrase or right behind it: "the 1994 war", "the war of 1994".</summary>
    private static bool IsDated(ClauseModel model, NounPhrase noun)
    {
        SentenceView s = model.Sentence;
        return ClaimSetting.TimeBetween(model, noun.First, noun.Head) >= 0
            || (noun.End < s.Count && s.Lower(noun.End) is "of" or "in" or "on" && s.TimeAt[Math.Min(s.Count - 1, noun.End + 1)] >= 0);
    }

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

    private (EventDraft, Standing)? Draft(ClauseModel model, ReportView view, NounPhrase noun, Trigger trigger, int first)
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
            else if (verb.Objects.Contains(noun) && words.Is("light", lemma) && !verb.Passive)
                carrier ??= verb;
            else if (verb.Prepositional.Contains(noun) && s.Lower(noun.Preposition) is "in" or "during" or "by" && words.Is("harm", lemma) && trigger.Type is EventType.Assault or EventType.Accident or EventType.Disaster or EventType.Protest)
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
            AddAll(s, who, Part.Initiator, carrier.Subjects.Where(np => lookup.IsActor(s, np)), view);
        else if (carrier is { Passive: true })
            AddAll(s, who, Part.Initiator, carrier.Prepositional.Where(np => s.Lower(np.Preposition) == "by"), view);
        bool dated = IsDated(model, noun);
        if ((trigger.Has("occur") && carrier is null && effect is null && !dated) || (trigger.Has("dated") && !dated))
            return null;
        int end = AddArguments(model, view, noun, trigger, who);
        AddModifiers(model, noun, trigger, first, who);
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

    /// <summary>What is decided about the event: "the march was planned", "the talks were cancelled".</summary>
    private static VerbGroup? FateOf(ClauseModel model, NounPhrase noun)
    {
        SentenceView s = model.Sentence;
        VerbGroup? found = null;
        foreach (VerbGroup verb in model.Verbs)
        {
            if (!verb.Passive && verb.Objects.Contains(noun) && IsDropped(s, verb))
                return verb;
            if (verb.Passive && verb.Subjects.Contains(noun) && (IsFate(s.Lemma(verb.Head)) || IsDropped(s, verb)) && (found is null || found.Kind == ClauseKind.ReducedRelative))
                found = verb;
        }
        return found;
    }

    /// <summary>Verbs by which an event is arranged or dropped.</summary>
    internal static bool IsFate(string lemma) => lemma is "plan" or "schedule" or "set" or "slate" or "expect" or "cancel" or "postpone" or "scrap" or "shelve" or "abandon";

    /// <summary>Whether the verb says that its event does not take place, or not yet: "called off", "postponed".</summary>
    internal static bool IsDropped(SentenceView s, VerbGroup verb) =>
        s.Lemma(verb.Head) is "cancel" or "postpone" or "scrap" or "shelve" or "abandon" || (s.Lemma(verb.Head) == "call" && s.Lower(verb.Head + 1) == "off");

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

    /// <summary>Takes the prepositional phrases after the noun; gives the token where they end.</summary>
    private int AddArguments(ClauseModel model, ReportView view, NounPhrase noun, Trigger trigger, Participants who)
    {
        SentenceView s = model.Sentence;
        int end = noun.End;
        for (int c = noun.Chunk + 1; c < model.Chunks.Count; c++)
        {
            Chunk chunk = model.Chunks[c];
            if (chunk.Kind is ChunkKind.Preposition or ChunkKind.Conjunction or ChunkKind.Other)
                continue;
            if (chunk.Kind == ChunkKind.Comma && c + 1 < model.Chunks.Count && model.Chunks[c + 1].Noun?.JoinedTo is not null)
                continue;
            if (chunk.Noun is not { } phrase)
                break;
            if (!phrase.IsTime && phrase.Preposition < 0)
                break;
            if (phrase.Preposition >= 0)
            {
                string preposition = s.Lower(phrase.Preposition);
                if (trigger.Prepositions.TryGetValue(preposition, out Part part) && !phrase.IsTime)
                {
                    bool place = ActorLookup.IsPlace(s, phrase) && ActorLookup.ActorOf(s, phrase) < 0;
                    if (part != Part.None && lookup.IsActor(s, phrase) && !(place && !ActorLookup.IsCountry(s, phrase)))
                        who.Add(s, part, phrase, view);
                }
                else if (!phrase.IsTime && !ActorLookup.IsPlace(s, phrase) && preposition is "to" or "for" or "from" or "after" or "as" or "into")
                    break;
                else if (!phrase.IsTime && preposition is not ("in" or "at" or "near" or "on" or "outside" or "over" or "during" or "across" or "inside" or "after" or "for" or "from" or "to" or "of" or "around" or "along" or "involving" or "against"))
                    break;
            }
            end = phrase.End;
        }
        return end;
    }

    private static void AddModifiers(ClauseModel model, NounPhrase noun, Trigger trigger, int first, Participants who)
    {
        SentenceView s = model.Sentence;
        // "the arrest of X": what stands before such a noun is whom it happens to; before others, who does it.
        bool ofTarget = trigger.Prepositions.TryGetValue("of", out Part of) && of == Part.Target;
        for (int i = first - 1; i >= noun.First; i--)
        {
            bool owner = s.Lower(i) is "'s" or "'" or "’s" or "’";
            int at = owner ? i - 1 : i;
            if (at < noun.First || s.MentionAt[at] < 0 || s.MentionAt[at] == s.MentionAt[noun.Head] && at == noun.Head)
                continue;
            ActorMention mention = s.Report.Mentions[s.MentionAt[at]];
            if (mention.Actor < 0)
                continue;
            if (trigger.Type is EventType.Election or EventType.Accident or EventType.Disaster)
                return;
            bool person = s.Report.Actors[mention.Actor].Kind is ActorKind.Person;
            who.AddActor(ofTarget && (owner || person) ? Part.Target : Part.Initiator, mention.Actor);
            return;
        }
    }

    private static bool HasOwnSetting(ClauseModel model, NounPhrase noun, int end) =>
        ClaimSetting.TimeBetween(model, noun.First, noun.Head) >= 0
        || ClaimSetting.TimeBetween(model, noun.End, end) >= 0
        || ClaimSetting.PlaceBetween(model, noun.End, end, null) >= 0;
}
