namespace Parallax.Annotate;

/// <summary>The best row of name states in which every name has a beginning and an end (Viterbi).</summary>
internal static class NameDecoder
{
    /// <summary>Outside every name; the states of kind k follow from 1 + 4k: beginning, inside, end, single.</summary>
    public const int Outside = 0;

    private const int States = NetworkShape.NameStates;
    private const float Never = -1e9f;
    private static readonly bool[] s_follows = Follows();

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
            for (int state = 0; state < States; state++)
            {
                float top = Never;
                if (word == 0)
                {
                    top = IsInner(state) ? Never : 0;
                }
                else
                {
                    for (int before = 0; before < States; before++)
                    {
                        float score = best[(word - 1) * States + before];
                        if (s_follows[before * States + state] && score > top)
                            (top, from[word * States + state]) = (score, (byte)before);
                    }
                }
                best[word * States + state] = top + row[state];
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

    private static bool[] Follows()
    {
        bool[] follows = new bool[States * States];
        for (int before = 0; before < States; before++)
        {
            bool open = before != Outside && (before - 1) % 4 < 2;
            for (int state = 0; state < States; state++)
                follows[before * States + state] = open ? IsInner(state) && (state - 1) / 4 == (before - 1) / 4 : !IsInner(state);
        }
        return follows;
    }
}
