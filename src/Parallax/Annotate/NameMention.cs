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

/// <summary>What a name stands for, as finely as reports of conflict need it.</summary>
public enum FineNameKind
{
    /// <summary>One human being.</summary>
    Person,

    /// <summary>A government or one of its ministries and offices: "Ministry of Health".</summary>
    Government,

    /// <summary>An army, a militia, an armed group, a military alliance.</summary>
    ArmedForce,

    /// <summary>Police or gendarmerie.</summary>
    Police,

    /// <summary>People without an organisation.</summary>
    Group,

    /// <summary>A newspaper, broadcaster or news agency.</summary>
    Outlet,

    /// <summary>Any other body.</summary>
    Organisation,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A country, or its capital, named as the one who acts: "Chile said". Its <see cref="NameKind"/> stays <see cref="NameKind.Place"/>.</summary>
    State,
}

/// <summary>A name as it stands in the text; names do not overlap.</summary>
/// <param name="Span">Where.</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
public sealed record NameMention(TextSpan Span, int Sentence, NameKind Kind, int FirstToken, int EndToken)
{
    /// <summary>What it stands for, more finely; what <see cref="Kind"/> says where no more is known.</summary>
    public FineNameKind Fine { get; init; } = Kind switch { NameKind.Person => FineNameKind.Person, NameKind.Organisation => FineNameKind.Organisation, _ => FineNameKind.Place };
}
