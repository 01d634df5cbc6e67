using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Parallax.Read;

/// <summary>Days in the path of a page's address.</summary>
internal static class AddressDates
{
    // Whole steps of the path: /2023/05/26/, /2023-05-26/, /20230526/, /2023/0526/, /2023/may/26/.
    private static readonly Regex Whole = new(
        @"/(?<y>(?:19|20)[0-9][0-9])(?:[/\-_.](?<m>0?[1-9]|1[0-2])[/\-_.](?<d>[0-2]?[0-9]|3[01])|(?<m>0[1-9]|1[0-2])(?<d>[0-2][0-9]|3[01])|/(?<m>0[1-9]|1[0-2])(?<d>[0-2][0-9]|3[01])|/(?<n>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}/(?<d>[0-2]?[0-9]|3[01]))(?:[/?]|$)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    // Inside a step: /2023-05-26-name, /name-2023-05-26, /a20230526b, /26-05-2023-name.
    private static readonly Regex Part = new(
        @"[/\-_.a-z](?:(?<y>20[0-9][0-9])[/\-_.]?(?<m>0[1-9]|1[0-2])[/\-_.]?(?<d>0[1-9]|[12][0-9]|3[01])|(?<d>0[1-9]|[12][0-9]|3[01])[\-_.](?<m>0[1-9]|1[0-2])[\-_.](?<y>20[0-9][0-9]))(?:[^0-9]|$)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    private static readonly string[] Names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The days in <paramref name="address"/>; <c>Whole</c> where steps of the path are the date and nothing else.</summary>
    public static IEnumerable<(LocalDate Day, string Words, bool Whole)> Find(string address)
    {
        string path = Inner(address);
        if (Day(Whole.Match(path)) is { } whole)
            yield return (whole.Day, whole.Words, true);
        else if (Day(Part.Match(path)) is { } part)
            yield return (part.Day, part.Words, false);
    }

    /// <summary>Path and query; of an archive's copy those of the page that it holds, as the archive's own stamp says when it was saved.</summary>
    private static string Inner(string address)
    {
        int scheme = address.IndexOf("://", StringComparison.Ordinal);
        int inner = scheme < 0 ? -1 : address.IndexOf("http", scheme + 3, StringComparison.Ordinal);
        string own = inner > 0 && address[inner - 1] == '/' ? address[inner..] : address;
        scheme = own.IndexOf("://", StringComparison.Ordinal);
        int path = own.IndexOf('/', scheme < 0 ? 0 : scheme + 3);
        return path < 0 ? "" : own.Length - path > 1000 ? own.Substring(path, 1000) : own[path..];
    }

    private static (LocalDate Day, string Words)? Day(Match match)
    {
        if (!match.Success)
            return null;
        int month = match.Groups["n"].Success ? Array.IndexOf(Names, match.Groups["n"].Value.ToLowerInvariant()) + 1 : Number(match, "m");
        return PrintedDates.DayOrNull(Number(match, "y"), month, Number(match, "d")) is { Year: >= 1995 } day ? (day, match.Value.Trim('/', '-', '_', '.', '?')) : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
}
