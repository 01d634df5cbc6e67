using System.Globalization;
using System.Text.RegularExpressions;
using Parallax.Assess;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Present;

/// <summary>
/// One check of a situation against itself: every id resolves, every assertion has evidence, and every evidence is the exact words of its
/// report's text. It shares no code with what wrote the situation.
/// </summary>
internal sealed partial class SituationCheck(Situation situation)
{
    private readonly Dictionary<string, ReportEntry> _reports = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Evidence> _evidence = new(StringComparer.Ordinal);
    private readonly HashSet<string> _origins = new(StringComparer.Ordinal);
    private readonly HashSet<string> _actors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _events = new(StringComparer.Ordinal);
    private readonly HashSet<string> _figures = new(StringComparer.Ordinal);
    private readonly HashSet<string> _statements = new(StringComparer.Ordinal);
    private readonly HashSet<string> _storylines = new(StringComparer.Ordinal);

    public List<Problem> Problems { get; } = [];

    public int Statements { get; private set; }

    public void Run()
    {
        Register();
        foreach (ReportEntry report in situation.Reports)
            CheckReport(report);
        foreach (Evidence evidence in situation.Evidence)
            CheckEvidence(evidence);
        foreach (Origin origin in situation.Origins)
        {
            string given = $"origin {PresentProblems.Short(origin.Id)}";
            Refer(given, "reports", origin.Reports, _reports.ContainsKey, "report");
            Refer(given, "evidence", origin.Evidence, _evidence.ContainsKey, "evidence");
            foreach (OriginHop hop in origin.Hops)
            {
                ReferOne(given, "hops.report", hop.Report, _reports.ContainsKey, "report");
                ReferOne(given, "hops.of", hop.Of, _reports.ContainsKey, "report");
                Refer(given, "hops.evidence", hop.Evidence, _evidence.ContainsKey, "evidence");
            }
        }
        foreach (Actor actor in situation.Actors)
            CheckActor(actor);
        foreach (Place place in situation.Places)
        {
            foreach (Alias alias in place.Aliases)
                Refer($"place {PresentProblems.Short(place.Id)}", "aliases.reports", alias.Reports, _reports.ContainsKey, "report");
        }
        foreach (Event happening in situation.Events)
            CheckEvent(happening);
        foreach (Figure figure in situation.Figures)
            CheckFigure(figure);
        foreach (Statement statement in situation.Statements)
            CheckStatement(statement);
        foreach (Disagreement disagreement in situation.Disagreements)
            CheckDisagreement(disagreement);
        foreach (EventFraming framing in situation.Framing)
            CheckFraming(framing);
        foreach (Storyline storyline in situation.Storylines)
        {
            string given = $"storyline {PresentProblems.Short(storyline.Id)}";
            Refer(given, "events", storyline.Events, _events.Contains, "event");
            Date(given, storyline.From);
            Date(given, storyline.To);
        }
        foreach (EscalationDay day in situation.Escalation)
        {
            string given = $"escalation {PresentProblems.Short(day.Date)}";
            Refer(given, "events", day.Events, _events.Contains, "event");
            Date(given, day.Date);
            foreach (EscalationPair pair in day.Pairs)
            {
                Statements++;
                ReferOne(given, "pairs.a", pair.A, _actors.Contains, "actor");
                ReferOne(given, "pairs.b", pair.B, _actors.Contains, "actor");
                Refer(given, "pairs.events", pair.Events, _events.Contains, "event");
                Proven(given, pair.Evidence, []);
            }
        }
        foreach (DeclinedEntry declined in situation.Declined)
            ReferOne($"declined {PresentProblems.Short(declined.Code)}", "evidence", declined.Evidence, _evidence.ContainsKey, "evidence");
    }

    private void Register()
    {
        // An id names one thing in the whole file, whatever its kind.
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (ReportEntry report in situation.Reports)
            Add(report.Id, "report", () => _reports.TryAdd(report.Id, report));
        foreach (Evidence evidence in situation.Evidence)
            Add(evidence.Id, "evidence", () => _evidence.TryAdd(evidence.Id, evidence));
        foreach (Origin origin in situation.Origins)
            Add(origin.Id, "origin", () => _origins.Add(origin.Id));
        foreach (Actor actor in situation.Actors)
            Add(actor.Id, "actor", () => _actors.Add(actor.Id));
        foreach (Place place in situation.Places)
            Add(place.Id, "place", () => _places.Add(place.Id));
        foreach (Event happening in situation.Events)
            Add(happening.Id, "event", () => _events.Add(happening.Id));
        foreach (Figure figure in situation.Figures)
            Add(figure.Id, "figure", () => _figures.Add(figure.Id));
        foreach (Statement statement in situation.Statements)
            Add(statement.Id, "statement", () => _statements.Add(statement.Id));
        foreach (Storyline storyline in situation.Storylines)
            Add(storyline.Id, "storyline", () => _storylines.Add(storyline.Id));
        foreach (Disagreement disagreement in situation.Disagreements)
            Add(disagreement.Id, "disagreement", static () => { });

        void Add(string id, string kind, Action register)
        {
            register();
            if (!seen.Add(id))
                Problems.Add(PresentProblems.DuplicateId($"{kind} {PresentProblems.Short(id)}", id));
        }
    }

    private void CheckReport(ReportEntry report)
    {
        string given = Name(report);
        string hash = StableHash.Sha256(report.Text);
        if (hash != report.Sha256)
            Problems.Add(PresentProblems.WrongTextHash(given, report.Sha256, hash));
        if (TextDifference.CountWords(report.Text) is int words && words != report.Words)
            Problems.Add(PresentProblems.WrongWordCount(given, report.Words, words));
        Refer(given, "published.evidence", report.Published.Evidence, _evidence.ContainsKey, "evidence");
        Date(given, report.Published.Edtf);
        foreach (CreditEntry credit in report.Credits)
        {
            if (ReferOne(given, "credits.evidence", credit.Evidence, _evidence.ContainsKey, "evidence"))
                Stands(given, credit.Evidence, report.Id);
        }
        ReferOne(given, "origin", report.Origin, _origins.Contains, "origin");
    }

    private void CheckEvidence(Evidence evidence)
    {
        string given = $"evidence {PresentProblems.Short(evidence.Id)}";
        string expected = StableHash.Id(
            "x", evidence.Report, evidence.Start.ToString(CultureInfo.InvariantCulture), evidence.End.ToString(CultureInfo.InvariantCulture));
        if (evidence.Id != expected)
            Problems.Add(PresentProblems.WrongEvidenceId(given, expected));
        if (!_reports.TryGetValue(evidence.Report, out ReportEntry? report))
        {
            Problems.Add(PresentProblems.UnknownId(given, "report", evidence.Report, "report"));
            return;
        }
        given += " in " + Name(report);
        string text = report.Text;
        if (evidence.Start < 0 || evidence.End <= evidence.Start || evidence.End > text.Length)
        {
            Problems.Add(PresentProblems.OutsideText(given, report.Id, evidence.Start, evidence.End, text.Length));
            return;
        }
        foreach (int border in (ReadOnlySpan<int>)[evidence.Start, evidence.End])
        {
            if (border > 0 && border < text.Length && char.IsSurrogatePair(text[border - 1], text[border]))
                Problems.Add(PresentProblems.SplitCharacter(given, border));
        }
        Words(given, "exact", text[evidence.Start..evidence.End], evidence.Exact, evidence.Start);
        int before = Math.Max(0, evidence.Start - evidence.Prefix.Length);
        Words(given, "prefix", text[before..evidence.Start], evidence.Prefix, before);
        int after = Math.Min(text.Length, evidence.End + evidence.Suffix.Length);
        Words(given, "suffix", text[evidence.End..after], evidence.Suffix, evidence.End);
    }

    private void Words(string given, string field, string expected, string found, int offset)
    {
        if (TextDifference.Describe(expected, found, offset) is string difference)
            Problems.Add(PresentProblems.WrongWords(given, field, difference));
    }

    private void CheckActor(Actor actor)
    {
        string given = $"actor {PresentProblems.Short(actor.Id)}";
        foreach (Role role in actor.Roles)
            ReferOne(given, "roles.evidence", role.Evidence, _evidence.ContainsKey, "evidence");
        foreach (Alias alias in actor.Aliases)
            Refer(given, "aliases.reports", alias.Reports, _reports.ContainsKey, "report");
        foreach (Label label in actor.Labels)
        {
            ReferOne(given, "labels.report", label.Report, _reports.ContainsKey, "report");
            ReferOne(given, "labels.by", label.By, _actors.Contains, "actor");
            if (ReferOne(given, "labels.evidence", label.Evidence, _evidence.ContainsKey, "evidence"))
                Stands(given, label.Evidence, label.Report);
        }
    }

    private void CheckEvent(Event happening)
    {
        string given = $"event {PresentProblems.Short(happening.Id)}";
        Statements++;
        Date(given, happening.When?.Edtf);
        ReferOne(given, "where", happening.Where, _places.Contains, "place");
        Refer(given, "initiators", happening.Initiators, _actors.Contains, "actor");
        Refer(given, "targets", happening.Targets, _actors.Contains, "actor");
        ReferOne(given, "storyline", happening.Storyline, _storylines.Contains, "storyline");
        Refer(given, "reports", happening.Reports, _reports.ContainsKey, "report");
        Refer(given, "figures", happening.Figures, _figures.Contains, "figure");
        Proven(given, happening.Evidence, happening.Reports);
        foreach (Account account in happening.Accounts)
        {
            ReferOne(given, "accounts.report", account.Report, _reports.ContainsKey, "report");
            ReferOne(given, "accounts.saidBy", account.SaidBy, _actors.Contains, "actor");
            if (ReferOne(given, "accounts.evidence", account.Evidence, _evidence.ContainsKey, "evidence"))
                Stands(given, account.Evidence, account.Report);
            Chain(given, "accounts.chain", account.Chain, account.Report);
        }
        Origins(given, happening.Origins, happening.Reports.Count);
    }

    private void CheckFigure(Figure figure)
    {
        string given = $"figure {PresentProblems.Short(figure.Id)}";
        Date(given, figure.When?.Edtf);
        ReferOne(given, "event", figure.Event, _events.Contains, "event");
        ReferOne(given, "where", figure.Where, _places.Contains, "place");
        if (figure.Low > figure.Best || figure.Best > figure.High || figure.Low > figure.High)
            Problems.Add(PresentProblems.WrongOrder(given, Invariant($"low is {figure.Low}, best {figure.Best}, high {figure.High}")));
        if (figure.Readings.Count == 0)
            Problems.Add(PresentProblems.NoEvidence(given));
        foreach (Reading reading in figure.Readings)
        {
            Statements++;
            ReferOne(given, "readings.report", reading.Report, _reports.ContainsKey, "report");
            ReferOne(given, "readings.saidBy", reading.SaidBy, _actors.Contains, "actor");
            Date(given, reading.When?.Edtf);
            if (reading.Low > reading.High)
                Problems.Add(PresentProblems.WrongOrder(given, Invariant($"a reading has low {reading.Low} and high {reading.High}")));
            if (ReferOne(given, "readings.evidence", reading.Evidence, _evidence.ContainsKey, "evidence"))
                Stands(given, reading.Evidence, reading.Report);
            Chain(given, "readings.chain", reading.Chain, reading.Report);
        }
        Bound(given, figure, "low", figure.Low);
        Bound(given, figure, "high", figure.High);
    }

    /// <summary>Low and high must be some reading's own number: a changed bound is a changed claim.</summary>
    private void Bound(string given, Figure figure, string field, decimal? value)
    {
        if (value is decimal bound && figure.Readings.Count > 0 && !figure.Readings.Any(r => r.Low == bound || r.High == bound))
            Problems.Add(PresentProblems.UnsupportedBound(given, field, bound));
    }

    private void CheckStatement(Statement statement)
    {
        string given = $"statement {PresentProblems.Short(statement.Id)}";
        Date(given, statement.When?.Edtf);
        ReferOne(given, "speaker", statement.Speaker, _actors.Contains, "actor");
        if (statement.Renderings.Count == 0)
            Problems.Add(PresentProblems.NoEvidence(given));
        foreach (Rendering rendering in statement.Renderings)
        {
            Statements++;
            ReferOne(given, "renderings.report", rendering.Report, _reports.ContainsKey, "report");
            if (ReferOne(given, "renderings.evidence", rendering.Evidence, _evidence.ContainsKey, "evidence"))
                Stands(given, rendering.Evidence, rendering.Report);
            Chain(given, "renderings.chain", rendering.Chain, rendering.Report);
        }
        Origins(given, statement.Origins, statement.Renderings.Count);
    }

    private void CheckDisagreement(Disagreement disagreement)
    {
        string given = $"disagreement {PresentProblems.Short(disagreement.Id)}";
        ReferOne(
            given, "subject", disagreement.Subject,
            id => _events.Contains(id) || _figures.Contains(id) || _statements.Contains(id) || _actors.Contains(id) || _places.Contains(id) || _reports.ContainsKey(id),
            "a thing");
        if (disagreement.Positions.Count == 0)
            Problems.Add(PresentProblems.NoEvidence(given));
        foreach (Position position in disagreement.Positions)
        {
            Statements++;
            Refer(given, "positions.reports", position.Reports, _reports.ContainsKey, "report");
            ReferOne(given, "positions.saidBy", position.SaidBy, _actors.Contains, "actor");
            Proven(given, position.Evidence, position.Reports);
        }
    }

    private void CheckFraming(EventFraming framing)
    {
        string given = $"framing {PresentProblems.Short(framing.Event)}";
        ReferOne(given, "event", framing.Event, _events.Contains, "event");
        foreach (FramingRow row in framing.Rows)
        {
            ReferOne(given, "rows.subject", row.Subject, id => _actors.Contains(id) || _places.Contains(id) || _figures.Contains(id) || _events.Contains(id), "a thing");
            foreach (FramingCell cell in row.Cells)
            {
                Statements++;
                Refer(given, "cells.reports", cell.Reports, _reports.ContainsKey, "report");
                ReferOne(given, "cells.saidBy", cell.SaidBy, _actors.Contains, "actor");
                Proven(given, cell.Evidence, cell.Reports);
            }
        }
    }

    /// <summary>Each report listed must be the place of at least one evidence: a report cannot be counted in without its words.</summary>
    private void Proven(string given, IReadOnlyList<string> evidence, IReadOnlyList<string> reports)
    {
        if (evidence.Count == 0)
            Problems.Add(PresentProblems.NoEvidence(given));
        Refer(given, "evidence", evidence, _evidence.ContainsKey, "evidence");
        HashSet<string> standing = new(StringComparer.Ordinal);
        foreach (string id in evidence)
        {
            if (_evidence.TryGetValue(id, out Evidence? entry))
                standing.Add(entry.Report);
        }
        foreach (string report in reports)
        {
            if (!standing.Contains(report))
                Problems.Add(PresentProblems.UnprovenReport(given, report));
        }
    }

    private void Stands(string given, string? evidence, string report)
    {
        if (evidence is not null && _evidence.TryGetValue(evidence, out Evidence? entry) && entry.Report != report)
            Problems.Add(PresentProblems.OtherReport(given, evidence, report, entry.Report));
    }

    private void Chain(string given, string field, IReadOnlyList<ChainLink> chain, string report)
    {
        foreach (ChainLink link in chain)
        {
            ReferOne(given, field + ".actor", link.Actor, _actors.Contains, "actor");
            if (ReferOne(given, field + ".evidence", link.Evidence, _evidence.ContainsKey, "evidence"))
                Stands(given, link.Evidence, report);
        }
    }

    private void Origins(string given, int origins, int reports)
    {
        if (origins < 1 || origins > reports)
            Problems.Add(PresentProblems.WrongOriginCount(given, origins, reports));
    }

    private void Refer(string given, string field, IReadOnlyList<string> ids, Func<string, bool> isKnown, string kind)
    {
        foreach (string id in ids)
            ReferOne(given, field, id, isKnown, kind);
    }

    private bool ReferOne(string given, string field, string? id, Func<string, bool> isKnown, string kind)
    {
        if (id is null || isKnown(id))
            return true;
        Problems.Add(PresentProblems.UnknownId(given, field, id, kind));
        return false;
    }

    private void Date(string given, string? edtf)
    {
        if (edtf is not null && (edtf.Length > 32 || !EdtfForm.IsMatch(edtf)))
            Problems.Add(PresentProblems.NotEdtf(given, edtf));
    }

    internal static string Name(ReportEntry report) => $"report {PresentProblems.Short(report.Id)} ({PresentProblems.Short(report.Path)})";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d{4}(-\d\d(-\d\d)?)?|\d{3}X)~?(/(\d{4}(-\d\d(-\d\d)?)?)~?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex EdtfForm { get; }
}
