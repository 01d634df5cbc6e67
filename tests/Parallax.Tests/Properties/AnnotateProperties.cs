using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Read;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Properties;

/// <summary>What must hold for any text at all.</summary>
public sealed class AnnotateProperties
{
    private static readonly Annotator s_annotator = new(LanguageData.English);

    // Pieces that the finders look for, joined at random, reach deeper than random characters.
    private static readonly string[] s_pieces =
    [
        "May", "26", "2023", ",", " ", "\n", "on", "Monday", "the", "of", "a day after", "last", "week", "30", "more than", "hundreds", "-", "–", ".", "...", "U.S.", "“", "”", "'s", "n't",
        "$", "5m", "%", "between", "and", "to", "early", "mid-", "31", "June", "99999999999999999999", "\uD83D", "\u200B", "\u0301", "ago", "since", "every", "2/29/2023", "12:30", "p.m.", "million", "half a", "one",
    ];

    // A fixed seed: the same texts on every run.
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20230531UL, 7UL);

    private static Report Make(string text) => new()
    {
        Id = "r",
        Path = "p",
        Text = text,
        Paragraphs = [new Paragraph(new TextSpan(0, text.Length), ParagraphKind.Body)],
        Sha256 = "",
        BytesSha256 = "",
    };

    private static void ForTexts(Action<string> check)
    {
        Gen<string> pieces = Gen.Elements(s_pieces).ListOf().Select(list => string.Join(" ", list));
        Check.One(s_config, Prop.ForAll(pieces.ToArbitrary(), check));
        Check.One(s_config, Prop.ForAll<string>(text => check(text ?? "")));
    }

    [Fact]
    public void Tokens_cover_every_character_that_is_not_white_space() => ForTexts(text =>
    {
        AnnotatedReport report = s_annotator.Annotate(Make(text));
        int at = 0;
        foreach (Token token in report.Tokens)
        {
            Assert.True(token.Span.Start >= at && token.Span.Length > 0);
            Assert.Equal(text.Substring(token.Span.Start, token.Span.Length), token.Text);
            Assert.True(string.IsNullOrWhiteSpace(text[at..token.Span.Start]));
            at = token.Span.End;
        }
        Assert.True(string.IsNullOrWhiteSpace(text[at..]));
    });

    [Fact]
    public void Sentences_partition_the_tokens() => ForTexts(text =>
    {
        AnnotatedReport report = s_annotator.Annotate(Make(text));
        int at = 0;
        foreach (Sentence sentence in report.Sentences)
        {
            Assert.Equal(at, sentence.FirstToken);
            Assert.True(sentence.EndToken > at);
            at = sentence.EndToken;
        }
        Assert.Equal(report.Tokens.Count, at);
    });

    [Fact]
    public void Findings_lie_inside_the_text_and_every_time_resolves_or_not_on_any_day() => ForTexts(text =>
    {
        AnnotatedReport report = s_annotator.Annotate(Make(text));
        LocalDate[] days = [new(1, 1, 1), new(2023, 5, 31), new(2024, 2, 29), new(9999, 12, 31)];
        foreach (TimeMention time in report.Times)
        {
            Assert.True(time.Span.End <= text.Length);
            _ = time.Resolve(null, null);
            foreach (LocalDate day in days)
                _ = (time.Resolve(day, null), time.Resolve(day, EdtfDate.Day(day)), time.Resolve(day, EdtfDate.Decade(1990)));
        }
        foreach (QuantityMention quantity in report.Quantities)
        {
            Assert.True(quantity.Span.End <= text.Length && quantity.Span.Contains(quantity.NumberSpan));
            Assert.True(quantity.High is null || quantity.High >= quantity.Low);
            Assert.InRange(quantity.HeadToken, -1, report.Tokens.Count - 1);
        }
    });

    [Fact]
    public void Folding_twice_changes_nothing() => ForTexts(text => Assert.Equal(Folding.Fold(text), Folding.Fold(Folding.Fold(text))));

    // Plain ASCII has its own short way; an accent at the end sends the same words the long one.
    [Theory]
    [InlineData("The Mayor's U.N.-led `Plan` [A_1] ~ 50%")]
    [InlineData(" two  Blanks ")]
    [InlineData("Tab\tStop")]
    public void Words_in_ascii_fold_like_others(string text) => Assert.Equal(Folding.Fold(text + "X\u0301"), Folding.Fold(text + "X"));

    [Theory]
    [InlineData("It fell on the \u0301 and of the \u200B today")]
    [InlineData("more than \u0301")]
    [InlineData("a-\uFB03\uFB03 b")]
    [InlineData("$ \u200B a \u0301 million")]
    public void A_token_of_marks_alone_is_no_number_and_no_time(string text) =>
        Assert.True(s_annotator.Annotate(Make(text)).Quantities.All(quantity => quantity.NumberSpan.Length > 0));

    [Fact]
    public void A_line_of_a_megabyte_is_scanned()
    {
        AnnotatedReport report = s_annotator.Annotate(Make(new string('a', 200_000) + string.Concat(Enumerable.Repeat(" x1,", 200_000))));
        Assert.True(report.Sentences.All(sentence => sentence.EndToken - sentence.FirstToken <= 401));
    }
}
