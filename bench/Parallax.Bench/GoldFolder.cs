using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>The folder of evaluation sets, and which part of each is measured.</summary>
/// <param name="Root">The folder.</param>
/// <param name="Split">The part: <c>dev</c>, or another that lies in the same layout.</param>
internal sealed record GoldFolder(string Root, string Split)
{
    public string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The lines of a JSONL file of the set.</summary>
    public static IEnumerable<JsonElement> Records(string file)
    {
        foreach (string line in File.ReadLines(file))
        {
            if (line.Length == 0)
                continue;
            using JsonDocument document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }

    /// <summary>
    /// The <paramref name="count"/> items whose ids have the lowest hashes, in that order: the same sample on every machine, and one that
    /// changes little when records come or go.
    /// </summary>
    public static IReadOnlyList<T> Sample<T>(IEnumerable<T> items, Func<T, string> id, int count) =>
        [.. items.OrderBy(item => StableHash.Sha256(id(item)), StringComparer.Ordinal).Take(count)];

    /// <summary>One hash over the bytes of <paramref name="files"/>, twelve digits of it.</summary>
    public static string Hash(IReadOnlyList<string> files)
    {
        StringBuilder all = new();
        foreach (string file in files)
        {
            using FileStream stream = File.OpenRead(file);
            all.Append(Convert.ToHexStringLower(SHA256.HashData(stream))).Append('\n');
        }
        return StableHash.Sha256(all.ToString())[..12];
    }

    /// <summary>The items of a list, none where it is missing: a part whose labels are held back has none.</summary>
    public static IEnumerable<JsonElement> List(JsonElement record, string field) =>
        record.TryGetProperty(field, out JsonElement value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    /// <summary>A text field, empty where it is missing.</summary>
    public static string Text(JsonElement record, string field) =>
        record.TryGetProperty(field, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
