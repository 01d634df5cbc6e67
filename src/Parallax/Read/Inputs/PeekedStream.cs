namespace Parallax.Read;

/// <summary>A forward stream whose first bytes can be looked at before it is read.</summary>
internal sealed class PeekedStream : Stream
{
    private readonly Stream _inner;
    private readonly byte[] _head;
    private readonly int _length;
    private int _position;

    /// <summary>Looks at the start of <paramref name="inner"/>.</summary>
    public PeekedStream(Stream inner)
    {
        _inner = inner;
        _head = new byte[4096];
        try
        {
            _length = inner.ReadAtLeast(_head, _head.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            // The damage is met again, and reported, when the stream is read.
            _length = 0;
        }
    }

    /// <summary>Up to the first 4,096 bytes.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _length);

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_position >= _length)
            return _inner.Read(buffer, offset, count);
        int taken = Math.Min(count, _length - _position);
        Array.Copy(_head, _position, buffer, offset, taken);
        _position += taken;
        return taken;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
