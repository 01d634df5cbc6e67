using System.Buffers;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>A stretch between quotation marks inside one paragraph.</summary>
/// <param name="Outer">With its marks.</param>
/// <param name="Inner">Without them.</param>
/// <param name="Paragraph">Index of the paragraph.</param>
/// <param name="Closed">Whether a closing mark was found; false where the quotation runs to the end of the paragraph.</param>
internal sealed record QuotedSpan(TextSpan Outer, TextSpan Inner, int Paragraph, bool Closed);

/// <summary>
/// Pairs quotation marks of all kinds, paragraph by paragraph, in one pass. A mark that is never closed bounds its quotation at the end of
/// the paragraph; nested quotations belong to the outer one.
/// </summary>
internal static class QuoteFinder
{
    private enum Mark
    {
        None,
        OpenDouble,
        CloseDouble,
        OpenSingle,
        CloseSingle,
    }

    private readonly record struct QuoteMark(int At, int Length, Mark Mark);

    private static readonly SearchValues<char> s_marks = SearchValues.Create("`\u201C\u201D\u201E\u00AB\u00BB\"\u2033\u2018\u2019'");

    /// <summary>The outermost quotations of <paramref name="report"/>, in text order.</summary>
    public static List<QuotedSpan> Find(Report report)
    {
        List<QuotedSpan> quotes = [];
        for (int p = 0; p < report.Paragraphs.Count; p++)
            FindIn(report.Text, report.Paragraphs[p].Span, p, quotes);
        return quotes;
    }

    private static void FindIn(string text, TextSpan paragraph, int index, List<QuotedSpan> quotes)
    {
        List<QuoteMark> marks = Marks(text, paragraph);
        int open = -1;
        int depth = 0;
        for (int i = 0; i < marks.Count; i++)
        {
            Mark mark = marks[i].Mark;
            switch (mark)
            {
                case Mark.OpenDouble or Mark.OpenSingle when open < 0:
                    open = i;
                    depth = 1;
                    break;
                case Mark.OpenDouble when marks[open].Mark == Mark.OpenDouble:
                    // A second opening mark: nested where two closing marks follow, else the first was never closed.
                    if (ClosesBefore(marks, i) >= 2)
                        depth++;
                    else
                    {
                        Add(text, index, marks[open], marks[i].At, null, quotes);
                        open = i;
                        depth = 1;
                    }
                    break;
                case Mark.CloseDouble when open >= 0 && marks[open].Mark == Mark.OpenDouble:
                    if (--depth == 0)
                    {
                        Add(text, index, marks[open], marks[i].At, marks[i], quotes);
                        open = -1;
                    }
                    break;
                case Mark.CloseSingle when open >= 0 && marks[open].Mark == Mark.OpenSingle && EndsSingle(text, marks, i, paragraph):
                    Add(text, index, marks[open], marks[i].At, marks[i], quotes);
                    open = -1;
                    break;
                case Mark.OpenDouble when marks[open].Mark == Mark.OpenSingle && !HasClose(marks, i, Mark.CloseSingle):
                    open = i;
                    depth = 1;
                    break;
            }
        }
        if (open >= 0 && marks[open].Mark == Mark.OpenDouble)
            Add(text, index, marks[open], paragraph.End, null, quotes);
    }

    private static void Add(string text, int paragraph, QuoteMark open, int until, QuoteMark? close, List<QuotedSpan> quotes)
    {
        int start = open.At + open.Length;
        int end = until;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == ','))
            end--;
        if (end > start)
            quotes.Add(new QuotedSpan(TextSpan.FromBounds(open.At, until + (close?.Length ?? 0)), TextSpan.FromBounds(start, end), paragraph, close is not null));
    }

    private static List<QuoteMark> Marks(string text, TextSpan paragraph)
    {
        List<QuoteMark> marks = [];
        bool straightOpen = false;
        int length;
        for (int at = NextMark(text, paragraph.Start, paragraph.End); at < paragraph.End; at = NextMark(text, at + length, paragraph.End))
        {
            // Two single marks in a row are a double one, as typewriters and old archives write it.
            length = at + 1 < paragraph.End && text[at] == text[at + 1] && text[at] is '\'' or '`' or '\u2018' or '\u2019' ? 2 : 1;
            char before = at > paragraph.Start ? text[at - 1] : ' ';
            char after = at + length < paragraph.End ? text[at + length] : ' ';
            Mark mark = text[at] switch
            {
                '`' => length == 2 ? Mark.OpenDouble : Mark.None,
                '\'' or '\u2018' or '\u2019' when length == 2 => Straight(before, after, straightOpen),
                '\u201C' => IsSpaceLike(before) || !IsSpaceLike(after) && !char.IsLetterOrDigit(before) && (!IsStop(before) || (!straightOpen && char.IsUpper(after) && before is '.' or '!' or '?')) ? Mark.OpenDouble : Mark.CloseDouble,
                '\u201D' => IsSpaceLike(before) && char.IsLetterOrDigit(after) && !straightOpen ? Mark.OpenDouble : Mark.CloseDouble,
                '\u201E' or '\u00AB' => Mark.OpenDouble,
                '\u00BB' => Mark.CloseDouble,
                '"' or '\u2033' => Straight(before, after, straightOpen),
                '\u2018' => !char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after) ? Mark.OpenSingle : Mark.None,
                '\u2019' => char.IsLetterOrDigit(after) ? Mark.None : Mark.CloseSingle,
                '\'' => StraightSingle(before, after),
                _ => Mark.None,
            };
            if (mark == Mark.None)
                continue;
            if (mark == Mark.OpenDouble)
                straightOpen = true;
            else if (mark == Mark.CloseDouble)
                straightOpen = false;
            marks.Add(new QuoteMark(at, length, mark));
        }
        return marks;
    }

    private static int NextMark(string text, int from, int end)
    {
        int ahead = text.AsSpan(from, end - from).IndexOfAny(s_marks);
        return ahead < 0 ? end : from + ahead;
    }

    private static Mark Straight(char before, char after, bool open)
    {
        if (IsSpaceLike(before) && !IsSpaceLike(after))
            return Mark.OpenDouble;
        if (!IsSpaceLike(before) && (IsSpaceLike(after) || IsStop(after)))
            return Mark.CloseDouble;
        return open ? Mark.CloseDouble : Mark.OpenDouble;
    }

    private static Mark StraightSingle(char before, char after)
    {
        if (IsSpaceLike(before) && char.IsLetter(after))
            return Mark.OpenSingle;
        return !char.IsLetterOrDigit(after) && !IsSpaceLike(before) ? Mark.CloseSingle : Mark.None;
    }

    // "the protesters’ demands": an apostrophe after s before a word ends a quotation only where no better mark follows.
    private static bool EndsSingle(string text, List<QuoteMark> marks, int i, TextSpan paragraph)
    {
        int at = marks[i].At;
        char before = text[at - 1];
        if (IsStop(before))
            return true;
        char after = at + 1 < paragraph.End ? text[at + 1] : ' ';
        if (!char.IsWhiteSpace(after) || before is not ('s' or 'S') || at + 2 >= paragraph.End || !char.IsLower(text[at + 2]))
            return true;
        return !(i + 1 < marks.Count && marks[i + 1].Mark == Mark.CloseSingle);
    }

    private static bool HasClose(List<QuoteMark> marks, int from, Mark close)
    {
        // Marks come in short runs; eight are enough to tell and keep this linear.
        for (int i = from; i < marks.Count && i < from + 8; i++)
        {
            if (marks[i].Mark == close)
                return true;
        }
        return false;
    }

    private static int ClosesBefore(List<QuoteMark> marks, int open)
    {
        int closes = 0;
        for (int i = open + 1; i < marks.Count && i < open + 8; i++)
        {
            if (marks[i].Mark == Mark.OpenDouble)
                break;
            if (marks[i].Mark == Mark.CloseDouble)
                closes++;
        }
        return closes;
    }

    private static bool IsSpaceLike(char c) => char.IsWhiteSpace(c) || c is '(' or '[' or '\u2014' or '\u2013' or '-' or '/' or '\u201C' or '\u2018';

    private static bool IsStop(char c) => c is '.' or ',' or '!' or '?' or ';' or ':' or '\u2026' or ')' or ']' or '\u2014' or '\u201D' or '\u2019' or '"';
}
