using NodaTime;
using NodaTime.Text;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>The stages under measurement, made once for all sets.</summary>
internal sealed class Stages
{
    private readonly Annotator _annotator = new(LanguageData.English);
    private readonly Extractor _extractor = new(LanguageData.English);

    /// <summary>Where the sets write what Parallax answers; null where nobody asked for it.</summary>
    public Predictions? Predictions { get; init; }

    public AnnotatedReport Annotate(string text, LocalDate? published = null, string? title = null) => _annotator.Annotate(ReportOf(text, published, title));

    public AnnotatedReport Annotate(Report report) => _annotator.Annotate(report);

    public ReportClaims Extract(string text, LocalDate? published = null, string? title = null) => _extractor.Extract(Annotate(text, published, title));

    public ReportClaims Extract(Report report) => _extractor.Extract(_annotator.Annotate(report));

    /// <summary>
    /// A report over the untouched characters of a gold text, so that its offsets stay true: every line that holds something is a paragraph.
    /// </summary>
    public static Report ReportOf(string text, LocalDate? published, string? title)
    {
        List<Paragraph> paragraphs = [];
        int at = 0;
        while (at < text.Length)
        {
            int end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            if (!text.AsSpan(at, end - at).IsWhiteSpace())
                paragraphs.Add(new Paragraph(TextSpan.FromBounds(at, end), ParagraphKind.Body));
            at = end + 1;
        }
        string hash = StableHash.Sha256(text);
        return new Report
        {
            Id = StableHash.Id("r", title, text),
            Path = "gold",
            Title = title,
            Text = text,
            Paragraphs = paragraphs,
            Sha256 = hash,
            BytesSha256 = hash,
            Published = published is { } day ? new Publication(EdtfDate.Day(day), PublicationBasis.Metadata, null) : Publication.Unknown,
        };
    }

    /// <summary>The day that opens an ISO date or time; null where there is none.</summary>
    public static LocalDate? Day(string text) =>
        text.Length >= 10 && LocalDatePattern.Iso.Parse(text[..10]) is { Success: true } parsed ? parsed.Value : null;
}
