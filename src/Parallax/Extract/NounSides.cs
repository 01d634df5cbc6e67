using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Who does it to whom around a noun that names an event: "Israel's arrest of X", "X-Y talks", "an attack by X that killed Y", "protests staged by X".</summary>
internal sealed class NounSides(TriggerLexicon lexicon, ActorLookup lookup, WordClasses words)
{
    // What two sides do, or many: a single country before it is its place.
    private static readonly HashSet<string> s_strife = new(StringComparer.Ordinal) { "war", "conflict", "unrest", "violence", "uprising", "fighting", "insurgency", "strife", "bloodshed", "rebellion", "hostility" };

    private const int LongestClimb = 6;

    /// <summary>Adds those who stand around <paramref name="noun"/>; gives the token where its prepositional phrases end.</summary>
    /// <param name="model">The clauses of the sentence.</param>
    /// <param name="tree">Its tree.</param>
    /// <param name="view">The report.</param>
    /// <param name="noun">The phrase of the event.</param>
    /// <param name="first">The first word of the trigger inside it.</param>
    /// <param name="trigger">The trigger, which says what each preposition brings.</param>
    /// <param name="who">The participants so far.</param>
    public int Add(ClauseModel model, RootTree tree, ReportView view, NounPhrase noun, int first, Trigger trigger, Participants who)
    {
        int before = who.Targets.Count;
        int end = AddPhrases(model, tree, view, noun, trigger, who);
        bool ofTarget = Brings(trigger, "of", Part.Target);
        bool told = who.Targets.Count > before || (ofTarget && model.Sentence.Lower(noun.End) == "of");
        int sides = who.Initiators.Count;
        AddModifiers(model, tree, noun, first, trigger, ofTarget, told, who);
        // "the Syrian civil war", "Iraq's war": one country before it says where it is fought, not by whom.
        if (trigger.Type == EventType.Assault && s_strife.Contains(trigger.Words[^1]) && who.Initiators.Count == sides + 1 && sides == 0 && model.Sentence.Report.Actors[who.Initiators[0]].Kind == ActorKind.Government)
            who.Initiators.Clear();
        AddClauses(model, tree, view, noun, trigger, who);
        return end;
    }

    /// <summary>Whether the noun names something that is done to those behind its "of": "the killing of", "the arrest of".</summary>
    public Trigger? Deed(SentenceView s, NounPhrase noun)
    {
        foreach (Trigger trigger in lexicon.Nouns(s.Lemma(noun.Head)))
        {
            int first = noun.Head - trigger.Words.Length + 1;
            if (first >= noun.First && s.Matches(first, trigger.Words))
                return trigger;
        }
        return null;
    }

    /// <summary>Whether the preposition brings a participant of that kind.</summary>
    public static bool Brings(Trigger trigger, string preposition, Part part) => trigger.Prepositions.TryGetValue(preposition, out Part known) && known == part;

    /// <summary>Takes the prepositional phrases after the noun.</summary>
    private int AddPhrases(ClauseModel model, RootTree tree, ReportView view, NounPhrase noun, Trigger trigger, Participants who)
    {
        SentenceView s = model.Sentence;
        int end = noun.End;
        bool foreign = false;
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
                // What hangs on another event belongs to that one: "protests against the killing of two men by police".
                foreign |= phrase.JoinedTo is null && Deed(s, phrase) is not null && phrase.Mention < 0;
                if (trigger.Prepositions.TryGetValue(preposition, out Part part) && !phrase.IsTime)
                {
                    // "the seizure of a ship", "the shelling of a market"
                    if (part == Part.None && preposition == "of" && trigger.Type is EventType.Assault or EventType.Coerce && ActorLookup.ActorOf(s, phrase) is >= 0 and int thing && s.Report.Actors[thing].Kind == ActorKind.Thing)
                        part = Part.Target;
                    bool place = ActorLookup.IsPlace(s, phrase) && ActorLookup.ActorOf(s, phrase) < 0;
                    if (part != Part.None && !foreign && lookup.IsActor(s, phrase) && !(place && !ActorLookup.IsCountry(s, phrase)) && Belongs(s, tree, noun, phrase))
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

    /// <summary>
    /// Whether the phrase goes with the event rather than with a noun between them: "the massacre of supporters of the president" is one of supporters.
    /// "By", "against" and "with" say what they belong to by themselves; where the tree hangs them is a guess.
    /// </summary>
    private static bool Belongs(SentenceView s, RootTree tree, NounPhrase noun, NounPhrase phrase)
    {
        int at = phrase.Head;
        for (int step = 0; step < LongestClimb; step++)
        {
            int head = tree.Head(at);
            if (head < 0 || head == noun.Head)
                return true;
            bool inside = (head >= phrase.First && head < phrase.End) || tree.Is(at, "conj") || tree.Is(at, "appos") || tree.Is(at, "flat");
            if (!inside)
                return !(head > noun.Head && head < phrase.First && tree[head].Tag is Upos.Noun or Upos.Propn or Upos.Pron && s.Lower(phrase.Preposition) is "of" or "in" or "from" or "for" or "to");
            at = head;
        }
        return true;
    }

    /// <summary>Who stands before the noun: "Israeli strike", "police killing", "the journalist's arrest", "US-Russian talks".</summary>
    private void AddModifiers(ClauseModel model, RootTree tree, NounPhrase noun, int first, Trigger trigger, bool ofTarget, bool told, Participants who)
    {
        SentenceView s = model.Sentence;
        if (trigger.Type is EventType.Election or EventType.Accident or EventType.Disaster)
            return;
        bool both = trigger.Prepositions.Values.Contains(Part.Both);
        for (int i = first - 1; i >= noun.First; i--)
        {
            bool mark = s.Lower(i) is "'s" or "'" or "’s" or "’";
            int at = mark ? i - 1 : i;
            // "a couple of bombings"
            if (at < noun.First || s.MentionAt[at] < 0 || s.Lower(at + 1) == "of" || s.MentionAt[at] == s.MentionAt[noun.Head] && at == noun.Head)
                continue;
            ActorMention mention = s.Report.Mentions[s.MentionAt[at]];
            if (mention.Actor < 0)
                continue;
            bool owner = mark || mention.Form == MentionForm.Pronoun;
            ReportActor actor = s.Report.Actors[mention.Actor];
            // "the embassy attack", "the market bombing": what stands before it is what was hit.
            if (!owner && (trigger.Type is EventType.Assault or EventType.Coerce) && actor.Kind is ActorKind.Organisation or ActorKind.Thing && ThingTargets.IsThing(words, s.Lemma(at)))
            {
                who.AddActor(Part.Target, mention.Actor);
                return;
            }
            if (!owner && (BelongsToOther(model, at, first) || IsOnlyWhere(model, tree, noun, at, actor, trigger, told)))
                continue;
            bool agent = actor.Kind is ActorKind.Police or ActorKind.ArmedForce or ActorKind.Government || actor.Class is "rebel" or "gunman" or "soldier";
            // "the group's killing of a hostage" tells whom; without it the owner is the one it happens to, but a force before the noun does it.
            // "Israel's blockade", "Russia's annexation": only a power does that.
            bool power = owner && trigger.Type == EventType.Coerce && trigger.Mode is "restrict" or "seize" && actor.Kind is ActorKind.Government or ActorKind.ArmedForce;
            Part part = !ofTarget || (power && !told) ? Part.Initiator
                : told ? who.Initiators.Count == 0 ? Part.Initiator : Part.None
                : owner || (actor.Kind is ActorKind.Person or ActorKind.Group && !agent) ? Part.Target : Part.Initiator;
            who.AddActor(part, mention.Actor);
            if (!both)
                return;
            while (i > noun.First && s.MentionAt[i - 1] == s.MentionAt[at])
                i--;
        }
    }

    /// <summary>"the Turkish wedding party attack", "the Boston Marathon bombings": what stands between is not the deed's manner, so the word before it describes that and not the deed.</summary>
    private bool BelongsToOther(ClauseModel model, int at, int first)
    {
        SentenceView s = model.Sentence;
        if (IsOccasion(s, at))
            return true;
        for (int i = at + 1; i < first; i++)
        {
            string lemma = s.Lemma(i);
            if (s.MentionAt[i] == s.MentionAt[at] && IsOccasion(s, i))
                return true;
            if (s.Tag(i) == Upos.Noun && s.MentionAt[i] != s.MentionAt[at] && !words.Is("weapon", lemma) && !words.Is("armed", lemma) && !words.Is("means", lemma))
                return true;
        }
        return false;
    }

    private static bool IsOccasion(SentenceView s, int at) =>
        s.Tag(at) == Upos.Propn && s.Lower(at) is "marathon" or "festival" or "concert" or "olympics" or "parade" or "christmas" or "easter" or "fair" or "derby" or "cup";

    /// <summary>
    /// Whether the country before the deed only says where it was: "the French attack was an act of terror", "the Libya attack", "Iran protests".
    /// Whose deed it is shows where it is told at whom it is directed ("a Russian attack on X") or where its manner is that of a state ("an Israeli airstrike").
    /// </summary>
    private bool IsOnlyWhere(ClauseModel model, RootTree tree, NounPhrase noun, int at, ReportActor actor, Trigger trigger, bool told)
    {
        // "the French attack": so read, the people of a country are only its adjective.
        bool people = actor is { Kind: ActorKind.Group, Class: "people" } && tree.Is(at, "amod");
        if ((actor.Kind != ActorKind.Government && !people) || model.Sentence.Lemma(at) is "government" or "regime" || trigger.Type is not (EventType.Assault or EventType.Protest or EventType.Coerce) || trigger.Mode is "arrest" or "seize")
            return false;
        SentenceView s = model.Sentence;
        bool aimed = told || (s.Lower(noun.End) is "on" or "against" && noun.End + 1 < s.Count && s.TimeAt[noun.End + 1] < 0);
        if (aimed)
            return false;
        // "US strike", "EU sanctions": letters have no form of their own for what is of the country.
        bool letters = s[at].Text.Length < 6 && s[at].Text.Length > 1 && s[at].Text.All(c => char.IsUpper(c) || c == '.');
        bool describes = letters || s.Tag(at) == Upos.Adj || tree.Is(at, "amod");
        if (trigger.Type == EventType.Protest || !describes)
            return true;
        if (trigger.Mode is "aerial" or "drone" or "heavy-weapons" or "crowd-control" || words.Is("warfare", trigger.Words[^1]))
            return false;
        // "An Israeli attack killed six in Gaza": told of another country than its own.
        foreach (int place in s.PlaceAt)
        {
            if (place >= 0 && s.Report.Places[place].Place is { Country.Length: > 0 } there && actor.Country is not null && !string.Equals(there.Country, actor.Country, StringComparison.Ordinal))
                return false;
        }
        return true;
    }

    /// <summary>The clauses that hang on the noun: "an attack carried out by X", "a raid targeting X", "the strike that killed X".</summary>
    private void AddClauses(ClauseModel model, RootTree tree, ReportView view, NounPhrase noun, Trigger trigger, Participants who)
    {
        for (int c = tree.FirstChild(noun.Head); c >= 0; c = tree.Next(c))
        {
            if (c <= noun.Head || !tree.Is(c, "acl"))
                continue;
            bool relative = tree.FullRelation(c) == "acl:relcl";
            bool passive = tree.IsPassive(c) || (!relative && tree[c].Form is VerbForm.Past or VerbForm.PastParticiple);
            string lemma = tree.Lemma(c);
            for (int d = tree.FirstChild(c); d >= 0; d = tree.Next(d))
            {
                if (passive ? tree.Is(d, "obl") && tree.Case(d) == "by" && IsDone(lemma) : tree.Is(d, "obj") && trigger.Type == EventType.Assault && IsHitting(lemma))
                    AddWord(model, tree, view, d, passive ? Part.Initiator : Part.Target, who);
            }
        }
    }

    private void AddWord(ClauseModel model, RootTree tree, ReportView view, int word, Part part, Participants who)
    {
        if (tree.IsTime(word) || model.Nouns.FirstOrDefault(np => np.Head == word) is not { } phrase || !lookup.IsActor(model.Sentence, phrase))
            return;
        who.Add(model.Sentence, part, phrase, view);
        for (int c = tree.FirstChild(word); c >= 0; c = tree.Next(c))
        {
            if (tree.Is(c, "conj"))
                AddWord(model, tree, view, c, part, who);
        }
    }

    /// <summary>Verbs by which somebody does what a noun names: "carried out by", "staged by".</summary>
    internal static bool IsDone(string lemma) => lemma is "carry" or "stage" or "organise" or "organize" or "commit" or "conduct" or "launch" or "mount" or "perpetrate" or "hold" or "impose" or "order" or "lead" or "execute"
        or "undertake" or "begin" or "start" or "host" or "attend" or "make" or "wage" or "call" or "unleash" or "plan" or "initiate" or "direct" or "broker" or "announce" or "declare";

    /// <summary>Verbs by which an attack reaches somebody: "targeting", "that killed".</summary>
    internal static bool IsHitting(string lemma) => lemma is "target" or "kill" or "wound" or "injure" or "hit" or "strike" or "maim" or "hurt" or "slay" or "destroy" or "damage" or "flatten" or "level" or "wreck";
}
