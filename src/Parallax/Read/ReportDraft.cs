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

    /// <summary>How the bytes were decoded.</summary>
    public ReportSource? Source { get; init; }

    /// <summary>The content that the text is traced back to, where that is asked for.</summary>
    public (CleanText Text, ContentKind Kind)? Content { get; set; }

    /// <summary>The text that is given is the whole content, and it is to be traced back.</summary>
    public bool MapsPlainText { get; set; }

    /// <summary>How many invisible characters of each kind the content held.</summary>
    public int[] Removed { get; } = new int[6];

    /// <summary>Takes note of what was removed from <paramref name="content"/>.</summary>
    public void Note(CleanText content)
    {
        for (int kind = 0; kind < Removed.Length; kind++)
            Removed[kind] += content.Removed[kind];
        if (MapsPlainText)
            Content = (content, ContentKind.Plain);
    }

    public void AddCredit(string agency, string words)
    {
        if (!CutCredits.Exists(credit => credit.Agency == agency))
            CutCredits.Add(new Credit(agency, words, null));
    }

    public void AddByline(string author)
    {
        int known = Bylines.FindIndex(other => Goes(other, author) || Goes(author, other));
        if (known < 0)
            Bylines.Add(author);
        else if (author.Length < Bylines[known].Length)
            Bylines[known] = author;
    }

    /// <summary>Whether <paramref name="longer"/> is the full name <paramref name="name"/>, or that with what stands beside it on the page, also where nothing parts them.</summary>
    private static bool Goes(string longer, string name) => longer.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && (longer.Length == name.Length || (name.Contains(' ', StringComparison.Ordinal) && (longer[name.Length] == ' ' || (char.IsUpper(longer[name.Length]) && char.IsLower(longer[name.Length - 1])))));
}
