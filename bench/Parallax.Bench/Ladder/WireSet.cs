using System.Globalization;
using System.Text.Json;
using Parallax.Data;
using Parallax.Fuse;
using Parallax.Read;

namespace Parallax.Bench;

/// <summary>
/// Whether an article is a news agency's text, and whose, against what PolNeAR notes of it: read as it comes, and again without its byline, when
/// only the dateline, the sign-off and the text can tell.
/// </summary>
internal sealed class WireSet : IGoldSet
{
    private readonly ReportReader _reader = new(LanguageData.English, new ReadOptions());
    private readonly AgencyCopyReader _agencies = new(LanguageData.English);

    public string Name => "origins.wire";

    public IReadOnlyList<string> Files(GoldFolder folder)
    {
        string train = folder.PathTo("quotes", "polnear", "train.jsonl"), part = folder.PathTo("quotes", "polnear", folder.Split + ".jsonl");
        // Agency copy is rare, so both parts count where both are there; nothing was learned from either.
        return folder.Split == "dev" && File.Exists(train) ? [part, train] : [part];
    }

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        (int right, int found, int gold, int named) = (0, 0, 0, 0);
        (int bareRight, int bareFound) = (0, 0);
        List<string> missed = [];
        foreach (JsonElement record in Files(folder).SelectMany(GoldFolder.Records))
        {
            string id = GoldFolder.Text(record, "id"), wire = GoldFolder.Text(record, "wire");
            string? author = GoldFolder.Text(record, "author") is { Length: > 0 } name and not "None" ? name : null;
            AgencyCopy? answer = Answer(record, author);
            stages.Predictions?.Record(id, "", line => line.Flag("wire", answer is not null).Word("agency", answer?.Agency).Word("words", answer?.Words));
            bool isWire = wire is not ("" or "None" or "NA");
            gold += isWire ? 1 : 0;
            found += answer is null ? 0 : 1;
            right += isWire && answer is not null ? 1 : 0;
            named += isWire && string.Equals(answer?.Agency, wire, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            bool bare = Answer(record, null) is not null;
            bareFound += bare ? 1 : 0;
            bareRight += isWire && bare ? 1 : 0;
            if (isWire != answer is not null)
                missed.Add($"{id} is {wire}, found {answer?.Agency ?? "none"} {answer?.Words}");
        }
        yield return F1(Name + ".f1", right, found, gold, $"; {named} of them under the right name", missed);
        yield return F1(Name + ".without-byline", bareRight, bareFound, gold, "", []);
    }

    private AgencyCopy? Answer(JsonElement record, string? author)
    {
        byte[] line = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["title"] = GoldFolder.Text(record, "title"),
            ["text"] = GoldFolder.Text(record, "text"),
            ["publisher"] = GoldFolder.Text(record, "publisher"),
            ["date"] = GoldFolder.Text(record, "date"),
            ["author"] = author,
        });
        (IReadOnlyList<Report> read, _) = _reader.Read(new InputItem("article.json", line, Format: InputFormat.Json));
        return read is [Report report, ..] ? _agencies.Read(report) : null;
    }

    private static Score F1(string name, int right, int found, int gold, string more, IReadOnlyList<string> missed)
    {
        (double precision, double recall) = ((double)right / Math.Max(1, found), (double)right / Math.Max(1, gold));
        return new Score(name, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall),
            string.Create(CultureInfo.InvariantCulture, $"precision {precision:0.000} of {found}, recall {recall:0.000} of {gold}{more}"), missed);
    }
}
