using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>What a page's head, its linked data and its marked elements say about the report.</summary>
internal sealed class HtmlMetadata
{
    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article.published", "published-date", "publish-date", "publishdate", "publication_date",
        "publication-date", "pubdate", "parsely-pub-date", "sailthru.date", "article_date_original", "date_published", "datecreated", "dc.date.issued", "dcterms.created", "dcterms.issued",
        "dcterms.date", "dc.date", "dc.date.created", "citation_publication_date", "cxenseparse:recs:publishtime", "bt:pubdate", "originalpublicationdate", "rbpubdate", "ptime", "pdate", "article-published",
        "release_date", "displaydate", "date", "created", "publish_date", "timestamp",
    ];
    private static readonly string[] ModifiedNames =
        ["article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified", "dc.date.modified", "article:updated", "modified", "revision_date", "lastmodified"];
    private static readonly string[] OutletNames = ["og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "article:publisher", "cre", "copyright"];
    private static readonly string[] AuthorNames = ["author", "article:author", "og:article:author", "parsely-author", "byl", "dc.creator", "dcterms.creator", "sailthru.author", "authors", "article:author_name", "citation_author"];

    private static readonly Regex UrlDate = new(@"[/\-_.](?:(?<y>(?:19|20)\d\d)[/\-_](?<m>0?[1-9]|1[0-2])[/\-_](?<d>[0-2]?\d|3[01])|(?<y2>20\d\d)(?<m2>0[1-9]|1[0-2])(?<d2>[0-2]\d|3[01]))(?:[/\-_.?]|$)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private readonly Dictionary<string, List<string>> _meta = new(StringComparer.Ordinal);
    private readonly List<IElement> _times = [];
    private readonly List<string> _authorElements = [];
    private readonly List<string> _headlines = [];
    private readonly LinkedData _linked = new();
    private string? _canonical;
    private string? _titleElement;

    /// <summary>Reads the metadata of <paramref name="document"/>.</summary>
    public HtmlMetadata(IHtmlDocument document)
    {
        Language = document.DocumentElement?.GetAttribute("lang");
        foreach (IElement element in Descendants(document.DocumentElement))
            Visit(element);
        Language ??= First("content-language", "language", "og:locale", "dc.language");
    }

    /// <summary>The declared language.</summary>
    public string? Language { get; }

    /// <summary>The story's text as linked data give it; null where they do not.</summary>
    public string? ArticleBody => _linked.Body;

    /// <summary>The address the page names as its own.</summary>
    public string? Url => Address(_canonical) ?? Address(First("og:url")) ?? Address(_linked.Url);

    /// <summary>The first heading of the first rank.</summary>
    public string? Headline => _headlines.FirstOrDefault(h => h.Length > 0);

    /// <summary>The outlet's name as the page gives it.</summary>
    public string? Outlet => Tidy(First("og:site_name")) ?? Tidy(_linked.Publisher) ?? OutletNames.Skip(1).Select(name => Tidy(First(name))).FirstOrDefault(IsOutletName);

    /// <summary>The authors, from the most reliable place that has any.</summary>
    public IReadOnlyList<string> Authors =>
        _linked.Authors.Count > 0 ? _linked.Authors
        : AuthorNames.Select(All).FirstOrDefault(found => found.Count > 0) ?? _authorElements;

    /// <summary>Publication date and the value it was read from.</summary>
    public Publication Published(string? url)
    {
        foreach (string? value in PublishedValues())
        {
            if (PrintedDates.FromMetadata(value) is { } day)
                return new Publication(day, PublicationBasis.Metadata, CharacterCleaning.Fold(value));
        }
        return url is null ? Publication.Unknown : FromUrl(url);
    }

    /// <summary>The day of the last change, where the page says so.</summary>
    public EdtfDate? Modified =>
        PrintedDates.FromMetadata(_linked.Modified) ?? ModifiedNames.Select(name => PrintedDates.FromMetadata(First(name))).FirstOrDefault(date => date is not null);

    /// <summary>The title without the name of the site behind or before it.</summary>
    public string? Title(string? outlet)
    {
        string? title = Tidy(_linked.Headline) ?? Tidy(First("og:title")) ?? Tidy(First("twitter:title", "dc.title", "dcterms.title", "sailthru.title", "title")) ?? Tidy(Headline) ?? Tidy(_titleElement);
        if (title is null)
            return null;
        string? heading = Tidy(Headline);
        // A heading that the title begins with is the title without its suffix.
        if (heading is { Length: >= 12 } && title.Length > heading.Length && title.StartsWith(heading, StringComparison.OrdinalIgnoreCase))
            return heading;
        return WithoutSite(title, outlet);
    }

    private static string WithoutSite(string title, string? outlet)
    {
        // No headline is so long, and each name taken off is a step deeper.
        if (title.Length > 1000)
            return title;
        foreach (string separator in (string[])[" | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00B7 ", " \u2022 ", " \u00AB "])
        {
            int last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (last < 12)
                continue;
            string site = title[(last + separator.Length)..];
            bool named = outlet is not null && (Folding.Fold(site).Contains(Folding.Fold(outlet), StringComparison.Ordinal) || Folding.Fold(outlet).Contains(Folding.Fold(site), StringComparison.Ordinal));
            if (named || (separator is " | " or " :: " && site.Split(' ').Length <= 4))
                return WithoutSite(title[..last].TrimEnd(), outlet);
        }
        return title;
    }

    private IEnumerable<string?> PublishedValues()
    {
        yield return _linked.Published;
        foreach (string name in PublishedNames)
            yield return First(name);
        foreach (IElement time in _times.OrderBy(TimeRank))
            yield return time.GetAttribute("content") ?? time.GetAttribute("datetime") ?? time.GetAttribute("title") ?? time.TextContent;
    }

    private static int TimeRank(IElement time)
    {
        string marks = $"{time.GetAttribute("itemprop")} {time.ClassName}".ToLowerInvariant();
        return marks.Contains("publish", StringComparison.Ordinal) || marks.Contains("pubdate", StringComparison.Ordinal) || time.HasAttribute("pubdate") ? 0
            : marks.Contains("modif", StringComparison.Ordinal) || marks.Contains("updat", StringComparison.Ordinal) ? 2 : 1;
    }

    private static Publication FromUrl(string url)
    {
        Match match = UrlDate.Match(url);
        if (!match.Success)
            return Publication.Unknown;
        string compact = match.Groups["y2"].Success ? "2" : "";
        int Part(string name) => int.Parse(match.Groups[name + compact].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        return PrintedDates.DayOrNull(Part("y"), Part("m"), Part("d")) is { } day
            ? new Publication(EdtfDate.Day(day), PublicationBasis.Metadata, match.Value.Trim('/', '-', '_', '.', '?')) : Publication.Unknown;
    }

    private void Visit(IElement element)
    {
        switch (element.LocalName)
        {
            case "meta": VisitMeta(element); break;
            case "link" when string.Equals(element.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase): _canonical ??= element.GetAttribute("href"); break;
            case "title" when element.ParentElement?.LocalName == "head": _titleElement ??= element.TextContent; break;
            case "script" when element.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true: _linked.Read(element.TextContent); break;
            case "h1": _headlines.Add(CharacterCleaning.Fold(element.TextContent)); break;
            case "time": _times.Add(element); break;
            default:
                string? property = element.GetAttribute("itemprop");
                if (property is "datePublished" or "dateCreated" || (element.LocalName == "abbr" && element.ClassList.Contains("published")))
                    _times.Add(element);
                else if (property == "author" || element.GetAttribute("rel") == "author")
                    _authorElements.Add(CharacterCleaning.Fold(element.TextContent));
                break;
        }
    }

    private void VisitMeta(IElement element)
    {
        string? content = element.GetAttribute("content");
        if (string.IsNullOrWhiteSpace(content) || content.Length > 2000)
            return;
        foreach (string attribute in (string[])["property", "name", "itemprop", "http-equiv"])
        {
            if (element.GetAttribute(attribute)?.ToLowerInvariant() is not { Length: > 0 } name)
                continue;
            if (!_meta.TryGetValue(name, out List<string>? values))
                _meta[name] = values = [];
            values.Add(content.Trim());
        }
    }

    private string? First(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (_meta.TryGetValue(name, out List<string>? values))
                return values[0];
        }
        return null;
    }

    private List<string> All(string name) =>
        _meta.TryGetValue(name, out List<string>? values) ? [.. values.Where(v => !v.Contains("://", StringComparison.Ordinal) && v.Length < 200)] : [];

    private static bool IsOutletName(string? name) => name is { Length: >= 2 and <= 60 } && !name.Contains("://", StringComparison.Ordinal) && !name.Contains('\u00A9', StringComparison.Ordinal);

    private static string? Address(string? value) =>
        value is { Length: > 0 and < 2000 } && Uri.TryCreate(value.Trim(), UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;

    private static string? Tidy(string? value)
    {
        if (value is null)
            return null;
        string folded = CharacterCleaning.Fold(CharacterCleaning.Clean(value));
        return folded.Length == 0 ? null : folded;
    }

    /// <summary>All elements in page order, without recursion. By number, as asking an element for its neighbour counts through all of them.</summary>
    private static IEnumerable<IElement> Descendants(IElement? root)
    {
        Stack<(INodeList Nodes, int Next)> open = new();
        if (root is null)
            yield break;
        yield return root;
        open.Push((root.ChildNodes, 0));
        while (open.Count > 0)
        {
            (INodeList nodes, int next) = open.Pop();
            if (next >= nodes.Length)
                continue;
            open.Push((nodes, next + 1));
            if (nodes[next] is not IElement element)
                continue;
            yield return element;
            open.Push((element.ChildNodes, 0));
        }
    }
}
