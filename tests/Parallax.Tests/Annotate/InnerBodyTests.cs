using Parallax.Annotate;
using Xunit;

namespace Parallax.Tests.Annotate;

/// <summary>Bodies named inside what describes somebody else, and whom "we" stands for in what their people say.</summary>
public sealed class InnerBodyTests
{
    [Theory]
    [InlineData("UNICEF spokesman Carl Brandt said the convoy had turned back.", "UNICEF", "Carl Brandt")]
    [InlineData("NATO commanders met in Oslo on Monday.", "NATO", "commanders")]
    [InlineData("The head of the World Food Programme flew to Juba.", "World Food Programme", "head")]
    public void A_body_inside_the_words_for_somebody_else_is_named_as_well(string text, string body, string whole)
    {
        AnnotatedReport report = ActorScene.Annotate(text);
        ActorMention inner = Mention(report, body), outer = Mention(report, whole);
        Assert.NotEqual(outer.Actor, inner.Actor);
        Assert.NotEqual(ActorKind.Person, report.Actors[inner.Actor].Kind);
        Assert.Equal(MentionForm.Name, inner.Form);
    }

    [Fact]
    public void What_a_body_leads_is_not_the_body()
    {
        AnnotatedReport report = ActorScene.Annotate("Serbia asked NATO-led troops to protect the village.");
        Assert.DoesNotContain(report.Actors, a => a.Name.EndsWith("-led", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"We have killed three of them,\" said Marlo Denz, a spokesman for the Orlan Liberation Front.", "Orlan Liberation Front")]
    [InlineData("UNICEF chief Anna Berg said: \"We need trucks.\"", "UNICEF")]
    [InlineData("The Orlan Liberation Front said: \"We will fight on.\"", "Orlan Liberation Front")]
    public void We_is_the_body_that_speaks_or_is_spoken_for(string text, string body)
    {
        AnnotatedReport report = ActorScene.Annotate(text);
        Assert.Equal(Mention(report, body).Actor, Mention(report, "We").Actor);
    }

    [Theory]
    [InlineData("\"We heard shots,\" said Maria Lopes, a resident of Goma.")]
    [InlineData("\"We may never know,\" said Karl Vester, an analyst at the Orlan Institute.")]
    [InlineData("UNICEF chief Anna Berg said: \"Our country has forgotten them.\"")]
    public void Nobody_known_is_meant_where_the_speaker_speaks_for_no_body(string text)
    {
        AnnotatedReport report = ActorScene.Annotate(text);
        Assert.DoesNotContain(report.Mentions, m => m.Actor >= 0 && m.Span.Of(text) is "We" or "Our");
    }

    private static ActorMention Mention(AnnotatedReport report, string words) => Assert.Single(report.Mentions, m => m.Span.Of(report.Report.Text) == words || m.HeadSpan.Of(report.Report.Text) == words);
}
