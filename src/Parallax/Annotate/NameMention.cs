using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>What a name stands for.</summary>
public enum NameKind
{
    /// <summary>One human being: "Amina Yusuf".</summary>
    Person,

    /// <summary>A body of people: a government, an army, a party, an outlet, a firm.</summary>
    Organisation,

    /// <summary>A place: a country, a town, a river, a building.</summary>
    Place,
}

/// <summary>A name as it stands in the text; names do not overlap.</summary>
/// <param name="Span">Where.</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
public sealed record NameMention(TextSpan Span, int Sentence, NameKind Kind, int FirstToken, int EndToken);
