namespace Parallax.Data;

/// <summary>One reviewed lexicon: the rows of a tab-separated file whose leading <c>#</c> lines say where it comes from.</summary>
/// <param name="Name">File name without folder and ending.</param>
/// <param name="Rows">The rows in file order, each split at tabs; empty lines and <c>#</c> lines are left out.</param>
public sealed record LexiconTable(string Name, IReadOnlyList<string[]> Rows)
{
    /// <summary>Parses the text of a lexicon file.</summary>
    public static LexiconTable Parse(string name, string text)
    {
        List<string[]> rows = [];
        foreach (string line in text.Split('\n'))
        {
            string trimmed = line.TrimEnd('\r');
            if (trimmed.Length > 0 && trimmed[0] != '#')
                rows.Add(trimmed.Split('\t'));
        }
        return new LexiconTable(name, rows);
    }

    /// <summary>The values of the first column as a set, compared ordinally.</summary>
    public HashSet<string> FirstColumn() => new(Rows.Select(row => row[0]), StringComparer.Ordinal);
}
