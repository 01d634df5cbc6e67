using Parallax.Data;

namespace Parallax.Fuse;

/// <summary>What the claims of all reports merge into.</summary>
internal sealed record Merged(
    IReadOnlyList<Event> Events, IReadOnlyList<Figure> Figures, IReadOnlyList<Statement> Statements, IReadOnlyList<DeclinedEntry> Declined);

/// <summary>Merges the claims of all reports into events, figures and statements. Neither the order of the reports nor chance plays a part.</summary>
internal sealed class Merger(LanguageData data)
{
    /// <summary>Merges the claims of <paramref name="identified"/>; the words they rest on are recorded in <paramref name="evidence"/>.</summary>
    public Merged Merge(Identified identified, EvidenceTable evidence)
    {
        ReportInFusion[] ordered = [.. identified.Reports.OrderBy(r => r.Report.Id, StringComparer.Ordinal)];
        ClusterContext context = new(data, identified with { Reports = ordered });
        IReadOnlyList<EventUnit> units = new EventMerger(context).Merge();
        EventBuilder builder = new(context, new EventLabel(data, context), evidence);

        List<DeclinedEntry> declined = [.. Refused(ordered, evidence)];
        string?[] ids = new string?[units.Count];
        for (int u = 0; u < units.Count; u++)
        {
            if (builder.Refuse(units[u]) is DeclinedEntry refused)
                declined.Add(refused);
            else
                ids[u] = builder.IdOf(units[u]);
        }
        IReadOnlyList<Figure> figures = new FigureMerger(data, context, units, evidence).Merge(ids);
        ILookup<string, string> figuresOf = figures.Where(f => f.Event is not null).ToLookup(f => f.Event!, f => f.Id, StringComparer.Ordinal);
        OutcomeFinder outcomes = new(context, units, evidence);
        List<Event> events = [];
        for (int u = 0; u < units.Count; u++)
        {
            if (ids[u] is string id)
                events.Add(builder.Build(units[u], id, [.. figuresOf[id].Order(StringComparer.Ordinal)]) with { Outcome = outcomes.Of(units[u], other => ids[other]) });
        }
        return new Merged(
            events.InOrder(),
            figures,
            new StatementMerger(context, evidence).Merge(),
            declined.Distinct().InOrder());
    }

    private static IEnumerable<DeclinedEntry> Refused(IEnumerable<ReportInFusion> reports, EvidenceTable evidence) =>
        from report in reports
        from refused in report.Claims.Declined
        select new DeclinedEntry(refused.Code, refused.Reason, evidence.Add(report.Report, refused.Evidence));
}
