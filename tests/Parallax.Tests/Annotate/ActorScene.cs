using Parallax.Annotate;
using Parallax.Data;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Tests.Annotate;

/// <summary>Annotates a few words as a report and prints its actors and speech as plain lines.</summary>
internal static class ActorScene
{
    private static readonly Annotator s_annotator = new(LanguageData.English);

    public static AnnotatedReport Annotate(string text)
    {
        List<Paragraph> paragraphs = [];
        int at = 0;
        foreach (string block in text.Split("\n\n"))
        {
            paragraphs.Add(new Paragraph(new TextSpan(at, block.Length), ParagraphKind.Body));
            at += block.Length + 2;
        }
        return s_annotator.Annotate(new Report
        {
            Id = "r-test",
            Path = "test.txt",
            Text = text,
            Paragraphs = paragraphs,
            Sha256 = StableHash.Sha256(text),
            BytesSha256 = StableHash.Sha256(text),
        });
    }

    /// <summary>Lines like <c>person "Ana Reyes" official KE [Minister of Kenya] = Minister Ana Reyes ; She</c>.</summary>
    public static IEnumerable<string> Names(AnnotatedReport report)
    {
        string text = report.Report.Text;
        foreach (ReportActor actor in report.Actors)
        {
            string line = $"{Kind(actor.Kind)} \"{actor.Name}\"";
            if (actor.Class is not null)
                line += " " + actor.Class;
            if (actor.Country is not null)
                line += " " + actor.Country;
            foreach (RoleMention role in actor.Roles)
                line += $" [{(role.Former ? "former " : "")}{role.Title}{(role.Of is null ? "" : " of " + role.Of)}]";
            yield return line + " = " + string.Join(" ; ", report.Mentions.Where(m => m.Actor == actor.Index).Select(m => m.Span.Of(text)));
        }
        string[] open = [.. report.Mentions.Where(m => m.Actor < 0).Select(m => m.Span.Of(text))];
        if (open.Length > 0)
            yield return "unresolved = " + string.Join(" ; ", open);
    }

    /// <summary>Lines like <c>direct "Ana Reyes" tell to "reporters": We stay</c>.</summary>
    public static IEnumerable<string> Speech(AnnotatedReport report)
    {
        string text = report.Report.Text;
        foreach (Speech speech in report.Speeches)
        {
            string line = speech.Form.ToString().ToLowerInvariant() + " " + (speech.Speaker >= 0 ? $"\"{report.Actors[speech.Speaker].Name}\"" : "-") + " " + (speech.CueLemma ?? "-");
            if (speech.Addressee is not null)
                line += $" to \"{speech.Addressee}\"";
            if (speech.SpeakerSpan is null)
                line += " (carried)";
            yield return line + ": " + string.Join(" | ", speech.Content.Select(c => c.Of(text)));
        }
    }

    private static string Kind(ActorKind kind) => kind == ActorKind.ArmedForce ? "armed-force" : kind.ToString().ToLowerInvariant();
}
