using Parallax.Annotate;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>A stretch of words that two texts share: where it begins in each, and how many words it has.</summary>
internal readonly record struct SharedRun(int First, int Second, int Words);

/// <summary>
/// The words of one report in the form in which copied text is found: hashed runs of five. Words inside quotation marks are set apart,
/// because two reporters at one press conference write down the same quote without copying each other.
/// </summary>
internal sealed class ReportShingles
{
    private const int Size = 5;
    private const int MaxPlaces = 4;
    private readonly TextSpan[] _spans;
    private readonly bool[] _quoted;
    private readonly ulong[] _words;
    private readonly ulong[] _hashes;
    private Dictionary<ulong, List<int>>? _places;

    public ReportShingles(AnnotatedReport report)
    {
        Token[] words = [.. report.Tokens.Where(t => t.Lower.Length > 0 && char.IsLetterOrDigit(t.Lower[0]))];
        _spans = [.. words.Select(w => w.Span)];
        _quoted = Quoted(report.Report, words);
        _words = [.. words.Select(w => Hash(w.Lower))];
        _hashes = new ulong[Math.Max(0, words.Length - Size + 1)];
        for (int i = 0; i < _hashes.Length; i++)
        {
            ulong hash = Seed;
            for (int k = 0; k < Size; k++)
                hash = Mix(hash ^ _words[i + k]);
            _hashes[i] = hash;
        }
        OwnWords = _quoted.Count(q => !q);
    }

    /// <summary>What a chain of mixed hashes begins with.</summary>
    public const ulong Seed = 14695981039346656037UL;

    /// <summary>Number of words.</summary>
    public int Words => _spans.Length;

    /// <summary>Number of words outside quotation marks.</summary>
    public int OwnWords { get; }

    /// <summary>The text range of <paramref name="words"/> words from <paramref name="first"/>.</summary>
    public TextSpan Range(int first, int words) => _spans[first].Union(_spans[first + words - 1]);

    /// <summary>Whether the word stands inside quotation marks.</summary>
    public bool IsQuoted(int word) => _quoted[word];

    /// <summary>Where the word stands.</summary>
    public TextSpan SpanOf(int word) => _spans[word];

    /// <summary>The hash of the word in lower case.</summary>
    public ulong HashOf(int word) => _words[word];

    /// <summary>Whether both have the same words in the same order.</summary>
    public bool SameWords(ReportShingles other) => _words.AsSpan().SequenceEqual(other._words);

    /// <summary>One hash over all words.</summary>
    public ulong WholeHash() => _words.Aggregate(Seed, (hash, word) => Mix(hash ^ word));

    /// <summary>The stretches of at least five words that <paramref name="other"/> has too, left to right, each as long as it can be.</summary>
    public IReadOnlyList<SharedRun> RunsSharedWith(ReportShingles other)
    {
        Dictionary<ulong, List<int>> places = other.Places();
        List<SharedRun> runs = [];
        for (int i = 0; i < _hashes.Length;)
        {
            int best = 0;
            int at = -1;
            if (places.TryGetValue(_hashes[i], out List<int>? starts))
            {
                foreach (int start in starts)
                {
                    int length = 0;
                    while (i + length < _hashes.Length && start + length < other._hashes.Length && _hashes[i + length] == other._hashes[start + length])
                        length++;
                    if (length > best)
                        (best, at) = (length, start);
                }
            }
            if (best > 0)
                runs.Add(new SharedRun(i, at, best + Size - 1));
            i += best > 0 ? best + Size - 1 : 1;
        }
        return runs;
    }

    /// <summary>Spreads the bits of a hash.</summary>
    public static ulong Mix(ulong x)
    {
        unchecked
        {
            x ^= x >> 30;
            x *= 0xBF58476D1CE4E5B9UL;
            x ^= x >> 27;
            x *= 0x94D049BB133111EBUL;
            return x ^ (x >> 31);
        }
    }

    /// <summary>The hash of a word.</summary>
    public static ulong Hash(string word)
    {
        ulong hash = Seed;
        foreach (char c in word)
            hash = unchecked((hash ^ c) * 1099511628211UL);
        return hash;
    }

    private Dictionary<ulong, List<int>> Places()
    {
        if (_places is not null)
            return _places;
        Dictionary<ulong, List<int>> places = new(_hashes.Length);
        for (int i = 0; i < _hashes.Length; i++)
        {
            if (!places.TryGetValue(_hashes[i], out List<int>? starts))
                places.Add(_hashes[i], starts = new List<int>(1));
            if (starts.Count < MaxPlaces)
                starts.Add(i);
        }
        return _places = places;
    }

    /// <summary>Marks the words between quotation marks; a quote ends with its paragraph, as papers leave the closing mark out when the next goes on.</summary>
    private static bool[] Quoted(Report report, Token[] words)
    {
        bool[] quoted = new bool[words.Length];
        int word = 0;
        foreach (Paragraph paragraph in report.Paragraphs)
        {
            bool open = false;
            for (int i = paragraph.Span.Start; i < paragraph.Span.End && word < words.Length; i++)
            {
                char c = report.Text[i];
                if (c is '\u201C' or '\u201E' or '\u00AB')
                    open = true;
                else if (c is '\u201D' or '\u00BB')
                    open = false;
                else if (c == '"')
                    open = IsOpening(report.Text, i, paragraph.Span) ?? !open;
                while (word < words.Length && words[word].Span.Start < i)
                    word++;
                if (word < words.Length && words[word].Span.Start == i)
                    quoted[word++] = open;
            }
        }
        return quoted;
    }

    /// <summary>Whether a straight mark opens a quote, by what stands beside it; null where that does not tell.</summary>
    private static bool? IsOpening(string text, int at, TextSpan paragraph)
    {
        bool apartBefore = at == paragraph.Start || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '\u2014' or '\u2013';
        bool apartBehind = at + 1 >= paragraph.End || char.IsWhiteSpace(text[at + 1]) || text[at + 1] is '.' or ',' or ')' or ']' or ';' or ':' or '?' or '!' or '\u2014' or '\u2013';
        return apartBefore == apartBehind ? null : apartBefore;
    }
}
