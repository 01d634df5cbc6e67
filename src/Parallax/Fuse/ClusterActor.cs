using Parallax.Annotate;

namespace Parallax.Fuse;

/// <summary>How well two actors, or two sets of them, can be the same.</summary>
internal enum ActorAffinity
{
    /// <summary>They cannot be the same: two named persons, two states, Serbs and Albanians.</summary>
    Conflict,

    /// <summary>Nothing is known that ties or parts them.</summary>
    Unknown,

    /// <summary>Of one class, but no more than that: two named forces, a president and his state.</summary>
    Loose,

    /// <summary>One may well describe the other: "protesters" and "Serbs", "peacekeepers" and a named mission.</summary>
    Compatible,

    /// <summary>Described alike, or one speaks for the other.</summary>
    Close,

    /// <summary>The same actor of the situation.</summary>
    Same,
}

/// <summary>What merging knows of one actor of the situation, over all reports.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its usual name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Country">Its country; null where unknown.</param>
/// <param name="IsNamed">Whether some report names it.</param>
/// <param name="Class">The class of its head noun or kind (<c>military</c>, <c>police</c>, <c>civilian</c>, <c>people</c>, <c>government</c>, <c>organisation</c>, <c>person</c>, <c>outlet</c>).</param>
/// <param name="Members">Side words that qualify it ("serb").</param>
/// <param name="SpeaksFor">Ids of the actors that it has a role in.</param>
internal sealed record ClusterActor(
    string Id, string Name, ActorKind Kind, string? Country, bool IsNamed, string Class,
    IReadOnlySet<string> Members, IReadOnlySet<string> SpeaksFor)
{
    /// <summary>How well <paramref name="other"/> can be this one; symmetric.</summary>
    public ActorAffinity AffinityTo(ClusterActor other)
    {
        if (string.Equals(Id, other.Id, StringComparison.Ordinal))
            return ActorAffinity.Same;
        if (SpeaksFor.Contains(other.Id) || other.SpeaksFor.Contains(Id))
            return ActorAffinity.Close;
        if (Members.Count > 0 && other.Members.Count > 0 && !Members.Overlaps(other.Members))
            return ActorAffinity.Conflict;
        bool sameCountry = Country is not null && string.Equals(Country, other.Country, StringComparison.Ordinal);
        bool otherCountry = Country is not null && other.Country is not null && !sameCountry;
        if (IsNamed && other.IsNamed && !(Kind == ActorKind.Group || other.Kind == ActorKind.Group))
        {
            // Two names are two actors; a ruler and the state, or two forces of one side, are only near each other.
            if (Kind == ActorKind.Person && other.Kind == ActorKind.Person || otherCountry)
                return ActorAffinity.Conflict;
            return sameCountry || string.Equals(Class, other.Class, StringComparison.Ordinal) ? ActorAffinity.Loose : ActorAffinity.Conflict;
        }
        if (otherCountry && Members.Count == 0 && other.Members.Count == 0)
            return ActorAffinity.Conflict;
        if (!ClusterClasses.Compatible(Class, other.Class))
            return ClusterClasses.IsPeople(Class) && ClusterClasses.IsPeople(other.Class) ? ActorAffinity.Conflict : ActorAffinity.Unknown;
        return Members.Count > 0 && Members.SetEquals(other.Members) || sameCountry && string.Equals(Class, other.Class, StringComparison.Ordinal)
            ? ActorAffinity.Close
            : ActorAffinity.Compatible;
    }
}
