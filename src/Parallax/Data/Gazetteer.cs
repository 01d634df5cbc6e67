using System.Globalization;

namespace Parallax.Data;

/// <summary>Finds places by name in any spelling that folds alike. Immutable; safe for many threads.</summary>
public sealed class Gazetteer
{
    private readonly GazetteerFile _file;
    private readonly Dictionary<string, GazetteerPlace> _countries = new(StringComparer.Ordinal);
    private readonly Countries _names;

    internal Gazetteer(GazetteerFile file, Countries names, LexiconTable points)
    {
        // The compiled file only knows where a country's capital lies.
        Dictionary<string, (double Lat, double Lon)> middles = points.Rows.ToDictionary(
            row => row[0], row => (double.Parse(row[1], CultureInfo.InvariantCulture), double.Parse(row[2], CultureInfo.InvariantCulture)), StringComparer.Ordinal);
        _file = file;
        _names = names;
        foreach (CompiledCountry country in file.Countries)
        {
            string name = names.ByCode(country.Code)?.Name ?? country.Code;
            (double lat, double lon) = middles.GetValueOrDefault(country.Code, (country.Lat, country.Lon));
            _countries[country.Code] = new GazetteerPlace(
                0, name, country.Code, lat, lon, PlacePrecision.Country, country.Population, IsCapital: false);
        }
    }

    /// <summary>Number of places, divisions included and countries not.</summary>
    public int Count => _file.PlaceCount;

    /// <summary>
    /// The places known by <paramref name="foldedName"/>: the country of that name first, then by population, largest first.
    /// Hyphens count as blanks; apostrophes and full stops do not count.
    /// </summary>
    public IReadOnlyList<GazetteerPlace> Lookup(string foldedName)
    {
        string key = GazetteerKey.Of(foldedName);
        List<GazetteerPlace> places = [];
        if (_names.ByName(key) is { } country && Country(country.Code) is { } record)
            places.Add(record);
        foreach (int number in _file.Find(key))
            places.Add(_file.Place(number));
        return places;
    }

    /// <summary>The names of all places of at least <paramref name="population"/> inhabitants, ordinally, each once.</summary>
    internal IEnumerable<string> Names(long population) =>
        Enumerable.Range(0, _file.PlaceCount).Select(_file.Place).Where(place => place.Population >= population)
            .Select(place => place.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>The record of a country; null for an unknown code.</summary>
    public GazetteerPlace? Country(string code) => _countries.GetValueOrDefault(code);
}
