using Parallax.Data;

namespace Parallax.DataBuilder.Places;

/// <summary>A place on its way into the gazetteer.</summary>
internal sealed class BuiltPlace
{
    public int Id { get; init; }

    public required string Name { get; init; }

    public required string Country { get; init; }

    /// <summary>Code of its first-order division inside the country; may name none.</summary>
    public string Division { get; init; } = "";

    public int Lat { get; init; }

    public int Lon { get; init; }

    public long Population { get; init; }

    public PlacePrecision Precision { get; init; } = PlacePrecision.Town;

    public bool IsCapital { get; init; }

    public bool IsSeat { get; init; }

    public SortedSet<string> Keys { get; } = new(StringComparer.Ordinal);
}
