using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>What can carry the content of an attributing verb; see the lexicon <c>speech-verbs</c>.</summary>
[Flags]
internal enum AttributionFrames
{
    None = 0,
    Quote = 1,
    Clause = 2,
    ObjectToInfinitive = 4,
    OwnInfinitive = 8,
    Gerund = 16,
    NounPhrase = 32,
    ObjectOf = 64,
    Description = 128,
    Addressee = 256,
}

/// <summary>One attributing verb, as the lexicon describes it.</summary>
/// <param name="Lemma">Its lemma, with its particle.</param>
/// <param name="Frames">What can carry the content.</param>
/// <param name="Sort">What sort of thing it attributes.</param>
/// <param name="Prepositions">The prepositions that introduce the content.</param>
internal sealed record AttributionVerb(string Lemma, AttributionFrames Frames, AttributionSort Sort, IReadOnlyList<string> Prepositions)
{
    public bool Has(AttributionFrames frame) => (Frames & frame) != 0;
}

/// <summary>The verbs that attribute words and thoughts. Immutable.</summary>
internal sealed class AttributionCues
{
    private readonly Dictionary<string, AttributionVerb> _verbs = new(StringComparer.Ordinal);

    private readonly Dictionary<string, bool> _nouns = new(StringComparer.Ordinal);

    public AttributionCues(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("speech-nouns").Rows)
            _nouns[row[0]] = row[1] != "x";
        foreach (string[] row in data.Lexicon("speech-verbs").Rows)
            _verbs[row[0]] = new AttributionVerb(row[0], Parse(row[1]), Enum.Parse<AttributionSort>(row[2], ignoreCase: true), row[3] == "-" ? [] : row[3].Split(' '));
    }

    /// <summary>Whether the noun names words or what words express.</summary>
    public bool IsNoun(string lemma) => _nouns.ContainsKey(lemma);

    /// <summary>Whether the noun names words: "statement", not "fear".</summary>
    public bool IsSpeechNoun(string lemma) => _nouns.TryGetValue(lemma, out bool speech) && speech;

    /// <summary>The verb of this lemma, with <paramref name="particle"/> where there is one and the pair is listed; null where it attributes nothing.</summary>
    public AttributionVerb? Find(string lemma, string? particle)
    {
        if (particle is not null && _verbs.TryGetValue(lemma + " " + particle, out AttributionVerb? phrasal))
            return phrasal;
        return _verbs.GetValueOrDefault(lemma);
    }

    private static AttributionFrames Parse(string letters)
    {
        AttributionFrames frames = AttributionFrames.None;
        foreach (char letter in letters)
        {
            frames |= letter switch
            {
                'q' => AttributionFrames.Quote,
                'c' => AttributionFrames.Clause,
                't' => AttributionFrames.ObjectToInfinitive,
                'i' => AttributionFrames.OwnInfinitive,
                'g' => AttributionFrames.Gerund,
                'n' => AttributionFrames.NounPhrase,
                'o' => AttributionFrames.ObjectOf,
                'd' => AttributionFrames.Description,
                'a' => AttributionFrames.Addressee,
                '-' => AttributionFrames.None,
                _ => throw new InvalidDataException($"Lexicon 'speech-verbs' has the unknown frame '{letter}'."),
            };
        }
        return frames;
    }
}
