using Parallax.Assess;
using Parallax.Bench;
using Xunit;

namespace Parallax.Tests.Specs;

/// <summary>The form of <c>specs/disagreements</c>, and what two short reports are said to differ in.</summary>
public sealed class DisagreementTests
{
    private static readonly Stages s_stages = new();

    [Fact]
    public void Every_case_is_read()
    {
        DisagreementCase[] cases = [.. DisagreementCase.Files().SelectMany(file => DisagreementCase.Parse(Path.GetFileName(file), File.ReadAllText(file)))];
        Assert.Equal(300, cases.Count(c => !c.IsFurther));
        Assert.Equal(40, cases.Count(c => !c.IsFurther && c.Kind == DisagreementCase.Nothing));
        Assert.All(cases.Where(c => c.About == "figure"), c => Assert.True(c.Values.Count >= 2, c.Id));
    }

    [Fact]
    public void A_case_without_gold_is_refused() =>
        Assert.Throws<FormatException>(() => DisagreementCase.Parse("x.md", "```disagreement d001\nA: Post | 2024-05-14\nText.\nB: Radio | 2024-05-14\nText.\n```\n"));

    [Theory]
    [InlineData(
        "Police arrested 40 squatters during Monday's raid on the cannery in Brenlow, a spokesman said.",
        "Twelve squatters were charged after Monday's raid on the cannery in Brenlow, the prosecutor said.", DisagreementKind.Measure)]
    [InlineData(
        "More than 60 passengers were injured when a tram derailed in Brenlow on Monday.",
        "The tram that derailed in Brenlow on Monday injured 64 passengers, the hospital said.", DisagreementKind.Vague)]
    [InlineData(
        "Nine tenants died when a roof collapsed in Brenlow on Monday, the coroner said in his final report.",
        "Six tenants died when a roof collapsed in Brenlow on Monday, the fire chief said; the search is over.", DisagreementKind.Conflict)]
    [InlineData(
        "The army said it had killed 80 rebels near Brenlow on Monday.",
        "A priest who buried them counted 17 rebels killed near Brenlow on Monday.", DisagreementKind.InterestedParty)]
    [InlineData(
        "The army lost seven soldiers in Monday's ambush near Brenlow, its spokesman said.",
        "Two hospital sources said 26 soldiers died in Monday's ambush near Brenlow.", DisagreementKind.InterestedParty)]
    [InlineData(
        "Donors pledged $400 million for the harbour of Brenlow at Monday's conference.",
        "Only $90 million for the harbour of Brenlow has been paid out, Monday's conference was told.", DisagreementKind.Measure)]
    [InlineData(
        "Perhaps two dozen barges sank in the storm at Brenlow on Monday, sailors said.",
        "Twenty-six barges sank in the storm at Brenlow on Monday, the harbour office said.", DisagreementKind.Vague)]
    [InlineData(
        "Police arrested 30 strikers in Brenlow on Monday, an officer said.",
        "The interior ministry said police arrested 210 strikers nationwide on Monday, some of them in Brenlow.", DisagreementKind.Scope)]
    // A party to the fight on the enemy's machines; the body that answers for its people; a nation's among all.
    [InlineData(
        "Our fighters destroyed 14 enemy tanks near Brenlow on Monday, the front's command announced.",
        "Photographs from Brenlow show the wrecks of five tanks destroyed in Monday's fighting, an institute of military studies said.", DisagreementKind.InterestedParty)]
    [InlineData(
        "Two Zambians are among the dead of the lorry crash at Brenlow on Monday, their embassy said.",
        "Twenty-three people died in the lorry crash at Brenlow on Monday, police said.", DisagreementKind.Scope)]
    [InlineData(
        "Eight people died when shells hit Brenlow on Monday, the mayor said.",
        "Rescuers ended their search in Brenlow, bringing the number of dead from Monday's shelling to 17, the mayor said.", DisagreementKind.Time)]
    public void Two_numbers_differ_for_a_reason(string first, string second, DisagreementKind kind)
    {
        Disagreement found = Assert.Single(Between(first, second), d => d.About == DisagreementAbout.Figure);
        Assert.Equal(kind, found.Kind);
        Assert.All(found.Positions, p => Assert.NotEmpty(p.Evidence));
        Assert.Contains("First Post", found.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    // Another day, another town, another fate, the same number: no rivals.
    [InlineData("Five people were killed in a crash in Brenlow on Monday.", "Eight people were killed in a crash in Brenlow on Sunday.")]
    [InlineData("Police arrested 40 squatters in Brenlow on Monday.", "A wall fell on Monday and killed three squatters in Brenlow.")]
    [InlineData("Nine tenants died when a roof collapsed in Brenlow on Monday.", "On Monday nine tenants were killed by a falling roof in Brenlow.")]
    public void What_answers_no_common_question_is_no_disagreement(string first, string second) =>
        Assert.DoesNotContain(Between(first, second), d => d.About == DisagreementAbout.Figure);

    [Fact]
    public void Parts_that_exceed_their_total_are_shown_with_their_sum()
    {
        Disagreement found = Assert.Single(
            Between("A total of 30 dockers were injured in Brenlow on Monday, the union said.", "The union listed the dockers injured in Brenlow on Monday: 15 at the quay, 12 at the gate and 9 in the yard."),
            d => d.Kind == DisagreementKind.Arithmetic);
        Assert.Contains("15 + 12 + 9 = 36", found.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    // Numbers that stand near each other, in one report or two, are no list of parts of another number.
    [InlineData("In Brenlow 45 huts burned on Friday, 9 people are missing and 31 were hurt, the mayor said. The clinic treats 60 people.", "Sixty people were hurt in Brenlow on Friday, 14 of them children, the clinic said.")]
    [InlineData("Of the 23 people detained in Brenlow on Friday, 15 were released; eight will see a judge.", "Police in Brenlow said 31 people had been detained since Friday.")]
    public void Numbers_beside_each_other_are_no_sum(string first, string second) =>
        Assert.DoesNotContain(Between(first, second), d => d.Kind == DisagreementKind.Arithmetic);

    [Theory]
    [InlineData("Eleven civilians died in Brenlow on Friday. There the clinic treats 40 injured, 14 of them children.", "Four children were injured in Brenlow on Friday, the priest said.")]
    [InlineData("Dorit Hale, 43, was shot in Brenlow on Monday, police said.", "A 19-year-old man was shot in Brenlow on Monday, police said.")]
    // Another person of the family, other people, other villages.
    [InlineData("Dorit Hale, 43, was shot in Brenlow on Monday, police said.", "Edwin Hale, 61, was shot in Brenlow on Monday, police said.")]
    [InlineData("An air raid on Brenlow killed two teachers on Monday, the clinic said.", "An air raid on Brenlow killed three patients on Monday, the mayor said.")]
    [InlineData("The mill of Brenlow, hit by shells on Monday, lies 30 kilometres from Ostwick.", "The quarry of Ostwick, hit by shells too, lies 45 kilometres from the coast.")]
    [InlineData("On Friday 15,000 people marched in Brenlow, organisers said.", "On Saturday 40,000 people marched in Brenlow, organisers said.")]
    [InlineData("The organisers spoke of 15,000 people on the square in Brenlow on Friday.", "Two people fit on a square metre, and the square in Brenlow was full on Friday.")]
    public void What_counts_somebody_else_is_no_rival(string first, string second) =>
        Assert.DoesNotContain(Between(first, second), d => d.About == DisagreementAbout.Figure && d.Kind is DisagreementKind.Conflict or DisagreementKind.Time);

    [Fact]
    public void Two_counts_of_one_crowd_in_one_report_stand_side_by_side()
    {
        Disagreement found = Assert.Single(
            Between("Thousands marched in Brenlow on Sunday. Organisers said 9,000 people took part. Police put the number at 4,000.", "A march filled the square in Brenlow on Sunday."),
            d => d.About == DisagreementAbout.Figure && d.Kind == DisagreementKind.Conflict);
        Assert.Contains("2.3 to 1", found.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_taken_back_is_not_the_reports_own()
    {
        Disagreement found = Assert.Single(
            Between("The ministry said 90 pupils fell ill in Brenlow on Monday.", "Not 90 but 31 pupils fell ill in Brenlow on Monday, the clinic said."), d => d.About == DisagreementAbout.Figure);
        Assert.Contains(found.Positions, p => p.Reading.Contains("31", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Guards beheaded a herder in Brenlow on Monday, a neighbour said.", "No herder was beheaded in Brenlow on Monday, the priest said.", DisagreementAbout.Occurrence, DisagreementKind.Conflict)]
    [InlineData("Soldiers burned the old mill in Brenlow on Monday, farmers said.", "Rebels burned the old mill in Brenlow on Monday, the army said.", DisagreementAbout.Responsibility, DisagreementKind.InterestedParty)]
    [InlineData("The preacher Dorit Hale was arrested in Brenlow on Friday, her lawyer said.", "Police arrested the preacher Dorit Hale in Brenlow on Sunday, a neighbour said.", DisagreementAbout.Date, DisagreementKind.Conflict)]
    [InlineData("The preacher Dorit Hale was arrested on Monday in Brenlow, her lawyer said.", "Police arrested the preacher Dorit Hale on Monday in Ostwick, a neighbour said.", DisagreementAbout.Place, DisagreementKind.Conflict)]
    [InlineData("The pass at Brenlow was reopened to lorries on Monday, the road office said.", "The pass at Brenlow remained closed to lorries on Monday, drivers said.", DisagreementAbout.Occurrence, DisagreementKind.Conflict)]
    [InlineData("Dorit Hale was elected mayor of Brenlow on Friday, the registrar said.", "Edwin Marsh was elected mayor of Brenlow on Friday, a count by the parties showed.", DisagreementAbout.Actor, DisagreementKind.Conflict)]
    [InlineData("Police opened fire on the march in Brenlow on Sunday, a witness said.", "The shots at the march in Brenlow on Sunday were fired by a gunman, not by police, an inquest found.", DisagreementAbout.Responsibility, DisagreementKind.Conflict)]
    [InlineData("The guild signed the charter in Brenlow on Sunday, the clerk said.", "The charter was signed by the guild in Ostwick on Sunday, a mason said.", DisagreementAbout.Place, DisagreementKind.Conflict)]
    public void Accounts_of_one_deed_exclude_each_other_in_one_thing(string first, string second, DisagreementAbout about, DisagreementKind kind)
    {
        Disagreement found = Assert.Single(Between(first, second), d => d.About is not DisagreementAbout.Figure);
        Assert.Equal((about, kind), (found.About, found.Kind));
        Assert.Equal(2, found.Positions.Count);
    }

    [Theory]
    // Another victim, some of several, a deed that the day does not date, a frequent deed on two days.
    [InlineData("Guards beat a herder in Brenlow on Monday, a neighbour said.", "No baker was beaten in Brenlow on Monday, the priest said.")]
    [InlineData("Two grenades exploded in the mill in Brenlow on Monday.", "One grenade did not explode in the mill in Brenlow on Monday.")]
    [InlineData("Gunmen attacked the village of Brenlow on Friday.", "A battalion set out for the coast on Saturday after the attack on the village of Brenlow.")]
    // A change that a report tells itself, and a dateline, which does nothing.
    [InlineData("The pass at Brenlow was closed on Monday morning and reopened at noon on Monday.", "The pass at Brenlow was closed on Monday, drivers said.")]
    [InlineData("BRENLOW, May 13 (FP) - Gunmen killed four millers in Brenlow on Monday.", "Twin attacks killed four millers in Brenlow on Monday, the clinic said.")]
    [InlineData("Rebels shelled the mill in Brenlow on Friday.", "Rebels shelled the mill in Brenlow on Saturday.")]
    public void Two_deeds_are_no_disagreement(string first, string second) =>
        Assert.DoesNotContain(Between(first, second), d => d.About is not DisagreementAbout.Figure);

    [Fact]
    public void Two_quotations_of_one_speaker_on_two_matters_are_no_translation() =>
        Assert.DoesNotContain(
            Between("The mayor, Oskar Vint, said in Brenlow on Monday that the bridge was \"the pride of three generations of masons\".", "\"Schools need teachers, books and a roof that holds\", mayor Oskar Vint said in Brenlow on Monday."),
            d => d.Kind == DisagreementKind.Translation);

    [Fact]
    public void One_utterance_in_two_renderings_is_a_translation()
    {
        const string First = "\"Nobody shall sell this river while I breathe,\" the mayor, Oskar Vint, said on Monday.";
        Assert.Contains(Between(First, "Mayor Oskar Vint said on Monday: \"As long as I live the river is not for sale.\""), d => d.Kind == DisagreementKind.Translation);
        // A piece of the same words is none.
        Assert.DoesNotContain(Between(First, "The mayor, Oskar Vint, said on Monday that \"nobody shall sell this river\"."), d => d.Kind == DisagreementKind.Translation);
    }

    private static IReadOnlyList<Disagreement> Between(string first, string second)
    {
        DisagreementCase two = Assert.Single(DisagreementCase.Parse(
            "x.md", $"```disagreement d000\nA: First Post | 2024-05-14\n{first}\nB: Second Radio | 2024-05-14\n{second}\ngold: none\n```\n"));
        return DisagreementSet.Situation(two, s_stages).Disagreements;
    }
}
