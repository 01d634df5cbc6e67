using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Xunit;

namespace Parallax.Tests.Fuse;

/// <summary>Rules Q1 to Q10 on hand-built reports of one clash at Varn on Monday 3 March 2031.</summary>
public sealed class FigureRulesTests
{
    private static readonly GazetteerPlace Varn = TestPlaces.Town("Varn", "XX", 11);

    /// <summary>A number in a clash, as one outlet gives it.</summary>
    private sealed record Told(
        string Number, decimal Low, string Of, Measure Measure = Measure.Injured, decimal? High = null, Comparator Comparator = Comparator.Exactly, bool Vague = false,
        string? OfActor = null, string[]? Scope = null, string? SaidBy = null, ClaimStatus Status = ClaimStatus.Happened, bool Cumulative = false);

    private static ReportClaims Report(string outlet, string published, params Told[] told)
    {
        ReportBuilder builder = new ReportBuilder(outlet).Published(published)
            .Actor("Varn police", ActorKind.Police, "XX").Actor("dockers", ActorKind.Group, "XX", named: false).Actor("Ada Renko", ActorKind.Person, "XX")
            .Actor("Odrian army", ActorKind.ArmedForce, "YY").Actor("union", ActorKind.Organisation, "XX").Actor("Varn hospital", ActorKind.Organisation, "XX")
            .Actor("Odrian ministry", ActorKind.Government, "YY");
        foreach (Told t in told)
        {
            string verb = t.Measure == Measure.Killed ? "killed" : "hurt";
            builder.Sentence($"On Monday {t.Number} {t.Of} were {verb} when dockers clashed with Varn police in Varn, {t.SaidBy ?? outlet} said.", s => s
                .Time("On Monday", TestTimes.On(IsoDayOfWeek.Monday)).Place("in Varn", Varn)
                .Event(EventType.Assault, "clashed", "clash", ["dockers"], t.SaidBy == "Odrian ministry" ? ["Varn police", "Odrian army"] : ["Varn police"], "On Monday", "in Varn")
                .Figure(t.Measure, t.Number, t.Low, t.Of, t.High, t.Comparator, t.Vague, t.OfActor, scope: t.Scope, cumulative: t.Cumulative, status: t.Status, saidBy: t.SaidBy))
                .NewParagraph();
        }
        return builder.Build();
    }

    private static Figure One(params ReportClaims[] reports) => Assert.Single(MergerScene.Merge(reports).Figures);

    private static Told Exact(int number, string of, Measure measure = Measure.Injured, string? ofActor = null, string? saidBy = null, string[]? scope = null) =>
        new($"{number}", number, of, measure, OfActor: ofActor, SaidBy: saidBy, Scope: scope);

    private static Told MoreThan(int number, string of) => new($"more than {number}", number + 1, of, Comparator: Comparator.MoreThan);

    [Fact]
    public void Q1_a_reading_keeps_its_words_bounds_and_speaker()
    {
        Figure figure = One(Report("A", "2031-03-04", new Told("about 10", 9, "dockers", High: 11, Comparator: Comparator.About, SaidBy: "Varn hospital")));
        Reading reading = Assert.Single(figure.Readings);
        Assert.Equal(("about 10", 9m, 11m, Comparator.About), (reading.Text, reading.Low, reading.High!.Value, reading.Comparator));
        Assert.Equal(MergerScene.ActorId("Varn hospital"), reading.SaidBy);
        Assert.Equal(10, figure.Best);
        Assert.Equal("2031-03-03", figure.When?.Edtf);
    }

    [Fact]
    public void Q2_killed_injured_and_casualties_are_never_one_figure()
    {
        IReadOnlyList<Figure> figures = MergerScene.Merge(
            Report("A", "2031-03-04", Exact(30, "dockers", Measure.Killed)), Report("B", "2031-03-04", Exact(30, "dockers")),
            Report("C", "2031-03-04", Exact(30, "dockers", Measure.Casualties))).Figures;
        Assert.Equal([Measure.Killed, Measure.Injured, Measure.Casualties], figures.Select(f => f.Measure));
        Assert.All(figures, f => Assert.Equal(FigureStatus.Single, f.Status));
    }

    [Fact]
    public void Q2_a_running_total_is_not_the_toll_of_one_clash() =>
        Assert.Equal(2, MergerScene.Merge(
            Report("A", "2031-03-04", Exact(30, "dockers")),
            Report("B", "2031-03-04", Exact(90, "dockers") with { Cumulative = true })).Figures.Count);

    [Fact]
    public void Q3_equal_numbers_of_two_origins_are_agreed()
    {
        Figure figure = One(Report("A", "2031-03-04", Exact(30, "soldiers")), Report("B", "2031-03-05", Exact(30, "peacekeepers")));
        Assert.Equal((FigureStatus.Agreed, 2, (decimal?)30), (figure.Status, figure.Origins, figure.Best));
        Assert.Equal(2, figure.Readings.Select(r => r.Report).Distinct().Count());
    }

    [Fact]
    public void Q3_numbers_that_exclude_each_other_are_disputed_from_low_to_high()
    {
        Figure figure = One(Report("A", "2031-03-04", Exact(30, "dockers")), Report("B", "2031-03-04", Exact(45, "dockers")));
        Assert.Equal((FigureStatus.Disputed, 30m, 30m, 45m), (figure.Status, figure.Low!.Value, figure.Best!.Value, figure.High!.Value));
    }

    [Fact]
    public void Q3_best_is_the_word_of_who_answers_for_the_wounded()
    {
        Figure figure = One(Report("A", "2031-03-04", Exact(30, "dockers")), Report("B", "2031-03-04", Exact(45, "dockers", saidBy: "Varn hospital")));
        Assert.Equal(45, figure.Best);
        Assert.Equal(30, figure.Low);
    }

    [Fact]
    public void Q3_the_latest_day_of_a_toll_goes_before_authority_and_none_is_never_best()
    {
        Figure figure = One(
            Report("A", "2031-03-04", Exact(30, "dockers", saidBy: "Varn hospital")), Report("B", "2031-03-05", Exact(45, "dockers")),
            Report("C", "2031-03-05", Exact(0, "dockers", saidBy: "union")));
        Assert.Equal(45, figure.Best);
    }

    [Fact]
    public void Q1_best_lies_between_low_and_high_for_every_comparator()
    {
        foreach (Told told in new Told[]
        {
            MoreThan(50, "dockers"), new("almost 3,800", 3610, "dockers", High: 3799, Comparator: Comparator.Almost), new("at least 4", 4, "dockers", Comparator: Comparator.AtLeast),
            new("up to 9", 0, "dockers", High: 9, Comparator: Comparator.UpTo), new("fewer than 9", 0, "dockers", High: 8, Comparator: Comparator.LessThan),
        })
        {
            Figure figure = One(Report("A", "2031-03-04", told));
            Assert.InRange(figure.Best!.Value, figure.Low!.Value, figure.High ?? decimal.MaxValue);
        }
    }

    [Fact]
    public void Q4_an_exact_number_inside_a_hedged_one_is_compatible()
    {
        Figure figure = One(Report("A", "2031-03-04", MoreThan(50, "dockers")), Report("B", "2031-03-05", Exact(52, "dockers")));
        Assert.Equal((FigureStatus.Compatible, 52m, 52m, 52m), (figure.Status, figure.Low!.Value, figure.Best!.Value, figure.High!.Value));
    }

    [Fact]
    public void Q4_a_vague_word_has_a_floor_and_no_ceiling()
    {
        Figure figure = One(Report("A", "2031-03-04", new Told("dozens of", 12, "dockers", Vague: true)));
        Assert.Equal(12, figure.Low);
        Assert.Null(figure.High);
        Assert.Null(figure.Best);
        Assert.Equal("Q4", figure.Readings[0].Rule);
    }

    [Fact]
    public void Q4_a_vague_word_above_the_number_contradicts_it() =>
        Assert.Equal(FigureStatus.Disputed, One(
            Report("A", "2031-03-04", new Told("dozens of", 12, "dockers", Vague: true)), Report("B", "2031-03-04", Exact(4, "dockers"))).Status);

    [Fact]
    public void Q5_a_partys_count_of_its_enemys_losses_never_is_best()
    {
        Figure figure = One(
            Report("A", "2031-03-04", Exact(4, "police", ofActor: "Varn police", saidBy: "Ada Renko")),
            Report("B", "2031-03-04", Exact(40, "police", ofActor: "Varn police", saidBy: "Odrian ministry")));
        Assert.Equal((4m, 4m, FigureStatus.Disputed), (figure.Best!.Value, figure.High!.Value, figure.Status));
        Assert.Contains(figure.Readings, r => r is { Use: ReadingUse.Excluded, Rule: "Q5" });

        Figure alone = One(Report("B", "2031-03-04", Exact(40, "police", ofActor: "Varn police", saidBy: "Odrian ministry")));
        Assert.Equal((40m, ReadingUse.Used), (alone.Best!.Value, alone.Readings[0].Use));
    }

    [Fact]
    public void Q6_a_later_number_of_one_outlet_takes_the_place_of_the_earlier()
    {
        Figure figure = One(Report("A", "2031-03-04", Exact(25, "dockers")), Report("A", "2031-03-05", Exact(30, "dockers")));
        Assert.Equal([ReadingUse.Superseded, ReadingUse.Used], figure.Readings.Select(r => r.Use));
        Assert.Equal("Q6", figure.Readings[0].Rule);
        Assert.Equal((FigureStatus.Series, 30m, 30m), (figure.Status, figure.Low!.Value, figure.Best!.Value));
    }

    [Fact]
    public void Q6_a_rise_from_day_to_day_is_a_series_and_a_fall_a_dispute()
    {
        Assert.Equal(FigureStatus.Series, One(Report("A", "2031-03-04", Exact(25, "dockers")), Report("B", "2031-03-05", Exact(30, "dockers"))).Status);
        Assert.Equal(FigureStatus.Disputed, One(Report("A", "2031-03-04", Exact(30, "dockers")), Report("B", "2031-03-05", Exact(25, "dockers"))).Status);
    }

    [Fact]
    public void Q6_a_toll_that_has_risen_to_a_number_and_parts_told_beside_it_are_one_series()
    {
        Figure toll = One(Report("A", "2031-03-04", Exact(25, "dockers")), Report("B", "2031-03-05", Exact(30, "dockers") with { Cumulative = true }));
        Assert.Equal((FigureStatus.Series, 30m), (toll.Status, toll.Best!.Value));
        IReadOnlyList<Figure> figures = MergerScene.Merge(
            Report("A", "2031-03-04", Exact(25, "dockers")), Report("B", "2031-03-05", Exact(30, "dockers"), Exact(9, "welders"), new Told("a", 1, "docker"))).Figures;
        Assert.Equal(FigureStatus.Series, Assert.Single(figures, f => f.Readings.Count == 2).Status);
    }

    [Fact]
    public void Q7_copies_and_outlets_that_quote_one_speaker_count_once()
    {
        ReportClaims a = Report("A", "2031-03-04", Exact(30, "dockers"));
        ReportClaims copy = Report("B", "2031-03-04", Exact(30, "dockers"));
        Figure copied = Assert.Single(MergerScene.Merge([a, copy], [[a, copy]]).Figures);
        Assert.Equal(1, copied.Origins);
        Assert.Equal("Q7", copied.Readings[1].Rule);
        Assert.Equal(ReadingUse.Excluded, copied.Readings[1].Use);

        Figure quoted = One(Report("A", "2031-03-04", Exact(30, "dockers", saidBy: "Ada Renko")), Report("C", "2031-03-04", Exact(30, "dockers", saidBy: "Ada Renko")));
        Assert.Equal(1, quoted.Origins);
        Assert.Equal(FigureStatus.Agreed, quoted.Status);
    }

    [Fact]
    public void Q8_sides_and_the_whole_stay_apart()
    {
        IReadOnlyList<Figure> figures = MergerScene.Merge(
            Report("A", "2031-03-04", Exact(30, "officers"), Exact(52, "dockers")),
            Report("B", "2031-03-04", Exact(82, "people"))).Figures;
        Assert.Equal([30m, 52m, 82m], figures.Select(f => f.Best!.Value).Order());
        Assert.All(figures, f => Assert.Equal(FigureStatus.Single, f.Status));
    }

    [Fact]
    public void Q8_both_sides_together_are_another_scope() =>
        Assert.Equal(2, MergerScene.Merge(
            Report("A", "2031-03-04", new Told("about 10", 9, "dockers", High: 11, Comparator: Comparator.About)),
            Report("B", "2031-03-04", new Told("more than a dozen", 13, "", Comparator: Comparator.MoreThan, Scope: ["both-sides"]))).Figures.Count);

    [Fact]
    public void Q9_a_crowd_has_no_best_number()
    {
        Figure figure = One(
            Report("A", "2031-03-04", Exact(300, "dockers", Measure.Participants, saidBy: "Varn police")),
            Report("B", "2031-03-04", Exact(1500, "dockers", Measure.Participants, saidBy: "union")));
        Assert.Null(figure.Best);
        Assert.Equal((FigureStatus.Disputed, 300m, 1500m), (figure.Status, figure.Low!.Value, figure.High!.Value));
        Assert.All(figure.Readings, r => Assert.Equal("Q9", r.Rule));
    }

    [Fact]
    public void Q10_every_reading_opens_to_its_words_with_a_verdict()
    {
        Merged merged = MergerScene.Merge(Report("A", "2031-03-04", Exact(25, "dockers")), Report("A", "2031-03-05", Exact(30, "dockers")), Report("C", "2031-03-05", MoreThan(20, "dockers")));
        Assert.All(merged.Figures.SelectMany(f => f.Readings), r => Assert.Matches("^Q[3-9]$", r.Rule));
        Assert.All(merged.Figures.SelectMany(f => f.Readings), r => Assert.StartsWith("x-", r.Evidence, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_number_twice_in_a_report_is_one_reading() =>
        Assert.Single(One(Report("A", "2031-03-04", Exact(30, "dockers"), Exact(30, "dockers"))).Readings);

    [Fact]
    public void Two_numbers_of_one_report_are_two_figures()
    {
        IReadOnlyList<Figure> figures = MergerScene.Merge(Report("A", "2031-03-04", Exact(30, "dockers"), Exact(11, "dockers"))).Figures;
        Assert.Equal(2, figures.Count);
        Assert.DoesNotContain(figures, f => f.Status == FigureStatus.Disputed);
    }

    [Fact]
    public void A_nationality_may_single_out_a_part()
    {
        IReadOnlyList<Figure> figures = MergerScene.Merge(
            Report("A", "2031-03-04", Exact(30, "soldiers")), Report("B", "2031-03-04", Exact(11, "Odrian soldiers", ofActor: "Odrian army"))).Figures;
        Assert.Equal(2, figures.Count);
    }

    [Fact]
    public void Reinforcements_are_not_the_strength()
    {
        ReportClaims Force(string outlet, string number, decimal low, string of, decimal? high, Comparator comparator, string[] scope) => new ReportBuilder(outlet).Published("2031-03-05")
            .Actor("Odrian army", ActorKind.ArmedForce, "YY")
            .Sentence($"The Odrian army has {number} {of}.", s => s.Figure(Measure.Troops, number, low, of, high, comparator, ofActor: "Odrian army", scope: scope)).Build();
        IReadOnlyList<Figure> figures = MergerScene.Merge(
            Force("A", "almost 3,800", 3610, "troops", 3799, Comparator.Almost, []), Force("B", "4,000-strong", 4000, "mission", 4000, Comparator.Exactly, []),
            Force("A", "700", 700, "more troops", 700, Comparator.Exactly, ["additional"]), Force("B", "700", 700, "additional troops", 700, Comparator.Exactly, ["additional"]),
            Force("C", "more than 100", 101, "soldiers", null, Comparator.MoreThan, ["on-scene"])).Figures;
        Figure strength = Assert.Single(figures, f => f.Scope.Count == 0);
        // A round "4,000-strong" names an establishment; "almost 3,800" fits it.
        Assert.Equal(FigureStatus.Compatible, strength.Status);
        Figure sent = Assert.Single(figures, f => f.Scope.Contains("additional"));
        Assert.Equal((FigureStatus.Agreed, 2), (sent.Status, sent.Readings.Count));
        Assert.Equal(3, figures.Count);
    }

    [Theory]
    [InlineData("0", 0, 0)]
    [InlineData("79228162514264337593543950335", 1, 79228162514264.0)]
    public void Hostile_numbers_do_no_harm(string text, int low, double high)
    {
        Figure figure = One(Report("A", "2031-03-04", new Told(text, low, "dockers", High: (decimal)high)), Report("B", "2031-03-04", Exact(3, "dockers")));
        Assert.NotEmpty(figure.Readings);
    }
}
