using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Parallax.Read;

/// <summary>
/// Reads one JSON object: a report in documented fields with the synonyms that crawlers and data sets use (news-please, schema.org, WordPress),
/// an IPTC ninjs item, or an object that holds a list of such (a JSON Feed, the answer of a news service).
/// </summary>
internal sealed class JsonReports(ReportParts parts) : ReportFormat
{
    private const int MostDepth = 64;

    /// <inheritdoc/>
    public override void Read(InputItem item, Reading reading)
    {
        string json = reading.Decode(item, markup: false);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MostDepth, AllowTrailingCommas = true });
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                reading.Problems.Add(ReadProblems.BadJsonLine(item.Path, "not an object"));
            else if (JsonFields.ListIn(root) is { } list)
                ReadList(item, root, list, reading);
            else
                ReadOne(item.Path, item.Bytes, JsonFields.Unwrap(root), null, item.Address, reading);
        }
        catch (JsonException failed)
        {
            reading.Problems.Add(ReadProblems.BadJsonLine(item.Path, string.Create(CultureInfo.InvariantCulture, $"not valid JSON at {Where(failed)}")));
        }
        catch (InvalidOperationException)
        {
            // The JSON reader's word for "\ud800" alone in a string.
            reading.Problems.Add(ReadProblems.BadJsonLine(item.Path, "a string holds half of a character"));
        }
    }

    private static string Where(JsonException failed) => failed.LineNumber is > 0
        ? string.Create(CultureInfo.InvariantCulture, $"line {failed.LineNumber + 1}, character {failed.BytePositionInLine ?? 0}")
        : string.Create(CultureInfo.InvariantCulture, $"character {failed.BytePositionInLine ?? 0}");

    private void ReadList(InputItem item, JsonElement root, JsonElement list, Reading reading)
    {
        int number = 0;
        // The third of a list in the second object of a file is "#2.3".
        string separator = item.Path.LastIndexOf('#') > item.Path.LastIndexOf('/') ? "." : "#";
        foreach (JsonElement element in list.EnumerateArray())
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"{item.Path}{separator}{++number}");
            if (element.ValueKind == JsonValueKind.Object)
                ReadOne(path, Encoding.UTF8.GetBytes(element.GetRawText()), JsonFields.Unwrap(element), root, null, reading);
            else
                reading.Problems.Add(ReadProblems.BadJsonLine(path, "not an object"));
        }
        if (number == 0)
            reading.Problems.Add(ReadProblems.NoItems(item.Path));
    }

    private void ReadOne(string path, byte[] bytes, JsonElement report, JsonElement? list, string? address, Reading reading)
    {
        string? link = JsonFields.First(report, JsonFields.Url) is { } url && ItemFacts.Address(url) is not null ? url : ItemFacts.Address(JsonFields.First(report, ["uri", "id"]));
        if (JsonFields.First(report, ["pubstatus"]) is "canceled" or "cancelled" or "withheld")
        {
            reading.Problems.Add(ReadProblems.Withdrawn(path, JsonFields.First(report, ["pubstatus"])!));
            return;
        }
        if (JsonFields.Text(report) is not { } text)
        {
            reading.Problems.Add(JsonFields.First(report, JsonFields.Summary) is not null ? ReadProblems.SummaryOnly(path, link) : ReadProblems.BadJsonLine(path, "no text"));
            return;
        }
        if (JsonFields.IsCutOff(text.Text))
        {
            reading.Problems.Add(ReadProblems.SummaryOnly(path, link));
            return;
        }
        ReportDraft draft = reading.Draft(path, bytes, address);
        parts.TraceTo(draft, TextDecoding.Decode(bytes, markup: false).Text, ContentKind.Json);
        draft.Title = ItemFacts.TidyMarkup(JsonFields.Headline(report));
        draft.Url = link ?? draft.Url;
        draft.LanguageHint = JsonFields.First(report, JsonFields.Language) ?? (list is { } whole ? JsonFields.First(whole, JsonFields.Language) : null);
        draft.Outlet = parts.Facts.Outlet(JsonFields.First(report, JsonFields.Outlet) ?? (list is { } feed ? JsonFields.First(feed, ["title", "site_name", "publisher"]) : null), draft.Url);
        foreach (string author in JsonFields.Strings(report, JsonFields.Author))
            parts.Facts.TakeAuthor(draft, author);
        ItemFacts.TakePublished(draft, [.. JsonFields.Strings(report, JsonFields.Date)]);
        if (PrintedDates.FromMetadata(JsonFields.First(report, JsonFields.Modified)) is { } modified && modified != draft.Published.Date)
            draft.Modified = modified;
        reading.Finish(draft, text.IsMarkup && !parts.Options.Raw ? parts.FillMarkup(draft, text.Text) : parts.FillText(draft, text.Plain));
    }
}
