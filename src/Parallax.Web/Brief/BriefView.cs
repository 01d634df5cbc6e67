using System.Globalization;
using Parallax.Assess;
using Parallax.Fuse;
using Parallax.Present;
using Parallax.Text;

namespace Parallax.Web.Brief;

/// <summary>One link to the words of one report.</summary>
/// <param name="Number">The report's number in the brief.</param>
/// <param name="Anchor">Where the words are highlighted.</param>
/// <param name="Outlet">Who says it.</param>
/// <param name="Exact">The words, on one line.</param>
public sealed record EvidenceLink(int Number, string Anchor, string Outlet, string Exact);

/// <summary>What the components of the page need: the content in order, links to words, and how much of each list is shown.</summary>
public sealed class BriefView
{
    /// <summary>Most events, best supported first; the rest is counted.</summary>
    public const int MostEvents = 500;

    public const int MostFigures = 150;
    public const int MostDifferences = 100;
    public const int MostVoices = 200;
    public const int MostActors = 150;
    public const int MostPlaces = 60;
    public const int MostShared = 60;

    /// <summary>Characters of report text shown in full; beyond it only the paragraphs with evidence are.</summary>
    public const int MostText = 6_000_000;

    private readonly Dictionary<string, string> _anchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shown;
    private readonly Dictionary<string, List<Evidence>> _evidenceOf = new(StringComparer.Ordinal);

    public BriefView(Situation situation)
    {
        Content = new BriefContent(situation);
        foreach (Evidence evidence in situation.Evidence)
        {
            _anchors.TryAdd(evidence.Id, IsPlain(evidence.Id) ? evidence.Id : "x-" + (_anchors.Count + 1).ToString(CultureInfo.InvariantCulture));
            if (!_evidenceOf.TryGetValue(evidence.Report, out List<Evidence>? list))
                _evidenceOf.Add(evidence.Report, list = []);
            list.Add(evidence);
        }
        HashSet<Event> shown = [.. Content.Days.Concat(Content.Background).SelectMany(d => d.Events).OrderByDescending(e => e.Origins).ThenByDescending(e => e.Reports.Count).Take(MostEvents)];
        _shown = [.. shown.Select(e => e.Id)];
        Days = Shown(Content.Days, shown);
        Background = Shown(Content.Background, shown);
        HiddenEvents = situation.Events.Count - shown.Count;
        IsTextCut = situation.Reports.Sum(r => (long)r.Text.Length) > MostText;
    }

    internal BriefContent Content { get; }

    public Situation Situation => Content.Situation;

    internal IReadOnlyList<BriefDay> Days { get; }

    internal IReadOnlyList<BriefDay> Background { get; }

    public int HiddenEvents { get; }

    /// <summary>Whether the texts are too many to show whole.</summary>
    public bool IsTextCut { get; }

    public string Generator => $"{Situation.Generator.Name} {Situation.Generator.Version}, data {(Situation.Generator.Data.Length > 0 ? Situation.Generator.Data : "unknown")}";

    public static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string ReportAnchor(int number) => "report-" + Invariant(number);

    internal static string DayAnchor(BriefDay day, string section) => section + "-" + (day.Edtf is null ? "undated" : Plain(day.Edtf));

    /// <summary>Where a date stands in the timeline; null where it does not.</summary>
    public string? DayAnchorOf(string? edtf) => Days.FirstOrDefault(d => d.Edtf == edtf) is { } day ? DayAnchor(day, "day") : null;

    /// <summary>The day of the timeline on which an event is shown; null where it is not.</summary>
    public string? DayOf(Event happening) => IsShown(happening) ? DayAnchorOf(happening.When?.Edtf) : null;

    /// <summary>Whether the page shows an event, so that a link to it lands.</summary>
    public bool IsShown(Event happening) => _shown.Contains(happening.Id);

    /// <summary>An id of the contract as an anchor of the page.</summary>
    public static string ItemAnchor(string id) => "i-" + Plain(id);

    public string? Anchor(string evidence) => _anchors.GetValueOrDefault(evidence);

    public IReadOnlyList<Evidence> EvidenceOf(ReportEntry report) => _evidenceOf.GetValueOrDefault(report.Id) ?? [];

    /// <summary>A link for each evidence, in the order given; those that lead nowhere are left out.</summary>
    public IReadOnlyList<EvidenceLink> Links(IEnumerable<string> evidence)
    {
        List<EvidenceLink> links = [];
        foreach (string id in evidence)
        {
            if (Content.Evidence(id) is { } entry && Content.Report(entry.Report) is { } report)
                links.Add(new EvidenceLink(Content.NumberOf(report.Id), _anchors[id], BriefContent.Outlet(report), TerminalText.Clean(entry.Exact)));
        }
        return links;
    }

    /// <summary>One link a report, the first of each, by report number.</summary>
    public IReadOnlyList<EvidenceLink> LinkPerReport(IEnumerable<string> evidence) =>
        [.. Links(evidence).GroupBy(l => l.Number).Select(g => g.First()).OrderBy(l => l.Number)];

    /// <summary>The numbers of reports as the filter reads them: <c>1 3 4</c>.</summary>
    public string Numbers(IEnumerable<string> reports) => string.Join(' ', Content.NumbersOf(reports).Select(Invariant));

    public IReadOnlyList<string> ReportsOf(IEnumerable<string> evidence) => Content.ReportsOf(evidence);

    /// <summary>Only http and https addresses become links; anything else, such as <c>javascript:</c>, stays text.</summary>
    public static string? SafeUrl(string? url) =>
        url is { Length: < 2000 } && Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri.AbsoluteUri : null;

    public static string Clean(string? text) => TerminalText.Clean(text ?? "");

    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)].TrimEnd() + "…";

    /// <summary>What an event type amounts to, for its colour: conflict, cooperation, words or other.</summary>
    public static string Tone(Event happening) => happening.Type switch
    {
        Extract.EventType.Assault or Extract.EventType.Coerce or Extract.EventType.Casualties or Extract.EventType.Disaster or Extract.EventType.Accident => "hard",
        Extract.EventType.Protest or Extract.EventType.Mobilize or Extract.EventType.Threaten or Extract.EventType.Sanction or Extract.EventType.Accuse
            or Extract.EventType.Reject or Extract.EventType.Deny => "tense",
        Extract.EventType.Agree or Extract.EventType.Consult or Extract.EventType.Support or Extract.EventType.Concede or Extract.EventType.Cooperate
            or Extract.EventType.Aid or Extract.EventType.Retreat => "soft",
        _ => "plain",
    };

    /// <summary>"protest", with the mode where there is one: "protest, demo".</summary>
    public static string TypeWords(Event happening)
    {
        string type = ContractNames.Of(happening.Type);
        return happening.Mode is { Length: > 0 } mode ? $"{type}, {Clean(mode)}" : type;
    }

    /// <summary>How the date of an event is known; null where it is stated outright.</summary>
    public static string? WhenNote(Event happening) => happening.WhenBasis switch
    {
        "relative" => "date worked out from the weekday or offset and the day of publication",
        "narrative" => "date carried on from the sentence before",
        "stated" => "date stated",
        _ => null,
    };

    private static List<BriefDay> Shown(IReadOnlyList<BriefDay> days, HashSet<Event> shown) =>
        [.. days.Select(d => d with { Events = [.. d.Events.Where(shown.Contains)] }).Where(d => d.Events.Count > 0)];

    private static bool IsPlain(string id) =>
        id.Length is > 2 and < 64 && id.StartsWith("x-", StringComparison.Ordinal) && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static string Plain(string id) => string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
}
