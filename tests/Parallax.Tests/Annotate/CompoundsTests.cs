using Parallax.Annotate;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Annotate;

/// <summary>Words are joined to the tokens that finders need, and no further.</summary>
public sealed class CompoundsTests
{
    [Theory]
    [InlineData("May 1985 - June 1987", "May|1985|-|June|1987")]
    [InlineData("May 1985 - Jun. 1987", "May|1985|-|Jun.|1987")]
    [InlineData("1000 - Mile walk", "1000-Mile|walk")]
    [InlineData("19:00 - 21:30 hours", "19:00|-|21:30|hours")]
    [InlineData("10 - 15 men", "10|-|15|men")]
    [InlineData("a 9 - year - old boy", "a|9-year-old|boy")]
    public void Joins(string marked, string expected)
    {
        // " - " stands for a hyphen between two words that touch it.
        List<TextSpan> words = [];
        string text = "";
        foreach (string word in marked.Split(' '))
        {
            if (word != "-" && !text.EndsWith('-') && text.Length > 0)
                text += " ";
            words.Add(new TextSpan(text.Length, word.Length));
            text += word;
        }
        List<TextSpan> tokens = [];
        Compounds.Join(text, words, 0, words.Count, tokens);
        Assert.Equal(expected, string.Join('|', tokens.Select(token => token.Of(text))));
    }
}
