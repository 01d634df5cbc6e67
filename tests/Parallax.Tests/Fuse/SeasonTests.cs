using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Fuse;

/// <summary>What is spoken of long after it was, and sums over a season.</summary>
public sealed class SeasonTests
{
    private static readonly GazetteerPlace Varn = TestPlaces.Town("Varn", "XX", 11);
    private static readonly TimeExpression April = TestTimes.At(EdtfDate.Month(2031, 4));

    private static ReportBuilder Report(string outlet) => new ReportBuilder(outlet).Published("2031-06-20")
        .Actor("hill people", ActorKind.Group, named: false).Actor("valley party", ActorKind.Organisation, "XX");

    [Fact]
    public void An_election_is_one_whoever_is_named()
    {
        Event only = Assert.Single(MergerScene.Merge(
            Report("Post").Sentence("In April local elections were held.", s => s.Time("In April", April)
                .Event(EventType.Election, "elections", "election", time: "In April")).Build(),
            Report("Herald").Sentence("The hill people took no part in local elections in April.", s => s.Time("in April", April)
                .Event(EventType.Election, "elections", "election", by: ["hill people"], time: "in April")).Build(),
            Report("Radio").Sentence("The local elections were won by the valley party.", s => s
                .Event(EventType.Election, "elections", "election", by: ["valley party"])).Build()).Events);
        Assert.Equal("2031-04", only.When?.Edtf);
        Assert.Equal(3, only.Reports.Count);
    }

    [Fact]
    public void A_boycott_recalled_without_its_day_is_the_one_that_another_report_dates()
    {
        Event only = Assert.Single(MergerScene.Merge(
            Report("Post").Sentence("The hill people boycotted the vote on 23 April.", s => s.Time("on 23 April", TestTimes.On(2031, 4, 23))
                .Event(EventType.Protest, "boycotted", "boycott", by: ["hill people"], time: "on 23 April", mode: "boycott")).Build(),
            Report("Herald").Sentence("The hill people boycotted the vote.", s => s
                .Event(EventType.Protest, "boycotted", "boycott", by: ["hill people"], mode: "boycott")).Build()).Events);
        Assert.Equal(2, only.Reports.Count);
    }

    [Fact]
    public void A_tally_of_years_is_none_of_the_deeds_it_counts()
    {
        Merged merged = MergerScene.Merge(
            Report("Post").Sentence("Since January the raids on hill people have gone on in Varn.", s => s
                .Time("Since January", TestTimes.At(EdtfDate.Interval(new LocalDate(2031, 1, 1), new LocalDate(2031, 6, 20)))).Place("in Varn", Varn)
                .Event(EventType.Assault, "raids", "raid", to: ["hill people"], time: "Since January", place: "in Varn")).Build(),
            Report("Herald").Sentence("On 19 June raids on hill people went on in Varn.", s => s
                .Time("On 19 June", TestTimes.On(2031, 6, 19)).Place("in Varn", Varn)
                .Event(EventType.Assault, "raids", "raid", to: ["hill people"], time: "On 19 June", place: "in Varn")).Build());
        Assert.Equal(2, merged.Events.Count);
    }

    [Fact]
    public void The_only_march_told_of_the_day_of_a_march_is_that_march()
    {
        ReportClaims plan = new ReportBuilder("Post").Published("2031-06-16")
            .Sentence("A third march is planned for Wednesday.", s => s.Time("for Wednesday", TestTimes.On(2031, 6, 18), TimeDirection.Future)
                .Event(EventType.Protest, "march", "march", time: "for Wednesday", status: ClaimStatus.Planned, mode: "demo")).Build();
        ReportClaims held = Report("Herald")
            .Sentence("The hill people walked in a protest on 18 June in Varn.", s => s.Time("on 18 June", TestTimes.On(2031, 6, 18)).Place("in Varn", Varn)
                .Event(EventType.Protest, "protest", "protest", by: ["hill people"], time: "on 18 June", place: "in Varn", mode: "demo")).Build();
        Event planned = Assert.Single(MergerScene.Merge(plan, held).Events, e => e.Outcome is not null);
        Assert.Equal("held", planned.Outcome!.Became);
    }

    [Fact]
    public void A_state_is_where_a_shooting_was_not_who_was_shot_at()
    {
        Event only = Assert.Single(MergerScene.Merge(Report("Post").Actor("Xenia", ActorKind.Government, "XX")
            .Sentence("It was Xenia's first school shooting.", s => s.Event(EventType.Assault, "shooting", "shooting", to: ["Xenia"], mode: "firearms")).Build()).Events);
        Assert.Equal("Shooting in Xenia", only.Label);
    }
}
