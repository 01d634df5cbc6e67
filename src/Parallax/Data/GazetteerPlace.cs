namespace Parallax.Data;

/// <summary>How large a place is, and so how exactly a pin on it says where something happened.</summary>
public enum PlacePrecision
{
    /// <summary>A building, bridge or crossing.</summary>
    Exact,

    /// <summary>A town or village.</summary>
    Town,

    /// <summary>A second-order division.</summary>
    District,

    /// <summary>A first-order division.</summary>
    Province,

    /// <summary>A country; never drawn as a pin.</summary>
    Country,

    /// <summary>Larger than a country, or a region without an administration ("the Balkans").</summary>
    Region,
}

/// <summary>One place of the gazetteer.</summary>
/// <param name="GeoNames">GeoNames id; 0 where there is none.</param>
/// <param name="Name">Its usual name.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code of its country (<c>XK</c> for Kosovo); empty for regions across countries.</param>
/// <param name="Lat">Latitude, degrees, WGS84.</param>
/// <param name="Lon">Longitude, degrees, WGS84.</param>
/// <param name="Precision">How large it is.</param>
/// <param name="Population">Inhabitants; 0 where unknown.</param>
/// <param name="IsCapital">Whether it is the capital of its country.</param>
public sealed record GazetteerPlace(
    int GeoNames, string Name, string Country, double Lat, double Lon, PlacePrecision Precision, long Population, bool IsCapital)
{
    /// <summary>Name of its first-order division ("Texas"); empty where unknown and for countries and regions.</summary>
    public string Division { get; init; } = "";

    /// <summary>Whether it is the seat of a first-order division.</summary>
    public bool IsSeat { get; init; }
}
