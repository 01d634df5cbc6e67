using Parallax.Text;

namespace Parallax.Extract;

/// <summary>Somebody, or a number of people, of whom one clause says that they were harmed.</summary>
internal sealed record Victim
{
    /// <summary>The token that names them.</summary>
    public required int Token { get; init; }

    /// <summary>The word that says what happened.</summary>
    public required int Anchor { get; init; }

    public required Harm Harm { get; init; }

    /// <summary>Index of the sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>How many; 0 for "no one", null for a plural without a number.</summary>
    public required decimal? Count { get; init; }

    /// <summary>Whether a number is printed: "one person", "three", not "a man".</summary>
    public bool IsCounted { get; init; }

    /// <summary>Whether the number is a vague word or bounded by one ("several", "at least").</summary>
    public bool IsLoose { get; init; }

    /// <summary>"a man" introduces somebody; "the man" takes him up again.</summary>
    public bool IsNew { get; init; }

    /// <summary>"another", "two others": besides those told of before.</summary>
    public bool IsOther { get; init; }

    /// <summary>Whether the sentence says that somebody may still die.</summary>
    public bool IsOpen { get; init; }

    /// <summary>"one of them", "two fatally": some of those that the sentence counts already.</summary>
    public bool IsPart { get; init; }

    /// <summary>Whether "and" stands before it.</summary>
    public bool IsJoined { get; init; }

    /// <summary>"the second victim": the ordinal; null where there is none.</summary>
    public string? Ordinal { get; init; }

    /// <summary>Index of the actor; -1 where it has none.</summary>
    public int Actor { get; init; } = -1;

    /// <summary>The last name, folded; null where nobody is named.</summary>
    public string? Name { get; init; }

    /// <summary>The age told beside; null where there is none.</summary>
    public int? Age { get; init; }

    /// <summary>'m', 'f' or a blank where the words do not say.</summary>
    public char Sex { get; init; } = ' ';

    /// <summary>'c' for a child, 'a' for an adult, a blank where the words do not say.</summary>
    public char Grown { get; init; } = ' ';

    /// <summary>Whether the word can stand for anybody: "victim", "he", "person", "one".</summary>
    public bool IsGeneral { get; init; }

    /// <summary>"he", "she", "him".</summary>
    public bool IsPronoun { get; init; }

    /// <summary>What kind of sign it was.</summary>
    public required string Rule { get; init; }

    /// <summary>The words from the victim to the sign.</summary>
    public required TextSpan Evidence { get; init; }

    /// <summary>Whether the clause tells of another occasion: history, statistics of a year, a separate incident.</summary>
    public bool IsAside { get; init; }

    /// <summary>Whether others that "and" joins stand in the same clause; they all share this number, else -1.</summary>
    public int Group { get; init; } = -1;
}
