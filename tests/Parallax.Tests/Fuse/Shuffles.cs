namespace Parallax.Tests.Fuse;

/// <summary>Orders that a seed chooses, the same on every run.</summary>
internal static class Shuffles
{
    public static T[] Shuffled<T>(this IReadOnlyList<T> items, int seed)
    {
        T[] shuffled = [.. items];
        uint state = unchecked((uint)seed * 2654435761u) | 1;
        for (int i = shuffled.Length - 1; i > 0; i--)
        {
            state = unchecked((state * 1664525) + 1013904223);
            int j = (int)((state >> 8) % (uint)(i + 1));
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }
        return shuffled;
    }
}
