using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Xunit;

namespace Parallax.Tests.Fuse;

public sealed class EventSceneTests
{
    private static readonly GazetteerPlace Varn = TestPlaces.Town("Varn", "XX", 11);

    private static ReportBuilder Opening() => new ReportBuilder("Harbour Post").Published("2031-03-04")
        .Actor("gendarmes", ActorKind.Police, named: false).Actor("dockers", ActorKind.Group, named: false)
        .Sentence("On Monday a crowd filled the market in Varn.", s => s.Time("On Monday", TestTimes.On(IsoDayOfWeek.Monday)).Place("Varn", Varn));

    [Fact]
    public void A_deed_of_the_same_paragraph_is_of_its_day_and_town()
    {
        Event only = Assert.Single(MergerScene.Merge(Opening()
            .Sentence("The square was full.", s => s)
            .Sentence("The gendarmes used gas.", s => s.Event(EventType.Assault, "used", "use", ["gendarmes"]))
            .Build()).Events);
        Assert.Equal("2031-03-03", only.When?.Edtf);
        Assert.Equal("narrative", only.WhenBasis);
        Assert.Equal(MergerScene.PlaceId("Varn"), only.Where);
        Assert.Equal("narrative", only.WhereBasis);
    }

    [Fact]
    public void A_later_paragraph_is_in_the_only_town_of_a_report()
    {
        Event only = Assert.Single(MergerScene.Merge(Opening()
            .NewParagraph()
            .Sentence("The gendarmes used gas.", s => s.Event(EventType.Assault, "used", "use", ["gendarmes"]))
            .Build()).Events);
        Assert.Equal(MergerScene.PlaceId("Varn"), only.Where);
        Assert.Equal("narrative", only.WhereBasis);
    }

    [Fact]
    public void A_later_paragraph_may_be_elsewhere_where_a_report_knows_two_towns()
    {
        Event only = Assert.Single(MergerScene.Merge(Opening()
            .NewParagraph()
            .Sentence("Trains to Osk stood still.", s => s.Place("Osk", TestPlaces.Town("Osk", "XX", 12)))
            .NewParagraph()
            .Sentence("The gendarmes used gas.", s => s.Event(EventType.Assault, "used", "use", ["gendarmes"]))
            .Build()).Events);
        Assert.Null(only.Where);
        Assert.Equal("unknown", only.WhereBasis);
    }

    [Fact]
    public void What_is_done_all_over_the_country_is_in_no_town()
    {
        Event only = Assert.Single(MergerScene.Merge(Opening()
            .Sentence("The gendarmes used gas all over the country.", s => s.Event(EventType.Assault, "used", "use", ["gendarmes"]))
            .Build()).Events);
        Assert.Null(only.Where);
    }

    [Fact]
    public void A_day_carried_on_keeps_no_two_accounts_apart()
    {
        ReportClaims told = new ReportBuilder("Coast Radio").Published("2031-03-04")
            .Actor("gendarmes", ActorKind.Police, named: false).Actor("dockers", ActorKind.Group, named: false)
            .Sentence("On Sunday the gendarmes used gas against dockers in Varn.", s => s
                .Time("On Sunday", TestTimes.On(IsoDayOfWeek.Sunday)).Place("in Varn", Varn)
                .Event(EventType.Assault, "used", "use", ["gendarmes"], ["dockers"], "On Sunday", "in Varn"))
            .Build();
        ReportClaims carried = Opening()
            .Sentence("The square was full.", s => s)
            .Sentence("The bells rang.", s => s)
            .Sentence("The gendarmes used gas against dockers.", s => s.Event(EventType.Assault, "used", "use", ["gendarmes"], ["dockers"]))
            .Build();
        Event only = Assert.Single(MergerScene.Merge(told, carried).Events);
        Assert.Equal("2031-03-02", only.When?.Edtf);
        Assert.Equal("relative", only.WhenBasis);
    }

    private static readonly Parallax.Bench.Stages s_stages = new();

    [Fact]
    public void The_day_somebody_spoke_is_not_carried_on_as_the_day_of_the_deed()
    {
        // 2031-03-03 is a Monday.
        ReportClaims report = s_stages.Extract("Two villages near Nampula were attacked on Saturday, officials said on Monday. Gunmen killed six people at the market.", new LocalDate(2031, 3, 3));
        Assert.DoesNotContain(MergerScene.Merge(report).Events, e => e.When?.Edtf == "2031-03-03");
    }

    [Fact]
    public void Two_people_who_travel_to_one_town_on_one_day_make_two_journeys()
    {
        ReportClaims governor = s_stages.Extract("Governor Adam Renko travelled to Nampula on Saturday.", new LocalDate(2031, 3, 3));
        ReportClaims gunman = s_stages.Extract("The gunman travelled to Nampula on Saturday.", new LocalDate(2031, 3, 3));
        Assert.Equal(2, MergerScene.Merge(governor, gunman).Events.Count);
    }

    [Fact]
    public void Where_somebody_spoke_is_no_town_of_the_story()
    {
        ReportClaims report = s_stages.Extract("The minister told reporters in Nampula that the talks were over.\n\nThe gendarmes used tear gas against dockers.", new LocalDate(2031, 3, 3));
        Assert.All(MergerScene.Merge(report).Events.Where(e => e.Type == EventType.Assault), e => Assert.Null(e.Where));
    }
}
