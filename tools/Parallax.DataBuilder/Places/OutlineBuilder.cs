using System.Text;
using System.Text.Json;
using Parallax.Data;

namespace Parallax.DataBuilder.Places;

/// <summary>Turns the TopoJSON outlines of npm's world-atlas into rings on a flat map.</summary>
internal static class OutlineBuilder
{
    /// <summary>The file with the outlines.</summary>
    public const string Atlas = "world-atlas-2.0.2.tgz";

    /// <summary>The file that tells which number is which country.</summary>
    public const string Codes = "iso-codes/usr/share/iso-codes/json/iso_3166-1.json";

    public static Recipe Recipe { get; } = new("outlines", ["compiled/outlines.bin"], new SourceList(
        "Makes compiled/outlines.bin: outlines of countries. Sources, in one folder: 'npm pack world-atlas@2.0.2' and Debian's iso-codes 4.15.0-1 " +
        "('apt-get download iso-codes', then 'dpkg-deb -x iso-codes_4.15.0-1_all.deb iso-codes'), read for numeric and two-letter codes.",
        new Dictionary<string, string>
        {
            [Atlas] = "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
            [Codes] = "f01b812b57fba9f31ff621bf33e7c7570a01964dbeb5be2167e94decf538c89f",
        }), Build);

    private static BuiltFiles Build(SourceFolder sources)
    {
        byte[] package = sources.Bytes(Atlas);
        Dictionary<string, string> codes = AlphaTwo(sources.Bytes(Codes));
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes, Encoding.UTF8);
        writer.Write(Outlines.Magic);
        List<CountryOutline> fine = Layer(PlaceSources.FromPackage(package, "package/countries-50m.json"), codes);
        List<CountryOutline> coarse = Layer(PlaceSources.FromPackage(package, "package/countries-110m.json"), codes);
        Write(writer, fine);
        Write(writer, coarse);
        writer.Flush();
        Outlines read = Outlines.Read(new MemoryStream(bytes.ToArray()));
        if (read.Countries.Count != fine.Count || read.Overview.Count != coarse.Count)
            throw new InvalidDataException("The outlines do not read back as written.");
        return new BuiltFiles([bytes.ToArray()],
        [
            ("countries", fine.Count), ("points", Points(read.Countries)), ("countries of the overview", coarse.Count),
            ("points of the overview", Points(read.Overview)), ("without a code", fine.Count(country => country.Code.Length == 0)), ("bytes", bytes.Length),
        ]);
    }

    /// <summary>The outlines that <paramref name="sources"/> hold, in the finer of two degrees.</summary>
    public static List<CountryOutline> Countries(SourceFolder sources) =>
        Layer(PlaceSources.FromPackage(sources.Bytes(Atlas), "package/countries-50m.json"), AlphaTwo(sources.Bytes(Codes)));

    private static long Points(IReadOnlyList<CountryOutline> countries) => countries.Sum(country => country.Rings.Sum(ring => (long)ring.Count));

    private static Dictionary<string, string> AlphaTwo(byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("3166-1").EnumerateArray().ToDictionary(
            country => country.GetProperty("numeric").GetString()!, country => country.GetProperty("alpha_2").GetString()!, StringComparer.Ordinal);
    }

    private static List<CountryOutline> Layer(byte[] json, Dictionary<string, string> codes)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        MapPoint[][] arcs = Arcs(document.RootElement);
        List<CountryOutline> countries = [];
        foreach (JsonElement geometry in document.RootElement.GetProperty("objects").GetProperty("countries").GetProperty("geometries").EnumerateArray())
        {
            string name = geometry.GetProperty("properties").GetProperty("name").GetString() ?? "";
            // Kosovo has no number in ISO 3166-1; the code in use is the one that the standard leaves to users.
            string code = geometry.TryGetProperty("id", out JsonElement id) ? codes.GetValueOrDefault(id.GetString() ?? "", "")
                : name == "Kosovo" ? "XK" : "";
            JsonElement shape = geometry.GetProperty("arcs");
            IEnumerable<JsonElement> rings = geometry.GetProperty("type").GetString() == "Polygon"
                ? shape.EnumerateArray()
                : shape.EnumerateArray().SelectMany(polygon => polygon.EnumerateArray());
            List<IReadOnlyList<MapPoint>> flat = [];
            foreach (JsonElement ring in rings)
                flat.AddRange(Flatten(Join(ring, arcs)));
            countries.Add(new CountryOutline(code, name, flat));
        }
        return [.. countries.OrderBy(country => country.Code, StringComparer.Ordinal).ThenBy(country => country.Name, StringComparer.Ordinal)];
    }

    private static MapPoint[][] Arcs(JsonElement topology)
    {
        JsonElement transform = topology.GetProperty("transform");
        double scaleX = transform.GetProperty("scale")[0].GetDouble(), scaleY = transform.GetProperty("scale")[1].GetDouble();
        double moveX = transform.GetProperty("translate")[0].GetDouble(), moveY = transform.GetProperty("translate")[1].GetDouble();
        return [.. topology.GetProperty("arcs").EnumerateArray().Select(arc =>
        {
            int x = 0, y = 0;
            return arc.EnumerateArray().Select(step => new MapPoint(
                (x += step[0].GetInt32()) * scaleX + moveX, (y += step[1].GetInt32()) * scaleY + moveY)).ToArray();
        })];
    }

    private static List<MapPoint> Join(JsonElement ring, MapPoint[][] arcs)
    {
        List<MapPoint> points = [];
        foreach (JsonElement element in ring.EnumerateArray())
        {
            int number = element.GetInt32();
            IEnumerable<MapPoint> arc = number >= 0 ? arcs[number] : arcs[~number].Reverse();
            points.AddRange(points.Count == 0 ? arc : arc.Skip(1));
        }
        return points;
    }

    // The source's rings lie on the sphere: they cross the date line and run round the pole. On a flat map each is unrolled and cut at 180 degrees.
    private static IEnumerable<IReadOnlyList<MapPoint>> Flatten(List<MapPoint> ring)
    {
        List<MapPoint> unrolled = [ring[0]];
        foreach (MapPoint point in ring.Skip(1))
        {
            double lon = point.Lon;
            while (lon - unrolled[^1].Lon > 180)
                lon -= 360;
            while (lon - unrolled[^1].Lon < -180)
                lon += 360;
            unrolled.Add(point with { Lon = lon });
        }
        if (Math.Abs(unrolled[^1].Lon - unrolled[0].Lon) > 180)
        {
            double pole = unrolled[0].Lat < 0 ? -90 : 90;
            unrolled.Add(new MapPoint(unrolled[^1].Lon, pole));
            unrolled.Add(new MapPoint(unrolled[0].Lon, pole));
        }
        foreach (int turn in new[] { -360, 0, 360 })
        {
            IReadOnlyList<MapPoint> part = RingClipping.ToBox([.. unrolled.Select(point => point with { Lon = point.Lon + turn })], -180, -90, 180, 90);
            List<MapPoint> coarse = [];
            foreach (MapPoint point in part)
            {
                MapPoint rounded = new(Math.Round(point.Lon, 2), Math.Round(point.Lat, 2));
                if (coarse.Count == 0 || coarse[^1] != rounded)
                    coarse.Add(rounded);
            }
            while (coarse.Count > 1 && coarse[^1] == coarse[0])
                coarse.RemoveAt(coarse.Count - 1);
            if (coarse.Count >= 3)
                yield return coarse;
        }
    }

    private static void Write(BinaryWriter writer, List<CountryOutline> countries)
    {
        writer.Write7BitEncodedInt(countries.Count);
        foreach (CountryOutline country in countries)
        {
            writer.Write(country.Code);
            writer.Write(country.Name);
            writer.Write7BitEncodedInt(country.Rings.Count);
            foreach (IReadOnlyList<MapPoint> ring in country.Rings)
            {
                writer.Write7BitEncodedInt(ring.Count);
                int lon = 0, lat = 0;
                foreach (MapPoint point in ring)
                {
                    int nextLon = (int)Math.Round(point.Lon * 100), nextLat = (int)Math.Round(point.Lat * 100);
                    writer.Write7BitEncodedInt(Zigzag(nextLon - lon));
                    writer.Write7BitEncodedInt(Zigzag(nextLat - lat));
                    (lon, lat) = (nextLon, nextLat);
                }
            }
        }
    }

    private static int Zigzag(int value) => (value << 1) ^ (value >> 31);
}
