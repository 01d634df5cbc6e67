namespace Parallax.Cli;

/// <summary>The exit statuses of <c>parallax</c>; documented in <c>docs/reference/command-line.md</c>.</summary>
internal static class ExitCodes
{
    /// <summary>Everything asked for was done.</summary>
    public const int Done = 0;

    /// <summary>Done, but some inputs could not be read; each is named on standard error.</summary>
    public const int SomeDeclined = 1;

    /// <summary>The command line could not be understood; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>Nothing could be read at all.</summary>
    public const int NothingRead = 3;

    /// <summary>An output could not be written; the others were.</summary>
    public const int NotWritten = 4;

    /// <summary>Verification found faults.</summary>
    public const int NotVerified = 5;

    /// <summary>A fault in Parallax itself.</summary>
    public const int Fault = 70;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Stopped = 130;

    /// <summary>The graver of two statuses: a fault of writing outranks declined inputs.</summary>
    public static int Worse(int one, int other) => Math.Max(one, other);
}
