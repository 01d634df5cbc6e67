using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Parallax.Annotate;
using Parallax.Assess;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;

namespace Parallax.Present;

/// <summary>How the contract's types become JSON; generated at build time, so that no reflection is needed.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Situation))]
[JsonSerializable(typeof(ReportEntry))]
internal sealed partial class SituationJsonContext : JsonSerializerContext
{
    /// <summary>The contract nests six levels deep; a document nested deeper is not one.</summary>
    public const int MaxDepth = 16;

    private static readonly Lazy<SituationJsonContext> LazyIndented = new(() => new SituationJsonContext(Layout(indented: true)));

    private static readonly Lazy<SituationJsonContext> LazyOneLine = new(() => new SituationJsonContext(Layout(indented: false)));

    /// <summary>The contract's names, laid out for reading.</summary>
    public static SituationJsonContext Indented => LazyIndented.Value;

    /// <summary>The contract's names, on one line.</summary>
    public static SituationJsonContext OneLine => LazyOneLine.Value;

    private static JsonSerializerOptions Layout(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        IndentSize = 2,
        NewLine = "\n",
        MaxDepth = MaxDepth,
        AllowDuplicateProperties = false,
        ReadCommentHandling = JsonCommentHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters =
        {
            new PlainDecimalConverter(),
            new UpperCaseEnumConverter(),
            new KebabEnumConverter<ActorKind>(),
            new KebabEnumConverter<PlacePrecision>(),
            new KebabEnumConverter<ClaimStatus>(),
            new KebabEnumConverter<Measure>(),
            new KebabEnumConverter<Comparator>(),
            new KebabEnumConverter<ReadingUse>(),
            new KebabEnumConverter<FigureStatus>(),
            new KebabEnumConverter<SpeechForm>(),
            new KebabEnumConverter<SpeechAct>(),
            new KebabEnumConverter<DisagreementAbout>(),
            new KebabEnumConverter<DisagreementKind>(),
            new KebabEnumConverter<FramingAbout>(),
            new KebabEnumConverter<FramingUse>(),
        },
    };

    /// <summary>Enum values as the contract writes them: <c>armed-force</c>.</summary>
    private sealed class KebabEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
        where T : struct, Enum;

    /// <summary>Event types as the field writes them: <c>PROTEST</c>.</summary>
    private sealed class UpperCaseEnumConverter() : JsonStringEnumConverter<EventType>(new UpperCase(), allowIntegerValues: false)
    {
        private sealed class UpperCase : JsonNamingPolicy
        {
            public override string ConvertName(string name) => name.ToUpperInvariant();
        }
    }

    /// <summary>Decimals without trailing zeros: the same number is the same text, however it was computed.</summary>
    private sealed class PlainDecimalConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        // Dividing by one with all its decimal places takes the trailing zeros off the scale.
        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value / 1.0000000000000000000000000000m);
    }
}
