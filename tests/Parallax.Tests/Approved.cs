using Xunit;

namespace Parallax.Tests;

/// <summary>Compares output with an approved file beside the tests. PARALLAX_APPROVE=1 writes it anew, for a person to read in the diff.</summary>
internal static class Approved
{
    public static void Check(string folder, string name, string actual)
    {
        string path = Repository.PathTo("tests", "Parallax.Tests", folder, "Approved", name);
        if (Environment.GetEnvironmentVariable("PARALLAX_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
