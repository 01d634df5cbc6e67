using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Read;
using Xunit;

namespace Parallax.Tests.Fuse;

public sealed class AnchorTests
{
    private static readonly GazetteerPlace Varn = TestPlaces.Town("Varn", "XX");
    private static readonly GazetteerPlace Mell = TestPlaces.Town("Mell", "YY");

    private static Dictionary<string, ReportInFusion> Identify(params ReportClaims[] reports) =>
        new Identifier(LanguageData.English).Identify(reports, new EvidenceTable()).Reports.ToDictionary(r => r.Report.Outlet!, StringComparer.Ordinal);

    private static ReportBuilder Cast(string outlet) => new ReportBuilder(outlet)
        .Actor("Varn police", ActorKind.Police, "XX")
        .Actor("Dock Union", ActorKind.Organisation, "XX")
        .Actor("Ada Renko", ActorKind.Person, "XX", role: "mayor", of: "Varn");

    private static ReportBuilder Clash(
        ReportBuilder report, string when, TimeExpression meaning, int hurt = 14, GazetteerPlace? place = null) => report
        .Sentence($"{when} dockers fought police on the quay of Varn and {hurt} officers were injured.", s => s
            .Time(when, meaning)
            .Place("Varn", place ?? Varn)
            .Event(EventType.Assault, "fought", "fight", by: ["Dock Union"], to: ["Varn police"], time: when, place: "Varn")
            .Figure(Measure.Injured, $"{hurt}", hurt, of: "officers", ofActor: "Varn police", time: when));

    // 2031-03-03 is a Monday.
    private static ReportClaims Dated() => Clash(Cast("Post").Published("2031-03-08"), "On 3 March 2031", TestTimes.On(2031, 3, 3)).Build();

    [Fact]
    public void A_shared_event_fixes_which_monday_and_the_latest_weekday_fixes_the_day()
    {
        ReportClaims undated = Clash(Cast("Herald"), "On Monday", TestTimes.On(IsoDayOfWeek.Monday))
            .Sentence("By Wednesday morning the quay was quiet.", s => s.Time("Wednesday", TestTimes.On(IsoDayOfWeek.Wednesday)))
            .Build();
        ReportInFusion anchored = Identify(Dated(), undated)["Herald"];
        Assert.Equal("2031-03-05", anchored.Published.Date.ToString());
        Assert.Equal(PublicationBasis.Anchored, anchored.Published.Basis);
        Assert.Contains("On Monday", anchored.Explanation, StringComparison.Ordinal);
        Assert.Equal(["2031-03-03", "2031-03-05"], anchored.Times.Select(t => t.ToString()));
        Assert.True(anchored.PublishedEvidence.Count >= 2);
    }

    [Fact]
    public void A_given_date_is_never_changed()
    {
        ReportInFusion dated = Identify(Dated(), Clash(Cast("Herald").Published("2031-04-02"), "On Monday", TestTimes.On(IsoDayOfWeek.Monday)).Build())["Herald"];
        Assert.Equal(PublicationBasis.Metadata, dated.Published.Basis);
        Assert.Equal("2031-04-02", dated.Published.Date.ToString());
        Assert.Null(dated.Explanation);
    }

    [Fact]
    public void An_embedded_post_dates_a_report_that_speaks_of_its_weekday()
    {
        ReportClaims undated = Cast("Herald")
            .Cut("@quayradio March 4, 2031", CutReason.Embed)
            .Sentence("On Tuesday the gates stayed shut.", s => s.Time("On Tuesday", TestTimes.On(IsoDayOfWeek.Tuesday)))
            .Build();
        Assert.Equal("2031-03-04", Identify(undated)["Herald"].Published.Date.ToString());
    }

    [Fact]
    public void The_date_of_a_teaser_does_not_count()
    {
        ReportClaims undated = Cast("Herald")
            .Cut("Months later: a settlement, September 24, 2031", CutReason.Teaser)
            .Sentence("On Tuesday the gates stayed shut.", s => s.Time("On Tuesday", TestTimes.On(IsoDayOfWeek.Tuesday)))
            .Build();
        ReportInFusion report = Identify(undated, Dated())["Herald"];
        Assert.True(report.Published.Date is null || report.Published.Date.Value.End < new LocalDate(2031, 4, 1));
    }

    [Fact]
    public void A_report_with_nothing_to_hold_on_to_stays_undated_and_its_weekdays_unresolved()
    {
        ReportClaims undated = new ReportBuilder("Herald")
            .Sentence("On Tuesday the gates stayed shut.", s => s.Time("On Tuesday", TestTimes.On(IsoDayOfWeek.Tuesday)))
            .Build();
        ReportInFusion alone = Identify(undated)["Herald"];
        Assert.Equal(PublicationBasis.Unknown, alone.Published.Basis);
        Assert.Null(alone.Published.Date);
        Assert.Null(alone.Times[0]);
        Assert.Null(alone.Explanation);
    }

    [Fact]
    public void A_like_event_of_another_crisis_does_not_date_a_report()
    {
        ReportClaims elsewhere = new ReportBuilder("Herald")
            .Actor("Mell police", ActorKind.Police, "YY")
            .Actor("farmers", ActorKind.Group, named: false)
            .Sentence("On Monday farmers fought police in Mell.", s => s
                .Time("On Monday", TestTimes.On(IsoDayOfWeek.Monday)).Place("Mell", Mell)
                .Event(EventType.Assault, "fought", "fight", by: ["farmers"], to: ["Mell police"], time: "On Monday", place: "Mell"))
            .Build();
        Assert.Null(Identify(Dated(), elsewhere)["Herald"].Published.Date);
    }

    [Fact]
    public void Likelihood_spread_over_a_month_asserts_nothing()
    {
        ReportClaims vague = Cast("Herald")
            .Sentence("On Monday dockers fought police in Varn.", s => s
                .Time("On Monday", TestTimes.On(IsoDayOfWeek.Monday)).Place("Varn", Varn)
                .Event(EventType.Assault, "fought", "fight", by: ["Dock Union"], to: ["Varn police"], time: "On Monday", place: "Varn"))
            .Build();
        ReportClaims[] weekly = [.. Enumerable.Range(0, 5).Select(week => Clash(
            Cast("Post " + week).Published($"2031-03-{8 + (week < 3 ? 7 * week : 0):00}"), $"On {3 + (7 * week)} March 2031", TestTimes.On(2031, 3, 3 + (7 * (week % 4)))).Build())];
        Assert.Null(Identify([vague, .. weekly])["Herald"].Published.Date);
    }

    [Fact]
    public void A_report_is_not_published_before_a_day_it_knows_as_past()
    {
        ReportClaims undated = Clash(Cast("Herald"), "On Monday", TestTimes.On(IsoDayOfWeek.Monday))
            .Sentence("The union left the talks on 6 March 2031.", s => s.Time("on 6 March 2031", TestTimes.On(2031, 3, 6)))
            .Build();
        EdtfDate(Identify(Dated(), undated)["Herald"], from: new LocalDate(2031, 3, 6), to: new LocalDate(2031, 3, 9));
    }

    [Fact]
    public void Anchoring_works_across_the_turn_of_the_year()
    {
        // 2031-12-30 is a Tuesday, 2032-01-01 a Thursday.
        ReportClaims dated = Clash(Cast("Post").Published("2032-01-03"), "On 30 December 2031", TestTimes.On(2031, 12, 30)).Build();
        ReportClaims undated = Clash(Cast("Herald"), "On Tuesday", TestTimes.On(IsoDayOfWeek.Tuesday))
            .Sentence("On Thursday the mayor went down to the quay.", s => s.Time("On Thursday", TestTimes.On(IsoDayOfWeek.Thursday)))
            .Build();
        ReportInFusion anchored = Identify(dated, undated)["Herald"];
        Assert.Equal("2032-01-01", anchored.Published.Date.ToString());
        Assert.Equal("2031-12-30", anchored.Times[0].ToString());
    }

    [Fact]
    public void An_anchored_report_helps_to_date_the_next()
    {
        ReportClaims second = Clash(Cast("Herald"), "On Monday", TestTimes.On(IsoDayOfWeek.Monday))
            .Sentence("On Tuesday the union seized 3 tugs in Varn.", s => s
                .Time("On Tuesday", TestTimes.On(IsoDayOfWeek.Tuesday)).Place("Varn", Varn)
                .Event(EventType.Coerce, "seized", "seize", by: ["Dock Union"], time: "On Tuesday", place: "Varn")
                .Figure(Measure.Vehicles, "3", 3, of: "tugs", time: "On Tuesday"))
            .Build();
        ReportClaims third = Cast("Echo")
            .Sentence("On Tuesday the Dock Union seized 3 tugs in Varn.", s => s
                .Time("On Tuesday", TestTimes.On(IsoDayOfWeek.Tuesday)).Place("Varn", Varn)
                .Event(EventType.Coerce, "seized", "seize", by: ["Dock Union"], time: "On Tuesday", place: "Varn")
                .Figure(Measure.Vehicles, "3", 3, of: "tugs", time: "On Tuesday"))
            .Build();
        Dictionary<string, ReportInFusion> all = Identify(Dated(), second, third);
        Assert.Equal("2031-03-04", all["Herald"].Published.Date.ToString());
        Assert.Equal("2031-03-04", all["Echo"].Published.Date.ToString());
    }

    [Fact]
    public void The_order_of_the_reports_changes_nothing()
    {
        ReportClaims[] reports =
        [
            Dated(),
            Clash(Cast("Herald"), "On Monday", TestTimes.On(IsoDayOfWeek.Monday)).Build(),
            Clash(Cast("Echo"), "On Monday", TestTimes.On(IsoDayOfWeek.Monday), hurt: 15).Build(),
            Clash(Cast("Star"), "On Friday", TestTimes.On(IsoDayOfWeek.Friday)).Build(),
        ];
        string expected = Show(reports);
        for (int seed = 1; seed <= 8; seed++)
            Assert.Equal(expected, Show(reports.Shuffled(seed)));
    }

    private static string Show(ReportClaims[] reports)
    {
        EvidenceTable evidence = new();
        Identified all = new Identifier(LanguageData.English).Identify(reports, evidence);
        return string.Join('\n', all.Reports.Select(r => $"{r.Report.Id} {r.Published.Date} {r.Explanation} {r.Origin} {string.Join(',', r.ActorIds)} {string.Join(',', r.Times)}"))
            + string.Join('\n', all.Actors.Select(a => a.Id + a.Name + string.Join(',', a.Aliases.Select(x => x.Text + string.Join('+', x.Reports)))))
            + string.Join('\n', all.Origins.Select(o => o.Id + o.Basis)) + string.Join('\n', evidence.ToList().Select(e => e.Id));
    }

    private static void EdtfDate(ReportInFusion report, LocalDate from, LocalDate to)
    {
        Assert.NotNull(report.Published.Date);
        Assert.InRange(report.Published.Date.Value.Start, from, to);
        Assert.InRange(report.Published.Date.Value.End, from, to);
    }

    [Fact]
    public void Words_beside_the_days_date_a_report_of_a_handful_where_no_event_was_read()
    {
        ReportClaims dated = Cast("Post").Published("2031-03-05")
            .Sentence("The ferryman Odo Vell drowned on Wednesday at the weir of Osk.", s => s.Time("on Wednesday", TestTimes.On(IsoDayOfWeek.Wednesday)).Mention("Odo Vell", "Ada Renko"))
            .Sentence("Varn police closed the weir with ropes on Tuesday.", s => s.Time("on Tuesday", TestTimes.On(IsoDayOfWeek.Tuesday)))
            .Build();
        ReportClaims undated = Cast("Herald")
            .Sentence("Odo Vell drowned on Wednesday, a ferryman at the weir of Osk.", s => s.Time("on Wednesday", TestTimes.On(IsoDayOfWeek.Wednesday)).Mention("Odo Vell", "Ada Renko"))
            .Sentence("The ropes with which police closed the weir on Tuesday were wet.", s => s.Time("on Tuesday", TestTimes.On(IsoDayOfWeek.Tuesday)))
            .Build();
        Assert.Equal("2031-03-05", Identify(dated, undated)["Herald"].Published.Date.ToString());
    }

    [Fact]
    public void Words_of_another_week_date_nothing()
    {
        ReportClaims dated = Cast("Post").Published("2031-03-05")
            .Sentence("The ferryman Odo Vell drowned on Wednesday at the weir of Osk.", s => s.Time("on Wednesday", TestTimes.On(IsoDayOfWeek.Wednesday)))
            .Build();
        ReportClaims undated = Cast("Herald")
            .Sentence("A baker sold no bread on Friday in the rain.", s => s.Time("on Friday", TestTimes.On(IsoDayOfWeek.Friday)))
            .Build();
        Assert.Null(Identify(dated, undated)["Herald"].Published.Date);
    }

    private static readonly Parallax.Bench.Stages s_stages = new();

    private static string? Anchored(string dated, LocalDate published, string undated)
    {
        ReportClaims given = s_stages.Extract(dated, published), open = s_stages.Extract(undated);
        return new Identifier(LanguageData.English).Identify([given, open], new EvidenceTable()).Reports.Single(r => r.Report.Id == open.Source.Report.Id).Published.Date?.ToString();
    }

    [Fact]
    public void What_it_is_counted_from_dates_a_report() => Assert.Equal("2031-03-06", Anchored(
        "The crane operator Marko Bilic fell from the wall of the quay in Split on Tuesday, 4 March 2031, when police cleared it. Bilic is in a coma.", new LocalDate(2031, 3, 4),
        "Four officers were questioned in Split on Thursday about crane operator Marko Bilic, two days after he fell from the wall of the quay in Split. Bilic fell when police cleared the quay."));

    [Fact]
    public void Three_reports_on_one_thing_share_words_that_still_tell()
    {
        ReportClaims[] dated =
        [
            s_stages.Extract("A car bomb killed six people at a market in Bandiagara on Saturday, officials said.", new LocalDate(2031, 3, 2)),
            s_stages.Extract("A car bomb exploded at a market in Bandiagara on Saturday, killing six people, police said.", new LocalDate(2031, 3, 2)),
        ];
        ReportClaims open = s_stages.Extract("Families in Bandiagara buried their dead on Sunday, a day after a car bomb killed six people at the market.");
        Publication published = new Identifier(LanguageData.English).Identify([.. dated, open], new EvidenceTable()).Reports.Single(r => r.Report.Id == open.Source.Report.Id).Published;
        Assert.StartsWith("2031-03-02", published.Date.ToString(), StringComparison.Ordinal);
    }
}
