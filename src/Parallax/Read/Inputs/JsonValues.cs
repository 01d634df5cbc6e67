using System.Globalization;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>
/// Divides JSON into the objects it holds, as it is read: the elements of an array, objects one after the other, or the one there is. Only
/// brackets and strings are looked at; whether an object is sound its reader finds out.
/// </summary>
internal static class JsonValues
{
    /// <summary>One item an object: its path is <c>file.json#3</c>, or the file's own where it holds only one and no array.</summary>
    public static IEnumerable<(InputItem? Item, Problem? Problem)> Split(OpenedContent opened)
    {
        Scanner scanner = new(opened.Options.MaxBytes);
        byte[] buffer = new byte[65536];
        int number = 0, read;
        (byte[]? Bytes, bool TooLong)? held = null;
        while ((read = opened.Content.Read(buffer, 0, buffer.Length)) > 0)
        {
            for (int i = 0; i < read; i++)
            {
                if (!scanner.Take(buffer[i]))
                    continue;
                // The first is held back until it is known whether there are more.
                if (number > 0)
                    yield return Item(opened, number, held!.Value);
                if (++number > opened.Options.MaxItems)
                {
                    yield return (null, ReadProblems.TooManyItems(opened.Path, opened.Options.MaxItems));
                    yield break;
                }
                held = scanner.Give();
            }
            if (scanner.Failed)
                break;
        }
        if (held is { } last)
            yield return Item(opened, scanner.InArray || number > 1 ? number : 0, last);
        if (scanner.Failed)
            yield return (null, ReadProblems.BadJson(opened.Path, string.Create(CultureInfo.InvariantCulture, $"a value at byte {scanner.Position} is no object"), number));
        else if (scanner.IsOpen)
            yield return (null, ReadProblems.BadJson(opened.Path, "it ends in the middle", number));
        else if (number == 0)
            yield return (null, scanner.InArray ? ReadProblems.Empty(opened.Path) : scanner.Position == 0 || scanner.IsBlank ? ReadProblems.Empty(opened.Path) : ReadProblems.BadJson(opened.Path, "it holds no object", 0));
    }

    private static (InputItem? Item, Problem? Problem) Item(OpenedContent opened, int number, (byte[]? Bytes, bool TooLong) value)
    {
        string path = number == 0 ? opened.Path : string.Create(CultureInfo.InvariantCulture, $"{opened.Path}#{number}");
        return value.TooLong ? (null, ReadProblems.TooLarge(path, opened.Options.MaxBytes)) : (new InputItem(path, value.Bytes!, opened.Address, InputFormat.JsonLine), null);
    }

    /// <summary>Follows brackets and strings byte by byte and keeps the object it is in.</summary>
    private sealed class Scanner(long limit)
    {
        private byte[] _value = new byte[1024];
        private int _length;
        private int _depth;
        private bool _inString, _escaped, _tooLong, _closed;

        public long Position { get; private set; }

        public bool InArray { get; private set; }

        public bool Failed { get; private set; }

        public bool IsBlank { get; private set; } = true;

        public bool IsOpen => _depth > 0 || (InArray && !_closed);

        /// <summary>Takes one byte; true where it ends an object.</summary>
        public bool Take(byte b)
        {
            if (Failed)
                return false;
            Position++;
            if (_depth == 0)
            {
                Between(b);
                return false;
            }
            Keep(b);
            if (_inString)
            {
                if (_escaped)
                    _escaped = false;
                else if (b == '\\')
                    _escaped = true;
                else if (b == '"')
                    _inString = false;
                return false;
            }
            switch (b)
            {
                case (byte)'"': _inString = true; break;
                case (byte)'{' or (byte)'[': _depth++; break;
                case (byte)'}' or (byte)']': return --_depth == 0;
            }
            return false;
        }

        public (byte[]? Bytes, bool TooLong) Give()
        {
            (byte[]?, bool) given = (_tooLong ? null : _value[.._length], _tooLong);
            _length = 0;
            _tooLong = false;
            return given;
        }

        private void Between(byte b)
        {
            switch (b)
            {
                case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',' or 0xEF or 0xBB or 0xBF or 0x1E: break;
                case (byte)'{':
                    _depth = 1;
                    IsBlank = false;
                    Keep(b);
                    break;
                case (byte)'[' when IsBlank:
                    InArray = true;
                    IsBlank = false;
                    break;
                case (byte)']' when InArray && !_closed: _closed = true; break;
                default: (Failed, IsBlank) = (true, false); break;
            }
        }

        private void Keep(byte b)
        {
            if (_length >= limit)
            {
                _tooLong = true;
                return;
            }
            if (_length == _value.Length)
                Array.Resize(ref _value, _value.Length * 2);
            _value[_length++] = b;
        }
    }
}
