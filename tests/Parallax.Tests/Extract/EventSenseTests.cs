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

    private static IReadOnlyList<EventClaim> Events(string text) => [.. ClaimScene.Extract(text).Claims.OfType<EventClaim>()];
}
