namespace Parallax.Data;

/// <summary>One country or territory, with the words under which reports know it.</summary>
/// <param name="Code">ISO 3166-1 alpha-2 code; <c>XK</c> for Kosovo.</param>
/// <param name="Name">Usual English name.</param>
/// <param name="Aliases">Other names: long, short, former, abbreviated.</param>
/// <param name="Adjectives">"Serbian", "Kenyan".</param>
/// <param name="People">Plural nouns for its people: "Serbs", "Kenyans".</param>
/// <param name="Capital">Its capital or seat of government; empty where it has none.</param>
/// <param name="Seats">Names under which its government acts besides the capital: "Kremlin", "Downing Street".</param>
public sealed record Country(
    string Code, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<string> Adjectives,
    IReadOnlyList<string> People, string Capital, IReadOnlyList<string> Seats);

/// <summary>Finds countries by code, name, demonym and seat of government. Immutable; safe for many threads.</summary>
public sealed class Countries
{
    private readonly Dictionary<string, Country> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Country> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Country> _byDemonym = new(StringComparer.Ordinal);
    private readonly HashSet<string> _demonymOpeners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Country> _bySeat = new(StringComparer.Ordinal);

    internal Countries(LexiconTable table)
    {
        List<Country> all = [];
        foreach (string[] row in table.Rows)
        {
            Country country = new(row[0], row[1], List(row, 2), List(row, 3), List(row, 4), Field(row, 5), List(row, 6));
            all.Add(country);
            _byCode.Add(country.Code, country);
            // The first row to claim a word keeps it; the table lists each shared word where it is meant.
            _byName.TryAdd(GazetteerKey.Of(country.Name), country);
            foreach (string alias in country.Aliases)
                _byName.TryAdd(GazetteerKey.Of(alias), country);
            foreach (string demonym in country.Adjectives.Concat(country.People))
            {
                string key = GazetteerKey.Of(demonym);
                _byDemonym.TryAdd(key, country);
                int blank = key.IndexOf(' ', StringComparison.Ordinal);
                if (blank > 0)
                    _demonymOpeners.Add(key[..blank]);
            }
            if (country.Capital.Length > 0)
                _bySeat.TryAdd(GazetteerKey.Of(country.Capital), country);
            foreach (string seat in country.Seats)
                _bySeat.TryAdd(GazetteerKey.Of(seat), country);
        }
        All = all;
    }

    /// <summary>All countries and territories, ordered by code.</summary>
    public IReadOnlyList<Country> All { get; }

    /// <summary>The country with this ISO code; null where there is none.</summary>
    public Country? ByCode(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The country with this name or alias, in any spelling that folds alike; null where there is none.</summary>
    public Country? ByName(string name) => _byName.GetValueOrDefault(GazetteerKey.Of(name));

    /// <summary>The country of this adjective or people noun ("serbian", "Serbs"); null where there is none.</summary>
    public Country? ByDemonym(string word) => _byDemonym.GetValueOrDefault(GazetteerKey.Of(word));

    /// <summary>
    /// The country of the adjective or people noun that ends in <paramref name="word"/>: together with the folded word before it
    /// ("sri", "lankan") where they make one, else by itself; null where there is none.
    /// </summary>
    internal Country? ByDemonym(string before, string word)
    {
        string opener = GazetteerKey.Of(before);
        return (_demonymOpeners.Contains(opener) ? _byDemonym.GetValueOrDefault(GazetteerKey.Of(before + " " + word)) : null) ?? ByDemonym(word);
    }

    /// <summary>The country whose government is called so: its capital or a seat such as "Kremlin"; null where there is none.</summary>
    public Country? BySeat(string name) => _bySeat.GetValueOrDefault(GazetteerKey.Of(name));

    private static string Field(string[] row, int column) => column < row.Length ? row[column] : "";

    private static string[] List(string[] row, int column) =>
        Field(row, column) is { Length: > 0 } field ? field.Split('|') : [];
}
