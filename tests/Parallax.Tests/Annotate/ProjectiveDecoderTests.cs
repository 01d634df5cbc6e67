using Parallax.Annotate;
using Xunit;

namespace Parallax.Tests.Annotate;

public sealed class ProjectiveDecoderTests
{
    // Words 0 and 2 cross: 0 hangs on 2 over the root 1, 3 hangs on 1 over 2.
    [Theory]
    [InlineData(new[] { 2, -1, 1, 1 }, true)]
    [InlineData(new[] { 1, -1, 1, 2 }, false)]
    [InlineData(new[] { -1, 0, 1, 2 }, false)]
    [InlineData(new[] { -1, 3, 0, 0 }, true)]
    public void Knows_arcs_that_cross(int[] heads, bool crosses) => Assert.Equal(crosses, ProjectiveDecoder.Crosses(heads));

    [Fact]
    public void Gives_the_best_of_all_trees_without_crossing_arcs()
    {
        uint dice = 7;
        for (int round = 0; round < 60; round++)
        {
            int length = 4 + (round % 2);
            float[] scores = [.. Enumerable.Range(0, length * (length + 1)).Select(_ => (dice = unchecked((dice * 1664525) + 1013904223)) / (float)uint.MaxValue)];
            float best = Trees(length).Where(heads => !ProjectiveDecoder.Crosses(heads)).Max(heads => Sum(scores, heads));
            int[] found = ProjectiveDecoder.Decode(scores, length, length + 1);
            Assert.Equal(best, Sum(scores, found), 4);
            Assert.Single(found, -1);
        }
    }

    [Fact]
    public void Keeps_a_root_that_is_known()
    {
        float[] scores = [0, 1, 9, 0, 1, 0, 9, 0, 9, 0, 0, 9];
        Assert.Equal(0, Array.IndexOf(ProjectiveDecoder.Decode(scores, 3, 4, known: 0), -1));
    }

    private static float Sum(float[] scores, int[] heads)
    {
        float sum = 0;
        for (int word = 0; word < heads.Length; word++)
            sum += scores[(word * (heads.Length + 1)) + (heads[word] < 0 ? heads.Length : heads[word])];
        return sum;
    }

    // Every way of giving each word a head so that one word is the root and nothing goes round.
    private static IEnumerable<int[]> Trees(int length)
    {
        int all = (int)Math.Pow(length, length);
        for (int code = 0; code < all; code++)
        {
            int[] heads = new int[length];
            for (int word = 0, rest = code; word < length; word++, rest /= length)
                heads[word] = rest % length == word ? -1 : rest % length;
            if (heads.Count(head => head < 0) == 1 && Enumerable.Range(0, length).All(word => Reaches(heads, word)))
                yield return heads;
        }
    }

    private static bool Reaches(int[] heads, int word)
    {
        for (int steps = 0; steps <= heads.Length; steps++)
        {
            if (heads[word] < 0)
                return true;
            word = heads[word];
        }
        return false;
    }
}
