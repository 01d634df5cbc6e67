using Parallax.Fuse;
using Parallax.Web.Brief;
using Xunit;

namespace Parallax.Tests.Web;

public sealed class ReportMarkupTests
{
    private static string Write(string text, params (int Start, int End)[] spans) => ReportMarkup.Write(
        text, spans.Select((s, i) => new Evidence("x-" + (char)('a' + i), "r", s.Start, s.End, "", "", "")), id => id, onlyEvidence: false);

    private static string Mark(string id, string inner) => $"<mark id=\"x-{id}\" tabindex=\"-1\">{inner}</mark>";

    private static string Rest(string id, string inner) => $"<mark data-of=\"x-{id}\">{inner}</mark>";

    private static string Paragraph(string inner) => $"<p dir=\"auto\">{inner}</p>\n";

    [Fact]
    public void Plain_text_is_encoded_in_paragraphs() =>
        Assert.Equal(Paragraph("a &lt;b&gt;") + Paragraph("c &amp; d"), Write("a <b>\n\nc & d"));

    [Fact]
    public void One_span() => Assert.Equal(Paragraph("a" + Mark("a", "b") + "c"), Write("abc", (1, 2)));

    [Fact]
    public void A_span_inside_another_nests() =>
        Assert.Equal(Paragraph("a" + Mark("a", "b" + Mark("b", "c") + "d") + "e"), Write("abcde", (1, 4), (2, 3)));

    [Fact]
    public void Equal_borders_nest() =>
        Assert.Equal(Paragraph(Mark("a", Mark("b", "ab") + "c")), Write("abc", (0, 3), (0, 2)));

    [Fact]
    public void Neighbours_stay_apart() =>
        Assert.Equal(Paragraph(Mark("a", "ab") + Mark("b", "cd")), Write("abcd", (0, 2), (2, 4)));

    [Fact]
    public void Crossing_spans_split_at_the_border() =>
        Assert.Equal(Paragraph(Mark("a", "a" + Mark("b", "b")) + Rest("b", "c") + "d"), Write("abcd", (0, 2), (1, 3)));

    [Fact]
    public void Three_that_cross_keep_every_word() =>
        Assert.Equal(
            Paragraph(Mark("a", "a" + Mark("b", "b" + Mark("c", "c"))) + Rest("c", Rest("b", "d") + "e")),
            Write("abcde", (0, 3), (1, 4), (2, 5)));

    [Fact]
    public void A_span_over_a_paragraphs_end_goes_on_in_the_next() =>
        Assert.Equal(Paragraph("a" + Mark("a", "b")) + Paragraph(Rest("a", "c") + "d"), Write("ab\n\ncd", (1, 5)));

    [Fact]
    public void A_span_over_a_whole_paragraph_goes_on_too() =>
        Assert.Equal(Paragraph(Mark("a", "ab")) + Paragraph(Rest("a", "cd")) + Paragraph(Rest("a", "e") + "f"), Write("ab\n\ncd\n\nef", (0, 9)));

    [Fact]
    public void Spans_outside_the_text_are_left_out() =>
        Assert.Equal(Paragraph("ab"), Write("ab", (-1, 1), (1, 9), (1, 1), (int.MaxValue - 1, int.MaxValue)));

    [Fact]
    public void Without_evidence_paragraphs_are_counted_not_shown() =>
        Assert.Equal(
            "<p class=\"left-out\">1 paragraph left out</p>\n" + Paragraph(Mark("a", "b")) + "<p class=\"left-out\">2 paragraphs left out</p>\n",
            ReportMarkup.Write("a\n\nb\n\nc\n\nd", [new Evidence("x-a", "r", 3, 4, "b", "", "")], id => id, onlyEvidence: true));

    [Fact]
    public void Thousands_of_nested_spans_do_not_overflow()
    {
        string text = new('a', 20_000);
        string html = ReportMarkup.Write(text, Enumerable.Range(0, 5000).Select(i => new Evidence("x-" + i, "r", i, 20_000 - i, "", "", "")), id => id, onlyEvidence: false);
        Assert.Equal(5000, html.Split("</mark>").Length - 1);
    }
}
