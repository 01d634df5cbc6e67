using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>Dictionary forms of words that no lexicon holds: irregular forms first, then the rules of English inflection.</summary>
internal sealed class Lemmatizer
{
    private readonly Dictionary<string, string> _verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _adjectives = new(StringComparer.Ordinal);
    private readonly HashSet<string> _bases = new(StringComparer.Ordinal);

    public Lemmatizer(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("tagger-irregular").Rows)
        {
            Dictionary<string, string> target = row[1] switch { "verb" => _verbs, "noun" => _nouns, _ => _adjectives };
            target[row[0]] = row[2];
            _bases.Add(row[2]);
        }
        foreach (string[] row in data.Lexicon("tagger-bases").Rows.Concat(data.Lexicon("tagger-verbs").Rows))
            _bases.Add(row[0]);
    }

    /// <summary>The lemma of the folded form <paramref name="lower"/> under its universal and Penn tag.</summary>
    public string Lemma(string lower, Upos tag, string penn) => tag switch
    {
        Upos.Verb or Upos.Aux => Verb(lower, penn),
        Upos.Noun when penn == "NNS" => Noun(lower),
        Upos.Adj or Upos.Adv when penn is "JJR" or "JJS" or "RBR" or "RBS" => Adjective(lower, penn),
        _ => lower,
    };

    /// <summary>The lemma of <paramref name="form"/> as treebanks write it: proper nouns keep their capitals.</summary>
    public string CasedLemma(string form, Upos tag, string xpos) =>
        tag == Upos.Propn ? form : Lemma(form.ToLowerInvariant(), tag, xpos);

    /// <summary>Whether the word is known as the base form of a verb.</summary>
    public bool IsBase(string lower) => _bases.Contains(lower);

    /// <summary>Whether the participle <paramref name="lower"/> also serves as a past tense ("clashed", "shot"; not "taken", "gone").</summary>
    public bool IsAlsoPast(string lower) =>
        lower.EndsWith("ed", StringComparison.Ordinal)
        || (_verbs.ContainsKey(lower) && !lower.EndsWith('n') && lower is not ("done" or "gone" or "come" or "become" or "sung" or "sunk" or "drunk" or "rung" or "swum" or "sprung"));

    private string Verb(string lower, string penn)
    {
        if (_verbs.TryGetValue(lower, out string? irregular))
            return irregular;
        // "overthrew", "re-took": a prefix before an irregular form.
        foreach (string prefix in (ReadOnlySpan<string>)["over", "under", "out", "with", "re-", "re", "un", "mis"])
        {
            if (lower.StartsWith(prefix, StringComparison.Ordinal) && _verbs.TryGetValue(lower[prefix.Length..], out string? inner) && lower.Length - prefix.Length > 2)
                return prefix + inner;
        }
        if (penn is "VB" or "VBP" or "MD")
            return lower;
        if (lower.EndsWith("ing", StringComparison.Ordinal) && lower.Length > 5)
            return Stem(lower[..^3]);
        if (lower.EndsWith("ied", StringComparison.Ordinal) && lower.Length > 4)
            return lower[..^3] + "y";
        if (lower.EndsWith("ed", StringComparison.Ordinal) && lower.Length > 4)
            return Stem(lower[..^2]);
        return penn == "VBZ" ? Noun(lower) : lower;
    }

    /// <summary>What is left without -ed or -ing, with its e or single consonant restored.</summary>
    private string Stem(string stem)
    {
        if (_bases.Contains(stem))
            return stem;
        if (_bases.Contains(stem + "e"))
            return stem + "e";
        if (stem.Length < 3)
            return stem;
        char last = stem[^1], before = stem[^2];
        if (last == before && last is not ('s' or 'l' or 'z' or 'f' or 'e' or 'o'))
            return stem[..^1];
        if (last == before && last == 'l' && _bases.Contains(stem[..^1]))
            return stem[..^1];
        if (last is 'v' or 'u' || (last == 'c' && before is not 'i') || (last == 'g' && before is 'n' or 'r' or 'd' && stem.Length > 4 && !stem.EndsWith("ng", StringComparison.Ordinal)))
            return stem + "e";
        if (EndsIn(stem, "at", "iz", "is", "os", "us", "ys", "rs", "ns", "ir", "ur", "or", "ar", "ibl", "abl", "tl", "gl", "dl", "bl", "pl", "fl", "kl", "ut", "it", "et", "ot", "ud", "id", "ad", "od", "in", "ak", "ik", "ok", "ag", "ug", "op", "ap", "ip"))
        {
            // One vowel before one consonant at the end of a word of one syllable, or an ending that always drops its e.
            if (EndsIn(stem, "at", "iz", "ibl", "abl", "tl", "gl", "dl", "bl", "pl", "fl", "kl", "ns", "rs", "os", "ys"))
                return stem.EndsWith("eat", StringComparison.Ordinal) || stem.EndsWith("oat", StringComparison.Ordinal) ? stem : stem + "e";
            if (!IsVowel(stem[^3]) && IsVowel(before) && Syllables(stem) == 1)
                return stem + "e";
        }
        return stem;
    }

    private string Noun(string lower)
    {
        if (_nouns.TryGetValue(lower, out string? irregular))
            return irregular;
        if (lower.Length < 4 || !lower.EndsWith('s') || EndsIn(lower, "ss", "us", "is"))
            return lower;
        if (lower.EndsWith("ies", StringComparison.Ordinal) && lower.Length > 4)
            return lower[..^3] + "y";
        if (EndsIn(lower, "sses", "shes", "ches", "xes", "zzes"))
            return lower[..^2];
        if (lower.EndsWith("oes", StringComparison.Ordinal) && !_bases.Contains(lower[..^1]))
            return lower[..^2];
        return lower[..^1];
    }

    private string Adjective(string lower, string penn)
    {
        if (_adjectives.TryGetValue(lower, out string? irregular))
            return irregular;
        int ending = penn is "JJR" or "RBR" ? 2 : 3;
        if (lower.Length < ending + 3 || !lower.EndsWith(ending == 2 ? "er" : "est", StringComparison.Ordinal))
            return lower;
        string stem = lower[..^ending];
        if (stem[^1] == 'i')
            return stem[..^1] + "y";
        if (_bases.Contains(stem) || stem.Length < 3)
            return stem;
        if (_bases.Contains(stem + "e"))
            return stem + "e";
        return stem[^1] == stem[^2] ? stem[..^1] : stem;
    }

    private static bool EndsIn(string text, params ReadOnlySpan<string> endings)
    {
        foreach (string ending in endings)
        {
            if (text.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static int Syllables(string text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (IsVowel(text[i]) && (i == 0 || !IsVowel(text[i - 1])))
                count++;
        }
        return count;
    }
}
