using Parallax.Text;

namespace Parallax.Read;

/// <summary>The name of an outlet within what a page says of its site.</summary>
internal static class SiteName
{
    private const int Longest = 60;
    private const int MostPieces = 6;
    private const int FewestLetters = 4;

    private static readonly string[] Separators = [" | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00B7 ", " \u2022 ", " \u00AB "];
    private static readonly string[] Links = [" on ", " at ", " | ", " - ", " \u2013 ", " \u2014 ", " ", " ("];

    /// <summary>The name without the address behind it: "Example Daily on www.example.com" is Example Daily.</summary>
    public static string Short(string name)
    {
        int start = name.LastIndexOf(' ') + 1;
        if (start < 2 || !IsAddress(name[start..].Trim('(', ')')))
            return name;
        string? link = Links.Where(link => name[..start].EndsWith(link, StringComparison.OrdinalIgnoreCase)).MaxBy(link => link.Length);
        string bare = (link is null ? name[..start] : name[..(start - link.Length)]).TrimEnd(' ', ',', '|', '-', '\u2013', '\u2014', '(');
        return bare.Length > 0 ? bare : name;
    }

    /// <summary>
    /// The name behind a headline in the browser's tab, known by the page's address: "Headline – Example Daily — example.com". Else the address that
    /// the tab itself gives; null where it gives neither.
    /// </summary>
    public static string? InTitle(string title, string? url)
    {
        string[] pieces = title.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length is < 2 or > MostPieces)
            return null;
        string? printed = Array.FindLast(pieces[1..], IsAddress);
        string? host = url is not null && Uri.TryCreate(url, UriKind.Absolute, out Uri? address) ? address.Host : printed;
        if (host is null)
            return null;
        string[] labels = host.Split('.');
        // The label that names the site is the longest; the others are countries, kinds and "www".
        string label = labels.Length < 2 ? "" : PageHeadline.Letters(labels[..^1].MaxBy(part => part.Length)!);
        string? named = label.Length < FewestLetters ? null : Array.FindLast(pieces[1..], piece => piece.Length <= Longest && !IsAddress(piece) && PageHeadline.Letters(piece) is { Length: >= FewestLetters } letters
            && (letters.Contains(label, StringComparison.Ordinal) || label == letters || label == WithoutArticle(letters)));
        return named ?? printed;
    }

    private static string WithoutArticle(string letters) => letters.StartsWith("the", StringComparison.Ordinal) ? letters[3..] : letters;

    /// <summary>Whether the text is an address: with "www." or a scheme, or letters and digits parted by full stops, the last of them a known kind.</summary>
    private static bool IsAddress(string text)
    {
        if (text.Contains(' ', StringComparison.Ordinal) || text.Length < 5)
            return false;
        string bare = Folding.Fold(text);
        if (bare.StartsWith("www.", StringComparison.Ordinal) || bare.StartsWith("http://", StringComparison.Ordinal) || bare.StartsWith("https://", StringComparison.Ordinal))
            return true;
        int stop = bare.LastIndexOf('.');
        return stop >= 3 && bare.Length - stop is 3 or 4 && bare.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-') && bare[(stop + 1)..].All(char.IsAsciiLetterLower);
    }
}
