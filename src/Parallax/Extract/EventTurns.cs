using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>What a listed word tells instead where it stands: ministers who gather for talks meet, promised revenge threatens; and whose a phrase beside it is.</summary>
internal static class EventTurns
{
    // Who promises one of these means harm.
    private static readonly HashSet<string> s_harms = new(StringComparer.Ordinal) { "retaliation", "revenge", "vengeance", "reprisal", "retribution", "punishment", "consequence", "payback", "repercussion" };

    private static readonly HashSet<string> s_harsh = new(StringComparer.Ordinal) { "harsh", "tough", "strong", "firm", "severe", "crushing", "military", "forceful", "painful", "decisive", "devastating", "stern", "fierce", "bloody", "armed", "proportionate", "robust", "violent", "deadly" };

    private static readonly HashSet<string> s_talks = new(StringComparer.Ordinal) { "talk", "talks", "meeting", "summit", "negotiation", "conference", "consultation", "dialogue", "discussion" };

    private static readonly HashSet<string> s_discussing = new(StringComparer.Ordinal) { "discuss", "debate", "address", "review", "consider", "tackle", "coordinate", "negotiate", "resolve", "confer", "consult" };

    private static readonly HashSet<string> s_deeds = new(StringComparer.Ordinal)
    {
        "intervention", "invasion", "offensive", "attack", "strike", "airstrike", "killing", "role", "involvement", "war", "conflict", "operation", "crackdown", "aggression", "annexation", "occupation", "raid", "abuse", "crime", "action", "activity", "massacre", "bombing", "coup", "interference", "presence", "incursion", "assault", "campaign", "policy", "conduct", "behaviour", "behavior",
    };

    private static readonly HashSet<string> s_charges = new(StringComparer.Ordinal) { "accusation", "allegation", "claim", "charge", "complaint", "suggestion", "report", "criticism" };

    private static readonly HashSet<string> s_buildings = new(StringComparer.Ordinal) { "hospital", "mosque", "church", "school", "clinic", "university", "hotel", "market", "bank", "prison", "court", "courthouse", "embassy", "consulate", "station", "barracks", "parliament", "temple", "synagogue", "college" };

    /// <summary>The draft as it is meant where it stands.</summary>
    public static EventDraft Turned(ClauseModel model, RootTree tree, EventDraft draft)
    {
        if (draft.Verb is not { } verb)
            return draft;
        SentenceView s = model.Sentence;
        int thing = tree.Child(verb.Head, "obj");
        switch (draft.Type)
        {
            case EventType.Agree when draft.Lemma is "promise" or "vow" or "pledge" or "swear" or "guarantee" && thing > verb.Head && IsHarm(tree, thing):
                draft = draft with { Type = EventType.Threaten, Mode = null, Rule = "event:" + draft.Trigger.Entry + "; of harm" };
                Add(s, tree, draft, thing, ["against", "on", "for"]);
                break;
            case EventType.Protest when draft.Lemma is "gather" or "assemble" && IsMeeting(model, tree, draft, verb):
                draft = draft with { Type = EventType.Consult, Mode = null, Rule = "event:" + draft.Trigger.Entry + "; to talk" };
                draft.Who.Targets.Clear();
                break;
            case EventType.Reject when thing >= 0 && s_charges.Contains(tree.Lemma(thing)):
                // "rejected the accusations against X": whoever made them, not X.
                Drop(s, tree, draft.Who.Targets, thing, ["against", "about", "on", "over", "that"]);
                break;
            case EventType.Assault:
                for (int c = tree.FirstChild(verb.Head); c >= 0; c = tree.Next(c))
                {
                    // "opened fire at a hospital": there; those inside are hit.
                    if (tree.Is(c, "obl") && tree.Case(c) is "at" or "in" or "inside" or "outside" && s_buildings.Contains(tree.Lemma(c)) && s.MentionAt[c] >= 0 && s.Report.Mentions[s.MentionAt[c]].Form == MentionForm.Nominal)
                        draft.Who.Targets.Remove(s.Report.Mentions[s.MentionAt[c]].Actor);
                }
                break;
            default:
                break;
        }
        // "met to discuss X's ties with Y": those two are the topic.
        if (draft.Type == EventType.Consult && draft.Who.Targets.Count > 0)
            draft.Who.Targets.RemoveAll(actor => IsOnlyTopic(s, tree, actor, verb.Head));
        return draft;
    }

    /// <summary>Whether the phrase names those of other talks: "met on Monday ahead of talks with X".</summary>
    public static bool IsOfOtherTalks(SentenceView s, NounPhrase phrase)
    {
        int noun = phrase.Preposition - 1;
        if (noun < 2 || s.Lower(phrase.Preposition) is not ("with" or "between") || !s_talks.Contains(s.Lemma(noun)))
            return false;
        for (int i = noun - 1; i > 0 && s.Tag(i) is Upos.Adj or Upos.Det or Upos.Noun or Upos.Num or Upos.Adp or Upos.Propn; i--)
        {
            if (s.Lower(i) is "before" or "after" or "following" || (s.Lower(i) == "of" && s.Lower(i - 1) == "ahead"))
                return true;
            if (s.Tag(i) == Upos.Adp && s.Lower(i) != "of")
                return false;
        }
        return false;
    }

    /// <summary>"ahead of a new round of talks", "before next week's summit": still to come.</summary>
    public static bool IsAhead(SentenceView s, NounPhrase noun)
    {
        for (int i = noun.Head - 1; i > 0 && s.Tag(i) is Upos.Adj or Upos.Det or Upos.Noun or Upos.Num or Upos.Adp or Upos.Propn or Upos.Part; i--)
        {
            if (s.Lower(i) != "of")
            {
                if (s.Tag(i) == Upos.Adp || (s.Tag(i) == Upos.Noun && i < noun.First && s.Lemma(i) is not ("round" or "series" or "session" or "start")))
                    return false;
                continue;
            }
            if (s.Lower(i - 1) == "ahead")
                return true;
        }
        return false;
    }

    /// <summary>Whether the verb only says what somebody is allowed to do.</summary>
    public static bool IsPermitted(SentenceView s, VerbGroup verb) =>
        verb is { Governor: { } governor } && verb.Kind is ClauseKind.Infinitive or ClauseKind.Complement && s.Lemma(governor.Head) is "allow" or "permit" or "let" or "enable" or "entitle" or "empower" or "authorise" or "authorize";

    /// <summary>"were here to meet him", "is in X to sign": where somebody is, and only then what for.</summary>
    public static bool IsElsewhere(SentenceView s, VerbGroup governor, VerbGroup verb)
    {
        for (int i = governor.Head + 1; i < verb.First; i++)
        {
            if (s.Lower(i) is "here" or "there" or "abroad" || s.Tag(i) == Upos.Adp)
                return true;
        }
        return false;
    }

    /// <summary>Whether the preposition hangs on a deed for which something else is done: "sanctions for its intervention in X".</summary>
    public static bool IsOfCause(SentenceView s, int preposition, int verb)
    {
        if (preposition > verb && s.Lower(preposition) is "in" or "near" or "at" or "across" && IsOfRevenge(s, preposition, verb))
            return true;
        int deed = preposition - 1;
        if (deed <= verb || !s_deeds.Contains(s.Lemma(deed)))
            return false;
        int before = deed - 1;
        while (before > verb && s.Tag(before) is Upos.Adj or Upos.Det or Upos.Pron or Upos.Part or Upos.Propn or Upos.Noun)
            before--;
        return before > verb && s.Lower(before) is "for" or "over" or "after" or "about";
    }

    /// <summary>Whether the token stands inside what a deed answers: "in retaliation for strikes last week in X".</summary>
    public static bool IsOfRevenge(SentenceView s, int at, int from)
    {
        for (int i = at - 1; i > from && i > at - 14; i--)
        {
            if (s[i].Text is "," or ";" || s.Tag(i) == Upos.Verb)
                return false;
            if (s.Lower(i) is "for" or "to" && s.Lemma(i - 1) is "retaliation" or "revenge" or "response" or "reprisal" or "vengeance" or "reaction")
                return true;
        }
        return false;
    }

    /// <summary>Whether the noun is what somebody does to another in answer: "consequences for X", "revenge on X".</summary>
    public static bool IsHarm(string lemma) => s_harms.Contains(lemma);

    /// <summary>"vowed revenge for the killing of its general": what is answered has happened.</summary>
    public static bool IsAnswered(SentenceView s, NounPhrase noun)
    {
        for (int i = noun.Preposition - 1; i >= 0 && i > noun.Preposition - 8 && s.Tag(i) is not (Upos.Verb or Upos.Punct); i--)
        {
            if (s_harms.Contains(s.Lemma(i)) || s.Lemma(i) is "response" or "answer")
                return true;
        }
        return false;
    }

    private static bool IsHarm(RootTree tree, int thing)
    {
        if (s_harms.Contains(tree.Lemma(thing)))
            return true;
        if (tree.Lemma(thing) is not ("response" or "answer" or "reply"))
            return false;
        for (int c = tree.FirstChild(thing); c >= 0; c = tree.Next(c))
        {
            if (tree.Is(c, "amod") && s_harsh.Contains(tree.Lemma(c)))
                return true;
            if (tree.Is(c, "nmod") && tree.Case(c) == "to" && tree.Lemma(c) is "attack" or "aggression" or "killing" or "strike" or "assault" or "raid" or "bombing" or "invasion" or "provocation" or "assassination" or "airstrike" or "threat")
                return true;
        }
        return false;
    }

    /// <summary>Whether those who gather are officials, or gather in order to talk.</summary>
    private static bool IsMeeting(ClauseModel model, RootTree tree, EventDraft draft, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        if (model.Verbs.Any(v => v.Kind == ClauseKind.Infinitive && v.Governor == verb && s_discussing.Contains(s.Lemma(v.Head))) || verb.Prepositional.Exists(phrase => s.Lower(phrase.Preposition) is "for" or "at" && s_talks.Contains(s.Lemma(phrase.Head))))
            return true;
        return !verb.Prepositional.Exists(phrase => s.Lower(phrase.Preposition) is "against" or "outside") && !model.Verbs.Any(v => v.Governor == verb && s.Lemma(v.Head) is "protest" or "demand" or "denounce" or "demonstrate")
            && draft.Who.Initiators.Count > 0 && draft.Who.Initiators.TrueForAll(actor => s.Report.Actors[actor] is { Kind: ActorKind.Government } or { Kind: ActorKind.Person, IsNamed: true } or { Class: "official" });
    }

    /// <summary>Whether the sentence names the actor only in what is talked about.</summary>
    private static bool IsOnlyTopic(SentenceView s, RootTree tree, int actor, int verb)
    {
        bool found = false;
        for (int i = 0; i < s.Count; i++)
        {
            if (s.MentionAt[i] < 0 || s.Report.Mentions[s.MentionAt[i]].Actor != actor)
                continue;
            bool topic = false;
            for (int at = i, step = 0; at >= 0 && at != verb && step < 12; at = tree.Head(at), step++)
            {
                // "discuss the border with X" is with X.
                if (tree.Case(at) is "with" && tree.Head(at) is >= 0 and int over && (over == verb || s_discussing.Contains(tree.Lemma(over))))
                    break;
                topic |= tree.Case(at) is "on" or "about" or "over" or "regarding" || (tree.Is(at, "obj") && tree.Head(at) is >= 0 and int talk && talk != verb && s_discussing.Contains(tree.Lemma(talk)));
            }
            if (!topic)
                return false;
            found = true;
        }
        return found;
    }

    private static void Add(SentenceView s, RootTree tree, EventDraft draft, int thing, ReadOnlySpan<string> prepositions)
    {
        for (int c = thing + 1; c < tree.Count; c++)
        {
            if (((tree.Is(c, "nmod") && tree.Head(c) == thing) || (tree.Is(c, "obl") && tree.Head(c) == draft.Verb!.Head)) && prepositions.Contains(tree.Case(c)) && s.MentionAt[c] >= 0 && s.Report.Mentions[s.MentionAt[c]].Actor is >= 0 and int actor && !draft.Who.Initiators.Contains(actor))
                draft.Who.AddActor(Part.Target, actor);
        }
    }

    private static void Drop(SentenceView s, RootTree tree, List<int> actors, int thing, ReadOnlySpan<string> prepositions)
    {
        for (int c = thing + 1; c < tree.Count; c++)
        {
            if (s.MentionAt[c] >= 0 && tree.Is(c, "nmod") && tree.Head(c) == thing && prepositions.Contains(tree.Case(c)))
                actors.Remove(s.Report.Mentions[s.MentionAt[c]].Actor);
        }
    }
}
