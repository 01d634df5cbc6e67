using System.Globalization;
using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Tests.Specs;

/// <summary>
/// How each spec file's cases are run: the lines that a stage gives for a report. To specify another stage, add a file
/// <c>specs/NAME.md</c> and an entry here that turns a report into lines.
/// </summary>
internal static class SpecDumps
{
    private static readonly Annotator s_annotator = new(LanguageData.English);
    private static readonly Extractor s_extractor = new(LanguageData.English);
    private static readonly TollReader s_tolls = new(LanguageData.English);

    private static readonly CaseRestorer s_case = new(LanguageData.English);

    /// <summary>By file name without ending.</summary>
    public static readonly IReadOnlyDictionary<string, Func<Report, IEnumerable<string>>> ByFile =
        new Dictionary<string, Func<Report, IEnumerable<string>>>(StringComparer.Ordinal)
        {
            ["tokens"] = report => Words(s_annotator.Annotate(report)),
            ["sentences"] = report => Sentences(s_annotator.Annotate(report)),
            ["tags"] = report => Tags(s_annotator.Annotate(report)),
            ["times"] = report => Times(s_annotator.Annotate(report)),
            ["time-pairs"] = report => OrNothing(TimePairs(s_annotator.Annotate(report))),
            ["quantities"] = report => Quantities(s_annotator.Annotate(report)),
            ["tolls"] = report => OrNothing(Tolls(s_extractor.Extract(s_annotator.Annotate(report)))),
            ["names"] = report => OrNothing(Annotate.ActorScene.Names(s_annotator.Annotate(report))),
            ["name-kinds"] = report => OrNothing(NameKinds(s_annotator.Annotate(report))),
            ["places"] = report => OrNothing(Places(s_annotator.Annotate(report))),
            ["event-places"] = report => OrNothing(EventPlaces(s_extractor.Extract(s_annotator.Annotate(report)))),
            ["incidents"] = report => OrNothing(Incidents(s_extractor.Extract(s_annotator.Annotate(report)))),
            ["case"] = report => (s_case.Restore(report) ?? report.Text).Split('\n'),
            ["clauses"] = report => OrNothing(Clauses(s_annotator.Annotate(report))),
            ["speech"] = report => OrNothing(Annotate.ActorScene.Speech(s_annotator.Annotate(report))),
        };

    private static IEnumerable<string> Clauses(AnnotatedReport report)
    {
        ReportView view = new(report);
        foreach (ClauseModel model in report.Sentences.Select(sentence => ClauseFinder.Find(new SentenceView(view, sentence))))
        {
            string Phrases(IReadOnlyList<NounPhrase> phrases) =>
                phrases.Count == 0 ? "-" : string.Join(" + ", phrases.Select(phrase => Words(report, model.Sentence.SpanOf(phrase.First, phrase.End))));
            foreach (VerbGroup verb in model.Verbs)
                yield return $"{verb.Kind} {model.Sentence[verb.Head].Text}: {Phrases(verb.Subjects)}; {Phrases(verb.Objects)}";
        }
    }

    private static IEnumerable<string> Tolls(ReportClaims claims) =>
        s_tolls.Read(claims.Source).Select(toll => string.Create(CultureInfo.InvariantCulture, $"{Lower(toll.Measure.ToString())} {toll.Count}{(toll.IsDerived ? " derived" : "")}{(toll.IsSettled ? "" : " open")}"));

    private static IEnumerable<string> Places(AnnotatedReport report)
    {
        foreach (PlaceMention mention in report.Places)
        {
            string place = mention.Place is not { } known ? "?"
                : string.Join(", ", new[] { known.Name, known.Division, known.Country }.Where(part => part.Length > 0).Distinct(StringComparer.Ordinal)) + " (" + Lower(known.Precision.ToString()) + ")";
            yield return $"{Lower(mention.Use.ToString())} \"{Words(report, mention.Span)}\" {place}";
        }
    }

    private static IEnumerable<string> EventPlaces(ReportClaims claims) =>
        claims.Claims.OfType<EventClaim>().Select(claim =>
            claim.Type.ToString().ToUpperInvariant() + " " + (claim.Place >= 0 ? "\"" + Words(claims.Source, claims.Source.Places[claim.Place].Span) + "\"" : "-"));

    private static IEnumerable<string> Incidents(ReportClaims claims)
    {
        foreach (Incident incident in claims.Incidents)
        {
            List<string> parts = [Lower(incident.Kind.ToString()) + (incident.Stage == IncidentStage.Accomplished ? "" : " " + Lower(incident.Stage.ToString()))
                + (incident.Date is { } date ? " on " + date : "") + (incident.Places.Count > 0 ? " in " + Words(claims.Source, claims.Source.Places[incident.Places[0]].Span) : "")];
            foreach (IncidentParty party in incident.Parties)
            {
                string role = party.Role switch { IncidentRole.Perpetrator => "by", IncidentRole.PerpetratorOrganisation => "of", IncidentRole.Victim => "victim", _ => "target" };
                string descriptions = string.Join(" / ", party.Descriptions);
                string who = party.Name is null ? descriptions : descriptions.Length > 0 ? $"{party.Name} ({descriptions})" : party.Name;
                parts.Add($"{role}{(party.Alleged ? " perhaps" : "")} {who}{(party.Effect is null ? "" : ", " + party.Effect)}");
            }
            yield return string.Join(" | ", parts);
        }
    }

    private static IEnumerable<string> OrNothing(IEnumerable<string> lines) => lines.DefaultIfEmpty("nothing");

    private static IEnumerable<string> Words(AnnotatedReport report) =>
        report.Sentences.Select(sentence => string.Join(" | ", report.Words.Where(word => sentence.Span.Contains(word.Span)).Select(word => word.Span.Of(report.Report.Text))));

    private static IEnumerable<string> Sentences(AnnotatedReport report) =>
        report.Sentences.Select(sentence => (sentence.IsHeading ? "heading: " : "") + Words(report, sentence.Span));

    private static IEnumerable<string> Tags(AnnotatedReport report) =>
        report.Sentences.Select(sentence => string.Join(' ', Of(report, sentence).Select(Tag)));

    private static string Tag(Token token)
    {
        string tag = token.Text + "/" + Upper(token.Tag.ToString());
        if (token.Form != VerbForm.None)
            tag += ":" + Lower(token.Form.ToString());
        return token.Lemma == token.Lower ? tag : tag + "<" + token.Lemma;
    }

    private static IEnumerable<string> NameKinds(AnnotatedReport report) =>
        report.Names.Select(name => $"{Hyphened(name.Fine.ToString())} \"{Words(report, name.Span)}\"");

    private static IEnumerable<string> Times(AnnotatedReport report)
    {
        LocalDate? published = report.Report.Published.Date is { Precision: DatePrecision.Day } day ? day.Start : null;
        EdtfDate? narrative = null;
        foreach (TimeMention time in report.Times)
        {
            EdtfDate? date = time.Resolve(published, narrative);
            // A relative time counts from the last day that the text named.
            if (date is { Precision: DatePrecision.Day })
                narrative = date;
            string value = date is { } known ? $"{known} ({Lower(known.Precision.ToString())})" : "- (" + Hyphened(time.Expression.GetType().Name) + ")";
            string way = time.Direction == TimeDirection.Unknown ? "" : " " + Lower(time.Direction.ToString());
            yield return $"time \"{Words(report, time.Span)}\" {value}{way}{(time.PartOfDay is { } part ? " " + part : "")}";
        }
    }

    private static IEnumerable<string> TimePairs(AnnotatedReport report) =>
        TimeResolver.Marks(report, report.Report.Published.Date?.Start)
            .Select(mark => $"{Lower(mark.Type)} \"{Words(report, mark.Span)}\" {mark.Value ?? "-"}{(mark.Mod is { } mod ? " " + mod : "")}");

    private static IEnumerable<string> Quantities(AnnotatedReport report)
    {
        foreach (QuantityMention quantity in report.Quantities)
        {
            string low = quantity.Low.ToString(CultureInfo.InvariantCulture);
            string value = quantity.High == quantity.Low ? low : low + ".." + quantity.High?.ToString(CultureInfo.InvariantCulture);
            string bound = quantity.Comparator == Comparator.Exactly ? "" : " " + Hyphened(quantity.Comparator.ToString());
            string head = quantity.HeadToken >= 0 ? $" of \"{report.Tokens[quantity.HeadToken].Text}\"" : "";
            yield return $"quantity \"{Words(report, quantity.Span)}\" {value}{bound}{(quantity.Vague ? " vague" : "")} "
                + Lower(quantity.Kind.ToString()) + (quantity.Unit is { } unit ? " " + unit : "") + head;
        }
    }

    private static IEnumerable<Token> Of(AnnotatedReport report, Sentence sentence) =>
        report.Tokens.Skip(sentence.FirstToken).Take(sentence.EndToken - sentence.FirstToken);

    private static string Words(AnnotatedReport report, TextSpan span) => span.Of(report.Report.Text).Replace('\n', ' ');

    private static string Lower(string name) => name.ToLowerInvariant();

    private static string Upper(string name) => name.ToUpperInvariant();

    /// <summary>"MoreThan" as <c>more-than</c>.</summary>
    private static string Hyphened(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
