using System.Globalization;
using System.Text;
using Parallax.Text;

namespace Parallax.DataBuilder;

/// <summary>One word of a treebank, with the columns of CoNLL-U that are read.</summary>
/// <param name="Form">The word as written.</param>
/// <param name="Lemma">Its dictionary form.</param>
/// <param name="Upos">Its universal tag.</param>
/// <param name="Xpos">Its Penn tag.</param>
/// <param name="Features">Its features, as written.</param>
/// <param name="Head">Index of the head in the sentence; -1 for the root.</param>
/// <param name="Relation">Its relation to the head.</param>
internal sealed record TreebankWord(string Form, string Lemma, string Upos, string Xpos, string Features, int Head, string Relation)
{
    /// <summary>Form and lemma are compared as lexicons compare words.</summary>
    public string Folded { get; } = Folding.Fold(Form);
}

/// <summary>One sentence of a treebank.</summary>
/// <param name="Id">Its <c>sent_id</c>.</param>
/// <param name="Document">The <c>newdoc id</c> that it stands under.</param>
/// <param name="Words">Its words.</param>
internal sealed record TreebankSentence(string Id, string Document, IReadOnlyList<TreebankWord> Words);

/// <summary>Reads the training parts of the treebanks whose texts may be passed on.</summary>
internal static class Treebank
{
    private const string Ewt = "en_ewt-ud-train.conllu";
    private const string Gum = "en_gum-ud-train.conllu";

    // Of GUM only genres whose texts may be passed on: Wikinews, Wikivoyage, Wikipedia, CC BY papers and public-domain speeches and rulings.
    private static readonly string[] s_gumGenres = ["GUM_academic_", "GUM_bio_", "GUM_court_", "GUM_interview_", "GUM_news_", "GUM_speech_", "GUM_voyage_"];

    /// <summary>The sources of every file counted from treebanks.</summary>
    public static SourceList Sources(string makes) => new(
        makes + " Sources: the training files of UD_English-EWT and UD_English-GUM (universaldependencies.org) in one folder, " +
        "named en_ewt-ud-train.conllu and en_gum-ud-train.conllu.",
        new Dictionary<string, string>
        {
            [Ewt] = "3fb78e2b55482c8ee00caa653af436c88c9e5bc9a73ce26e4ae3ddc79d2b7e7b",
            [Gum] = "399286f14284719f34c231782ae63abde4f59662fd73cc28bc35205b39a41502",
        });

    /// <summary>The sentences of both treebanks, of GUM only those of the genres that may be passed on.</summary>
    public static IEnumerable<IReadOnlyList<TreebankWord>> Sentences(SourceFolder sources) =>
        Sentences(Encoding.UTF8.GetString(sources.Bytes(Ewt)), _ => true).Concat(Sentences(Encoding.UTF8.GetString(sources.Bytes(Gum)), IsShippable));

    /// <summary>The running text of both treebanks, of GUM only that of the genres that may be passed on, the academic ones (CC BY) among them.</summary>
    public static IEnumerable<TreebankText> Texts(SourceFolder sources) =>
        TreebankText.Paragraphs(Encoding.UTF8.GetString(sources.Bytes(Ewt)), _ => true).Concat(TreebankText.Paragraphs(
            Encoding.UTF8.GetString(sources.Bytes(Gum)), document => IsShippable(document) || document.StartsWith("GUM_academic_", StringComparison.Ordinal)));

    /// <summary>The sentences of the wanted documents of one CoNLL-U text; contractions and empty nodes are left out, their words stay.</summary>
    public static IEnumerable<IReadOnlyList<TreebankWord>> Sentences(string conllu, Func<string, bool> wanted) => Read(conllu, wanted).Select(sentence => sentence.Words);

    /// <summary>The same sentences with their names.</summary>
    public static IEnumerable<TreebankSentence> Read(string conllu, Func<string, bool> wanted)
    {
        const string Document = "# newdoc id = ", Id = "# sent_id = ";
        List<TreebankWord> words = [];
        string document = "", id = "";
        foreach (string line in conllu.Split('\n').Append(""))
        {
            if (line.StartsWith(Document, StringComparison.Ordinal))
                document = line[Document.Length..].Trim();
            if (line.StartsWith(Id, StringComparison.Ordinal))
                id = line[Id.Length..].Trim();
            if (line.Length == 0 && words.Count > 0)
            {
                yield return new TreebankSentence(id, document, words);
                words = [];
            }
            if (line.Length == 0 || line[0] == '#' || !wanted(document))
                continue;
            string[] columns = line.Split('\t');
            if (columns[0].All(char.IsAsciiDigit))
                words.Add(new TreebankWord(columns[1], columns[2], columns[3], columns[4], columns[5], int.Parse(columns[6], CultureInfo.InvariantCulture) - 1, columns[7]));
        }
    }

    /// <summary>Whether the texts of the GUM document's genre may be passed on.</summary>
    public static bool IsShippable(string document) => s_gumGenres.Any(genre => document.StartsWith(genre, StringComparison.Ordinal));
}
