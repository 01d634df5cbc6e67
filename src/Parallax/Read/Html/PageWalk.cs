using System.Text;
using AngleSharp.Dom;

namespace Parallax.Read;

/// <summary>A piece of visible text with the elements its parts come from, and where it stands among all visible characters.</summary>
internal sealed record PageSegment(string Text, IElement Holder, IReadOnlyList<(int Start, IElement Parent)> Runs, int Position, int Prose)
{
    /// <summary>The innermost element around the character at <paramref name="at"/>.</summary>
    public IElement ElementAt(int at)
    {
        IElement element = Holder;
        foreach ((int start, IElement parent) in Runs)
        {
            if (start > at)
                break;
            element = parent;
        }
        return element;
    }
}

/// <summary>An element that carries a date in an attribute.</summary>
internal sealed record PageValue(IElement Element, string Value, int Position, int Prose);

/// <summary>A heading, or what calls itself a headline.</summary>
internal sealed record PageHeading(IElement Element, string Text, int Position, int End, int Prose);

/// <summary>
/// One walk over a page for what its dates are found by: short pieces of text with numbers, elements with date attributes, headings, and
/// the measure of running text between them.
/// </summary>
internal sealed class PageWalk
{
    /// <summary>Longest piece kept whole; of a longer one the beginning is kept, where a dateline stands.</summary>
    private const int LongestSegment = 320;
    private const int DatelineLength = 110;
    private const int MostSegments = 3000;
    private const int LongestHeading = 500;
    private const int LongestByline = 160;

    /// <summary>News pages hold a tenth of this.</summary>
    private const int MostNodes = 50_000;

    /// <summary>Characters from which a piece counts as running text.</summary>
    private const int ProseLength = 90;

    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "noscript", "svg", "math", "iframe", "canvas", "object", "head", "select", "option", "input", "textarea", "datalist", "map", "track", "source",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
        "u", "var", "wbr", "nobr", "img", "button",
    };

    private static readonly HashSet<string> DateAttributes = new(StringComparer.Ordinal)
    {
        "datetime", "data-date", "data-datetime", "data-timestamp", "data-time", "data-published", "data-pubdate", "data-publish-date", "data-publication-date", "data-epoch", "data-utime", "data-created",
    };

    // In many languages; "authority" and its like have the word too, but not a name for content.
    private static readonly string[] AuthorWords = ["author", "byline", "autor", "auteur", "autore", "verfasser", "redakteur", "writer", "forfatter", "reporter", "columnist"];

    private readonly StringBuilder _text = new();
    private readonly List<(int Start, IElement Parent)> _runs = [];
    private IElement? _holder;
    private int _run;
    private int _nodes;

    public List<PageSegment> Segments { get; } = [];

    public List<PageValue> Values { get; } = [];

    public List<PageHeading> Headings { get; } = [];

    /// <summary>Elements that say they name an author.</summary>
    public List<PageHeading> Authors { get; } = [];

    /// <summary>Where the first long piece of running text stands; −1 where there is none.</summary>
    public int FirstProse { get; private set; } = -1;

    /// <summary>Visible characters so far.</summary>
    private int Position { get; set; }

    /// <summary>Characters of running text so far.</summary>
    private int Prose { get; set; }

    public static PageWalk Over(IElement body)
    {
        PageWalk walk = new();
        walk.Walk(body, body);
        walk.Flush();
        return walk;
    }

    // Depth was bounded before parsing.
    private void Walk(IElement element, IElement holder)
    {
        INodeList children = element.ChildNodes;
        for (int i = 0; i < children.Length && _nodes < MostNodes; i++, _nodes++)
        {
            INode node = children[i];
            if (node is IText text)
                Append(text.Data, element, holder);
            else if (node is IElement child)
                Enter(child, holder);
        }
    }

    private void Enter(IElement child, IElement holder)
    {
        string name = child.LocalName;
        if (name == "br")
            _text.Append(_text.Length > 0 ? " \n" : "");
        if (name is "meta" or "link" || Skipped.Contains(name) || (name != "time" && child.Attributes.Length > 0 && child.HasAttribute("hidden")))
            return;
        TakeValue(child);
        bool author = child.Attributes.Length > 0 && IsAuthor(child);
        int from = Here;
        if (Inline.Contains(name))
        {
            Walk(child, holder);
            if (author)
                TakeAuthor(child, from);
            return;
        }
        Flush();
        from = Here;
        bool heading = name is ['h', >= '1' and <= '4'] || IsHeadline(child);
        int position = Position, prose = Prose;
        Walk(child, child);
        Flush();
        if (heading && Headings.Count < 300 && Position > position && Position - position <= LongestHeading)
            Headings.Add(new PageHeading(child, CharacterCleaning.Fold(child.TextContent), position, Position, prose));
        if (author)
            TakeAuthor(child, from);
    }

    private void TakeAuthor(IElement element, int from)
    {
        if (Authors.Count < 200 && Here > from && Here - from <= LongestByline)
            Authors.Add(new PageHeading(element, CharacterCleaning.Fold(Parted(element)), from, Here, Prose));
    }

    /// <summary>The text of an element, that of neighbours within it parted: a label, a name and a post are set apart by style alone.</summary>
    private static string Parted(IElement element)
    {
        StringBuilder text = new();
        Stack<(INodeList Nodes, int Next)> open = new();
        open.Push((element.ChildNodes, 0));
        while (open.TryPop(out (INodeList Nodes, int Next) at))
        {
            if (at.Next >= at.Nodes.Length)
                continue;
            open.Push((at.Nodes, at.Next + 1));
            if (at.Nodes[at.Next] is IText piece)
                // One letter alone is the large first one of a word.
                text.Append(text.Length > 1 && char.IsLetterOrDigit(text[^1]) && char.IsLetterOrDigit(text[^2]) && piece.Data.Length > 0 && char.IsLetterOrDigit(piece.Data[0]) ? " " : "").Append(piece.Data);
            else if (at.Nodes[at.Next] is IElement { LocalName: not ("script" or "style" or "template") } inner)
                open.Push((inner.ChildNodes, 0));
        }
        return text.ToString();
    }

    private static bool IsAuthor(IElement element)
    {
        if (element.GetAttribute("itemprop") is "author" or "creator" || element.GetAttribute("rel") is { Length: < 60 } rel && rel.Split(' ').Contains("author", StringComparer.OrdinalIgnoreCase))
            return true;
        return element.GetAttribute("class") is { Length: > 4 and < 200 } names && Array.Exists(AuthorWords, word => names.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsHeadline(IElement element) =>
        element.GetAttribute("itemprop") is "headline" || (element.GetAttribute("class") is { Length: < 120 } names && names.Contains("headline", StringComparison.OrdinalIgnoreCase));

    /// <summary>Attributes that hold a date; most elements have none that matters, so they are looked through once.</summary>
    private void TakeValue(IElement element)
    {
        INamedNodeMap attributes = element.Attributes;
        if (attributes.Length == 0 || Values.Count >= MostSegments)
            return;
        string? content = null;
        bool property = false;
        for (int i = 0; i < attributes.Length; i++)
        {
            IAttr attribute = attributes[i]!;
            string name = attribute.Name;
            if (name is "itemprop" or "property")
                property = true;
            if (name is "class" or "id" or "href" or "style" || attribute.Value is not { Length: >= 8 and <= 60 } value)
                continue;
            if (name == "content")
                content = value;
            else if (DateAttributes.Contains(name) || (name == "title" && element.LocalName is "abbr" or "span" or "time" or "a" && value.AsSpan().ContainsAnyInRange('0', '9')))
                Values.Add(new PageValue(element, value, Here, Prose));
        }
        if (property && content is not null)
            Values.Add(new PageValue(element, content, Here, Prose));
    }

    private int Here => Position + _text.Length;

    private void Append(string data, IElement parent, IElement holder)
    {
        if (_holder is null || _text.Length == 0)
            _holder = holder;
        if (_runs.Count == 0 || _runs[^1].Parent != parent)
            _runs.Add((_text.Length, parent));
        bool blank = _text.Length == 0 || _text[^1] == ' ';
        foreach (char c in data)
        {
            if (char.IsWhiteSpace(c))
            {
                if (!blank)
                    _text.Append(' ');
                blank = true;
            }
            else
            {
                _text.Append(c);
                blank = false;
            }
        }
    }

    private void Flush()
    {
        int length = _text.Length;
        if (length == 0)
            return;
        // Lines that a page parts by breaks are pieces of their own.
        string all = _text.ToString();
        int start = 0;
        while (start < length)
        {
            int stop = all.IndexOf('\n', start);
            stop = stop < 0 ? length : stop;
            Keep(all, start, stop);
            start = stop + 1;
        }
        _text.Clear();
        _runs.Clear();
        _run = 0;
        _holder = null;
    }

    private void Keep(string all, int start, int stop)
    {
        ReadOnlySpan<char> piece = all.AsSpan(start, stop - start);
        if (piece.IsWhiteSpace())
            return;
        bool prose = piece.Length >= ProseLength;
        if (piece.Length >= ProseLength * 2 && FirstProse < 0)
            FirstProse = Position;
        if (piece.Length > LongestSegment)
            piece = piece[..DatelineLength];
        if (Segments.Count < MostSegments)
        {
            // Pieces of one block come in order, and so do its runs.
            while (_run + 1 < _runs.Count && _runs[_run + 1].Start <= start)
                _run++;
            List<(int, IElement)> runs = [];
            for (int i = _run; i < _runs.Count && _runs[i].Start < stop; i++)
                runs.Add((Math.Max(_runs[i].Start - start, 0), _runs[i].Parent));
            Segments.Add(new PageSegment(piece.ToString(), _holder!, runs, Position, Prose));
        }
        Position += stop - start;
        Prose += prose ? stop - start : 0;
    }
}
