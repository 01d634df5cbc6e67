using NodaTime;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>The lines around the title: bylines, dates, agencies; and credits at the foot.</summary>
internal sealed partial class StoryLines
{
    private const int LongestCreditLine = 320;

    /// <summary>How many kept lines from the end count as the foot of a report.</summary>
    private const int FootLines = 6;

    /// <summary>Among how many first pieces of running text one can open with a byline; notices stand before the story.</summary>
    private const int OpeningParagraphs = 3;

    /// <summary>What stands above the headline of a pasted report: the outlet with the day, or either alone.</summary>
    private void CutMasthead(List<PageLine> lines)
    {
        int kept = 0;
        foreach (PageLine line in lines)
        {
            if (!line.Kept)
                continue;
            if (++kept > 3 || line.IsProse)
                return;
            DateLine.Reading dates = _dates.Read(line.Text);
            if (!dates.Only && _outletLines.Read(line.Text, dates.Dates) is null)
                return;
            line.Cut = CutReason.Byline;
        }
    }

    /// <summary>A headline in capitals may be broken into two lines; the second is no headline of another story.</summary>
    private static void JoinCapitals(ReportDraft draft)
    {
        int at = draft.Lines.FindIndex(line => line.IsTitle);
        if (at < 0 || at + 1 >= draft.Lines.Count || !IsCapitals(draft.Lines[at]))
            return;
        PageLine next = draft.Lines[at + 1];
        if (next.IsTitle || next.Cut is not (null or CutReason.Teaser) || next.BlanksBefore > 0 || !IsCapitals(next) || !next.IsHeadlineLike)
            return;
        (next.IsTitle, next.Cut) = (true, null);
        draft.Title = $"{draft.Title} {next.Text}";

        static bool IsCapitals(PageLine line) => line.Words >= 3 && line.Text.Count(char.IsLetter) >= 12 && !line.Text.Any(char.IsLower);
    }

    private void ReadHead(ReportDraft draft, bool markup)
    {
        List<PageLine> lines = draft.Lines;
        List<(PrintedDate Date, bool Updated, PageLine Line)> printed = [];
        string? label = null;
        bool inHead = true;
        int prose = 0;
        int foot = FootStart(lines);
        // What the page's own fields and elements name as its authors is surer than a guess from the form of a line.
        bool known = markup && draft.Bylines.Count > 0;
        for (int i = 0; i < lines.Count; i++)
        {
            PageLine line = lines[i];
            bool wasByline = line.Cut == CutReason.Byline;
            if (!line.Kept && !wasByline)
                continue;
            if (line.IsProse && !wasByline && prose++ < OpeningParagraphs && _bylines.ReadOpening(line.Text) is { } opening)
            {
                Take(draft, opening.Names, line.Text[..opening.Length].TrimEnd());
                lines.Insert(i++, new PageLine(line.Text[..opening.Length].TrimEnd()) { Cut = CutReason.Byline, Source = line.Source });
                lines[i] = line = line.From(opening.Length);
                foot++;
            }
            if (inHead && line.IsProse && !wasByline)
                inHead = false;
            if (line.Text.Length > 200 || (!inHead && i < foot && line.Words > 14))
            {
                label = null;
                continue;
            }
            DateLine.Reading dates = _dates.Read(line.Text, label);
            if (dates.Only || (label is not null && dates.Dates.Count > 0 && dates.Rest.Length == 0))
            {
                line.Cut = CutReason.Byline;
                printed.AddRange(dates.Dates.Select((date, d) => (date, dates.Updated[d], line)));
                label = dates.Label;
                CutNamesBefore(draft, i, inHead, known);
                continue;
            }
            if (inHead && _outletLines.Read(line.Text, dates.Dates) is { } signed)
            {
                line.Cut = CutReason.Byline;
                draft.Outlet ??= signed;
                printed.AddRange(dates.Dates.Select((date, d) => (date, dates.Updated[d], line)));
                label = null;
                continue;
            }
            label = dates.Label is not null && dates.Rest.Length == 0 ? dates.Label : null;
            if (!inHead && i < foot && !line.Text.StartsWith("By ", StringComparison.OrdinalIgnoreCase))
                continue;
            if (inHead && line.Words <= 5 && _outlets.Named(line.Text.Trim(' ', '\u2014', '\u2013', '-', '|', '(', ')')) is { } named)
            {
                line.Cut = CutReason.Byline;
                draft.Outlet ??= named;
                CutNamesBefore(draft, i, inHead, known);
                continue;
            }
            string signature = dates.Dates.Count > 0 ? line.Text[..dates.Dates[0].Span.Start] : line.Text;
            BylineReading? byline = _bylines.Read(signature) ?? (inHead || i >= foot ? AgencyAlone(line.Text) : null)
                ?? (inHead && (dates.Dates.Count > 0 || (wasByline && markup)) && !IsFiledUnder(line) ? Guessed(NamesBeforeDate(signature), known) : null);
            if (byline is null)
                continue;
            line.Cut = byline.Authors.Count == 0 && byline.Outlet is null && byline.Agencies.Count > 0 ? CutReason.Credit : CutReason.Byline;
            Take(draft, byline, line.Text);
            printed.AddRange(dates.Dates.Select((date, d) => (date, dates.Updated[d], line)));
        }
        DatePublished(draft, printed, markup);
    }

    private static int FootStart(List<PageLine> lines)
    {
        int kept = 0;
        for (int i = lines.Count - 1; i >= 0; i--)
        {
            if (lines[i].Kept && ++kept == FootLines)
                return i;
        }
        return 0;
    }

    /// <summary>A name alone on the line before a date, or right behind the title, is its author.</summary>
    private void CutNamesBefore(ReportDraft draft, int dateLine, bool inHead, bool known)
    {
        if (!inHead)
            return;
        for (int i = dateLine - 1; i >= 0 && i >= dateLine - 3; i--)
        {
            PageLine line = draft.Lines[i];
            if (!line.Kept)
                continue;
            if (IsFiledUnder(line) || line.Words is < 2 or > 6 || line.EndsSentence || _bylines.ReadNames(line.Text, signed: false) is not { } names)
                return;
            line.Cut = CutReason.Byline;
            Take(draft, Guessed(names, known), line.Text);
        }
    }

    /// <summary>Points of a list that are links are the sections that a report is filed under, though they may look like names.</summary>
    private static bool IsFiledUnder(PageLine line) => line is { Kind: ParagraphKind.ListItem, LinkShare: > 0.9 };

    private BylineReading? AgencyAlone(string line)
    {
        if (line.Length > 60)
            return null;
        string bare = line.Trim(' ', '(', ')', '[', ']', '-', '\u2013', '\u2014', '.', '|');
        List<string> agencies = _agencies.OnlyAgencies(bare);
        return agencies.Count > 0 ? new BylineReading([], agencies, null) : null;
    }

    private BylineReading? NamesBeforeDate(string signature)
    {
        string bare = signature.TrimEnd(' ', ',', '|', '-', '\u2013', '\u2014', '\u2022', '\u00B7', '/');
        return bare.Split(' ').Length is >= 2 and <= 6 ? _bylines.ReadNames(bare, signed: false) : null;
    }

    /// <summary>Names that nothing but their capitals says are names: sections and buttons have capitals too, so one word alone is none.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(reading))]
    private static BylineReading? Guessed(BylineReading? reading, bool known) =>
        reading is null ? null : reading with { Authors = known || reading.Authors.Any(author => !author.Contains(' ', StringComparison.Ordinal)) ? [] : reading.Authors };

    private static void Take(ReportDraft draft, BylineReading byline, string words)
    {
        foreach (string author in byline.Authors)
            draft.AddByline(author);
        foreach (string agency in byline.Agencies)
            draft.AddCredit(agency, words);
        draft.Outlet ??= byline.Outlet;
    }

    private void CutCredits(ReportDraft draft)
    {
        List<PageLine> lines = draft.Lines;
        int foot = FootStart(lines);
        for (int i = 0; i < lines.Count; i++)
        {
            PageLine line = lines[i];
            if (line.Cut == CutReason.Legal)
                draft.Outlet ??= OwnCopyright(line.Text);
            if (!line.Kept || line.Text.Length > LongestCreditLine)
                continue;
            string folded = line.Folded.TrimStart('(', '[', '-', ' ', '*', '"');
            bool credit = Array.Exists(_creditStarts, phrase => folded.StartsWith(phrase, StringComparison.Ordinal))
                || (line.Words <= 40 && Array.Exists(_creditHas, phrase => folded.Contains(phrase, StringComparison.Ordinal)));
            if (credit && (line.Words <= 25 || i >= foot))
            {
                line.Cut = CutReason.Credit;
                foreach ((string agency, _) in _agencies.In(line.Text))
                    draft.AddCredit(agency, line.Text);
            }
            else if (i >= foot && line.Words <= 60 && Array.Exists(_authorNotes, phrase => folded.Contains(phrase, StringComparison.Ordinal))
                && draft.Bylines.Exists(author => line.Text.StartsWith(author, StringComparison.OrdinalIgnoreCase)))
                line.Cut = CutReason.Byline;
        }
    }

    /// <summary>The outlet that a line such as "© 2023 Example Daily. All rights reserved." names.</summary>
    private string? OwnCopyright(string line)
    {
        string text = line;
        foreach (string mark in (string[])["copyright", "\u00A9", "(c)", "all rights reserved"])
            text = text.Replace(mark, " ", StringComparison.OrdinalIgnoreCase);
        text = CharacterCleaning.Fold(text.Trim(' ', '.', ',', '-', '|'));
        int at = 0;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is ' ' or '-' or '\u2013' or ',' or '|'))
            at++;
        text = text[at..];
        text = text.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? text[3..] : text;
        int stop = text.IndexOfAny(['.', ',', '|', ';', '(']);
        string name = (stop > 0 ? text[..stop] : text).Trim(' ', '-', '\u2013');
        if (_outlets.Named(name) is { } known)
            return known;
        string[] words = name.Split(' ');
        return line.Contains("rights reserved", StringComparison.OrdinalIgnoreCase) && words.Length is >= 1 and <= 5 && name.Length is >= 3 and <= 40
            && words.All(word => word.Length > 0 && char.IsUpper(word[0])) && _agencies.Named(name) is null ? name : null;
    }

    /// <summary>Publication and change dates from the lines that were cut, settling the order of day and month where a date leaves it open.</summary>
    private void DatePublished(ReportDraft draft, List<(PrintedDate Date, bool Updated, PageLine Line)> printed, bool markup)
    {
        if (printed.Count == 0)
            return;
        (PrintedDate Date, bool Updated, PageLine Line)? published = printed.Where(p => !p.Updated).Cast<(PrintedDate, bool, PageLine)?>().FirstOrDefault();
        (PrintedDate Date, bool Updated, PageLine Line)? updated = printed.Where(p => p.Updated).Cast<(PrintedDate, bool, PageLine)?>().FirstOrDefault();
        bool? monthFirst = DateOrder.MonthFirst(published?.Date, updated?.Date, draft, _outlets);
        if (draft.Published.Date is null && (published ?? updated) is { } shown && Resolve(shown.Date, monthFirst) is { } day)
            draft.Published = new Publication(day, PublicationBasis.Byline, shown.Date.Span.Of(shown.Line.Text));
        if (!markup || draft.Modified is null)
            draft.Modified ??= published is not null && updated is { } change ? Resolve(change.Date, monthFirst) : null;
    }

    private static EdtfDate? Resolve(PrintedDate date, bool? monthFirst)
    {
        if (date.Ambiguous && monthFirst is null)
            return PrintedDates.Unresolved(date);
        LocalDate? day = date.Day(monthFirst ?? true) ?? date.Day(!(monthFirst ?? true));
        return day is { } known ? EdtfDate.Day(known) : null;
    }
}
