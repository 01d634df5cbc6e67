using System.Globalization;
using System.Text;
using System.Text.Json;
using Parallax.Annotate;
using Parallax.Data;

namespace Parallax.DataBuilder;

/// <summary>Counts how news and treebank text writes words inside sentences: small, with a first capital, in capitals.</summary>
internal static class CaseBuilder
{
    private static readonly string[] s_corpora = ["conflict-topics.jsonl", "ukraine-war.jsonl", "wikinews.jsonl"];

    public static Recipe Recipe { get; } = new("case", ["compiled/case.tsv"], Sources(), sources => Build(Texts(sources)));

    private static SourceList Sources()
    {
        SourceList treebanks = Treebank.Sources("Makes compiled/case.tsv: how often words are written with capitals.");
        Dictionary<string, string> files = new(treebanks.Files, StringComparer.Ordinal)
        {
            [s_corpora[0]] = "46534eecd6fcb6b09e7c0e8994821362bdeef9e0a76b247e13786cf07954b8c6",
            [s_corpora[1]] = "0227276448d9c9431e1ac44735eb8eb2e9f2b207f3eb8629c830f8c712d56747",
            [s_corpora[2]] = "9efcf7a826eaa93dc4fa917aa76ab7c3385f6a097f32fd49bcb4ba7ecb7e5982",
        };
        return new SourceList(treebanks.Help + " And the news corpora conflict-topics.jsonl, ukraine-war.jsonl and wikinews.jsonl.", files);
    }

    /// <summary>The counts over running text.</summary>
    public static BuiltFiles Build(IEnumerable<string> paragraphs)
    {
        Dictionary<string, int[]> words = new(StringComparer.Ordinal), pairs = new(StringComparer.Ordinal);
        Dictionary<string, Dictionary<string, int>> mixed = new(StringComparer.Ordinal);
        long counted = 0;
        foreach (string paragraph in paragraphs)
            counted += Count(paragraph, words, pairs, mixed);
        int[] all = new int[4];
        foreach (int[] pair in pairs.Values)
        {
            for (int k = 0; k < 4; k++)
                all[k] += pair[k];
        }
        StringBuilder text = new("# Word: how often small, with a first capital, in capitals; then how it is written where capitals stand inside it.\n" +
            "# Pair of neighbours: how often both small, the second capitalised, the first, both. Inside sentences only; see data/cards/letter-case.md.\n");
        text.Append(Row(CaseCounts.AnyPair, all));
        int kept = 0, keptPairs = 0;
        foreach ((string form, int[] seen) in words.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            // A word that only ever begins with a capital and is rare is read as a name anyway.
            if (seen[0] == 0 && seen.Sum() < 3)
                continue;
            kept++;
            text.Append(Row(form, seen));
            if (mixed.TryGetValue(form, out Dictionary<string, int>? forms))
            {
                (string written, int times) = forms.OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).First();
                if (times >= 3 && times * 2 > seen[1])
                    text.Insert(text.Length - 1, "\t" + written);
            }
        }
        foreach ((string ending, int[] types) in Endings(words).OrderBy(e => e.Key, StringComparer.Ordinal).Where(e => e.Value.Sum() >= 5))
            text.Append(Row(CaseCounts.Ending + ending, types));
        foreach ((string pair, int[] seen) in Sides(pairs, words).Concat(pairs).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            if (!Tells(pair, seen, words))
                continue;
            keptPairs++;
            text.Append(Row(pair, seen));
        }
        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (CaseCounts.Read(new MemoryStream(bytes)).Count != kept)
            throw new InvalidDataException("The counts of capitals do not read back as written.");
        return new BuiltFiles([bytes], [("words counted", counted), ("words", kept), ("pairs", keptPairs), ("bytes", bytes.Length)]);
    }

    private static string Row(string key, int[] counts) =>
        key + "\t" + string.Join('\t', counts.Select(count => count.ToString(CultureInfo.InvariantCulture))) + "\n";

    private static int Count(string text, Dictionary<string, int[]> words, Dictionary<string, int[]> pairs, Dictionary<string, Dictionary<string, int>> mixed)
    {
        List<CaseWord> found = CaseWord.Scan(text);
        // Headlines and lines in capitals do not show how a word is written in running text.
        int capital = found.Count(word => char.IsUpper(text[word.Start]));
        if (found.Count < 6 || capital * 2 > found.Count || !text.AsSpan().TrimEnd().TrimEnd("\"”’')").EndsWith("."))
            return 0;
        int counted = 0, before = -1;
        string beforeForm = "";
        foreach (CaseWord word in found)
        {
            string written = text[word.Start..word.End], form = CaseWeights.Form(written);
            bool opens = word.Opens || (word.Start > 0 && text[word.Start - 1] is '"' or '“' or '‘' or '\'' or '•' or '*') || (word.Start > 1 && text[word.Start - 2] is ':' or '•' or '-' or '—' or '–');
            bool usable = !opens && (char.IsLetter(written[0]) || form == "0") && form.Length <= 30;
            int kind = form == "0" ? 0 : CaseOf(written);
            if (usable && form != "0")
            {
                counted++;
                Entry(words, form, 3)[kind]++;
                if (kind == 1 && written.AsSpan(1).ContainsAnyInRange('A', 'Z') && !written.EndsWith("'S", StringComparison.Ordinal))
                {
                    Dictionary<string, int> forms = mixed.TryGetValue(form, out Dictionary<string, int>? known) ? known : mixed[form] = new(StringComparer.Ordinal);
                    forms[written] = forms.GetValueOrDefault(written) + 1;
                }
            }
            if (usable && before >= 0 && word.Follows)
                Entry(pairs, beforeForm + " " + form, 4)[(before > 0 ? 2 : 0) + (kind > 0 ? 1 : 0)]++;
            (before, beforeForm) = usable ? (kind, form) : (-1, "");
        }
        return counted;
    }

    private static int CaseOf(string written)
    {
        string bare = written.EndsWith("'s", StringComparison.Ordinal) || written.EndsWith("’s", StringComparison.Ordinal) ? written[..^2] : written;
        if (!bare.Any(char.IsUpper))
            return 0;
        return bare.Length > 1 && !bare.Any(char.IsLower) ? 2 : 1;
    }

    // Kept where one of the two is written both ways and stands otherwise here than elsewhere.
    private static bool Tells(string pair, int[] seen, Dictionary<string, int[]> words)
    {
        int all = seen.Sum();
        if (all < 3)
            return false;
        int blank = pair.IndexOf(' ', StringComparison.Ordinal);
        if (pair[0] == '*' || pair[^1] == '*')
            return all >= 5;
        double first = (double)(seen[2] + seen[3]) / all, second = (double)(seen[1] + seen[3]) / all;
        return Differs(words, pair[..blank], first) || Differs(words, pair[(blank + 1)..], second);
    }

    // What rare words look like: the last letters of those seen up to three times, each word counted once.
    private static Dictionary<string, int[]> Endings(Dictionary<string, int[]> words)
    {
        Dictionary<string, int[]> endings = new(StringComparer.Ordinal);
        foreach ((string form, int[] seen) in words)
        {
            if (seen.Sum() > 3 || form.Length < 2 || !form.All(char.IsLetter))
                continue;
            int kind = Array.IndexOf(seen, seen.Max());
            if (form.Length < CaseCounts.ShortestRare)
            {
                // Short words show little by their ends: many are short forms.
                Entry(endings, new string('#', form.Length), 3)[kind]++;
                continue;
            }
            for (int length = 2; length <= CaseCounts.LongestEnding && length < form.Length; length++)
                Entry(endings, form[^length..], 3)[kind]++;
        }
        return endings;
    }

    // How a word stands before and after any neighbour, for the words that are written both ways.
    private static Dictionary<string, int[]> Sides(Dictionary<string, int[]> pairs, Dictionary<string, int[]> words)
    {
        Dictionary<string, int[]> sides = new(StringComparer.Ordinal);
        foreach ((string pair, int[] seen) in pairs)
        {
            int blank = pair.IndexOf(' ', StringComparison.Ordinal);
            foreach ((string form, string key) in new[] { (pair[..blank], pair[..blank] + " *"), (pair[(blank + 1)..], "* " + pair[(blank + 1)..]) })
            {
                if (!Differs(words, form, double.NaN))
                    continue;
                int[] entry = Entry(sides, key, 4);
                for (int k = 0; k < 4; k++)
                    entry[k] += seen[k];
            }
        }
        return sides;
    }

    private static bool Differs(Dictionary<string, int[]> words, string form, double here)
    {
        if (!words.TryGetValue(form, out int[]? seen))
            return false;
        double capital = (double)(seen[1] + seen[2]) / seen.Sum();
        return capital is > 0.015 and < 0.985 && !(Math.Abs(capital - here) <= 0.1);
    }

    private static int[] Entry(Dictionary<string, int[]> counts, string key, int length)
    {
        if (!counts.TryGetValue(key, out int[]? entry))
            counts.Add(key, entry = new int[length]);
        return entry;
    }

    private static IEnumerable<string> Texts(SourceFolder sources)
    {
        foreach (string name in s_corpora)
        {
            foreach (string line in Encoding.UTF8.GetString(sources.Bytes(name)).Split('\n'))
            {
                if (line.Length == 0)
                    continue;
                using JsonDocument record = JsonDocument.Parse(line);
                JsonElement root = record.RootElement;
                string text = root.TryGetProperty("text", out JsonElement plain) ? plain.GetString()! : root.GetProperty("content_original").GetString()!;
                foreach (string paragraph in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    yield return paragraph;
            }
        }
        foreach (TreebankText paragraph in Treebank.Texts(sources))
            yield return paragraph.Text;
    }
}
