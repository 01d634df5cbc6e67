namespace Parallax.Read;

/// <summary>The one address of a page among those it names and the one it was fetched from.</summary>
internal static class PageAddress
{
    private const int Longest = 2000;

    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "gclsrc", "dclid", "msclkid", "yclid", "twclid", "igshid", "mc_cid", "mc_eid", "_ga", "_gl", "cmpid", "cmp", "ocid", "ncid", "spm", "wt_mc", "wt.mc_id", "xtor", "at_medium", "at_campaign",
        "ref_src", "ref_url", "rss", "rssfeed", "feature", "smid", "smtyp", "sh", "s_cid", "cid_source", "partner_source", "traffic_source", "ito",
    };

    /// <summary>
    /// The first of <paramref name="named"/> that is a page's address, resolved against <paramref name="fetched"/>; else that, both without what
    /// only tells where a reader came from. An address that leads to the front page is not believed of a page fetched from deeper.
    /// </summary>
    public static string? Choose(string? fetched, params ReadOnlySpan<string?> named)
    {
        Uri? from = Absolute(fetched, null);
        foreach (string? name in named)
        {
            if (Absolute(name, from) is { } address && (from is null || address.AbsolutePath.Length > 1 || address.Query.Length > 1 || from.AbsolutePath.Length <= 1))
                return Clean(address);
        }
        return from is null ? fetched : Clean(from);
    }

    private static Uri? Absolute(string? value, Uri? from)
    {
        if (value is not { Length: > 0 and < Longest })
            return null;
        string trimmed = value.Trim();
        return (Uri.TryCreate(trimmed, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https") || (from is not null && Uri.TryCreate(from, trimmed, out uri) && uri.Scheme is "http" or "https") ? uri : null;
    }

    private static string Clean(Uri address)
    {
        string whole = address.AbsoluteUri;
        int fragment = whole.IndexOf('#', StringComparison.Ordinal);
        // "#!" begins a path that a script reads; any other fragment is a place in the page.
        string bare = fragment < 0 || whole.AsSpan(fragment).StartsWith("#!") ? whole : whole[..fragment];
        int query = bare.IndexOf('?', StringComparison.Ordinal);
        if (query < 0)
            return bare;
        int end = bare.IndexOf('#', query);
        string rest = end < 0 ? "" : bare[end..];
        string[] parts = (end < 0 ? bare[(query + 1)..] : bare[(query + 1)..end]).Split('&');
        string kept = string.Join('&', parts.Where(part => part.Length > 0 && !IsTracking(part.Split('=')[0])));
        return bare[..query] + (kept.Length > 0 ? "?" + kept : "") + rest;
    }

    private static bool IsTracking(string name) => name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("pk_", StringComparison.OrdinalIgnoreCase) || Tracking.Contains(name);
}
