using Parallax.Data;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Cuts a report's clean text into words, tagged tokens and sentences. The text itself is never changed.</summary>
internal sealed class TextScanner
{
    private readonly Tokenizer _tokenizer;
    private readonly SentenceSplitter _splitter;
    private readonly Tagger _tagger;

    public TextScanner(LanguageData data)
    {
        Abbreviations abbreviations = new(data.Lexicon("abbreviations"));
        _tokenizer = new Tokenizer(new TokenWords(data.Lexicon("tokens")), abbreviations);
        using Stream model = data.Open("compiled/sentence-ends.bin");
        _splitter = new SentenceSplitter(abbreviations, SentenceEndModel.Read(model));
        _tagger = new Tagger(data);
    }

    /// <summary>The words, tokens and sentences of all paragraphs of <paramref name="report"/>, in text order.</summary>
    public (IReadOnlyList<Token> Words, IReadOnlyList<Token> Tokens, IReadOnlyList<Sentence> Sentences) Scan(Report report)
    {
        List<TextSpan> words = [];
        List<TextSpan> spans = [];
        List<Sentence> sentences = [];
        List<Sentence> wordSentences = [];
        List<int> ends = [];
        for (int p = 0; p < report.Paragraphs.Count; p++)
        {
            Paragraph paragraph = report.Paragraphs[p];
            int first = words.Count;
            _tokenizer.Tokenize(report.Text, paragraph.Span, words);
            ends.Clear();
            _splitter.Split(report.Text, words, first, words.Count, ends);
            foreach (int end in ends)
            {
                int firstToken = spans.Count;
                Compounds.Join(report.Text, words, first, end, spans);
                TextSpan span = TextSpan.FromBounds(words[first].Start, words[end - 1].End);
                sentences.Add(new Sentence(sentences.Count, span, firstToken, spans.Count, p, paragraph.Kind == ParagraphKind.Heading));
                wordSentences.Add(sentences[^1] with { FirstToken = first, EndToken = end });
                first = end;
            }
        }
        Token[] tokens = new Token[spans.Count];
        Token[] tagged = new Token[words.Count];
        for (int i = 0; i < sentences.Count; i++)
        {
            Sentence sentence = sentences[i], cut = wordSentences[i];
            _tagger.Tag(report.Text, spans, sentence, tokens);
            // Only a sentence with a compound has other words than tokens.
            if (cut.EndToken - cut.FirstToken == sentence.EndToken - sentence.FirstToken)
                Array.Copy(tokens, sentence.FirstToken, tagged, cut.FirstToken, cut.EndToken - cut.FirstToken);
            else
                _tagger.Tag(report.Text, words, cut, tagged);
        }
        return (tagged, tokens, sentences);
    }
}
