namespace Parallax.Annotate;

/// <summary>An actor while a report is read: what is known of it so far.</summary>
internal sealed class IdentityEntry(ActorKind kind)
{
    /// <summary>Its place in the list of entries.</summary>
    public int Index { get; set; } = -1;

    public ActorKind Kind { get; set; } = kind;

    public string? Class { get; set; }

    public string? Country { get; set; }

    public string? Key { get; set; }

    public string? Noun { get; set; }

    public bool Plural { get; set; }

    public bool IsBody { get; set; }

    public bool IsNamed { get; set; }

    /// <summary>'m', 'f' or '-'.</summary>
    public char Gender { get; set; } = '-';

    public string? Number { get; set; }

    public bool Additional { get; set; }

    /// <summary>Whose it is, for descriptions: "the minister's opponents".</summary>
    public string? Of { get; set; }

    public string? Given { get; set; }

    /// <summary>Key of the last part of the name; null for what is not a named person.</summary>
    public string? Surname { get; set; }

    /// <summary>The surname as spelled without signs: "brueckner" for Brückner.</summary>
    public string? PlainSurname { get; set; }

    public HashSet<string> PartKeys { get; } = new(StringComparer.Ordinal);

    public List<string> Members { get; } = [];

    public List<RoleMention> Roles { get; } = [];

    /// <summary>Folded singular titles it was given.</summary>
    public List<string> RoleNouns { get; } = [];

    /// <summary>Titles it held before, by the words of the report: it is another's predecessor, or has resigned.</summary>
    public List<string> FormerNouns { get; } = [];

    /// <summary>Titles it came to after another.</summary>
    public List<string> IncomingNouns { get; } = [];

    /// <summary>'y' for the younger of a family, 'e' for the elder.</summary>
    public char Age { get; set; } = '-';

    /// <summary>Brought in beside a bearer of the same surname, as kin or by "and": the surname alone goes on meaning the other.</summary>
    public bool IsRelative { get; set; }

    public List<string> Names { get; } = [];

    /// <summary>The fullest description, for actors without a name.</summary>
    public string Description { get; set; } = "";

    public int LastSentence { get; set; }

    /// <summary>The last sentence that calls it by a name or description.</summary>
    public int LastCalled { get; set; }

    public List<ActorCandidate> Mentions { get; } = [];
}
