namespace Parallax.Fuse;

/// <summary>What one report rests on for one claim.</summary>
/// <param name="Outlet">Key of the outlet that printed it, as <see cref="WitnessedBy.Key"/> writes it; null where unknown.</param>
/// <param name="Own">The key of the report's own origin.</param>
/// <param name="Witness">The key of whoever it has the claim from; the same as <paramref name="Own"/> where the report vouches itself.</param>
internal sealed record WitnessedBy(string? Outlet, string Own, string Witness)
{
    /// <summary>The key of an outlet.</summary>
    public static string Key(string outlet) => "name:" + outlet;

    /// <summary>The key of a speaker whom the reports of <paramref name="origin"/> call nothing but <paramref name="words"/>.</summary>
    public static string Nameless(string origin, string words) => "said:" + origin + ":" + words;

    /// <summary>Whether <paramref name="key"/> is that of a speaker without a name.</summary>
    public static bool IsNameless(string key) => key.StartsWith("said:", StringComparison.Ordinal);
}

/// <summary>Counts the independent witnesses behind one claim. An outlet that is cited and present is followed to its own witness; outlets that cite each other are one.</summary>
internal static class Witnesses
{
    /// <summary>Number of independent witnesses.</summary>
    public static int Count(IReadOnlyCollection<WitnessedBy> accounts)
    {
        Dictionary<string, string> ownOf = new(StringComparer.Ordinal), next = new(StringComparer.Ordinal);
        foreach (WitnessedBy account in accounts.OrderBy(a => a.Outlet, StringComparer.Ordinal).ThenBy(a => a.Own, StringComparer.Ordinal).ThenBy(a => a.Witness, StringComparer.Ordinal))
        {
            if (account.Outlet is string outlet)
                ownOf.TryAdd(outlet, account.Own);
            // An origin that vouches itself anywhere needs nobody's word.
            if (account.Witness == account.Own)
                next[account.Own] = account.Own;
            else
                next.TryAdd(account.Own, account.Witness);
        }
        return accounts.Select(a => Final(a.Witness, ownOf, next)).Distinct(StringComparer.Ordinal).Count();
    }

    private static string Final(string witness, Dictionary<string, string> ownOf, Dictionary<string, string> next)
    {
        List<string> path = [];
        for (string at = witness; ;)
        {
            string own = ownOf.GetValueOrDefault(at, at);
            if (path.IndexOf(own) is >= 0 and int loop)
                return path.Skip(loop).Min(StringComparer.Ordinal)!;
            path.Add(own);
            // Only a cited outlet leads on; a speaker is the end of the chain.
            if (!next.TryGetValue(own, out string? from) || from == own)
                return own;
            at = from;
        }
    }
}
