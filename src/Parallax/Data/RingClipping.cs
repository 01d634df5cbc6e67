namespace Parallax.Data;

/// <summary>Cuts closed rings off at straight sides (Sutherland and Hodgman's way).</summary>
internal static class RingClipping
{
    /// <summary>The part of the ring inside the box; empty where there is none.</summary>
    public static IReadOnlyList<MapPoint> ToBox(IReadOnlyList<MapPoint> ring, double minLon, double minLat, double maxLon, double maxLat)
    {
        double west = double.MaxValue, south = double.MaxValue, east = double.MinValue, north = double.MinValue;
        foreach (MapPoint point in ring)
        {
            west = Math.Min(west, point.Lon);
            east = Math.Max(east, point.Lon);
            south = Math.Min(south, point.Lat);
            north = Math.Max(north, point.Lat);
        }
        if (east < minLon || west > maxLon || north < minLat || south > maxLat)
            return [];
        if (west >= minLon && east <= maxLon && south >= minLat && north <= maxLat)
            return ring;
        ring = Side(ring, point => point.Lon - minLon);
        ring = Side(ring, point => maxLon - point.Lon);
        ring = Side(ring, point => point.Lat - minLat);
        return Side(ring, point => maxLat - point.Lat);
    }

    /// <summary>The part of the ring where <paramref name="depth"/>, a linear function, is not negative.</summary>
    public static IReadOnlyList<MapPoint> Side(IReadOnlyList<MapPoint> ring, Func<MapPoint, double> depth)
    {
        List<MapPoint> kept = [];
        for (int i = 0; i < ring.Count; i++)
        {
            MapPoint from = ring[i], to = ring[(i + 1) % ring.Count];
            double start = depth(from), end = depth(to);
            if (start >= 0)
                kept.Add(from);
            if ((start > 0 && end < 0) || (start < 0 && end > 0))
            {
                double share = start / (start - end);
                kept.Add(new MapPoint(from.Lon + (to.Lon - from.Lon) * share, from.Lat + (to.Lat - from.Lat) * share));
            }
        }
        return kept;
    }
}
