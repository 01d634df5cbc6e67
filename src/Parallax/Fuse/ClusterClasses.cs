using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>The classes under which nouns for people and things meet: soldiers, troops and peacekeepers are one class.</summary>
internal sealed class ClusterClasses
{
    /// <summary>The class of "people", "persons", "victims": a total over the other classes of people.</summary>
    public const string People = "people";

    private static readonly HashSet<string> OfPeople = new(["military", "police", "civilian", "people", "journalist", "medic", "official", "militant", "prisoner"], StringComparer.Ordinal);
    private readonly Dictionary<string, string> _classes = new(StringComparer.Ordinal);

    public ClusterClasses(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("merge-classes").Rows)
            _classes[row[0]] = row[1];
    }

    /// <summary>Whether <paramref name="name"/> is a class of human beings.</summary>
    public static bool IsPeople(string name) => OfPeople.Contains(name);

    /// <summary>Whether something of one class can be described as of the other.</summary>
    public static bool Compatible(string a, string b) =>
        string.Equals(a, b, StringComparison.Ordinal)
        || string.Equals(a, People, StringComparison.Ordinal) && IsPeople(b)
        || string.Equals(b, People, StringComparison.Ordinal) && IsPeople(a);

    /// <summary>Whether <paramref name="word"/> is the noun of a class.</summary>
    public bool Has(string word) => _classes.ContainsKey(word);

    /// <summary>The class of the last known noun in <paramref name="phrase"/>; null where none is known.</summary>
    public string? OfPhrase(string phrase)
    {
        string? found = null;
        foreach (string word in ClusterWords.Split(phrase))
        {
            // "members of the security forces": the head stands before the first "of" unless it says nothing by itself.
            if (found is not null && word is "of" or "from" or "in" or "at" or "on" or "who" or "which" or "with" or "outside" or "near")
                break;
            // "police forces", "rebel units": the last word only says that there are several.
            if (_classes.TryGetValue(word, out string? known) && !(found is not null && word is "forces" or "force" or "units" or "unit" or "officials"))
                found = known;
        }
        return found;
    }

    /// <summary>The class of an actor: of its description where it is one, else of its kind.</summary>
    public string OfActor(string name, ActorKind kind) => kind switch
    {
        ActorKind.ArmedForce => "military",
        ActorKind.Police => "police",
        ActorKind.Person => "person",
        ActorKind.Government => "government",
        ActorKind.Outlet => "outlet",
        ActorKind.Thing => "thing",
        ActorKind.Group => OfPhrase(name) ?? "civilian",
        _ => OfPhrase(name) is "military" or "police" ? OfPhrase(name)! : "organisation",
    };
}

/// <summary>Words of a text in the form under which texts are compared.</summary>
internal static class ClusterWords
{
    /// <summary>The words of <paramref name="text"/>, folded, without punctuation and possessive endings, in order.</summary>
    public static IEnumerable<string> Split(string text)
    {
        string folded = Folding.Fold(text);
        int i = 0;
        while (i < folded.Length)
        {
            if (!char.IsLetterOrDigit(folded[i]))
            {
                i++;
                continue;
            }
            int start = i;
            while (i < folded.Length && (char.IsLetterOrDigit(folded[i]) || IsJoined(folded, i)))
                i++;
            string word = folded[start..i];
            yield return word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
        }
    }

    private static bool IsJoined(string text, int i) =>
        text[i] is '\'' or '.' or ',' && i + 1 < text.Length && (text[i] == '\'' ? char.IsLetter(text[i + 1]) : char.IsDigit(text[i + 1]) && char.IsDigit(text[i - 1]));
}
