using System.Collections.Frozen;
using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>What may follow the stop of an abbreviation.</summary>
internal enum AbbreviationKind
{
    /// <summary>A name always follows ("Mr.", "Gen."): never the end of a sentence.</summary>
    Title,

    /// <summary>A number mostly follows ("No.", "Jan.").</summary>
    BeforeNumber,

    /// <summary>No abbreviation unless a number follows ("No.", "Art.", "fig.").</summary>
    OnlyBeforeNumber,

    /// <summary>No abbreviation at the end of a sentence, whose own stop it takes for its ("etc.").</summary>
    OnlyInside,

    /// <summary>Ends a sentence where the next word begins one ("Inc.", "etc.").</summary>
    Other,
}

/// <summary>The words of <c>abbreviations.tsv</c>, which keep their stop.</summary>
internal sealed class Abbreviations
{
    private readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> _kinds;

    public Abbreviations(LexiconTable table) =>
        _kinds = table.Rows.ToFrozenDictionary(row => row[0], row => row[1] switch
        {
            "title" => AbbreviationKind.Title,
            "number" => AbbreviationKind.BeforeNumber,
            "figure" => AbbreviationKind.OnlyBeforeNumber,
            "inside" => AbbreviationKind.OnlyInside,
            _ => AbbreviationKind.Other,
        }, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What kind <paramref name="word"/>, without its last stop, is; null where it is none.</summary>
    public AbbreviationKind? KindOf(ReadOnlySpan<char> word) => _kinds.TryGetValue(word, out AbbreviationKind kind) ? kind : null;

    /// <summary>What kind <paramref name="token"/>, with its stop, is; null where it is none.</summary>
    public AbbreviationKind? Kind(ReadOnlySpan<char> token) =>
        token.Length > 1 && token[^1] == '.' ? KindOf(token[..^1]) : null;
}
