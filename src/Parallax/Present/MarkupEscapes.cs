namespace Parallax.Present;

/// <summary>
/// Passes JSON on with <c>&lt; &gt; &amp;</c> written as escapes. Report text can hold markup; these stand only inside JSON strings, so the escapes change no
/// value and make the file harmless where somebody pastes it into a page.
/// </summary>
internal sealed class MarkupEscapes(Stream to) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> json)
    {
        while (json.IndexOfAny((byte)'<', (byte)'>', (byte)'&') is >= 0 and int at)
        {
            to.Write(json[..at]);
            to.Write(json[at] switch { (byte)'<' => "\\u003C"u8, (byte)'>' => "\\u003E"u8, _ => "\\u0026"u8 });
            json = json[(at + 1)..];
        }
        to.Write(json);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => to.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
