using System.Globalization;
using System.Text;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.DataBuilder;

/// <summary>Counts how the words of openly licensed treebanks are used.</summary>
internal static class TagBuilder
{
    public static Recipe Recipe { get; } = new("tags", ["compiled/tags.tsv"],
        Treebank.Sources("Makes compiled/tags.tsv: word form, parts of speech, lemmas and counts."), Build);

    private static BuiltFiles Build(SourceFolder sources)
    {
        Dictionary<(string Form, string Upos, string Xpos), Dictionary<string, int>> uses = [];
        long words = Count(Treebank.Sentences(sources), uses);

        StringBuilder text = new("# Word form, then for each reading UPOS, XPOS, lemma (empty where it is the form) and count.\n" +
            "# Compiled from UD English EWT and parts of UD English GUM; licence CC BY-SA 4.0; see data/cards/tag-lexicon.md.\n");
        int forms = 0, readings = 0;
        foreach (var form in uses.GroupBy(use => use.Key.Form, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            forms++;
            text.Append(form.Key);
            foreach (TagReading reading in form.Select(use => Reading(use.Key.Upos, use.Key.Xpos, use.Value))
                .OrderByDescending(reading => reading.Count).ThenBy(reading => reading.Upos, StringComparer.Ordinal)
                .ThenBy(reading => reading.Xpos, StringComparer.Ordinal))
            {
                readings++;
                text.Append('\t').Append(reading.Upos).Append('\t').Append(reading.Xpos).Append('\t')
                    .Append(reading.Lemma == form.Key ? "" : reading.Lemma).Append('\t')
                    .Append(reading.Count.ToString(CultureInfo.InvariantCulture));
            }
            text.Append('\n');
        }
        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (TagLexicon.Read(new MemoryStream(bytes)).Count != forms)
            throw new InvalidDataException("The tag lexicon does not read back as written.");
        return new BuiltFiles([bytes], [("words counted", words), ("forms", forms), ("readings", readings), ("bytes", bytes.Length)]);
    }

    private static TagReading Reading(string upos, string xpos, Dictionary<string, int> lemmas)
    {
        string lemma = lemmas.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key;
        return new TagReading(upos, xpos, lemma, lemmas.Values.Sum());
    }

    private static long Count(
        IEnumerable<IReadOnlyList<TreebankWord>> sentences, Dictionary<(string, string, string), Dictionary<string, int>> uses)
    {
        long words = 0;
        foreach (TreebankWord word in sentences.SelectMany(sentence => sentence))
        {
            if (word.Features.Contains("Typo=Yes", StringComparison.Ordinal) || !IsWord(word.Form, word.Upos))
                continue;
            words++;
            var key = (word.Folded, word.Upos, word.Xpos);
            if (!uses.TryGetValue(key, out Dictionary<string, int>? lemmas))
                uses.Add(key, lemmas = new(StringComparer.Ordinal));
            string lemma = Folding.Fold(word.Lemma);
            lemmas[lemma] = lemmas.GetValueOrDefault(lemma) + 1;
        }
        return words;
    }

    // Numbers, marks, addresses and foreign words are told by their shape or not at all.
    private static bool IsWord(string form, string upos) =>
        upos is not ("PUNCT" or "SYM" or "X" or "_")
        && form.Any(char.IsLetter)
        && !form.Any(c => char.IsDigit(c) || c is ' ' or '#' or '@' or '/' or '\t' or '_')
        && form.Length <= 40;
}
