using System.Text;
using Parallax.Data;
using Parallax.Present;
using Parallax.Read;
using Parallax.Text;
using Xunit;
using static Parallax.Tests.Read.ReadCase;

namespace Parallax.Tests.Read;

public class PageMapTests
{
    private static (Report Report, PageMap Map) Mapped(string path, string content)
    {
        ReportReader reader = new(LanguageData.English, ReadOptions.Default with { Offsets = true });
        Report report = Assert.Single(reader.Read(new InputItem(path, Encoding.UTF8.GetBytes(content))).Reports);
        Assert.NotNull(report.Source?.Map);
        return (report, report.Source.Map);
    }

    /// <summary>What the page shows where <paramref name="words"/> of the text came from.</summary>
    private static string[] Places(string path, string content, string words)
    {
        (Report report, PageMap map) = Mapped(path, content);
        int at = report.Text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, report.Text);
        return [.. map.InPage(new TextSpan(at, words.Length)).Select(place => content.Substring(place.Start, place.Length))];
    }

    [Fact]
    public void Each_piece_between_tags_is_a_run_of_its_own()
    {
        string page = $"<html><body><article><h1>Boats turned back</h1><p>{Lead}</p><p>The coast guard <b>confirmed</b> that two <a href='/x'>boats\n  were</a> stopped, a spokesman said.</p><p>{Third}</p></article></body></html>";
        Assert.Equal(["The coast guard", "confirmed", "that two", "boats\n  were", "stopped, a spokesman said."], Places("a.html", page, "The coast guard confirmed that two boats were stopped, a spokesman said."));
        (_, PageMap map) = Mapped("a.html", page);
        Assert.Equal(0, map.Unmapped);
    }

    [Fact]
    public void Entities_invisible_characters_and_line_ends_lie_inside_the_range()
    {
        string page = $"<html>\r\n<body>\r\n<p>{Lead}</p>\r\n<p>Mr&nbsp;V&eacute;lin &amp; Mr Br\u00ADek\u200Bke said &#8220;ne&shy;ver&#148;, at the cafe\u0301 on the\r\nquay, in front of the boats that had come back.</p>\r\n</body></html>";
        Assert.Equal(["Mr&nbsp;V&eacute;lin &amp; Mr Br\u00ADek\u200Bke said &#8220;ne&shy;ver&#148;, at the cafe\u0301 on the\r\nquay, in front of the boats that had come back."],
            Places("a.html", page, "Mr V\u00E9lin & Mr Brekke said \u201Cnever\u201D, at the caf\u00E9 on the quay, in front of the boats that had come back."));
    }

    [Fact]
    public void What_is_left_out_of_a_paragraph_has_no_run()
    {
        string page = $"<html><body><p>{Lead}</p><p>The coast guard confirmed <button>Share this</button><script>var s = 'that two';</script>that two boats were stopped<!-- that two boats -->, but denied more.</p><p>{Third}</p></body></html>";
        Assert.Equal(["The coast guard confirmed", "that two boats were stopped", ", but denied more."], Places("a.html", page, "The coast guard confirmed that two boats were stopped, but denied more."));
    }

    [Fact]
    public void The_same_words_elsewhere_are_not_taken_for_the_place()
    {
        string page = $"<html><head><title>Boats turned back again</title><meta name=description content='{Second}'></head><body><nav><a href=/>{Lead}</a></nav><article><p>{Lead}</p><p>{Second}</p><p>{Third}</p></article></body></html>";
        (Report report, PageMap map) = Mapped("a.html", page);
        Assert.Equal(page.LastIndexOf(Lead, StringComparison.Ordinal), map.InPage(report.Paragraphs[0].Span).First().Start);
        Assert.Equal(0, map.Unmapped);
    }

    [Fact]
    public void Plain_text_and_the_fields_of_json_are_traced_too()
    {
        Assert.Equal([Lead], Places("a.txt", $"Boats turned back\r\n\r\nBy Ana Torvel\r\n\r\n{Lead}\r\n\r\n{Second}\r\n", Lead));
        Assert.Equal(["Mr Velin\\u00A0said \\u201Cno\\u201D, and the \\\"boats\\\" went back to the harbour on Monday."],
            Places("a.jsonl", $"{{\"title\":\"Boats turned back\",\"text\":\"{Lead}\\n\\nMr Velin\\u00A0said \\u201Cno\\u201D, and the \\\"boats\\\" went back to the harbour on Monday.\"}}", "Mr Velin said \u201Cno\u201D, and the \"boats\" went back to the harbour on Monday."));
    }

    [Fact]
    public void Text_taken_from_linked_data_is_traced_into_the_script()
    {
        string body = string.Join("\\n\\n", Enumerable.Range(1, 8).Select(i => $"{Lead} {Second} \\u201CNumber {i}\\u201D, he said."));
        string page = $"<html><head><script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"articleBody\":\"{body}\"}}</script></head><body><p>{Lead}</p></body></html>";
        (Report report, PageMap map) = Mapped("a.html", page);
        Assert.Contains("\u201CNumber 8\u201D", report.Text, StringComparison.Ordinal);
        Assert.Equal(0, map.Unmapped);
    }

    [Fact]
    public void Nothing_is_traced_unless_asked_and_the_encoding_is_told_always()
    {
        Report report = FromHtml($"<html><body><p>{Lead}</p><p>{Second}</p></body></html>");
        Assert.Equal(new ReportSource("utf-8", EncodingBasis.Detected), report.Source);
        Assert.EndsWith(",\"source\":{\"encoding\":\"utf-8\",\"basis\":\"detected\"}}", StageJson.Read(report), StringComparison.Ordinal);
        (Report mapped, PageMap map) = Mapped("report.html", $"<html><body><p>{Lead}</p><p>{Second}</p></body></html>");
        Assert.Contains($"\"source\":{{\"encoding\":\"utf-8\",\"basis\":\"detected\",\"runs\":[[0,{Lead.Length},15,{Lead.Length}],[{Lead.Length + 2},{Second.Length},{15 + Lead.Length + 7},{Second.Length}]],\"mapped\":{map.Mapped},\"unmapped\":0}}", StageJson.Read(mapped), StringComparison.Ordinal);
    }
}
