using Parallax.Data;

namespace Parallax.Extract;

/// <summary>What became of somebody.</summary>
internal enum Harm
{
    /// <summary>Died.</summary>
    Killed,

    /// <summary>Was hit by a shot; the words do not say whether it was fatal.</summary>
    Shot,

    /// <summary>Was hit; by what, the rest of the clause must say.</summary>
    Hit,

    /// <summary>Was injured.</summary>
    Injured,

    /// <summary>Came away alive.</summary>
    Survived,
}

/// <summary>The words of harm from <c>harm-words.tsv</c>. Immutable.</summary>
internal sealed class HarmWords
{
    private readonly Dictionary<(string Word, string Place), Harm> _harms = [];
    private readonly HashSet<(string Word, string Place)> _known = [];
    private readonly HashSet<string> _anchors = new(StringComparer.Ordinal);

    public HarmWords(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("harm-words").Rows)
        {
            _known.Add((row[0], row[1]));
            if (row.Length > 2 && Enum.TryParse(row[2], ignoreCase: true, out Harm harm))
                _harms[(row[0], row[1])] = harm;
            // "condition" itself opens "in critical condition".
            if (row[1] is "vo" or "vs" or "a" or "n" or "by" or "care" or "suffer" or "wound")
                _anchors.Add(row[0]);
        }
    }

    /// <summary>Whether a word can open a sign of harm.</summary>
    public bool IsAnchor(string word) => _anchors.Contains(word) || word is "condition" or "life" or "lives" or "body" or "bodies";

    /// <summary>Whether <paramref name="word"/> is of the class <paramref name="place"/>.</summary>
    public bool Is(string place, string word) => _known.Contains((word, place));

    /// <summary>What <paramref name="word"/> says of the one at <paramref name="place"/>; null where it says nothing.</summary>
    public Harm? Of(string place, string word) => _harms.TryGetValue((word, place), out Harm harm) ? harm : null;
}
