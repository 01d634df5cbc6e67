using Parallax.Data;

namespace Parallax.Fuse;

/// <summary>Which given names are spellings of one name: Alexander, Aleksandar.</summary>
internal sealed class GivenNames
{
    private readonly Dictionary<string, string[]> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known;

    public GivenNames(LanguageData data)
    {
        IReadOnlyList<string[]> names = data.Lexicon("given-names").Rows;
        _known = new HashSet<string>(names.Select(n => n[0]), StringComparer.Ordinal);
        foreach (string[] row in names)
        {
            if (row.Length > 2 && row[2] != "-")
                _groups[row[0]] = row[2].Split('|');
        }
    }

    /// <summary>Whether the folded word is a given name.</summary>
    public bool IsKnown(string name) => _known.Contains(name);

    /// <summary>Whether the two folded names can be one: equal, of one group, of one sound, or one the initial of the other.</summary>
    public bool Match(string first, string second)
    {
        if (first == second || NameForms.SoundKey(first) == NameForms.SoundKey(second) || OpeningKey(first) == OpeningKey(second))
            return true;
        if (first.Length == 1 || second.Length == 1)
            return first[0] == second[0];
        return Groups(first).Intersect(Groups(second), StringComparer.Ordinal).Any();
    }

    // Zh-, Dzh-, Dj- and J- at the opening of a name are romanisations of one letter: "Zhamilya", "Djamilya", "Jamilya".
    private static string OpeningKey(string name)
    {
        foreach (string opening in (ReadOnlySpan<string>)["dzh", "zh", "dj", "j"])
        {
            if (name.StartsWith(opening, StringComparison.Ordinal) && name.Length > opening.Length + 2)
                return "zh" + NameForms.SoundKey(name[opening.Length..]);
        }
        return NameForms.SoundKey(name);
    }

    private string[] Groups(string name) => _groups.TryGetValue(name, out string[]? groups) ? groups : [name];
}
