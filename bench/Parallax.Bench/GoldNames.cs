using System.Text.Json;
using Parallax.Annotate;

namespace Parallax.Bench;

/// <summary>A name, or a mention that is not measured, over the words of a sentence.</summary>
/// <param name="First">Its first word.</param>
/// <param name="End">After its last word.</param>
/// <param name="Kind">What it stands for.</param>
internal readonly record struct GoldName(int First, int End, NameKind Kind)
{
    public bool Overlaps(GoldName other) => First < other.End && other.First < End;

    public bool Covers(GoldName other) => First <= other.First && other.End <= End;
}

/// <summary>A name that the engine found over the words of a sentence.</summary>
/// <param name="First">Its first word.</param>
/// <param name="End">After its last word.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="IsState">Whether a country is meant as one who acts.</param>
internal readonly record struct FoundName(int First, int End, NameKind Kind, bool IsState = false);

/// <summary>One sentence of a gold set of names.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Names">Its names; they do not overlap.</param>
/// <param name="Open">Mentions that are no names by our definition: what is found inside them counts neither as right nor as wrong.</param>
/// <param name="All">Every mention of a person, organisation or place as the set has it.</param>
internal sealed record NamedSentence(string[] Words, IReadOnlyList<GoldName> Names, IReadOnlyList<GoldName> Open, IReadOnlyList<GoldName> All)
{
    /// <summary>Id of its document; empty where the set does not say.</summary>
    public string Document { get; init; } = "";

    /// <summary>The sentence as printed; empty where the set does not say.</summary>
    public string Printed { get; init; } = "";

    /// <summary>Whether the set takes a country that acts for an organisation.</summary>
    public bool StatesAct { get; init; }
}

/// <summary>A sentence of an IOB2 file.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Names">Its spans.</param>
/// <param name="Document">The id of its document; empty where the file gives none.</param>
/// <param name="Printed">The sentence as printed; empty where the file does not give it.</param>
internal sealed record IobSentence(string[] Words, List<GoldName> Names, string Document, string Printed);

/// <summary>Reads the gold sets of names.</summary>
internal static class GoldNames
{
    private const string DocumentMark = "# newdoc id = ";
    private const string TextMark = "# text = ";

    // Words that lead a description and belong to no name.
    private static readonly HashSet<string> s_leading = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "our", "their", "my", "your", "all", "some", "many",
    };

    private static readonly HashSet<string> s_pronouns = new(StringComparer.OrdinalIgnoreCase)
    {
        "i", "me", "we", "us", "you", "he", "him", "she", "they", "them", "it", "who", "whom", "which", "that", "myself", "himself", "herself", "themselves", "itself",
        "ourselves", "mine", "my", "his", "her", "its", "our", "their", "your", "this", "these", "those", "one", "someone", "everyone", "others",
    };

    // Small words that stand inside a name.
    private static readonly HashSet<string> s_joining = new(StringComparer.Ordinal) { "of", "the", "and", "for", "&", "-", "'s", "’s", "de", "la", "al", "von", "van", "in", "on", "." };

    /// <summary>Sentences of words with tags in the IOB2 form, the tag last; lines with one column or a leading # and a blank are no words.</summary>
    public static IEnumerable<IobSentence> Iob(IEnumerable<string> lines)
    {
        List<string> words = [];
        List<string> tags = [];
        string document = "", printed = "";
        foreach (string line in lines.Append(""))
        {
            string[] fields = line.Split('\t');
            if (fields.Length > 1)
            {
                words.Add(fields[^2]);
                tags.Add(fields[^1]);
            }
            else if (line.Length == 0 && words.Count > 0)
            {
                yield return new IobSentence([.. words], Spans(tags), document, printed);
                words.Clear();
                tags.Clear();
                printed = "";
            }
            else if (line.StartsWith(DocumentMark, StringComparison.Ordinal))
                document = line[DocumentMark.Length..];
            else if (line.StartsWith(TextMark, StringComparison.Ordinal))
                printed = line[TextMark.Length..];
        }
    }

    /// <summary>A file whose spans are names already, without articles and titles.</summary>
    public static IEnumerable<NamedSentence> AsTheyAre(IEnumerable<string> lines) =>
        Iob(lines).Select(s => new NamedSentence(s.Words, s.Names, [], s.Names) { Document = s.Document, Printed = s.Printed });

    /// <summary>
    /// A file whose spans are mentions of any form: those that begin and end with a capital once a leading article is left off are names, the
    /// others ("coalition aircraft", "they") are left open.
    /// </summary>
    public static IEnumerable<NamedSentence> OfMentions(IEnumerable<string> lines)
    {
        foreach ((string[] words, List<GoldName> all, _, _) in Iob(lines))
        {
            List<GoldName> names = [];
            List<GoldName> open = [];
            foreach (GoldName mention in all)
            {
                int first = mention.First;
                while (first < mention.End - 1 && s_leading.Contains(words[first]))
                    first++;
                bool isPronoun = mention.End - first == 1 && s_pronouns.Contains(words[first]);
                bool isName = !isPronoun && IsCapital(words[mention.End - 1]) && (IsCapital(words[first]) || words[first] is "al");
                (isName ? names : open).Add(isName ? mention with { First = first } : mention);
            }
            yield return new NamedSentence(words, names, open, all) { StatesAct = true };
        }
    }

    /// <summary>
    /// GUM: the mentions marked as named are whole noun phrases, one in another. The name is the row of proper nouns and the small words
    /// between them that opens the phrase after its article; a phrase that opens otherwise is left open. Of names that overlap, the one that
    /// begins first and is longest stands.
    /// </summary>
    public static IEnumerable<NamedSentence> Gum(IEnumerable<JsonElement> records)
    {
        foreach (JsonElement record in records)
        {
            string[] words = [.. record.GetProperty("tokens").EnumerateArray().Select(w => w.GetString()!)];
            string[] tags = [.. GoldFolder.List(record, "upos").Select(w => w.GetString()!)];
            List<GoldName> all = [];
            List<GoldName> open = [];
            List<GoldName> found = [];
            foreach (JsonElement mention in GoldFolder.List(record, "mentions"))
            {
                NameKind? kind = KindOf(GoldFolder.Text(mention, "type"));
                if (kind is null || !mention.GetProperty("named").GetBoolean())
                    continue;
                GoldName whole = new(mention.GetProperty("b").GetInt32(), mention.GetProperty("e").GetInt32(), kind.Value);
                all.Add(whole);
                if (NameIn(whole, words, tags) is { } name)
                    found.Add(name);
                else
                    open.Add(whole);
            }
            List<GoldName> names = [];
            foreach (GoldName name in found.OrderBy(n => n.First).ThenByDescending(n => n.End))
            {
                if (!names.Exists(name.Overlaps))
                    names.Add(name);
            }
            yield return new NamedSentence(words, names, open, all) { Document = GoldFolder.Text(record, "doc") };
        }
    }

    private static GoldName? NameIn(GoldName whole, string[] words, string[] tags)
    {
        int first = whole.First;
        while (first < whole.End && tags[first] is "DET" or "PUNCT")
            first++;
        int end = first;
        for (int i = first; i < whole.End; i++)
        {
            if (tags[i] == "PROPN")
                end = i + 1;
            else if (end == first || !(s_joining.Contains(words[i]) || tags[i] == "NUM"))
                break;
        }
        return end > first ? whole with { First = first, End = end } : null;
    }

    private static List<GoldName> Spans(List<string> tags)
    {
        List<GoldName> spans = [];
        for (int i = 0; i < tags.Count;)
        {
            int first = i++;
            if (tags[first].Length < 3 || KindOf(tags[first][2..]) is not { } kind)
                continue;
            while (i < tags.Count && tags[i][0] == 'I' && tags[i].AsSpan(1).SequenceEqual(tags[first].AsSpan(1)))
                i++;
            spans.Add(new GoldName(first, i, kind));
        }
        return spans;
    }

    // Every other kind (weapon, nationality, document, time, quantity, event) is none of ours.
    private static NameKind? KindOf(string type) => type switch
    {
        "PER" or "Person" or "person" => NameKind.Person,
        "ORG" or "Organisation" or "organization" => NameKind.Organisation,
        "LOC" or "Location" or "place" => NameKind.Place,
        _ => null,
    };

    private static bool IsCapital(string word) => word.Length > 0 && (char.IsUpper(word[0]) || (word.Length > 1 && char.IsUpper(word[^1])));
}
