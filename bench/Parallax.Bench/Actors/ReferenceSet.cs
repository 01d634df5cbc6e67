using System.Globalization;
using System.Text.Json;
using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>
/// Whom pronouns and descriptions mean inside one text: GUM's texts of the genres that may be passed on. One that is bound is right where what its actor was last called
/// by a name or a description is marked as meaning the same; one that ought to be bound is marked as a person or body that was called something before.
/// </summary>
internal sealed class ReferenceSet : IGoldSet
{
    private static readonly HashSet<string> s_genres = new(StringComparer.Ordinal) { "bio", "court", "interview", "news", "speech", "voyage" };

    private static readonly HashSet<string> s_he = new(StringComparer.Ordinal) { "he", "him", "his", "himself", "she", "her", "hers", "herself" };
    private static readonly HashSet<string> s_they = new(StringComparer.Ordinal) { "they", "them", "their", "theirs", "themselves" };
    private static readonly HashSet<string> s_it = new(StringComparer.Ordinal) { "it", "its", "itself" };

    // Pronouns that are not measured here: they mean those who speak and listen, or stand behind what they mean.
    private static readonly HashSet<string> s_others = new(StringComparer.Ordinal)
    {
        "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours", "yourself", "who", "whom", "whose", "which", "that", "this", "these", "those", "one", "there",
    };

    public string Name => "actors.reference";

    public IReadOnlyList<string> Files(GoldFolder folder) => [folder.PathTo("names", $"gum-{folder.Split}.jsonl")];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        Dictionary<string, Count> counts = new(StringComparer.Ordinal) { ["he"] = new(), ["they"] = new(), ["it"] = new(), ["described"] = new() };
        foreach (IGrouping<string, JsonElement> document in GoldFolder.Records(Files(folder)[0]).Where(r => s_genres.Contains(GoldFolder.Text(r, "genre"))).GroupBy(r => GoldFolder.Text(r, "doc"), StringComparer.Ordinal))
            Judge(document.Key, [.. document], stages, counts);
        foreach ((string sort, Count count) in counts)
        {
            yield return count.Precision(Name + "." + sort + ".precision");
            yield return count.Recall(Name + "." + sort + ".recall");
        }
    }

    private static void Judge(string id, JsonElement[] sentences, Stages stages, Dictionary<string, Count> counts)
    {
        TokenText text = new([.. sentences.Select(s => GoldFolder.List(s, "tokens").Select(t => t.GetString()!).ToArray())]);
        List<Phrase> gold = [];
        for (int s = 0; s < sentences.Length; s++)
        {
            foreach (JsonElement mention in GoldFolder.List(sentences[s], "mentions"))
            {
                if (text.Span(s, mention.GetProperty("b").GetInt32(), mention.GetProperty("e").GetInt32()) is { Length: > 0 } span)
                    gold.Add(new Phrase(span, GoldFolder.Text(mention, "group"), GoldFolder.Text(mention, "type") is "person" or "organization", Sort(span.Of(text.Text), mention.GetProperty("named").GetBoolean())));
            }
        }
        gold.Sort((a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : b.Span.End.CompareTo(a.Span.End));
        AnnotatedReport report = stages.Annotate(text.Text);
        HashSet<string> spoken = new(StringComparer.Ordinal);
        HashSet<TextSpan> due = [];
        foreach (Phrase phrase in gold)
        {
            if (counts.TryGetValue(phrase.Sort, out Count? count) && phrase.Acts && spoken.Contains(phrase.Group))
            {
                count.Due++;
                due.Add(phrase.Span);
            }
            if (phrase.Sort is "name" or "described")
                spoken.Add(phrase.Group);
        }
        Dictionary<int, ActorMention> last = [];
        foreach (ActorMention mention in report.Mentions)
        {
            string words = mention.Span.Of(text.Text);
            string sort = mention.Form == MentionForm.Pronoun ? Sort(words, named: false) : mention.Form == MentionForm.Name ? "name" : "described";
            last.TryGetValue(mention.Actor, out ActorMention? before);
            if (mention.Actor >= 0 && mention.Form != MentionForm.Pronoun)
                last[mention.Actor] = mention;
            if (mention.Actor < 0 || !counts.TryGetValue(sort, out Count? count) || (before is null && sort == "described"))
                continue;
            Phrase? meant = Of(gold, mention);
            // What the set has no phrase for cannot be judged, but for a pronoun, which then means nothing at all.
            if (meant is null && sort == "described")
                continue;
            Phrase? called = before is null ? null : Of(gold, before);
            if (called is null && before is not null)
                continue;
            count.Bound++;
            bool right = meant is not null && called?.Group == meant.Group;
            if (right && due.Contains(meant!.Span))
                count.Right++;
            else if (right)
                count.Bound--;
            else
                count.Missed.Add($"{id}: {words} = {before?.Span.Of(text.Text)}: …{text.Text[Math.Max(0, mention.Span.Start - 110)..Math.Min(text.Text.Length, mention.Span.End + 30)].Replace('\n', '/')}");
        }
    }

    private static string Sort(string words, bool named)
    {
        string lower = words.ToLowerInvariant();
        return s_he.Contains(lower) ? "he" : s_they.Contains(lower) ? "they" : s_it.Contains(lower) ? "it" : s_others.Contains(lower) ? "" : named ? "name" : "described";
    }

    private static Phrase? Of(List<Phrase> gold, ActorMention mention)
    {
        Phrase? best = null;
        double most = mention.Form == MentionForm.Pronoun ? 0.99 : 0.3;
        foreach (Phrase phrase in gold)
        {
            if (phrase.Span.Start > mention.HeadSpan.Start || phrase.Span.End < mention.HeadSpan.End)
                continue;
            double shared = Math.Min(mention.Span.End, phrase.Span.End) - Math.Max(mention.Span.Start, phrase.Span.Start);
            double share = shared / (mention.Span.Length + phrase.Span.Length - shared);
            if (share > most)
            {
                best = phrase;
                most = share;
            }
        }
        return best;
    }

    /// <summary>A phrase as the set marks it.</summary>
    private sealed record Phrase(TextSpan Span, string Group, bool Acts, string Sort);

    private sealed class Count
    {
        public int Right { get; set; }

        public int Bound { get; set; }

        public int Due { get; set; }

        public List<string> Missed { get; } = [];

        public Score Precision(string name) => new(name, Bound == 0 ? 0 : (double)Right / Bound, string.Create(CultureInfo.InvariantCulture, $"{Right} of {Bound} bound"), Missed);

        public Score Recall(string name) => new(name, Due == 0 ? 0 : (double)Right / Due, string.Create(CultureInfo.InvariantCulture, $"{Right} of {Due} to be bound"), []);
    }
}
