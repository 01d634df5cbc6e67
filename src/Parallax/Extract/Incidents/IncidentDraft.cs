using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>An incident while its mentions are brought together.</summary>
internal sealed class IncidentDraft(AnnotatedReport report)
{
    public List<IncidentMention> Mentions { get; } = [];

    public List<IncidentParty> Parties { get; } = [];

    public IncidentKind? Kind { get; private set; }

    public EdtfDate? Date { get; private set; }

    public List<int> Places { get; } = [];

    public int LastSentence => Mentions.Max(mention => mention.Sentence);

    public bool Has(IncidentRole role) => Parties.Any(party => party.Role == role);

    /// <summary>Takes up a mention.</summary>
    public void Add(IncidentMention mention)
    {
        Mentions.Add(mention);
        Kind = Kind is null ? mention.Kind : mention.Kind is { } kind && !(mention.Leans && kind == IncidentKind.Killing) ? Firmer(Kind.Value, kind) : Kind;
        Date ??= mention.Date;
        foreach (int place in mention.Places)
        {
            if (!Places.Any(known => Same(known, place)))
                Places.Add(place);
        }
        foreach (IncidentParty party in mention.Parties)
            AddParty(party);
    }

    /// <summary>Adds a participant, or what is new of it to the one that is known.</summary>
    public void AddParty(IncidentParty party)
    {
        for (int i = 0; i < Parties.Count; i++)
        {
            IncidentParty known = Parties[i];
            if (known.Role != party.Role || !IncidentIdentity.Same(known, party))
                continue;
            Parties[i] = known with
            {
                Name = known.Name is null || (party.Name is not null && party.Name.Length > known.Name.Length) ? party.Name ?? known.Name : known.Name,
                Descriptions = [.. known.Descriptions.Concat(party.Descriptions).Distinct(StringComparer.OrdinalIgnoreCase)],
                Actor = known.Actor >= 0 ? known.Actor : party.Actor,
                Effect = known.Effect == "killed" ? known.Effect : party.Effect ?? known.Effect,
                Alleged = known.Alleged && party.Alleged,
            };
            return;
        }
        Parties.Add(party);
    }

    private bool Same(int left, int right)
    {
        if (left == right)
            return true;
        PlaceMention a = report.Places[left], b = report.Places[right];
        return a.Place is { } x && b.Place is { } y ? x.Name == y.Name : Folding.Fold(a.Span.Of(report.Report.Text)) == Folding.Fold(b.Span.Of(report.Report.Text));
    }

    // "attack" says least, then "killed"; what says how goes before.
    private static IncidentKind Firmer(IncidentKind left, IncidentKind right)
    {
        if (left == IncidentKind.Attack || (left == IncidentKind.Killing && right != IncidentKind.Attack && right != IncidentKind.Clash))
            return right;
        return left;
    }
}
