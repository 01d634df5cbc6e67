using System.Globalization;
using System.Text;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Present;

/// <summary>
/// Writes why the language engine read a report as it did: what cut each sentence, and for every word what was known of it and how sure its
/// tag, head, relation and name are; documented in <c>docs/reference/stages.md</c>. Slow: for looking at single sentences.
/// </summary>
public sealed class ExplanationWriter
{
    private readonly ReadingExplainer _words;
    private readonly SentenceExplainer _ends;

    /// <summary>Explains readings made with <paramref name="data"/>.</summary>
    public ExplanationWriter(LanguageData data)
    {
        _words = ReadingExplainer.Of(data);
        using Stream model = data.Open("compiled/sentence-ends.bin");
        _ends = new SentenceExplainer(new Abbreviations(data.Lexicon("abbreviations")), SentenceEndModel.Read(model));
    }

    /// <summary>The explanation as plain text, a line for each word; lines end in <c>\n</c>.</summary>
    public string Write(AnnotatedReport annotated)
    {
        StringBuilder text = new();
        string clean = annotated.Report.Text;
        Line(text, $"# report {Plain(annotated.Report.Path)}");
        IReadOnlyList<Token> words = annotated.Words;
        TextSpan[] spans = [.. words.Select(word => word.Span)];
        Dictionary<int, SentenceEndDecision> ends = [];
        foreach ((int first, int end) in Paragraphs(annotated, words))
        {
            foreach (SentenceEndDecision decision in _ends.Explain(clean, spans, first, end))
                ends[decision.Last.End] = decision;
        }
        int at = 0;
        foreach (Sentence sentence in annotated.Sentences)
        {
            int first = at;
            while (at < words.Count && words[at].Span.Start < sentence.Span.End)
                at++;
            Line(text, $"\n# sentence {sentence.Index + 1}: {Plain(sentence.Span.Of(clean))}");
            if (at - first > SentenceReader.LongestPiece)
                Line(text, $"# {at - first} words: too long to explain, read in pieces of {SentenceReader.LongestPiece}");
            else
                Words(text, [.. words.Skip(first).Take(at - first).Select(word => word.Text)]);
            Line(text, $"# {(ends.TryGetValue(sentence.Span.End, out SentenceEndDecision? decision) ? decision : "end, of the paragraph")}");
        }
        return text.ToString();
    }

    private void Words(StringBuilder text, string[] words)
    {
        int number = 0;
        foreach (WordExplanation word in _words.Explain(words))
        {
            string head = word.Head < 0 ? "root" : string.Create(CultureInfo.InvariantCulture, $"{word.Head + 1} {Plain(words[word.Head])}");
            Line(text, $"{++number}\t{Plain(word.Word)}\ttag {word.Tag.ToString().ToUpperInvariant()} of {Chances(word.Tags)}\tPenn {word.Xpos} of {Chances(word.Penn)}\thead {head} of {Chances(word.Heads)}\trelation {Chances(word.Relations)}\tname {Chances(word.Names)}\tknown: {(word.Knows.Count == 0 ? "letters only" : string.Join(", ", word.Knows))}");
        }
    }

    // Paragraphs as runs of words.
    private static IEnumerable<(int First, int End)> Paragraphs(AnnotatedReport annotated, IReadOnlyList<Token> words)
    {
        int at = 0;
        foreach (Read.Paragraph paragraph in annotated.Report.Paragraphs)
        {
            int first = at;
            while (at < words.Count && words[at].Span.Start < paragraph.Span.End)
                at++;
            if (at > first)
                yield return (first, at);
        }
    }

    private static string Chances(IReadOnlyList<Alternative> alternatives) =>
        string.Join(", ", alternatives.Where((alternative, i) => i == 0 || alternative.Chance >= 0.01f)
            .Select(alternative => string.Create(CultureInfo.InvariantCulture, $"{Plain(alternative.Answer)} {alternative.Chance:0.00}")));

    // A word of a hostile report may hold anything; here it may break no line and move no cursor.
    private static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format ? '\uFFFD' : c));

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
