using Parallax.Annotate;
using Parallax.Extract;
using Xunit;

namespace Parallax.Tests.Extract;

/// <summary>What a listed word tells instead where it stands, and whose the phrases beside it are.</summary>
public sealed class EventTurnTests
{
    [Theory]
    [InlineData("A policeman shot at two tourists and their guide, killing all three and wounding another.", "policeman")]
    [InlineData("Gunmen attacked two farmers near Gao on Monday, killing one and injuring the other.", "Gunmen")]
    [InlineData("Two guards were shot by rebels near Gao, killing one.", "rebels")]
    public void Who_struck_is_who_killed_and_nobody_who_was_struck(string text, string striker) =>
        Assert.All(Deeds(text, EventType.Assault), deed => Assert.Equal(striker, deed.Initiators));

    [Theory]
    [InlineData("The fighters had been sent to Libya.", "fighters")]
    [InlineData("Soldiers have been sent to the border on Monday.", "Soldiers")]
    public void Those_who_are_sent_send_nobody(string text, string sent)
    {
        Deed deed = Assert.Single(Deeds(text, EventType.Mobilize));
        Assert.Equal(("", sent), (deed.Initiators, deed.Targets));
    }

    [Theory]
    [InlineData("The opposition leader called the vote crazy.", true)]
    [InlineData("Russia called the election illegitimate on Monday.", true)]
    [InlineData("President Karim Sadiq called the incident a stab in the back.", true)]
    [InlineData("Norway called the ballot a milestone.", false)]
    [InlineData("The minister defended the arms sales to Chad, calling the deals legitimate.", false)]
    public void Who_calls_something_something_holds_no_vote_and_asks_for_nothing(string text, bool against)
    {
        Assert.DoesNotContain(Events(text), claim => claim.Type is EventType.Election or EventType.Request or EventType.Consult);
        Assert.Equal(against, Events(text).Any(claim => claim is { Type: EventType.Accuse, Mode: "disapprove" }));
    }

    [Theory]
    [InlineData("The president called an early election on Monday.", EventType.Election)]
    [InlineData("Norway called on Sweden to free the prisoners.", EventType.Request)]
    [InlineData("The union called a march against the new tax for Sunday.", EventType.Protest)]
    public void Votes_and_demands_are_still_called(string text, EventType type) => Assert.Contains(Events(text), claim => claim.Type == type);

    [Theory]
    [InlineData("“It was wrong,” he said. Norway called the ban on imports “a grave and costly mistake”.", SpeechAct.Condemn)]
    [InlineData("“It was right,” he said. Norway called the ban on imports “a great and lasting success”.", SpeechAct.Support)]
    public void A_judgement_is_no_demand(string text, SpeechAct act) =>
        Assert.Contains(ClaimScene.Extract(text).Claims.OfType<StatementClaim>(), claim => claim.Act == act && claim.Rule == "statement:call");

    [Theory]
    [InlineData("Iran promised significant consequences for Israel.", "Israel")]
    [InlineData("Turkey pledged a response to the attack by Syria.", "Syria")]
    [InlineData("The president promised a harsh response to Norway.", "Norway")]
    public void Promised_harm_is_a_threat(string text, string target)
    {
        Deed deed = Assert.Single(Deeds(text, EventType.Threaten));
        Assert.Equal(target, deed.Targets);
        Assert.Empty(Deeds(text, EventType.Agree));
    }

    [Fact]
    public void What_is_to_be_avenged_has_happened() =>
        Assert.All(Events("Iran vowed revenge on Norway for the killing of its general.").Where(claim => claim.Type == EventType.Assault), claim => Assert.Equal(ClaimStatus.Happened, claim.Status));

    [Theory]
    [InlineData("Ministers of Peru and Chile gathered in Lima on Monday to discuss the border dispute.")]
    [InlineData("Foreign ministers have gathered in Brussels for talks on Iran.")]
    [InlineData("Officials met in Berlin on Sunday to discuss Libya-Turkey relations.")]
    public void Officials_who_gather_to_talk_meet_and_their_topic_takes_no_part(string text)
    {
        Assert.Empty(Deeds(text, EventType.Protest));
        Assert.Equal("", Assert.Single(Deeds(text, EventType.Consult)).Targets);
    }

    [Fact]
    public void Protesters_who_gather_still_protest() => Assert.Single(Deeds("Protesters gathered in Tunis on Monday.", EventType.Protest));

    [Theory]
    [InlineData("The agreement allowed Russia to deploy troops in Armenia.")]
    [InlineData("The assembly that elects the president met on Monday.")]
    [InlineData("Under the treaty, an attack on one member is an attack on all.")]
    [InlineData("The president stepped back from a strike on Iran.")]
    [InlineData("Turkey is pulling back from its offensive in Syria.")]
    [InlineData("The government is planning an operation to deport thousands of refugees to Syria.")]
    public void Rules_permissions_and_what_is_given_up_are_no_deeds(string text) =>
        Assert.DoesNotContain(Events(text), claim => claim.Type is EventType.Assault or EventType.Mobilize or EventType.Election && claim.Status != ClaimStatus.Hypothetical);

    [Fact]
    public void Talks_ahead_are_planned_and_no_part_of_the_meeting_before()
    {
        const string text = "The envoys met in Geneva on Monday ahead of a new round of talks with Iran.";
        Assert.Equal("envoys", Assert.Single(Deeds(text, EventType.Consult)).Initiators);
        Assert.DoesNotContain(Events(text), claim => claim.Trigger.Of(text) == "talks" && claim.Status == ClaimStatus.Happened);
    }

    [Fact]
    public void Who_is_somewhere_in_order_to_meet_has_no_plan_of_another() =>
        Assert.Empty(Deeds("The minister told reporters who were here to meet him.", EventType.Agree));

    [Theory]
    [InlineData("The United States imposed sanctions on Turkey for its intervention in Syria.", EventType.Sanction)]
    [InlineData("The militia attacked an army base in retaliation for strikes last week in Baghdad.", EventType.Assault)]
    public void Where_and_when_the_cause_was_is_not_where_and_when_the_answer_is(string text, EventType type)
    {
        EventClaim claim = Assert.Single(Events(text), claim => claim.Type == type && claim.Trigger.Of(text) is "imposed" or "attacked");
        Assert.Equal((-1, -1), (claim.Place, claim.Time));
    }

    [Theory]
    [InlineData("Gunmen opened fire at a hospital in Kabul on Monday, killing six patients.", "patients")]
    [InlineData("Militants opened fire on worshippers at a mosque.", "worshippers")]
    public void The_building_in_which_people_are_hit_is_where(string text, string target) =>
        Assert.Equal(target, Assert.Single(Deeds(text, EventType.Assault)).Targets);

    [Theory]
    [InlineData("Russia rejected the accusations against Syria.", "")]
    [InlineData("Ministers rejected Turkey's claims about the raid.", "Turkey")]
    public void Charges_are_rejected_against_who_makes_them(string text, string target) =>
        Assert.Equal(target, Assert.Single(Deeds(text, EventType.Reject)).Targets);

    [Theory]
    [InlineData("The minister said the road was open, though the town was still under siege.", "the road was open")]
    [InlineData("The minister said that prices were falling, whereas wages rose by two per cent last year.", "prices were falling")]
    public void What_the_writer_sets_against_it_was_not_said(string text, string said) =>
        Assert.Equal(said, Assert.Single(ClaimScene.Extract(text).Claims.OfType<StatementClaim>()).Text);

    private static EventClaim[] Events(string text) => [.. ClaimScene.Extract(text).Claims.OfType<EventClaim>()];

    private static Deed[] Deeds(string text, EventType type)
    {
        ReportClaims claims = ClaimScene.Extract(text);
        return [.. claims.Claims.OfType<EventClaim>().Where(claim => claim.Type == type).Select(claim => new Deed(Side(claims.Source, claim.Initiators), Side(claims.Source, claim.Targets)))];
    }

    private static string Side(AnnotatedReport report, IReadOnlyList<int> actors) => string.Join('+', actors.Select(actor => report.Actors[actor].Name));

    private sealed record Deed(string Initiators, string Targets);
}
