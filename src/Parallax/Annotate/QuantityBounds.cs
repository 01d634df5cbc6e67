namespace Parallax.Annotate;

/// <summary>
/// The ends of a number as printed: never a number that the words do not hold. What a comparator allows besides is worked out where numbers
/// are compared. The conventions are explained in docs/reference/quantities.md.
/// </summary>
internal static class QuantityBounds
{
    /// <summary>The ends of a number that was printed exactly.</summary>
    public static (decimal Low, decimal? High) Of(decimal value, Comparator comparator) => comparator switch
    {
        Comparator.AtLeast or Comparator.MoreThan => (value, null),
        Comparator.UpTo or Comparator.LessThan => (0, value),
        _ => (value, value),
    };

    /// <summary>The ends of a vague word, of which <paramref name="least"/> is the least; only an upper comparator opens it downward.</summary>
    public static (decimal Low, decimal? High) OfVague(decimal least, Comparator comparator, string word) =>
        // "a couple" alone is read as two.
        word == "couple" ? Of(least, comparator)
        : comparator is Comparator.UpTo or Comparator.LessThan or Comparator.Almost ? (0, null)
        : (least, null);
}
