using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Reads what may stand between a reporting verb and its content: who was addressed, when and on what occasion.</summary>
internal sealed class SpeechAddressee(AnnotatedReport report, SpeechCues cues, SpeechMentions mentions)
{
    private const int Reach = 14;

    private readonly IReadOnlyList<Token> _tokens = report.Tokens;
    private readonly HashSet<int> _timeStarts = [.. report.Times.Select(t => t.Span.Start)];
    private readonly Dictionary<int, int> _timeEnds = Ends(report);

    /// <summary>Who was addressed: "told reporters", "said to the crowd"; null where not said.</summary>
    public string? Of(SpeechLine line, SpeechCue cue)
    {
        Skip(line, cue, cue.After, out string? addressee);
        return addressee;
    }

    /// <summary>The position after the addressee that stands at <paramref name="at"/>; the same where none does.</summary>
    public int Skip(SpeechLine line, SpeechCue cue, int at, out string? addressee)
    {
        addressee = null;
        int start = at;
        bool takes = cue.Frames.HasFlag(SpeechFrames.Addressee) && cue.Lemma != "warn" && cue.Lemma != "caution";
        if (!takes && at + 1 < line.Tokens.Count && _tokens[line.Tokens[at]].Lower == "to" && cue.Frames.HasFlag(SpeechFrames.Quote) && !cue.Frames.HasFlag(SpeechFrames.OwnInfinitive)
            && _tokens[line.Tokens[at + 1]].Tag is Upos.Det or Upos.Noun or Upos.Propn && cue.Lemma is "say" or "explain" or "speak" or "confirm" or "announce" or "reveal" or "report")
        {
            takes = true;
            start = at + 1;
        }
        if (!takes && cue.Lemma is "warn" && at < line.Tokens.Count && mentions.StartingAt(line.Tokens[at], out int warnedEnd) is not null)
        {
            int then = at;
            while (then < line.Tokens.Count && line.Tokens[then] < warnedEnd)
                then++;
            if (then < line.Tokens.Count && _tokens[line.Tokens[then]].Lower is "that" or "against" or "of")
            {
                addressee = Words(line, at, then);
                return then;
            }
        }
        if (!takes || start >= line.Tokens.Count)
            return at;
        int end = start;
        bool noun = false;
        while (end < line.Tokens.Count && end - start < Reach)
        {
            // A quotation between the words ends the object.
            if (end > start && line.Tokens[end] != line.Tokens[end - 1] + 1)
                break;
            Token token = _tokens[line.Tokens[end]];
            bool possessive = ActorWords.IsPossessive(token);
            if (token.Tag is Upos.Pron && end == start && token.Lower is "them" or "him" or "her" or "us" or "me" or "it")
            {
                end++;
                noun = true;
                break;
            }
            if (token.Tag is Upos.Det && noun)
                break;
            if (!possessive && token.Tag is not (Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num) && !(token.Tag is Upos.Pron && token.Lower is "his" or "her" or "its" or "their"))
                break;
            if (_timeStarts.Contains(token.Span.Start) && noun)
                break;
            noun = token.Tag is Upos.Noun or Upos.Propn;
            end++;
        }
        if (end == start)
            return at;
        addressee = Words(line, start, end);
        return end;
    }

    /// <summary>Over "on Wednesday", "in a statement", "at a news conference in Oslo", "late on Monday".</summary>
    public int SkipAdverbials(SpeechLine line, int at, int end)
    {
        int start = at;
        for (int steps = 0; at < end && steps < 4; steps++)
        {
            int before = at;
            if (at < end && _tokens[line.Tokens[at]].Text == ",")
                at++;
            Token token = _tokens[line.Tokens[Math.Min(at, end - 1)]];
            if (at < end && _timeEnds.TryGetValue(token.Span.Start, out int stop))
                at = After(line, stop, at);
            else if (at < end && token.Tag is Upos.Adv && token.Lower is "earlier" or "later" or "late" or "early" or "today" or "yesterday" or "again" or "repeatedly" or "separately" or "also")
                at++;
            else if (at + 1 < end && token.Lower is "on" or "in" or "at" or "during" or "after" or "before" or "via" or "late" or "earlier")
            {
                Token inner = _tokens[line.Tokens[at + 1]];
                if (_timeEnds.TryGetValue(inner.Span.Start, out int timeEnd))
                    at = After(line, timeEnd, at + 1);
                else if (IsSpeechPlace(line, at + 1, end, out int placeEnd))
                    at = placeEnd;
            }
            if (at == before)
                break;
        }
        // A comma that closed the adverbial belongs to it.
        if (at > start && at < end && _tokens[line.Tokens[at]].Text == ",")
            at++;
        return at;
    }

    private bool IsSpeechPlace(SpeechLine line, int at, int end, out int placeEnd)
    {
        placeEnd = at;
        int i = at;
        bool speech = false;
        while (i < end && i - at < 8)
        {
            Token token = _tokens[line.Tokens[i]];
            if (i > at && line.Tokens[i] != line.Tokens[i - 1] + 1)
                break;
            if (token.Tag is not (Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn) && !(token.Tag is Upos.Pron && token.Lower is "his" or "her" or "its" or "their") && !ActorWords.IsPossessive(token))
                break;
            bool named = cues.IsNoun(token.Lower) || token.Lower is "conference" or "briefing" or "call" or "news" or "press" or "television" or "tv" or "radio" or "rally" or "meeting" or "twitter" or "facebook" or "telegram" or "x" or "instagram" or "forum" or "summit" or "session" or "ceremony" or "broadcast" or "video" or "parliament" or "statements" or "remarks" or "comments";
            i++;
            if (named && !speech)
            {
                speech = true;
                placeEnd = i;
            }
            else if (speech && token.Tag is Upos.Noun && named)
                placeEnd = i;
        }
        if (!speech)
            return false;
        // "at a news conference in Oslo", "in a call with reporters"
        while (placeEnd + 1 < end && _tokens[line.Tokens[placeEnd]].Lower is "in" or "with" or "to" or "at" or "on" or "by" && _tokens[line.Tokens[placeEnd + 1]].Tag is Upos.Propn or Upos.Noun or Upos.Det)
        {
            int j = placeEnd + 1;
            while (j < end && _tokens[line.Tokens[j]].Tag is Upos.Propn or Upos.Noun or Upos.Adj or Upos.Det && (j == placeEnd + 1 || _tokens[line.Tokens[j]].Tag is not Upos.Det) && line.Tokens[j] == line.Tokens[j - 1] + 1)
                j++;
            placeEnd = j;
        }
        return true;
    }

    private static int After(SpeechLine line, int token, int from, int steps = 12)
    {
        int at = from;
        while (at < line.Tokens.Count && steps-- > 0 && line.Tokens[at] < token)
            at++;
        return at;
    }

    private string Words(SpeechLine line, int start, int end) =>
        TextSpan.FromBounds(_tokens[line.Tokens[start]].Span.Start, _tokens[line.Tokens[end - 1]].Span.End).Of(report.Report.Text);

    private static Dictionary<int, int> Ends(AnnotatedReport report)
    {
        Dictionary<int, int> ends = [];
        foreach (TimeMention time in report.Times)
        {
            int token = AnnotatedReport.FirstTokenAt(report.Tokens, time.Span.End);
            ends[time.Span.Start] = token;
        }
        return ends;
    }
}
