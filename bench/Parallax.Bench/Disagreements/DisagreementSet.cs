using System.Globalization;
using Parallax.Assess;
using Parallax.Data;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>
/// The pairs of reports of <c>specs/disagreements</c>, each through the whole line: what is found to differ against what an analyst notes. Cases
/// with an even number may be studied; those with an odd one are only scored, and their misses never shown, so that the two together tell how
/// much was learnt by heart. The pairs of breadth are all studied and measured apart.
/// </summary>
internal sealed class DisagreementSet : IGoldSet
{
    public string Name => "disagreements";

    public IReadOnlyList<string> Files(GoldFolder folder) => DisagreementCase.Files();

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        Answered[] answered = [.. DisagreementCase.Files().SelectMany(file => DisagreementCase.Parse(Path.GetFileName(file), File.ReadAllText(file))).Select(c => Answer(c, stages))];
        Answered[] all = [.. answered.Where(a => !a.Case.IsFurther)];
        yield return Macro("disagreements.macro", all, DisagreementCase.Kinds, true);
        yield return Macro("disagreements.macro-studied", [.. all.Where(a => IsStudied(a.Case))], DisagreementCase.Kinds, false);
        yield return Macro("disagreements.macro-scored", [.. all.Where(a => !IsStudied(a.Case))], DisagreementCase.Kinds, false);
        yield return Macro("disagreements.macro-none", all, [.. DisagreementCase.Kinds, DisagreementCase.Nothing], false);
        yield return Macro("disagreements.breadth", [.. answered.Where(a => a.Case.Id[0] == 'e')], [.. DisagreementCase.Kinds, DisagreementCase.Nothing], true);
        foreach (IGrouping<char, Answered> series in answered.Where(a => a.Case.IsFurther && a.Case.Id[0] != 'e').GroupBy(a => a.Case.Id[0]).OrderBy(g => g.Key))
            yield return Macro("disagreements.breadth-" + series.Key, [.. series], [.. DisagreementCase.Kinds, DisagreementCase.Nothing], true);
        Answered[] apart = [.. all.Where(a => a.Case.Kind is "scope" or "time")];
        int cried = apart.Count(a => a.Found.Any(d => d.Kind == DisagreementKind.Conflict));
        yield return new Score("disagreements.no-false-conflict", 1 - (double)cried / apart.Length, $"{cried} of {apart.Length} pairs of other scope or time called a conflict",
            [.. apart.Where(a => IsStudied(a.Case) && a.Found.Any(d => d.Kind == DisagreementKind.Conflict)).Select(a => a.Case.Id)]);
    }

    /// <summary>Whether <paramref name="found"/> is what the analyst notes: the same thing, the same kind, and the same numbers.</summary>
    public static bool Holds(DisagreementCase gold, Disagreement found, Situation situation)
    {
        if (gold.About is null || WordOf(found.About) != gold.About || WordOf(found.Kind) != gold.Kind)
            return false;
        HashSet<string> evidence = [.. found.Positions.SelectMany(p => p.Evidence)];
        HashSet<decimal> shown = [.. found.Positions.SelectMany(p => NumbersOf(p.Reading))];
        foreach (Reading reading in situation.Figures.SelectMany(f => f.Readings).Where(r => evidence.Contains(r.Evidence) && found.Positions.Any(p => p.Reading.Contains(r.Text, StringComparison.Ordinal))))
            shown.UnionWith(new[] { reading.Low, reading.High }.OfType<decimal>());
        return gold.Values.All(shown.Contains);
    }

    /// <summary>The situation of the two reports of <paramref name="gold"/>.</summary>
    public static Situation Situation(DisagreementCase gold, Stages stages) =>
        s_assessor.Unite([.. s_fuser.Neighbourhoods([stages.Extract(gold.A), stages.Extract(gold.B)]).Select(together => s_assessor.Assess(s_fuser.Fuse(together)))], []);

    private static readonly Fuser s_fuser = new(LanguageData.English);
    private static readonly Assessor s_assessor = new(LanguageData.English);

    private sealed record Answered(DisagreementCase Case, IReadOnlyList<Disagreement> Found, bool Right, string Shown);

    private static bool IsStudied(DisagreementCase one) => one.IsFurther || one.Number % 2 == 0;

    private static string WordOf(Enum name) => name is DisagreementKind.InterestedParty ? "interested-party" : name.ToString().ToLowerInvariant();

    // What a position shows in words is read as any number of a report is.
    private static IEnumerable<decimal> NumbersOf(string reading) =>
        s_numbers.Annotate(reading).Quantities.SelectMany(q => new[] { q.Low, q.High }).OfType<decimal>();

    private static readonly Stages s_numbers = new();

    private static Answered Answer(DisagreementCase gold, Stages stages)
    {
        Situation situation = Situation(gold, stages);
        IReadOnlyList<Disagreement> found = situation.Disagreements;
        bool right = gold.About is null ? found.Count == 0 : found.Any(d => Holds(gold, d, situation));
        stages.Predictions?.Record(gold.Id, "", record => record.Items("disagreements", found, d => record
            .Word("about", WordOf(d.About)).Word("kind", WordOf(d.Kind)).Words("positions", d.Positions.Select(p => p.Reading)).Word("explanation", d.Explanation)));
        string figures = string.Join("; ", situation.Figures.SelectMany(f => f.Readings.Select(r => $"{ContractNames.Of(f.Measure)} {r.Text} [{f.Of}]")));
        string shown = $"{gold.Id} {gold.About} {gold.Kind} {string.Join(" | ", gold.Values)}\n      A: {gold.A.Text}\n      B: {gold.B.Text}\n"
            + string.Concat(found.Select(d => $"      found {WordOf(d.About)} {WordOf(d.Kind)}: {string.Join(" | ", d.Positions.Select(p => p.Reading))}. {d.Explanation}\n")) + "      figures " + figures;
        return new Answered(gold, found, right, shown);
    }

    private static Score Macro(string name, Answered[] cases, IReadOnlyList<string> kinds, bool showMisses)
    {
        List<string> details = [];
        double sum = 0;
        foreach (string kind in kinds)
        {
            int gold = cases.Count(a => a.Case.Kind == kind);
            int right = cases.Count(a => a.Case.Kind == kind && a.Right);
            int found = kind == DisagreementCase.Nothing ? cases.Count(a => a.Found.Count == 0) : cases.Sum(a => a.Found.Count(d => WordOf(d.Kind) == kind));
            double f1 = gold + found == 0 ? 0 : 2.0 * right / (gold + found);
            sum += f1;
            details.Add(string.Create(CultureInfo.InvariantCulture, $"{kind} P {(found == 0 ? 0 : (double)right / found):0.00} R {(gold == 0 ? 0 : (double)right / gold):0.00} F {f1:0.00}"));
        }
        return new Score(name, sum / kinds.Count, string.Join(", ", details), showMisses ? [.. cases.Where(a => !a.Right && IsStudied(a.Case)).Select(a => a.Shown)] : []);
    }
}
