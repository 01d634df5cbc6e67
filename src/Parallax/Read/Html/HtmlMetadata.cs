using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>What a page's head, its linked data and its marked elements say about the report.</summary>
internal sealed class HtmlMetadata
{
    private static readonly string[] OutletNames = ["og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "article:publisher", "cre", "copyright"];
    private static readonly string[] AuthorNames = ["author", "article:author", "og:article:author", "parsely-author", "byl", "dc.creator", "dcterms.creator", "sailthru.author", "authors", "article:author_name", "cxenseparse:author", "lp.article:author", "citation_author"];

    private const int LongestScript = 2_000_000;

    /// <summary>News pages hold a tenth of this.</summary>
    private const int MostElements = 50_000;

    private readonly Dictionary<string, List<string>> _meta = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Value)> _metas = [];
    private readonly List<string> _scripts = [];
    private readonly LinkedData _linked = new();
    private string? _canonical;
    private string? _titleElement;

    /// <summary>Reads the metadata of <paramref name="document"/>.</summary>
    public HtmlMetadata(IHtmlDocument document)
    {
        Language = document.DocumentElement?.GetAttribute("lang");
        foreach (IElement element in Descendants(document.DocumentElement).Take(MostElements))
            Visit(element);
        Language ??= First("content-language", "language", "og:locale", "dc.language");
        Article = _linked.Own(Url, First("og:title") ?? _titleElement);
    }

    /// <summary>The declared language.</summary>
    public string? Language { get; }

    /// <summary>The story's text as linked data give it; null where they do not.</summary>
    public string? ArticleBody => Article?.Body;

    /// <summary>The address the page names as its own.</summary>
    public string? Url => UrlFrom(null);

    /// <summary>The page's own address, where it was fetched from <paramref name="fetched"/>.</summary>
    public string? UrlFrom(string? fetched) => PageAddress.Choose(fetched, _canonical, First("og:url"), Article?.Url);

    /// <summary>The outlet's name as the page gives it.</summary>
    public string? Outlet => (Tidy(First("og:site_name")) ?? Tidy(_linked.Resolve(Article?.Publisher) ?? _linked.SiteName) ?? OutletNames.Skip(1).Select(name => Tidy(First(name))).FirstOrDefault(IsOutletName)) is { } name
        ? SiteName.Short(name) : Tidy(_titleElement) is { } tab ? SiteName.InTitle(tab, Url) : null;

    /// <summary>The authors, from the most reliable place that has any.</summary>
    public IReadOnlyList<string> Authors =>
        LinkedAuthors is { Count: > 0 } linked ? linked
        : AuthorNames.Select(All).FirstOrDefault(found => found.Count > 0) ?? LabelledAuthors;

    /// <summary>The name that a page gives for cards in social networks under a label such as "Written by".</summary>
    private List<string> LabelledAuthors => First("twitter:label1") is { } label && (label.Contains(" by", StringComparison.OrdinalIgnoreCase) || label.Contains("von", StringComparison.OrdinalIgnoreCase) || label.Contains(" par", StringComparison.Ordinal)
        || label.Contains(" por", StringComparison.Ordinal) || label.Contains("da", StringComparison.Ordinal)) ? All("twitter:data1") : [];

    private List<string> LinkedAuthors => [.. (Article?.Authors ?? []).Select(_linked.Resolve).OfType<string>()];

    /// <summary>Every meta element with a name, in page order; the name in small letters.</summary>
    public IReadOnlyList<(string Name, string Value)> Metas => _metas;

    /// <summary>What the page hands its own scripts.</summary>
    public IReadOnlyList<string> Scripts => _scripts;

    /// <summary>The described article that is the page's own.</summary>
    public LinkedArticle? Article { get; }

    /// <summary>What is described beside articles: the page as such, recordings.</summary>
    public IEnumerable<LinkedArticle> LinkedPages => _linked.Described.Where(described => described.Kind == LinkedKind.Page);

    /// <summary>The titles the page gives itself, folded, to know its headline by.</summary>
    public IReadOnlyList<string> TitleForms =>
        [.. new[] { Article?.Headline, First("og:title"), First("twitter:title"), First("dc.title"), _titleElement }.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => Folding.Fold(t!)).Distinct(StringComparer.Ordinal)];

    /// <summary>How the page describes its story in a sentence, to know a printed subtitle by.</summary>
    public IReadOnlyList<string> Descriptions =>
        [.. new[] { Article?.Alternative, Article?.Description, First("description"), First("og:description"), First("twitter:description"), First("dc.description") }.Select(Tidy).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// The title without the name of the site: as printed above the story where that is what the page calls itself, else as it calls itself.
    /// </summary>
    /// <param name="outlet">The outlet's name.</param>
    /// <param name="heading">The heading that is the headline.</param>
    /// <param name="isTitle">Whether the heading is one of the page's titles or part of one; else it is only the first of its rank.</param>
    /// <param name="overStory">The last heading before the running text begins.</param>
    public string? Title(string? outlet, PageHeading? heading, bool isTitle, PageHeading? overStory)
    {
        string? title = Tidy(Article?.Headline) ?? Tidy(First("og:title")) ?? Tidy(First("twitter:title", "dc.title", "dcterms.title", "sailthru.title", "title"));
        string? printed = Tidy(heading?.Text);
        string? named = title is null ? null : WithoutSite(title, outlet);
        if (printed is not null && isTitle && PrintedTitle(heading!, printed, named, outlet) is { } shown)
            return shown;
        // What only the browser's tab shows often is the name of the site, and so is the first heading.
        string? tab = Tidy(_titleElement) is { } element ? WithoutSite(element, outlet) : null;
        string? story = Tidy(overStory?.Text);
        return Array.Find([named, printed, tab, story], candidate => candidate is not null && !IsSite(candidate, outlet)) ?? named ?? printed ?? tab;
    }

    /// <summary>Whether the text is the outlet's name, or that of the page's host.</summary>
    private bool IsSite(string text, string? outlet)
    {
        if (IsOutlet(text, outlet))
            return true;
        string letters = PageHeadline.Letters(text);
        return letters.Length >= 4 && Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && PageHeadline.Letters(address.Host).Contains(letters, StringComparison.Ordinal);
    }

    /// <summary>The heading, unless it is only a piece of the title that a person would not call it by, or holds more than the title.</summary>
    private string? PrintedTitle(PageHeading heading, string printed, string? named, string? outlet)
    {
        if (IsSite(printed, outlet))
            return null;
        string letters = PageHeadline.Letters(printed);
        int longest = TitleForms.Select(form => PageHeadline.Letters(form)).Where(form => form.Contains(letters, StringComparison.Ordinal)).Select(form => form.Length).DefaultIfEmpty(0).Min();
        if (longest == 0)
            return named is null || (heading.Element.LocalName == "h1" && !letters.EndsWith(PageHeadline.Letters(named), StringComparison.Ordinal) && TitleForms.Any(form => PageHeadline.IsVersion(printed, form))) ? printed : named;
        return letters.Length * 2 >= longest || printed.Split(' ').Length >= 3 ? printed : null;
    }

    private static bool IsOutlet(string text, string? outlet) => outlet is not null && PageHeadline.Letters(text) == PageHeadline.Letters(outlet);

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
            bool named = outlet is { Length: > 2 } && site.Length > 2 && (Folding.Fold(site).Contains(Folding.Fold(outlet), StringComparison.Ordinal) || Folding.Fold(outlet).Contains(Folding.Fold(site), StringComparison.Ordinal));
            if (named || (separator is " | " or " :: " && site.Split(' ').Length <= 4))
                return WithoutSite(title[..last].TrimEnd(), outlet);
            // "Example Daily: …", "Example Daily - …"
            int first = title.IndexOf(separator, StringComparison.Ordinal);
            if (first > 0 && IsOutlet(title[..first], outlet))
                return title[(first + separator.Length)..];
        }
        return title;
    }

    private void Visit(IElement element)
    {
        switch (element.LocalName)
        {
            case "meta": VisitMeta(element); break;
            case "link" when element.GetAttribute("rel")?.Split(' ').Contains("canonical", StringComparer.OrdinalIgnoreCase) == true: _canonical ??= element.GetAttribute("href"); break;
            case "title" when element.ParentElement?.LocalName == "head": _titleElement ??= element.TextContent; break;
            case "script" when element.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true: _linked.Read(element.TextContent); break;
            case "script" when !element.HasAttribute("src") && element.TextContent is { Length: > 20 and < LongestScript } script: _scripts.Add(script); break;
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
            _metas.Add((name, content.Trim()));
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
