using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Fuse;
using Xunit;

namespace Parallax.Tests.Fuse;

public sealed class StatementMergerTests
{
    private static ReportClaims Quote(
        string outlet, string content, string speaker = "Ada Renko", string published = "2031-03-04", SpeechForm form = SpeechForm.Direct, SpeechAct act = SpeechAct.State, string? second = null)
    {
        ReportBuilder builder = new ReportBuilder(outlet).Published(published).Actor("Ada Renko", ActorKind.Person, "XX").Actor("Ivo Tasman", ActorKind.Person, "XX")
            .Sentence($"“{content},” said {speaker}.", s => s.Statement(speaker, content, act, form, speaker, "said"));
        if (second is not null)
            builder.NewParagraph().Sentence($"“{second},” said {speaker}.", s => s.Statement(speaker, second, act, form, speaker, "said"));
        return builder.Build();
    }

    [Fact]
    public void Two_wordings_of_one_quote_are_one_statement()
    {
        Statement only = Assert.Single(MergerScene.Merge(
            Quote("A", "We believe all lawful rights of the harbour crews must be observed and ensured"),
            Quote("B", "We believe that all lawful rights of the harbour crews must be respected and ensured", published: "2031-03-05")).Statements);
        Assert.Equal(2, only.Renderings.Count);
        Assert.Equal(2, only.Origins);
        Assert.Equal(MergerScene.ActorId("Ada Renko"), only.Speaker);
    }

    [Fact]
    public void A_piece_joins_the_longer_rendering_and_two_pieces_meet_in_it()
    {
        ReportClaims pieces = Quote(
            "A", "We stand by the harbour crews without condition", second: "The lawful rights of the dockers must be respected");
        ReportClaims whole = Quote("B", "We stand by the harbour crews without condition and the lawful rights of all dockers must be respected");
        Statement only = Assert.Single(MergerScene.Merge(pieces, whole).Statements);
        Assert.Equal(3, only.Renderings.Count);
        Assert.Equal(2, MergerScene.Merge(pieces).Statements.Count);
    }

    [Fact]
    public void The_same_words_of_two_speakers_are_two_statements() =>
        Assert.Equal(2, MergerScene.Merge(
            Quote("A", "The harbour must open tomorrow morning"), Quote("B", "The harbour must open tomorrow morning", "Ivo Tasman")).Statements.Count);

    [Fact]
    public void Other_words_of_one_speaker_are_another_statement() =>
        Assert.Equal(2, MergerScene.Merge(
            Quote("A", "The harbour must open tomorrow morning"), Quote("B", "Nobody wants a strike in this town")).Statements.Count);

    [Fact]
    public void Words_of_months_apart_are_two_statements() =>
        Assert.Equal(2, MergerScene.Merge(
            Quote("A", "The harbour must open tomorrow morning"), Quote("B", "The harbour must open tomorrow morning", published: "2031-08-04")).Statements.Count);

    [Fact]
    public void A_retelling_joins_the_quote_only_where_nearly_all_its_words_are_there()
    {
        ReportClaims quote = Quote("A", "The harbour crews will return to work when the arrested dockers are released");
        Assert.Single(MergerScene.Merge(quote, Quote("B", "harbour crews would return to work when arrested dockers released", form: SpeechForm.Indirect)).Statements);
        Assert.Equal(2, MergerScene.Merge(quote, Quote("B", "the crews would work under new harbour rules", form: SpeechForm.Indirect)).Statements.Count);
    }

    [Fact]
    public void The_shown_text_is_the_longest_quote_and_the_act_the_one_that_says_most()
    {
        Statement only = Assert.Single(MergerScene.Merge(
            Quote("A", "The harbour must open tomorrow morning", act: SpeechAct.Demand),
            Quote("B", "The harbour must open tomorrow morning or the town will starve")).Statements);
        Assert.Equal("The harbour must open tomorrow morning or the town will starve", only.Text);
        Assert.Equal(SpeechAct.Demand, only.Act);
    }

    [Fact]
    public void Order_does_not_change_ids()
    {
        ReportClaims a = Quote("A", "The harbour must open tomorrow morning");
        ReportClaims b = Quote("B", "The harbour must be opened tomorrow in the morning");
        Assert.Equal(MergerScene.Merge(a, b).Statements.Select(s => s.Id), MergerScene.Merge(b, a).Statements.Select(s => s.Id));
    }

    [Fact]
    public void Two_speakers_of_one_sentence_are_two_statements_with_two_ids()
    {
        ReportClaims report = new ReportBuilder("A").Published("2031-03-04").Actor("Ada Renko", ActorKind.Person, "XX").Actor("Ivo Tasman", ActorKind.Person, "XX")
            .Sentence("Ada Renko and Ivo Tasman said the harbour must open tomorrow.", s => s
                .Statement("Ada Renko", "the harbour must open tomorrow", form: SpeechForm.Indirect)
                .Statement("Ivo Tasman", "the harbour must open tomorrow", form: SpeechForm.Indirect))
            .Build();
        IReadOnlyList<Statement> statements = MergerScene.Merge(report).Statements;
        Assert.Equal(2, statements.Select(s => s.Id).Distinct().Count());
    }
}
