using NodaTime;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>One clause in which a report says, or denies, that something was done: with all that tells whether another report's clause is of the same deed.</summary>
internal sealed record Deed : IToldByReport
{
    public required int ReportIndex { get; init; }

    public required FusedReport Report { get; init; }

    /// <summary>The word that names the deed, as its token's index.</summary>
    public required int Token { get; init; }

    /// <summary>Class of the word (data/lexicons/deed-classes.tsv).</summary>
    public required string Kind { get; init; }

    /// <summary>Whether the list names the deed; else the verb stands for itself.</summary>
    public required bool IsListed { get; init; }

    /// <summary>Whether the report, or a speaker in it, says that it was not done.</summary>
    public required bool IsDenied { get; init; }

    /// <summary>Content words of whoever did it; empty where nobody is named.</summary>
    public required IReadOnlySet<string> Doers { get; init; }

    /// <summary>Lemma of the word that names the doer; null where nobody is named.</summary>
    public required string? DoerHead { get; init; }

    /// <summary>Doer as printed.</summary>
    public required string? DoerText { get; init; }

    /// <summary>Content words of whom or what it befell.</summary>
    public required IReadOnlySet<string> Objects { get; init; }

    /// <summary>Content words of its sentence, the speaker's apart.</summary>
    public required IReadOnlySet<string> Content { get; init; }

    /// <summary>Content words of the sentences beside it.</summary>
    public required IReadOnlySet<string> Around { get; init; }

    public required IReadOnlySet<string> Names { get; init; }

    /// <summary>Names of persons in its sentence, the speaker's apart.</summary>
    public required IReadOnlySet<string> Persons { get; init; }

    /// <summary>The same persons' names as printed.</summary>
    public required IReadOnlyDictionary<string, string> PersonTexts { get; init; }

    /// <summary>Where the sentence puts it.</summary>
    public required IReadOnlyList<string> Locations { get; init; }

    /// <summary>The days that its sentence names.</summary>
    public required IReadOnlySet<LocalDate> Days { get; init; }

    /// <summary>Those of them that date the deed itself.</summary>
    public required IReadOnlySet<LocalDate> OwnDays { get; init; }

    public required string? Speaker { get; init; }

    public required IReadOnlySet<string> SpeakerWords { get; init; }

    /// <summary>Whether its sentence sets it against another account: "it was X that", "themselves", "not Y", "first", "ruled out".</summary>
    public required bool IsExclusive { get; init; }

    /// <summary>Content words of what its sentence names as the cause.</summary>
    public required IReadOnlySet<string> Causes { get; init; }

    /// <summary>Whether its doer is the speaker's: "his men", "its aircraft", "none of our guards".</summary>
    public required bool IsOfSpeaker { get; init; }

    /// <summary>Content words of whom the sentence says that it was not: "not by police", "rather than rebels".</summary>
    public required IReadOnlySet<string> RulesOut { get; init; }

    /// <summary>How many sentences of the report hold each of its words.</summary>
    public required IReadOnlyDictionary<string, int> Spread { get; init; }

    /// <summary>All words and names of the report.</summary>
    public required SameMatter.Vocabulary Vocabulary { get; init; }

    public required LocalDate? Published { get; init; }

    /// <summary>Its sentence.</summary>
    public required TextSpan Evidence { get; init; }
}
