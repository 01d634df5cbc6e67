using Parallax.Text;

namespace Parallax.Annotate;

/// <content>"The company", "the group", "the government": the body last named that can be called so.</content>
internal sealed partial class IdentityResolver
{
    private const int BodyReach = 3;

    // A body whose own name has the word goes on being called by it for longer: "the committee".
    private const int NamedReach = 12;

    // A government without a name is that of the land on which most of the places lie, where there are some.
    private const int FewestPlaces = 3;

    private static readonly HashSet<string> s_businesses = new(StringComparer.Ordinal)
    {
        "company", "firm", "airline", "carrier", "manufacturer", "maker", "corporation", "business", "retailer", "operator", "oil company", "power company", "railway company", "shipping company", "grid operator", "bank", "start-up", "startup",
    };

    private static readonly HashSet<string> s_groups = new(StringComparer.Ordinal) { "group", "organisation", "organization", "movement", "militia", "armed group", "militant group", "rebel group", "terrorist group", "insurgency", "network" };

    private static readonly HashSet<string> s_papers = new(StringComparer.Ordinal)
    {
        "broadcaster", "daily newspaper", "newspaper", "news agency", "news channel", "news site", "news website", "radio station", "television channel", "television station", "tv channel", "tv network", "tv station", "news outlet", "news network", "agency",
    };

    // Words in the names of bodies that do no business and are no armed group.
    private static readonly HashSet<string> s_public = new(StringComparer.Ordinal)
    {
        "academy", "administration", "agency", "assembly", "association", "authority", "board", "bureau", "center", "centre", "chamber", "church", "college", "commission", "committee", "congress", "council", "court", "department", "federation", "foundation",
        "fund", "government", "hospital", "house", "institute", "ministry", "mission", "mosque", "nations", "office", "organisation", "organization", "parliament", "party", "police", "program", "programme", "school", "senate", "service", "society", "tribunal", "union", "university",
    };

    private string? _setting;
    private bool _settingKnown;

    /// <summary>The body that a bare description with "the" means; null where none can be, or several.</summary>
    private IdentityEntry? FindBody(ActorCandidate candidate)
    {
        if (!candidate.Definite || !candidate.IsBody || candidate.Plural || candidate.Indefinite || candidate.Noun is not { } noun || candidate.Number is not null || candidate.Members.Count > 0 || candidate.Of is not null || candidate.Country is not null
            || candidate.Possessor is not null || candidate.Additional || candidate.Former || IsModified(candidate))
            return null;
        IdentityEntry? named = null, latest = null;
        bool open = false;
        for (int i = _entries.Count - 1, looked = 0; i >= 0 && looked < PersonMemory; i--, looked++)
        {
            IdentityEntry entry = _entries[i];
            if (entry is not { IsNamed: true, IsBody: true, Mentions.Count: > 0, Names.Count: > 0 } || entry.Kind is ActorKind.Person or ActorKind.Group or ActorKind.Government)
                continue;
            if (candidate.Sentence - entry.LastCalled <= NamedReach && HasWord(entry, noun) && (named is null || entry.LastCalled > named.LastCalled))
                named = entry;
            if (candidate.Sentence - entry.LastCalled > BodyReach || !CanBe(entry, noun))
                continue;
            if (latest is null || entry.LastCalled > latest.LastCalled)
                (latest, open) = (entry, false);
            else
                open |= entry.LastCalled == latest.LastCalled;
        }
        return named ?? (open ? null : latest);
    }

    private static bool HasWord(IdentityEntry entry, string noun)
    {
        foreach (string name in entry.Names)
        {
            string folded = Folding.Fold(name);
            if (folded.EndsWith(noun, StringComparison.Ordinal) && folded.Length > noun.Length && folded[^(noun.Length + 1)] == ' ')
                return true;
            if (folded.StartsWith(noun + " of ", StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private bool CanBe(IdentityEntry entry, string noun)
    {
        bool known = _lexicon.Organisation(Folding.Fold(entry.Names[0])) is not null;
        bool isPublic = entry.Key is not null && entry.Key.StartsWith("institution:", StringComparison.Ordinal) || entry.Names.Exists(n => Folding.Fold(n).Split(' ').Any(s_public.Contains));
        if (s_businesses.Contains(noun))
            // The well-known that are of no country are alliances and agencies of the world.
            return entry.Kind == ActorKind.Organisation && entry.Class is "organisation" && !isPublic && !(known && entry.Country is null);
        if (s_papers.Contains(noun))
            return entry.Kind == ActorKind.Outlet;
        return s_groups.Contains(noun) && !isPublic && entry.Kind is ActorKind.ArmedForce or ActorKind.Organisation && !(entry.Kind == ActorKind.Organisation && known && entry.Country is null && noun is not ("organisation" or "organization"));
    }

    /// <summary>"The government" of a report on one country is its government.</summary>
    private void TakeSetting(ActorCandidate candidate)
    {
        if (candidate is not { Form: MentionForm.Nominal, Kind: ActorKind.Government, Definite: true, IsBody: true, Plural: false, Indefinite: false, Country: null, Of: null, Possessor: null, Number: null, Key: null, Members.Count: 0, Former: false }
            || candidate.Noun is not ("government" or "regime" or "authorities") || IsModified(candidate) || Setting() is not { } country)
            return;
        candidate.Country = country;
        candidate.Key = "government:" + country;
    }

    private string? Setting()
    {
        if (_settingKnown)
            return _setting;
        _settingKnown = true;
        string[] countries = [.. _report.Places.Where(p => p.Place is { Country.Length: > 0 } && p.Use != ToponymUse.Dateline).Select(p => p.Place!.Country)];
        (string country, int most) = countries.CountBy(c => c, StringComparer.Ordinal).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, c.Value)).FirstOrDefault();
        // Governments of others are spoken of as well: which one is meant is open.
        bool others = _candidates.Exists(c => !c.Dropped && c.Key is not null && c.Key.StartsWith("government:", StringComparison.Ordinal) && c.Key != "government:" + country);
        if (most >= FewestPlaces && most * 4 >= countries.Length * 3 && !others)
            _setting = country;
        return _setting;
    }
}
