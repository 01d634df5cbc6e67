using System.Globalization;

namespace Parallax.Read;

/// <summary>The lines of one sentence of a CoNLL-U file, taken apart and checked.</summary>
internal sealed class ConlluSentence
{
    /// <summary>What stands between white space: a word, or a contraction with its words. Words are ids, both ends included.</summary>
    public readonly record struct Surface(string Form, int FirstWord, int LastWord, string Misc);

    // A longer sentence is no sentence; its tree would only cost time.
    private const int MostWords = 2000;

    private readonly List<Surface> _surfaces = [];
    private readonly List<string[]> _words = [];

    /// <summary>The words as written, in order.</summary>
    public IReadOnlyList<Surface> Surfaces => _surfaces;

    /// <summary>The ten columns of each word.</summary>
    public IReadOnlyList<string[]> Words => _words;

    /// <summary>For each word the index of its head, -1 for the root; null where there is no tree.</summary>
    public int[]? Heads { get; private set; }

    /// <summary>Whether no word has a head.</summary>
    public bool LeavesHeadsOpen => _words.TrueForAll(w => w[6] == "_");

    /// <summary>Takes the next line; says what is wrong with it, null where nothing is.</summary>
    public string? Add(string line)
    {
        string[] columns = line.Split('\t');
        if (columns.Length != 10)
            return Invariant($"it has {columns.Length} columns divided by tabs, not 10");
        string id = columns[0];
        if (id.Contains('.', StringComparison.Ordinal))
            return IsEmptyNode(id) ? null : $"'{Short(id)}' is no id";
        string form = CharacterCleaning.Clean(columns[1], keepInvisible: true).Replace('\n', ' ');
        if (form.AsSpan().IsWhiteSpace())
            return "its form is empty";
        int dash = id.IndexOf('-', StringComparison.Ordinal);
        if (dash > 0)
        {
            if (!IsNumber(id.AsSpan(0, dash), out int first) || !IsNumber(id.AsSpan(dash + 1), out int last) || first != _words.Count + 1 || last < first || Open > 0)
                return Invariant($"'{Short(id)}' is no range of ids that begins with {_words.Count + 1}");
            _surfaces.Add(new Surface(form, first, last, columns[9]));
            return null;
        }
        if (!IsNumber(id, out int number) || number != _words.Count + 1)
            return Invariant($"its id is '{Short(id)}', not {_words.Count + 1}");
        if (columns[6] != "_" && (columns[6].Length == 0 || columns[6].AsSpan().ContainsAnyExceptInRange('0', '9')))
            return $"its head '{Short(columns[6])}' is no number";
        if (Open == 0)
            _surfaces.Add(new Surface(form, number, number, columns[9]));
        columns[1] = form;
        _words.Add(columns);
        return null;
    }

    /// <summary>Checks the whole: whether a contraction lacks words; null where nothing is wrong.</summary>
    public string? Complete() => Open > 0 ? Invariant($"a contraction ends with word {_surfaces[^1].LastWord}, but the sentence with word {_words.Count}") : null;

    /// <summary>Reads the tree into <see cref="Heads"/>; says why there is none, null where there is one or the file leaves heads open.</summary>
    public string? ReadTree()
    {
        if (LeavesHeadsOpen)
            return null;
        if (_words.Count > MostWords)
            return Invariant($"it has more than {MostWords} words");
        int[] heads = new int[_words.Count];
        int roots = 0;
        for (int i = 0; i < heads.Length; i++)
        {
            if (_words[i][6] == "_")
                return Invariant($"word {i + 1} has no head");
            if (!int.TryParse(_words[i][6], NumberStyles.None, CultureInfo.InvariantCulture, out int head) || head > heads.Length)
                return Invariant($"the head of word {i + 1} is outside of the sentence");
            heads[i] = head - 1;
            roots += head == 0 ? 1 : 0;
        }
        if (roots != 1)
            return Invariant($"it has {roots} roots, not one");
        if (InCircle(heads) is int word)
            return Invariant($"the heads go in a circle at word {word + 1}");
        Heads = heads;
        return null;
    }

    // How many words the last contraction still lacks.
    private int Open => _surfaces.Count > 0 ? Math.Max(0, _surfaces[^1].LastWord - _words.Count) : 0;

    private static int? InCircle(int[] heads)
    {
        // 0 not seen, 1 on the way now followed, 2 known to end at the root.
        byte[] state = new byte[heads.Length];
        for (int i = 0; i < heads.Length; i++)
        {
            int at = i;
            for (; at >= 0 && state[at] == 0; at = heads[at])
                state[at] = 1;
            if (at >= 0 && state[at] == 1)
                return at;
            for (at = i; at >= 0 && state[at] == 1; at = heads[at])
                state[at] = 2;
        }
        return null;
    }

    private static bool IsEmptyNode(string id)
    {
        int dot = id.IndexOf('.', StringComparison.Ordinal);
        return (id.AsSpan(0, dot) is "0" || IsNumber(id.AsSpan(0, dot), out _)) && IsNumber(id.AsSpan(dot + 1), out _);
    }

    private static bool IsNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0 && text[0] != '0';

    private static string Short(string text) => text.Length > 20 ? string.Concat(text.AsSpan(0, 20), "…") : text;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
