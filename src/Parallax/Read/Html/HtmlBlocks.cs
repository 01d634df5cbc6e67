using System.Text;
using AngleSharp.Dom;

namespace Parallax.Read;

/// <summary>One block of visible text with the part that holds it.</summary>
internal sealed record HtmlBlock(PageLine Line, PagePart Part)
{
    /// <summary>Long text that is not mostly links: what stories are made of.</summary>
    public int Prose { get; } = (Line.Text.Length >= 60 || (Line.Text.Length >= 25 && Line.EndsSentence)) && Line.LinkShare < 0.4 && Line.Kind != ParagraphKind.Heading ? Line.Text.Length : 0;

    /// <summary>A heading or line of several words that is a link: how pages point to another story.</summary>
    public bool IsHeadlineLink => Line is { LinkShare: > 0.8, Words: >= 3 and <= 40 };
}

/// <summary>The visible text of a page as blocks, and the parts that hold them, both in document order.</summary>
internal sealed record PageTree(List<PagePart> Parts, List<HtmlBlock> Blocks)
{
    public PagePart Body => Parts[0];
}

/// <summary>
/// Walks a page and gives its visible text as blocks in order; on demand with what it shows where scripts do not run, and with what scripts
/// show later. Depth was bounded before parsing, so recursion is safe.
/// </summary>
internal sealed class HtmlBlocks(HtmlHints hints, bool withUnscripted = false, bool withHidden = false)
{
    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "svg", "math", "iframe", "canvas", "object", "head", "button", "label", "select", "option", "input", "textarea", "datalist", "map", "track", "source",
    };

    private static readonly HashSet<string> Block = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "li", "main", "menu", "nav", "noscript", "ol", "p", "picture", "pre", "section", "summary", "table",
        "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "video", "audio",
    };

    private readonly List<HtmlBlock> _blocks = [];
    private readonly List<PagePart> _parts = [];
    private readonly Dictionary<string, NameMark> _names = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();
    private int _linked;
    private PagePart? _holder;
    private ParagraphKind _kind;

    /// <summary>The blocks below <paramref name="body"/>.</summary>
    public PageTree Read(IElement body)
    {
        PagePart whole = new(body, null, 0, 0);
        _parts.Add(whole);
        Walk(body, whole, ParagraphKind.Body, linked: false);
        Flush();
        Close(whole);
        JoinInitials();
        Sum();
        return new PageTree(_parts, _blocks);
    }

    /// <summary>A first letter that is printed large stands in an element of its own; it belongs to the word behind it.</summary>
    private void JoinInitials()
    {
        for (int i = 0; i + 1 < _blocks.Count; i++)
        {
            string first = _blocks[i].Line.Text, rest = _blocks[i + 1].Line.Text;
            if (first.Length == 1 && char.IsUpper(first[0]) && char.IsLower(rest[0]) && _blocks[i + 1].Prose > 0)
                (_blocks[i + 1].Line.Text, _blocks[i].Line.Cut) = (first + rest, CutReason.DuplicateText);
        }
    }

    private void Walk(IElement element, PagePart part, ParagraphKind kind, bool linked)
    {
        // By number, as asking a node for the next one counts through all of them.
        INodeList nodes = element.ChildNodes;
        for (int i = 0; i < nodes.Length; i++)
        {
            INode node = nodes[i];
            if (node is IText text)
                Append(text.Data, part, kind, linked);
            else if (node is IElement child)
                Enter(child, part, kind, linked);
        }
    }

    private void Enter(IElement child, PagePart part, ParagraphKind kind, bool linked)
    {
        string name = child.LocalName;
        if (Skipped.Contains(name) || (name == "noscript" && !withUnscripted) || (!withHidden && HtmlHints.IsHidden(child)))
            return;
        if (name == "img")
        {
            part.Pictures++;
            return;
        }
        if (name == "br")
        {
            _text.Append('\n');
            return;
        }
        bool link = linked || (name == "a" && IsElsewhere(child));
        // An element that the page defines itself is a box where it begins with one.
        if (!Block.Contains(name) && !(name.Contains('-', StringComparison.Ordinal) && child.FirstElementChild is { } within && Block.Contains(within.LocalName)))
        {
            // An inline time or author name inside a sentence is story; only inline parts of their own count as furniture.
            if (name is "span" or "time" or "a" or "em" or "strong" or "b" or "i" or "font" or "small" or "sup" or "sub" or "u" or "code" || hints.Of(child, _names).Reason is not { } reason)
            {
                Walk(child, part, kind, link);
                return;
            }
            Flush();
            PagePart marked = Open(child, part, new NameMark(reason, false, false));
            Walk(child, marked, kind, link);
            Flush();
            Close(marked);
            return;
        }
        Flush();
        ParagraphKind inside = name switch
        {
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => ParagraphKind.Heading,
            "li" => ParagraphKind.ListItem,
            "blockquote" => ParagraphKind.BlockQuote,
            _ => kind,
        };
        PagePart below = Open(child, part, hints.Of(child, _names));
        below.HasTitle = name == "h1";
        Walk(child, below, inside, link);
        Flush();
        Close(below);
    }

    /// <summary>A link into the same page does not lead to another story.</summary>
    private static bool IsElsewhere(IElement link) => link.GetAttribute("href") is not ['#', ..];

    private PagePart Open(IElement element, PagePart parent, NameMark mark)
    {
        PagePart part = new(element, parent, _parts.Count, _blocks.Count) { Mark = mark };
        _parts.Add(part);
        return part;
    }

    private void Close(PagePart part) => (part.EndBlock, part.EndPart) = (_blocks.Count, _parts.Count);

    /// <summary>Sums of every part over what is below it, in one pass from the last part to the first.</summary>
    private void Sum()
    {
        foreach (HtmlBlock block in _blocks)
        {
            PagePart part = block.Part;
            part.Text += block.Line.Text.Length;
            part.Linked += (int)(block.Line.LinkShare * block.Line.Text.Length);
            part.Prose += block.Prose;
        }
        for (int i = _parts.Count - 1; i > 0; i--)
        {
            PagePart part = _parts[i], above = part.Parent!;
            above.Text += part.Text;
            above.Linked += part.Linked;
            above.Prose += part.Prose;
            above.Pictures += part.Pictures;
            above.HasTitle |= part.HasTitle;
        }
    }

    private void Append(string data, PagePart part, ParagraphKind kind, bool linked)
    {
        if (_text.Length == 0 || _holder is null)
            (_holder, _kind) = (part, kind);
        foreach (char c in data)
        {
            _text.Append(c is '\n' or '\t' ? ' ' : c);
            if (linked && !char.IsWhiteSpace(c))
                _linked++;
        }
    }

    private void Flush()
    {
        if (_text.Length == 0)
            return;
        string text = _text.ToString();
        int letters = 0;
        foreach (char c in text)
            letters += char.IsWhiteSpace(c) ? 0 : 1;
        double share = letters == 0 ? 0 : (double)_linked / letters;
        _text.Clear();
        _linked = 0;
        PagePart? holder = _holder;
        _holder = null;
        if (letters == 0 || holder is null)
            return;
        int source = holder.Element.SourceReference?.Position.Index ?? -1;
        foreach (BrokenLine part in LineBreaks.Divide(text, keep: _kind == ParagraphKind.Heading || holder.Name is "figcaption" or "caption" || share > 0.9))
        {
            ParagraphKind kind = part.IsItem && _kind == ParagraphKind.Body ? ParagraphKind.ListItem : _kind;
            PageLine line = new(part.Text) { Kind = kind, Marked = part.IsRow || kind != ParagraphKind.Body, LinkShare = share, Source = source };
            _blocks.Add(new HtmlBlock(line, holder));
        }
    }
}
