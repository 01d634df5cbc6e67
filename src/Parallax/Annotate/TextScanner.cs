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

/// <summary>A report's text cut up.</summary>
/// <param name="Spans">Its words.</param>
/// <param name="Ends">For each sentence the index after its last word, and its paragraph.</param>
internal sealed record CutText(List<TextSpan> Spans, List<(int End, int Paragraph)> Ends);

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
        GivenWords? given = report.Trees is { } trees ? new GivenWords(trees) : null;
        return Read(report, given is null ? Cut(report) : new CutText(given.Spans, given.Ends), given);
    }

    /// <summary>The words and sentence ends of all paragraphs of <paramref name="report"/>.</summary>
    internal CutText Cut(Report report)
    {
        List<TextSpan> spans = [];
        List<(int End, int Paragraph)> ends = [];
        List<int> cuts = [];
        for (int p = 0; p < report.Paragraphs.Count; p++)
        {
            int first = spans.Count;
            _tokenizer.Tokenize(report.Text, report.Paragraphs[p].Span, spans);
            cuts.Clear();
            _splitter.Split(report.Text, spans, first, spans.Count, cuts);
            if (DatelineEnd(report, p, spans, first) is > 0 and int opening && opening < spans.Count)
            {
                cuts.RemoveAll(cut => cut <= opening);
                ends.Add((opening, p));
            }
            foreach (int cut in cuts)
                ends.Add((cut, p));
        }
        return new CutText(spans, ends);
    }

    /// <summary>The word after the dateline and its dash, where the paragraph opens with one: it stands outside the sentence behind it. 0 where none does.</summary>
    private static int DatelineEnd(Report report, int paragraph, List<TextSpan> spans, int first)
    {
        if (report.Dateline is not { } dateline || !report.Paragraphs[paragraph].Span.Contains(dateline))
            return 0;
        int at = first;
        while (at < spans.Count && (spans[at].Start < dateline.End || spans[at].Of(report.Text) is "-" or "–" or "—" or "--" or ":"))
            at++;
        return at > first ? at : 0;
    }

    /// <summary>Reads the words of <paramref name="cut"/>; what came with the report goes before what the engine reads.</summary>
    internal ScannedText Read(Report report, CutText cut, GivenWords? given = null)
    {
        string text = report.Text;
        (List<TextSpan> spans, List<(int End, int Paragraph)> ends) = cut;
        string[][] rows = new string[ends.Count][];
        for (int i = 0, at = 0; i < rows.Length; i++)
        {
            rows[i] = new string[ends[i].End - at];
            for (int k = 0; k < rows[i].Length; k++)
                rows[i][k] = spans[at++].Of(text);
        }
        IReadOnlyList<SentenceReading> readings = given is null ? _reader.Read(rows) : given.Read(rows, _reader);
        List<Token> words = new(spans.Count), tokens = new(spans.Count);
        List<Sentence> sentences = new(rows.Length);
        List<NameMention> names = [];
        List<TextSpan> joined = [];
        for (int i = 0; i < rows.Length; i++)
        {
            int first = words.Count, firstToken = tokens.Count, end = ends[i].End;
            _maker.Words(text, spans, first, rows[i], readings[i], words);
            given?.TakeLemmas(i, words);
            joined.Clear();
            Compounds.Join(text, spans, first, end, joined);
            int[] tokenOf = _maker.Tokens(text, words, first, joined, tokens);
            TextSpan span = TextSpan.FromBounds(spans[first].Start, spans[end - 1].End);
            bool heading = report.Paragraphs[ends[i].Paragraph].Kind == ParagraphKind.Heading || (report.Dateline is { } dateline && dateline.Contains(spans[first]));
            sentences.Add(new Sentence(i, span, firstToken, tokens.Count, ends[i].Paragraph, heading));
            foreach (NameReading name in readings[i].Names)
            {
                TextSpan where = TextSpan.FromBounds(spans[first + name.First].Start, spans[first + name.End - 1].End);
                names.Add(new NameMention(where, i, name.Kind, firstToken + tokenOf[name.First], firstToken + tokenOf[name.End - 1] + 1));
            }
        }
        return new ScannedText(words, tokens, sentences, names);
    }
}
