using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Reads the speech of one report line by line, and remembers the last speaker for quotations that name none.</summary>
internal sealed class SpeechReader
{
    private readonly AnnotatedReport _report;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly string _text;
    private readonly SpeechCueReader _cues;
    private readonly SpeechContent _contents;
    private readonly SpeechAddressee _addressees;
    private readonly SpeechMentions _mentions;
    private readonly List<Speech> _found = [];
    private int _lastSpeaker = -1;
    private int _lastParagraph = -2;
    private int _lastDirect = -1;
    private int _lastDirectParagraph = -2;
    private bool _openAtEnd;
    private int _sentence;

    public SpeechReader(AnnotatedReport report, SpeechCues cues)
    {
        _report = report;
        _tokens = report.Tokens;
        _text = report.Report.Text;
        _mentions = new SpeechMentions(report);
        SpeechTree tree = new(_tokens, SpeechCueReader.TimeTokens(report));
        _cues = new SpeechCueReader(report, cues, _mentions, tree);
        _addressees = new SpeechAddressee(report, cues, _mentions);
        _contents = new SpeechContent(report, _addressees, tree);
    }

    public IReadOnlyList<Speech> Speeches()
    {
        _found.Sort((a, b) => a.Span != b.Span ? a.Span.CompareTo(b.Span) : a.Content[0].CompareTo(b.Content[0]));
        return _found;
    }

    public void Read(SpeechLine line)
    {
        List<SpeechCue> found = _cues.Read(line);
        List<int> full = FullQuotes(line, found);
        HashSet<int> used = [];
        if (full.Count > 0)
            ReadDirect(line, found, full, used);
        ReadRetold(line, found, full, used);
    }

    /// <summary>The quotations of the line that are speech by themselves, not pieces of the narrator's clause.</summary>
    private List<int> FullQuotes(SpeechLine line, List<SpeechCue> found)
    {
        List<int> full = [];
        for (int i = 0; i < line.Quotes.Count; i++)
        {
            if (IsFull(line, i, found, full))
                full.Add(i);
        }
        return full;
    }

    private bool IsFull(SpeechLine line, int i, List<SpeechCue> found, List<int> full)
    {
        (QuotedSpan quote, int before) = line.Quotes[i];
        string inner = quote.Inner.Of(_text);
        int words = inner.Count(char.IsWhiteSpace) + 1;
        bool ends = inner[^1] is '.' or '!' or '?' or '\u2026' || quote.Inner.End < quote.Outer.End - 1 || !quote.Closed;
        bool begins = char.IsUpper(inner[0]) || char.IsDigit(inner[0]) || inner[0] is '.' or '\u2026' or '[' or '(';
        bool nothingBefore = before == 0 || !Enumerable.Range(0, before).Any(p => char.IsLetterOrDigit(_tokens[line.Tokens[p]].Text[0]));
        nothingBefore |= IsGlued(quote);
        if (nothingBefore && full.Count == i)
        {
            if (!line.HasWords)
                return words >= 3 && begins || (ends && words >= 2);
            int next = before;
            bool commaAfter = quote.Inner.End < quote.Outer.End - 1 || (next < line.Tokens.Count && _tokens[line.Tokens[next]].Text is "," or "-" or "—" or "–");
            bool attributed = found.Any(c => c.Frames.HasFlag(SpeechFrames.Quote) && c.Position >= before && c.Position <= before + 25 && (c.Inverted || StartsClause(line, c, before)));
            return attributed && (commaAfter || ends || words >= 4) && (begins || words >= 3);
        }
        Token? last = line.Tokens.Count > 0 ? _tokens[line.Tokens[Math.Max(0, before - 1)]] : null;
        SpeechCue? cue = found.LastOrDefault(c => c.Position < before);
        // "according to her book, “The Long Road”": a title.
        if (cue is { Lemma: "according to", Position: > 2 } && full.Count == 0 && last?.Text == "," && Enumerable.Range(0, cue.Position).Any(p => _tokens[line.Tokens[p]].Tag is Upos.Verb))
            return false;
        bool introduced = last?.Text is "," or ":" or "—" or "–" || (cue is not null && cue.After == before && cue.Frames.HasFlag(SpeechFrames.Quote));
        // "she said, “which means…”": the second half goes on in lower case.
        if (full.Count > 0 && introduced && cue is not null && cue.Position >= line.Quotes[full[^1]].Before && !HasWordsBetween(line, cue.After, before, 12))
            return words >= 2;
        return introduced && begins && words >= 3 && cue is not null && cue.Frames.HasFlag(SpeechFrames.Quote) || last?.Text == ":" && begins && words >= 3 && before <= 12;
    }

    // "The front held.“We stay,” X said": a full stop without a blank ends the writer's sentence before the marks.
    private bool IsGlued(QuotedSpan quote) =>
        quote.Outer.Start > 2 && _text[quote.Outer.Start - 1] is '.' or '!' or '?' or '"' or '”' && char.IsUpper(_text[quote.Inner.Start]) && !char.IsWhiteSpace(_text[quote.Outer.Start - 2]);

    private bool HasWordsBetween(SpeechLine line, int from, int until, int most) =>
        until - from > most || Enumerable.Range(from, Math.Max(0, until - from)).Any(p => _tokens[line.Tokens[p]].Tag is Upos.Verb);

    // Between the quotation and the verb stands only its subject: "…,” the minister said".
    private bool StartsClause(SpeechLine line, SpeechCue cue, int before)
    {
        int p = before;
        while (p < line.Tokens.Count && !char.IsLetterOrDigit(_tokens[line.Tokens[p]].Text[0]))
            p++;
        if (p >= line.Tokens.Count)
            return false;
        return cue.SpeakerWords is { } words && words.Start >= _tokens[line.Tokens[p]].Span.Start - 1 && words.Start <= _tokens[line.Tokens[p]].Span.End + 30;
    }

    private void ReadDirect(SpeechLine line, List<SpeechCue> found, List<int> full, HashSet<int> used)
    {
        List<TextSpan> content = [.. full.Select(i => line.Quotes[i].Quote.Inner)];
        int firstBefore = line.Quotes[full[0]].Before;
        SpeechCue? cue = found.FirstOrDefault(c => c.Frames.HasFlag(SpeechFrames.Quote) && c.Position >= firstBefore && (full.Count == 1 || c.Position <= line.Quotes[full[^1]].Before || true) && (firstBefore == 0 || IsGlued(line.Quotes[full[0]].Quote) || full.Count > 1 || !found.Any(b => b.Position < firstBefore && b.Frames.HasFlag(SpeechFrames.Quote)))
            && (c.Inverted || StartsClause(line, c, firstBefore)));
        cue ??= found.LastOrDefault(c => c.Position < firstBefore && c.Frames.HasFlag(SpeechFrames.Quote));
        bool opened = _openAtEnd && line.Paragraph == _lastDirectParagraph + 1;
        _openAtEnd = !line.Quotes[full[^1]].Quote.Closed;
        if (cue is null && _lastDirect >= 0 && !line.HasWords && (line.Paragraph == _lastDirectParagraph || opened))
        {
            Append(line, content);
            return;
        }
        int speaker = -1;
        TextSpan? words = null;
        TextSpan? cueSpan = null;
        string? lemma = null;
        string? addressee = null;
        if (cue is not null)
        {
            used.Add(cue.Position);
            speaker = cue.Speaker?.Actor ?? -1;
            words = cue.SpeakerWords;
            cueSpan = SpanOf(line, cue.Position, cue.Position + cue.Words);
            lemma = cue.Lemma;
            addressee = _addressees.Of(line, cue);
        }
        else if (Colon(line, firstBefore) is { } named)
        {
            speaker = named.Actor;
            words = named.Span;
        }
        else if (_lastParagraph == line.Paragraph || _lastParagraph == line.Paragraph - 1)
            speaker = _lastSpeaker;
        // A quotation left open before names its speaker only here.
        if (opened && cue is not null && _lastDirect >= 0 && _found[_lastDirect] is { Speaker: < 0, SpeakerSpan: null })
        {
            content.InsertRange(0, _found[_lastDirect].Content);
            _found.RemoveAt(_lastDirect);
        }
        Add(line, content, SpeechForm.Direct, speaker, words, cueSpan, lemma, addressee);
        _lastDirect = _found.Count - 1;
        _lastDirectParagraph = line.Paragraph;
    }

    // "Karim Odeh: “We left at dawn.”"
    private ActorMention? Colon(SpeechLine line, int before) =>
        before > 1 && _tokens[line.Tokens[before - 1]].Text == ":" ? _mentions.EndingAt(line.Tokens[before - 1], out _) : null;

    private void Append(SpeechLine line, List<TextSpan> content)
    {
        Speech last = _found[_lastDirect];
        _found[_lastDirect] = last with { Content = [.. last.Content, .. content], Span = last.Span.Union(content[^1]) };
        _lastDirectParagraph = line.Paragraph;
        _lastParagraph = line.Paragraph;
        _lastSpeaker = last.Speaker;
    }

    private void ReadRetold(SpeechLine line, List<SpeechCue> found, List<int> full, HashSet<int> used)
    {
        for (int i = 0; i < found.Count; i++)
        {
            SpeechCue cue = found[i];
            if (used.Contains(cue.Position))
                continue;
            if (_contents.Content(line, found, i, full) is not { } content)
                continue;
            bool quoted = line.Quotes.Any(q => content.Contains(q.Quote.Inner));
            if (!quoted && (cue.Frames & (SpeechFrames.Clause | SpeechFrames.ObjectToInfinitive | SpeechFrames.ObjectOf | SpeechFrames.OwnInfinitive | SpeechFrames.Particle | SpeechFrames.NounPhrase | SpeechFrames.Description)) == 0)
                continue;
            // "she said she hoped": the outer clause has it all.
            bool next = cue.Position > 0 && _tokens[line.Tokens[cue.Position]].Xpos == "VBG" && _tokens[line.Tokens[cue.Position - 1]].Text == ",";
            if (!next && _found.Count > 0 && _found[^1].Form != SpeechForm.Direct && _found[^1].Speaker == (cue.Speaker?.Actor ?? -1) && (_found[^1].Speaker >= 0 || _found[^1].SpeakerSpan == cue.SpeakerWords) && _found[^1].Content[0].Contains(content))
                continue;
            // A clause that is one quotation is that quotation.
            QuotedSpan? whole = line.Quotes.Select(q => q.Quote).FirstOrDefault(q => q.Outer.Start <= content.Start && q.Outer.End >= content.End - 1);
            TextSpan text = whole is null ? content : whole.Inner;
            Add(line, [text], quoted || whole is not null ? SpeechForm.Mixed : SpeechForm.Indirect, cue.Speaker?.Actor ?? -1, cue.SpeakerWords,
                SpanOf(line, cue.Position, cue.Position + cue.Words), cue.Lemma, _addressees.Of(line, cue));
        }
    }

    private TextSpan SpanOf(SpeechLine line, int first, int end) =>
        TextSpan.FromBounds(_tokens[line.Tokens[first]].Span.Start, _tokens[line.Tokens[end - 1]].Span.End);

    private void Add(SpeechLine line, List<TextSpan> content, SpeechForm form, int speaker, TextSpan? words, TextSpan? cue, string? lemma, string? addressee)
    {
        TextSpan span = content[0];
        foreach (TextSpan piece in content)
            span = span.Union(piece);
        if (words is { } named)
            span = span.Union(named);
        if (cue is { } verb)
            span = span.Union(verb);
        while (_sentence > 0 && _report.Sentences[_sentence].Span.Start > content[0].Start)
            _sentence--;
        while (_sentence + 1 < _report.Sentences.Count && _report.Sentences[_sentence + 1].Span.Start <= content[0].Start)
            _sentence++;
        _found.Add(new Speech(span, content, _sentence, form, speaker, words, cue, lemma, addressee));
        _lastSpeaker = speaker;
        _lastParagraph = line.Paragraph;
    }
}
