using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using NodaTime;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>The place, agency and date that open a story: "BERLIN (Reuters) -", "Dublin, 4 May —".</summary>
/// <param name="Length">Code units up to and including the dash.</param>
/// <param name="Agencies">The agencies it credits.</param>
/// <param name="Date">Its date, where it has a year.</param>
/// <param name="DateWords">The words of that date.</param>
internal sealed record DatelineReading(int Length, IReadOnlyList<(string Agency, TextSpan Span)> Agencies, LocalDate? Date, string? DateWords);

/// <summary>Finds datelines.</summary>
internal sealed class Datelines
{
    private const int LongestHead = 90;

    private static readonly Regex DayWithoutYear = new(
        @"^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.? \d{1,2}|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    // Words in capitals that open a line without being a place.
    private static readonly HashSet<string> NotPlaces = new(StringComparer.Ordinal)
    {
        "BREAKING", "UPDATE", "UPDATED", "EXCLUSIVE", "WATCH", "VIDEO", "LIVE", "OPINION", "ANALYSIS", "EXPLAINER", "NEWS", "READ", "PHOTOS", "GALLERY", "FACTBOX",
        "TIMELINE", "CORRECTION", "NOTE", "EDITORIAL", "INTERVIEW", "FEATURE", "ALERT", "URGENT", "LATEST", "SUMMARY", "Q", "A", "NATO", "UN", "EU", "US", "UK",
    };

    private static readonly ConcurrentDictionary<LanguageData, Datelines> Loaded = new(ReferenceEqualityComparer.Instance);

    private readonly Agencies _agencies;

    private Datelines(LanguageData data) => _agencies = Agencies.Of(data);

    /// <summary>The dateline rules with the agencies of <paramref name="data"/>.</summary>
    public static Datelines Of(LanguageData data) => Loaded.GetOrAdd(data, d => new Datelines(d));

    /// <summary>Reads the dateline that opens <paramref name="text"/>; null where none does.</summary>
    public DatelineReading? Read(string text)
    {
        int limit = Math.Min(text.Length, LongestHead);
        for (int i = 1; i < limit; i++)
        {
            char c = text[i];
            int length = c switch
            {
                '\u2014' or '\u2013' => i + 1,
                '-' when i + 1 < text.Length && text[i + 1] == '-' => i + 2,
                '-' when text[i - 1] is ' ' or ')' && i + 1 < text.Length && text[i + 1] is ' ' => i + 1,
                ':' when i + 1 < text.Length && text[i + 1] == ' ' => i + 1,
                _ => 0,
            };
            if (length > 0)
                return StartsSentence(text, length) ? ReadHead(text[..i], length, colon: c == ':') : null;
            if (c is '!' or '?' or ';' or '"' or '\u201C' or '\n')
                return null;
        }
        return null;
    }

    private static bool StartsSentence(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '-' or '"' or '\'' or '\u201C' or '\u2018' or '\u2014')
            at++;
        return at < text.Length && (char.IsUpper(text[at]) || char.IsAsciiDigit(text[at]));
    }

    private DatelineReading? ReadHead(string head, int length, bool colon)
    {
        List<(string Agency, TextSpan Span)> credited = [];
        string rest = head.TrimEnd();
        if (rest.EndsWith(')') || rest.EndsWith(']'))
        {
            int open = rest.LastIndexOfAny(['(', '[']);
            if (open < 0)
                return null;
            string inside = rest[(open + 1)..^1];
            foreach ((string agency, TextSpan span) in _agencies.In(inside))
                credited.Add((agency, new TextSpan(open + 1 + span.Start, span.Length)));
            rest = rest[..open].TrimEnd(' ', ',');
        }
        else if (rest.LastIndexOf(" / ", StringComparison.Ordinal) is > 0 and int slash && _agencies.Named(rest[(slash + 3)..]) is { } signed)
        {
            credited.Add((signed, TextSpan.FromBounds(slash + 3, rest.Length)));
            rest = rest[..slash];
        }
        else if (rest.LastIndexOf(" via ", StringComparison.Ordinal) is > 0 and int via && _agencies.Named(rest[(via + 5)..]) is { } carrier)
        {
            credited.Add((carrier, TextSpan.FromBounds(via + 5, rest.Length)));
            rest = rest[..via];
        }
        if (rest.Length == 0)
            return credited.Count > 0 && !colon ? new DatelineReading(length, credited, null, null) : null;
        if (_agencies.Named(rest) is { } only && !colon)
            return new DatelineReading(length, [(only, new TextSpan(0, rest.Length))], null, null);
        (LocalDate? day, string? words, bool dated, rest) = TakeDate(rest);
        return IsPlace(rest, sure: (credited.Count > 0 || dated) && !colon) ? new DatelineReading(length, credited, day, words) : null;
    }

    /// <summary>Takes a date off the end of "BERLIN, May 4" or "Dublin, 4 May 2023".</summary>
    private static (LocalDate? Day, string? Words, bool Dated, string Place) TakeDate(string head)
    {
        List<PrintedDate> dates = PrintedDates.Find(head);
        if (dates.Count > 0 && dates[^1].Span.End == head.Length && dates[^1].Style != DateStyle.Numeric)
            return (dates[^1].Day(true), dates[^1].Span.Of(head), true, head[..dates[^1].Span.Start].TrimEnd(' ', ','));
        int comma = head.LastIndexOf(',');
        if (comma > 0 && DayWithoutYear.IsMatch(head[(comma + 1)..].Trim()))
            return (null, null, true, head[..comma]);
        string[] words = head.Split(' ');
        if (words.Length >= 3 && DayWithoutYear.IsMatch(string.Join(' ', words[^2..])))
            return (null, null, true, string.Join(' ', words[..^2]).TrimEnd(',', ' '));
        return (null, null, false, head);
    }

    private static bool IsPlace(string text, bool sure)
    {
        string[] words = text.Split([' ', ',', '/', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 7 || text.Length > 60 || NotPlaces.Contains(words[0]) || text.Any(char.IsAsciiDigit))
            return false;
        // Without agency or date only capitals make a dateline; the country after a comma may be in small letters.
        string first = text.Split(',')[0];
        bool capitals = first.Count(char.IsLetter) >= 4 && !first.Any(char.IsLower);
        if (!capitals && !sure)
            return false;
        return words.All(word => char.IsUpper(word[0]) || word is "of" or "de" or "al" or "el" or "and" or "the" or "la" or "da" or "do" or "near" or "on" or "in")
            && char.IsUpper(words[0][0]);
    }
}
