using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>The rows on numbers, place, day, what became of it, who is blamed and who denies.</summary>
internal sealed class FramingDetails
{
    // "Guanacaste" names the Provincia de Guanacaste.
    private const int LongWord = 5;
    private const int MostFigures = 4;

    // A number of this measure can only be told with one of these; an outlet that prints none of them leaves it out.
    private static readonly Dictionary<Measure, string[]> s_words = new()
    {
        [Measure.Killed] = ["kill", "dead", "death", "died", "dies", "die ", "dying", "slain", "fatal", "body", "bodies", "victim", "lives", "perish", "toll", "casualt"],
        [Measure.Injured] = ["injur", "wound", "hurt", "casualt", "hospital", "toll"],
        [Measure.Detained] = ["arrest", "detain", "custody", "held", "round", "captur", "jail"],
        [Measure.Missing] = ["missing", "unaccounted", "disappear"],
        [Measure.Displaced] = ["displac", "evacuat", "flee", "fled", "homeless", "refuge", "shelter"],
    };

    private static readonly string[] s_denials = ["deny", "deni", "refut", "reject", "dismiss", "false", "untrue", "not true", "no truth"];

    // Whoever prints one of these may well date it, though not in the sentence that tells it.
    private static readonly string[] s_dayWords =
    [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tonight", "overnight", "morning", "evening", "afternoon", "night",
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", " ago", "earlier this", "last week",
    ];

    private readonly Dictionary<string, Figure> _figures;
    private readonly Dictionary<string, Place> _places;
    private readonly Dictionary<string, Actor> _actors;
    private readonly ILookup<string, Event> _blames;
    private readonly Dictionary<string, string> _reportOf;

    public FramingDetails(FusedReports fused)
    {
        _figures = fused.Figures.DistinctBy(f => f.Id, StringComparer.Ordinal).ToDictionary(f => f.Id, StringComparer.Ordinal);
        _places = fused.Places.DistinctBy(p => p.Id, StringComparer.Ordinal).ToDictionary(p => p.Id, StringComparer.Ordinal);
        _actors = fused.Actors.DistinctBy(a => a.Id, StringComparer.Ordinal).ToDictionary(a => a.Id, StringComparer.Ordinal);
        _reportOf = fused.Evidence.DistinctBy(e => e.Id, StringComparer.Ordinal).ToDictionary(e => e.Id, e => e.Report, StringComparer.Ordinal);
        _blames = fused.Events.Where(e => e.Type == EventType.Accuse && e.Initiators.Count > 0 && e.Targets.Count > 0)
            .SelectMany(e => e.Evidence.Distinct(StringComparer.Ordinal).Select(x => (Evidence: x, Event: e))).ToLookup(x => x.Evidence, x => x.Event, StringComparer.Ordinal);
    }

    public IEnumerable<FramingRow> Rows(Event one, FramingColumn[] columns)
    {
        foreach (Figure figure in one.Figures.Where(_figures.ContainsKey).Select(id => _figures[id])
            .OrderByDescending(f => f.Readings.Select(r => r.Report).Distinct(StringComparer.Ordinal).Count()).ThenBy(f => f.Measure).ThenBy(f => f.Id, StringComparer.Ordinal).Take(MostFigures))
            yield return new FramingRow(Counted(figure), FramingAbout.Figure, figure.Id, [.. columns.Select(c => Number(figure, c)).OfType<FramingCell>()]);
        if (one.Where is not null && _places.TryGetValue(one.Where, out Place? place))
            yield return new FramingRow(place.Name, FramingAbout.Place, place.Id, [.. columns.Select(c => Where(place, c)).OfType<FramingCell>()]);
        if (one.When is { } when)
            yield return new FramingRow(when.Edtf, FramingAbout.Day, null, [.. columns.Select(c => Day(when.Edtf, c)).OfType<FramingCell>()]);
        if (Outcome(one, columns) is { } outcome)
            yield return outcome;
        foreach (FramingRow row in Blame(one, columns))
            yield return row;
        if (Denial(one, columns) is { } denial)
            yield return denial;
    }

    private static string Counted(Figure figure)
    {
        string measure = ContractNames.Of(figure.Measure);
        return figure.Of.Length == 0 || figure.Of == measure ? measure : measure + ", " + figure.Of;
    }

    private static FramingCell? Number(Figure figure, FramingColumn column)
    {
        Reading[] readings = [.. figure.Readings.Where(r => column.Reports.Any(own => own.Id == r.Report))];
        if (readings.Length > 0)
        {
            Reading best = readings.FirstOrDefault(r => r.Use == ReadingUse.Used) ?? readings[0];
            bool passed = best.SaidBy is not null || best.SaidByText is not null;
            return column.Cell(passed ? FramingUse.Attributed : FramingUse.Stated, best.Text, best.SaidBy, readings.Where(r => r.Text == best.Text).Select(r => (r.Report, r.Evidence)));
        }
        return s_words.TryGetValue(figure.Measure, out string[]? words) && !words.Any(column.Prints) ? column.Omitted() : null;
    }

    private FramingCell? Where(Place place, FramingColumn column)
    {
        Account[] placing = [.. column.Accounts.Where(a => a.Facts!.Place is not null)];
        Account[] here = [.. placing.Where(a => a.Facts!.Place == place.Id)];
        if (here.Length > 0)
        {
            string words = here[0].Facts!.PlaceWords ?? place.Name;
            return column.Cell(IsSameName(words, place.Name) ? FramingUse.Stated : FramingUse.Relabelled, words, null, here);
        }
        // Another place of the same event; a country says no more than that it leaves the place out.
        Account[] elsewhere = [.. placing.Where(a => _places.TryGetValue(a.Facts!.Place!, out Place? other) && other.Precision is not (PlacePrecision.Country or PlacePrecision.Region))];
        if (elsewhere.Length > 0)
            return column.Cell(FramingUse.Stated, elsewhere[0].Facts!.PlaceWords ?? _places[elsewhere[0].Facts!.Place!].Name, null, elsewhere);
        return place.Aliases.Any(a => column.Has(a.Reports) || column.Prints(a.Text)) || column.Prints(place.Name)
            || place.Name.Split(' ').Any(word => word.Length >= LongWord && char.IsUpper(word[0]) && column.Prints(word)) ? null : column.Omitted();
    }

    private static bool IsSameName(string first, string second)
    {
        string a = Folding.Fold(first), b = Folding.Fold(second);
        return a == b || a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);
    }

    private static FramingCell? Day(string edtf, FramingColumn column)
    {
        Account[] dated = [.. column.Accounts.Where(a => a.Facts!.When is not null)];
        if (dated.Length > 0)
        {
            // A day without words for it was worked out from other sentences: the outlet neither states it here nor leaves it out.
            return (dated.FirstOrDefault(a => a.Facts!.When == edtf && a.Facts.WhenWords is not null) ?? dated.FirstOrDefault(a => a.Facts!.WhenWords is not null)) is { } best
                ? column.Cell(FramingUse.Stated, best.Facts!.WhenWords, null, dated.Where(a => a.Facts!.When == best.Facts.When)) : null;
        }
        return column.Accounts.Any(a => a.Facts!.NamesTime) || s_dayWords.Any(column.Prints) ? null : column.Omitted();
    }

    private FramingRow? Outcome(Event one, FramingColumn[] columns)
    {
        if (one.Outcome is not { Evidence.Count: > 0 } outcome)
            return null;
        FramingCell[] cells =
        [
            .. from column in columns
               let told = outcome.Evidence.Where(id => _reportOf.TryGetValue(id, out string? report) && column.Reports.Any(r => r.Id == report)).ToArray()
               where told.Length > 0
               select column.Cell(FramingUse.Stated, outcome.Became, null, told.Select(id => (_reportOf[id], id))),
        ];
        return new FramingRow(outcome.Became, FramingAbout.Outcome, outcome.Event, cells);
    }

    /// <summary>Blame that stands in the very sentences that tell the event.</summary>
    private IEnumerable<FramingRow> Blame(Event one, FramingColumn[] columns)
    {
        if (one.Type == EventType.Accuse)
            yield break;
        List<(FramingColumn Column, Account Account, string By, string Blamed)> blames = [];
        foreach (FramingColumn column in columns)
        {
            foreach (Account account in column.Accounts)
            {
                foreach (Event blame in _blames[account.Evidence])
                    blames.AddRange(blame.Targets.Select(t => (column, account, blame.Initiators[0], t)));
            }
        }
        foreach (var blamed in blames.GroupBy(b => b.Blamed, StringComparer.Ordinal).Where(g => _actors.ContainsKey(g.Key)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            yield return new FramingRow(_actors[blamed.Key].Name, FramingAbout.Responsibility, blamed.Key,
            [
                .. columns.Select(c => (Column: c, Told: blamed.Where(b => ReferenceEquals(b.Column, c)).ToArray())).Where(c => c.Told.Length > 0)
                    .Select(c => c.Column.Cell(FramingUse.Attributed, null, c.Told[0].By, c.Told.Select(t => t.Account))),
            ]);
        }
    }

    private FramingRow? Denial(Event one, FramingColumn[] columns)
    {
        Account[] denials = [.. one.Accounts.Where(a => a.Status == ClaimStatus.Denied && FramingBuilder.IsAttributed(a))];
        if (denials.Length == 0)
            return null;
        string? by = denials.Select(d => d.SaidBy).OfType<string>().GroupBy(d => d, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        string fact = by is not null && _actors.TryGetValue(by, out Actor? actor) ? actor.Name : denials.Select(d => d.SaidByText).OfType<string>().FirstOrDefault() ?? "";
        List<FramingCell> cells = [];
        foreach (FramingColumn column in columns)
        {
            Account[] own = [.. column.Accounts.Where(a => a.Status == ClaimStatus.Denied)];
            if (own.Length > 0)
                cells.Add(FramingBuilder.Passed(column, FramingUse.Denied, own));
            else if (!s_denials.Any(column.Prints))
                cells.Add(column.Omitted());
        }
        return new FramingRow(fact, FramingAbout.Denial, by, cells);
    }
}
