using System.Globalization;
using System.Text.Json;
using Parallax.Data;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>The story text of real pages: marked segments, the bodies that pages describe themselves, and teasers put into pages.</summary>
internal sealed class PageTextSet : IGoldSet
{
    private const int TeaserPages = 200;

    private readonly ReportReader _reader = new(LanguageData.English, ReadOptions.Default);

    public string Name => "web-text";

    public IReadOnlyList<string> Files(GoldFolder folder) =>
        PageArchive.CanOpen ? [folder.PathTo("web", "trafilatura.tar.xz"), folder.PathTo("web", "htmldate.tar.xz")] : [];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        IReadOnlyList<string> files = Files(folder);
        PageArchive marked = PageArchive.Open(files[0]);
        yield return Segments(marked, stages.Predictions);
        List<(string Path, byte[] Page)> pages = [.. Pages(marked), .. Pages(PageArchive.Open(files[1]))];
        yield return Bodies(pages, stages.Predictions);
        foreach (Score score in Teasers(pages))
            yield return score;
    }

    /// <summary>The text of a page; null where it gives no report.</summary>
    private string? Read(string path, byte[] page) =>
        _reader.Read(new InputItem(path, page, Format: InputFormat.Html)).Reports is [Report report] ? report.Text : null;

    private static IEnumerable<(string Path, byte[] Page)> Pages(PageArchive archive) =>
        archive.Paths.Where(path => path.EndsWith(".html", StringComparison.Ordinal) || path.EndsWith(".htm", StringComparison.Ordinal)).Select(path => (path, archive.Bytes(path)!));

    /// <summary>As trafilatura's own evaluation counts: each wanted string is found or missed, each unwanted one is found or left out.</summary>
    private Score Segments(PageArchive archive, Predictions? predictions)
    {
        int right = 0, missed = 0, wrong = 0;
        List<string> misses = [];
        string root = archive.Paths.First(path => path.EndsWith("tests/evaldata.json", StringComparison.Ordinal))[..^"evaldata.json".Length];
        using JsonDocument gold = JsonDocument.Parse(archive.Bytes(root + "evaldata.json")!);
        foreach (JsonProperty page in gold.RootElement.EnumerateObject())
        {
            string file = GoldFolder.Text(page.Value, "file");
            byte[]? bytes = archive.Bytes(root + "cache/" + file) ?? archive.Bytes(root + "eval/" + file);
            string? text = bytes is null ? null : Read(file, bytes);
            predictions?.Record(file, "", answer => answer.Word("part", "segments").Word("text", text));
            foreach (JsonElement wanted in GoldFolder.List(page.Value, "with"))
            {
                bool found = text?.Contains(Plain(wanted), StringComparison.Ordinal) == true;
                (right, missed) = found ? (right + 1, missed) : (right, missed + 1);
                if (!found)
                    misses.Add($"- {file}: {wanted.GetString()}{(text is null ? " (no report)" : "")}");
            }
            foreach (JsonElement unwanted in GoldFolder.List(page.Value, "without"))
            {
                if (text?.Contains(Plain(unwanted), StringComparison.Ordinal) != true)
                    continue;
                wrong++;
                misses.Add($"+ {file}: {unwanted.GetString()}");
            }
        }
        Tally tally = new(right, right + wrong, right + missed);
        return new Score(Name + ".segments", tally.F1, tally.ToString(), misses);
    }

    /// <summary>A marked segment without soft hyphens and other characters that nobody sees, which the reader takes out of the text.</summary>
    private static string Plain(JsonElement segment) =>
        string.Concat(segment.GetString()!.Where(c => c == '\n' || char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control)));

    private Score Bodies(List<(string Path, byte[] Page)> pages, Predictions? predictions)
    {
        double precision = 0, recall = 0;
        List<(double F1, string Line)> worst = [];
        HashSet<string> seen = [];
        foreach ((string path, byte[] page) in pages)
        {
            // Both archives hold some pages.
            if (SilverBodies.Of(page) is not { } body || !seen.Add(StableHash.Sha256(body)))
                continue;
            string text = Read(path, SilverBodies.Hidden(page)) ?? "";
            predictions?.Record(path, "", answer => answer.Word("part", "bodies").Word("text", text));
            Shingles gold = new(body), given = new(text);
            int shared = gold.In(given);
            double p = given.Count == 0 ? 0 : (double)shared / given.Count, r = (double)shared / gold.Count;
            (precision, recall) = (precision + p, recall + r);
            worst.Add((p + r == 0 ? 0 : 2 * p * r / (p + r), string.Create(CultureInfo.InvariantCulture, $"{path}: {(text.Length == 0 ? "no report" : p < r ? "too much" : "too little")}, P {p:0.000} R {r:0.000}")));
        }
        int count = Math.Max(1, worst.Count);
        (precision, recall) = (precision / count, recall / count);
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new Score(Name + ".body", f1, string.Create(CultureInfo.InvariantCulture, $"{worst.Count} pages, P {precision:0.000} R {recall:0.000}"),
            [.. worst.Where(w => w.F1 < 0.98).OrderBy(w => w.F1).ThenBy(w => w.Line, StringComparer.Ordinal).Select(w => w.Line)]);
    }

    private IEnumerable<Score> Teasers(List<(string Path, byte[] Page)> pages)
    {
        int injected = 0, held = 0;
        double kept = 0;
        int[] leaks = new int[InjectedTeasers.Forms.Length];
        List<string> misses = [];
        // More than are wanted are drawn, as some have no paragraphs to stand between.
        foreach ((string path, byte[] page) in GoldFolder.Sample(pages, page => page.Path, TeaserPages * 3))
        {
            if (injected == TeaserPages)
                break;
            int form = injected % leaks.Length;
            int seed = injected * 13;
            (string markup, IReadOnlyList<string> sentences) = InjectedTeasers.Make(InjectedTeasers.Forms[form], seed);
            double share = injected / leaks.Length % 2 == 0 ? 0.5 : 1;
            bool second = InjectedTeasers.Forms[form] == "second-article";
            if (Read(path, page) is not { } before || InjectedTeasers.Into(page, before, markup, share, second) is not { } changed)
                continue;
            injected++;
            string after = Read(path, changed) ?? "";
            bool leaked = sentences.Any(sentence => after.Contains(sentence.TrimEnd('.'), StringComparison.Ordinal));
            if (leaked)
            {
                leaks[form]++;
                misses.Add($"{InjectedTeasers.Forms[form]} {(share < 1 && !second ? "inside" : "behind")}, {path}");
            }
            else
                held++;
            Shingles was = new(before);
            double stays = (double)was.In(new Shingles(after)) / was.Count;
            if (stays < 0.99)
                misses.Add(string.Create(CultureInfo.InvariantCulture, $"{InjectedTeasers.Forms[form]} took {1 - stays:0.00} of the story, {path}"));
            kept += stays;
        }
        string byForm = string.Join(", ", InjectedTeasers.Forms.Select((form, i) => (form, leaks[i])).Where(pair => pair.Item2 > 0).Select(pair => $"{pair.form} {pair.Item2}"));
        yield return new Score(Name + ".teasers", injected == 0 ? 0 : (double)held / injected, string.Create(CultureInfo.InvariantCulture, $"{held} of {injected} held{(byForm.Length > 0 ? "; leaks: " + byForm : "")}"), misses);
        yield return new Score(Name + ".teasers-kept", injected == 0 ? 0 : kept / injected, "share of the story's shingles that stay beside a teaser");
    }
}
