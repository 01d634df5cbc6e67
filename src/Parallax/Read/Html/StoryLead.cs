namespace Parallax.Read;

/// <summary>The paragraph that leads a story often stands apart from it, between the headline and the part that holds the rest, in a part that calls itself a teaser.</summary>
internal static class StoryLead
{
    // A lead is one or two sentences.
    private const int LongestLead = 900;

    /// <summary>The blocks that lead the story of <paramref name="root"/>.</summary>
    public static HashSet<int> Find(PageTree tree, PagePart root)
    {
        HashSet<int> leads = [];
        int first = FirstProse(tree, root), title = TitleBefore(tree, first);
        if (title < 0)
            return leads;
        for (int i = title + 1; i < first; i++)
        {
            HtmlBlock block = tree.Blocks[i];
            bool apart = !root.Holds(block.Part) || block.Part.Cut is not null;
            if (apart && block.Line.Text.Length <= LongestLead && block.Line is { LinkShare: < 0.3, Words: >= 6 } && (block.Line.EndsSentence || block.Part.Mark.Lead)
                && block.Part.Cut is null or CutReason.Teaser && block.Part.Name is not ("li" or "td" or "label") && !IsAmongLinks(tree, block) && !IsOverForm(tree, block))
                leads.Add(i);
        }
        return leads;
    }

    private static int FirstProse(PageTree tree, PagePart root)
    {
        for (int i = root.FirstBlock; i < root.EndBlock; i++)
        {
            if (tree.Blocks[i].Prose > 0 && tree.Blocks[i].Part.Cut is null)
                return i;
        }
        return root.FirstBlock;
    }

    /// <summary>The last heading of the first rank before the story.</summary>
    private static int TitleBefore(PageTree tree, int before)
    {
        for (int i = Math.Min(before, tree.Blocks.Count - 1); i >= 0; i--)
        {
            if (tree.Blocks[i].Part.Name == "h1" || (tree.Blocks[i].Part.HasTitle && tree.Blocks[i].Line.Kind == ParagraphKind.Heading))
                return i;
        }
        return -1;
    }

    /// <summary>Whether it asks for what the form beside it takes: an answer, an address.</summary>
    private static bool IsOverForm(PageTree tree, HtmlBlock block)
    {
        PagePart? around = block.Part.Parent;
        if (around is null || around.Text > LongestLead * 2)
            return false;
        for (int i = around.Order + 1; i < around.EndPart; i++)
        {
            if (tree.Parts[i].Name == "form")
                return true;
        }
        return false;
    }

    /// <summary>Whether the part around it points elsewhere.</summary>
    private static bool IsAmongLinks(PageTree tree, HtmlBlock block)
    {
        PagePart? around = block.Part.Parent;
        if (around is null || around.Text > LongestLead * 2)
            return false;
        for (int i = around.FirstBlock; i < around.EndBlock; i++)
        {
            if (tree.Blocks[i].IsHeadlineLink)
                return true;
        }
        return false;
    }
}
