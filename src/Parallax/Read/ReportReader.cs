using System.Buffers;
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

    /// <summary>Read every input as this format, whatever its ending.</summary>
    public InputFormat From { get; init; }
}

/// <summary>How the bytes of an item are to be read.</summary>
public enum InputFormat
{
    /// <summary>By the ending of the path, else by how the content begins.</summary>
    Detect,

    /// <summary>An HTML page.</summary>
    Html,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Many report objects, one a line.</summary>
    JsonLines,

    /// <summary>One report object: a line of a JSONL file.</summary>
    JsonLine,

    /// <summary>CoNLL-U: text cut into words and parsed by another program.</summary>
    Conllu,
}

/// <summary>One thing to read: bytes with where they came from.</summary>
/// <param name="Path">See <see cref="Report.Path"/>.</param>
/// <param name="Bytes">The content.</param>
/// <param name="Address">The address it was fetched from, if any.</param>
/// <param name="Format">How to read it.</param>
/// <param name="Charset">The encoding that a server declared, if any.</param>
public sealed record InputItem(string Path, byte[] Bytes, string? Address = null, InputFormat Format = InputFormat.Detect, string? Charset = null);

/// <summary>The first stage: clean text and facts of publication from bytes. Pure and safe for many threads.</summary>
public sealed class ReportReader
{
    // The last three bytes are the UTF-8 byte order mark.
    private static readonly SearchValues<byte> White = SearchValues.Create(" \t\r\n\f\uFEFF"u8);

    private readonly ReadOptions _options;
    private readonly StoryLines _story;
    private readonly ReportAssembly _assembly;
    private readonly JsonReports _json;
    private readonly HtmlReports _html;
    private readonly ConlluReports _conllu;

    /// <summary>Creates a reader over <paramref name="data"/>.</summary>
    public ReportReader(LanguageData data, ReadOptions options)
    {
        _options = options;
        _story = StoryLines.Of(data);
        _assembly = new ReportAssembly(data);
        _json = new JsonReports(data);
        _html = new HtmlReports(data);
        _conllu = new ConlluReports(data);
    }

    /// <summary>Reads one item: its reports (a JSONL file holds many), and a problem for each that gave none.</summary>
    public (IReadOnlyList<Report> Reports, IReadOnlyList<Problem> Problems) Read(InputItem item)
    {
        List<Report> reports = [];
        List<Problem> problems = [];
        byte[] bytes = item.Bytes;
        if (bytes.AsSpan().StartsWith(Compression.Magic))
        {
            (byte[]? unpacked, Problem? failed) = Compression.Unpack(item.Path, bytes, _options.MaxBytes);
            if (unpacked is null)
                return ([], [failed!]);
            bytes = unpacked;
        }
        InputFormat format = item.Format == InputFormat.Detect ? InputFormats.Of(item.Path, bytes) : item.Format;
        if (format == InputFormat.JsonLines)
        {
            foreach ((InputItem? line, Problem? problem) in JsonLines.Split(item.Path, new MemoryStream(bytes), _options.MaxBytes))
            {
                if (line is not null)
                    ReadOne(line, line.Bytes, InputFormat.JsonLine, reports, problems);
                else
                    problems.Add(problem!);
            }
        }
        else
            ReadOne(item, bytes, format, reports, problems);
        return (reports, problems);
    }

    private void ReadOne(InputItem item, byte[] bytes, InputFormat format, List<Report> reports, List<Problem> problems)
    {
        if (Decline(item.Path, bytes) is { } declined)
        {
            problems.Add(declined);
            return;
        }
        if (format == InputFormat.Conllu)
        {
            _conllu.Read(item.Path, bytes, reports, problems);
            return;
        }
        (string decoded, string? broken) = TextDecoding.Decode(bytes, format == InputFormat.Html, item.Charset);
        if (broken is not null)
            problems.Add(ReadProblems.BrokenEncoding(item.Path, broken));
        ReportDraft draft = new() { Path = item.Path, BytesSha256 = StableHash.Sha256(bytes), Url = item.Address, AnyLanguage = _options.Raw };
        Problem? problem = null;
        switch (format)
        {
            case InputFormat.JsonLine:
                problem = _json.Fill(draft, decoded, _options.Raw);
                break;
            case InputFormat.Html:
                problem = _html.Fill(draft, CharacterCleaning.Clean(decoded));
                break;
            default:
                string text = CharacterCleaning.Clean(decoded, keepInvisible: _options.Raw);
                draft.Lines = _options.Raw ? PlainText.Paragraphs(text) : PlainText.Lines(text);
                if (!_options.Raw)
                    _story.Clean(draft, markup: false);
                break;
        }
        Report? report = null;
        if (problem is null)
            (report, problem) = _assembly.Finish(draft);
        if (report is not null)
            reports.Add(report);
        if (problem is not null)
            problems.Add(problem);
    }

    private Problem? Decline(string path, byte[] bytes) =>
        bytes.Length > _options.MaxBytes ? ReadProblems.TooLarge(path, _options.MaxBytes)
        : !bytes.AsSpan().ContainsAnyExcept(White) ? ReadProblems.Empty(path)
        : TextDecoding.IsBinary(bytes) ? ReadProblems.Binary(path)
        : null;
}
