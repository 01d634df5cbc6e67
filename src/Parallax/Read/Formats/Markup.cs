using System.Text;
using System.Text.RegularExpressions;

namespace Parallax.Read;

/// <summary>Tells text from markup where a field may hold either, without parsing it.</summary>
internal static class Markup
{
    // Only elements of running text: "a < b > c" and "<name@example.org>" are no markup.
    private static readonly Regex Element = new(
        @"</?(?:p|br|div|span|a|img|b|i|em|strong|ul|ol|li|h[1-6]|blockquote|table|figure|article|section|font|center|hr|pre|small|sup|sub|u)(?:\s[^<>]{0,2000})?\s?/?>",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    private static readonly Regex Hidden = new(@"<(?:script|style)[\s>]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    /// <summary>Whether <paramref name="text"/> holds elements of a page.</summary>
    public static bool Contains(string text) => text.Contains('<', StringComparison.Ordinal) && Element.IsMatch(text);

    /// <summary>The text between the tags, entities decoded, scripts and styles left out; for counting and for titles, not for stories.</summary>
    public static string Words(string markup)
    {
        StringBuilder words = new(markup.Length);
        int at = 0;
        while (at < markup.Length)
        {
            int tag = markup.IndexOf('<', at);
            if (tag < 0)
                tag = markup.Length;
            words.Append(markup, at, tag - at);
            if (tag >= markup.Length)
                break;
            int end;
            if (Hidden.Match(markup, tag, Math.Min(10, markup.Length - tag)) is { Success: true, Index: int index } && index == tag)
            {
                string name = markup[tag + 2] is 'c' or 'C' ? "</script" : "</style";
                end = markup.IndexOf(name, tag, StringComparison.OrdinalIgnoreCase);
                end = end < 0 ? -1 : markup.IndexOf('>', end);
            }
            else
                end = markup.AsSpan(tag).StartsWith("<!--") ? markup.IndexOf("-->", tag, StringComparison.Ordinal) is >= 0 and int close ? close + 2 : -1 : markup.IndexOf('>', tag);
            if (end < 0)
                break;
            words.Append(' ');
            at = end + 1;
        }
        return System.Net.WebUtility.HtmlDecode(words.ToString());
    }
}
