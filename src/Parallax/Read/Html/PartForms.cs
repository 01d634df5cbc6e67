namespace Parallax.Read;

/// <summary>
/// Finds, inside the part that holds a story, the parts that are none of it: by their form, not by their words, as every page names them differently.
/// A pointer is a small part around a headline that is a link; another story is an article within the article; a small part around a field for an
/// address of mail asks for subscribers; a few words beside a picture are its caption.
/// </summary>
internal static class PartForms
{
    private const int LongestBox = 600;
    private const int LongestCaption = 300;

    // A card is a headline with at most a lead: about sixty words.
    private const int LongestCard = 600;

    /// <summary>Cuts other stories within <paramref name="root"/>.</summary>
    public static void Cut(PageTree tree, PagePart root)
    {
        CutArticles(tree, root);
        CutCards(tree, root);
        CutBoxes(tree, root);
        CutCaptions(tree, root);
    }

    /// <summary>The words around a form for subscribers, or around one that asks for opinions.</summary>
    private static void CutBoxes(PageTree tree, PagePart root)
    {
        for (int i = root.Order + 1; i < root.EndPart; i++)
        {
            PagePart box = tree.Parts[i];
            bool poll = box is { Name: "form", Cut: not null } && HtmlHints.IsPoll(box.Element);
            if (!poll && box is not { Name: "form", Cut: CutReason.Subscription })
                continue;
            while ((!poll || AsksOnly(tree, box.Parent!)) && box.Parent is { } around && around != root && around.Text <= LongestBox && !around.HasTitle && around.Name != "body" && root.Holds(around))
                box = around;
            Close(tree, box, poll ? CutReason.Navigation : CutReason.Subscription);
            i = box.EndPart - 1 > i ? box.EndPart - 1 : i;
        }
    }

    /// <summary>Whether a part holds at most questions and short answers beside what is cut.</summary>
    private static bool AsksOnly(PageTree tree, PagePart part)
    {
        for (int i = part.FirstBlock; i < part.EndBlock; i++)
        {
            if (tree.Blocks[i] is { Part.Cut: null } block && (block.Line.Words > 50 || (block.Prose > 0 && !block.Line.Text.EndsWith('?'))))
                return false;
        }
        return true;
    }

    private static void CutCaptions(PageTree tree, PagePart root)
    {
        for (int i = root.Order + 1; i < root.EndPart; i++)
        {
            PagePart part = tree.Parts[i];
            if (part.Cut is null && part.Pictures > 0 && part.Text is > 0 and <= LongestCaption && part.Name is "div" or "span" or "section" or "a" or "center" && IsCaption(tree, part))
                Close(tree, part, CutReason.Caption);
        }
    }

    private static bool IsCaption(PageTree tree, PagePart part)
    {
        // A name beside a portrait is no caption: it may be the author's.
        int longest = 0;
        for (int i = part.FirstBlock; i < part.EndBlock; i++)
        {
            if (tree.Blocks[i] is not { Line: { Kind: ParagraphKind.Body, Words: >= 2 }, Part.Name: "div" or "span" or "section" or "a" or "center" })
                return false;
            longest = Math.Max(longest, tree.Blocks[i].Line.Words);
        }
        return longest >= 5 && part.EndBlock - part.FirstBlock <= 3;
    }

    private static void CutArticles(PageTree tree, PagePart root)
    {
        int inside = 0;
        for (int i = root.Order + 1; i < root.EndPart; i++)
        {
            PagePart part = tree.Parts[i];
            if (part is { Name: "article", Cut: null })
            {
                inside += part.OpenProse;
                i = part.EndPart - 1;
            }
        }
        if (inside == 0 || inside * 2 > root.OpenProse)
            return;
        for (int i = root.Order + 1; i < root.EndPart; i++)
        {
            if (tree.Parts[i] is { Name: "article", Cut: null } article)
            {
                Close(tree, article, CutReason.Teaser);
                i = article.EndPart - 1;
            }
        }
    }

    private static void CutCards(PageTree tree, PagePart root)
    {
        List<PagePart> cards = [];
        int held = 0;
        for (int i = root.Order + 1; i < root.EndPart; i++)
        {
            PagePart part = tree.Parts[i];
            if (part.Cut is not null)
            {
                i = part.EndPart - 1;
                continue;
            }
            if (!IsCard(tree, part))
                continue;
            cards.Add(part);
            held += part.OpenProse;
            i = part.EndPart - 1;
        }
        // A page of cards is a list whose entries are its story.
        if (held * 2 > root.OpenProse)
            return;
        foreach (PagePart card in cards)
            Close(tree, card, CutReason.Teaser);
    }

    /// <summary>A headline that is a link, with at most a kicker before it and a lead behind it.</summary>
    private static bool IsCard(PageTree tree, PagePart part)
    {
        if (part.Text > LongestCard || part.Linked == 0 || part.EndBlock - part.FirstBlock is < 2 or > 8 || part.Name is not ("div" or "section" or "article" or "li" or "aside" or "a" or "td" or "header"))
            return false;
        int headline = -1;
        for (int i = part.FirstBlock; i < part.EndBlock && headline < 0; i++)
        {
            if (tree.Blocks[i].IsHeadlineLink)
                headline = i;
            else if (tree.Blocks[i].Line.Words > 8)
                return false;
        }
        return headline >= 0 && headline - part.FirstBlock <= 2;
    }

    private static void Close(PageTree tree, PagePart part, CutReason reason)
    {
        for (int i = part.Order; i < part.EndPart; i++)
            tree.Parts[i].Cut ??= reason;
    }
}
