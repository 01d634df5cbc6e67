using Parallax.Assess;
using Parallax.Fuse;

namespace Parallax.Tests.Assess;

/// <summary>Looks for ids that point nowhere and for evidence that does not stand in its report.</summary>
internal static class SituationCheck
{
    public static IReadOnlyList<string> Faults(Situation s)
    {
        List<string> faults = [];
        HashSet<string> reports = Ids(s.Reports.Select(r => r.Id), "report");
        HashSet<string> actors = Ids(s.Actors.Select(a => a.Id), "actor");
        HashSet<string> places = Ids(s.Places.Select(p => p.Id), "place");
        HashSet<string> events = Ids(s.Events.Select(e => e.Id), "event");
        HashSet<string> figures = Ids(s.Figures.Select(f => f.Id), "figure");
        HashSet<string> statements = Ids(s.Statements.Select(t => t.Id), "statement");
        HashSet<string> evidence = Ids(s.Evidence.Select(e => e.Id), "evidence");
        HashSet<string> storylines = Ids(s.Storylines.Select(l => l.Id), "storyline");
        Ids(s.Disagreements.Select(d => d.Id), "disagreement");

        foreach (Event e in s.Events)
        {
            Known(e.Initiators.Concat(e.Targets), actors, e.Id);
            Known([e.Where], places, e.Id);
            Known(e.Reports.Concat(e.Accounts.Select(a => a.Report)), reports, e.Id);
            Known(e.Figures, figures, e.Id);
            Known(e.Evidence.Concat(e.Accounts.Select(a => a.Evidence)), evidence, e.Id);
            Known([e.Storyline], storylines, e.Id);
            Known(e.Accounts.Select(a => a.SaidBy), actors, e.Id);
            if (e.Evidence.Count == 0 || e.Reports.Count == 0 || e.Origins < 1 || e.Label.Length is 0 or > 160)
                faults.Add($"{e.Id} is incomplete");
        }
        foreach (Figure f in s.Figures)
        {
            Known([f.Event], events, f.Id);
            Known([f.Where], places, f.Id);
            Known(f.Readings.Select(r => r.Report), reports, f.Id);
            Known(f.Readings.Select(r => r.SaidBy), actors, f.Id);
            Known(f.Readings.Select(r => r.Evidence), evidence, f.Id);
            if (f.Readings.Count == 0 || f.Low > f.High || f.Best < f.Low || f.Best > f.High)
                faults.Add($"{f.Id} has no readings or bounds out of order");
        }
        foreach (Statement t in s.Statements)
        {
            Known([t.Speaker], actors, t.Id);
            Known(t.Renderings.Select(r => r.Report), reports, t.Id);
            Known(t.Renderings.Select(r => r.Evidence), evidence, t.Id);
        }
        HashSet<string> subjects = [.. events, .. figures, .. statements, .. actors];
        foreach (Disagreement d in s.Disagreements)
        {
            Known([d.Subject], subjects, d.Id);
            Known(d.Positions.SelectMany(p => p.Reports), reports, d.Id);
            Known(d.Positions.Select(p => p.SaidBy), actors, d.Id);
            Known(d.Positions.SelectMany(p => p.Evidence), evidence, d.Id);
            if (d.Positions.Count < 2 || d.Explanation.Length == 0)
                faults.Add($"{d.Id} has one side only");
        }
        foreach (Storyline l in s.Storylines)
            Known(l.Events, events, l.Id);
        foreach (EscalationDay day in s.Escalation)
            Known(day.Events, events, day.Date);
        Known(s.Origins.SelectMany(o => o.Reports), reports, "origins");
        Known(s.Origins.SelectMany(o => o.Evidence), evidence, "origins");
        Known(s.Declined.Select(d => d.Evidence), evidence, "declined");
        Dictionary<string, string> texts = s.Reports.ToDictionary(r => r.Id, r => r.Text, StringComparer.Ordinal);
        foreach (Evidence x in s.Evidence.Where(x => texts[x.Report][x.Start..x.End] != x.Exact))
            faults.Add($"{x.Id} does not stand in its report");
        return faults;

        HashSet<string> Ids(IEnumerable<string> ids, string what)
        {
            HashSet<string> known = new(StringComparer.Ordinal);
            foreach (string id in ids.Where(id => !known.Add(id)))
                faults.Add($"{what} {id} is there twice");
            return known;
        }

        void Known(IEnumerable<string?> ids, HashSet<string> known, string where)
        {
            foreach (string? id in ids.Where(id => id is not null && !known.Contains(id)))
                faults.Add($"{where} names {id}, which does not exist");
        }
    }
}
