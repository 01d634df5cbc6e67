using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Parallax.Data;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>
/// Publication dates, titles and authors of web pages against htmldate's and trafilatura's annotations. The page alone is given, without its
/// address, as those tools are measured. A page declined for having no story is still asked for its facts, so that only dates are measured.
/// </summary>
internal sealed class PageDateSet : IGoldSet
{
    private static readonly string[] Folders = ["eval/", "cache/", "test_set/"];

    private static readonly string[] Joints = [" and ", " & ", " und ", " et ", " y ", " And "];

    private readonly ReportReader _reader = new(LanguageData.English, new ReadOptions());
    private readonly HtmlReports _html = new(LanguageData.English);

    public string Name => "web-dates";

    public IReadOnlyList<string> Files(GoldFolder folder) =>
        !PageArchive.CanOpen || folder.Split != "dev" ? [] : [folder.PathTo("web", "htmldate.tar.xz"), folder.PathTo("web", "trafilatura.tar.xz")];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        IReadOnlyList<string> files = Files(folder);
        List<Answer> all = [];
        PageArchive pages = PageArchive.Open(files[0]);
        foreach ((string part, string gold) in ((string, string)[])[("published", "eval_default.json"), ("mediacloud", "eval_mediacloud_2020.json")])
        {
            IReadOnlyList<Answer> answers = Answers(pages, "htmldate/tests/", gold);
            all.AddRange(answers);
            Write(stages.Predictions, part, answers);
            yield return DateScore($"{Name}.{part}", answers);
        }
        yield return DateScore(Name + ".all", all) with { Missed = [] };

        IReadOnlyList<Answer> others = Answers(PageArchive.Open(files[1]), "trafilatura/tests/", "evaldata.json");
        Write(stages.Predictions, "trafilatura", others);
        yield return DateScore(Name + ".trafilatura", [.. others.Where(a => a.Gold.Date.Length == 10)]);
        yield return TitleScore(Name + ".titles", [.. others.Where(a => a.Gold.Title.Length > 0)]);
        yield return AuthorScore(Name + ".authors", [.. others.Where(a => a.Gold.Author.Length > 0)]);
    }

    private static void Write(Predictions? predictions, string part, IReadOnlyList<Answer> answers)
    {
        foreach (Answer answer in answers)
            predictions?.Record(answer.Gold.Address, "", record => record.Word("part", part).Word("file", answer.Gold.File).Word("date", answer.Day).Word("title", answer.Title).Words("authors", answer.Authors));
    }

    private sealed record Gold(string Address, string File, string Date, string Title, string Author);

    private sealed record Answer(Gold Gold, Publication Published, string? Title, IReadOnlyList<string> Authors, bool Declined, byte[] Bytes)
    {
        public string? Day => Published.Date is { Precision: DatePrecision.Day } date ? date.ToString() : null;
    }

    private Answer[] Answers(PageArchive pages, string root, string gold)
    {
        // One set was written by a program that knows NaN, which JSON does not.
        using JsonDocument document = JsonDocument.Parse(pages.Text(root + gold).Replace("\"date\": NaN", "\"date\": null", StringComparison.Ordinal));
        Gold[] wanted = [.. document.RootElement.EnumerateObject().OrderBy(page => page.Name, StringComparer.Ordinal).Select(page => new Gold(
            page.Name, GoldFolder.Text(page.Value, "file"), GoldFolder.Text(page.Value, "date"), GoldFolder.Text(page.Value, "title"), GoldFolder.Text(page.Value, "author")))];
        ConcurrentDictionary<int, Answer> answers = new();
        Parallel.For(0, wanted.Length, i => answers[i] = Read(wanted[i],
            Array.ConvertAll(Folders, part => pages.Bytes(root + part + wanted[i].File)).FirstOrDefault(bytes => bytes is not null) ?? []));
        return [.. Enumerable.Range(0, wanted.Length).Select(i => answers[i])];
    }

    private Answer Read(Gold gold, byte[] bytes)
    {
        (IReadOnlyList<Report> reports, _) = _reader.Read(new InputItem("page.html", bytes, Format: InputFormat.Html));
        if (reports.Count > 0)
            return new Answer(gold, reports[0].Published, reports[0].Title, reports[0].Bylines, Declined: false, bytes);
        ReportDraft draft = new() { Path = "page.html", BytesSha256 = "" };
        _html.Fill(draft, CleanText.Of(TextDecoding.Decode(bytes, markup: true).Text).Text);
        return new Answer(gold, draft.Published, draft.Title, draft.Bylines, Declined: true, bytes);
    }

    /// <summary>htmldate's own count: the gold day is right, any other day is wrong, none is missed.</summary>
    private static Score DateScore(string name, IReadOnlyList<Answer> answers)
    {
        int right = 0, wrong = 0, none = 0;
        List<string> missed = [];
        SortedDictionary<string, (int Right, int Wrong)> byBasis = new(StringComparer.Ordinal);
        foreach (Answer answer in answers)
        {
            string basis = answer.Published.Basis.ToString().ToLowerInvariant();
            // A page without a gold date is right when none is given; it is counted only when one is.
            if (answer.Gold.Date.Length == 0 && answer.Day is null)
                continue;
            bool hit = answer.Day == answer.Gold.Date;
            if (answer.Day is null)
                none++;
            else
            {
                (int r, int w) = byBasis.GetValueOrDefault(basis);
                byBasis[basis] = hit ? (r + 1, w) : (r, w + 1);
                right += hit ? 1 : 0;
                wrong += hit ? 0 : 1;
            }
            if (!hit)
                missed.Add($"{answer.Gold.Date} {answer.Published.Date?.ToString() ?? "none"} [{basis}: {answer.Published.Words}] {answer.Gold.File} {answer.Gold.Address}\n        {Candidates(answer)}");
        }
        double f = 2.0 * right / Math.Max(1, (2 * right) + wrong + none);
        string detail = string.Create(CultureInfo.InvariantCulture, $"right {right}, wrong {wrong}, none {none} of {answers.Count}; declined {answers.Count(a => a.Declined)}; ")
            + string.Join(", ", byBasis.Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Key} {b.Value.Right}+{b.Value.Wrong}")));
        return new Score(name, f, detail, missed);
    }

    /// <summary>All that the page says about its dates, for a person who looks for the reason.</summary>
    private static string Candidates(Answer answer)
    {
        using IHtmlDocument document = new HtmlParser().ParseDocument(CharacterCleaning.Clean(TextDecoding.Decode(answer.Bytes, markup: true).Text));
        HtmlMetadata metadata = new(document);
        PageWalk? walk = document.Body is { } body ? PageWalk.Over(body) : null;
        DateCandidates found = PageDates.Of(LanguageData.English).Collect(walk, walk is null ? null : PageHeadline.Find(walk, metadata.TitleForms).Heading, metadata, metadata.Url);
        return string.Join(", ", found.Published.Concat(found.Changed).DistinctBy(c => (c.Place, c.Day)).OrderBy(c => c.Place).Take(14).Select(c => $"{c.Place} {c.Day:uuuu-MM-dd}{(c.Other is null ? "" : "?")}"));
    }

    private static Score TitleScore(string name, IReadOnlyList<Answer> answers)
    {
        List<string> missed = [];
        foreach (Answer answer in answers)
        {
            if (Letters(answer.Title ?? "") != Letters(answer.Gold.Title))
                missed.Add($"'{answer.Gold.Title}' read as '{answer.Title}' {answer.Gold.File}");
        }
        int right = answers.Count - missed.Count;
        return new Score(name, (double)right / Math.Max(1, answers.Count), string.Create(CultureInfo.InvariantCulture, $"right {right} of {answers.Count}"), missed);
    }

    /// <summary>F1 of names, on the pages whose gold names an author.</summary>
    private static Score AuthorScore(string name, IReadOnlyList<Answer> answers)
    {
        int right = 0, given = 0, gold = 0;
        List<string> missed = [];
        foreach (Answer answer in answers)
        {
            HashSet<string> wanted = [.. answer.Gold.Author.Split([';', ',']).SelectMany(a => a.Split(Joints, StringSplitOptions.None)).Select(Letters).Where(a => a.Length > 0)];
            HashSet<string> found = [.. answer.Authors.Select(Letters)];
            int hits = found.Count(wanted.Contains);
            (right, given, gold) = (right + hits, given + found.Count, gold + wanted.Count);
            if (hits != wanted.Count || hits != found.Count)
                missed.Add($"'{answer.Gold.Author}' read as '{string.Join(" + ", answer.Authors)}' {answer.Gold.File}");
        }
        Tally tally = new(right, given, gold);
        return new Score(name, tally.F1, tally.ToString(), missed);
    }

    /// <summary>Letters and digits, folded: how a title is quoted or spaced does not matter.</summary>
    private static string Letters(string text)
    {
        StringBuilder letters = new();
        foreach (char c in Folding.Fold(text))
        {
            if (char.IsLetterOrDigit(c))
                letters.Append(c);
        }
        return letters.ToString();
    }
}
