using Parallax.Assess;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Xunit;

namespace Parallax.Tests.Fuse;

/// <summary>Events of whole reports as a reader sees them: who did what to whom must not change by putting claims together.</summary>
public sealed class CrisisEventTests
{
    private static Situation Of(params string[] texts)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        for (int i = 0; i < texts.Length; i++)
            File.WriteAllText(Path.Combine(folder.FullName, $"{i}.txt"), texts[i]);
        return new Analysis(LanguageData.English, AnalysisOptions.Default).Run([folder.FullName], cancel: TestContext.Current.CancellationToken).Situation;
    }

    private static IEnumerable<(string By, string To)> Pairs(Situation situation)
    {
        Dictionary<string, string> names = situation.Actors.ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);
        return situation.Escalation.SelectMany(d => d.Pairs).SelectMany(p => new[] { (names[p.A], names[p.B]), (names[p.B], names[p.A]) });
    }

    [Theory]
    [InlineData("A gunman opened fire in a school in Gao on Monday 20 May 2024, killing five pupils. He was shot dead by officers.", "officers", "pupils")]
    [InlineData("Seven people were killed in Gao on Monday 20 May 2024 when a man attacked shoppers with a knife. The attacker was shot by police.", "police", "shoppers")]
    [InlineData("At least 30 people were killed in Gao on 20 May 2024 when a lorry ploughed into a crowd. The driver was shot by the police.", "police", "people")]
    public void Whoever_ends_an_attack_is_not_its_doer(string text, string force, string victims)
    {
        Situation situation = Of(text);
        Assert.DoesNotContain((force, victims), Pairs(situation));
        Dictionary<string, string> names = situation.Actors.ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);
        Assert.DoesNotContain(situation.Events, e => e.Initiators.Any(i => names[i] == force) && e.Accounts.Select(a => a.Evidence).Distinct().Count() > 1);
        Assert.True(situation.Events.Count(e => e.Status == ClaimStatus.Happened) >= 2);
    }

    [Fact]
    public void An_attack_told_twice_is_one_event_and_the_end_of_its_doer_another()
    {
        Situation situation = Of(
            "A driver rammed a truck into a market in Gao on Monday 20 May 2024 and killed 12 people. Police shot the driver dead.",
            "At least 12 people were killed in Gao on Monday 20 May 2024 when a truck ploughed into a market. The driver was shot by the police.");
        Assert.Equal(2, situation.Events.Count(e => e.Reports.Count == 2));
    }

    [Fact]
    public void A_toll_of_people_is_not_that_of_a_forces_enemies() =>
        Assert.Equal(2, Of("Seven people were killed in Gao on Monday 20 May 2024.\n\nThe army killed three rebels in Gao on Monday.").Events.Count);

    [Fact]
    public void Nobody_hurt_among_some_denies_no_attack()
    {
        Situation situation = Of(
            "A truck bomb exploded outside the harbour office in Gao on Monday 20 May 2024, killing four people and wounding 20. No staff of the harbour office were hurt, a statement said.",
            "A truck bomb killed four people in Gao on Monday 20 May 2024. Twenty others were hurt.");
        Assert.DoesNotContain(situation.Events, e => e.Accounts.Any(a => a.Status == ClaimStatus.Denied) && e.Accounts.Any(a => a.Status == ClaimStatus.Happened));
    }

    [Fact]
    public void What_reports_open_with_is_one_event_in_whatever_words()
    {
        Situation situation = Of(
            "A commuter train derailed near Halden station in Varnshire on Monday 20 May 2024, killing seven people, police in Halden said. The crash happened shortly after six in the morning.\n\nThe derailment closed the Halden line. At least 40 people were injured.",
            "Seven people have been killed and dozens injured after a commuter train crashed at Halden in Varnshire on Monday 20 May 2024.\n\nThe accident happened on a sharp bend near Halden station, police in Halden said.");
        Assert.Single(situation.Events, e => e.Reports.Count == 2 && e.Type is EventType.Accident);
        Assert.DoesNotContain(situation.Events, e => e.Type == EventType.Accident && e.Reports.Count == 1);
    }

    [Fact]
    public void Another_attack_that_a_report_recalls_is_not_what_it_opens_with()
    {
        Situation situation = Of(
            "Gunmen attacked a bank in Halden on Monday 20 May 2024, killing four people. The attack lasted an hour.\n\nIn March 2019 gunmen attacked a school in Osk, killing nine. The attack shocked the country.");
        Event news = Assert.Single(situation.Events, e => e.When?.Edtf == "2024-05-20" && e.Status == ClaimStatus.Happened);
        Dictionary<string, string> words = situation.Evidence.ToDictionary(e => e.Id, e => e.Exact, StringComparer.Ordinal);
        Assert.DoesNotContain(news.Evidence, id => words[id].Contains("school", StringComparison.Ordinal) || words[id].Contains("shocked", StringComparison.Ordinal));
    }
}
