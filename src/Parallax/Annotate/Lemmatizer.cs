using Parallax.Data;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>
/// Dictionary forms as Universal Dependencies writes them: words that treebanks showed, irregular forms by hand, then rules by Penn tag and
/// ending. Capitals are decided apart, by tag, shape and ending.
/// </summary>
internal sealed class Lemmatizer
{
    private static readonly System.Buffers.SearchValues<char> s_roman = System.Buffers.SearchValues.Create("ivxlcdm");
    private static readonly string[] s_prefixes = ["over", "under", "out", "with", "re-", "re", "un", "mis", "fore"];

    private readonly Dictionary<string, EndingRules<LemmaEdit>> _edits = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Xpos, char Shape), EndingRules<LemmaCase>> _cases = [];
    private readonly Dictionary<string, string> _verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _adjectives = new(StringComparer.Ordinal);
    private readonly HashSet<string> _bases = new(StringComparer.Ordinal);
    private readonly TagLexicon _known;

    public Lemmatizer(LanguageData data)
    {
        _known = data.Tags;
        foreach (string[] row in data.Lexicon("lemma-irregular").Rows)
        {
            Dictionary<string, string> target = row[1] switch { "verb" => _verbs, "noun" => _nouns, _ => _adjectives };
            target[row[0]] = row[2];
            if (row[1] == "verb")
                _bases.Add(row[2]);
        }
        foreach (string[] row in data.Lexicon("lemma-bases").Rows.Concat(data.Lexicon("lemma-verbs").Rows))
            _bases.Add(row[0]);
        foreach (string[] row in data.Lexicon("lemma-rules").Rows)
            Load(row);
    }

    /// <summary>The lemma of a word under its tags, lower case and without diacritics, as <see cref="Token.Lemma"/> has it.</summary>
    public string Lemma(string form, Upos tag, string xpos) => Folding.Fold(CasedLemma(form, tag, xpos));

    /// <summary>The lemma as treebanks write it: names and words made of names keep their capitals.</summary>
    public string CasedLemma(string form, Upos tag, string xpos)
    {
        // Treebanks write the lemma of ’s and n’t with the plain mark.
        string word = tag == Upos.Propn ? form : form.Replace('\u2019', '\'');
        string lower = word.ToLowerInvariant();
        if (xpos == "CD" && lower.AsSpan().ContainsAnyInRange('0', '9'))
            return lower.Replace(",", "", StringComparison.Ordinal);
        LemmaEdit edit = EditOf(lower, xpos);
        char shape = WordShape.Of(word);
        string lemma = edit.Of(lower);
        LemmaCase capitals = CaseOf(lower, tag, xpos, shape);
        // The treebanks write "I" large and every other pronoun small.
        if (lemma == "i" && xpos == "PRP")
            return "I";
        return capitals switch
        {
            LemmaCase.Keep => edit.Of(word),
            LemmaCase.Title when lemma.Length > 0 => char.ToUpperInvariant(lemma[0]) + lemma[1..],
            _ => lemma,
        };
    }

    /// <summary>Whether the word is known as the base form of a verb.</summary>
    public bool IsBase(string lower) => _bases.Contains(lower);

    /// <summary>Whether the participle <paramref name="lower"/> also serves as a past tense ("clashed", "shot"; not "taken", "gone").</summary>
    public bool IsAlsoPast(string lower) =>
        lower.EndsWith("ed", StringComparison.Ordinal)
        || (_verbs.ContainsKey(lower) && !lower.EndsWith('n') && lower is not ("done" or "gone" or "come" or "become" or "sung" or "sunk" or "drunk" or "rung" or "swum" or "sprung"));

    /// <summary>The kinds of rows in <c>lemma-rules.tsv</c>.</summary>
    internal const string WordRow = "word", EndingRow = "ending", CaseWordRow = "case-word", CaseEndingRow = "case-ending";

    // Columns: kind, tag (for capitals with its shape, "NNP/c"), word or ending ("-" before an ending, so that none is empty), value.
    private void Load(string[] row)
    {
        if (row[0] is WordRow or EndingRow)
        {
            if (!_edits.TryGetValue(row[1], out EndingRules<LemmaEdit>? edits))
                _edits.Add(row[1], edits = new());
            if (row[0] == WordRow)
                edits.AddWord(row[2], LemmaEdit.Parse(row[3]));
            else
                edits.AddEnding(row[2][1..], LemmaEdit.Parse(row[3]));
            return;
        }
        (string, char) key = (row[1][..^2], row[1][^1]);
        if (!_cases.TryGetValue(key, out EndingRules<LemmaCase>? cases))
            _cases.Add(key, cases = new());
        LemmaCase value = Enum.Parse<LemmaCase>(row[3], ignoreCase: true);
        if (row[0] == CaseWordRow)
            cases.AddWord(row[2], value);
        else
            cases.AddEnding(row[2][1..], value);
    }

    private LemmaCase CaseOf(string lower, Upos tag, string xpos, char shape)
    {
        if (_cases.TryGetValue((xpos, shape), out EndingRules<LemmaCase>? rules))
        {
            if (rules.TryWord(lower, out LemmaCase listed))
                return listed;
            // An acronym, not a word that is shouted.
            if (shape == WordShape.AllCapitals && xpos == "CD")
                return IsRoman(lower) ? LemmaCase.Keep : LemmaCase.Lower;
            if (shape == WordShape.AllCapitals && _known.Lookup(Folding.Fold(lower)).Count == 0)
                return LemmaCase.Keep;
            if (rules.TryEnding(lower, out LemmaCase byEnding))
                return byEnding;
        }
        return tag == Upos.Propn ? LemmaCase.Keep : LemmaCase.Lower;
    }

    private LemmaEdit EditOf(string lower, string xpos)
    {
        EndingRules<LemmaEdit>? rules = _edits.GetValueOrDefault(xpos);
        if (rules is not null && rules.TryWord(lower, out LemmaEdit edit))
            return edit;
        if (Irregular(lower, xpos) is { } irregular)
            return LemmaEdit.Between(lower, irregular);
        if (rules is null || !rules.TryEnding(lower, out edit))
            return LemmaEdit.None;
        // "simpler", "noblest": no adjective ends in a consonant and l.
        if (xpos is "JJR" or "JJS" or "RBR" or "RBS" && edit.Of(lower) is [.., char before, 'l'] && before is not ('l' or 'r' or 'a' or 'e' or 'i' or 'o' or 'u'))
            return LemmaEdit.Between(lower, edit.Of(lower) + "e");
        bool isInflectedVerb = xpos is "VBD" or "VBN" or "VBG" or "VBZ";
        return isInflectedVerb && !_bases.Contains(edit.Of(lower)) && KnownVerb(lower) is { } known ? LemmaEdit.Between(lower, known) : edit;
    }

    private static bool IsRoman(string lower) => !lower.AsSpan().ContainsAnyExcept(s_roman);

    private string? Irregular(string lower, string xpos)
    {
        switch (xpos)
        {
            case "NNS" or "NNPS":
                return _nouns.GetValueOrDefault(lower);
            case "JJR" or "JJS" or "RBR" or "RBS":
                return _adjectives.GetValueOrDefault(lower);
            case not ("VBD" or "VBN" or "VBZ" or "VBG"):
                return null;
        }
        if (_verbs.TryGetValue(lower, out string? verb))
            return verb;
        // "overthrew", "re-took": a prefix before an irregular form.
        foreach (string prefix in s_prefixes)
        {
            if (lower.Length - prefix.Length > 2 && lower.StartsWith(prefix, StringComparison.Ordinal) && _verbs.TryGetValue(lower[prefix.Length..], out string? inner))
                return prefix + inner;
        }
        return null;
    }

    // The verb whose base form is known and which the form can be of: "debat-ing" of "debate", "shelv-ed" of "shelve", "unplug-ged" of "unplug".
    private string? KnownVerb(string lower)
    {
        foreach (string ending in (ReadOnlySpan<string>)["ing", "ed", "es", "s"])
        {
            if (lower.Length < ending.Length + 2 || !lower.EndsWith(ending, StringComparison.Ordinal))
                continue;
            string stem = lower[..^ending.Length];
            if (_bases.Contains(stem))
                return stem;
            if (_bases.Contains(stem + "e"))
                return stem + "e";
            return stem[^1] == stem[^2] && _bases.Contains(stem[..^1]) ? stem[..^1] : null;
        }
        return null;
    }
}
