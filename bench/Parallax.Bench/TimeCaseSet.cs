using System.Text.Json;
using NodaTime;
using Parallax.Annotate;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>
/// Times of single sentences against the cases of Recognizers-Text's date and time model for English. Those cases take prepositions and whole
/// ranges into a time, so only words in common are asked for. Values are compared for days, weeks, months, years, lengths and sets; left out are
/// ranges that the cases write as a pair of ends, times of the clock (the cases have no day for them), zones, and lists of alternatives.
/// </summary>
internal sealed class TimeCaseSet : IGoldSet
{
    public string Name => "times.recognizers";

    public IReadOnlyList<string> Files(GoldFolder folder) => [folder.PathTo("times", "recognizers-specs", "Specs", "DateTime", "English", "DateTimeModel.json")];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        Tally relaxed = default;
        int right = 0, compared = 0, number = 0;
        List<string> spans = [], values = [];
        using JsonDocument cases = JsonDocument.Parse(File.ReadAllText(Files(folder)[0]));
        foreach (JsonElement item in cases.RootElement.EnumerateArray())
        {
            string text = item.GetProperty("Input").GetString()!;
            JsonElement[] gold = [.. GoldFolder.List(item, "Results").Where(r => Kind(r) is { } kind && kind is not ("timezone" or "datetimealt"))];
            LocalDate? day = item.TryGetProperty("Context", out JsonElement context) && context.TryGetProperty("ReferenceDateTime", out JsonElement reference) ? Stages.Day(reference.GetString()!) : null;
            AnnotatedReport report = stages.Annotate(text, day);
            TextSpan[] wanted = [.. gold.Select(SpanOf)];
            TextSpan[] found = [.. report.Times.Select(t => t.Span)];
            int[] pairs = Alignment.Pair(wanted, found);
            relaxed += new Tally(pairs.Count(p => p >= 0), found.Length, wanted.Length);
            if (Array.IndexOf(pairs, -1) >= 0 || found.Length != wanted.Length)
                spans.Add($"{text}: {string.Join(" | ", wanted.Select(s => s.Of(text)))}; found {string.Join(" | ", found.Select(s => s.Of(text)))}");
            IReadOnlyList<TimexMark> marks = TimeResolver.Marks(report, day);
            stages.Predictions?.Times(PredictedAnswers.Id(++number), text, marks);
            for (int i = 0; i < gold.Length; i++)
            {
                HashSet<string> meant = Values(gold[i]);
                if (meant.Count == 0)
                    continue;
                compared++;
                string?[] read = [.. marks.Where(m => m.Span.Overlaps(wanted[i])).Select(m => m.Value)];
                if (read.Any(v => v is not null && meant.Contains(v)))
                    right++;
                else
                    values.Add($"{text}: {wanted[i].Of(text)} = {string.Join(" or ", meant)}; read as {string.Join(" | ", read)}");
            }
        }
        yield return new Score(Name + ".relaxed", relaxed.F1, relaxed.ToString(), spans);
        yield return new Score(Name + ".values", compared == 0 ? 0 : (double)right / compared, $"{right} of {compared} values", values);
    }

    private static string? Kind(JsonElement result) =>
        result.TryGetProperty("TypeName", out JsonElement type) ? type.GetString()!.Replace("datetimeV2.", "", StringComparison.Ordinal) : null;

    private static TextSpan SpanOf(JsonElement result) => TextSpan.FromBounds(result.GetProperty("Start").GetInt32(), result.GetProperty("End").GetInt32() + 1);

    // Every value that the case allows; empty where it is not one of those compared.
    private static HashSet<string> Values(JsonElement result)
    {
        HashSet<string> values = new(StringComparer.Ordinal);
        if (Kind(result) is not ("date" or "daterange" or "duration" or "set") || !result.TryGetProperty("Resolution", out JsonElement resolution) || !resolution.TryGetProperty("values", out JsonElement list))
            return values;
        foreach (JsonElement value in list.EnumerateArray())
        {
            string? timex = value.TryGetProperty("timex", out JsonElement written) ? written.GetString() : null;
            if (timex is null || timex.StartsWith('(') || value.TryGetProperty("Mod", out _))
                return [];
            values.Add(timex);
            if (value.TryGetProperty("value", out JsonElement resolved) && resolved.ValueKind == JsonValueKind.String && Kind(result) == "date")
                values.Add(resolved.GetString()!);
            if (value.TryGetProperty("start", out JsonElement start) && timex.Length > 7 && timex.StartsWith("XXXX-", StringComparison.Ordinal))
                values.Add(start.GetString()!);
            if (timex.StartsWith("XXXX-", StringComparison.Ordinal) && timex.Length == 7 && start.ValueKind == JsonValueKind.String)
                values.Add(start.GetString()![..7]);
        }
        return values;
    }
}
