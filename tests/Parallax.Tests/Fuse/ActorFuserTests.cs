using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Xunit;

namespace Parallax.Tests.Fuse;

public sealed class ActorFuserTests
{
    private static readonly GazetteerPlace Varn = TestPlaces.Town("Varn", "XX");

    /// <summary>A report with company enough that two of them are seen to be about one thing.</summary>
    private static ReportBuilder About(string outlet) => new ReportBuilder(outlet)
        .Actor("Dock Union", ActorKind.Organisation, "XX")
        .Actor("Harbour Board", ActorKind.Organisation, "XX")
        .Sentence("The Dock Union met the Harbour Board in Varn.", s => s
            .Place("Varn", Varn).Mention("Dock Union", "Dock Union").Mention("Harbour Board", "Harbour Board"));

    private static IReadOnlyList<Actor> Actors(params ReportClaims[] reports) =>
        new Identifier(LanguageData.English).Identify(reports, new EvidenceTable()).Actors;

    private static ReportClaims Person(
        string outlet, string name, string? role = null, string? of = null, string? country = null, bool named = true) =>
        About(outlet).Actor(name, ActorKind.Person, country, role, of, named).Sentence($"There was {name}.")
            .Build();

    private static Actor[] People(params ReportClaims[] reports) => [.. Actors(reports).Where(a => a.Kind == ActorKind.Person)];

    [Theory]
    [InlineData("Miloš Vrančić", "Milos Vrancic")]
    [InlineData("Aleksandar Vrančić", "Alexander Vrancic")]
    [InlineData("Igor Shchukov", "Igor Ščukov")]
    [InlineData("Jürgen Möller", "Juergen Moeller")]
    [InlineData("Yevgeny Khrenov", "Evgeny Hrenov")]
    [InlineData("Dmitry Sadovsky", "Dmitri Sadovski")]
    [InlineData("Ada M. Renko", "Ada Renko")]
    public void Spellings_of_one_name_are_one_person(string first, string second)
    {
        Actor person = Assert.Single(People(Person("Post", first), Person("Herald", second)));
        Assert.Equal([first, second], new[] { person.Aliases[0].Text, person.Aliases[1].Text }.OrderBy(t => t == first ? 0 : 1));
    }

    [Theory]
    [InlineData("Milan Vranić", "Milan Vrančić")]
    [InlineData("Ada Renko", "Ada Renkova")]
    [InlineData("Ada Renko", "Ivo Renko")]
    [InlineData("Anton Kurt", "Anton Kurti")]
    [InlineData("Ada Maria Renko", "Ada Jana Renko")]
    public void Names_that_only_look_alike_are_two_people(string first, string second) =>
        Assert.Equal(2, People(Person("Post", first, "minister", country: "XX"), Person("Herald", second, "minister", country: "XX")).Length);

    [Fact]
    public void The_name_with_its_diacritics_is_shown()
    {
        Assert.Equal("Miloš Vrančić", Assert.Single(People(
            Person("Post", "Milos Vrancic"), Person("Herald", "Miloš Vrančić"), Person("Echo", "Milos Vrancic"))).Name);
    }

    [Fact]
    public void A_surname_alone_joins_the_one_full_name_in_its_company()
    {
        Assert.Single(People(Person("Post", "Ada Renko"), Person("Herald", "Renko")));
        Assert.Equal(2, People(Person("Post", "Ada Renko"), new ReportBuilder("Far Away").Actor("Renko", ActorKind.Person).Sentence("Renko won the race.").Build()).Length);
    }

    [Fact]
    public void A_surname_alone_with_two_bearers_goes_to_the_one_with_its_role_or_to_neither()
    {
        ReportClaims mayor = Person("Post", "Ada Renko", "mayor", "Varn");
        ReportClaims captain = Person("Echo", "Ivo Renko", "captain", "Dock Union");
        Assert.Equal(2, People(mayor, captain, Person("Herald", "Renko", "mayor", "Varn")).Length);
        Assert.Equal(3, People(mayor, captain, Person("Herald", "Renko")).Length);
    }

    [Fact]
    public void Presidents_of_two_countries_stay_two()
    {
        Actor[] people = People(
            Person("Post", "Ada Renko", "president", "Norway", "NO"), Person("Herald", "Renko", "president", "Chad", "TD"));
        Assert.Equal(2, people.Length);
    }

    [Fact]
    public void An_office_alone_joins_its_only_holder()
    {
        ReportClaims speaking = About("Herald")
            .Actor("the president", ActorKind.Person, "NO", "president", "Norwegian", named: false)
            .Sentence("\u201CWe are ready,\u201D the president said.", s => s.Statement("the president", "We are ready,")).Build();
        Assert.Single(People(Person("Post", "Ada Renko", "President", "Norway", "NO"), speaking));
        Assert.Equal(3, People(Person("Post", "Ada Renko", "President", "Norway", "NO"), Person("Echo", "Ivo Balk", "president", "Norway", "NO"), speaking).Length);
    }

    [Fact]
    public void Somebody_unnamed_is_listed_only_when_he_speaks_or_acts_and_stays_with_his_report()
    {
        ReportClaims silent = About("Post").Actor("a spokesman", ActorKind.Person, named: false).Sentence("There was a spokesman.").Build();
        ReportClaims Speaking(string outlet) => About(outlet).Actor("a spokesman", ActorKind.Person, named: false)
            .Sentence("\u201CNo,\u201D a spokesman said.", s => s.Statement("a spokesman", "No,")).Build();
        Assert.Empty(People(silent));
        Assert.Equal(2, People(Speaking("Post"), Speaking("Herald")).Length);
    }

    [Fact]
    public void An_acronym_joins_the_long_form_that_a_report_teaches()
    {
        ReportClaims teaching = About("Post").Actor("Varn Relief Mission", ActorKind.Organisation, names: ["Varn Relief Mission", "VRM"])
            .Sentence("The Varn Relief Mission (VRM) came.").Build();
        ReportClaims shortly = About("Herald").Actor("VRM", ActorKind.Organisation).Sentence("VRM came.").Build();
        Actor body = Assert.Single(Actors(teaching, shortly), a => a.Aliases.Any(x => x.Text == "VRM"));
        Assert.Equal("Varn Relief Mission", body.Name);
        Assert.Equal(2, body.Aliases.Single(x => x.Text == "VRM").Reports.Count);
    }

    [Fact]
    public void An_acronym_with_two_long_forms_stands_for_neither()
    {
        ReportClaims first = About("Post").Actor("Varn Relief Mission", ActorKind.Organisation, names: ["Varn Relief Mission", "VRM"]).Sentence("It came.").Build();
        ReportClaims second = About("Echo").Actor("Vast Rail Movement", ActorKind.Organisation, names: ["Vast Rail Movement", "VRM"]).Sentence("It went.").Build();
        ReportClaims shortly = About("Herald").Actor("VRM", ActorKind.Organisation).Sentence("VRM came.").Build();
        Assert.Equal(3, Actors(first, second, shortly).Count(a => a.Aliases.Any(x => x.Text == "VRM")));
    }

    [Fact]
    public void A_government_is_one_actor_under_its_capitals_and_peoples_names()
    {
        ReportClaims first = About("Post").Actor("Oslo", ActorKind.Government, "NO").Sentence("Oslo agreed.").Build();
        ReportClaims second = About("Herald").Actor("Norwegian government", ActorKind.Government, "NO").Sentence("It agreed.").Build();
        ReportClaims other = About("Echo").Actor("Chad", ActorKind.Government, "TD").Sentence("It agreed.").Build();
        Actor[] governments = [.. Actors(first, second, other).Where(a => a.Kind == ActorKind.Government)];
        Assert.Equal(["Chad", "Norway"], governments.Select(g => g.Name));
        Assert.Equal(["Norwegian government", "Oslo"], governments[1].Aliases.Select(a => a.Text));
    }

    [Fact]
    public void An_army_is_one_actor_under_its_names_and_its_special_police_another()
    {
        ReportClaims first = About("Post").Actor("Norwegian army", ActorKind.ArmedForce, "NO").Actor("Norwegian special police", ActorKind.Police, "NO").Sentence("They came.").Build();
        ReportClaims second = About("Herald").Actor("army of Norway", ActorKind.ArmedForce, "NO").Actor("Norway's police", ActorKind.Police, "NO").Sentence("They came.").Build();
        IReadOnlyList<Actor> actors = Actors(first, second);
        Assert.Single(actors, a => a.Kind == ActorKind.ArmedForce);
        Assert.Equal(2, actors.Count(a => a.Kind == ActorKind.Police));
    }

    [Fact]
    public void Bodies_of_one_name_in_two_countries_stay_two()
    {
        ReportClaims first = About("Post").Actor("Ministry of Defence", ActorKind.Organisation, "NO").Sentence("It agreed.").Build();
        ReportClaims second = About("Herald").Actor("Ministry of Defence", ActorKind.Organisation, "TD").Sentence("It agreed.").Build();
        Assert.Equal(2, Actors(first, second).Count(a => a.Name == "Ministry of Defence"));
    }

    [Fact]
    public void Groups_meet_by_class_and_members()
    {
        ReportBuilder Group(string outlet, string name, string noun, params string[] members) => About(outlet)
            .Actor(name, ActorKind.Group, named: false, members: members)
            .Sentence($"{name} marched.", s => s.Event(EventType.Protest, "marched", "march", by: [name]));
        IReadOnlyList<Actor> actors = Actors(
            Group("Post", "ethnic Kurds", "kurds", "kurd").Build(), Group("Herald", "local Kurds", "kurds", "kurd").Build(),
            Group("Echo", "Kurd protesters", "protesters", "kurd").Build(), Group("Star", "protesters", "protesters").Build());
        Assert.Equal(3, actors.Count(a => a.Kind == ActorKind.Group));
    }

    [Fact]
    public void Numbers_and_vague_nouns_make_no_group()
    {
        ReportBuilder Crowd(string outlet, string name) => About(outlet)
            .Actor(name, ActorKind.Group, named: false)
            .Sentence($"{name} came.", s => s.Event(EventType.Protest, "came", "come", by: [name]));
        Assert.Equal(2, Actors(Crowd("Post", "18 people").Build(), Crowd("Herald", "thousands of people").Build()).Count(a => a.Kind == ActorKind.Group));
        Assert.Equal("people", Actors(Crowd("Post", "18 people").Build()).Single(a => a.Kind == ActorKind.Group).Name);
    }

    [Fact]
    public void The_people_of_a_named_body_are_that_body()
    {
        ReportClaims named = About("Post").Actor("VRM", ActorKind.ArmedForce).Sentence("VRM came.").Build();
        ReportClaims people = About("Herald").Actor("30 VRM soldiers", ActorKind.ArmedForce, named: false)
            .Sentence("30 VRM soldiers came.", s => s.Event(EventType.Mobilize, "came", "come", by: ["30 VRM soldiers"])).Build();
        Assert.Single(Actors(named, people), a => a.Kind == ActorKind.ArmedForce);
    }

    [Fact]
    public void Roles_and_labels_are_told_once_with_their_words()
    {
        EvidenceTable evidence = new();
        ReportClaims labelled = About("Herald").Actor("Ada Renko", ActorKind.Person, role: "Mayor", of: "Varn")
            .Sentence("So-called mayor Ada Renko came; the Mayor smiled.", s => s.Label("So-called mayor", "Ada Renko", by: "Dock Union")).Build();
        Identified all = new Identifier(LanguageData.English).Identify([Person("Post", "Ada Renko", "mayor", "Varn"), labelled], evidence);
        Actor person = Assert.Single(all.Actors, a => a.Kind == ActorKind.Person);
        Assert.Equal("Varn", Assert.Single(person.Roles).Of);
        Label label = Assert.Single(person.Labels);
        Assert.Equal("So-called mayor", evidence.ToList().Single(e => e.Id == label.Evidence).Exact);
        Assert.Equal(all.Actors.Single(a => a.Name == "Dock Union").Id, label.By);
    }
}
