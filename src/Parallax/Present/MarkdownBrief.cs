using System.Globalization;
using System.Text;
using Parallax.Assess;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Present;

/// <summary>The whole brief as Markdown: every assertion carries a footnote with the exact words of each report that makes it.</summary>
public static class MarkdownBrief
{
    /// <summary>Writes the brief of <paramref name="situation"/>.</summary>
    public static string Write(Situation situation) => new Page(new BriefContent(situation)).Write();

    /// <summary>
    /// <paramref name="text"/> as Markdown that shows exactly it: on one line, every character that could start markup escaped, addresses
    /// not made into links.
    /// </summary>
    internal static string Escape(string text)
    {
        string clean = TerminalText.Clean(text);
        StringBuilder escaped = new(clean.Length + 16);
        for (int i = 0; i < clean.Length; i++)
        {
            char c = clean[i];
            bool isMarkup = "\\`*_{}[]<>|~&$^".Contains(c, StringComparison.Ordinal)
                || (i == 0 && "#+-=".Contains(c, StringComparison.Ordinal))
                || (c is '.' or ')' && i > 0 && !clean.AsSpan(0, i).ContainsAnyExceptInRange('0', '9'))
                || (c == '!' && i + 1 < clean.Length && clean[i + 1] == '[')
                || (c == ':' && clean.AsSpan(i).StartsWith("://", StringComparison.Ordinal))
                || (c == '.' && i >= 3 && clean.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase));
            if (isMarkup)
                escaped.Append('\\');
            escaped.Append(c);
        }
        return escaped.ToString();
    }

    private sealed class Page(BriefContent content)
    {
        private const int MostPairs = 6;
        private const int MostFramed = 6;
        private const int MostOutlets = 8;
        private readonly StringBuilder _text = new();
        private readonly List<string> _notes = [];
        private readonly Dictionary<string, int> _noteNumbers = new(StringComparer.Ordinal);

        public string Write()
        {
            Head();
            Days("What happened", content.Days);
            Figures();
            Disagreements();
            Framing();
            Escalation();
            Voices();
            Days("Background", content.Background);
            Origins();
            Reports();
            Declined();
            if (_notes.Count > 0)
            {
                Heading("The words");
                foreach (string note in _notes)
                    Line(note);
            }
            return _text.ToString();
        }

        private void Head()
        {
            Line("# " + Escape(content.Title));
            Line("");
            List<string> facts = [.. content.MainPlaces.Count > 0 ? [string.Join(", ", content.MainPlaces.Select(p => Escape(p.Name)))] : Array.Empty<string>()];
            if (content.Period is string period)
                facts.Add(DateWords.Of(period));
            facts.Add(BriefWords.Count(content.Reports.Count, "report"));
            facts.Add(BriefWords.Count(content.Situation.Origins.Count, "origin"));
            facts.Add(BriefWords.Count(content.Outlets, "named outlet"));
            Line(string.Join(" · ", facts));
        }

        private void Days(string title, IReadOnlyList<BriefDay> days)
        {
            if (days.Count == 0)
                return;
            Heading(title);
            bool first = true;
            foreach (BriefDay day in days)
            {
                if (!first)
                    Line("");
                first = false;
                Line("### " + Escape(day.Title));
                Line("");
                foreach (Event happening in day.Events)
                {
                    string mark = BriefWords.Mark(happening.Status) is string status && happening.Status != ClaimStatus.Background ? $"**{status}** " : "";
                    string place = content.PlaceBeside(happening) is string where ? ", " + Escape(where) : "";
                    if (content.AccordingTo(happening) is string said)
                        place += ", " + Escape(said);
                    if (content.Outcome(happening) is { } outcome)
                        place += " — " + Escape(outcome.Words) + Notes(outcome.Evidence);
                    string type = happening.Type.ToString().ToUpperInvariant();
                    Line($"- {mark}{Escape(happening.Label)}{place} ({type}; {BriefWords.Count(happening.Origins, "origin")}; {References(happening.Reports)}){Notes(happening.Evidence)}");
                }
            }
        }

        private void Figures()
        {
            if (content.Figures.Count == 0)
                return;
            Heading("Figures");
            foreach (Figure figure in content.Figures)
            {
                string where = content.Place(figure.Where) is { } place ? ", " + Escape(place.Name) : "";
                string when = figure.When is { } date ? ", " + DateWords.Of(date.Edtf) : "";
                Line($"- {Escape(BriefWords.Counted(figure))}{where}{when}: **{Escape(BriefWords.Range(figure))}** ({BriefWords.Standing(figure.Status)})");
                foreach (Reading reading in figure.Readings)
                {
                    string said = content.SaidBy(reading) is string speaker ? ", " + Escape(speaker) : "";
                    string use = BriefWords.NotCounted(reading) is string reason ? " — " + Escape(reason) : "";
                    Line($"  - “{Escape(reading.Text)}”{said}, {References([reading.Report])}{use}{Notes([reading.Evidence])}");
                }
            }
        }

        private void Disagreements()
        {
            if (content.Disagreements.Count == 0)
                return;
            Heading("Where the accounts differ");
            foreach (Disagreement disagreement in content.Disagreements)
            {
                Line($"- {Escape(content.Subject(disagreement))} — *{BriefWords.Kind(disagreement.Kind)}*. {Escape(disagreement.Explanation)}");
                foreach (Position position in disagreement.Positions)
                {
                    string said = content.Actor(position.SaidBy) is { } by ? ", " + Escape(by.Name) : "";
                    Line($"  - {Escape(position.Reading)}{said}, {References(position.Reports)}{Notes(position.Evidence)}");
                }
            }
        }

        private void Framing()
        {
            if (content.Framing.Count == 0)
                return;
            Heading("How the outlets tell it");
            bool first = true;
            foreach (EventFraming framing in content.Framing.Take(MostFramed))
            {
                FramingTable table = new(content, framing, MostOutlets);
                if (!first)
                    Line("");
                first = false;
                Line($"**{Escape(content.Event(framing.Event)!.Label)}**{(table.More > 0 ? $" ({BriefWords.Count(table.More, "more outlet")})" : "")}");
                Line("");
                Line("| fact | " + string.Join(" | ", table.Outlets.Select(o => Escape(BriefContent.ShortName(o)))) + " |");
                Line("|---|" + string.Concat(Enumerable.Repeat("---|", table.Outlets.Count)));
                foreach (FramingRow row in table.Rows)
                {
                    Line($"| {Escape(FramingTable.Title(row))} | " + string.Join(" | ", table.Outlets.Select(o =>
                        table.Cell(row, o) is { } cell ? Escape(table.Words(cell)) + Notes(cell.Evidence) : "")) + " |");
                }
            }
        }

        private void Escalation()
        {
            if (content.Escalation.Count == 0)
                return;
            Heading("How tense it was");
            foreach (EscalationDay day in content.Escalation)
            {
                Line($"- {DateWords.Of(day.Date)}: **{BriefWords.Score(day.Score)}**");
                foreach (EscalationPair pair in day.Pairs.Take(MostPairs))
                    Line($"  - {Escape(content.NameOf(pair.A))} – {Escape(content.NameOf(pair.B))}: {BriefWords.Score(pair.Score)}{Notes(pair.Evidence)}");
            }
        }

        private void Voices()
        {
            if (content.Voices.Count == 0)
                return;
            Heading("Voices");
            foreach (Statement statement in content.Voices)
            {
                string role = BriefContent.Role(content.Actor(statement.Speaker)) is string title ? ", " + Escape(title) : "";
                string when = statement.When is { } date ? ", " + DateWords.Of(date.Edtf) : "";
                Line($"- **{Escape(content.Speaker(statement))}**{role}{when} {BriefWords.Verb(statement.Act)} ({ContractNames.Of(statement.Form)}):");
                foreach (Rendering rendering in statement.Renderings)
                    Line($"  - {Escape(content.Quoted(statement, rendering))} {References([rendering.Report])}{Notes([rendering.Evidence])}");
            }
        }

        private void Origins()
        {
            if (content.SharedOrigins.Count == 0)
                return;
            Heading("One origin, several reports");
            foreach (Origin origin in content.SharedOrigins)
            {
                string name = origin.Name is { Length: > 0 } known ? Escape(BriefContent.ShortName(TerminalText.Clean(known))) + ": " : "";
                Line($"- {name}{BriefWords.Basis(origin)}, {References(origin.Reports)}{Notes(origin.Evidence)}");
                foreach (OriginHop hop in origin.Hops)
                    Line($"  - {Escape(BriefWords.Hop(hop, content.NumberOf))}{Notes(hop.Evidence)}");
            }
        }

        private void Reports()
        {
            Heading("Reports");
            foreach (ReportEntry report in content.Reports)
            {
                string date = report.Published.Edtf is string edtf ? $"{DateWords.Of(edtf)} ({BriefWords.DateBasis(report.Published)})" : "date not known";
                string credit = report.Credits.Count > 0 ? ", credits " + string.Join(", ", report.Credits.Select(c => Escape(c.Agency)).Distinct(StringComparer.Ordinal)) : "";
                Line($"- [{content.NumberOf(report.Id)}] **{Escape(BriefContent.Outlet(report))}**: {Escape(report.Title ?? "untitled")}, {Escape(date)}{credit}, {Escape(report.Path)}");
            }
        }

        private void Declined()
        {
            if (content.Situation.Declined.Count == 0)
                return;
            Heading("Declined");
            foreach (IGrouping<string, DeclinedEntry> group in content.Situation.Declined.GroupBy(d => d.Code, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
                Line($"- {BriefWords.Number(group.Count())} × {Escape(group.Key)}: {Escape(group.First().Reason)}");
        }

        private string References(IEnumerable<string> reports) =>
            string.Join(" ", content.NumbersOf(reports).Select(n => string.Create(CultureInfo.InvariantCulture, $"\\[{n}\\]")));

        /// <summary>Footnote marks for evidence; the same evidence is one note.</summary>
        private string Notes(IReadOnlyList<string> ids)
        {
            StringBuilder marks = new();
            foreach (string id in ids)
            {
                if (content.Evidence(id) is not { } evidence)
                    continue;
                if (!_noteNumbers.TryGetValue(id, out int number))
                {
                    number = _notes.Count + 1;
                    _noteNumbers.Add(id, number);
                    _notes.Add(string.Create(
                        CultureInfo.InvariantCulture,
                        $"[^{number}]: \\[{content.NumberOf(evidence.Report)}\\] “{Escape(evidence.Exact)}” (characters {evidence.Start}–{evidence.End})"));
                }
                marks.Append(CultureInfo.InvariantCulture, $"[^{number}]");
            }
            return marks.ToString();
        }

        private void Heading(string title)
        {
            Line("");
            Line("## " + title);
            Line("");
        }

        private void Line(string line) => _text.Append(line).Append('\n');
    }
}
