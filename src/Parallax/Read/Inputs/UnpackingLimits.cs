namespace Parallax.Read;

/// <summary>Thrown where content unpacks to more than is taken.</summary>
internal sealed class TooMuchException(string what) : IOException(what);

/// <summary>What unpacking may come to.</summary>
internal static class UnpackingLimits
{
    /// <summary>Text packs to a tenth, pages to a fiftieth; data made to explode pack to a thousandth.</summary>
    public const int MostTimes = 200;

    /// <summary>So much may come from however few packed bytes.</summary>
    public const long Harmless = 64L * 1024 * 1024;

    /// <summary>Ends the reading of content that has unpacked to more than is taken.</summary>
    public static void Check(long unpacked, long packed, ReadOptions options)
    {
        if (unpacked > options.MaxTotalBytes)
            throw new TooMuchException($"it holds more than {options.MaxTotalBytes / (1024 * 1024)} MB when unpacked");
        if (unpacked > Harmless && unpacked / MostTimes > packed)
            throw new TooMuchException($"it unpacks to more than {MostTimes} times its size, as only data made to exhaust a reader do");
    }
}
