using System.Globalization;
using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>What is written of each kind of answer; docs/reference/quality.md lists the fields.</summary>
internal static class PredictedAnswers
{
    /// <summary>The number of a record that has no id of its own: its place in the file, from 1.</summary>
    public static string Id(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static void Names(this Predictions to, int number, NamedSentence sentence, IReadOnlyList<FoundName> names) => to.Record(Id(number), "", record => record
        .Word("document", sentence.Document.Length > 0 ? sentence.Document : null)
        .Items("names", names, name => record
            .Number("b", name.First).Number("e", name.End).Word("text", string.Join(' ', sentence.Words[name.First..name.End]))
            .Word("kind", name.Kind switch { NameKind.Person => "PER", NameKind.Organisation => "ORG", _ => "LOC" }).Flag("state", name.IsState)));

    public static void Places(this Predictions to, string id, AnnotatedReport report) => to.Record(id, report.Report.Text, record => record
        .Items("toponyms", report.Places, place => record.Span(place.Span)
            .Word("use", place.Use.ToString().ToLowerInvariant()).Word("name", place.Place?.Name).Word("division", place.Place?.Division).Word("country", place.Place?.Country)
            .Degrees("lat", place.Place?.Lat).Degrees("lon", place.Place?.Lon).Number("geonames", place.Place?.GeoNames)));

    public static void Times(this Predictions to, string id, string text, IReadOnlyList<TimexMark> marks) => to.Record(id, text, record => record
        .Items("times", marks, mark => record.Span(mark.Span).Word("type", mark.Type).Word("value", mark.Value).Word("mod", mark.Mod)));

    public static void Attributions(this Predictions to, string id, AnnotatedReport report) => to.Record(id, report.Report.Text, record => record
        .Items("attributions", report.Attributions.Where(a => !a.IsInner), found => record
            .Word("sort", found.Sort.ToString().ToLowerInvariant()).Spans("source", Optional(found.Source)).Spans("cue", Optional(found.Cue)).Spans("content", found.Content)));

    public static void Tolls(this Predictions to, string id, IReadOnlyList<ReportToll> tolls) => to.Record(id, "", record => record
        .Number("num_killed", tolls.FirstOrDefault(t => t.Measure == Measure.Killed && t.IsSettled)?.Count)
        .Number("num_injured", tolls.FirstOrDefault(t => t.Measure == Measure.Injured && t.IsSettled)?.Count));

    public static void Story(this Predictions to, string id, int story) => to.Record(id, "", record => record.Number("story", story));

    public static void Displacement(this Predictions to, int number, (decimal Count, string Term, string Unit)? found) => to.Record(Id(number), "", record => record
        .Number("figure", found?.Count).Word("term", found?.Term).Word("unit", found?.Unit));

    public static void Events(this Predictions to, string id, ReportClaims claims) => to.Record(id, claims.Source.Report.Text, record => record
        .Items("events", claims.Claims.OfType<EventClaim>(), happening =>
        {
            record.Span(happening.Trigger).Word("root", happening.Type.ToString().ToUpperInvariant()).Word("mode", happening.Mode).Word("status", happening.Status.ToString().ToLowerInvariant());
            Actors(record, "initiators", claims.Source, happening.Initiators);
            Actors(record, "targets", claims.Source, happening.Targets);
        }));

    public static void Template(this Predictions to, string id, IReadOnlyList<MucTemplate> templates) => to.Record(id, "", record => record
        .Items("templates", templates, template =>
        {
            record.Word("type", template.Types[0])
                .Words("location", template.Locations.Count > 0 ? template.Locations[0] : [])
                .Word("from", template.Dates.Count > 0 ? template.Dates[0].First?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) : null)
                .Word("to", template.Dates.Count > 0 ? template.Dates[0].Last.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) : null);
            foreach (MucSlot slot in new[] { MucSlot.Individual, MucSlot.Organisation, MucSlot.Victim, MucSlot.Target })
                record.Items(slot.ToString().ToLowerInvariant() + "s", template.Fills(slot), fill => record.Words("texts", fill.Texts));
        }));

    public static void Backgrounds(this Predictions to, string id, IEnumerable<(string Sentence, bool? IsBackground)> sentences) => to.Record(id, "", record => record
        .Items("sentences", sentences, sentence => record.Word("sentence", sentence.Sentence).Flag("background", sentence.IsBackground)));

    public static void Tree(this Predictions to, string document, int number, IReadOnlyList<TreebankWord> words) => to.Record(document + "/" + Id(number), "", record => record
        .Words("form", words.Select(w => w.Form)).Words("lemma", words.Select(w => w.Lemma)).Words("upos", words.Select(w => w.Upos)).Words("xpos", words.Select(w => w.Xpos))
        .Words("feats", words.Select(w => w.Feats)).Numbers("head", words.Select(w => w.Head + 1)).Words("deprel", words.Select(w => w.Relation)));

    private static void Actors(PredictedRecord record, string name, AnnotatedReport report, IReadOnlyList<int> actors) => record
        .Items(name, actors.Select(actor => report.Actors[actor]), actor => record
            .Word("name", actor.Name).Word("kind", actor.Kind.ToString().ToLowerInvariant()).Word("country", actor.Country).Word("class", actor.Class)
            .Spans("mentions", report.Mentions.Where(mention => mention.Actor == actor.Index).Select(mention => mention.Span)));

    private static TextSpan[] Optional(TextSpan? span) => span is { } one ? [one] : [];
}
