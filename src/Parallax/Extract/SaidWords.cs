using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>
/// The words of a sentence in which somebody tells of an event. Who speaks, when and where, stands beside them and takes no part: only what the words themselves name or point to does.
/// </summary>
internal sealed class SaidWords
{
    private const int LongestClimb = 20;

    private readonly SentenceView _sentence;
    private readonly bool[] _holds;
    private readonly int _speaker;

    private SaidWords(SentenceView sentence, bool[] holds, int speaker)
    {
        _sentence = sentence;
        _holds = holds;
        _speaker = speaker;
    }

    /// <summary>The words in which the event named at <paramref name="trigger"/> is told; null where the report tells it itself, or where who speaks may be who does it ("vowed to arrest them").</summary>
    public static SaidWords? Around(ReportView view, SentenceView s, TextSpan trigger)
    {
        int at = s.TokenAt(trigger.Start), index = view.SpeechAround(s.Sentence.Index, trigger);
        bool[] holds = new bool[s.Count];
        int pieces = 0;
        if (index >= 0)
        {
            foreach (TextSpan content in view.Report.Speeches[index].Content)
            {
                int first = s.TokenAt(content.Start), end = s.TokenAt(content.End);
                Array.Fill(holds, true, first, Math.Max(0, end - first));
                pieces += end > first ? 1 : 0;
            }
        }
        else if (at < s.Count && s.Quoted[at])
        {
            for (int i = at; i >= 0 && s.Quoted[i]; i--)
                holds[i] = true;
            for (int i = at; i < s.Count && s.Quoted[i]; i++)
                holds[i] = true;
        }
        if (at >= s.Count || !holds[at] || Array.IndexOf(holds, false) < 0)
            return null;
        SaidWords words = new(s, holds, index >= 0 ? view.Report.Speeches[index].Speaker : -1);
        // "'X,' said the minister, 'attacked us'": in the middle of a clause the one who speaks cannot be its subject.
        return pieces > 1 || (index >= 0 && view.Report.Speeches[index].Form == SpeechForm.Direct) || words.HasSubjectOf(at) ? words : null;
    }

    /// <summary>Whether the token is one of the words.</summary>
    public bool Holds(int token) => token >= 0 && token < _holds.Length && _holds[token];

    /// <summary>The time or place at <paramref name="span"/>, as long as it is among the words; else -1.</summary>
    public int Kept(int index, Func<int, TextSpan> span) => index >= 0 && Holds(_sentence.TokenAt(span(index).Start)) ? index : -1;

    /// <summary>Takes out of the event all who are named only beside the words.</summary>
    public void Bind(Participants who)
    {
        who.InitiatorPhrases.RemoveAll(phrase => !Holds(phrase.Head));
        who.TargetPhrases.RemoveAll(phrase => !Holds(phrase.Head));
        if (who.Initiators.RemoveAll(actor => IsOnlyBeside(actor, PointsToSpeaker)) > 0 && BeforeCue() is >= 0 and int subject)
            who.AddActor(Part.Initiator, subject);
        // "They have killed our people": whose they are suffers it.
        who.Targets.RemoveAll(actor => IsOnlyBeside(actor, at => PointsToSpeaker(at) || _sentence.Lower(at) is "us" or "me" or "our" or "my" or "them" or "him" or "their" or "his" or "her"));
    }

    /// <summary>"'Gambia,' said the minister, 'attacked us'": the actor alone before the words of saying is the subject of what goes on behind them; -1 where none is.</summary>
    private int BeforeCue()
    {
        int first = Array.IndexOf(_holds, true), found = -1;
        for (int i = first; i < _sentence.Count && _holds[i]; i++)
        {
            if (_sentence.Tag(i) is Upos.Verb or Upos.Aux)
                return -1;
            if (_sentence.MentionAt[i] >= 0)
                found = _sentence.Report.Mentions[_sentence.MentionAt[i]].Actor;
        }
        return found;
    }

    /// <summary>Whether the clause of the event has a subject among the words; without one who speaks may be meant: "agreed to send", "threatening to quit".</summary>
    private bool HasSubjectOf(int trigger)
    {
        HashSet<int> withSubject = [];
        for (int i = 0; i < _sentence.Count; i++)
        {
            if (_holds[i] && _sentence[i].Relation is "nsubj" or "nsubj:pass" or "csubj" or "expl")
                withSubject.Add(HeadOf(i));
        }
        for (int at = trigger, step = 0; Holds(at) && step < LongestClimb; at = HeadOf(at), step++)
        {
            // A verb that the tree joins to the one of saying, though it stands among the words, goes with their own subject.
            if (withSubject.Contains(at) || (withSubject.Count > 0 && _sentence[at].Relation == "conj" && !Holds(HeadOf(at))))
                return true;
        }
        return false;
    }

    private int HeadOf(int token) => _sentence[token].Head - _sentence.Sentence.FirstToken;

    private bool IsOnlyBeside(int actor, Func<int, bool> points)
    {
        bool named = false;
        for (int i = 0; i < _sentence.Count; i++)
        {
            bool meant = _sentence.MentionAt[i] >= 0 && _sentence.Report.Mentions[_sentence.MentionAt[i]].Actor == actor;
            named |= meant;
            if (_holds[i] && (meant || (actor == _speaker && points(i))))
                return false;
        }
        return named;
    }

    // "it will withdraw", where nobody has found out who "it" is, in the words of the one who says so.
    private bool PointsToSpeaker(int at) =>
        _sentence.Lower(at) is "we" or "i" || (_sentence.Lower(at) is "it" or "they" or "he" or "she" && _sentence.MentionAt[at] < 0);
}
