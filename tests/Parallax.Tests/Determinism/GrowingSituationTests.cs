using System.Globalization;
using Parallax.Annotate;
using Parallax.Assess;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Present;
using Parallax.Read;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Determinism;

/// <summary>Reports that come one by one, in any order and any batches, end in the situation of all at once.</summary>
public sealed class GrowingSituationTests
{
    private static readonly Lazy<ReportClaims[]> s_claims = new(Claims);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 17)]
    [InlineData(3, 60)]
    public void Any_order_and_any_batches_end_in_the_same_situation(int seed, int batch)
    {
        GrowingSituation growing = new(LanguageData.English);
        foreach (ReportClaims[] some in Shuffled(s_claims.Value, seed).Chunk(batch))
            growing.Add(some);
        Assert.Equal(s_claims.Value.Length, growing.Reports);
        Assert.Equal(SituationJson.Write(AtOnce(s_claims.Value)), SituationJson.Write(growing.Current([])));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Fuser.Handful)]
    [InlineData(Fuser.Handful + 1)]
    public void It_is_the_same_at_every_size(int size)
    {
        ReportClaims[] some = [.. Shuffled(s_claims.Value, 7).Take(size)];
        GrowingSituation growing = new(LanguageData.English);
        foreach (ReportClaims one in some)
            growing.Add(one);
        Assert.Equal(SituationJson.Write(AtOnce(some)), SituationJson.Write(growing.Current([])));
    }

    [Fact]
    public void A_copy_is_noted_and_changes_nothing_else()
    {
        ReportClaims[] some = [.. s_claims.Value.Take(3)];
        GrowingSituation growing = new(LanguageData.English);
        growing.Add(some);
        Situation before = growing.Current([]);
        Report copy = some[1].Source.Report with { Path = "~copy" };
        growing.Add(some[1] with { Source = some[1].Source with { Report = copy } });
        Situation after = growing.Current([]);
        Assert.Equal(3, growing.Reports);
        Assert.Equal(["~copy"], after.Reports.Single(r => r.Id == copy.Id).Copies);
        Assert.Equal(SituationJson.Write(before), SituationJson.Write(after with { Reports = before.Reports }));
    }

    [Fact]
    public void Reports_that_a_third_shows_to_be_one_become_one()
    {
        ReportClaims known = s_claims.Value[0];
        ReportClaims otherBytes = With(known, r => r with { Path = "b", BytesSha256 = "b" });
        ReportClaims otherId = With(known, r => r with { Path = "c", Id = "r-other", BytesSha256 = "c" });
        ReportClaims link = With(known, r => r with { Path = "d", Id = "r-other", BytesSha256 = "b" });
        GrowingSituation growing = new(LanguageData.English);
        growing.Add(otherBytes, otherId);
        Assert.Equal(2, growing.Reports);
        growing.Add(link);
        ReportEntry only = Assert.Single(growing.Current([]).Reports);
        Assert.Equal(("b", "c d"), (only.Path, string.Join(' ', only.Copies)));
        Assert.Equal(only.Copies, Assert.Single(ReportCopies.Collapse([otherId.Source.Report, link.Source.Report, otherBytes.Source.Report])).Copies);
    }

    [Fact]
    public void A_report_that_goes_takes_only_its_neighbourhood_with_it()
    {
        ReportClaims gone = s_claims.Value[^1];
        Fuser fuser = new(LanguageData.English);
        HashSet<string> near = [.. fuser.Neighbourhoods(s_claims.Value).Single(n => n.Contains(gone)).Select(r => r.Source.Report.Id)];
        Situation all = AtOnce(s_claims.Value), without = AtOnce([.. s_claims.Value[..^1]]);
        Assert.InRange(near.Count, 2, 40);
        Assert.Equal(Elsewhere(all, near), Elsewhere(without, near));
    }

    [Fact]
    public void What_other_reports_tell_stays_where_one_report_goes()
    {
        (int same, int all) = (0, 0);
        foreach (ReportClaims[] crisis in new Fuser(LanguageData.English).Neighbourhoods(s_claims.Value).Select(n => n.ToArray()).Where(n => n.Length is > 8 and <= 12).Take(2))
        {
            Situation whole = AtOnce(crisis);
            foreach (ReportClaims gone in crisis)
            {
                Situation without = AtOnce([.. crisis.Where(r => !ReferenceEquals(r, gone))]);
                // A report whose day was inferred from the one that went may be of another day now.
                HashSet<string> touched = [gone.Source.Report.Id, .. whole.Reports.Where(r => without.Reports.Any(w => w.Id == r.Id && w.Published.Edtf != r.Published.Edtf)).Select(r => r.Id)];
                HashSet<string> left = [.. without.Events.Select(Told)];
                string[] others = [.. whole.Events.Where(e => !e.Reports.Any(touched.Contains)).Select(Told)];
                (same, all) = (same + others.Count(left.Contains), all + others.Length);
            }
        }
        Assert.True(all > 200, $"{all} events");
        // A report can be the link between two others, so a few change; most must not.
        Assert.True(same >= 0.97 * all, $"{same} of {all} stay");
    }

    private static string Told(Event e) => $"{e.Type} {e.Status} {e.Label} {e.When} {e.Where} {string.Join(' ', e.Initiators)} {string.Join(' ', e.Targets)} {string.Join(' ', e.Reports)}";

    private static string Elsewhere(Situation situation, HashSet<string> near) => string.Join('\n', situation.Events.Where(e => !e.Reports.Any(near.Contains)).Select(e => $"{e.Id} {e.Label} {e.When} {e.Where}"));

    private static ReportClaims With(ReportClaims claims, Func<Report, Report> change) => claims with { Source = claims.Source with { Report = change(claims.Source.Report) } };

    private static Situation AtOnce(ReportClaims[] claims)
    {
        Analysis analysis = new(LanguageData.English, AnalysisOptions.Default);
        List<Problem> problems = [];
        return analysis.Assess(analysis.Fuse(claims, problems), problems);
    }

    private static ReportClaims[] Claims()
    {
        string[] files = [.. Directory.GetFiles(Repository.PathTo("specs", "corpora"), "reports.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        Annotator annotator = new(LanguageData.English);
        Extractor extractor = new(LanguageData.English);
        IReadOnlyList<Report> reports = new Analysis(LanguageData.English, AnalysisOptions.Default).Read(InputSource.Open(files, ReadOptions.Default, null)).Reports;
        return [.. reports.AsParallel().AsOrdered().Select(r => extractor.Extract(annotator.Annotate(r)).WithoutWords(new(StringComparer.Ordinal)))];
    }

    private static IEnumerable<ReportClaims> Shuffled(IEnumerable<ReportClaims> reports, int seed) =>
        reports.OrderBy(r => StableHash.Sha256(string.Create(CultureInfo.InvariantCulture, $"{seed} {r.Source.Report.Id}")), StringComparer.Ordinal);
}
