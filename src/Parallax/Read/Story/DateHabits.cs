namespace Parallax.Read;

/// <summary>How countries and languages write dates.</summary>
internal static class DateHabits
{
    /// <summary>
    /// True where 5/6/2023 is the sixth of May, false where it is the fifth of June, null where the page does not say which habit it has: English is written both ways.
    /// </summary>
    public static bool? MonthFirst(string? language, string? address)
    {
        string tag = language?.Trim().Replace('_', '-').ToLowerInvariant() ?? "";
        if (tag is "en-us" or "en-ph" or "fil" or "tl")
            return true;
        string spoken = tag.Split('-')[0];
        if (spoken.Length == 2 && spoken is not "en")
            return false;
        if (spoken == "en" && tag.Length > 3)
            return false;
        string? host = address is not null && Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) ? uri.Host : null;
        string country = host is null ? "" : host[(host.LastIndexOf('.') + 1)..].ToLowerInvariant();
        return country is "us" or "gov" or "mil" or "edu" ? true : country.Length == 2 && country is not ("co" or "io" or "tv" or "me" or "ai" or "fm" or "to" or "cc" or "ph" or "eu") ? false : null;
    }
}
