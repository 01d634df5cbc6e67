namespace Parallax.Read;

/// <summary>
/// Finds the part of a page that holds its story. Where the page names it (<c>article</c>, <c>main</c>, <c>articleBody</c>, telling class names), the name is
/// followed as long as the part holds enough of the running text; else the way leads down from the body as long as one part holds nearly all of it.
/// </summary>
internal static class StoryRoot
{
    // A part named as the story's must hold this many characters of running text to be preferred for its name alone.
    private const int EnoughCharacters = 250;
    private const int LeastBesideComments = 150;
    private const int EnoughBesideTeasers = 800;
    private const int LeastOfRunningForm = 300;

    /// <summary>Believes or disbelieves what parts call themselves, and cuts those that are believed to be furniture.</summary>
    public static void CutMarked(PageTree tree)
    {
        int total = tree.Body.Prose;
        // One name may be given to every paragraph, so parts of the same name are weighed together.
        Dictionary<string, int> byName = new(StringComparer.Ordinal);
        int comments = 0, commentsEnd = 0;
        foreach (PagePart part in tree.Parts)
        {
            if (part.Mark.Reason is null || part.Prose == 0)
                continue;
            string name = part.Element.ClassName ?? "";
            byName[name] = byName.GetValueOrDefault(name) + (part.Parent?.Element.ClassName == name ? 0 : part.Prose);
            if (part.Mark.Reason is CutReason.CommentForm && part.Order >= commentsEnd)
                (comments, commentsEnd) = (comments + part.Prose, part.EndPart);
        }
        // Where next to nothing but comments runs, the page is a forum or calls its story so.
        bool forum = total - comments < LeastBesideComments;
        Mark(wary: false);
        SumOpen(tree);
        if (tree.Body.OpenProse * 10 < total - comments)
        {
            // Names that would leave next to nothing mean something else on this page.
            Mark(wary: true);
            SumOpen(tree);
        }

        void Mark(bool wary)
        {
            foreach (PagePart part in tree.Parts)
            {
                part.Cut = part.Parent?.Cut;
                if (part.Cut is null && part.Mark.Reason is { } reason && !(forum && reason is CutReason.CommentForm) && !(wary && !part.Mark.IsTag && reason is not CutReason.CommentForm && part.Prose * 5 >= total)
                    && IsBelieved(tree, part, reason, Math.Max(part.Prose, part.Mark.IsTag ? 0 : byName.GetValueOrDefault(part.Element.ClassName ?? "")), total))
                    part.Cut = reason;
            }
        }
    }

    /// <summary>Running text of every part without what is cut.</summary>
    public static void SumOpen(PageTree tree)
    {
        foreach (PagePart part in tree.Parts)
            part.OpenProse = 0;
        foreach (HtmlBlock block in tree.Blocks)
            block.Part.OpenProse += block.Part.Cut is null && block.Line.Cut is null ? block.Prose : 0;
        for (int i = tree.Parts.Count - 1; i > 0; i--)
            tree.Parts[i].Parent!.OpenProse += tree.Parts[i].OpenProse;
    }

    /// <summary>A mark is not believed of a part that holds most of the running text or the headline, nor a class name of one that lacks what would prove it.</summary>
    private static bool IsBelieved(PageTree tree, PagePart part, CutReason reason, int prose, int total)
    {
        // The words of a post that a story quotes are part of it.
        if (part.Name is "body" or "html" or "main" || (part.Name == "blockquote" && reason is CutReason.Embed))
            return false;
        if (part.Name == "form")
            return part.Text * 4 < tree.Body.Text && part.Prose < LeastOfRunningForm && !part.HasTitle;
        if (part.Prose == 0)
            return true;
        if (part.Mark.IsTag)
            return part.Prose * 10 <= total * 9 && !(part.HasTitle && part.Name is "aside" or "figure");
        if (part.HasTitle)
            return false;
        return reason switch
        {
            CutReason.CommentForm => part.Prose * 10 <= total * 9,
            // A "teaser" without a link points nowhere: it leads the story. Menus and advertisements do not run on.
            CutReason.Teaser when part.Mark.Lead => prose * 2 < total && (part.Linked > 0 || IsLinked(part)),
            CutReason.Teaser => prose * 2 < total || (total - prose >= EnoughBesideTeasers && part.LinkShare >= 0.1),
            CutReason.Navigation or CutReason.Advertising or CutReason.Share => prose * 2 < total && !(part.Prose >= 300 && part.LinkShare < 0.2),
            _ => prose * 2 < total,
        };
    }

    private static bool IsLinked(PagePart part)
    {
        for (PagePart? around = part.Parent; around is not null && around.Prose == part.Prose; around = around.Parent)
        {
            if (around.Linked > 0)
                return true;
        }
        return false;
    }

    /// <summary>The part that holds the story; the body where nothing tells.</summary>
    public static PagePart Find(PageTree tree)
    {
        int total = tree.Body.OpenProse;
        if (total == 0)
            return tree.Body;
        PagePart? article = Heaviest(tree, part => part.Name is "article" or "main" || part.Element.GetAttribute("role") is "main" or "article", total * 2 / 5, outermost: false);
        int reference = article?.OpenProse ?? total;
        PagePart? named = Heaviest(tree, part => part.Mark.Story, Math.Max(EnoughCharacters, reference / 2), outermost: true);
        if (named is not null && (article is null || article.Holds(named) || named.OpenProse >= reference))
            return named;
        PagePart at = article ?? tree.Body;
        int weight = at.OpenProse;
        // Go down as long as one part holds nearly all of it.
        while (Narrower(tree, at, weight) is { } narrower)
            at = narrower;
        // The part that holds the paragraphs, not a single paragraph.
        return at.Name is "p" or "td" or "li" && at.Parent is { } parent ? parent : at;
    }

    private static PagePart? Narrower(PageTree tree, PagePart at, int weight)
    {
        for (int i = at.Order + 1; i < at.EndPart; i = tree.Parts[i].EndPart)
        {
            if (tree.Parts[i].OpenProse * 10 >= weight * 8)
                return tree.Parts[i];
        }
        return null;
    }

    private static PagePart? Heaviest(PageTree tree, Func<PagePart, bool> wanted, int atLeast, bool outermost)
    {
        PagePart? best = null;
        foreach (PagePart part in tree.Parts)
        {
            if (part.OpenProse < atLeast || part.OpenProse == 0 || (best is not null && part.OpenProse < best.OpenProse) || !wanted(part))
                continue;
            if (best is null || part.OpenProse > best.OpenProse || (!outermost && best.Holds(part)))
                best = part;
        }
        return best;
    }
}
