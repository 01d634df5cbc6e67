using System.Globalization;
using Parallax.Annotate;
using Parallax.Assess;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Present;

/// <summary>The contract's values in the words of a brief. Every form of brief says the same thing in the same words.</summary>
internal static class BriefWords
{
    /// <summary>A count with its noun: "1 report", "3 reports".</summary>
    public static string Count(int number, string noun) => Number(number) + " " + (number == 1 ? noun : noun + "s");

    /// <summary>A number with thousands set apart.</summary>
    public static string Number(decimal number) => number.ToString("#,##0.####", CultureInfo.InvariantCulture);

    /// <summary>A score of tension with its sign: "−9", "+2.5", "0".</summary>
    public static string Score(decimal score) => (score > 0 ? "+" : score < 0 ? "−" : "") + Number(Math.Abs(score));

    // Words by which a label says itself that something was not, or is no more.
    private static readonly HashSet<string> s_negations = new(["no", "not", "never", "nobody", "none", "neither", "nor", "without", "denied", "denies", "cancelled", "canceled", "postponed"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The mark of an event beside its label; null where the label says enough: "Police made no arrests" needs no "denied".</summary>
    public static string? Mark(Event happening) =>
        happening.Status == ClaimStatus.Denied && happening.Label.Split(' ').Any(word => s_negations.Contains(word) || word.EndsWith("n't", StringComparison.OrdinalIgnoreCase) || word.EndsWith("n’t", StringComparison.OrdinalIgnoreCase))
            ? null : Mark(happening.Status);

    /// <summary>The mark of an event that is not simply reported as having happened; null for one that is.</summary>
    public static string? Mark(ClaimStatus status) => status switch
    {
        ClaimStatus.Happened => null,
        ClaimStatus.Hypothetical => "conditional",
        _ => ContractNames.Of(status),
    };

    /// <summary>Low, best and high in few words: "12–15, best 15"; "3,000 or more"; "about 400", where every account says the same.</summary>
    public static string Range(Figure figure)
    {
        Reading[] used = [.. figure.Readings.Where(r => r.Use == ReadingUse.Used)];
        if (used.Length > 0 && used.All(r => !r.Vague && r.Comparator == used[0].Comparator && r.Low == used[0].Low && r.High == used[0].High))
        {
            decimal number = Printed(used[0]) ?? figure.Best ?? used[0].Low;
            return Hedge(used[0].Comparator) + Number(number) + Unit(figure.Unit, number);
        }
        if (figure.Low is not decimal low)
            return figure.High is decimal most ? $"up to {Number(most)}{Unit(figure.Unit, most)}" : figure.Best is decimal only ? Number(only) + Unit(figure.Unit, only) : "not counted";
        string best = figure.Best is decimal likely && likely != low ? $", best {Number(likely)}" : "";
        if (figure.High is not decimal high)
            return $"{Number(low)}{Unit(figure.Unit, low)} or more{best}";
        if (low == high)
            return Number(low) + Unit(figure.Unit, low);
        return figure.Best is decimal middle ? $"{Number(low)}–{Number(high)}{Unit(figure.Unit, high)}, best {Number(middle)}" : $"{Number(low)}–{Number(high)}{Unit(figure.Unit, high)}";
    }

    /// <summary>What a figure counts: "KFOR soldiers injured", "participants: ethnic Serbs".</summary>
    public static string Counted(Figure figure)
    {
        string of = TerminalText.Clean(figure.Of);
        string measure = ContractNames.Of(figure.Measure);
        if (of.Length == 0 || of.Equals(measure, StringComparison.OrdinalIgnoreCase))
            return figure.Measure == Measure.Other ? "number" : measure;
        return figure.Measure switch
        {
            Measure.Other => of,
            Measure.Killed or Measure.Injured or Measure.Missing or Measure.Rescued or Measure.Detained or Measure.Displaced or Measure.Aboard => $"{of} {measure}",
            Measure.Hostages => $"{of} held hostage",
            _ => $"{measure}: {of}",
        };
    }

    /// <summary>How the readings of a figure stand to each other, in words a reader needs no key for.</summary>
    public static string Standing(FigureStatus status) => status switch
    {
        FigureStatus.Single => "one origin",
        FigureStatus.Agreed => "agreed",
        FigureStatus.Compatible => "compatible",
        FigureStatus.Series => "changes over time",
        _ => "disputed",
    };

    /// <summary>Why a reading is not counted; null where it is.</summary>
    public static string? NotCounted(Reading reading) => reading.Use switch
    {
        ReadingUse.Used => null,
        ReadingUse.Superseded => $"superseded, {TerminalText.Clean(reading.Rule)}",
        _ => $"not counted, {TerminalText.Clean(reading.Rule)}",
    };

    /// <summary>What a rule of the figures means, in one clause; null for one that is not known.</summary>
    public static string? Rule(string rule) => rule switch
    {
        "Q1" => "read with its kind, unit, comparator and speaker",
        "Q2" => "kinds are never mixed: casualties are not killed, totals are not incidents",
        "Q3" => "low and high are the lowest and highest reliable readings, best is the latest of the highest authority",
        "Q4" => "a vague word counts as its lower bound",
        "Q5" => "an interested party's number about its adversary does not count unless it is alone",
        "Q6" => "a later number of the same origin replaces an earlier one",
        "Q7" => "copies of one origin count once",
        "Q8" => "only separate parts are added up",
        "Q9" => "crowd sizes of different counters are kept apart",
        "Q10" => "every reading stays listed",
        _ => null,
    };

    /// <summary>What a speaker does by speaking, as a verb.</summary>
    public static string Verb(SpeechAct act) => act switch
    {
        SpeechAct.Demand => "demands",
        SpeechAct.Accuse => "accuses",
        SpeechAct.Deny => "denies",
        SpeechAct.Promise => "promises",
        SpeechAct.Threaten => "warns",
        SpeechAct.Condemn => "condemns",
        SpeechAct.Support => "supports",
        SpeechAct.Reject => "rejects",
        SpeechAct.Regret => "regrets",
        _ => "says",
    };

    /// <summary>A kind of disagreement in words.</summary>
    public static string Kind(DisagreementKind kind) => kind switch
    {
        DisagreementKind.Conflict => "cannot both be true",
        DisagreementKind.Scope => "different wholes",
        DisagreementKind.Time => "different times",
        DisagreementKind.Measure => "different things counted",
        DisagreementKind.Vague => "vague against exact",
        DisagreementKind.InterestedParty => "interested party",
        DisagreementKind.Translation => "two translations",
        _ => "parts do not add up",
    };

    /// <summary>Whether accounts of this kind cannot all be true, rather than only differ or take a side.</summary>
    public static bool IsDispute(DisagreementKind kind) => kind is DisagreementKind.Conflict or DisagreementKind.Arithmetic;

    /// <summary>How an origin is known.</summary>
    public static string Basis(Origin origin) => origin.Basis switch
    {
        "single" => "stands alone",
        "copied-text" => "shared text",
        "credit" => "credited agency",
        "quoted-outlet" => "quotes the same outlet",
        _ => TerminalText.Clean(origin.Basis),
    };

    /// <summary>One step of an origin in one sentence; <paramref name="numberOf"/> gives the number of a report, 0 for one that is not here.</summary>
    public static string Hop(OriginHop hop, Func<string, int> numberOf)
    {
        string name = hop.Name is { Length: > 0 } given ? BriefContent.ShortName(TerminalText.Clean(given)) : "another outlet";
        string child = $"[{numberOf(hop.Report)}]", parent = hop.Of is { } of && numberOf(of) is > 0 and int number ? $"[{number}]" : name;
        string share = hop.Share is { } part ? string.Create(CultureInfo.InvariantCulture, $" ({Math.Round(100 * part)} % of the shorter)") : "";
        return (hop.Kind, hop.Directed) switch
        {
            ("copy", true) => $"{child} has its text from {parent}{share}",
            ("copy", false) => $"{child} and {parent} print one text{share}",
            ("edited", true) => $"{child} reworks the text of {parent}{share}",
            ("edited", false) => $"{child} and {parent} rework one text{share}",
            ("retold", true) => $"{child} retells {parent} sentence by sentence{share}",
            ("retold", false) => $"{child} and {parent} retell one text{share}",
            ("quotes", true) => $"{child} has its quotes from {parent}",
            ("quotes", false) => $"{child} and {parent} have the same choice of quotes",
            ("credit", _) => hop.Of is null ? $"{child} credits {name} for its text" : $"{child} and {parent} credit one agency and share text{share}",
            ("quoted-outlet", _) => $"{child} rests on what {parent} reports",
            ("part", _) => $"{child} also has text of {parent}{share}",
            ("loop", _) => $"{child} cites {parent}, whose account leads back to {child}: nobody vouches for it",
            _ => $"{child} goes back to {parent}",
        };
    }

    /// <summary>How a report's publication date is known.</summary>
    public static string DateBasis(PublishedEntry published) => published.Basis switch
    {
        "metadata" => "stated in its metadata",
        "byline" => "printed by the byline",
        "dateline" => "dateline",
        "text" => "printed in the page",
        "anchored" => "inferred from other reports",
        _ => "not known",
    };

    /// <summary>
    /// A direct quotation in quotation marks of its own. Retold words get none: what is quoted inside them keeps its marks, and nothing is put
    /// into a speaker's mouth.
    /// </summary>
    public static string Quoted(string text, bool isQuoted)
    {
        string clean = TerminalText.Clean(text);
        return isQuoted ? "“" + clean.Trim('“', '”', '"', ' ', ',') + "”" : clean.TrimEnd(' ', ',');
    }

    /// <summary>
    /// The number that a hedged reading prints: "more than 50" bounds at 51, but 50 is what the report says. Null where the digits are not the
    /// whole number ("5 million") or there are none.
    /// </summary>
    private static decimal? Printed(Reading reading)
    {
        int start = reading.Text.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0)
            return null;
        int end = start;
        while (end < reading.Text.Length && (char.IsAsciiDigit(reading.Text[end]) || reading.Text[end] is ',' or '.'))
            end++;
        return decimal.TryParse(reading.Text.AsSpan(start, end - start).TrimEnd(",."), NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal printed)
            && (Math.Abs(printed - reading.Low) <= 1 || (reading.High is decimal high && printed >= reading.Low && printed <= high + 1)) ? printed : null;
    }

    private static string Hedge(Comparator comparator) => comparator switch
    {
        Comparator.AtLeast => "at least ",
        Comparator.MoreThan => "more than ",
        Comparator.About => "about ",
        Comparator.Almost => "almost ",
        Comparator.UpTo => "up to ",
        Comparator.LessThan => "fewer than ",
        _ => "",
    };

    private static string Unit(string unit, decimal number)
    {
        if (unit is "people" or "person" or "" or "vehicle" or "thing" or "things" or "count" or "item")
            return "";
        if (unit == "percent")
            return "%";
        if (unit == "foot")
            return number == 1 ? " foot" : " feet";
        string clean = TerminalText.Clean(unit);
        // Units are words in the singular ("mile") or codes ("EUR", "km²"); only words take a plural.
        bool isWord = clean.Length > 2 && clean.All(char.IsAsciiLetterLower) && !clean.EndsWith('s');
        return " " + clean + (isWord && number != 1 ? "s" : "");
    }
}
