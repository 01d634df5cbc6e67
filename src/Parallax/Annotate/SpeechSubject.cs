using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Finds whose verb a reporting verb is from the order of words alone, for sentences whose tree has no answer.</summary>
internal sealed class SpeechSubject(AnnotatedReport report, SpeechMentions mentions)
{
    private const int Window = 60;

    private readonly IReadOnlyList<Token> _tokens = report.Tokens;

    /// <summary>Whether the verb is passive: then its subject did not speak.</summary>
    public bool IsPassive(SpeechLine line, int position)
    {
        Token verb = _tokens[line.Tokens[position]];
        if (verb.Form is not (VerbForm.PastParticiple or VerbForm.Past))
            return false;
        for (int i = position - 1, steps = 0; i >= 0 && steps < 4; i--, steps++)
        {
            Token token = _tokens[line.Tokens[i]];
            if (token.Lemma is "be" || token.Lower is "been" or "being" or "was" or "were" or "is" or "are" or "get" or "got")
                return true;
            if (token.Tag is not Upos.Adv and not Upos.Part and not Upos.Aux)
                return false;
        }
        return false;
    }

    /// <summary>
    /// The subject of the verb at <paramref name="position"/> of <paramref name="line"/>: the noun phrase before it over adverbs, asides between
    /// commas, relative clauses and prepositional phrases; for a second or dependent verb the subject of the first. <paramref name="words"/>
    /// gives the words when the subject is no actor ("the report").
    /// </summary>
    public ActorMention? Find(SpeechLine line, int position, int stop, out bool shared, out TextSpan? words)
    {
        shared = false;
        words = null;
        int verb = line.Tokens[position];
        int at = position - 1;
        while (at >= stop && (_tokens[line.Tokens[at]].Tag is Upos.Aux or Upos.Adv or Upos.Part || _tokens[line.Tokens[at]].Lower is "also" or "not" or "reportedly"))
            at--;
        if (at < stop)
            return null;
        Token before = _tokens[line.Tokens[at]];
        if (before.Tag is Upos.Cconj || (_tokens[verb].Form == VerbForm.Gerund && before.Lower is "," or "—" or "–" or "while" or "by" or "in"))
        {
            shared = true;
            return First(line, stop, at);
        }
        int steps = 0;
        while (at >= stop && steps++ < Window)
        {
            int index = line.Tokens[at];
            Token token = _tokens[index];
            if (mentions.EndingAt(index + 1, out int first) is { } mention)
            {
                int firstPosition = at - (index - first);
                if (firstPosition < stop)
                    return null;
                if (IsObjectInRelative(line, firstPosition, stop))
                    return Relative(line, firstPosition - 1, stop);
                if (!IsGoverned(line, firstPosition, stop))
                    return FirstConjunct(line, firstPosition, stop) ?? mention;
                at = firstPosition - 2;
                continue;
            }
            if (token.Text is "," or ")" or "—" or "–")
            {
                ActorMention? aside = BeforeAside(line, at, stop);
                if (aside is not null)
                    return aside;
                if (mentions.EndingAt(index, out int apposed) is { } last && at - 1 - (index - 1 - apposed) >= stop && !IsGoverned(line, at - (index - apposed), stop))
                    return last;
                if (at == position - 1)
                {
                    shared = true;
                    return First(line, stop, at);
                }
            }
            else if (token.Tag is Upos.Verb or Upos.Aux)
            {
                return Relative(line, at, stop) ?? (token.Form is VerbForm.PastParticiple or VerbForm.Gerund ? First(line, stop, at) : null);
            }
            else if (token.Tag is Upos.Noun && at >= position - 2 && !IsGoverned(line, NounStart(line, at, stop), stop))
            {
                int start = NounStart(line, at, stop);
                words = TextSpan.FromBounds(_tokens[line.Tokens[start]].Span.Start, token.Span.End);
                return Owner(line, start, at);
            }
            else if (token.Tag is Upos.Sconj && token.Lower is "as" or "that" or "if" or "because" or "when")
                return null;
            at--;
        }
        return null;
    }

    /// <summary>The first mention from <paramref name="stop"/> on that no preposition governs: the subject of the line.</summary>
    public ActorMention? First(SpeechLine line, int stop, int until)
    {
        for (int i = stop; i < until && i < stop + Window; i++)
        {
            int index = line.Tokens[i];
            if (mentions.StartingAt(index, out int end) is not { } mention)
                continue;
            bool owns = end < _tokens.Count && ActorWords.IsPossessive(_tokens[end]);
            if (!owns && !IsGoverned(line, i, stop))
                return mention;
            i += Math.Max(0, end - index - 1);
        }
        return null;
    }

    // "the ministry's statement", "a ministry statement by X": its owner said it.
    private ActorMention? Owner(SpeechLine line, int start, int at)
    {
        for (int i = start; i <= at; i++)
        {
            if (_tokens[line.Tokens[i]].Lower is "'s" or "'" && mentions.EndingAt(line.Tokens[i], out _) is { } owner)
                return owner;
        }
        return null;
    }

    private int NounStart(SpeechLine line, int at, int stop)
    {
        int start = at;
        while (start > stop && _tokens[line.Tokens[start - 1]].Tag is Upos.Adj or Upos.Noun or Upos.Propn or Upos.Det or Upos.Num || (start > stop && ActorWords.IsPossessive(_tokens[line.Tokens[start - 1]])))
            start--;
        return start;
    }

    // "X, a former general turned politician, said": back over the aside to X.
    private ActorMention? BeforeAside(SpeechLine line, int close, int stop)
    {
        string open = _tokens[line.Tokens[close]].Text switch { ")" => "(", "—" => "—", "–" => "–", _ => "," };
        for (int i = close - 1, steps = 0; i > stop && steps < Window; i--, steps++)
        {
            if (_tokens[line.Tokens[i]].Text != open)
                continue;
            int index = line.Tokens[i];
            if (mentions.EndingAt(index, out int first) is { } mention && !IsGoverned(line, i - (index - first), stop) && i - (index - first) >= stop)
                return mention;
        }
        return null;
    }

    // "officials who were elected in April said": back over the relative clause.
    private ActorMention? Relative(SpeechLine line, int at, int stop)
    {
        for (int i = at, steps = 0; i > stop && steps < 20; i--, steps++)
        {
            if (_tokens[line.Tokens[i]].Lower is not ("who" or "which" or "that") || (_tokens[line.Tokens[i]].Tag is not Upos.Pron && _tokens[line.Tokens[i]].Lower is not "who"))
                continue;
            int index = line.Tokens[i];
            if (_tokens[index - 1].Text == ",")
                index--;
            return mentions.EndingAt(index, out _);
        }
        return null;
    }

    // "The doctor who treated X said": X is whom he treated, not who speaks.
    private bool IsObjectInRelative(SpeechLine line, int position, int stop)
    {
        int at = position - 1;
        if (at < stop || _tokens[line.Tokens[at]].Tag is not Upos.Verb)
            return false;
        at--;
        while (at >= stop && _tokens[line.Tokens[at]].Tag is Upos.Aux or Upos.Adv or Upos.Part)
            at--;
        return at >= stop && _tokens[line.Tokens[at]].Lower is "who" or "which";
    }

    // "X and other leaders said": the first is named, and stands for both.
    private ActorMention? FirstConjunct(SpeechLine line, int position, int stop)
    {
        if (position - 2 < stop || _tokens[line.Tokens[position - 1]].Lower != "and")
            return null;
        int index = line.Tokens[position - 1];
        if (mentions.EndingAt(index, out int first) is not { } mention || mention.Form == MentionForm.Pronoun)
            return null;
        int start = position - 1 - (index - first);
        return start >= stop && !IsGoverned(line, start, stop) ? mention : null;
    }

    private bool IsGoverned(SpeechLine line, int position, int stop)
    {
        if (position <= stop || position > line.Tokens.Count - 1)
            return false;
        int index = line.Tokens[position];
        if (index == 0 || line.Tokens[position - 1] != index - 1)
            return false;
        Token before = _tokens[index - 1];
        return before.Tag is Upos.Adp && before.Lower is not "that" and not "as" || before.Lower is "to" or "of";
    }
}
