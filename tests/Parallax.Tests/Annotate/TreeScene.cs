using System.Globalization;
using System.Text;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Tests.Annotate;

/// <summary>A report of one paragraph with trees set by hand, one word as <c>form/UPOS/XPOS/head/relation</c>; heads count from 1 in their sentence.</summary>
internal static class TreeScene
{
    private static readonly Lemmatizer s_lemmatizer = new(LanguageData.English);
    private static readonly TimeFinder s_times = new(LanguageData.English);
    private static readonly PlaceFinder s_places = new(LanguageData.English);
    private static readonly ActorFinder s_actors = new(LanguageData.English);
    private static readonly SpeechFinder s_speech = new(LanguageData.English);

    public static AnnotatedReport Annotate(params string[] sentences)
    {
        StringBuilder text = new();
        List<Token> tokens = [];
        List<Sentence> cut = [];
        foreach (string sentence in sentences)
        {
            int first = tokens.Count;
            foreach (string word in sentence.Split(' '))
            {
                string[] parts = word.Split('/');
                if (text.Length > 0 && parts[1] != "PUNCT" && parts[0] is not "'s" and not "n't" && text[^1] != '“')
                    text.Append(' ');
                else if (parts[0] == "“" && text.Length > 0)
                    text.Append(' ');
                Upos tag = Enum.Parse<Upos>(parts[1], ignoreCase: true);
                int head = int.Parse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture);
                TextSpan span = new(text.Length, parts[0].Length);
                tokens.Add(new Token(span, parts[0], Folding.Fold(parts[0]), s_lemmatizer.CasedLemma(parts[0], tag, parts[2]), tag, Form(tag, parts[2]), parts[2], head == 0 ? -1 : first + head - 1, parts[4]));
                text.Append(parts[0]);
            }
            cut.Add(new Sentence(cut.Count, TextSpan.FromBounds(tokens[first].Span.Start, tokens[^1].Span.End), first, tokens.Count, 0, false));
        }
        string written = text.ToString();
        AnnotatedReport report = new(
            new Report
            {
                Id = "r-tree",
                Path = "tree.txt",
                Text = written,
                Paragraphs = [new Paragraph(new TextSpan(0, written.Length), ParagraphKind.Body)],
                Sha256 = StableHash.Sha256(written),
                BytesSha256 = StableHash.Sha256(written),
            },
            tokens, cut, [], [], [], [], [], []);
        report = report with { Times = s_times.Find(report) };
        report = report with { Places = s_places.Find(report) };
        (IReadOnlyList<ReportActor> actors, IReadOnlyList<ActorMention> mentions) = s_actors.Find(report);
        report = report with { Actors = actors, Mentions = mentions };
        (IReadOnlyList<Speech> speeches, IReadOnlyList<Attribution> attributions) = s_speech.Find(report);
        return report with { Speeches = speeches, Attributions = attributions };
    }

    /// <summary>Lines like <c>"Ana Reyes" as "the minister": the road is shut</c>; a dash where no actor is known.</summary>
    public static IEnumerable<string> Speech(AnnotatedReport report)
    {
        string text = report.Report.Text;
        foreach (Speech speech in report.Speeches)
        {
            yield return (speech.Speaker >= 0 ? $"\"{report.Actors[speech.Speaker].Name}\"" : "-") + $" as \"{speech.SpeakerSpan?.Of(text)}\": "
                + string.Join(" | ", speech.Content.Select(c => c.Of(text)));
        }
    }

    private static VerbForm Form(Upos tag, string xpos) => tag is not (Upos.Verb or Upos.Aux)
        ? VerbForm.None
        : xpos switch { "VBD" => VerbForm.Past, "VBN" => VerbForm.PastParticiple, "VBG" => VerbForm.Gerund, "VBZ" => VerbForm.Present, _ => VerbForm.Base };
}
