using System.Collections.Frozen;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>
/// What the marks alone say of a possible sentence end: the rules a careful typist keeps. The trained model weighs their verdict with all
/// else that it sees.
/// </summary>
internal sealed class SentenceEndRules(Abbreviations abbreviations)
{
    // Words that open sentences much more often than they stand, capitalised, after an abbreviation or an ellipsis.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_starters = Words(
    [
        "a", "according", "after", "all", "also", "although", "an", "and", "another", "as", "asked", "at", "authorities", "because", "before", "both", "but", "by",
        "despite", "during", "each", "earlier", "even", "every", "few", "for", "four", "from", "he", "her", "his", "how", "however", "i", "if", "in", "instead", "it", "its",
        "last", "local", "many", "meanwhile", "more", "most", "my", "no", "not", "nor", "now", "of", "officials", "on", "once", "one", "only", "or", "other", "others", "our", "over", "police",
        "several", "she", "since", "so", "some", "soon", "still", "such", "that", "the", "their", "then", "there", "these", "they", "this", "those", "though", "three", "to", "two",
        "under", "until", "we", "what", "when", "where", "whether", "while", "who", "why", "with", "without", "witnesses", "yet", "you",
    ]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_reporting = Words(
    [
        "said", "says", "asked", "asks", "told", "added", "adds", "wrote", "writes", "shouted", "cried", "replied", "tweeted", "posted", "continued", "explained", "warned", "wondered", "yelled", "chanted",
    ]);

    /// <summary>Whether the rules end a sentence behind token <paramref name="last"/>, of the tokens from <paramref name="first"/> to <paramref name="end"/>.</summary>
    public bool Ends(string text, IReadOnlyList<TextSpan> tokens, int first, int last, int end)
    {
        // A closing mark belongs to what it closes.
        if (last + 1 >= end || (tokens[last + 1].Start == tokens[last].End && IsClosing(text, tokens, last + 1, end)))
            return false;
        if (IsSmile(text, tokens[last]))
            return tokens[last + 1].Start > tokens[last].End && char.IsUpper(text[tokens[last + 1].Start]);
        int stop = last;
        bool closed = false;
        // Behind a stop its closing marks may follow.
        while (stop > first && stop > last - 4 && !IsStop(text, tokens[stop]) && tokens[stop].Start == tokens[stop - 1].End && IsClosing(text, tokens, stop, end))
        {
            closed |= text[tokens[stop].Start] is not (')' or ']');
            stop--;
        }
        return IsStop(text, tokens[stop]) && Ends(text, tokens, stop, last + 1, end, closed);
    }

    // Writers who smile put no stop: "We won :) Thanks".
    private static bool IsSmile(string text, TextSpan token) =>
        token.Length is 2 or 3 && text[token.Start] is ':' or ';' or '=' && text[token.End - 1] is ')' or '(' or 'D' or 'P' or ']';

    private static bool IsStop(string text, TextSpan token)
    {
        char last = text[token.End - 1];
        if (last is '!' or '?' or '…' or '。')
            return true;
        return last == '.' && (token.Length == 1 || text[token.Start] == '.' || char.IsLetter(text[token.Start]));
    }

    private static bool IsClosing(string text, IReadOnlyList<TextSpan> tokens, int at, int end)
    {
        char c = text[tokens[at].Start];
        if (c is '”' or '’' or '»' or ')' or ']' or '"')
            return true;
        // A straight single quote, or two for a double one, closes only where a blank follows.
        return c == '\'' && (tokens[at].Length == 1 || IsTypewritten(text, tokens[at])) && (at + 1 == end || tokens[at + 1].Start > tokens[at].End);
    }

    private bool Ends(string text, IReadOnlyList<TextSpan> tokens, int stop, int next, int end, bool closed)
    {
        int word = next;
        while (word < end && word < next + 3 && IsOpening(text, tokens[word]))
            word++;
        if (word >= end)
            return false;
        char first = text[tokens[word].Start];
        bool blank = tokens[next].Start > tokens[next - 1].End;
        bool opened = word > next;
        if (char.IsLower(first) && !opened)
            return false;
        if (!blank && !(char.IsUpper(first) && tokens[word].Length > 1 && (closed || opened || IsPlainWord(text, tokens, stop - 1))))
            return false;
        if (!char.IsLetterOrDigit(first) && !opened && first is not ('$' or '€' or '£' or '@' or '#' or '-' or '–' or '—' or '•' or '*' or '…'))
            return false;
        TextSpan token = tokens[stop];
        char mark = text[token.End - 1];
        if (mark is '!' or '?')
            return !closed || !SpeakerFollows(text, tokens, word, end);
        bool starts = IsStarter(text, tokens[word]);
        if (mark == '…' || (token.Length > 1 && text[token.Start] == '.') || IsSpacedEllipsis(text, tokens, stop))
            return closed || opened || starts;
        if (token.Length == 1)
            return true;
        bool starter = opened || starts;
        ReadOnlySpan<char> spelled = text.AsSpan(token.Start, token.Length);
        return abbreviations.Kind(spelled) switch
        {
            AbbreviationKind.Title => false,
            AbbreviationKind.BeforeNumber => char.IsLetter(first) && starter,
            AbbreviationKind.Other => starter,
            // Initials ("J."), "U.S.", "p.m."
            _ => starter && (token.Length > 2 || !IsCapital(text, tokens, stop - 1)),
        };
    }

    private static bool IsOpening(string text, TextSpan token) =>
        text[token.Start] is '“' or '‘' or '"' or '\'' or '„' or '«' or '(' or '[' && token.Length == 1 || IsTypewritten(text, token);

    // ''Two single marks.''
    private static bool IsTypewritten(string text, TextSpan token) =>
        token.Length == 2 && text[token.Start] is '\'' or '`' && text[token.Start + 1] == text[token.Start];

    private static bool IsPlainWord(string text, IReadOnlyList<TextSpan> tokens, int at) =>
        at >= 0 && ((tokens[at].Length > 1 && char.IsLower(text[tokens[at].Start]) && char.IsLower(text[tokens[at].End - 1])) || char.IsAsciiDigit(text[tokens[at].End - 1]));

    private static bool IsCapital(string text, IReadOnlyList<TextSpan> tokens, int at) => at >= 0 && char.IsUpper(text[tokens[at].Start]);

    // ". . ." is three tokens.
    private static bool IsSpacedEllipsis(string text, IReadOnlyList<TextSpan> tokens, int stop) =>
        stop > 0 && tokens[stop].Length == 1 && text[tokens[stop].Start] == '.' && tokens[stop - 1].Length == 1 && text[tokens[stop - 1].Start] == '.';

    // “Why now?” Smith asked.
    internal static bool SpeakerFollows(string text, IReadOnlyList<TextSpan> tokens, int at, int end)
    {
        int limit = Math.Min(end, at + 5);
        for (int i = at; i < limit && !IsStop(text, tokens[i]); i++)
        {
            if (Has(s_reporting, text, tokens[i]))
                return i > at || char.IsLower(text[tokens[i].Start]);
        }
        return false;
    }

    /// <summary>Whether <paramref name="token"/> is a word that opens sentences much more often than it stands, capitalised, inside one.</summary>
    public static bool IsStarter(string text, TextSpan token) => Has(s_starters, text, token);

    private static bool Has(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words, string text, TextSpan token)
    {
        Span<char> lower = stackalloc char[16];
        if (token.Length > lower.Length)
            return false;
        int length = text.AsSpan(token.Start, token.Length).ToLowerInvariant(lower);
        return words.Contains(lower[..length]);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string[] words) =>
        words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
