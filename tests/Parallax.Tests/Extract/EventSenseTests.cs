using Parallax.Extract;
using Xunit;

namespace Parallax.Tests.Extract;

/// <summary>A listed word in another sense, a deed only spoken of, and a deed of the wrong person give no event; the same words in earnest do.</summary>
public sealed class EventSenseTests
{
    [Theory]
    [InlineData("The boy was caught on video slapping an officer in Bergen.", EventType.Coerce)]
    [InlineData("The president dismissed them as nothing more than a nuisance.", EventType.Sanction)]
    [InlineData("The organisers sent the police a plan of the route.", EventType.Mobilize)]
    [InlineData("The senate ordered troop withdrawals from Norway.", EventType.Mobilize)]
    [InlineData("The mayor said he agrees with the minister's assessment.", EventType.Agree)]
    [InlineData("Norway is threatened by floods.", EventType.Threaten)]
    [InlineData("The minister sought political rebirth in the north.", EventType.Request)]
    [InlineData("Senator Olsen is not seeking reelection this year.", EventType.Request)]
    [InlineData("More than 3,000 workers have travelled to Norway.", EventType.Consult)]
    [InlineData("The minister announced an offensive to win support for his reform.", EventType.Assault)]
    [InlineData("Norway was rarely hit by hurricanes in those parts.", EventType.Disaster)]
    [InlineData("Governor Olsen vowed to campaign as a teller of truths.", EventType.Threaten)]
    [InlineData("The boy was taken to a hospital and has since been released.", EventType.Retreat)]
    [InlineData("Erik Hansen prevented the debate from becoming a farce.", EventType.Coerce)]
    [InlineData("The agency warned residents to stay inside.", EventType.Threaten)]
    [InlineData("The agency warned its member states that the river was rising.", EventType.Threaten)]
    [InlineData("Norway announced no further plans on Monday.", EventType.Agree)]
    [InlineData("The minister hoped to see Norway join the alliance.", EventType.Agree)]
    [InlineData("The minister faced a barrage of questions from reporters.", EventType.Assault)]
    [InlineData("The government is battling to protect jobs.", EventType.Assault)]
    [InlineData("The judge was charged with establishing the facts.", EventType.Accuse)]
    [InlineData("The explosion shook Bergen, smashing windows.", EventType.Protest)]
    [InlineData("Critics dismissed the president as an actor.", EventType.Sanction)]
    [InlineData("The poll was conducted online.", EventType.Election)]
    [InlineData("Norway should demonstrate that it has learned its lesson.", EventType.Protest)]
    [InlineData("Violence against Norwegians has decreased in Bergen.", EventType.Assault)]
    [InlineData("The rebels must be prepared to respond after a strike on Bergen.", EventType.Assault)]
    [InlineData("The president had to weigh a strike on Sweden.", EventType.Assault)]
    [InlineData("A second raid would mean a clash with Sweden, the general warned.", EventType.Assault)]
    [InlineData("Norway vowed to respond if attacked.", EventType.Assault)]
    [InlineData("Sirens warned of an impending assault on the port.", EventType.Assault)]
    [InlineData("The army has been ordered to fire on looters.", EventType.Mobilize)]
    [InlineData("The minister told reporters that Norway agreed to leave the port.", EventType.Request)]
    public void Words_in_another_sense_name_no_event(string text, EventType type) => Assert.DoesNotContain(Events(text), claim => claim.Type == type);

    [Theory]
    [InlineData("Police caught the fugitive in Bergen on Monday.", EventType.Coerce)]
    [InlineData("The president dismissed the army chief on Monday.", EventType.Sanction)]
    [InlineData("The minister sent police to Bergen on Monday.", EventType.Mobilize)]
    [InlineData("Norway and Sweden agreed on a truce on Monday.", EventType.Agree)]
    [InlineData("Norway threatened retaliation against Sweden.", EventType.Threaten)]
    [InlineData("Norway sought the extradition of the general.", EventType.Request)]
    [InlineData("The Norwegian foreign minister travelled to Sweden on Monday.", EventType.Consult)]
    [InlineData("The army launched an offensive to retake the town of Narvik.", EventType.Assault)]
    public void The_same_words_in_earnest_do(string text, EventType type) => Assert.Contains(Events(text), claim => claim.Type == type);

    [Fact]
    public void What_an_earthquake_destroys_nobody_attacked()
    {
        const string Quake = "A strong earthquake shook Norway on Monday. The epicentre was near Bergen and the magnitude was 7.1, and a tsunami followed. Nine schools were destroyed in the city.";
        Assert.DoesNotContain(Events(Quake), claim => claim.Type == EventType.Assault);
        Assert.Contains(Events("Shelling by rebels went on near Bergen on Monday. Nine schools were destroyed in the city."), claim => claim is { Type: EventType.Assault, Mode: "destroy" });
    }

    [Theory]
    [InlineData("Norwegian officers are planning the invasion of Sweden.", ClaimStatus.Planned)]
    [InlineData("The minister said Norway had no plans to invade Sweden.", ClaimStatus.Denied)]
    [InlineData("Norway does not have orders to attack Sweden.", ClaimStatus.Denied)]
    [InlineData("Norway does not plan to attack Sweden.", ClaimStatus.Denied)]
    [InlineData("Norway might decide to attack Sweden.", ClaimStatus.Hypothetical)]
    [InlineData("There is no evidence Norway mounted an attack on Bergen.", ClaimStatus.Hypothetical)]
    [InlineData("Norway will respond by bombing the rebels.", ClaimStatus.Planned)]
    [InlineData("Norwegian soldiers could storm the market, killing civilians.", ClaimStatus.Hypothetical)]
    [InlineData("Norway would stop if Sweden had stopped shelling the town.", ClaimStatus.Hypothetical)]
    [InlineData("The alleged chemical attack on Bergen drew criticism.", ClaimStatus.Alleged)]
    public void Plans_and_their_absence_are_no_deeds(string text, ClaimStatus status)
    {
        IReadOnlyList<EventClaim> attacks = [.. Events(text).Where(claim => claim.Type == EventType.Assault)];
        Assert.NotEmpty(attacks);
        Assert.All(attacks, claim => Assert.Equal(status, claim.Status));
    }

    [Fact]
    public void Whoever_is_found_not_guilty_is_not_convicted()
    {
        Assert.DoesNotContain(Events("The guard was found not guilty of murder on Monday."), claim => claim.Type == EventType.Sanction);
        Assert.Contains(Events("The guard was found guilty of murder on Monday."), claim => claim is { Type: EventType.Sanction, Mode: "convict" });
    }

    [Fact]
    public void Those_who_crash_do_not_kill_who_is_on_board() =>
        Assert.DoesNotContain(Events("Two Norwegian pilots crashed near Bergen on Sunday, killing everyone on board."), claim => claim.Type == EventType.Assault);

    [Theory]
    [InlineData("The senators are angry at Erik Hansen for agreeing to the debate.", EventType.Agree, "Erik Hansen")]
    [InlineData("The party punished Erik Hansen for refusing to support the bill.", EventType.Reject, "Erik Hansen")]
    [InlineData("Kari Dahl chided Erik Hansen for refusing to resign.", EventType.Reject, "Erik Hansen")]
    [InlineData("Kari Dahl wrote a letter to Erik Hansen asking the government to resign.", EventType.Request, "Kari Dahl")]
    public void The_one_who_did_it_is_told_from_who_speaks_of_it(string text, EventType type, string who)
    {
        ReportClaims claims = ClaimScene.Extract(text);
        EventClaim found = claims.Claims.OfType<EventClaim>().First(claim => claim.Type == type);
        Assert.Equal([who], found.Initiators.Select(actor => claims.Source.Actors[actor].Name));
    }

    [Fact]
    public void What_is_commemorated_does_not_date_the_march()
    {
        EventClaim march = Assert.Single(Events("Thousands marched in Oslo to mark the anniversary of the 1990 massacre."), claim => claim.Type == EventType.Protest);
        Assert.Equal(ClaimStatus.Happened, march.Status);
    }

    [Fact]
    public void An_election_ahead_of_the_report_is_planned()
    {
        ReportClaims claims = ClaimScene.Extract("Norway will hold talks before the election next year.");
        Assert.All(claims.Claims.OfType<EventClaim>().Where(claim => claim.Type == EventType.Election), claim => Assert.NotEqual(ClaimStatus.Happened, claim.Status));
    }

    [Fact]
    public void Scheduled_elections_are_planned() =>
        Assert.All(Events("The party will take part in elections scheduled for March in Norway.").Where(claim => claim.Type == EventType.Election), claim => Assert.Equal(ClaimStatus.Planned, claim.Status));

    [Fact]
    public void The_sides_of_talks_are_not_their_place() =>
        Assert.All(Events("Negotiations between Sweden and Bergen collapsed on Tuesday."), claim => Assert.True(claim.Place < 0));

    private static IReadOnlyList<EventClaim> Events(string text) => [.. ClaimScene.Extract(text).Claims.OfType<EventClaim>()];
}
