using Parallax.Annotate;
using Parallax.Data;
using Xunit;

namespace Parallax.Tests.Annotate;

public sealed class NetworkFileTests
{
    [Fact]
    public void What_is_written_is_read_back_to_the_byte()
    {
        byte[] bytes = NetworkFile.Write(SentenceReader.Load(LanguageData.English));
        Assert.Equal(bytes, NetworkFile.Write(NetworkFile.Read(new MemoryStream(bytes))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(1_000_000)]
    public void A_file_cut_short_is_a_clear_error(int length)
    {
        byte[] bytes = NetworkFile.Write(SentenceReader.Load(LanguageData.English));
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => NetworkFile.Read(new MemoryStream(bytes[..length])));
        Assert.Contains("reinstall", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_file_is_a_clear_error() =>
        Assert.Throws<InvalidDataException>(() => NetworkFile.Read(new MemoryStream(new byte[64])));
}
