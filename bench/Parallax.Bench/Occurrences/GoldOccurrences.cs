using System.Text.Json;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>A gold mention of an event: its number, its words and the occurrence it tells of.</summary>
internal sealed record GoldOccurrence(int Id, IReadOnlyList<TextSpan> Spans, string Chain);

/// <summary>One report of ECB+.</summary>
internal sealed record GoldOccurrences(string Id, string Topic, string Text, IReadOnlyList<GoldOccurrence> Mentions, IReadOnlyList<TextSpan> Compared)
{
    /// <summary>Whether a span stands in a sentence that is compared.</summary>
    public bool IsCompared(TextSpan span) => Compared.Any(s => s.Contains(span));

    public static GoldOccurrences Read(JsonElement record)
    {
        List<List<string>> sentences = [];
        Dictionary<int, (int Sentence, int Word)> words = [];
        foreach (JsonElement token in GoldFolder.List(record, "tokens"))
        {
            int sentence = token[1].GetInt32();
            while (sentences.Count <= sentence)
                sentences.Add([]);
            words[token[0].GetInt32()] = (sentence, sentences[sentence].Count);
            sentences[sentence].Add(token[2].GetString()!);
        }
        TokenText text = new([.. sentences.Select(s => s.ToArray())]);
        List<GoldOccurrence> mentions = [];
        foreach (JsonElement mention in GoldFolder.List(record, "mentions").Where(m => m.GetProperty("event").GetBoolean() && m.GetProperty("validated").GetBoolean()))
        {
            TextSpan[] spans = [.. GoldFolder.List(mention, "tokens").Select(t => words[t.GetInt32()]).Order()
                .Select(w => text.Span(w.Sentence, w.Word, w.Word + 1)).OfType<TextSpan>().Where(s => s.Length > 0)];
            if (spans.Length > 0)
                mentions.Add(new GoldOccurrence(mention.GetProperty("m_id").GetInt32(), spans, GoldFolder.Text(mention, "chain")));
        }
        return new GoldOccurrences(
            GoldFolder.Text(record, "id"), GoldFolder.Text(record, "subtopic"), text.Text, [.. mentions.OrderBy(m => m.Spans[0].Start).ThenBy(m => m.Id)],
            [.. GoldFolder.List(record, "validated_sents").Select(s => s.GetInt32()).Where(s => s < sentences.Count).Select(s => text.Span(s, 0, sentences[s].Count)).OfType<TextSpan>()]);
    }
}
