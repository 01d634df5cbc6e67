using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Brings the mentions of a report together into incidents, in text order.</summary>
internal sealed class IncidentMerger(AnnotatedReport report)
{
    // How many sentences on a word that needs an incident still means the one before.
    private const int Reach = 4;

    private readonly List<IncidentDraft> _drafts = [];

    /// <summary>The incidents, in the order in which they are first told.</summary>
    public IReadOnlyList<IncidentDraft> Drafts => _drafts;

    /// <summary>Takes up the next mention.</summary>
    public void Add(IncidentMention mention)
    {
        if (mention.Old)
            return;
        IncidentDraft? draft = Find(mention);
        if (draft is null)
        {
            if (mention.Kind is null)
                return;
            _drafts.Add(draft = new IncidentDraft(report));
        }
        draft.Add(mention);
    }

    /// <summary>The incident that a mention's token belongs to; null where there is none.</summary>
    public IncidentDraft? Of(int token) => _drafts.FirstOrDefault(draft => draft.Mentions.Any(mention => mention.Token == token));

    private IncidentDraft? Find(IncidentMention mention)
    {
        foreach (IncidentDraft draft in _drafts)
        {
            if (draft.Mentions.Any(m => m.Token == mention.SameAs || m.SameAs == mention.Token))
                return draft;
        }
        for (int i = _drafts.Count - 1; i >= 0; i--)
        {
            IncidentDraft draft = _drafts[i];
            if (Fits(draft, mention))
                return draft;
        }
        return null;
    }

    private bool Fits(IncidentDraft draft, IncidentMention mention)
    {
        int distance = mention.Sentence - draft.LastSentence;
        if (!KindsFit(draft, mention) || !StagesFit(draft, mention))
            return false;
        IncidentParty[] victims = [.. mention.Of(IncidentRole.Victim)];
        // Nobody is killed or carried off twice, wherever and whenever the report puts it.
        if (victims.Any(v => v.Name is not null && draft.Parties.Any(p => p.Role == IncidentRole.Victim && p.Name is not null && IncidentIdentity.Same(p, v))))
            return true;
        // "He died on Saturday", of the man shot on Friday.
        if (mention.Leans && victims.Any(v => v.Actor >= 0 && draft.Parties.Any(p => p.Role == IncidentRole.Victim && p.Actor == v.Actor)))
            return true;
        if (!SettingsFit(draft, mention))
            return false;
        bool shares = victims.Any(v => draft.Parties.Any(p => p.Role == IncidentRole.Victim && IncidentIdentity.Same(p, v)));
        if (shares)
            return true;
        if (mention.Kind is null)
            return distance <= Reach;
        bool otherNames = victims.Any(v => v.Name is not null) && draft.Parties.Any(p => p.Role == IncidentRole.Victim && p.Name is not null);
        if (otherNames)
            return distance == 0 && mention.Leans;
        if (mention.Leans || mention.Definite)
            return distance <= Reach || (mention.Definite && victims.Length == 0);
        // A second telling: nothing says that it is another one.
        bool described = victims.Length > 0 && draft.Parties.Any(p => p.Role == IncidentRole.Victim);
        return described ? distance <= 1 && mention.Date is null && mention.Places.Count == 0 : distance <= 2;
    }

    private static bool StagesFit(IncidentDraft draft, IncidentMention mention) => mention.Stage != IncidentStage.Threatened || draft.Mentions.Any(m => m.Stage == IncidentStage.Threatened);

    private static bool KindsFit(IncidentDraft draft, IncidentMention mention)
    {
        if (mention.Kind is not { } kind || draft.Kind is not { } known || kind == known)
            return true;
        bool clash = kind == IncidentKind.Clash || known == IncidentKind.Clash;
        if (clash)
            return mention.Leans && kind != IncidentKind.Clash;
        if (kind == IncidentKind.Attack || known == IncidentKind.Attack)
            return kind == IncidentKind.Killing || known == IncidentKind.Killing || mention.Leans || mention.Definite || kind == IncidentKind.Bombing || known == IncidentKind.Bombing;
        if (kind == IncidentKind.Killing)
            return known is IncidentKind.Bombing && mention.Leans;
        return known == IncidentKind.Killing && kind == IncidentKind.Bombing;
    }

    private bool SettingsFit(IncidentDraft draft, IncidentMention mention)
    {
        if (draft.Date is { } known && mention.Date is { } date && !known.Overlaps(date))
            return false;
        if (draft.Places.Count == 0 || mention.Places.Count == 0)
            return true;
        return !IncidentIdentity.Exclude(report.Places[draft.Places[0]], report.Places[mention.Places[0]], report.Report.Text)
            || mention.Places.Any(place => draft.Places.Any(other => !IncidentIdentity.Exclude(report.Places[other], report.Places[place], report.Report.Text)));
    }
}
