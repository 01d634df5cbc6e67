using Parallax.Data;

namespace Parallax.Fuse;

/// <summary>Nouns for people that name one group and no other (data/lexicons/count-groups.tsv): teachers are no patients.</summary>
internal sealed class PeopleGroups
{
    private readonly Dictionary<string, string> _groups = new(StringComparer.Ordinal);

    public PeopleGroups(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("count-groups").Rows)
        {
            foreach (string word in row[1].Split(' '))
                _groups.Add(word, row[0]);
        }
    }

    /// <summary>The group that a noun names; null for words that may mean anybody, and for things.</summary>
    public string? Of(string? noun) =>
        noun is null ? null : _groups.TryGetValue(noun, out string? group) || noun.EndsWith('s') && _groups.TryGetValue(noun[..^1], out group) || noun.EndsWith("men", StringComparison.Ordinal) && _groups.TryGetValue(noun[..^2] + "an", out group) ? group : null;

    /// <summary>Whether two nouns name two groups. A woman or a man may belong to any.</summary>
    public bool Differ(string? a, string? b) =>
        Of(a) is string one && Of(b) is string other && !string.Equals(one, other, StringComparison.Ordinal) && one is not ("man" or "woman") && other is not ("man" or "woman");
}
