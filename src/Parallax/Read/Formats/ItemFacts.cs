using Parallax.Data;

namespace Parallax.Read;

/// <summary>Takes the facts that came with an item (a feed, a line of JSON, a mail) into a draft. Immutable.</summary>
internal sealed class ItemFacts(LanguageData data)
{
    private readonly Outlets _outlets = Outlets.Of(data);
    private readonly Bylines _bylines = Bylines.Of(data);

    /// <summary>The outlet that <paramref name="printed"/> or the address names; a name that is not known is taken as it is printed.</summary>
    public string? Outlet(string? printed, string? url)
    {
        if (Tidy(printed) is not { } name)
            return _outlets.OfAddress(url);
        return _outlets.Named(name) ?? (name.Contains(' ', StringComparison.Ordinal) ? null : _outlets.OfAddress(name)) ?? _outlets.OfAddress(url) ?? name;
    }

    /// <summary>The outlet of that name or address where it is a known one; else null.</summary>
    public string? KnownOutlet(string? printed, string? url) => (Tidy(printed) is { } name ? _outlets.Named(name) : null) ?? _outlets.OfAddress(url);

    /// <summary>Takes an author as printed: "By Ann Lee and Bo Ray, Reuters" is two authors and a credit.</summary>
    public void TakeAuthor(ReportDraft draft, string author)
    {
        if (Tidy(author) is not { Length: <= 200 } name)
            return;
        BylineReading? reading = _bylines.Read(name) ?? _bylines.ReadNames(name, signed: false);
        foreach (string person in reading?.Authors ?? [name])
            draft.AddByline(person);
        foreach (string agency in reading?.Agencies ?? [])
            draft.AddCredit(agency, name);
    }

    /// <summary>Takes the first of <paramref name="dates"/> that can be read for the date of publication.</summary>
    public static void TakePublished(ReportDraft draft, params ReadOnlySpan<string?> dates)
    {
        foreach (string? date in dates)
        {
            if (draft.Published.Date is null && PrintedDates.FromMetadata(date) is { } day)
                draft.Published = new Publication(day, PublicationBasis.Metadata, CharacterCleaning.Fold(date));
        }
    }

    /// <summary>A title or name as one clean line; null where nothing is left.</summary>
    public static string? Tidy(string? text)
    {
        if (text is null)
            return null;
        string tidy = CharacterCleaning.Fold(CharacterCleaning.Clean(text));
        return tidy.Length == 0 ? null : tidy;
    }

    /// <summary>The same for a line that may be escaped or marked up, as titles of feeds are.</summary>
    public static string? TidyMarkup(string? text)
    {
        if (text is null)
            return null;
        return Tidy(Markup.Contains(text) ? Markup.Words(text) : text.Contains('&', StringComparison.Ordinal) ? System.Net.WebUtility.HtmlDecode(text) : text);
    }

    /// <summary>An absolute http(s) address; null for anything else.</summary>
    public static string? Address(string? value) =>
        value is { Length: > 0 and < 4000 } && Uri.TryCreate(value.Trim(), UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;
}
