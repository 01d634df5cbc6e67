using Parallax.Bench;
using Xunit;

namespace Parallax.Tests.Bench;

public sealed class FloorsTests
{
    [Fact]
    public void A_changed_gold_set_is_told_before_the_score_is_compared()
    {
        Floors floors = new(new(StringComparer.Ordinal) { ["a"] = new Floor(0.5, "old") });
        Assert.Equal(Standing.GoldChanged, floors.Check("a", 0.9, "new"));
        Assert.Equal(Standing.Below, floors.Check("a", 0.4999, "old"));
        Assert.Equal(Standing.Reached, floors.Check("a", 0.5, "old"));
        Assert.Equal(Standing.New, floors.Check("b", 1, "old"));
    }

    [Fact]
    public void Raising_never_lowers_and_lowering_does()
    {
        Floors floors = new(new(StringComparer.Ordinal) { ["a"] = new Floor(0.5, "old") });
        floors.Raise("a", 0.4, "new");
        Assert.Equal(new Floor(0.5, "new"), floors.Of("a"));
        floors.Raise("a", 0.6789, "new");
        Assert.Equal(new Floor(0.678, "new"), floors.Of("a"));
        floors.Lower("a", 0.4, "new");
        Assert.Equal(new Floor(0.4, "new"), floors.Of("a"));
    }

    [Theory]
    [InlineData(0.9999, 0.999)]
    [InlineData(0.57, 0.57)]
    [InlineData(1, 1)]
    public void Floors_have_three_places_and_are_never_above_the_score(double value, double expected) => Assert.Equal(expected, Floors.RoundDown(value));
}
