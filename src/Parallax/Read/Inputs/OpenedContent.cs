namespace Parallax.Read;

/// <summary>Some content that is being read, and what surrounds it.</summary>
/// <param name="Path">The path that its items have in reports.</param>
/// <param name="Content">The bytes, unpacked.</param>
/// <param name="Options">Limits and permissions.</param>
internal sealed record OpenedContent(string Path, Stream Content, ReadOptions Options)
{
    /// <summary>The name whose ending counts; the path where nothing else is known.</summary>
    public string Name { get; init; } = Path;

    /// <summary>How many archives it lies in.</summary>
    public int Archives { get; init; }

    /// <summary>The format that is known already, from a server or the user.</summary>
    public InputFormat Format { get; init; }

    /// <summary>Where the name does not vouch for it: it is taken only for a sure sign of its format, else counted here.</summary>
    public OtherFiles? Others { get; init; }

    /// <summary>What unpacking has come to; null before the input is looked at.</summary>
    public UnpackingLimits? Limits { get; init; }

    /// <summary>The same content where it can be read at any place; null where it comes only once.</summary>
    public Stream? Seekable { get; init; }

    /// <summary>Where to tell how far the reading of the input has come; null inside of something else.</summary>
    public InputProgress? Progress { get; init; }

    public string? Address { get; init; }

    public string? Charset { get; init; }
}
