namespace Parallax.Annotate;

/// <summary>How sure it is that a run of capitalised words names a person.</summary>
internal enum NameStrength
{
    /// <summary>Not a person's name.</summary>
    None,

    /// <summary>One capitalised word alone: a name only if it is known from elsewhere in the report.</summary>
    Single,

    /// <summary>Several capitalised words without further evidence.</summary>
    Weak,

    /// <summary>Shown by a title, a given name or a speech verb.</summary>
    Strong,
}

/// <summary>A phrase that may name an actor, before identity is known. Token indexes are those of the report.</summary>
internal sealed class ActorCandidate
{
    public required int Sentence { get; init; }

    public required int First { get; set; }

    public required int End { get; set; }

    public required int HeadFirst { get; init; }

    public required int HeadEnd { get; init; }

    public required MentionForm Form { get; set; }

    public required ActorKind Kind { get; set; }

    /// <summary>Side class: soldier, police, protester, civilian, official…; for bodies ministry, court, party…</summary>
    public string? Class { get; set; }

    /// <summary>The head noun or title, folded and singular.</summary>
    public string? Noun { get; set; }

    public bool Plural { get; set; }

    /// <summary>Whether "the", "this", "its" or a possessor marks it as known.</summary>
    public bool Definite { get; set; }

    /// <summary>Whether the noun names one body ("police", "the army") rather than people one can count.</summary>
    public bool IsBody { get; set; }

    /// <summary>The parts of a person's name as printed.</summary>
    public IReadOnlyList<string> Name { get; set; } = [];

    public NameStrength Strength { get; set; }

    public string? Country { get; set; }

    /// <summary>Nationality, people or organisation words that qualify it, folded and canonical.</summary>
    public List<string> Members { get; } = [];

    public ActorTitle? Title { get; set; }

    /// <summary>The title as printed.</summary>
    public string? TitleText { get; set; }

    /// <summary>Whose title it is, as printed.</summary>
    public string? Of { get; set; }

    /// <summary>The token after the name of the person whose it is, where that follows with "of"; 0 where none does.</summary>
    public int OwnerEnd { get; set; }

    /// <summary>The pronoun that stands for the possessor ("its foreign minister").</summary>
    public string? Possessor { get; set; }

    public bool Former { get; set; }

    /// <summary>Whether it is said to come on top of others: "700 more troops".</summary>
    public bool Additional { get; set; }

    /// <summary>Whether "a" or "an" brings it in as not spoken of before.</summary>
    public bool Indefinite { get; set; }

    /// <summary>Whether it is said to be new in the office: "the new minister".</summary>
    public bool Incoming { get; set; }

    /// <summary>'y' for "the younger Mirza", 'e' for "the elder Mirza".</summary>
    public char Age { get; set; } = '-';

    /// <summary>The number word before it, folded; null where there is none.</summary>
    public string? Number { get; set; }

    /// <summary>The key under which mentions of one body meet; null for people and groups.</summary>
    public string? Key { get; set; }

    /// <summary>For an acronym given with the name it stands for: that name.</summary>
    public ActorCandidate? SameAs { get; set; }

    /// <summary>A place name that is an actor only where it stands for a government.</summary>
    public bool IsToponym { get; set; }

    /// <summary>Whether it is a body named inside what describes somebody else: "NATO" in "the NATO commander".</summary>
    public bool IsInner { get; init; }

    /// <summary>Whether it owns what follows ("the ministry's").</summary>
    public bool IsPossessor { get; set; }

    /// <summary>The actor it was found to be; -1 before that, and for pronouns that stay unresolved.</summary>
    public int Actor { get; set; } = -1;

    /// <summary>Dropped: no evidence that it is an actor.</summary>
    public bool Dropped { get; set; }
}
