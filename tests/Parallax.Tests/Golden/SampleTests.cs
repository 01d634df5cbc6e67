using Parallax.Assess;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Present;
using Xunit;

namespace Parallax.Tests.Golden;

/// <summary>
/// The whole line on the samples, compared with what a person has read line by line. A changed brief is read against the reports before it is
/// approved; it is never approved to silence this test.
/// </summary>
public sealed class SampleTests
{
    public static TheoryData<string> Samples => ["kosovo-2023", "harbour-strike"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_brief_of_a_sample_is_the_approved_one(string sample) =>
        Approved.Check("Golden", sample + ".md", MarkdownBrief.Write(Run(sample)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Nothing_from_a_teaser_or_a_form_becomes_a_claim(string sample)
    {
        Situation situation = Run(sample);
        foreach (string word in new[] { "Ferry", "passengers", "Heatwave", "Lighthouse", "Leave a comment", "cookies" })
            Assert.DoesNotContain(situation.Evidence, e => e.Exact.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Copied_agency_text_is_one_origin_and_the_same_facts_in_own_words_are_not()
    {
        Situation situation = Run("kosovo-2023");
        string Origin(string path) => situation.Reports.Single(r => r.Path.StartsWith(path, StringComparison.Ordinal)).Origin!;
        Assert.Equal(Origin("01"), Origin("02"));
        Assert.Equal(Origin("01"), Origin("03"));
        Assert.NotEqual(Origin("01"), Origin("04"));
        Assert.NotEqual(Origin("04"), Origin("08"));
    }

    [Fact]
    public void A_minister_and_a_president_of_like_names_stay_two_people()
    {
        Situation situation = Run("kosovo-2023");
        Actor president = situation.Actors.Single(a => a.Aliases.Any(x => x.Text == "Alexander Vucic"));
        Assert.Contains(president.Aliases, a => a.Text == "Aleksandar Vučić");
        Assert.DoesNotContain(president.Aliases, a => a.Text.Contains("Vučević", StringComparison.Ordinal));
        Assert.Contains(situation.Actors, a => a.Id != president.Id && a.Name == "Miloš Vučević");
    }

    [Fact]
    public void Wounded_soldiers_are_counted_once_from_independent_reports()
    {
        Figure wounded = Assert.Single(Run("kosovo-2023").Figures, f => f.Measure == Measure.Injured && f.Readings.Any(r => r.Low == 30));
        Assert.Equal(30, wounded.Best);
        Assert.Equal(FigureStatus.Agreed, wounded.Status);
        Assert.True(wounded.Readings.Count(r => r.Use == ReadingUse.Used) >= 2);
        Assert.Contains(wounded.Readings, r => r is { Use: ReadingUse.Excluded, Rule: "Q7" });
    }

    private static Situation Run(string sample) =>
        new Analysis(LanguageData.English, AnalysisOptions.Default).Run([Repository.PathTo("samples", sample)]).Situation;
}
