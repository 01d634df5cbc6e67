namespace Parallax.Annotate;

/// <summary>The mentions of actors by the tokens at which they begin, end, or have their head.</summary>
internal sealed class SpeechMentions
{
    private readonly IReadOnlyList<Token> _tokens;
    private readonly List<(int First, int End, ActorMention Mention)> _mentions = [];
    private readonly Dictionary<int, int> _longestByEnd = [];
    private readonly Dictionary<int, int> _longestByFirst = [];
    private readonly Dictionary<int, int> _byHead = [];

    public SpeechMentions(AnnotatedReport report)
    {
        _tokens = report.Tokens;
        foreach (ActorMention mention in report.Mentions)
        {
            int first = AnnotatedReport.FirstTokenAt(_tokens, mention.Span.Start);
            int end = AnnotatedReport.FirstTokenAt(_tokens, mention.Span.End);
            if (first >= end || _tokens[first].Span.Start != mention.Span.Start || _tokens[end - 1].Span.End != mention.Span.End)
                continue;
            int index = _mentions.Count;
            _mentions.Add((first, end, mention));
            if (!_longestByEnd.TryGetValue(end, out int other) || _mentions[other].First > first)
                _longestByEnd[end] = index;
            if (!_longestByFirst.TryGetValue(first, out other) || _mentions[other].End < end)
                _longestByFirst[first] = index;
            // The heads of the words, by the tree: those that depend on nothing inside.
            for (int token = first; token < end; token++)
            {
                int head = _tokens[token].Head;
                if ((head < first || head >= end) && _tokens[token].Tag is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num or Upos.Adj or Upos.Det or Upos.X)
                    Prefer(token, index);
            }
            int headEnd = AnnotatedReport.FirstTokenAt(_tokens, mention.HeadSpan.End);
            for (int head = AnnotatedReport.FirstTokenAt(_tokens, mention.HeadSpan.Start); head < headEnd; head++)
                Prefer(head, index);
        }
    }

    /// <summary>The mention that begins at token <paramref name="first"/>, with the token after it; null where none does.</summary>
    public ActorMention? StartingAt(int first, out int end)
    {
        end = first;
        if (!_longestByFirst.TryGetValue(first, out int index))
            return null;
        end = _mentions[index].End;
        return _mentions[index].Mention;
    }

    /// <summary>The mention that ends before token <paramref name="end"/>; null where none does.</summary>
    public ActorMention? EndingAt(int end, out int first)
    {
        first = end;
        if (!_longestByEnd.TryGetValue(end, out int index))
            return null;
        first = _mentions[index].First;
        return _mentions[index].Mention;
    }

    /// <summary>The mention of which the token is the head or part of the name, a name before a description; null where there is none.</summary>
    public ActorMention? HeadedBy(int token) => _byHead.TryGetValue(token, out int index) ? _mentions[index].Mention : null;

    private void Prefer(int token, int index)
    {
        if (_byHead.TryGetValue(token, out int other))
        {
            ActorMention old = _mentions[other].Mention, young = _mentions[index].Mention;
            bool better = old.Form == MentionForm.Name == (young.Form == MentionForm.Name) ? young.Span.Length > old.Span.Length : young.Form == MentionForm.Name;
            if (!better)
                return;
        }
        _byHead[token] = index;
    }
}
