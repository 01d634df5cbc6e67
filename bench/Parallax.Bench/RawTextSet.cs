using Parallax.Annotate;
using Parallax.Data;
using Parallax.Present;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>Everything from raw text on, against a Universal Dependencies treebank: own words and sentences, aligned as in the CoNLL 2018 shared task.</summary>
internal sealed class RawTextSet(string name, string corpus) : IGoldSet
{
    public string Name => "raw." + name;

    public IReadOnlyList<string> Files(GoldFolder folder) => [folder.PathTo("ud", $"{corpus}-ud-{folder.Split}.conllu")];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        Lemmatizer lemmatizer = new(LanguageData.English);
        ConlluWriter conllu = new(LanguageData.English);
        Tally words = default, sentences = default, upos = default, xpos = default, lemmas = default, uas = default, las = default;
        TreeConfusions missedWords = new();
        TreeConfusions missedSentences = new();
        foreach (TreebankDocument document in TreebankDocument.Read(File.ReadLines(Files(folder)[0])))
        {
            WordLayout gold = document.Layout;
            AnnotatedReport report = stages.Annotate(document.Text);
            WordLayout found = Lay(report, lemmatizer);
            stages.Predictions?.Record(document.Id, document.Text, answer => answer.Word("conllu", conllu.Write(report)));
            WordAlignment alignment = new(gold, found);
            words += alignment.Words;
            sentences += alignment.Sentences;
            upos += alignment.Count((g, f) => g.Word.Upos == f.Word.Upos);
            xpos += alignment.Count((g, f) => g.Word.Xpos == f.Word.Xpos);
            lemmas += alignment.Count((g, f) => g.Word.Lemma == "_" || g.Word.Lemma == f.Word.Lemma);
            uas += alignment.Count(alignment.IsSameHead);
            las += alignment.Count((g, f) => alignment.IsSameHead(g, f) && g.Word.Universal == f.Word.Universal);
            NoteMissed(gold, alignment, missedWords, missedSentences);
        }
        yield return new Score(Name + ".words", words.F1, words.ToString(), missedWords.Lines);
        yield return new Score(Name + ".sentences", sentences.F1, sentences.ToString(), missedSentences.Lines);
        yield return new Score(Name + ".upos", upos.F1, upos.ToString());
        yield return new Score(Name + ".xpos", xpos.F1, xpos.ToString());
        yield return new Score(Name + ".lemmas", lemmas.F1, lemmas.ToString());
        yield return new Score(Name + ".uas", uas.F1, uas.ToString());
        yield return new Score(Name + ".las", las.F1, las.ToString());
    }

    /// <summary>A report's words laid over its characters.</summary>
    internal static WordLayout Lay(AnnotatedReport report, Lemmatizer lemmatizer)
    {
        string text = report.Report.Text;
        int[] solid = new int[text.Length + 1];
        for (int i = 0; i < text.Length; i++)
            solid[i + 1] = solid[i] + (char.IsWhiteSpace(text[i]) ? 0 : 1);
        WordLayout layout = new() { Length = solid[^1] };
        foreach (Token token in report.Words)
        {
            TreebankWord word = new(
                token.Text, lemmatizer.CasedLemma(token.Text, token.Tag, token.Xpos), token.Tag.ToString().ToUpperInvariant(), token.Xpos, "_", token.Head, token.Relation);
            layout.Tokens.Add((solid[token.Span.Start], solid[token.Span.End]));
            layout.Words.Add(new LaidWord(solid[token.Span.Start], solid[token.Span.End], false, word, token.Head));
        }
        foreach (TextSpan span in report.Sentences.Select(s => s.Span))
            layout.Sentences.Add((solid[span.Start], solid[span.End]));
        return layout;
    }

    private static void NoteMissed(WordLayout gold, WordAlignment alignment, TreeConfusions words, TreeConfusions sentences)
    {
        string[] forms = [.. gold.Words.Select(w => w.Word.Form)];
        HashSet<LaidWord> aligned = new(alignment.Pairs.Select(p => p.Gold), ReferenceEqualityComparer.Instance);
        HashSet<(int, int)> right = [.. alignment.FoundSentences];
        for (int i = 0; i < forms.Length; i++)
        {
            if (!aligned.Contains(gold.Words[i]))
                words.Add(forms[i], TreeConfusions.Around(forms, i));
        }
        foreach ((int from, int to) in gold.Sentences.Where(s => !right.Contains(s)))
        {
            int first = gold.Words.FindIndex(w => w.From >= from);
            int last = gold.Words.FindLastIndex(w => w.To <= to);
            sentences.Add("…" + forms[last], TreeConfusions.Around(forms, first) + " … " + TreeConfusions.Around(forms, last));
        }
    }
}
