using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parallax.Annotate;
using Parallax.Assess;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Present;

/// <summary>One line of JSON for what a stage made of one report; documented in <c>docs/reference/stages.md</c>.</summary>
public static class StageJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One report as the contract has it, and beside it <c>source</c>: how it was decoded, and where its text stands in the content if that was asked for.</summary>
    public static string Read(Report report)
    {
        string entry = SituationJson.Line(ReportEntries.Of(report));
        if (report.Source is not { } source)
            return entry;
        string added = Line(json =>
        {
            json.WriteStartObject("source");
            json.WriteString("encoding", source.Encoding);
            json.WriteString("basis", ContractNames.Of(source.Basis));
            if (source.Map is { } map)
            {
                // Short, as a report has many: four numbers each.
                json.WriteStartArray("runs");
                foreach (PageRun run in map.Runs)
                {
                    json.WriteStartArray();
                    json.WriteNumberValue(run.Text.Start);
                    json.WriteNumberValue(run.Text.Length);
                    json.WriteNumberValue(run.Page.Start);
                    json.WriteNumberValue(run.Page.Length);
                    json.WriteEndArray();
                }
                json.WriteEndArray();
                json.WriteNumber("mapped", map.Mapped);
                json.WriteNumber("unmapped", map.Unmapped);
            }
            json.WriteEndObject();
        });
        return $"{entry[..^1]},{added[1..]}";
    }

    /// <summary>Everything found in one report.</summary>
    public static string Annotated(AnnotatedReport annotated) => Line(json =>
    {
        string text = annotated.Report.Text;
        json.WriteString("report", annotated.Report.Id);
        json.WriteString("path", annotated.Report.Path);
        json.WriteString("text", text);
        Array(json, "sentences", annotated.Sentences, sentence =>
        {
            Span(json, sentence.Span);
            json.WriteNumber("paragraph", sentence.Paragraph);
            json.WriteBoolean("heading", sentence.IsHeading);
            Array(json, "tokens", Enumerable.Range(sentence.FirstToken, sentence.EndToken - sentence.FirstToken), index =>
            {
                Token token = annotated.Tokens[index];
                Span(json, token.Span, text);
                json.WriteString("lemma", token.Lemma);
                json.WriteString("upos", token.Tag.ToString().ToUpperInvariant());
                json.WriteString("xpos", token.Xpos);
                json.WriteNumber("head", token.Head < 0 ? -1 : token.Head - sentence.FirstToken);
                json.WriteString("relation", token.Relation);
            });
        });
        Array(json, "names", annotated.Names, name =>
        {
            Span(json, name.Span, text);
            json.WriteNumber("sentence", name.Sentence);
            json.WriteString("kind", ContractNames.Of(name.Kind));
            json.WriteString("fine", ContractNames.Of(name.Fine));
        });
        Array(json, "times", annotated.Times, time =>
        {
            Span(json, time.Span, text);
            json.WriteNumber("sentence", time.Sentence);
            json.WriteString("kind", ContractNames.Of(time.Kind));
            Text(json, "value", Resolve(time, annotated.Report)?.ToString());
            json.WriteString("direction", ContractNames.Of(time.Direction));
            Text(json, "partOfDay", time.PartOfDay);
        });
        Array(json, "timex", TimeResolver.Marks(annotated, annotated.Report.Published.Date is { Precision: DatePrecision.Day } day ? day.Start : null), mark =>
        {
            Span(json, mark.Span, text);
            json.WriteString("type", mark.Type);
            Text(json, "value", mark.Value);
            Text(json, "mod", mark.Mod);
        });
        Array(json, "places", annotated.Places, place => Place(json, place, text));
        Array(json, "quantities", annotated.Quantities, quantity =>
        {
            Span(json, quantity.Span, text);
            json.WriteNumber("sentence", quantity.Sentence);
            Quantity(json, quantity);
            json.WriteString("kind", ContractNames.Of(quantity.Kind));
            Text(json, "unit", quantity.Unit);
            Text(json, "counted", quantity.HeadToken >= 0 ? annotated.Tokens[quantity.HeadToken].Text : null);
        });
        Array(json, "actors", annotated.Actors, actor => Actor(json, actor, text));
        Array(json, "mentions", annotated.Mentions, mention =>
        {
            Span(json, mention.Span, text);
            json.WriteNumber("sentence", mention.Sentence);
            json.WriteString("form", ContractNames.Of(mention.Form));
            json.WriteNumber("actor", mention.Actor);
        });
        Array(json, "speeches", annotated.Speeches, speech =>
        {
            Span(json, speech.Span);
            json.WriteString("form", ContractNames.Of(speech.Form));
            json.WriteNumber("speaker", speech.Speaker);
            Text(json, "speakerName", speech.Speaker >= 0 ? annotated.Actors[speech.Speaker].Name : null);
            Text(json, "speakerText", speech.SpeakerSpan?.Of(text));
            Text(json, "cue", speech.CueLemma);
            Text(json, "addressee", speech.Addressee);
            Array(json, "content", speech.Content, span => Span(json, span, text));
        });
    });

    /// <summary>One line for each claim of one report, in text order.</summary>
    public static IEnumerable<string> Claims(ReportClaims claims) =>
        claims.Claims.Select((claim, index) => Claim(claims.Source, claim, index));

    private static string Claim(AnnotatedReport source, Claim claim, int index) => Line(json =>
    {
        string text = source.Report.Text;
        json.WriteString("report", source.Report.Id);
        json.WriteString("path", source.Report.Path);
        json.WriteNumber("claim", index);
        switch (claim)
        {
            case EventClaim happening: Event(json, happening, source); break;
            case FigureClaim figure: Figure(json, figure, source); break;
            case StatementClaim statement: Statement(json, statement, source); break;
            case LabelClaim label: Label(json, label, source); break;
        }
        json.WriteString("status", ContractNames.Of(claim.Status));
        Array(json, "attribution", claim.Attribution, link =>
        {
            json.WriteString("kind", ContractNames.Of(link.Kind));
            json.WriteString("text", link.Text);
        });
        Text(json, "time", claim.Time >= 0 ? source.Times[claim.Time].Span.Of(text) : null);
        Text(json, "when", claim.Time >= 0 ? Resolve(source.Times[claim.Time], source.Report)?.ToString() : null);
        Text(json, "place", claim.Place >= 0 ? source.Places[claim.Place].Span.Of(text) : null);
        json.WriteString("rule", claim.Rule);
        json.WriteStartObject("evidence");
        Span(json, claim.Evidence);
        json.WriteString("exact", claim.Evidence.Of(text));
        json.WriteEndObject();
    });

    private static void Event(Utf8JsonWriter json, EventClaim happening, AnnotatedReport source)
    {
        json.WriteString("kind", "event");
        json.WriteString("type", happening.Type.ToString().ToUpperInvariant());
        Text(json, "mode", happening.Mode);
        json.WriteString("trigger", happening.Trigger.Of(source.Report.Text));
        Strings(json, "initiators", happening.Initiators.Select(i => source.Actors[i].Name));
        Strings(json, "targets", happening.Targets.Select(i => source.Actors[i].Name));
    }

    private static void Figure(Utf8JsonWriter json, FigureClaim figure, AnnotatedReport source)
    {
        json.WriteString("kind", "figure");
        json.WriteString("measure", ContractNames.Of(figure.Measure));
        if (figure.Quantity >= 0)
        {
            Quantity(json, source.Quantities[figure.Quantity]);
            json.WriteString("number", source.Quantities[figure.Quantity].Span.Of(source.Report.Text));
        }
        if (figure.Replaces >= 0)
            json.WriteString("replaces", source.Quantities[figure.Replaces].Span.Of(source.Report.Text));
        json.WriteString("of", figure.Of);
        json.WriteString("unit", figure.Unit);
        if (figure.Term is not null)
            json.WriteString("term", figure.Term);
        Strings(json, "scope", figure.Scope);
        json.WriteBoolean("cumulative", figure.Cumulative);
        json.WriteNumber("event", figure.Event);
    }

    private static void Statement(Utf8JsonWriter json, StatementClaim statement, AnnotatedReport source)
    {
        Speech speech = source.Speeches[statement.Speech];
        json.WriteString("kind", "statement");
        json.WriteString("form", ContractNames.Of(speech.Form));
        json.WriteString("act", ContractNames.Of(statement.Act));
        Text(json, "speaker", speech.Speaker >= 0 ? source.Actors[speech.Speaker].Name : null);
        Text(json, "addressee", speech.Addressee);
        json.WriteString("text", statement.Text);
    }

    private static void Label(Utf8JsonWriter json, LabelClaim label, AnnotatedReport source)
    {
        json.WriteString("kind", "label");
        json.WriteString("actor", source.Actors[label.Actor].Name);
        json.WriteString("text", label.Text);
        Text(json, "by", label.By >= 0 ? source.Actors[label.By].Name : null);
    }

    private static void Place(Utf8JsonWriter json, PlaceMention mention, string text)
    {
        Span(json, mention.Span, text);
        json.WriteNumber("sentence", mention.Sentence);
        json.WriteString("use", ContractNames.Of(mention.Use));
        Text(json, "name", mention.Place?.Name);
        Text(json, "country", mention.Place?.Country);
        if (mention.Place is null)
            return;
        json.WriteNumber("lat", mention.Place.Lat);
        json.WriteNumber("lon", mention.Place.Lon);
        json.WriteString("precision", ContractNames.Of(mention.Place.Precision));
        json.WriteNumber("geonames", mention.Place.GeoNames);
    }

    private static void Actor(Utf8JsonWriter json, ReportActor actor, string text)
    {
        json.WriteNumber("index", actor.Index);
        json.WriteString("name", actor.Name);
        json.WriteString("kind", ContractNames.Of(actor.Kind));
        Text(json, "country", actor.Country);
        json.WriteBoolean("named", actor.IsNamed);
        Text(json, "class", actor.Class);
        Strings(json, "members", actor.Members);
        Strings(json, "names", actor.Names);
        Array(json, "roles", actor.Roles, role =>
        {
            Span(json, role.Span, text);
            json.WriteString("title", role.Title);
            Text(json, "of", role.Of);
            json.WriteBoolean("former", role.Former);
        });
    }

    private static EdtfDate? Resolve(TimeMention time, Report report) =>
        time.Resolve(report.Published.Date is { Precision: DatePrecision.Day } day ? day.Start : null, null);

    private static void Quantity(Utf8JsonWriter json, QuantityMention quantity)
    {
        json.WriteNumber("low", quantity.Low);
        if (quantity.High is decimal high)
            json.WriteNumber("high", high);
        else
            json.WriteNull("high");
        json.WriteString("comparator", ContractNames.Of(quantity.Comparator));
        json.WriteBoolean("vague", quantity.Vague);
    }

    private static void Span(Utf8JsonWriter json, TextSpan span, string? text = null)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
        if (text is not null)
            json.WriteString("text", span.Of(text));
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteString(name, value);
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string Line(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
