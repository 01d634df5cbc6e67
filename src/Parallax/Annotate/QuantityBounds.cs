namespace Parallax.Annotate;

/// <summary>What a comparator makes of a number: the least and the most it can be. The conventions are explained in docs/reference/quantities.md.</summary>
internal static class QuantityBounds
{
    /// <summary>The bounds of a number that was printed exactly.</summary>
    public static (decimal Low, decimal? High) Of(decimal value, Comparator comparator, QuantityKind kind)
    {
        bool count = kind == QuantityKind.Count && value == decimal.Truncate(value);
        decimal one = count ? 1 : 0;
        return comparator switch
        {
            Comparator.AtLeast => (value, null),
            Comparator.MoreThan => (value + one, null),
            Comparator.About => (Whole(value * 0.9m, count), Whole(value * 1.1m, count)),
            Comparator.Almost => (Math.Min(Whole(value * 0.95m, count), Math.Max(0, value - one)), Math.Max(0, value - one)),
            Comparator.UpTo => (0, value),
            Comparator.LessThan => (0, Math.Max(0, value - one)),
            _ => (value, value),
        };
    }

    /// <summary>The bounds of a vague word, of which <paramref name="least"/> is the least; only an upper comparator closes it.</summary>
    public static (decimal Low, decimal? High) OfVague(decimal least, Comparator comparator, string word) =>
        // "a couple" alone is read as two.
        word == "couple" ? Of(least, comparator, QuantityKind.Count)
        : comparator is Comparator.UpTo or Comparator.LessThan or Comparator.Almost ? (0, null)
        : (least, null);

    private static decimal Whole(decimal value, bool count) => count ? Math.Round(value, MidpointRounding.AwayFromZero) : value;
}
