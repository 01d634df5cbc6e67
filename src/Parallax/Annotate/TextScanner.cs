using Parallax.Data;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>What the engine made of a report's text.</summary>
/// <param name="Words">The words as treebanks cut them, with tags and trees.</param>
/// <param name="Tokens">The same with compounds joined, for the finders.</param>
/// <param name="Sentences">The sentences, over the tokens.</param>
/// <param name="Names">Names, over the tokens.</param>
internal sealed record ScannedText(IReadOnlyList<Token> Words, IReadOnlyList<Token> Tokens, IReadOnlyList<Sentence> Sentences, IReadOnlyList<NameMention> Names);

/// <summary>Cuts a report's clean text into words, tokens and sentences and reads their tags, trees and names. The text itself is never changed.</summary>
internal sealed class TextScanner
{
    private readonly Tokenizer _tokenizer;
    private readonly SentenceSplitter _splitter;
    private readonly SentenceReader _reader;
    private readonly TokenMaker _maker;

    public TextScanner(LanguageData data)
    {
        Abbreviations abbreviations = new(data.Lexicon("abbreviations"));
        _tokenizer = new Tokenizer(new TokenWords(data.Lexicon("tokens")), abbreviations);
        using Stream model = data.Open("compiled/sentence-ends.bin");
        _splitter = new SentenceSplitter(abbreviations, SentenceEndModel.Read(model));
        _reader = new SentenceReader(data);
        _maker = new TokenMaker(new Lemmatizer(data));
    }

    /// <summary>Reads all paragraphs of <paramref name="report"/>; every list is in text order.</summary>
    public ScannedText Scan(Report report)
    {
        string text = report.Text;
        List<TextSpan> spans = [];
        List<(int End, int Paragraph)> ends = [];
        List<int> cuts = [];
        for (int p = 0; p < report.Paragraphs.Count; p++)
        {
            int first = spans.Count;
            _tokenizer.Tokenize(text, report.Paragraphs[p].Span, spans);
            cuts.Clear();
            _splitter.Split(text, spans, first, spans.Count, cuts);
            foreach (int cut in cuts)
                ends.Add((cut, p));
        }
        string[][] rows = new string[ends.Count][];
        for (int i = 0, at = 0; i < rows.Length; i++)
        {
            rows[i] = new string[ends[i].End - at];
            for (int k = 0; k < rows[i].Length; k++)
                rows[i][k] = spans[at++].Of(text);
        }
        IReadOnlyList<SentenceReading> readings = _reader.Read(rows);
        List<Token> words = new(spans.Count), tokens = new(spans.Count);
        List<Sentence> sentences = new(rows.Length);
        List<NameMention> names = [];
        List<TextSpan> joined = [];
        for (int i = 0; i < rows.Length; i++)
        {
            int first = words.Count, firstToken = tokens.Count, end = ends[i].End;
            _maker.Words(text, spans, first, rows[i], readings[i], words);
            joined.Clear();
            Compounds.Join(text, spans, first, end, joined);
            int[] tokenOf = _maker.Tokens(text, words, first, joined, tokens);
            TextSpan span = TextSpan.FromBounds(spans[first].Start, spans[end - 1].End);
            sentences.Add(new Sentence(i, span, firstToken, tokens.Count, ends[i].Paragraph, report.Paragraphs[ends[i].Paragraph].Kind == ParagraphKind.Heading));
            foreach (NameReading name in readings[i].Names)
            {
                TextSpan where = TextSpan.FromBounds(spans[first + name.First].Start, spans[first + name.End - 1].End);
                names.Add(new NameMention(where, i, name.Kind, firstToken + tokenOf[name.First], firstToken + tokenOf[name.End - 1] + 1));
            }
        }
        return new ScannedText(words, tokens, sentences, names);
    }
}
