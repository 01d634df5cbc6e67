using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Tests.Extract;

/// <summary>The claims of a text whose actors, places and times are found as ever, nothing marked.</summary>
internal static class ClaimScene
{
    private static readonly Annotator s_annotator = new(LanguageData.English);
    private static readonly Extractor s_extractor = new(LanguageData.English);

    public static AnnotatedReport Annotate(string text)
    {
        string hash = StableHash.Sha256(text);
        return s_annotator.Annotate(new Report
        {
            Id = StableHash.Id("r", text),
            Path = "scene.txt",
            Text = text,
            Paragraphs = [new Paragraph(new TextSpan(0, text.Length), ParagraphKind.Body)],
            Sha256 = hash,
            BytesSha256 = hash,
            Published = Publication.Unknown,
        });
    }

    public static ReportClaims Extract(string text) => s_extractor.Extract(Annotate(text));
}
