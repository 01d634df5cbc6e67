namespace Parallax.DataBuilder.Training;

/// <summary>Numbers that look random and are the same in every run (xorshift64*, Vigna 2016).</summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = Mix(seed);

    public ulong Next()
    {
        unchecked
        {
            _state ^= _state >> 12;
            _state ^= _state << 25;
            _state ^= _state >> 27;
            return _state * 2685821657736338717UL;
        }
    }

    /// <summary>From 0 up to, not including, 1.</summary>
    public float NextSingle() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>From 0 up to, not including, <paramref name="end"/>.</summary>
    public int Next(int end) => (int)((Next() >> 33) % (ulong)end);

    /// <summary>Puts <paramref name="values"/> in another order.</summary>
    public void Shuffle<T>(T[] values)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = Next(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    private static ulong Mix(ulong seed)
    {
        unchecked
        {
            // Near seeds must not give near rows of numbers (splitmix64).
            ulong z = seed + 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            z ^= z >> 31;
            return z == 0 ? 1 : z;
        }
    }
}
