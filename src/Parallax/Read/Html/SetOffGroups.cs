using Parallax.Data;

namespace Parallax.Read;

/// <summary>
/// Groups of blocks that a page sets off from the story by their form: behind a heading that is a link or opens a list of other stories, behind a rule,
/// in a box, or behind a lone link. Such a group may belong to the story, so it goes only where it shares no name and next to no word with the rest of it.
/// </summary>
internal sealed class SetOffGroups(LanguageData data)
{
    // What a group may share with the rest of the story and still be none of it.
    private const double MostShared = 0.25;
    private const double MostSharedBehindLabel = 0.4;
    private const int LongestSummary = 400;
    private const int MostGroupBlocks = 60;
    private const int MostGroups = 80;
    private const int LeastOfStory = 250;

    private readonly Cohesion _cohesion = Cohesion.Of(data);
    private readonly Furniture _furniture = Furniture.Of(data);

    /// <summary>A run of blocks, and whether a label says that it is another story.</summary>
    private sealed record Group(int From, int To, bool Labelled);

    /// <summary>Cuts the groups within <paramref name="root"/> that are no part of its story.</summary>
    public void Cut(PageTree tree, PagePart root, IReadOnlyList<string> titles)
    {
        List<Group> groups = Find(tree, root);
        if (groups.Count is 0 or > MostGroups)
            return;
        bool[] grouped = new bool[tree.Blocks.Count];
        foreach (Group group in groups)
            Array.Fill(grouped, true, group.From, group.To - group.From);
        Cohesion.Words rest = Cohesion.None();
        foreach (string title in titles)
            _cohesion.Add(rest, title);
        int story = 0;
        for (int i = root.FirstBlock; i < root.EndBlock; i++)
        {
            if (grouped[i] || tree.Blocks[i].Prose == 0 || !IsOpen(tree, i))
                continue;
            story += tree.Blocks[i].Prose;
            _cohesion.Add(rest, tree.Blocks[i].Line.Text);
        }
        foreach (Group group in groups)
        {
            int length = 0;
            Cohesion.Words words = Cohesion.None();
            for (int i = group.From; i < group.To; i++)
            {
                // The words of a label may name the outlet.
                if (group.Labelled && i == group.From && tree.Blocks[i].Prose == 0)
                    continue;
                length += IsOpen(tree, i) ? tree.Blocks[i].Line.Text.Length : 0;
                _cohesion.Add(words, tree.Blocks[i].Line.Text);
            }
            if (story < LeastOfStory || length * 2 > story || !Cohesion.IsForeign(words, rest, group.Labelled ? MostSharedBehindLabel : MostShared))
                continue;
            for (int i = group.From; i < group.To; i++)
                tree.Blocks[i].Line.Cut ??= CutReason.Teaser;
        }
    }

    private static int ProseOf(PageTree tree, Group group)
    {
        int prose = 0;
        for (int i = group.From; i < group.To; i++)
            prose += tree.Blocks[i].Prose;
        return prose;
    }

    private static bool IsOpen(PageTree tree, int at) => tree.Blocks[at].Part.Cut is null && tree.Blocks[at].Line.Cut is null;

    private List<Group> Find(PageTree tree, PagePart root)
    {
        List<Group> groups = [];
        int covered = -1;
        // Boxes first, from the outermost; what stands within one needs no group of its own.
        for (int i = root.Order + 1; i < root.EndPart; i++)
        {
            PagePart part = tree.Parts[i];
            if (part.Cut is not null || part.HasTitle)
            {
                i = part.Cut is not null ? part.EndPart - 1 : i;
                continue;
            }
            if (part.Name == "hr")
            {
                Add(AfterRule(tree, root, part.FirstBlock, part.Parent));
                continue;
            }
            if (part.EndBlock == part.FirstBlock || part.OpenProse * 3 > root.OpenProse || !IsBox(tree, part))
                continue;
            Add(new Group(part.FirstBlock, part.EndBlock, Labelled: false));
            i = part.EndPart - 1;
        }
        groups.Sort((one, other) => one.From.CompareTo(other.From));
        List<Group> boxes = [.. groups];
        int box = 0;
        for (int i = root.FirstBlock; i < root.EndBlock && groups.Count <= MostGroups; i++)
        {
            while (box < boxes.Count && boxes[box].To <= i)
                box++;
            if ((box < boxes.Count && boxes[box].From <= i) || i < covered || !IsOpen(tree, i))
                continue;
            // A heading over most of the story is its own.
            if (BehindLabel(tree, root, i) is { } group && ProseOf(tree, group) * 3 <= root.OpenProse)
            {
                groups.Add(group);
                covered = group.To;
            }
        }
        return groups;

        void Add(Group? group)
        {
            if (group is not null && groups.Count <= MostGroups)
                groups.Add(group);
        }
    }

    /// <summary>A part that holds what a page sets beside its story: with a link, a heading or a name that says so.</summary>
    private static bool IsBox(PageTree tree, PagePart part)
    {
        bool heading = tree.Blocks[part.FirstBlock].Line is { Kind: ParagraphKind.Heading, Words: >= 3 };
        bool linked = part.Linked > 0;
        return part.Name switch
        {
            "details" or "aside" or "dialog" => true,
            "section" or "article" => linked && heading,
            "table" or "blockquote" or "ul" or "ol" or "dl" => linked && part.Linked * 4 > part.Text,
            "div" => part.Element.GetAttribute("aria-hidden") == "true" || part.Element.GetAttribute("role") == "complementary" || (heading && linked && part.Linked * 3 > part.Text),
            _ => part.Name.Contains('-', StringComparison.Ordinal) && (heading || linked),
        };
    }

    /// <summary>What stands behind a rule to the end of the part that holds it, where it begins as a story does.</summary>
    private static Group? AfterRule(PageTree tree, PagePart root, int first, PagePart? holder)
    {
        int end = Math.Min(holder?.EndBlock ?? root.EndBlock, root.EndBlock);
        return first > root.FirstBlock && first < end && end - first <= MostGroupBlocks && tree.Blocks[first].Line is { IsHeadlineLike: true, Words: >= 3 } ? new Group(first, end, Labelled: false) : null;
    }

    private Group? BehindLabel(PageTree tree, PagePart root, int at)
    {
        HtmlBlock block = tree.Blocks[at];
        PageLine line = block.Line;
        PagePart holder = block.Part.Parent ?? root;
        int end = Math.Min(Math.Min(root.EndBlock, at + MostGroupBlocks), holder == root || holder.Holds(root) ? root.EndBlock : holder.EndBlock);
        if (line.Kind == ParagraphKind.Heading)
        {
            bool label = OpensOthers(line);
            if (!label && !block.IsHeadlineLink && !IsLast(tree, at, end))
                return null;
            int to = at + 1;
            if (tree.Blocks[at].Part.Name == "h1")
                return null;
            while (to < end && !(tree.Blocks[to].Line.Kind == ParagraphKind.Heading && (label || !tree.Blocks[to].IsHeadlineLink) && Rank(tree.Blocks[to]) <= Rank(block)) && !(!label && tree.Blocks[to].Line.Kind == ParagraphKind.Heading))
                to++;
            // A linked headline has a summary, not a story, behind it.
            if (!label && block.IsHeadlineLink)
                to = Math.Min(to, at + 2);
            // In mid-story a label stands over the list right behind it.
            if (label && at + 1 < end && tree.Blocks[at + 1].Line.Kind == ParagraphKind.ListItem)
            {
                to = at + 1;
                while (to < end && tree.Blocks[to].Line.Kind == ParagraphKind.ListItem)
                    to++;
            }
            return to > at + 1 ? new Group(at, to, label) : null;
        }
        if (!line.Text.Any(char.IsLetterOrDigit) && line.Text.Length is >= 1 and <= 12)
            return AfterRule(tree, root, at + 1, holder);
        bool opener = OpensOthers(line) || (line.LinkShare > 0.3 && line.Words <= 30 && Opener(line.Text) is { } words && _furniture.OpensTeasers(new PageLine(words)));
        bool lone = line is { LinkShare: > 0.9, Words: >= 4 };
        if (!opener && !lone)
            return null;
        if (lone && line.EndsSentence)
            return new Group(at, at + 1, opener);
        return at + 1 < end && tree.Blocks[at + 1] is { Prose: > 0 and <= LongestSummary } next && IsOpen(tree, at + 1) && next.Line.Kind != ParagraphKind.Heading
            ? new Group(at, at + 2, opener) : null;
    }

    /// <summary>The words before the colon of "Read more: …".</summary>
    private static string? Opener(string text) => text.IndexOf(':', StringComparison.Ordinal) is > 0 and int colon ? text[..colon] : null;

    private bool OpensOthers(PageLine line) => _furniture.OpensTeasers(line) || (line.Words <= 8 && _furniture.Reason(line, first: false) is CutReason.Teaser or CutReason.CommentForm);

    /// <summary>A headline at the end of the page with no heading behind it.</summary>
    private static bool IsLast(PageTree tree, int at, int end)
    {
        if (tree.Blocks[at].Line.Words < 4 || end >= at + MostGroupBlocks)
            return false;
        for (int i = at + 1; i < end; i++)
        {
            if (tree.Blocks[i].Line.Kind == ParagraphKind.Heading)
                return false;
        }
        return true;
    }

    private static int Rank(HtmlBlock block) => block.Part.Name is ['h', >= '1' and <= '6'] ? block.Part.Name[1] - '0' : 6;
}
