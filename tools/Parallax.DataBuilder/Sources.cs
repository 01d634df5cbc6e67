using Parallax.Text;

namespace Parallax.DataBuilder;

/// <summary>The files that a compiled file is made from, and how to get them.</summary>
/// <param name="Help">What the command makes and how its sources are got.</param>
/// <param name="Files">File or folder in the source folder → SHA-256 of its bytes, or of the list of its files.</param>
internal sealed record SourceList(string Help, IReadOnlyDictionary<string, string> Files);

/// <summary>How one command makes its files.</summary>
/// <param name="Name">The command's name.</param>
/// <param name="Outputs">The files it makes, below the data folder.</param>
/// <param name="Sources">What it makes them from.</param>
/// <param name="Build">Makes them, in the order of <paramref name="Outputs"/>.</param>
internal sealed record Recipe(string Name, IReadOnlyList<string> Outputs, SourceList Sources, Func<SourceFolder, BuiltFiles> Build)
{
    /// <summary>Every recipe, in the order in which everything is built.</summary>
    public static IReadOnlyList<Recipe> All =>
        [TagBuilder.Recipe, CaseBuilder.Recipe, LemmaBuilder.Recipe, FeatureBuilder.Recipe, SentenceEndBuilder.Recipe, Pronouns.PronounBuilder.Recipe, Roots.RootBuilder.Recipe, Training.TrainingRecipe.Recipe, Places.GazetteerBuilder.Recipe, Places.OutlineBuilder.Recipe];
}

/// <summary>What a builder made.</summary>
/// <param name="Files">The files' bytes, in the order of the recipe's outputs.</param>
/// <param name="Counts">What is in them, for a person to check.</param>
internal sealed record BuiltFiles(IReadOnlyList<byte[]> Files, IReadOnlyList<(string What, long Count)> Counts);

/// <summary>A folder in which every named source lies.</summary>
internal sealed class SourceFolder(string folder, SourceList sources)
{
    /// <summary>The folder, or the first of its subfolders, in which every source lies; null when some source is in none of them.</summary>
    public static SourceFolder? Within(string folder, SourceList sources)
    {
        if (!Directory.Exists(folder))
            return null;
        string? holds = Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).Prepend(folder)
            .FirstOrDefault(candidate => sources.Files.Keys.All(name => Path.Exists(Path.Combine(candidate, name))));
        return holds is null ? null : new SourceFolder(holds, sources);
    }

    /// <summary>What is wrong with the folder; null when every file is there and is the one expected.</summary>
    public string? Problem()
    {
        foreach ((string name, string expected) in sources.Files.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            string path = Path.Combine(folder, name);
            if (!File.Exists(path) && !Directory.Exists(path))
                return $"Source '{name}' is not in '{folder}'. {sources.Help}";
            string actual = Directory.Exists(path) ? OfFolder(path) : StableHash.Sha256(File.ReadAllBytes(path));
            if (actual != expected)
                return $"Source '{name}' has SHA-256 {actual}, expected {expected}: another version gives other data.";
        }
        return null;
    }

    // A folder's hash is that of the list of its files and their hashes.
    private static string OfFolder(string path)
    {
        IEnumerable<string> lines = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(path, file).Replace('\\', '/'), File: file))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => StableHash.Sha256(File.ReadAllBytes(file.File)) + "  " + file.Name + "\n");
        return StableHash.Sha256(string.Concat(lines));
    }

    /// <summary>The bytes of one source.</summary>
    public byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(folder, name));
}
