using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>Which tags a word can have: from counted uses, else from its shape and ending.</summary>
internal sealed class WordTags
{
    // What a form that was seen with only one of two tags that always share their form is given for the other.
    private const double Unseen = 0.2;

    private readonly TaggerModel _model;
    private readonly TagLexicon _words;
    private readonly int _properNoun, _noun, _nouns, _adjective, _number, _symbol, _name, _link, _punctuation, _open, _close;

    public WordTags(LanguageData data, TaggerModel model)
    {
        _model = model;
        _words = data.Tags;
        (_properNoun, _noun, _nouns, _adjective) = (model.Find("PROPN|NNP"), model.Find("NOUN|NN"), model.Find("NOUN|NNS"), model.Find("ADJ|JJ"));
        (_number, _symbol, _name, _link) = (model.Find("NUM|CD"), model.Find("SYM|SYM"), model.Find("PROPN|NNP"), model.Find("X|ADD"));
        (_punctuation, _open, _close) = (model.Find("PUNCT|:"), model.Find("PUNCT|``"), model.Find("PUNCT|''"));
    }

    /// <summary>The lemma that <paramref name="lower"/> had under the tag pair <paramref name="name"/>; null where it was not seen so.</summary>
    public string? Lemma(string lower, string name)
    {
        foreach (TagReading reading in _words.Lookup(lower))
        {
            if (name.Length == reading.Upos.Length + 1 + reading.Xpos.Length
                && name.StartsWith(reading.Upos, StringComparison.Ordinal) && name.EndsWith(reading.Xpos, StringComparison.Ordinal))
                return reading.Lemma;
        }
        return null;
    }

    /// <summary>The tags that <paramref name="word"/> can have, scored.</summary>
    /// <param name="word">The word as printed.</param>
    /// <param name="lower">The word folded.</param>
    /// <param name="first">Whether it opens its sentence, where a capital says nothing.</param>
    /// <param name="shouted">Whether its sentence is set in capitals or title case, where a capital says nothing either.</param>
    public TagCandidate[] Candidates(string word, string lower, bool first, bool shouted)
    {
        bool capital = char.IsUpper(word[0]);
        bool telling = char.IsLetter(word[0]) && !shouted && !(first && capital);
        if (Known(_words.Lookup(lower), capital, char.IsLower(word[0]), telling) is { Length: > 0 } known)
            return known;
        if (ByShape(word, lower) is { } shaped)
            return shaped;
        int hyphen = lower.LastIndexOf('-');
        if (hyphen > 0 && hyphen < lower.Length - 1)
            return Compound(word, lower, hyphen);
        // An opening capital may be a name's or only the sentence's: both are weighed.
        if (capital && !telling)
        {
            List<TagCandidate> both = [.. _model.ByEnding(lower, false)];
            both.RemoveAll(tag => tag.State == _properNoun);
            foreach (TagCandidate tag in _model.ByEnding(lower, true))
            {
                if (tag.State == _properNoun)
                    both.Add(tag);
            }
            return [.. both];
        }
        return [.. _model.ByEnding(lower, capital)];
    }

    private TagCandidate[] Known(IReadOnlyList<TagReading> readings, bool capital, bool small, bool telling)
    {
        List<(int State, double Count)> tags = new(readings.Count + 2);
        double total = 0;
        foreach (TagReading reading in readings)
        {
            int state = _model.Find(reading.Upos + "|" + reading.Xpos);
            if (state < 0)
                continue;
            // "the march" is not the month.
            if (small && reading.Upos == "PROPN")
                state = reading.Xpos == "NNPS" ? _nouns : _noun;
            if (tags.FindIndex(tag => tag.State == state) is >= 0 and int same)
                tags[same] = (state, tags[same].Count + reading.Count);
            else
                tags.Add((state, reading.Count));
            total += reading.Count;
        }
        if (tags.Count == 0)
            return [];
        Pair(tags, "VERB|VBD", "VERB|VBN");
        Pair(tags, "VERB|VBN", "VERB|VBD");
        Pair(tags, "VERB|VB", "VERB|VBP");
        Pair(tags, "VERB|VBP", "VERB|VB");
        if (capital && tags.TrueForAll(tag => tag.State != _properNoun) && tags.Exists(tag => tag.State == _noun || tag.State == _adjective || tag.State == _nouns))
            tags.Add((_properNoun, telling ? 0.5 : 0.02 * total));
        TagCandidate[] scored = new TagCandidate[tags.Count];
        for (int i = 0; i < scored.Length; i++)
        {
            int score = _model.Emission(tags[i].State, tags[i].Count);
            scored[i] = new TagCandidate(tags[i].State, telling ? score + _model.Initial(tags[i].State, capital) : score);
        }
        return scored;
    }

    // A regular past form serves as past tense and participle, a base form as infinitive and present.
    private void Pair(List<(int State, double Count)> tags, string seen, string other)
    {
        int from = tags.FindIndex(tag => tag.State == _model.Find(seen));
        if (from >= 0 && !tags.Exists(tag => tag.State == _model.Find(other)))
            tags.Add((_model.Find(other), Unseen * tags[from].Count));
    }

    private TagCandidate[]? ByShape(string word, string lower)
    {
        char c = word[0];
        if (lower.Length == 0)
            return [new TagCandidate(_symbol, 0)];
        if (char.IsAsciiDigit(c) || ((c is '.' or '\'') && word.Length > 1 && char.IsAsciiDigit(word[1])))
            return ByDigits(lower);
        if (c == '@' && word.Length > 1)
            return [new TagCandidate(_name, 0)];
        if (c == '#' && word.Length > 1)
            return [new TagCandidate(_name, 0)];
        if (lower.StartsWith("http", StringComparison.Ordinal) && lower.Contains("://", StringComparison.Ordinal) || lower.StartsWith("www.", StringComparison.Ordinal) || (lower.Contains('@', StringComparison.Ordinal) && word.Length > 2))
            return [new TagCandidate(_link, 0)];
        if (char.IsLetter(c))
            return null;
        if (Mark(word) is { } marked)
            return marked;
        if (c is '“' or '„' or '«' or '‘')
            return [new TagCandidate(_open, 0)];
        if (c is '”' or '»' or '’')
            return [new TagCandidate(_close, 0)];
        return [new TagCandidate(char.IsPunctuation(c) ? _punctuation : _symbol, 0)];
    }

    // The lexicon holds words only.
    private TagCandidate[]? Mark(string word) => word[0] switch
    {
        '.' when word.Length > 1 => States("PUNCT|,", "PUNCT|.", "PUNCT|:"),
        '…' => States("PUNCT|,", "PUNCT|.", "PUNCT|:"),
        '.' or '!' or '?' => States("PUNCT|."),
        ',' => States("PUNCT|,"),
        '(' or '[' or '{' => States("PUNCT|-LRB-"),
        ')' or ']' or '}' => States("PUNCT|-RRB-"),
        '-' or '–' => States("PUNCT|HYPH", "PUNCT|:", "PUNCT|,"),
        '—' => States("PUNCT|:", "PUNCT|,"),
        '"' => States("PUNCT|``", "PUNCT|''"),
        '\'' or '’' => States("PUNCT|''", "PUNCT|``", "PART|POS"),
        '$' or '€' or '£' or '¥' => States("SYM|$"),
        '%' => States("SYM|NN"),
        _ => null,
    };

    private TagCandidate[] States(params ReadOnlySpan<string> names)
    {
        List<TagCandidate> states = [];
        foreach (string name in names)
        {
            if (_model.Find(name) is >= 0 and int state)
                states.Add(new TagCandidate(state, 0));
        }
        return [.. states];
    }

    private TagCandidate[] ByDigits(string lower)
    {
        if (lower.EndsWith("st", StringComparison.Ordinal) || lower.EndsWith("nd", StringComparison.Ordinal) || lower.EndsWith("rd", StringComparison.Ordinal) || lower.EndsWith("th", StringComparison.Ordinal))
            return [new TagCandidate(_adjective, 0), new TagCandidate(_noun, -40_000)];
        if (lower.Length > 2 && lower[^1] == 's' && char.IsAsciiDigit(lower[^2]))
            return [new TagCandidate(_nouns, 0)];
        if (lower.Any(char.IsLetter) && lower.Contains('-', StringComparison.Ordinal))
            return [new TagCandidate(_adjective, -6_000), new TagCandidate(_noun, -12_000)];
        return [new TagCandidate(_number, 0)];
    }

    private TagCandidate[] Compound(string word, string lower, int hyphen)
    {
        string tail = lower[(hyphen + 1)..];
        // Folding can lengthen a word (ligatures), so the cut is kept inside it.
        bool capitalTail = char.IsUpper(word[Math.Max(0, word.Length - tail.Length)]);
        if (char.IsUpper(word[0]) && capitalTail)
            return [new TagCandidate(_properNoun, -8_000), new TagCandidate(_adjective, -12_000), new TagCandidate(_noun, -40_000)];
        if (tail.EndsWith("ed", StringComparison.Ordinal) || tail.EndsWith("ing", StringComparison.Ordinal)
            || tail is "led" or "born" or "built" or "run" or "held" or "made" or "wide" or "old" or "strong" or "long" or "free" or "style" or "speaking" or "term" or "scale" or "level" or "range" or "majority" or "year")
            return [new TagCandidate(_adjective, -4_000), new TagCandidate(_noun, -40_000)];
        return [new TagCandidate(_adjective, -12_000), new TagCandidate(tail[^1] == 's' && !tail.EndsWith("ss", StringComparison.Ordinal) ? _nouns : _noun, -10_000)];
    }
}
