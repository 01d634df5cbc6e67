using NodaTime;
using Parallax.Annotate;
using Parallax.Extract;
using Xunit;

namespace Parallax.Tests.Fuse;

public sealed class ReportBuilderTests
{
    [Fact]
    public void Spans_stand_where_the_words_are()
    {
        ReportClaims report = new ReportBuilder("Harbour Post").Published("2031-03-04")
            .Actor("Varn police", ActorKind.Police)
            .Actor("dockers", ActorKind.Group, named: false)
            .Sentence("The quay was quiet.")
            .NewParagraph()
            .Sentence("On Monday police detained 12 dockers in Varn.", s => s
                .Time("On Monday", TestTimes.On(IsoDayOfWeek.Monday))
                .Place("Varn", TestPlaces.Town("Varn", "XX"))
                .Mention("police", "Varn police")
                .Event(EventType.Coerce, "detained", "detain", by: ["Varn police"], to: ["dockers"], time: "On Monday", place: "Varn")
                .Figure(Measure.Detained, "12", 12, of: "dockers", ofActor: "dockers"))
            .Build();

        EventClaim detained = Assert.IsType<EventClaim>(report.Claims[0]);
        string text = report.Source.Report.Text;
        Assert.Equal("detained", detained.Trigger.Of(text));
        Assert.Equal("On Monday", report.Source.Times[detained.Time].Span.Of(text));
        Assert.Equal("Varn", report.Source.Places[detained.Place].Span.Of(text));
        Assert.Equal(0, Assert.IsType<FigureClaim>(report.Claims[1]).Event);
        Assert.Equal(2, report.Source.Report.Paragraphs.Count);
        Assert.Equal("The quay was quiet.", report.Source.Report.Paragraphs[0].Span.Of(text));
        Assert.Equal(1, report.Source.Sentences[1].Paragraph);
    }
}
