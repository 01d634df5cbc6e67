using NodaTime;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Marks the weekdays on which somebody in the report speaks: "the minister said on Friday".</summary>
internal static class SpokenDays
{
    // Words from the verb of saying to its day: "told reporters at the airport on Friday".
    private const int Reach = 8;

    private static readonly HashSet<string> s_saying = new(StringComparer.Ordinal)
    {
        "say", "tell", "announce", "add", "confirm", "report", "tweet", "warn", "write", "declare", "state", "acknowledge", "claim", "insist", "deny", "post", "show",
    };

    /// <summary>The mentions with the weekdays of speech marked, everywhere in the report.</summary>
    public static IReadOnlyList<TimeMention> Mark(IReadOnlyList<Token> words, IReadOnlyList<TimeMention> mentions)
    {
        HashSet<IsoDayOfWeek> spoken = [];
        int word = 0;
        foreach (TimeMention mention in mentions)
        {
            if (mention.Expression is not Weekday { Choice: TimeChoice.Nearest } day || mention.Direction == TimeDirection.Future || spoken.Contains(day.Day))
                continue;
            while (word < words.Count && words[word].Span.Start < mention.Span.Start)
                word++;
            if (IsOfSpeech(words, word, mention.Span))
                spoken.Add(day.Day);
        }
        return spoken.Count == 0 ? mentions : [.. mentions.Select(mention => mention.Expression is Weekday { Choice: TimeChoice.Nearest } day && spoken.Contains(day.Day) ? mention with { Expression = day with { Spoken = true } } : mention)];
    }

    /// <summary>The mentions of a report whose day has still to be found: each weekday is the latest before the day that is tried.</summary>
    public static IReadOnlyList<TimeMention> Clear(IReadOnlyList<TimeMention> mentions) =>
        [.. mentions.Select(mention => mention.Expression is Weekday { IsOpen: true } day ? mention with { Expression = day with { IsOpen = false } } : mention)];

    private static bool IsOfSpeech(IReadOnlyList<Token> words, int at, TextSpan span)
    {
        for (int i = at - 1; i >= Math.Max(0, at - Reach); i--)
        {
            if (words[i].Tag == Upos.Verb)
                return s_saying.Contains(words[i].Lemma) && words[i].Xpos == "VBD";
            if (words[i].Text is "." or ";" or ":" or "," or "that" or "\"" or "”")
                return false;
        }
        // "On Friday, the minister said"
        int after = at;
        while (after < words.Count && words[after].Span.Start < span.End)
            after++;
        for (int i = after; i < Math.Min(words.Count, after + Reach); i++)
        {
            if (words[i].Tag == Upos.Verb)
                return s_saying.Contains(words[i].Lemma) && words[i].Xpos == "VBD";
            if (words[i].Text is "." or ";" or ":")
                return false;
        }
        return false;
    }
}
