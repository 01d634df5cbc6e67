using System.Text.Json;
using Parallax.Bench;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Bench;

/// <summary>Predictions as files of JSON lines: the writer, and runs over tiny sets in the layout of the real ones.</summary>
public sealed class PredictionsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parallax-predictions-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_record_is_one_line_with_its_id_first_whatever_its_words_hold()
    {
        const string Text = "He said \"no\"\nand left\u2028for \U0001F30D Lyon.";
        string at = Path.Combine(_folder.FullName, "not", "there");
        using (Predictions predictions = new(at))
        {
            predictions.Begin();
            predictions.Record("a\"1", Text, record => record.Word("none", null).Spans("spans", [new TextSpan(8, 14), new TextSpan(Text.IndexOf("Lyon", StringComparison.Ordinal), 4)]));
            predictions.Record("a\"2", "", record => record.Number("number", null).Flag("flag", true).Rows("rows", [[1, 2], []]));
            predictions.Save("set");
        }
        string[] lines = File.ReadAllText(Path.Combine(at, "set.jsonl")).Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Equal("", lines[2]);
        Assert.DoesNotContain('\u2028', lines[0]);
        Assert.StartsWith("{\"id\":\"a\\\"1\",\"none\":null,", lines[0], StringComparison.Ordinal);
        JsonElement[] spans = [.. JsonDocument.Parse(lines[0]).RootElement.GetProperty("spans").EnumerateArray()];
        Assert.Equal("\"no\"\nand left\u2028", spans[0].GetProperty("text").GetString());
        // The globe is one code point and two units.
        Assert.Equal((28, 32), (spans[1].GetProperty("b").GetInt32(), spans[1].GetProperty("e").GetInt32()));
        Assert.Equal("{\"id\":\"a\\\"2\",\"number\":null,\"flag\":true,\"rows\":[[1,2],[]]}", lines[1]);
    }

    [Fact]
    public void Sets_do_not_mix_and_a_longer_file_of_an_earlier_run_is_replaced()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "one.jsonl"), new string('x', 500));
        File.WriteAllText(Path.Combine(_folder.FullName, "skipped.jsonl"), "stale");
        File.WriteAllText(Path.Combine(_folder.FullName, "empty.jsonl"), "stale");
        using Predictions predictions = new(_folder.FullName);
        foreach (string set in new[] { "one", "two" })
        {
            predictions.Begin();
            predictions.Record(set + "-b", "", _ => { });
            predictions.Record(set + "-a", "", _ => { });
            predictions.Save(set);
        }
        predictions.Skip("skipped");
        predictions.Begin();
        predictions.Save("empty");
        Assert.Equal("{\"id\":\"one-b\"}\n{\"id\":\"one-a\"}\n", File.ReadAllText(Path.Combine(_folder.FullName, "one.jsonl")));
        Assert.Equal("{\"id\":\"two-b\"}\n{\"id\":\"two-a\"}\n", File.ReadAllText(Path.Combine(_folder.FullName, "two.jsonl")));
        Assert.Equal(["one.jsonl", "two.jsonl"], _folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told_at_once()
    {
        string file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");
        Problem problem = Assert.Throws<ProblemException>(() => new Predictions(file)).Problem;
        Assert.Equal(("PX2004", file), (problem.Code, problem.Given));
        Assert.Contains("--predictions", problem.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void Held_out_parts_without_labels_are_answered_the_same_twice()
    {
        Write(["events", "plover-gsr"], """{"id":"g1","text":"Soldiers arrested three protesters in Tarvia on Monday."}""");
        Write(["quotes", "polnear"], """{"id":"q1","date":"2031-03-05","text":"The talks failed \ud83c\udf0d. \"We tried,\" minister Ada Brook said."}""");
        Write(["places", "lgl"], """{"id":"p1","date":"2031-03-05","text":"Rain fell in Paris."}""", """{"id":"p2","text":"Nothing happened."}""");
        Write(["fusion", "gun-violence"], $$"""{"id":"v1","date":"2031-03-05","title":"Shooting","text":"Two men were killed and one woman was injured in a shooting, police said. {{string.Join(' ', Enumerable.Repeat("The street was quiet.", 8))}}"}""");
        string first = Path.Combine(_folder.FullName, "first"), second = Path.Combine(_folder.FullName, "second");
        Assert.Equal(0, Quality.Run(Options("events.plover", first)));
        Assert.Equal(["events.plover-gsr.jsonl"], Directory.GetFiles(first).Select(Path.GetFileName));
        foreach (string only in new[] { "events.plover", "quotes", "places.lgl", "figures.gun" })
        {
            Assert.Equal(0, Quality.Run(Options(only, first)));
            Assert.Equal(0, Quality.Run(Options(only, second)));
        }
        string[] names = [.. Directory.GetFiles(first).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];
        Assert.Equal(["events.plover-gsr.jsonl", "figures.gun-violence.jsonl", "places.lgl.jsonl", "quotes.polnear.jsonl"], names);
        foreach (string name in names)
            Assert.Equal(File.ReadAllBytes(Path.Combine(first, name)), File.ReadAllBytes(Path.Combine(second, name)));

        JsonElement[] events = [.. Lines(first, "events.plover-gsr").Single().GetProperty("events").EnumerateArray()];
        Assert.Contains(events, e => e.GetProperty("root").GetString() == "COERCE" && e.GetProperty("text").GetString() == "arrested"
            && e.GetProperty("initiators")[0].GetProperty("mentions")[0].GetProperty("b").GetInt32() == 0);
        JsonElement[] places = [.. Lines(first, "places.lgl")];
        Assert.Equal(["p1", "p2"], places.Select(line => line.GetProperty("id").GetString()));
        JsonElement paris = Assert.Single(places[0].GetProperty("toponyms").EnumerateArray());
        Assert.Equal((13, 18, "FR"), (paris.GetProperty("b").GetInt32(), paris.GetProperty("e").GetInt32(), paris.GetProperty("country").GetString()));
        JsonElement toll = Lines(first, "figures.gun-violence").Single();
        Assert.Equal((2, 1), (toll.GetProperty("num_killed").GetInt32(), toll.GetProperty("num_injured").GetInt32()));
        // Counted in code points: the globe before them is one.
        JsonElement said = Lines(first, "quotes.polnear").Single().GetProperty("attributions")[0];
        Assert.Equal(("said", 51), (said.GetProperty("cue")[0].GetProperty("text").GetString(), said.GetProperty("cue")[0].GetProperty("b").GetInt32()));
    }

    private QualityOptions Options(string only, string predictions) =>
        new(_folder.FullName, "test", only, Verbose: false, Raise: false, Lower: [], predictions);

    private void Write(string[] set, params string[] lines)
    {
        string folder = Path.Combine([_folder.FullName, .. set]);
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, "test.jsonl"), lines);
    }

    private static IEnumerable<JsonElement> Lines(string folder, string set) => GoldFolder.Records(Path.Combine(folder, set + ".jsonl"));

    [Fact]
    public void Reports_of_one_length_are_cut_and_joined_from_longer_and_shorter_texts()
    {
        string[] texts = ["One  two\n\n" + string.Join(' ', Enumerable.Repeat("word", 600)), string.Join(' ', Enumerable.Repeat("more", 398)), "left over"];
        string[] reports = [.. ReportSpeed.Cut(texts)];
        Assert.Equal([500, 500], reports.Select(report => report.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.StartsWith("One  two\n\nword", reports[0], StringComparison.Ordinal);
        Assert.EndsWith("word\n\n" + string.Join(' ', Enumerable.Repeat("more", 398)), reports[1], StringComparison.Ordinal);
    }
}
