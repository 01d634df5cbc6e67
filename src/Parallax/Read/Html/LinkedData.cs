using System.Net;
using System.Text;
using System.Text.Json;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>The articles that a page's JSON-LD describes, and which of them is the page's own. Mutable, private to one reading.</summary>
internal sealed class LinkedData
{
    private const int LongestScript = 1_000_000;
    private const string Reference = "@id:";

    // Works that a report may be about; their dates are not the report's.
    private static readonly HashSet<string> Works = new(StringComparer.Ordinal) { "Recipe", "HowTo", "PodcastEpisode", "RadioEpisode", "QAPage", "Question", "DiscussionForumPosting", "SocialMediaPosting", "Report", "CriticReview" };
    private static readonly HashSet<string> Pages = new(StringComparer.Ordinal)
    {
        "WebPage", "ItemPage", "FAQPage", "AboutPage", "CollectionPage", "ProfilePage", "MedicalWebPage", "CreativeWork", "VideoObject", "AudioObject", "Dataset", "Course", "Product", "Review", "MediaObject", "ImageGallery",
        "MediaGallery", "VideoGallery",
    };

    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 64, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly List<LinkedArticle> _articles = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Everything described that can be the report, in page order.</summary>
    public IReadOnlyList<LinkedArticle> Described => _articles;

    /// <summary>The first name of a publisher that is said outside an article.</summary>
    public string? SiteName { get; private set; }

    /// <summary>Reads one script element; damaged JSON still gives its dates.</summary>
    public void Read(string json)
    {
        if (json.Length > LongestScript)
            return;
        string text = json.Trim().TrimEnd(';');
        if (TryRead(text) || TryRead(Mended(text)))
            return;
        LinkedArticle damaged = new(text.Contains("Article\"", StringComparison.Ordinal) || text.Contains("Posting\"", StringComparison.Ordinal) ? LinkedKind.Article : LinkedKind.Page)
        {
            Published = Field(text, "datePublished"),
            Modified = Field(text, "dateModified"),
            Headline = Field(text, "headline"),
        };
        if (damaged.Published is not null || damaged.Modified is not null)
            _articles.Add(damaged);
    }

    /// <summary>
    /// The article that is the page's own: the one whose address is <paramref name="address"/> or whose headline is in <paramref name="title"/>;
    /// else the first of the nearest kind. Null where the page describes none, or several others and none that is its own.
    /// </summary>
    public LinkedArticle? Own(string? address, string? title)
    {
        LinkedArticle[] nearest = [.. _articles.Where(a => a.Kind != LinkedKind.Page)];
        if (nearest.Length == 0)
            return null;
        LinkedArticle? own = nearest.FirstOrDefault(a => SameHeadline(a.Headline, title)) ?? nearest.FirstOrDefault(a => SameAddress(a.Url, address));
        return own ?? (nearest.Length <= 2 || nearest.Select(a => a.Headline).Distinct(StringComparer.Ordinal).Count() == 1 ? nearest.MinBy(a => a.Kind) : null);
    }

    /// <summary>The name that an author or publisher reference stands for.</summary>
    public string? Resolve(string? name) => name is null || !name.StartsWith(Reference, StringComparison.Ordinal) ? name : _names.GetValueOrDefault(name[Reference.Length..]);

    /// <summary>Whether two addresses are the same page, scheme, query and a closing slash aside.</summary>
    public static bool SameAddress(string? one, string? other) => one is not null && other is not null && Bare(one) == Bare(other) && Bare(one).Contains('/', StringComparison.Ordinal);

    private static string Bare(string address)
    {
        int start = address.IndexOf("://", StringComparison.Ordinal);
        string bare = start < 0 ? address : address[(start + 3)..];
        int end = bare.IndexOfAny(['?', '#']);
        bare = (end < 0 ? bare : bare[..end]).TrimEnd('/');
        return bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? bare[4..] : bare;
    }

    private static bool SameHeadline(string? headline, string? title)
    {
        if (headline is not { Length: >= 8 } || title is not { Length: >= 8 })
            return false;
        string one = Folding.Fold(headline), other = Folding.Fold(title);
        return other.Contains(one, StringComparison.Ordinal) || one.Contains(other, StringComparison.Ordinal);
    }

    private bool TryRead(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, Lenient);
            Visit(document.RootElement, top: true);
            return true;
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>What pages get wrong: comment marks around, entities, line ends inside strings, backslashes before other characters.</summary>
    private static string Mended(string text)
    {
        string bare = text.Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal).Replace("<!--", "", StringComparison.Ordinal).Replace("-->", "", StringComparison.Ordinal);
        if (!bare.Contains('"', StringComparison.Ordinal) && bare.Contains("&quot;", StringComparison.Ordinal))
            bare = WebUtility.HtmlDecode(bare);
        int start = bare.AsSpan().IndexOfAny('{', '[');
        if (start < 0)
            return text;
        StringBuilder mended = new(bare.Length);
        bool inside = false;
        for (int i = start; i < bare.Length; i++)
        {
            char c = bare[i];
            if (inside && c == '\\' && i + 1 < bare.Length)
            {
                if (bare[i + 1] is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' or 'u')
                    mended.Append(c).Append(bare[++i]);
                continue;
            }
            if (c == '"')
                inside = !inside;
            mended.Append(inside && c < ' ' ? ' ' : c);
        }
        return mended.ToString().TrimEnd(' ', '\n', '\t', ';', '/', '*');
    }

    /// <summary>The first string value of <paramref name="name"/> in text that is no whole JSON.</summary>
    private static string? Field(string text, string name)
    {
        int at = text.IndexOf("\"" + name + "\"", StringComparison.Ordinal);
        if (at < 0)
            return null;
        int colon = text.AsSpan(at + name.Length + 2).TrimStart().StartsWith(":") ? text.IndexOf(':', at) : -1;
        int open = colon < 0 ? -1 : text.IndexOf('"', colon);
        int close = open < 0 || open > colon + 20 ? -1 : text.IndexOf('"', open + 1);
        return close < 0 || close - open > 200 ? null : text[(open + 1)..close];
    }

    private void Visit(JsonElement element, bool top)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
                Visit(item, top);
            return;
        }
        if (element.ValueKind != JsonValueKind.Object)
            return;
        if (element.TryGetProperty("@graph", out JsonElement graph))
            Visit(graph, top);
        if (element.TryGetProperty("@id", out JsonElement id) && id.ValueKind == JsonValueKind.String && Text(element, "name") is { } name)
            _names.TryAdd(id.GetString()!, name);
        string[] types = element.TryGetProperty("@type", out JsonElement type) ? [.. Texts(type)] : [];
        if (Array.Exists(types, t => t is "WebSite" or "Organization" or "NewsMediaOrganization"))
            SiteName ??= Text(element, "name");
        if (Kind(types) is { } kind)
            _articles.Add(Article(element, kind));
        foreach (string inner in (ReadOnlySpan<string>)["mainEntity", "mainEntityOfPage"])
        {
            if (element.TryGetProperty(inner, out JsonElement main) && main.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                Visit(main, top: false);
        }
    }

    private static LinkedKind? Kind(string[] types) =>
        Array.Exists(types, t => t.EndsWith("Article", StringComparison.Ordinal) || t.EndsWith("BlogPosting", StringComparison.Ordinal) || t is "article" or "Blogposting") ? LinkedKind.Article
        : Array.Exists(types, Works.Contains) ? LinkedKind.Work
        : Array.Exists(types, Pages.Contains) ? LinkedKind.Page : null;

    private static LinkedArticle Article(JsonElement article, LinkedKind kind) => new(kind)
    {
        Headline = Text(article, "headline") ?? Text(article, "name"),
        Alternative = Text(article, "alternativeHeadline"),
        Description = Text(article, "description"),
        Url = (Text(article, "url") ?? Text(article, "mainEntityOfPage"))?.Replace(Reference, "", StringComparison.Ordinal),
        Published = Text(article, "datePublished") ?? Text(article, "datepublished") ?? Text(article, "publishedDate"),
        Created = Text(article, "dateCreated") ?? Text(article, "uploadDate"),
        Modified = Text(article, "dateModified") ?? Text(article, "datemodified"),
        Body = Text(article, "articleBody"),
        Publisher = Text(article, "publisher"),
        Authors = article.TryGetProperty("author", out JsonElement author) || article.TryGetProperty("creator", out author)
            ? [.. Texts(author).Where(name => !name.Contains("://", StringComparison.Ordinal) || name.StartsWith(Reference, StringComparison.Ordinal))] : [],
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? Texts(value).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) : null;

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [WebUtility.HtmlDecode(value.GetString()!)],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object when value.TryGetProperty("name", out JsonElement name) => Texts(name),
        JsonValueKind.Object when value.TryGetProperty("@value", out JsonElement plain) => Texts(plain),
        JsonValueKind.Object when value.TryGetProperty("@id", out JsonElement id) && id.ValueKind == JsonValueKind.String => [Reference + id.GetString()],
        _ => [],
    };
}
