using System.Globalization;

namespace Parallax.Data;

/// <summary>Regions that are no country and no division: "the Balkans", "the Sahel", "Darfur". Immutable; safe for many threads.</summary>
public sealed class Regions
{
    private readonly Dictionary<string, GazetteerPlace> _byName = new(StringComparer.Ordinal);

    internal Regions(LexiconTable table)
    {
        foreach (string[] row in table.Rows)
        {
            GazetteerPlace region = new(
                0, row[0], row[4], double.Parse(row[2], CultureInfo.InvariantCulture), double.Parse(row[3], CultureInfo.InvariantCulture),
                PlacePrecision.Region, 0, IsCapital: false);
            _byName.TryAdd(GazetteerKey.Of(row[0]), region);
            foreach (string alias in row[1].Split('|', StringSplitOptions.RemoveEmptyEntries))
                _byName.TryAdd(GazetteerKey.Of(alias), region);
        }
    }

    /// <summary>The region of this name, in any spelling that folds alike; null where there is none.</summary>
    public GazetteerPlace? ByName(string name) => _byName.GetValueOrDefault(GazetteerKey.Of(name));
}
