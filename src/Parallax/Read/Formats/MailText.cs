using System.Text;
using System.Text.RegularExpressions;

namespace Parallax.Read;

/// <summary>How mail writes what it says: encoded words, addresses, flowed lines, forwarded messages.</summary>
internal static class MailText
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    private static readonly Regex EncodedWord = new(@"=\?(?<charset>[^?\s*]{1,40})(?:\*[^?\s]{0,20})?\?(?<form>[BQ])\?(?<text>[^?\s]{0,1000})\?=", Options);

    // What mail programs put before a message that is passed on; "Original Message" is Outlook's.
    private static readonly Regex Forwarded = new(@"^[\s>*]*(?:-{2,}\s*(?:forwarded message|original message|forwarded by .{1,80})\s*-{2,}.{0,80}|begin forwarded message:?)\s*$", Options);

    private static readonly Regex ForwardedField = new(@"^[\s>*]*\*?(?<name>from|sent|date|subject|to|cc|bcc|reply-to|importance)\s?:\*?\s*(?<value>.*)$", Options);

    private static readonly Regex ForwardMark = new(@"^(?:\s*(?:fwd?|fw|re|aw|wg|tr|rv)\s*:\s*)+", Options);

    /// <summary>A header value with its encoded words (RFC 2047) read.</summary>
    public static string Decoded(string value)
    {
        StringBuilder decoded = new();
        int at = 0;
        bool previous = false;
        foreach (Match word in EncodedWord.Matches(value))
        {
            string between = value[at..word.Index];
            // White space between two encoded words only keeps the lines short.
            if (!previous || !string.IsNullOrWhiteSpace(between))
                decoded.Append(between);
            byte[] bytes = word.Groups["form"].Value is "B" or "b" ? FromBase64(word.Groups["text"].Value) : FromQ(word.Groups["text"].Value);
            decoded.Append(TextDecoding.Decode(bytes, markup: false, word.Groups["charset"].Value).Text);
            at = word.Index + word.Length;
            previous = true;
        }
        return decoded.Append(value, at, value.Length - at).ToString();
    }

    /// <summary>The name and address of the first mailbox in a header value such as <c>"Ann Lee" &lt;ann@example.org&gt;</c>.</summary>
    public static (string? Name, string? Domain) Mailbox(string? value)
    {
        if (value is null)
            return default;
        string printed = Decoded(value);
        int open = printed.IndexOf('<', StringComparison.Ordinal), close = open < 0 ? -1 : printed.IndexOf('>', open);
        string address = open >= 0 && close > open ? printed[(open + 1)..close] : printed;
        // The old form: ann@example.org (Ann Lee).
        if (open < 0 && printed.IndexOf('(', StringComparison.Ordinal) is > 0 and int comment && printed.TrimEnd().EndsWith(')') && printed.IndexOf('@', StringComparison.Ordinal) is > 0 and int sign && sign < comment)
            return (ItemFacts.Tidy(printed[(comment + 1)..].Trim().TrimEnd(')')), Mailbox(printed[..comment].Trim()).Domain);
        string? name = open >= 0 ? ItemFacts.Tidy(printed[..open].Trim().Trim('"', '\'')) : null;
        int at = address.LastIndexOf('@');
        string domain = at < 0 ? "" : address[(at + 1)..].Trim().TrimEnd('>', ')', ',');
        return (name?.Contains('@', StringComparison.Ordinal) == true ? null : name, domain.Length is > 3 and < 200 && !domain.Contains(' ', StringComparison.Ordinal) ? domain : null);
    }

    /// <summary>A subject without the marks of answering and passing on.</summary>
    public static string? Subject(string? value) => value is null ? null : ItemFacts.Tidy(ForwardMark.Replace(Decoded(value), ""));

    /// <summary>Whether a subject says that the message was passed on.</summary>
    public static bool IsForward(string? subject) => subject is not null && ForwardMark.Match(Decoded(subject)) is { Success: true } mark && mark.Value.Contains('f', StringComparison.OrdinalIgnoreCase);

    /// <summary>Lines that end in a blank go on in the next (RFC 3676).</summary>
    public static string Unflowed(string text, bool deleteBlank)
    {
        StringBuilder whole = new(text.Length);
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            bool flows = line.EndsWith(" ") && line is not "-- ";
            whole.Append(flows && deleteBlank ? line[..^1] : line);
            if (!flows)
                whole.Append('\n');
        }
        return whole.ToString();
    }

    /// <summary>The message that is passed on in <paramref name="text"/>: its header fields and where its own text begins; null where there is none.</summary>
    public static (Dictionary<string, string> Fields, int Start)? PassedOn(string text)
    {
        int at = 0;
        bool marked = false;
        Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);
        while (at < text.Length)
        {
            int end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            string line = text[at..end].TrimEnd('\r');
            int next = Math.Min(end + 1, text.Length);
            if (!marked)
                marked = line.Length <= 200 && Forwarded.IsMatch(line);
            else if (line.Length <= 1000 && ForwardedField.Match(line) is { Success: true } field)
                fields.TryAdd(field.Groups["name"].Value, field.Groups["value"].Value.Trim());
            else if (fields.Count >= 2 && string.IsNullOrWhiteSpace(line.Trim('>', ' ')))
                return (fields, next);
            else if (fields.Count == 0 && !string.IsNullOrWhiteSpace(line.Trim('>', ' ')))
                marked = false;
            at = next;
        }
        return null;
    }

    private static byte[] FromBase64(string text)
    {
        string digits = new([.. text.Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/')]);
        digits = (digits.Length % 4) switch { 0 => digits, 1 => digits[..^1], int rest => digits + new string('=', 4 - rest) };
        return Convert.FromBase64String(digits);
    }

    private static byte[] FromQ(string text)
    {
        List<byte> bytes = [];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
                bytes.Add(text[i] == '_' ? (byte)' ' : (byte)Math.Min((int)text[i], 255));
        }
        return [.. bytes];
    }
}
