using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>
/// Who did harm in one report, so that what is done to them afterwards is told apart from what they did: the gunman who is shot dead is none of his own victims,
/// and the police who shoot him are not the killers of those.
/// </summary>
internal sealed class EventDoers
{
    // Nouns for one who has attacked, whatever his name.
    private static readonly HashSet<string> s_doers = new(
        [
            "arsonist", "assailant", "attacker", "bomber", "gunman", "gunmen", "hijacker", "hostage-taker", "infiltrator", "intruder", "killer", "knifeman", "murderer", "perpetrator",
            "rapist", "robber", "shooter", "sniper", "stabber", "suspect", "terrorist",
        ], StringComparer.Ordinal);

    // Whoever drove or flew is a doer where the police or soldiers turn on him, and mostly a victim elsewhere.
    private static readonly HashSet<string> s_steering = new(["biker", "driver", "motorcyclist", "motorist", "pilot", "rider"], StringComparer.Ordinal);

    private readonly ReportInFusion _report;
    private readonly HashSet<int> _doers = [];
    private readonly HashSet<int> _steering = [];
    private readonly bool _hasOthers;

    public EventDoers(ReportInFusion report)
    {
        _report = report;
        foreach (ActorMention mention in report.Annotated.Mentions.Where(m => m.Actor >= 0 && m.Form == MentionForm.Nominal))
        {
            string head = LemmaOf(report, mention.HeadSpan);
            if (s_doers.Contains(head))
                _doers.Add(mention.Actor);
            else if (s_steering.Contains(head))
                _steering.Add(mention.Actor);
        }
        EventClaim[] harm = [.. report.Claims.Claims.OfType<EventClaim>().Where(c => IsHarm(c) && c.Status is ClaimStatus.Happened or ClaimStatus.Alleged)];
        foreach (int doer in harm.SelectMany(c => c.Initiators).Where(i => report.Annotated.Actors[i].Kind == ActorKind.Person))
            _doers.Add(doer);
        _hasOthers = harm.Any(c => !Ends(c) && (c.Targets.Count > 0 || c.Type == EventType.Casualties));
    }

    /// <summary>Whether <paramref name="claim"/> is done to one who did harm before, in a report that tells of other harm, too.</summary>
    public bool IsEnd(EventClaim claim) => _hasOthers && IsHarm(claim) && Ends(claim);

    private bool Ends(EventClaim claim) => claim.Targets.Any(t => _doers.Contains(t) || (_steering.Contains(t) && claim.Initiators.Any(IsForce)));

    private bool IsForce(int actor) => _report.Annotated.Actors[actor].Kind is ActorKind.Police or ActorKind.ArmedForce;

    private static bool IsHarm(EventClaim claim) => claim.Type is EventType.Assault or EventType.Casualties;

    private static string LemmaOf(ReportInFusion report, TextSpan head)
    {
        IReadOnlyList<Token> tokens = report.Annotated.Tokens;
        int last = AnnotatedReport.FirstTokenAt(tokens, head.End) - 1;
        return last >= 0 ? tokens[last].Lemma.ToLowerInvariant() : "";
    }
}
