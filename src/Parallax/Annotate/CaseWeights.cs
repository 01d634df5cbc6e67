using System.Buffers;
using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>How a word is written.</summary>
internal enum LetterCase
{
    /// <summary>Small letters.</summary>
    Small,

    /// <summary>A first capital.</summary>
    Initial,

    /// <summary>Capitals throughout.</summary>
    Capitals,
}

/// <summary>Weighs how each word of a paragraph is written and takes the best row of choices. Immutable; safe for many threads.</summary>
internal sealed class CaseWeights
{
    private const int Cases = 3;

    // What stands for the counts of a pair that was never seen.
    private const double PairBackoff = 3;

    private const double SideBackoff = 5;

    private const double Hardly = 1e-9;

    private const double Least = 0.0005;

    private readonly CaseCounts _counts;
    private readonly LanguageData _data;
    private readonly HashSet<string> _given;
    private readonly double[,] _neighbours;

    public CaseWeights(LanguageData data)
    {
        _data = data;
        using Stream stream = data.Open("compiled/case.tsv");
        _counts = CaseCounts.Read(stream);
        _given = data.Lexicon("given-names").FirstColumn();
        PairCase all = _counts.AllPairs;
        double first = (double)(all.FirstCapital + all.BothCapital) / all.All, second = (double)(all.SecondCapital + all.BothCapital) / all.All;
        _neighbours = new double[2, 2];
        _neighbours[0, 0] = all.BothSmall / ((1 - first) * (1 - second) * all.All);
        _neighbours[0, 1] = all.SecondCapital / ((1 - first) * second * all.All);
        _neighbours[1, 0] = all.FirstCapital / (first * (1 - second) * all.All);
        _neighbours[1, 1] = all.BothCapital / (first * second * all.All);
    }

    /// <summary>Writes <paramref name="text"/> in running case.</summary>
    public void Write(Span<char> text, CaseAcronyms acronyms)
    {
        List<CaseWord> words = CaseWord.Scan(text);
        if (words.Count == 0)
            return;
        string[] forms = new string[words.Count];
        for (int i = 0; i < forms.Length; i++)
            forms[i] = Form(text[words[i].Start..words[i].End]);
        double[][] alone = new double[forms.Length][];
        for (int i = 0; i < forms.Length; i++)
            alone[i] = Alone(forms[i], words[i], acronyms, text);
        for (int i = 0; i < forms.Length; i++)
        {
            for (int k = i + acronyms.NameAt(forms, i) - 1; k >= i; k--)
                alone[k] = s_linking.Contains(forms[k]) ? alone[k] : [Least, 1, alone[k][2]];
            // "Jose de la Cruz", but "La Paz".
            if (i > 0 && forms[i - 1] == "de" && forms[i] is "la" or "las" or "los")
                alone[i] = [1, Hardly, Hardly];
            else if (forms[i] is "de" or "del" or "y" && words[i].Follows)
                alone[i] = [1, Hardly, Hardly];
        }
        LetterCase[] choice = Best(words, forms, alone);
        for (int i = 0; i < forms.Length; i++)
            Apply(text[words[i].Start..words[i].End], forms[i], words[i].Opens && choice[i] == LetterCase.Small ? LetterCase.Initial : choice[i]);
    }

    /// <summary>The word small, its digits made 0 so that "15 MAY" and "3 MAY" are one neighbourhood.</summary>
    internal static string Form(ReadOnlySpan<char> word)
    {
        Span<char> form = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        bool digits = true;
        for (int i = 0; i < word.Length; i++)
        {
            form[i] = word[i] == '’' ? '\'' : char.ToLowerInvariant(word[i]);
            digits &= char.IsAsciiDigit(word[i]);
        }
        return digits ? "0" : new string(form);
    }

    private double[] Alone(string form, CaseWord word, CaseAcronyms acronyms, ReadOnlySpan<char> text)
    {
        if (acronyms.Contains(form) || acronyms.Contains(Owner(form)))
            return [Least, Least, 1];
        if (!char.IsLetter(form[0]) || form.AsSpan().ContainsAnyInRange('0', '9'))
            return char.IsLetter(form[0]) ? [0.05, 0.05, 0.9] : [1, Least, 0.01];
        if (form.Length == 1 && word.End < text.Length && text[word.End] == '.')
            return [0.02, 0.98, Least];
        if (form is "i" or "i'm" or "i've" or "i'll" or "i'd")
            return [Least, 1, Least];
        WordCase seen = _counts.Word(form);
        string owner = Owner(form);
        if (owner.Length < form.Length)
            seen = seen.Plus(_counts.Word(owner));
        bool isParticle = form is "da" or "do" or "dos" or "von" or "van" or "der" or "bin" or "ibn";
        // What nobody has counted is as a rule a name; a known stem with an English ending is a word.
        WordCase rare = _counts.Rare(owner);
        double small = (rare.Small + 0.3) / (rare.All + 3), initial = (rare.Initial + 2.5) / (rare.All + 3), capitals = (rare.Capitals + 0.2) / (rare.All + 3);
        if (IsKnownStem(owner))
            (small, initial) = (2, 0.1);
        if (seen.All < 50)
        {
            if (_given.Contains(owner))
                initial += 2;
            if (_data.Ethnonyms.Lookup(owner) is not null || _data.Countries.ByDemonym(owner) is not null || _data.Countries.ByName(owner) is not null)
                initial += 20;
            else if (owner.Length > 3 && _data.Gazetteer.Lookup(owner).Any(place => place.Population >= 20_000))
                initial += 1;
            if (!owner.AsSpan().ContainsAny(s_vowels) && owner.Length > 1)
                capitals += 4;
            if (word.Start > 0 && text[word.Start - 1] is '[' or '(' && word.End < text.Length && text[word.End] is ']' or ')' && owner.Length is > 1 and < 7)
                capitals += 2;
        }
        if (isParticle)
            small += 100 + (2 * seen.All);
        double sum = seen.All + small + initial + capitals;
        return [Math.Max(Least, (seen.Small + small) / sum), Math.Max(Least, (seen.Initial + initial) / sum), Math.Max(Least, (seen.Capitals + capitals) / sum)];
    }

    private static string Owner(string form) => form.EndsWith("'s", StringComparison.Ordinal) ? form[..^2] : form;

    private bool IsKnownStem(string form)
    {
        foreach (string ending in s_endings)
        {
            if (!form.EndsWith(ending, StringComparison.Ordinal) || form.Length - ending.Length < 3)
                continue;
            string stem = form[..^ending.Length];
            if (IsSmall(stem) || IsSmall(stem + "e") || IsSmall(stem + "y") || (stem[^1] == stem[^2] && IsSmall(stem[..^1])))
                return true;
        }
        foreach (string opening in s_openings)
        {
            if (form.StartsWith(opening, StringComparison.Ordinal) && form.Length - opening.Length > 3 && IsSmall(form[opening.Length..]))
                return true;
        }
        return false;
    }

    private bool IsSmall(string form) => _counts.Word(form) is { Small: > 0 } seen && seen.Small > 2 * (seen.Initial + seen.Capitals);

    // The best row of choices, weighing each word alone and each pair of neighbours.
    private LetterCase[] Best(List<CaseWord> words, string[] forms, double[][] alone)
    {
        double[,] score = new double[forms.Length, Cases];
        int[,] from = new int[forms.Length, Cases];
        for (int c = 0; c < Cases; c++)
            score[0, c] = Math.Log(alone[0][c]);
        double[,] fit = new double[2, 2];
        for (int i = 1; i < forms.Length; i++)
        {
            bool linked = words[i].Follows;
            if (linked)
                Fit(forms[i - 1], forms[i], Capital(alone[i - 1]), Capital(alone[i]), fit);
            for (int c = 0; c < Cases; c++)
            {
                double best = double.NegativeInfinity;
                for (int p = 0; p < Cases; p++)
                {
                    double value = score[i - 1, p] + (linked ? fit[p == 0 ? 0 : 1, c == 0 ? 0 : 1] : 0);
                    if (value > best)
                        (best, from[i, c]) = (value, p);
                }
                score[i, c] = best + Math.Log(alone[i][c]);
            }
        }
        LetterCase[] choice = new LetterCase[forms.Length];
        int last = 0;
        for (int c = 1; c < Cases; c++)
        {
            if (score[forms.Length - 1, c] > score[forms.Length - 1, last])
                last = c;
        }
        for (int i = forms.Length - 1; i >= 0; i--)
        {
            choice[i] = (LetterCase)last;
            last = from[i, last];
        }
        return choice;
    }

    private static double Capital(double[] alone) => Math.Clamp((alone[1] + alone[2]) / (alone[0] + alone[1] + alone[2]), 0.01, 0.99);

    // How much likelier each combination is beside one another than the two words alone say.
    private void Fit(string first, string second, double firstCapital, double secondCapital, double[,] fit)
    {
        PairCase seen = _counts.Pair(first, second), before = _counts.Pair(first, "*"), after = _counts.Pair("*", second);
        Span<double> expected = stackalloc double[4];
        double sum = 0;
        for (int k = 0; k < 4; k++)
        {
            double a = k >= 2 ? firstCapital : 1 - firstCapital, b = k % 2 == 1 ? secondCapital : 1 - secondCapital;
            expected[k] = a * b * _neighbours[k / 2, k % 2];
            if (before.All > 0)
                expected[k] *= Lift(before, k) / _neighbours[k / 2, k % 2];
            if (after.All > 0)
                expected[k] *= Lift(after, k) / _neighbours[k / 2, k % 2];
            sum += expected[k];
        }
        ReadOnlySpan<int> counted = [seen.BothSmall, seen.SecondCapital, seen.FirstCapital, seen.BothCapital];
        for (int k = 0; k < 4; k++)
        {
            double a = k >= 2 ? firstCapital : 1 - firstCapital, b = k % 2 == 1 ? secondCapital : 1 - secondCapital;
            double chance = (counted[k] + PairBackoff * expected[k] / sum) / (seen.All + PairBackoff);
            fit[k / 2, k % 2] = Math.Log(Math.Max(1e-6, chance) / (a * b));
        }
    }

    // How much oftener than by chance a combination stands in the counts of one word with all its neighbours.
    private double Lift(PairCase counts, int at)
    {
        ReadOnlySpan<int> counted = [counts.BothSmall, counts.SecondCapital, counts.FirstCapital, counts.BothCapital];
        double first = (counts.FirstCapital + counts.BothCapital + 0.5) / (counts.All + 1), second = (counts.SecondCapital + counts.BothCapital + 0.5) / (counts.All + 1);
        double chance = (at >= 2 ? first : 1 - first) * (at % 2 == 1 ? second : 1 - second);
        return (counted[at] + SideBackoff * chance * _neighbours[at / 2, at % 2]) / ((counts.All + SideBackoff) * chance);
    }

    private void Apply(Span<char> word, string form, LetterCase chosen)
    {
        bool isName = chosen == LetterCase.Initial;
        if (isName && (_counts.Mixed(form) ?? _counts.Mixed(Owner(form))) is { } mixed && mixed.Length <= word.Length)
        {
            Lower(word[mixed.Length..]);
            mixed.CopyTo(word);
            return;
        }
        switch (chosen)
        {
            case LetterCase.Small:
                Lower(word);
                break;
            case LetterCase.Initial:
                Lower(word[1..]);
                bool irish = word.Length > 3 && word[0] == 'O' && word[1] is '\'' or '’';
                if (irish)
                    word[2] = char.ToUpperInvariant(word[2]);
                break;
            default:
                // "FRONT'S" as an acronym is "RWF's".
                if (word.Length > 2 && word[^2] is '\'' or '’')
                    Lower(word[^1..]);
                break;
        }
    }

    private static void Lower(Span<char> word)
    {
        foreach (ref char c in word)
        {
            char small = char.ToLowerInvariant(c);
            // "ẞ" and "İ" would not come back.
            if (char.ToUpperInvariant(small) == c)
                c = small;
        }
    }

    private static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouy");
    private static readonly HashSet<string> s_linking = new(["of", "the", "and", "for", "in", "to", "on", "de", "la", "el", "y", "del", "los", "las"], StringComparer.Ordinal);
    private static readonly string[] s_endings = ["s", "es", "ed", "d", "ing", "ly", "ies", "ness", "er", "ers", "or", "ors", "ment", "able", "less", "ship", "hood", "like", "ism", "ists", "ist", "al", "ally", "ation", "ations", "ization", "ized", "izing"];
    private static readonly string[] s_openings = ["un", "re", "dis", "non", "anti", "counter", "over", "under", "out", "mis", "pre", "self", "co"];
}
