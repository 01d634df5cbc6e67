using System.Globalization;

namespace Parallax.Read;

/// <summary>Thrown where content unpacks to more than is taken.</summary>
internal sealed class TooMuchException(string what) : IOException(what);

/// <summary>
/// What the unpacking of one input has come to, everything inside it counted: archives in archives cannot multiply what each alone may hold.
/// Mutable, private to one input.
/// </summary>
internal sealed class UnpackingLimits(ReadOptions options, MeteredStream packed)
{
    /// <summary>Text packs to a tenth, pages to a fiftieth; data made to explode pack to a thousandth.</summary>
    public const int MostTimes = 200;

    /// <summary>So much may come from however few packed bytes.</summary>
    public const long Harmless = 64L * 1024 * 1024;

    private long _unpacked;

    /// <summary>Nothing more is taken from this input.</summary>
    public bool AreSpent { get; private set; }

    /// <summary>Counts bytes that came out of something packed.</summary>
    public void Add(long count)
    {
        _unpacked += count;
        if (_unpacked > options.MaxTotalBytes)
            Stop(string.Create(CultureInfo.InvariantCulture, $"it holds more than {options.MaxTotalBytes / (1024 * 1024)} MB when unpacked"));
        if (_unpacked > Harmless && _unpacked / MostTimes > packed.Size)
            Stop(string.Create(CultureInfo.InvariantCulture, $"it unpacks to more than {MostTimes} times its size, as only data made to exhaust a reader do"));
    }

    private void Stop(string what)
    {
        AreSpent = true;
        throw new TooMuchException(what);
    }
}

/// <summary>The bytes of an input as they are stored, counted and limited: a pipe may never end.</summary>
internal sealed class MeteredStream(Stream inner, ReadOptions options, InputProgress? progress) : ForwardStream
{
    private long _taken;

    /// <summary>How long the input is: of a file all of it, of a pipe what has come.</summary>
    public long Size { get; private set; } = inner.CanSeek ? inner.Length : 0;

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = inner.Read(buffer, offset, count);
        _taken += read;
        Size = Math.Max(Size, _taken);
        progress?.Reach(_taken);
        if (_taken > options.MaxTotalBytes)
            throw new TooMuchException(string.Create(CultureInfo.InvariantCulture, $"it does not end within {options.MaxTotalBytes / (1024 * 1024)} MB"));
        return read;
    }
}
