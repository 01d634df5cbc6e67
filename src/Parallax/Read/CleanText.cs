using System.Buffers;

namespace Parallax.Read;

/// <summary>Decoded text without what a reader cannot see, line ends as <c>\n</c>; not yet composed, so that each place can be traced back.</summary>
internal sealed class CleanText
{
    // Most of a page is this; what is not is looked at one by one.
    private static readonly SearchValues<char> Plain = SearchValues.Create("\t\n" + new string([.. Enumerable.Range(' ', '\u007F' - ' ').Select(c => (char)c)]));

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

    /// <summary>Counts what character references of a page stand for in <paramref name="removed"/>: it is removed when lines are folded.</summary>
    public void NoteReferences(int[] removed)
    {
        int at = 0;
        while (true)
        {
            int next = Text.AsSpan(at).IndexOf("&#", StringComparison.Ordinal);
            if (next < 0)
                return;
            at += next;
            CharacterReferences.Read(Text.AsSpan(at, Math.Min(16, Text.Length - at)), out string decoded);
            if (InvisibleCharacters.At(decoded, 0, out _) is { } kind)
                removed[(int)kind]++;
            at += 2;
        }
    }

    /// <summary>Cleans <paramref name="text"/>; with <paramref name="keepInvisible"/> only controls and halves of characters go.</summary>
    public static CleanText Of(string text, bool keepInvisible = false)
    {
        CleanText result = new(text);
        char[]? buffer = null;
        int copied = 0, length = 0, at = 0;
        while (at < text.Length)
        {
            char c = text[at];
            if (c is < '\u007F' and (>= ' ' or '\n' or '\t'))
            {
                int plain = text.AsSpan(at).IndexOfAnyExcept(Plain);
                if (plain < 0)
                    break;
                at += plain;
                c = text[at];
            }
            int taken = 1;
            if (c is > '\u00AD' and < '\u0300' || Stays(text, at, keepInvisible, result.Removed, out taken, out char? put))
            {
                at += taken;
                continue;
            }
            buffer ??= ArrayPool<char>.Shared.Rent(text.Length);
            text.AsSpan(copied, at - copied).CopyTo(buffer.AsSpan(length));
            length += at - copied;
            if (put is { } instead)
                buffer[length++] = instead;
            at += taken;
            copied = at;
            if (put is null || taken != 1)
                result._pieces.Add((length, copied));
        }
        if (buffer is null)
            return result;
        text.AsSpan(copied).CopyTo(buffer.AsSpan(length));
        result.Text = new string(buffer, 0, length + text.Length - copied);
        ArrayPool<char>.Shared.Return(buffer);
        return result;
    }

    /// <summary>Whether the character at <paramref name="at"/> stays as it is; <paramref name="put"/> is what takes its place, if anything does.</summary>
    private static bool Stays(string text, int at, bool keepInvisible, int[] removed, out int taken, out char? put)
    {
        taken = 1;
        put = null;
        char c = text[at];
        if (c == '\r')
            put = at + 1 < text.Length && text[at + 1] == '\n' ? null : '\n';
        else if (c is '\u2028' or '\u2029' or '\u0085' or '\v' or '\f')
            put = '\n';
        else if (InvisibleCharacters.At(text, at, out taken) is not { } kind || (keepInvisible && kind is not InvisibleKind.Damaged && !char.IsControl(c)))
            return true;
        else
        {
            put = kind == InvisibleKind.Damaged ? '\uFFFD' : null;
            removed[(int)kind]++;
        }
        return false;
    }
}
