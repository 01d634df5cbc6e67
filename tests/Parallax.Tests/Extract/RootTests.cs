using Parallax.Data;
using Parallax.Extract;
using Parallax.Present;
using Xunit;

namespace Parallax.Tests.Extract;

public sealed class RootTests
{
    private static readonly RootClassifier s_classifier = RootClassifier.Of(LanguageData.English);

    [Theory]
    [InlineData("<s>The government of Norway</s> has lifted its sanctions on <t>Chad</t>.", EventType.Concede, "lift+embargo")]
    [InlineData("<s>Norway</s> refused to lift sanctions on <t>Chad</t>.", EventType.Reject, "refuse>")]
    [InlineData("<s>Norway</s> suspended aid to <t>Chad</t> after the vote.", EventType.Sanction, "cut+aid")]
    [InlineData("<s>Norway</s> said <t>Chad</t> must withdraw its troops.", EventType.Request, "say>must>pullback+troops")]
    [InlineData("<s>Norway</s> sent a letter accusing <t>Chad</t> of fraud.", EventType.Accuse, "saying>")]
    [InlineData("<s>The rebels</s> threatened to shell <t>the town</t>.", EventType.Threaten, "threaten>")]
    public void A_governing_verb_and_a_noun_decide_over_the_verb_alone(string marked, EventType root, string rule)
    {
        RootReading reading = ReadingOf(marked);
        Assert.Equal(root, reading.Verdict.Root);
        Assert.Equal(rule, reading.Verdict.Rule);
        Assert.Equal(root, reading.Root);
    }

    [Fact]
    public void A_reading_says_which_features_spoke_for_it()
    {
        RootReading reading = ReadingOf("<s>Norway</s> suspended aid to <t>Chad</t> after the vote.");
        IReadOnlyList<(string Feature, float Weight)> reasons = s_classifier.Reasons(reading, 3);
        Assert.Equal(3, reasons.Count);
        Assert.All(reasons, reason => Assert.True(reason.Weight > 0));
        Assert.StartsWith("cut+aid; ", s_classifier.Explain(reading, 3), StringComparison.Ordinal);
        Assert.Equal(1, reading.Chances().Sum(), 6);
    }

    [Fact]
    public void Verdicts_of_guilt_and_sanctions_are_filed_by_either_book()
    {
        Assert.Equal(EventType.Sanction, RootAnswer.Root(RootAnswer.Convicted));
        Assert.Equal(EventType.Accuse, RootAnswer.RootAfterCameo(RootAnswer.Convicted));
        Assert.Equal(EventType.Concede, RootAnswer.Root(RootAnswer.Promised));
        Assert.Equal(EventType.Agree, RootAnswer.RootAfterCameo(RootAnswer.Promised));
    }

    [Fact]
    public void A_model_reads_back_as_written()
    {
        sbyte[] row = new sbyte[RootModel.Answers];
        (row[2], row[RootAnswer.None]) = (-127, 5);
        RootModel model = RootModel.Read(new MemoryStream(new RootModel(new Dictionary<uint, sbyte[]> { [uint.MaxValue] = row, [7] = row }).Write()));
        Assert.Equal(2, model.Count);
        Assert.Equal(row, model.RowOf(uint.MaxValue));
        Assert.Equal(-254, model.Score([7, uint.MaxValue, 8])[2]);
    }

    [Fact]
    public void Marks_are_cut_out_of_a_sentence()
    {
        MarkedSentence sentence = MarkedSentence.Parse("<t>B</t> and <s>the A</s> met <t>C</t>.");
        Assert.Equal("B and the A met C.", sentence.Text);
        Assert.Equal("the A", sentence.Source.Of(sentence.Text));
        Assert.Equal("B", sentence.Target.Of(sentence.Text));
        Assert.Equal(0, MarkedSentence.Parse("<s></s>None <t>open").Target.Length);
    }

    [Theory]
    [InlineData("Finland will give Tanzania a grant of 58 million dollars.", EventType.Agree, "Finland", "Tanzania")]
    [InlineData("Peru rejected a Bolivian proposal on Monday.", EventType.Reject, "Peru", "Bolivia")]
    [InlineData("Niger on Friday telephoned nobody but urged Benin to reopen the bridge.", EventType.Request, "Niger", "Benin")]
    public void A_country_that_acts_or_is_acted_upon_is_its_government(string text, EventType type, string initiator, string target)
    {
        ReportClaims claims = ClaimScene.Extract(text);
        EventClaim claim = Assert.Single(claims.Claims.OfType<EventClaim>(), e => e.Type == type);
        Assert.Equal(initiator, claims.Source.Actors[Assert.Single(claim.Initiators)].Name);
        Assert.Contains(claim.Targets, actor => claims.Source.Actors[actor].Name == target);
    }

    [Theory]
    [InlineData("Croatia beat Portugal on Saturday.")]
    [InlineData("Reporters fired questions at the minister.")]
    [InlineData("The company denied the claim.")]
    public void What_only_sounds_like_a_deed_is_none(string text) => Assert.Empty(ClaimScene.Extract(text).Claims.OfType<EventClaim>());

    [Fact]
    public void An_event_is_explained_by_its_trigger_its_reasons_and_who_is_who()
    {
        string[] lines = ClaimExplanation.Write(ClaimScene.Extract("Finland will give Tanzania a grant of 58 million dollars.")).Split('\n');
        Assert.Contains("agree, planned", lines);
        Assert.Contains("  trigger    13-17: give", lines);
        Assert.Contains("  initiator  Finland at 0-7: Finland", lines);
        Assert.Contains("  target     Tanzania at 18-26: Tanzania", lines);
        Assert.Contains(lines, line => line.StartsWith("  because    ", StringComparison.Ordinal) && line.Contains("will>give+aid", StringComparison.Ordinal));
    }

    private static RootReading ReadingOf(string marked)
    {
        MarkedSentence sentence = MarkedSentence.Parse(marked);
        return s_classifier.Read(ClaimScene.Annotate(sentence.Text), sentence.Source, sentence.Target)!;
    }
}
