using Parallax.Annotate;
using Parallax.Fuse;
using Parallax.Web.Brief;
using Xunit;

namespace Parallax.Tests.Web;

public sealed class WordDifferenceTests
{
    private static string Marked(string text, string other) =>
        string.Join(" ", WordDifference.Of(text, other).Select(r => r.IsOwn ? "[" + r.Text + "]" : r.Text));

    [Theory]
    [InlineData("all rights must be observed", "all rights must be respected", "all rights must be [observed]")]
    [InlineData("“We stay,”", "We stay.", "“We stay,”")]
    [InlineData("a b c", "c", "[a b] c")]
    [InlineData("a b c", "x y", "[a b c]")]
    [InlineData("we are following that", "we that", "we [are following] that")]
    public void Own_words_are_marked(string text, string other, string expected) => Assert.Equal(expected, Marked(text, other));

    [Fact]
    public void Very_long_texts_are_not_compared()
    {
        string text = string.Join(' ', Enumerable.Repeat("word", 5000));
        Assert.False(Assert.Single(WordDifference.Of(text, text + " more")).IsOwn);
    }

    [Theory]
    [InlineData(Comparator.Exactly, 30, 30, false, false)]
    [InlineData(Comparator.AtLeast, 12, null, true, false)]
    [InlineData(Comparator.UpTo, 0, 40, false, true)]
    public void A_reading_is_drawn_as_open_as_it_is(Comparator comparator, int low, int? high, bool above, bool below)
    {
        Reading reading = new(low, high, comparator, false, "x", "r", null, null, null, ReadingUse.Used, "Q3", "x-1");
        Figure figure = new("f", Parallax.Extract.Measure.Injured, "people", "people", null, null, null, 12, 30, 40, FigureStatus.Compatible,
            [reading, reading with { Low = 20, High = 20, Comparator = Comparator.Exactly }]);
        ReadingMark mark = new FigureGraphic(figure).Marks[0];
        Assert.Equal((above, below), (mark.IsOpenAbove, mark.IsOpenBelow));
        Assert.InRange(mark.From, 0, mark.To);
        Assert.InRange(mark.To, mark.From, 1000);
    }
}
