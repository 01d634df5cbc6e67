using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Parallax.Assess;
using Parallax.Fuse;
using Parallax.Present;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Present;

public sealed class SituationJsonTests
{
    private static string Json(Situation situation) => SituationJson.Write(situation);

    [Theory]
    [InlineData("\"schema\": \"parallax/situation/1\"")]
    [InlineData("\"asOf\": null")]
    [InlineData("\"kind\": \"armed-force\"")]
    [InlineData("\"type\": \"PROTEST\"")]
    [InlineData("\"measure\": \"injured\"")]
    [InlineData("\"comparator\": \"at-least\"")]
    [InlineData("\"kind\": \"interested-party\"")]
    [InlineData("\"geonames\": 1001")]
    [InlineData("\"saidByText\": \"hospital officials\"")]
    [InlineData("\"sha256\": ")]
    [InlineData("\"bytesSha256\": ")]
    [InlineData("\"whenBasis\": \"narrative\"")]
    [InlineData("\"reason\": \"navigation\"")]
    [InlineData("\"score\": -7,")]
    [InlineData("\"best\": null")]
    [InlineData("“We will not move a single boat until our crews are home,” said union leader Mira Dastan.")]
    public void Writes_the_contracts_names_and_forms(string expected) =>
        Assert.Contains(expected, Json(FishingDispute.Build()), StringComparison.Ordinal);

    [Fact]
    public void Layout_is_two_spaces_and_line_feeds()
    {
        string json = Json(FishingDispute.Build());
        Assert.DoesNotContain('\r', json);
        Assert.StartsWith("{\n  \"schema\"", json, StringComparison.Ordinal);
        Assert.EndsWith("}\n", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_in_report_text_is_escaped_and_comes_back_whole()
    {
        Situation situation = FishingDispute.Build();
        string json = Json(situation);
        Assert.DoesNotContain("<script>", json, StringComparison.Ordinal);
        Assert.DoesNotContain('&', json);
        Situation again = SituationJson.Read(Encoding.UTF8.GetBytes(json), "x");
        Assert.Equal(situation.Reports[4].Text, again.Reports[4].Text);
    }

    [Fact]
    public void Reading_back_and_writing_again_gives_the_same_bytes()
    {
        string first = Json(FishingDispute.Build());
        Assert.Equal(first, Json(SituationJson.Read(Encoding.UTF8.GetBytes(first), "x")));
    }

    [Fact]
    public void Equal_decimals_are_equal_text()
    {
        Situation situation = FishingDispute.Build();
        Figure figure = situation.Figures[0];
        string plain = Json(situation with { Figures = [figure with { Low = 13m }] });
        Assert.Equal(plain, Json(situation with { Figures = [figure with { Low = 13.000m }] }));
        Assert.Contains("\"low\": 0.035,", Json(situation with { Figures = [figure with { Low = 0.0350m }] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_fields_are_passed_over()
    {
        string json = Json(FishingDispute.Build()).Replace("\"asOf\": null", "\"asOf\": null, \"later\": {\"a\": [1]}", StringComparison.Ordinal);
        Assert.Equal(5, SituationJson.Read(Encoding.UTF8.GetBytes(json), "x").Reports.Count);
    }

    [Fact]
    public void A_file_without_the_fields_added_later_reads_with_their_defaults()
    {
        JsonNode root = JsonNode.Parse(Json(FishingDispute.Build()))!;
        foreach (JsonNode? happening in root["events"]!.AsArray())
        {
            Assert.True(happening!.AsObject().Remove("whenBasis"));
            Assert.True(happening.AsObject().Remove("accounts"));
        }
        foreach (JsonNode? figure in root["figures"]!.AsArray())
            Assert.True(figure!.AsObject().Remove("scope"));
        Situation again = SituationJson.Read(Encoding.UTF8.GetBytes(root.ToJsonString()), "x");
        Assert.All(again.Events, e => Assert.Equal("unknown", e.WhenBasis));
        Assert.All(again.Events, e => Assert.Empty(e.Accounts));
        Assert.All(again.Figures, f => Assert.Empty(f.Scope));
    }

    [Theory]
    [InlineData("", "PX5002")]
    [InlineData("not json", "PX5002")]
    [InlineData("{\"reports\": [", "PX5002")]
    [InlineData("[]", "PX5003")]
    [InlineData("{}", "PX5003")]
    [InlineData("{\"schema\": 3}", "PX5003")]
    [InlineData("{\"schema\": \"parallax/situation/2\"}", "PX5004")]
    [InlineData("{\"schema\": \"parallax/situation/1\"}", "PX5005")]
    [InlineData("{\"schema\": \"parallax/situation/1\", \"generator\": null}", "PX5005")]
    public void What_is_no_situation_is_a_coded_problem(string json, string code)
    {
        Assert.False(SituationJson.TryRead(Encoding.UTF8.GetBytes(json), "file.json", out _, out Problem? problem));
        Assert.Equal(code, problem.Code);
        Assert.Equal("file.json", problem.Given);
    }

    [Theory]
    [InlineData("\"PROTEST\"", "\"PARTY\"")]
    [InlineData("\"type\": \"PROTEST\"", "\"type\": 3")]
    [InlineData("\"precision\": \"town\"", "\"precision\": \"village\"")]
    [InlineData("\"origins\": 2", "\"origins\": \"2\"")]
    [InlineData("\"schema\": \"parallax/situation/1\"", "\"schema\": \"parallax/situation/1\", \"reports\": null")]
    [InlineData("\"start\": 0,", "")]
    [InlineData("\"start\": 0,", "\"start\": 0, \"start\": 1,")]
    [InlineData("\"bylines\": []", "\"bylines\": [null]")]
    [InlineData("\"events\": [", "\"events\": [null,")]
    public void A_misshapen_field_is_a_problem_that_names_the_place(string old, string changed)
    {
        string json = Json(FishingDispute.Build()).Replace(old, changed, StringComparison.Ordinal);
        Assert.False(SituationJson.TryRead(Encoding.UTF8.GetBytes(json), "file.json", out _, out Problem? problem));
        Assert.Equal("PX5005", problem.Code);
        Assert.Matches("line |byte ", problem.What);
    }

    [Fact]
    public void Deep_nesting_is_refused_without_a_crash()
    {
        string deep = "{\"schema\": \"parallax/situation/1\", \"x\": " + new string('[', 100_000) + new string(']', 100_000) + "}";
        Assert.False(SituationJson.TryRead(Encoding.UTF8.GetBytes(deep), "x", out _, out Problem? problem));
        Assert.StartsWith("PX500", problem.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_tolerated()
    {
        byte[] json = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Json(FishingDispute.Build()))];
        Assert.True(SituationJson.TryRead(json, "x", out _, out _));
    }

    [Fact]
    public void The_output_is_plain_json_to_any_reader()
    {
        using JsonDocument document = JsonDocument.Parse(Json(FishingDispute.Build()));
        Assert.Equal("e-war", document.RootElement.GetProperty("events")[0].GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("events")[0].GetProperty("mode").ValueKind);
    }

    [Fact]
    public void A_report_is_one_line()
    {
        string line = SituationJson.Line(FishingDispute.Build().Reports[4]);
        Assert.DoesNotContain('\n', line);
        Assert.StartsWith("{\"id\":\"r-000000000005\",\"path\":\"undated/page.html\"", line, StringComparison.Ordinal);
    }
}
