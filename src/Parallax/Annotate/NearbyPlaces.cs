using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>A set of places that tells whether another lies near one of them, without a look at all.</summary>
internal sealed class NearbyPlaces(double reach)
{
    // A degree of latitude is a little more than 111 km everywhere, so that what is near lies in the same band or the next.
    private readonly double _band = reach / 111;
    private readonly Dictionary<int, List<GazetteerPlace>> _byLatitude = [];
    private readonly HashSet<(double Lat, double Lon)> _known = [];

    /// <summary>Adds a place; one that is there already counts once.</summary>
    public void Add(GazetteerPlace place)
    {
        if (!_known.Add((place.Lat, place.Lon)))
            return;
        int band = Band(place);
        if (!_byLatitude.TryGetValue(band, out List<GazetteerPlace>? places))
            _byLatitude.Add(band, places = []);
        places.Add(place);
    }

    /// <summary>Whether another place than this one itself, more than a kilometre away, lies within reach.</summary>
    public bool HasNeighbour(GazetteerPlace place)
    {
        int band = Band(place);
        for (int near = band - 1; near <= band + 1; near++)
        {
            if (!_byLatitude.TryGetValue(near, out List<GazetteerPlace>? places))
                continue;
            foreach (GazetteerPlace other in places)
            {
                double distance = Kilometres(other, place);
                if (distance > 1 && distance < reach)
                    return true;
            }
        }
        return false;
    }

    /// <summary>Distance on the globe.</summary>
    public static double Kilometres(GazetteerPlace left, GazetteerPlace right)
    {
        const double Radians = Math.PI / 180, Earth = 6371;
        double lat = (right.Lat - left.Lat) * Radians, lon = (right.Lon - left.Lon) * Radians;
        double half = Math.Pow(Math.Sin(lat / 2), 2) + Math.Cos(left.Lat * Radians) * Math.Cos(right.Lat * Radians) * Math.Pow(Math.Sin(lon / 2), 2);
        return 2 * Earth * Math.Asin(Math.Sqrt(Math.Min(1, half)));
    }

    private int Band(GazetteerPlace place) => (int)Math.Floor(place.Lat / _band);
}
