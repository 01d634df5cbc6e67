using System.Globalization;
using System.Text.Json;

namespace Parallax.Bench;

/// <summary>One score of one set; higher is better.</summary>
/// <param name="Name">Stable name, e.g. <c>seeds.facts</c>.</param>
/// <param name="Value">The score, rounded to four places.</param>
/// <param name="Detail">Counts behind it.</param>
/// <param name="Missed">What was missed, for <c>--verbose</c>.</param>
internal sealed record Score(string Name, double Value, string Detail, IReadOnlyList<string> Missed);

/// <summary>Runs the sets, prints the table, compares with the floors.</summary>
internal static class Quality
{
    // A score may wobble by one item of a small set when the set itself is re-read; a fall beyond this fails.
    private const double Tolerance = 0.0005;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly (string Name, Func<string, IEnumerable<Score>> Measure)[] Sets =
    [
        ("seeds", SeedSet.Measure),
    ];

    public static int Run(string data, string only, bool verbose, bool raise)
    {
        string floorsPath = FloorsPath();
        SortedDictionary<string, double> floors = JsonSerializer.Deserialize<SortedDictionary<string, double>>(File.ReadAllText(floorsPath)) ?? [];
        floors = new(floors, StringComparer.Ordinal);
        int below = 0;
        foreach ((string name, Func<string, IEnumerable<Score>> measure) in Sets.Where(s => s.Name.StartsWith(only, StringComparison.Ordinal)))
        {
            foreach (Score score in measure(data))
            {
                double floor = floors.GetValueOrDefault(score.Name);
                bool isBelow = score.Value < floor - Tolerance;
                below += isBelow ? 1 : 0;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{score.Name,-36} {score.Value:0.0000}  floor {floor:0.0000}  {(isBelow ? "BELOW  " : "")}{score.Detail}"));
                if (verbose)
                {
                    foreach (string missed in score.Missed)
                        Console.WriteLine("    missed: " + missed);
                }
                if (raise && score.Value > floor)
                    floors[score.Name] = Math.Floor(score.Value * 10000) / 10000;
            }
        }
        if (raise)
            File.WriteAllText(floorsPath, JsonSerializer.Serialize(floors, Indented) + "\n");
        if (below > 0)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{below} scores fell below their floor in floors.json; floors only go up."));
        return below == 0 ? 0 : 1;
    }

    private static string FloorsPath()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "floors.json")))
            folder = folder.Parent;
        return folder is null ? throw new FileNotFoundException("floors.json was not found above the program; run it from the checkout.") : Path.Combine(folder.FullName, "floors.json");
    }
}
