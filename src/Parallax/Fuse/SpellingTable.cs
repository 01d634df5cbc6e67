namespace Parallax.Fuse;

/// <summary>Which spellings of one name are used, how often, and by which reports.</summary>
internal sealed class SpellingTable
{
    private readonly SortedDictionary<string, (int Uses, SortedSet<string> Reports)> _spellings = new(StringComparer.Ordinal);

    /// <summary>Records one use.</summary>
    public void Add(string text, string report, int uses = 1)
    {
        if (!_spellings.TryGetValue(text, out (int Uses, SortedSet<string> Reports) entry))
            entry = (0, new SortedSet<string>(StringComparer.Ordinal));
        entry.Reports.Add(report);
        _spellings[text] = (entry.Uses + uses, entry.Reports);
    }

    /// <summary>The spellings with the number of reports and of uses, ordered by spelling.</summary>
    public IEnumerable<(string Text, int Reports, int Uses)> Entries => _spellings.Select(s => (s.Key, s.Value.Reports.Count, s.Value.Uses));

    /// <summary>The spellings as aliases, ordered by spelling.</summary>
    public IReadOnlyList<Alias> ToAliases() => [.. _spellings.Select(s => new Alias(s.Key, [.. s.Value.Reports]))];
}
