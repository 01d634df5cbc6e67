using System.Globalization;
using Parallax.Annotate;
using Parallax.Assess;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>Checks the situation of the seed reports against <c>seeds-facts.tsv</c>, the list of a careful analyst.</summary>
internal sealed class SeedFacts
{
    private readonly Situation _situation;
    private readonly Dictionary<string, string> _pathOf;
    private readonly Dictionary<string, Actor> _actors;
    private readonly Dictionary<string, Place> _places;
    private readonly Dictionary<string, Evidence> _evidence;

    public SeedFacts(Situation situation)
    {
        _situation = situation;
        _pathOf = situation.Reports.ToDictionary(r => r.Id, r => r.Path, StringComparer.Ordinal);
        _actors = situation.Actors.ToDictionary(a => a.Id, StringComparer.Ordinal);
        _places = situation.Places.ToDictionary(p => p.Id, StringComparer.Ordinal);
        _evidence = situation.Evidence.ToDictionary(e => e.Id, StringComparer.Ordinal);
    }

    /// <summary>Runs the check on the folder of seeds and gives the share found and the facts missed.</summary>
    public static (int Found, int All, IReadOnlyList<string> Missed) Check(string seedsFolder, LexiconTable facts, Predictions? predictions = null)
    {
        Analysis analysis = new(LanguageData.English, AnalysisOptions.Default);
        SeedFacts check = new(analysis.Run([seedsFolder]).Situation);
        bool[] holds = [.. facts.Rows.Select(check.Holds)];
        for (int row = 0; row < holds.Length; row++)
            predictions?.Record(PredictedAnswers.Id(row + 1), "", answer => answer.Flag("holds", holds[row]));
        string[] missed = [.. facts.Rows.Where((_, row) => !holds[row]).Select(row => string.Join(' ', row))];
        return (facts.Rows.Count - missed.Length, facts.Rows.Count, missed);
    }

    private bool Holds(string[] fact) => fact[0] switch
    {
        "published" => Report(fact[1]) is { } report && Any(fact[2], report.Published.Edtf ?? ""),
        "outlet" => Report(fact[1])?.Outlet == fact[2],
        "title" => Has(Report(fact[1])?.Title ?? "", fact[2]),
        "credit" => Report(fact[1])?.Credits.Any(c => c.Agency == fact[2]) == true,
        "event" => _situation.Events.Any(e => e.Status is not (ClaimStatus.Background or ClaimStatus.Planned) && EventIs(e, fact)),
        "planned" => _situation.Events.Any(e => e.Status == ClaimStatus.Planned && EventIs(e, [.. fact, ""]) && In(e.Reports, fact[3])),
        "background" => _situation.Events.Any(e => e.Status == ClaimStatus.Background && Any(fact[1], e.When?.Edtf ?? "", prefix: true) && In(e.Reports, fact[4])),
        "figure" => _situation.Figures.Any(f => FigureIs(f, fact)),
        "saidby" => _situation.Figures.Where(f => ContractNames.Of(f.Measure) == fact[1]).SelectMany(f => f.Readings)
            .Any(r => r.Low == Number(fact[2]) && Has((r.SaidByText ?? "") + " " + Name(r.SaidBy), fact[3])),
        "statement" => _situation.Statements.Any(s => StatementIs(s, fact)),
        "role" => _situation.Actors.Any(a => Named(a, fact[1]) && a.Roles.Any(r =>
            fact[2].Split('|').Any(t => Has(r.Title, t)) && fact[3].Split('|').Any(o => Has(r.Of ?? "", o)))),
        "same" => Holder(fact[1]) is { Count: 1 } one && Holder(fact[2]) is { Count: 1 } other && one[0] == other[0],
        "apart" => Holder(fact[1]) is { Count: > 0 } one && Holder(fact[2]) is { Count: > 0 } other && !one.Intersect(other).Any(),
        "place" => fact[1].Split('|').Any(name => _situation.Places.Any(p => Has(p.Name, name) || p.Aliases.Any(a => Has(a.Text, name)))),
        "differ" => _situation.Disagreements.Any(d => fact[1].Split('|').Any(n => Speaks(d, n)) && Speaks(d, fact[2])),
        "nodispute" => !_situation.Figures.Any(f => f.Status == FigureStatus.Disputed && f.Readings.Any(r => r.Low == Number(fact[1])) && fact[2].Split('|').Any(n => f.Readings.Any(r => r.Low == Number(n)))),
        "absent" => _situation.Reports.All(r => !r.Text.Contains(fact[1], StringComparison.OrdinalIgnoreCase)),
        _ => throw new InvalidOperationException("Unknown kind of fact: " + fact[0]),
    };

    private bool EventIs(Event happening, string[] fact)
    {
        bool isPlanned = fact[0] == "planned";
        return Any(fact[1], happening.When?.Edtf ?? "")
            && Any(fact[2], happening.Type.ToString().ToUpperInvariant())
            && (isPlanned || (In(happening.Reports, fact[4]) && (fact[3].Length == 0 || fact[3].EndsWith('|') || Has(PlaceText(happening), fact[3]))));
    }

    private string PlaceText(Event happening) => happening.Where is { } where ? _places[where].Name + " " + string.Join(' ', _places[where].Aliases.Select(a => a.Text)) : "";

    private bool FigureIs(Figure figure, string[] fact) =>
        ContractNames.Of(figure.Measure) == fact[1]
        && fact[2].Split('|').Any(n => figure.Readings.Any(r => r.Low == Number(n)))
        && (fact[3].Length == 0 || fact[3].Split('|').Any(word => Has(figure.Of + " " + string.Join(' ', figure.Readings.Select(r => _evidence[r.Evidence].Exact)), word)))
        && In([.. figure.Readings.Select(r => r.Report)], fact[4]);

    private bool StatementIs(Statement statement, string[] fact) =>
        (statement.Speaker is { } id && (Named(_actors[id], fact[1]) || Has(_actors[id].Name, fact[1])))
        && fact[2].Split('+').All(word => statement.Renderings.Any(r => Has(r.Text, word)))
        && In([.. statement.Renderings.Select(r => r.Report)], fact[3]);

    private bool Speaks(Disagreement disagreement, string number) =>
        _situation.Figures.Where(f => f.Id == disagreement.Subject).Any(f => f.Readings.Any(r => r.Low == Number(number) || r.High == Number(number)))
        || disagreement.Positions.Any(p => p.Reading.Replace(",", "", StringComparison.Ordinal).Contains(number, StringComparison.Ordinal));

    private List<string> Holder(string name)
    {
        string folded = name;
        List<string> ids = [.. _situation.Actors.Where(a => a.Kind != ActorKind.Group && (a.Name == folded || a.Aliases.Any(x => x.Text == folded))).Select(a => a.Id)];
        ids.AddRange(_situation.Places.Where(p => p.Name == name || p.Aliases.Any(x => x.Text == name)).Select(p => p.Id));
        return ids;
    }

    private ReportEntry? Report(string prefix) => _situation.Reports.FirstOrDefault(r => r.Path.StartsWith(prefix, StringComparison.Ordinal));

    private bool In(IReadOnlyList<string> reports, string wanted) => wanted.Length == 0
        || (wanted.Contains('+', StringComparison.Ordinal) ? wanted.Split('+').All(w => In(reports, w)) : wanted.Split('|').Any(w => reports.Any(r => _pathOf[r].StartsWith(w, StringComparison.Ordinal))));

    private static bool Any(string alternatives, string value, bool prefix = false) =>
        alternatives.Split('|').Any(a => prefix ? value.StartsWith(a, StringComparison.Ordinal) || value.Contains('/' + a, StringComparison.Ordinal) : value == a);

    private static bool Named(Actor actor, string name) => Folding.Fold(actor.Name) == Folding.Fold(name) || actor.Aliases.Any(a => Folding.Fold(a.Text) == Folding.Fold(name));

    private string Name(string? actor) => actor is null ? "" : _actors[actor].Name;

    private static bool Has(string text, string word) => Folding.Fold(text).Contains(Folding.Fold(word), StringComparison.Ordinal);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
