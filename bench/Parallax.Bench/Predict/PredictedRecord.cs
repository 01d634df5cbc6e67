using System.Text.Json;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>The fields of one line of predictions. What is not known is written as null and never left out, so that all lines of a set have the same fields.</summary>
internal sealed class PredictedRecord(Utf8JsonWriter json, string text)
{
    private CodePoints? _points;

    public PredictedRecord Word(string name, string? value)
    {
        json.WriteString(name, value);
        return this;
    }

    public PredictedRecord Number(string name, decimal? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
        return this;
    }

    public PredictedRecord Degrees(string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
        return this;
    }

    public PredictedRecord Flag(string name, bool? value)
    {
        if (value is { } flag)
            json.WriteBoolean(name, flag);
        else
            json.WriteNull(name);
        return this;
    }

    public PredictedRecord Words(string name, IEnumerable<string> values) => List(name, values, json.WriteStringValue);

    public PredictedRecord Numbers(string name, IEnumerable<int> values) => List(name, values, json.WriteNumberValue);

    /// <summary>An array of objects.</summary>
    public PredictedRecord Items<T>(string name, IEnumerable<T> items, Action<T> each) => List(name, items, item =>
    {
        json.WriteStartObject();
        each(item);
        json.WriteEndObject();
    });

    /// <summary>Where words stand and what they are, in the object that is open.</summary>
    public PredictedRecord Span(TextSpan span)
    {
        (int first, int end) = (_points ??= new CodePoints(text)).Of(span);
        json.WriteNumber("b", first);
        json.WriteNumber("e", end);
        json.WriteString("text", span.Of(text));
        return this;
    }

    public PredictedRecord Spans(string name, IEnumerable<TextSpan> spans) => Items(name, spans, span => Span(span));

    /// <summary>Rows of numbers: arrays in an array.</summary>
    public PredictedRecord Rows(string name, IEnumerable<int[]> rows) => List(name, rows, row =>
    {
        json.WriteStartArray();
        foreach (int number in row)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    });

    private PredictedRecord List<T>(string name, IEnumerable<T> items, Action<T> each)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
            each(item);
        json.WriteEndArray();
        return this;
    }
}
