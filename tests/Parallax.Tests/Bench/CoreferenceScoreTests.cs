using Parallax.Bench;
using Xunit;

namespace Parallax.Tests.Bench;

public sealed class CoreferenceScoreTests
{
    [Fact]
    public void Two_clusters_taken_for_one_cost_precision_only_in_links_and_shares()
    {
        CoreferenceScore score = new([[1, 2, 3, 4, 5], [6, 7], [8, 9, 10, 11, 12]], [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11, 12]]);
        Assert.Equal(0.9, score.Muc().Precision, 9);
        Assert.Equal(1, score.Muc().Recall, 9);
        Assert.Equal((5 + (4 / 7.0) + (25 / 7.0)) / 12, score.BCubed().Precision, 9);
        Assert.Equal(1, score.BCubed().Recall, 9);
        Assert.Equal((1 + (10 / 12.0)) / 2, score.CeafE().Precision, 9);
        Assert.Equal((1 + (10 / 12.0)) / 3, score.CeafE().Recall, 9);
    }

    [Fact]
    public void Clusters_are_paired_so_that_the_sum_is_highest_and_not_one_by_one()
    {
        double[,] gain = { { 0.9, 0.8 }, { 0.8, 0.1 }, { 0.2, 0.2 } };
        Assert.Equal(1.6, Pairing.Best(3, 2, (r, c) => gain[r, c]), 9);
    }

    [Fact]
    public void A_mention_that_only_one_side_has_counts_against_it()
    {
        CoreferenceScore score = new([[1, 2], [3]], [[1, 2, -1]]);
        Assert.Equal(4 / 3.0 / 3, score.BCubed().Precision, 9);
        Assert.Equal(2 / 3.0, score.BCubed().Recall, 9);
        Assert.Equal(0.5, score.Muc().Precision, 9);
    }
}
