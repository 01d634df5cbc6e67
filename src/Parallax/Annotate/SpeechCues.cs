using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>What can follow a reporting verb; see the lexicon <c>speech-cues</c>.</summary>
[Flags]
internal enum SpeechFrames
{
    None = 0,
    Quote = 1,
    Clause = 2,
    ObjectToInfinitive = 4,
    OwnInfinitive = 8,
    ObjectOf = 16,
    NounPhrase = 32,
    Description = 64,
    Particle = 128,
    Addressee = 256,
}

/// <summary>The verbs and nouns that report speech. Immutable.</summary>
internal sealed class SpeechCues
{
    private readonly Dictionary<string, SpeechFrames> _verbs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _nouns;
    private readonly HashSet<string> _mute;

    public SpeechCues(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("speech-cues").Rows)
            _verbs[row[0]] = Parse(row[1]);
        _mute = [.. data.Lexicon("speech-mute").Rows.Select(row => row[0])];
        _nouns = [.. data.Lexicon("speech-nouns").Rows.Where(row => row[1] != "x").Select(row => row[0])];
    }

    /// <summary>The frames of the reporting verb at this token, with its particle; none where the token is not one.</summary>
    public SpeechFrames At(IReadOnlyList<Token> tokens, int at, int end, out string lemma, out int words)
    {
        Token token = tokens[at];
        lemma = token.Lemma;
        words = 1;
        if (!IsVerb(token) || (lemma == "blast" && at + 1 < tokens.Count && tokens[at + 1].Lower == "off"))
            return SpeechFrames.None;
        if (at + 1 < end && _verbs.TryGetValue(lemma + " " + tokens[at + 1].Lower, out SpeechFrames phrasal))
        {
            lemma = lemma + " " + tokens[at + 1].Lower;
            words = 2;
            return phrasal;
        }
        return _verbs.GetValueOrDefault(lemma);
    }

    /// <summary>Whether the noun names what never speaks: an event, a weapon, a state of things.</summary>
    public bool IsMute(string lemma) => _mute.Contains(lemma);

    public bool IsNoun(string lower) => _nouns.Contains(lower) || (lower.EndsWith('s') && _nouns.Contains(lower[..^1]));

    private static bool IsVerb(Token token) => token.Tag == Upos.Verb || (token.Tag == Upos.Noun && token.Lower is "says" or "warns" or "claims" or "tweets");

    private static SpeechFrames Parse(string letters)
    {
        SpeechFrames frames = SpeechFrames.None;
        foreach (char letter in letters)
        {
            frames |= letter switch
            {
                'q' => SpeechFrames.Quote,
                'c' => SpeechFrames.Clause,
                't' => SpeechFrames.ObjectToInfinitive,
                'i' => SpeechFrames.OwnInfinitive,
                'o' => SpeechFrames.ObjectOf,
                'n' => SpeechFrames.NounPhrase,
                'd' => SpeechFrames.Description,
                'p' => SpeechFrames.Particle,
                'a' => SpeechFrames.Addressee,
                _ => throw new InvalidDataException($"Lexicon 'speech-cues' has the unknown frame '{letter}'."),
            };
        }
        return frames;
    }
}
