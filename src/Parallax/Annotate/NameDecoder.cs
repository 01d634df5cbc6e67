namespace Parallax.Annotate;

/// <summary>The best row of name states in which every name has a beginning and an end (Viterbi).</summary>
internal static class NameDecoder
{
    /// <summary>Outside every name; the states of kind k follow from 1 + 4k: beginning, inside, end, single.</summary>
    public const int Outside = 0;

    private const int States = NetworkShape.NameStates;
    private const float Never = -1e9f;

    /// <summary>The names of <paramref name="length"/> words.</summary>
    /// <param name="scores">A row for each word; its first <see cref="NetworkShape.NameStates"/> numbers are the states' scores.</param>
    /// <param name="length">Number of words.</param>
    /// <param name="columns">Numbers in a row.</param>
    public static List<NameReading> Decode(ReadOnlySpan<float> scores, int length, int columns)
    {
        List<NameReading> names = [];
        if (length == 0)
            return names;
        float[] best = new float[length * States];
        byte[] from = new byte[length * States];
        for (int word = 0; word < length; word++)
        {
            ReadOnlySpan<float> row = scores.Slice(word * columns, States);
            Span<float> now = best.AsSpan(word * States, States);
            if (word == 0)
            {
                for (int state = 0; state < States; state++)
                    now[state] = (IsInner(state) ? Never : 0) + row[state];
                continue;
            }
            ReadOnlySpan<float> before = best.AsSpan((word - 1) * States, States);
            Span<byte> came = from.AsSpan(word * States, States);
            // What may begin follows the best state that leaves no name open; what goes on follows the two open states of its kind.
            int closed = Outside;
            for (int state = 3; state < States; state += 4)
            {
                if (before[state] > before[closed])
                    closed = state;
                if (before[state + 1] > before[closed])
                    closed = state + 1;
            }
            (now[Outside], came[Outside]) = (before[closed] + row[Outside], (byte)closed);
            for (int begin = 1; begin < States; begin += 4)
            {
                int open = before[begin + 1] > before[begin] ? begin + 1 : begin;
                (now[begin], came[begin]) = (before[closed] + row[begin], (byte)closed);
                (now[begin + 1], came[begin + 1]) = (before[open] + row[begin + 1], (byte)open);
                (now[begin + 2], came[begin + 2]) = (before[open] + row[begin + 2], (byte)open);
                (now[begin + 3], came[begin + 3]) = (before[closed] + row[begin + 3], (byte)closed);
            }
        }
        int last = Outside;
        for (int state = 1; state < States; state++)
        {
            // A name may not be left open at the end.
            if ((state - 1) % 4 >= 2 && best[(length - 1) * States + state] > best[(length - 1) * States + last])
                last = state;
        }
        int end = length;
        for (int word = length - 1; word >= 0; word--)
        {
            if (last != Outside)
            {
                int part = (last - 1) % 4;
                if (part >= 2)
                    end = word + 1;
                if (part is 0 or 3)
                    names.Add(new NameReading(word, end, (NameKind)((last - 1) / 4)));
            }
            last = from[word * States + last];
        }
        names.Reverse();
        return names;
    }

    private static bool IsInner(int state) => state != Outside && (state - 1) % 4 is 1 or 2;
}
