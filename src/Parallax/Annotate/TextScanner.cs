using Parallax.Data;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Cuts a report's clean text into tagged tokens and sentences. The text itself is never changed.</summary>
internal sealed class TextScanner
{
    private readonly Tokenizer _tokenizer;
    private readonly SentenceSplitter _splitter;
    private readonly Tagger _tagger;

    public TextScanner(LanguageData data)
    {
        Abbreviations abbreviations = new(data);
        _tokenizer = new Tokenizer(abbreviations);
        _splitter = new SentenceSplitter(abbreviations);
        _tagger = new Tagger(data);
    }

    /// <summary>The tokens and sentences of all paragraphs of <paramref name="report"/>, in text order.</summary>
    public (IReadOnlyList<Token> Tokens, IReadOnlyList<Sentence> Sentences) Scan(Report report)
    {
        List<TextSpan> spans = [];
        List<Sentence> sentences = [];
        List<int> ends = [];
        for (int p = 0; p < report.Paragraphs.Count; p++)
        {
            Paragraph paragraph = report.Paragraphs[p];
            int first = spans.Count;
            _tokenizer.Tokenize(report.Text, paragraph.Span, spans);
            ends.Clear();
            _splitter.Split(report.Text, spans, first, spans.Count, ends);
            foreach (int end in ends)
            {
                TextSpan span = TextSpan.FromBounds(spans[first].Start, spans[end - 1].End);
                sentences.Add(new Sentence(sentences.Count, span, first, end, p, paragraph.Kind == ParagraphKind.Heading));
                first = end;
            }
        }
        Token[] tokens = new Token[spans.Count];
        foreach (Sentence sentence in sentences)
            _tagger.Tag(report.Text, spans, sentence, tokens);
        return (tokens, sentences);
    }
}
