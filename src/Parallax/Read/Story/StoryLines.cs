using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>
/// Tells story from furniture line by line: each line stays, becomes the title, or is cut with a reason. Works on plain text pasted from
/// a page and on the blocks of a page's main part; only the form of lines, their neighbours and the lexicons decide.
/// </summary>
internal sealed partial class StoryLines
{
    private static readonly Regex PostSignature = new(
        @"^[\u2014\u2013\-\u2015]{1,2}\s?.{1,80}\(@[A-Za-z0-9_.]{1,30}\)|^.{0,60}@[A-Za-z0-9_]{1,30} (?:via|on) (?:Twitter|X|Instagram|Telegram)\.?$|^(?:https?://)?(?:pic\.twitter\.com|t\.co|x\.com|twitter\.com)/\S+$|^.{1,60}\(@[A-Za-z0-9_]{1,30}\)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static readonly Regex AddressOnly = new(@"^(?:https?://|www\.)\S+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static readonly ConcurrentDictionary<LanguageData, StoryLines> Loaded = new(ReferenceEqualityComparer.Instance);

    private readonly Furniture _furniture;
    private readonly Captions _captions;
    private readonly Bylines _bylines;
    private readonly Agencies _agencies;
    private readonly Outlets _outlets;
    private readonly Datelines _datelines;
    private readonly DateLine _dates;
    private readonly OutletLines _outletLines;
    private readonly HashSet<string> _sections;
    private readonly string[] _creditStarts;
    private readonly string[] _creditHas;
    private readonly string[] _authorNotes;

    private StoryLines(LanguageData data)
    {
        _furniture = Furniture.Of(data);
        _captions = Captions.Of(data);
        _bylines = Bylines.Of(data);
        _agencies = Agencies.Of(data);
        _outlets = Outlets.Of(data);
        _datelines = Datelines.Of(data);
        _dates = DateLine.Of(data);
        _outletLines = OutletLines.Of(data);
        _sections = data.Lexicon("read-sections").FirstColumn();
        ILookup<string, string> credits = data.Lexicon("read-credits").Rows.ToLookup(row => row[1], row => row[0], StringComparer.Ordinal);
        (_creditStarts, _creditHas, _authorNotes) = ([.. credits["start"]], [.. credits["has"]], [.. credits["sign"]]);
    }

    /// <summary>The rules with the lexicons of <paramref name="data"/>.</summary>
    public static StoryLines Of(LanguageData data) => Loaded.GetOrAdd(data, d => new StoryLines(d));

    /// <summary>Decides about every line of <paramref name="draft"/> and learns title, bylines, dates, outlet and credits from those that go.</summary>
    public void Clean(ReportDraft draft, bool markup)
    {
        List<PageLine> lines = draft.Lines;
        if (markup)
            JoinPosts(lines);
        CutOriginNotes(draft);
        CutByWords(lines, markup);
        CutDoubledCaptions(lines);
        if (!markup)
        {
            CutMasthead(lines);
            FindTitle(draft);
            JoinCapitals(draft);
        }
        CutTitles(draft);
        ReadHead(draft, markup);
        CutCredits(draft);
        CutTeasers(lines);
        CutTail(lines, markup);
        if (markup)
        {
            CutRules(lines);
            CutAppeals(lines);
            CutTags(lines);
            CutLabels(lines);
            CutFoot(lines);
            CutOrphans(lines);
        }
        CutRepeats(lines);
        NameKinds(lines);
    }

    private void CutByWords(List<PageLine> lines, bool markup)
    {
        bool first = !markup;
        foreach (PageLine line in lines)
        {
            if (!line.Kept)
                continue;
            // Openers of sections and teaser ends are read with their surroundings later.
            if (_furniture.OpensTeasers(line) || _furniture.OpensForm(line) || _furniture.ClosesTeaser(line))
                continue;
            line.Cut = _furniture.Reason(line, first || (line.Kind == ParagraphKind.Heading && line.Marked));
            if (line.Cut is null && PostSignature.IsMatch(line.Text))
                line.Cut = CutReason.Embed;
            if (line.Cut is null && AddressOnly.IsMatch(line.Text))
                line.Cut = CutReason.Embed;
            if (line.Cut is null && !first && _captions.IsCaption(line.Text))
                line.Cut = CutReason.Caption;
            if (line.Cut is null or CutReason.Caption)
                first = false;
        }
    }

    /// <summary>Captions are printed twice, as the picture's description and below it; the second often with a credit.</summary>
    private void CutDoubledCaptions(List<PageLine> lines)
    {
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            PageLine line = lines[i], next = lines[i + 1];
            if (line.Text.Length < 15 || line.Cut is not (null or CutReason.Caption) || next.Cut is not (null or CutReason.Caption))
                continue;
            if (next.Text.StartsWith(line.Text, StringComparison.Ordinal) && next.Text.Length > line.Text.Length
                && _captions.IsCreditOnly(next.Text[line.Text.Length..]))
                line.Cut = next.Cut = CutReason.Caption;
        }
    }

    private void FindTitle(ReportDraft draft)
    {
        List<PageLine> lines = draft.Lines;
        int firstKept = lines.FindIndex(line => line.Kept);
        if (firstKept < 0 || lines.Count(line => line.Kept) < 2)
            return;
        // A line printed twice before the story begins is the title, whatever stands before it.
        int seen = 0;
        for (int i = firstKept; i < lines.Count && seen < 8; i++)
        {
            PageLine line = lines[i];
            if (!line.Kept)
                continue;
            if (line.IsProse && seen > 0)
                break;
            seen++;
            if (line.Words is < 3 or > 40 || line.Text.Length > 250)
                continue;
            for (int j = i + 1, later = 0; j < lines.Count && later < 6; j++)
            {
                if (!lines[j].Kept)
                    continue;
                later++;
                if (SameTitle(lines[j].Folded, line.Folded) && (!line.EndsSentence || line.IsHeadlineLike))
                {
                    line.IsTitle = true;
                    draft.Title = line.Text;
                    CutBreadcrumbs(lines, i);
                    return;
                }
            }
        }
        PageLine first = lines[firstKept];
        string withoutCrumbs = WithoutBreadcrumb(first.Text);
        PageLine candidate = withoutCrumbs.Length == first.Text.Length ? first : new PageLine(withoutCrumbs);
        if (!candidate.IsHeadlineLike || candidate.Words < 3 || _datelines.Read(first.Text) is not null
            || _dates.Read(first.Text).Only || _bylines.Read(first.Text) is not null
            || _furniture.OpensTeasers(first) || !lines.Skip(firstKept + 1).Any(line => line.Kept && line.IsProse))
            return;
        first.IsTitle = true;
        draft.Title = withoutCrumbs;
    }

    /// <summary>Lines before a repeated title that lead to it: "Home world …", "News › Europe".</summary>
    private static void CutBreadcrumbs(List<PageLine> lines, int title)
    {
        for (int i = 0; i < title; i++)
        {
            if (lines[i].Kept && lines[i].Words <= lines[title].Words + 8 && !lines[i].IsProse)
                lines[i].Cut = CutReason.Navigation;
        }
    }

    /// <summary>Takes "Home world " off the front of a headline.</summary>
    private string WithoutBreadcrumb(string line)
    {
        if (!line.StartsWith("Home ", StringComparison.OrdinalIgnoreCase) && !line.StartsWith("Home>", StringComparison.OrdinalIgnoreCase))
            return line;
        int at = 4, taken = 0;
        while (true)
        {
            int start = at;
            while (start < line.Length && line[start] is ' ' or '>' or '/' or '|' or '\u203A' or '\u00BB' or '\u2192')
                start++;
            int end = start;
            while (end < line.Length && !char.IsWhiteSpace(line[end]) && line[end] is not ('>' or '/' or '|' or '\u203A' or '\u00BB'))
                end++;
            if (end == start || !_sections.Contains(Folding.Fold(line[start..end])))
                return taken > 0 && start < line.Length ? line[start..] : line;
            taken++;
            at = end;
        }
    }

    private void CutTitles(ReportDraft draft)
    {
        if (draft.Title is not { Length: > 0 } title)
            return;
        string folded = Folding.Fold(title);
        foreach (PageLine line in draft.Lines)
        {
            // Wherever the headline stands, also among what the markup shows to be no story.
            if (line.Cut is CutReason.Navigation or CutReason.Byline or CutReason.Teaser && line.Folded == folded)
                line.Cut = CutReason.DuplicateTitle;
            if (!line.Kept || (line.IsProse && line.Words > 30))
                continue;
            if (SameTitle(line.Folded, folded))
                line.Cut = CutReason.DuplicateTitle;
            else if (line.Words <= 40 && line.Folded.EndsWith(folded, StringComparison.Ordinal) && folded.Length >= 12
                && IsCrumbs(line.Folded[..^folded.Length]))
                line.Cut = CutReason.Navigation;
        }
    }

    private bool IsCrumbs(string prefix)
    {
        string[] words = prefix.Split([' ', '>', '/', '|', '\u203A', '"'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 6 && (words.Contains("home") || words.All(_sections.Contains));
    }

    /// <summary>Whether a line is the title again, perhaps with the site's name behind it.</summary>
    private static bool SameTitle(string line, string title)
    {
        if (line == title)
            return true;
        if (!line.StartsWith(title, StringComparison.Ordinal) || line.Length - title.Length > 45 || title.Length < 12)
            return false;
        string rest = line[title.Length..];
        return rest.StartsWith(" - ", StringComparison.Ordinal) || rest.StartsWith(" | ", StringComparison.Ordinal) || rest.Trim(' ', '.', '"', '\'').Length == 0;
    }

    private static void NameKinds(List<PageLine> lines)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            PageLine line = lines[i];
            if (!line.Kept || line.Marked)
                continue;
            if (line.Text.Length > 2 && line.Text[0] is '\u2022' or '\u25AA' or '\u25CF' or '\u2023' or '*' && line.Text[1] == ' ')
                line.Kind = ParagraphKind.ListItem;
            else if (line.Words <= 14 && line.Text.Length <= 110 && line.IsHeadlineLike && line.Text[0] is not ('"' or '\u201C')
                && lines.Skip(i + 1).Take(12).Any(next => next.Kept && next.Words > 6))
                line.Kind = ParagraphKind.Heading;
        }
    }
}
