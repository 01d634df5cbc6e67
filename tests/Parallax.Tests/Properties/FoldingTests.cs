using System.Diagnostics;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Properties;

public class FoldingTests
{
    [Theory]
    [InlineData("Vučić", "vucic")]
    [InlineData("Vuc\u030Cic\u0301", "vucic")]
    [InlineData("  Łódź \u2013  Ærø ", "lodz - aero")]
    [InlineData("\u0344a\u0301", "a")]
    public void Spellings_of_one_name_meet(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Fact]
    public void A_long_run_of_marks_is_folded_in_linear_time()
    {
        // U+0F73 and U+0F75 each stand for two marks that have to be put in order.
        string text = "Talks" + string.Concat(Enumerable.Repeat("\u0F73\u0F75", 100_000));
        Stopwatch watch = Stopwatch.StartNew();
        Assert.Equal("talks", Folding.Fold(text));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }
}
