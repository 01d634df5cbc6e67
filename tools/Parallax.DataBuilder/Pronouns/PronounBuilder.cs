using System.Text;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.DataBuilder.Pronouns;

/// <summary>Learns what pronouns stand for from openly licensed texts of a treebank, read by Parallax itself.</summary>
internal static class PronounBuilder
{
    private const string Gum = "en_gum-ud-train.conllu";

    private const string Own = "pronouns-1.txt";

    // The project's own texts are few, and of the kind that is read.
    private const int OwnCounts = 6;

    public static Recipe Recipe { get; } = new("pronouns", [PronounModel.File],
        new SourceList("Makes compiled/pronouns.tsv, the weights by which the actor is chosen that a pronoun stands for. Sources: the training file of UD_English-GUM, named " + Gum + ", and the project's own data/training/" + Own + ", in one folder.",
            new Dictionary<string, string>(StringComparer.Ordinal) { [Gum] = "399286f14284719f34c231782ae63abde4f59662fd73cc28bc35205b39a41502", [Own] = "e93b4f3ba46349b6242bc34b22e7a42e661bb7f5b88e8f80b506efc75017b767" }), Build);

    private static BuiltFiles Build(SourceFolder sources)
    {
        PronounTrainer trainer = new();
        CoreferenceText? reading = null;
        int times = 1;
        Annotator annotator = new(LanguageData.English, (report, pronoun, options) => Teach(reading!, report, pronoun, options, trainer, times));
        long documents = 0;
        CoreferenceText[] own = [.. CoreferenceText.Marked(Encoding.UTF8.GetString(sources.Bytes(Own)))];
        foreach (CoreferenceText document in CoreferenceText.Documents(Encoding.UTF8.GetString(sources.Bytes(Gum)), IsWanted).Concat(own))
        {
            reading = document;
            times = own.Contains(document) ? OwnCounts : 1;
            annotator.Annotate(ReportOf(document.Text));
            documents++;
        }
        return new BuiltFiles([Encoding.UTF8.GetBytes(PronounModel.Write(trainer.Train()))], [("documents", documents), ("pronouns", trainer.Count), ("of them for an actor", trainer.Bound)]);
    }

    // Papers, rulings and guides speak of few who act.
    private static bool IsWanted(string document) =>
        Treebank.IsShippable(document) && !document.StartsWith("GUM_academic_", StringComparison.Ordinal) && !document.StartsWith("GUM_court_", StringComparison.Ordinal) && !document.StartsWith("GUM_voyage_", StringComparison.Ordinal);

    private static int Teach(CoreferenceText document, AnnotatedReport report, ActorCandidate pronoun, IReadOnlyList<PronounOption> options, PronounTrainer trainer, int times)
    {
        string? group = GroupOf(document, report, pronoun);
        bool[] right = new bool[options.Count];
        int nearest = 0;
        for (int i = 1; i < options.Count && group is not null; i++)
        {
            right[i] = GroupOf(document, report, options[i].Mention!) == group;
            if (right[i] && nearest == 0)
                nearest = i;
        }
        right[0] = nearest == 0;
        for (int i = 0; i < times; i++)
            trainer.Add(options, right);
        return nearest;
    }

    /// <summary>What the phrase means: the group of the gold phrase that shares most with it and holds its head; null where there is none.</summary>
    private static string? GroupOf(CoreferenceText document, AnnotatedReport report, ActorCandidate candidate)
    {
        TextSpan span = TextSpan.FromBounds(report.Tokens[candidate.First].Span.Start, report.Tokens[candidate.End - 1].Span.End);
        TextSpan head = TextSpan.FromBounds(report.Tokens[candidate.HeadFirst].Span.Start, report.Tokens[candidate.HeadEnd - 1].Span.End);
        CoreferentPhrase? best = null;
        double most = candidate.Form == MentionForm.Pronoun ? 0.99 : 0.3;
        foreach (CoreferentPhrase phrase in document.Phrases)
        {
            if (phrase.Span.Start > head.Start || phrase.Span.End < head.End)
                continue;
            double shared = Math.Min(span.End, phrase.Span.End) - Math.Max(span.Start, phrase.Span.Start);
            double share = shared / (span.Length + phrase.Span.Length - shared);
            if (share > most)
            {
                best = phrase;
                most = share;
            }
        }
        return best?.Group;
    }

    private static Report ReportOf(string text)
    {
        List<Paragraph> paragraphs = [];
        int at = 0;
        foreach (string line in text.Split('\n'))
        {
            if (line.AsSpan().Trim().Length > 0)
                paragraphs.Add(new Paragraph(new TextSpan(at, line.Length), ParagraphKind.Body));
            at += line.Length + 1;
        }
        string hash = StableHash.Sha256(text);
        return new Report { Id = StableHash.Id("r", text), Path = "training", Text = text, Paragraphs = paragraphs, Sha256 = hash, BytesSha256 = hash, Published = Publication.Unknown };
    }
}
