using System.Text.Json;

namespace Parallax.Bench;

/// <summary>What <c>floors.json</c> holds for one score.</summary>
/// <param name="Least">The score that must be reached.</param>
/// <param name="Gold">The hash of the gold set that it was measured on.</param>
internal sealed record Floor(double Least, string Gold);

/// <summary>The outcome of holding one score against its floor.</summary>
internal enum Standing
{
#pragma warning disable CS1591 // The names say it.
    Reached, New, Below, GoldChanged,
#pragma warning restore CS1591
}

/// <summary>The least scores that count as no step back. They go up with <c>--raise</c> and down only by name.</summary>
internal sealed class Floors(SortedDictionary<string, Floor> floors)
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    // Sums of doubles may fall short of a round score by a trace.
    private const double Rounding = 1e-9;

    /// <summary>The folder of floors.json in the checkout.</summary>
    public static string Folder { get; } = FindFolder();

    private static string FilePath => Path.Combine(Folder, "floors.json");

    public static Floors Load()
    {
        Dictionary<string, Floor> read = JsonSerializer.Deserialize<Dictionary<string, Floor>>(File.ReadAllText(FilePath), Options) ?? [];
        return new Floors(new SortedDictionary<string, Floor>(read, StringComparer.Ordinal));
    }

    public void Save() => File.WriteAllText(FilePath, JsonSerializer.Serialize(floors, Options).ReplaceLineEndings("\n") + "\n");

    public Floor? Of(string score) => floors.GetValueOrDefault(score);

    /// <summary>How <paramref name="value"/>, measured on the gold set <paramref name="gold"/>, stands to the floor of <paramref name="score"/>.</summary>
    public Standing Check(string score, double value, string gold) => Of(score) switch
    {
        null => Standing.New,
        { } floor when floor.Gold != gold => Standing.GoldChanged,
        { } floor when value < floor.Least - Rounding => Standing.Below,
        _ => Standing.Reached,
    };

    /// <summary>Records a better score, and the gold set it was measured on. A floor never falls here.</summary>
    public void Raise(string score, double value, string gold) => floors[score] = new Floor(Math.Max(Of(score)?.Least ?? 0, RoundDown(value)), gold);

    /// <summary>Records the score as it is, also where it is lower.</summary>
    public void Lower(string score, double value, string gold) => floors[score] = new Floor(RoundDown(value), gold);

    // Three places: the last item of a large set is not worth a failure, and a file of short numbers is read more easily.
    internal static double RoundDown(double value) => Math.Floor((value + Rounding) * 1000) / 1000;

    private static string FindFolder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string beside = Path.Combine(folder.FullName, "bench", "Parallax.Bench");
            if (File.Exists(Path.Combine(beside, "floors.json")))
                return beside;
        }
        throw new FileNotFoundException("floors.json was not found above the program; run it from the checkout.");
    }
}
