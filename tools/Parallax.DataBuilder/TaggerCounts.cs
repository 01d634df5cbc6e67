using System.Globalization;
using Parallax.Text;

namespace Parallax.DataBuilder;

/// <summary>Counts what the tagger must know of tagged sentences: sequences of tags, capitals, endings, dictionary forms.</summary>
internal sealed class TaggerCounts
{
    // Pairs of tags seen less often are slips or oddities; they count as the commonest pair of their universal tag.
    private const int FewestOfState = 15;

    // A word seen more often is in the tag lexicon with counts that can be trusted; endings stand for the others.
    private const int MostOfRare = 8;
    private const int LongestEnding = 5;
    private const int FewestOfEnding = 6;
    private const int TagsOfEnding = 8;

    private const int LongestAdjective = 7;

    private readonly IReadOnlyList<IReadOnlyList<TreebankWord>> _sentences;
    private readonly Dictionary<string, int> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _commonest = new(StringComparer.Ordinal);

    public TaggerCounts(IReadOnlyList<IReadOnlyList<TreebankWord>> sentences)
    {
        _sentences = sentences;
        foreach (TreebankWord word in sentences.SelectMany(sentence => sentence))
        {
            Words++;
            Add(_states, Pair(word));
        }
        foreach ((string state, _) in Ordered(_states))
            _commonest.TryAdd(state[..state.IndexOf('|', StringComparison.Ordinal)], state);
    }

    public long Words { get; }

    /// <summary>The rows of the table of transitions, in ordinal order.</summary>
    public IEnumerable<string> Transitions()
    {
        Dictionary<string, int> next = new(StringComparer.Ordinal);
        Dictionary<string, int> counts = new(StringComparer.Ordinal), capitals = new(StringComparer.Ordinal), smalls = new(StringComparer.Ordinal);
        foreach (IReadOnlyList<TreebankWord> sentence in _sentences)
        {
            bool telling = !IsTitle(sentence);
            (string first, string second) = ("<s>", "<s>");
            for (int i = 0; i < sentence.Count; i++)
            {
                string state = State(sentence[i]);
                Add(counts, state);
                Add(next, $"{first}\t{second}\t{state}");
                (first, second) = (second, state);
                // The first word's capital says nothing, nor does one in a heading.
                if (i > 0 && telling && char.IsLetter(sentence[i].Form[0]))
                    Add(char.IsUpper(sentence[i].Form[0]) ? capitals : smalls, state);
            }
            Add(next, $"{first}\t{second}\t</s>");
        }
        IEnumerable<string> sequences = next.Where(pair => pair.Value > 1).OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"next\t{pair.Key}\t{Text(pair.Value)}");
        IEnumerable<string> tags = counts.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"tag\t{pair.Key}\t{Text(pair.Value)}\t{Text(capitals.GetValueOrDefault(pair.Key))}\t{Text(smalls.GetValueOrDefault(pair.Key))}");
        return sequences.Concat(tags);
    }

    /// <summary>The rows of the table of endings: those of capitalised words first, each group in ordinal order.</summary>
    public IEnumerable<string> Endings()
    {
        Dictionary<string, int> forms = new(StringComparer.Ordinal);
        foreach (TreebankWord word in _sentences.SelectMany(sentence => sentence))
            Add(forms, word.Folded);
        Dictionary<string, Dictionary<string, int>> endings = new(StringComparer.Ordinal);
        foreach (TreebankWord word in _sentences.SelectMany(sentence => sentence.Skip(1)))
        {
            if (forms[word.Folded] > MostOfRare || word.Upos is "PUNCT" or "SYM" || !IsWord(word.Form))
                continue;
            string initial = char.IsUpper(word.Form[0]) ? "A\t" : "a\t";
            for (int length = 0; length <= Math.Min(LongestEnding, word.Folded.Length); length++)
            {
                string ending = initial + word.Folded[^length..];
                if (!endings.TryGetValue(ending, out Dictionary<string, int>? tags))
                    endings.Add(ending, tags = new(StringComparer.Ordinal));
                Add(tags, State(word));
            }
        }
        return endings.Where(pair => pair.Value.Values.Sum() >= FewestOfEnding && (pair.Key.Length == 2 || Tells(pair.Value, endings[pair.Key[..2] + pair.Key[3..]])))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Key + "\t" + string.Join('\t', Ordered(pair.Value).Take(TagsOfEnding).Select(tag => $"{tag.Key}:{Text(tag.Value)}")));
    }

    /// <summary>The dictionary forms of verbs and short adjectives, in ordinal order.</summary>
    public IEnumerable<string> Bases() =>
        _sentences.SelectMany(sentence => sentence)
            .Where(word => word.Upos == "VERB" || (word.Upos == "ADJ" && word.Xpos == "JJ" && word.Lemma.Length <= LongestAdjective))
            .Select(word => Folding.Fold(word.Lemma))
            .Where(lemma => lemma.Length > 2 && lemma.All(char.IsAsciiLetterLower))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    // An ending is worth its row when its tags are spread otherwise than those of the ending without its first letter: when their shares
    // differ by more than 0.15 in sum. Whole numbers, so that no rounding decides.
    private static bool Tells(Dictionary<string, int> own, Dictionary<string, int> shorter)
    {
        long all = own.Values.Sum(), allShorter = shorter.Values.Sum();
        long difference = shorter.Sum(tag => Math.Abs(own.GetValueOrDefault(tag.Key) * allShorter - tag.Value * all));
        return 20 * difference > 3 * all * allShorter;
    }

    // Addresses and words joined by strokes have no ending; half a surrogate pair is none either.
    private static bool IsWord(string form) =>
        char.IsLetter(form[0]) && !form.Any(c => c is '@' or '/' || char.IsSurrogate(c));

    // Mostly capitalised, counting words of four letters or more: a heading, a signature, a shout. Of shorter words alone nothing can be told.
    private static bool IsTitle(IReadOnlyList<TreebankWord> sentence)
    {
        int all = 0, capital = 0;
        foreach (TreebankWord word in sentence)
        {
            if (word.Form.Length < 4 || !char.IsLetter(word.Form[0]))
                continue;
            all++;
            if (char.IsUpper(word.Form[0]))
                capital++;
        }
        return 5 * capital >= 3 * all;
    }

    private string State(TreebankWord word) => _states[Pair(word)] >= FewestOfState ? Pair(word) : _commonest[word.Upos];

    private static string Pair(TreebankWord word) => word.Upos + "|" + word.Xpos;

    private static IEnumerable<KeyValuePair<string, int>> Ordered(Dictionary<string, int> counts) =>
        counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal);

    private static void Add(Dictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
