using System.Globalization;
using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>A number read from tokens.</summary>
/// <param name="End">Index after its last token.</param>
/// <param name="Value">Its value; for vague words the least.</param>
/// <param name="Vague">Whether a vague word ("dozens") is in it.</param>
/// <param name="Words">Whether it is written in words only.</param>
internal readonly record struct NumberRead(int End, decimal Value, bool Vague, bool Words);

/// <summary>Reads numbers in digits, words and both: "4,200", "1.2 million", "twenty-three", "half a million", "tens of thousands".</summary>
internal sealed class NumberReader
{
    // Nothing counted in news is larger; it keeps hostile digits out of the arithmetic.
    private const decimal Largest = 1_000_000_000_000_000m;

    private readonly Dictionary<string, (string Kind, decimal Value)> _words = new(StringComparer.Ordinal);

    public NumberReader(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("quantity-numbers").Rows)
            _words[row[0]] = (row[1], decimal.Parse(row[2], NumberStyles.None, CultureInfo.InvariantCulture));
    }

    /// <summary>The value of an ordinal: "third", "22nd"; null for anything else.</summary>
    public int? Ordinal(string lower)
    {
        if (_words.TryGetValue(lower, out (string Kind, decimal Value) word))
            return word.Kind == "ordinal" ? (int)word.Value : null;
        int digits = 0;
        while (digits < lower.Length && char.IsAsciiDigit(lower[digits]))
            digits++;
        return digits is > 0 and < 7 && lower[digits..] is "st" or "nd" or "rd" or "th"
            ? int.Parse(lower.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>Reads a number that begins at <paramref name="at"/>; null where there is none.</summary>
    public NumberRead? Read(IReadOnlyList<Token> tokens, int at, int end)
    {
        string word = tokens[at].Lower;
        if (word.Length == 0)
            return null;
        if (char.IsAsciiDigit(word[0]) || (word[0] == '.' && word.Length > 1))
        {
            (string digits, int next) = Grouped(tokens, at, end);
            return Digits(digits) is { } value ? Scaled(tokens, next, end, value, false) : null;
        }
        if (word == "half" && Is(tokens, at + 1, end, "a") && Kind(tokens, at + 2, end) == "scale")
            return new NumberRead(at + 3, 0.5m * _words[tokens[at + 2].Lower].Value, false, true);
        if (word is "a" or "an" or "one" && Is(tokens, at + 1, end, "half") && Kind(tokens, at + 2, end) == "scale")
            return new NumberRead(at + 3, 0.5m * _words[tokens[at + 2].Lower].Value, false, true);
        if (word == "a" && Kind(tokens, at + 1, end) == "scale" && !Is(tokens, at + 1, end, "score"))
            return InWords(tokens, at + 1, end, 1);
        if (word == "a" && at + 1 < end && tokens[at + 1].Lower is "few" or "handful" or "couple")
            return VagueWord(tokens, at + 1, end);
        // "some" and "the" before a vague word belong to the comparator or the noun phrase, not to the number.
        return Kind(tokens, at, end) switch
        {
            "vague" => VagueWord(tokens, at, end),
            "unit" or "tens" => InWords(tokens, at, end, 0),
            null => Hyphened(word) is { } compound ? Scaled(tokens, at + 1, end, compound, true) : null,
            _ => null,
        };
    }

    /// <summary>"14 000" and "1 250 300": digits in groups of three, one blank between them.</summary>
    private static (string Digits, int Next) Grouped(IReadOnlyList<Token> tokens, int at, int end)
    {
        string digits = tokens[at].Lower;
        int next = at + 1;
        if (digits.Length > 3 || digits[0] == '0' || !digits.All(char.IsAsciiDigit) || (at > 0 && char.IsAsciiDigit(tokens[at - 1].Lower[^1]) && tokens[at - 1].Span.End + 1 == tokens[at].Span.Start))
            return (digits, next);
        while (next < end && tokens[next].Lower.Length == 3 && tokens[next].Lower.All(char.IsAsciiDigit) && tokens[next].Span.Start == tokens[next - 1].Span.End + 1 && digits.Length < 15)
            digits += tokens[next++].Lower;
        // "in wards 101 102 103" is a list.
        return next == at + 1 || (digits.Length == 3 * (next - at) && next - at > 2) ? (tokens[at].Lower, at + 1) : (digits, next);
    }

    /// <summary>The value of digits with thousands separators, decimals and a scale letter ("4,200", "1.5", "3bn"); null for other shapes.</summary>
    public decimal? Digits(string word)
    {
        int digits = 0;
        while (digits < word.Length && (char.IsAsciiDigit(word[digits]) || word[digits] is ',' or '.'))
            digits++;
        decimal scale = 1;
        if (digits < word.Length)
        {
            if (!_words.TryGetValue(word[digits..], out (string Kind, decimal Value) suffix) || suffix.Kind != "suffix")
                return null;
            scale = suffix.Value;
        }
        string plain = word[..digits].TrimEnd('.').Replace(",", "", StringComparison.Ordinal);
        return plain.Length is > 0 and <= 18
            && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            && value * scale <= Largest
            ? value * scale
            : null;
    }

    /// <summary>Whether the word is one of the lexicon of numbers.</summary>
    public bool Knows(string lower) => _words.ContainsKey(lower);

    /// <summary>The value of a small number word or hyphenated one ("twenty-three"); null for anything else.</summary>
    public decimal? Word(string lower) =>
        _words.TryGetValue(lower, out (string Kind, decimal Value) word) && word.Kind is "unit" or "tens" ? word.Value : Hyphened(lower);

    private decimal? Hyphened(string word)
    {
        int hyphen = word.IndexOf('-', StringComparison.Ordinal);
        if (hyphen <= 0)
            return null;
        if (!_words.TryGetValue(word[..hyphen], out (string Kind, decimal Value) tens) || tens.Kind != "tens")
            return null;
        return _words.TryGetValue(word[(hyphen + 1)..], out (string Kind, decimal Value) unit) && unit.Kind == "unit" && unit.Value is > 0 and < 10
            ? tens.Value + unit.Value
            : null;
    }

    private NumberRead? VagueWord(IReadOnlyList<Token> tokens, int at, int end)
    {
        string word = tokens[at].Lower;
        decimal least = _words[word].Value;
        int next = at + 1;
        if (word is "couple" or "handful")
        {
            if (word == "couple" && !(at > 0 && tokens[at - 1].Lower is "a" or "last" or "past" or "first" or "next"))
                return null;
            return new NumberRead(next, least, word != "couple", true);
        }
        // "few" alone denies a number ("few believed"); "a few" gives one.
        if (word == "few" && !(at > 0 && tokens[at - 1].Lower is "a" or "last" or "past" or "next" or "these" or "those"))
            return null;
        if (word is "several" or "few" && Kind(tokens, next, end) == "scale" && tokens[next].Lower != "score")
            return new NumberRead(next + 1, 2 * _words[tokens[next].Lower].Value, true, true);
        // "tens of thousands", "hundreds of thousands", "tens and hundreds" keeps the first.
        while (Is(tokens, next, end, "of") && Kind(tokens, next + 1, end) == "vague" && tokens[next + 1].Lower is "thousands" or "hundreds" or "millions" or "billions")
        {
            least = Math.Min(Largest, least * _words[tokens[next + 1].Lower].Value);
            next += 2;
        }
        return new NumberRead(next, least, true, true);
    }

    private NumberRead? InWords(IReadOnlyList<Token> tokens, int at, int end, decimal first)
    {
        decimal total = 0, group = first;
        int next = at;
        bool any = first > 0, afterUnit = false, afterTens = false;
        while (next < end)
        {
            string word = tokens[next].Lower;
            if (word == "and" && any && next + 1 < end && tokens[next - 1].Lower is "hundred" or "thousand" or "million"
                && (Kind(tokens, next + 1, end) is "unit" or "tens" || Hyphened(tokens[next + 1].Lower) is not null))
            {
                next++;
                continue;
            }
            string? kind = Kind(tokens, next, end);
            decimal value = kind is null ? Hyphened(word) ?? -1 : _words[word].Value;
            if (kind == "scale" && any)
            {
                if (word == "score")
                    break;
                group = Math.Min(Largest, Math.Max(group, 1) * value);
                if (value >= 1000 || value == 12)
                    (total, group) = (total + group, 0);
                (afterUnit, afterTens) = (false, false);
            }
            else if ((kind == "unit" || (kind is null && value >= 0)) && !afterUnit && (!afterTens || (kind == "unit" && value < 10)))
            {
                (group, afterUnit, any) = (group + value, true, true);
            }
            else if (kind == "tens" && !afterUnit && !afterTens)
            {
                (group, afterTens, any) = (group + value, true, true);
            }
            else
            {
                break;
            }
            next++;
        }
        return any && next > at ? new NumberRead(next, Math.Min(Largest, total + group), false, true) : null;
    }

    private NumberRead Scaled(IReadOnlyList<Token> tokens, int next, int end, decimal value, bool words)
    {
        while (Kind(tokens, next, end) == "scale" && tokens[next].Lower != "score")
        {
            value = Math.Min(Largest, value * _words[tokens[next].Lower].Value);
            next++;
        }
        return new NumberRead(next, value, false, words);
    }

    private string? Kind(IReadOnlyList<Token> tokens, int at, int end) =>
        at < end && _words.TryGetValue(tokens[at].Lower, out (string Kind, decimal Value) word) ? word.Kind : null;

    private static bool Is(IReadOnlyList<Token> tokens, int at, int end, string word) => at < end && tokens[at].Lower == word;
}
