using System.Globalization;
using System.Text.Json;
using Parallax.Annotate;
using Parallax.Extract;

namespace Parallax.Bench;

/// <summary>The figure, reporting term and unit that analysts took from excerpts on displacement.</summary>
internal sealed class IdmcSet : IGoldSet
{
    public string Name => "figures.idmc";

    public IReadOnlyList<string> Files(GoldFolder folder) => [folder.PathTo("figures", "idmc", folder.Split + ".jsonl")];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        int all = 0, figures = 0, terms = 0, units = 0, whole = 0;
        List<string> wrong = [];
        foreach (JsonElement record in GoldFolder.Records(Files(folder)[0]))
        {
            // The excerpts keep the line ends of the pages they were cut from.
            ReportClaims claims = stages.Extract(GoldFolder.Text(record, "Excerpt").ReplaceLineEndings(" "));
            (decimal Count, string Term, string Unit)? found = Answer(claims);
            (string figure, string term, string unit) = (GoldFolder.Text(record, "Displacement figure"), GoldFolder.Text(record, "Reporting term"), GoldFolder.Text(record, "Reporting unit"));
            bool right = found is { } number && number.Count.ToString("0.##", CultureInfo.InvariantCulture) == figure;
            bool named = found?.Term == term, counted = found?.Unit == unit;
            all++;
            stages.Predictions?.Displacement(all, found);
            figures += right ? 1 : 0;
            terms += named ? 1 : 0;
            units += counted ? 1 : 0;
            if (right && named && counted)
                whole++;
            else
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{figure} {term} {unit}, found {(found is { } f ? $"{f.Count} {f.Term} {f.Unit}" : "nothing")}"));
        }
        yield return new Score(Name + ".all", (double)whole / Math.Max(1, all), string.Create(CultureInfo.InvariantCulture, $"{whole} of {all} with figure ({figures}), term ({terms}) and unit ({units}) right"), wrong);
    }

    /// <summary>The first number of people driven from their homes, else of houses; numbers of one term in other places add up.</summary>
    private static (decimal Count, string Term, string Unit)? Answer(ReportClaims claims)
    {
        FigureClaim[] all = [.. claims.Claims.OfType<FigureClaim>().Where(f => f.Term is not null && f.Status is not (ClaimStatus.Denied or ClaimStatus.Hypothetical))];
        FigureClaim? first = all.FirstOrDefault(f => f.Measure == Parallax.Extract.Measure.Displaced && IsNumber(claims, f)) ?? all.FirstOrDefault(f => f.Term == "destroyed" && IsNumber(claims, f)) ?? all.FirstOrDefault(f => IsNumber(claims, f)) ?? all.FirstOrDefault();
        if (first is null)
            return null;
        decimal sum = all.Where(f => f.Term == first.Term && f.Unit == first.Unit && (f == first || IsBeside(claims, first, f))).DistinctBy(f => claims.Source.Quantities[f.Quantity].Low).Sum(f => Of(claims, f));
        return (sum, Label(first), first.Unit == "people" ? "People" : "Households");
    }

    private static bool IsNumber(ReportClaims claims, FigureClaim f) => Of(claims, f) > 0;

    private static decimal Of(ReportClaims claims, FigureClaim f) => claims.Source.Quantities[f.Quantity] is { Low: > 0 } q ? q.Low : claims.Source.Quantities[f.Quantity].High ?? 0;

    // "Of whom 6,000 …" is a part; numbers of one kind in one sentence after one another are of other places.
    private static bool IsBeside(ReportClaims claims, FigureClaim first, FigureClaim other)
    {
        QuantityMention a = claims.Source.Quantities[first.Quantity], b = claims.Source.Quantities[other.Quantity];
        return first.Sentence == other.Sentence && !other.Scope.Contains("part", StringComparer.Ordinal) && a.Span.Start < b.Span.Start && !b.Vague && b.Comparator == a.Comparator;
    }

    private static string Label(FigureClaim f) => f.Term switch
    {
        "displaced" or "evicted" => "Displaced",
        "evacuated" => "Evacuated",
        "relocated" => "Relocated",
        "homeless" => "Homeless",
        "sheltered" => "Sheltered",
        "in-camp" => "In Relief Camp",
        "fled" => "Forced to Flee",
        "destroyed" or "destroyed or damaged" => "Destroyed Housing",
        "damaged" => "Partially Destroyed Housing",
        _ => "Uninhabitable Housing",
    };
}
