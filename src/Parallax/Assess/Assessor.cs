using System.Reflection;
using Parallax.Data;
using Parallax.Fuse;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>The fifth stage: what the fused claims amount to: disagreements, storylines, escalation, and the whole situation.</summary>
public sealed class Assessor
{
    private readonly LanguageData _data;
    private readonly EscalationScale _scale;

    /// <summary>Creates an assessor over <paramref name="data"/>.</summary>
    public Assessor(LanguageData data)
    {
        _data = data;
        _scale = new EscalationScale(data);
    }

    /// <summary>Assesses the reports of one neighbourhood, as if there were no others.</summary>
    public Situation Assess(FusedReports fused)
    {
        EvidenceTable added = new();
        ReportEntry[] reports = [.. fused.Reports.Select(r => Entry(r, added)).OrderBy(r => r.Id, StringComparer.Ordinal)];
        (IReadOnlyList<Event> events, IReadOnlyList<Storyline> storylines) = new StorylineBuilder(fused, _scale).Build();
        IReadOnlyList<Disagreement> disagreements = new DisagreementFinder(_data, fused with { Events = events }, added).Find();
        Situation situation = new(
            Situation.SchemaName, Made(), null,
            reports, fused.Origins, fused.Actors, fused.Places, events, fused.Figures, fused.Statements,
            disagreements, storylines, _scale.ByDay(events, fused.Figures, fused.Actors), fused.Evidence.Concat(added.ToList()).DistinctBy(e => e.Id, StringComparer.Ordinal).InOrder(),
            fused.Declined)
        {
            Framing = new FramingBuilder(fused with { Events = events }).Build(),
            Days = DayRanking.Of(fused),
        };
        return SituationPruning.Prune(situation);
    }

    /// <summary>
    /// The situation that <paramref name="neighbourhoods"/> make up, in whatever order they are given. What bears one id in two of them is one;
    /// <paramref name="problems"/> are what could not be read.
    /// </summary>
    public Situation Unite(IReadOnlyList<Situation> neighbourhoods, IReadOnlyList<Problem> problems)
    {
        Situation united = neighbourhoods is [Situation only] ? only : SituationUnion.Of(neighbourhoods, Made());
        return united with { Escalation = _scale.ByDay(united.Events, united.Figures, united.Actors), Declined = [.. united.Declined, .. Unread(problems)] };
    }

    private Generator Made() => new("parallax", Version(), _data.Version);

    private static ReportEntry Entry(FusedReport fused, EvidenceTable added)
    {
        Report report = fused.Claims.Source.Report;
        return ReportEntries.Of(fused, span => added.Add(report, span));
    }

    /// <summary>What could not be read at all is part of the picture: a missing report must not look like a quiet day.</summary>
    private static IEnumerable<DeclinedEntry> Unread(IEnumerable<Problem> problems) =>
        problems.Where(p => !p.IsNotice)
            .Select(p => new DeclinedEntry(p.Code, p.Given + ": " + p.What, null)).Distinct()
            .OrderBy(d => d.Code, StringComparer.Ordinal).ThenBy(d => d.Reason, StringComparer.Ordinal);

    private static string Version() =>
        typeof(Assessor).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
