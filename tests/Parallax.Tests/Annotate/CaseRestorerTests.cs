using Parallax.Annotate;
using Parallax.Data;
using Parallax.Read;
using Parallax.Tests.Specs;
using Xunit;

namespace Parallax.Tests.Annotate;

public class CaseRestorerTests
{
    private static readonly Annotator s_annotator = new(LanguageData.English);
    private static readonly CaseRestorer s_restorer = new(LanguageData.English);

    private const string Plain = "Gunmen killed the mayor of Lima, Pedro Salas, on Monday. The United Nations condemned the attack in Peru.";

    private static Report ReportOf(string text) => new SpecCase("case", 1, "", new Dictionary<string, string>(), text, "").ToReport();

    [Fact]
    public void A_report_in_capitals_keeps_its_text_and_is_read_like_running_text()
    {
        Report report = ReportOf(Plain.ToUpperInvariant());
        AnnotatedReport capitals = s_annotator.Annotate(report), plain = s_annotator.Annotate(ReportOf(Plain));
        Assert.Same(report, capitals.Report);
        Assert.Equal(plain.Tokens.Select(t => (t.Span, t.Lemma, t.Tag)), capitals.Tokens.Select(t => (t.Span, t.Lemma, t.Tag)));
        Assert.Equal(plain.Names.Select(n => (n.Span, n.Kind)), capitals.Names.Select(n => (n.Span, n.Kind)));
        Assert.Equal(plain.Actors.Select(a => a.Name), capitals.Actors.Select(a => a.Name));
        Assert.Equal("PEDRO SALAS", capitals.Names.First(n => n.Kind == NameKind.Person).Span.Of(report.Text));
    }

    [Fact]
    public void Only_the_paragraphs_in_capitals_are_rewritten()
    {
        string text = "THE MAYOR OF LIMA WAS SHOT ON MONDAY.\n\nThe UN and NATO said that they were shocked.";
        Assert.Equal("The mayor of Lima was shot on Monday.\n\nThe UN and NATO said that they were shocked.", s_restorer.Restore(ReportOf(text)));
    }

    [Theory]
    [InlineData(Plain)]
    [InlineData("BBC NEWS AFRICA")]
    [InlineData("")]
    [InlineData("1990 12 15 — 16 17 18 19")]
    [InlineData("Полиция сообщила о трёх погибших возле моста в понедельник.")]
    public void Text_that_is_not_in_capitals_is_left_alone(string text) => Assert.Null(s_restorer.Restore(ReportOf(text)));

    [Theory]
    [InlineData("ÉTÉ À ÎLE D'YEU ET ŒUVRES DE STRASSE ẞ İSTANBUL ǅ WERE SEEN TODAY.")]
    [InlineData("\ud800 THE POLICE SAID THAT 'S''' ''' O' 'T TODAY -- - ... ??? WERE SEEN 16TH M-19 3D.")]
    public void Every_character_keeps_its_place(string text)
    {
        string restored = s_restorer.Restore(text);
        Assert.Equal(text.Length, restored.Length);
        Assert.Equal(text.ToUpperInvariant(), restored.ToUpperInvariant());
    }

    [Fact]
    public void The_sentences_of_a_long_word_row_cost_no_more_than_their_length()
    {
        string text = string.Concat(Enumerable.Repeat("THE POLICE OF LIMA (POL) SAID THAT ", 3000));
        Assert.Equal(text.Length, s_restorer.Restore(text).Length);
    }
}
