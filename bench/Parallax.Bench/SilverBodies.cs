using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Parallax.Bench;

/// <summary>
/// Pages that carry their own story in linked data (<c>articleBody</c>): the nearest thing to a gold text that the archives hold. The field
/// is hidden from the reader while it is measured. Which bodies are good enough is decided by rule, never by hand.
/// </summary>
internal static class SilverBodies
{
    private const int LeastCharacters = 800;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.Singleline;

    private static readonly Regex LinkedData = new(@"<script[^>]*ld\+json[^>]*>(?<json>.*?)</script>", Options);
    private static readonly Regex Unseen = new(@"<script.*?</script>|<style.*?</style>|<noscript.*?</noscript>|<!--.*?-->", Options);
    private static readonly Regex Tag = new(@"<[^>]*>", Options);
    private static readonly Regex Paragraph = new(@"<p[\s>].*?</p>", Options);
    private static readonly Regex Markup = new(@"</?[a-z]+[^<>]*>|&lt;/?[a-z]+|\[/?[a-z_]+[^\[\]]*\]", Options);

    /// <summary>The body that a page describes, where it is long, whole and shown on the page; else null.</summary>
    public static string? Of(byte[] page)
    {
        if (page.AsSpan().IndexOf("\"articleBody\""u8) < 0)
            return null;
        string html = Encoding.UTF8.GetString(page);
        string? body = LinkedData.Matches(html).Select(match => Body(match.Groups["json"].Value)).FirstOrDefault(found => found is not null);
        return body is { Length: >= LeastCharacters } && !Markup.IsMatch(body) && IsWhole(body) && IsShown(body, html) ? body : null;
    }

    /// <summary>The page with the field under a name that no reader knows; every other byte stays.</summary>
    public static byte[] Hidden(byte[] page)
    {
        byte[] hidden = [.. page];
        Span<byte> rest = hidden;
        for (int at; (at = rest.IndexOf("\"articleBody\""u8)) >= 0; rest = rest[(at + 13)..])
        {
            int next = at + 13;
            while (next < rest.Length && rest[next] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
                next++;
            // The same words name the part that holds the story in attributes; those stay.
            if (next < rest.Length && rest[next] == ':')
                "articleHide"u8.CopyTo(rest[(at + 1)..]);
        }
        return hidden;
    }

    private static bool IsWhole(string body)
    {
        string end = body.TrimEnd().TrimEnd('"', '\'', '\u201D', '\u201C', '\u2019', '\u00BB', ')', ' ');
        return end.Length > 0 && end[^1] is '.' or '!' or '?' && !end.EndsWith("..", StringComparison.Ordinal);
    }

    /// <summary>Whether the page shows it, and shows not much more running text than that.</summary>
    private static bool IsShown(string body, string html)
    {
        string seen = Unseen.Replace(html, " ");
        Shingles gold = new(body);
        if (gold.In(new Shingles(Visible(seen))) < gold.Count * 0.85)
            return false;
        int running = Paragraph.Matches(seen).Select(match => Visible(match.Value).Trim()).Where(text => text.Length >= 80).Sum(text => Shingles.Tokens(text).Count());
        return Shingles.Tokens(body).Count() >= running / 2;
    }

    private static string Visible(string markup) => WebUtility.HtmlDecode(Tag.Replace(markup, " "));

    private static string? Body(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json.Trim().TrimEnd(';'), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return Find(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Find(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("articleBody", out JsonElement body) && body.ValueKind == JsonValueKind.String => WebUtility.HtmlDecode(body.GetString()!),
        JsonValueKind.Object => element.EnumerateObject().Select(property => Find(property.Value)).FirstOrDefault(found => found is not null),
        JsonValueKind.Array => element.EnumerateArray().Select(Find).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
