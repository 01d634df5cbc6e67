using System.Text;
using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Tests.Extract;

/// <summary>
/// A report whose actors and places are marked in its text, so that the cases of this stage stand on their own:
/// <c>[Police:police] arrested [two men:group] in {Lyon}.</c> Times, numbers and words are found as ever.
/// </summary>
internal static class MarkedReport
{
    private static readonly Annotator s_annotator = new(LanguageData.English);

    /// <summary>Annotates <paramref name="marked"/>, published on 15 May 2024; an empty line begins a new paragraph; without a date where <paramref name="dated"/> is false.</summary>
    public static AnnotatedReport Annotate(string marked, bool dated = true)
    {
        StringBuilder text = new();
        List<(TextSpan Span, string Kind)> actors = [];
        List<TextSpan> places = [];
        int open = -1;
        for (int i = 0; i < marked.Length; i++)
        {
            switch (marked[i])
            {
                case '[' or '{':
                    open = text.Length;
                    break;
                case ']':
                    int colon = text.ToString().LastIndexOf(':');
                    string kind = text.ToString(colon + 1, text.Length - colon - 1);
                    text.Length = colon;
                    actors.Add((TextSpan.FromBounds(open, text.Length), kind));
                    break;
                case '}':
                    places.Add(TextSpan.FromBounds(open, text.Length));
                    break;
                default:
                    text.Append(marked[i]);
                    break;
            }
        }
        AnnotatedReport found = s_annotator.Annotate(dated ? Report(text.ToString()) : Report(text.ToString()) with { Published = Publication.Unknown });
        List<ReportActor> known = [];
        List<ActorMention> mentions = [];
        foreach ((TextSpan span, string kind) in actors)
        {
            string name = span.Of(found.Report.Text);
            int same = known.FindIndex(actor => actor.Name == name);
            if (same < 0)
            {
                same = known.Count;
                known.Add(new ReportActor(same, name, Kind(kind), null, char.IsUpper(name[0]), [], [], [name]));
            }
            mentions.Add(new ActorMention(span, Head(found, span), SentenceOf(found, span), char.IsUpper(name[0]) ? MentionForm.Name : MentionForm.Nominal, same));
        }
        return found with
        {
            Actors = known,
            Mentions = mentions,
            Places = [.. places.Select(span => new PlaceMention(span, SentenceOf(found, span), new GazetteerPlace(0, span.Of(found.Report.Text), "ZZ", 0, 0, PlacePrecision.Town, 0, false), ToponymUse.Place))],
            Speeches = [.. found.Speeches.Select(speech => speech with { Speaker = mentions.Find(mention => speech.SpeakerSpan is { } by && mention.Span.Overlaps(by))?.Actor ?? -1 })],
        };
    }

    private static TextSpan Head(AnnotatedReport report, TextSpan span) =>
        report.Tokens.Where(token => span.Contains(token.Span)).TakeWhile(token => token.Lower != "of").Last().Span;

    private static int SentenceOf(AnnotatedReport report, TextSpan span) =>
        report.Sentences.First(sentence => sentence.Span.Overlaps(span)).Index;

    private static ActorKind Kind(string word) => word switch
    {
        "person" => ActorKind.Person,
        "police" => ActorKind.Police,
        "force" => ActorKind.ArmedForce,
        "state" => ActorKind.Government,
        "body" => ActorKind.Organisation,
        "outlet" => ActorKind.Outlet,
        _ => ActorKind.Group,
    };

    /// <summary>A report of that text, published on 15 May 2024; an empty line begins a new paragraph.</summary>
    internal static Report Report(string text)
    {
        List<Paragraph> paragraphs = [];
        int at = 0;
        foreach (string block in text.Split("\n\n"))
        {
            paragraphs.Add(new Paragraph(new TextSpan(at, block.Length), ParagraphKind.Body));
            at += block.Length + 2;
        }
        return new Report
        {
            Id = "r-1",
            Path = "case.txt",
            Text = text,
            Paragraphs = paragraphs,
            Published = new Publication(EdtfDate.Day(new LocalDate(2024, 5, 15)), PublicationBasis.Metadata, null),
            Sha256 = StableHash.Sha256(text),
            BytesSha256 = StableHash.Sha256(text),
            Words = 0,
        };
    }
}
