using Parallax.Text;

namespace Parallax.Read;

/// <summary>What has been learnt of one report so far. Mutable, private to one reading.</summary>
internal sealed class ReportDraft
{
    public required string Path { get; init; }

    public required string BytesSha256 { get; init; }

    public string? Url { get; set; }

    public string? Outlet { get; set; }

    public string? Title { get; set; }

    public string? Subtitle { get; set; }

    public List<string> Bylines { get; } = [];

    /// <summary>Its facts came beside the text (a feed, a line of JSON), so that a page that is only a piece of markup is not asked for them.</summary>
    public bool IsDescribed { get; set; }

    /// <summary>The text is wanted as it stands, also where it does not look English.</summary>
    public bool AnyLanguage { get; init; }

    public string? LanguageHint { get; set; }

    public Publication Published { get; set; } = Publication.Unknown;

    public EdtfDate? Modified { get; set; }

    /// <summary>Credits found in lines that were cut.</summary>
    public List<Credit> CutCredits { get; } = [];

    /// <summary>Every line of the page in order, kept or cut.</summary>
    public List<PageLine> Lines { get; set; } = [];

    public void AddCredit(string agency, string words)
    {
        if (!CutCredits.Exists(credit => credit.Agency == agency))
            CutCredits.Add(new Credit(agency, words, null));
    }

    public void AddByline(string author)
    {
        if (!Bylines.Contains(author, StringComparer.OrdinalIgnoreCase))
            Bylines.Add(author);
    }
}
