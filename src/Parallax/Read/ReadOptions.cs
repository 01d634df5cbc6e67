namespace Parallax.Read;

/// <summary>What Read may do and how much it will take. Immutable.</summary>
public sealed record ReadOptions
{
    /// <summary>The defaults.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>Largest single report in bytes; a larger one is declined.</summary>
    public long MaxBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Most items that are taken from one file that holds many (an archive, a feed, a crawl, lines of JSON); what follows is declined.</summary>
    public int MaxItems { get; init; } = 1_000_000;

    /// <summary>Most bytes that one input may hold when everything in it is unpacked; what follows is declined.</summary>
    public long MaxTotalBytes { get; init; } = 64L * 1024 * 1024 * 1024;

    /// <summary>Whether addresses may be fetched.</summary>
    public bool AllowNetwork { get; init; }

    /// <summary>Whether private and loopback addresses may be fetched; only with <see cref="AllowNetwork"/>.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>Take plain text as it stands: nothing is cut, empty lines end paragraphs.</summary>
    public bool Raw { get; init; }

    /// <summary>Read every input as this format, whatever its ending; archives are opened all the same and what is in them is read so.</summary>
    public InputFormat From { get; init; }

    /// <summary>Trace the clean text back to the content it was read from: <see cref="ReportSource.Map"/>.</summary>
    public bool Offsets { get; init; }
}
