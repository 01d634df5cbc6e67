using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Finds where the sentences of a paragraph end. Looks at a bounded number of tokens around each stop.</summary>
internal sealed class SentenceSplitter(Abbreviations abbreviations)
{
    // A paragraph without stops is cut here, so that later stages never meet a sentence of unbounded length.
    private const int LongestSentence = 400;

    // Words that open sentences much more often than they stand, capitalised, after an abbreviation or an ellipsis.
    private static readonly HashSet<string> s_starters = new(StringComparer.Ordinal)
    {
        "a", "according", "after", "all", "also", "although", "an", "and", "another", "as", "asked", "at", "authorities", "because", "before", "both", "but", "by",
        "despite", "during", "each", "earlier", "even", "every", "few", "for", "four", "from", "he", "her", "his", "how", "however", "i", "if", "in", "instead", "it", "its",
        "last", "local", "many", "meanwhile", "more", "most", "my", "no", "not", "nor", "now", "of", "officials", "on", "once", "one", "only", "or", "other", "others", "our", "over", "police",
        "several", "she", "since", "so", "some", "soon", "still", "such", "that", "the", "their", "then", "there", "these", "they", "this", "those", "though", "three", "to", "two",
        "under", "until", "we", "what", "when", "where", "whether", "while", "who", "why", "with", "without", "witnesses", "yet", "you",
    };

    private static readonly HashSet<string> s_reporting = new(StringComparer.Ordinal)
    {
        "said", "says", "asked", "asks", "told", "added", "adds", "wrote", "writes", "shouted", "cried", "replied", "tweeted", "posted", "continued", "explained", "warned", "wondered", "yelled", "chanted",
    };

    /// <summary>
    /// Appends to <paramref name="ends"/> the index after the last token of each sentence of the tokens
    /// <paramref name="first"/> to <paramref name="end"/> (not included), which make up one paragraph of <paramref name="text"/>.
    /// </summary>
    public void Split(string text, IReadOnlyList<TextSpan> tokens, int first, int end, List<int> ends)
    {
        int start = first;
        int at = first;
        while (at < end)
        {
            int after = at + 1;
            if (IsStop(text, tokens[at]))
            {
                bool closed = false;
                while (after < end && tokens[after].Start == tokens[after - 1].End && IsClosing(text, tokens, after, end))
                {
                    closed |= text[tokens[after].Start] is not (')' or ']');
                    after++;
                }
                if (after < end && Ends(text, tokens, at, after, end, closed))
                {
                    ends.Add(after);
                    start = after;
                }
            }
            if (after - start >= LongestSentence && after < end)
            {
                ends.Add(after);
                start = after;
            }
            at = after;
        }
        if (end > start)
            ends.Add(end);
    }

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
        // A straight single quote closes only where a blank follows.
        return c == '\'' && tokens[at].Length == 1 && (at + 1 == end || tokens[at + 1].Start > tokens[at].End);
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
        if (!blank && !(char.IsUpper(first) && tokens[word].Length > 1 && (closed || opened || IsLowerWord(text, tokens, stop - 1))))
            return false;
        if (!char.IsLetterOrDigit(first) && !opened && first is not ('$' or '€' or '£' or '@' or '#' or '-' or '–' or '—' or '•' or '*' or '…'))
            return false;
        TextSpan token = tokens[stop];
        char mark = text[token.End - 1];
        if (mark is '!' or '?')
            return !closed || !SpeakerFollows(text, tokens, word, end);
        string lower = Lower(text, tokens[word]);
        if (mark == '…' || (token.Length > 1 && text[token.Start] == '.') || IsSpacedEllipsis(text, tokens, stop))
            return closed || opened || s_starters.Contains(lower);
        if (token.Length == 1)
            return true;
        bool starter = opened || s_starters.Contains(lower);
        string spelled = token.Of(text);
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
        text[token.Start] is '“' or '‘' or '"' or '\'' or '„' or '«' or '(' or '[' && token.Length == 1;

    private static bool IsLowerWord(string text, IReadOnlyList<TextSpan> tokens, int at) =>
        at >= 0 && tokens[at].Length > 1 && char.IsLower(text[tokens[at].Start]) && char.IsLower(text[tokens[at].End - 1]);

    private static bool IsCapital(string text, IReadOnlyList<TextSpan> tokens, int at) => at >= 0 && char.IsUpper(text[tokens[at].Start]);

    // ". . ." is three tokens.
    private static bool IsSpacedEllipsis(string text, IReadOnlyList<TextSpan> tokens, int stop) =>
        stop > 0 && tokens[stop].Length == 1 && text[tokens[stop].Start] == '.' && tokens[stop - 1].Length == 1 && text[tokens[stop - 1].Start] == '.';

    // “Why now?” Smith asked.
    private static bool SpeakerFollows(string text, IReadOnlyList<TextSpan> tokens, int at, int end)
    {
        int limit = Math.Min(end, at + 5);
        for (int i = at; i < limit; i++)
        {
            if (s_reporting.Contains(Lower(text, tokens[i])))
                return i > at || char.IsLower(text[tokens[i].Start]);
        }
        return false;
    }

    private static string Lower(string text, TextSpan token) =>
        token.Length > 16 ? "" : text.Substring(token.Start, token.Length).ToLowerInvariant();
}
