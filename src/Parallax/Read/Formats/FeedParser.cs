using System.Buffers;
using System.Text;
using System.Xml;

namespace Parallax.Read;

/// <summary>
/// Reads the elements of RSS 0.9x, 1.0, 2.0 and Atom. Names are taken with the prefixes that all the world uses; a feed that forgets to declare
/// one is read all the same. An item that is not well-formed is left out and the rest is read from where the next one begins.
/// </summary>
internal sealed class FeedParser(string text)
{
    // Of one feed no more faults than this are stepped over.
    private const int MostFaults = 50;
    private const int Deepest = 200;
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n>/");

    private readonly string _text = text;
    private string _prefix = "";
    private bool _inItem;

    public FeedChannel Channel { get; } = new();

    /// <summary>The number of the last item begun.</summary>
    public int Number { get; private set; }

    /// <summary>The items in order; null with a position (line and column) for a place that could not be read.</summary>
    public IEnumerable<(FeedEntry? Entry, (int Line, int Column) At)> Entries()
    {
        int start = 0;
        for (int faults = 0; ; faults++)
        {
            // Behind a fault reading goes on inside an item, so a root of ours stands in for those that were open.
            string lead = start == 0 ? "" : "<feed>";
            using StringReader source = new(lead + (start == 0 ? _text : _text[start..]));
            using XmlTextReader reader = new(source) { Namespaces = false, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, WhitespaceHandling = WhitespaceHandling.All };
            int failed = -1;
            while (true)
            {
                FeedEntry? entry = null;
                try
                {
                    entry = Next(reader);
                }
                catch (XmlException broken)
                {
                    failed = Math.Max(start, start + Offset(_text, start, broken.LineNumber, broken.LinePosition) - (broken.LineNumber <= 1 ? lead.Length : 0));
                }
                if (entry is null)
                    break;
                yield return (entry, default);
            }
            if (failed < 0)
                yield break;
            int next = NextItem(failed);
            // With our root in place, the end tags of the real one are a fault, but none of the feed's.
            if (next < 0 && start > 0 && !_inItem)
                yield break;
            yield return (null, Position(failed));
            _inItem = false;
            if (next < 0 || faults >= MostFaults)
                yield break;
            start = next;
        }
    }

    private FeedEntry? Next(XmlTextReader reader)
    {
        while (reader.Read())
        {
            if (reader.Depth > Deepest)
                throw new XmlException("nested too deeply", null, reader.LineNumber, reader.LinePosition);
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.Depth == 0)
            {
                int colon = reader.Name.IndexOf(':', StringComparison.Ordinal);
                _prefix = colon > 0 && reader.Name.EndsWith("feed", StringComparison.Ordinal) ? reader.Name[..(colon + 1)] : "";
                Channel.Language ??= reader.GetAttribute("xml:lang");
                continue;
            }
            switch (NameOf(reader))
            {
                case "item" or "entry":
                    Number++;
                    return ReadEntry(reader);
                case "title": Channel.Title ??= Markup.Words(Value(reader).Text); break;
                case "link": Channel.Link ??= Link(reader, null); break;
                case "language" or "dc:language": Channel.Language ??= Value(reader).Text.Trim(); break;
                case "channel" or "rss": break;
                // A picture of the channel has a title and a link of its own.
                default: _ = Value(reader); break;
            }
        }
        return null;
    }

    private FeedEntry ReadEntry(XmlTextReader reader)
    {
        FeedEntry entry = new() { Language = reader.GetAttribute("xml:lang") };
        _inItem = true;
        if (reader.IsEmptyElement)
        {
            _inItem = false;
            return entry;
        }
        int depth = reader.Depth;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.NodeType == XmlNodeType.Element)
                ReadField(reader, entry);
        }
        if (reader.EOF)
            throw new XmlException("the feed ends inside an item", null, reader.LineNumber, reader.LinePosition);
        _inItem = false;
        return entry;
    }

    private void ReadField(XmlTextReader reader, FeedEntry entry)
    {
        string name = NameOf(reader);
        switch (name)
        {
            case "title": entry.Title ??= Typed(reader); break;
            case "link" or "atom:link": entry.Link ??= Link(reader, Channel.Link); break;
            case "feedburner:origLink": entry.Link = ItemFacts.Address(Value(reader).Text) ?? entry.Link; break;
            case "guid" or "id":
                entry.IdIsLink = !string.Equals(reader.GetAttribute("isPermaLink"), "false", StringComparison.OrdinalIgnoreCase);
                entry.Id ??= Value(reader).Text.Trim();
                break;
            case "author" or "dc:creator" or "creator": Add(entry.Authors, Person(reader)); break;
            case "pubDate" or "published" or "dc:date" or "issued" or "dcterms:created" or "dcterms:issued" or "prism:publicationDate": entry.Published ??= Value(reader).Text.Trim(); break;
            case "updated" or "modified" or "atom:updated" or "a10:updated" or "dcterms:modified": entry.Updated ??= Value(reader).Text.Trim(); break;
            case "source": entry.Source ??= Person(reader); break;
            case "content" when reader.GetAttribute("src") is null: entry.Content ??= Typed(reader); break;
            case "description" or "summary": entry.Summary ??= name == "summary" ? Typed(reader) : Html(Value(reader)); break;
            case "dc:language": entry.Language ??= Value(reader).Text.Trim(); break;
            default:
                if (name.EndsWith(":encoded", StringComparison.Ordinal) || name is "fullText" or "yandex:full-text" or "xhtml:body" or "body")
                    entry.Content = Html(Value(reader));
                else
                    _ = Value(reader);
                break;
        }
    }

    /// <summary>A value with the type it states: text is text, all else is markup where it has tags or entities.</summary>
    private static FeedValue Typed(XmlTextReader reader)
    {
        string? type = reader.GetAttribute("type");
        FeedValue value = Value(reader);
        return type is null or "text" or "text/plain" ? value.IsMarkup || type is null ? Html(value) : value : new FeedValue(value.Text, true);
    }

    private static FeedValue Html(FeedValue value) => value.IsMarkup || Markup.Contains(value.Text) || value.Text.Contains('&', StringComparison.Ordinal) ? value with { IsMarkup = true } : value;

    /// <summary>The name in an author element: Atom has it in an element of its own, RSS behind an address.</summary>
    private string? Person(XmlTextReader reader)
    {
        int depth = reader.Depth;
        if (reader.IsEmptyElement)
            return null;
        StringBuilder direct = new();
        string? name = null;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                direct.Append(reader.Value);
            else if (reader.NodeType == XmlNodeType.Element)
            {
                if (NameOf(reader) is "name" or "title")
                    name ??= Value(reader).Text;
                else
                    _ = Value(reader);
            }
        }
        string printed = Markup.Words(name ?? direct.ToString()).Trim();
        int open = printed.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && printed.IndexOf('@', StringComparison.Ordinal) is > 0 and int at && at < open)
            printed = printed[(open + 1)..].TrimEnd(')', ' ');
        return printed.Length == 0 || printed.Contains('@', StringComparison.Ordinal) ? null : printed;
    }

    private static string? Link(XmlTextReader reader, string? relativeTo)
    {
        if (reader.GetAttribute("href") is not { } href)
            return ItemFacts.Address(Value(reader).Text);
        string? relation = reader.GetAttribute("rel");
        _ = Value(reader);
        if (relation is not (null or "" or "alternate"))
            return null;
        return ItemFacts.Address(href)
            ?? (relativeTo is not null && Uri.TryCreate(new Uri(relativeTo), href, out Uri? whole) ? ItemFacts.Address(whole.AbsoluteUri) : null);
    }

    /// <summary>All text in an element; where it holds elements, with their tags.</summary>
    private static FeedValue Value(XmlTextReader reader)
    {
        if (reader.IsEmptyElement)
            return new FeedValue("", false);
        int depth = reader.Depth;
        StringBuilder plain = new(), marked = new();
        bool nested = false;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    plain.Append(reader.Value);
                    marked.Append(System.Net.WebUtility.HtmlEncode(reader.Value));
                    break;
                case XmlNodeType.Element:
                    if (reader.Depth > Deepest)
                        throw new XmlException("nested too deeply", null, reader.LineNumber, reader.LinePosition);
                    nested = true;
                    string name = reader.Name[(reader.Name.IndexOf(':', StringComparison.Ordinal) + 1)..];
                    string? address = reader.GetAttribute("href");
                    marked.Append('<').Append(name);
                    if (address is not null)
                        marked.Append(" href=\"").Append(System.Net.WebUtility.HtmlEncode(address)).Append('"');
                    marked.Append(reader.IsEmptyElement ? "/>" : ">");
                    break;
                case XmlNodeType.EndElement:
                    marked.Append("</").Append(reader.Name.AsSpan(reader.Name.IndexOf(':', StringComparison.Ordinal) + 1)).Append('>');
                    break;
            }
        }
        return nested ? new FeedValue(marked.ToString(), true) : new FeedValue(plain.ToString(), false);
    }

    private string NameOf(XmlTextReader reader) =>
        _prefix.Length > 0 && reader.Name.StartsWith(_prefix, StringComparison.Ordinal) ? reader.Name[_prefix.Length..] : reader.Name;

    private static void Add(List<string> authors, string? author)
    {
        if (author is not null && !authors.Contains(author, StringComparer.Ordinal))
            authors.Add(author);
    }

    private int NextItem(int from)
    {
        for (int at = _text.IndexOf('<', from); at >= 0; at = _text.IndexOf('<', at + 1))
        {
            ReadOnlySpan<char> rest = _text.AsSpan(at + 1);
            if (rest.StartsWith(_prefix) && (rest[_prefix.Length..].StartsWith("item") || rest[_prefix.Length..].StartsWith("entry"))
                && rest[_prefix.Length..].IndexOfAny(NameEnds) is 4 or 5)
                return at;
        }
        return -1;
    }

    /// <summary>Characters from <paramref name="start"/> to a line and column counted from there.</summary>
    private static int Offset(string text, int start, int line, int column)
    {
        int at = start;
        for (int passed = 1; passed < line && at < text.Length; passed++)
        {
            int end = text.AsSpan(at).IndexOfAny('\n', '\r');
            if (end < 0)
                break;
            at += end + (text[at + end] == '\r' && at + end + 1 < text.Length && text[at + end + 1] == '\n' ? 2 : 1);
        }
        return Math.Min(text.Length, at + Math.Max(0, column - 1)) - start;
    }

    private (int Line, int Column) Position(int offset)
    {
        ReadOnlySpan<char> before = _text.AsSpan(0, offset);
        return (before.Count('\n') + 1, offset - before.LastIndexOf('\n'));
    }
}
