namespace Parallax.Read;

/// <summary>What pages print between the headline and the first sentence, and behind the last one: labels, appeals, notes on the author, rights.</summary>
internal sealed partial class StoryLines
{
    private const int LongestFootLine = 90;
    private const int MostFootLines = 12;
    private const int MostLabelWords = 4;

    /// <summary>Lines without a letter or digit: rules and ornaments.</summary>
    private static void CutRules(List<PageLine> lines)
    {
        foreach (PageLine line in lines)
        {
            if (line.Kept && line.Text.Length <= 200 && !line.Text.Any(char.IsLetterOrDigit))
                line.Cut = CutReason.Navigation;
        }
    }

    /// <summary>A section's or an outlet's name above the first sentence: "Culture", "EXPLAINER".</summary>
    private void CutLabels(List<PageLine> lines)
    {
        foreach (PageLine line in lines)
        {
            if (!line.Kept)
                continue;
            if (line.IsProse || line.EndsSentence || line.Words > MostLabelWords || line.Kind is not ParagraphKind.Body
                || line.Text[^1] is ',' or ':' or ';' or '"' or '\u201D' || _datelines.Read(line.Text) is not null)
                break;
            line.Cut = CutReason.Navigation;
        }
    }

    /// <summary>From the last line upwards, as long as what stands there is what outlets print at the foot of a story.</summary>
    private void CutFoot(List<PageLine> lines)
    {
        int prose = lines.Count(line => line.Kept && line.IsProse), passed = -1;
        for (int i = lines.Count - 1, seen = 0; i >= 0 && seen < MostFootLines && prose > 1; i--)
        {
            PageLine line = lines[i];
            if (!line.Kept)
                continue;
            seen++;
            CutReason? reason = line.Words <= LongestFootLine ? _furniture.FootReason(line) ?? ReasonOfBroken(lines, i) : null;
            if (reason is null)
            {
                // One short line may stand among them: a name, a greeting.
                if (passed >= 0 || line.IsProse || line.Words > MostLabelWords || line.Kind is ParagraphKind.ListItem)
                    return;
                passed = i;
                continue;
            }
            prose -= line.IsProse ? 1 : 0;
            line.Cut = reason;
            if (passed >= 0)
                (lines[passed].Cut, passed) = (reason, -1);
        }
    }

    /// <summary>Lines that line breaks divide in one short element at the foot are read as one; lines of no known element are each by themselves.</summary>
    private CutReason? ReasonOfBroken(List<PageLine> lines, int last)
    {
        int source = lines[last].Source, first = last, end = last + 1, words = lines[last].Words;
        if (source < 0)
            return null;
        while (first > 0 && lines[first - 1].Source == source && words <= LongestFootLine)
            words += lines[--first].Words;
        while (end < lines.Count && lines[end].Source == source && words <= LongestFootLine)
            words += lines[end++].Words;
        return words <= LongestFootLine && end - first > 1
            ? Enumerable.Range(first, end - first).Select(i => _furniture.FootReason(lines[i])).FirstOrDefault(reason => reason is not null)
            : null;
    }
}
