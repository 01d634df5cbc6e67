using Parallax.Read;
using Xunit;

namespace Parallax.Tests.Read;

/// <summary>Other stories that a page prints beside, within or below its own.</summary>
public sealed class OtherStoryTests
{
    private const string Title = "Bridge at Harrowmoor shut after cable snaps";
    private const string Other = "Choir from Pellingford invited to sing at festival";
    private const string First = "The choir of Pellingford will sing at the summer festival, its conductor announced yesterday.";
    private const string Second = "Forty singers have rehearsed madrigals since autumn, and tickets are nearly sold out already.";

    private static readonly string[] Own =
    [
        "The road authority shut the suspension bridge at Harrowmoor on Tuesday after one of its cables snapped in the wind.",
        "Two lorries were standing on the bridge when the cable broke, and both drivers walked to the bank unhurt.",
        "Engineers from the road authority said the bridge would stay shut for at least three weeks while they test each cable.",
        "Residents of Harrowmoor must drive forty kilometres to the next bridge, and the school bus has stopped running.",
        "The regional minister promised a free ferry across the river until the road is open to traffic again.",
        "An inspection last winter had found rust in the cables, but repairs were put off for lack of money.",
    ];

    private static string Whole => Paragraphs(Own);

    private static string Half => Paragraphs(Own[..3]);

    private static string Rest => Paragraphs(Own[3..]);

    private static string Another => Paragraphs([First, Second]);

    [Fact]
    public void A_second_article_is_cut() =>
        IsOwn($"<main><article><h1>{Title}</h1>{Whole}</article><article><h1>{Other}</h1>{Another}{Another}</article></main>");

    [Fact]
    public void The_title_decides_which_story_stays() =>
        IsOwn($"<main><article><h1>{Other}</h1>{Another}<p>{First} {Second} {First} {Second} {First} {Second} {First} {Second}</p></article><article><h1>{Title}</h1>{Whole}</article></main>");

    [Fact]
    public void A_second_headline_in_one_container_begins_another_story()
    {
        IsOwn($"<main><h1>{Title}</h1>{Whole}<h1>{Other}</h1>{Another}</main>");
        IsOwn($"<main><div><h1>{Title}</h1>{Whole}<hr><h2><a href=\"/o\">{Other}</a></h2><p>3 May 2031</p>{Another}</div></main>");
        IsOwn($"<main><div><h1>{Title}</h1>{Whole}</div><div><h2>{Other}</h2><p>By Ada Finch</p>{Another}</div></main>");
    }

    [Fact]
    public void A_heading_of_the_first_rank_within_the_story_keeps_its_part()
    {
        Report report = ReadCase.FromHtml(Page($"<main><h1>{Title}</h1>{Half}<h1>The road authority and its cables</h1>{Rest}</main>"));
        Assert.Contains(Own[5], report.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<h4>Related</h4><p>{1}</p><p>{2}</p><h4>Inspection</h4>")]
    [InlineData("<p><strong>Read more:</strong> <a href=\"/o\">{0}</a></p><p>{1}</p>")]
    [InlineData("<p><a href=\"/o\"><strong>{1}</strong></a></p>")]
    [InlineData("<blockquote><a href=\"/o\">{1}</a></blockquote>")]
    [InlineData("<details><summary>{0}</summary><p>{1}</p></details>")]
    [InlineData("<ul><li><a href=\"/o\">{1}</a></li><li><a href=\"/p\">{2}</a></li></ul>")]
    [InlineData("<table><tr><td><a href=\"/o\">{0}</a><br>{1}</td></tr></table>")]
    [InlineData("<story-card><h3>{0}</h3><p>{1}</p></story-card>")]
    [InlineData("<label>{1}</label>")]
    [InlineData("<h3><a href=\"/o\">{0}</a></h3><p>{1}</p>")]
    public void A_pointer_between_two_paragraphs_is_cut(string form) =>
        IsOwn($"<main><article><h1>{Title}</h1>{Half}{Filled(form)}{Rest}</article></main>");

    [Theory]
    [InlineData("<h3><a href=\"/o\">{0}</a></h3><p>{1}</p><h3><a href=\"/p\">{0} again</a></h3><p>{2}</p>")]
    [InlineData("<h2>More from the Harrowmoor Post</h2><p>{1}</p><p>{2}</p>")]
    [InlineData("<h2>{0}</h2><p>{1}</p><p>{2}</p>")]
    [InlineData("<p>***</p><p><b>{0}</b></p><p>{1}</p>")]
    [InlineData("<dl><dt><a href=\"/o\">{0}</a></dt><dd>{1}</dd></dl>")]
    [InlineData("<p><a href=\"/o\">{0}</a></p><p>{1}</p>")]
    public void A_pointer_behind_the_story_is_cut(string form) =>
        IsOwn($"<main><article><h1>{Title}</h1>{Whole}{Filled(form)}</article></main>");

    [Fact]
    public void A_labelled_list_before_the_story_is_cut() =>
        IsOwn($"<main><article><h1>{Title}</h1><h4>Most read</h4><ol><li>{First}</li><li>{Second}</li></ol>{Whole}</article></main>");

    [Theory]
    [InlineData("<p><a href=\"/x\">The minister said last week that every bridge and cable in the region had been tested.</a></p>", "every bridge and cable")]
    [InlineData("<blockquote><p>\"We heard a whistle and then it whipped past the window,\" said Una Thorley, a driver.</p></blockquote>", "whipped past the window")]
    [InlineData("<h2>What happens next</h2><p>Nobody has offered compensation to shopkeepers whose customers stay away.</p><p>Their association meets tomorrow.</p>", "Nobody has offered compensation")]
    [InlineData("<ul><li>Pedestrians may use the footway on the north side from noon.</li><li>Cyclists must dismount.</li></ul>", "Cyclists must dismount")]
    public void Story_that_looks_set_off_stays(string form, string kept)
    {
        Report report = ReadCase.FromHtml(Page($"<main><article><h1>{Title}</h1>{Half}{form}{Rest}</article></main>"));
        Assert.Contains(kept, report.Text, StringComparison.Ordinal);
        Assert.Contains(Own[5], report.Text, StringComparison.Ordinal);
    }

    private static void IsOwn(string body)
    {
        Report report = ReadCase.FromHtml(Page(body));
        Assert.Equal(Title, report.Title);
        foreach (string sentence in Own)
            Assert.Contains(sentence, report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(First, report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Second, report.Text, StringComparison.Ordinal);
    }

    private static string Filled(string form) => form.Replace("{0}", Other, StringComparison.Ordinal).Replace("{1}", First, StringComparison.Ordinal).Replace("{2}", Second, StringComparison.Ordinal);

    private static string Paragraphs(string[] sentences) => string.Concat(sentences.Select(sentence => $"<p>{sentence}</p>"));

    private static string Page(string body) => $"<html><head><title>{Title}</title></head><body>{body}</body></html>";
}
