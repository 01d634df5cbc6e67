using System.Text.Json;

namespace Parallax.Read;

/// <summary>Which fields of a JSON object hold what.</summary>
internal static class JsonFields
{
    public static readonly string[] Summary = ["description", "summary", "snippet", "excerpt", "lead", "abstract", "description_text", "descriptions"];
    public static readonly string[] Date =
        ["date", "date_publish", "published", "datePublished", "date_published", "publish_date", "published_at", "publishedAt", "pubDate", "publication_date", "firstcreated", "firstCreated", "versioncreated", "versionCreated"];
    public static readonly string[] Modified = ["date_modify", "modified", "dateModified", "date_modified", "updated", "updated_at", "updatedAt", "versioncreated", "versionCreated"];
    public static readonly string[] Outlet = ["outlet", "source", "publisher", "site_name", "source_name", "source_domain", "domain", "provider", "infosources", "infoSources", "copyrightholder"];
    public static readonly string[] Url = ["url", "link", "canonical_url", "source_url", "permalink"];
    public static readonly string[] Author = ["authors", "author", "byline", "bylines", "creator"];
    public static readonly string[] Language = ["language", "lang", "inLanguage"];

    private static readonly string[] PlainFields = ["text", "content", "content_original", "maintext", "body", "articleBody", "article", "fulltext", "full_text", "body_text", "content_text"];
    private static readonly string[] MarkupFields = ["content_html", "body_html", "body_xhtml", "html"];
    private static readonly string[] Titles = ["title", "headline", "name"];

    // An object that is no report itself holds its reports under one of these.
    private static readonly string[] Lists = ["items", "articles", "reports", "results", "documents", "docs", "news", "stories", "entries", "hits", "data"];
    private static readonly string[] Wrappers = ["_source", "document", "article", "item", "newsItem"];

    /// <summary>The list of reports in an object that is none itself; null where it has text of its own or no list.</summary>
    public static JsonElement? ListIn(JsonElement root)
    {
        if (Text(root) is not null)
            return null;
        JsonElement? empty = null;
        foreach (string name in Lists)
        {
            if (!root.TryGetProperty(name, out JsonElement list))
                continue;
            // The search servers put their list into an object of the same name.
            if (list.ValueKind == JsonValueKind.Object && list.TryGetProperty("hits", out JsonElement inner))
                list = inner;
            if (list.ValueKind != JsonValueKind.Array)
                continue;
            if (list.GetArrayLength() == 0)
                empty ??= list;
            else if (list[0].ValueKind == JsonValueKind.Object)
                return list;
        }
        return empty;
    }

    /// <summary>The object itself, or the one inside an envelope.</summary>
    public static JsonElement Unwrap(JsonElement root)
    {
        foreach (string name in Wrappers)
        {
            if (root.TryGetProperty(name, out JsonElement inner) && inner.ValueKind == JsonValueKind.Object && Text(inner) is not null)
                return inner;
        }
        return root;
    }

    /// <summary>The story's text; null where no field holds one. What is associated with an item (pictures, other items) is not looked at.</summary>
    public static FeedValue? Text(JsonElement root)
    {
        foreach (string field in PlainFields)
        {
            if (root.TryGetProperty(field, out JsonElement value) && Joined(value) is { } text)
                return new FeedValue(text, Markup.Contains(text));
        }
        foreach (string field in MarkupFields)
        {
            if (root.TryGetProperty(field, out JsonElement value) && Joined(value) is { } text)
                return new FeedValue(text, true);
        }
        // ninjs 2 and 3 list the bodies of an item, one for each form.
        return Body(root, "text/plain", false) ?? Body(root, "", true);
    }

    /// <summary>The title: of several headlines the one that is plain text and leads.</summary>
    public static string? Headline(JsonElement root)
    {
        if (First(root, Titles) is { } title)
            return title;
        if (!root.TryGetProperty("headlines", out JsonElement headlines) || headlines.ValueKind != JsonValueKind.Array)
            return null;
        string? best = null;
        foreach (JsonElement headline in headlines.EnumerateArray())
        {
            if (headline.ValueKind != JsonValueKind.Object || String(headline, "value") is not { } value)
                continue;
            if (best is null || String(headline, "role")?.Contains("main", StringComparison.OrdinalIgnoreCase) == true)
                best = value;
        }
        return best;
    }

    /// <summary>Whether a service has cut the text off: "… [+1234 chars]".</summary>
    public static bool IsCutOff(string text)
    {
        ReadOnlySpan<char> end = text.AsSpan().TrimEnd();
        int open = end.LastIndexOf("[+");
        return open >= 0 && end.Length - open < 24 && end.EndsWith("chars]", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The first text that one of <paramref name="fields"/> holds.</summary>
    public static string? First(JsonElement root, string[] fields)
    {
        foreach (string value in Strings(root, fields))
            return value;
        return null;
    }

    /// <summary>All texts of the first of <paramref name="fields"/> that holds any.</summary>
    public static IEnumerable<string> Strings(JsonElement root, string[] fields)
    {
        foreach (string field in fields)
        {
            if (!root.TryGetProperty(field, out JsonElement value))
                continue;
            List<string> found = [.. Strings(value).Where(text => !string.IsNullOrWhiteSpace(text))];
            if (found.Count > 0)
                return found;
        }
        return [];
    }

    private static IEnumerable<string> Strings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object when value.TryGetProperty("name", out JsonElement name) => Strings(name),
        // WordPress puts what it prints into a field of its own.
        JsonValueKind.Object when value.TryGetProperty("rendered", out JsonElement rendered) => Strings(rendered),
        _ => [],
    };

    /// <summary>A text, or its paragraphs where it is a list of them.</summary>
    private static string? Joined(JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Array or JsonValueKind.Object))
            return null;
        string text = string.Join("\n\n", Strings(value));
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private static FeedValue? Body(JsonElement root, string type, bool markup)
    {
        if (!root.TryGetProperty("bodies", out JsonElement bodies) || bodies.ValueKind != JsonValueKind.Array)
            return null;
        foreach (JsonElement body in bodies.EnumerateArray())
        {
            if (body.ValueKind == JsonValueKind.Object && String(body, "value") is { } value && !string.IsNullOrWhiteSpace(value)
                && (type.Length == 0 || (String(body, "contenttype") ?? String(body, "contentType") ?? type).Equals(type, StringComparison.OrdinalIgnoreCase)))
                return new FeedValue(value, markup || Markup.Contains(value));
        }
        return null;
    }

    private static string? String(JsonElement root, string field) =>
        root.TryGetProperty(field, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
