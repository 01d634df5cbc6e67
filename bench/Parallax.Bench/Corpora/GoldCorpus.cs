using Parallax.Text;

namespace Parallax.Bench;

/// <summary>One line of a <c>gold.md</c>: its word and its fields.</summary>
internal sealed record CorpusLine(string Word, string[] Fields)
{
    /// <summary>A field, <c>-</c> where the line is shorter.</summary>
    public string Field(int index) => index < Fields.Length ? Fields[index] : "-";
}

/// <summary>An event of the gold.</summary>
internal sealed record GoldEvent(
    string Id, IReadOnlyList<string> Types, IReadOnlyList<string> Days, IReadOnlyList<string> Places, IReadOnlyList<string> Statuses, IReadOnlySet<string> Reports,
    IReadOnlySet<string> Words)
{
    /// <summary>Whether finding no event is an acceptable answer.</summary>
    public bool MayBeMissing => Types.Contains("-", StringComparer.Ordinal) || Types[0].StartsWith("OTHER", StringComparison.Ordinal);

    /// <summary>Whether an event of <paramref name="type"/> can be this one; the dead and injured of an attack may be told as such.</summary>
    public bool Takes(string type) => Types.Any(t => Root(t) == type || (type == "CASUALTIES" && Root(t) is "ASSAULT" or "ACCIDENT" or "DISASTER") || (type == "ASSAULT" && Root(t) == "CASUALTIES"));

    private static string Root(string type) => type.Split('/')[0];

    public static GoldEvent Of(CorpusLine line)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        foreach (int field in (ReadOnlySpan<int>)[3, 4, 5])
            words.UnionWith(ContentWords(line.Field(field)));
        foreach (string figure in line.Field(8).Split(' ').Where(w => w.Length > 0 && char.IsAsciiDigit(w[0])))
            words.Add(figure);
        return new GoldEvent(
            line.Field(0), line.Field(1).Split('~'), line.Field(2).Split('~'), [.. line.Field(3).Split('~', ';').Select(p => p.Trim())], line.Field(6).Split('~'),
            line.Field(7).Split(' ').ToHashSet(StringComparer.Ordinal), words);
    }

    /// <summary>The words of <paramref name="text"/> by which things are told apart.</summary>
    public static IEnumerable<string> ContentWords(string text)
    {
        foreach (string word in Folding.Fold(text).Split([' ', ';', '~', ',', '.', '"', '\u201C', '\u201D', '(', ')', '\'', '\u2019', '-', '\u2014', ':', '?', '!', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length > 3 && word is not ("with" or "from" or "that" or "this" or "were" or "been" or "have" or "said" or "told" or "they" or "their" or "after" or "other" or "some" or "into" or "over"))
                yield return word[^1] == 's' ? word[..^1] : word;
        }
    }
}

/// <summary>One of the invented crises of <c>specs/corpora</c>, as written by hand.</summary>
internal sealed class GoldCorpus
{
    private readonly CorpusLine[] _lines;

    private GoldCorpus(string folder, CorpusLine[] lines)
    {
        Folder = folder;
        _lines = lines;
        Events = [.. Of("event").Select(GoldEvent.Of)];
    }

    public static string Root => Path.GetFullPath(Path.Combine(Floors.Folder, "..", "..", "specs", "corpora"));

    public string Folder { get; }

    public string Name => Path.GetFileName(Folder);

    public string ReportsFile => ReportsOf(Folder);

    public IReadOnlyList<GoldEvent> Events { get; }

    /// <summary>The folders of all corpora, in alphabetical order.</summary>
    public static IReadOnlyList<string> Folders() => [.. Directory.GetDirectories(Root).Order(StringComparer.Ordinal)];

    public static string ReportsOf(string folder) => Path.Combine(folder, "reports.jsonl");

    public static string GoldOf(string folder) => Path.Combine(folder, "gold.md");

    /// <summary>The lines that begin with <paramref name="word"/>.</summary>
    public IEnumerable<CorpusLine> Of(string word) => _lines.Where(l => l.Word == word);

    public static GoldCorpus Load(string folder) => new(folder, [.. Parse(File.ReadAllText(GoldOf(folder)))]);

    /// <summary>The lines inside the fences marked <c>gold</c>.</summary>
    public static IEnumerable<CorpusLine> Parse(string markdown)
    {
        bool inside = false;
        foreach (string line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                inside = line.TrimEnd() == "```gold";
            else if (inside && line.Trim().Length > 0)
                yield return Line(line);
        }
    }

    private static CorpusLine Line(string line)
    {
        int end = line.IndexOf(' ', StringComparison.Ordinal);
        string[] fields = [.. line[(end < 0 ? line.Length : end)..].Split(" | ").Select(f => f.Trim(' ', '|'))];
        // A bar may follow the word at once: "not | merge | e1 e2".
        return new CorpusLine(end < 0 ? line : line[..end], fields.Length > 1 && fields[0].Length == 0 ? fields[1..] : fields);
    }
}
