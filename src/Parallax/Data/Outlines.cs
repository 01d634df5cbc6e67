using System.Text;

namespace Parallax.Data;

/// <summary>A point on the map.</summary>
/// <param name="Lon">Longitude, degrees, WGS84.</param>
/// <param name="Lat">Latitude, degrees, WGS84.</param>
public readonly record struct MapPoint(double Lon, double Lat);

/// <summary>The outline of one country: closed rings, outer ones and holes alike, to be filled by the even-odd rule.</summary>
/// <param name="Code">ISO 3166-1 alpha-2 code (<c>XK</c> for Kosovo); empty for a territory without one.</param>
/// <param name="Name">The name in the source.</param>
/// <param name="Rings">The rings; the last point of each joins its first.</param>
public sealed record CountryOutline(string Code, string Name, IReadOnlyList<IReadOnlyList<MapPoint>> Rings);

/// <summary>Outlines of the countries of the world, after Natural Earth. Immutable; safe for many threads.</summary>
public sealed class Outlines
{
    internal const uint Magic = 0x314F5850;

    private Outlines(IReadOnlyList<CountryOutline> countries, IReadOnlyList<CountryOutline> overview) => (Countries, Overview) = (countries, overview);

    /// <summary>Outlines at about 1:50 million, ordered by code, then name.</summary>
    public IReadOnlyList<CountryOutline> Countries { get; }

    /// <summary>Coarse outlines at about 1:110 million for a map of the world; small countries are missing.</summary>
    public IReadOnlyList<CountryOutline> Overview { get; }

    /// <summary>The outlines that reach into a box, cut off at its sides; for a box across the date line ask for each side of it.</summary>
    public IReadOnlyList<CountryOutline> Within(double minLon, double minLat, double maxLon, double maxLat)
    {
        List<CountryOutline> found = [];
        foreach (CountryOutline country in Countries)
        {
            List<IReadOnlyList<MapPoint>> rings = [];
            foreach (IReadOnlyList<MapPoint> ring in country.Rings)
            {
                IReadOnlyList<MapPoint> cut = RingClipping.ToBox(ring, minLon, minLat, maxLon, maxLat);
                if (cut.Count >= 3)
                    rings.Add(cut);
            }
            if (rings.Count > 0)
                found.Add(country with { Rings = rings });
        }
        return found;
    }

    /// <summary>Reads the compiled form: two layers of countries with rings of zigzag differences in hundredths of a degree.</summary>
    internal static Outlines Read(Stream stream)
    {
        using BinaryReader reader = new(stream, Encoding.UTF8);
        if (reader.ReadUInt32() != Magic)
            throw new InvalidDataException("The compiled outlines are damaged: they do not begin as such. Reinstall Parallax or build them again.");
        return new Outlines(Layer(reader), Layer(reader));
    }

    private static CountryOutline[] Layer(BinaryReader reader)
    {
        CountryOutline[] countries = new CountryOutline[reader.Read7BitEncodedInt()];
        for (int i = 0; i < countries.Length; i++)
        {
            string code = reader.ReadString(), name = reader.ReadString();
            IReadOnlyList<MapPoint>[] rings = new IReadOnlyList<MapPoint>[reader.Read7BitEncodedInt()];
            for (int r = 0; r < rings.Length; r++)
            {
                MapPoint[] points = new MapPoint[reader.Read7BitEncodedInt()];
                int lon = 0, lat = 0;
                for (int p = 0; p < points.Length; p++)
                {
                    lon += Signed(reader.Read7BitEncodedInt());
                    lat += Signed(reader.Read7BitEncodedInt());
                    points[p] = new MapPoint(lon / 100.0, lat / 100.0);
                }
                rings[r] = points;
            }
            countries[i] = new CountryOutline(code, name, rings);
        }
        return countries;
    }

    private static int Signed(int zigzag) => (zigzag >> 1) ^ -(zigzag & 1);
}
