namespace Parallax.Extract;

/// <summary>The standing of a clause while it is being read.</summary>
/// <param name="Status">The standing.</param>
/// <param name="By">The word that decided it; empty for a plain statement.</param>
internal readonly record struct ClauseStatus(ClaimStatus Status, string By)
{
    /// <summary>A plain assertion.</summary>
    public static ClauseStatus Plain => new(ClaimStatus.Happened, "");

    /// <summary>Whether it was only attempted.</summary>
    public bool Attempt { get; init; }

    /// <summary>Whether nothing is asserted.</summary>
    public bool IsNothing { get; init; }

    /// <summary>No assertion, because of <paramref name="why"/>.</summary>
    public static ClauseStatus Nothing(string why) => new(ClaimStatus.Hypothetical, why) { IsNothing = true };

    /// <summary>This standing under a governing one: the weaker wins; a denied plan is no event either way.</summary>
    public ClauseStatus Under(ClauseStatus outer)
    {
        if (IsNothing || outer.IsNothing)
            return Nothing(IsNothing ? By : outer.By);
        if (outer.Status == ClaimStatus.Happened)
            return outer.Attempt ? this with { Attempt = true } : this;
        if (Status == ClaimStatus.Happened || Rank(outer.Status) > Rank(Status))
            return outer with { Attempt = Attempt || outer.Attempt };
        return this;
    }

    private static int Rank(ClaimStatus status) => status switch
    {
        ClaimStatus.Happened => 0,
        ClaimStatus.Background => 1,
        ClaimStatus.Alleged => 2,
        ClaimStatus.Planned => 3,
        ClaimStatus.Denied => 4,
        _ => 5,
    };
}
