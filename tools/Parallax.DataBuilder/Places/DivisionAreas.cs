using Parallax.Data;

namespace Parallax.DataBuilder.Places;

/// <summary>
/// The middles of first-order divisions. No source draws their borders, so each piece of a country's land counts to the division of the
/// nearest place in that country.
/// </summary>
internal sealed class DivisionAreas
{
    private readonly Dictionary<(string Country, string Division), Sum> _sums = [];

    public DivisionAreas(IEnumerable<CountryOutline> countries, IEnumerable<BuiltPlace> places)
    {
        ILookup<string, BuiltPlace> inside = places.Where(place => place.Precision == PlacePrecision.Town && place.Division.Length > 0).ToLookup(place => place.Country, StringComparer.Ordinal);
        foreach (CountryOutline country in countries.Where(country => country.Code.Length > 0 && inside[country.Code].Any()))
            Measure(country, new PlaceGrid(inside[country.Code]));
    }

    /// <summary>Latitude and longitude in hundred-thousandths of a degree, rounded to hundredths of a degree; null where no land was counted.</summary>
    public (int Lat, int Lon)? Middle(string country, string division)
    {
        if (!_sums.TryGetValue((country, division), out Sum? sum))
            return null;
        int lon = (int)Math.Round(sum.Lon / sum.Weight * 100) * 1000;
        lon = lon > 18_000_000 ? lon - 36_000_000 : lon < -18_000_000 ? lon + 36_000_000 : lon;
        return ((int)Math.Round(sum.Lat / sum.Weight * 100) * 1000, lon);
    }

    private void Measure(CountryOutline country, PlaceGrid places)
    {
        double south = country.Rings.Min(ring => ring.Min(point => point.Lat)), north = country.Rings.Max(ring => ring.Max(point => point.Lat));
        // Small countries are measured in small pieces.
        double step = Math.Clamp((north - south) / 60, 0.02, 0.25);
        for (int row = (int)Math.Floor(south / step); row <= (int)Math.Ceiling(north / step); row++)
        {
            double lat = (row + 0.5) * step, weight = Math.Cos(lat * Math.PI / 180);
            List<double> crossings = Crossings(country, lat);
            for (int i = 0; i + 1 < crossings.Count; i += 2)
            {
                for (int column = (int)Math.Ceiling(crossings[i] / step - 0.5); (column + 0.5) * step < crossings[i + 1]; column++)
                {
                    double lon = (column + 0.5) * step;
                    (string, string) key = (country.Code, places.Nearest(lat, lon).Division);
                    if (!_sums.TryGetValue(key, out Sum? sum))
                        _sums.Add(key, sum = new Sum { Anchor = lon });
                    // Counted from the first piece, so that a division across the date line has its middle inside.
                    double east = lon - sum.Anchor > 180 ? lon - 360 : lon - sum.Anchor < -180 ? lon + 360 : lon;
                    sum.Lat += lat * weight;
                    sum.Lon += east * weight;
                    sum.Weight += weight;
                }
            }
        }
    }

    // Where a line of latitude enters and leaves the land.
    private static List<double> Crossings(CountryOutline country, double lat)
    {
        List<double> crossings = [];
        foreach (IReadOnlyList<MapPoint> ring in country.Rings)
        {
            for (int i = 0; i < ring.Count; i++)
            {
                MapPoint from = ring[i], to = ring[(i + 1) % ring.Count];
                if (from.Lat > lat != to.Lat > lat)
                    crossings.Add(from.Lon + (to.Lon - from.Lon) * (lat - from.Lat) / (to.Lat - from.Lat));
            }
        }
        crossings.Sort();
        return crossings;
    }

    private sealed class Sum
    {
        public double Anchor { get; init; }

        public double Lat { get; set; }

        public double Lon { get; set; }

        public double Weight { get; set; }
    }

    /// <summary>The places of one country by whole degrees.</summary>
    private sealed class PlaceGrid
    {
        private readonly Dictionary<(int Lat, int Lon), List<BuiltPlace>> _cells = [];

        public PlaceGrid(IEnumerable<BuiltPlace> places)
        {
            foreach (BuiltPlace place in places)
            {
                (int, int) cell = ((int)Math.Floor(place.Lat / 1e5), (int)Math.Floor(place.Lon / 1e5));
                if (!_cells.TryGetValue(cell, out List<BuiltPlace>? list))
                    _cells.Add(cell, list = []);
                list.Add(place);
            }
        }

        public BuiltPlace Nearest(double lat, double lon)
        {
            int row = (int)Math.Floor(lat), column = (int)Math.Floor(lon);
            double narrow = Math.Max(0.1, Math.Cos(lat * Math.PI / 180));
            BuiltPlace? best = null;
            double least = double.MaxValue;
            // A degree of longitude is shorter than one of latitude, so that the search goes on while a nearer place may lie farther east.
            for (int reach = 0; reach <= 180 && (best is null || (reach - 1) * narrow < Math.Sqrt(least)); reach++)
            {
                for (int r = row - reach; r <= row + reach; r++)
                {
                    int by = Math.Abs(r - row) == reach ? 1 : Math.Max(1, 2 * reach);
                    for (int c = column - reach; c <= column + reach; c += by)
                    {
                        if (!_cells.TryGetValue((r, c < -180 ? c + 360 : c >= 180 ? c - 360 : c), out List<BuiltPlace>? list))
                            continue;
                        foreach (BuiltPlace place in list)
                        {
                            double up = place.Lat / 1e5 - lat, east = Math.Abs(place.Lon / 1e5 - lon);
                            east = Math.Min(east, 360 - east) * narrow;
                            double distance = up * up + east * east;
                            if (distance < least)
                                (best, least) = (place, distance);
                        }
                    }
                }
            }
            return best!;
        }
    }
}
