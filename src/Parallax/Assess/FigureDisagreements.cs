using System.Globalization;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>Disagreements over numbers, by the rules for figures (docs/reference/figure-rules.md).</summary>
internal sealed class FigureDisagreements(LanguageData data, FusedReports fused)
{
    private const string BothSides = "both-sides";
    private const int BesideGap = 120;
    private const decimal MostCrowdRatio = 20m;
    private const decimal MostHedge = 3m;

    private static readonly HashSet<string> s_counters = new(
        ["organisers", "organizers", "organiser", "organizer", "police", "gendarmerie", "gendarmes", "authorities", "observers", "researchers", "monitors", "unions", "union", "media", "ministry", "officials", "journalists"], StringComparer.Ordinal);

    private readonly ClusterClasses _classes = new(data);

    public IReadOnlyList<Disagreement> Find() => [.. All()];

    private IEnumerable<Disagreement> All()
    {
        foreach (Figure figure in fused.Figures)
        {
            if (OfOne(figure) is Disagreement found)
                yield return found;
        }
        foreach (Disagreement crowd in Crowds())
            yield return crowd;
        foreach (IGrouping<string, Figure> ofEvent in fused.Figures.Where(f => f.Event is not null).GroupBy(f => f.Event!, StringComparer.Ordinal))
        {
            foreach (Disagreement found in OfEvent([.. ofEvent]))
                yield return found;
        }
    }

    /// <summary>Rule Q9 within one report: "organisers said 9,000; police put the number at 4,000" are two accounts of one crowd.</summary>
    private IEnumerable<Disagreement> Crowds()
    {
        Dictionary<string, Evidence> proofs = fused.Evidence.DistinctBy(e => e.Id, StringComparer.Ordinal).ToDictionary(e => e.Id, StringComparer.Ordinal);
        (Figure Figure, Reading Reading, Evidence Proof, string Counter)[] told =
        [
            .. fused.Figures.Where(f => f.Measure == Measure.Participants && !f.IsBackground)
                .SelectMany(f => f.Readings.Where(r => !r.Vague && proofs.ContainsKey(r.Evidence)).Select(r => (f, r, proofs[r.Evidence], CounterOf(r.SaidByText ?? proofs[r.Evidence].Exact) ?? "")))
                .Where(t => t.Item4.Length > 0).OrderBy(t => t.Item3.Report, StringComparer.Ordinal).ThenBy(t => t.Item3.Start),
        ];
        for (int i = 1; i < told.Length; i++)
        {
            (Figure Figure, Reading Reading, Evidence Proof, string Counter) a = told[i - 1], b = told[i];
            bool beside = string.Equals(a.Proof.Report, b.Proof.Report, StringComparison.Ordinal) && b.Proof.Start - a.Proof.End is >= 0 and <= BesideGap;
            if (!beside || a.Figure == b.Figure || string.Equals(a.Counter, b.Counter, StringComparison.Ordinal) || a.Reading.Low == b.Reading.Low || !Equals(a.Figure.When, b.Figure.When))
                continue;
            decimal ratio = Math.Round(Math.Max(a.Reading.Low, b.Reading.Low) / Math.Max(1, Math.Min(a.Reading.Low, b.Reading.Low)), 1, MidpointRounding.AwayFromZero);
            if (ratio > MostCrowdRatio)
                continue;
            yield return DisagreementFinder.Make(
                DisagreementAbout.Figure, DisagreementKind.Conflict, a.Figure.Id,
                [.. new[] { a, b }.Select(t => new Position(t.Reading.Text, [t.Proof.Report], t.Reading.SaidBy, [t.Proof.Id]))],
                $"For one crowd {a.Counter} and {b.Counter} give “{a.Reading.Text}” and “{b.Reading.Text}”, {ratio.ToString("0.#", CultureInfo.InvariantCulture)} to 1; neither names a method, so none is taken as best.");
        }
    }

    private static string? CounterOf(string sentence) => ClusterWords.Split(sentence).FirstOrDefault(s_counters.Contains);

    private static Disagreement? OfOne(Figure figure)
    {
        IReadOnlyList<Position> positions = DisagreementFinder.Positions(figure.Readings
            .Where(r => figure.Status == FigureStatus.Series || r.Use != ReadingUse.Superseded)
            .Select(r => (r.Text, r.Report, r.SaidBy, r.Evidence)));
        string texts = List(figure.Readings.Select(r => r.Text));
        string what = What(figure);
        bool severalAccounts = figure.Readings.Select(r => r.Report).Distinct(StringComparer.Ordinal).Count() > 1
            || positions.Select(p => p.SaidBy).Distinct(StringComparer.Ordinal).Count() > 1;
        if (!severalAccounts || positions.Select(p => p.Reading).Distinct(StringComparer.OrdinalIgnoreCase).Count() < 2)
            return null;
        return figure.Status switch
        {
            FigureStatus.Disputed when figure.Readings.Any(r => r.Rule == "Q5") => Make(
                DisagreementKind.InterestedParty, $"The accounts give {texts} for {what}; at least one comes from a party that counts the other side's losses."),
            FigureStatus.Disputed when figure.Measure == Measure.Participants => Make(
                DisagreementKind.Conflict, $"Estimates of {what} range from {texts}{Ratio(figure)}; nobody names a method, so none is taken as best."),
            FigureStatus.Disputed => Make(DisagreementKind.Conflict, $"The accounts give {texts} for {what}; these cannot all be right."),
            FigureStatus.Series => Make(DisagreementKind.Time, $"The number for {what} changed as later reports came in: {texts}."),
            // Two vague words side by side say nothing about each other.
            FigureStatus.Compatible when LessExact(figure) => Make(DisagreementKind.Vague, $"{Capital(texts)} for {what} can all be true; some accounts are less exact."),
            _ => null,
        };

        Disagreement Make(DisagreementKind kind, string explanation) =>
            DisagreementFinder.Make(DisagreementAbout.Figure, kind, figure.Id, positions, explanation);
    }

    /// <summary>
    /// Whether a reading is less exact than an exact one and says more than "at least so many": "seven" and "at least seven" are one answer, and "at least
    /// four" beside 30 tells of other people or of an early hour.
    /// </summary>
    private static bool LessExact(Figure figure) => figure.Readings.Where(r => r is { Vague: false, Comparator: Annotate.Comparator.Exactly })
        .Any(exact => figure.Readings.Any(r => (r.Vague || r.Comparator != Annotate.Comparator.Exactly) && Stated(r) != Stated(exact) && (r.Vague || Stated(r) * MostHedge >= Stated(exact) && Stated(exact) * MostHedge >= Stated(r))));

    private static decimal Stated(Reading reading) => reading.Low > 0 ? reading.Low : reading.High ?? 0;

    private IEnumerable<Disagreement> OfEvent(Figure[] figures)
    {
        foreach (IGrouping<Measure, Figure> measure in figures.Where(f => !f.IsBackground).GroupBy(f => f.Measure))
        {
            Figure[] same = [.. measure];
            if (Scope(same) is Disagreement scope)
                yield return scope;
            if (Arithmetic(same) is Disagreement arithmetic)
                yield return arithmetic;
        }
        if (MeasureMixed(figures) is Disagreement mixed)
            yield return mixed;
    }

    /// <summary>A number over both sides beside one of a side: they look like rivals and are not.</summary>
    private static Disagreement? Scope(Figure[] figures)
    {
        Figure[] whole = [.. figures.Where(f => f.Scope.Contains(BothSides, StringComparer.Ordinal))];
        Figure[] parts = [.. figures.Where(f => f.Scope.Count == 0)];
        if (whole.Length == 0 || parts.Length == 0)
            return null;
        Figure[] all = [.. whole, .. parts];
        return DisagreementFinder.Make(
            DisagreementAbout.Figure, DisagreementKind.Scope, whole[0].Id,
            DisagreementFinder.Positions(all.SelectMany(f => f.Readings.Select(r => (r.Text + (f.Of.Length > 0 ? " " + f.Of : ""), r.Report, r.SaidBy, r.Evidence)))),
            $"{Capital(List(whole.SelectMany(f => f.Readings).Select(r => r.Text)))} counts both sides; {List(parts.Select(f => f.Readings[0].Text + " " + f.Of))} count one side each.");
    }

    /// <summary>Q8: parts that one report states must not exceed the whole that it states.</summary>
    private Disagreement? Arithmetic(Figure[] figures)
    {
        foreach (Figure total in figures.Where(f => string.Equals(_classes.OfPhrase(f.Of), ClusterClasses.People, StringComparison.Ordinal) || f.Scope.Contains("total", StringComparer.Ordinal)))
        {
            foreach (Reading whole in total.Readings.Where(r => r.High is not null && r.Use == ReadingUse.Used))
            {
                (Figure Figure, Reading Reading)[] parts =
                [
                    .. figures.Where(f => f != total && f.Scope.Count == 0 && _classes.OfPhrase(f.Of) is string c && c != ClusterClasses.People)
                        .Select(f => (f, f.Readings.FirstOrDefault(r => string.Equals(r.Report, whole.Report, StringComparison.Ordinal))))
                        .Where(p => p.Item2 is not null).Select(p => (p.f, p.Item2!))
                        .GroupBy(p => _classes.OfPhrase(p.f.Of)!, StringComparer.Ordinal).Where(g => g.Count() == 1).Select(g => g.First()),
                ];
                if (parts.Length < 2 || parts.Sum(p => p.Reading.Low) <= whole.High!.Value)
                    continue;
                string sum = parts.Sum(p => p.Reading.Low).ToString(CultureInfo.InvariantCulture);
                return DisagreementFinder.Make(
                    DisagreementAbout.Figure, DisagreementKind.Arithmetic, total.Id,
                    DisagreementFinder.Positions(parts.Select(p => (p.Reading.Text + " " + p.Figure.Of, p.Reading.Report, p.Reading.SaidBy, p.Reading.Evidence))
                        .Prepend((whole.Text + " " + total.Of, whole.Report, whole.SaidBy, whole.Evidence))),
                    $"The parts add up to {sum}, more than the stated whole of {whole.Text}.");
            }
        }
        return null;
    }

    /// <summary>One number of the same people, here as killed and there as injured or casualties, in different reports.</summary>
    private Disagreement? MeasureMixed(Figure[] figures)
    {
        Figure[] harm = [.. figures.Where(f => f.Measure is Measure.Killed or Measure.Injured or Measure.Casualties && f.Best is >= 3 && f.Scope.Count == 0 && !f.IsBackground)];
        foreach (Figure a in harm)
        {
            foreach (Figure b in harm.Where(b => b.Measure > a.Measure && b.Best == a.Best))
            {
                string[] reportsOfA = [.. a.Readings.Select(r => r.Report)];
                bool apart = !b.Readings.Any(r => reportsOfA.Contains(r.Report, StringComparer.Ordinal));
                bool others = harm.Any(o => o != a && o != b && (o.Measure == a.Measure || o.Measure == b.Measure));
                if (!apart || others || !string.Equals(_classes.OfPhrase(a.Of), _classes.OfPhrase(b.Of), StringComparison.Ordinal))
                    continue;
                return DisagreementFinder.Make(
                    DisagreementAbout.Figure, DisagreementKind.Measure, a.Id,
                    DisagreementFinder.Positions(new[] { a, b }.SelectMany(f => f.Readings.Select(r => (r.Text + " " + ContractNames.Of(f.Measure), r.Report, r.SaidBy, r.Evidence)))),
                    $"The same number stands once for {ContractNames.Of(a.Measure)} and once for {ContractNames.Of(b.Measure)}.");
            }
        }
        return null;
    }

    private static string Ratio(Figure figure)
    {
        decimal[] stated = [.. figure.Readings.Select(r => r.Low).Where(l => l > 0)];
        if (stated.Length < 2)
            return "";
        decimal ratio = Math.Round(stated.Max() / stated.Min(), 1, MidpointRounding.AwayFromZero);
        return ", " + ratio.ToString("0.#", CultureInfo.InvariantCulture) + " to 1";
    }

    private static string What(Figure figure)
    {
        string measure = ContractNames.Of(figure.Measure);
        string of = figure.Scope.Contains("additional", StringComparer.Ordinal) && !figure.Of.Contains("additional", StringComparison.OrdinalIgnoreCase) ? "additional " + figure.Of : figure.Of;
        return of.Length == 0 ? measure : of.Contains(measure, StringComparison.OrdinalIgnoreCase) ? of : $"{of} ({measure})";
    }

    /// <summary>The distinct texts in order: "52" and "more than 50".</summary>
    private static string List(IEnumerable<string> texts)
    {
        string[] distinct = [.. texts.Select(t => "“" + t + "”").Distinct(StringComparer.OrdinalIgnoreCase)];
        return distinct.Length < 2 ? string.Concat(distinct) : string.Join(", ", distinct[..^1]) + " and " + distinct[^1];
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
