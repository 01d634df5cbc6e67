using Parallax.Annotate;

namespace Parallax.Fuse;

/// <summary>Brings the forms of a word together further than its lemma does: "kill", "killing" and "killer" are not one, "attack" and "attacked" are.</summary>
internal static class WordStem
{
    private static readonly Dictionary<string, string> Numbers = new(StringComparer.Ordinal)
    {
        ["one"] = "1",
        ["two"] = "2",
        ["three"] = "3",
        ["four"] = "4",
        ["five"] = "5",
        ["six"] = "6",
        ["seven"] = "7",
        ["eight"] = "8",
        ["nine"] = "9",
        ["ten"] = "10",
        ["eleven"] = "11",
        ["twelve"] = "12",
        ["dozen"] = "12",
        ["thirteen"] = "13",
        ["fourteen"] = "14",
        ["fifteen"] = "15",
        ["sixteen"] = "16",
        ["seventeen"] = "17",
        ["eighteen"] = "18",
        ["nineteen"] = "19",
        ["twenty"] = "20",
        ["thirty"] = "30",
        ["forty"] = "40",
        ["fifty"] = "50",
    };

    /// <summary>The stem of <paramref name="token"/>.</summary>
    public static string Of(Token token)
    {
        if (Numbers.TryGetValue(token.Lower, out string? digits))
            return digits;
        string lemma = token.Lemma.Length > 0 ? token.Lemma.ToLowerInvariant() : token.Lower;
        return lemma.Replace(",", "", StringComparison.Ordinal);
    }
}
