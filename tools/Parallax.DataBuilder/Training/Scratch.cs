namespace Parallax.DataBuilder.Training;

/// <summary>Memory and masks that the layers use again for every batch.</summary>
internal static class Scratch
{
    public static void Grow(int length, ref float[] buffer)
    {
        if (buffer.Length < length)
            buffer = new float[length + length / 4];
    }

    public static void Grow(int length, ref float[] one, ref float[] two)
    {
        Grow(length, ref one);
        Grow(length, ref two);
    }

    public static void Grow(int length, ref float[] one, ref float[] two, ref float[] three, ref float[] four, ref float[] five, ref float[] six)
    {
        Grow(length, ref one, ref two);
        Grow(length, ref three, ref four);
        Grow(length, ref five, ref six);
    }

    /// <summary>One mask for all words of a sentence (Gal and Ghahramani 2016): 0 with the given chance, else what keeps the mean.</summary>
    public static void Masks(float[] masks, IReadOnlyList<int> lengths, int width, SeededRandom random, float dropout)
    {
        float kept = 1 / (1 - dropout);
        int at = 0;
        foreach (int length in lengths)
        {
            int first = at;
            for (int k = 0; k < width; k++)
                masks[first + k] = random.NextSingle() < dropout ? 0 : kept;
            at += width;
            for (int word = 1; word < length; word++, at += width)
                Array.Copy(masks, first, masks, at, width);
        }
    }
}
