using NodaTime;
using Parallax.Assess;
using Xunit;

namespace Parallax.Tests.Assess;

public sealed class DayRankingTests
{
    private static readonly LocalDate Monday = new(2031, 3, 3);
    private static readonly LocalDate Tuesday = new(2031, 3, 4);
    private static readonly LocalDate Friday = new(2031, 3, 7);

    [Fact]
    public void The_day_that_most_origins_name_comes_first()
    {
        (LocalDate, int)[] ranked = [.. DayRanking.Rank([new("a", [Monday, Friday]), new("b", [Friday]), new("c", [Tuesday])])];
        Assert.Equal([(Friday, 2), (Monday, 1), (Tuesday, 1)], ranked);
    }

    [Fact]
    public void Copies_are_no_further_voice()
    {
        (LocalDate, int)[] ranked = [.. DayRanking.Rank([new("a", [Monday]), new("a", [Monday]), new("a", [Monday]), new("b", [Tuesday]), new("c", [Tuesday])])];
        Assert.Equal([(Tuesday, 2), (Monday, 1)], ranked);
    }

    [Fact]
    public void The_order_of_reports_does_not_matter()
    {
        NamedDays[] reports = [new("a", [Friday, Monday]), new("b", [Monday]), new("c", [Tuesday, Friday])];
        Assert.Equal(DayRanking.Rank(reports), DayRanking.Rank(reports.Reverse()));
    }
}
