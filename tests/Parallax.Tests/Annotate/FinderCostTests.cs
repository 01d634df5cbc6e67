using System.Diagnostics;
using System.Text;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Read;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Annotate;

/// <summary>What each finder costs must grow with the text, not with its square, also where every sentence brings new names.</summary>
public sealed class FinderCostTests
{
    private const int Paragraphs = 400;

    // A square would make it sixteen.
    private const double MostGrowth = 8;

    private static readonly Lazy<(AnnotatedReport Small, AnnotatedReport Large)> s_reports =
        new(() => (Copies(Paragraphs), Copies(4 * Paragraphs)));

    [Theory]
    [InlineData("times")]
    [InlineData("quantities")]
    [InlineData("places")]
    [InlineData("actors")]
    [InlineData("speech")]
    [InlineData("claims")]
    public void Four_times_the_text_costs_about_four_times_as_much(string finder)
    {
        Action<AnnotatedReport> find = Finder(finder);
        (AnnotatedReport small, AnnotatedReport large) = s_reports.Value;
        double growth = double.MaxValue;
        // A busy machine may spoil one measure, hardly every one.
        for (int attempt = 0; attempt < 5 && growth >= MostGrowth; attempt++)
            growth = Fastest(find, large) / Fastest(find, small);
        Assert.True(growth < MostGrowth, $"{finder}: four times the text took {growth:0.0} times as long");
    }

    private static Action<AnnotatedReport> Finder(string name)
    {
        LanguageData data = LanguageData.English;
        switch (name)
        {
            case "times":
                TimeFinder times = new(data);
                return report => times.Find(report);
            case "quantities":
                QuantityFinder quantities = new(data);
                return report => quantities.Find(report);
            case "places":
                PlaceFinder places = new(data);
                return report => places.Find(report);
            case "actors":
                ActorFinder actors = new(data);
                return report => actors.Find(report);
            case "speech":
                SpeechFinder speech = new(data);
                return report => speech.Find(report);
            default:
                Extractor extractor = new(data);
                return report => extractor.Extract(report);
        }
    }

    private static double Fastest(Action<AnnotatedReport> find, AnnotatedReport report)
    {
        double best = double.MaxValue;
        for (int run = 0; run < 4; run++)
        {
            long start = Stopwatch.GetTimestamp();
            find(report);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return best;
    }

    // One paragraph is read once; its copies carry other names in the places of three.
    private static AnnotatedReport Copies(int paragraphs)
    {
        const string Template = "In Springfield and San Jose, Georgia, President John Abcd said on Monday that he met 40 soldiers of Zuva. "
            + "“They saw him,” he said, and the minister of Koro, John Smith, left for Paris, France, two days later.";
        AnnotatedReport read = ActorScene.Annotate(Template);
        StringBuilder text = new();
        List<Token> tokens = [];
        List<Sentence> sentences = [];
        List<Paragraph> laid = [];
        for (int i = 0; i < paragraphs; i++)
        {
            int start = text.Length, first = tokens.Count;
            foreach (Token token in read.Tokens)
            {
                if (tokens.Count > first)
                    text.Append(Template.AsSpan(read.Tokens[tokens.Count - first - 1].Span.End..token.Span.Start));
                string form = token.Text is "Abcd" or "Zuva" or "Koro" ? token.Text[..2] + Letters(i) : token.Text;
                tokens.Add(token with { Span = new TextSpan(text.Length, form.Length), Text = form, Lower = Folding.Fold(form), Head = token.Head < 0 ? -1 : first + token.Head });
                text.Append(form);
            }
            foreach (Sentence sentence in read.Sentences)
            {
                TextSpan span = TextSpan.FromBounds(tokens[first + sentence.FirstToken].Span.Start, tokens[first + sentence.EndToken - 1].Span.End);
                sentences.Add(new Sentence(sentences.Count, span, first + sentence.FirstToken, first + sentence.EndToken, i, false));
            }
            laid.Add(new Paragraph(TextSpan.FromBounds(start, text.Length), ParagraphKind.Body));
            text.Append("\n\n");
        }
        AnnotatedReport report = new(read.Report with { Text = text.ToString(), Paragraphs = laid }, tokens, sentences, [], [], [], [], [], []);
        report = report with { Times = new TimeFinder(LanguageData.English).Find(report) };
        report = report with { Quantities = new QuantityFinder(LanguageData.English).Find(report) };
        report = report with { Places = new PlaceFinder(LanguageData.English).Find(report) };
        (IReadOnlyList<ReportActor> actors, IReadOnlyList<ActorMention> mentions) = new ActorFinder(LanguageData.English).Find(report);
        report = report with { Actors = actors, Mentions = mentions };
        return report with { Speeches = new SpeechFinder(LanguageData.English).Find(report).Speeches };
    }

    private static string Letters(int number)
    {
        string letters = "";
        for (int rest = number; rest > 0 || letters.Length == 0; rest /= 26)
            letters += (char)('a' + rest % 26);
        return letters;
    }
}
