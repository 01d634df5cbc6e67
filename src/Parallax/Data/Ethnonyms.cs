namespace Parallax.Data;

/// <summary>What kind of people a word names.</summary>
public enum EthnonymKind
{
    /// <summary>Citizens or inhabitants of a country: "Kenyan".</summary>
    Demonym,

    /// <summary>An ethnic group: "Kurd", "Tutsi".</summary>
    Ethnic,

    /// <summary>A faith: "Sunni", "Copt".</summary>
    Religious,
}

/// <summary>One word for a people.</summary>
/// <param name="Form">The word, folded: "serbs".</param>
/// <param name="Canonical">The people, folded singular: "serb".</param>
/// <param name="Kind">Nationality, ethnic group or faith.</param>
/// <param name="Country">ISO code of the country that the word points to; empty where there is none.</param>
public sealed record Ethnonym(string Form, string Canonical, EthnonymKind Kind, string Country);

/// <summary>Words for peoples, nationalities and faiths. Immutable; safe for many threads.</summary>
public sealed class Ethnonyms
{
    private readonly Dictionary<string, Ethnonym> _byForm = new(StringComparer.Ordinal);

    internal Ethnonyms(LexiconTable table)
    {
        foreach (string[] row in table.Rows)
        {
            EthnonymKind kind = row[2] switch
            {
                "demonym" => EthnonymKind.Demonym,
                "ethnic" => EthnonymKind.Ethnic,
                "religious" => EthnonymKind.Religious,
                _ => throw new InvalidDataException($"Lexicon '{table.Name}' has the kind '{row[2]}'; known are demonym, ethnic and religious."),
            };
            _byForm.Add(row[0], new Ethnonym(row[0], row[1], kind, row.Length > 3 ? row[3] : ""));
        }
    }

    /// <summary>Number of word forms.</summary>
    public int Count => _byForm.Count;

    /// <summary>What <paramref name="word"/> names, in any spelling that folds alike; null where it names no people.</summary>
    public Ethnonym? Lookup(string word) => _byForm.GetValueOrDefault(Text.Folding.Fold(word));
}
