using NodaTime;
using Parallax.Annotate;
using Parallax.Bench;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Xunit;

namespace Parallax.Tests.Fuse;

public sealed class OutcomeTests
{
    private static readonly GazetteerPlace Varn = TestPlaces.Town("Varn", "XX", 11);
    private static readonly Stages s_stages = new();

    // 2031-03-05 is a Wednesday.
    private static ReportBuilder Report(string outlet, string published) => new ReportBuilder(outlet).Published(published).Actor("Dock Union", ActorKind.Organisation, "XX");

    private static ReportClaims Plan() => Report("Post", "2031-03-03")
        .Sentence("The Dock Union will march through Varn on Wednesday with lanterns.", s => s
            .Time("on Wednesday", TestTimes.On(IsoDayOfWeek.Wednesday), TimeDirection.Future).Place("Varn", Varn)
            .Event(EventType.Protest, "march", "march", by: ["Dock Union"], time: "on Wednesday", place: "Varn", status: ClaimStatus.Planned))
        .Build();

    private static Event Planned(params ReportClaims[] others) =>
        Assert.Single(MergerScene.Merge([Plan(), .. others]).Events, e => e.Outcome is not null);

    [Fact]
    public void A_plan_told_as_done_was_held()
    {
        Event planned = Planned(Report("Herald", "2031-03-06")
            .Sentence("The Dock Union marched through Varn on Wednesday.", s => s
                .Time("on Wednesday", TestTimes.On(IsoDayOfWeek.Wednesday)).Place("Varn", Varn)
                .Event(EventType.Protest, "marched", "march", by: ["Dock Union"], time: "on Wednesday", place: "Varn"))
            .Build());
        Assert.Equal("held", planned.Outcome!.Became);
        Assert.NotEmpty(planned.Outcome.Evidence);
    }

    [Theory]
    [InlineData("The Dock Union called off the march with lanterns through Varn.", "cancelled")]
    [InlineData("The Dock Union postponed the march with lanterns through Varn.", "postponed")]
    [InlineData("The Dock Union has not called off the march with lanterns through Varn.", "silent")]
    [InlineData("If it rains, the Dock Union will call off the march with lanterns through Varn.", "silent")]
    [InlineData("The bakers called off their fair.", "silent")]
    public void A_later_report_says_what_became_of_it(string sentence, string became)
    {
        ReportClaims plan = s_stages.Extract("The Dock Union will march through Varn on Wednesday with lanterns.", new LocalDate(2031, 3, 3));
        Event planned = Assert.Single(
            MergerScene.Merge(plan, s_stages.Extract(sentence, new LocalDate(2031, 3, 6))).Events,
            e => e.Type == EventType.Protest && e.Reports.Contains(plan.Source.Report.Id));
        Assert.Equal(became, planned.Outcome!.Became);
    }

    [Fact]
    public void A_plan_whose_day_has_not_come_is_pending() =>
        Assert.Equal("pending", Planned(Report("Herald", "2031-03-04").Sentence("The quay was quiet.").Build()).Outcome!.Became);

    [Fact]
    public void A_march_of_the_week_after_does_not_make_the_plan_come_true()
    {
        Event planned = Planned(Report("Herald", "2031-03-13")
            .Sentence("The Dock Union marched through Varn on Wednesday.", s => s
                .Time("on Wednesday", TestTimes.On(IsoDayOfWeek.Wednesday)).Place("Varn", Varn)
                .Event(EventType.Protest, "marched", "march", by: ["Dock Union"], time: "on Wednesday", place: "Varn"))
            .Build());
        Assert.Equal("silent", planned.Outcome!.Became);
    }

    private static ReportClaims Visit(string outlet, string published, EventType type, ClaimStatus status, string who) => new ReportBuilder(outlet).Published(published)
        .Actor(who, ActorKind.Person, "XX").Actor("Dock Union", ActorKind.Organisation, "XX")
        .Sentence($"{who} will meet the Dock Union on Wednesday.", s => s.Time("on Wednesday", TestTimes.On(2031, 3, 5))
            .Event(type, "meet", "meet", by: [who], to: ["Dock Union"], time: "on Wednesday", status: status))
        .Build();

    [Fact]
    public void A_plan_to_meet_is_a_planned_meeting_and_was_held_when_it_is_told()
    {
        Event only = Assert.Single(MergerScene.Merge(
            Visit("Post", "2031-03-04", EventType.Agree, ClaimStatus.Planned, "Ada Renko"), Visit("Herald", "2031-03-06", EventType.Consult, ClaimStatus.Happened, "Ada Renko")).Events);
        Assert.Equal(EventType.Consult, only.Type);
        Assert.Equal("held", only.Outcome!.Became);
    }

    [Fact]
    public void A_pledge_stays_a_pledge()
    {
        ReportClaims pledge = Report("Post", "2031-03-04").Sentence("The Dock Union will sign the deal on Wednesday.", s => s.Time("on Wednesday", TestTimes.On(IsoDayOfWeek.Wednesday))
            .Event(EventType.Agree, "sign", "sign", by: ["Dock Union"], time: "on Wednesday", status: ClaimStatus.Planned)).Build();
        Assert.Equal(EventType.Agree, Assert.Single(MergerScene.Merge(pledge).Events).Type);
    }

    private static Outcome? OfPlan(EventType type, string plan, string later)
    {
        ReportClaims told = s_stages.Extract(plan, new LocalDate(2031, 3, 3));
        return Assert.Single(MergerScene.Merge(told, s_stages.Extract(later, new LocalDate(2031, 3, 6))).Events, e => e.Type == type && e.Accounts.Any(a => a.Report == told.Source.Report.Id && a.Status == ClaimStatus.Planned)).Outcome;
    }

    [Theory]
    [InlineData("The presidents of Peru and Chile met in Lima on Wednesday.", "silent")]
    [InlineData("The presidents of Peru and Chile met in Lima on Wednesday. President Ramon Ibarra had sent his regrets.", "cancelled")]
    [InlineData("The presidents of Peru and Chile met in Lima on Wednesday. President Ramon Ibarra did not attend.", "cancelled")]
    [InlineData("President Ramon Ibarra visited Lima on Wednesday.", "held")]
    public void A_visit_is_held_by_him_who_was_to_come(string later, string became) =>
        Assert.Equal(became, OfPlan(EventType.Consult, "President Ramon Ibarra will travel to Lima on Wednesday for a summit.", later)?.Became);

    [Fact]
    public void A_march_told_on_its_third_day_began_when_planned()
    {
        Event march = Assert.Single(MergerScene.Merge(s_stages.Extract("Miners were marching towards Lima for a third day on Wednesday.", new LocalDate(2031, 3, 6))).Events);
        Assert.Equal("2031-03-03/2031-03-05", march.When?.Edtf);
        Assert.Equal("held", OfPlan(EventType.Protest, "The miners will march to Lima on Tuesday.", "Miners were marching towards Lima for a second day on Wednesday.")?.Became);
    }
}
