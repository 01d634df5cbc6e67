namespace Parallax.Read;

/// <summary>Lines and blocks of bytes from a stream, each bounded.</summary>
internal sealed class LineInput(Stream inner)
{
    private readonly byte[] _buffer = new byte[65536];
    private int _start, _end;

    /// <summary>Bytes taken so far.</summary>
    public long Position { get; private set; }

    /// <summary>The next line with its end; of one that is longer than <paramref name="limit"/> only the beginning. Empty at the end of the stream.</summary>
    public ReadOnlyMemory<byte> ReadLine(int limit)
    {
        using MemoryStream line = new();
        while (Fill())
        {
            int end = Array.IndexOf(_buffer, (byte)'\n', _start, _end - _start);
            int stop = end < 0 ? _end : end + 1;
            int kept = (int)Math.Min(stop - _start, limit - line.Length);
            if (kept > 0)
                line.Write(_buffer, _start, kept);
            Position += stop - _start;
            _start = stop;
            if (end >= 0)
                break;
        }
        return line.ToArray();
    }

    /// <summary>The next <paramref name="count"/> bytes, or those that are left.</summary>
    public byte[] ReadBlock(int count)
    {
        using MemoryStream block = new();
        while (block.Length < count && Fill())
        {
            int taken = (int)Math.Min(_end - _start, count - block.Length);
            block.Write(_buffer, _start, taken);
            _start += taken;
            Position += taken;
        }
        return block.ToArray();
    }

    /// <summary>Leaves out <paramref name="count"/> bytes; false where the stream ends before.</summary>
    public bool Skip(long count)
    {
        while (count > 0 && Fill())
        {
            int taken = (int)Math.Min(_end - _start, count);
            _start += taken;
            Position += taken;
            count -= taken;
        }
        return count == 0;
    }

    /// <summary>Forgets what was read ahead: behind damage it does not belong to what follows.</summary>
    public void Forget() => _start = _end = 0;

    private bool Fill()
    {
        if (_start < _end)
            return true;
        (_start, _end) = (0, 0);
        _end = inner.Read(_buffer, 0, _buffer.Length);
        return _end > 0;
    }
}
