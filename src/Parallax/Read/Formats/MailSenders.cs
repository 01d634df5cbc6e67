using Parallax.Data;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>Divides the name of a mail's sender into the person and the body that the person writes for. Immutable.</summary>
internal sealed class MailSenders(LanguageData data)
{
    private readonly Outlets _outlets = Outlets.Of(data);
    private readonly Agencies _agencies = Agencies.Of(data);
    private readonly HashSet<string> _heads = data.Lexicon("actor-organisation-heads").FirstColumn();

    /// <summary>
    /// "Lena Hoff (Aldern Fire Service)", "Lena Hoff, Aldern Fire Service", "Lena Hoff | Aldern Fire Service", "Lena Hoff via Press List"; "Hoff, Lena" is one
    /// person turned round. Neither where the name is of no such form, or its first part is no person.
    /// </summary>
    public (string? Person, string? Body) Divide(string? name)
    {
        if (name is not { Length: > 0 and <= 200 })
            return default;
        int open = name.EndsWith(')') ? name.LastIndexOf('(') : -1;
        if (open > 0)
            return Of(name[..open], name[(open + 1)..^1], isSaid: true);
        if (name.LastIndexOf(" via ", StringComparison.OrdinalIgnoreCase) is > 0 and int via)
            return Of(name[..via], name[(via + " via ".Length)..], isSaid: true);
        if (Turned(name) is { } turned)
            return (turned, null);
        foreach (string mark in (string[])[" | ", " - ", " \u2013 ", " \u2014 ", " / ", ", "])
        {
            if (name.IndexOf(mark, StringComparison.Ordinal) is > 0 and int at)
                return Of(name[..at], name[(at + mark.Length)..], isSaid: false);
        }
        return default;
    }

    // Brackets and "via" hold a body or nothing that matters ("she/her", "Press"); behind a comma as often stands a post ("Press Officer").
    private (string? Person, string? Body) Of(string first, string second, bool isSaid)
    {
        string before = first.Trim(' ', '\'', '"', ','), behind = second.Trim(' ', '\'', '"', ',');
        if ((Turned(before) ?? (IsPerson(before) ? before : null)) is not { } person)
            return default;
        bool named = behind.Length is > 1 and <= 100 && char.IsUpper(behind[0]) && !behind.AsSpan().ContainsAny('@', '/')
            && (IsBody(behind) || (isSaid && (behind.Contains(' ', StringComparison.Ordinal) || !behind.Any(char.IsLower))));
        return (person, named ? behind : null);
    }

    /// <summary>"Hoff, Lena" as the name is spoken.</summary>
    private string? Turned(string name)
    {
        string[] parts = name.Split(", ");
        return parts.Length == 2 && !parts[0].Contains(' ', StringComparison.Ordinal) && parts[1].AsSpan().Count(' ') <= 1 && IsPerson(parts[0]) && IsPerson(parts[1])
            ? $"{parts[1]} {parts[0]}" : null;
    }

    private bool IsPerson(string name) => Bylines.IsName(name) && !IsBody(name);

    private bool IsBody(string name) => _outlets.Named(name) is not null || _agencies.Named(name) is not null || HasHead(name.Split(' '));

    // "Fire Service", "Ministry of Health"; but not "Press Officer".
    private bool HasHead(string[] words) =>
        _heads.Contains(Folding.Fold(words[^1])) || words.Where((word, i) => i + 1 < words.Length && words[i + 1] is "of" or "for" && _heads.Contains(Folding.Fold(word))).Any();
}
