using Parallax.Data;

namespace Parallax.Extract;

/// <summary>What one word says of political events.</summary>
/// <param name="Word">The word as it stands in the lexicon.</param>
/// <param name="Roots">The roots that it names by itself, the most usual first.</param>
/// <param name="Classes">The classes by which words make events together.</param>
internal sealed record RootWord(string Word, EventType[] Roots, string[] Classes)
{
    /// <summary>A word that says nothing of events.</summary>
    public static RootWord Unknown { get; } = new("", [], []);

    /// <summary>Whether the word is of the class.</summary>
    public bool Is(string wordClass) => Array.IndexOf(Classes, wordClass) >= 0;
}

/// <summary>The lexicons <c>roots-words</c> and <c>roots-frames</c>. Immutable.</summary>
internal sealed class RootLexicon
{
    private readonly Dictionary<string, RootWord> _verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RootWord> _nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RootWord> _adjectives = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Verb, string Noun), EventType> _frames = [];
    private readonly Dictionary<string, RootWord>.AlternateLookup<ReadOnlySpan<char>> _verbsBySpan;
    private readonly Dictionary<string, RootWord>.AlternateLookup<ReadOnlySpan<char>> _nounsBySpan;

    public RootLexicon(LexiconTable words, LexiconTable frames)
    {
        foreach (string[] row in words.Rows)
        {
            EventType[] roots = row[2] == "-" ? [] : [.. row[2].Split(';').Select(name => Enum.Parse<EventType>(name, ignoreCase: true))];
            RootWord word = new(row[0], roots, row[3] == "-" ? [] : row[3].Split(';'));
            (row[1] switch { "v" => _verbs, "n" => _nouns, _ => _adjectives })[row[0]] = word;
        }
        foreach (string[] row in frames.Rows)
            _frames[(row[0], row[1])] = Enum.Parse<EventType>(row[2], ignoreCase: true);
        _verbsBySpan = _verbs.GetAlternateLookup<ReadOnlySpan<char>>();
        _nounsBySpan = _nouns.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The lexicons of <paramref name="data"/>.</summary>
    public static RootLexicon Of(LanguageData data) => new(data.Lexicon("roots-words"), data.Lexicon("roots-frames"));

    /// <summary>The verb, or the verb with the word behind it; null where it is not listed.</summary>
    public RootWord? Verb(string lemma, string? particle = null) => Find(_verbsBySpan, lemma, particle);

    /// <summary>The noun, or the noun with the word before it; null where it is not listed.</summary>
    public RootWord? Noun(string first, string? second = null) => Find(_nounsBySpan, first, second);

    /// <summary>The adjective; null where it is not listed.</summary>
    public RootWord? Adjective(string lemma) => _adjectives.GetValueOrDefault(lemma);

    /// <summary>The root that the verb makes with the noun, and the frame that says so; null where no frame does.</summary>
    public (EventType Root, string Frame)? Frame(RootWord verb, RootWord noun)
    {
        string own = "=" + verb.Word;
        foreach (string nounClass in noun.Classes)
        {
            if (_frames.TryGetValue((own, nounClass), out EventType root))
                return (root, own + "+" + nounClass);
        }
        foreach (string nounClass in noun.Classes)
        {
            foreach (string verbClass in verb.Classes)
            {
                if (_frames.TryGetValue((verbClass, nounClass), out EventType root))
                    return (root, verbClass + "+" + nounClass);
            }
        }
        return null;
    }

    private static RootWord? Find(Dictionary<string, RootWord>.AlternateLookup<ReadOnlySpan<char>> words, string first, string? second)
    {
        if (second is null)
            return words.TryGetValue(first, out RootWord? single) ? single : null;
        if (first.Length + second.Length > 60)
            return null;
        Span<char> joined = stackalloc char[64];
        first.CopyTo(joined);
        joined[first.Length] = ' ';
        second.CopyTo(joined[(first.Length + 1)..]);
        return words.TryGetValue(joined[..(first.Length + second.Length + 1)], out RootWord? found) ? found : null;
    }
}
