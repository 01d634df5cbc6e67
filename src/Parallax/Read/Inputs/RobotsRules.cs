using System.Globalization;
using System.Text;

namespace Parallax.Read;

/// <summary>What a site's <c>robots.txt</c> lets this program fetch (RFC 9309). Immutable.</summary>
internal sealed class RobotsRules
{
    /// <summary>The name under which rules for this program stand.</summary>
    public const string Agent = "parallax";

    /// <summary>Most bytes of the file that are read.</summary>
    public const int MostBytes = 500 * 1024;

    private const int MostRules = 2000;
    private const int LongestPattern = 500;

    private readonly List<(string Pattern, bool Allow)> _rules;

    private RobotsRules(List<(string Pattern, bool Allow)> rules) => _rules = rules;

    /// <summary>Everything may be fetched: the site has no such file.</summary>
    public static RobotsRules None { get; } = new([]);

    /// <summary>The rules of the groups for this program, or where there are none of those for every program.</summary>
    public static RobotsRules Parse(string text)
    {
        List<(string, bool)> own = [], all = [];
        bool forOwn = false, forAll = false, hasOwn = false, inAgents = false;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            int comment = line.IndexOf('#'), colon = line.IndexOf(':');
            if (colon <= 0 || (comment >= 0 && comment < colon))
                continue;
            ReadOnlySpan<char> field = line[..colon].Trim();
            string value = (comment < 0 ? line[(colon + 1)..] : line[(colon + 1)..comment]).Trim().ToString();
            bool allow = field.Equals("allow", StringComparison.OrdinalIgnoreCase);
            if (field.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                // Names that follow each other head one group.
                if (!inAgents)
                    (forOwn, forAll) = (false, false);
                inAgents = true;
                forAll |= value == "*";
                forOwn |= IsOwnName(value);
                hasOwn |= forOwn;
            }
            else if (allow || field.Equals("disallow", StringComparison.OrdinalIgnoreCase))
            {
                inAgents = false;
                // An empty rule says nothing.
                if (value.Length == 0 || value.Length > LongestPattern)
                    continue;
                if (forOwn && own.Count < MostRules)
                    own.Add((Normal(value), allow));
                if (forAll && all.Count < MostRules)
                    all.Add((Normal(value), allow));
            }
        }
        return new RobotsRules(hasOwn ? own : all);
    }

    /// <summary>Whether <paramref name="address"/> may be fetched: the longest rule that fits decides, of equal ones the one that allows.</summary>
    public bool Allow(Uri address)
    {
        string path = Normal(address.PathAndQuery);
        if (path == "/robots.txt")
            return true;
        bool allowed = true;
        int longest = -1;
        foreach ((string pattern, bool allow) in _rules)
        {
            if (pattern.Length < longest || (pattern.Length == longest && !allow) || !Fits(pattern, path))
                continue;
            (allowed, longest) = (allow, pattern.Length);
        }
        return allowed;
    }

    private static bool IsOwnName(string value)
    {
        int length = 0;
        while (length < value.Length && (char.IsAsciiLetter(value[length]) || value[length] is '-' or '_'))
            length++;
        return value.AsSpan(0, length).Equals(Agent, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>One way of writing each path: what needs no escape without one, everything outside ASCII escaped, digits of escapes in capitals.</summary>
    private static string Normal(string path)
    {
        StringBuilder normal = new(path.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (int i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length && byte.TryParse(path.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value))
            {
                bool plain = char.IsAsciiLetterOrDigit((char)value) || (char)value is '-' or '.' or '_' or '~';
                normal.Append(plain ? ((char)value).ToString() : $"%{value:X2}");
                i += 2;
            }
            else if (path[i] < 0x80)
                normal.Append(path[i]);
            else
            {
                Rune.DecodeFromUtf16(path.AsSpan(i), out Rune rune, out int length);
                foreach (byte b in bytes[..rune.EncodeToUtf8(bytes)])
                    normal.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
                i += length - 1;
            }
        }
        return normal.ToString();
    }

    /// <summary>Whether the beginning of <paramref name="path"/> fits: <c>*</c> stands for anything, a last <c>$</c> for the end.</summary>
    private static bool Fits(string pattern, string path)
    {
        bool whole = pattern.EndsWith('$');
        int end = whole ? pattern.Length - 1 : pattern.Length;
        int p = 0, at = 0, star = -1, mark = 0;
        while (true)
        {
            if (p == end && (!whole || at == path.Length))
                return true;
            if (p < end && pattern[p] == '*')
                (star, mark, p) = (p, at, p + 1);
            else if (p < end && at < path.Length && pattern[p] == path[at])
                (p, at) = (p + 1, at + 1);
            else if (star >= 0 && mark < path.Length)
                (p, at) = (star + 1, ++mark);
            else
                return false;
        }
    }
}
