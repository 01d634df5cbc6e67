using Parallax.Bench;
using Xunit;

namespace Parallax.Tests.Read;

public class FuzzTests
{
    /// <summary>The first inputs of the run that <c>Parallax.Bench fuzz</c> makes in full; a number printed here makes the same input there with <c>--from</c> and <c>--save</c>.</summary>
    [Fact]
    public void Damaged_inputs_never_break_reading()
    {
        FuzzRun run = new(seed: 7, []) { LongestMilliseconds = 10_000, LargestInput = 10_000 };
        FuzzOutcome[] outcomes = [.. Enumerable.Range(0, 1500).Select(run.Try)];
        Assert.Empty(outcomes.Select(outcome => outcome.Failure is null ? null : outcome.ToString()).OfType<string>());
        // If the damage left nothing to read, or did no damage, the run would prove little.
        Assert.InRange(outcomes.Count(outcome => outcome.Reports > 0), 500, 1400);
    }

    [Fact]
    public void The_same_seed_makes_the_same_input()
    {
        Assert.Equal(new FuzzRun(3, []).Input(42).Bytes, new FuzzRun(3, []).Input(42).Bytes);
        Assert.NotEqual(new FuzzRun(3, []).Input(42).Bytes, new FuzzRun(4, []).Input(42).Bytes);
    }
}
