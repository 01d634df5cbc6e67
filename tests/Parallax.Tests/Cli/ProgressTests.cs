using Parallax.Cli;
using Xunit;

namespace Parallax.Tests.Cli;

public sealed class ProgressTests
{
    [Fact]
    public void Progress_tells_rate_and_remaining_time() =>
        Assert.Equal("annotate 250/1000 reports, 50/s, 15 s left", ProgressLine.Line(new AnalysisProgress("annotate", 250, 1000), TimeSpan.FromSeconds(5)));

    [Fact]
    public void Progress_of_archives_goes_by_their_bytes() =>
        Assert.Equal("read 300 reports, 100/s, 25 %, 9 s left", ProgressLine.Line(new AnalysisProgress("read", 300, null, 0.25), TimeSpan.FromSeconds(3)));

    [Fact]
    public void Progress_without_a_total_promises_nothing() =>
        Assert.Equal("read 30 reports, 10/s", ProgressLine.Line(new AnalysisProgress("read", 30, null), TimeSpan.FromSeconds(3)));
}
