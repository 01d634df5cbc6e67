using Parallax.Annotate;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Annotate;

public sealed class PackedTokensTests
{
    [Fact]
    public void Packed_tokens_are_the_tokens()
    {
        Token[] tokens =
        [
            new(new TextSpan(0, 6), "Troops", "troops", "troop", Upos.Noun, VerbForm.None, "NNS", 1, "nsubj"),
            new(new TextSpan(7, 6), "fired", "fired", "fire", Upos.Verb, VerbForm.Past, "VBD", -1, "root"),
            new(new TextSpan(70_000, 1), ".", ".", ".", Upos.Punct, VerbForm.None, ".", 1, "punct"),
        ];
        IReadOnlyList<Token> packed = PackedTokens.Of(tokens);
        Assert.IsType<PackedTokens>(packed);
        Assert.Equal(tokens, packed);
        Assert.Equal(tokens[2], packed[2]);
    }

    [Fact]
    public void More_different_words_than_can_be_numbered_are_kept_as_they_are()
    {
        Token[] tokens = [.. Enumerable.Range(0, 70_000).Select(i => new Token(new TextSpan(i, 1), "w" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), "x", "x", Upos.X, VerbForm.None))];
        Assert.Same(tokens, PackedTokens.Of(tokens));
        Assert.Empty(PackedTokens.Of([]));
    }
}
