namespace Parallax.Cli;

/// <summary>Standard input, where there is one.</summary>
internal static class StandardInput
{
    // Bits of open(2) flags: for writing.
    private const int WritingFlags = 3;

    /// <summary>The stream; null where it was closed when the program was started, so that nothing can ever come from it.</summary>
    public static Stream? Open() => IsClosed() ? null : Console.OpenStandardInput();

    /// <summary>
    /// The number of a closed standard input is given to the first file that the platform opens for itself, a pipe whose other end it holds too.
    /// Who reads it waits for ever: no end comes to a pipe that the reader could itself write to. So that is looked for (Linux only).
    /// </summary>
    private static bool IsClosed()
    {
        if (!OperatingSystem.IsLinux() || !Directory.Exists("/proc/self/fd"))
            return false;
        try
        {
            string? input = new FileInfo("/proc/self/fd/0").LinkTarget;
            if (input?.StartsWith("pipe:", StringComparison.Ordinal) != true)
                return input is null;
            foreach (string other in Directory.EnumerateFileSystemEntries("/proc/self/fd"))
            {
                string number = Path.GetFileName(other);
                if (number != "0" && Target(other) == input && IsForWriting(number))
                    return true;
            }
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException)
        {
            return false;
        }
        return false;
    }

    private static string? Target(string link)
    {
        try
        {
            return new FileInfo(link).LinkTarget;
        }
        catch (IOException)
        {
            // It was closed in the meantime.
            return null;
        }
    }

    private static bool IsForWriting(string number)
    {
        foreach (string line in File.ReadLines("/proc/self/fdinfo/" + number))
        {
            if (line.StartsWith("flags:", StringComparison.Ordinal))
                return (Convert.ToInt32(line[6..].Trim(), 8) & WritingFlags) != 0;
        }
        return false;
    }
}
