using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>
/// Keeps events out that are only played, told or meant figuratively: "shot 68", "a war of words", "in the film a soldier kills his commander", "attacked his record".
/// The tree, the class of what is struck and the vocabulary of the report decide, not phrases.
/// </summary>
internal sealed class UnrealEvents(WordClasses unreal, ActorLookup lookup)
{
    private const int LongestClimb = 8;

    /// <summary>The genre of the report.</summary>
    public ReportGenre GenreOf(AnnotatedReport report) => ReportGenre.Of(report, unreal);

    /// <summary>The draft as it is meant: itself, another kind of event, or null where nothing happened.</summary>
    public EventDraft? Weigh(RootTree tree, SentenceView s, EventDraft draft, ReportGenre genre)
    {
        int at = draft.Noun is { } noun ? noun.Head : draft.Verb?.Head ?? -1;
        if (at < 0)
            return draft;
        bool force = draft.Type is EventType.Assault or EventType.Coerce or EventType.Casualties or EventType.Mobilize || draft.Mode is "riot" or "vandalize" or "release" or "resign" or "withdraw";
        if (!force && draft.Type is not (EventType.Accident or EventType.Disaster or EventType.Protest))
            return (genre.Sport || genre.Arts) && !IsPublicAffair(s, draft) ? null : draft;
        if (IsTold(tree, at))
            return null;
        if (draft.Mode == "release")
            return IsDischarge(tree, s, draft, at) ? null : draft;
        if ((genre.Sport || genre.Arts) && draft.Type is not (EventType.Accident or EventType.Disaster) && draft.Lemma is not ("die" or "murder") && !IsHard(s, draft))
            return null;
        // "the keeper was hurt", "the actor was killed off"
        if (draft.Type == EventType.Casualties && draft.Who.TargetPhrases.Any(phrase => unreal.Is("player", s.Lemma(phrase.Head)) && s.Lemma(phrase.Head) is not ("coach" or "captain" or "forward" or "opponent")) || (tree.Lemma(at) == "kill" && tree.Lower(Math.Min(at + 1, tree.Count - 1)) == "off"))
            return null;
        if (draft.Type is not (EventType.Assault or EventType.Coerce) || draft.Mode is "arrest" or "deport" or "curfew" or "martial-law" or "censor" or "misinformation" or "cyber" or "sexual" or "suicide-attack")
            return draft;
        if (IsFigurative(tree, s, draft, at))
            return null;
        return IsInWords(tree, s, draft, at) ? draft with { Type = EventType.Accuse, Mode = "disapprove", Rule = (draft.Rule ?? "event:" + draft.Trigger.Entry) + "+words" } : draft;
    }

    /// <summary>Whether the event hangs on a work of fiction: "a novel about the war", "in the film, a killer …", "the play tells of …".</summary>
    private bool IsTold(RootTree tree, int at)
    {
        for (int node = at, step = 0; node >= 0 && step < LongestClimb; node = tree.Head(node), step++)
        {
            if (node != at && IsFiction(tree, node))
                return true;
            for (int c = tree.FirstChild(node); c >= 0; c = tree.Next(c))
            {
                bool setting = (tree.Is(c, "obl") || tree.Is(c, "nmod")) && tree.Case(c) is "in" or "of" or "from" or "throughout" && IsFiction(tree, c);
                bool teller = node != at && tree.Is(c, "nsubj") && IsFiction(tree, c) && unreal.Is("telling", tree.Lemma(node));
                if (setting || teller)
                    return true;
            }
        }
        return false;
    }

    private bool IsFiction(RootTree tree, int noun)
    {
        string lemma = tree.Lemma(noun);
        if (tree[noun].Tag is not Upos.Noun || !unreal.Is("fiction", lemma))
            return false;
        // "a series of attacks", "the plot to kill him", "in play", "the Olympic Games".
        if (lemma is "series" or "plot" or "legend" or "season" or "episode" && (Governs(tree, noun, "of") || Governs(tree, noun, "to") || tree.Child(noun, "acl") >= 0))
            return false;
        return lemma is not ("game" or "play" or "series" or "episode") || tree.Child(noun, "det") >= 0 || tree.Child(noun, "compound") >= 0 || tree.Child(noun, "nmod:poss") >= 0;
    }

    private static bool Governs(RootTree tree, int noun, string preposition)
    {
        for (int c = tree.FirstChild(noun); c >= 0; c = tree.Next(c))
        {
            if (c > noun && (tree.Is(c, "nmod") && tree.Case(c) == preposition))
                return true;
        }
        return false;
    }

    /// <summary>"released from hospital": a patient, not a prisoner.</summary>
    private bool IsDischarge(RootTree tree, SentenceView s, EventDraft draft, int at)
    {
        for (int c = tree.FirstChild(at); c >= 0; c = tree.Next(c))
        {
            bool source = tree.Is(c, "nsubj") || ((tree.Is(c, "obl") || tree.Is(c, "nmod")) && tree.Case(c) is "from" or "by");
            if (source && unreal.Is("clinic", tree.Lemma(c)))
                return true;
        }
        // "was taken to a hospital and has since been released"
        bool clinic = false, custody = false;
        for (int i = 0; i < s.Count; i++)
        {
            clinic |= i < at && s.Lemma(i) is "hospital" or "clinic" or "hospitalise" or "hospitalize";
            custody |= s.Lemma(i) is "prison" or "custody" or "jail" or "arrest" or "detain" or "detention" or "hostage" or "captive" or "bail" or "prisoner" or "kidnap" or "abduct" or "captivity" or "police" or "sentence";
        }
        return (clinic && !custody) || draft.Who.InitiatorPhrases.Any(phrase => unreal.Is("clinic", s.Lemma(phrase.Head)));
    }

    /// <summary>Whether somebody of public office or force takes part: in a report of a match or film only that is of public concern.</summary>
    private static bool IsPublicAffair(SentenceView s, EventDraft draft) =>
        draft.Who.Initiators.Concat(draft.Who.Targets).Any(actor => s.Report.Actors[actor] is { Kind: ActorKind.Government or ActorKind.ArmedForce or ActorKind.Police } or { Class: "official" or "rebel" or "gunman" or "soldier" or "court" or "ministry" or "parliament" or "protester" });

    /// <summary>Whether words of real force stand in the sentence or forces take part.</summary>
    private bool IsHard(SentenceView s, EventDraft draft)
    {
        if (draft.Who.Initiators.Concat(draft.Who.Targets).Any(actor => s.Report.Actors[actor].Kind is ActorKind.ArmedForce or ActorKind.Police || s.Report.Actors[actor].Class is "rebel" or "gunman" or "soldier"))
            return true;
        for (int i = 0; i < s.Count; i++)
        {
            if (unreal.Is("hard", s.Lemma(i)))
                return true;
        }
        return false;
    }

    private bool IsFigurative(RootTree tree, SentenceView s, EventDraft draft, int at)
    {
        string lemma = tree.Lemma(at);
        bool contest = lemma is "fight" or "battle" or "war" or "clash" or "attack" or "assault" or "struggle" or "strike" or "hit" or "raid" or "offensive" or "crusade" or "wage" or "launch" or "mount" or "lead" or "takeover" or "confrontation" or "combat"
            or "conflict" or "skirmish" or "showdown" or "defeat" or "onslaught" or "barrage" or "fighting" or "declare" or "fire" or "shot" or "shoot" or "kill" or "beat" or "hijack" or "sabotage" or "bombard" or "pelt" or "target" or "crush" or "seize" or "capture" or "hold" or "retreat" or "take";
        if (!contest)
            return false;
        // A blow in words or on paper by its modifier: "price war", "a scathing attack", "heart attack".
        if (tree[at].Tag is Upos.Noun or Upos.Propn && IsModified(tree, at))
            return true;
        bool hard = IsHard(s, draft);
        for (int c = tree.FirstChild(at); c >= 0; c = tree.Next(c))
        {
            bool direct = tree.Is(c, "obj") || tree.FullRelation(c) == "nsubj:pass";
            bool bound = (tree.Is(c, "obl") || tree.Is(c, "nmod")) && tree.Case(c) is "on" or "against" or "over" or "for" or "with" or "about" or "off" or "to" or "of";
            if (tree.Is(c, "obj") && IsShotOfAnotherKind(tree, at, c))
                return true;
            // "was bombarded with questions"
            if (bound && (tree.Case(c) == "with" || (tree.Case(c) == "of" && lemma is "barrage" or "fire" or "onslaught")) && unreal.Is("talk", tree.Lemma(c)))
                return true;
            // "clashed with police over the law" is more than a quarrel.
            if ((direct || (bound && !hard)) && lemma is not ("seize" or "capture" or "take" or "hold" or "retreat" or "fire" or "shoot" or "beat") && IsTopic(tree, c))
                return true;
            // "launched an attack on his record": the noun that the light verb carries.
            if (direct && tree[c].Tag == Upos.Noun && tree.WordAt(c).Roots.Contains(EventType.Assault) && (IsModified(tree, c) || HangsOnTopic(tree, c)))
                return true;
        }
        if (lemma is "shoot" && tree.Child(at, "nsubj") is >= 0 and int shooter && unreal.Is("cameraman", tree.Lemma(shooter)))
            return true;
        return IsDispute(s, draft, lemma);
    }

    /// <summary>"shot 68", "shot a film", "fired a shot past the keeper".</summary>
    private bool IsShotOfAnotherKind(RootTree tree, int verb, int thing)
    {
        if (tree.Lemma(verb) is not ("shoot" or "fire" or "capture" or "take"))
            return false;
        // Who shoots seven shoots people; a round of golf takes some seventy.
        if (tree.Lemma(verb) == "shoot" && tree[thing].Tag == Upos.Num && tree.Child(thing, "nmod") < 0 && (tree.Child(thing, "det") >= 0 || tree.Lower(thing) is ['5' or '6' or '7' or '8', >= '0' and <= '9']))
            return true;
        if (tree.Lemma(verb) is "capture" or "take" && tree.Lemma(thing) is "title" or "cup" or "championship" or "trophy" or "crown" or "medal" or "imagination" or "attention" or "spotlight" or "seat" or "vote" or "lead" or "mood" or "essence" or "moment")
            return true;
        return tree.Lemma(verb) != "take" && unreal.Is("camera", tree.Lemma(thing));
    }

    private bool IsModified(RootTree tree, int noun)
    {
        for (int c = tree.FirstChild(noun); c >= 0 && c < noun; c = tree.Next(c))
        {
            if ((tree.Is(c, "compound") || tree.Is(c, "amod")) && (unreal.Is("topicmod", tree.Lemma(c)) || unreal.Is("topicmod", tree.Lower(c))) && !(tree.Lower(c) is "political" or "election" or "electoral" && tree.Lemma(noun) is "violence" or "clash"))
                return true;
        }
        return false;
    }

    private bool HangsOnTopic(RootTree tree, int noun)
    {
        for (int c = tree.FirstChild(noun); c >= 0; c = tree.Next(c))
        {
            if (tree.Is(c, "nmod") && tree.Case(c) is "on" or "against" or "with" or "over" or "for" or "of" && IsTopic(tree, c))
                return true;
        }
        return false;
    }

    private bool IsTopic(RootTree tree, int noun)
    {
        if (tree[noun].Tag is not Upos.Noun)
            return false;
        return unreal.Is("topic", tree.Lemma(noun));
    }

    /// <summary>Quarrels of politicians, players and firms: "the ministers clashed over the quota", "the two chains are battling for customers".</summary>
    private bool IsDispute(SentenceView s, EventDraft draft, string lemma)
    {
        if (lemma is not ("clash" or "battle" or "fight" or "war" or "confrontation" or "showdown" or "skirmish" or "attack" or "hit" or "beat") || IsHard(s, draft))
            return false;
        List<ReportActor> sides = [.. draft.Who.Initiators.Concat(draft.Who.Targets).Select(actor => s.Report.Actors[actor])];
        List<NounPhrase> phrases = [.. draft.Who.InitiatorPhrases, .. draft.Who.TargetPhrases];
        if (phrases.Exists(phrase => unreal.Is("player", s.Lemma(phrase.Head))))
            return true;
        bool market = false, sport = false;
        for (int i = 0; i < s.Count; i++)
        {
            market |= unreal.Is("market", s.Lemma(i));
            sport |= unreal.Is("sport", s.Lemma(i)) && s.Tag(i) == Upos.Noun;
        }
        bool over = draft.Verb is { } verb && verb.Prepositional.Exists(phrase => s.Lower(phrase.Preposition) is "over" or "about" && s.PlaceAt[phrase.Head] < 0 && !lookup.IsActor(s, phrase));
        bool civil = sides.Count > 0 && sides.TrueForAll(side => side.Kind == ActorKind.Person ? side.Class is null or "official" : side.Kind is ActorKind.Organisation or ActorKind.Government || side.Class is "official" or "worker");
        if (sides.Count == 0 && phrases.Count > 0)
            civil = phrases.TrueForAll(phrase => !lookup.IsArmed(s, phrase) && !lookup.IsGroup(s, phrase));
        return civil && (market || sport || (over && lemma is "clash" or "battle" or "fight") || (lemma is "clash" or "battle" && sides.Count > 0 && sides.TrueForAll(side => side.Class == "official" && side.Kind != ActorKind.Government))
            || (lemma == "fight" && sides.Count > 0 && sides.TrueForAll(side => side.Kind == ActorKind.Person && side.Class is null)));
    }

    /// <summary>"attacked the judge on Twitter", "attacked him for failing": where those who speak for a living attack each other, it is with words.</summary>
    private bool IsInWords(RootTree tree, SentenceView s, EventDraft draft, int at)
    {
        if (tree.Lemma(at) is not ("attack" or "hit" or "target" or "launch" or "assault" or "strike") || draft.Mode is not null || draft.Trigger.Words.Length > 1 || IsHard(s, draft) || draft.Who.Initiators.Count == 0)
            return false;
        bool speaker = draft.Who.Initiators.TrueForAll(actor => s.Report.Actors[actor] is { Kind: ActorKind.Person, Class: "official" or "journalist" or "worker" or null } or { Kind: ActorKind.Outlet } or { Class: "official" or "party" or "journalist" });
        if (!speaker)
            return false;
        // A head of state who attacks a country sends an army.
        bool atPerson = draft.Who.Targets.Count > 0 && draft.Who.Targets.TrueForAll(actor => s.Report.Actors[actor].Kind is ActorKind.Person or ActorKind.Outlet || s.Report.Actors[actor].Class is "official" or "court" or "party" or "parliament" or "journalist");
        if (tree.Lemma(at) == "attack" && s.Report.Actors[draft.Who.Initiators[0]].Class == "official" && atPerson)
            return true;
        for (int c = tree.FirstChild(at); c >= 0; c = tree.Next(c))
        {
            bool stage = (tree.Is(c, "obl") || tree.Is(c, "nmod")) && tree.Case(c) is "on" or "in" or "during" or "at" && unreal.Is("newsword", tree.Lemma(c));
            bool reason = tree.Is(c, "advcl") && tree.Case(c) is "for" || (tree.Is(c, "advcl") && tree[c].Form == VerbForm.Gerund && (tree.WordAt(c).Is("say") || tree.Lower(c) is "calling" or "accusing" or "branding" or "describing"));
            if (stage || reason)
                return true;
        }
        return false;
    }
}
