using System.Globalization;
using System.Text;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;

namespace Parallax.Web.Brief;

/// <summary>A country's shape on the map.</summary>
public sealed record MapLand(string Name, string Path, bool IsShaded, MapLabel? Label);

/// <summary>A text on the map.</summary>
public sealed record MapLabel(string Text, double X, double Y, string Side, bool IsMinor);

/// <summary>A place where something happened.</summary>
public sealed record MapPlace(Place Place, IReadOnlyList<Event> Events, double X, double Y, double Radius, MapLabel? Label)
{
    /// <summary>The size of the circle in words: how exactly the place is known.</summary>
    public string Precision => Place.Precision switch
    {
        PlacePrecision.Exact => "exact",
        PlacePrecision.Town => "town",
        PlacePrecision.District => "somewhere in this district",
        PlacePrecision.Province => "somewhere in this province",
        PlacePrecision.Country => "somewhere in this country",
        _ => "somewhere in this region",
    };
}

/// <summary>
/// The map of the brief: outlines, and a circle for each place where something happened, the wider the less exactly it is known. A country gets
/// shade, never a pin.
/// </summary>
public sealed class MapDrawing
{
    public const int Width = 720;
    public const int Height = 440;
    private const double LeastSpan = 1.2;
    private readonly double _midLon;
    private readonly double _midLat;
    private readonly double _scale;
    private readonly double _squeeze;

    private MapDrawing(List<(Place Place, List<Event> Events)> pins, List<(Place Place, List<Event> Events)> areas, LanguageData data)
    {
        List<(Place Place, List<Event> Events)> near = Near(pins.Count > 0 ? pins : areas);
        double south = near.Min(p => p.Place.Lat);
        double north = near.Max(p => p.Place.Lat);
        double west = near.Min(p => p.Place.Lon);
        double east = near.Max(p => p.Place.Lon);
        _midLat = (south + north) / 2;
        _midLon = (west + east) / 2;
        _squeeze = Math.Max(0.2, Math.Cos(_midLat * Math.PI / 180));
        double least = pins.Count > 0 ? LeastSpan : 8;
        double high = Math.Max(least, (north - south) * 1.5);
        double wide = Math.Max(least * Width / Height, (east - west) * _squeeze * 1.5);
        _scale = Math.Min(Width / wide, Height / high);
        HashSet<string> shaded = [.. areas.Where(a => a.Place.Precision == PlacePrecision.Country).Select(a => a.Place.Country)];
        List<Box> taken = [];
        Places = Draw(near.Where(p => pins.Contains(p)), taken);
        Lands = Land(data, shaded, taken);
        Elsewhere = [.. pins.Where(p => !near.Contains(p)).Concat(areas).Select(p => Spot(p.Place, p.Events, null))];
    }

    public IReadOnlyList<MapLand> Lands { get; }

    public IReadOnlyList<MapPlace> Places { get; }

    /// <summary>Countries, regions, and places too far from the rest to be drawn at this scale.</summary>
    public IReadOnlyList<MapPlace> Elsewhere { get; }

    /// <summary>The map of what happened; null where no event has a place.</summary>
    public static MapDrawing? Of(BriefView view, LanguageData data)
    {
        List<(Place Place, List<Event> Events)> places = [.. view.Days.SelectMany(d => d.Events)
            .Where(e => e.Status != ClaimStatus.Background && view.Content.Place(e.Where) is not null)
            .GroupBy(e => e.Where!, StringComparer.Ordinal)
            .Select(g => (Place: view.Content.Place(g.Key)!, Events: g.ToList()))
            .Where(p => double.IsFinite(p.Place.Lat) && double.IsFinite(p.Place.Lon) && Math.Abs(p.Place.Lat) <= 90 && Math.Abs(p.Place.Lon) <= 180)
            .OrderByDescending(p => p.Events.Sum(e => e.Origins)).ThenBy(p => p.Place.Name, StringComparer.Ordinal).ThenBy(p => p.Place.Id, StringComparer.Ordinal)
            .Take(BriefView.MostPlaces)];
        if (places.Count == 0)
            return null;
        List<(Place, List<Event>)> pins = [.. places.Where(p => p.Place.Precision is not (PlacePrecision.Country or PlacePrecision.Region))];
        List<(Place, List<Event>)> areas = [.. places.Where(p => p.Place.Precision is PlacePrecision.Country or PlacePrecision.Region)];
        return new MapDrawing(pins, areas, data);
    }

    public static string Text(double number) => Math.Round(number, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);

    private double X(double lon) => Width / 2.0 + (lon - _midLon) * _squeeze * _scale;

    private double Y(double lat) => Height / 2.0 - (lat - _midLat) * _scale;

    /// <summary>The places around the centre of events: one summit a continent away must not shrink the town to a dot.</summary>
    private static List<(Place Place, List<Event> Events)> Near(List<(Place Place, List<Event> Events)> places)
    {
        (Place centre, _) = places[0];
        double Distance(Place place) =>
            Math.Sqrt(Math.Pow(place.Lat - centre.Lat, 2) + Math.Pow((place.Lon - centre.Lon) * Math.Cos(centre.Lat * Math.PI / 180), 2));
        List<(Place Place, List<Event> Events, double Distance)> byDistance = [.. places.Select(p => (p.Place, p.Events, Distance(p.Place))).OrderBy(p => p.Item3)];
        int all = byDistance.Sum(p => p.Events.Count);
        int seen = 0;
        double reach = 0;
        foreach ((Place _, List<Event> events, double distance) in byDistance)
        {
            seen += events.Count;
            reach = distance;
            if (seen * 10 >= all * 7)
                break;
        }
        double limit = Math.Max(1.5, reach * 1.8);
        return [.. places.Where(p => Distance(p.Place) <= limit)];
    }

    private MapPlace Spot(Place place, IReadOnlyList<Event> events, MapLabel? label) =>
        new(place, events, X(place.Lon), Y(place.Lat), Radius(place.Precision), label);

    private static double Radius(PlacePrecision precision) => precision switch
    {
        PlacePrecision.Exact => 4,
        PlacePrecision.Town => 6.5,
        PlacePrecision.District => 16,
        _ => 30,
    };

    private List<MapPlace> Draw(IEnumerable<(Place Place, List<Event> Events)> places, List<Box> taken)
    {
        List<(Place Place, List<Event> Events)> all = [.. places];
        foreach ((Place place, _) in all.Where(p => p.Place.Precision is PlacePrecision.Exact or PlacePrecision.Town))
            taken.Add(Box.Around(X(place.Lon), Y(place.Lat), Radius(place.Precision)));
        List<MapPlace> drawn = [];
        int index = 0;
        foreach ((Place place, List<Event> events) in all)
            drawn.Add(Spot(place, events, Label(place, taken, isMinor: index++ >= 4)));
        // Wide circles first, so that they never cover an exact pin.
        return [.. drawn.OrderByDescending(p => p.Radius).ThenBy(p => p.Place.Id, StringComparer.Ordinal)];
    }

    /// <summary>A label beside its circle where there is room; none where it would cover another.</summary>
    private MapLabel? Label(Place place, List<Box> taken, bool isMinor)
    {
        string name = BriefView.Cut(BriefView.Clean(place.Name), 26);
        double x = X(place.Lon);
        double y = Y(place.Lat);
        double r = Radius(place.Precision);
        double w = name.Length * 7.4 + 4;
        (double X, double Y, string Side, Box Box)[] sides =
        [
            (x + r + 4, y + 4.5, "start", new Box(x + r + 2, y - 8, x + r + 4 + w, y + 8)),
            (x - r - 4, y + 4.5, "end", new Box(x - r - 4 - w, y - 8, x - r - 2, y + 8)),
            (x, y - r - 5, "middle", new Box(x - w / 2, y - r - 19, x + w / 2, y - r - 2)),
            (x, y + r + 15, "middle", new Box(x - w / 2, y + r + 2, x + w / 2, y + r + 19)),
        ];
        foreach ((double lx, double ly, string side, Box box) in sides)
        {
            if (!box.IsInside(Width, Height) || taken.Any(t => t.Overlaps(box)))
                continue;
            taken.Add(box);
            return new MapLabel(name, lx, ly, side, isMinor);
        }
        return null;
    }

    private List<MapLand> Land(LanguageData data, HashSet<string> shaded, List<Box> taken)
    {
        double halfWide = Width / 2.0 / _scale / _squeeze * 1.02;
        double halfHigh = Height / 2.0 / _scale * 1.02;
        List<MapLand> lands = [];
        foreach (CountryOutline country in data.Outlines.Within(
            Math.Max(-180, _midLon - halfWide), Math.Max(-90, _midLat - halfHigh), Math.Min(180, _midLon + halfWide), Math.Min(90, _midLat + halfHigh)))
        {
            StringBuilder path = new();
            foreach (IReadOnlyList<MapPoint> ring in country.Rings)
            {
                char command = 'M';
                foreach (MapPoint point in ring)
                {
                    path.Append(command).Append(Text(X(point.Lon))).Append(' ').Append(Text(Y(point.Lat)));
                    command = 'L';
                }
                path.Append('Z');
            }
            lands.Add(new MapLand(country.Name, path.ToString(), shaded.Contains(country.Code), NameOf(country, taken)));
        }
        return lands;
    }

    /// <summary>The country's name at the middle of its largest visible ring, where there is room for it.</summary>
    private MapLabel? NameOf(CountryOutline country, List<Box> taken)
    {
        (double area, double x, double y) = country.Rings.Select(Middle).MaxBy(m => m.Area);
        double w = country.Name.Length * 9.5 + 8;
        Box box = new(x - w / 2, y - 12, x + w / 2, y + 8);
        if (area < w * 34 || !box.IsInside(Width, Height) || taken.Any(t => t.Overlaps(box)))
            return null;
        taken.Add(box);
        return new MapLabel(country.Name, x, y, "middle", false);
    }

    private (double Area, double X, double Y) Middle(IReadOnlyList<MapPoint> ring)
    {
        double twice = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < ring.Count; i++)
        {
            (double x1, double y1) = (X(ring[i].Lon), Y(ring[i].Lat));
            MapPoint next = ring[(i + 1) % ring.Count];
            (double x2, double y2) = (X(next.Lon), Y(next.Lat));
            double cross = x1 * y2 - x2 * y1;
            twice += cross;
            sumX += (x1 + x2) * cross;
            sumY += (y1 + y2) * cross;
        }
        return Math.Abs(twice) < 1e-9 ? (0, 0, 0) : (Math.Abs(twice / 2), sumX / (3 * twice), sumY / (3 * twice));
    }

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public static Box Around(double x, double y, double r) => new(x - r, y - r, x + r, y + r);

        public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

        public bool IsInside(double width, double height) => Left >= 2 && Top >= 2 && Right <= width - 2 && Bottom <= height - 2;
    }
}
