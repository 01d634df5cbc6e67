using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Parallax.Text;

namespace Parallax.DataBuilder;

/// <summary>The folder <c>data</c>: its built files, and their manifest of names, sizes and hashes.</summary>
internal sealed class DataFolder(string data, TextWriter log)
{
    private const string ManifestName = "compiled/manifest.json";
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>Writes a recipe's files and the manifest; when <paramref name="check"/>, only compares. False when something differs.</summary>
    public bool Accept(Recipe recipe, BuiltFiles built, bool check)
    {
        bool allSame = true;
        foreach ((string name, byte[] bytes) in recipe.Outputs.Zip(built.Files))
        {
            string path = Path.Combine(data, name);
            bool same = File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);
            allSame &= same;
            if (!check && !same)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, bytes);
            }
            log.WriteLine(
                check ? same ? $"{name} is what the sources give." : $"{name} differs from what the sources give; build it again without --check."
                : same ? $"{name} is unchanged." : $"{name} was written.");
        }
        if (check)
            return allSame;
        Directory.CreateDirectory(Path.Combine(data, "compiled"));
        File.WriteAllText(Path.Combine(data, ManifestName), Manifest());
        return true;
    }

    /// <summary>Compares every built file with the manifest and says what differs.</summary>
    public bool VerifyManifest()
    {
        string path = Path.Combine(data, ManifestName);
        if (!File.Exists(path))
        {
            log.WriteLine($"{path} is missing.");
            return false;
        }
        bool same = File.ReadAllText(path) == Manifest();
        log.WriteLine(same ? "The manifest agrees with the built files." : $"{path} does not agree with the built files.");
        return same;
    }

    // Every file of compiled is built, whether a recipe knows it or not; of the lexicons only those that a recipe names.
    private string Manifest()
    {
        string compiled = Path.Combine(data, "compiled");
        IEnumerable<string> names = Directory.EnumerateFiles(compiled).Select(file => "compiled/" + Path.GetFileName(file))
            .Concat(Recipe.All.SelectMany(recipe => recipe.Outputs).Where(name => File.Exists(Path.Combine(data, name))))
            .Distinct(StringComparer.Ordinal).Where(name => name != ManifestName).Order(StringComparer.Ordinal);
        JsonArray files = [];
        foreach (string name in names)
        {
            byte[] bytes = File.ReadAllBytes(Path.Combine(data, name));
            files.Add(new JsonObject { ["name"] = name, ["sha256"] = StableHash.Sha256(bytes), ["bytes"] = bytes.Length });
        }
        StringBuilder text = new(new JsonObject { ["files"] = files }.ToJsonString(s_indented));
        return text.Append('\n').ToString();
    }
}
