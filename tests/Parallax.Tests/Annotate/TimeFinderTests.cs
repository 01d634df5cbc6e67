using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Fuse;
using Parallax.Read;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Annotate;

/// <summary>What the specs of times cannot show: kinds, histories, feasts that move.</summary>
public sealed class TimeFinderTests
{
    private static readonly Annotator s_annotator = new(LanguageData.English);

    private static AnnotatedReport Read(string text, LocalDate published)
    {
        string hash = StableHash.Sha256(text);
        return s_annotator.Annotate(new Report
        {
            Id = "r",
            Path = "x",
            Title = null,
            Text = text,
            Sha256 = hash,
            BytesSha256 = hash,
            Paragraphs = [new Paragraph(TextSpan.FromBounds(0, text.Length), ParagraphKind.Body)],
            Published = new Publication(EdtfDate.Day(published), PublicationBasis.Metadata, null),
        });
    }

    [Theory]
    [InlineData("Shells fell on Monday.", TimeKind.Date, true)]
    [InlineData("Shells fell on Monday evening.", TimeKind.TimeOfDay, true)]
    [InlineData("Shells fell over the past three days.", TimeKind.Duration, true)]
    [InlineData("Shells fell for three days.", TimeKind.Duration, false)]
    [InlineData("Shells fall every Monday.", TimeKind.Set, false)]
    [InlineData("Shells recently fell.", TimeKind.Reference, false)]
    public void Only_times_on_the_calendar_place_events(string text, TimeKind kind, bool places)
    {
        TimeMention time = Assert.Single(Read(text, new LocalDate(2031, 3, 5)).Times);
        Assert.Equal((kind, places), (time.Kind, time.PlacesEvents));
    }

    [Fact]
    public void A_history_counts_from_the_years_it_tells_of()
    {
        const string History = "There had been peace since 1850. The war began in 1893. In May 1894 the town fell. On 12 June the king fled. In 1895 the army rose. By March it had won. "
            + "Talks failed in 1896, in 1897 and in 1898. The next year the king returned. In November 1899 he died. In January his son was crowned.";
        AnnotatedReport report = Read(History, new LocalDate(2031, 3, 5));
        Dictionary<string, string?> values = TimeResolver.Marks(report, new LocalDate(2031, 3, 5)).ToDictionary(m => m.Span.Of(History), m => m.Value, StringComparer.Ordinal);
        Assert.Equal("1894-06-12 1895-03 1899 1900-01", $"{values["12 June"]} {values["March"]} {values["The next year"]} {values["January"]}");
    }

    [Fact]
    public void News_with_one_look_back_counts_from_its_own_day()
    {
        const string News = "The mayor resigned on Monday. He was elected in 1998 and again in 2002, 2006, 2010 and 2014. A new vote is due in May.";
        AnnotatedReport report = Read(News, new LocalDate(2031, 3, 5));
        Assert.Equal("2031-05", TimeResolver.Marks(report, new LocalDate(2031, 3, 5))[^1].Value);
    }

    [Theory]
    [InlineData(1961, "1961-04-02")]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2019, "2019-04-21")]
    [InlineData(2038, "2038-04-25")]
    public void Easter_is_the_Gregorian(int year, string expected) => Assert.Equal(expected, EdtfDate.Day(new FeastRule(0, 0).In(year)!.Value).ToString());

    [Fact]
    public void Feasts_fall_on_a_counted_weekday()
    {
        Assert.Equal(new LocalDate(2023, 11, 23), new FeastRule(11, 0, IsoDayOfWeek.Thursday, 4).In(2023));
        Assert.Equal(new LocalDate(2023, 5, 29), new FeastRule(5, 0, IsoDayOfWeek.Monday, -1).In(2023));
        Assert.Null(new FeastRule(2, 29).In(2023));
    }
}
