using System.Globalization;
using System.Text;

namespace Parallax.Present;

/// <summary>Lays out lines for a terminal: wrapping, hanging indents, colour where asked.</summary>
internal sealed class TerminalPage(TextWriter writer, int width, bool colour)
{
    private const string Bold = "1";
    private const string Dim = "2";
    private const string Red = "31";
    private const string Cyan = "36";
    private readonly int _width = Math.Clamp(width, 40, 200);

    public void Title(string text)
    {
        Wrapped(text, "", "", Bold);
    }

    public void Heading(string text)
    {
        writer.Write('\n');
        writer.Write(Styled(text.ToUpperInvariant(), Bold) + "\n");
    }

    public void Day(string text) => writer.Write(Styled(text, Cyan) + "\n");

    public void Line(string text) => Wrapped(text, "", "", null);

    public void Faint(string text) => Wrapped(text, "", "", Dim);

    /// <summary>A point of a list: a mark where one is due, the text, and what supports it.</summary>
    public void Item(string? mark, string text, string support)
    {
        string marked = mark is null ? "" : mark.ToUpperInvariant() + " ";
        Wrapped(marked + text + (support.Length > 0 ? "  " + support : ""), "  • ", "    ", null, marked.Length, support.Length);
    }

    public void Detail(string text) => Wrapped(text, "      ", "      ", Dim);

    public void Numbered(int number, string text)
    {
        string label = string.Create(CultureInfo.InvariantCulture, $"[{number}]").PadLeft(5) + " ";
        Wrapped(text, label, new string(' ', label.Length), null);
    }

    /// <summary>Says how many are left out; nothing when none are.</summary>
    public void More(int count, string one, string many)
    {
        if (count > 0)
            Wrapped($"… {BriefWords.Number(count)} more {(count == 1 ? one : many)} in the page, the Markdown and the JSON", "    ", "    ", Dim);
    }

    /// <summary>Breaks at blanks; the first <paramref name="marked"/> and last <paramref name="support"/> characters of the text are coloured.</summary>
    private void Wrapped(string text, string first, string next, string? style, int marked = 0, int support = 0)
    {
        StringBuilder line = new(first);
        bool empty = true;
        int at = 0;
        foreach (string word in text.Split(' '))
        {
            if (!empty && line.Length + 1 + word.Length > _width)
            {
                Put(line.ToString(), empty ? 0 : Lead(first, next, line), at, text.Length, style, marked, support);
                at += line.Length - Lead(first, next, line) + 1;
                line.Clear().Append(next);
                empty = true;
            }
            if (!empty)
                line.Append(' ');
            line.Append(word);
            empty = false;
        }
        Put(line.ToString(), Lead(first, next, line), at, text.Length, style, marked, support);
    }

    private static int Lead(string first, string next, StringBuilder line) =>
        line.Length >= first.Length && line.ToString(0, first.Length) == first ? first.Length : next.Length;

    private void Put(string line, int lead, int at, int total, string? style, int marked, int support)
    {
        if (!colour)
        {
            writer.Write(line.TrimEnd() + "\n");
            return;
        }
        string body = line[lead..].TrimEnd();
        int head = Math.Clamp(marked - at, 0, body.Length);
        int tail = Math.Clamp(total - support - at, head, body.Length);
        string shown = (head > 0 ? Styled(body[..head], Red) : "")
            + (style is null ? body[head..tail] : Styled(body[head..tail], style))
            + (tail < body.Length ? Styled(body[tail..], Dim) : "");
        writer.Write(line[..lead] + shown + "\n");
    }

    private string Styled(string text, string style) => colour && text.Length > 0 ? $"\u001b[{style}m{text}\u001b[0m" : text;
}
