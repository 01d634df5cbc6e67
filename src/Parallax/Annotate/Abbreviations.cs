using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>What may follow the stop of an abbreviation.</summary>
internal enum AbbreviationKind
{
    /// <summary>A name always follows ("Mr.", "Gen."): never the end of a sentence.</summary>
    Title,

    /// <summary>A number mostly follows ("No.", "Jan.").</summary>
    BeforeNumber,

    /// <summary>Ends a sentence where the next word begins one ("Inc.", "etc.").</summary>
    Other,
}

/// <summary>The words of <c>abbreviations.tsv</c>, which keep their stop.</summary>
internal sealed class Abbreviations
{
    private readonly Dictionary<string, AbbreviationKind> _kinds = new(StringComparer.Ordinal);

    public Abbreviations(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("abbreviations").Rows)
        {
            _kinds[row[0]] = row[1] switch
            {
                "title" => AbbreviationKind.Title,
                "number" => AbbreviationKind.BeforeNumber,
                _ => AbbreviationKind.Other,
            };
        }
    }

    /// <summary>Whether <paramref name="word"/>, without its last stop, is an abbreviation.</summary>
    public bool Contains(string word) => _kinds.ContainsKey(word);

    /// <summary>What kind <paramref name="token"/>, with its stop, is; null where it is none.</summary>
    public AbbreviationKind? Kind(string token) =>
        token.Length > 1 && token[^1] == '.' && _kinds.TryGetValue(token[..^1], out AbbreviationKind kind) ? kind : null;
}
