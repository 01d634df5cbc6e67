using Parallax.Text;

namespace Parallax.Annotate;

// Names before a colon: in transcripts that stand in quotation marks, and in headings.
internal sealed partial class AttributionReading
{
    private const int MostParagraphs = 8;

    // What a heading names before its colon besides persons.
    private static readonly HashSet<string> s_headingSources = new(StringComparer.Ordinal) { "poll", "report", "study", "survey", "newspaper", "police", "source", "sources", "official", "officials" };

    // "“WALTER: Will they come?”": what each says stands in the marks with their name.
    private void Transcript(Sentence sentence)
    {
        if (!IsFirst(sentence) || CalledOut(sentence) is not (> 0 and int colon))
            return;
        if (_spans.Trimmed(sentence.FirstToken + 1, colon - 1, keepMarks: true) is not { } source)
            return;
        List<TextSpan> content = [];
        int paragraph = sentence.Paragraph, from = colon + 1, index = sentence.Index;
        for (int read = 0; read < MostParagraphs; read++)
        {
            while (index + 1 < _report.Sentences.Count && _report.Sentences[index + 1].Paragraph == paragraph)
                index++;
            int end = _report.Sentences[index].EndToken - 1;
            bool closed = IsMark(_tree[end].Text);
            if (from <= end && _spans.Trimmed(from, closed ? end - 1 : end, keepMarks: true) is { } words)
                content.Add(words);
            if (_tree.QuoteOf[colon] is >= 0 and int quote)
                _quotes.Mark(quote);
            // A paragraph that opens with a mark and names nobody goes on.
            if (closed || index + 1 >= _report.Sentences.Count || _report.Sentences[index + 1] is var next && (next.Paragraph != paragraph + 1 || next.IsHeading || !IsMark(_tree[next.FirstToken].Text) || CalledOut(next) >= 0))
                break;
            (paragraph, from) = (paragraph + 1, _report.Sentences[index + 1].FirstToken + 1);
            index++;
            if (_tree.QuoteOf[from] is >= 0 and int following)
                _quotes.Mark(following);
        }
        if (content.Count > 0)
            _found.Add(new Attribution(AttributionSort.Speech, source, _tree[colon].Span, content, ":", colon) { SourceHead = sentence.FirstToken + 1, Rule = "label" });
    }

    private static bool IsMark(string text) => text is "\"" or "“" or "”" or "``" or "''" or "«" or "»";

    // The colon behind a name in capitals that follows an opening mark; -1 where none stands.
    private int CalledOut(Sentence sentence)
    {
        int first = sentence.FirstToken;
        if (!IsMark(_tree[first].Text))
            return -1;
        for (int i = first + 1; i < sentence.EndToken && i - first < LongestLabel; i++)
        {
            string text = _tree[i].Text;
            if (text == ":")
                return i > first + 1 ? i : -1;
            if (text is "." or "(" or ")" or "-")
                continue;
            foreach (char c in text)
            {
                if (char.IsLower(c) || !(char.IsLetter(c) || c is '.' or '\'' or '’' or '-'))
                    return -1;
            }
        }
        return -1;
    }

    // "Adler: The port is open": a heading that names who says it.
    private void HeadingLabel(Sentence sentence)
    {
        int first = sentence.FirstToken, colon = first + 1;
        while (colon < sentence.EndToken && colon - first < LongestLabel && _tree[colon].Text != ":")
            colon++;
        if (colon >= sentence.EndToken - 3 || _tree[colon].Text != ":")
            return;
        bool named = _mentions.EndingAt(colon, out int start) is { Form: MentionForm.Name, Actor: >= 0 } mention && start <= first + 2 && _report.Actors[mention.Actor].Kind is ActorKind.Person or ActorKind.Outlet;
        if (!named && !(colon == first + 1 && s_headingSources.Contains(_tree[first].Lower)))
            return;
        if (_spans.Trimmed(first, colon - 1, keepMarks: true) is { } source && _spans.Trimmed(colon + 1, sentence.EndToken - 1, keepMarks: false) is { } content)
            _found.Add(new Attribution(AttributionSort.Speech, source, _tree[colon].Span, [content], ":", colon) { SourceHead = colon - 1, Rule = "label" });
    }
}
