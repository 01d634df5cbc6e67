using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Parallax.Present;

/// <summary>Dates of the contract (EDTF) in English words, and in an order. No culture is read.</summary>
internal static class DateWords
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] Days = ["", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>
    /// <c>2031-04-08</c> → "Tue 8 April 2031", <c>2031-04-08/2031-04-10</c> → "8–10 April 2031", <c>2031-04</c> → "April 2031", <c>198X</c> → "the 1980s",
    /// with "about" for <c>~</c>. A form that is not known is given back cleaned.
    /// </summary>
    public static string Of(string edtf)
    {
        bool about = edtf.EndsWith('~');
        string plain = edtf.TrimEnd('~');
        int slash = plain.IndexOf('/', StringComparison.Ordinal);
        string words = slash < 0 ? One(plain, weekday: true) : Range(plain[..slash].TrimEnd('~'), plain[(slash + 1)..]);
        return about ? "about " + words : words;
    }

    /// <summary>As <see cref="Of(string)"/> without the year for single days: "8 April".</summary>
    public static string Short(string edtf) =>
        Day(edtf.TrimEnd('~')) is LocalDate day ? Invariant($"{day.Day} {Months[day.Month - 1]}") : Of(edtf);

    /// <summary>The single day that <paramref name="edtf"/> names; null where it names anything else.</summary>
    public static LocalDate? Day(string edtf)
    {
        if (edtf.Length != 10)
            return null;
        ParseResult<LocalDate> parsed = LocalDatePattern.Iso.Parse(edtf);
        return parsed.Success ? parsed.Value : null;
    }

    /// <summary>The first and last day that the text can mean; null where it is not of a known form.</summary>
    public static (LocalDate First, LocalDate Last)? Bounds(string? edtf)
    {
        if (edtf is null || edtf.Length > 32)
            return null;
        string plain = edtf.TrimEnd('~');
        int slash = plain.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
            return Bounds(plain[..slash]) is { } from && Bounds(plain[(slash + 1)..]) is { } to ? (from.First, to.Last) : null;
        if (Day(plain) is LocalDate day)
            return (day, day);
        if (plain.Length == 4 && plain[3] == 'X' && Number(plain[..3]) is int decade)
            return (new LocalDate(Math.Max(1, decade * 10), 1, 1), new LocalDate(decade * 10 + 9, 12, 31));
        if (plain.Length == 4 && Number(plain) is int year and > 0)
            return (new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
        if (plain.Length == 7 && plain[4] == '-' && Number(plain[..4]) is int y and > 0 && Number(plain[5..]) is int month and >= 1 and <= 12)
        {
            LocalDate first = new(y, month, 1);
            return (first, first.PlusMonths(1).PlusDays(-1));
        }
        return null;
    }

    private static string Range(string from, string to)
    {
        if (Day(from) is LocalDate first && Day(to) is LocalDate last)
        {
            if (first.Year == last.Year && first.Month == last.Month)
                return Invariant($"{first.Day}–{last.Day} {Months[last.Month - 1]} {last.Year}");
            if (first.Year == last.Year)
                return Invariant($"{first.Day} {Months[first.Month - 1]} – {last.Day} {Months[last.Month - 1]} {last.Year}");
        }
        return from.Length == 4 && to.Length == 4 ? TerminalText.Clean($"{from}–{to}") : $"{One(from, weekday: false)} – {One(to, weekday: false)}";
    }

    private static string One(string edtf, bool weekday)
    {
        if (Day(edtf) is LocalDate day)
            return (weekday ? Days[(int)day.DayOfWeek] + " " : "") + Invariant($"{day.Day} {Months[day.Month - 1]} {day.Year}");
        if (Bounds(edtf) is not { } bounds)
            return TerminalText.Clean(edtf);
        return edtf.Length switch
        {
            7 => Invariant($"{Months[bounds.First.Month - 1]} {bounds.First.Year}"),
            4 when edtf[3] == 'X' => Invariant($"the {bounds.First.Year / 10}0s"),
            _ => edtf,
        };
    }

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
