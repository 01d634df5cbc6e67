using System.Globalization;
using System.Text.Json;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>Real reports that share text, as a check: pairs that a count of shared runs of five words found (silver, no judge looked at them).</summary>
internal sealed class NearCopySet : IGoldSet
{
    private const double CopyFrom = 0.5;

    public string Name => "origins.near";

    public IReadOnlyList<string> Files(GoldFolder folder) =>
    [
        folder.PathTo("fusion", "neardup", "gva.jsonl"), folder.PathTo("fusion", "neardup", "news_cluster.jsonl"),
        folder.PathTo("fusion", "gun-violence", "dev.jsonl"), folder.PathTo("fusion", "news-cluster", "dev.jsonl"),
    ];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        IReadOnlyList<string> files = Files(folder);
        yield return Score("gun-violence", files[0], files[2], stages, folder);
        yield return Score("news-cluster", files[1], files[3], stages, folder);
    }

    private Score Score(string part, string pairs, string texts, Stages stages, GoldFolder folder)
    {
        _ = folder;
        JsonElement[] silver = [.. GoldFolder.Records(pairs)];
        HashSet<string> wanted = [.. silver.SelectMany(p => new[] { GoldFolder.Text(p, "a"), GoldFolder.Text(p, "b") })];
        List<(string Id, ReportClaims Claims)> all = [];
        HashSet<string> seen = [];
        foreach (JsonElement record in GoldFolder.Records(texts))
        {
            string id = GoldFolder.Text(record, "id");
            if ((part == "gun-violence" && !wanted.Contains(id)) || !seen.Add(id))
                continue;
            Report report = Stages.ReportOf(GoldFolder.Text(record, "text"), Stages.Day(GoldFolder.Text(record, "date")), GoldFolder.Text(record, "title")) with { Id = StableHash.Id("r", id), Path = GoldFolder.Text(record, "domain") + "/" + id[..8] };
            all.Add((StableHash.Id("r", id), new ReportClaims(stages.Annotate(report), [], [])));
        }
        ReportClaims[] ordered = [.. all.Select(a => a.Claims).OrderBy(c => c.Source.Report.Id, StringComparer.Ordinal)];
        FoundOrigins origins = new OriginFinder(LanguageData.English).Find(ordered, new EvidenceTable());
        Dictionary<string, string> originOf = [];
        for (int i = 0; i < ordered.Length; i++)
            originOf[ordered[i].Source.Report.Id] = origins.OfReport[i];
        int copies = 0, found = 0, partial = 0, partialFound = 0;
        List<string> missed = [];
        foreach (JsonElement pair in silver)
        {
            (string a, string b) = (StableHash.Id("r", GoldFolder.Text(pair, "a")), StableHash.Id("r", GoldFolder.Text(pair, "b")));
            if (!originOf.TryGetValue(a, out string? first) || !originOf.TryGetValue(b, out string? second))
                continue;
            double share = pair.GetProperty("containment").GetDouble();
            bool same = first == second;
            (copies, found, partial, partialFound) = share >= CopyFrom ? (copies + 1, found + (same ? 1 : 0), partial, partialFound) : (copies, found, partial + 1, partialFound + (same ? 1 : 0));
            if (!same)
                missed.Add(string.Create(CultureInfo.InvariantCulture, $"{GoldFolder.Text(pair, "a")} {GoldFolder.Text(pair, "b")} {share:0.00}"));
        }
        return new Score(Name + "." + part, (double)found / Math.Max(1, copies),
            string.Create(CultureInfo.InvariantCulture, $"{found} of {copies} pairs that share half of their runs; {partialFound} of {partial} that share less"), missed);
    }
}
