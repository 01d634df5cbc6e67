namespace Parallax.Read;

/// <summary>Blocks of lines that point elsewhere: teasers, lists of other stories, comment forms, repeats.</summary>
internal sealed partial class StoryLines
{
    private const int LongestTeaserRun = 60;
    private const int MostOpenerWords = 12;

    // How far around a line is looked, and how many comment forms are tried: without these a page made of such lines takes time that grows with its square.
    private const int FarthestLookBack = 100;
    private const int FarthestLookAhead = 1000;
    private const int MostForms = 100;

    private void CutTeasers(List<PageLine> lines)
    {
        int lastProse = lines.Count - 1, forms = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            if (!lines[i].Kept || !_furniture.ClosesTeaser(lines[i]))
                continue;
            while (lastProse > i && !(lines[lastProse].Kept && lines[lastProse].IsProse))
                lastProse--;
            CutTeaserBlock(lines, i, nothingFollows: lastProse <= i);
        }
        int proseBefore = 0, proseTotal = lines.Where(line => line.Kept && line.IsProse).Sum(line => line.Words);
        for (int i = 0; i < lines.Count; i++)
        {
            PageLine line = lines[i];
            if (!line.Kept)
                continue;
            if (line.IsProse)
                proseBefore += line.Words;
            else if (_furniture.OpensForm(line) && forms++ < MostForms)
                CutForm(lines, i);
            else if (_furniture.OpensTeasers(line))
                CutSection(lines, i, late: proseBefore * 2 > proseTotal);
        }
    }

    /// <summary>A teaser is headline, lead, "Keep reading": the line that closes it takes the lead and the headline with it.</summary>
    private static void CutTeaserBlock(List<PageLine> lines, int closer, bool nothingFollows)
    {
        lines[closer].Cut = CutReason.Teaser;
        int at = KeptBefore(lines, closer);
        if (at < 0)
            return;
        bool cutShort = lines[at].EndsCutShort;
        // Inside a story "Continue reading" is a link to the same story: only a lead cut short, or a block at the end, is a teaser.
        if (!cutShort && !nothingFollows)
            return;
        int lead = at;
        int headline = lines[lead].IsProse || cutShort ? KeptBefore(lines, lead) : lead;
        if (headline < 0 || !lines[headline].IsHeadlineLike || headline < closer - 6)
        {
            if (cutShort && headline >= 0)
                lines[lead].Cut = CutReason.Teaser;
            return;
        }
        lines[lead].Cut = CutReason.Teaser;
        lines[headline].Cut = CutReason.Teaser;
    }

    /// <summary>"You might also like" and the headlines below it. Late in the page their leads go too; in mid-story the story goes on at the next sentence.</summary>
    private static void CutSection(List<PageLine> lines, int opener, bool late)
    {
        List<int> run = [opener];
        for (int i = opener + 1; i < lines.Count && run.Count < LongestTeaserRun; i++)
        {
            PageLine line = lines[i];
            if (!line.Kept)
                continue;
            if (line.IsHeadlineLike && !line.IsProse)
                run.Add(i);
            else if (late && line.IsProse && run.Count > 1 && IsHeadlineDirectlyBefore(lines, i) && OnlyTeasersFollow(lines, i))
                run.Add(i);
            else
                break;
        }
        foreach (int i in run)
            lines[i].Cut = CutReason.Teaser;
    }

    private static bool IsHeadlineDirectlyBefore(List<PageLine> lines, int at)
    {
        int before = KeptBefore(lines, at);
        return before >= 0 && lines[before].IsHeadlineLike && !lines[before].IsProse;
    }

    /// <summary>Whether from here on every paragraph has a headline of its own, as in a list of other stories.</summary>
    private static bool OnlyTeasersFollow(List<PageLine> lines, int from)
    {
        for (int i = from; i < lines.Count && i < from + FarthestLookAhead; i++)
        {
            if (lines[i].Kept && lines[i].IsProse && !IsHeadlineDirectlyBefore(lines, i))
                return false;
        }
        return true;
    }

    /// <summary>A comment form runs to the end of the page unless story follows.</summary>
    private static void CutForm(List<PageLine> lines, int opener)
    {
        lines[opener].Cut = CutReason.CommentForm;
        int proseAfter = lines.Skip(opener + 1).Count(line => line.Kept && line.IsProse);
        int proseBefore = lines.Take(opener).Count(line => line.Kept && line.IsProse);
        if (proseBefore == 0 || proseAfter > proseBefore)
            return;
        for (int i = opener + 1; i < lines.Count; i++)
        {
            if (lines[i].Kept)
                lines[i].Cut = CutReason.CommentForm;
        }
    }

    /// <summary>Headlines behind the last sentence of a story belong to other stories.</summary>
    private static void CutTail(List<PageLine> lines, bool markup)
    {
        int lastSentence = lines.FindLastIndex(line => line.Kept && (line.EndsSentence || line.IsProse || line.Kind is ParagraphKind.ListItem));
        if (lastSentence < 0)
            return;
        int trailing = lines.Skip(lastSentence + 1).Count(line => line.Kept);
        for (int i = lastSentence + 1; i < lines.Count; i++)
        {
            PageLine line = lines[i];
            // Where the input marks its parts, an unmarked line without a full stop is as likely the last item of the story.
            if (line.Kept && line.IsHeadlineLike && (markup ? line is { Marked: true, Kind: ParagraphKind.Heading } or { LinkShare: > 0.5 } : trailing > 1 || line.Words >= 3))
                line.Cut = line.Words < 3 ? CutReason.Navigation : CutReason.Teaser;
        }
    }

    /// <summary>A heading, or a short line that ends in a colon, goes with what it stands over: where all of that was cut, or nothing follows, so is it.</summary>
    private static void CutOrphans(List<PageLine> lines)
    {
        PageLine? next = null;
        bool cut = false;
        for (int i = lines.Count - 1; i >= 0; i--)
        {
            PageLine line = lines[i];
            if (!line.Kept)
            {
                cut |= line.Cut is CutReason.Teaser or CutReason.Subscription or CutReason.Advertising;
                continue;
            }
            bool headsNothing = line.Kind == ParagraphKind.Heading && !line.IsProse && (next is null || next.Kind == ParagraphKind.Heading);
            bool opensCut = line.Kind == ParagraphKind.Body && line.Words <= MostOpenerWords && line.Text[^1] is ':' or '\u2026' && i + 1 < lines.Count && !lines[i + 1].Kept;
            if (cut && (headsNothing || opensCut))
            {
                line.Cut = CutReason.Teaser;
                continue;
            }
            (next, cut) = (line, false);
        }
    }

    /// <summary>Lines printed twice in succession are captions; a long paragraph printed again anywhere is kept once.</summary>
    private static void CutRepeats(List<PageLine> lines)
    {
        Dictionary<string, PageLine> seen = new(StringComparer.Ordinal);
        PageLine? before = null;
        foreach (PageLine line in lines)
        {
            if (!line.Kept)
            {
                continue;
            }
            if (before is not null && before.Folded == line.Folded && line.Words >= 4)
            {
                if (Captions.ReadsLikeCaption(line) && !line.Marked)
                    before.Cut = line.Cut = CutReason.Caption;
                else
                    line.Cut = CutReason.DuplicateText;
            }
            else if (line.Text.Length >= 80 && !seen.TryAdd(line.Folded, line))
                line.Cut = CutReason.DuplicateText;
            before = line;
        }
    }

    private static int KeptBefore(List<PageLine> lines, int at)
    {
        for (int i = at - 1; i >= Math.Max(0, at - FarthestLookBack); i--)
        {
            if (lines[i].Kept)
                return i;
        }
        return -1;
    }
}
