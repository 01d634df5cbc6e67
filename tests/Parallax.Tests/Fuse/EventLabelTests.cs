using Parallax.Annotate;
using Parallax.Assess;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Read;
using Xunit;

namespace Parallax.Tests.Fuse;

/// <summary>An event is named by a clause that stands by itself and says no more and nothing else than its report.</summary>
public sealed class EventLabelTests
{
    private static readonly Annotator s_annotator = new(LanguageData.English);
    private static readonly Extractor s_extractor = new(LanguageData.English);

    [Theory]
    // What is demanded, and what somebody is accused of, belongs to the deed.
    [InlineData("The army commander urged residents to leave the northern districts of Osk.", "The army commander urged residents to leave the northern districts of Osk")]
    [InlineData("The Varn ministry accused rebels of shelling a hospital on Tuesday.", "The Varn ministry accused rebels of shelling a hospital")]
    // The day stands in the heading, and asides only delay.
    [InlineData("On Monday, rebels attacked a police station in Lagos, officials said.", "Rebels attacked a police station in Lagos")]
    [InlineData("Police in Lagos (the commercial capital) later arrested two men on Friday after a chase.", "Police in Lagos arrested two men")]
    // What a relative clause or a participle says is a sentence of its own.
    [InlineData("The mayor of Kano spoke of a vote that most residents boycotted.", "Most residents boycotted a vote")]
    [InlineData("The governor met relatives of two women kidnapped in Kano.", "Two women were kidnapped in Kano")]
    [InlineData("Mourners remembered the bombing that killed 12 people in Kano.", "The bombing killed 12 people in Kano")]
    // Two verbs share a subject and an object.
    [InlineData("Rebels surrounded and attacked the town of Kano on Friday.", "Rebels attacked the town of Kano")]
    [InlineData("Soldiers were beaten and shot in Kano by rebels on Friday.", "Soldiers were shot in Kano by rebels")]
    // A participle of killing goes with who did it, not with whom it stands beside.
    [InlineData("An attacker drove a truck through crowds celebrating a holiday in Lagos on Monday, killing at least 84 people.", "An attacker drove a truck through crowds celebrating a holiday in Lagos")]
    // A quotation is kept whole or not at all.
    [InlineData("The president ordered an “urgent” withdrawal of troops from Kano on Friday.", "The president ordered an “urgent” withdrawal of troops from Kano")]
    public void A_clause_stands_by_itself(string sentence, string label) =>
        Assert.Contains(label, Labels(sentence));

    [Fact]
    public void A_pronoun_is_written_as_the_name_it_stands_for() =>
        Assert.Contains("Ada Renko called on rebels to lay down their weapons", Labels("Ada Renko, the mayor, arrived in Kano on Monday. She called on rebels to lay down their weapons."));

    [Theory]
    [InlineData("In the wake of two shootings this month that killed 18 people, the crowd fell silent in Kano.", "The crowd in the wake")]
    [InlineData("Officials gave no clarification on who fired the fatal shot at protesters in Kano.", "Clarification")]
    [InlineData("The move led the council and its allies to condemn rebels in Kano.", "The move")]
    public void Words_of_another_deed_never_name_it(string sentence, string wrong) =>
        Assert.DoesNotContain(Labels(sentence), label => label.Contains(wrong, StringComparison.Ordinal));

    [Theory]
    [InlineData("Rebels in Kano threatened to attack what the army calls its safe zones and whoever stands by them in the weeks before the vote.")]
    [InlineData("The ministry in Kano on Tuesday condemned, in the strongest words so far and with the approval of parties that seldom agree, the killing of four teachers, two nurses and a driver near the border by men whom nobody has named.")]
    public void No_label_breaks_off_or_runs_on(string sentence) => Assert.All(Labels(sentence), label =>
    {
        Assert.InRange(label.Length, 1, 110);
        Assert.DoesNotMatch(@"\b(what|which|who|of|to|by|the|a|and|in)$", label);
    });

    private static string[] Labels(string text)
    {
        Report read = Assert.Single(new ReportReader(LanguageData.English, ReadOptions.Default with { Raw = true }).Read(new InputItem("a.txt", System.Text.Encoding.UTF8.GetBytes(text))).Reports);
        Situation situation = new Assessor(LanguageData.English).Assess(new Fuser(LanguageData.English).Fuse([s_extractor.Extract(s_annotator.Annotate(read))]));
        return [.. situation.Events.Select(e => e.Label)];
    }
}
