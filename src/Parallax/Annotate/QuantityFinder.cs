using System.Globalization;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Finds the numbers that a report states, what bounds them, what kind they are and which noun they count.</summary>
internal sealed class QuantityFinder
{
    private readonly NumberReader _numbers;
    private readonly QuantityWords _words;

    public QuantityFinder(LanguageData data)
    {
        _numbers = new NumberReader(data);
        _words = new QuantityWords(data);
    }

    /// <summary>The numbers of all sentences of <paramref name="report"/>; numbers inside its times are none.</summary>
    public IReadOnlyList<QuantityMention> Find(AnnotatedReport report)
    {
        List<QuantityMention> mentions = [];
        int time = 0;
        foreach (Sentence sentence in report.Sentences)
        {
            int at = sentence.FirstToken;
            while (at < sentence.EndToken)
            {
                TextSpan span = report.Tokens[at].Span;
                while (time < report.Times.Count && report.Times[time].Span.End <= span.Start)
                    time++;
                bool inTime = time < report.Times.Count && report.Times[time].Expression is not Stretch && report.Times[time].Span.Overlaps(span);
                (QuantityMention Mention, int End)? found = inTime ? null : Read(report, sentence, at, time);
                if (found is { } quantity)
                {
                    mentions.Add(quantity.Mention);
                    at = quantity.End;
                }
                else
                {
                    at++;
                }
            }
        }
        return mentions;
    }

    private (QuantityMention Mention, int End)? Read(AnnotatedReport report, Sentence sentence, int at, int time)
    {
        IReadOnlyList<Token> tokens = report.Tokens;
        // A time that begins inside the sentence ends what can be read here ("some 20 on May 5").
        int end = sentence.EndToken;
        for (int i = time; i < report.Times.Count && report.Times[i].Sentence == sentence.Index; i++)
        {
            if (report.Times[i].Expression is Stretch || report.Times[i].Span.End <= tokens[at].Span.Start)
                continue;
            while (end > at + 1 && tokens[end - 1].Span.End > report.Times[i].Span.Start)
                end--;
            break;
        }
        int numberAt = at;
        Comparator comparator = Comparator.Exactly;
        bool compared = false;
        while (_words.Before(tokens, numberAt, end) is { } before)
        {
            if (!compared || comparator is Comparator.Exactly)
                comparator = before.Comparator;
            (compared, numberAt) = (true, before.End);
            if (numberAt >= end)
                return null;
        }
        if (numberAt < end && tokens[numberAt].Lower == "between" && Number(tokens, numberAt + 1, end) is { } first && first.End + 1 < end && tokens[first.End].Lower == "and"
            && Number(tokens, first.End + 1, end) is { } second && second.Value >= first.Value)
            return Build(report, sentence, at, numberAt + 1, second.End, first.Value * SharedScale(tokens, first, second), second.Value, Comparator.Exactly, false, end, true);
        return WithNumber(report, sentence, at, numberAt, end, comparator, compared);
    }

    private (QuantityMention Mention, int End)? WithNumber(AnnotatedReport report, Sentence sentence, int at, int numberAt, int end, Comparator comparator, bool compared)
    {
        IReadOnlyList<Token> tokens = report.Tokens;
        if (!compared && (Compound(report, sentence, at, end) ?? Ordinal(report, sentence, at) ?? Name(report, sentence, at)) is { } special)
            return special;
        if (compared && Compound(report, sentence, numberAt, end) is { } bounded)
        {
            (decimal low, decimal? high) = QuantityBounds.Of(bounded.Mention.Low, comparator);
            TextSpan whole = tokens[at].Span.Union(bounded.Mention.Span);
            return (bounded.Mention with { Span = whole, Comparator = comparator, Low = low, High = high }, bounded.End);
        }
        int figureAt = numberAt;
        bool currency = _words.Unit(tokens[figureAt].Lower) is { Kind: QuantityKind.Money } && !char.IsLetter(tokens[figureAt].Text[^1]) && figureAt + 1 < end;
        if (currency)
            figureAt++;
        if (Number(tokens, figureAt, end) is not { } number)
            return null;
        if (!compared && !currency && !Counts(tokens, sentence, figureAt, number, end))
            return null;
        int next = number.End;
        // "from 14 to 21", "rose by seven to 45": two numbers, no range.
        bool from = at > sentence.FirstToken && (tokens[at - 1].Lower == "from" || (tokens[at - 1].Lower == "by" && at > sentence.FirstToken + 1 && tokens[at - 2].Lemma is "rise" or "climb" or "increase" or "grow" or "jump" or "fall" or "drop" or "up"));
        if (!from && next + 1 < end && tokens[next].Lower is "to" or "-" or "or" && !number.Vague)
        {
            int other = next + 1 < end && _words.Unit(tokens[next + 1].Lower) is { Kind: QuantityKind.Money } && next + 2 < end ? next + 2 : next + 1;
            bool joined = tokens[next].Lower != "-" || tokens[next].Span.Start == tokens[next - 1].Span.End;
            if (joined && Number(tokens, other, end) is { Vague: false } last && last.Value > number.Value && (tokens[next].Lower != "or" || last.Value - (number.Value * SharedScale(tokens, number, last)) <= number.Value * SharedScale(tokens, number, last)))
                return Build(report, sentence, at, figureAt, last.End, number.Value * SharedScale(tokens, number, last), last.Value, comparator, false, end, true);
            // "won 3-1"
            if (joined && tokens[next].Lower == "-" && Number(tokens, other, end) is { Vague: false } less)
                return (Mention(tokens, sentence, at, figureAt, less.End, less.End, number.Value, number.Value, Comparator.Exactly, false, QuantityKind.Label, null, -1), less.End);
        }
        return Build(report, sentence, at, figureAt, next, number.Value, null, comparator, number.Vague, end, false);
    }

    // "5 to 6 million": the scale belongs to both.
    private static decimal SharedScale(IReadOnlyList<Token> tokens, NumberRead first, NumberRead last)
    {
        string scale = tokens[last.End - 1].Lower;
        // "70 to 80,000"
        if (scale.EndsWith(",000", StringComparison.Ordinal) && first.Value < 1000 && first.Value <= last.Value / 1000)
            return 1000;
        return scale is "million" or "billion" or "thousand" or "hundred" && tokens[first.End - 1].Lower != scale && first.Value < 1000
            ? scale switch { "million" => 1_000_000, "billion" => 1_000_000_000, "thousand" => 1000, _ => 100 }
            : 1;
    }

    private NumberRead? Number(IReadOnlyList<Token> tokens, int at, int end)
    {
        if (at >= end)
            return null;
        if (_numbers.Read(tokens, at, end) is not { } number)
            return null;
        return number;
    }

    // Whether the words at hand give a number at all: "one" and "scores" often do not.
    private static bool Counts(IReadOnlyList<Token> tokens, Sentence sentence, int at, NumberRead number, int end)
    {
        string word = tokens[at].Lower;
        string next = number.End < sentence.EndToken ? tokens[number.End].Lower : "";
        if (word is "scores" or "tens" && number.End == at + 1)
            return next == "of";
        if (word == "multiple" || word == "numerous" || word == "several")
            return QuantityHead.Find(tokens, number.End, end) >= 0;
        if (word != "one" || number.End > at + 1)
            return true;
        string before = at > sentence.FirstToken ? tokens[at - 1].Lower : "";
        if (before is "no" or "any" or "every" or "this" or "that" or "another" or "each" or "which" or "the" or "or")
            return false;
        if (next == "of")
            return true;
        if (next is "day" or "another" or "thing" or "way" or "hand" or "side" or "reason" or "point" or "time")
            return false;
        int head = QuantityHead.Find(tokens, number.End, end);
        if (head >= 0)
            return tokens[head].Lemma == tokens[head].Lower || tokens[head].Tag == Upos.Propn;
        return number.End < end && tokens[number.End].Lower is "killed" or "injured" or "wounded" or "dead" or "missing" or "arrested" or "detained" or "hurt" or "fatally" or "critically" or "seriously" or "mortally" or "severely" or "gravely";
    }

    private (QuantityMention Mention, int End) Build(
        AnnotatedReport report, Sentence sentence, int at, int numberAt, int numberEnd, decimal value, decimal? upper, Comparator comparator, bool vague, int end, bool range)
    {
        IReadOnlyList<Token> tokens = report.Tokens;
        int spanEnd = numberEnd;
        if (comparator == Comparator.Exactly && numberEnd < end && _words.After(tokens, numberEnd, end) is { } after)
            (comparator, spanEnd) = (after.Comparator, after.End);
        else if (numberEnd < end && tokens[numberEnd].Text == "+" && tokens[numberEnd].Span.Start == tokens[numberEnd - 1].Span.End)
            (comparator, spanEnd) = (Comparator.AtLeast, numberEnd + 1);
        bool money = numberAt > 0 && _words.Unit(tokens[numberAt - 1].Lower) is { Kind: QuantityKind.Money } && !char.IsLetter(tokens[numberAt - 1].Text[^1]);
        QuantityKind kind = QuantityKind.Count;
        string? unit = null;
        int head = -1;
        if (money)
        {
            (kind, unit) = (QuantityKind.Money, _words.Unit(tokens[numberAt - 1].Lower)?.Unit);
        }
        else if (IsAge(tokens, sentence, at, numberAt, ref spanEnd, value, end))
        {
            (kind, unit) = (QuantityKind.Age, "year");
        }
        else if (_words.Unit(tokens, SkipMore(tokens, spanEnd, end), end) is { } measured)
        {
            (kind, unit, spanEnd) = (measured.Kind, measured.Unit, measured.End);
        }
        else if (IsMetres(tokens, numberAt, numberEnd, end))
        {
            (kind, unit, value) = (QuantityKind.Distance, "metre", value / 1_000_000);
        }
        else if (IsNameNumber(tokens, sentence, at, numberAt, numberEnd))
        {
            kind = QuantityKind.Label;
        }
        else
        {
            head = QuantityHead.Find(tokens, spanEnd, end);
        }
        (decimal low, decimal? high) = range || upper is not null
            ? (value, upper)
            : vague ? QuantityBounds.OfVague(value, comparator, tokens[numberEnd - 1].Lower) : QuantityBounds.Of(value, comparator);
        return (Mention(tokens, sentence, money && at == numberAt ? at - 1 : at, numberAt, numberEnd, spanEnd, low, high, comparator, vague, kind, unit, head), spanEnd);
    }

    private static int SkipMore(IReadOnlyList<Token> tokens, int at, int end) =>
        at + 1 < end && tokens[at].Lower is "more" or "additional" or "further" or "consecutive" or "straight" or "long" or "full" ? at + 1 : at;

    // "50m from the gate" is a distance, "50m people" a count.
    private static bool IsMetres(IReadOnlyList<Token> tokens, int at, int numberEnd, int end) =>
        numberEnd == at + 1 && tokens[at].Lower.EndsWith('m') && char.IsAsciiDigit(tokens[at].Lower[0]) && numberEnd < end
        && tokens[numberEnd].Lower is "from" or "away" or "wide" or "long" or "deep" or "high" or "tall" or "north" or "south" or "east" or "west" or "below" or "above" or "inside" or "off";

    private static bool IsAge(IReadOnlyList<Token> tokens, Sentence sentence, int at, int numberAt, ref int spanEnd, decimal value, int end)
    {
        if (value is < 0 or > 120 || value != decimal.Truncate(value))
            return false;
        string before = at > sentence.FirstToken ? tokens[at - 1].Lower : "";
        if (before is "aged" or "age" or "ages" || (before == "of" && at - 2 >= sentence.FirstToken && tokens[at - 2].Lower is "age" or "ages"))
            return true;
        // "his 12- and 10-year-old sons"
        if (spanEnd + 2 < sentence.EndToken && tokens[spanEnd].Text == "-" && tokens[spanEnd + 1].Lower is "and" or "or" or "to" && tokens[spanEnd + 2].Lower.EndsWith("-old", StringComparison.Ordinal))
            return true;
        if (spanEnd + 1 < end && tokens[spanEnd].Lower is "years" or "year" or "months" && tokens[spanEnd + 1].Lower is "old" or "of" && (tokens[spanEnd + 1].Lower == "old" || (spanEnd + 2 < end && tokens[spanEnd + 2].Lower == "age")))
        {
            spanEnd += tokens[spanEnd + 1].Lower == "old" ? 2 : 3;
            return true;
        }
        // Anna Example, 23, was
        if (at != numberAt || at - 2 < sentence.FirstToken || !char.IsAsciiDigit(tokens[at].Text[0]) || value < 1)
            return false;
        string after = spanEnd < sentence.EndToken ? tokens[spanEnd].Text : "";
        if (IsListedAge(tokens, sentence, at, spanEnd))
            return true;
        return (before == "," && tokens[at - 2].Tag == Upos.Propn && after is "," or "." or ";" or ")")
            || (before == "(" && tokens[at - 2].Tag == Upos.Propn && after == ")");
    }

    // "two men, 18 and 20, were", "ages 3 and 5", "a woman, 19,": numbers set behind a noun for people, with nothing that they could count.
    private static bool IsListedAge(IReadOnlyList<Token> tokens, Sentence sentence, int at, int spanEnd)
    {
        int first = at;
        while (first - 2 >= sentence.FirstToken && tokens[first - 1].Lower is "and" or "," && IsAgeNumber(tokens[first - 2]))
            first -= 2;
        if (first - 3 >= sentence.FirstToken && tokens[first - 1].Lower == "and" && tokens[first - 2].Lower == "," && IsAgeNumber(tokens[first - 3]))
            first -= 3;
        int end = spanEnd;
        while (end + 1 < sentence.EndToken && tokens[end].Lower is "and" or "," && IsAgeNumber(tokens[end + 1]))
            end += 2;
        if (first - 1 >= sentence.FirstToken && tokens[first - 1].Lower is "aged" or "ages" or "age")
            return first < at || end > spanEnd;
        bool closed = end >= sentence.EndToken || tokens[end].Text is "," or "." or ";" or ")" or "—" or "–" or "-";
        return closed && first - 2 >= sentence.FirstToken && tokens[first - 1].Text is "," or "(" && tokens[first - 2].Tag is Upos.Noun or Upos.Propn
            && !(end < sentence.EndToken && tokens[end].Lower == "," && end + 1 < sentence.EndToken && tokens[end + 1].Tag == Upos.Num) && tokens[first - 2].Lower is not ("street" or "avenue" or "room" or "page" or "chapter")
            && (tokens[first - 2].Tag == Upos.Propn || tokens[first - 2].Xpos is "NN" or "NNS") && !tokens[first - 2].Lower.EndsWith("day", StringComparison.Ordinal);
    }

    private static bool IsAgeNumber(Token token) =>
        token.Text.Length is 1 or 2 && char.IsAsciiDigit(token.Text[0]) && char.IsAsciiDigit(token.Text[^1]) && token.Text != "0";

    // "Resolution 1860", "Boeing 737"; and a bare four-digit number that could be a year counts nothing.
    private bool IsNameNumber(IReadOnlyList<Token> tokens, Sentence sentence, int at, int numberAt, int numberEnd)
    {
        if (at != numberAt || !char.IsAsciiDigit(tokens[at].Text[0]) || numberEnd != at + 1)
            return false;
        bool noun = numberEnd < sentence.EndToken && tokens[numberEnd].Tag is Upos.Noun or Upos.Adj or Upos.Propn or Upos.Num;
        if (at > sentence.FirstToken)
        {
            Token before = tokens[at - 1];
            if (before.Text is "#" || (_words.IsLabel(before.Lower) && (!noun || char.IsUpper(before.Text[0]) || before.Lower is "no." or "no" or "number")))
                return true;
            // "Image 4 of 12 Rescuers at work": how many pictures there are counts nobody.
            if (before.Lower == "of" && at - 3 >= sentence.FirstToken && char.IsAsciiDigit(tokens[at - 2].Text[0]) && _words.IsLabel(tokens[at - 3].Lower))
                return true;
            if (before.Tag == Upos.Propn && !noun && char.IsUpper(before.Text[0]) && QuantityHead.Find(tokens, numberEnd, sentence.EndToken) < 0)
                return true;
            // "In 2019 people were killed": a year, whatever follows it.
            if (TimeDates.OpensSentence(before.Lower, at - 1 == sentence.FirstToken ? "" : "-", tokens[at]))
                return true;
            if (before.Lower is "in" or "since" && numberEnd < sentence.EndToken && tokens[numberEnd].Lower is "people" or "thousands" or "hundreds" or "dozens" && TimeDates.Year(tokens[at]) is >= 1900 and < 2100)
                return true;
        }
        return !noun && TimeDates.Year(tokens[at]) is >= 1800 && QuantityHead.Find(tokens, numberEnd, sentence.EndToken) < 0;
    }

    // 2,500-strong, 140-mile, 9-year-old, 40-day, 100-plus, 105mm, 10km
    private (QuantityMention Mention, int End)? Compound(AnnotatedReport report, Sentence sentence, int at, int end)
    {
        if (at >= end)
            return null;
        IReadOnlyList<Token> tokens = report.Tokens;
        Token token = tokens[at];
        string lower = token.Lower;
        int hyphen = lower.IndexOf('-', StringComparison.Ordinal);
        if (lower.Length != token.Text.Length || lower.Length < 3)
            return null;
        int cut = hyphen;
        decimal? value;
        if (hyphen > 0)
        {
            value = _numbers.Digits(lower[..hyphen]) ?? _numbers.Word(lower[..hyphen]);
            int second = lower.IndexOf('-', hyphen + 1);
            // twenty-three-year-old
            if (second > 0 && _numbers.Word(lower[..second]) is { } tens)
                (value, cut) = (tens, second);
            else if (_numbers.Word(lower) is not null)
                return null;
        }
        else
        {
            cut = 0;
            while (cut < lower.Length && (char.IsAsciiDigit(lower[cut]) || lower[cut] is ',' or '.'))
                cut++;
            if (cut == 0 || cut == lower.Length || _numbers.Digits(lower) is not null)
                return null;
            value = _numbers.Digits(lower[..cut]);
        }
        if (value is not { } number)
            return null;
        string rest = hyphen > 0 ? lower[(cut + 1)..] : lower[cut..];
        QuantityKind kind;
        string? unit = null;
        int head = -1;
        Comparator comparator = Comparator.Exactly;
        if (rest is "strong" or "odd" or "plus" or "some")
        {
            (kind, head) = (QuantityKind.Count, QuantityHead.Find(tokens, at + 1, end));
            comparator = rest switch { "odd" => Comparator.About, "plus" => Comparator.AtLeast, _ => Comparator.Exactly };
        }
        else if (rest is "year-old" or "year-olds" or "years-old")
        {
            (kind, unit) = (QuantityKind.Age, "year");
        }
        else if (rest is "month-old" or "months-old" or "week-old" or "weeks-old" or "day-old" or "days-old")
        {
            // The age of a baby, and no number of years.
            (kind, unit) = (QuantityKind.Age, rest[..rest.IndexOf('-', StringComparison.Ordinal)].TrimEnd('s'));
        }
        else if (_words.Unit(rest.Split('-')[0]) is { } known)
        {
            (kind, unit) = (known.Kind, known.Unit);
        }
        else if (hyphen > 0 || rest is "x" or "th")
        {
            kind = QuantityKind.Label;
        }
        else
        {
            return null;
        }
        TextSpan figure = new(token.Span.Start, cut);
        (decimal low, decimal? high) = QuantityBounds.Of(number, comparator);
        return (new QuantityMention(token.Span, figure, sentence.Index, low, high, comparator, false, kind, unit, head), at + 1);
    }

    private (QuantityMention Mention, int End)? Ordinal(AnnotatedReport report, Sentence sentence, int at)
    {
        Token token = report.Tokens[at];
        if (_numbers.Ordinal(token.Lower) is not { } ordinal || token.Tag is Upos.Verb)
            return null;
        // "a third of", "two thirds" are shares; "first" as an adverb orders nothing.
        Token? before = at > sentence.FirstToken ? report.Tokens[at - 1] : null;
        bool share = at + 1 < sentence.EndToken && report.Tokens[at + 1].Lower == "of" && before is { Lower: "a" or "one" };
        if (share || (token.Tag == Upos.Adv && !char.IsAsciiDigit(token.Lower[0])))
            return null;
        int end = at + 1;
        return (Mention(report.Tokens, sentence, at, at, end, end, ordinal, ordinal, Comparator.Exactly, false, QuantityKind.Ordinal, null, -1), end);
    }

    // A2, N1, G7, T-72, MH17
    private static (QuantityMention Mention, int End)? Name(AnnotatedReport report, Sentence sentence, int at)
    {
        string text = report.Tokens[at].Text;
        int letters = 0;
        while (letters < text.Length && letters < 6 && char.IsAsciiLetterUpper(text[letters]))
            letters++;
        int digits = letters < text.Length && text[letters] == '-' ? letters + 1 : letters;
        if (letters == 0 || digits >= text.Length || text.Length - digits > 6 || !text.AsSpan(digits).ContainsAnyInRange('0', '9') || text.AsSpan(digits).ContainsAnyExceptInRange('0', '9'))
            return null;
        int number = int.Parse(text.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture);
        TextSpan span = report.Tokens[at].Span;
        return (new QuantityMention(span, new TextSpan(span.Start + digits, text.Length - digits), sentence.Index, number, number, Comparator.Exactly, false, QuantityKind.Label, null, -1), at + 1);
    }

    private static QuantityMention Mention(
        IReadOnlyList<Token> tokens, Sentence sentence, int at, int numberAt, int numberEnd, int end, decimal low, decimal? high,
        Comparator comparator, bool vague, QuantityKind kind, string? unit, int head) =>
        new(TextSpan.FromBounds(tokens[at].Span.Start, tokens[end - 1].Span.End),
            TextSpan.FromBounds(tokens[numberAt].Span.Start, tokens[numberEnd - 1].Span.End),
            sentence.Index, Plain(low), high is { } most ? Plain(most) : null, comparator, vague, kind, unit, head);

    // 1.20 and 1.2 are one value: trailing noughts must not reach an id or a page.
    private static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;
}
