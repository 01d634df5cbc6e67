using System.Security.Cryptography;
using System.Text;

namespace Parallax.Data;

/// <summary>Names a state of the language data by its content.</summary>
internal static class DataVersion
{
    /// <summary>The first twelve hexadecimal digits of the SHA-256 over the names and hashes of all data files, in ordinal order of name.</summary>
    public static string Of(IEnumerable<string> names, Func<string, Stream> open)
    {
        StringBuilder list = new();
        foreach (string name in names.Where(IsData).Order(StringComparer.Ordinal))
        {
            using Stream stream = open(name);
            list.Append(Convert.ToHexStringLower(SHA256.HashData(stream))).Append("  ").Append(name).Append('\n');
        }
        return Text.StableHash.Sha256(list.ToString())[..12];
    }

    /// <summary>The data files below <paramref name="folder"/>, named as the embedded ones are.</summary>
    public static IEnumerable<string> NamesIn(string folder) =>
        from part in new[] { "lexicons", "compiled" }
        let directory = Path.Combine(folder, part)
        where Directory.Exists(directory)
        from file in Directory.EnumerateFiles(directory)
        select part + "/" + Path.GetFileName(file);

    private static bool IsData(string name) =>
        (name.StartsWith("lexicons/", StringComparison.Ordinal) && name.EndsWith(".tsv", StringComparison.Ordinal))
        || name.StartsWith("compiled/", StringComparison.Ordinal);
}
