namespace Parallax.Annotate;

/// <summary>What the last unit read of a phrase was; it is the head if the phrase ends there.</summary>
internal enum PendingUnit
{
    None,
    Nation,
    Organisation,
    Noun,
    Title,
}

/// <summary>A nation word: country name, capital or seat of government, adjective or people noun.</summary>
/// <param name="First">First token.</param>
/// <param name="End">Token after it.</param>
/// <param name="Country">ISO code; null for peoples without a country.</param>
/// <param name="Member">Canonical folded word for comparing sides.</param>
/// <param name="IsAdjective">"Serbian", "Albanian": not a name by itself.</param>
/// <param name="IsPlural">"Serbs", "Albanians": people.</param>
/// <param name="CanBePeople">Whether "the …" alone means the people ("the British").</param>
internal sealed record NationUnit(int First, int End, string? Country, string? Member, bool IsAdjective, bool IsPlural, bool CanBePeople);

/// <summary>A body named inside a phrase.</summary>
internal sealed record InnerBody(int First, int End, KnownOrganisation? Known, ActorKind Kind);

/// <summary>The state of reading one phrase from its determiner to its head.</summary>
internal sealed class Phrase(int start)
{
    // A phrase is begun at nearly every word; few come to have one.
    private List<string>? _members;

    public int Start { get; private set; } = start;

    public bool Definite { get; set; }

    public bool Indefinite { get; set; }

    public string? Possessor { get; set; }

    public string? Number { get; set; }

    public bool Former { get; set; }

    public bool Additional { get; set; }

    public bool Incoming { get; set; }

    public char Age { get; set; } = '-';

    public KnownOrganisation? Absorbed { get; private set; }

    /// <summary>The bodies named inside the phrase: "NATO" in "the NATO commander".</summary>
    public List<InnerBody>? Inner { get; private set; }

    public string? Of { get; set; }

    public string? Country { get; set; }

    public List<string> Members => _members ??= [];

    public PendingUnit Pending { get; private set; }

    public int PendingFirst { get; private set; }

    public int PendingEnd { get; private set; }

    public NationUnit? Nation { get; private set; }

    public KnownOrganisation? Known { get; private set; }

    public ActorKind Kind { get; private set; }

    public ActorNoun? Noun { get; private set; }

    public int NounEnd { get; private set; }

    public bool PluralNoun { get; private set; }

    public ActorTitle? Title { get; private set; }

    public int TitleFirst { get; private set; }

    public int TitleEnd { get; private set; }

    public string? Alias { get; set; }

    public int AliasToken { get; set; } = -1;

    public ActorCandidate? Emitted { get; set; }

    /// <summary>The token after the name of the person whose it is, where that follows with "of"; 0 where none does.</summary>
    public int OwnerEnd { get; private set; }

    public bool Finished { get; private set; }

    public int PhraseEnd { get; private set; }

    private bool Modified { get; set; }

    public bool HasPending => Pending != PendingUnit.None;

    /// <summary>Whether a determiner, number, modifier or nation stands before the head.</summary>
    public bool HasAnything => Definite || Indefinite || Number is not null || Modified || Country is not null || _members is { Count: > 0 } || Of is not null || Possessor is not null;

    public string? PendingCountry => Pending switch
    {
        PendingUnit.Nation => Nation!.Country,
        PendingUnit.Organisation => Known?.Country ?? Country,
        _ => Country,
    };

    public string? PendingMember => Pending switch
    {
        PendingUnit.Nation => Nation!.Member,
        PendingUnit.Organisation => Known is null ? null : ActorWords.MemberOf(Known.Name),
        _ => null,
    };

    public void Advance(int end)
    {
        Modified = true;
        Pending = PendingUnit.None;
        PendingEnd = end;
    }

    public void SetNation(NationUnit nation)
    {
        Pending = PendingUnit.Nation;
        Nation = nation;
        PendingFirst = nation.First;
        PendingEnd = nation.End;
    }

    public void SetOrganisation(int first, int end, KnownOrganisation? known, ActorKind kind)
    {
        Pending = PendingUnit.Organisation;
        Known = known;
        Kind = known?.Kind ?? kind;
        PendingFirst = first;
        PendingEnd = end;
    }

    public void SetNoun(int first, int end, ActorNoun noun, bool plural)
    {
        Pending = PendingUnit.Noun;
        Noun = noun;
        PluralNoun = plural;
        PendingFirst = first;
        PendingEnd = end;
        NounEnd = end;
    }

    public void SetTitle(int first, int end, ActorTitle title)
    {
        Pending = PendingUnit.Title;
        Title = title;
        PendingFirst = first;
        PendingEnd = end;
        TitleFirst = first;
        TitleEnd = end;
    }

    public void ExtendPending(int end) => PendingEnd = end;

    /// <summary>"the bodyguard of Senator X": whose he is, though the name is a phrase of its own.</summary>
    public void SetOwner(string name, int end)
    {
        Of ??= name;
        OwnerEnd = end;
    }

    public void FinishAt(int end)
    {
        Finished = true;
        PhraseEnd = end;
        Pending = PendingUnit.None;
    }

    /// <summary>The phrase goes on after the pending unit, so that unit was a modifier of what comes.</summary>
    public void AbsorbPending(ActorReader reader)
    {
        _ = reader;
        switch (Pending)
        {
            case PendingUnit.Nation:
                Country ??= Nation!.Country;
                if (Nation!.Member is not null)
                    ActorReader.AddMember(this, Nation.Member);
                break;
            case PendingUnit.Organisation when Known is null:
                Name(PendingFirst, PendingEnd, null, Kind);
                break;
            case PendingUnit.Organisation:
                Name(PendingFirst, PendingEnd, Known, Kind);
                Absorbed = Known;
                Country ??= Known!.Country;
                Of ??= Known.Name;
                ActorReader.AddMember(this, ActorWords.MemberOf(Known.Name));
                break;
            case PendingUnit.None:
                return;
        }
        Modified = true;
        Pending = PendingUnit.None;
    }

    /// <summary>Notes a body that is named inside the phrase.</summary>
    public void Name(int first, int end, KnownOrganisation? known, ActorKind kind) => (Inner ??= []).Add(new InnerBody(first, end, known, kind));

    /// <summary>Begins again after a possessor, which is whose the rest is.</summary>
    public void Restart(int at, int start, string of, string? country, string? member)
    {
        Pending = PendingUnit.None;
        PendingEnd = at;
        Start = start;
        Definite = true;
        Indefinite = false;
        Number = null;
        Possessor = null;
        Of = of;
        OwnerEnd = 0;
        Country = country;
        Members.Clear();
        if (member is not null)
            Members.Add(member);
        Noun = null;
        Title = null;
        Known = null;
        Absorbed = null;
        Additional = false;
        Incoming = false;
        Former = false;
        Nation = null;
        Alias = null;
        Modified = true;
    }
}
