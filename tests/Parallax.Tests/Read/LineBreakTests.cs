using System.Text;
using Parallax.Data;
using Parallax.Read;
using Xunit;
using static Parallax.Tests.Read.ReadCase;

namespace Parallax.Tests.Read;

/// <summary>Which line breaks divide paragraphs.</summary>
public class LineBreakTests
{
    private static string[] Lines(string inner) =>
        [.. FromHtml($"<html><body><article><h1>Boats turned back</h1><p>{Lead}</p><p>{inner}</p><p>{Second}</p><p>{Third}</p></article></body></html>").Text.Split("\n\n")[1..^2]];

    [Theory]
    [InlineData("Missing:<br>6 in Marlow Quay<br>12 in Estrel", "Missing:|6 in Marlow Quay|12 in Estrel")]
    [InlineData("Quay Rovers beat Estrel Town 6-0, 7-6 (7-3) in the first match<br>Harbour Boys beat Strait United 6-0, 6-1", "Quay Rovers beat Estrel Town 6-0, 7-6 (7-3) in the first match|Harbour Boys beat Strait United 6-0, 6-1")]
    [InlineData("1. The Osprey<br>2. The Tern<br/>\n3. The Gannet", "1. The Osprey|2. The Tern|3. The Gannet")]
    [InlineData("What happened?<br>Two boats of the fleet were stopped in the strait and were brought to the pier before noon.", "What happened?|Two boats of the fleet were stopped in the strait and were brought to the pier before noon.")]
    [InlineData("Two boats of the fleet were stopped in the strait<br>and were brought to the pier before noon.", "Two boats of the fleet were stopped in the strait and were brought to the pier before noon.")]
    [InlineData("Two boats of the fleet were stopped near the port of Marlow<br>Quay and were brought<br>to the pier of the town by patrol boats before noon.", "Two boats of the fleet were stopped near the port of Marlow Quay and were brought to the pier of the town by patrol boats before noon.")]
    [InlineData("Talks will be led by Ann Other,<br>Minister of Fisheries.", "Talks will be led by Ann Other, Minister of Fisheries.")]
    public void A_line_break_divides_rows_but_not_sentences(string inner, string expected) => Assert.Equal(expected.Split('|'), Lines(inner));

    [Fact]
    public void Rows_are_neither_headings_nor_without_a_place_in_the_page()
    {
        string page = $"<html><body><article><h1>Boats turned back</h1><p>{Lead}</p><p>Missing:<br>6 in Marlow Quay<br>12 in Estrel<br>6 in Marlow Quay North</p><p>{Second}</p></article></body></html>";
        ReportReader reader = new(LanguageData.English, ReadOptions.Default with { Offsets = true });
        Report report = Assert.Single(reader.Read(new InputItem("a.html", Encoding.UTF8.GetBytes(page))).Reports);
        Assert.DoesNotContain(report.Paragraphs, paragraph => paragraph.Kind == ParagraphKind.Heading);
        Assert.Equal(0, report.Source!.Map!.Unmapped);
        Assert.Equal("6 in Marlow Quay", page.Substring(report.Source.Map.InPage(report.Paragraphs[2].Span).Single().Start, 16));
        Assert.Equal(page.IndexOf("12 in Estrel", StringComparison.Ordinal), report.Source.Map.InPage(report.Paragraphs[3].Span).Single().Start);
    }

    [Fact]
    public void A_headline_of_two_lines_is_one() =>
        Assert.Contains("Talks To Resume On Thursday", FromHtml($"<html><body><article><h1>Boats turned back</h1><p>{Lead}</p><h2>Talks To Resume<br>On Thursday</h2><p>{Second}</p></article></body></html>").Text, StringComparison.Ordinal);
}
