using Parallax.Data;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>What an actor is.</summary>
public enum ActorKind
{
    /// <summary>One human being.</summary>
    Person,

    /// <summary>A company, party, court, alliance, ministry or other body that is none of the below.</summary>
    Organisation,

    /// <summary>A state's or alliance's military, or an organised armed body.</summary>
    ArmedForce,

    /// <summary>Police and gendarmerie.</summary>
    Police,

    /// <summary>A government or state, also under its capital's name.</summary>
    Government,

    /// <summary>People without an organisation: protesters, residents, an ethnic group.</summary>
    Group,

    /// <summary>Who publishes: a newspaper, broadcaster or agency.</summary>
    Outlet,

    /// <summary>What acts in nothing but is a target of force: a building, a work, a craft ("the airport", "two tanks").</summary>
    Thing,
}

/// <summary>How a mention names its actor.</summary>
public enum MentionForm
{
    /// <summary>By name: "Albin Kurti", "KFOR".</summary>
    Name,

    /// <summary>By description: "the prime minister", "Serb protesters", "two officers".</summary>
    Nominal,

    /// <summary>By pronoun: "he", "they", "who".</summary>
    Pronoun,
}

/// <summary>A span that names an actor.</summary>
/// <param name="Span">The full mention: name with its title and modifiers where they belong to it.</param>
/// <param name="HeadSpan">The name itself, or the head noun ("protesters").</param>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Form">Name, nominal or pronoun.</param>
/// <param name="Actor">Index in <see cref="AnnotatedReport.Actors"/>; -1 for a pronoun that could not be resolved.</param>
public sealed record ActorMention(TextSpan Span, TextSpan HeadSpan, int Sentence, MentionForm Form, int Actor);

/// <summary>A role that a report gives an actor: "Kosovo Prime Minister Albin Kurti".</summary>
/// <param name="Title">The role as printed: "Prime Minister", "defence minister", "spokesman".</param>
/// <param name="Of">Whose: a country, body or person as printed or as its usual name ("Kosovo", "NATO", "Kremlin"); null where not said.</param>
/// <param name="Span">The words that say so.</param>
/// <param name="Former">Whether it is a past role ("former", "ex-").</param>
public sealed record RoleMention(string Title, string? Of, TextSpan Span, bool Former);

/// <summary>One actor as one report knows it: all mentions that the report shows to be the same.</summary>
/// <param name="Index">Its number in the report.</param>
/// <param name="Name">The fullest name or description used ("Albin Kurti", "ethnic Serbs").</param>
/// <param name="Kind">What it is.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code (<c>XK</c> for Kosovo) of its country; null where the report does not tell.</param>
/// <param name="IsNamed">Whether some mention is a name; false for descriptions such as "gunmen".</param>
/// <param name="Members">For compound descriptions, the nationality or side words that qualify it, folded ("serb", "albanian"); empty otherwise.</param>
/// <param name="Roles">The roles that the report gives it.</param>
/// <param name="Names">Every distinct name form used, in order of first appearance.</param>
public sealed record ReportActor(
    int Index, string Name, ActorKind Kind, string? Country, bool IsNamed,
    IReadOnlyList<string> Members, IReadOnlyList<RoleMention> Roles, IReadOnlyList<string> Names)
{
    /// <summary>
    /// What sort of people or body it is, to compare sides: soldier, police, protester, civilian, official, gunman, rebel, worker, journalist,
    /// people (a nation or ethnic group), government, ministry, court, parliament, party, organisation; null where the words do not tell.
    /// </summary>
    public string? Class { get; init; }
}

/// <summary>What a toponym stands for where it stands.</summary>
public enum ToponymUse
{
    /// <summary>The place itself.</summary>
    Place,

    /// <summary>The government or state: "Belgrade rejected…".</summary>
    Government,

    /// <summary>A modifier of somebody or something: "Kosovo police", "the Zvecan mayor".</summary>
    Modifier,

    /// <summary>Where the report was filed.</summary>
    Dateline,

    /// <summary>A country by its people or as an adjective: "Kenyan police", "Kenyans"; never where something happened.</summary>
    People,
}

/// <summary>A span that names a place.</summary>
/// <param name="Span">The name.</param>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Place">The place chosen; null where the gazetteer has none or none could be preferred.</param>
/// <param name="Use">What it stands for here.</param>
public sealed record PlaceMention(TextSpan Span, int Sentence, GazetteerPlace? Place, ToponymUse Use);

/// <summary>How a printed number bounds the true one.</summary>
public enum Comparator
{
    /// <summary>The number as it stands.</summary>
    Exactly,

    /// <summary>"at least", "no fewer than".</summary>
    AtLeast,

    /// <summary>"more than", "over".</summary>
    MoreThan,

    /// <summary>"about", "some", "around".</summary>
    About,

    /// <summary>"almost", "nearly".</summary>
    Almost,

    /// <summary>"up to", "as many as".</summary>
    UpTo,

    /// <summary>"fewer than", "under".</summary>
    LessThan,
}

/// <summary>What kind of number a quantity is, before its measure is known.</summary>
public enum QuantityKind
{
    /// <summary>A count of people or things.</summary>
    Count,

    /// <summary>First, 22nd.</summary>
    Ordinal,

    /// <summary>A share in per cent.</summary>
    Percent,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>An age: "aged 23", "11-year-old".</summary>
    Age,

    /// <summary>A length, e.g. "28 miles".</summary>
    Distance,

    /// <summary>An area.</summary>
    Area,

    /// <summary>A stretch of time: "78-day".</summary>
    Duration,

    /// <summary>A number that names something: a road, a calibre, a model, a resolution.</summary>
    Label,
}

/// <summary>A span that states a number.</summary>
/// <param name="Span">Comparator, number and, where written as one, unit: "more than 50", "4,000-strong", "236-mile".</param>
/// <param name="NumberSpan">The number alone.</param>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Low">The number printed, of a range the first; 0 after "up to" and "fewer than"; for vague words the ACLED lower bound (tens 10, dozens 12, hundreds 100, thousands 1000).</param>
/// <param name="High">The number printed, of a range the last; null where open upward ("hundreds", "more than 50").</param>
/// <param name="Comparator">How the words bound it.</param>
/// <param name="Vague">Whether the number is a vague word.</param>
/// <param name="Kind">What kind of number.</param>
/// <param name="Unit">For money, distance, area, duration, per cent: the unit, singular ("mile", "EUR", "percent"); null for counts.</param>
/// <param name="HeadToken">For counts: index of the token that is counted ("soldiers" in "30 Nato soldiers"); -1 where it is not said.</param>
public sealed record QuantityMention(
    TextSpan Span, TextSpan NumberSpan, int Sentence, decimal Low, decimal? High,
    Comparator Comparator, bool Vague, QuantityKind Kind, string? Unit, int HeadToken);

/// <summary>The form of reported speech.</summary>
public enum SpeechForm
{
    /// <summary>Inside quotation marks, whole sentences.</summary>
    Direct,

    /// <summary>Retold: "said that…".</summary>
    Indirect,

    /// <summary>Retold with quoted pieces: called it "unacceptable".</summary>
    Mixed,
}

/// <summary>One piece of reported speech with its speaker.</summary>
/// <param name="Span">Everything: content, cue and speaker.</param>
/// <param name="Content">What was said: for direct speech the words inside the marks (several where the cue interrupts), for the others the clause.</param>
/// <param name="Sentence">Index of the sentence of the first content span.</param>
/// <param name="Form">Direct, indirect or mixed.</param>
/// <param name="Speaker">Index in <see cref="AnnotatedReport.Actors"/>; -1 where the speaker is not known.</param>
/// <param name="SpeakerSpan">The words that name the speaker at this place; null where carried on from before.</param>
/// <param name="Cue">The reporting word ("said"); null where there is none.</param>
/// <param name="CueLemma">Its lemma.</param>
/// <param name="Addressee">Who was addressed, as printed ("reporters", "the crowd", "Russia's TASS news agency"); null where not said.</param>
public sealed record Speech(
    TextSpan Span, IReadOnlyList<TextSpan> Content, int Sentence, SpeechForm Form,
    int Speaker, TextSpan? SpeakerSpan, TextSpan? Cue, string? CueLemma, string? Addressee);
