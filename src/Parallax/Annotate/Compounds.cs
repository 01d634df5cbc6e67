using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>
/// Joins words to the tokens that the finders of names, numbers and events work on. Treebanks cut "Anne-Marie", "140-mile" and "5km"
/// into several words, and so does whatever reads sentences by them; a finder needs the name or the measure in one piece.
/// </summary>
internal static class Compounds
{
    private static readonly string[] s_months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>Appends the tokens that the words <paramref name="first"/> to <paramref name="end"/> (not included) make up.</summary>
    public static void Join(string text, IReadOnlyList<TextSpan> words, int first, int end, List<TextSpan> tokens)
    {
        int at = first;
        while (at < end)
        {
            int last = at;
            while (true)
            {
                if (JoinsByHyphen(text, words, at, last, end))
                    last += 2;
                else if (IsUnitOf(text, words, at, last, end))
                    last++;
                else
                    break;
            }
            tokens.Add(TextSpan.FromBounds(words[at].Start, words[last].End));
            at = last + 1;
        }
    }

    private static bool JoinsByHyphen(string text, IReadOnlyList<TextSpan> words, int start, int last, int end)
    {
        if (last + 2 >= end || words[last + 1].Length != 1 || text[words[last + 1].Start] is not ('-' or '\u2010' or '\u2011')
            || words[last + 1].Start != words[last].End || words[last + 2].Start != words[last + 1].End)
            return false;
        // A clitic ends its word: "the state's-rights party" is cut there.
        if (!char.IsLetterOrDigit(text[words[last].Start]) || !char.IsLetterOrDigit(text[words[last].End - 1])
            || !char.IsLetterOrDigit(text[words[last + 2].Start]) || IsNot(text, words[last]))
            return false;
        TextSpan left = TextSpan.FromBounds(words[start].Start, words[last].End), right = words[last + 2];
        // "10-15" is two numbers and "19:00-21:30" two times, "9-mm" one measure.
        if (char.IsAsciiDigit(text[right.Start]) && IsFigure(text, left))
            return false;
        // "May 1985-June 1987" runs from one month to another.
        return !(left.Length == 4 && IsFigure(text, left) && IsMonth(right.Of(text)));
    }

    private static bool IsUnitOf(string text, IReadOnlyList<TextSpan> words, int start, int last, int end)
    {
        if (last + 1 >= end || words[last + 1].Start != words[last].End || !char.IsAsciiDigit(text[words[start].Start]))
            return false;
        TextSpan next = words[last + 1];
        if (text[words[last].Start] == 'x' && words[last].Length == 1)
            return char.IsAsciiDigit(text[next.Start]);
        return char.IsAsciiDigit(text[words[last].End - 1]) && char.IsLetter(text[next.Start]) && text[next.End - 1] != '.';
    }

    private static bool IsNot(string text, TextSpan word) => word.Length == 3 && Tokenizer.IsApostrophe(text[word.Start + 1]);

    private static bool IsMonth(string word) => word.Length > 2 && char.IsUpper(word[0]) && Array.Exists(s_months, month =>
        word == month || (word.TrimEnd('.') is { Length: 3 or 4 } cut && month.StartsWith(cut, StringComparison.Ordinal)));

    private static bool IsFigure(string text, TextSpan span)
    {
        for (int i = span.Start; i < span.End; i++)
        {
            if (!(char.IsAsciiDigit(text[i]) || text[i] is ',' or '.' or ':'))
                return false;
        }
        return true;
    }
}
