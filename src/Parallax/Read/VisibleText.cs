using System.Globalization;
using System.Text;

namespace Parallax.Read;

/// <summary>
/// The characters of some content that can come to stand in clean text, each with its place: no white space, no tags, entities decoded, what
/// is invisible left out, composed. It knows nothing of which elements are shown; what is too much is passed over when text is looked for.
/// </summary>
internal sealed class VisibleText
{
    private char[] _text;
    private int[] _start;
    private int[] _end;
    private int[] _piece;
    private int _pieces;

    private VisibleText(int capacity)
    {
        _text = new char[capacity];
        _start = new int[capacity];
        _end = new int[capacity];
        _piece = new int[capacity];
    }

    /// <summary>Number of characters.</summary>
    public int Count { get; private set; }

    /// <summary>The characters.</summary>
    public ReadOnlySpan<char> Text => _text.AsSpan(0, Count);

    /// <summary>Where the character at <paramref name="index"/> begins in the content.</summary>
    public int Start(int index) => _start[index];

    /// <summary>Where the character at <paramref name="index"/> ends in the content.</summary>
    public int End(int index) => _end[index];

    /// <summary>Whether a tag, or the end of a text, lies before the character at <paramref name="index"/>.</summary>
    public bool Opens(int index) => index == 0 || _piece[index] != _piece[index - 1];

    /// <summary>The first character that begins at or behind <paramref name="position"/> of the content.</summary>
    public int From(int position)
    {
        int found = Array.BinarySearch(_start, 0, Count, position);
        if (found < 0)
            return ~found;
        // Characters of one composed group have one place.
        while (found > 0 && _start[found - 1] == position)
            found--;
        return found;
    }

    /// <summary>The visible text of markup.</summary>
    public static VisibleText OfMarkup(ReadOnlySpan<char> page)
    {
        VisibleText text = new((page.Length / 4) + 64);
        text.AddMarkup(page, null);
        text.Compose();
        return text;
    }

    /// <summary>The visible text of plain text.</summary>
    public static VisibleText OfPlain(ReadOnlySpan<char> plain)
    {
        VisibleText text = new(plain.Length + 1);
        text.AddText(plain, 0, plain.Length, null, references: false);
        text.Compose();
        return text;
    }

    /// <summary>The visible text of the strings in JSON, as markup: fields hold text or pieces of pages.</summary>
    public static VisibleText OfJson(ReadOnlySpan<char> json, int offset = 0, bool markup = true)
    {
        VisibleText text = new((json.Length / 2) + 64);
        List<char> value = [];
        List<int> places = [];
        for (int at = 0; at < json.Length; at++)
        {
            if (json[at] != '"')
                continue;
            value.Clear();
            places.Clear();
            at = JsonString(json, at + 1, offset, value, places);
            ReadOnlySpan<char> whole = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(value);
            int[] map = [.. places];
            text._pieces++;
            if (markup)
                text.AddMarkup(whole, map);
            else
                text.AddText(whole, 0, whole.Length, map, references: false);
        }
        text.Compose();
        return text;
    }

    /// <summary>Decodes the string that begins at <paramref name="at"/>; places has one more than the value: where it ends. Gives the closing quote.</summary>
    private static int JsonString(ReadOnlySpan<char> json, int at, int offset, List<char> value, List<int> places)
    {
        while (at < json.Length && json[at] != '"')
        {
            places.Add(offset + at);
            if (json[at] != '\\' || at + 1 >= json.Length)
            {
                value.Add(json[at++]);
                continue;
            }
            char escape = json[at + 1];
            if (escape == 'u' && at + 6 <= json.Length && ushort.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit))
            {
                value.Add((char)unit);
                at += 6;
                continue;
            }
            value.Add(escape switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', _ => escape });
            at += 2;
        }
        places.Add(offset + at);
        return at;
    }

    private void AddMarkup(ReadOnlySpan<char> page, int[]? map)
    {
        int at = 0, unclosed = 0;
        while (at < page.Length)
        {
            int tag = MarkupScan.NextTag(page, at, out int behind, ref unclosed);
            AddText(page, at, tag, map, references: true);
            _pieces++;
            at = behind;
        }
    }

    private void AddText(ReadOnlySpan<char> source, int from, int to, int[]? map, bool references)
    {
        for (int at = from; at < to;)
        {
            char c = source[at];
            int taken = 1;
            if (c == '&' && references)
            {
                taken = CharacterReferences.Read(source[at..to], out string decoded);
                foreach (char unit in decoded)
                    Add(unit, at, at + taken, map);
            }
            else
                Add(c, at, at + 1, map);
            at += taken;
        }
    }

    private void Add(char c, int start, int end, int[]? map)
    {
        if (c <= ' ' || (c >= '\u0085' && char.IsWhiteSpace(c)))
            return;
        if (Count == _text.Length)
        {
            int larger = (Count * 2) + 64;
            Array.Resize(ref _text, larger);
            Array.Resize(ref _start, larger);
            Array.Resize(ref _end, larger);
            Array.Resize(ref _piece, larger);
        }
        _text[Count] = c;
        _start[Count] = map is null ? start : map[start];
        _end[Count] = map is null ? end : map[end];
        _piece[Count++] = _pieces;
    }

    /// <summary>Leaves out what is invisible and composes letters, each composed group with the place of all of it.</summary>
    private void Compose()
    {
        int first = Text.IndexOfAnyInRange('\u007F', '\uFFFF');
        if (first < 0)
            return;
        int kept = Visible(first);
        Count = kept;
        int marked = Text.IndexOfAnyInRange('\u0300', '\uFFFF');
        if (marked < 0)
            return;
        string all = new(Text);
        if (all.IsNormalized(NormalizationForm.FormC))
            return;
        VisibleText composed = new(Count + 16);
        for (int at = 0; at < all.Length;)
        {
            int stop = at + 1;
            while (stop < all.Length && all[stop] >= '\u0300' && (Joins(all[stop]) || char.IsLowSurrogate(all[stop])))
                stop++;
            string group = all[at..stop];
            string form = stop == at + 1 && group[0] < '\u0300' ? group : CharacterCleaning.Composed(group);
            for (int i = 0; i < form.Length; i++)
            {
                bool same = form.Length == group.Length && form[i] == group[i];
                composed._pieces = _piece[at];
                composed.Add(form[i], same ? _start[at + i] : _start[at], same ? _end[at + i] : _end[stop - 1], null);
            }
            at = stop;
        }
        (_text, _start, _end, _piece, Count) = (composed._text, composed._start, composed._end, composed._piece, composed.Count);
    }

    private static bool Joins(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        || c is >= '\u1160' and <= '\u11FF';

    private int Visible(int from)
    {
        int kept = from;
        ReadOnlySpan<char> before = new string(Text);
        for (int i = from; i < before.Length;)
        {
            InvisibleKind? kind = InvisibleCharacters.At(before, i, out int length);
            for (int unit = 0; unit < (kind is null ? length : kind is InvisibleKind.Damaged ? 1 : 0); unit++)
            {
                _text[kept] = kind is null ? before[i + unit] : '\uFFFD';
                (_start[kept], _end[kept], _piece[kept]) = (_start[i + unit], _end[i + (kind is null ? unit : length - 1)], _piece[i + unit]);
                kept++;
            }
            i += length;
        }
        return kept;
    }
}
