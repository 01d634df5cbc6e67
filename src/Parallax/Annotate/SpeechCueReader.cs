using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Finds the reporting verbs of a line and whose they are: by the sentence's tree, and by the order of words where it has no answer.</summary>
internal sealed class SpeechCueReader(AnnotatedReport report, SpeechCues cues, SpeechMentions mentions, SpeechTree tree)
{
    private readonly IReadOnlyList<Token> _tokens = report.Tokens;
    private readonly SpeechSubject _byOrder = new(report, mentions);
    private readonly HashSet<int> _times = TimeTokens(report);

    /// <summary>The cues of <paramref name="line"/> in order.</summary>
    public List<SpeechCue> Read(SpeechLine line)
    {
        List<SpeechCue> found = [];
        int stop = 0;
        for (int position = 0; position < line.Tokens.Count; position++)
        {
            int index = line.Tokens[position];
            Token token = _tokens[index];
            if (token.Text is ";")
                stop = position + 1;
            if (token.Lower == "according" && position + 2 < line.Tokens.Count && _tokens[line.Tokens[position + 1]].Lower == "to")
            {
                found.Add(AccordingTo(line, position));
                continue;
            }
            int limit = position + 1 < line.Tokens.Count && line.Tokens[position + 1] == index + 1 ? index + 2 : index + 1;
            SpeechFrames frames = cues.At(_tokens, index, limit, out string lemma, out int words);
            // "That said, …": a turn of phrase.
            if (token.Lower == "said" && position == 1 && _tokens[line.Tokens[0]].Lower == "that")
                continue;
            // "the accused": somebody, not a verb.
            if (frames != SpeechFrames.None && index > 0 && _tokens[index - 1].Lower is "the" or "a" or "an")
                continue;
            if (frames == SpeechFrames.None || token.Form == VerbForm.Base && position > 0 && _tokens[line.Tokens[position - 1]].Lower is "to")
                continue;
            SpeechCue? cue = CueAt(line, position, words, lemma, frames, stop, found.LastOrDefault());
            if (cue is not null)
                found.Add(cue);
        }
        return found;
    }

    private SpeechCue AccordingTo(SpeechLine line, int position)
    {
        const SpeechFrames Frames = SpeechFrames.Clause | SpeechFrames.Quote;
        int named = tree.AccordingTo(line.Tokens[position]);
        if (named > line.Tokens[position] && line.Tokens.BinarySearch(named) >= 0)
        {
            (ActorMention? told, TextSpan span) = Naming(named);
            return new SpeechCue(position, 2, "according to", Frames, told, span, false, true, PositionOf(line, AnnotatedReport.FirstTokenAt(_tokens, span.End), position + 2));
        }
        ActorMention? by = mentions.StartingAt(line.Tokens[position + 2], out int byEnd);
        return new SpeechCue(position, 2, "according to", Frames, by, by?.Span ?? NounAfter(line, position + 2), false, true, PositionOf(line, byEnd, position + 2));
    }

    private SpeechCue? CueAt(SpeechLine line, int position, int words, string lemma, SpeechFrames frames, int stop, SpeechCue? last)
    {
        if (tree.SubjectOf(line.Tokens[position]) is not { } subject)
            return ByOrder(line, position, words, lemma, frames, stop, last);
        if (subject.Head < 0)
            return null;
        if (_times.Contains(subject.Head))
            return ByOrder(line, position, words, lemma, frames, stop, last);
        // "announced plans for a vote, saying", "stormed the hotel shouting": who announced and stormed.
        if (subject.Relative && _tokens[line.Tokens[position]].Xpos == "VBG" && mentions.HeadedBy(subject.Head) is null && !cues.IsNoun(_tokens[subject.Head].Lower) && tree.ActorAbove(subject.Head) is { } above && line.Tokens.BinarySearch(above.Head) >= 0)
            subject = above;
        int at = line.Tokens.BinarySearch(subject.Head);
        // A tree that takes a quoted word for the speaker has lost its way.
        if (at < 0)
            return ByOrder(line, position, words, lemma, frames, stop, last);
        // "said the road was open, adding that": who speaks goes on, not whom the words are about.
        if (last is not null && subject.Shared && _tokens[line.Tokens[position]].Xpos == "VBG" && position > 0 && _tokens[line.Tokens[position - 1]].Text == ","
            && tree.IsInComplement(line.Tokens[position], line.Tokens[last.Position]))
            return new SpeechCue(position, words, lemma, frames, last.Speaker, last.SpeakerWords, true, false, position + words);
        (ActorMention? speaker, TextSpan span) = Naming(subject.Head);
        // "X said the road was closed but hinted": of two verbs before "and", the tree may take the wrong one for the first.
        if (subject.Shared && speaker is null && last is not null && tree.IsInComplement(line.Tokens[position], line.Tokens[last.Position]) && ByOrder(line, position, words, lemma, frames, stop, last) is { Speaker: not null } ordered)
            return ordered;
        bool inverted = at > position;
        int after = inverted ? PositionOf(line, AnnotatedReport.FirstTokenAt(_tokens, span.End), at + 1) : position + words;
        return new SpeechCue(position, words, lemma, frames, speaker, span, subject.Shared, inverted, after) { IsRelative = subject.Relative };
    }

    /// <summary>The actor whose words a noun phrase stands for, and the words that name it.</summary>
    private (ActorMention? Speaker, TextSpan Words) Naming(int head)
    {
        // "X (D-Vermont) said"
        for (int i = head - 1; i >= 0 && i > head - 4 && _tokens[i].Text != ")"; i--)
        {
            if (_tokens[i].Text == "(" && mentions.EndingAt(i, out _) is { } bracketed)
                return (bracketed, bracketed.Span);
        }
        ActorMention? apposed = tree.Apposition(head) is >= 0 and int other ? mentions.HeadedBy(other) : null;
        if (mentions.HeadedBy(head) is { } named)
        {
            // "the minister, X, said": by name.
            ActorMention told = named.Form == MentionForm.Nominal && apposed is { Form: MentionForm.Name } && apposed.Actor == named.Actor ? apposed : named;
            return (told, told.Span);
        }
        (int first, int end) = tree.Phrase(head);
        TextSpan words = TextSpan.FromBounds(_tokens[first].Span.Start, _tokens[end - 1].Span.End);
        if (apposed is not null)
            return (apposed, apposed.Form == MentionForm.Name ? apposed.Span : words);
        // "the ministry's statement": its owner said it. "The minister's father" is somebody else.
        return (cues.IsNoun(_tokens[head].Lower) && tree.Owner(head) is >= 0 and int owner ? mentions.HeadedBy(owner) : null, words);
    }

    private SpeechCue? ByOrder(SpeechLine line, int position, int words, string lemma, SpeechFrames frames, int stop, SpeechCue? last)
    {
        int after = position + words;
        if (_byOrder.IsPassive(line, position))
        {
            // "as reported by the agency"
            if (after + 1 < line.Tokens.Count && _tokens[line.Tokens[after]].Lower == "by" && mentions.StartingAt(line.Tokens[after + 1], out int agentEnd) is { } agent)
                return new SpeechCue(position, words, lemma, frames, agent, agent.Span, false, true, PositionOf(line, agentEnd, after + 1));
            return null;
        }
        Token verb = _tokens[line.Tokens[position]];
        if (verb.Form is VerbForm.PastParticiple or VerbForm.Past && position > 0 && after + 1 < line.Tokens.Count && _tokens[line.Tokens[position - 1]].Lower == "as" && _tokens[line.Tokens[after]].Lower == "by"
            && mentions.StartingAt(line.Tokens[after + 1], out int byEnd) is { } by)
            return new SpeechCue(position, words, lemma, frames, by, by.Span, false, true, PositionOf(line, byEnd, after + 1));
        bool afterQuote = line.Quotes.Any(q => q.Before <= position && q.Before >= position - 1);
        // "…," said X; after a comma too: "the road was open, said X."
        bool mayInvert = afterQuote || (position > 0 && _tokens[line.Tokens[position - 1]].Text == ",");
        if (mayInvert && after < line.Tokens.Count && frames.HasFlag(SpeechFrames.Quote) && verb.Form is not VerbForm.Gerund && mentions.StartingAt(line.Tokens[after], out int end) is { } inverted && inverted.Actor >= -1
            && IsFirstAfterQuote(line, position) && !frames.HasFlag(SpeechFrames.Addressee) | afterQuote)
            return new SpeechCue(position, words, lemma, frames, inverted, inverted.Span, false, true, PositionOf(line, end, after));
        // "of supporting", "stop blaming": a gerund that is somebody's deed, not speech of this subject.
        if (verb.Form == VerbForm.Gerund && position > 0 && !line.Quotes.Exists(q => q.Before == position) && _tokens[line.Tokens[position - 1]] is var prior && prior.Text is not ("," or "—" or "–") && prior.Tag is not (Upos.Aux or Upos.Adv or Upos.Cconj) && prior.Lower is not ("while" or "be" or "been" or "was" or "were" or "is" or "are"))
            return null;
        ActorMention? subject = _byOrder.Find(line, position, stop, out bool shared, out TextSpan? nounWords);
        if (shared && last is { Shared: false } && last.Speaker is not null && position - last.Position < 60)
            subject = last.Speaker;
        if (subject is null && nounWords is null)
            return null;
        return new SpeechCue(position, words, lemma, frames, subject, subject?.Span ?? nounWords, shared, false, after);
    }

    private bool IsFirstAfterQuote(SpeechLine line, int position)
    {
        int start = line.Quotes.Where(q => q.Before <= position).Select(q => q.Before).DefaultIfEmpty(-1).Max();
        if (start < 0)
            return _tokens[line.Tokens[position - 1]].Text == "," && _byOrder.Find(line, position, Math.Max(0, position - 3), out bool shared, out _) is null | shared;
        for (int i = start; i < position; i++)
        {
            if (char.IsLetterOrDigit(_tokens[line.Tokens[i]].Text[0]))
                return false;
        }
        return true;
    }

    private TextSpan? NounAfter(SpeechLine line, int position)
    {
        int end = position;
        while (end < line.Tokens.Count && (_tokens[line.Tokens[end]].Tag is Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num || ActorWords.IsPossessive(_tokens[line.Tokens[end]])))
            end++;
        return end > position ? TextSpan.FromBounds(_tokens[line.Tokens[position]].Span.Start, _tokens[line.Tokens[end - 1]].Span.End) : null;
    }

    private static int PositionOf(SpeechLine line, int token, int from)
    {
        int position = from;
        while (position < line.Tokens.Count && line.Tokens[position] < token)
            position++;
        return position;
    }

    /// <summary>The tokens of all times of the report: none of them speaks.</summary>
    public static HashSet<int> TimeTokens(AnnotatedReport report)
    {
        HashSet<int> inTimes = [];
        foreach (TimeMention time in report.Times)
        {
            for (int i = AnnotatedReport.FirstTokenAt(report.Tokens, time.Span.Start); i < report.Tokens.Count && report.Tokens[i].Span.Start < time.Span.End; i++)
                inTimes.Add(i);
        }
        return inTimes;
    }
}
