using System.Buffers;
using System.Collections.Concurrent;
using Parallax.Data;

namespace Parallax.Read;

/// <summary>Who a byline names: authors, agencies, and an outlet that signs itself.</summary>
internal sealed record BylineReading(IReadOnlyList<string> Authors, IReadOnlyList<string> Agencies, string? Outlet);

/// <summary>Reads bylines such as "By Jane Doe and John Smith", "By Example Daily with AP", "Associated Press".</summary>
internal sealed class Bylines
{
    private const int LongestByline = 160;
    private const int LongestOpening = 80;

    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "de", "da", "di", "del", "della", "van", "von", "den", "der", "bin", "ibn", "al", "el", "la", "le", "du", "dos", "das", "ter", "af", "y", "e",
    };
    private static readonly HashSet<string> Posts = new(StringComparer.Ordinal)
    {
        "staff", "reporter", "correspondent", "editor", "writer", "journalist", "desk", "bureau", "chief", "contributor", "columnist", "agency", "agencies",
        "news", "service", "team", "online", "digital", "web", "newsroom", "special", "senior", "political", "foreign", "diplomatic", "defence", "defense",
        "world", "international", "reporters", "writers", "correspondents", "editors", "staffers", "source", "newsdesk", "freelance", "contributing", "producer",
        "editorial", "admin", "administrator", "webmaster", "webdesk", "redaktion", "redazione", "redacci\u00F3n", "r\u00E9daction",
    };
    private static readonly HashSet<string> NotNames = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "this", "that", "these", "it", "he", "she", "they", "we", "in", "on", "at", "of", "for", "to", "from", "after", "as", "when", "how", "why",
        "what", "who", "is", "are", "was", "will", "says", "said", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "day", "night", "not", "no",
    };

    private static readonly string[] Accounts = ["team", "desk", "staff", "news", "admin", "online"];

    private static readonly string[] Joints = [" and ", " und ", " et ", " y ", " och ", " og ", " ja ", " i "];

    private static readonly SearchValues<char> NeverInNames = SearchValues.Create("!?:;\"()[]/@\u201C\u201D");

    private static readonly ConcurrentDictionary<LanguageData, Bylines> Loaded = new(ReferenceEqualityComparer.Instance);

    private readonly Agencies _agencies;
    private readonly Outlets _outlets;
    private readonly string[] _openers;

    private Bylines(LanguageData data)
    {
        (_agencies, _outlets) = (Agencies.Of(data), Outlets.Of(data));
        // The longest first, so that "written by" is not taken for a name behind nothing.
        _openers = [.. data.Lexicon("read-credits").Rows.Where(row => row[1] == "by").Select(row => row[0] + " ").OrderByDescending(opener => opener.Length).ThenBy(opener => opener, StringComparer.Ordinal)];
    }

    /// <summary>The byline rules with the names of <paramref name="data"/>.</summary>
    public static Bylines Of(LanguageData data) => Loaded.GetOrAdd(data, d => new Bylines(d));

    /// <summary>Reads a line that opens with "By" or its like; null where it is running text.</summary>
    public BylineReading? Read(string line)
    {
        if (line.Length > LongestByline)
            return null;
        string bare = WithoutOpener(line);
        return bare.Length == line.Length ? null : ReadNames(bare, signed: true);
    }

    /// <summary>
    /// The byline that opens a paragraph of running text, "By Jane Doe: The council …": its names, and where the story begins; null where none does.
    /// </summary>
    public (BylineReading Names, int Length)? ReadOpening(string paragraph)
    {
        int colon = paragraph.AsSpan(0, Math.Min(paragraph.Length, LongestOpening)).IndexOf(": ");
        if (colon < 0 || !paragraph.StartsWith("by ", StringComparison.OrdinalIgnoreCase) || !char.IsUpper(paragraph[3]))
            return null;
        // A single name before a colon may be what the story is about; and it has to be a person, or nobody knows that it is a byline.
        return Read(paragraph[..colon]) is { Authors.Count: > 0 } names && names.Authors.All(author => author.Contains(' ', StringComparison.Ordinal)) ? (names, colon + 2) : null;
    }

    /// <summary>Whether the text opens as a byline with a name does, whatever stands behind: "by Jane Doe 8 Nov. 20318 Nov. 2031".</summary>
    public bool OpensWithName(string text)
    {
        string bare = WithoutOpener(text);
        string[] words = bare.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        return bare.Length < text.Length && words.Length >= 2 && IsName($"{words[0]} {words[1]}");
    }

    /// <summary>Takes "By ", "Von ", "Autor: " and their like off the front, where a name can follow.</summary>
    private string WithoutOpener(string text)
    {
        // Two elements side by side, with nothing but a style to part them: "ByJane Doe".
        if (text.Length > 4 && text.StartsWith("By", StringComparison.Ordinal) && char.IsUpper(text[2]) && (char.IsLower(text[3]) || text[3] == '.') && IsFullName(Pieces(text[2..]).FirstOrDefault()))
            return text[2..];
        foreach (string opener in _openers)
        {
            if (!text.StartsWith(opener, StringComparison.OrdinalIgnoreCase))
                continue;
            string rest = text[opener.Length..].TrimStart();
            // "von der Leyen" and "Di Maria" are names: a short opener stands before two words, of which the first is no particle.
            bool doubtful = opener.Length <= 4 && !opener.StartsWith("by", StringComparison.Ordinal);
            if (rest.Length == 0 || (doubtful && (Particles.Contains(rest.Split(' ')[0]) || (char.IsUpper(text[0]) && opener.Length == 3 && !rest.Contains(' ', StringComparison.Ordinal)))))
                continue;
            return rest;
        }
        return text;
    }

    /// <summary>Reads the names alone, as metadata or the line after "By" gives them; null where they are no names.</summary>
    public BylineReading? ReadNames(string names, bool signed)
    {
        List<string> authors = [];
        List<string> agencies = [];
        string? outlet = null;
        if (names.EndsWith('.') && !names.EndsWith("Jr.", StringComparison.Ordinal) && names.Split(' ').Length > 4)
            return null;
        string text = names.Trim(' ', '.', ',', '|', '-', '\u2013', '\u2014', '\u2022', '\u00B7');
        int with = text.IndexOf(" with ", StringComparison.OrdinalIgnoreCase);
        string before = with < 0 ? text : text[..with];
        if (with >= 0)
        {
            string companions = text[(with + 6)..];
            agencies.AddRange(_agencies.In(companions).Select(found => found.Agency));
            if (agencies.Count == 0 && !Pieces(companions).All(IsName))
                return null;
        }
        foreach (string part in Pieces(before))
        {
            string piece = WithoutOpener(part);
            // Addresses and handles stand beside a name and say nothing more.
            if (piece.Contains('@', StringComparison.Ordinal) && !piece.Contains(' ', StringComparison.Ordinal))
                continue;
            if (_agencies.Named(piece) is { } agency)
                agencies.Add(agency);
            else if (_outlets.Named(piece) is { } known)
                outlet ??= known;
            else if ((IsName(piece) && !_openers.Contains(piece.ToLowerInvariant() + " ", StringComparer.Ordinal)) || IsPost(piece))
            {
                // "By Example with AP": one word that shares its byline with an agency is an outlet, not a person.
                if (with >= 0 && agencies.Count > 0 && signed && !piece.Contains(' ', StringComparison.Ordinal))
                    outlet ??= piece;
                else if (IsLogin(piece))
                    continue;
                else if (!IsPost(piece))
                    authors.Add(piece);
                else
                    agencies.AddRange(_agencies.In(piece).Select(found => found.Agency));
            }
            else
                return null;
        }
        return authors.Count + agencies.Count > 0 || outlet is not null || IsPost(before)
            ? new BylineReading([.. authors.Distinct(StringComparer.Ordinal)], [.. agencies.Distinct(StringComparer.Ordinal)], outlet) : null;
    }

    /// <summary>Whether the text can be a person's name: two to five capitalised words.</summary>
    public static bool IsName(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 5 || text.Length > 50 || text.Any(char.IsAsciiDigit) || text.AsSpan().ContainsAny(NeverInNames))
            return false;
        foreach (string word in words)
        {
            string lower = word.ToLowerInvariant();
            if (NotNames.Contains(lower) || (!char.IsUpper(word[0]) && !Particles.Contains(lower)))
                return false;
        }
        return char.IsUpper(words[0][0]) || Particles.Contains(words[0]);
    }

    private static bool IsFullName(string? text) => text is not null && text.Contains(' ', StringComparison.Ordinal) && IsName(text);

    /// <summary>One word all in capitals, or one that ends as the names of accounts do: who entered the story, not who wrote it.</summary>
    private static bool IsLogin(string piece) => piece.Length >= 4 && !piece.Contains(' ', StringComparison.Ordinal)
        && (!piece.Any(char.IsLower) || Array.Exists(Accounts, end => piece.EndsWith(end, StringComparison.OrdinalIgnoreCase)));

    private static bool IsPost(string piece)
    {
        string[] words = piece.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= 6 && words.Any(Posts.Contains) && piece.Length <= 60;
    }

    private static IEnumerable<string> Pieces(string names) =>
        names.Split([',', '/', '|', '&', ';', '\u2022', '\u00B7']).SelectMany(p => p.Split(Joints, StringSplitOptions.None)).SelectMany(p => p.Split(" in ").Take(1))
            .SelectMany(p => p.Split(" for ")).Select(p => p.Trim(' ', '.', '-', '\u2013', '\u2014', '(', ')')).Where(p => p.Length > 0);
}
