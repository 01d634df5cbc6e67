using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>Words around numbers: comparators, units and the nouns that numbers name things with.</summary>
internal sealed class QuantityWords
{
    private readonly PhraseTable<Comparator> _before = new();
    private readonly PhraseTable<Comparator> _after = new();
    private readonly PhraseTable<(QuantityKind Kind, string? Unit)> _units = new();
    private readonly HashSet<string> _labels;

    public QuantityWords(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("quantity-comparators").Rows)
        {
            (row[2] == "before" ? _before : _after).Add(row[0], row[1] switch
            {
                "at-least" => Comparator.AtLeast,
                "more-than" => Comparator.MoreThan,
                "about" => Comparator.About,
                "almost" => Comparator.Almost,
                "up-to" => Comparator.UpTo,
                "less-than" => Comparator.LessThan,
                _ => Comparator.Exactly,
            });
        }
        foreach (string[] row in data.Lexicon("quantity-units").Rows)
        {
            QuantityKind kind = row[1] switch
            {
                "percent" => QuantityKind.Percent,
                "money" => QuantityKind.Money,
                "distance" => QuantityKind.Distance,
                "area" => QuantityKind.Area,
                "duration" => QuantityKind.Duration,
                _ => QuantityKind.Label,
            };
            _units.Add(row[0], (kind, row.Length > 2 && row[2].Length > 0 ? row[2] : null));
        }
        _labels = data.Lexicon("quantity-labels").FirstColumn();
    }

    /// <summary>Whether a number after <paramref name="lower"/> is a name.</summary>
    public bool IsLabel(string lower) => _labels.Contains(lower);

    /// <summary>The longest comparator that begins at <paramref name="at"/>, to stand before a number.</summary>
    public (int End, Comparator Comparator)? Before(IReadOnlyList<Token> tokens, int at, int end) => _before.Longest(tokens, at, end);

    /// <summary>The longest comparator that begins at <paramref name="at"/>, to stand after a number.</summary>
    public (int End, Comparator Comparator)? After(IReadOnlyList<Token> tokens, int at, int end) => _after.Longest(tokens, at, end);

    /// <summary>The longest unit that begins at <paramref name="at"/>.</summary>
    public (int End, QuantityKind Kind, string? Unit)? Unit(IReadOnlyList<Token> tokens, int at, int end) =>
        _units.Longest(tokens, at, end) is { } found ? (found.End, found.Value.Kind, found.Value.Unit) : null;

    /// <summary>The unit spelled <paramref name="lower"/>.</summary>
    public (QuantityKind Kind, string? Unit)? Unit(string lower) =>
        _units.TryGetValue(lower, out (QuantityKind Kind, string? Unit) unit) ? unit : null;
}
