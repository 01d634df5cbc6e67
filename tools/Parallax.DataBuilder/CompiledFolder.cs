using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Parallax.Text;

namespace Parallax.DataBuilder;

/// <summary>The folder <c>data/compiled</c> with its manifest of names, sizes and hashes.</summary>
internal sealed class CompiledFolder(string data)
{
    private const string ManifestName = "manifest.json";
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, NewLine = "\n" };

    private string Folder => Path.Combine(data, "compiled");

    /// <summary>Writes the file and its line of the manifest; when <paramref name="check"/>, only compares. False when something differs.</summary>
    public bool Accept(string name, byte[] bytes, bool check, TextWriter log)
    {
        string path = Path.Combine(Folder, name);
        bool same = File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);
        if (check)
        {
            log.WriteLine(same ? $"{name} is what the sources give." : $"{name} differs from what the sources give; build it again without --check.");
            return same & VerifyManifest(log);
        }
        Directory.CreateDirectory(Folder);
        File.WriteAllBytes(path, bytes);
        WriteManifest();
        log.WriteLine(same ? $"{name} is unchanged." : $"{name} was written.");
        return true;
    }

    /// <summary>Compares every compiled file with the manifest and says what differs.</summary>
    public bool VerifyManifest(TextWriter log)
    {
        string path = Path.Combine(Folder, ManifestName);
        if (!File.Exists(path))
        {
            log.WriteLine($"{path} is missing.");
            return false;
        }
        bool same = File.ReadAllText(path) == Manifest();
        log.WriteLine(same ? "The manifest agrees with the compiled files." : $"{path} does not agree with the compiled files.");
        return same;
    }

    private void WriteManifest() => File.WriteAllText(Path.Combine(Folder, ManifestName), Manifest());

    private string Manifest()
    {
        JsonArray files = [];
        foreach (string file in Directory.EnumerateFiles(Folder).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(file) == ManifestName)
                continue;
            byte[] bytes = File.ReadAllBytes(file);
            files.Add(new JsonObject { ["name"] = Path.GetFileName(file), ["sha256"] = StableHash.Sha256(bytes), ["bytes"] = bytes.Length });
        }
        StringBuilder text = new(new JsonObject { ["files"] = files }.ToJsonString(s_indented));
        return text.Append('\n').ToString();
    }
}
