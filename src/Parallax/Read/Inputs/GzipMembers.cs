using System.Buffers.Binary;
using System.IO.Compression;

namespace Parallax.Read;

/// <summary>
/// Unpacks gzip data member by member (RFC 1952). The platform's reader gives what it can of data that were cut short and says nothing; this
/// one checks length and checksum of each member, and after damage goes on with the next member, so that of an archive packed record by
/// record only the damaged record is lost.
/// </summary>
internal sealed class GzipMembers(Stream packed, UnpackingLimits limits) : ForwardStream
{
    private const int ChunkSize = 4096;
    private const int TrailerLength = 8;

    private readonly ChunkedInput _input = new(packed);
    private DeflateStream? _member;
    private uint _crc;
    private uint _length;
    private bool _lost;
    private bool _first = true;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">A member is damaged or cut short; the next call goes on behind it, where a member begins.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (count == 0)
            return 0;
        while (true)
        {
            if (_member is null && !Open())
                return 0;
            int read;
            try
            {
                read = _member!.Read(buffer, offset, count);
            }
            catch (InvalidDataException)
            {
                throw Lose("damaged");
            }
            if (read > 0)
            {
                _crc = Crc32.Append(_crc, buffer.AsSpan(offset, read));
                _length = unchecked(_length + (uint)read);
                limits.Add(read);
                return read;
            }
            _member.Dispose();
            _member = null;
            if (!_input.SkipTrailer(_crc, _length))
                throw Lose(_input.AtEnd ? "cut short" : "damaged");
        }
    }

    private bool Open()
    {
        if (_lost ? !_input.SeekMagic() : !_input.StartsWithMagic())
        {
            // Zeros behind the last member are padding and no damage.
            return !_lost && !_input.SkipZeros() ? throw Lose("damaged") : false;
        }
        _lost = false;
        if (!_input.SkipHeader())
        {
            if (_first)
                throw Lose("cut short");
            return false;
        }
        _first = false;
        (_crc, _length) = (0, 0);
        _member = new DeflateStream(_input, CompressionMode.Decompress, leaveOpen: true);
        return true;
    }

    private InvalidDataException Lose(string how)
    {
        _member?.Dispose();
        _member = null;
        _lost = true;
        _input.StepBack();
        return new InvalidDataException(how);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _member?.Dispose();
            packed.Dispose();
        }
        base.Dispose(disposing);
    }

    /// <summary>
    /// The packed bytes, given out in small chunks. A deflate reader takes whole chunks and does not say where its data ended; they end within
    /// the chunk it took last, and there the trailer, whose eight bytes are known by then, is found.
    /// </summary>
    private sealed class ChunkedInput(Stream inner) : ForwardStream
    {
        private readonly byte[] _buffer = new byte[ChunkSize * 4];
        private int _start, _end;
        private int _chunkStart;
        private bool _over;

        public bool AtEnd => _over && _start >= _end;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_start >= _end)
                Fill(1);
            int taken = Math.Min(Math.Min(count, ChunkSize), _end - _start);
            Array.Copy(_buffer, _start, buffer, offset, taken);
            if (taken > 0)
                _chunkStart = _start;
            _start += taken;
            return taken;
        }

        public bool StartsWithMagic()
        {
            Fill(3);
            return _buffer.AsSpan(_start, _end - _start).StartsWith(Compression.Magic);
        }

        /// <summary>Past zeros; whether nothing else is left.</summary>
        public bool SkipZeros()
        {
            while (true)
            {
                Fill(1);
                if (_start >= _end)
                    return true;
                if (_buffer[_start] != 0)
                    return false;
                _start++;
            }
        }

        /// <summary>Goes to the next place that looks like the start of a member.</summary>
        public bool SeekMagic()
        {
            while (true)
            {
                Fill(4);
                ReadOnlySpan<byte> rest = _buffer.AsSpan(_start, _end - _start);
                int at = rest.IndexOf(Compression.Magic);
                // The upper bits of the flags are reserved and zero.
                if (at >= 0 && at + 3 < rest.Length && (rest[at + 3] & 0xE0) == 0)
                {
                    _start += at;
                    return true;
                }
                if (at >= 0 && at + 3 >= rest.Length && !_over)
                    _start += at;
                else
                    _start = at >= 0 ? _start + at + 1 : Math.Max(_start, _end - (_over ? 0 : 2));
                if (_over && _end - _start < 4)
                    return false;
            }
        }

        /// <summary>Back into the last chunk, past the member that failed there.</summary>
        public void StepBack() => _start = Math.Max(_chunkStart, 0);

        public bool SkipTrailer(uint crc, uint length)
        {
            Span<byte> trailer = stackalloc byte[TrailerLength];
            BinaryPrimitives.WriteUInt32LittleEndian(trailer, crc);
            BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], length);
            int before = _start - Math.Max(0, _chunkStart - TrailerLength);
            Fill(TrailerLength, before);
            int from = _start - Math.Min(before, _start);
            int at = _buffer.AsSpan(from, Math.Min(_end, _start + TrailerLength) - from).IndexOf(trailer);
            if (at < 0)
                return false;
            _start = from + at + TrailerLength;
            _chunkStart = _start;
            return true;
        }

        /// <summary>Past the header of a member, its name and comment; false where it is cut short.</summary>
        public bool SkipHeader()
        {
            Fill(10);
            if (_end - _start < 10)
                return Fail();
            int flags = _buffer[_start + 3];
            _start += 10;
            if ((flags & 4) != 0)
            {
                Fill(2);
                if (_end - _start < 2)
                    return Fail();
                int extra = BinaryPrimitives.ReadUInt16LittleEndian(_buffer.AsSpan(_start));
                if (!Skip(extra + 2))
                    return Fail();
            }
            for (int text = 0; text < ((flags >> 3) & 1) + ((flags >> 4) & 1); text++)
            {
                do
                {
                    Fill(1);
                    if (_start >= _end)
                        return Fail();
                }
                while (_buffer[_start++] != 0);
            }
            if ((flags & 2) != 0 && !Skip(2))
                return Fail();
            _chunkStart = _start;
            return true;
        }

        private bool Fail()
        {
            _chunkStart = _start;
            return false;
        }

        private bool Skip(int count)
        {
            while (count > 0)
            {
                Fill(1);
                int taken = Math.Min(count, _end - _start);
                if (taken == 0)
                    return false;
                _start += taken;
                count -= taken;
            }
            return true;
        }

        /// <summary>Has at least <paramref name="wanted"/> bytes ready where there are so many, and keeps <paramref name="before"/> that were taken.</summary>
        private void Fill(int wanted, int before = 0)
        {
            if (_end - _start >= wanted || _over)
                return;
            int from = _start - Math.Min(before, _start);
            Array.Copy(_buffer, from, _buffer, 0, _end - from);
            (_start, _end, _chunkStart) = (_start - from, _end - from, Math.Max(0, _chunkStart - from));
            while (_end - _start < wanted)
            {
                int read = inner.Read(_buffer, _end, _buffer.Length - _end);
                if (read == 0)
                {
                    _over = true;
                    break;
                }
                _end += read;
            }
        }
    }
}
