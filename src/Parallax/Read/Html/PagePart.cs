using AngleSharp.Dom;

namespace Parallax.Read;

/// <summary>
/// One block element of a page with what it holds. The parts of a page stand in document order, so a part's blocks are one run and every
/// sum over them is made in one pass from the last part to the first. Mutable, private to one reading.
/// </summary>
internal sealed class PagePart(IElement element, PagePart? parent, int order, int firstBlock)
{
    public IElement Element => element;

    public PagePart? Parent => parent;

    /// <summary>Its place among the parts of the page.</summary>
    public int Order { get; } = order;

    /// <summary>The first of the page's blocks inside it.</summary>
    public int FirstBlock { get; } = firstBlock;

    /// <summary>The block behind its last one.</summary>
    public int EndBlock { get; set; }

    /// <summary>The part behind its last descendant.</summary>
    public int EndPart { get; set; }

    public string Name => element.LocalName;

    /// <summary>What its tag, class and id say.</summary>
    public NameMark Mark { get; init; }

    /// <summary>Why it and all below it are cut; null while it is open.</summary>
    public CutReason? Cut { get; set; }

    /// <summary>Characters of text, and how many of them stand in links.</summary>
    public int Text { get; set; }

    public int Linked { get; set; }

    /// <summary>Characters of running text, wherever they stand below it.</summary>
    public int Prose { get; set; }

    /// <summary>The same without what is cut.</summary>
    public int OpenProse { get; set; }

    /// <summary>How many pictures it holds.</summary>
    public int Pictures { get; set; }

    /// <summary>It holds a heading of the first rank.</summary>
    public bool HasTitle { get; set; }

    /// <summary>Share of its text inside links, 0 to 1.</summary>
    public double LinkShare => Text == 0 ? 0 : (double)Linked / Text;

    /// <summary>Whether it is <paramref name="other"/> or holds it.</summary>
    public bool Holds(PagePart other) => other.Order >= Order && other.Order < EndPart;
}
