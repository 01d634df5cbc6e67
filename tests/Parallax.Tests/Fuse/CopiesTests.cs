using Parallax.Annotate;
using Parallax.Assess;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Read;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Fuse;

/// <summary>Copies of one text are one witness, tell of one day, and say each thing once; and a few accounts do not name the culprit for all.</summary>
public sealed class CopiesTests
{
    private static readonly Annotator s_annotator = new(LanguageData.English);
    private static readonly Extractor s_extractor = new(LanguageData.English);

    [Theory]
    [InlineData("officials")]
    [InlineData("the governor")]
    [InlineData("witnesses")]
    [InlineData("the emergency service")]
    public void A_nameless_speaker_is_no_new_witness_in_each_copy(string speaker)
    {
        string text = $"A bomb exploded at a bus station in Gwoza on Tuesday and killed seven people, {speaker} said.\n\nThe station was closed for the rest of the day and drivers said the road was too narrow.";
        Situation situation = Situation([.. Enumerable.Range(1, 6).Select(i => Report("Paper " + i, "2031-03-06", text))]);
        Assert.Single(situation.Origins);
        Assert.All(situation.Events, e => Assert.Equal(1, e.Origins));
        Assert.All(situation.Figures, f => Assert.Equal(1, f.Origins));
        Assert.Equal(situation.Statements.Count, situation.Statements.DistinctBy(s => s.Text).Count());
    }

    [Fact]
    public void A_text_printed_again_a_week_later_tells_of_the_first_week()
    {
        const string Text = "Gunmen killed 40 villagers in Gwoza on Monday, police said.\n\nThey came on motorcycles before dawn and burned the market, and the governor called a meeting of elders at the school.";
        Situation situation = Situation([Report("A", "2031-03-05", Text), Report("B", "2031-03-12", Text), Report("C", "2031-03-19", Text)]);
        Event killing = Assert.Single(situation.Events, e => e.Type == EventType.Assault && e.Label.Contains("40", StringComparison.Ordinal));
        Assert.Equal(("2031-03-03", 1), (killing.When!.Edtf, killing.Origins));
        Assert.Equal("2031-03-19", situation.Reports.Single(r => r.Outlet == "C").Published.Edtf);
    }

    [Fact]
    public void One_account_among_many_does_not_name_the_culprit_for_all()
    {
        Situation situation = Situation(
        [
            Report("A", "2031-03-06", "A bomb killed 12 people at a market in Damboa on Tuesday, police said."),
            Report("B", "2031-03-06", "Doctors in Damboa counted the dead. The bomb at the market killed 12 people on Tuesday, they said."),
            Report("C", "2031-03-06", "Rebels killed 12 people at a market in Damboa on Tuesday, a blogger wrote."),
        ]);
        Assert.DoesNotContain(situation.Events.Where(e => e.Reports.Count == 3), e => e.Label.Contains("Rebels", StringComparison.OrdinalIgnoreCase));
    }

    private static Situation Situation(IReadOnlyList<Report> reports) =>
        new Assessor(LanguageData.English).Assess(new Fuser(LanguageData.English).Fuse([.. reports.Select(r => s_extractor.Extract(s_annotator.Annotate(r)))]));

    [Fact]
    public void One_nights_tolls_are_one_series_that_rose()
    {
        Situation situation = Situation(
        [
            Report("A", "2031-03-04", "At least 60 people were killed when a lorry drove into a crowd in Damboa on Monday night, witnesses said."),
            Report("B", "2031-03-04", "Nearly 80 people were killed when a lorry was driven into a crowd in Damboa on Monday night, the prosecutor said."),
            Report("C", "2031-03-05", "The lorry that was driven into a crowd in Damboa on Monday night killed 84 people, the ministry said."),
        ]);
        Figure toll = Assert.Single(situation.Figures, f => f.Measure == Measure.Killed);
        Assert.Equal((FigureStatus.Series, (decimal?)84), (toll.Status, toll.Best));
        Assert.DoesNotContain(situation.Disagreements, d => d.Kind == DisagreementKind.Conflict);
    }

    private static Report Report(string outlet, string day, string text)
    {
        Report read = Assert.Single(new ReportReader(LanguageData.English, ReadOptions.Default).Read(new InputItem(outlet + ".txt", System.Text.Encoding.UTF8.GetBytes(text))).Reports);
        return read with { Id = StableHash.Id("r", outlet, day), Outlet = outlet, Published = new Publication(EdtfDate.Day(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value), PublicationBasis.Metadata, null) };
    }
}
