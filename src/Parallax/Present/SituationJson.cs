using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Parallax.Assess;
using Parallax.Text;

namespace Parallax.Present;

/// <summary>
/// Writes and reads <c>situation.json</c> (docs/reference/situation.md). What is written is the same, byte for byte, for the same situation:
/// UTF-8 without a byte order mark, two spaces of indentation, <c>\n</c>, every field present. Safe for many threads.
/// </summary>
public static class SituationJson
{
    /// <summary>Largest file that is read; a larger one is a problem, not an attempt.</summary>
    public const int MaxBytes = 1 << 30;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>The text of <paramref name="situation"/> as <c>situation.json</c>.</summary>
    public static string Write(Situation situation) => Text(to => Write(situation, to));

    /// <summary>Writes <paramref name="situation"/> as <c>situation.json</c> to <paramref name="to"/>, piece by piece: it is never held as a whole.</summary>
    public static void Write(Situation situation, Stream to)
    {
        JsonSerializer.Serialize(new MarkupEscapes(to), situation, SituationJsonContext.Indented.Situation);
        to.WriteByte((byte)'\n');
    }

    /// <summary>One report of the contract on one line, without the line's end.</summary>
    public static string Line(ReportEntry report) =>
        Text(to => JsonSerializer.Serialize(new MarkupEscapes(to), report, SituationJsonContext.OneLine.ReportEntry));

    private static string Text(Action<Stream> write)
    {
        using MemoryStream bytes = new();
        write(bytes);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>Reads <c>situation.json</c>. Unknown fields are passed over, as fields may be added; missing and misshapen ones are problems.</summary>
    /// <param name="json">The file's bytes.</param>
    /// <param name="given">The file's name, for the problem.</param>
    /// <exception cref="ProblemException">The bytes are not a situation that this version reads.</exception>
    public static Situation Read(ReadOnlySpan<byte> json, string given) =>
        TryRead(json, given, out Situation? situation, out Problem? problem) ? situation : throw new ProblemException(problem);

    /// <summary>As <see cref="Read"/>, giving the problem instead of throwing it.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> json, string given, [NotNullWhen(true)] out Situation? situation, [NotNullWhen(false)] out Problem? problem)
    {
        situation = null;
        problem = null;
        if (json.StartsWith(ByteOrderMark))
            json = json[ByteOrderMark.Length..];
        if (json.Length > MaxBytes)
        {
            problem = PresentProblems.TooLarge(given, json.Length, MaxBytes);
            return false;
        }
        // The schema is read first, so that another version is named as such and not reported as some missing field of ours.
        if (!TrySchema(json, out string? schema, out JsonException? broken))
        {
            problem = broken is null ? PresentProblems.NoSchema(given) : PresentProblems.NotJson(given, Where(broken));
            return false;
        }
        if (schema != Situation.SchemaName)
        {
            problem = PresentProblems.OtherSchema(given, schema, Situation.SchemaName);
            return false;
        }
        try
        {
            if (NullElement(json) is >= 0 and long at)
            {
                problem = PresentProblems.NotSituation(given, string.Create(CultureInfo.InvariantCulture, $"a list holds null at byte {at + 1}"));
                return false;
            }
            situation = JsonSerializer.Deserialize(json, SituationJsonContext.Indented.Situation);
        }
        catch (JsonException exception)
        {
            problem = PresentProblems.NotSituation(given, Where(exception));
            return false;
        }
        if (situation is null)
        {
            problem = PresentProblems.NotSituation(given, "the document is null");
            return false;
        }
        situation = WithDefaults(situation);
        return true;
    }

    /// <summary>Fields that were added to the contract are not required; where the file lacks them the deserializer leaves null.</summary>
    private static Situation WithDefaults(Situation situation) => situation with
    {
        Events = [.. situation.Events.Select(e => e.WhenBasis is null || e.WhereBasis is null || e.Accounts is null
            ? e with { WhenBasis = e.WhenBasis ?? "unknown", WhereBasis = e.WhereBasis ?? "unknown", Accounts = e.Accounts ?? [] } : e)],
        Days = situation.Days ?? [],
        Figures = [.. situation.Figures.Select(f => f.Scope is null ? f with { Scope = [] } : f)],
    };

    /// <summary>The byte position of a <c>null</c> inside an array, which the contract never has and the types cannot forbid; -1 where there is none.</summary>
    private static long NullElement(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = SituationJsonContext.MaxDepth });
        bool afterName = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Null && !afterName)
                return reader.TokenStartIndex;
            afterName = reader.TokenType == JsonTokenType.PropertyName;
        }
        return -1;
    }

    private static bool TrySchema(ReadOnlySpan<byte> json, [NotNullWhen(true)] out string? schema, out JsonException? broken)
    {
        schema = null;
        broken = null;
        try
        {
            Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = SituationJsonContext.MaxDepth });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isSchema = reader.ValueTextEquals("schema"u8);
                reader.Read();
                if (isSchema)
                {
                    schema = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                    return schema is not null;
                }
                reader.Skip();
            }
            return false;
        }
        catch (JsonException exception)
        {
            broken = exception;
            return false;
        }
        catch (InvalidOperationException)
        {
            // A string that is not valid UTF-8.
            return false;
        }
    }

    private static string Where(JsonException exception)
    {
        StringBuilder where = new();
        if (exception.LineNumber is long line)
            where.Append(CultureInfo.InvariantCulture, $"line {line + 1}, byte {(exception.BytePositionInLine ?? 0) + 1}");
        if (exception.Path is { Length: > 0 and < 200 } path && path != "$")
            where.Append(where.Length > 0 ? ", at " : "at ").Append(path);
        return where.Length > 0 ? where.ToString() : "place unknown";
    }
}
