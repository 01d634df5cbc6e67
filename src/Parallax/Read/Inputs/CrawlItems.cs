using System.Globalization;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>
/// Reads a web crawl (WARC 1.0 and 1.1) record by record: what servers answered, resources and conversions that can be pages. The address is
/// that of the record; the day of the crawl is no day of publication and is not used.
/// </summary>
internal static class CrawlItems
{
    // A file in which so many records are damaged is not worth going on with.
    private const int MostDamage = 1000;

    /// <summary>The items of every record that can hold a report.</summary>
    public static IEnumerable<(InputItem? Item, Problem? Problem)> Split(OpenedContent opened)
    {
        CrawlRecords records = new(opened.Content, opened.Options);
        OtherFiles others = new(opened.Path);
        int damages = 0;
        while (true)
        {
            (CrawlRecord? record, string? damage) = records.Next();
            if (record is null && damage is null)
                break;
            if (damage is not null)
            {
                yield return (null, ReadProblems.BadArchive(opened.Path, damage));
                if (++damages >= MostDamage)
                    break;
                continue;
            }
            if (record!.Number > opened.Options.MaxItems)
            {
                yield return (null, ReadProblems.TooManyItems(opened.Path, opened.Options.MaxItems));
                yield break;
            }
            string path = string.Create(CultureInfo.InvariantCulture, $"{opened.Path}#{record.Number}");
            (InputItem? item, Problem? problem, string? left) = Item(path, record, opened);
            if (left is not null)
                others.Add(left, 1);
            else
                others.Taken++;
            if (item is not null || problem is not null)
                yield return (item, problem);
        }
        if (others.Summary() is { } summary && (damages == 0 || summary.IsNotice))
            yield return (null, summary);
    }

    /// <summary>Whether what a record holds is worth reading.</summary>
    public static bool IsWanted(HeaderFields fields) => fields.Media("WARC-Type") switch
    {
        "response" => fields.Media("Content-Type") is "" or "application/http",
        "resource" or "conversion" => FormatOf(fields.Media("Content-Type")) is not null,
        _ => false,
    };

    private static (InputItem? Item, Problem? Problem, string? Left) Item(string path, CrawlRecord record, OpenedContent opened)
    {
        if (record.IsTooLarge)
            return (null, ReadProblems.TooLarge(path, opened.Options.MaxBytes), null);
        string kind = record.Kind.Length == 0 ? "records" : record.Kind;
        if (record.Block is not { } block)
            return (null, null, kind);
        string target = record.Fields["WARC-Target-URI"]?.Trim('<', '>') ?? "";
        string? address = ItemFacts.Address(target);
        // Crawlers keep their own notes as resources of schemes of their own.
        if (kind != "response" && address is null && target.Contains(':', StringComparison.Ordinal) && !target.StartsWith("file:", StringComparison.Ordinal) && !target.StartsWith("ftp:", StringComparison.Ordinal))
            return (null, null, kind);
        string type = record.Fields.Media("Content-Type");
        string? charset = record.Fields.Parameter("Content-Type", "charset");
        if (kind == "response")
        {
            HttpAnswer answer;
            try
            {
                answer = HttpAnswer.Of(block, opened.Options, opened.Limits!);
            }
            catch (InvalidDataException)
            {
                return (null, ReadProblems.BadCompression(path), null);
            }
            if (answer.Status is < 200 or >= 300)
                return (null, null, string.Create(CultureInfo.InvariantCulture, $"answers {answer.Status}"));
            if (answer.Body.Length == 0)
                return (null, null, "empty answers");
            (block, type, charset) = (answer.Body, answer.Fields.Media("Content-Type"), answer.Fields.Parameter("Content-Type", "charset"));
        }
        if (address is not null && new Uri(address).AbsolutePath == "/robots.txt")
            return (null, null, "robots.txt");
        ContentHead head = new(block);
        InputFormat? format = head.IsFeed ? InputFormat.Feed : head.IsPage ? InputFormat.Html : FormatOf(type) == InputFormat.Feed ? null : FormatOf(type);
        if (format is null)
            return (null, null, type.Length == 0 ? "answers without type" : type);
        return (new InputItem(path, block, address, format.Value, charset), null, null);
    }

    /// <summary>The format that a media type names; null for one that is no report.</summary>
    private static InputFormat? FormatOf(string type) => type switch
    {
        "text/html" or "application/xhtml+xml" => InputFormat.Html,
        "text/plain" => InputFormat.Text,
        "application/rss+xml" or "application/atom+xml" or "application/rdf+xml" or "application/xml" or "text/xml" => InputFormat.Feed,
        _ => null,
    };
}
