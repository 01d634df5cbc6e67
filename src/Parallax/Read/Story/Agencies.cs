using System.Collections.Concurrent;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>News agencies by the names reports print.</summary>
internal sealed class Agencies
{
    private static readonly ConcurrentDictionary<LexiconTable, Agencies> Loaded = new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly int _mostWords;

    private Agencies(LexiconTable table)
    {
        foreach (string[] row in table.Rows)
        {
            _names.TryAdd(row[0], row[1]);
            _mostWords = Math.Max(_mostWords, row[0].AsSpan().Count(' ') + 1);
        }
    }

    /// <summary>The agencies of <paramref name="data"/>.</summary>
    public static Agencies Of(LanguageData data) => Loaded.GetOrAdd(data.Lexicon("agencies"), table => new Agencies(table));

    /// <summary>The usual name of the agency printed as <paramref name="name"/>; null where it is none.</summary>
    public string? Named(string name) => _names.GetValueOrDefault(name.Trim());

    /// <summary>The agencies that <paramref name="list"/> names where it names nothing else ("Reuters, AP and AFP"); empty otherwise.</summary>
    public List<string> OnlyAgencies(string list)
    {
        List<string> found = [];
        foreach (string part in list.Split(['/', ',', '&', ';', '|', '+']).SelectMany(p => p.Split(" and ")))
        {
            string name = part.Trim(' ', '.', '-', '\u2013', '\u2014');
            if (name.Length == 0)
                continue;
            if (Named(name) is not { } agency)
                return [];
            found.Add(agency);
        }
        return found;
    }

    /// <summary>Every agency named in <paramref name="text"/>, with where; the longest name wins ("Reuters" inside "Thomson Reuters" is not a second one).</summary>
    public List<(string Agency, TextSpan Span)> In(string text)
    {
        List<(int Start, int End)> words = [];
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] is '-' && start >= 0) || (text[i] is '.' && start >= 0 && i - start <= 3));
            if (inside && start < 0)
                start = i;
            else if (!inside && start >= 0)
            {
                int end = text[i - 1] is '-' ? i - 1 : i;
                words.Add((start, end));
                start = -1;
            }
        }
        List<(string, TextSpan)> found = [];
        for (int w = 0; w < words.Count; w++)
        {
            for (int last = Math.Min(words.Count, w + _mostWords) - 1; last >= w; last--)
            {
                TextSpan span = TextSpan.FromBounds(words[w].Start, words[last].End);
                string printed = span.Of(text);
                if ((Named(printed) ?? Named(printed.TrimEnd('.'))) is { } agency)
                {
                    found.Add((agency, span));
                    w = last;
                    break;
                }
            }
        }
        return found;
    }
}

/// <summary>Outlets by the names they print and by their web domains.</summary>
internal sealed class Outlets
{
    private static readonly ConcurrentDictionary<LexiconTable, Outlets> Loaded = new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<string, (string Name, string Country)> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Name, string Country)> _domains = new(StringComparer.Ordinal);

    private Outlets(LexiconTable table)
    {
        foreach (string[] row in table.Rows)
        {
            _names.TryAdd(Folding.Fold(row[0]), (row[1], row[3]));
            foreach (string domain in row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                _domains.TryAdd(domain, (row[1], row[3]));
        }
    }

    /// <summary>The outlets of <paramref name="data"/>.</summary>
    public static Outlets Of(LanguageData data) => Loaded.GetOrAdd(data.Lexicon("outlets"), table => new Outlets(table));

    /// <summary>The usual name of the outlet printed as <paramref name="name"/>; null where it is not known.</summary>
    public string? Named(string name) =>
        _names.TryGetValue(Folding.Fold(name.Trim()), out (string Name, string Country) outlet) ? outlet.Name : null;

    /// <summary>The outlet whose domain is, or contains, the host of <paramref name="url"/>.</summary>
    public string? OfAddress(string? url) => Lookup(url)?.Name;

    /// <summary>Whether the outlet writes month before day: known from its name or address.</summary>
    public bool WritesMonthFirst(string? name, string? url)
    {
        string? country = (name is not null && _names.TryGetValue(Folding.Fold(name), out (string Name, string Country) outlet) ? outlet.Country : null)
            ?? Lookup(url)?.Country;
        return country == "US";
    }

    private (string Name, string Country)? Lookup(string? url)
    {
        if (url is null || !Uri.TryCreate(url.Contains("://", StringComparison.Ordinal) ? url : "https://" + url, UriKind.Absolute, out Uri? uri))
            return null;
        string host;
        try
        {
            host = uri.IdnHost.ToLowerInvariant();
        }
        catch (UriFormatException)
        {
            // The platform takes such a host into an address and refuses to name it.
            return null;
        }
        while (host.Contains('.', StringComparison.Ordinal))
        {
            if (_domains.TryGetValue(host, out (string, string) outlet))
                return outlet;
            host = host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..];
        }
        return null;
    }
}
