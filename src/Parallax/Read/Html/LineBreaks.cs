using System.Text;

namespace Parallax.Read;

/// <summary>A paragraph that line breaks divide from others.</summary>
/// <param name="Text">Its words, white space folded.</param>
/// <param name="IsRow">It is one of several short lines, as in a list or table, so neither a heading nor a sentence.</param>
/// <param name="IsItem">It begins with a number or mark of a list.</param>
internal readonly record struct BrokenLine(string Text, bool IsRow, bool IsItem);

/// <summary>
/// Tells line breaks that divide from those that only wrap. Two in a row always divide. One divides behind whole sentences and between short lines
/// that begin anew, as figures of one row must not run into the next; within a sentence it is a blank.
/// </summary>
internal static class LineBreaks
{
    // A line shorter than this was not broken for want of room.
    private const int ShortLine = 50;
    private const double ShareOfColumn = 0.6;
    private const int LongestRow = 100;

    /// <summary>The paragraphs of <paramref name="text"/>, whose line breaks are \n; with <paramref name="keep"/> only empty lines divide.</summary>
    public static List<BrokenLine> Divide(string text, bool keep)
    {
        List<BrokenLine> parts = [];
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            string whole = CharacterCleaning.Fold(text);
            if (whole.Length > 0)
                parts.Add(new BrokenLine(whole, false, false));
            return parts;
        }
        string[] lines = [.. text.Split('\n').Select(line => CharacterCleaning.Fold(line))];
        for (int from = 0, to; from < lines.Length; from = to + 1)
        {
            to = from;
            while (to < lines.Length && lines[to].Length > 0)
                to++;
            if (to > from)
                DivideRun(lines.AsSpan(from, to - from), keep, parts);
        }
        return parts;
    }

    private static void DivideRun(ReadOnlySpan<string> lines, bool keep, List<BrokenLine> parts)
    {
        int column = 0;
        bool wrapped = false;
        for (int i = 0; i < lines.Length; i++)
        {
            column = Math.Max(column, lines[i].Length);
            wrapped |= i > 0 && char.IsLower(lines[i][0]);
        }
        // Lines that all begin anew and none of which ends a sentence are rows, however long.
        bool rows = !wrapped && column < LongestRow;
        foreach (string line in lines)
            rows &= !new PageLine(line).EndsSentence;
        int room = rows ? LongestRow : wrapped ? (int)(column * ShareOfColumn) : Math.Max(ShortLine, (int)(column * ShareOfColumn));
        StringBuilder open = new(lines[0]);
        bool single = true, rowBefore = false;
        for (int i = 1; i <= lines.Length; i++)
        {
            if (i < lines.Length && !(Divides(lines[i - 1], lines[i], room, wrapped) && !keep) && !new PageLine(lines[i - 1]).IsProse)
            {
                open.Append(' ').Append(lines[i]);
                single = false;
                continue;
            }
            // A short line before running text may be its heading; among others like it, it is a row.
            string whole = open.ToString();
            bool row = single && lines.Length > 1 && IsShort(whole);
            parts.Add(new BrokenLine(whole, row && (rowBefore || (i < lines.Length && IsShort(lines[i]))), lines.Length > 1 && IsItem(whole)));
            rowBefore = row;
            if (i < lines.Length)
                open.Clear().Append(lines[i]);
            single = true;
        }
    }

    private static bool IsShort(string line) => line.Length < ShortLine * 2 && !new PageLine(line).IsProse;

    private static bool Divides(string line, string next, int room, bool wrapped)
    {
        if (!BeginsAnew(next) || line[^1] is ',' or '-' or '\u2013' or '\u2014' or '(' or '\u201C')
            return false;
        return IsItem(next) || line.Length < room || (!wrapped && new PageLine(line).EndsSentence);
    }

    private static bool BeginsAnew(string line)
    {
        foreach (char c in line)
        {
            if (char.IsLetter(c))
                return !char.IsLower(c);
            if (char.IsDigit(c) || c is '\u2022' or '\u25AA' or '\u25CF' or '\u2023' or '*')
                return true;
        }
        return false;
    }

    /// <summary>"1. …", "2) …", "• …", "- …".</summary>
    private static bool IsItem(string line)
    {
        int at = 0;
        while (at < line.Length && at < 3 && char.IsAsciiDigit(line[at]))
            at++;
        if (at > 0)
            return at + 1 < line.Length && line[at] is '.' or ')' && line[at + 1] == ' ';
        return line.Length > 2 && line[0] is '\u2022' or '\u25AA' or '\u25CF' or '\u2023' or '*' or '-' or '\u2013' && line[1] == ' ';
    }
}
