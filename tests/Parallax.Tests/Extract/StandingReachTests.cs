using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Xunit;

namespace Parallax.Tests.Extract;

/// <summary>How far a denial reaches, what history may overwrite, and from which day a story goes on.</summary>
public sealed class StandingReachTests
{
    private static readonly Extractor s_extractor = new(LanguageData.English);

    [Theory]
    [InlineData("The candidate admitted that he was not arrested in Angola in the 1980s.", "arrested", ClaimStatus.Denied)]
    [InlineData("The mutineers tried to kill the governor, but failed.", "kill", ClaimStatus.Denied)]
    [InlineData("The mutineers tried in vain to kill the governor in 1998.", "kill", ClaimStatus.Denied)]
    [InlineData("Two officers openly talked about assassinating the king of Ardania.", "assassinating", ClaimStatus.Hypothetical)]
    [InlineData("The ministry denied that police had killed protesters; Mira Sen accused him of lying.", "accused", ClaimStatus.Happened)]
    [InlineData("The rebels denied any role in a bombing that wounded 11 soldiers on Monday.", "bombing", ClaimStatus.Happened)]
    [InlineData("The government denied a report that commandos had tried to storm the building.", "storm", ClaimStatus.Denied)]
    [InlineData("The spokesman dismissed as an invention the claim that guards had shot at the crowd.", "shot at", ClaimStatus.Denied)]
    [InlineData("It is not true that soldiers executed prisoners, the army said.", "executed", ClaimStatus.Denied)]
    [InlineData("The army neither confirmed nor denied that it had bombed the camp.", "bombed", ClaimStatus.Hypothetical)]
    [InlineData("An official said the minister had told him that mutineers had fired the shell.", "fired", ClaimStatus.Happened)]
    [InlineData("A video appears to show the moment a missile struck the aircraft.", "struck", ClaimStatus.Alleged)]
    [InlineData("The House on Thursday voted to approve a war powers resolution.", "approve", ClaimStatus.Happened)]
    [InlineData("The rally has been cancelled, organisers said.", "rally", ClaimStatus.Denied)]
    [InlineData("A march against the law will not go ahead on Saturday, its organisers said.", "march", ClaimStatus.Denied)]
    [InlineData("Ardania has had three coups since 1961.", "coups", ClaimStatus.Background)]
    [InlineData("Activists accuse the government of having ignored a 2019 report.", "accuse", ClaimStatus.Happened)]
    [InlineData("It was the worst attack there since 2017, when 40 people died.", "died", ClaimStatus.Background)]
    public void An_event_stands_as_its_sentence_says(string text, string trigger, ClaimStatus status)
    {
        EventClaim claim = Assert.Single(Events(text), claim => claim.Trigger.Of(text) == trigger);
        Assert.Equal(status, claim.Status);
    }

    [Fact]
    public void Where_only_a_part_in_a_deed_is_denied_its_dead_are_not_denied()
    {
        string text = "The separatists denied any involvement in the blast that killed nine policemen on Monday.";
        FigureClaim killed = Assert.Single(Claims(text).OfType<FigureClaim>());
        Assert.Equal(ClaimStatus.Happened, killed.Status);
        Assert.DoesNotContain(killed.Attribution, link => link.Kind == AttributionKind.Speaker);
    }

    [Fact]
    public void The_day_of_speech_does_not_carry_on_to_the_deed()
    {
        string text = "Two villages were attacked on Saturday, officials said on Sunday. In Arba, gunmen killed 21 people.";
        EventClaim killed = Assert.Single(Events(text), claim => claim.Sentence == 1);
        Assert.Equal("Saturday", DayOf(text, killed.NarrativeTime));
        Assert.Equal(-1, Assert.Single(Events("In a statement issued on Sunday the coast guard spoke of pirates. They killed two sailors."), claim => claim.Sentence == 1).NarrativeTime);
        Assert.Equal(-1, Assert.Single(Events("The base was hit in retaliation for the January 3 strike. Ardania fired 20 rockets at it."), claim => claim.Sentence == 1).NarrativeTime);
    }

    [Fact]
    public void What_was_called_off_keeps_the_day_and_place_for_which_it_was_planned()
    {
        string text = "Peace talks between the army and the rebels that were to open in Geneva on Thursday have been cancelled.";
        EventClaim talks = Assert.Single(Events(text));
        Assert.Equal(ClaimStatus.Denied, talks.Status);
        Assert.Equal("Thursday", DayOf(text, talks.Time));
        Assert.Equal("Geneva", Read(text).Source.Places[talks.Place].Span.Of(text));
        Assert.Equal(TimeDirection.Future, Read(text).Source.Times[talks.Time].Direction);
    }

    [Theory]
    [InlineData("The attack on the plant was claimed by a movement in Yemen.", null)]
    [InlineData("The attack on the plant in Yemen was claimed by a movement.", "Yemen")]
    [InlineData("Rebels captured an outpost near Tolmo, in the north of Mali.", "Tolmo")]
    [InlineData("The rebels declared war on Denmark.", null)]
    public void The_place_is_that_of_the_deed(string text, string? place)
    {
        EventClaim claim = Assert.Single(Events(text));
        Assert.Equal(place, claim.Place < 0 ? null : Read(text).Source.Places[claim.Place].Span.Of(text));
    }

    private static string? DayOf(string text, int time) => time < 0 ? null : Read(text).Source.Times[time].Span.Of(text);

    private static IEnumerable<EventClaim> Events(string text) => Claims(text).OfType<EventClaim>();

    private static IReadOnlyList<Claim> Claims(string text) => Read(text).Claims;

    private static ReportClaims Read(string text) => s_extractor.Extract(ClaimScene.Annotate(text));
}
