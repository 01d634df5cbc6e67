using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Gives a speech that was found its right words: the speaker as a whole noun phrase, the content with its first word; and tells a deed from a speech.</summary>
internal sealed class SpeechShape(AnnotatedReport report, SpeechCues cues)
{
    private const int LongestAddition = 10;

    private readonly IReadOnlyList<Token> _tokens = report.Tokens;

    /// <summary>Whether the verb has a thing for its object and no words: "the club maintained its lead".</summary>
    public bool IsDeed(Speech speech)
    {
        if (speech is not { Form: SpeechForm.Indirect, Cue: { } cue, Content.Count: 1 })
            return false;
        int verb = AnnotatedReport.FirstTokenAt(_tokens, cue.Start), first = AnnotatedReport.FirstTokenAt(_tokens, speech.Content[0].Start);
        if (verb + 1 != first || (cues.At(_tokens, verb, verb + 1, out _, out _) & ~(SpeechFrames.Quote | SpeechFrames.Clause)) != SpeechFrames.None)
            return false;
        bool thing = false;
        for (int i = first; i < _tokens.Count && _tokens[i].Span.Start < speech.Content[0].End; i++)
        {
            if (_tokens[i].Tag == Upos.Aux || _tokens[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD" or "VB")
                return false;
            thing |= _tokens[i].Head == verb && _tokens[i].Relation == "obj";
        }
        return thing;
    }

    /// <summary>Whether what is named as the speaker never speaks ("the attack claimed ten lives"), or the verb only tells what was done to it: "a deal agreed between them".</summary>
    public bool IsMute(Speech speech)
    {
        if (speech.Cue is not { } cue || speech.SpeakerSpan is not { } named)
            return false;
        int verb = AnnotatedReport.FirstTokenAt(_tokens, cue.Start), first = AnnotatedReport.FirstTokenAt(_tokens, named.Start), end = AnnotatedReport.FirstTokenAt(_tokens, named.End);
        if (verb >= _tokens.Count || end <= first)
            return false;
        // "has claimed 20,000 lives"
        if (speech is { CueLemma: "claim", Form: SpeechForm.Indirect } && Takes(verb, "life", "victim", "casualty", "scalp"))
            return true;
        // "Despite the mayor's aides' claims, the port is shut": the report says the contrary.
        if (first > 0 && _tokens[verb].Xpos is "VBZ" or "NNS" && _tokens[first - 1].Lower is "despite" or "amid" or "amidst" or "notwithstanding" && end == verb)
            return true;
        // "denied them access", "added four ships to the list", "spoke on “The Morning Hour”"
        if (speech is { CueLemma: "deny", Form: SpeechForm.Indirect } && Takes(verb, "access", "entry", "visa", "permission", "bail", "asylum", "passage", "parole", "admission", "funding", "treatment", "right", "chance", "opportunity", "service"))
            return true;
        if (speech is { CueLemma: "add", Form: SpeechForm.Indirect } && TakesThing(verb))
            return true;
        if (speech is { CueLemma: "speak" or "talk", Form: SpeechForm.Mixed } && _tokens[AnnotatedReport.FirstTokenAt(_tokens, speech.Content[0].Start)].Tag == Upos.Adp)
            return true;
        int after = verb + 1;
        while (after < _tokens.Count && after - verb < 4 && report.IsTime(_tokens[after].Span))
            after++;
        if (speech is { Form: SpeechForm.Indirect, CueLemma: "agree" or "announce" or "propose" or "report" or "negotiate" or "sign" } && end == verb && _tokens[verb].Xpos is "VBD" or "VBN" && after < _tokens.Count && _tokens[after].Lower is "between" or "among" or "by")
            return true;
        // "a group of friends, called “the Boys” by officials"
        if (speech.CueLemma is "call" or "name" or "dub" or "nickname" or "term" or "label" && verb > 0 && _tokens[verb].Relation == "acl" && (HasAgent(verb) || speech.Speaker < 0 || _tokens[verb - 1].Text is not ("," or "(")))
            return true;
        // "the man labelled “Suspect Two” by the army", whatever the tree makes of it.
        if (speech is { CueLemma: "call" or "name" or "dub" or "nickname" or "term" or "label" or "describe", Form: SpeechForm.Mixed } && IsMarkedBy(speech.Content[0]))
            return true;
        bool relative = _tokens[verb].Relation == "acl:relcl";
        // "a group that threatens us", "a gap in the fence, which suggested a break-in": told of somebody or something, nothing said.
        if (relative && speech is { CueLemma: "threaten", Form: SpeechForm.Indirect } && !speech.Content[0].Of(report.Report.Text).StartsWith("to ", StringComparison.Ordinal) && PointsBack(end, verb, "who", "that", "which"))
            return true;
        int head = end - 1;
        for (int i = first; i < end; i++)
        {
            if (_tokens[i].Head < first || _tokens[i].Head >= end)
            {
                head = i;
                break;
            }
        }
        if (speech.Speaker >= 0)
            return _tokens[head].Tag == Upos.Noun && cues.IsMute(_tokens[head].Lemma) && !report.Actors[speech.Speaker].IsNamed && speech.CueLemma != "according to";
        if (relative && speech.CueLemma is not "according to" && PointsBack(end, verb, "which", "that") && _tokens[head].Tag == Upos.Noun && !cues.IsNoun(_tokens[head].Lemma) && speech.CueLemma is "suggest" or "indicate" or "show" or "mean" or "underscore" or "underline" or "highlight" or "reflect" or "reveal" or "demand" or "order")
            return true;
        return _tokens[head].Tag is Upos.Noun or Upos.Adj && cues.IsMute(_tokens[head].Lemma) && speech.CueLemma != "according to";
    }

    private bool PointsBack(int from, int verb, params ReadOnlySpan<string> words)
    {
        for (int i = from; i < verb && i - from < 3; i++)
        {
            if (words.Contains(_tokens[i].Lower))
                return true;
        }
        return false;
    }

    private bool HasAgent(int verb)
    {
        for (int i = verb + 1; i < _tokens.Count && i - verb < 2 * LongestAddition && _tokens[i].Text != "."; i++)
        {
            if (_tokens[i].Lower == "by" && _tokens[i].Head is >= 0 and int agent && _tokens[agent].Relation.StartsWith("obl", StringComparison.Ordinal) && _tokens[agent].Head == verb)
                return true;
        }
        return false;
    }

    private bool IsMarkedBy(TextSpan content)
    {
        int from = AnnotatedReport.FirstTokenAt(_tokens, content.Start), until = AnnotatedReport.FirstTokenAt(_tokens, content.End);
        for (int i = from + 1; i < _tokens.Count && i <= until + 1; i++)
        {
            if (_tokens[i].Lower == "by" && _tokens[i - 1].Text is "”" or "\"" or "''")
                return true;
        }
        return false;
    }

    private bool TakesThing(int verb)
    {
        for (int i = verb + 1; i < _tokens.Count && i - verb < 6 && _tokens[i].Tag is Upos.Det or Upos.Num or Upos.Adj or Upos.Noun or Upos.Propn; i++)
        {
            if (_tokens[i].Head == verb && _tokens[i].Relation == "obj")
                return true;
        }
        return false;
    }

    private bool Takes(int verb, params ReadOnlySpan<string> nouns)
    {
        for (int i = verb + 1; i < _tokens.Count && i - verb < LongestAddition; i++)
        {
            if (_tokens[i].Tag is Upos.Verb or Upos.Aux or Upos.Sconj or Upos.Punct)
                return false;
            if (nouns.Contains(_tokens[i].Lemma) && _tokens[i].Tag == Upos.Noun && (i + 1 >= _tokens.Count || _tokens[i + 1].Tag is not (Upos.Noun or Upos.Propn)))
                return true;
        }
        return false;
    }

    /// <summary>The same speech with the whole phrase that names its speaker, and with the word that the possessive at the head of its content belongs to.</summary>
    public Speech Whole(Speech speech)
    {
        int opening = AnnotatedReport.FirstTokenAt(_tokens, speech.Content[0].Start);
        if (opening > 0 && opening < _tokens.Count && ActorWords.IsPossessive(_tokens[opening]) && speech.Cue is { } verb && _tokens[opening - 1].Span.Start >= verb.End)
        {
            TextSpan first = TextSpan.FromBounds(_tokens[opening - 1].Span.Start, speech.Content[0].End);
            speech = speech with { Content = [first, .. speech.Content.Skip(1)], Span = speech.Span.Union(first) };
        }
        if (speech.SpeakerSpan is not { } named)
            return speech;
        TextSpan whole = Phrase(speech, named);
        return whole == named || speech.Content.Any(whole.Overlaps) || (speech.Cue is { } cue && cue.Overlaps(whole)) ? speech : speech with { SpeakerSpan = whole, Span = speech.Span.Union(whole) };
    }

    // "EU ministers", "the head of the harbour police", "Transport for London": not the modifiers of a person's name, which says enough.
    private TextSpan Phrase(Speech speech, TextSpan named)
    {
        int first = AnnotatedReport.FirstTokenAt(_tokens, named.Start), end = AnnotatedReport.FirstTokenAt(_tokens, named.End), head = -1;
        for (int i = first; i < end; i++)
        {
            if (_tokens[i].Head < first || _tokens[i].Head >= end)
                head = head < 0 ? i : int.MaxValue;
        }
        if (head < 0 || head == int.MaxValue || _tokens[head].Span.End > named.End)
            return named;
        bool common = _tokens[head].Tag == Upos.Noun;
        bool person = speech.Speaker >= 0 && report.Actors[speech.Speaker].Kind == ActorKind.Person && !(end < _tokens.Count && _tokens[end].Lower == "for");
        if (!common && (_tokens[head].Tag != Upos.Propn || person))
            return named;
        while (common && first > 0 && _tokens[first - 1].Head == head && _tokens[first - 1].Relation is "compound" or "amod" or "nummod" or "det" or "nmod:poss" && _tokens[first - 1].Tag is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num or Upos.Det)
            first--;
        int until = Additions(head, end, common);
        return TextSpan.FromBounds(_tokens[first].Span.Start, _tokens[until - 1].Span.End);
    }

    // The token after the last "of the harbour police" that hangs on the head.
    private int Additions(int head, int end, bool common)
    {
        if (end + 1 >= _tokens.Count || _tokens[end].Tag != Upos.Adp || !(common ? _tokens[end].Lower is "of" or "for" or "in" or "at" or "from" or "within" : _tokens[end].Lower is "for" or "of"))
            return end;
        int inner = _tokens[end].Head;
        if (inner <= end || inner - end > LongestAddition || _tokens[inner].Head != head || _tokens[inner].Relation != "nmod" || !(common || _tokens[inner].Tag == Upos.Propn) || report.IsTime(_tokens[inner].Span))
            return end;
        int last = inner;
        for (int i = end; i <= inner; i++)
        {
            if (_tokens[i].Tag is Upos.Verb or Upos.Aux or Upos.Punct)
                return end;
        }
        while (last + 1 < _tokens.Count && last - end < LongestAddition && _tokens[last + 1] is { Tag: Upos.Propn or Upos.Noun } next && (next.Head == inner || next.Head == last) && next.Relation is "flat" or "compound")
            last++;
        // "the head of the ministry of trade"
        return Additions(inner, last + 1, _tokens[inner].Tag == Upos.Noun);
    }
}
