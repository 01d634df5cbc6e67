using Parallax.Text;

namespace Parallax.Read;

/// <summary>
/// Tells a page that shows only the beginning of its story from one that shows the whole beside an appeal for subscribers: the beginning is short or breaks off,
/// and behind it stands what a wall says.
/// </summary>
internal static class PayWall
{
    // A beginning is a paragraph or two; a report of more words is kept, with a notice where it breaks off.
    private const int MostStubWords = 130;

    // What a wall says stands right behind the beginning, before the foot of the page.
    private const int MostLinesBehind = 12;

    // A page that its linked data call not free, with no more than this and no notice, shows its lead only.
    private const int MostLeadWords = 60;

    // A notice stands above the story or among its last lines.
    private const int MostNoticeWords = 40;
    private const int LastLines = 3;

    /// <summary>Cuts what a wall says above or below the story.</summary>
    public static void CutNotices(List<PageLine> lines, Furniture furniture)
    {
        int first = lines.FindIndex(line => line.Kept);
        if (first >= 0 && IsNotice(lines[first], furniture) && lines.FindIndex(first + 1, line => line.Kept && line.IsProse) >= 0)
            lines[first].Cut = CutReason.Subscription;
        for (int i = lines.Count - 1, seen = 0; i > first && seen < LastLines; i--)
        {
            if (!lines[i].Kept)
                continue;
            seen++;
            if (IsNotice(lines[i], furniture))
                lines[i].Cut = CutReason.Subscription;
        }
    }

    private static bool IsNotice(PageLine line, Furniture furniture) => line.Words <= MostNoticeWords && furniture.SaysWall(line);

    /// <summary>The problem or notice of a page whose story is behind a wall; null where it is not.</summary>
    public static Problem? Of(ReportDraft draft, Furniture furniture, string page)
    {
        List<PageLine> lines = draft.Lines;
        int last = lines.FindLastIndex(line => line.Kept);
        if (last < 0)
            return null;
        bool wall = false;
        for (int i = last + 1; i < lines.Count && i <= last + MostLinesBehind && !wall; i++)
            wall = furniture.SaysWall(lines[i]);
        int words = lines.Where(line => line.Kept).Sum(line => line.Words);
        if (!wall)
            return words <= MostLeadWords && IsNotFree(page) ? ReadProblems.BehindWall(draft.Path) : null;
        bool breaksOff = lines[last].EndsCutShort || !lines[last].EndsSentence || IsNotFree(page);
        return words <= MostStubWords ? ReadProblems.BehindWall(draft.Path)
            : breaksOff ? ReadProblems.FreePartOnly(draft.Path) : null;
    }

    /// <summary>Whether the page's linked data say that it is not free to read.</summary>
    private static bool IsNotFree(string page)
    {
        const string Field = "\"isAccessibleForFree\"";
        int at = page.IndexOf(Field, StringComparison.Ordinal);
        return at >= 0 && page.AsSpan(at + Field.Length, Math.Min(12, page.Length - at - Field.Length)).Contains("false", StringComparison.OrdinalIgnoreCase);
    }
}
