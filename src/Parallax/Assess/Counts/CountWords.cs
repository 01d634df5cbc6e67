namespace Parallax.Assess;

/// <summary>Explains a disagreement over counts in one plain sentence that names the numbers and whose they are.</summary>
internal static class CountWords
{
    public static string Explain(IReadOnlyList<Count> counts, DisagreementKind kind)
    {
        string all = string.Join(", ", counts.Select((c, i) => $"{WhoseOf(c)} {(i == 0 ? "gives " : "")}“{c.Words}”"));
        return kind switch
        {
            DisagreementKind.Scope => all + "; one counts a smaller whole than the other, so both can be right.",
            DisagreementKind.Time => all + "; the number changed as it became known.",
            DisagreementKind.Measure => all + "; they count different things.",
            DisagreementKind.Vague => all + "; the less exact number fits the other.",
            DisagreementKind.InterestedParty => all + "; one of them is a party that speaks of the other side's losses.",
            _ => all + "; these cannot both be right.",
        };
    }

    /// <summary>Speaker and outlet: "the coroner (Norvik Post)".</summary>
    private static string WhoseOf(Count one)
    {
        string outlet = one.Report.Claims.Source.Report.Outlet ?? "one report";
        return one.Speaker is string speaker ? $"{speaker} ({outlet})" : outlet;
    }
}
