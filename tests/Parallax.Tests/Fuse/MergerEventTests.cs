using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Xunit;

namespace Parallax.Tests.Fuse;

public sealed class MergerEventTests
{
    private static readonly GazetteerPlace Varn = TestPlaces.Town("Varn", "XX", 11);
    private static readonly GazetteerPlace Osk = TestPlaces.Town("Osk", "XX", 12);
    private static readonly GazetteerPlace Xenia = new(99, "Xenia", "XX", 1, 2, PlacePrecision.Country, 1_000_000, false);

    private static ReportClaims Clash(
        string outlet, string published, string day, IsoDayOfWeek weekday, GazetteerPlace? place = null, string tail = "",
        ClaimStatus status = ClaimStatus.Happened, string? saidBy = null, string crowd = "dockers") =>
        new ReportBuilder(outlet).Published(published)
            .Actor("Varn police", ActorKind.Police, "XX")
            .Actor(crowd, ActorKind.Group, named: false)
            .Actor("Ada Renko", ActorKind.Person, "XX")
            .Sentence($"On {day} the {crowd} clashed with Varn police in {place?.Name ?? "the port"}{tail}.", s =>
            {
                s.Time("On " + day, TestTimes.On(weekday));
                if (place is not null)
                    s.Place(place.Name, place);
                return s.Event(EventType.Assault, "clashed", "clash", by: [crowd], to: ["Varn police"], time: "On " + day, place: place?.Name, status: status, saidBy: saidBy);
            })
            .Build();

    [Fact]
    public void One_clash_told_three_times_in_a_report_is_one_event()
    {
        ReportClaims report = new ReportBuilder("Harbour Post").Published("2031-03-05")
            .Actor("Varn police", ActorKind.Police, "XX").Actor("dockers", ActorKind.Group, named: false)
            .Sentence("The dockers clashed with Varn police again.", s => s.Event(EventType.Assault, "clashed", "clash", ["dockers"], ["Varn police"]))
            .NewParagraph()
            .Sentence("On Monday dockers fought Varn police in Varn.", s => s
                .Time("On Monday", TestTimes.On(IsoDayOfWeek.Monday)).Place("in Varn", Varn)
                .Event(EventType.Assault, "fought", "fight", ["dockers"], ["Varn police"], "On Monday", "in Varn"))
            .NewParagraph()
            .Sentence("In Varn on Monday the dockers clashed with Varn police.", s => s
                .Time("on Monday", TestTimes.On(IsoDayOfWeek.Monday)).Place("In Varn", Varn)
                .Event(EventType.Assault, "clashed", "clash", ["dockers"], ["Varn police"], "on Monday", "In Varn"))
            .Build();

        Event only = Assert.Single(MergerScene.Merge(report).Events);
        Assert.Equal("2031-03-03", only.When?.Edtf);
        Assert.Equal("relative", only.WhenBasis);
        Assert.Equal(MergerScene.PlaceId("Varn"), only.Where);
        Assert.Equal(3, only.Evidence.Count);
    }

    [Fact]
    public void One_clash_in_two_reports_is_one_event_of_two_origins()
    {
        Event only = Assert.Single(MergerScene.Merge(
            Clash("Harbour Post", "2031-03-04", "Monday", IsoDayOfWeek.Monday, Varn),
            Clash("Coast Radio", "2031-03-05", "Monday", IsoDayOfWeek.Monday, Varn, " at night")).Events);
        Assert.Equal(2, only.Reports.Count);
        Assert.Equal(2, only.Origins);
    }

    [Fact]
    public void Two_clashes_of_one_day_in_two_towns_stay_two()
    {
        Merged merged = MergerScene.Merge(
            Clash("Harbour Post", "2031-03-04", "Monday", IsoDayOfWeek.Monday, Varn),
            Clash("Coast Radio", "2031-03-04", "Monday", IsoDayOfWeek.Monday, Osk));
        Assert.Equal(2, merged.Events.Count);
    }

    [Fact]
    public void Two_clashes_in_one_town_on_two_days_stay_two()
    {
        Merged merged = MergerScene.Merge(
            Clash("Harbour Post", "2031-03-05", "Monday", IsoDayOfWeek.Monday, Varn),
            Clash("Coast Radio", "2031-03-05", "Tuesday", IsoDayOfWeek.Tuesday, Varn));
        Assert.Equal(["2031-03-03", "2031-03-04"], merged.Events.Select(e => e.When?.Edtf));
    }

    [Fact]
    public void An_account_that_names_no_town_does_not_link_two_towns()
    {
        Merged merged = MergerScene.Merge(
            Clash("Harbour Post", "2031-03-04", "Monday", IsoDayOfWeek.Monday, Varn),
            Clash("Coast Radio", "2031-03-04", "Monday", IsoDayOfWeek.Monday, Osk),
            Clash("Xenia Times", "2031-03-04", "Monday", IsoDayOfWeek.Monday, Xenia));
        Assert.Equal(3, merged.Events.Count);
    }

    [Fact]
    public void A_country_holds_the_towns_in_it()
    {
        Event only = Assert.Single(MergerScene.Merge(
            Clash("Harbour Post", "2031-03-04", "Monday", IsoDayOfWeek.Monday, Varn),
            Clash("Coast Radio", "2031-03-04", "Monday", IsoDayOfWeek.Monday, Xenia)).Events);
        Assert.Equal(MergerScene.PlaceId("Varn"), only.Where);
    }

    [Fact]
    public void Casualties_belong_to_the_clash_they_come_from()
    {
        ReportClaims toll = new ReportBuilder("Coast Radio").Published("2031-03-04")
            .Actor("Varn police", ActorKind.Police, "XX")
            .Sentence("On Monday 12 officers of Varn police were injured in Varn.", s => s
                .Time("On Monday", TestTimes.On(IsoDayOfWeek.Monday)).Place("in Varn", Varn)
                .Event(EventType.Casualties, "injured", "injure", to: ["Varn police"], time: "On Monday", place: "in Varn")
                .Figure(Measure.Injured, "12", 12, "officers", ofActor: "Varn police"))
            .Build();
        Merged merged = MergerScene.Merge(Clash("Harbour Post", "2031-03-04", "Monday", IsoDayOfWeek.Monday, Varn), toll);
        Event only = Assert.Single(merged.Events);
        Assert.Equal(EventType.Assault, only.Type);
        Assert.Equal(only.Id, Assert.Single(merged.Figures).Event);
        Assert.Equal([merged.Figures[0].Id], only.Figures);
    }

    [Fact]
    public void A_plan_is_not_the_deed_unless_of_the_same_day()
    {
        ReportClaims Plan(string words, TestTime time) => new ReportBuilder("Harbour Post").Published("2031-03-04")
            .Actor("dockers", ActorKind.Group, named: false)
            .Sentence($"Dockers will march in Varn {words}.", s => s
                .Time(words, time.Meaning, TimeDirection.Future).Place("in Varn", Varn)
                .Event(EventType.Protest, "march", "march", ["dockers"], time: words, place: "in Varn", status: ClaimStatus.Planned))
            .Build();
        ReportClaims done = new ReportBuilder("Coast Radio").Published("2031-03-07")
            .Actor("dockers", ActorKind.Group, named: false)
            .Sentence("Dockers marched in Varn on 6 March.", s => s
                .Time("on 6 March", TestTimes.On(3, 6)).Place("in Varn", Varn)
                .Event(EventType.Protest, "marched", "march", ["dockers"], time: "on 6 March", place: "in Varn"))
            .Build();

        Event kept = Assert.Single(MergerScene.Merge(Plan("on 6 March 2031", new(TestTimes.On(2031, 3, 6))), done).Events);
        Assert.Equal(ClaimStatus.Happened, kept.Status);
        Assert.Equal(2, MergerScene.Merge(Plan("on 9 March 2031", new(TestTimes.On(2031, 3, 9))), done).Events.Count);
    }

    [Fact]
    public void History_stays_apart_from_today()
    {
        Merged merged = MergerScene.Merge(
            Clash("Harbour Post", "2031-03-04", "Monday", IsoDayOfWeek.Monday, Varn),
            Clash("Coast Radio", "2031-03-04", "Monday", IsoDayOfWeek.Monday, Varn, status: ClaimStatus.Background));
        Assert.Equal(2, merged.Events.Count);
    }

    [Fact]
    public void Demands_of_two_speakers_stay_two_and_of_one_speaker_are_one()
    {
        ReportClaims Demand(string outlet, string speaker, string words) => new ReportBuilder(outlet).Published("2031-03-04")
            .Actor(speaker, ActorKind.Person, "XX").Actor("Varn police", ActorKind.Police, "XX")
            .Sentence($"{speaker} demanded on Monday that Varn police {words}.", s => s
                .Time("on Monday", TestTimes.On(IsoDayOfWeek.Monday))
                .Event(EventType.Request, "demanded", "demand", [speaker], ["Varn police"], "on Monday"))
            .Build();
        Assert.Single(MergerScene.Merge(Demand("A", "Ada Renko", "leave the harbour"), Demand("B", "Ada Renko", "leave the harbour now")).Events);
        Assert.Equal(2, MergerScene.Merge(Demand("A", "Ada Renko", "leave the harbour"), Demand("B", "Ivo Tasman", "leave the harbour")).Events.Count);
    }

    [Fact]
    public void Accounts_that_all_quote_one_speaker_are_one_origin()
    {
        Event only = Assert.Single(MergerScene.Merge(
            Clash("Harbour Post", "2031-03-04", "Monday", IsoDayOfWeek.Monday, Varn, saidBy: "Ada Renko", status: ClaimStatus.Alleged),
            Clash("Coast Radio", "2031-03-05", "Monday", IsoDayOfWeek.Monday, Varn, " at night", saidBy: "Ada Renko", status: ClaimStatus.Alleged)).Events);
        Assert.Equal(1, only.Origins);
        Assert.Equal(ClaimStatus.Alleged, only.Status);
    }

    [Fact]
    public void What_is_only_supposed_or_hangs_in_the_air_is_declined()
    {
        ReportClaims report = new ReportBuilder("Harbour Post")
            .Actor("dockers", ActorKind.Group, named: false)
            .Sentence("There was shooting.", s => s.Event(EventType.Assault, "shooting", "shooting"))
            .Sentence("If dockers attacked it would be war.", s => s.Event(EventType.Assault, "attacked", "attack", ["dockers"], status: ClaimStatus.Hypothetical))
            .Build();
        Merged merged = MergerScene.Merge(report);
        Assert.Empty(merged.Events);
        Assert.Equal(["D201", "D202"], merged.Declined.Select(d => d.Code));
    }

    [Fact]
    public void The_time_is_carried_on_within_a_paragraph_only()
    {
        ReportClaims report = new ReportBuilder("Harbour Post").Published("2031-03-05")
            .Actor("Varn police", ActorKind.Police, "XX").Actor("dockers", ActorKind.Group, named: false).Actor("farmers", ActorKind.Group, named: false)
            .Sentence("On Monday dockers marched.", s => s
                .Time("On Monday", TestTimes.On(IsoDayOfWeek.Monday)).Event(EventType.Protest, "marched", "march", ["dockers"], time: "On Monday"))
            .Sentence("Varn police arrested farmers.", s => s.Event(EventType.Coerce, "arrested", "arrest", ["Varn police"], ["farmers"]))
            .NewParagraph()
            .Sentence("Varn police closed the quay.", s => s.Event(EventType.Sanction, "closed", "close", ["Varn police"]))
            .Build();
        Event[] events = [.. MergerScene.Merge(report).Events];
        Assert.Equal("narrative", events.Single(e => e.Type == EventType.Coerce).WhenBasis);
        Assert.Equal("2031-03-03", events.Single(e => e.Type == EventType.Coerce).When?.Edtf);
        Assert.Null(events.Single(e => e.Type == EventType.Sanction).When);
    }

    [Fact]
    public void Weekdays_of_reports_without_a_date_keep_events_apart_and_join_them()
    {
        ReportClaims Undated(string day, IsoDayOfWeek weekday) => new ReportBuilder("Street Sheet")
            .Actor("Varn police", ActorKind.Police, "XX").Actor("dockers", ActorKind.Group, named: false)
            .Sentence($"On {day} the dockers clashed with Varn police in Varn.", s => s
                .Time("On " + day, TestTimes.On(weekday)).Place("in Varn", Varn)
                .Event(EventType.Assault, "clashed", "clash", ["dockers"], ["Varn police"], "On " + day, "in Varn"))
            .Build();
        ReportClaims dated = Clash("Harbour Post", "2031-03-05", "Monday", IsoDayOfWeek.Monday, Varn);
        Assert.Equal("2031-03-03", Assert.Single(MergerScene.Merge(dated, Undated("Monday", IsoDayOfWeek.Monday)).Events).When?.Edtf);
        Assert.Equal(2, MergerScene.Merge(dated, Undated("Tuesday", IsoDayOfWeek.Tuesday)).Events.Count);
    }

    [Fact]
    public void A_day_is_not_carried_into_what_it_is_counted_from()
    {
        ReportClaims report = new ReportBuilder("Harbour Post").Published("2031-03-05")
            .Actor("Varn police", ActorKind.Police, "XX").Actor("dockers", ActorKind.Group, named: false)
            .Sentence("On Tuesday dockers marched in Varn, a day after Varn police beat dockers.", s => s
                .Time("On Tuesday", TestTimes.On(IsoDayOfWeek.Tuesday)).Place("in Varn", Varn)
                .Event(EventType.Protest, "marched", "march", ["dockers"], time: "On Tuesday", place: "in Varn")
                .Event(EventType.Assault, "beat", "beat", ["Varn police"], ["dockers"]))
            .Build();
        Assert.Null(MergerScene.Merge(report).Events.Single(e => e.Type == EventType.Assault).When);
    }

    [Fact]
    public void What_lies_months_back_is_history()
    {
        ReportClaims report = new ReportBuilder("Harbour Post").Published("2031-03-05").Actor("dockers", ActorKind.Group, named: false)
            .Sentence("Dockers struck on 2 May 2030.", s => s
                .Time("on 2 May 2030", TestTimes.On(2030, 5, 2)).Event(EventType.Protest, "struck", "strike", ["dockers"], time: "on 2 May 2030"))
            .Build();
        Assert.Equal(ClaimStatus.Background, Assert.Single(MergerScene.Merge(report).Events).Status);
    }

    [Fact]
    public void Labels_name_people_without_their_number_and_the_place_once()
    {
        ReportClaims report = new ReportBuilder("Harbour Post").Published("2031-03-04")
            .Actor("about 30 dockers", ActorKind.Group, named: false).Actor("Varn police", ActorKind.Police, "XX")
            .Sentence("There were clashes in Osk on Monday.", s => s
                .Time("on Monday", TestTimes.On(IsoDayOfWeek.Monday)).Place("in Osk", Osk)
                .Event(EventType.Assault, "clashes", "clash", ["about 30 dockers"], ["Varn police"], "on Monday", "in Osk"))
            .Build();
        Assert.Equal("Dockers clashed with Varn police in Osk", Assert.Single(MergerScene.Merge(report).Events).Label);
    }

    [Fact]
    public void Neither_order_nor_an_added_copy_changes_what_is_known()
    {
        ReportClaims a = Clash("Harbour Post", "2031-03-04", "Monday", IsoDayOfWeek.Monday, Varn);
        ReportClaims b = Clash("Coast Radio", "2031-03-05", "Monday", IsoDayOfWeek.Monday, Varn, " at night");
        ReportClaims c = Clash("Xenia Times", "2031-03-05", "Tuesday", IsoDayOfWeek.Tuesday, Osk);
        ReportClaims copy = Clash("Copy Cat", "2031-03-05", "Monday", IsoDayOfWeek.Monday, Varn, " at night");
        Merged first = MergerScene.Merge(a, b, c);
        Merged second = MergerScene.Merge(c, a, b);
        Assert.Equal(first.Events.Select(e => e.Id), second.Events.Select(e => e.Id));
        Assert.Equal(first.Events.Select(e => e.Label), second.Events.Select(e => e.Label));

        Merged copied = MergerScene.Merge([a, b, c, copy], [[b, copy]]);
        Assert.Equal(first.Events.Select(e => (e.When, e.Where, e.Origins)), copied.Events.Select(e => (e.When, e.Where, e.Origins)));
    }

    [Fact]
    public void Without_a_report_only_its_claims_are_missing()
    {
        ReportClaims a = Clash("Harbour Post", "2031-03-04", "Monday", IsoDayOfWeek.Monday, Varn);
        ReportClaims b = Clash("Coast Radio", "2031-03-05", "Monday", IsoDayOfWeek.Monday, Varn, " at night");
        ReportClaims c = Clash("Xenia Times", "2031-03-05", "Tuesday", IsoDayOfWeek.Tuesday, Osk);
        Merged all = MergerScene.Merge(a, b, c);
        Merged less = MergerScene.Merge(a, b);
        Assert.Equal(all.Events.Where(e => e.Reports.Count == 2).Select(e => e.Id), less.Events.Select(e => e.Id));
    }

    [Fact]
    public void A_thousand_reports_of_one_clash_are_merged_in_good_time()
    {
        ReportClaims[] many = [.. Enumerable.Range(0, 1000).Select(i => Clash("Outlet " + i, "2031-03-05", "Monday", IsoDayOfWeek.Monday, Varn, " number " + i))];
        Assert.Single(MergerScene.Merge(many).Events);
    }

    internal sealed record TestTime(TimeExpression Meaning);

    [Theory]
    [InlineData("Nerrowen", 1)]
    [InlineData("Tollaby", 2)]
    public void Attackers_in_one_report_and_victims_in_another_are_one_attack_where_the_village_is_one(string village, int events)
    {
        ReportClaims first = new ReportBuilder("Harbour Post").Published("2031-03-04").Actor("gunmen", ActorKind.Group, named: false)
            .Sentence("On Monday gunmen attacked the village of Nerrowen.", s => s
                .Time("On Monday", TestTimes.On(IsoDayOfWeek.Monday)).Event(EventType.Assault, "attacked", "attack", by: ["gunmen"], time: "On Monday"))
            .Build();
        ReportClaims second = new ReportBuilder("Coast Radio").Published("2031-03-05").Actor("farmers", ActorKind.Group, named: false)
            .Sentence($"The attack of Monday on {village} cost farmers their lives.", s => s
                .Time("of Monday", TestTimes.On(IsoDayOfWeek.Monday)).Event(EventType.Assault, "attack", "attack", to: ["farmers"], time: "of Monday"))
            .Build();
        Assert.Equal(events, MergerScene.Merge(first, second).Events.Count);
    }
}
