using System.Text;
using NodaTime.Text;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>Makes the report that a written case describes: "# " opens a heading, "> " a block quotation, an empty line a new paragraph.</summary>
internal static class CaseReport
{
    /// <summary>The report of <paramref name="words"/> with its headers (<c>published</c>, <c>title</c>, <c>outlet</c>, <c>dateline</c>).</summary>
    /// <param name="path">Where the case stands.</param>
    /// <param name="headers">What stands before its text.</param>
    /// <param name="words">Its text.</param>
    /// <param name="usualDay">The day of publication where no header gives one; null for none.</param>
    public static Report Of(string path, IReadOnlyDictionary<string, string> headers, string words, string? usualDay = null)
    {
        StringBuilder clean = new();
        List<Paragraph> paragraphs = [];
        foreach (string block in words.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            (string line, ParagraphKind kind) = block switch
            {
                ['#', ' ', .. string rest] => (rest, ParagraphKind.Heading),
                ['>', ' ', .. string rest] => (rest, ParagraphKind.BlockQuote),
                _ => (block, ParagraphKind.Body),
            };
            if (clean.Length > 0)
                clean.Append("\n\n");
            paragraphs.Add(new Paragraph(new TextSpan(clean.Length, line.Length), kind));
            clean.Append(line);
        }
        string text = clean.ToString();
        string? day = headers.GetValueOrDefault("published") ?? usualDay;
        return new Report
        {
            Id = StableHash.Id("r", text),
            Path = path,
            Outlet = headers.GetValueOrDefault("outlet"),
            Title = headers.GetValueOrDefault("title"),
            Dateline = headers.GetValueOrDefault("dateline") is { } dateline ? new TextSpan(text.IndexOf(dateline, StringComparison.Ordinal), dateline.Length) : null,
            Text = text,
            Paragraphs = paragraphs,
            Sha256 = StableHash.Sha256(text),
            BytesSha256 = StableHash.Sha256(text),
            Published = day is null ? Publication.Unknown : new Publication(EdtfDate.Day(LocalDatePattern.Iso.Parse(day).GetValueOrThrow()), PublicationBasis.Metadata, day),
        };
    }
}
