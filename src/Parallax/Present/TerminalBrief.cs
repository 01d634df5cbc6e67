using Parallax.Assess;
using Parallax.Fuse;

namespace Parallax.Present;

/// <summary>The brief as plain text, short enough to be read in a minute; what is left out is counted.</summary>
public static class TerminalBrief
{
    private const int MostDays = 12;
    private const int MostEventsOfDay = 7;
    private const int MostFigures = 14;
    private const int MostDisagreements = 8;
    private const int MostTenseDays = 8;
    private const int MostPairs = 3;
    private const int MostFramed = 3;
    private const int MostOutlets = 6;
    private const int MostFramingRows = 7;
    private const int MostVoices = 12;
    private const int MostBackground = 6;
    private const int MostHops = 8;
    private const int MostOrigins = 8;
    private const int MostReports = 30;

    /// <summary>Writes the brief of <paramref name="situation"/> in lines of at most <paramref name="width"/> characters, with terminal colours if asked.</summary>
    public static void Write(Situation situation, TextWriter writer, int width, bool colour)
    {
        BriefContent content = new(situation);
        TerminalPage page = new(writer, width, colour);
        Head(page, content);
        Events(page, content);
        Figures(page, content);
        Disagreements(page, content);
        Framing(page, content);
        Escalation(page, content);
        Voices(page, content);
        Background(page, content);
        Origins(page, content);
        Reports(page, content);
        Declined(page, content);
    }

    private static void Head(TerminalPage page, BriefContent content)
    {
        page.Title(content.Title);
        List<string> facts = [];
        if (content.MainPlaces.Count > 0)
            facts.Add(string.Join(", ", content.MainPlaces.Select(p => TerminalText.Clean(p.Name))));
        if (content.Period is string period)
            facts.Add(DateWords.Of(period));
        facts.Add(BriefWords.Count(content.Reports.Count, "report"));
        facts.Add(BriefWords.Count(content.Situation.Origins.Count, "origin"));
        facts.Add(BriefWords.Count(content.Outlets, "named outlet"));
        page.Line(string.Join(" · ", facts));
        page.Faint("[n] is report n below; “2 origins” are independent witnesses, copies counted once.");
    }

    private static void Events(TerminalPage page, BriefContent content)
    {
        if (content.Days.Count == 0)
            return;
        page.Heading("What happened");
        HashSet<BriefDay> shown = [.. content.Days.OrderByDescending(content.WeightOf).ThenByDescending(d => d.Support).ThenBy(d => d.Edtf, StringComparer.Ordinal).Take(MostDays)];
        foreach (BriefDay day in content.Days.Where(shown.Contains))
        {
            page.Day(day.Title);
            foreach (Event happening in day.Events.Take(MostEventsOfDay))
                Event(page, content, happening);
            page.More(day.Events.Count - MostEventsOfDay, "event of this date", "events of this date");
        }
        page.More(content.Days.Where(d => !shown.Contains(d)).Sum(d => d.Events.Count), "event of a less reported date", "events of less reported dates");
    }

    private static void Event(TerminalPage page, BriefContent content, Event happening)
    {
        string place = content.PlaceBeside(happening) is string where ? ", " + where : "";
        string said = content.AccordingTo(happening) is string speaker ? ", " + speaker : "";
        string became = content.Outcome(happening) is { } outcome ? $" — {outcome.Words} {References(content, content.ReportsOf(outcome.Evidence))}".TrimEnd() : "";
        string support = happening.Origins > 1 ? " · " + BriefWords.Count(happening.Origins, "origin") : "";
        page.Item(BriefWords.Mark(happening.Status), TerminalText.Clean(happening.Label) + place + said + became, References(content, happening.Reports) + support);
    }

    private static void Figures(TerminalPage page, BriefContent content)
    {
        if (content.Figures.Count == 0)
            return;
        page.Heading("Figures");
        foreach (Figure figure in content.Figures.Take(MostFigures))
        {
            string when = figure.When is { } date ? ", " + DateWords.Short(date.Edtf) : "";
            string where = content.Place(figure.Where) is { } place ? ", " + TerminalText.Clean(place.Name) : "";
            page.Item(figure.Status == FigureStatus.Disputed ? "disputed" : null, BriefWords.Counted(figure) + where + when + ": " + BriefWords.Range(figure), "");
            if (figure.Readings.Count == 1 && content.SaidBy(figure.Readings[0]) is null && figure.Readings[0].Use == ReadingUse.Used)
                page.Detail(Reading(content, figure.Readings[0]));
            else
                page.Detail(string.Join(" · ", figure.Readings.Take(8).Select(r => Reading(content, r))) + (figure.Readings.Count > 8 ? $" · {figure.Readings.Count - 8} more" : ""));
        }
        page.More(content.Figures.Count - MostFigures, "figure", "figures");
    }

    private static string Reading(BriefContent content, Reading reading)
    {
        string said = content.SaidBy(reading) is string speaker ? ", " + speaker : "";
        string use = BriefWords.NotCounted(reading) is string reason ? $" ({reason})" : "";
        return $"“{TerminalText.Clean(reading.Text)}”{said} {References(content, [reading.Report])}{use}";
    }

    private static void Disagreements(TerminalPage page, BriefContent content)
    {
        if (content.Disagreements.Count == 0)
            return;
        page.Heading("Where the accounts differ");
        foreach (Disagreement disagreement in content.Disagreements.Take(MostDisagreements))
        {
            page.Item(BriefWords.IsDispute(disagreement.Kind) ? "disputed" : null, content.Subject(disagreement), BriefWords.Kind(disagreement.Kind));
            page.Detail(string.Join(" — ", disagreement.Positions.Select(p =>
                TerminalText.Clean(p.Reading) + (content.Actor(p.SaidBy) is { } by ? $" ({TerminalText.Clean(by.Name)})" : "") + " " + References(content, p.Reports))));
            if (disagreement.Explanation.Length > 0)
                page.Detail(TerminalText.Clean(disagreement.Explanation));
        }
        page.More(content.Disagreements.Count - MostDisagreements, "difference", "differences");
    }

    private static void Framing(TerminalPage page, BriefContent content)
    {
        if (content.Framing.Count == 0)
            return;
        page.Heading("How the outlets tell it");
        foreach (EventFraming framing in content.Framing.Take(MostFramed))
        {
            FramingTable table = new(content, framing, MostOutlets);
            page.Item(null, TerminalText.Clean(content.Event(framing.Event)!.Label), "");
            foreach (FramingRow row in table.Rows.Where(r => r.Cells.Count > 1).Take(MostFramingRows))
            {
                page.Detail(FramingTable.Title(row) + ": " + string.Join(" · ", table.Outlets.Select(o => (Outlet: o, Cell: table.Cell(row, o))).Where(c => c.Cell is not null)
                    .GroupBy(c => table.Words(c.Cell!), StringComparer.Ordinal).Select(g => string.Join(", ", g.Select(c => BriefContent.ShortName(c.Outlet))) + " " + g.Key)));
            }
            page.More(table.More, "outlet that tells it", "outlets that tell it");
        }
    }

    private static void Escalation(TerminalPage page, BriefContent content)
    {
        if (content.Escalation.Count == 0)
            return;
        page.Heading("How tense it was");
        HashSet<EscalationDay> shown = [.. content.Escalation.OrderByDescending(d => Math.Abs(d.Score)).ThenBy(d => d.Date, StringComparer.Ordinal).Take(MostTenseDays)];
        foreach (EscalationDay day in content.Escalation.Where(shown.Contains))
        {
            string pairs = string.Join(" · ", day.Pairs.Take(MostPairs).Select(p => $"{TerminalText.Clean(content.NameOf(p.A))} – {TerminalText.Clean(content.NameOf(p.B))} {BriefWords.Score(p.Score)}"));
            page.Item(null, $"{DateWords.Short(day.Date)}: {BriefWords.Score(day.Score)}" + (pairs.Length > 0 ? " (" + pairs + ")" : ""), "");
        }
        page.More(content.Escalation.Count - shown.Count, "less tense day", "less tense days");
    }

    private static void Voices(TerminalPage page, BriefContent content)
    {
        if (content.Voices.Count == 0)
            return;
        page.Heading("Voices");
        foreach (Statement statement in content.Voices.Take(MostVoices))
        {
            string role = BriefContent.Role(content.Actor(statement.Speaker)) is string title ? ", " + title : "";
            string when = statement.When is { } date ? ", " + DateWords.Short(date.Edtf) : "";
            page.Item(null, $"{content.Speaker(statement)}{role}{when} {BriefWords.Verb(statement.Act)}: {Cut(content.Quoted(statement), 260)}",
                References(content, statement.Renderings.Select(r => r.Report)));
            foreach (Rendering other in statement.Renderings.Where(r => content.Quoted(statement, r) != content.Quoted(statement)).Take(3))
                page.Detail($"also {Cut(content.Quoted(statement, other), 200)} {References(content, [other.Report])}");
        }
        page.More(content.Voices.Count - MostVoices, "statement", "statements");
    }

    private static void Background(TerminalPage page, BriefContent content)
    {
        List<(BriefDay Day, Event Event)> events = [.. content.Background.SelectMany(d => d.Events.Select(e => (d, e)))];
        if (events.Count == 0)
            return;
        page.Heading("Background");
        foreach ((BriefDay day, Event happening) in events.OrderByDescending(e => e.Event.Origins).Take(MostBackground).OrderBy(e => events.IndexOf(e)))
            page.Item(null, (day.Edtf is null ? "" : day.Title + ": ") + TerminalText.Clean(happening.Label), References(content, happening.Reports));
        page.More(events.Count - MostBackground, "earlier event", "earlier events");
    }

    private static void Origins(TerminalPage page, BriefContent content)
    {
        if (content.SharedOrigins.Count == 0)
            return;
        page.Heading("One origin, several reports");
        foreach (Origin origin in content.SharedOrigins.Take(MostOrigins))
        {
            page.Item(null, (origin.Name is { Length: > 0 } name ? BriefContent.ShortName(TerminalText.Clean(name)) + ": " : "") + BriefWords.Basis(origin), References(content, origin.Reports));
            if (origin.Hops.Count > 0)
                page.Detail(string.Join("; ", origin.Hops.Take(MostHops).Select(h => BriefWords.Hop(h, content.NumberOf))) + (origin.Hops.Count > MostHops ? $"; {origin.Hops.Count - MostHops} more steps" : ""));
        }
        page.More(content.SharedOrigins.Count - MostOrigins, "shared origin", "shared origins");
    }

    private static void Reports(TerminalPage page, BriefContent content)
    {
        page.Heading("Reports");
        foreach (ReportEntry report in content.Reports.Take(MostReports))
        {
            string date = report.Published.Edtf is string edtf ? $"{DateWords.Of(edtf)} ({BriefWords.DateBasis(report.Published)})" : "date not known";
            string copies = report.Copies.Count > 0 ? $", {BriefWords.Count(report.Copies.Count, "exact copy").Replace("copys", "copies", StringComparison.Ordinal)} left out" : "";
            string credit = report.Credits.Count > 0 ? ", credits " + string.Join(", ", report.Credits.Select(c => TerminalText.Clean(c.Agency)).Distinct(StringComparer.Ordinal)) : "";
            page.Numbered(content.NumberOf(report.Id), $"{BriefContent.Outlet(report)}: {Cut(TerminalText.Clean(report.Title ?? "untitled"), 110)}. {date}{credit}{copies}");
        }
        page.More(content.Reports.Count - MostReports, "report", "reports");
    }

    private static void Declined(TerminalPage page, BriefContent content)
    {
        IReadOnlyList<DeclinedEntry> declined = content.Situation.Declined;
        if (declined.Count == 0)
            return;
        page.Heading("Declined");
        IEnumerable<string> counts = declined.GroupBy(d => d.Code, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(8).Select(g => $"{BriefWords.Number(g.Count())} × {TerminalText.Clean(g.Key)} {TerminalText.Clean(g.First().Reason).TrimEnd('.')}");
        page.Line(BriefWords.Number(declined.Count) + " not asserted: " + string.Join("; ", counts) + ".");
    }

    private static string References(BriefContent content, IEnumerable<string> reports)
    {
        IReadOnlyList<int> numbers = content.NumbersOf(reports);
        string shown = string.Join(" ", numbers.Take(6).Select(n => BriefWords.Number(n)));
        return numbers.Count == 0 ? "" : numbers.Count > 6 ? $"[{shown} +{numbers.Count - 6}]" : $"[{shown}]";
    }

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        int end = text.LastIndexOf(' ', most);
        bool quoted = text[0] == '“';
        return text[..(end > most / 2 ? end : most - 1)].TrimEnd(' ', ',', ';') + (quoted ? " …”" : " …");
    }
}
