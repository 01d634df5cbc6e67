using System.Text;
using System.Text.Json;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.DataBuilder.Training;

/// <summary>The gold sentences and the running text that the language engine learns from.</summary>
internal sealed class TrainingData
{
    private const string Ewt = "ud/en_ewt-ud-train.conllu", Gum = "ud/en_gum-ud-train.conllu", EwtNames = "names/en_ewt-uner-train.iob2", GumNames = "names/gum-train.jsonl";
    private const int FewestOfWord = 2, FewestOfLabel = 3, FewestOfPair = 8, FewestOfRow = 4;
    private static readonly string[] s_textProperties = ["content_original", "text", "content", "body"];

    // Text without annotation; only statistics over it are kept.
    private static readonly string[] s_corpora = ["corpora/conflict-topics.jsonl", "corpora/ukraine-war.jsonl", "corpora/wikinews.jsonl"];

    private TrainingData(TrainingVocabulary vocabulary, IReadOnlyList<TrainingSentence> sentences, float[] vectors) =>
        (Vocabulary, Sentences, Vectors) = (vocabulary, sentences, vectors);

    public TrainingVocabulary Vocabulary { get; }

    public IReadOnlyList<TrainingSentence> Sentences { get; }

    public float[] Vectors { get; }

    /// <summary>The files read, with what they must be.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        [Ewt] = "3fb78e2b55482c8ee00caa653af436c88c9e5bc9a73ce26e4ae3ddc79d2b7e7b",
        [Gum] = "399286f14284719f34c231782ae63abde4f59662fd73cc28bc35205b39a41502",
        [EwtNames] = "4af8b2d108fd7e457c3d4855ce44078b1e52ffa1b02b80b8bfa24a5194b32ec8",
        [GumNames] = "194d90c5ac8ca68f837882a743618592a078ed668a7d98d169bff856767ddf04",
        [s_corpora[0]] = "46534eecd6fcb6b09e7c0e8994821362bdeef9e0a76b247e13786cf07954b8c6",
        [s_corpora[1]] = "0227276448d9c9431e1ac44735eb8eb2e9f2b207f3eb8629c830f8c712d56747",
        [s_corpora[2]] = "9efcf7a826eaa93dc4fa917aa76ab7c3385f6a097f32fd49bcb4ba7ecb7e5982",
    };

    /// <summary>Reads everything and learns the word vectors.</summary>
    public static TrainingData Read(Func<string, byte[]> open, LanguageData data, Func<IReadOnlyList<string[]>, WordVectors> learn)
    {
        string Text(string name) => Encoding.UTF8.GetString(open(name));
        TreebankSentence[] ewt = [.. Treebank.Read(Text(Ewt), _ => true)], gum = [.. Treebank.Read(Text(Gum), Treebank.IsShippable)];
        WordVectors vectors = learn([.. Corpus(s_corpora.Select(Text), data), .. ewt.Concat(gum).Select(sentence => sentence.Words.Select(word => WordFeatureReader.Norm(word.Form)).ToArray())]);
        TrainingVocabulary vocabulary = Vocabulate([.. ewt, .. gum], vectors.Words);
        Dictionary<string, (string[] Words, int[] States)> ewtNames = NameGold.ReadIob(Text(EwtNames));
        Dictionary<string, List<(string[] Words, int[] States)>> gumNames = NameGold.ReadGum(Text(GumNames), data);
        Dictionary<string, int> reached = new(StringComparer.Ordinal);
        List<TrainingSentence> sentences = [];
        foreach (TreebankSentence sentence in ewt)
            sentences.Add(Encode(sentence, vocabulary, ewtNames.TryGetValue(sentence.Id, out (string[] Words, int[] States) names) && names.States.Length == sentence.Words.Count ? names.States : [], 0));
        foreach (TreebankSentence sentence in gum)
        {
            int at = reached.GetValueOrDefault(sentence.Document);
            reached[sentence.Document] = at + 1;
            List<(string[] Words, int[] States)> document = gumNames[sentence.Document];
            sentences.Add(Encode(sentence, vocabulary, document[at].Words.SequenceEqual(sentence.Words.Select(word => word.Form)) ? document[at].States : [], 1));
        }
        return new TrainingData(vocabulary, sentences, vectors.Values);
    }

    /// <summary>A sentence as numbers.</summary>
    public static TrainingSentence Encode(TreebankSentence sentence, TrainingVocabulary vocabulary, int[] names, int scheme) => new(
        [.. sentence.Words.Select(word => word.Form)],
        [.. sentence.Words.Select(word => Enum.TryParse(word.Upos, ignoreCase: true, out Upos tag) ? tag : Upos.X)],
        [.. sentence.Words.Select(word => Find(vocabulary.Xpos, word.Xpos))],
        [.. sentence.Words.Select(word => word.Head)],
        [.. sentence.Words.Select(word => Find(vocabulary.Relations, word.Relation))],
        names, scheme);

    private static int Find(IReadOnlyList<string> names, string name)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
                return i;
        }
        return -1;
    }

    private static TrainingVocabulary Vocabulate(IReadOnlyList<TreebankSentence> sentences, IReadOnlyList<string> vectorWords)
    {
        TreebankWord[] words = [.. sentences.SelectMany(sentence => sentence.Words)];
        (string Name, int Uses)[] norms = Counted(words.Select(word => WordFeatureReader.Norm(word.Form)), FewestOfWord);
        return new TrainingVocabulary([.. norms.Select(norm => norm.Name)], [.. norms.Select(norm => norm.Uses)], vectorWords,
            [.. Counted(words.Select(word => word.Xpos), FewestOfLabel).Select(tag => tag.Name)], [.. Counted(words.Select(word => word.Relation), FewestOfLabel).Select(relation => relation.Name)],
            [.. Counted(words.Select(word => word.Upos + " " + word.Xpos), FewestOfPair).Select(pair => pair.Name)]);
    }

    private static (string Name, int Uses)[] Counted(IEnumerable<string> names, int fewest) =>
        [.. names.GroupBy(name => name, StringComparer.Ordinal).Select(group => (group.Key, group.Count())).Where(pair => pair.Item2 >= fewest)
            .OrderByDescending(pair => pair.Item2).ThenBy(pair => pair.Key, StringComparer.Ordinal)];

    // Running text as rows of normed words, a row for each paragraph.
    private static IEnumerable<string[]> Corpus(IEnumerable<string> files, LanguageData data)
    {
        Tokenizer tokenizer = new(new TokenWords(data.Lexicon("tokens")), new Abbreviations(data.Lexicon("abbreviations")));
        List<TextSpan> spans = [];
        foreach ((string text, TextSpan paragraph) in files.SelectMany(Paragraphs))
        {
            spans.Clear();
            tokenizer.Tokenize(text, paragraph, spans);
            if (spans.Count >= FewestOfRow)
                yield return [.. spans.Select(span => WordFeatureReader.Norm(span.Of(text)))];
        }
    }

    private static IEnumerable<(string Text, TextSpan Paragraph)> Paragraphs(string file)
    {
        foreach (string line in file.Split('\n').Where(line => line.Length > 0))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            // The corpora name their text differently.
            string? text = s_textProperties.Select(name => json.RootElement.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null)
                .FirstOrDefault(value => value is not null);
            int start = 0;
            foreach (string paragraph in text?.Split('\n') ?? [])
            {
                if (paragraph.Length > 0)
                    yield return (text!, new TextSpan(start, paragraph.Length));
                start += paragraph.Length + 1;
            }
        }
    }
}
