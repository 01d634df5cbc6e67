namespace Parallax.Fuse;

/// <summary>A word, or a few, by which a report says that something happened, with what tells it from other occurrences.</summary>
internal sealed class Occurrence
{
    /// <summary>The number of the report.</summary>
    public required int Report { get; init; }

    public required int Sentence { get; init; }

    /// <summary>The word's dictionary form.</summary>
    public required string Lemma { get; init; }

    /// <summary>The verb behind it, with its particle, or with its object where the verb alone says nothing.</summary>
    public required string Key { get; init; }

    public required bool IsNoun { get; init; }

    /// <summary>Whether the verb alone says nothing: "make", "take".</summary>
    public required bool IsLight { get; init; }

    /// <summary>How rare the word is in news at large.</summary>
    public required double Rarity { get; init; }

    public required HashSet<string> Senses { get; init; }

    /// <summary>The words for who does it.</summary>
    public required HashSet<string> Subjects { get; init; }

    /// <summary>The words for whom or what it is done to.</summary>
    public required HashSet<string> Objects { get; init; }

    /// <summary>The words for what else the sentence ties to it: where, with what, of what.</summary>
    public required HashSet<string> Others { get; init; }

    /// <summary>The other words of its sentence, the rarer the heavier.</summary>
    public required WeightedWords Context { get; init; }

    /// <summary>Whether it is somebody's saying something.</summary>
    public bool IsSaying => Senses.Contains(OccurrenceSenses.Saying);

    /// <summary>What it shares with every occurrence that it can be one with.</summary>
    public IReadOnlyCollection<string> Keys => [.. Senses.Order(StringComparer.Ordinal).Select(s => "s:" + s), "k:" + Key, "l:" + Lemma];
}
