namespace Parallax.Bench;

/// <summary>
/// Which word of one reading of a text is which of another, as the CoNLL 2018 shared task defines it: words are the same that cover the same
/// characters; inside a contraction, where words have no characters of their own, by the longest common row of lower-cased forms.
/// </summary>
internal sealed class WordAlignment
{
    private readonly WordLayout _gold;
    private readonly WordLayout _found;

    // For each found word the gold word that it is, or -1.
    private readonly int[] _goldOf;

    public WordAlignment(WordLayout gold, WordLayout found)
    {
        _gold = gold;
        _found = found;
        _goldOf = new int[found.Words.Count];
        Array.Fill(_goldOf, -1);
        Align();
    }

    /// <summary>The pairs of words that are the same, in text order.</summary>
    public IEnumerable<(LaidWord Gold, LaidWord Found)> Pairs =>
        _goldOf.Select((gold, found) => (gold, found)).Where(p => p.gold >= 0).Select(p => (_gold.Words[p.gold], _found.Words[p.found]));

    public Tally Words => Count((_, _) => true);

    public Tally Sentences => Alignment.Same(_gold.Sentences, _found.Sentences);

    public IEnumerable<(int From, int To)> FoundSentences => _found.Sentences;

    public Tally Tokens => Alignment.Same(_gold.Tokens, _found.Tokens);

    /// <summary>Aligned words of which <paramref name="isRight"/> holds, out of all words of either side.</summary>
    public Tally Count(Func<LaidWord, LaidWord, bool> isRight) =>
        new(Pairs.Count(p => isRight(p.Gold, p.Found)), _found.Words.Count, _gold.Words.Count);

    /// <summary>Whether both words hang on the same head.</summary>
    public bool IsSameHead(LaidWord gold, LaidWord found) =>
        gold.Head < 0 || found.Head < 0 ? gold.Head < 0 && found.Head < 0 : _goldOf[found.Head] == gold.Head;

    private void Align()
    {
        int g = 0;
        int f = 0;
        while (g < _gold.Words.Count && f < _found.Words.Count)
        {
            LaidWord gold = _gold.Words[g];
            LaidWord found = _found.Words[f];
            if (gold.IsSplit || found.IsSplit)
                (g, f) = AlignContraction(g, f);
            else if (gold.From == found.From && gold.To == found.To)
                _goldOf[f++] = g++;
            else if (gold.From <= found.From)
                g++;
            else
                f++;
        }
    }

    // Takes in all words that touch the contraction at g or f; gives the words after them.
    private (int G, int F) AlignContraction(int g, int f)
    {
        LaidWord gold = _gold.Words[g];
        LaidWord found = _found.Words[f];
        int end = gold.IsSplit ? gold.To : found.To;
        if (gold.IsSplit && !found.IsSplit && found.From < gold.From)
            f++;
        else if (!gold.IsSplit && gold.From < found.From)
            g++;
        (int firstGold, int firstFound) = (g, f);
        while (!IsBeyond(_gold.Words, g, end) || !IsBeyond(_found.Words, f, end))
        {
            bool takesGold = g < _gold.Words.Count && (f >= _found.Words.Count || _gold.Words[g].From <= _found.Words[f].From);
            LaidWord taken = takesGold ? _gold.Words[g++] : _found.Words[f++];
            if (taken.IsSplit)
                end = Math.Max(end, taken.To);
        }
        PairCommonForms(firstGold, g, firstFound, f);
        return (g, f);
    }

    private static bool IsBeyond(List<LaidWord> words, int at, int end) =>
        at >= words.Count || (words[at].IsSplit ? words[at].From >= end : words[at].To > end);

    private void PairCommonForms(int firstGold, int endGold, int firstFound, int endFound)
    {
        int rows = endGold - firstGold;
        int columns = endFound - firstFound;
        int[,] longest = new int[rows + 1, columns + 1];
        for (int i = rows - 1; i >= 0; i--)
        {
            for (int j = columns - 1; j >= 0; j--)
            {
                longest[i, j] = Math.Max(longest[i + 1, j], longest[i, j + 1]);
                if (IsSameForm(firstGold + i, firstFound + j))
                    longest[i, j] = Math.Max(longest[i, j], 1 + longest[i + 1, j + 1]);
            }
        }
        for (int i = 0, j = 0; i < rows && j < columns;)
        {
            if (IsSameForm(firstGold + i, firstFound + j))
                _goldOf[firstFound + j++] = firstGold + i++;
            else if (longest[i, j] == longest[i + 1, j])
                i++;
            else
                j++;
        }
    }

    private bool IsSameForm(int gold, int found) =>
        string.Equals(_gold.Words[gold].Word.Form, _found.Words[found].Word.Form, StringComparison.OrdinalIgnoreCase);
}
