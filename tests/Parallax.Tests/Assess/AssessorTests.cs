using NodaTime;
using Parallax.Annotate;
using Parallax.Assess;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Tests.Fuse;
using Xunit;

namespace Parallax.Tests.Assess;

public sealed class AssessorTests
{
    private static readonly GazetteerPlace Varn = TestPlaces.Town("Varn", "XX", 11);
    private static readonly GazetteerPlace Osk = TestPlaces.Town("Osk", "XX", 12);

    private static ReportBuilder Outlet(string name, string published) => new ReportBuilder(name).Published(published)
        .Actor("Varn police", ActorKind.Police, "XX").Actor("dockers", ActorKind.Group, named: false)
        .Actor("Ada Renko", ActorKind.Person, "XX").Actor("Odrian ministry", ActorKind.Government, "YY").Actor("Xenia", ActorKind.Government, "XX").Actor("Odria", ActorKind.Government, "YY");

    private static ReportBuilder Clash(ReportBuilder report, string number = "30", decimal low = 30, ClaimStatus status = ClaimStatus.Happened, string? saidBy = null, string day = "Monday", IsoDayOfWeek weekday = IsoDayOfWeek.Monday) =>
        report.Sentence($"On {day} dockers clashed with Varn police in Varn and {number} dockers were hurt.", s => s
            .Time("On " + day, TestTimes.On(weekday)).Place("in Varn", Varn)
            .Event(EventType.Assault, "clashed", "clash", ["dockers"], ["Varn police"], "On " + day, "in Varn", status, saidBy: saidBy)
            .Figure(Measure.Injured, number, low, "dockers", ofActor: "dockers", saidBy: saidBy, status: status)).NewParagraph();

    private static ReportBuilder Accuse(ReportBuilder report, string by, string to) =>
        report.Sentence($"{by} blamed {to} on Monday.", s => s
            .Time("on Monday", TestTimes.On(IsoDayOfWeek.Monday)).Event(EventType.Accuse, "blamed", "blame", [by], [to], "on Monday")).NewParagraph();

    [Fact]
    public void A_disputed_number_is_one_disagreement_with_both_sides()
    {
        Situation situation = MergerScene.Assess(Clash(Outlet("A", "2031-03-04")).Build(), Clash(Outlet("B", "2031-03-04"), "45", 45).Build());
        Disagreement found = Assert.Single(situation.Disagreements);
        Assert.Equal((DisagreementAbout.Figure, DisagreementKind.Conflict), (found.About, found.Kind));
        Assert.Equal(["30", "45"], found.Positions.Select(p => p.Reading).Order());
        Assert.Equal(situation.Figures[0].Id, found.Subject);
    }

    [Fact]
    public void Agreeing_accounts_give_no_disagreement() =>
        Assert.Empty(MergerScene.Assess(Clash(Outlet("A", "2031-03-04")).Build(), Clash(Outlet("B", "2031-03-05")).Build()).Disagreements);

    [Fact]
    public void A_rise_is_told_as_time_and_not_as_conflict()
    {
        Disagreement found = Assert.Single(MergerScene.Assess(Clash(Outlet("A", "2031-03-04")).Build(), Clash(Outlet("B", "2031-03-05"), "45", 45).Build()).Disagreements);
        Assert.Equal(DisagreementKind.Time, found.Kind);
    }

    [Fact]
    public void A_claim_and_its_denial_by_a_party_are_about_occurrence()
    {
        ReportClaims denial = Outlet("B", "2031-03-04")
            .Sentence("Varn police denied that they clashed with dockers in Varn on Monday.", s => s
                .Time("on Monday", TestTimes.On(IsoDayOfWeek.Monday)).Place("in Varn", Varn)
                .Event(EventType.Assault, "clashed", "clash", ["Varn police"], ["dockers"], "on Monday", "in Varn", ClaimStatus.Denied, saidBy: "Varn police"))
            .Build();
        Situation situation = MergerScene.Assess(Clash(Outlet("A", "2031-03-04")).Build(), denial);
        Disagreement found = Assert.Single(situation.Disagreements);
        Assert.Equal((DisagreementAbout.Occurrence, DisagreementKind.InterestedParty), (found.About, found.Kind));
        Assert.Equal(ClaimStatus.Happened, Assert.Single(situation.Events).Status);
        Assert.Contains(found.Positions, p => p.Reading == "denied" && p.SaidBy == MergerScene.ActorId("Varn police"));
    }

    [Fact]
    public void Two_sides_that_blame_each_other_disagree_over_responsibility()
    {
        Situation situation = MergerScene.Assess(Accuse(Outlet("A", "2031-03-04"), "Xenia", "Odria").Build(), Accuse(Outlet("B", "2031-03-04"), "Odrian ministry", "Ada Renko").Build());
        Disagreement found = Assert.Single(situation.Disagreements);
        Assert.Equal((DisagreementAbout.Responsibility, DisagreementKind.InterestedParty), (found.About, found.Kind));
        Assert.Empty(MergerScene.Assess(Accuse(Outlet("A", "2031-03-04"), "Xenia", "Odria").Build()).Disagreements);
    }

    [Fact]
    public void Two_translations_differ_in_wording_and_a_shortened_quote_does_not()
    {
        ReportClaims Quote(string outlet, string words) => Outlet(outlet, "2031-03-04")
            .Sentence($"“{words},” Ada Renko said.", s => s.Statement("Ada Renko", words, cue: "said")).Build();
        ReportClaims first = Quote("A", "The lawful rights of the harbour crews must be observed and ensured");
        Disagreement found = Assert.Single(MergerScene.Assess(first, Quote("B", "The lawful rights of the harbour crews must be respected and ensured")).Disagreements);
        Assert.Equal((DisagreementAbout.Wording, DisagreementKind.Translation), (found.About, found.Kind));
        Assert.Contains("observed", found.Explanation, StringComparison.Ordinal);
        Assert.Empty(MergerScene.Assess(first, Quote("B", "The lawful rights of the harbour crews must be observed")).Disagreements);
    }

    [Fact]
    public void The_same_clash_with_the_same_number_on_two_days_is_a_disagreement_over_the_date()
    {
        Situation situation = MergerScene.Assess(
            Clash(Outlet("A", "2031-03-05")).Build(), Clash(Outlet("B", "2031-03-05"), day: "Tuesday", weekday: IsoDayOfWeek.Tuesday).Build());
        Assert.Equal(2, situation.Events.Count);
        Assert.Equal(DisagreementAbout.Date, Assert.Single(situation.Disagreements).About);
        Assert.Empty(MergerScene.Assess(
            Clash(Outlet("A", "2031-03-05")).Build(), Clash(Outlet("B", "2031-03-05"), "7", 7, day: "Tuesday", weekday: IsoDayOfWeek.Tuesday).Build()).Disagreements);
    }

    [Fact]
    public void Parts_that_exceed_the_stated_whole_are_arithmetic()
    {
        ReportClaims Sum(string whole, decimal number) => Outlet("A", "2031-03-04")
            .Sentence($"On Monday {whole} people, 5 officers and 8 dockers, were hurt when dockers clashed with Varn police in Varn.", s => s
                .Time("On Monday", TestTimes.On(IsoDayOfWeek.Monday)).Place("in Varn", Varn)
                .Event(EventType.Assault, "clashed", "clash", ["dockers"], ["Varn police"], "On Monday", "in Varn")
                .Figure(Measure.Injured, whole, number, "people").Figure(Measure.Injured, "5", 5, "officers").Figure(Measure.Injured, "8", 8, "dockers"))
            .Build();
        Assert.Equal(DisagreementKind.Arithmetic, Assert.Single(MergerScene.Assess(Sum("12", 12)).Disagreements).Kind);
        Assert.Empty(MergerScene.Assess(Sum("13", 13)).Disagreements);
    }

    [Fact]
    public void Escalation_counts_deeds_and_not_reports()
    {
        Situation one = MergerScene.Assess(Clash(Outlet("A", "2031-03-04")).Build());
        Situation three = MergerScene.Assess(Clash(Outlet("A", "2031-03-04")).Build(), Clash(Outlet("B", "2031-03-04")).Build(), Clash(Outlet("C", "2031-03-05")).Build());
        Assert.Equal([("2031-03-03", -9m)], one.Escalation.Select(d => (d.Date, d.Score)));
        Assert.Equal(one.Escalation.Select(d => (d.Date, d.Score)), three.Escalation.Select(d => (d.Date, d.Score)));
    }

    [Fact]
    public void Escalation_adds_each_type_once_a_day_and_leaves_out_what_did_not_happen()
    {
        ReportClaims report = Accuse(Clash(Outlet("A", "2031-03-04")), "Xenia", "Odria")
            .Sentence("Varn police will hold talks with dockers on Monday.", s => s
                .Time("on Monday", TestTimes.On(IsoDayOfWeek.Monday), TimeDirection.Past).Event(EventType.Consult, "talks", "talk", ["Varn police"], ["dockers"], "on Monday", status: ClaimStatus.Planned))
            .Build();
        EscalationDay day = Assert.Single(MergerScene.Assess(report).Escalation);
        Assert.Equal(-10.5m, day.Score);
        Assert.Equal(2, day.Events.Count);
    }

    [Fact]
    public void Storylines_join_what_shares_people_and_place_and_leave_the_rest_alone()
    {
        ReportClaims report = Clash(Outlet("A", "2031-03-05"))
            .Sentence("Varn police arrested dockers in Varn on Tuesday.", s => s
                .Time("on Tuesday", TestTimes.On(IsoDayOfWeek.Tuesday)).Place("in Varn", Varn)
                .Event(EventType.Coerce, "arrested", "arrest", ["Varn police"], ["dockers"], "on Tuesday", "in Varn", mode: "arrest")).NewParagraph()
            .Sentence("The Odrian ministry opened a school in Osk on Tuesday.", s => s
                .Time("on Tuesday", TestTimes.On(IsoDayOfWeek.Tuesday)).Place("in Osk", Osk)
                .Event(EventType.Aid, "opened", "open", ["Odrian ministry"], [], "on Tuesday", "in Osk"))
            .Build();
        Situation situation = MergerScene.Assess(report);
        Storyline only = Assert.Single(situation.Storylines);
        Assert.Equal(("2031-03-03", "2031-03-04"), (only.From, only.To));
        Assert.Equal(2, only.Events.Count);
        Assert.Null(situation.Events.Single(e => e.Type == EventType.Aid).Storyline);
    }

    [Fact]
    public void Every_id_that_is_named_exists_and_nothing_is_kept_for_nothing()
    {
        Situation situation = MergerScene.Assess(
            Accuse(Clash(Outlet("A", "2031-03-04")), "Xenia", "Odria").Build(), Accuse(Clash(Outlet("B", "2031-03-04"), "45", 45), "Odria", "Xenia").Build());
        Assert.Empty(SituationCheck.Faults(situation));
        Assert.DoesNotContain(situation.Actors, a => a.Name == "Ada Renko");
        Assert.Equal(2, situation.Reports.Count);
    }

    [Fact]
    public void No_reports_make_an_empty_situation()
    {
        Situation situation = MergerScene.Assess();
        Assert.Empty(situation.Events);
        Assert.Equal(Situation.SchemaName, situation.Schema);
        Assert.Equal("parallax", situation.Generator.Name);
        Assert.NotEmpty(situation.Generator.Data);
    }
}
