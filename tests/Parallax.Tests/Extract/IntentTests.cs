using Parallax.Extract;
using Xunit;

namespace Parallax.Tests.Extract;

/// <summary>What is only announced counts by its saying, as PLOVER has it; what merely stands beside an event is no second one.</summary>
public sealed class IntentTests
{
    [Theory]
    [InlineData("Chad says it is willing to withdraw its troops from Niger.", "withdraw", EventType.Agree)]
    [InlineData("The rebels offered to negotiate with the government of Mali.", "negotiate", EventType.Agree)]
    [InlineData("The president said he is prepared to lift the ban on the Unity Party.", "lift", EventType.Agree)]
    [InlineData("Peru will withdraw its troops from Ecuador next week.", "withdraw", EventType.Concede)]
    [InlineData("Kenya plans to impose restrictions on Somali refugees next month.", "impose", EventType.Threaten)]
    [InlineData("The minister announced that she will extend the curfew in Lagos.", "extend", EventType.Threaten)]
    [InlineData("Russia confirmed on Friday that it would tighten the blockade of Georgia.", "tighten", EventType.Threaten)]
    public void An_announced_act_is_coded_by_what_is_said(string text, string trigger, EventType type)
    {
        EventClaim claim = Assert.Single(Events(text), claim => claim.Trigger.Of(text) == trigger);
        Assert.Equal(type, claim.Type);
        Assert.Equal(ClaimStatus.Planned, claim.Status);
    }

    [Theory]
    [InlineData("The European Union imposed sanctions on Mali on Monday.", EventType.Sanction)]
    [InlineData("The minister extended the curfew in Lagos on Monday.", EventType.Coerce)]
    public void A_deed_done_is_no_threat(string text, EventType type) => Assert.Equal(type, Assert.Single(Events(text)).Type);

    [Fact]
    public void What_others_expect_of_a_court_is_no_threat() =>
        Assert.DoesNotContain(Events("The journalist is due to be deported to Chad on Friday."), claim => claim.Type == EventType.Threaten);

    [Fact]
    public void A_refusal_in_a_report_happened()
    {
        EventClaim claim = Assert.Single(Events("Norway said it would not meet the rebels' demands."));
        Assert.Equal(EventType.Reject, claim.Type);
        Assert.Equal(ClaimStatus.Happened, claim.Status);
    }

    [Theory]
    [InlineData("Farmers blocked the highway on Monday demanding that the minister resign.", EventType.Request)]
    [InlineData("Police fired tear gas at students on Monday after a demonstration over fees.", EventType.Protest)]
    public void What_stands_beside_the_event_is_no_second_one(string text, EventType aside) =>
        Assert.DoesNotContain(Events(text), claim => claim.Type == aside);

    [Fact]
    public void Fighting_between_two_is_not_by_the_subject()
    {
        Assert.DoesNotContain(Events("Chad closed its border with Sudan because of fighting between rebels and militias."), claim => claim.Type == EventType.Assault && claim.Initiators.Count == 1);
    }

    [Theory]
    [InlineData("The judge ordered the former minister to appear in court on Tuesday.", EventType.Request)]
    [InlineData("Kenya extradited a suspected bomber to Uganda on Sunday.", EventType.Cooperate)]
    [InlineData("Ghana is opposed to Nigerian mediation.", EventType.Reject)]
    [InlineData("Hackers defaced 40 Estonian websites on Friday.", EventType.Coerce)]
    [InlineData("Troops captured part of a rebel stronghold near the border.", EventType.Assault)]
    public void Near_kinds_are_told_apart(string text, EventType type) => Assert.Equal(type, Assert.Single(Events(text)).Type);

    [Theory]
    [InlineData("Nurses went on strike on Monday over pay.")]
    [InlineData("A strike on Monday by dockworkers closed the port over wages.")]
    [InlineData("He said he would never have met the president of Ghana.")]
    [InlineData("Norway will commit 300 troops to the defence of Estonia.")]
    public void No_blow_threat_or_refusal_is_made_up(string text) =>
        Assert.DoesNotContain(Events(text), claim => claim.Type is EventType.Assault or EventType.Threaten || claim is { Type: EventType.Reject, Status: ClaimStatus.Happened });

    private static EventClaim[] Events(string text) => [.. ClaimScene.Extract(text).Claims.OfType<EventClaim>()];
}
