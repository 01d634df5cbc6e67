using System.Text;

namespace Parallax.Cli;

/// <summary>Writes one output whole or not at all.</summary>
internal static class OutputFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes <paramref name="content"/> to <paramref name="path"/>; a failure is reported and gives <see cref="ExitCodes.NotWritten"/>.</summary>
    public static int Write(string path, string content, Terminal terminal)
    {
        try
        {
            // A pipe or device is written straight; a file is replaced only once its new content is complete.
            if (File.Exists(path) && (File.GetAttributes(path) & FileAttributes.Normal) == 0 && !IsRegular(path))
            {
                File.WriteAllText(path, content, Utf8);
                return ExitCodes.Done;
            }
            string temporary = path + ".partial";
            File.WriteAllText(temporary, content, Utf8);
            File.Move(temporary, path, overwrite: true);
            return ExitCodes.Done;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            terminal.Report(CliProblems.NotWritten(path, exception.Message));
            return ExitCodes.NotWritten;
        }
    }

    private static bool IsRegular(string path) =>
        (File.GetAttributes(path) & (FileAttributes.Device | FileAttributes.ReparsePoint)) == 0;
}
