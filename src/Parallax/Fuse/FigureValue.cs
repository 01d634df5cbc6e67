using Parallax.Annotate;

namespace Parallax.Fuse;

/// <summary>The numbers that a reading allows: from the least to the most, null where it is open upward, and the number printed (docs/reference/quantities.md).</summary>
/// <param name="Least">The least.</param>
/// <param name="Most">The most; null where open.</param>
/// <param name="Stated">The number printed.</param>
/// <param name="IsExact">Whether it is a number as it stands, without hedge or range.</param>
internal readonly record struct FigureValue(decimal Least, decimal? Most, decimal Stated, bool IsExact)
{
    /// <summary>Whether one true number can be meant by both.</summary>
    public bool CompatibleWith(FigureValue other) =>
        (Most is not decimal most || other.Least <= most) && (other.Most is not decimal otherMost || Least <= otherMost);

    /// <summary>Whether both state the same in the same way.</summary>
    public bool SameAs(FigureValue other) => Least == other.Least && Most == other.Most && IsExact == other.IsExact;

    // A force of so many hundreds is named by its establishment.
    private const decimal RoundStrength = 10m;

    /// <summary>How many times the larger number is the smaller one.</summary>
    public decimal RatioTo(FigureValue other)
    {
        decimal small = Math.Min(Stated, other.Stated);
        return small <= 0 ? decimal.MaxValue : Math.Max(Stated, other.Stated) / small;
    }

    /// <summary>What <paramref name="quantity"/> allows.</summary>
    /// <param name="quantity">The number as read.</param>
    /// <param name="text">The text that prints it: "two dozen", "30-odd" and a round "4,000-strong" are no exact counts.</param>
    public static FigureValue Of(QuantityMention quantity, string text)
    {
        if (quantity.Comparator == Comparator.Exactly && !quantity.Vague && quantity.High == quantity.Low && ByForm(quantity.Low, quantity.Span.Of(text)) is FigureValue rounded)
            return rounded;
        decimal low = quantity.Low;
        decimal top = quantity.High ?? low;
        if (quantity.Vague)
            return new FigureValue(low, null, low, false);
        return quantity.Comparator switch
        {
            // "More than 50" and "50" are told of one count; only a lower number contradicts it.
            Comparator.AtLeast or Comparator.MoreThan => new FigureValue(low, null, low, false),
            // Rounded figures in news seldom stray further than a tenth, and "almost" not further than a twentieth.
            Comparator.About => new FigureValue(low * 0.9m, top * 1.1m, (low + top) / 2, false),
            Comparator.Almost => new FigureValue(low * 0.95m, top, top, false),
            Comparator.LessThan or Comparator.UpTo => new FigureValue(0, top, top, false),
            _ => new FigureValue(low, quantity.High, low, quantity.High == low),
        };
    }

    /// <summary>What a number means whose very form says that nobody counted to the last one; null for all others.</summary>
    private static FigureValue? ByForm(decimal number, string words)
    {
        if (words.EndsWith("-odd", StringComparison.OrdinalIgnoreCase) || words.Contains("-odd ", StringComparison.OrdinalIgnoreCase))
            return new FigureValue(number, number * 1.3m, number, false);
        if (words.EndsWith("dozen", StringComparison.OrdinalIgnoreCase))
            return new FigureValue(number * 0.8m, number * 1.2m, number, false);
        return words.EndsWith("-strong", StringComparison.OrdinalIgnoreCase) && number >= RoundStrength && number % (RoundStrength * 10) == 0
            ? new FigureValue(number * 0.9m, number * 1.1m, number, false)
            : null;
    }
}
