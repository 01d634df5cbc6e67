namespace Parallax.Annotate;

/// <summary>The short forms that a text in capitals introduces, and the names they stand for: "REVOLUTIONARY WORKERS FRONT [RWF]".</summary>
internal sealed class CaseAcronyms
{
    private const int Longest = 8;

    private readonly HashSet<string> _short = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string[]>> _names = new(StringComparer.Ordinal);

    /// <summary>Whether <paramref name="form"/>, small, is a short form of the text.</summary>
    public bool Contains(string form) => _short.Contains(form);

    /// <summary>How many words a name that a short form stands for takes from <paramref name="at"/>; 0 where there is none.</summary>
    public int NameAt(string[] forms, int at)
    {
        if (!_names.TryGetValue(forms[at], out List<string[]>? names))
            return 0;
        foreach (string[] name in names)
        {
            if (forms.AsSpan(at).StartsWith(name))
                return name.Length;
        }
        return 0;
    }

    /// <summary>Adds the words in brackets whose letters open the words before or after them.</summary>
    public void Collect(ReadOnlySpan<char> text)
    {
        List<CaseWord> words = CaseWord.Scan(text);
        for (int i = 0; i < words.Count; i++)
        {
            CaseWord word = words[i];
            int length = word.End - word.Start;
            if (length is < 2 or > Longest || !IsLetters(text[word.Start..word.End]))
                continue;
            bool inBrackets = word.Start > 0 && text[word.Start - 1] is '(' or '[' && word.End < text.Length && text[word.End] is ')' or ']';
            if (inBrackets)
                Add(text, words, i, Before(text, words, i), i);
            else if (i + 1 < words.Count && text[word.End..words[i + 1].Start] is " [" or " (")
                Add(text, words, i, i + 1, After(text, words, i));
        }
    }

    private void Add(ReadOnlySpan<char> text, List<CaseWord> words, int at, int first, int end)
    {
        if (first < 0 || end <= first)
            return;
        _short.Add(CaseWeights.Form(text[words[at].Start..words[at].End]));
        string[] name = new string[end - first];
        for (int i = 0; i < name.Length; i++)
            name[i] = CaseWeights.Form(text[words[first + i].Start..words[first + i].End]);
        if (!_names.TryGetValue(name[0], out List<string[]>? names))
            _names.Add(name[0], names = []);
        // Bounded, so that a hostile list of short forms stays linear.
        if (names.Count < 8)
            names.Add(name);
    }

    // The letters must open words in order, the first and last of the name among them; small words between are passed over, one letter may be missing.
    private static int Before(ReadOnlySpan<char> text, List<CaseWord> words, int at)
    {
        ReadOnlySpan<char> letters = text[words[at].Start..words[at].End];
        int missing = 0, i = at - 1, first = -1;
        for (int k = letters.Length - 1; k >= 0; k--)
        {
            int from = i;
            while (i >= 0 && i >= from - 2 && !Opens(text, words[i], letters[k]))
                i--;
            if (i >= 0 && i >= from - 2)
                first = i--;
            else if (++missing > Math.Max(0, letters.Length - 3) || missing > 1)
                return -1;
            else
                i = from;
        }
        return first;
    }

    private static int After(ReadOnlySpan<char> text, List<CaseWord> words, int at)
    {
        ReadOnlySpan<char> letters = text[words[at].Start..words[at].End];
        int missing = 0, i = at + 1, end = -1;
        for (int k = 0; k < letters.Length; k++)
        {
            int from = i;
            while (i < words.Count && i <= from + 2 && !Opens(text, words[i], letters[k]))
                i++;
            if (i < words.Count && i <= from + 2)
                end = ++i;
            else if (++missing > Math.Max(0, letters.Length - 3) || missing > 1)
                return -1;
            else
                i = from;
        }
        return end;
    }

    private static bool Opens(ReadOnlySpan<char> text, CaseWord word, char letter) => char.ToUpperInvariant(text[word.Start]) == char.ToUpperInvariant(letter);

    private static bool IsLetters(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (!char.IsLetter(c))
                return false;
        }
        return true;
    }
}
