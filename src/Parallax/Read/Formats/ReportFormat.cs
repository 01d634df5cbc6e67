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

    public MailSenders Senders { get; } = new(data);

    /// <summary>Makes the lines of <paramref name="draft"/> from plain text.</summary>
    public Problem? FillText(ReportDraft draft, string text)
    {
        CleanText content = CleanText.Of(text, keepInvisible: Options.Raw);
        draft.Note(content);
        string clean = Options.Raw ? CharacterCleaning.Composed(content.Text) : content.Text;
        draft.Lines = Options.Raw ? PlainText.Paragraphs(clean) : PlainText.Lines(clean);
        if (!Options.Raw)
            Story.Clean(draft, markup: draft.Title is not null);
        return null;
    }

    /// <summary>Makes the lines of <paramref name="draft"/> from a piece of markup whose facts came beside it.</summary>
    public Problem? FillMarkup(ReportDraft draft, string markup)
    {
        draft.IsDescribed = true;
        CleanText content = CleanText.Of($"<html><body><article>{markup}</article></body></html>");
        draft.Note(content);
        return Pages.Fill(draft, content.Text);
    }

    /// <summary>Has <paramref name="draft"/> traced back to the text of an item that holds it, if that is asked for.</summary>
    public void TraceTo(ReportDraft draft, string text, ContentKind kind)
    {
        if (Options.Offsets)
            draft.Content = (CleanText.Of(text), kind);
    }

    /// <summary>Fills <paramref name="draft"/> from a whole page.</summary>
    public Problem? FillPage(ReportDraft draft, string page)
    {
        CleanText content = CleanText.Of(page);
        draft.Note(content);
        content.NoteReferences(draft.Removed);
        if (Options.Offsets)
            draft.Content = (content, ContentKind.Page);
        return Pages.Fill(draft, content.Text);
    }
}

/// <summary>What the reading of one item has given so far. Mutable, private to one reading.</summary>
internal sealed class Reading(ReportParts parts)
{
    public List<Report> Reports { get; } = [];

    public List<Problem> Problems { get; } = [];

    private ReportSource? _source;

    /// <summary>The text of an item; bytes that are invalid in its encoding are told of.</summary>
    public string Decode(InputItem item, bool markup)
    {
        DecodedText decoded = TextDecoding.Decode(item.Bytes, markup, item.Charset);
        if (decoded.IsDamaged)
            Problems.Add(ReadProblems.BrokenEncoding(item.Path, decoded.Encoding));
        if (decoded is { Basis: EncodingBasis.Corrected, Encoding: not "utf-8" })
            Problems.Add(ReadProblems.OtherEncoding(item.Path, decoded.Encoding));
        if (decoded.Repaired > 0)
            Problems.Add(ReadProblems.EncodedTwice(item.Path, decoded.Repaired));
        _source = new ReportSource(decoded.Encoding, decoded.Basis);
        return decoded.Text;
    }

    /// <summary>An empty draft for a report made of <paramref name="bytes"/>.</summary>
    public ReportDraft Draft(string path, ReadOnlySpan<byte> bytes, string? address = null) =>
        new() { Path = path, BytesSha256 = StableHash.Sha256(bytes), Url = address, AnyLanguage = parts.Options.Raw, Source = _source };

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
            Reports.Add(WithMap(report, draft));
        if (report is not null && draft.Removed[(int)InvisibleKind.Direction] is > 0 and int turned)
            Problems.Add(ReadProblems.TurnedText(draft.Path, turned));
        if (report is not null && draft.Removed[(int)InvisibleKind.Hidden] is > 0 and int hidden)
            Problems.Add(ReadProblems.HiddenText(draft.Path, hidden));
        if (problem is not null)
            Problems.Add(problem);
    }

    private static Report WithMap(Report report, ReportDraft draft)
    {
        if (draft.Source is not { } source)
            return report;
        if (draft.Content is not { } content)
            return report with { Source = source };
        int[] places = [.. draft.Lines.Where(line => line.Kept).Select(line => line.Source)];
        return report with { Source = source with { Map = PageMapBuilder.Build(report, content.Text, content.Kind, places) } };
    }
}
