using System.Text.Json;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>A mention of an actor as a set marks it.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Actor">The set's key of the actor, the same in all reports of one topic.</param>
/// <param name="Sort">What the set takes it for.</param>
internal sealed record GoldMention(TextSpan Span, string Actor, string Sort);

/// <summary>One report of a set of actor identity.</summary>
internal sealed record GoldActorReport(string Id, string Topic, string Outlet, string? Title, string Text, IReadOnlyList<GoldMention> Mentions);

/// <summary>Reads the sets of actor identity across reports.</summary>
internal static class GoldActors
{
    public static GoldActorReport NewsWcl50(JsonElement record) => Read(record, GoldFolder.Text(record, "event"), mention =>
    {
        string chain = GoldFolder.Text(mention, "chain");
        string sort = chain[(chain.LastIndexOf('_') + 1)..];
        return (chain, sort is "ACTOR" or "COUNTRY" or "GROUP" ? sort.ToLowerInvariant() : null, mention.GetProperty("b").GetInt32(), mention.GetProperty("e").GetInt32());
    });

    // The set numbers what several reports name and what one names several times apart, by a prefix; the rest of the key is the actor.
    public static GoldActorReport Meantime(JsonElement record) => Read(record, GoldFolder.Text(record, "topic"), mention =>
    {
        string chain = GoldFolder.Text(mention, "chain");
        int[] tokens = [.. GoldFolder.List(mention, "tokens").Select(t => t.GetInt32()).Order()];
        string? sort = GoldFolder.Text(mention, "type") switch { "PERSON" => "person", "ORGANIZATION" => "organisation", _ => null };
        return (chain[(chain.LastIndexOf('_') + 1)..], tokens.Length == 0 ? null : sort, tokens.FirstOrDefault(), tokens.LastOrDefault() + 1);
    });

    private static GoldActorReport Read(JsonElement record, string topic, Func<JsonElement, (string Actor, string? Sort, int First, int End)> read)
    {
        TokenText text = new([.. GoldFolder.List(record, "sentences").Select(s => s.EnumerateArray().Select(w => w.GetString()!).ToArray())]);
        List<GoldMention> mentions = [];
        foreach (JsonElement mention in GoldFolder.List(record, "mentions"))
        {
            if (GoldFolder.Text(mention, "kind") != "entity")
                continue;
            (string actor, string? sort, int first, int end) = read(mention);
            if (sort is not null && text.Span(mention.GetProperty("sent").GetInt32(), first, end) is { Length: > 0 } span)
                mentions.Add(new GoldMention(span, actor, sort));
        }
        return new GoldActorReport(
            GoldFolder.Text(record, "id"), topic, GoldFolder.Text(record, "publisher"), null, text.Text,
            [.. mentions.Distinct().OrderBy(m => m.Span.Start).ThenBy(m => m.Span.End).ThenBy(m => m.Actor, StringComparer.Ordinal)]);
    }
}
