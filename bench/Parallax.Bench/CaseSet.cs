using System.Globalization;
using Parallax.Annotate;
using Parallax.Data;

namespace Parallax.Bench;

/// <summary>Sentences of treebanks put in capitals and given small letters again: how many words come out as they were written.</summary>
internal sealed class CaseSet(string name, string treebank, string documents = "") : IGoldSet
{
    public string Name => "case." + name;

    public IReadOnlyList<string> Files(GoldFolder folder) => [folder.PathTo("ud", $"{treebank}-ud-{folder.Split}.conllu")];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        CaseRestorer restorer = new(LanguageData.English);
        int right = 0, all = 0;
        Tally capitals = default;
        TreeConfusions faults = new();
        bool wanted = documents.Length == 0;
        string id = "";
        foreach (string line in File.ReadLines(Files(folder)[0]))
        {
            const string Document = "# newdoc id = ", Sentence = "# sent_id = ", Text = "# text = ";
            if (line.StartsWith(Document, StringComparison.Ordinal))
                wanted = line.AsSpan(Document.Length).StartsWith(documents, StringComparison.Ordinal);
            if (line.StartsWith(Sentence, StringComparison.Ordinal))
                id = line[Sentence.Length..];
            if (!wanted || !line.StartsWith(Text, StringComparison.Ordinal))
                continue;
            string text = line[Text.Length..], upper = text.ToUpperInvariant();
            // A sentence that is itself in capitals shows nothing.
            if (upper.Length != text.Length || CaseRestorer.IsInCapitals(text))
                continue;
            string restored = restorer.Restore(upper);
            stages.Predictions?.Record(id, restored, answer => answer.Word("text", restored));
            foreach (CaseWord word in CaseWord.Scan(text).Where(word => char.IsLetter(text[word.Start])))
            {
                string gold = text[word.Start..word.End], found = restored[word.Start..word.End];
                all++;
                right += gold == found ? 1 : 0;
                bool isCapital = char.IsUpper(gold[0]), foundCapital = char.IsUpper(found[0]);
                if (!word.Opens)
                    capitals += new Tally(isCapital && foundCapital ? 1 : 0, foundCapital ? 1 : 0, isCapital ? 1 : 0);
                if (gold != found)
                    faults.Add($"{gold} → {found}", restored);
            }
        }
        yield return new Score(Name + ".words", all == 0 ? 0 : (double)right / all, string.Create(CultureInfo.InvariantCulture, $"{right} of {all} words as written"), faults.Lines);
        yield return new Score(Name + ".capitals", capitals.F1, capitals + "; words with a capital inside sentences");
    }
}
