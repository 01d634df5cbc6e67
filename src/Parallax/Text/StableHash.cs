using System.Security.Cryptography;
using System.Text;

namespace Parallax.Text;

/// <summary>Hashes of content that are the same on every machine, in every process and run.</summary>
public static class StableHash
{
    /// <summary>SHA-256 of the UTF-8 form of <paramref name="text"/>, 64 lower-case hexadecimal digits.</summary>
    public static string Sha256(string text) => Sha256(Encoding.UTF8.GetBytes(text));

    /// <summary>SHA-256 of <paramref name="bytes"/>, 64 lower-case hexadecimal digits.</summary>
    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>
    /// A short id: <paramref name="prefix"/>, a hyphen and twelve hexadecimal digits of the hash of <paramref name="parts"/>.
    /// The parts are separated by U+001F, so that ("ab", "c") and ("a", "bc") differ.
    /// </summary>
    public static string Id(string prefix, params ReadOnlySpan<string?> parts)
    {
        StringBuilder joined = new();
        foreach (string? part in parts)
            joined.Append(part).Append('\u001F');
        return prefix + "-" + Sha256(joined.ToString())[..12];
    }
}
