using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>Reads tokenized sentences: tags, trees and names.</summary>
internal sealed class SentenceReader(LanguageData data)
{
    private readonly Tagger _tagger = new(data);

    /// <summary>The readings of <paramref name="sentences"/>, each a row of words, in the same order.</summary>
    public IReadOnlyList<SentenceReading> Read(IReadOnlyList<string[]> sentences) => [.. sentences.Select(Read)];

    private SentenceReading Read(string[] words)
    {
        string[] pairs = _tagger.TagPairs(words);
        return new SentenceReading(
            [.. pairs.Select((pair, i) => new WordReading(Enum.Parse<Upos>(pair[..pair.IndexOf('|', StringComparison.Ordinal)], ignoreCase: true),
                pair[(pair.IndexOf('|', StringComparison.Ordinal) + 1)..], i == 0 ? -1 : 0, i == 0 ? "root" : "dep"))],
            []);
    }
}
