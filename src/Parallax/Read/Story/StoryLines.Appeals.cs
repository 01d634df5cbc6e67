namespace Parallax.Read;

/// <summary>Appeals to readers anywhere in a story, posts that a story quotes, and links around it.</summary>
internal sealed partial class StoryLines
{
    private const int MostAppealLines = 15;
    private const int MostPointWords = 8;
    private const int MostLinkWords = 4;

    /// <summary>Lines that ask something of the reader, with those behind them that say how it works.</summary>
    private static void CutAppeals(List<PageLine> lines)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            PageLine line = lines[i];
            bool box = Appeals.OpensBox(line);
            if (line.Kept && Appeals.Reason(line) is { } reason)
                line.Cut = reason;
            bool opens = line.Cut is CutReason.Subscription or CutReason.Share || (line.Cut is CutReason.Teaser && line.Words <= MostOpenerWords * 2 && Appeals.GoesOn(line));
            if (!opens || line.Words < 4)
                continue;
            for (int next = i + 1, taken = 0; next < lines.Count && taken < MostAppealLines; next++, taken++)
            {
                PageLine after = lines[next];
                if (!after.Kept)
                    continue;
                if (!(box && after.Kind == ParagraphKind.ListItem && after.Words <= MostPointWords) && !Appeals.GoesOn(after))
                    break;
                after.Cut = line.Cut;
            }
        }
    }

    /// <summary>The words of a post that a story quotes stay with the line that says whose they are: without it they would read as the story's own.</summary>
    private static void JoinPosts(List<PageLine> lines)
    {
        for (int i = 1; i < lines.Count; i++)
        {
            PageLine sign = lines[i];
            if (sign is not { Kept: true, Kind: ParagraphKind.BlockQuote } || sign.Text[0] is not ('\u2014' or '\u2013' or '\u2015' or '-') || !PostSignature.IsMatch(sign.Text))
                continue;
            int from = i;
            while (from > 0 && lines[from - 1] is { Kept: true, Kind: ParagraphKind.BlockQuote } said && (from == i || said.Source == lines[i - 1].Source))
                from--;
            if (from == i)
                continue;
            PageLine first = lines[from];
            string whole = string.Join(' ', lines.Skip(from).Take(i - from + 1).Select(line => line.Text));
            lines[from] = new PageLine(whole) { Kind = ParagraphKind.BlockQuote, Marked = true, Source = first.Source };
            lines.RemoveRange(from + 1, i - from);
            i = from;
        }
    }

    /// <summary>Tags and sections stand as links of a word or two before the first sentence and behind the last, with at most a label over them.</summary>
    private static void CutTags(List<PageLine> lines)
    {
        int last = lines.Count - 1;
        bool links = false;
        for (; last >= 0; last--)
        {
            PageLine line = lines[last];
            if (!line.Kept)
            {
                links |= line.Cut == CutReason.Navigation && line.Words <= MostLinkWords;
                continue;
            }
            bool label = links && line is { Kind: ParagraphKind.Body or ParagraphKind.Heading, EndsSentence: false } && line.Words <= 2;
            if (!IsTag(line) && !label)
                break;
            line.Cut = CutReason.Navigation;
            links = true;
        }
        for (int i = 0; i < last && (!lines[i].Kept || IsTag(lines[i])); i++)
            lines[i].Cut ??= lines[i].IsTitle ? null : CutReason.Navigation;
    }

    private static bool IsTag(PageLine line) => line is { LinkShare: > 0.9, Words: <= MostLinkWords, EndsSentence: false };
}
