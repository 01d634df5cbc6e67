using System.Text.Json;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.DataBuilder.Training;

/// <summary>Reads gold names and writes them as states of words.</summary>
internal static class NameGold
{
    /// <summary>Names by the sentence id of the treebank, from a file with one word and its IOB2 label a line.</summary>
    public static Dictionary<string, (string[] Words, int[] States)> ReadIob(string text)
    {
        const string Id = "# sent_id = ";
        Dictionary<string, (string[], int[])> sentences = new(StringComparer.Ordinal);
        string id = "";
        List<string> words = [], labels = [];
        foreach (string line in text.Split('\n').Append(""))
        {
            if (line.StartsWith(Id, StringComparison.Ordinal))
                id = line[Id.Length..].Trim();
            if (line.Length == 0 && words.Count > 0)
            {
                sentences[id] = ([.. words], States(Spans(labels), words.Count));
                words.Clear();
                labels.Clear();
            }
            if (line.Length == 0 || !line.Contains('\t', StringComparison.Ordinal))
                continue;
            string[] columns = line.TrimEnd('\r').Split('\t');
            words.Add(columns[^2]);
            labels.Add(columns[^1]);
        }
        return sentences;
    }

    /// <summary>GUM's named mentions of persons, organisations and places, document by document, cut to the name itself.</summary>
    public static Dictionary<string, List<(string[] Words, int[] States)>> ReadGum(string text, LanguageData data)
    {
        HashSet<string> titles = data.Lexicon("titles").FirstColumn();
        Dictionary<string, List<(string[], int[])>> documents = new(StringComparer.Ordinal);
        foreach (string line in text.Split('\n').Where(line => line.Length > 0))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement root = json.RootElement;
            string[] words = [.. root.GetProperty("tokens").EnumerateArray().Select(token => token.GetString()!)];
            string[] tags = [.. root.GetProperty("upos").EnumerateArray().Select(tag => tag.GetString()!)];
            List<NameReading> names = [];
            foreach (JsonElement mention in root.GetProperty("mentions").EnumerateArray())
            {
                if (mention.GetProperty("named").GetBoolean() && Kind(mention.GetProperty("type").GetString()!) is { } kind
                    && Cut(words, tags, mention.GetProperty("b").GetInt32(), mention.GetProperty("e").GetInt32(), kind, titles) is { } name)
                    names.Add(name);
            }
            string document = root.GetProperty("doc").GetString()!;
            if (!documents.TryGetValue(document, out List<(string[], int[])>? sentences))
                documents.Add(document, sentences = []);
            sentences.Add((words, States(Outermost(names), words.Length)));
        }
        return documents;
    }

    // A mention is a whole phrase ("the University of Basel, where he ..."); the name is its first run of proper nouns with what joins them.
    private static NameReading? Cut(string[] words, string[] tags, int first, int end, NameKind kind, HashSet<string> titles)
    {
        while (first < end && (tags[first] == "DET" || kind == NameKind.Person && titles.Contains(Folding.Fold(words[first]))))
            first++;
        if (first >= end || !(tags[first] == "PROPN" || char.IsUpper(words[first][0])))
            return null;
        int last = first;
        for (int i = first + 1; i < end; i++)
        {
            bool joins = tags[i] == "PROPN" || words[i] is "-" or "of" or "the" or "for" or "&" or "de" or "al" or "." || tags[i] is "NUM" or "ADJ" or "NOUN" && char.IsUpper(words[i][0]);
            if (!joins || kind == NameKind.Person && words[i] is "of" or "the" or "for")
                break;
            if (tags[i] == "PROPN" || char.IsUpper(words[i][0]))
                last = i;
        }
        return new NameReading(first, last + 1, kind);
    }

    private static IEnumerable<NameReading> Outermost(List<NameReading> names) =>
        names.Where(name => !names.Any(other => other != name && other.First <= name.First && other.End >= name.End && (other.End - other.First > name.End - name.First)))
            .DistinctBy(name => name.First);

    private static NameKind? Kind(string type) => type switch
    {
        "person" or "PER" => NameKind.Person,
        "organization" or "ORG" => NameKind.Organisation,
        "place" or "LOC" => NameKind.Place,
        _ => null,
    };

    private static List<NameReading> Spans(List<string> labels)
    {
        List<NameReading> names = [];
        for (int i = 0; i < labels.Count; i++)
        {
            if (!labels[i].StartsWith("B-", StringComparison.Ordinal) || Kind(labels[i][2..]) is not { } kind)
                continue;
            int end = i + 1;
            while (end < labels.Count && labels[end].StartsWith("I-", StringComparison.Ordinal))
                end++;
            names.Add(new NameReading(i, end, kind));
        }
        return names;
    }

    private static int[] States(IEnumerable<NameReading> names, int count)
    {
        int[] states = new int[count];
        foreach (NameReading name in names)
        {
            int start = 1 + 4 * (int)name.Kind;
            for (int i = name.First; i < name.End; i++)
                states[i] = start + (name.End - name.First == 1 ? 3 : i == name.First ? 0 : i == name.End - 1 ? 2 : 1);
        }
        return states;
    }
}
