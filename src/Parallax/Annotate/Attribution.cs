using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>What sort of thing a report attributes to somebody.</summary>
internal enum AttributionSort
{
    /// <summary>Words: said, wrote, accused, promised.</summary>
    Speech,

    /// <summary>A thought: believes, fears, knows.</summary>
    Think,

    /// <summary>A wish or plan: wants, hopes, seeks.</summary>
    Want,

    /// <summary>A stance: supports, opposes, endorses.</summary>
    Back,

    /// <summary>What evidence says: the poll shows, documents reveal.</summary>
    Show,

    /// <summary>How something looks to the writer: seems, appears.</summary>
    Seem,

    /// <summary>A deed that shows a will: refuses, declines, votes for.</summary>
    Act,
}

/// <summary>
/// Something that a report attributes to somebody: words, a thought, a wish, a stance. Wider than <see cref="Speech"/>, with the spans as
/// the report prints them: the source as its whole noun phrase, the cue with its auxiliaries, the content with its marks.
/// </summary>
/// <param name="Sort">What sort of thing.</param>
/// <param name="Source">The words that name whose it is; null where they are not said.</param>
/// <param name="Cue">The words that attribute it; null for a quotation that carries on an earlier one.</param>
/// <param name="Content">What is attributed, in text order.</param>
/// <param name="Lemma">The lemma of the cue.</param>
/// <param name="Head">The token that is the head of the cue; -1 where there is none.</param>
internal sealed record Attribution(AttributionSort Sort, TextSpan? Source, TextSpan? Cue, IReadOnlyList<TextSpan> Content, string Lemma, int Head)
{
    /// <summary>The head token of the source; -1 where it is not said.</summary>
    public int SourceHead { get; init; } = -1;

    /// <summary>Whether it stands in what another attribution holds: "had warned" in "the minister said the UN had warned".</summary>
    public bool IsInner { get; init; }

    /// <summary>The construction that shows it.</summary>
    public string Rule { get; init; } = "";
}
