using System.Globalization;
using Parallax.Annotate;

namespace Parallax.DataBuilder.Training;

/// <summary>
/// Shows other names for some, and some sentences as the web writes them: all in capitals, all in small letters, like a title, without the last stop. So the engine does not
/// lean on capitals and stops more than it must.
/// </summary>
internal sealed class SentenceDisguise(SeededRandom random, NameStock stock)
{
    private const float Capitals = 0.03f, Small = 0.03f, Title = 0.02f, NoStop = 0.04f, OtherName = 0.25f;

    /// <summary>Every form in which a word may be shown.</summary>
    public static IEnumerable<string> Forms(string word) => [word, word.ToUpperInvariant(), word.ToLowerInvariant(), Titled(word), Titled(word.ToLowerInvariant())];

    /// <summary>The sentence as it is shown this time.</summary>
    public TrainingSentence Of(TrainingSentence sentence)
    {
        sentence = sentence with { Words = stock.Exchange(sentence, OtherName, random) };
        float draw = random.NextSingle();
        bool dropStop = random.NextSingle() < NoStop;
        if (draw < Capitals)
            sentence = sentence with { Words = Array.ConvertAll(sentence.Words, word => word.ToUpperInvariant()) };
        else if (draw < Capitals + Small)
            sentence = sentence with { Words = Array.ConvertAll(sentence.Words, word => word.ToLowerInvariant()) };
        else if (draw < Capitals + Small + Title)
            sentence = sentence with { Words = Array.ConvertAll(sentence.Words, Titled) };
        int last = sentence.Words.Length - 1;
        // Only a stop on which nothing hangs can go.
        return dropStop && last > 0 && sentence.Upos[last] == Upos.Punct && sentence.Heads[last] >= 0 && !sentence.Heads.Contains(last)
            ? sentence with
            {
                Words = sentence.Words[..last],
                Upos = sentence.Upos[..last],
                Xpos = sentence.Xpos[..last],
                Heads = sentence.Heads[..last],
                Relations = sentence.Relations[..last],
                Names = sentence.Names.Length > 0 ? sentence.Names[..last] : [],
            }
            : sentence;
    }

    private static string Titled(string word) =>
        word.Length > 3 && char.IsLower(word[0]) ? char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..] : word;
}
