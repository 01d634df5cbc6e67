using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Who takes part in an event, while it is being put together.</summary>
internal sealed class Participants
{
    public List<int> Initiators { get; } = [];

    public List<int> Targets { get; } = [];

    /// <summary>The phrases taken as initiators, also such that name no known actor ("a gunman").</summary>
    public List<NounPhrase> InitiatorPhrases { get; } = [];

    /// <summary>The phrases taken as targets.</summary>
    public List<NounPhrase> TargetPhrases { get; } = [];

    public bool Any => Initiators.Count + Targets.Count > 0;

    public void Add(SentenceView s, Part part, NounPhrase phrase, ReportView view)
    {
        if (part == Part.None || phrase.IsTime && phrase.Mention < 0)
            return;
        (part == Part.Target ? TargetPhrases : InitiatorPhrases).Add(phrase);
        // "No group claimed the attack": nobody does it. That no soldier was hurt still tells of soldiers.
        if (part != Part.Target && ActorLookup.IsNobody(s, phrase))
            return;
        int actor = Resolve(s, phrase, view);
        // A bus or a bridge does nothing.
        if (part != Part.Target && actor >= 0 && s.Report.Actors[actor].Kind == ActorKind.Thing)
            return;
        List<int> list = part == Part.Target ? Targets : Initiators;
        // "the killing of the driver of X": beside his driver X only owns.
        if (actor >= 0 && !list.Contains(actor) && !(ActorLookup.PeopleOf(s, phrase) is >= 0 and int people && list.Contains(people)))
            list.Add(actor);
    }

    public void AddActor(Part part, int actor)
    {
        List<int> list = part == Part.Target ? Targets : Initiators;
        if (actor >= 0 && part != Part.None && !list.Contains(actor))
            list.Add(actor);
    }

    /// <summary>An actor cannot be both ends of one act, except where all take part alike.</summary>
    public void Separate()
    {
        if (Targets.Count > 0 && Initiators.Count > 0)
            Targets.RemoveAll(Initiators.Contains);
    }

    /// <summary>The actor of a phrase; "we" and "I" inside a speech are its speaker.</summary>
    public static int Resolve(SentenceView s, NounPhrase phrase, ReportView view)
    {
        int actor = ActorLookup.ActorOf(s, phrase);
        if (actor >= 0 || s.Lower(phrase.Head) is not ("we" or "i" or "us" or "me"))
            return actor;
        int speech = view.SpeechAround(s.Sentence.Index, s[phrase.Head].Span);
        return speech >= 0 ? view.Report.Speeches[speech].Speaker : -1;
    }

    /// <summary>The actor whose the phrase is: "Serbia's" in "Serbia's actions", or who follows with "of" or "by"; -1 where there is none.</summary>
    public static int PossessorOf(ClauseModel model, NounPhrase phrase)
    {
        SentenceView s = model.Sentence;
        for (int i = phrase.Head - 1; i >= phrase.First; i--)
        {
            if (s.Lower(i) is "'s" or "'" or "’s" or "’" && i > phrase.First && s.MentionAt[i - 1] >= 0)
                return s.Report.Mentions[s.MentionAt[i - 1]].Actor;
            if (s.Lower(i) is "its" or "their" or "his" or "her" && s.MentionAt[i] >= 0 && s.Report.Mentions[s.MentionAt[i]].Form == MentionForm.Pronoun)
                return s.Report.Mentions[s.MentionAt[i]].Actor;
        }
        int next = phrase.Chunk + 2;
        if (next < model.Chunks.Count && model.Chunks[next - 1].Kind == ChunkKind.Preposition && s.Lower(model.Chunks[next - 1].First) is "of" or "by" && model.Chunks[next].Noun is { } owner)
            return ActorLookup.ActorOf(s, owner);
        return -1;
    }

    /// <summary>The actor that modifies the head: "police" in "police raid"; -1 where there is none.</summary>
    public static int ModifierOf(SentenceView s, NounPhrase phrase, int head)
    {
        for (int i = head - 1; i >= phrase.First; i--)
        {
            int mention = s.MentionAt[i];
            if (mention >= 0 && mention != s.MentionAt[head] && s.Report.Mentions[mention].Form != MentionForm.Pronoun)
                return s.Report.Mentions[mention].Actor;
        }
        return -1;
    }
}
