using Parallax.Data;

namespace Parallax.Fuse;

/// <summary>What fusion knows of names in general.</summary>
internal sealed class FuseLexicons
{
    private readonly Dictionary<string, string> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _usualNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _forceWords = new(StringComparer.Ordinal);
    private readonly HashSet<string> _forceBranches = new(StringComparer.Ordinal);

    private readonly HashSet<string> _peopleNouns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _genericNouns = new(StringComparer.Ordinal);
    private readonly LanguageData _data;

    public FuseLexicons(LanguageData data)
    {
        _data = data;
        foreach (string[] row in data.Lexicon("actor-nouns").Rows.Where(r => r.Length > 2))
            _classes[row[0]] = row[2];
        foreach (string[] row in data.Lexicon("organisations").Rows.Where(r => r.Length > 3 && r[3] != "-"))
        {
            string usual = NameForms.Body(row[0]);
            _usualNames[usual] = usual;
            foreach (string alias in row[3].Split('|'))
                _usualNames.TryAdd(NameForms.Body(alias), usual);
        }
        foreach (string[] row in data.Lexicon("fuse-forces").Rows)
            (row[1] == "branch" ? _forceBranches : _forceWords).Add(row[0]);
        foreach (string[] row in data.Lexicon("fuse-group-nouns").Rows)
            (row[1] == "people" ? _peopleNouns : _genericNouns).Add(row[0]);
        LexiconTable offices = data.Lexicon("fuse-offices");
        UniqueOffices = offices.FirstColumn();
        LocalOffices = new HashSet<string>(offices.Rows.Where(r => r[1] == "local").Select(r => r[0]), StringComparer.Ordinal);
    }

    /// <summary>Offices that one person at a time holds, folded.</summary>
    public HashSet<string> UniqueOffices { get; }

    /// <summary>Those of them that many people of one country hold, each of another place.</summary>
    public HashSet<string> LocalOffices { get; }

    /// <summary>The usual name of a country.</summary>
    public string? CountryName(string code) => _data.Countries.ByCode(code)?.Name;

    /// <summary>The code of the country that the words name, as a country, a people or a seat of government; null where they name none.</summary>
    public string? CountryCode(string words) =>
        (_data.Countries.ByName(words) ?? _data.Countries.ByDemonym(words) ?? _data.Countries.BySeat(words))?.Code
        ?? (_data.Ethnonyms.Lookup(words)?.Country is { Length: > 0 } code ? code : null);

    /// <summary>The side class of a noun in the singular; null for a word that is no such noun.</summary>
    public string? ClassOf(string noun) => _classes.GetValueOrDefault(noun);

    /// <summary>The usual name of a body known the world over; null for others.</summary>
    public string? UsualName(string name) => _usualNames.GetValueOrDefault(name);

    /// <summary>The people that a word names, in one form for its adjective and plural; other words as they are.</summary>
    public string People(string word) => _data.Ethnonyms.Lookup(word)?.Canonical ?? word;

    /// <summary>Whether the word names a people.</summary>
    public bool IsPeople(string word) => _data.Ethnonyms.Lookup(word) is not null;

    /// <summary>Whether the noun means a people as a whole: "population", "minority".</summary>
    public bool IsPeopleNoun(string noun) => _peopleNouns.Contains(noun);

    /// <summary>Whether the noun alone does not say who is meant: "official", "leader".</summary>
    public bool IsGenericNoun(string noun) => _genericNouns.Contains(noun);

    /// <summary>Whether the word says no more than "armed force" or "police".</summary>
    public bool IsForceWord(string word) => _forceWords.Contains(word);

    /// <summary>Whether the word names a branch that many countries have.</summary>
    public bool IsForceBranch(string word) => _forceBranches.Contains(word);

    /// <summary>The singular of a folded noun by the regular rules and the few irregular words for people.</summary>
    public static string Singular(string noun)
    {
        if (noun.EndsWith("men", StringComparison.Ordinal) && noun.Length > 3)
            return noun[..^3] + "man";
        if (noun.EndsWith("ies", StringComparison.Ordinal) && noun.Length > 4)
            return noun[..^3] + "y";
        if (noun.EndsWith("sses", StringComparison.Ordinal) || noun.EndsWith("ches", StringComparison.Ordinal) || noun.EndsWith("shes", StringComparison.Ordinal))
            return noun[..^2];
        return noun.EndsWith('s') && !noun.EndsWith("ss", StringComparison.Ordinal) && noun.Length > 3 ? noun[..^1] : noun;
    }
}
