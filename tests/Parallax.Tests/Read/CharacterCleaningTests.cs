using System.Diagnostics;
using System.Text;
using Parallax.Read;
using Xunit;
using static Parallax.Tests.Read.ReadCase;

namespace Parallax.Tests.Read;

public class CharacterCleaningTests
{
    [Theory]
    [InlineData("plain words", "plain words")]
    [InlineData("a\r\nb\rc\u2028d\u2029e\u0085f", "a\nb\nc\nd\ne\nf")]
    [InlineData("Mu\u00ADsa\u200B Ve\u0301ga", "Musa V\u00E9ga")]
    [InlineData("\u202Eagreed\u202C \u2066x\u2069", "agreed x")]
    [InlineData("a\u0000b\u0007c\u007Fd\u0099e", "abcde")]
    [InlineData("hid\U000E0041\U000E0042den", "hidden")]
    [InlineData("hid\uFE00den a\uFE0F", "hidden a")]
    [InlineData("\uFEFFmark in \uFEFFtext", "mark in text")]
    public void What_a_reader_cannot_see_goes(string given, string clean) => Assert.Equal(clean, CharacterCleaning.Clean(given));

    [Theory]
    [InlineData("\u0646\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")] // Persian: the non-joiner is spelling.
    [InlineData("\u0915\u094D\u200D\u0937")] // Devanagari: the joiner forms the letter.
    [InlineData("\U0001F469\u200D\U0001F4BB \u260E\uFE0F 1\uFE0F\u20E3")] // A composed emoji, a symbol and a key.
    [InlineData("\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F")] // The flag of a region is spelt in tags.
    [InlineData("\uF8FF and \u212B\uFB03")] // Private use is shown by some font; letters are not folded (save what composition itself does).
    public void What_a_script_or_symbol_needs_stays(string text) => Assert.Equal(text.Normalize(NormalizationForm.FormC), CharacterCleaning.Clean(text));

    [Fact]
    public void A_chain_of_variation_selectors_is_hidden_text() => Assert.Equal("\u260E\uFE0F!", CharacterCleaning.Clean("\u260E\uFE0F\uFE01\uFE02\U000E0101!"));

    [Fact]
    public void Half_a_character_is_shown_as_damaged()
    {
        // Not as data of a theory: attributes are kept as UTF-8, which cannot hold them.
        Assert.Equal("half \uFFFD of\uFFFD it \uFFFD\uFFFD", CharacterCleaning.Clean("half \uD83D of\uDE00 it \uFFFE\uFDD0"));
        Assert.Equal("a \uFFFD", CharacterCleaning.Fold("a  \uD800"));
    }

    [Theory]
    [InlineData("  a\u00A0\u2003 b\t\n c ", "a b c")]
    [InlineData("so\u00ADft \u202E e\u0301", "soft \u00E9")]
    [InlineData("\u200B", "")]
    public void Folding_removes_what_entities_brought_in(string given, string folded) => Assert.Equal(folded, CharacterCleaning.Fold(given));

    [Fact]
    public void Every_character_of_clean_text_is_traced_to_its_place()
    {
        const string Source = "one\r\ntwo\u00AD three\rfour \u202Efive\U000E0041\U000E0042 six\uD800 \U0001F600 seven\u2028.";
        CleanText clean = CleanText.Of(Source);
        for (int i = 0; i < clean.Text.Length; i++)
        {
            char from = Source[clean.SourceOf(i)];
            Assert.True(clean.Text[i] == from || (clean.Text[i] == '\n' && from is '\r' or '\u2028' or '\n') || (clean.Text[i] == '\uFFFD' && from == '\uD800'), $"{i}: {(int)from:X4}");
        }
        Assert.Equal(Source.Length - 1, clean.SourceOf(clean.Text.Length - 1));
    }

    [Fact]
    public void A_letter_under_a_hundred_thousand_marks_is_read_in_linear_time()
    {
        string marks = string.Concat(Enumerable.Repeat("\u0301\u0323\u0315", 40_000));
        Stopwatch watch = Stopwatch.StartNew();
        Report report = FromText($"{Lead} The a{marks}b. {Second}");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
        Assert.True(report.Text.IsNormalized(NormalizationForm.FormC));
        Assert.True(report.Text.Length < 400, "marks without end were kept");
    }
}
