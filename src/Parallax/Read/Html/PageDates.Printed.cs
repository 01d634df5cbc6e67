using AngleSharp.Dom;
using NodaTime;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>The dates in the page's visible part, by what stands around them.</summary>
internal sealed partial class PageDates
{
    // How far from the headline a line can stand and still belong to it, in visible characters, and how much running text may be between.
    private const int FarthestBehind = 1500;
    private const int FarthestBefore = 250;
    private const int MostProseBetween = 700;

    /// <summary>Letters beside a date in a line that is still about the date: an author, a section, a place.</summary>
    private const int MostOtherLetters = 45;
    private const int LabelledLine = 120;

    private enum Zone
    {
        Head,
        Elsewhere,
    }

    private sealed record Printed(LocalDate Day, LocalDate? Other, string Words, DateLabel Label, DateMark Marks, Zone Zone, int Distance, bool Alone, DateMark Surroundings, string Likeness, int? UtcMinute, bool Machine, bool IsValue, int? LocalMinute = null);

    private void TakePrinted(Collected found, PageWalk walk, PageHeading? headline)
    {
        HashSet<IElement> around = Around(headline?.Element);
        List<Printed> dates = [];
        foreach (PageValue value in walk.Values)
            TakeValue(found, value, headline, walk, around, dates);
        PageSegment? before = null;
        foreach (PageSegment segment in walk.Segments)
        {
            TakeSegment(found, segment, before, headline, walk, around, dates);
            before = segment;
        }
        // The same form with several days is a list, of teasers or of comments.
        HashSet<string> lists = [.. dates.Where(d => d.Zone == Zone.Elsewhere).GroupBy(d => d.Likeness, StringComparer.Ordinal).Where(g => g.Select(d => d.Day).Distinct().Count() > 1).Select(g => g.Key)];
        foreach (Printed date in dates.OrderBy(d => d.Distance))
            Place(found, date, lists.Contains(date.Likeness));
    }

    private static void Place(Collected found, Printed date, bool listed)
    {
        if (date.Surroundings.HasFlag(DateMark.Other) || (date.Zone == Zone.Elsewhere && listed))
            return;
        bool updated = date.Label == DateLabel.Updated || (date.Label == DateLabel.None && date.Marks.HasFlag(DateMark.Updated) && !date.Marks.HasFlag(DateMark.Published));
        bool marked = (date.Marks & (DateMark.Date | DateMark.Published | DateMark.Updated)) != 0;
        bool labelled = date.Label == DateLabel.Published || date.Marks.HasFlag(DateMark.Published);
        // Below a story stand its own lines and those of the page; its own say what they are.
        if (date.Surroundings.HasFlag(DateMark.Beside) && !labelled && !updated && !marked && !date.Marks.HasFlag(DateMark.Head))
            return;
        DatePlace? place = updated ? DatePlace.ChangedPrinted
            : date.Zone == Zone.Head ? labelled ? date.Machine ? DatePlace.Microdata : DatePlace.HeadLabelled : marked ? DatePlace.HeadMarked : date.Alone ? DatePlace.HeadAlone : null
            : labelled && (date.Alone || date.Label == DateLabel.Published) ? DatePlace.FarLabelled : marked && date.Alone ? DatePlace.FarMarked : date.Alone ? DatePlace.FarAlone : null;
        if (place is { } known)
            found.Add(updated, new DateCandidate(known, date.Day, date.Other, date.Words) { UtcMinute = date.UtcMinute, LocalMinute = date.LocalMinute, IsValue = date.IsValue });
    }

    private static HashSet<IElement> Around(IElement? headline)
    {
        HashSet<IElement> around = [];
        for (IElement? element = headline; element is not null; element = element.ParentElement)
            around.Add(element);
        return around;
    }

    private void TakeValue(Collected found, PageValue value, PageHeading? headline, PageWalk walk, HashSet<IElement> around, List<Printed> dates)
    {
        if (DateStamp.Parse(value.Value, _months, found.Language) is not { Day.Year: >= 1990 and < 2100 } stamp)
            return;
        IElement element = value.Element;
        string? property = element.GetAttribute("itemprop") ?? element.GetAttribute("property");
        (DateMark marks, DateMark surroundings) = MarksOf(element, around, found.Marks);
        bool published = property is not null && Array.Exists(PublishedNames, name => property.Contains(name, StringComparison.OrdinalIgnoreCase));
        bool changed = property is not null && Array.Exists(ChangedNames, name => property.Contains(name, StringComparison.OrdinalIgnoreCase));
        if (published || changed)
            marks = (marks & ~(DateMark.Published | DateMark.Updated)) | (changed ? DateMark.Updated : DateMark.Published);
        else if (property is not null && element.LocalName != "time" && (marks & (DateMark.Date | DateMark.Published | DateMark.Updated)) == 0)
            return;
        (Zone zone, int distance) = ZoneOf(value.Position, value.Position, value.Prose, headline, walk);
        // A story's own microdata may stand anywhere in it, also where nothing is visible.
        if (published && zone == Zone.Elsewhere && around.Contains(ScopeOf(element)))
            zone = Zone.Head;
        dates.Add(new Printed(stamp.Day, stamp.Other, CharacterCleaning.Fold(value.Value), DateLabel.None, marks | (element.LocalName == "time" ? DateMark.Date : DateMark.None), zone, distance, Alone: true, surroundings,
            Likeness(element), stamp.IsUtc ? stamp.Minute : null, Machine: published, IsValue: true, LocalMinute: stamp.IsUtc ? null : stamp.Minute));
    }

    private static IElement ScopeOf(IElement element)
    {
        for (IElement? at = element.ParentElement; at is not null; at = at.ParentElement)
        {
            if (at.HasAttribute("itemscope") || at.HasAttribute("typeof"))
                return at;
        }
        return element;
    }

    private void TakeSegment(Collected found, PageSegment segment, PageSegment? before, PageHeading? headline, PageWalk walk, HashSet<IElement> around, List<Printed> dates)
    {
        string text = segment.Text;
        if (!text.AsSpan().ContainsAnyInRange('0', '9') && !text.Any(c => c > '\u0600' && char.IsDigit(c)))
            return;
        List<PrintedDate> printed = PrintedDates.Find(text, _months, found.Language);
        // Two days with a dash between are the span of an event.
        if (printed.Count == 0 || (printed.Count == 2 && text[printed[0].Span.End..printed[1].Span.Start].Trim() is "-" or "\u2013" or "\u2014" or "bis" or "to" or "until" or "au" or "al" or "a"))
            return;
        foreach (PrintedDate date in printed.Take(4))
        {
            string ahead = text[..date.Span.Start];
            if (date.Year is < 1990 or >= 2100 || (date.Day(true) ?? date.Day(false)) is not { } day || IsCopyright(ahead))
                continue;
            IElement element = segment.ElementAt(date.Span.Start);
            (DateMark marks, DateMark surroundings) = MarksOf(element, around, found.Marks);
            DateLabel label = Label(text, date.Span, ahead, before);
            int other = _labels.OtherLetters(text, date.Span);
            bool alone = other <= MostOtherLetters;
            bool isDateline = !alone && headline is not null && IsDateline(text, date.Span);
            bool ofItself = label == DateLabel.Published && _labels.SpeaksOfItself(text);
            if (!alone && !isDateline && !ofItself && (text.Length > LabelledLine || label == DateLabel.None || !_labels.OpensWithLabel(text)) && (marks & (DateMark.Date | DateMark.Published)) == 0)
                continue;
            // A year of two digits is a date only where nothing else is said.
            if (date.ShortYear && !alone && label == DateLabel.None && (marks & (DateMark.Date | DateMark.Published)) == 0)
                continue;
            (Zone zone, int distance) = ZoneOf(segment.Position, segment.Position + text.Length, segment.Prose, headline, walk);
            LocalDate? exchanged = date.Ambiguous ? date.Day(false) : null;
            string words = date.Span.Of(text);
            if (isDateline)
            {
                if (zone == Zone.Head && !surroundings.HasFlag(DateMark.Other))
                    found.Add(false, new DateCandidate(DatePlace.Dateline, day, exchanged, words));
                continue;
            }
            dates.Add(new Printed(day, exchanged, words, label, marks, zone, distance, alone, surroundings, Likeness(element), null, Machine: false, IsValue: false));
        }
    }

    private DateLabel Label(string text, TextSpan date, string ahead, PageSegment? before)
    {
        DateLabel label = _labels.Read(ahead);
        if (label == DateLabel.None && ahead.Trim().Length == 0 && before is { Text.Length: <= 30 })
            label = _labels.Read(before.Text);
        // German ends such sentences with the word: "wurde am 3. Mai veröffentlicht".
        string behind = text[date.End..];
        return label == DateLabel.None && behind.Length > 0 ? _labels.Read(behind[..Math.Min(behind.Length, 40)]) : label;
    }

    /// <summary>"Berlin, 4. Mai 2023 – " and its like: a date near the start with a dash or a closing bracket behind it.</summary>
    private static bool IsDateline(string text, TextSpan date)
    {
        if (date.Start > 45)
            return false;
        string behind = text[date.End..Math.Min(text.Length, date.End + 30)].TrimStart(' ', ',', ')', '.');
        return text.Length > date.End + 30 && (behind.StartsWith('-') || behind.StartsWith('\u2013') || behind.StartsWith('\u2014') || behind.StartsWith(':') || behind.StartsWith('|') || (behind.StartsWith('(') && behind.Contains(')', StringComparison.Ordinal)))
            && text[..date.Start].Count(char.IsWhiteSpace) <= 4;
    }

    private static bool IsCopyright(string ahead)
    {
        string near = ahead.Length > 30 ? ahead[^30..] : ahead;
        return near.Contains('\u00A9', StringComparison.Ordinal) || near.Contains("opyright", StringComparison.Ordinal) || near.Contains("(c)", StringComparison.OrdinalIgnoreCase);
    }

    private static (Zone Zone, int Distance) ZoneOf(int start, int end, int prose, PageHeading? headline, PageWalk walk)
    {
        int anchorStart = headline?.Position ?? walk.FirstProse, anchorEnd = headline?.End ?? walk.FirstProse, anchorProse = headline?.Prose ?? prose;
        if (anchorStart < 0)
            return (Zone.Elsewhere, start);
        if (start >= anchorStart)
            return (start - anchorEnd <= FarthestBehind && prose - anchorProse <= MostProseBetween && headline is not null ? Zone.Head : Zone.Elsewhere, Math.Max(start - anchorEnd, 0));
        return (anchorStart - end <= FarthestBefore ? Zone.Head : Zone.Elsewhere, Math.Max(anchorStart - end, 0) * 2);
    }

    /// <summary>What the element and those around it say, up to the one that holds the headline too.</summary>
    private (DateMark Marks, DateMark Surroundings) MarksOf(IElement element, HashSet<IElement> around, Dictionary<IElement, DateMark> known)
    {
        DateMark marks = DateMark.None, surroundings = DateMark.None;
        int level = 0;
        for (IElement? at = element; at is not null && at.LocalName is not ("body" or "html") && !around.Contains(at); at = at.ParentElement)
        {
            if (!known.TryGetValue(at, out DateMark own))
                known[at] = own = _marks.Of(at);
            if ((own & (DateMark.Published | DateMark.Date)) == 0)
                surroundings |= own & (DateMark.Other | DateMark.Beside);
            // Names of the nearest elements speak of the date; those farther out of whole parts.
            if (level++ < 3)
                marks |= own;
        }
        return (marks & ~(DateMark.Other | DateMark.Beside), surroundings);
    }

    private static string Likeness(IElement element) =>
        $"{element.LocalName}.{element.GetAttribute("class")} {element.ParentElement?.LocalName}.{element.ParentElement?.GetAttribute("class")} {element.ParentElement?.ParentElement?.LocalName}";
}
