using Parallax.Data;

namespace Parallax.Extract;

/// <summary>One row of <c>incidents.tsv</c>.</summary>
/// <param name="Words">The lemmas; of a noun the last is its head, of a verb the first; the others stand beside it.</param>
/// <param name="Kind">The kind of incident; null where the word only points at one ("the incident").</param>
/// <param name="Flags">See the header of the lexicon.</param>
internal sealed record IncidentTrigger(string[] Words, IncidentKind? Kind, IReadOnlySet<string> Flags)
{
    public bool Has(string flag) => Flags.Contains(flag);
}

/// <summary>The words that name acts of violence. Immutable.</summary>
internal sealed class IncidentTriggers
{
    private readonly Dictionary<string, List<IncidentTrigger>> _verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IncidentTrigger>> _nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _classes = new(StringComparer.Ordinal);

    public IncidentTriggers(LexiconTable table)
    {
        foreach (string[] row in table.Rows)
        {
            string[] words = row[0].Split(' ');
            if (row[1] == "c")
            {
                if (!_classes.TryGetValue(row[2], out HashSet<string>? members))
                    _classes.Add(row[2], members = new(StringComparer.Ordinal));
                members.Add(row[0]);
                continue;
            }
            HashSet<string> flags = row[3] == "-" ? [] : row[3].Split(',').ToHashSet(StringComparer.Ordinal);
            IncidentTrigger trigger = new(words, row[2] == "-" ? null : Enum.Parse<IncidentKind>(row[2], ignoreCase: true), flags);
            Dictionary<string, List<IncidentTrigger>> all = row[1] == "v" ? _verbs : _nouns;
            string key = row[1] == "v" ? words[0] : words[^1];
            if (!all.TryGetValue(key, out List<IncidentTrigger>? list))
                all.Add(key, list = []);
            list.Add(trigger);
        }
        foreach (List<IncidentTrigger> list in _verbs.Values.Concat(_nouns.Values))
            list.Sort((left, right) => right.Words.Length.CompareTo(left.Words.Length));
    }

    /// <summary>The triggers of a verb, the longer before the shorter.</summary>
    public IReadOnlyList<IncidentTrigger> Verbs(string lemma) => _verbs.TryGetValue(lemma, out List<IncidentTrigger>? list) ? list : [];

    /// <summary>The triggers of a noun, the longer before the shorter.</summary>
    public IReadOnlyList<IncidentTrigger> Nouns(string lemma) => _nouns.TryGetValue(lemma, out List<IncidentTrigger>? list) ? list : [];

    /// <summary>Whether the lemma is of a class of words: <c>device</c>, <c>carry</c>, <c>claim</c>…</summary>
    public bool Is(string kind, string lemma) => _classes.TryGetValue(kind, out HashSet<string>? members) && members.Contains(lemma);
}
