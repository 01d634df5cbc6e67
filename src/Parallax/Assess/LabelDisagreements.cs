using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>One actor under names that take sides: "gunmen" here, "militants" there, "so-called mayors" in one party's mouth.</summary>
internal static class LabelDisagreements
{
    public static IEnumerable<Disagreement> Find(FusedReports fused)
    {
        foreach (Actor actor in fused.Actors)
        {
            (string Text, string Report, string? By, string Evidence)[] labels = [.. actor.Labels.Select(l => (Bare(l.Text), l.Report, l.By, l.Evidence))];
            bool different = labels.Select(l => Folding.Fold(l.Text)).Distinct(StringComparer.Ordinal).Count() > 1;
            bool severalVoices = labels.Select(l => l.By ?? l.Report).Distinct(StringComparer.Ordinal).Count() > 1;
            if (!different || !severalVoices)
                continue;
            IReadOnlyList<Position> positions = DisagreementFinder.Positions(labels);
            bool party = labels.Any(l => l.By is not null);
            string texts = string.Join(", ", labels.Select(l => "“" + l.Text + "”").Distinct(StringComparer.OrdinalIgnoreCase));
            yield return DisagreementFinder.Make(
                DisagreementAbout.Actor, party ? DisagreementKind.InterestedParty : DisagreementKind.Conflict, actor.Id, positions,
                party
                    ? $"The accounts name {actor.Name} differently ({texts}); at least one name is a party's own word."
                    : $"The accounts name {actor.Name} differently: {texts}.");
        }
    }

    // The marks of a quote are the outlet's; the explanation sets its own.
    private static string Bare(string text) =>
        string.Join(' ', text.Split(['“', '”', '"', '„', '«', '»', ' '], StringSplitOptions.RemoveEmptyEntries));
}
