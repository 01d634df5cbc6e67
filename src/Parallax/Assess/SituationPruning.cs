using Parallax.Fuse;

namespace Parallax.Assess;

/// <summary>Leaves out what nothing in the situation points to: actors without a deed, word, role or label, and evidence of them. Places stay: that a report names one is worth knowing.</summary>
internal static class SituationPruning
{
    public static Situation Prune(Situation situation)
    {
        HashSet<string> actors = new(ActorsNamed(situation), StringComparer.Ordinal);
        Actor[] keptActors = [.. situation.Actors.Where(a => actors.Contains(a.Id) || a.Roles.Count > 0 || a.Labels.Count > 0)];
        Situation kept = situation with { Actors = keptActors };
        HashSet<string> evidence = new(EvidenceNamed(kept), StringComparer.Ordinal);
        return kept with { Evidence = [.. kept.Evidence.Where(e => evidence.Contains(e.Id))] };
    }

    private static IEnumerable<string> ActorsNamed(Situation s) =>
        s.Events.SelectMany(e => e.Initiators.Concat(e.Targets).Concat(e.Accounts.Select(a => a.SaidBy).OfType<string>()))
            .Concat(s.Figures.SelectMany(f => f.Readings).Select(r => r.SaidBy).OfType<string>())
            .Concat(s.Statements.Select(t => t.Speaker).OfType<string>())
            .Concat(s.Disagreements.SelectMany(d => d.Positions).Select(p => p.SaidBy).OfType<string>())
            .Concat(s.Disagreements.Select(d => d.Subject))
            .Concat(s.Actors.SelectMany(a => a.Labels).Select(l => l.By).OfType<string>())
            .Concat(Chains(s).Select(l => l.Actor).OfType<string>());

    private static IEnumerable<string> EvidenceNamed(Situation s) =>
        s.Reports.SelectMany(r => r.Published.Evidence.Concat(r.Credits.Select(c => c.Evidence).OfType<string>()))
            .Concat(s.Origins.SelectMany(o => o.Evidence))
            .Concat(s.Actors.SelectMany(a => a.Roles.Select(r => r.Evidence).Concat(a.Labels.Select(l => l.Evidence))))
            .Concat(s.Events.SelectMany(e => e.Evidence.Concat(e.Accounts.Select(a => a.Evidence))))
            .Concat(s.Figures.SelectMany(f => f.Readings).Select(r => r.Evidence))
            .Concat(s.Statements.SelectMany(t => t.Renderings).Select(r => r.Evidence))
            .Concat(s.Disagreements.SelectMany(d => d.Positions).SelectMany(p => p.Evidence))
            .Concat(Chains(s).Select(l => l.Evidence).OfType<string>())
            .Concat(s.Declined.Select(d => d.Evidence).OfType<string>());

    private static IEnumerable<ChainLink> Chains(Situation s) =>
        s.Events.SelectMany(e => e.Accounts).SelectMany(a => a.Chain)
            .Concat(s.Figures.SelectMany(f => f.Readings).SelectMany(r => r.Chain))
            .Concat(s.Statements.SelectMany(t => t.Renderings).SelectMany(r => r.Chain));
}
