using System.Text.Json;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>Reads one report object of a JSONL file: documented fields with the synonyms that crawlers and data sets use.</summary>
internal sealed class JsonReports(LanguageData data)
{
    private static readonly string[] TextFields = ["text", "content", "content_original", "maintext", "body", "articleBody", "article", "fulltext", "full_text"];
    private static readonly string[] TitleFields = ["title", "headline", "name"];
    private static readonly string[] DateFields = ["date", "date_publish", "published", "datePublished", "date_published", "publish_date", "published_at", "publishedAt", "pubDate", "publication_date"];
    private static readonly string[] ModifiedFields = ["date_modify", "modified", "dateModified", "updated", "updated_at"];
    private static readonly string[] OutletFields = ["outlet", "source", "publisher", "site_name", "source_name", "source_domain", "domain"];
    private static readonly string[] UrlFields = ["url", "link", "canonical_url", "source_url"];
    private static readonly string[] AuthorFields = ["authors", "author", "byline", "bylines"];
    private static readonly string[] LanguageFields = ["language", "lang", "inLanguage"];

    private readonly StoryLines _story = StoryLines.Of(data);
    private readonly Outlets _outlets = Outlets.Of(data);
    private readonly Bylines _bylines = Bylines.Of(data);

    /// <summary>Fills <paramref name="draft"/> from the object in <paramref name="line"/>; the problem where it is none or has no text.</summary>
    public Problem? Fill(ReportDraft draft, string line, bool raw)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 64, AllowTrailingCommas = true });
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return ReadProblems.BadJsonLine(draft.Path, "not an object");
            if (First(root, TextFields) is not { } text)
                return ReadProblems.BadJsonLine(draft.Path, "no text");
            draft.Title = First(root, TitleFields) is { } title ? CharacterCleaning.Fold(CharacterCleaning.Clean(title)) : null;
            draft.Url = First(root, UrlFields) ?? draft.Url;
            draft.LanguageHint = First(root, LanguageFields);
            draft.Outlet = OutletOf(root, draft.Url);
            foreach (string author in Strings(root, AuthorFields))
                TakeAuthor(draft, author);
            if (First(root, DateFields) is { } date && PrintedDates.FromMetadata(date) is { } day)
                draft.Published = new Publication(day, PublicationBasis.Metadata, date.Trim());
            draft.Modified = PrintedDates.FromMetadata(First(root, ModifiedFields));
            string clean = CharacterCleaning.Clean(text);
            draft.Lines = raw ? PlainText.Paragraphs(clean) : PlainText.Lines(clean);
            if (!raw)
                _story.Clean(draft, markup: draft.Title is not null);
            return null;
        }
        catch (JsonException failed)
        {
            return ReadProblems.BadJsonLine(draft.Path, $"not valid JSON at character {failed.BytePositionInLine ?? 0}");
        }
        catch (InvalidOperationException)
        {
            // The JSON reader's word for "\ud800" alone in a string.
            return ReadProblems.BadJsonLine(draft.Path, "a string holds half of a character");
        }
    }

    private void TakeAuthor(ReportDraft draft, string author)
    {
        string name = CharacterCleaning.Fold(CharacterCleaning.Clean(author));
        if (name.Length is 0 or > 200)
            return;
        BylineReading? reading = _bylines.Read(name) ?? _bylines.ReadNames(name, signed: false);
        foreach (string person in reading?.Authors ?? [name])
            draft.AddByline(person);
        foreach (string agency in reading?.Agencies ?? [])
            draft.AddCredit(agency, name);
    }

    private string? OutletOf(JsonElement root, string? url)
    {
        if (First(root, OutletFields) is not { } printed)
            return _outlets.OfAddress(url);
        string name = CharacterCleaning.Fold(CharacterCleaning.Clean(printed));
        return _outlets.Named(name) ?? (name.Contains(' ', StringComparison.Ordinal) ? null : _outlets.OfAddress(name)) ?? _outlets.OfAddress(url) ?? name;
    }

    private static string? First(JsonElement root, string[] fields)
    {
        foreach (string value in Strings(root, fields))
            return value;
        return null;
    }

    private static IEnumerable<string> Strings(JsonElement root, string[] fields)
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
        _ => [],
    };
}
