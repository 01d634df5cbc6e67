using Parallax.Data;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>Reads items of one format. Safe for many threads.</summary>
internal abstract class ReportFormat
{
    /// <summary>Puts the reports of <paramref name="item"/> into <paramref name="reading"/>, and a problem for each that gave none.</summary>
    public abstract void Read(InputItem item, Reading reading);
}

/// <summary>What the formats share: the rules of the story, the assembly of reports, and how facts that came with an item are taken. Immutable.</summary>
internal sealed class ReportParts(LanguageData data, ReadOptions options)
{
    public LanguageData Data { get; } = data;

    public ReadOptions Options { get; } = options;

    public StoryLines Story { get; } = StoryLines.Of(data);

    public ReportAssembly Assembly { get; } = new(data);

    public HtmlReports Pages { get; } = new(data);

    public ItemFacts Facts { get; } = new(data);

    /// <summary>Makes the lines of <paramref name="draft"/> from plain text.</summary>
    public Problem? FillText(ReportDraft draft, string text)
    {
        string clean = CharacterCleaning.Clean(text, keepInvisible: Options.Raw);
        draft.Lines = Options.Raw ? PlainText.Paragraphs(clean) : PlainText.Lines(clean);
        if (!Options.Raw)
            Story.Clean(draft, markup: draft.Title is not null);
        return null;
    }

    /// <summary>Makes the lines of <paramref name="draft"/> from a piece of markup whose facts came beside it.</summary>
    public Problem? FillMarkup(ReportDraft draft, string markup)
    {
        draft.IsDescribed = true;
        return Pages.Fill(draft, CharacterCleaning.Clean($"<html><body><article>{markup}</article></body></html>"));
    }
}

/// <summary>What the reading of one item has given so far. Mutable, private to one reading.</summary>
internal sealed class Reading(ReportParts parts)
{
    public List<Report> Reports { get; } = [];

    public List<Problem> Problems { get; } = [];

    /// <summary>The text of an item; bytes that are invalid in its encoding are told of.</summary>
    public string Decode(InputItem item, bool markup)
    {
        (string decoded, string? broken) = TextDecoding.Decode(item.Bytes, markup, item.Charset);
        if (broken is not null)
            Problems.Add(ReadProblems.BrokenEncoding(item.Path, broken));
        return decoded;
    }

    /// <summary>An empty draft for a report made of <paramref name="bytes"/>.</summary>
    public ReportDraft Draft(string path, ReadOnlySpan<byte> bytes, string? address = null) =>
        new() { Path = path, BytesSha256 = StableHash.Sha256(bytes), Url = address, AnyLanguage = parts.Options.Raw };

    /// <summary>Makes the report of a draft that was filled, or keeps the <paramref name="problem"/> that it was not.</summary>
    public void Finish(ReportDraft draft, Problem? problem)
    {
        Report? report = null;
        if (problem is { IsNotice: true })
        {
            Problems.Add(problem);
            problem = null;
        }
        if (problem is null)
            (report, problem) = parts.Assembly.Finish(draft);
        if (report is not null)
            Reports.Add(report);
        if (problem is not null)
            Problems.Add(problem);
    }
}
