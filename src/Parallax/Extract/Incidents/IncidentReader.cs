using Parallax.Annotate;
using Parallax.Data;

namespace Parallax.Extract;

/// <summary>Puts together the acts of violence that a report tells of: finds their mentions, merges them, adds who is blamed. Pure and safe for many threads.</summary>
internal sealed class IncidentReader
{
    private const int LongestSentence = 160;

    // What opens a report is its news.
    private const int LeadSentences = 2;

    // How many sentences on "the gunmen" still means those of the incident before.
    private const int SuspectReach = 3;

    private readonly IncidentTriggers _words;
    private readonly IncidentParties _parties;
    private readonly IncidentFinder _finder;
    private readonly IncidentBlame _blame;
    private readonly HashSet<string> _speech;

    public IncidentReader(LanguageData data)
    {
        _words = new IncidentTriggers(data.Lexicon("incidents"));
        _parties = new IncidentParties(_words);
        _finder = new IncidentFinder(_words, _parties);
        _blame = new IncidentBlame(_words, _parties);
        _speech = data.Lexicon("speech-cues").FirstColumn();
    }

    /// <summary>The incidents of a report, in the order in which they are first told.</summary>
    public IReadOnlyList<Incident> Read(ReportView view, IReadOnlyList<Claim> claims)
    {
        AnnotatedReport report = view.Report;
        IncidentMerger merger = new(report);
        IncidentSetting setting = new(view, _words, _speech);
        List<IncidentTree> told = [];
        Dictionary<int, EventClaim> byTrigger = [];
        foreach (EventClaim claim in claims.OfType<EventClaim>())
            byTrigger.TryAdd(claim.Trigger.Start, claim);
        foreach (Sentence sentence in report.Sentences)
        {
            int length = sentence.EndToken - sentence.FirstToken;
            if (sentence.IsHeading || length is 0 or > LongestSentence || !Speaks(report, sentence))
                continue;
            IncidentTree tree = new(view, sentence, report.Names);
            told.Add(tree);
            foreach (IncidentMention mention in _finder.Find(tree))
            {
                setting.Read(tree, mention);
                if (byTrigger.TryGetValue(mention.Words.Start, out EventClaim? claim))
                    mention.Old |= claim.Status == ClaimStatus.Background && mention.Date is null;
                merger.Add(mention);
            }
            _blame.Read(tree, merger);
        }
        List<Incident> incidents = [];
        IncidentParty? rebels = OnlyRebels(report);
        foreach (IncidentDraft draft in merger.Drafts)
        {
            AddSuspects(draft, told);
            if (rebels is not null && draft.Kind != IncidentKind.Clash && !draft.Has(IncidentRole.PerpetratorOrganisation) && draft.Parties.Any(party => party.Role == IncidentRole.Perpetrator && IsFighter(party)))
                draft.AddParty(rebels);
            if (IsToldOf(draft, report))
                incidents.Add(Finish(draft, view, byTrigger, claims));
        }
        return incidents;
    }

    private bool IsFighter(IncidentParty party) => party.Name is null && party.Descriptions.Any(description =>
        description.ToLowerInvariant().Split(' ')[^1] is var last && (_words.Is("fighter", last) || _words.Is("fighter", last.TrimEnd('s'))));

    /// <summary>The one armed group that a report names: "the guerrillas" are its people, though the sentence does not say so. Null where it names none or several.</summary>
    private IncidentParty? OnlyRebels(AnnotatedReport report)
    {
        IncidentParty? only = null;
        foreach (NameMention name in report.Names)
        {
            if (name.Kind != NameKind.Organisation || !IsRebelName(report, name))
                continue;
            string text = string.Join(' ', report.Tokens.Skip(name.FirstToken).Take(name.EndToken - name.FirstToken).Select(token => token.Text));
            int actor = IncidentCountry.ActorOf(report, name);
            if (only is null)
                only = new IncidentParty(IncidentRole.PerpetratorOrganisation, text, [], actor, name.Span) { Alleged = true };
            else if (actor != only.Actor && text != only.Name && !IsShortOf(text, only.Name!) && !IsShortOf(only.Name!, text))
                return null;
        }
        return only;
    }

    private static bool IsShortOf(string shorter, string longer) =>
        shorter.Length <= 6 && string.Concat(longer.Split(' ').Where(word => char.IsUpper(word[0])).Select(word => word[0])) is var initials && (initials.Contains(shorter, StringComparison.Ordinal) || shorter.All(c => initials.Contains(c, StringComparison.Ordinal)));

    // By a word of the name, or by what follows it: "RWF guerrillas".
    private bool IsRebelName(AnnotatedReport report, NameMention name)
    {
        for (int i = name.FirstToken; i < name.EndToken; i++)
        {
            if (_words.Is("rebelname", report.Tokens[i].Lower))
                return true;
        }
        return name.EndToken < report.Tokens.Count && _words.Is("fighter", report.Tokens[name.EndToken].Lemma);
    }

    private bool Speaks(AnnotatedReport report, Sentence sentence)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            Token token = report.Tokens[i];
            if (_finder.CanBe(token) || (token.Tag == Upos.Verb && (_words.Is("claim", token.Lemma) || _words.Is("blame", token.Lemma))) || (token.Tag == Upos.Noun && _words.Is("suspect", token.Lemma)) || token.Lemma is "responsible" or "work")
                return true;
        }
        return false;
    }

    /// <summary>
    /// Whether the report tells of it as one act: somebody or something was hit, and it has a day, an exact place or a name, is told more than once,
    /// or opens the report. What is mentioned once in passing without any of these ("many people have been killed") is none.
    /// </summary>
    private bool IsToldOf(IncidentDraft draft, AnnotatedReport report)
    {
        if (draft.Kind is null)
            return false;
        bool hit = draft.Has(IncidentRole.Victim) || draft.Has(IncidentRole.Target);
        if (!hit && !(draft.Kind == IncidentKind.Bombing && (draft.Places.Count > 0 || draft.Date is not null) && (draft.Mentions.Any(m => m.Told && !m.Leans) || (draft.Places.Count > 0 && draft.Date is not null))))
            return false;
        bool exact = draft.Places.Any(place => report.Places[place].Place is not { Precision: PlacePrecision.Country or PlacePrecision.Region });
        bool named = draft.Parties.Any(party => party.Name is not null && party.Role is IncidentRole.Victim or IncidentRole.Target);
        if (draft.Date is not null || exact || named || draft.Mentions.Count(m => m.Kind is not null) > 1)
            return true;
        int first = draft.Mentions[0].Sentence;
        return (first < LeadSentences || report.Sentences[first].Paragraph == 0) && draft.Parties.Any(party => party.Role != IncidentRole.Victim || !IsAnybody(party));
    }

    // "many people", "civilians": nobody in particular.
    private bool IsAnybody(IncidentParty party)
    {
        string[] words = party.Descriptions.Count == 0 ? [] : party.Descriptions[0].ToLowerInvariant().Split(' ');
        return words.Length > 0 && _words.Is("anybody", words[^1]);
    }

    private void AddSuspects(IncidentDraft draft, List<IncidentTree> told)
    {
        if (draft.Has(IncidentRole.Perpetrator) || draft.Has(IncidentRole.PerpetratorOrganisation))
            return;
        int first = draft.Mentions[0].Sentence, last = draft.LastSentence;
        foreach (IncidentTree tree in told)
        {
            if (tree.Sentence.Index < first || tree.Sentence.Index > last + SuspectReach)
                continue;
            for (int i = tree.First; i < tree.End; i++)
            {
                bool suspect = tree[i].Tag == Upos.Noun && (_words.Is("suspect", tree.Lemma(i)) || (_words.Is("person", tree.Lemma(i)) && tree.Children(i).Any(c => _words.Is("shady", tree.Lower(c)))));
                if (!suspect || draft.Parties.Any(p => p.Span.Contains(tree[i].Span)))
                    continue;
                if (!tree.Is(i, "nsubj") && !(tree.Is(i, "obl") && tree.Case(i) == "by"))
                    continue;
                List<IncidentParty> found = [];
                _parties.Add(tree, i, IncidentRole.Perpetrator, found, alleged: true);
                foreach (IncidentParty party in found)
                    draft.AddParty(party);
                return;
            }
        }
    }

    private Incident Finish(IncidentDraft draft, ReportView view, Dictionary<int, EventClaim> byTrigger, IReadOnlyList<Claim> claims)
    {
        AnnotatedReport report = view.Report;
        List<int> places = [.. draft.Places];
        string? country = IncidentCountry.Of(report, places, draft.Mentions[0].Sentence);
        return new Incident
        {
            Kind = IsFight(draft, report) ? IncidentKind.Clash : draft.Kind!.Value,
            Stage = draft.Mentions.Any(m => m is { Stage: IncidentStage.Accomplished, Kind: not null, Leans: false }) ? IncidentStage.Accomplished : draft.Mentions.First(m => m.Kind is not null).Stage,
            Date = draft.Date,
            Places = places,
            Country = country,
            Parties = [.. draft.Parties.OrderBy(party => party.Role).ThenBy(party => party.Span.Start)],
            Triggers = [.. draft.Mentions.Select(m => m.Words).Distinct().Order()],
            Sentences = [.. draft.Mentions.Select(m => m.Sentence).Distinct().Order()],
            Claims = [.. draft.Mentions.Select(m => byTrigger.TryGetValue(m.Words.Start, out EventClaim? claim) ? IndexOf(claims, claim) : -1).Where(at => at >= 0).Distinct().Order()],
        };
    }

    // Only armed people were hit: fighting, whoever began it.
    private bool IsFight(IncidentDraft draft, AnnotatedReport report)
    {
        if (draft.Kind == IncidentKind.Kidnapping || draft.Has(IncidentRole.Target))
            return draft.Kind == IncidentKind.Clash;
        IncidentParty[] victims = [.. draft.Parties.Where(party => party.Role == IncidentRole.Victim)];
        return draft.Kind == IncidentKind.Clash || (victims.Length > 0 && victims.All(victim => victim.Name is null && IsArmed(victim, report)));
    }

    private bool IsArmed(IncidentParty victim, AnnotatedReport report) =>
        (victim.Actor >= 0 && report.Actors[victim.Actor] is { Class: "soldier" or "rebel" })
        || victim.Descriptions.Any(description => _words.Is("armed", description.Split(' ')[^1].ToLowerInvariant()) || _words.Is("armed", description.Split(' ')[^1].ToLowerInvariant().TrimEnd('s')));

    private static int IndexOf(IReadOnlyList<Claim> claims, EventClaim claim)
    {
        for (int i = 0; i < claims.Count; i++)
        {
            if (ReferenceEquals(claims[i], claim))
                return i;
        }
        return -1;
    }
}
