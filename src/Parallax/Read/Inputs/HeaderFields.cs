using System.Text;

namespace Parallax.Read;

/// <summary>The header fields of a message: mail, an HTTP answer, a crawl record. Immutable.</summary>
internal sealed class HeaderFields
{
    private const int MostFields = 1000;

    private readonly List<(string Name, string Value)> _fields = [];

    private HeaderFields()
    {
    }

    /// <summary>Reads fields up to the empty line; <paramref name="end"/> is where the body begins.</summary>
    public static HeaderFields Read(ReadOnlySpan<byte> message, out int end)
    {
        HeaderFields fields = new();
        StringBuilder field = new();
        end = 0;
        while (end < message.Length)
        {
            int stop = message[end..].IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = stop < 0 ? message[end..] : message.Slice(end, stop);
            line = line.TrimEnd("\r"u8);
            bool continues = line.Length > 0 && line[0] is (byte)' ' or (byte)'\t';
            end = stop < 0 ? message.Length : end + stop + 1;
            if (line.IsEmpty)
                break;
            if (!continues)
                fields.Add(field);
            // Fields are ASCII; what is not is UTF-8 nearly always, and Western letters else.
            field.Append(System.Text.Unicode.Utf8.IsValid(line) ? Encoding.UTF8.GetString(line) : Encoding.Latin1.GetString(line));
        }
        fields.Add(field);
        return fields;
    }

    /// <summary>The value of the first field of that name; null where there is none.</summary>
    public string? this[string name]
    {
        get
        {
            foreach ((string field, string value) in _fields)
            {
                if (field.Equals(name, StringComparison.OrdinalIgnoreCase))
                    return value;
            }
            return null;
        }
    }

    /// <summary>Number of fields.</summary>
    public int Count => _fields.Count;

    /// <summary>A value such as <c>text/html; charset="x"</c> without its parameters, lower-cased; empty where there is none.</summary>
    public string Media(string name) => (this[name] ?? "").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>A parameter of a value: the <c>charset</c> of <c>Content-Type</c>.</summary>
    public string? Parameter(string name, string parameter)
    {
        if (this[name] is not { } value)
            return null;
        int at = value.IndexOf(';', StringComparison.Ordinal);
        while (at >= 0 && at < value.Length)
        {
            int equals = value.IndexOf('=', at);
            if (equals < 0)
                return null;
            string key = value[(at + 1)..equals].Trim();
            int from = equals + 1;
            while (from < value.Length && value[from] == ' ')
                from++;
            bool quoted = from < value.Length && value[from] == '"';
            int end = quoted ? value.IndexOf('"', from + 1) : value.IndexOf(';', from);
            end = end < 0 ? value.Length : end;
            if (key.Equals(parameter, StringComparison.OrdinalIgnoreCase))
                return value[(quoted ? from + 1 : from)..end].Trim();
            at = quoted ? value.IndexOf(';', Math.Min(end + 1, value.Length)) : end;
        }
        return null;
    }

    private void Add(StringBuilder field)
    {
        string whole = field.ToString();
        field.Clear();
        int colon = whole.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && _fields.Count < MostFields)
            _fields.Add((whole[..colon].Trim(), whole[(colon + 1)..].Trim()));
    }
}
