using NodaTime;
using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>A number that a report gives of somebody or something, with all that tells whether another report's number answers the same question.</summary>
internal sealed record Count : IToldByReport
{
    /// <summary>Number of the report in the situation.</summary>
    public required int ReportIndex { get; init; }

    public required FusedReport Report { get; init; }

    public required QuantityMention Quantity { get; init; }

    /// <summary>The claim made of it; null where Extract could not tell its measure.</summary>
    public required FigureClaim? Claim { get; init; }

    public required FigureValue Value { get; init; }

    /// <summary>What is counted: the lemma of the noun; null where no noun stands with the number.</summary>
    public required string? Noun { get; init; }

    /// <summary>The class of the noun: <c>person</c>, another class of things, or the noun itself.</summary>
    public required string? Class { get; init; }

    /// <summary>The part of mankind that the noun names ("military", "civilian"); null for things and for people in general.</summary>
    public required string? Part { get; init; }

    /// <summary>The group that the noun names (data/lexicons/count-groups.tsv); null for things and for words that may mean anybody.</summary>
    public required string? Group { get; init; }

    /// <summary>What becomes of them (data/lexicons/count-acts.tsv); null where no listed word tells.</summary>
    public required string? Act { get; init; }

    /// <summary>Lemma of the governing verb; null where there is none.</summary>
    public required string? Verb { get; init; }

    /// <summary>Who gives the number, in words; null where the report does.</summary>
    public required string? Speaker { get; init; }

    public required string? SpeakerId { get; init; }

    /// <summary>Content words of the speaker.</summary>
    public required IReadOnlySet<string> SpeakerWords { get; init; }

    /// <summary>Content words of its sentence.</summary>
    public required IReadOnlySet<string> Topic { get; init; }

    /// <summary>Content words of the sentences beside it and of the opening.</summary>
    public required IReadOnlySet<string> Around { get; init; }

    /// <summary>How many sentences of the report hold each of its words.</summary>
    public required IReadOnlyDictionary<string, int> Spread { get; init; }

    /// <summary>The days that its sentence names, as far as they are known.</summary>
    public required IReadOnlySet<LocalDate> Days { get; init; }

    /// <summary>The day that the text carries on to it, where its sentence names none; null where there is none.</summary>
    public required LocalDate? StoryDay { get; init; }

    /// <summary>Where its sentence puts it: the words of places behind "in", "at" and the like.</summary>
    public required IReadOnlySet<string> Locations { get; init; }

    /// <summary>Whether it is some of those told before: "14 of them", "two of the injured".</summary>
    public required bool IsPart { get; init; }

    /// <summary>The names of its own sentence, the speaker's apart.</summary>
    public required IReadOnlySet<string> OwnNames { get; init; }

    /// <summary>Those of all these words that are names.</summary>
    public required IReadOnlySet<string> Names { get; init; }

    /// <summary>What the phrases of its sentence tell (data/lexicons/count-cues.tsv).</summary>
    public required IReadOnlySet<string> Cues { get; init; }

    /// <summary>What the phrases of the sentences beside it tell.</summary>
    public required IReadOnlySet<string> CuesAround { get; init; }

    /// <summary>All words and names of the report.</summary>
    public required SameMatter.Vocabulary Vocabulary { get; init; }

    public required LocalDate? Published { get; init; }

    /// <summary>The sentence that carries it.</summary>
    public required TextSpan Evidence { get; init; }

    /// <summary>Number and counted noun as printed.</summary>
    public required string Words { get; init; }

    /// <summary>Whether no noun stands with the number itself: "the Bloc won 33".</summary>
    public required bool IsBare { get; init; }

    /// <summary>Words of names right beside the number, as an age has them.</summary>
    public required IReadOnlySet<string> NamesBeside { get; init; }

    /// <summary>Whether the counted phrase singles out some by their nation or by whose they are: "two Zambians", "six of the foreign workers", "three of its reservists".</summary>
    public required bool IsQualified { get; init; }

    /// <summary>Whether it is known as a number of a list only: "the Democrats 20". It is set against no other number by itself.</summary>
    public bool IsListed { get; init; }

    /// <summary>Whether it is of something to come.</summary>
    public bool IsPlanned => Claim is { Status: ClaimStatus.Planned };

    public bool IsPeople => string.Equals(Class, CountReader.Person, StringComparison.Ordinal);
}
