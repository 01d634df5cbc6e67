using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>Whole incidents of reports printed in capitals, against the templates of MUC-4; <see cref="MucScorer"/> says what is right.</summary>
internal sealed class MucSet : IGoldSet
{
    private static readonly string[] s_names = ["type", "location", "date", "individual", "organisation", "victim", "target"];

    public string Name => "events.muc4";

    public IReadOnlyList<string> Files(GoldFolder folder) => [folder.PathTo("events", "muc4", folder.Split + ".jsonl")];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        Tally[] slots = new Tally[s_names.Length];
        Tally reports = default, templates = default;
        List<string> misses = [];
        foreach (JsonElement record in GoldFolder.Records(Files(folder)[0]))
        {
            MucTemplate[] gold = [.. GoldFolder.List(record, "templates").Select(MucKey.Read)];
            string text = Unwrapped(GoldFolder.Text(record, "text"));
            ReportClaims claims = stages.Extract(ReportOf(text));
            MucTemplate[] found = [.. claims.Incidents.Select(incident => Template(incident, claims.Source)).OfType<MucTemplate>()];
            stages.Predictions?.Template(GoldFolder.Text(record, "id"), found);
            Tally[] tallies = MucScorer.Compare(gold, found);
            for (int s = 0; s < slots.Length; s++)
                slots[s] += tallies[s];
            reports += new Tally(gold.Length > 0 && found.Length > 0 ? 1 : 0, found.Length > 0 ? 1 : 0, gold.Length > 0 ? 1 : 0);
            templates += new Tally(Math.Min(gold.Length, found.Length), found.Length, gold.Length);
            Tally sum = Sum(tallies);
            if (sum.Right < sum.Found || sum.Right < sum.Gold)
                misses.Add($"{GoldFolder.Text(record, "id")} {sum}{string.Concat(gold.Select(t => "\n        key    " + Line(t)))}{string.Concat(found.Select(t => "\n        found  " + Line(t)))}");
        }
        Tally all = Sum(slots);
        yield return new Score(Name + ".f1", all.F1, all + "; fills of type, location, date, perpetrators and victims", misses);
        for (int s = 0; s < slots.Length; s++)
            yield return new Score(Name + "." + s_names[s], slots[s].F1, slots[s].ToString() + (s == (int)MucSlot.Target ? "; not part of f1" : ""));
        yield return new Score(Name + ".reports", reports.F1, reports + "; reports with an incident");
        yield return new Score(Name + ".templates", templates.F1, templates + "; incidents of each report, whatever they hold");
    }

    private static Tally Sum(Tally[] slots) => slots.Where((_, s) => s != (int)MucSlot.Target).Aggregate(default(Tally), (sum, slot) => sum + slot);

    // Lines are broken at one width: a single break is a blank, as the stage that reads files makes it.
    private static string Unwrapped(string text)
    {
        char[] unwrapped = text.ToCharArray();
        for (int i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] == '\n' && text[i - 1] != '\n' && text[i + 1] is not ('\n' or ' '))
                unwrapped[i] = ' ';
        }
        return new string(unwrapped);
    }

    /// <summary>The report over the text: paragraphs end at empty lines; the opening with place, day and editor's marks belongs to none.</summary>
    internal static Report ReportOf(string text)
    {
        List<Paragraph> paragraphs = [];
        int at = Opening(text);
        TextSpan? dateline = Dateline(text, at);
        if (dateline is { } place)
            paragraphs.Add(new Paragraph(place, ParagraphKind.Body));
        while (at < text.Length)
        {
            int end = text.IndexOf("\n\n", at, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            int start = at;
            while (start < end && char.IsWhiteSpace(text[start]))
                start++;
            if (start < end)
                paragraphs.Add(new Paragraph(TextSpan.FromBounds(start, end), ParagraphKind.Body));
            at = end + 2;
        }
        Report report = Stages.ReportOf(text, MucKey.DayOfReport(text), null);
        return report with { Paragraphs = paragraphs, Dateline = dateline };
    }

    // The place that opens the line: "LIMA", "SAN JOSE (COSTA RICA)".
    private static TextSpan? Dateline(string text, int opening)
    {
        int end = text.IndexOf(',', 0, opening);
        if (end < 0)
            return null;
        int start = text.LastIndexOf('\n', end) + 1;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        return start < end ? TextSpan.FromBounds(start, end) : null;
    }

    // "LIMA, 9 JAN 90 (EFE) -- [REPORT] [TEXT] ": the first dashes of the first lines and the marks in brackets behind them.
    private static int Opening(string text)
    {
        int dashes = text.IndexOf("--", 0, Math.Min(text.Length, 400), StringComparison.Ordinal);
        if (dashes < 0)
            return 0;
        int at = dashes + 2;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
                at++;
            else if (text[at] == '[' && text.IndexOf(']', at, Math.Min(text.Length - at, 200)) is int close and > 0)
                at = close + 1;
            else
                break;
        }
        return at;
    }

    /// <summary>An incident as a template; null for kinds that the key leaves out.</summary>
    internal static MucTemplate? Template(Incident incident, AnnotatedReport report)
    {
        string? type = incident.Kind switch
        {
            IncidentKind.Attack or IncidentKind.Killing => "ATTACK",
            IncidentKind.Clash => null,
            _ => incident.Kind.ToString().ToUpperInvariant(),
        };
        if (type is null)
            return null;
        LocalDate? published = report.Report.Published.Date?.Start;
        // What no day is named for happened on the day of the report or before: "- 05 JAN 90".
        MucDays[] dates = incident.Date is { } date ? [new MucDays(date.Start, date.End)] : published is { } day ? [new MucDays(null, day)] : [];
        List<string> chain = [];
        if (incident.Country is { } code && LanguageData.English.Countries.ByCode(code) is { } country)
            chain.Add(country.Name);
        foreach (int place in incident.Places.Take(3).Reverse())
        {
            PlaceMention mention = report.Places[place];
            if (mention.Place?.Division is { Length: > 0 } division)
                chain.Add(division);
            chain.Add(mention.Span.Of(report.Report.Text));
        }
        return new MucTemplate
        {
            Types = [type],
            Locations = chain.Count > 0 ? [chain] : [],
            Dates = dates,
            Individuals = Fills(incident, IncidentRole.Perpetrator),
            Organisations = Fills(incident, IncidentRole.PerpetratorOrganisation),
            Victims = Fills(incident, IncidentRole.Victim),
            Targets = Fills(incident, IncidentRole.Target),
        };
    }

    private static MucFill[] Fills(Incident incident, IncidentRole role) =>
        [.. incident.Parties.Where(p => p.Role == role).Select(p => new MucFill([.. (p.Name is null ? [] : new[] { p.Name }), .. p.Descriptions])).Where(f => f.Texts.Count > 0)];

    private static string Line(MucTemplate template)
    {
        StringBuilder line = new();
        line.Append(CultureInfo.InvariantCulture, $"{string.Join('/', template.Types)} | {string.Join(" / ", template.Locations.Select(c => string.Join(": ", c)))} | {string.Join(" / ", template.Dates.Select(d => d.First + ".." + d.Last))}");
        foreach (MucSlot slot in new[] { MucSlot.Individual, MucSlot.Organisation, MucSlot.Victim, MucSlot.Target })
            line.Append(" | ").AppendJoin("; ", template.Fills(slot).Select(f => (f.Optional ? "?" : "") + string.Join('/', f.Texts)));
        return line.ToString();
    }
}
