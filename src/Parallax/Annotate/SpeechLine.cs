using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>
/// One sentence of the narrator with the quotations that stand in it: "“We will stay,” she said, calling it “a duty.”" is one line,
/// whatever stops stand inside the marks. Token indexes are those of the report.
/// </summary>
internal sealed class SpeechLine(int paragraph)
{
    public int Paragraph { get; } = paragraph;

    /// <summary>The narrator's tokens, in order.</summary>
    public List<int> Tokens { get; } = [];

    /// <summary>The quotations, each with the number of narrator's tokens before it.</summary>
    public List<(QuotedSpan Quote, int Before)> Quotes { get; } = [];

    public bool HasWords { get; set; }

    /// <summary>Cuts the paragraphs of <paramref name="report"/> into lines.</summary>
    public static List<SpeechLine> Cut(AnnotatedReport report, List<QuotedSpan> quotes, SpeechCues cues)
    {
        List<SpeechLine> lines = [];
        SpeechLine? line = null;
        int q = 0;
        int lastSentence = -1;
        QuotedSpan? lastQuote = null;
        foreach (Sentence sentence in report.Sentences)
        {
            if (sentence.IsHeading)
                continue;
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                TextSpan span = report.Tokens[i].Span;
                while (q < quotes.Count && quotes[q].Outer.End <= span.Start)
                    q++;
                bool quoted = q < quotes.Count && quotes[q].Outer.Contains(span.Start);
                if (line is null || line.Paragraph != sentence.Paragraph || line.IsFull)
                {
                    lines.Add(line = new SpeechLine(sentence.Paragraph));
                    lastQuote = null;
                    lastSentence = -1;
                }
                if (quoted)
                {
                    if (ReferenceEquals(lastQuote, quotes[q]))
                        continue;
                    bool afterStop = lastQuote is not null && line.LastIsQuote && Terminal(report.Report.Text, lastQuote);
                    if (afterStop || (!line.LastIsQuote && line.Tokens.Count > 0 && sentence.Index != lastSentence))
                        lines.Add(line = new SpeechLine(sentence.Paragraph));
                    line.Quotes.Add((quotes[q], line.Tokens.Count));
                    line.LastIsQuote = true;
                    lastQuote = quotes[q];
                    lastSentence = sentence.Index;
                    continue;
                }
                bool breaks = line.LastIsQuote
                    ? lastQuote is not null && Ends(report, lastQuote, i, sentence, cues)
                    : line.Tokens.Count > 0 && sentence.Index != lastSentence;
                if (breaks)
                    lines.Add(line = new SpeechLine(sentence.Paragraph));
                line.Tokens.Add(i);
                line.LastIsQuote = false;
                line.HasWords |= char.IsLetterOrDigit(report.Tokens[i].Text[0]);
                lastSentence = sentence.Index;
            }
        }
        return lines;
    }

    private bool LastIsQuote { get; set; }

    // No sentence is longer; a page of marks without stops must not make the search within one line long.
    private bool IsFull => Quotes.Count >= 64 || Tokens.Count >= 800;

    // A quotation that ends in a full stop ends the line, unless the narrator goes on in lower case or names the speaker at once.
    private static bool Ends(AnnotatedReport report, QuotedSpan quote, int next, Sentence sentence, SpeechCues cues)
    {
        if (!Terminal(report.Report.Text, quote))
            return false;
        Token token = report.Tokens[next];
        if (!char.IsLetterOrDigit(token.Text[0]))
            return false;
        if (char.IsLower(token.Text[0]))
            return false;
        char last = report.Report.Text[quote.Inner.End - 1];
        if (last == '.' && !EndsInDots(report.Report.Text, quote))
            return true;
        for (int i = next; i < sentence.EndToken && i < next + 6; i++)
        {
            if ((cues.At(report.Tokens, i, sentence.EndToken, out _, out _) & SpeechFrames.Quote) != 0)
                return false;
            if (!char.IsLetterOrDigit(report.Tokens[i].Text[0]))
                return true;
        }
        return true;
    }

    private static bool EndsInDots(string text, QuotedSpan quote) => quote.Inner.Length > 3 && text[quote.Inner.End - 2] == '.';

    private static bool Terminal(string text, QuotedSpan quote) => text[quote.Inner.End - 1] is '.' or '!' or '?' or '\u2026';
}
