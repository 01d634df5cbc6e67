using Parallax.Assess;
using Parallax.Fuse;
using Parallax.Present;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Present;

public sealed class VerifierTests
{
    private static readonly Situation Sound = FishingDispute.Build();

    [Fact]
    public void A_sound_situation_has_no_problem()
    {
        Verification result = Verifier.Verify(Sound);
        Assert.Empty(result.Problems);
        Assert.True(result.IsSound);
        Assert.Equal(Sound.Evidence.Count, result.Evidence);
        Assert.True(result.Statements > 20);
    }

    [Fact]
    public void One_changed_character_of_any_report_fails_and_is_named()
    {
        foreach (ReportEntry report in Sound.Reports)
        {
            // Every seventh position is enough to reach every evidence of this fixture, and keeps the test fast.
            for (int at = 0; at < report.Text.Length; at += 7)
            {
                if (char.IsSurrogate(report.Text[at]))
                    continue;
                string text = report.Text[..at] + (report.Text[at] == 'q' ? 'z' : 'q') + report.Text[(at + 1)..];
                Verification result = Verifier.Verify(With(Sound, report, report with { Text = text }));
                Problem hash = Assert.Single(result.Problems, p => p.Code == "PX5030");
                Assert.Contains(report.Id, hash.Given, StringComparison.Ordinal);
                Assert.Contains(report.Path, hash.Given, StringComparison.Ordinal);
                int covering = Sound.Evidence.Count(e => e.Report == report.Id && e.Start <= at && at < e.End);
                Assert.Equal(covering, result.Problems.Count(p => p.Code == "PX5021" && p.What.Contains($"`exact`", StringComparison.Ordinal)));
                Assert.All(result.Problems.Where(p => p.Code == "PX5021"), p => Assert.Contains($"at character {at} ", p.What, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void One_changed_character_of_any_evidence_fails_and_is_named()
    {
        for (int i = 0; i < Sound.Evidence.Count; i++)
        {
            Evidence evidence = Sound.Evidence[i];
            foreach (Evidence changed in new[]
            {
                evidence with { Exact = evidence.Exact[..^1] + "\u00A0" }, evidence with { Exact = evidence.Exact + "x" }, evidence with { Exact = "" },
                evidence with { Start = evidence.Start + 1 }, evidence with { End = evidence.End - 1 }, evidence with { End = int.MaxValue },
                evidence with { Start = -1 }, evidence with { Prefix = evidence.Prefix + "x" }, evidence with { Suffix = "x" + evidence.Suffix },
            })
            {
                Verification result = Verifier.Verify(Sound with { Evidence = [.. Sound.Evidence.Select((e, at) => at == i ? changed : e)] });
                Assert.False(result.IsSound);
                Assert.Contains(result.Problems, p => p.Given.Contains(evidence.Id, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void The_first_differing_character_is_shown_by_name()
    {
        Evidence evidence = Sound.Evidence.First(e => e.Exact == "fishermen");
        Situation changed = Sound with { Evidence = [.. Sound.Evidence.Select(e => e == evidence ? e with { Exact = "fisherman" } : e)] };
        Problem problem = Assert.Single(Verifier.Verify(changed).Problems);
        Assert.Equal("PX5021", problem.Code);
        Assert.Contains($"at character {evidence.Start + 7} the text has 'e' (U+0065), not 'a' (U+0061)", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_hash_fails()
    {
        ReportEntry report = Sound.Reports[2];
        Verification result = Verifier.Verify(With(Sound, report, report with { Sha256 = report.Sha256[..^1] + (report.Sha256[^1] == '0' ? '1' : '0') }));
        Assert.Equal("PX5030", Assert.Single(result.Problems).Code);
    }

    public static TheoryData<string, Func<Situation, Situation>> Faults() => new()
    {
        { "PX5010", s => s with { Events = [.. s.Events, s.Events[0]] } },
        { "PX5010", s => s with { Places = [s.Places[0] with { Id = s.Reports[0].Id }, .. s.Places.Skip(1)], Events = [] } },
        { "PX5011", s => s with { Events = [s.Events[0] with { Where = "p-nowhere" }] } },
        { "PX5011", s => s with { Events = [s.Events[0] with { Targets = ["a-nobody"] }] } },
        { "PX5011", s => s with { Events = [s.Events[0] with { Evidence = [.. s.Events[0].Evidence, "x-none"] }] } },
        { "PX5011", s => s with { Events = [s.Events[0] with { Storyline = "s-none" }] } },
        { "PX5011", s => s with { Figures = [s.Figures[0] with { Event = "e-none" }] } },
        { "PX5011", s => s with { Statements = [s.Statements[0] with { Speaker = "a-none" }] } },
        { "PX5011", s => s with { Disagreements = [s.Disagreements[0] with { Subject = "f-none" }] } },
        { "PX5011", s => s with { Origins = [] } },
        { "PX5011", s => s with { Events = [s.Events[2] with { Accounts = [s.Events[2].Accounts[0] with { SaidBy = "a-none" }] }] } },
        { "PX5024", s => s with { Events = [s.Events[2] with { Accounts = [s.Events[2].Accounts[0] with { Report = s.Reports[3].Id }] }] } },
        { "PX5011", s => s with { Escalation = [s.Escalation[0] with { Events = ["e-none"] }] } },
        { "PX5011", s => s with { Declined = [s.Declined[0] with { Evidence = "x-none" }] } },
        { "PX5023", s => s with { Events = [s.Events[0] with { Evidence = [] }] } },
        { "PX5023", s => s with { Figures = [s.Figures[0] with { Readings = [] }] } },
        { "PX5023", s => s with { Statements = [s.Statements[0] with { Renderings = [] }] } },
        { "PX5023", s => s with { Disagreements = [s.Disagreements[0] with { Positions = [] }] } },
        { "PX5024", s => s with { Statements = [s.Statements[1] with { Renderings = [s.Statements[1].Renderings[0] with { Report = s.Reports[0].Id }] }] } },
        { "PX5024", s => s with { Figures = [s.Figures[0] with { Readings = [s.Figures[0].Readings[0] with { Report = s.Reports[0].Id }, s.Figures[0].Readings[1]] }] } },
        { "PX5025", s => s with { Events = [s.Events[0] with { Reports = [.. s.Events[0].Reports, s.Reports[4].Id] }] } },
        { "PX5040", s => s with { Figures = [s.Figures[0] with { Best = 99 }] } },
        { "PX5040", s => s with { Figures = [s.Figures[0] with { Low = 14, Best = null, High = 13 }] } },
        { "PX5041", s => s with { Figures = [s.Figures[0] with { High = 140 }] } },
        { "PX5042", s => s with { Events = [s.Events[0] with { Origins = 9 }] } },
        { "PX5042", s => s with { Events = [s.Events[0] with { Origins = 0 }] } },
        { "PX5043", s => s with { Events = [s.Events[0] with { When = new When("last week", "day") }] } },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void Each_fault_has_its_code(string code, Func<Situation, Situation> change) =>
        Assert.Contains(Verifier.Verify(change(Sound)).Problems, p => p.Code == code);

    [Fact]
    public void Hostile_ids_cannot_write_to_the_terminal()
    {
        Situation changed = Sound with { Events = [Sound.Events[0] with { Where = "\u001b[31m\u202Ep\n" + new string('x', 500) }] };
        Problem problem = Verifier.Verify(changed).Problems.First(p => p.Code == "PX5011");
        Assert.DoesNotContain('\u001b', problem.ToString());
        Assert.DoesNotContain('\u202E', problem.ToString());
        Assert.True(problem.ToString().Length < 300);
    }

    private static Situation With(Situation situation, ReportEntry old, ReportEntry changed) =>
        situation with { Reports = [.. situation.Reports.Select(r => r == old ? changed : r)] };
}
