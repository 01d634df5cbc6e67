using System.Text.Json;
using System.Text.RegularExpressions;

namespace Parallax.Read;

/// <summary>The article that a page's JSON-LD describes. Mutable, private to one reading.</summary>
internal sealed class LinkedData
{
    private static readonly Regex PublishedField = new(@"""datePublished""\s*:\s*""(?<v>[^""]{8,40})""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>The names of its authors.</summary>
    public List<string> Authors { get; } = [];

    public string? Headline { get; private set; }

    public string? Publisher { get; private set; }

    public string? Published { get; private set; }

    public string? Modified { get; private set; }

    public string? Url { get; private set; }

    public string? Body { get; private set; }

    /// <summary>Reads one script element; damaged JSON still gives its date.</summary>
    public void Read(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json.Trim().TrimEnd(';'),
                new JsonDocumentOptions { MaxDepth = 64, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            Visit(document.RootElement);
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException)
        {
            Match match = PublishedField.Match(json);
            if (match.Success)
                Published ??= match.Groups["v"].Value;
        }
    }

    private void Visit(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
                Visit(item);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("@graph", out JsonElement graph))
                Visit(graph);
            if (IsArticle(element))
                Take(element);
            else if (element.TryGetProperty("mainEntity", out JsonElement main))
                Visit(main);
        }
    }

    private static bool IsArticle(JsonElement element) => element.TryGetProperty("@type", out JsonElement type)
        && Texts(type).Any(t => t.EndsWith("Article", StringComparison.Ordinal) || t is "BlogPosting" or "LiveBlogPosting" or "Report" or "SocialMediaPosting");

    private void Take(JsonElement article)
    {
        Headline ??= Text(article, "headline") ?? Text(article, "name");
        Published ??= Text(article, "datePublished") ?? Text(article, "dateCreated");
        Modified ??= Text(article, "dateModified");
        Url ??= Text(article, "url") ?? Text(article, "mainEntityOfPage");
        Body ??= Text(article, "articleBody");
        Publisher ??= Text(article, "publisher");
        if (Authors.Count == 0 && article.TryGetProperty("author", out JsonElement author))
            Authors.AddRange(Texts(author).Where(name => !name.Contains("://", StringComparison.Ordinal)));
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? Texts(value).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) : null;

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [System.Net.WebUtility.HtmlDecode(value.GetString()!)],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object when value.TryGetProperty("name", out JsonElement name) => Texts(name),
        JsonValueKind.Object when value.TryGetProperty("@id", out JsonElement id) => Texts(id),
        _ => [],
    };
}
