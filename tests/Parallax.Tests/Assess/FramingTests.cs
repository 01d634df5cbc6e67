using NodaTime;
using Parallax.Annotate;
using Parallax.Assess;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Present;
using Parallax.Tests.Fuse;
using Xunit;

namespace Parallax.Tests.Assess;

public sealed class FramingTests
{
    private static readonly GazetteerPlace Varn = TestPlaces.Town("Varn", "XX", 11);

    private static ReportBuilder Outlet(string name) => new ReportBuilder(name).Published("2031-03-04")
        .Actor("Harbour Guard", ActorKind.ArmedForce, "XX").Actor("Ada Renko", ActorKind.Person, "XX").Actor("gunmen", ActorKind.Group, named: false)
        .Actor("militants", ActorKind.Group, named: false).Actor("dockers", ActorKind.Group, named: false).Actor("Tide Watch", ActorKind.Organisation, "XX");

    private static ReportClaims Attack(
        string outlet, string by = "gunmen", string to = "dockers", string? number = "nine", decimal count = 9, string? saidBy = null, ClaimStatus status = ClaimStatus.Happened, string tail = "",
        bool dated = true, string? label = null)
    {
        ReportBuilder report = Outlet(outlet);
        string lead = saidBy is null ? "" : saidBy + " said that ";
        string when = dated ? "on Monday " : "";
        report.Sentence($"{lead}{by} attacked the pier in Varn and {(number is null ? "hit" : "killed " + number)} {to} {when}at the gate.", s =>
        {
            s.Place("in Varn", Varn).Mention(by, by, MentionForm.Nominal).Mention(to, to, MentionForm.Nominal);
            if (dated)
                s.Time("on Monday", TestTimes.On(IsoDayOfWeek.Monday));
            s.Event(EventType.Assault, "attacked", "attack", [by], [to], dated ? "on Monday" : null, "in Varn", status, saidBy: saidBy);
            if (number is not null)
                s.Figure(Measure.Killed, number, count, to, ofActor: to, saidBy: saidBy);
            return s;
        }).NewParagraph();
        if (label is not null)
            report.Sentence($"The {label} came by boat.", s => s.Label(label, by)).NewParagraph();
        if (tail.Length > 0)
            report.Sentence(tail).NewParagraph();
        return report.Build();
    }

    private static EventFraming Framed(Situation situation)
    {
        Assert.Empty(Parallax.Present.Verifier.Verify(situation).Problems);
        return Assert.Single(situation.Framing);
    }

    private static FramingCell Cell(EventFraming framing, FramingAbout about, string outlet) =>
        framing.Rows.Where(r => r.About == about).SelectMany(r => r.Cells).Single(c => c.Outlet == outlet);

    [Fact]
    public void What_one_outlet_states_another_attributes()
    {
        EventFraming framing = Framed(MergerScene.Assess(Attack("Post"), Attack("Herald", saidBy: "Harbour Guard")));
        Assert.Equal(FramingUse.Stated, Cell(framing, FramingAbout.Occurrence, "Post").As);
        FramingCell attributed = Cell(framing, FramingAbout.Occurrence, "Herald");
        Assert.Equal((FramingUse.Attributed, MergerScene.ActorId("Harbour Guard")), (attributed.As, attributed.SaidBy));
        Assert.Equal(FramingUse.Attributed, Cell(framing, FramingAbout.Figure, "Herald").As);
    }

    [Fact]
    public void A_party_under_another_word_is_relabelled_not_omitted()
    {
        EventFraming framing = Framed(MergerScene.Assess(Attack("Post"), Attack("Herald", by: "militants"), Attack("Echo")));
        FramingRow row = framing.Rows.Single(r => r.About == FramingAbout.Initiator);
        Assert.Equal("gunmen", row.Fact);
        Assert.Equal([FramingUse.Stated, FramingUse.Relabelled, FramingUse.Stated], row.Cells.Select(c => c.As));
        Assert.Equal("militants", row.Cells.Single(c => c.Outlet == "Herald").Words);
    }

    [Fact]
    public void A_number_is_omitted_only_where_nothing_like_it_is_printed()
    {
        EventFraming framing = Framed(MergerScene.Assess(Attack("Post"), Attack("Herald"), Attack("Echo", number: null), Attack("Star", number: null, tail: "Nobody knew how many had died.")));
        FramingRow row = framing.Rows.Single(r => r.About == FramingAbout.Figure);
        Assert.Equal(FramingUse.Omitted, row.Cells.Single(c => c.Outlet == "Echo").As);
        Assert.DoesNotContain(row.Cells, c => c.Outlet == "Star");
        Assert.All(row.Cells, c => Assert.NotEmpty(c.Evidence));
    }

    [Fact]
    public void An_outlet_that_does_not_report_the_event_omits_nothing()
    {
        ReportClaims elsewhere = Outlet("Star").Sentence("Tide Watch praised Ada Renko.", s => s.Event(EventType.Support, "praised", "praise", ["Tide Watch"], ["Ada Renko"])).Build();
        EventFraming framing = Framed(MergerScene.Assess(Attack("Post"), Attack("Herald"), elsewhere));
        Assert.DoesNotContain(framing.Rows.SelectMany(r => r.Cells), c => c.Outlet == "Star");
    }

    [Fact]
    public void A_named_party_is_omitted_only_where_the_report_never_names_it()
    {
        EventFraming framing = Framed(MergerScene.Assess(
            Attack("Post", by: "Harbour Guard"), Attack("Herald", by: "Harbour Guard"), Attack("Echo", by: "gunmen"), Attack("Star", by: "gunmen", tail: "The Harbour Guard was silent.")));
        FramingRow row = framing.Rows.Single(r => r.About == FramingAbout.Initiator && r.Fact == "Harbour Guard");
        Assert.Equal(FramingUse.Omitted, row.Cells.Single(c => c.Outlet == "Echo").As);
        Assert.DoesNotContain(row.Cells, c => c.Outlet == "Star");
    }

    [Fact]
    public void A_denial_is_a_row_of_its_own()
    {
        EventFraming framing = Framed(MergerScene.Assess(
            Attack("Post"), Attack("Herald"), Attack("Echo", saidBy: "Harbour Guard", status: ClaimStatus.Denied), Attack("Star", tail: "The guard denied it all.")));
        FramingRow row = framing.Rows.Single(r => r.About == FramingAbout.Denial);
        Assert.Equal("Harbour Guard", row.Fact);
        Assert.Equal(FramingUse.Denied, row.Cells.Single(c => c.Outlet == "Echo").As);
        Assert.Equal(FramingUse.Omitted, row.Cells.Single(c => c.Outlet == "Post").As);
        Assert.DoesNotContain(row.Cells, c => c.Outlet == "Star");
        Assert.Equal(FramingUse.Denied, Cell(framing, FramingAbout.Occurrence, "Echo").As);
    }

    [Fact]
    public void Who_only_supposes_the_event_does_not_tell_it() =>
        Assert.DoesNotContain(MergerScene.Assess(Attack("Post"), Attack("Herald"), Attack("Echo", status: ClaimStatus.Hypothetical)).Framing.SelectMany(f => f.Rows).SelectMany(r => r.Cells), c => c.Outlet == "Echo");

    [Fact]
    public void One_outlet_or_one_origin_has_no_matrix()
    {
        Assert.Empty(MergerScene.Assess(Attack("Post"), Attack("Post", tail: "More later.")).Framing);
        Assert.Empty(MergerScene.Assess(Attack("Post")).Framing);
    }

    [Fact]
    public void Reports_without_an_outlet_stand_each_for_itself()
    {
        ReportClaims first = Attack("Post"), second = Attack("Herald");
        Situation situation = MergerScene.Assess(Nameless(first), Nameless(second));
        Assert.Equal(2, Framed(situation).Rows[0].Cells.Count(c => c.Outlet is null));

        static ReportClaims Nameless(ReportClaims claims) => claims with { Source = claims.Source with { Report = claims.Source.Report with { Outlet = null } } };
    }

    [Fact]
    public void The_order_of_the_reports_changes_nothing()
    {
        ReportClaims[] reports = [Attack("Post"), Attack("Herald", by: "militants"), Attack("Echo", saidBy: "Harbour Guard"), Attack("Star", number: null)];
        Assert.Equal(Flat(MergerScene.Assess(reports)), Flat(MergerScene.Assess([.. reports.Reverse()])));

        static IEnumerable<string> Flat(Situation situation) => Framed(situation).Rows.SelectMany(r => r.Cells.Select(c =>
            $"{r.About} {r.Fact} {r.Subject} {c.Outlet} {c.As} {c.Words} {c.SaidBy} {string.Join(' ', c.Reports)} {string.Join(' ', c.Evidence)}"));
    }

    [Fact]
    public void Hostile_names_stay_inside_their_cell()
    {
        const string Hostile = "A | B](x) <b>`*\n\n# C";
        string markdown = MarkdownBrief.Write(MergerScene.Assess(Attack(Hostile), Attack("Herald", by: "militants")));
        string header = markdown.Split('\n').Single(l => l.StartsWith("| fact |", StringComparison.Ordinal));
        Assert.Contains("A \\| B\\]", header, StringComparison.Ordinal);
        Assert.Equal(4, header.Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|'));
        Assert.DoesNotContain("\n# C", markdown, StringComparison.Ordinal);
    }
}
