namespace Parallax.Read;

/// <summary>
/// Finds, inside the part that holds a story, the parts that point to or hold other stories: by their form, not by their words, as every page names
/// them differently. A pointer is a small part around a headline that is a link; another story is an article within the article or one with a headline of its own.
/// </summary>
internal static class OtherStories
{
    // A card is a headline with at most a lead: about sixty words.
    private const int LongestCard = 600;

    /// <summary>Cuts other stories within <paramref name="root"/>.</summary>
    public static void Cut(PageTree tree, PagePart root)
    {
        CutArticles(tree, root);
        CutCards(tree, root);
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
