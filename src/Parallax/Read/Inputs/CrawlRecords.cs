using System.Globalization;

namespace Parallax.Read;

/// <summary>One record of a crawl.</summary>
/// <param name="Number">Its number in the file, from one.</param>
/// <param name="Fields">Its header.</param>
/// <param name="Block">What it holds; null where that is not wanted or too large.</param>
internal sealed record CrawlRecord(int Number, HeaderFields Fields, byte[]? Block)
{
    /// <summary>What it is: <c>response</c>, <c>request</c>, <c>metadata</c> and others.</summary>
    public string Kind => Fields.Media("WARC-Type");

    public bool IsTooLarge { get; init; }
}

/// <summary>
/// Takes the records of a WARC file one by one. Behind a damaged record it goes on where the next one begins: at the next packed member, or
/// at the next line that opens a record. Mutable, private to one reading.
/// </summary>
internal sealed class CrawlRecords(Stream stream, ReadOptions options)
{
    private const int LongestLine = 64 * 1024;
    private const int LongestHeader = 1024 * 1024;

    private readonly LineInput _input = new(stream);
    private bool _lost;
    private ReadOnlyMemory<byte> _opening;

    /// <summary>The number of the last record whose header was read.</summary>
    public int Number { get; private set; }

    /// <summary>The next record or, where one is damaged, what is wrong; neither at the end.</summary>
    public (CrawlRecord? Record, string? Damage) Next()
    {
        try
        {
            return Take();
        }
        catch (InvalidDataException)
        {
            _input.Forget();
            _lost = true;
            _opening = default;
            return (null, Number == 0 ? "its packed data are damaged" : string.Create(CultureInfo.InvariantCulture, $"the packed data are damaged in or behind record {Number}"));
        }
    }

    private (CrawlRecord? Record, string? Damage) Take()
    {
        bool wasLost = _lost;
        ReadOnlyMemory<byte> line = _opening;
        _opening = default;
        while (!line.Span.StartsWith("WARC/"u8))
        {
            if (!line.IsEmpty && line.Span.ContainsAnyExcept("\r\n"u8) && !_lost)
            {
                _lost = true;
                return (null, Number == 0 ? "it does not begin with a record" : string.Create(CultureInfo.InvariantCulture, $"record {Number} does not end where it says"));
            }
            line = _input.ReadLine(LongestLine);
            if (line.IsEmpty)
                return (null, null);
        }
        _ = wasLost;
        _lost = false;
        Number++;
        using MemoryStream header = new();
        while (true)
        {
            line = _input.ReadLine(LongestLine);
            if (line.IsEmpty)
                return (null, string.Create(CultureInfo.InvariantCulture, $"it ends inside the header of record {Number}"));
            if (line.Span.StartsWith("WARC/1."u8))
            {
                _opening = line;
                return (null, string.Create(CultureInfo.InvariantCulture, $"the header of record {Number} breaks off"));
            }
            if (header.Length + line.Length > LongestHeader)
                break;
            header.Write(line.Span);
            if (!line.Span.ContainsAnyExcept("\r\n"u8))
                break;
        }
        HeaderFields fields = HeaderFields.Read(header.ToArray(), out _);
        if (!long.TryParse(fields["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out long length))
        {
            _lost = true;
            return (null, string.Create(CultureInfo.InvariantCulture, $"record {Number} does not say how long it is"));
        }
        bool wanted = CrawlItems.IsWanted(fields);
        // The header of the answer comes on top of what it holds.
        bool fits = length <= options.MaxBytes + LongestHeader;
        byte[]? block = wanted && fits ? _input.ReadBlock((int)length) : null;
        if (block is null ? !_input.Skip(length) : block.Length < length)
            return (null, string.Create(CultureInfo.InvariantCulture, $"it ends inside record {Number}"));
        return (new CrawlRecord(Number, fields, block) { IsTooLarge = wanted && !fits }, null);
    }
}
