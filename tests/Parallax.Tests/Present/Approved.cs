using System.Runtime.CompilerServices;
using Xunit;

namespace Parallax.Tests.Present;

/// <summary>Compares output with an approved file beside the tests. PARALLAX_APPROVE=1 writes it anew, for a person to read in the diff.</summary>
internal static class Approved
{
    public static void Check(string name, string actual, [CallerFilePath] string here = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(here)!, "Approved", name);
        if (Environment.GetEnvironmentVariable("PARALLAX_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
