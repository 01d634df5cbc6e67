using System.Buffers;

namespace Parallax.Read;

/// <summary>Decoded text without what a reader cannot see, line ends as <c>\n</c>; not yet composed, so that each place can be traced back.</summary>
internal sealed class CleanText
{
    // Everything but surrogates, which are looked for apart: a set with all of them in it could not be searched fast.
    private static readonly SearchValues<char> Looked = SearchValues.Create(Characters());

    private readonly List<(int Clean, int Source)> _pieces = [];

    private CleanText(string text) => Text = text;

    /// <summary>The text.</summary>
    public string Text { get; private set; }

    /// <summary>How many invisible characters of each kind were removed or replaced, by <see cref="InvisibleKind"/>.</summary>
    public int[] Removed { get; } = new int[6];

    /// <summary>Where the character at <paramref name="index"/> of <see cref="Text"/> stands in the decoded text.</summary>
    public int SourceOf(int index)
    {
        int low = 0, high = _pieces.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (_pieces[middle].Clean <= index)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return high < 0 ? index : index - _pieces[high].Clean + _pieces[high].Source;
    }

    /// <summary>Cleans <paramref name="text"/>; with <paramref name="keepInvisible"/> only controls and halves of characters go.</summary>
    public static CleanText Of(string text, bool keepInvisible = false)
    {
        CleanText result = new(text);
        int special = Next(text, 0, Looked), surrogate = NextSurrogate(text, 0);
        if (Math.Min(special, surrogate) == text.Length)
            return result;
        char[] buffer = ArrayPool<char>.Shared.Rent(text.Length);
        int copied = 0, length = 0;
        while (true)
        {
            int at = Math.Min(special, surrogate);
            if (at == text.Length)
                break;
            int taken = 1;
            char? put = null;
            bool changed = true;
            char c = text[at];
            if (c == '\r')
                put = at + 1 < text.Length && text[at + 1] == '\n' ? null : '\n';
            else if (c is '\u2028' or '\u2029' or '\u0085' or '\v' or '\f')
                put = '\n';
            else if (InvisibleCharacters.At(text, at, out taken) is { } kind)
            {
                changed = !keepInvisible || kind is InvisibleKind.Damaged || char.IsControl(c);
                put = kind == InvisibleKind.Damaged ? '\uFFFD' : null;
                result.Removed[(int)kind] += changed ? 1 : 0;
            }
            else
                changed = false;
            if (changed)
            {
                text.AsSpan(copied, at - copied).CopyTo(buffer.AsSpan(length));
                length += at - copied;
                if (put is { } instead)
                    buffer[length++] = instead;
                copied = at + taken;
                if (put is null || taken != 1)
                    result._pieces.Add((length, copied));
            }
            int next = at + taken;
            special = special < next ? Next(text, next, Looked) : special;
            surrogate = surrogate < next ? NextSurrogate(text, next) : surrogate;
        }
        if (copied > 0)
        {
            text.AsSpan(copied).CopyTo(buffer.AsSpan(length));
            result.Text = new string(buffer, 0, length + text.Length - copied);
        }
        ArrayPool<char>.Shared.Return(buffer);
        return result;
    }

    private static int Next(string text, int from, SearchValues<char> wanted)
    {
        int at = from >= text.Length ? -1 : text.AsSpan(from).IndexOfAny(wanted);
        return at < 0 ? text.Length : from + at;
    }

    private static int NextSurrogate(string text, int from)
    {
        int at = from >= text.Length ? -1 : text.AsSpan(from).IndexOfAnyInRange('\uD800', '\uDFFF');
        return at < 0 ? text.Length : from + at;
    }

    private static string Characters()
    {
        List<char> looked = [];
        for (int c = 0; c <= char.MaxValue; c++)
        {
            bool line = c is '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' or '\u200C' or '\u200D' or (>= '\uFE00' and <= '\uFE0F');
            if (line || (!char.IsSurrogate((char)c) && InvisibleCharacters.At([(char)c], 0, out _) is not null))
                looked.Add((char)c);
        }
        return new string([.. looked]);
    }
}
