using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Parallax.Fuse;

namespace Parallax.Web.Brief;

/// <summary>
/// A report's text as HTML with every evidence highlighted and addressable. Spans that lie inside one another become nested elements, so that
/// one anchor covers its words whole; spans that cross, or run over a paragraph's end, are split there and their parts share a class.
/// </summary>
internal static class ReportMarkup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text as a run of paragraphs. With <paramref name="onlyEvidence"/>, paragraphs without evidence are left out and counted.</summary>
    public static string Write(string text, IEnumerable<Evidence> evidence, Func<string, string?> anchorOf, bool onlyEvidence)
    {
        List<Span> spans = [.. evidence
            .Where(e => e.Start >= 0 && e.End > e.Start && e.End <= text.Length && anchorOf(e.Id) is not null)
            .Select(e => new Span(e.Start, e.End, anchorOf(e.Id)!, false))
            .OrderBy(s => s.Start).ThenByDescending(s => s.End).ThenBy(s => s.Anchor, StringComparer.Ordinal)];
        StringBuilder html = new(text.Length + spans.Count * 60);
        int at = 0;
        int next = 0;
        int left = 0;
        List<Span> carried = [];
        while (at < text.Length)
        {
            int end = text.IndexOf("\n\n", at, StringComparison.Ordinal);
            if (end < 0)
                end = text.Length;
            List<Span> inside = [.. carried];
            for (; next < spans.Count && spans[next].Start < end; next++)
                inside.Add(spans[next]);
            carried = [.. inside.Where(s => s.End > end + 2).Select(s => s with { Start = end + 2, IsRest = true })];
            if (end > at)
            {
                if (onlyEvidence && inside.Count == 0)
                {
                    left++;
                }
                else
                {
                    Left(html, ref left);
                    html.Append("<p dir=\"auto\">");
                    Paragraph(html, text, at, end, inside);
                    html.Append("</p>\n");
                }
            }
            at = end + 2;
        }
        Left(html, ref left);
        return html.ToString();
    }

    private static void Left(StringBuilder html, ref int left)
    {
        if (left > 0)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"left-out\">{left} {(left == 1 ? "paragraph" : "paragraphs")} left out</p>\n");
        left = 0;
    }

    private static void Paragraph(StringBuilder html, string text, int start, int end, List<Span> spans)
    {
        // Spans wait by start; a span that crosses the end of the one it opens in is cut there, and its rest waits for that place.
        PriorityQueue<Span, (int Start, int End, string Anchor)> waiting = new();
        foreach (Span span in spans)
            Wait(span with { Start = Math.Max(start, span.Start), End = Math.Min(end, span.End) });
        Stack<Span> open = new();
        int at = start;
        while (waiting.Count > 0 || open.Count > 0)
        {
            if (open.Count > 0 && (waiting.Count == 0 || waiting.Peek().Start >= open.Peek().End))
            {
                int close = open.Pop().End;
                Text(html, text, at, close);
                at = Math.Max(at, close);
                html.Append("</mark>");
                continue;
            }
            Span span = waiting.Dequeue();
            if (open.Count > 0 && span.End > open.Peek().End)
            {
                Wait(span with { Start = open.Peek().End, IsRest = true });
                span = span with { End = open.Peek().End };
            }
            Text(html, text, at, span.Start);
            at = Math.Max(at, span.Start);
            html.Append(span.IsRest ? $"<mark data-of=\"{span.Anchor}\">" : $"<mark id=\"{span.Anchor}\" tabindex=\"-1\">");
            open.Push(span);
        }
        Text(html, text, at, end);

        void Wait(Span span)
        {
            if (span.End > span.Start)
                waiting.Enqueue(span, (span.Start, -span.End, span.Anchor));
        }
    }

    private static void Text(StringBuilder html, string text, int start, int end)
    {
        if (end > start)
            html.Append(Encoder.Encode(text[start..end]));
    }

    private sealed record Span(int Start, int End, string Anchor, bool IsRest);
}
