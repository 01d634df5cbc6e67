using System.Text.Json;
using Parallax.Assess;
using Parallax.Text;

namespace Parallax.Present;

/// <summary>
/// What two situations of the same reports do not have in common, each entry named once with its first field that differs. This finds what no check of a
/// file against itself can: a cell of the framing, a label, a date or a score that was changed and still points to words that are there.
/// </summary>
public static class SituationDifference
{
    private static readonly string[] Names = ["id", "event", "date"];

    /// <summary>
    /// The faults of <paramref name="given"/> against <paramref name="made"/>, which was made again from the same reports, in the order of the contract. What
    /// is declined because a file could not be read is not compared: only the files of the reports are at hand.
    /// </summary>
    public static IReadOnlyList<Problem> Find(Situation given, Situation made)
    {
        if (given.Generator != made.Generator)
            return [PresentProblems.OtherGenerator(given.Generator, made.Generator)];
        using JsonDocument one = Parsed(given);
        using JsonDocument other = Parsed(made);
        List<Problem> problems = [];
        foreach (JsonProperty field in one.RootElement.EnumerateObject())
        {
            JsonElement again = other.RootElement.GetProperty(field.Name);
            if (field.Value.ValueKind == JsonValueKind.Array)
                Compare(field.Name, [.. field.Value.EnumerateArray()], [.. again.EnumerateArray()], problems);
            else if (!JsonElement.DeepEquals(field.Value, again))
                problems.Add(PresentProblems.MadeOtherwise(field.Name, FirstDifference(field.Value, again, field.Name)));
        }
        return problems;
    }

    private static void Compare(string list, JsonElement[] given, JsonElement[] made, List<Problem> problems)
    {
        Dictionary<string, JsonElement> again = new(StringComparer.Ordinal);
        foreach (JsonElement entry in made)
            again.TryAdd(NameOf(entry), entry);
        foreach (JsonElement entry in given)
        {
            string name = NameOf(entry);
            string what = $"{list} {PresentProblems.Short(name)}";
            if (!again.Remove(name, out JsonElement same))
                problems.Add(PresentProblems.MadeOtherwise(what, "the reports do not give this entry"));
            else if (!JsonElement.DeepEquals(entry, same))
                problems.Add(PresentProblems.MadeOtherwise(what, FirstDifference(entry, same, "")));
        }
        foreach (string missing in again.Keys.Order(StringComparer.Ordinal))
            problems.Add(PresentProblems.MadeOtherwise($"{list} {PresentProblems.Short(missing)}", "the reports give this entry, and the file lacks it"));
    }

    /// <summary>The first field, in the order of the contract, that is not the same.</summary>
    private static string FirstDifference(JsonElement given, JsonElement made, string path)
    {
        if (given.ValueKind == JsonValueKind.Object && made.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty field in given.EnumerateObject())
            {
                if (made.TryGetProperty(field.Name, out JsonElement again) && !JsonElement.DeepEquals(field.Value, again))
                    return FirstDifference(field.Value, again, path.Length == 0 ? field.Name : path + "." + field.Name);
            }
        }
        if (given.ValueKind == JsonValueKind.Array && made.ValueKind == JsonValueKind.Array && given.GetArrayLength() == made.GetArrayLength())
        {
            foreach ((int index, (JsonElement one, JsonElement again)) in given.EnumerateArray().Zip(made.EnumerateArray()).Index())
            {
                if (!JsonElement.DeepEquals(one, again))
                    return FirstDifference(one, again, $"{path}[{index}]");
            }
        }
        return $"`{path}` is {PresentProblems.Short(given.GetRawText())}, the reports give {PresentProblems.Short(made.GetRawText())}";
    }

    // An entry that has no name of its own, as what was declined, is known by all that it says.
    private static string NameOf(JsonElement entry)
    {
        foreach (string name in Names)
        {
            if (entry.TryGetProperty(name, out JsonElement value) && value.GetString() is string text)
                return text;
        }
        return entry.GetRawText();
    }

    private static JsonDocument Parsed(Situation situation)
    {
        MemoryStream bytes = new();
        SituationJson.Write(situation with { Declined = [.. situation.Declined.Where(d => d.Evidence is not null)] }, bytes);
        return JsonDocument.Parse(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
    }
}
