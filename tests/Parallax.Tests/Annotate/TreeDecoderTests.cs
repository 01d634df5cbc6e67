using Parallax.Annotate;
using Xunit;

namespace Parallax.Tests.Annotate;

public sealed class TreeDecoderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Finds_the_best_tree_below_the_word_that_gains_most_as_root(int length)
    {
        for (uint seed = 1; seed <= 200; seed++)
        {
            float[] scores = Scores(length, seed);
            int[] heads = TreeDecoder.Decode(scores, length, length + 1);
            Assert.True(IsTree(heads), string.Join(' ', heads));
            int root = Array.IndexOf(heads, -1);
            float best = Trees(length).Where(tree => tree[root] == -1).Max(tree => Sum(tree, scores));
            Assert.Equal(best, Sum(heads, scores), 3);
        }
    }

    [Fact]
    public void Takes_every_words_best_head_where_that_is_a_tree()
    {
        // "Rebels shelled it": both others hang on the verb.
        float[] scores = [0, 5, 1, 2, 1, 0, 1, 9, 1, 6, 0, 3];
        Assert.Equal([1, -1, 1], TreeDecoder.Decode(scores, 3, 4));
    }

    [Fact]
    public void A_circle_of_every_pair_ends_in_a_tree_in_reasonable_time()
    {
        const int Length = 400;
        int columns = MatrixKernel.Padded(Length + 1);
        float[] scores = new float[Length * columns];
        for (int i = 0; i < Length; i++)
            scores[i * columns + (i ^ 1)] = 10;
        Assert.True(IsTree(TreeDecoder.Decode(scores, Length, columns)));
    }

    private static float[] Scores(int length, uint seed)
    {
        float[] scores = new float[length * (length + 1)];
        uint state = unchecked(seed * 2654435761u);
        for (int i = 0; i < scores.Length; i++)
        {
            state = unchecked(state * 1664525u + 1013904223u);
            scores[i] = (state >> 20) % 100;
        }
        return scores;
    }

    private static float Sum(int[] heads, float[] scores) =>
        heads.Select((head, word) => scores[word * (heads.Length + 1) + (head < 0 ? heads.Length : head)]).Sum();

    private static IEnumerable<int[]> Trees(int length)
    {
        int all = (int)Math.Pow(length + 1, length);
        for (int number = 0; number < all; number++)
        {
            int rest = number;
            int[] heads = new int[length];
            for (int word = 0; word < length; word++, rest /= length + 1)
                heads[word] = rest % (length + 1) - 1;
            if (IsTree(heads))
                yield return heads;
        }
    }

    private static bool IsTree(int[] heads)
    {
        if (heads.Count(head => head == -1) != 1)
            return false;
        for (int word = 0; word < heads.Length; word++)
        {
            int at = word, steps = 0;
            while (at != -1 && steps++ <= heads.Length)
                at = heads[at];
            if (at != -1)
                return false;
        }
        return true;
    }
}
