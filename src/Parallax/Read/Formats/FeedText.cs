using System.Buffers;
using System.Net;
using System.Text;

namespace Parallax.Read;

/// <summary>
/// Brings the text of a feed into a form that a strict XML reader takes, as feeds in the wild are written by programs that paste strings
/// together: bare ampersands, entities of HTML, control characters. The document type is taken off unread, so nothing in it can be expanded or
/// fetched. Lines stay where they are.
/// </summary>
internal static class FeedText
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789abcdefABCDEFx;");

    private const string SectionStart = "<![CDATA[";

    /// <summary>The text made sound; <c>DefinesEntities</c> says that its document type defines entities of its own, which feeds have no use for.</summary>
    public static (string Text, bool DefinesEntities) Tidy(string text)
    {
        StringBuilder tidy = new(text.Length);
        bool entities = false;
        int at = Math.Max(0, text.IndexOf('<', StringComparison.Ordinal));
        while (at < text.Length)
        {
            char c = text[at];
            if (c == '&')
                at = TakeReference(text, at, tidy);
            else if (c != '<' || at + 1 >= text.Length || text[at + 1] is not ('!' or '?'))
            {
                if (IsChar(text, at))
                    tidy.Append(c);
                at++;
            }
            else if (Starts(text, at, SectionStart))
                at = TakeUntil(text, at, SectionStart.Length, "]]>", tidy);
            else if (Starts(text, at, "<!--"))
                at = Skip(text, at, End(text, at + 4, "-->"), tidy);
            else if (text[at + 1] == '?')
                at = Skip(text, at, End(text, at + 2, "?>"), tidy);
            else
            {
                int end = End(text, at + 2, ">");
                int subset = text.IndexOf('[', at, end - at);
                if (subset >= 0)
                    end = EndOfSubset(text, subset);
                entities |= text.AsSpan(at, end - at).Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase);
                at = Skip(text, at, end, tidy);
            }
        }
        return (tidy.ToString(), entities);
    }

    /// <summary>Keeps only the line ends of what is left out.</summary>
    private static int Skip(string text, int at, int end, StringBuilder tidy)
    {
        tidy.Append('\n', text.AsSpan(at, end - at).Count('\n'));
        return end;
    }

    private static int TakeUntil(string text, int at, int opening, string closing, StringBuilder tidy)
    {
        int end = text.IndexOf(closing, at + opening, StringComparison.Ordinal);
        int stop = end < 0 ? text.Length : end + closing.Length;
        for (; at < stop; at++)
        {
            if (IsChar(text, at))
                tidy.Append(text[at]);
        }
        return stop;
    }

    /// <summary>An entity of HTML becomes its character, a reference to a character that XML does not have goes, any other ampersand is escaped.</summary>
    private static int TakeReference(string text, int at, StringBuilder tidy)
    {
        int end = text.AsSpan(at + 1, Math.Min(40, text.Length - at - 1)).IndexOf(';') is > 0 and int found ? at + 1 + found : -1;
        if (end > 0)
        {
            string reference = text[at..(end + 1)];
            if (reference is "&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;")
            {
                tidy.Append(reference);
                return end + 1;
            }
            string decoded = WebUtility.HtmlDecode(reference);
            if (decoded != reference)
            {
                for (int i = 0; i < decoded.Length; i++)
                {
                    if (decoded[i] is '<' or '&')
                        tidy.Append(decoded[i] == '<' ? "&lt;" : "&amp;");
                    else if (IsChar(decoded, i))
                        tidy.Append(decoded[i]);
                }
                return end + 1;
            }
            if (reference[1] == '#' && !reference.AsSpan(2).ContainsAnyExcept(NumberCharacters))
                return end + 1;
        }
        tidy.Append("&amp;");
        return at + 1;
    }

    private static bool IsChar(string text, int at)
    {
        char c = text[at];
        return c is '\t' or '\n' or '\r' or (>= ' ' and < '\uD800') or (> '\uDFFF' and < '\uFFFE')
            || (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            || (char.IsLowSurrogate(c) && at > 0 && char.IsHighSurrogate(text[at - 1]));
    }

    private static bool Starts(string text, int at, string with) => string.CompareOrdinal(text, at, with, 0, with.Length) == 0;

    private static int End(string text, int from, string closing)
    {
        int end = text.IndexOf(closing, Math.Min(from, text.Length), StringComparison.Ordinal);
        return end < 0 ? text.Length : end + closing.Length;
    }

    /// <summary>The internal subset ends at a bracket outside quotes.</summary>
    private static int EndOfSubset(string text, int at)
    {
        char quote = '\0';
        for (; at < text.Length; at++)
        {
            char c = text[at];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'')
                quote = c;
            else if (c == ']')
                return End(text, at, ">");
        }
        return text.Length;
    }
}
