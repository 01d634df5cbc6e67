namespace Parallax.Read;

/// <summary>
/// Unpacked gzip data that must be at least as long as the packed file's last four bytes say (RFC 1952, ISIZE). The platform's reader gives
/// what it can of a file that was cut short and says nothing; the end of such a file is no length, and nearly always names a greater one.
/// </summary>
internal sealed class LengthCheckedStream(Stream inner, uint expected) : Stream
{
    private ulong _count;

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

    /// <summary>The length that the last four bytes of <paramref name="file"/> state; zero, which promises nothing, where it is too short.</summary>
    public static uint LengthStatedBy(FileStream file)
    {
        if (!file.CanSeek || file.Length < 18)
            return 0;
        Span<byte> tail = stackalloc byte[4];
        file.Seek(-4, SeekOrigin.End);
        file.ReadExactly(tail);
        file.Seek(0, SeekOrigin.Begin);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(tail);
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = inner.Read(buffer, offset, count);
        _count += (ulong)read;
        if (read == 0 && count > 0 && _count < expected)
            throw new InvalidDataException("The gzip data end before they are complete.");
        return read;
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

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
