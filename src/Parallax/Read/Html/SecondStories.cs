using Parallax.Data;

namespace Parallax.Read;

/// <summary>
/// Pages load the next story below the first. The story whose headline is the page's title stays; another that stands in a part of its own, or begins
/// with a heading of the same rank within the same part, is cut.
/// </summary>
internal sealed class SecondStories(LanguageData data)
{
    // A story has at least so much running text directly below its headline.
    private const int LeastOfStory = 150;
    private const int MostHeadings = 60;
    private const double MostShared = 0.3;

    private readonly Cohesion _cohesion = Cohesion.Of(data);
    private readonly DateLine _dates = DateLine.Of(data);
    private readonly Bylines _bylines = Bylines.Of(data);

    /// <summary>A heading of the first two ranks: its block and its part.</summary>
    private sealed record Headline(int Block, PagePart Part, bool First, int Fit)
    {
        public int Heads { get; set; }
    }

    /// <summary>Cuts every story of <paramref name="tree"/> but the one that one of <paramref name="titles"/> names.</summary>
    public void Cut(PageTree tree, IEnumerable<string> titles)
    {
        string[] letters = [.. titles.Select(PageHeadline.Letters).Where(title => title.Length >= 4)];
        List<Headline> all = Headlines(tree, letters);
        if (all.Count is < 2 or > MostHeadings)
            return;
        List<Headline> heading = [.. all.Where(headline => headline.Heads >= LeastOfStory)];
        Headline? own = heading.Where(headline => headline.First && headline.Fit > 0).MaxBy(headline => headline.Fit)
            ?? heading.Find(headline => headline.First) ?? heading.Where(headline => headline.Fit > 0).MaxBy(headline => headline.Fit);
        if (own is null)
            return;
        bool changed = false;
        foreach (Headline other in heading)
        {
            if (other == own || other.Part.Cut is not null || tree.Blocks[other.Block].Line.Cut is not null || (other.Fit > 0 && other.Fit >= own.Fit) || (own.First && !other.First && other.Block < own.Block))
                continue;
            PagePart apart = other.Part;
            while (apart.Parent is { } around && !around.Holds(own.Part))
                apart = around;
            bool flat = apart == other.Part || apart.Prose < LeastOfStory;
            bool articles = apart.Name == "article" && other.First && own.First;
            (int from, int to) = flat ? (other.Block, EndOf(all, other, own)) : (apart.FirstBlock, apart.EndBlock);
            if (flat && other.Block < own.Block)
                continue;
            if (!articles && !(HasOwnHead(tree, other, own) && IsForeign(tree, from, to, own)))
                continue;
            changed = true;
            for (int i = from; i < to; i++)
                tree.Blocks[i].Line.Cut ??= CutReason.Teaser;
        }
        if (changed)
            StoryRoot.SumOpen(tree);
    }

    private static List<Headline> Headlines(PageTree tree, string[] titles)
    {
        List<Headline> found = [];
        Headline? open = null;
        for (int i = 0; i < tree.Blocks.Count && found.Count <= MostHeadings; i++)
        {
            HtmlBlock block = tree.Blocks[i];
            if (block.Part.Cut is not null)
                continue;
            PagePart? rank = block.Line.Kind == ParagraphKind.Heading ? block.Part : null;
            while (rank is not null && rank.Name is not ("h1" or "h2") && rank.EndBlock - rank.FirstBlock == 1)
                rank = rank.Parent;
            if (rank is { Name: "h1" or "h2" })
            {
                open = new Headline(i, rank, rank.Name == "h1", Fit(PageHeadline.Letters(block.Line.Text), titles));
                found.Add(open);
            }
            else if (open is not null)
                open.Heads += block.Prose;
        }
        return found;
    }

    private static int Fit(string heading, string[] titles)
    {
        int best = 0;
        foreach (string title in titles)
        {
            int fit = heading == title ? 1000
                : heading.Length >= 8 && title.StartsWith(heading, StringComparison.Ordinal) ? 500 + Math.Min(heading.Length, 400)
                : heading.Length >= 8 && (title.Contains(heading, StringComparison.Ordinal) || heading.Contains(title, StringComparison.Ordinal)) ? 100 : 0;
            best = Math.Max(best, fit);
        }
        return best;
    }

    /// <summary>To the next heading that is the page's title, or the end of what holds both.</summary>
    private static int EndOf(List<Headline> all, Headline other, Headline own)
    {
        int end = other.Part.Parent?.EndBlock ?? other.Part.EndBlock;
        return all.Find(later => later.Block > other.Block && later.Block < end && later.Fit > 0 && later.Fit >= own.Fit)?.Block ?? end;
    }

    /// <summary>A headline of the first rank, one that is a link, or one over a byline or date of its own.</summary>
    private bool HasOwnHead(PageTree tree, Headline other, Headline own)
    {
        if ((other.First && own.First) || tree.Blocks[other.Block].IsHeadlineLink)
            return true;
        for (int i = other.Block + 1; i < tree.Blocks.Count && i <= other.Block + 2; i++)
        {
            PageLine line = tree.Blocks[i].Line;
            if (line.Words <= 20 && !line.IsProse && (_dates.Read(line.Text).Only || _bylines.Read(line.Text) is not null))
                return true;
        }
        return false;
    }

    /// <summary>Whether what is cut has nothing to do with the story that the own headline heads.</summary>
    private bool IsForeign(PageTree tree, int from, int to, Headline own)
    {
        Cohesion.Words part = Cohesion.None(), rest = Cohesion.None();
        int near = 0;
        for (int i = own.Block; i < tree.Blocks.Count; i++)
        {
            HtmlBlock block = tree.Blocks[i];
            bool cut = block.Part.Cut is not null || block.Line.Cut is not null;
            // The own story is what stands between its headline and the other one, before or behind it.
            if (cut || (i >= from && own.Block < to) || (block.Prose == 0 && i != own.Block))
                continue;
            near += block.Prose;
            _cohesion.Add(rest, block.Line.Text);
        }
        for (int i = from; i < to; i++)
        {
            if (tree.Blocks[i].Prose > 0 || tree.Blocks[i].Line.Kind == ParagraphKind.Heading)
                _cohesion.Add(part, tree.Blocks[i].Line.Text);
        }
        return near >= LeastOfStory && Cohesion.IsForeign(part, rest, MostShared);
    }
}
