using System.Globalization;
using NodaTime;
using Parallax.Annotate;
using Parallax.Assess;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Present;
using Parallax.Tests.Fuse;
using Xunit;

namespace Parallax.Tests.Assess;

public sealed class EscalationTests
{
    private static readonly GazetteerPlace Varn = TestPlaces.Town("Varn", "XX", 11);

    private static ReportBuilder Outlet(string name, string published = "2031-03-05") => new ReportBuilder(name).Published(published)
        .Actor("Harbour Guard", ActorKind.ArmedForce, "XX").Actor("Dock Union", ActorKind.Organisation, "XX").Actor("Tide Watch", ActorKind.Organisation, "XX");

    private static ReportBuilder Deed(
        ReportBuilder report, EventType type, string verb, string day = "Monday", IsoDayOfWeek weekday = IsoDayOfWeek.Monday, string by = "Harbour Guard", string to = "Dock Union",
        ClaimStatus status = ClaimStatus.Happened, string? mode = null, int killed = 0) =>
        report.Sentence($"On {day} the {by} {verb} the {to} in Varn{(killed > 0 ? $" and {killed.ToString(CultureInfo.InvariantCulture)} members died" : "")}.", s =>
        {
            s.Time("On " + day, TestTimes.On(weekday)).Place("in Varn", Varn).Event(type, verb, verb, [by], [to], "On " + day, "in Varn", status, mode);
            return killed > 0 ? s.Figure(Measure.Killed, killed.ToString(CultureInfo.InvariantCulture), killed, "members") : s;
        }).NewParagraph();

    private static ReportClaims Attack(string outlet, int killed = 0) => Deed(Outlet(outlet), EventType.Assault, "attacked", killed: killed).Build();

    private static Situation Assess(params ReportClaims[] reports)
    {
        Situation situation = MergerScene.Assess(reports);
        Assert.Empty(Verifier.Verify(situation).Problems);
        return situation;
    }

    private static IEnumerable<(string, decimal, string)> Numbers(Situation situation) => situation.Escalation.Select(d =>
        (d.Date, d.Score, string.Join(' ', d.Pairs.Select(p => p.A + p.B + p.Score.ToString(CultureInfo.InvariantCulture)))));

    [Fact]
    public void Fifty_reports_of_one_attack_are_as_tense_as_one()
    {
        ReportClaims[] fifty = [.. Enumerable.Range(0, 50).Select(i => Attack("Outlet " + i.ToString(CultureInfo.InvariantCulture), killed: 3))];
        Assert.Equal(Numbers(Assess(Attack("Post", killed: 3))), Numbers(Assess(fifty)));
    }

    [Fact]
    public void A_new_outlet_makes_no_spike()
    {
        ReportClaims[] known = [Attack("Post"), Deed(Outlet("Herald"), EventType.Coerce, "arrested", "Tuesday", IsoDayOfWeek.Tuesday).Build()];
        ReportClaims fresh = Deed(Deed(Outlet("New Daily"), EventType.Assault, "attacked"), EventType.Coerce, "arrested", "Tuesday", IsoDayOfWeek.Tuesday).Build();
        Assert.Equal(Numbers(Assess(known)), Numbers(Assess([.. known, fresh])));
    }

    [Fact]
    public void What_did_not_happen_does_not_count()
    {
        foreach (ClaimStatus status in new[] { ClaimStatus.Planned, ClaimStatus.Denied, ClaimStatus.Background, ClaimStatus.Alleged })
            Assert.Empty(Assess(Deed(Outlet("Post"), EventType.Assault, "attacked", status: status).Build()).Escalation);
    }

    [Fact]
    public void The_dead_weigh_more_than_words()
    {
        ReportClaims massacre = Attack("Post", killed: 13);
        ReportClaims quarrel = Deed(Deed(Deed(Outlet("Herald"), EventType.Assault, "pushed", "Tuesday", IsoDayOfWeek.Tuesday, mode: "beat"),
            EventType.Accuse, "blamed", "Tuesday", IsoDayOfWeek.Tuesday), EventType.Reject, "snubbed", "Tuesday", IsoDayOfWeek.Tuesday).Build();
        EscalationDay[] days = [.. Assess(massacre, quarrel).Escalation];
        Assert.Equal(["2031-03-03", "2031-03-04"], days.Select(d => d.Date));
        Assert.Equal(-9m - 2.29m, days[0].Score);
        Assert.True(days[0].Score < days[1].Score);
    }

    [Fact]
    public void A_friendly_deed_does_not_hide_an_attack()
    {
        EscalationDay day = Assert.Single(Assess(Deed(Deed(Outlet("Post"), EventType.Assault, "attacked"), EventType.Aid, "fed", by: "Tide Watch").Build()).Escalation);
        Assert.Equal((-9m, 10m, 1m), (day.Hostile, day.Cooperative, day.Score));
        Assert.Equal(2, day.Pairs.Count);
    }

    [Fact]
    public void A_pair_has_its_own_score_and_the_sentences_that_moved_it()
    {
        Situation situation = Assess(Deed(Deed(Outlet("Post"), EventType.Assault, "attacked"), EventType.Accuse, "blamed", by: "Dock Union", to: "Harbour Guard").Build());
        EscalationPair pair = Assert.Single(Assert.Single(situation.Escalation).Pairs);
        Assert.Equal(-10.5m, pair.Score);
        Assert.Equal(new[] { MergerScene.ActorId("Harbour Guard"), MergerScene.ActorId("Dock Union") }.Order(StringComparer.Ordinal), [pair.A, pair.B]);
        Assert.Equal(["On Monday the Harbour Guard attacked the Dock Union in Varn.", "On Monday the Dock Union blamed the Harbour Guard in Varn."],
            pair.Evidence.Select(id => situation.Evidence.Single(e => e.Id == id).Exact));
    }

    [Fact]
    public void Those_who_meet_are_a_pair_and_those_who_strike_together_are_not()
    {
        ReportClaims talks = Outlet("Post").Sentence("On Monday the Harbour Guard and the Dock Union met in Varn.", s => s.Time("On Monday", TestTimes.On(IsoDayOfWeek.Monday)).Place("in Varn", Varn)
            .Event(EventType.Consult, "met", "meet", ["Harbour Guard", "Dock Union"], [], "On Monday", "in Varn")).Build();
        Assert.Equal(2.5m, Assert.Single(Assert.Single(Assess(talks).Escalation).Pairs).Score);
        ReportClaims strike = Outlet("Post").Sentence("On Monday the Tide Watch and the Dock Union marched in Varn.", s => s.Time("On Monday", TestTimes.On(IsoDayOfWeek.Monday)).Place("in Varn", Varn)
            .Event(EventType.Protest, "marched", "march", ["Tide Watch", "Dock Union"], [], "On Monday", "in Varn")).Build();
        Assert.Empty(Assert.Single(Assess(strike).Escalation).Pairs);
    }

    [Fact]
    public void A_score_between_two_strangers_is_a_fault()
    {
        Situation situation = Assess(Attack("Post"));
        EscalationDay day = situation.Escalation[0];
        Situation forged = situation with { Escalation = [day with { Pairs = [day.Pairs[0] with { A = "a-nobody", Evidence = [] }] }] };
        Assert.Equal(2, Verifier.Verify(forged).Problems.Count);
    }
}
