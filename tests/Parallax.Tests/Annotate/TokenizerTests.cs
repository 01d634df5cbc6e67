using System.Text;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Annotate;

/// <summary>Words: what holds for any text, and that hostile text costs no more than other text.</summary>
public sealed class TokenizerTests
{
    private static readonly Tokenizer s_tokenizer =
        new(new TokenWords(LanguageData.English.Lexicon("tokens")), new Abbreviations(LanguageData.English.Lexicon("abbreviations")));

    internal static List<TextSpan> Tokens(string text)
    {
        List<TextSpan> tokens = [];
        s_tokenizer.Tokenize(text, new TextSpan(0, text.Length), tokens);
        return tokens;
    }

    private static string Cut(string text) => string.Join('|', Tokens(text).Select(token => token.Of(text)));

    [Fact]
    public void Tokens_and_the_white_space_between_them_are_the_text()
    {
        foreach (string text in HostileTexts.All(2000))
        {
            StringBuilder rebuilt = new();
            int at = 0;
            foreach (TextSpan token in Tokens(text))
            {
                Assert.True(token.Length > 0 && token.Start >= at, "tokens overlap or go back");
                string gap = text[at..token.Start];
                Assert.True(string.IsNullOrWhiteSpace(gap), "a token was lost");
                Assert.DoesNotContain(token.Of(text), char.IsWhiteSpace);
                rebuilt.Append(gap).Append(token.Of(text));
                at = token.End;
            }
            Assert.True(string.IsNullOrWhiteSpace(text[at..]));
            Assert.Equal(text, rebuilt.Append(text[at..]).ToString());
        }
    }

    [Fact]
    public void No_cut_falls_between_the_halves_of_one_character()
    {
        foreach (string text in HostileTexts.All(1000))
        {
            foreach (TextSpan token in Tokens(text))
                Assert.False(token.End < text.Length && char.IsSurrogatePair(text[token.End - 1], text[token.End]), "cut inside a pair");
        }
    }

    [Fact]
    public void The_explanation_gives_the_same_tokens()
    {
        foreach (string text in HostileTexts.All(1000))
            Assert.Equal(Tokens(text), s_tokenizer.Explain(text, new TextSpan(0, text.Length)).Select(cut => cut.Token));
    }

    [Fact]
    public void The_explanation_names_the_rule()
    {
        const string Text = "Gen. Orr cannot pay $5m; he didn't write to a@b.example, :-) well-meant ... ok";
        string explained = string.Join(' ', s_tokenizer.Explain(Text, new TextSpan(0, Text.Length)).Select(cut => cut.Token.Of(Text) + "/" + cut.Rule));
        Assert.Equal(
            "Gen./Abbreviation Orr/Word can/TwoWords not/Word pay/Word $/Mark 5/BeforeUnit m/Word ;/Mark he/Word did/BeforeNot n't/Clitic write/Word to/Word "
            + "a@b.example/Address ,/Mark :-)/Sign well/BeforeHyphen -/Mark meant/Word .../Run ok/Word", explained);
    }

    [Theory]
    [InlineData("x", "", 5_000_000)]
    [InlineData(".", "", 5_000_000)]
    [InlineData("a.", "", 1_000_000)]
    [InlineData("a-", "", 1_000_000)]
    [InlineData("1,111", "", 500_000)]
    [InlineData("(:)", "", 500_000)]
    [InlineData("a@", "", 1_000_000)]
    [InlineData("www.", " ", 500_000)]
    [InlineData("No.", "  ", 500_000)]
    [InlineData("'", "", 1_000_000)]
    [InlineData("\u200D\U0001F468", "", 300_000)]
    [InlineData("\u0301", "", 1_000_000)]
    public void Any_repetition_is_cut_in_one_pass(string piece, string between, int times)
    {
        string text = new StringBuilder().Insert(0, piece + between, times).ToString();
        List<TextSpan> tokens = Tokens(text);
        Assert.Equal(text.Count(c => !char.IsWhiteSpace(c)), tokens.Sum(token => token.Length));
    }

    [Theory]
    [InlineData("e\u0301te\u0301", "e\u0301te\u0301")]
    [InlineData("zero\u200Bwidth", "zero\u200Bwidth")]
    [InlineData("\u200Fשלום\u200F עולם", "\u200Fשלום\u200F|עולם")]
    [InlineData("👨‍👩‍👧 👍🏽 🇳🇴🇸🇪", "👨‍👩‍👧|👍🏽|🇳🇴|🇸🇪")]
    [InlineData("𝐍𝐞𝐰𝐬 now", "𝐍𝐞𝐰𝐬|now")]
    [InlineData("他走了。", "他走了|。")]
    [InlineData("", "")]
    [InlineData(" \t\r\n ", "")]
    public void Odd_characters_stay_whole(string text, string expected) => Assert.Equal(expected, Cut(text));

    [Fact]
    public void Half_a_character_is_a_token()
    {
        // An attribute cannot carry halves.
        Assert.Equal("\uD83D", Cut("\uD83D"));
        Assert.Equal("a|\uDE00|b", Cut("a\uDE00b"));
        Assert.Equal("\uDE00|\uD83D", Cut("\uDE00 \uD83D"));
    }

    [Theory]
    [InlineData("Anne-Marie Orr-Venn paid $5m for 140-mile, Norvian-led 9-year-olds in 10-15 days at 7pm", "Anne-Marie|Orr-Venn|paid|$|5m|for|140-mile|,|Norvian-led|9-year-olds|in|10|-|15|days|at|7pm")]
    [InlineData("al-Harazi's ex-guards didn't-care T-72 3x5", "al-Harazi|'s|ex-guards|did|n't|-|care|T-72|3x5")]
    [InlineData("Kalden - a town; one- or two-day", "Kalden|-|a|town|;|one|-|or|two-day")]
    public void Compounds_are_whole_words_joined(string text, string expected)
    {
        List<TextSpan> words = Tokens(text), tokens = [];
        Compounds.Join(text, words, 0, words.Count, tokens);
        Assert.Equal(expected, string.Join('|', tokens.Select(token => token.Of(text))));
        Assert.Subset(words.Select(word => word.Start).ToHashSet(), tokens.Select(token => token.Start).ToHashSet());
        Assert.Subset(words.Select(word => word.End).ToHashSet(), tokens.Select(token => token.End).ToHashSet());
    }
}
