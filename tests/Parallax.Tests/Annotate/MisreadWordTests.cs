using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Annotate;

/// <summary>Finders stand up to words that the language engine takes for something else.</summary>
public sealed class MisreadWordTests
{
    [Theory]
    [InlineData(Upos.Noun, "aux:pass", Upos.Verb, VerbForm.PastParticiple)]
    [InlineData(Upos.Adj, "aux:pass", Upos.Verb, VerbForm.PastParticiple)]
    [InlineData(Upos.Noun, "cop", Upos.Noun, VerbForm.None)]
    public void AWordUnderThePassiveIsAParticiple(Upos tag, string relation, Upos expected, VerbForm form)
    {
        TokenMaker maker = new(new Lemmatizer(LanguageData.English));
        const string Text = "was shot";
        List<TextSpan> spans = [new(0, 3), new(4, 4)];
        SentenceReading reading = new([new WordReading(Upos.Aux, "VBD", 1, relation), new WordReading(tag, "NN", -1, "root")], []);
        List<Token> words = [], tokens = [];
        maker.Words(Text, spans, 0, ["was", "shot"], reading, words);
        maker.Tokens(Text, words, 0, spans, tokens);
        Assert.Equal((expected, form), (tokens[1].Tag, tokens[1].Form));
        Assert.Equal(tag, words[1].Tag);
    }

    [Fact]
    public void TheMonthOfADateIsNoModal()
    {
        AnnotatedReport report = TreeScene.Annotate("Attempts/NOUN/NNS/6/nsubj on/ADP/IN/4/case 3/NUM/CD/4/nummod May/AUX/MD/6/aux also/ADV/RB/6/advmod failed/VERB/VBD/0/root ./PUNCT/./6/punct");
        Assert.Equal(TimeDirection.Past, Assert.Single(report.Times).Direction);
    }

    [Fact]
    public void AYearBeforeACapitalIsAYear()
    {
        AnnotatedReport report = TreeScene.Annotate("the/DET/DT/5/det 1968/NUM/CD/5/compound My/PRON/PRP$/5/nmod:poss Tra/PROPN/NNP/5/compound Massacre/PROPN/NNP/0/root ended/VERB/VBD/5/acl");
        TimeMention time = Assert.Single(report.Times);
        Assert.Equal("1968", time.Span.Of(report.Report.Text));
    }

    [Theory]
    [InlineData("a/DET/DT/3/det bow/NOUN/NN/3/compound hunter/PROPN/NNP/4/nsubj died/VERB/VBD/0/root ./PUNCT/./4/punct", 1)]
    [InlineData("a/DET/DT/3/det nursing/VERB/VBG/3/amod student/NOUN/NN/4/nsubj died/VERB/VBD/0/root ./PUNCT/./4/punct", 1)]
    [InlineData("a/DET/DT/2/det Hunter/PROPN/NNP/3/nsubj died/VERB/VBD/0/root ./PUNCT/./3/punct", 0)]
    public void OneIsImpliedForWhomAnArticleNames(string sentence, int expected)
    {
        AnnotatedReport report = ImpliedQuantities.Complete(TreeScene.Annotate(sentence), new WordClasses(LanguageData.English.Lexicon("measures-words")));
        Assert.Equal(expected, report.Quantities.Count);
    }
}
