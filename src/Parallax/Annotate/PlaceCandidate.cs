using Parallax.Data;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>A name in the text that the gazetteer knows, before it is decided whether it is a place and which.</summary>
internal sealed class PlaceCandidate
{
    /// <summary>Index of its first token.</summary>
    public required int First { get; init; }

    /// <summary>Index after its last token.</summary>
    public required int End { get; init; }

    public required Sentence Sentence { get; init; }

    /// <summary>The name as the gazetteer files it.</summary>
    public required string Key { get; init; }

    /// <summary>The words in the text; grows when "North" before them belongs to the name.</summary>
    public required TextSpan Span { get; set; }

    public required IReadOnlyList<GazetteerPlace> Options { get; init; }

    /// <summary>A seat such as "Kremlin" that is no town: it stands for its government.</summary>
    public bool IsSeat { get; init; }

    public bool InDateline { get; init; }

    /// <summary>An abbreviated state or province.</summary>
    public bool IsAbbreviation { get; init; }

    /// <summary>A place only where the rest of the report names the same one.</summary>
    public bool IsDoubtful { get; set; }

    /// <summary>Part of a longer word: "Lima-based".</summary>
    public bool IsPart { get; init; }

    /// <summary>The language engine reads a place here.</summary>
    public bool IsNamed { get; set; }

    /// <summary>The words around say that a place is meant: "in X", "X, Country", "the town of X".</summary>
    public bool IsStrong { get; set; }

    /// <summary>The words around say that it is part of another name.</summary>
    public bool IsRejected { get; set; }

    /// <summary>It is part of the name of a person.</summary>
    public bool IsPersonal { get; set; }

    /// <summary>The place named after a comma: "X, Y".</summary>
    public PlaceCandidate? Within { get; set; }

    public GazetteerPlace? Chosen { get; set; }

    /// <summary>Known to most readers without an introduction.</summary>
    public bool IsWellKnown => IsSeat || Options.Any(place =>
        place.Precision is PlacePrecision.Country or PlacePrecision.Region || place.IsCapital || place.Population >= 300_000);

    public bool IsCountry => Options.Count > 0 && Options[0].Precision == PlacePrecision.Country;
}
