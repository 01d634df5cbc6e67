using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>The words of a report and the names on them while they are joined; no two names share a word.</summary>
internal sealed class NameSheet
{
    private readonly NameDraft?[] _names;
    private readonly int[] _sentenceOf;
    private readonly bool[] _shouted;

    public NameSheet(AnnotatedReport report)
    {
        Report = report;
        Words = report.Words;
        _names = new NameDraft?[Words.Count];
        _sentenceOf = new int[Words.Count];
        _shouted = new bool[report.Sentences.Count];
        int at = 0;
        foreach (Sentence sentence in report.Sentences)
        {
            int capitals = 0, letters = 0;
            for (; at < Words.Count && Words[at].Span.Start < sentence.Span.End; at++)
            {
                _sentenceOf[at] = sentence.Index;
                if (!char.IsLetter(Words[at].Text[0]) || Words[at].Text.Length < 2)
                    continue;
                letters++;
                capitals += char.IsUpper(Words[at].Text[0]) ? 1 : 0;
            }
            // Where most words are capitalised, as in a headline, a capital says nothing.
            _shouted[sentence.Index] = letters > 3 && capitals * 10 > letters * 7;
        }
    }

    public AnnotatedReport Report { get; }

    public IReadOnlyList<Token> Words { get; }

    /// <summary>The names, in text order.</summary>
    public IEnumerable<NameDraft> Names
    {
        get
        {
            for (int i = 0; i < _names.Length; i++)
            {
                if (_names[i] is not { } name)
                    continue;
                yield return name;
                i = name.End - 1;
            }
        }
    }

    public NameDraft? At(int word) => word >= 0 && word < _names.Length ? _names[word] : null;

    public int SentenceOf(int word) => _sentenceOf[word];

    /// <summary>Whether the capitals of the sentence of <paramref name="word"/> say nothing.</summary>
    public bool IsShouted(int word) => _shouted[_sentenceOf[word]];

    public bool OpensSentence(int word) => word == 0 || _sentenceOf[word - 1] != _sentenceOf[word] || Words[word - 1].Text is "\"" or "“" or "''" or "``" or ":";

    public bool SameSentence(int a, int b) => a >= 0 && b >= 0 && a < Words.Count && b < Words.Count && _sentenceOf[a] == _sentenceOf[b];

    public bool IsCapital(int word) => char.IsUpper(Words[word].Text[0]);

    public bool IsFree(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (_names[i] is not null)
                return false;
        }
        return true;
    }

    /// <summary>Puts a name on its words; names that share a word with it go.</summary>
    public NameDraft Put(int first, int end, NameKind kind)
    {
        for (int i = first; i < end; i++)
        {
            if (_names[i] is { } other)
                Remove(other);
        }
        NameDraft name = new(first, end, _sentenceOf[first], kind);
        Array.Fill(_names, name, first, end - first);
        return name;
    }

    public void Remove(NameDraft name) => Array.Clear(_names, name.First, name.End - name.First);

    /// <summary>The words that <paramref name="span"/> covers; false where it does not begin and end with a word of one sentence.</summary>
    public bool Covered(TextSpan span, out int first, out int end)
    {
        first = AnnotatedReport.FirstTokenAt(Words, span.Start);
        end = AnnotatedReport.FirstTokenAt(Words, span.End);
        return first < end && Words[first].Span.Start == span.Start && Words[end - 1].Span.End == span.End && _sentenceOf[first] == _sentenceOf[end - 1];
    }

    /// <summary>The word of the name on which the rest of the sentence hangs.</summary>
    public Token Head(NameDraft name)
    {
        for (int i = name.First; i < name.End; i++)
        {
            if (Words[i].Head < name.First || Words[i].Head >= name.End)
                return Words[i];
        }
        return Words[name.End - 1];
    }

    /// <summary>The words of the name, folded and joined by blanks.</summary>
    public string Key(NameDraft name) => Key(name.First, name.End);

    public string Key(int first, int end)
    {
        if (end - first == 1)
            return Words[first].Lower.Replace(".", "", StringComparison.Ordinal);
        string[] parts = new string[end - first];
        for (int i = first; i < end; i++)
            parts[i - first] = Words[i].Lower;
        return string.Join(' ', parts).Replace(".", "", StringComparison.Ordinal);
    }
}
