using System.Globalization;
using System.Text;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Present;

/// <summary>
/// Writes an annotated report as CoNLL-U: its words with lemma, tags, features and tree, its names in the last column; documented in
/// <c>docs/reference/conllu.md</c>. What is written can be read again with <see cref="InputFormat.Conllu"/>.
/// </summary>
public sealed class ConlluWriter(LanguageData data)
{
    private readonly Lemmatizer _lemmatizer = new(data);
    private readonly Morphology _morphology = new(data);

    /// <summary>The report as one CoNLL-U document; lines end in <c>\n</c>, the last is empty.</summary>
    public string Write(AnnotatedReport annotated)
    {
        StringBuilder text = new();
        Report report = annotated.Report;
        GivenTrees? given = report.Trees;
        string id = given is { Document.Length: > 0 } ? given.Document : OneLine(report.Path);
        Comment(text, ConlluFormat.Document + " id = ", id);
        Comment(text, ConlluFormat.Title, report.Title);
        Comment(text, ConlluFormat.Outlet, report.Outlet);
        Comment(text, ConlluFormat.Url, report.Url);
        if (report.Published is { Date: { Precision: DatePrecision.Day } day, Basis: not PublicationBasis.Anchored })
            Comment(text, ConlluFormat.Published, day.ToString());
        foreach (string author in report.Bylines)
            Comment(text, ConlluFormat.Author, author);
        SentenceWords words = new(annotated);
        for (int i = 0; i < annotated.Sentences.Count; i++)
        {
            Sentence sentence = annotated.Sentences[i];
            if (!words.MoveTo(sentence))
                continue;
            if (i == 0 || annotated.Sentences[i - 1].Paragraph != sentence.Paragraph)
                OpenParagraph(text, report.Paragraphs[sentence.Paragraph].Kind);
            Comment(text, ConlluFormat.SentenceId, words.GivenId is { Length: > 0 } known ? known : string.Create(CultureInfo.InvariantCulture, $"{id}-{i + 1}"));
            Comment(text, ConlluFormat.Text, OneLine(sentence.Span.Of(report.Text)));
            Lines(text, words);
            text.Append('\n');
        }
        return text.ToString();
    }

    private void Lines(StringBuilder text, SentenceWords words)
    {
        string[] features = _morphology.Of(words.All, words.First, words.End);
        bool hasTree = words.HasTree;
        for (int i = words.First; i < words.End; i++)
        {
            int last = words.LastOfContraction(i);
            bool opensContraction = last > i && !words.IsContinued(i);
            if (opensContraction)
            {
                string whole = TextSpan.FromBounds(words.All[i].Span.Start, words.All[last].Span.End).Of(words.Text);
                text.Append(CultureInfo.InvariantCulture, $"{words.Number(i)}-{words.Number(last)}\t{whole}\t_\t_\t_\t_\t_\t_\t_\t{Notes([SpaceAfter(words, last)])}\n");
            }
            Token word = words.All[i];
            GivenWord? given = words.Given(i);
            bool isInside = opensContraction || words.IsContinued(i);
            string lemma = given is { Lemma.Length: > 0 } ? given.Lemma : OneLine(_lemmatizer.CasedLemma(word.Text, word.Tag, word.Xpos));
            string relation = !hasTree ? "_" : word.Head < 0 ? "root" : word.Relation.Length > 0 ? word.Relation : "dep";
            string head = !hasTree ? "_" : word.Head < 0 ? "0" : words.Number(word.Head).ToString(CultureInfo.InvariantCulture);
            string xpos = Column(words.GivesTags ? given?.Xpos : word.Xpos);
            string feats = Column(words.GivesFeatures ? given?.Features : features[i - words.First]);
            string[] notes = [.. (given?.Other ?? "").Split('|'), words.Name(i), isInside ? "" : SpaceAfter(words, i)];
            text.Append(CultureInfo.InvariantCulture,
                $"{words.Number(i)}\t{(given is null ? word.Span.Of(words.Text) : word.Text)}\t{lemma}\t{word.Tag.ToString().ToUpperInvariant()}\t{xpos}\t{feats}\t{head}\t{relation}\t_\t{Notes(notes)}\n");
        }
    }

    // White space other than one blank is written as it is, so that the text can be rebuilt; none follows the last word of a paragraph.
    private static string SpaceAfter(SentenceWords words, int at)
    {
        if (at + 1 >= words.All.Count || words.EndsParagraph(at))
            return "";
        ReadOnlySpan<char> gap = words.Text.AsSpan(words.All[at].Span.End, words.All[at + 1].Span.Start - words.All[at].Span.End);
        return gap.Length == 0 ? ConlluFormat.NoSpaceAfter : gap is " " ? "" : ConlluFormat.SpacesAfter + ConlluFormat.Escape(gap);
    }

    private static string Column(string? value) => value is { Length: > 0 } ? value : "_";

    private static string Notes(string[] notes)
    {
        string joined = string.Join('|', notes.Where(n => n.Length > 0).Order(StringComparer.Ordinal));
        return joined.Length == 0 ? "_" : joined;
    }

    private static void OpenParagraph(StringBuilder text, ParagraphKind kind)
    {
        text.Append(ConlluFormat.ParagraphStart).Append('\n');
        if (kind != ParagraphKind.Body)
            Comment(text, ConlluFormat.Paragraph, ContractNames.Of(kind));
    }

    private static void Comment(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            text.Append(name).Append(OneLine(value)).Append('\n');
    }

    // White space that a line or a column cannot hold becomes a blank.
    private static string OneLine(string text)
    {
        if (!text.AsSpan().ContainsAny('\n', '\r', '\t') && !text.Any(char.IsControl))
            return text;
        return string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
    }
}
