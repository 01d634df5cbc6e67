using Parallax.Data;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Whether a person of a report is a man or a woman, as far as titles and given names tell.</summary>
internal sealed class SpeechGender
{
    private static readonly HashSet<string> s_him = new(StringComparer.Ordinal) { "mr", "mr.", "sir", "king", "prince", "father", "brother", "son", "husband", "man", "spokesman", "chairman", "boy", "uncle", "nephew", "policeman", "businessman", "grandfather", "imam", "monsignor" };
    private static readonly HashSet<string> s_her = new(StringComparer.Ordinal) { "ms", "ms.", "mrs", "mrs.", "miss", "queen", "princess", "mother", "sister", "daughter", "wife", "woman", "spokeswoman", "chairwoman", "girl", "aunt", "niece", "policewoman", "businesswoman", "grandmother", "widow", "baroness", "duchess" };

    private readonly Dictionary<string, char> _names = new(StringComparer.Ordinal);

    public SpeechGender(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("given-names").Rows)
        {
            if (row[1] is "m" or "f")
                _names[row[0]] = row[1][0];
        }
    }

    /// <summary>m, f, or - where nothing tells.</summary>
    public char Of(ReportActor actor)
    {
        if (actor.Kind != ActorKind.Person)
            return '-';
        foreach (string name in actor.Names.Append(actor.Name))
        {
            string[] words = Folding.Fold(name).Split(' ');
            foreach (string word in words)
            {
                if (s_him.Contains(word))
                    return 'm';
                if (s_her.Contains(word))
                    return 'f';
            }
        }
        foreach (string name in actor.Names.Append(actor.Name))
        {
            // The name before a surname: of "President Maria Kost" not the title, of "Jordan" nothing.
            string[] words = Folding.Fold(name).Split(' ');
            for (int i = 0; i + 1 < words.Length; i++)
            {
                if (_names.TryGetValue(words[i], out char gender))
                    return gender;
            }
        }
        return '-';
    }
}
