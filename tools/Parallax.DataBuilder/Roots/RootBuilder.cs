using System.Text;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.DataBuilder.Roots;

/// <summary>Trains the model of roots on sentences written for it, read by Parallax itself.</summary>
internal static class RootBuilder
{
    public static Recipe Recipe { get; } = new("roots", ["compiled/roots.bin"],
        new SourceList("Makes compiled/roots.bin, the weights that tell what root of PLOVER an event has. Its sources are the project's own: --sources data/training.",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["events-1.tsv"] = "0e87ae9ebb33a72de513e7a6a853422dae553e59ba2d986048610fbbcdc30afc",
                ["events-2.tsv"] = "c887f064aea516cdb7401d7255d389fe7b8a8037efcf5dd705694659d9d610de",
                ["events-3.tsv"] = "80a8424878d9d54ef2416d67f244b6b02495d5d03c0fa46f7d696817f24d5286",
            }), Build);

    /// <summary>The rows of a file of marked sentences: root or NONE, mode or "-", sentence.</summary>
    public static IEnumerable<string[]> Rows(byte[] file) =>
        Encoding.UTF8.GetString(file).Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));

    private static BuiltFiles Build(SourceFolder sources)
    {
        Annotator annotator = new(LanguageData.English);
        RootLexicon lexicon = RootLexicon.Of(LanguageData.English);
        RootTrainer trainer = new();
        foreach (string name in Recipe.Sources.Files.Keys.Order(StringComparer.Ordinal))
        {
            foreach (string[] row in Rows(sources.Bytes(name)))
                Add(trainer, annotator, lexicon, row);
        }
        RootModel model = trainer.Train();
        byte[] bytes = model.Write();
        if (!RootModel.Read(new MemoryStream(bytes)).Write().AsSpan().SequenceEqual(bytes))
            throw new InvalidDataException("The model of roots does not read back as written.");
        return new BuiltFiles([bytes], [("sentences", trainer.Count), ("features", model.Count), ("bytes", bytes.Length)]);
    }

    private static void Add(RootTrainer trainer, Annotator annotator, RootLexicon lexicon, string[] row)
    {
        MarkedSentence marked = MarkedSentence.Parse(row[2]);
        RootScene? scene = RootClassifier.SceneOf(annotator.Annotate(ReportOf(marked.Text)), lexicon, marked.Source, marked.Target);
        if (scene is null)
            return;
        RootVerdict verdict = new RootComposer(lexicon).Compose(scene);
        int answer = row[0] == "NONE" ? RootAnswer.None : RootAnswer.OfExample(Enum.Parse<EventType>(row[0], ignoreCase: true), row[1] == "-" ? null : row[1], verdict);
        trainer.Add(RootFeatures.Of(scene, verdict, named: false).Hashes, answer);
    }

    private static Report ReportOf(string text)
    {
        string hash = StableHash.Sha256(text);
        return new Report
        {
            Id = StableHash.Id("r", text),
            Path = "training",
            Text = text,
            Paragraphs = [new Paragraph(new TextSpan(0, text.Length), ParagraphKind.Body)],
            Sha256 = hash,
            BytesSha256 = hash,
            Published = Publication.Unknown,
        };
    }
}
