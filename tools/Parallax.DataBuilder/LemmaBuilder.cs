using System.Text;
using Parallax.Annotate;

namespace Parallax.DataBuilder;

/// <summary>Learns the tables of the lemmatizer: how words of a tag become their dictionary forms, and which keep their capitals.</summary>
internal static class LemmaBuilder
{
    // An ending is a rule when this many words follow it, and at least this share (in tenths) of all words that end so.
    private const int FewestWords = 3;
    private const int LeastTenths = 6;

    // A misspelling ("s" for "is") is learned only where it is common.
    private const int FewestTypos = 3;

    private static readonly HashSet<string> s_inflected = new(StringComparer.Ordinal) { "NNS", "NNPS", "VBD", "VBG", "VBN", "VBZ", "JJR", "JJS", "RBR", "RBS" };

    private const string Origin =
        "# Origin: learned by tools/Parallax.DataBuilder (command lemmas) from the training part of UD English EWT (CC BY-SA 4.0) and from the\n" +
        "# academic, bio, court, interview, news, speech and voyage documents of the training part of UD English GUM (CC BY, CC BY-SA or public domain).\n" +
        "# Licence of this table: CC BY-SA 4.0. Card: data/cards/lemmatizer.md.\n";

    public static Recipe Recipe { get; } = new("lemmas", ["lexicons/lemma-rules.tsv", "lexicons/lemma-bases.tsv"],
        Treebank.Sources("Makes lexicons/lemma-rules.tsv and lemma-bases.tsv, the tables of the lemmatizer."),
        sources => Build(Treebank.Sentences(sources)));

    /// <summary>The two tables of the given sentences.</summary>
    public static BuiltFiles Build(IEnumerable<IReadOnlyList<TreebankWord>> sentences)
    {
        Dictionary<string, Votes> edits = new(StringComparer.Ordinal);
        Dictionary<string, Votes> capitals = new(StringComparer.Ordinal);
        SortedSet<string> bases = new(StringComparer.Ordinal);
        TreebankWord[] words = [.. sentences.SelectMany(s => s)];
        Dictionary<(string, string), int> uses = words.GroupBy(w => (w.Form.ToLowerInvariant(), w.Xpos)).ToDictionary(g => g.Key, g => g.Count());
        int counted = 0;
        foreach (TreebankWord word in words)
        {
            string lower = word.Form.ToLowerInvariant();
            bool isTypo = word.Features.Contains("Typo=Yes", StringComparison.Ordinal);
            if (word.Lemma == "_" || word.Xpos == "_" || (isTypo && uses[(lower, word.Xpos)] < FewestTypos))
                continue;
            counted++;
            string lemma = word.Lemma.ToLowerInvariant();
            if (word.Xpos.StartsWith("VB", StringComparison.Ordinal) && lemma.Length > 1 && lemma.All(char.IsAsciiLetterLower))
                bases.Add(lemma);
            // Numbers are told by a rule of the lemmatizer.
            if (word.Xpos != "CD" || !lower.Any(char.IsAsciiDigit))
                Of(edits, word.Xpos).Add(lower, LemmaEdit.Between(lower, lemma).ToString());
            char shape = WordShape.Of(word.Form);
            bool hasCase = shape != WordShape.None && (shape != WordShape.Small || word.Xpos is "NNP" or "NNPS");
            if (hasCase && CaseOf(word) is { } kept)
                Of(capitals, word.Xpos + "/" + shape).Add(lower, kept.ToString().ToLowerInvariant());
        }
        string[] rows =
        [
            .. Rows(edits, Lemmatizer.WordRow, Lemmatizer.EndingRow, new LemmaEdit(0, "").ToString()),
            .. Rows(capitals, Lemmatizer.CaseWordRow, Lemmatizer.CaseEndingRow, ""),
        ];
        return new BuiltFiles(
            [
                Table("# How words become their dictionary forms, and which dictionary forms keep capitals.\n" + Origin +
                    "# Columns: `word` or `ending`, Penn tag, the word or a hyphen and the ending, the letters cut and, behind a plus, those added; `case-word` or\n" +
                    "#   `case-ending`, Penn tag with the shape of the word (`c` Capitalised, `a` ALL, `s` S, `m` miXed, `l` small), the same, `lower`, `keep` or `title`.\n" +
                    "#   The word itself decides, else its longest ending; a tag without rows changes nothing.\n" +
                    "# Known problems: words seen once are believed; misspellings that the treebanks mend are in it where they are common.\n", rows),
                Table("# Dictionary forms of verbs, to tell \"raised\" (raise) from \"trained\" (train).\n" + Origin +
                    "# Columns: the dictionary form.\n" +
                    "# Known problems: misspellings of the treebanks are in it. Verbs that the treebanks lack are in lemma-verbs.tsv.\n", [.. bases]),
            ],
            [("words counted", counted), ("rows of rules", rows.Length), ("dictionary forms of verbs", bases.Count)]);
    }

    /// <summary>How the capitals of the lemma come from those of the form; null where they come from neither rule.</summary>
    internal static LemmaCase? CaseOf(TreebankWord word)
    {
        string lemma = word.Lemma;
        if (!lemma.Any(char.IsUpper))
            return LemmaCase.Lower;
        string lowerForm = word.Form.ToLowerInvariant();
        LemmaEdit edit = LemmaEdit.Between(lowerForm, lemma.ToLowerInvariant());
        if (edit.Of(word.Form) == lemma)
            return LemmaCase.Keep;
        string title = edit.Of(lowerForm);
        return title.Length > 0 && char.ToUpperInvariant(title[0]) + title[1..] == lemma ? LemmaCase.Title : null;
    }

    private static IEnumerable<string> Rows(Dictionary<string, Votes> groups, string wordKind, string endingKind, string unlisted)
    {
        foreach ((string group, Votes votes) in groups.OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            EndingRules<string> learned = new();
            // A tag of which nothing is listed has its words as they are, so a lone rule that says so is no row.
            SortedDictionary<string, string> endings = new(StringComparer.Ordinal);
            foreach ((string ending, string value) in votes.Endings())
            {
                bool isSame = (learned.TryEnding(ending, out string? shorter) ? shorter : unlisted) == value;
                if (isSame)
                    continue;
                learned.AddEnding(ending, value);
                endings.Add(ending, value);
            }
            foreach ((string ending, string value) in endings)
                yield return string.Join('\t', endingKind, group, "-" + ending, value);
            foreach ((string word, string value) in votes.Words())
            {
                bool isAsEnding = (learned.TryEnding(word, out string? byEnding) ? byEnding : unlisted) == value;
                // The irregular forms by hand stand between word and ending, so a word that stays as it is ("people", "more") has to say so.
                bool mayBeIrregular = value == unlisted && s_inflected.Contains(group);
                if (!isAsEnding || mayBeIrregular)
                    yield return string.Join('\t', wordKind, group, word, value);
            }
        }
    }

    private static Votes Of(Dictionary<string, Votes> groups, string key)
    {
        if (!groups.TryGetValue(key, out Votes? votes))
            groups.Add(key, votes = new());
        return votes;
    }

    private static byte[] Table(string header, string[] rows) => Encoding.UTF8.GetBytes(header + string.Concat(rows.Select(row => row + "\n")));

    /// <summary>What the words of one tag were mapped to, with counts.</summary>
    private sealed class Votes
    {
        private readonly SortedDictionary<string, SortedDictionary<string, int>> _words = new(StringComparer.Ordinal);

        public void Add(string word, string value) => Count(_words, word, value);

        /// <summary>Each word with the value it had most often.</summary>
        public IEnumerable<(string Word, string Value)> Words() => _words.Select(w => (w.Key, Most(w.Value).Value));

        /// <summary>Each ending that enough words share with the value of most of them, the shorter before the longer; the empty ending always.</summary>
        public IEnumerable<(string Ending, string Value)> Endings()
        {
            SortedDictionary<string, SortedDictionary<string, int>> endings = new(StringComparer.Ordinal);
            foreach ((string word, string value) in Words())
            {
                for (int length = 0; length <= Math.Min(EndingRules<string>.Longest, word.Length); length++)
                    Count(endings, word[^length..], value);
            }
            foreach ((string ending, SortedDictionary<string, int> values) in endings.OrderBy(e => e.Key.Length).ThenBy(e => e.Key, StringComparer.Ordinal))
            {
                (string value, int count) = Most(values);
                if (ending.Length == 0 || (count >= FewestWords && count * 10 >= values.Values.Sum() * LeastTenths))
                    yield return (ending, value);
            }
        }

        private static void Count(SortedDictionary<string, SortedDictionary<string, int>> table, string key, string value)
        {
            if (!table.TryGetValue(key, out SortedDictionary<string, int>? values))
                table.Add(key, values = new(StringComparer.Ordinal));
            values[value] = values.GetValueOrDefault(value) + 1;
        }

        private static (string Value, int Count) Most(SortedDictionary<string, int> values)
        {
            KeyValuePair<string, int> most = values.MaxBy(v => v.Value);
            return (most.Key, most.Value);
        }
    }
}
