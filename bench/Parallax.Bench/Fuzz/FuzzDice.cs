namespace Parallax.Bench;

/// <summary>Numbers that depend on a seed alone, the same on every machine and version of the platform (SplitMix64).</summary>
internal sealed class FuzzDice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The dice of input <paramref name="number"/> of a run with <paramref name="seed"/>.</summary>
    public static FuzzDice Of(int seed, int number)
    {
        FuzzDice dice = new(unchecked(((ulong)(uint)seed << 32) | (uint)number));
        _ = dice.Next();
        return dice;
    }

    /// <summary>From 0 up to, not including, <paramref name="below"/>.</summary>
    public int Below(int below) => below <= 1 ? 0 : (int)(Next() % (ulong)below);

    /// <summary>From <paramref name="least"/> to <paramref name="most"/>.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>A length: mostly short, rarely as long as <paramref name="most"/>.</summary>
    public int Length(int most) => Between(1, Math.Max(1, most >> Below(Math.Max(1, 32 - int.LeadingZeroCount(most)))));

    /// <summary>True once in <paramref name="times"/>.</summary>
    public bool OneIn(int times) => Below(times) == 0;

    /// <summary>One of <paramref name="of"/>.</summary>
    public T Pick<T>(params ReadOnlySpan<T> of) => of[Below(of.Length)];

    private ulong Next()
    {
        unchecked
        {
            ulong z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
