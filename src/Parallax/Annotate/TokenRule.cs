namespace Parallax.Annotate;

/// <summary>Why a token ends where it does.</summary>
internal enum TokenRule
{
    /// <summary>Letters and digits up to something else.</summary>
    Word,

    /// <summary>Two words written as one ("cannot", "gonna", "dont").</summary>
    TwoWords,

    /// <summary>The word before "n't".</summary>
    BeforeNot,

    /// <summary>"n't", "'s", "'ll" and the like.</summary>
    Clitic,

    /// <summary>A word that keeps its stop ("Gen.", "U.S.", "J.").</summary>
    Abbreviation,

    /// <summary>A figure with its points, commas and strokes.</summary>
    Number,

    /// <summary>A figure cut from the unit behind it ("5 km", "7 pm").</summary>
    BeforeUnit,

    /// <summary>A compound cut at its hyphen.</summary>
    BeforeHyphen,

    /// <summary>A link, domain, file name, e-mail address, handle or tag.</summary>
    Address,

    /// <summary>An emoticon, arrow or other sign of several characters.</summary>
    Sign,

    /// <summary>The same mark several times ("...", "!!").</summary>
    Run,

    /// <summary>One mark by itself.</summary>
    Mark,
}
