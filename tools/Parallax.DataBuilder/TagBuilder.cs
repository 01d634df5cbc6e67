using System.Globalization;
using System.Text;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.DataBuilder;

/// <summary>Counts how the words of openly licensed treebanks are used.</summary>
internal static class TagBuilder
{
    public const string Output = "tags.tsv";

    private const string Ewt = "en_ewt-ud-train.conllu";
    private const string Gum = "en_gum-ud-train.conllu";

    // Of GUM only genres whose texts may be passed on: Wikinews, Wikivoyage, Wikipedia and public-domain speeches and rulings.
    private static readonly string[] s_gumGenres = ["GUM_bio_", "GUM_court_", "GUM_interview_", "GUM_news_", "GUM_speech_", "GUM_voyage_"];

    public static SourceList Sources { get; } = new(
        "Makes compiled/tags.tsv: word form, parts of speech, lemmas and counts. Sources: the training files of UD_English-EWT and " +
        "UD_English-GUM (universaldependencies.org) in one folder, named en_ewt-ud-train.conllu and en_gum-ud-train.conllu.",
        new Dictionary<string, string>
        {
            [Ewt] = "3fb78e2b55482c8ee00caa653af436c88c9e5bc9a73ce26e4ae3ddc79d2b7e7b",
            [Gum] = "399286f14284719f34c231782ae63abde4f59662fd73cc28bc35205b39a41502",
        });

    public static BuiltFile Build(SourceFolder sources)
    {
        Dictionary<(string Form, string Upos, string Xpos), Dictionary<string, int>> uses = [];
        long words = Count(sources.Bytes(Ewt), _ => true, uses)
            + Count(sources.Bytes(Gum), document => s_gumGenres.Any(genre => document.StartsWith(genre, StringComparison.Ordinal)), uses);

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
        return new BuiltFile(bytes, [("words counted", words), ("forms", forms), ("readings", readings), ("bytes", bytes.Length)]);
    }

    private static TagReading Reading(string upos, string xpos, Dictionary<string, int> lemmas)
    {
        string lemma = lemmas.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key;
        return new TagReading(upos, xpos, lemma, lemmas.Values.Sum());
    }

    private static long Count(
        byte[] file, Func<string, bool> wanted, Dictionary<(string, string, string), Dictionary<string, int>> uses)
    {
        long words = 0;
        bool inside = true;
        foreach (string line in Encoding.UTF8.GetString(file).Split('\n'))
        {
            const string Document = "# newdoc id = ";
            if (line.StartsWith(Document, StringComparison.Ordinal))
                inside = wanted(line[Document.Length..]);
            if (!inside || line.Length == 0 || line[0] == '#')
                continue;
            string[] columns = line.Split('\t');
            if (!columns[0].All(char.IsAsciiDigit) || columns[5].Contains("Typo=Yes", StringComparison.Ordinal) || !IsWord(columns[1], columns[3]))
                continue;
            words++;
            var key = (Folding.Fold(columns[1]), columns[3], columns[4]);
            if (!uses.TryGetValue(key, out Dictionary<string, int>? lemmas))
                uses.Add(key, lemmas = new(StringComparer.Ordinal));
            string lemma = Folding.Fold(columns[2]);
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
