using Parallax.Data;

namespace Parallax.Fuse;

/// <summary>
/// How much a word tells of what a report is about: the rarer in news at large, the more. The counts are of a fixed body of text and never of the reports
/// at hand, so that what two reports have in common does not change when others come in.
/// </summary>
internal sealed class WordWeights
{
    private readonly CaseCounts _counts;
    private readonly double _all;

    private WordWeights(LanguageData data)
    {
        using Stream stream = data.Open("compiled/case.tsv");
        _counts = CaseCounts.Read(stream);
        _all = Math.Log(_counts.Running + 1);
    }

    /// <summary>The weights of <paramref name="data"/>.</summary>
    public static WordWeights Of(LanguageData data) => data.Made(d => new WordWeights(d));

    /// <summary>The weight of a folded word, from about 3 ("the") to 15 (never seen).</summary>
    public double Of(string word) => _all - Math.Log(_counts.Word(word).All + 1);

    /// <summary>Whether running text hardly writes the word small.</summary>
    public bool IsName(string word)
    {
        WordCase seen = _counts.Word(word);
        return char.IsLetter(word[0]) && seen.Small * 4 <= seen.All;
    }
}
