using System.Buffers;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>The first stage: clean text and facts of publication from bytes. Pure and safe for many threads.</summary>
public sealed class ReportReader
{
    // The last three bytes are the UTF-8 byte order mark.
    private static readonly SearchValues<byte> White = SearchValues.Create(" \t\r\n\f\uFEFF"u8);

    private readonly ReportParts _parts;
    private readonly Dictionary<InputFormat, ReportFormat> _formats = [];

    /// <summary>Creates a reader over <paramref name="data"/>.</summary>
    public ReportReader(LanguageData data, ReadOptions options)
    {
        _parts = new ReportParts(data, options);
        foreach (FormatRow row in InputFormats.All)
        {
            if (row.Reader is { } reader)
                _formats.Add(row.Format, reader(_parts));
        }
    }

    /// <summary>Reads one item: its reports (a feed or an archive holds many), and a problem for each that gave none.</summary>
    public (IReadOnlyList<Report> Reports, IReadOnlyList<Problem> Problems) Read(InputItem item)
    {
        Reading reading = new(_parts);
        if (_formats.ContainsKey(item.Format) && !item.Bytes.AsSpan().StartsWith(Compression.Magic))
        {
            ReadOne(item, reading);
            return (reading.Reports, reading.Problems);
        }
        OpenedContent opened = new(item.Path, new MemoryStream(item.Bytes), _parts.Options) { Address = item.Address, Charset = item.Charset, Format = item.Format };
        foreach ((InputItem? inner, Problem? problem) in ContentItems.Of(opened))
        {
            if (inner is not null)
                ReadOne(inner, reading);
            if (problem is not null)
                reading.Problems.Add(problem);
        }
        return (reading.Reports, reading.Problems);
    }

    private void ReadOne(InputItem item, Reading reading)
    {
        if (Decline(item.Path, item.Bytes) is { } declined)
            reading.Problems.Add(declined);
        else
            _formats[item.Format].Read(item, reading);
    }

    private Problem? Decline(string path, byte[] bytes) =>
        bytes.Length > _parts.Options.MaxBytes ? ReadProblems.TooLarge(path, _parts.Options.MaxBytes)
        : !bytes.AsSpan().ContainsAnyExcept(White) ? ReadProblems.Empty(path)
        : new ContentHead(bytes).BinaryKind is { } data ? ReadProblems.Binary(path, data)
        : TextDecoding.IsBinary(bytes) ? ReadProblems.Binary(path, "binary data")
        : null;
}
