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
            DisagreementKind.InterestedParty => all + "; one of the speakers is a party to the fight, so its number needs another witness.",
            _ => all + "; these cannot both be right.",
        };
    }

    private static string WhoseOf(Count one) => ReportPairs.Whose(one.Report, one.Speaker);
}
