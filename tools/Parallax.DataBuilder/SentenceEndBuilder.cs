using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.DataBuilder;

/// <summary>Trains the model of sentence ends on the running text of openly licensed treebanks, cut into words by Parallax itself.</summary>
internal static class SentenceEndBuilder
{
    public static Recipe Recipe { get; } = new("sentences", ["compiled/sentence-ends.bin"],
        Treebank.Sources("Makes compiled/sentence-ends.bin, the weights that decide where sentences end."), sources => Build(Treebank.Texts(sources)));

    /// <summary>The model of the given paragraphs.</summary>
    public static BuiltFiles Build(IEnumerable<TreebankText> paragraphs)
    {
        Abbreviations abbreviations = new(LanguageData.English.Lexicon("abbreviations"));
        Tokenizer tokenizer = new(new TokenWords(LanguageData.English.Lexicon("tokens")), abbreviations);
        SentenceEndTrainer trainer = new();
        long sentences = 0;
        foreach (TreebankText paragraph in paragraphs)
        {
            string text = paragraph.Text;
            List<TextSpan> tokens = [];
            tokenizer.Tokenize(text, new TextSpan(0, text.Length), tokens);
            trainer.Add(text, tokens, paragraph.SentenceEnds, abbreviations);
            sentences += paragraph.SentenceEnds.Count;
        }
        byte[] bytes = trainer.Train().Write();
        if (!SentenceEndModel.Read(new MemoryStream(bytes)).Write().AsSpan().SequenceEqual(bytes))
            throw new InvalidDataException("The model of sentence ends does not read back as written.");
        return new BuiltFiles([bytes], [("sentences", sentences), ("places where a sentence may end", trainer.Places), ("bytes", bytes.Length)]);
    }
}
