using System.Text;
using AngleSharp.Dom;

namespace Parallax.Read;

/// <summary>One block of visible text with the element that holds it.</summary>
internal sealed record HtmlBlock(PageLine Line, IElement Holder)
{
    /// <summary>The outermost element above it whose tag, class or id marks furniture, and what it marks.</summary>
    public (IElement Element, CutReason Reason)? Furniture { get; init; }

    /// <summary>Long text that is not mostly links: what stories are made of.</summary>
    public int GoodCharacters => Line.Text.Length >= 60 && Line.LinkShare < 0.4 && Line.Kind != ParagraphKind.Heading ? Line.Text.Length : 0;
}

/// <summary>Walks a page and gives its visible text as blocks in order. Depth was bounded before parsing, so recursion is safe.</summary>
internal sealed class HtmlBlocks(HtmlHints hints)
{
    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "noscript", "svg", "math", "iframe", "canvas", "object", "head", "button", "select", "option", "input", "textarea", "datalist", "map", "track", "source",
    };

    private static readonly HashSet<string> Block = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "li", "main", "menu", "nav", "ol", "p", "picture", "pre", "section", "summary", "table",
        "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "video", "audio",
    };

    private readonly List<HtmlBlock> _blocks = [];
    private readonly StringBuilder _text = new();
    private int _linked;
    private IElement? _holder;
    private (IElement, CutReason)? _furniture;
    private ParagraphKind _kind;

    /// <summary>The blocks below <paramref name="body"/>.</summary>
    public List<HtmlBlock> Read(IElement body)
    {
        Walk(body, body, ParagraphKind.Body, null, linked: false);
        Flush();
        return _blocks;
    }

    private void Walk(IElement element, IElement holder, ParagraphKind kind, (IElement, CutReason)? furniture, bool linked)
    {
        foreach (INode node in element.ChildNodes)
        {
            if (node is IText text)
                Append(text.Data, holder, kind, furniture, linked);
            else if (node is IElement child)
                Enter(child, holder, kind, furniture, linked);
        }
    }

    private void Enter(IElement child, IElement holder, ParagraphKind kind, (IElement, CutReason)? furniture, bool linked)
    {
        string name = child.LocalName;
        if (Skipped.Contains(name) || HtmlHints.IsHidden(child))
            return;
        if (name == "br")
        {
            _text.Append('\n');
            return;
        }
        (IElement, CutReason)? above = furniture ?? (hints.Reason(child) is { } reason ? (child, reason) : null);
        bool link = linked || name == "a";
        if (!Block.Contains(name))
        {
            // An inline time or author name inside a sentence is story; only parts of their own count as furniture.
            Walk(child, holder, kind, name is "span" or "time" or "a" or "em" or "strong" or "b" or "i" ? furniture : above, link);
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
        Walk(child, child, inside, above, link);
        Flush();
    }

    private void Append(string data, IElement holder, ParagraphKind kind, (IElement, CutReason)? furniture, bool linked)
    {
        if (_text.Length == 0 || _holder is null)
            (_holder, _kind, _furniture) = (holder, kind, furniture);
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
        int letters = text.Count(c => !char.IsWhiteSpace(c));
        double share = letters == 0 ? 0 : (double)_linked / letters;
        _text.Clear();
        _linked = 0;
        IElement? holder = _holder;
        _holder = null;
        if (letters == 0 || holder is null)
            return;
        foreach (string part in Parts(text))
        {
            PageLine line = new(part) { Kind = _kind, Marked = _kind != ParagraphKind.Body, LinkShare = share };
            _blocks.Add(new HtmlBlock(line, holder) { Furniture = _furniture });
        }
    }

    /// <summary>Paragraphs that a page parts by two line breaks, or by one between whole sentences.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        string[] lines = text.Split('\n');
        List<string> open = [];
        for (int i = 0; i < lines.Length; i++)
        {
            string line = CharacterCleaning.Fold(lines[i]);
            bool gap = line.Length == 0 || (open.Count > 0 && new PageLine(open[^1]).IsProse);
            if (gap && open.Count > 0)
            {
                yield return string.Join(' ', open);
                open.Clear();
            }
            if (line.Length > 0)
                open.Add(line);
        }
        if (open.Count > 0)
            yield return string.Join(' ', open);
    }
}
