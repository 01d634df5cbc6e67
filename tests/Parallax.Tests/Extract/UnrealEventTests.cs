using Parallax.Extract;
using Xunit;

namespace Parallax.Tests.Extract;

/// <summary>Sport, fiction, art, business, illness and figures of speech give no event of force; the same words of force do.</summary>
public sealed class UnrealEventTests
{
    [Theory]
    [InlineData("Petrov shot 68 to take a two-stroke lead at the open.")]
    [InlineData("The two ministers fought a war of words over fishing quotas.")]
    [InlineData("He lost his battle with lung cancer last year.")]
    [InlineData("In the film, a retired detective hunts a killer who murders students in Boston.")]
    [InlineData("The novel tells of a soldier who kills his commander and flees to Argentina.")]
    [InlineData("In the game, players shoot zombies and bomb cities.")]
    [InlineData("A new play about the Spanish civil war opened in Madrid.")]
    [InlineData("The minister was bombarded with questions about his expenses.")]
    [InlineData("The price war between the two supermarkets has hurt profits.")]
    [InlineData("The bill strikes a balance between security and freedom.")]
    [InlineData("The senator launched an attack on his rival's record.")]
    [InlineData("The senator's attack on the governor's record drew applause.")]
    [InlineData("The firms are battling for control of the smartphone market.")]
    [InlineData("The goalkeeper was injured in a clash with the defender.")]
    [InlineData("The players clashed with the referee.")]
    [InlineData("The ministers clashed on Monday over the budget.")]
    [InlineData("The government fought off a no-confidence vote.")]
    [InlineData("He was fighting for his life in hospital.")]
    [InlineData("He suffered a heart attack on Sunday.")]
    [InlineData("A shark attack killed a surfer in Australia.")]
    [InlineData("The photographer shot the couple in a park.")]
    [InlineData("The actor was killed off in the third season of the series.")]
    public void What_is_played_told_or_meant_figuratively_is_no_deed_of_force(string text) =>
        Assert.DoesNotContain(Events(text), claim => claim.Type is EventType.Assault or EventType.Coerce or EventType.Casualties);

    [Theory]
    [InlineData("The hospital released the boy on Friday.")]
    [InlineData("The boy was released from hospital on Friday.")]
    public void Patients_who_go_home_are_no_prisoners_set_free(string text) => Assert.DoesNotContain(Events(text), claim => claim.Type == EventType.Retreat);

    [Theory]
    [InlineData("Gunmen shot 12 villagers near the river on Monday.")]
    [InlineData("A man aged 23 was shot dead by soldiers near the village of Dorna on Monday.")]
    [InlineData("In a siege that began on Thursday, rebels attacked the market and killed a guard.")]
    [InlineData("Police clashed with protesters over the new law.")]
    [InlineData("Rebels attacked a series of villages on Sunday.")]
    [InlineData("Soldiers battled militants for control of the town.")]
    [InlineData("A footballer was killed when gunmen attacked the team's bus.")]
    public void Real_force_stays(string text) => Assert.Contains(Events(text), claim => claim.Type == EventType.Assault);

    [Fact]
    public void A_politician_who_attacks_a_judge_on_a_platform_does_it_in_words()
    {
        EventClaim claim = Assert.Single(Events("President Doru Albu attacked the judge on Twitter."));
        Assert.Equal((EventType.Accuse, "disapprove"), (claim.Type, claim.Mode));
    }

    [Fact]
    public void In_a_report_of_a_match_words_of_force_need_forces()
    {
        const string match = "The striker scored a goal in the semifinal of the tournament. The midfielder and the coach praised the goalkeeper after the match. "
            + "The champions attacked from the kickoff. United beat Rovers and destroyed their defender on Sunday. ";
        Assert.DoesNotContain(Events(match), claim => claim.Type is EventType.Assault or EventType.Coerce);
        Assert.Contains(Events(match + "Police arrested four fans who attacked an officer."), claim => claim.Type == EventType.Coerce);
    }

    [Theory]
    [InlineData("The author suggested in a column that the president consider it.")]
    [InlineData("President Doru Albu told a radio station that prices were high.")]
    [InlineData("The minister declined to comment on the talks.")]
    [InlineData("The president asked the minister whether the road was open.")]
    [InlineData("A reporter called the mayor a liar.")]
    [InlineData("The winger congratulated the captain on a fine career.")]
    public void A_verb_that_no_trigger_lists_tells_nothing_without_a_plain_sense_and_public_sides(string text) =>
        Assert.DoesNotContain(Events(text), claim => claim.Type is EventType.Request or EventType.Reject or EventType.Support or EventType.Accuse);

    [Theory]
    [InlineData("The Peruvian government berated Chile on Friday.", EventType.Accuse)]
    [InlineData("Kenya will not accept the new border, its president said.", EventType.Reject)]
    [InlineData("Chancellor Ada Lind spoke by phone with President Doru Albu.", EventType.Consult)]
    [InlineData("The rebel party issued a declaration demanding that the Peruvian government free its leader.", EventType.Request)]
    public void Between_public_sides_a_plain_verb_is_enough(string text, EventType type) => Assert.Contains(Events(text), claim => claim.Type == type);

    private static IEnumerable<EventClaim> Events(string text) => ClaimScene.Extract(text).Claims.OfType<EventClaim>();
}
