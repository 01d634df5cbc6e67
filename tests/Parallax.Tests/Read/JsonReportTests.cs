using System.Text;
using Parallax.Read;
using Parallax.Text;
using Xunit;
using static Parallax.Tests.Read.ReadCase;

namespace Parallax.Tests.Read;

public class JsonReportTests
{
    private static (IReadOnlyList<Report> Reports, IReadOnlyList<Problem> Problems) Json(string json, string path = "a.json") => ReadAll(path, Encoding.UTF8.GetBytes(json));

    [Fact]
    public void A_news_please_object_is_read()
    {
        Report report = Assert.Single(Json($$"""
            { "authors": ["Ann Lee"], "date_download": "2031-06-01 00:00:00", "date_modify": "2031-05-28 10:00:00", "date_publish": "2031-05-27 09:30:00",
              "description": "Not this.", "image_url": "https://courier.example/x.jpg", "language": "en", "source_domain": "courier.example",
              "maintext": "{{Lead}}\n{{Second}}", "title": "Boats turned back", "url": "https://courier.example/boats" }
            """).Reports);
        Assert.Equal(("a.json", "Boats turned back", "https://courier.example/boats"), (report.Path, report.Title, report.Url));
        Assert.Equal(("2031-05-27", "2031-05-28"), (report.Published.Date.ToString(), report.Modified.ToString()));
        Assert.Equal($"{Lead}\n\n{Second}", report.Text);
    }

    [Fact]
    public void A_line_at_the_foot_takes_none_of_the_text_above_it()
    {
        string[] told = [.. Enumerable.Range(1, 14).Select(i => $"The council of Varn counted {i} broken windows in the harbour street after the storm.")];
        Report report = Assert.Single(Json($"{{\"title\": \"Storm breaks windows in Varn\", \"text\": \"{string.Join("\\n", told)}\\nDo you know more? Write to tips@courier.example today.\"}}").Reports);
        Assert.Equal(string.Join("\n\n", told), report.Text);
        Assert.Contains("tips@", Assert.Single(report.Cuts).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Arrays_and_objects_one_after_the_other_are_divided()
    {
        string one = $"{{\"text\": \"{Lead} \\\"}}]\\\" {Second}\"}}", two = $"{{\"text\": \"{Third} {Second}\", \"tags\": [{{\"a\": []}}]}}";
        Assert.Equal(["a.json#1", "a.json#2"], Json($" [\n{one},\n {two} ]\n").Reports.Select(r => r.Path));
        Assert.Equal(["a.json#1", "a.json#2"], Json($"{one}\n{two}").Reports.Select(r => r.Path));
        Assert.Contains("\"}]\"", Json($"[{one}]").Reports[0].Text, StringComparison.Ordinal);
        Assert.Equal("a.json#1", Json($"[{one}]").Reports[0].Path);
    }

    [Fact]
    public void What_stands_before_damage_is_read()
    {
        string one = $"{{\"text\": \"{Lead} {Second}\"}}";
        foreach (string damaged in (string[])[$"[{one}, {{\"text\": \"{Lead}", $"[{one}, oops]"])
        {
            (IReadOnlyList<Report> reports, IReadOnlyList<Problem> problems) = Json(damaged);
            Assert.Equal("a.json#1", Assert.Single(reports).Path);
            Assert.Equal(("PX1026", "a.json"), (Assert.Single(problems).Code, problems[0].Given));
        }
        (IReadOnlyList<Report> others, IReadOnlyList<Problem> faults) = Json($"[{{\"text\": nul}}, {one}]");
        Assert.Equal("a.json#2", Assert.Single(others).Path);
        Assert.Equal(("PX1012", "a.json#1"), (Assert.Single(faults).Code, faults[0].Given));
    }

    [Fact]
    public void A_ninjs_item_gives_its_own_text_and_not_that_of_its_associations()
    {
        Report report = Assert.Single(Json($$"""
            { "uri": "https://wire.example/items/7", "type": "text", "versioncreated": "2031-03-02T10:00:00Z", "firstcreated": "2031-03-01T08:00:00Z", "pubstatus": "usable",
              "headline": "Talks resume", "byline": "By Bo Ray", "language": "en-US", "located": "Marlow Quay", "usageterms": "Not this.", "description_text": "Nor this.",
              "infosources": [ { "name": "Strait Wire" } ], "body_xhtml": "<div><p>{{Lead}}</p><p>{{Third}}</p></div>",
              "associations": { "photo": { "type": "picture", "headline": "A boat", "body_text": "A caption that must not enter the text of the report at all." } } }
            """).Reports);
        Assert.Equal($"{Lead}\n\n{Third}", report.Text);
        Assert.Equal(("Talks resume", "Strait Wire", "https://wire.example/items/7"), (report.Title, report.Outlet, report.Url));
        Assert.Equal(["Bo Ray"], report.Bylines);
        Assert.Equal(("2031-03-01", "2031-03-02"), (report.Published.Date.ToString(), report.Modified.ToString()));
    }

    [Fact]
    public void Later_ninjs_lists_headlines_and_bodies()
    {
        Report report = Assert.Single(Json($$"""
            { "standard": { "name": "ninjs", "version": "3.0" }, "headlines": [ { "role": "short", "value": "Short" }, { "role": "main", "value": "The main one" } ],
              "bodies": [ { "role": "main", "contentType": "text/html", "value": "<p>{{Lead}}</p><p>{{Second}}</p>" }, { "role": "caption", "contentType": "image/x", "value": "no" } ] }
            """).Reports);
        Assert.Equal("The main one", report.Title);
        Assert.Equal($"{Lead}\n\n{Second}", report.Text);
    }

    [Theory]
    [InlineData("{\"headline\":\"x\",\"pubstatus\":\"canceled\",\"body_text\":\"A long enough text that the publisher has taken back since.\"}", "PX1030")]
    [InlineData("{\"title\":\"x\",\"description\":\"Only a teaser.\"}", "PX1023")]
    [InlineData("{\"title\":\"x\",\"content\":\"Fishermen in the harbour town said on Tuesday that patrol boats had tu… [+2163 chars]\"}", "PX1023")]
    [InlineData("{\"title\":\"x\"}", "PX1012")]
    [InlineData("{\"text\":\"\\ud800\"}", "PX1012")]
    [InlineData("[]", "PX1005")]
    [InlineData("{\"articles\":[]}", "PX1029")]
    [InlineData("\"text\"", "PX1026")]
    public void What_holds_no_story_has_its_code(string json, string code) => Assert.Equal(code, Code("a.json", Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_json_feed_and_the_answer_of_a_service_are_lists()
    {
        (IReadOnlyList<Report> reports, _) = Json($$"""
            { "version": "https://jsonfeed.org/version/1.1", "title": "Quay Courier", "items": [
              { "id": "1", "url": "https://courier.example/1", "title": "A", "content_html": "<p>{{Lead}}</p><p>{{Second}}</p>", "date_published": "2031-01-02T00:00:00Z", "authors": [ { "name": "Ann Lee" } ] },
              { "id": "https://courier.example/2", "content_text": "{{Second}}\n\n{{Third}}" } ] }
            """);
        Assert.Equal(["a.json#1", "a.json#2"], reports.Select(r => r.Path));
        Assert.All(reports, r => Assert.Equal("Quay Courier", r.Outlet));
        Assert.Equal(["https://courier.example/1", "https://courier.example/2"], reports.Select(r => r.Url));
        Assert.Equal(["l.jsonl#2.1"], Json($"{{\"text\":\"{Lead}\"}}\n{{\"hits\":{{\"hits\":[{{\"_id\":\"9\",\"_source\":{{\"body\":\"{Second} {Third}\"}}}}]}}}}", "l.jsonl").Reports.Select(r => r.Path).Skip(1));
    }

    [Fact]
    public void A_list_under_the_name_of_an_outlets_data_and_markup_in_a_text_field_are_read() =>
        Assert.Equal($"{Lead}\n\n{Second}", Assert.Single(Json($"{{\"title\":{{\"rendered\":\"T &amp; U\"}},\"content\":{{\"rendered\":\"<p>{Lead}</p>\\n<p>{Second}</p>\"}}}}").Reports).Text);

    [Fact]
    public void An_empty_list_does_not_hide_another_and_only_the_web_is_an_address()
    {
        string json = $$"""{"articles": [], "results": [{"title": "Boats", "url": "javascript:alert(1)", "text": "{{Lead}}"}]}""";
        Report report = Assert.Single(Packed.Opened("a.json", Packed.Utf8(json)).Reports);
        Assert.Equal((Lead, (string?)null), (report.Text, report.Url));
        Assert.Contains("byte 4 ", Assert.Single(Packed.Opened("b.json", Packed.Utf8("[{}nonsense that goes on")).Problems, problem => problem.Code == "PX1026").What, StringComparison.Ordinal);
    }
}
