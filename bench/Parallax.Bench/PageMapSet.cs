using System.Globalization;
using AngleSharp.Html.Parser;
using Parallax.Data;
using Parallax.Read;

namespace Parallax.Bench;

/// <summary>
/// Clean text traced back to the pages it was read from: the share of its characters that lie in runs. A run whose range, parsed by itself,
/// does not give exactly its words counts against all of its report's characters.
/// </summary>
internal sealed class PageMapSet : IGoldSet
{
    public string Name => "web-map";

    public IReadOnlyList<string> Files(GoldFolder folder) => [folder.PathTo("web", "trafilatura.tar.xz")];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        if (!PageArchive.CanOpen)
            yield break;
        PageArchive archive = PageArchive.Open(Files(folder)[0]);
        ReportReader reader = new(LanguageData.English, ReadOptions.Default with { Offsets = true });
        HtmlParser parser = new();
        int mapped = 0, all = 0, runs = 0, wrong = 0, pages = 0, whole = 0;
        List<string> missed = [];
        foreach (string path in archive.Paths.Where(path => path.EndsWith(".html", StringComparison.Ordinal)))
        {
            byte[] bytes = archive.Bytes(path)!;
            if (reader.Read(new InputItem(path, bytes)).Reports is not [{ Source.Map: { } map } report])
                continue;
            pages++;
            string page = TextDecoding.Decode(bytes, markup: true).Text;
            if (stages.Predictions is { } predictions)
            {
                CodePoints ofPage = new(page), ofText = new(report.Text);
                predictions.Record(path, "", answer => answer.Rows("runs", map.Runs.Select(run => (int[])[ofText.Of(run.Text).First, ofText.Of(run.Text).End, ofPage.Of(run.Page).First, ofPage.Of(run.Page).End])));
            }
            int bad = map.Runs.Count(run => !Gives(parser, page, run, report.Text));
            runs += map.Runs.Count;
            wrong += bad;
            all += map.Mapped + map.Unmapped;
            mapped += bad > 0 ? 0 : map.Mapped;
            whole += bad == 0 && map.Unmapped == 0 ? 1 : 0;
            if (bad > 0)
                missed.Add($"{path}: {bad} wrong runs");
            HashSet<int> placed = [.. map.Runs.SelectMany(run => Enumerable.Range(run.Text.Start, run.Text.Length))];
            missed.AddRange(report.Paragraphs.Where(paragraph => !placed.Contains(paragraph.Span.Start)).Select(paragraph => $"{path}: {paragraph.Span.Of(report.Text)}"));
        }
        yield return new Score(Name + ".covered", all == 0 ? 0 : (double)mapped / all,
            string.Create(CultureInfo.InvariantCulture, $"{mapped} of {all} characters, {runs} runs, {wrong} wrong; {whole} of {pages} pages wholly"), missed);
    }

    /// <summary>Whether the range of the page gives the words of the run: by a parser that the map was not made with.</summary>
    private static bool Gives(HtmlParser parser, string page, PageRun run, string text)
    {
        string range = page.Substring(run.Page.Start, run.Page.Length);
        string words = run.Text.Of(text);
        if (CharacterCleaning.Fold(range) == words)
            return true;
        using AngleSharp.Html.Dom.IHtmlDocument document = parser.ParseDocument("<!DOCTYPE html><body><p>" + range);
        if (CharacterCleaning.Fold(document.Body!.TextContent) == words && document.Body.Children is [{ ChildElementCount: 0 }])
            return true;
        // From a string of linked data.
        try
        {
            string? value = System.Text.Json.JsonSerializer.Deserialize<string>($"\"{range}\"");
            using AngleSharp.Html.Dom.IHtmlDocument inner = parser.ParseDocument("<!DOCTYPE html><body><p>" + value);
            return CharacterCleaning.Fold(inner.Body!.TextContent) == words;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }
}
