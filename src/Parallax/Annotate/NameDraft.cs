namespace Parallax.Annotate;

/// <summary>A name while the evidence of a report is joined: words from its first up to, not including, its end.</summary>
internal sealed class NameDraft(int first, int end, int sentence, NameKind kind)
{
    public int First { get; } = first;

    public int End { get; } = end;

    public int Sentence { get; } = sentence;

    public NameKind Kind { get; set; } = kind;

    public FineNameKind? Fine { get; set; }

    /// <summary>Whether a lexicon, a head word or a bracket says so, not the network alone.</summary>
    public bool IsSure { get; set; }
}
