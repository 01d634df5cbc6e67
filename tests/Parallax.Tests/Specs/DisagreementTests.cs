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
        Assert.Equal(300, cases.Length);
        Assert.Equal(40, cases.Count(c => c.Kind == DisagreementCase.Nothing));
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
