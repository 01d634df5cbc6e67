using System.Text;

namespace Parallax.Cli;

/// <summary>Writes one output whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Writes <paramref name="content"/> to <paramref name="path"/>; a failure is reported and gives <see cref="ExitCodes.NotWritten"/>.</summary>
    public static int Write(string path, string content, Terminal terminal) => Write(path, to => to.Write(Encoding.UTF8.GetBytes(content)), terminal);

    /// <summary>Writes what <paramref name="write"/> gives, as it comes.</summary>
    public static int Write(string path, Action<Stream> write, Terminal terminal)
    {
        try
        {
            if (IsDevice(path))
            {
                using FileStream device = new(path, FileMode.Open, FileAccess.Write);
                write(device);
                return ExitCodes.Done;
            }
            // A file is replaced only once its new content is complete.
            string temporary = path + ".partial";
            using (FileStream file = File.Create(temporary))
                write(file);
            File.Move(temporary, path, overwrite: true);
            return ExitCodes.Done;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            terminal.Report(CliProblems.NotWritten(path, Reason(exception)));
            return ExitCodes.NotWritten;
        }
    }

    // The platform's messages name the temporary file, which the user did not.
    private static string Reason(Exception exception) => exception switch
    {
        DirectoryNotFoundException => "its folder does not exist.",
        UnauthorizedAccessException => "access is denied, or it is a folder.",
        ArgumentException or NotSupportedException => "that is not a file name.",
        _ => "the disk is full, or the folder cannot be written to.",
    };

    // Devices are written to, never replaced by a file.
    private static bool IsDevice(string path)
    {
        string full = Path.GetFullPath(path);
        return full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal) || full.StartsWith(@"\\.\", StringComparison.Ordinal);
    }
}
