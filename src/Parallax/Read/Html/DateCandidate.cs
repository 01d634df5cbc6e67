using NodaTime;

namespace Parallax.Read;

/// <summary>Where a date of publication was found, the most telling place first.</summary>
internal enum DatePlace
{
    /// <summary>Linked data of the page's own article.</summary>
    LinkedArticle,

    /// <summary>A meta element that names the date of publication.</summary>
    Meta,

    /// <summary>Microdata or RDFa of the story.</summary>
    Microdata,

    /// <summary>Linked data of the page as such.</summary>
    LinkedPage,

    /// <summary>The path of the page's address, year/month/day.</summary>
    Address,

    /// <summary>Printed beside the headline, with a label such as "Published" or a name that says so.</summary>
    HeadLabelled,

    /// <summary>Printed beside the headline in an element marked as a date.</summary>
    HeadMarked,

    /// <summary>Printed beside the headline, alone or with the author.</summary>
    HeadAlone,

    /// <summary>Linked data of when a recording or the page was made.</summary>
    LinkedRecording,

    /// <summary>A meta element for some date.</summary>
    WeakMeta,

    /// <summary>A field for the date of publication in a script.</summary>
    Script,

    /// <summary>Elsewhere in the address.</summary>
    WeakAddress,

    /// <summary>In the dateline that opens the story.</summary>
    Dateline,

    /// <summary>Elsewhere on the page, with a label.</summary>
    FarLabelled,

    /// <summary>Elsewhere on the page, in an element marked as a date that has no like.</summary>
    FarMarked,

    /// <summary>Alone in a line elsewhere.</summary>
    FarAlone,

    /// <summary>Date of a change in machine-readable form.</summary>
    Changed,

    /// <summary>Date of a change as printed.</summary>
    ChangedPrinted,
}

/// <summary>A day that may be that of publication, with the words or the value it was read from.</summary>
/// <param name="Place">Where it was found.</param>
/// <param name="Day">The day; the month-first reading while <paramref name="Other"/> is not settled.</param>
/// <param name="Other">The day-first reading of an ambiguous date.</param>
/// <param name="Words">As printed, or the value.</param>
internal sealed record DateCandidate(DatePlace Place, LocalDate Day, LocalDate? Other, string Words)
{
    /// <summary>Minute of the day in universal time; null where the stamp has its own zone, or no time.</summary>
    public int? UtcMinute { get; init; }

    /// <summary>Minute of the day in the stamp's own zone; null where it is in universal time, or has no time.</summary>
    public int? LocalMinute { get; init; }

    /// <summary>Read from an attribute, not from what is shown.</summary>
    public bool IsValue { get; init; }

    public PublicationBasis Basis => Place switch
    {
        _ when IsValue => PublicationBasis.Metadata,
        DatePlace.HeadLabelled or DatePlace.HeadMarked or DatePlace.HeadAlone => PublicationBasis.Byline,
        DatePlace.Dateline => PublicationBasis.Dateline,
        DatePlace.FarLabelled or DatePlace.FarMarked or DatePlace.FarAlone or DatePlace.ChangedPrinted => PublicationBasis.Text,
        _ => PublicationBasis.Metadata,
    };
}
