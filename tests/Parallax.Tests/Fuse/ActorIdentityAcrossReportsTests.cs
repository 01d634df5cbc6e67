using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Xunit;

namespace Parallax.Tests.Fuse;

public sealed class ActorIdentityAcrossReportsTests
{
    private static readonly GazetteerPlace Varn = TestPlaces.Town("Varn", "XX");

    private static ReportBuilder About(string outlet) => new ReportBuilder(outlet)
        .Actor("Dock Union", ActorKind.Organisation, "XX")
        .Actor("Harbour Board", ActorKind.Organisation, "XX")
        .Sentence("The Dock Union met the Harbour Board in Varn.", s => s
            .Place("Varn", Varn).Mention("Dock Union", "Dock Union").Mention("Harbour Board", "Harbour Board"));

    private static Actor[] Of(ActorKind kind, params ReportClaims[] reports) =>
        [.. new Identifier(LanguageData.English).Identify(reports, new EvidenceTable()).Actors.Where(a => a.Kind == kind)];

    private static ReportClaims Person(string outlet, string name, string? role = null, string? of = null, string? country = null, string? day = null)
    {
        ReportBuilder report = About(outlet).Actor(name, ActorKind.Person, country, role, of).Sentence($"There was {name}.");
        return (day is null ? report : report.Published(day)).Build();
    }

    private static ReportClaims Speaking(string outlet, string description, string role, string country, string day) => About(outlet).Published(day)
        .Actor(description, ActorKind.Person, country, role, null, named: false)
        .Sentence($"“We are ready,” {description} said.", s => s.Statement(description, "We are ready,")).Build();

    private static ReportClaims Body(string outlet, string name, ActorKind kind = ActorKind.Organisation, string? country = null, params string[] names) => About(outlet)
        .Actor(name, kind, country, names: names.Length > 0 ? names : [name]).Sentence($"{name} came.").Build();

    [Theory]
    [InlineData("Han Ji-woo", "Han Ji Woo")]
    [InlineData("Han Jiwoo", "Han Ji-woo")]
    [InlineData("Nadir al-Haddad", "Nadir Haddad")]
    [InlineData("Abd al-Karim Zaman", "Abd al Karim Zaman")]
    public void A_name_written_in_one_word_or_two_is_one_person(string first, string second) =>
        Assert.Single(Of(ActorKind.Person, Person("Post", first), Person("Herald", second)));

    [Theory]
    [InlineData("Qasem Nuredin", "Kasim Noredin", 1)]
    [InlineData("Qassem Solhani", "Qassam Sulhani", 1)]
    [InlineData("Noor Fayez", "Nur Faiz", 1)]
    [InlineData("Milos Vrancevic", "Milos Vrancic", 2)]
    [InlineData("Zhao Lin", "Zhou Lin", 2)]
    [InlineData("Ada Renko", "Ada Renka", 2)]
    [InlineData("Omar Hassan", "Omar Hussein", 2)]
    public void A_name_written_by_ear_meets_where_office_and_company_agree(string first, string second, int persons)
    {
        Assert.Equal(persons, Of(ActorKind.Person, Person("Post", first, "harbour master", "Norway", "NO"), Person("Herald", second, "harbour master", "Norway", "NO")).Length);
        Assert.Equal(2, Of(ActorKind.Person, Person("Post", first), Person("Herald", second)).Length);
    }

    [Fact]
    public void A_surname_alone_meets_the_one_with_the_article() =>
        Assert.Single(Of(ActorKind.Person, Person("Post", "Nadir al-Haddad"), Person("Herald", "Haddad")));

    [Fact]
    public void A_president_without_a_country_is_the_bearer_called_president_not_his_relative()
    {
        ReportClaims him = Person("Post", "Ada Renko", "president", "Norway", "NO");
        ReportClaims kin = Person("Echo", "Ivo Renko");
        Actor[] people = Of(ActorKind.Person, him, kin, Person("Herald", "Renko", "president"));
        Assert.Equal(2, people.Length);
        Assert.Contains(people, p => p.Aliases.Any(a => a.Text == "Ada Renko") && p.Aliases.Any(a => a.Text == "Renko"));
    }

    [Fact]
    public void An_office_alone_is_whose_time_it_was()
    {
        ReportClaims before = Person("Post", "Ada Renko", "president", "Norway", "NO", "2023-01-10");
        ReportClaims still = Person("Echo", "Ada Renko", "president", "Norway", "NO", "2023-03-20");
        ReportClaims after = Person("Star", "Ivo Balk", "president", "Norway", "NO", "2024-02-02");
        Actor[] people = Of(ActorKind.Person, before, still, after, Speaking("Herald", "the Norwegian president", "president", "NO", "2023-02-14"), Speaking("Mail", "the president of Norway", "president", "NO", "2024-05-01"));
        Assert.Equal(2, people.Length);
        Assert.Contains(people, p => p.Name == "Ada Renko" && p.Aliases.Any(a => a.Text == "the Norwegian president"));
        Assert.Contains(people, p => p.Name == "Ivo Balk" && p.Aliases.Any(a => a.Text == "the president of Norway"));
    }

    [Fact]
    public void An_office_between_two_terms_stays_without_a_holder()
    {
        ReportClaims before = Person("Post", "Ada Renko", "president", "Norway", "NO", "2023-01-10");
        ReportClaims after = Person("Star", "Ivo Balk", "president", "Norway", "NO", "2024-02-02");
        Assert.Equal(3, Of(ActorKind.Person, before, after, Speaking("Herald", "the Norwegian president", "president", "NO", "2023-08-14")).Length);
    }

    [Fact]
    public void The_acting_minister_is_not_the_minister()
    {
        ReportClaims holder = Person("Post", "Ada Renko", "president", "Norway", "NO", "2023-01-10");
        ReportClaims acting = Person("Star", "Ivo Balk", "acting president", "Norway", "NO", "2023-03-02");
        Actor[] people = Of(ActorKind.Person, holder, acting, Speaking("Herald", "the acting president of Norway", "acting president", "NO", "2023-03-02"), Speaking("Mail", "the Norwegian president", "president", "NO", "2023-01-10"));
        Assert.Equal(2, people.Length);
        Assert.Contains(people, p => p.Name == "Ivo Balk" && p.Aliases.Any(a => a.Text == "the acting president of Norway"));
        Assert.Contains(people, p => p.Name == "Ada Renko" && p.Aliases.Any(a => a.Text == "the Norwegian president"));
    }

    [Fact]
    public void An_air_force_without_a_country_is_the_only_one_told_of()
    {
        ReportClaims named = Body("Post", "Norwegian Air Force", ActorKind.ArmedForce, "NO");
        ReportClaims plain = Body("Herald", "Air Force", ActorKind.ArmedForce);
        Assert.Single(Of(ActorKind.ArmedForce, named, plain));
        Assert.Equal(3, Of(ActorKind.ArmedForce, named, plain, Body("Echo", "Chadian Air Force", ActorKind.ArmedForce, "TD")).Length);
    }

    [Fact]
    public void A_force_meets_its_acronym() => Assert.Single(Of(
        ActorKind.ArmedForce, Body("Post", "Royal Norwegian Navy", ActorKind.ArmedForce, "NO", "Royal Norwegian Navy", "RNOV"), Body("Herald", "RNOV", ActorKind.ArmedForce, "NO")));

    [Theory]
    [InlineData("Haldane Marine", "Haldane", 1)]
    [InlineData("Haldane Marine Ltd", "Haldane Marine", 1)]
    [InlineData("Norway Rail", "Norway", 2)]
    [InlineData("Haldane Marine", "Marine", 2)]
    [InlineData("Haldane Institute", "Haldane", 2)]
    [InlineData("Haldane Marine Leasing", "Haldane", 2)]
    public void A_company_is_known_by_its_first_name(string full, string brief, int bodies) =>
        Assert.Equal(bodies, Of(ActorKind.Organisation, Both("Post", full, brief), Body("Herald", full)).Count(a => a.Name is not ("Dock Union" or "Harbour Board")));

    [Fact]
    public void A_first_name_of_two_companies_is_neither() =>
        Assert.Equal(3, Of(ActorKind.Organisation, Both("Post", "Haldane Marine", "Haldane"), Body("Echo", "Haldane Rail")).Count(a => a.Name.StartsWith("Haldane", StringComparison.Ordinal)));

    [Fact]
    public void A_body_that_is_spoken_of_by_itself_is_not_its_part() =>
        Assert.Equal(2, Of(ActorKind.Organisation, Both("Post", "Haldane Media", "Haldane"), Body("Herald", "Haldane")).Count(a => a.Name.StartsWith("Haldane", StringComparison.Ordinal)));

    private static ReportClaims Both(string outlet, string full, string brief) => About(outlet)
        .Actor(full, ActorKind.Organisation).Actor(brief, ActorKind.Organisation).Sentence($"{full} came; {brief} stayed.").Build();
}
