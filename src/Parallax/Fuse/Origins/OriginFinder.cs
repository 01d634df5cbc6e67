using Parallax.Data;
using Parallax.Extract;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>The origins of all reports.</summary>
/// <param name="Origins">Ordered by their first report.</param>
/// <param name="OfReport">The origin id of each report, parallel to the input.</param>
internal sealed record FoundOrigins(IReadOnlyList<Origin> Origins, IReadOnlyList<string> OfReport);

/// <summary>
/// Finds which reports go back to one origin and so count as one witness: text copied from one to the other or from a common wire story, whole,
/// cut, with a new lead or retold sentence by sentence; the same choice of quotes; a credit to one agency for the text, confirmed by some shared
/// text; and a report that rests mainly on another outlet whose report is present. A credit alone never joins two reports: agencies send many
/// stories, and "contributed" may mean one sentence. The agency is then named on the origin of each.
/// </summary>
internal sealed class OriginFinder
{
    private readonly HashSet<string> _stopwords;
    private readonly AgencyCopyReader _agencies;
    private readonly QuotedOutletFinder _quoted;

    public OriginFinder(LanguageData data)
    {
        _stopwords = data.Lexicon("merge-stopwords").FirstColumn();
        _agencies = new AgencyCopyReader(data);
        _quoted = new QuotedOutletFinder(data);
    }

    public FoundOrigins Find(IReadOnlyList<ReportClaims> reports, EvidenceTable evidence)
    {
        ReportPrint[] prints = [.. reports.Select(r => new ReportPrint(r.Source, _stopwords))];
        AgencyCopy?[] agencies = [.. reports.Select(r => _agencies.Read(r.Source.Report))];
        string[][] credited = [.. reports.Select((r, i) => Credited(r.Source.Report, agencies[i]))];
        List<OriginLink> links = [];
        foreach (SharedText pair in CopyFinder.Find(prints))
        {
            if (CopyJudge.Judge(pair, OneAgency(pair.First, pair.Second, reports, agencies, credited)) is OriginLink link)
                links.Add(link);
        }
        List<QuotedOutlet> quoted = [.. _quoted.Find(reports, prints)];
        links.AddRange(quoted.Select(q => new OriginLink(q.Report, q.Quoted, CopyKind.QuotedOutlet, 0.5, null)));
        OriginGraph graph = new([.. reports.Select(r => r.Source.Report.Text.Length)], links, credited);
        OriginHops hops = new(reports, graph, agencies, quoted, _quoted.Circles(reports, prints), evidence);

        List<Origin> origins = [];
        string[] ofReport = new string[reports.Count];
        foreach (IReadOnlyList<int> group in graph.Groups())
        {
            string[] ids = [.. group.Select(i => reports[i].Source.Report.Id).Order(StringComparer.Ordinal)];
            string id = StableHash.Id("o", ids);
            foreach (int report in group)
                ofReport[report] = id;
            origins.Add(Describe(id, ids, [.. group.Select(i => reports[i].Source.Report)], [.. group.SelectMany(i => credited[i].Take(1))], hops.Of(group), evidence));
        }
        return new FoundOrigins(origins.InOrder(), ofReport);
    }

    // Two stories of one outlet are its own work, not an agency's, unless one of them says so.
    private static bool OneAgency(int first, int second, IReadOnlyList<ReportClaims> reports, AgencyCopy?[] agencies, string[][] credited)
    {
        if (agencies[first] is null && agencies[second] is null && credited[first].Length + credited[second].Length == 0)
            return false;
        return TextAgencies(reports[first].Source.Report, credited[first]).Intersect(TextAgencies(reports[second].Source.Report, credited[second]), StringComparer.Ordinal).Any();
    }

    /// <summary>The agencies that a report's text comes from: those credited for it, and the outlet itself when it is one that others credit.</summary>
    private static IEnumerable<string> TextAgencies(Report report, string[] credited) =>
        (report.Outlet is null ? credited : credited.Append(report.Outlet)).Select(Folding.Fold);

    private static string[] Credited(Report report, AgencyCopy? agency) =>
        [.. report.Credits.Where(c => !AgencyCopyReader.IsContribution(c)).Select(c => c.Agency).Concat(agency is null ? [] : [agency.Agency]).Distinct(StringComparer.Ordinal)];

    private static Origin Describe(string id, string[] ids, Report[] group, string[] textAgencies, IReadOnlyList<OriginHop> hops, EvidenceTable evidence)
    {
        SortedSet<string> proof = new(hops.SelectMany(h => h.Evidence), StringComparer.Ordinal);
        foreach (Report report in group)
        {
            foreach (Credit credit in report.Credits)
            {
                if (credit.Span is TextSpan span)
                    proof.Add(evidence.Add(report, span));
            }
        }
        OriginHop[] within = [.. hops.Where(h => h.Of is not null && h.Kind is not ("part" or "loop"))];
        string basis =
            within.Any(h => h.Kind is "copy" or "edited" or "retold" or "quotes") ? "copied-text"
            : within.Any(h => h.Kind == "credit") || (group.Length == 1 && textAgencies.Length > 0) ? "credit"
            : within.Length > 0 ? "quoted-outlet"
            : "single";
        string? name = Agency(group, textAgencies) ?? (basis == "quoted-outlet" ? within[0].Name : null);
        return new Origin(id, ids, basis, name, [.. proof]) { Hops = hops };
    }

    /// <summary>The agency that most of the reports credit, credits for the text first; ties go to the ordinally first name.</summary>
    private static string? Agency(Report[] group, string[] textAgencies) => textAgencies.Select(a => (Name: a, Text: true))
        .Concat(group.SelectMany(r => r.Credits).Where(AgencyCopyReader.IsContribution).Select(c => (Name: c.Agency, Text: false)))
        .GroupBy(c => c.Name, StringComparer.Ordinal)
        .OrderByDescending(g => g.Any(c => c.Text))
        .ThenByDescending(g => g.Count())
        .ThenBy(g => g.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;
}
