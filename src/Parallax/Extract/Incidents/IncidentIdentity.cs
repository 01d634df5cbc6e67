using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>Whether two participants, places or times can be the same.</summary>
internal static class IncidentIdentity
{
    /// <summary>Whether both are the same participant: one actor, one name of which the other is a part, or one description.</summary>
    public static bool Same(IncidentParty left, IncidentParty right)
    {
        if (left.Name is { } a && right.Name is { } b)
            return SameName(a, b);
        if (left.Actor >= 0 && left.Actor == right.Actor)
            return true;
        if (left.Name is not null || right.Name is not null)
        {
            // "the minister" is the minister who was named.
            (IncidentParty named, IncidentParty described) = left.Name is not null ? (left, right) : (right, left);
            return described.Descriptions.Count > 0 && named.Descriptions.Any(description => Head(description) == Head(described.Descriptions[0]));
        }
        return left.Descriptions.Any(a => right.Descriptions.Any(b => Alike(a, b)));
    }

    // "priests" and "Jesuit priests", "Jesuits" and "Jesuit priests".
    private static bool Alike(string left, string right)
    {
        string a = Head(left), b = Head(right);
        return a == b || Stems(left).Contains(Stem(b), StringComparer.Ordinal) || Stems(right).Contains(Stem(a), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Stems(string description) => Folding.Fold(description).Split(' ').Select(Stem);

    private static string Stem(string word) => word.Length > 3 && word.EndsWith('s') ? word[..^1] : word;

    /// <summary>Whether one name is the other or its last words: "Galvez" and "Luis Galvez Ortiz".</summary>
    public static bool SameName(string left, string right)
    {
        string a = Folding.Fold(left), b = Folding.Fold(right);
        if (a == b)
            return true;
        (string shorter, string longer) = a.Length < b.Length ? (a, b) : (b, a);
        string[] few = shorter.Split(' '), many = longer.Split(' ');
        return few.All(word => many.Contains(word, StringComparer.Ordinal)) && (few.Length > 1 || few[0].Length > 3);
    }

    public static string Head(string description)
    {
        string folded = Folding.Fold(description);
        int of = folded.IndexOf(" of ", StringComparison.Ordinal);
        folded = of > 0 ? folded[..of] : folded;
        return folded[(folded.LastIndexOf(' ') + 1)..];
    }

    /// <summary>Whether two places exclude each other: both exact and neither the other's name or division.</summary>
    public static bool Exclude(PlaceMention left, PlaceMention right, string text)
    {
        if (left.Place is not { } a || right.Place is not { } b)
            return left.Place is null && right.Place is null && Folding.Fold(left.Span.Of(text)) != Folding.Fold(right.Span.Of(text));
        if (a.Country != b.Country)
            return true;
        bool wide = a.Precision is PlacePrecision.Country or PlacePrecision.Province || b.Precision is PlacePrecision.Country or PlacePrecision.Province;
        return !wide && a.Name != b.Name;
    }
}
