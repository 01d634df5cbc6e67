using System.Globalization;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>Tags, lemmas and trees over the words and sentences of a Universal Dependencies treebank.</summary>
/// <param name="name">Name of the set, after <c>ud.</c>.</param>
/// <param name="corpus">How its file begins: <c>en_ewt</c>.</param>
/// <param name="documents">How the ids of the documents that are measured begin; empty for all.</param>
/// <param name="isPenn">Whether its own tags are Penn tags, which alone are compared.</param>
internal sealed class TreebankSet(string name, string corpus, string documents = "", bool isPenn = true) : IGoldSet
{
    public string Name => "ud." + name;

    public IReadOnlyList<string> Files(GoldFolder folder) => [folder.PathTo("ud", $"{corpus}-ud-{folder.Split}.conllu")];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        SentenceReader reader = new(LanguageData.English);
        Lemmatizer lemmatizer = new(LanguageData.English);
        Morphology morphology = new(LanguageData.English);
        TreebankCounts counts = new();
        foreach (TreebankDocument document in TreebankDocument.Read(File.ReadLines(Files(folder)[0])))
        {
            if (!document.Id.StartsWith(documents, StringComparison.Ordinal))
                continue;
            string[][] forms = [.. document.Sentences.Select(s => s.Select(w => w.Form).ToArray())];
            IReadOnlyList<SentenceReading> readings = reader.Read(forms);
            for (int s = 0; s < forms.Length; s++)
            {
                WordReading[] given = readings[s].Words;
                Token[] tokens = [.. given.Select((word, i) => new Token(default, forms[s][i], Folding.Fold(forms[s][i]), "", word.Tag, VerbForm.None, word.Xpos, word.Head, word.Relation))];
                string[] features = morphology.Of(tokens, 0, tokens.Length);
                TreebankWord[] words = [.. given.Select((word, i) => new TreebankWord(
                    forms[s][i], lemmatizer.CasedLemma(forms[s][i], word.Tag, word.Xpos), word.Tag.ToString().ToUpperInvariant(), word.Xpos, features[i], word.Head, word.Relation))];
                counts.Add(document.Sentences[s], words);
                stages.Predictions?.Tree(document.Id, s + 1, words);
            }
        }
        return counts.Scores(Name, isPenn);
    }
}

/// <summary>Counts over sentences whose words are given.</summary>
internal sealed class TreebankCounts
{
    private readonly TreeConfusions _tags = new();
    private readonly TreeConfusions _pennTags = new();
    private readonly TreeConfusions _lemmas = new();
    private readonly TreeConfusions _heads = new();
    private readonly TreeConfusions _relations = new();
    private readonly TreeConfusions _features = new();
    private int _words;
    private int _upos;
    private int _xpos;
    private int _feats;
    private int _lemma;
    private int _head;
    private int _labelled;
    private int _labelledFully;

    public void Add(IReadOnlyList<TreebankWord> gold, IReadOnlyList<TreebankWord> given)
    {
        string[] forms = [.. gold.Select(w => w.Form)];
        for (int i = 0; i < gold.Count; i++)
        {
            TreebankWord right = gold[i];
            TreebankWord word = given[i];
            _words++;
            Note(ref _upos, right.Upos == word.Upos, _tags, right.Upos + " → " + word.Upos, forms, i);
            Note(ref _xpos, right.Xpos == word.Xpos, _pennTags, right.Xpos + " → " + word.Xpos, forms, i);
            Note(ref _feats, right.Feats == word.Feats, _features, $"{right.Upos} {right.Xpos}: {right.Feats} → {word.Feats}", forms, i);
            // A treebank that leaves a lemma out cannot tell a wrong one.
            Note(ref _lemma, right.Lemma == "_" || right.Lemma == word.Lemma, _lemmas, $"{right.Form} {right.Upos}: {right.Lemma} → {word.Lemma}", forms, i);
            Note(ref _head, right.Head == word.Head, _heads, right.Relation, forms, i);
            bool isSameHead = right.Head == word.Head;
            Note(ref _labelled, isSameHead && right.Universal == word.Universal, _relations,
                isSameHead ? right.Universal + " → " + word.Universal : right.Universal + " → elsewhere", forms, i);
            _labelledFully += isSameHead && right.Relation == word.Relation ? 1 : 0;
        }
    }

    public IEnumerable<Score> Scores(string name, bool isPenn)
    {
        yield return Share(name + ".upos", _upos, "words, gold tokens", _tags);
        if (isPenn)
            yield return Share(name + ".xpos", _xpos, "words, gold tokens", _pennTags);
        if (isPenn)
            yield return Share(name + ".feats", _feats, "words with all features right, gold tokens, own tags", _features);
        yield return Share(name + ".lemma", _lemma, "words, gold tokens, own tags", _lemmas);
        yield return Share(name + ".uas", _head, "heads, gold tokens, own tags", _heads);
        yield return Share(name + ".las", _labelled, "heads with their relation, subtypes left off", _relations);
        yield return Share(name + ".las-full", _labelledFully, "heads with their relation and its subtype", null);
    }

    private Score Share(string name, int right, string of, TreeConfusions? confusions) =>
        new(name, _words == 0 ? 0 : (double)right / _words, string.Create(CultureInfo.InvariantCulture, $"{right} of {_words} {of}"), confusions?.Lines ?? []);

    private static void Note(ref int count, bool isRight, TreeConfusions confusions, string confusion, string[] forms, int at)
    {
        if (isRight)
            count++;
        else
            confusions.Add(confusion, TreeConfusions.Around(forms, at));
    }
}
