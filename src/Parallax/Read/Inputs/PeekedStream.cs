namespace Parallax.Read;

/// <summary>A forward stream whose first bytes can be looked at before it is read.</summary>
internal sealed class PeekedStream : ForwardStream
{
    private readonly Stream _inner;
    private readonly byte[] _head;
    private readonly int _length;
    private readonly Exception? _failed;
    private int _position;

    /// <summary>Looks at the start of <paramref name="inner"/>.</summary>
    public PeekedStream(Stream inner)
    {
        _inner = inner;
        _head = new byte[4096];
        try
        {
            int read;
            while (_length < _head.Length && (read = inner.Read(_head, _length, _head.Length - _length)) > 0)
                _length += read;
        }
        catch (InvalidDataException damaged)
        {
            // Told where it belongs: when what came before it has been read.
            _failed = damaged;
        }
    }

    /// <summary>Up to the first 4,096 bytes.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _length);

    /// <summary>Whether there is nothing in it, not even damage.</summary>
    public bool IsEmpty => _length == 0 && _failed is null;

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_position < _length)
        {
            int taken = Math.Min(count, _length - _position);
            Array.Copy(_head, _position, buffer, offset, taken);
            _position += taken;
            return taken;
        }
        if (_failed is not null && _position == _length)
        {
            _position++;
            throw _failed;
        }
        return _inner.Read(buffer, offset, count);
    }
}
