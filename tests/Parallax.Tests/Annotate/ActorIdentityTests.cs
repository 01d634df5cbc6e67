using Parallax.Annotate;
using Xunit;

namespace Parallax.Tests.Annotate;

public sealed class ActorIdentityTests
{
    [Theory]
    [InlineData("The union chief, Dieter Schröder, spoke first. Schroeder said the strike would go on.", "Dieter Schröder", "Schroeder")]
    [InlineData("Al-Shabaab seized the village on Monday. On Tuesday al Shabab burned the market.", "Al-Shabaab", "al Shabab")]
    [InlineData("Hezbollah shelled the outpost. Hizbullah said it would not stop.", "Hezbollah", "Hizbullah")]
    [InlineData("UNIFOR said its soldiers were safe. In a later note, Unifor said nobody was hurt.", "UNIFOR", "Unifor")]
    [InlineData("The Herders' Union of Kaldan closed the road. The HUK said it would stay.", "Herders' Union of Kaldan", "HUK")]
    [InlineData("Samir Nader, known as Abu Layth, was captured. Abu Layth had a bounty on him.", "Samir Nader", "Abu Layth")]
    [InlineData("Pedro Rivas, alias \"El Lobo\", was extradited. El Lobo faces trial.", "Pedro Rivas", "El Lobo")]
    [InlineData("Prime Minister Karin Holm accused her predecessor, Sven Dahl, of fraud. The former prime minister denied it.", "Sven Dahl", "former prime minister")]
    [InlineData("Finance Minister Pablo Cruz resigned on Monday. His deputy, Marta Gil, took over. \"He failed,\" said the new minister.", "Marta Gil", "new minister")]
    [InlineData("Finance Minister Pablo Cruz resigned on Monday. His deputy, Marta Gil, took over. \"I failed,\" said the former minister.", "Pablo Cruz", "former minister")]
    [InlineData("President John Banda named his wife, Mary Banda, to the board. President Banda said he was proud.", "John Banda", "President Banda")]
    [InlineData("President Okoro and Amina Okoro, the first lady, opened a school. Okoro said he was glad.", "President Okoro", "Okoro")]
    [InlineData("President Okoro named his son Peter Okoro to the board. Okoro denied any favour.", "President Okoro", "Okoro")]
    [InlineData("The US Air Force bought tankers. The Air Force named no price.", "US Air Force", "The Air Force")]
    [InlineData("Northern Star Airlines (SKYN) ordered ten jets. SKYN gave no price.", "Northern Star Airlines", "SKYN")]
    public void One_actor_under_two_names(string text, string left, string right) => Assert.Equal(Actor(text, left), Actor(text, right));

    [Theory]
    [InlineData("The court freed Pavel Orlov on bail. Orlova had spent a year in prison.", "Pavel Orlov", "Orlova")]
    [InlineData("Zhao Lin vanished in March. Friends of Zhou said they had one call.", "Zhao Lin", "Zhou")]
    [InlineData("Hezbollah shelled the outpost. Hamas said it would not stop.", "Hezbollah", "Hamas")]
    [InlineData("Samir Nader, who replaced Abu Layth, was captured. Abu Layth had a bounty on him.", "Samir Nader", "Abu Layth")]
    [InlineData("The Herders' Union of Kaldan closed the road. The HPK said it had no part in it.", "Herders' Union of Kaldan", "HPK")]
    [InlineData("Interior Minister Omar Said's driver was wounded in the attack.", "Omar Said", "driver")]
    [InlineData("Two brothers, Ali and Hassan Karimi, were hanged at dawn. Hassan Karimi was 22.", "Ali", "Hassan Karimi")]
    [InlineData("Gunmen attacked a church on Sunday. Hours later, other gunmen struck a second church.", "Gunmen", "other gunmen")]
    [InlineData("Gunmen attacked a church on Sunday. Hours later, other gunmen struck a second church.", "a church", "a second church")]
    [InlineData("President John Banda named his wife, Mary Banda, to the board. President Banda said he was proud.", "Mary Banda", "President Banda")]
    [InlineData("Crowds demanded the release of Marko Denev, the former finance minister of Bulgaria. In Plovdiv the finance minister met farmers. The minister, Petar Ivanov, promised them seed.", "Marko Denev", "Petar Ivanov")]
    [InlineData("President Okoro and Amina Okoro, the first lady, opened a school.", "President Okoro", "Amina Okoro")]
    [InlineData("President Okoro arrived late. He apologised. Amina Okoro opened the school.", "President Okoro", "Amina Okoro")]
    [InlineData("The US Air Force bought tankers. The French Air Force bought none.", "US Air Force", "French Air Force")]
    public void Two_actors_under_like_names(string text, string left, string right) => Assert.NotEqual(Actor(text, left), Actor(text, right));

    [Theory]
    [InlineData("Hezbollah fired rockets across the border on Tuesday.", "Hezbollah", ActorKind.ArmedForce)]
    [InlineData("Police accused the Taliban of sheltering the men.", "Taliban", ActorKind.ArmedForce)]
    [InlineData("Gazprom cut supplies on Friday.", "Gazprom", ActorKind.Organisation)]
    [InlineData("A lawyer for Hanh said she would appeal.", "Hanh", ActorKind.Person)]
    [InlineData("The foreign minister of Turkey met his Armenian counterpart in Tbilisi.", "counterpart", ActorKind.Person)]
    public void A_name_that_takes_part_is_an_actor(string text, string words, ActorKind kind)
    {
        AnnotatedReport report = ActorScene.Annotate(text);
        Assert.Equal(kind, report.Actors[Actor(report, words)].Kind);
    }

    [Theory]
    [InlineData("Acting Interior Minister Nur Asan met farmers on Monday.", "Acting Interior Minister")]
    [InlineData("Interior Minister Nur Asan met farmers on Monday.", "Interior Minister")]
    public void Whoever_acts_for_a_minister_has_another_role(string text, string role) =>
        Assert.Equal(role, Assert.Single(ActorScene.Annotate(text).Actors.Single(a => a.Name == "Nur Asan").Roles).Title);

    [Fact]
    public void A_counterpart_holds_office_in_the_state_of_its_people()
    {
        AnnotatedReport report = ActorScene.Annotate("The foreign minister of Turkey met his Armenian counterpart in Tbilisi.");
        Assert.Equal("AM", report.Actors[Actor(report, "counterpart")].Country);
    }

    private static int Actor(string text, string words) => Actor(ActorScene.Annotate(text), words);

    // The mention whose words are these, else whose head is, else the first that contains them.
    private static int Actor(AnnotatedReport report, string words)
    {
        string text = report.Report.Text;
        ActorMention? found = report.Mentions.FirstOrDefault(m => m.Span.Of(text) == words) ?? report.Mentions.FirstOrDefault(m => m.HeadSpan.Of(text) == words)
            ?? report.Mentions.FirstOrDefault(m => m.Form != MentionForm.Pronoun && m.Span.Of(text).EndsWith(words, StringComparison.Ordinal));
        Assert.True(found is not null, $"no mention of \"{words}\": {string.Join(" | ", report.Mentions.Select(m => m.Span.Of(text)))}");
        Assert.True(found.Actor >= 0, words);
        return found.Actor;
    }
}
