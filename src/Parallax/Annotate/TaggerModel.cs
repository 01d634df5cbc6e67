using System.Globalization;
using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>One tag a word can have and how well it fits, as a scaled logarithm.</summary>
internal readonly record struct TagCandidate(int State, int Score);

/// <summary>
/// The counted habits of English tags: which follows which, which begin with a capital, which endings they have.
/// Scores are logarithms scaled to whole numbers, so that sums do not depend on the order of addition.
/// </summary>
internal sealed class TaggerModel
{
    private const double Scale = 1 << 14;
    private const int LongestEnding = 5;

    private readonly Dictionary<string, int> _states = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly int[] _counts;
    private readonly int[] _capital;
    private readonly int[] _small;
    private readonly int[] _next;
    private readonly Dictionary<string, TagCandidate[]> _capitalEndings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TagCandidate[]> _smallEndings = new(StringComparer.Ordinal);

    public TaggerModel(LanguageData data)
    {
        IReadOnlyList<string[]> rows = data.Lexicon("tagger-transitions").Rows;
        State("<s>");
        State("</s>");
        foreach (string[] row in rows.Where(row => row[0] == "tag"))
            State(row[1]);
        int size = _names.Count;
        _counts = new int[size];
        _capital = new int[size];
        _small = new int[size];
        foreach (string[] row in rows.Where(row => row[0] == "tag"))
        {
            int state = _states[row[1]];
            _counts[state] = Number(row[2]);
            double capitals = Number(row[3]) + 0.1;
            double initials = Number(row[4]) + 0.5;
            _capital[state] = Log(capitals / (capitals + initials));
            _small[state] = Log(initials / (capitals + initials));
        }
        _next = Transitions(rows, size);
        foreach (string[] row in data.Lexicon("tagger-suffixes").Rows)
            (row[0] == "A" ? _capitalEndings : _smallEndings)[row[1]] = Ending(row);
    }

    public const int Start = 0;
    public const int End = 1;

    /// <summary>The tag pair's name, universal and Penn tag: <c>VERB|VBD</c>.</summary>
    public string Name(int state) => _names[state];

    /// <summary>The number of <paramref name="name"/>; -1 where the model has no such tag.</summary>
    public int Find(string name) => _states.TryGetValue(name, out int state) ? state : -1;

    /// <summary>How well <paramref name="third"/> follows the two before.</summary>
    public int Next(int first, int second, int third) => _next[(first * _names.Count + second) * _names.Count + third];

    /// <summary>How well a capital or small initial fits the tag inside a sentence.</summary>
    public int Initial(int state, bool capital) => capital ? _capital[state] : _small[state];

    /// <summary>How well a word seen <paramref name="count"/> times with the tag stands for it.</summary>
    public int Emission(int state, double count) => Log(count / Math.Max(1, _counts[state]));

    /// <summary>What an unknown word may be by its ending.</summary>
    public IReadOnlyList<TagCandidate> ByEnding(string lower, bool capital)
    {
        Dictionary<string, TagCandidate[]> endings = capital ? _capitalEndings : _smallEndings;
        for (int length = Math.Min(LongestEnding, lower.Length); length > 0; length--)
        {
            if (endings.TryGetValue(lower[^length..], out TagCandidate[]? found))
                return found;
        }
        return endings[""];
    }

    private TagCandidate[] Ending(string[] row)
    {
        List<TagCandidate> candidates = [];
        double total = 0;
        foreach (string cell in row.AsSpan(2))
            total += Number(cell[(cell.LastIndexOf(':') + 1)..]);
        foreach (string cell in row.AsSpan(2))
        {
            int colon = cell.LastIndexOf(':');
            if (!_states.TryGetValue(cell[..colon], out int state))
                continue;
            // By Bayes: how common the tag is among words with the ending, against how common it is at all.
            candidates.Add(new TagCandidate(state, Log(Number(cell[(colon + 1)..]) / total / Math.Max(1, _counts[state]))));
        }
        return [.. candidates];
    }

    private int[] Transitions(IReadOnlyList<string[]> rows, int size)
    {
        int[] triples = new int[size * size * size];
        int[] pairs = new int[size * size];
        int[] contexts = new int[size * size];
        int[] firsts = new int[size];
        int all = 0;
        foreach (string[] row in rows)
        {
            if (row[0] != "next")
                continue;
            int a = _states[row[1]], b = _states[row[2]], c = _states[row[3]], n = Number(row[4]);
            triples[(a * size + b) * size + c] += n;
            contexts[a * size + b] += n;
            pairs[b * size + c] += n;
            firsts[b] += n;
            all += n;
        }
        int[] next = new int[triples.Length];
        for (int a = 0; a < size; a++)
        {
            for (int b = 0; b < size; b++)
            {
                for (int c = 0; c < size; c++)
                {
                    // The more often the context was seen, the more the longer history counts.
                    double seen = contexts[a * size + b];
                    double trust = seen / (seen + 30);
                    double trustPair = firsts[b] / (firsts[b] + 10.0);
                    double one = (_counts[c] + 0.5) / (all + size);
                    double two = firsts[b] == 0 ? one : trustPair * pairs[b * size + c] / firsts[b] + (1 - trustPair) * one;
                    two = 0.99 * two + 0.01 * one;
                    double three = seen == 0 ? two : trust * 0.7 * triples[(a * size + b) * size + c] / seen + (1 - trust * 0.7) * two;
                    next[(a * size + b) * size + c] = Log(three);
                }
            }
        }
        return next;
    }

    private void State(string name)
    {
        if (_states.TryAdd(name, _names.Count))
            _names.Add(name);
    }

    private static int Log(double p) => (int)Math.Round(Math.Log(Math.Max(p, 1e-12)) * Scale);

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
