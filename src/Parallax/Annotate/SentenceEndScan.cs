using System.Buffers;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Decides a possible sentence end of one paragraph.</summary>
internal interface ISentenceEndJudge
{
    /// <summary>Whether a sentence ends behind token <paramref name="last"/>, of which <paramref name="atoms"/> are known.</summary>
    bool Ends(int last, scoped ReadOnlySpan<uint> atoms);
}

/// <summary>
/// Walks over the tokens of one paragraph, asks a judge at every place where a sentence may end, and keeps to what no judge may overrule:
/// no end inside brackets' edges, before a comma or behind a title, and no sentence above the longest. Linear in the tokens.
/// </summary>
internal sealed class SentenceEndScan(Abbreviations abbreviations)
{
    /// <summary>A paragraph without ends is cut here, so that later stages never meet a sentence of unbounded length.</summary>
    public const int LongestSentence = 400;

    private readonly SentenceEndRules _rules = new(abbreviations);

    /// <summary>Appends to <paramref name="ends"/> the index after the last token of each sentence of the tokens <paramref name="first"/> to <paramref name="end"/>.</summary>
    public void Walk<TJudge>(string text, IReadOnlyList<TextSpan> tokens, int first, int end, List<int> ends, ref TJudge judge)
        where TJudge : ISentenceEndJudge, allows ref struct
    {
        int count = end - first;
        if (count <= 0)
            return;
        uint[] hashes = ArrayPool<uint>.Shared.Rent(count);
        byte[] shapes = ArrayPool<byte>.Shared.Rent(count);
        int[] stops = ArrayPool<int>.Shared.Rent(count);
        try
        {
            for (int i = 0; i < count; i++)
            {
                TextSpan token = tokens[first + i];
                hashes[i] = SentenceEndFeatures.Hash(text.AsSpan(token.Start, Math.Min(token.Length, 40)));
                shapes[i] = (byte)SentenceShapes.Of(text, token, abbreviations);
            }
            int stop = count;
            for (int i = count - 1; i >= 0; i--)
            {
                if ((SentenceShape)shapes[i] is SentenceShape.Stop or SentenceShape.Exclamation or SentenceShape.Ellipsis)
                    stop = i;
                stops[i] = stop;
            }
            Walk(new Row(text, tokens, first, count, hashes, shapes, stops), ends, ref judge);
        }
        finally
        {
            ArrayPool<uint>.Shared.Return(hashes);
            ArrayPool<byte>.Shared.Return(shapes);
            ArrayPool<int>.Shared.Return(stops);
        }
    }

    private void Walk<TJudge>(in Row row, List<int> ends, ref TJudge judge)
        where TJudge : ISentenceEndJudge, allows ref struct
    {
        Span<uint> atoms = stackalloc uint[(int)SentenceAtom.Count];
        uint paragraph = ParagraphStyle(row);
        int start = 0;
        OpenMarks open = default;
        for (int i = 0; i + 1 < row.Count; i++)
        {
            open.See(row, i);
            bool cut = i + 1 - start >= LongestSentence;
            if (!cut && MayEnd(row, i) && !open.Holds(row, i))
            {
                Fill(row, i, start, open, paragraph, atoms);
                cut = judge.Ends(row.First + i, atoms);
            }
            if (!cut)
                continue;
            ends.Add(row.First + i + 1);
            start = i + 1;
            open = default;
        }
        ends.Add(row.First + row.Count);
    }

    /// <summary>Whether a sentence may end behind token <paramref name="i"/> at all.</summary>
    private static bool MayEnd(in Row row, int i)
    {
        SentenceShape shape = row.Shape(i), next = row.Shape(i + 1);
        bool gap = row.Gap(i) > 0;
        if (next is SentenceShape.Comma or SentenceShape.Semicolon or SentenceShape.Closing or SentenceShape.ClosingQuote or SentenceShape.Clitic
            || (!gap && next is SentenceShape.Stop or SentenceShape.Exclamation or SentenceShape.Colon or SentenceShape.Quote or SentenceShape.Apostrophe or SentenceShape.Ellipsis or SentenceShape.Hyphen))
            return false;
        switch (shape)
        {
            case SentenceShape.Opening or SentenceShape.OpeningQuote or SentenceShape.Currency or SentenceShape.Title:
                return false;
            case SentenceShape.Stop or SentenceShape.Ellipsis or SentenceShape.Exclamation or SentenceShape.Closing or SentenceShape.ClosingQuote or SentenceShape.Quote or SentenceShape.Sign or SentenceShape.Line:
                return true;
            case SentenceShape.Abbreviation or SentenceShape.Initials or SentenceShape.Initial or SentenceShape.BeforeNumber:
                return gap && (next is not (SentenceShape.Capital or SentenceShape.Shouted) || SentenceEndRules.IsStarter(row.Text, row.Token(i + 1)));
            case SentenceShape.Apostrophe or SentenceShape.Bullet or SentenceShape.Other or SentenceShape.Hyphen:
                return gap;
            case SentenceShape.Address or SentenceShape.Colon or SentenceShape.Semicolon or SentenceShape.Dash:
                return gap && next is not (SentenceShape.Small or SentenceShape.SingleSmall);
            default:
                return gap && next is not (SentenceShape.Small or SentenceShape.SingleSmall or SentenceShape.Stop or SentenceShape.Exclamation or SentenceShape.Colon);
        }
    }

    private void Fill(in Row row, int i, int start, OpenMarks open, uint paragraph, Span<uint> atoms)
    {
        atoms[(int)SentenceAtom.Word1] = row.Hash(i);
        atoms[(int)SentenceAtom.Word2] = i - 1 >= start ? row.Hash(i - 1) : 1;
        atoms[(int)SentenceAtom.Word3] = i - 2 >= start ? row.Hash(i - 2) : 1;
        atoms[(int)SentenceAtom.Next1] = row.Hash(i + 1);
        atoms[(int)SentenceAtom.Next2] = i + 2 < row.Count ? row.Hash(i + 2) : 1;
        atoms[(int)SentenceAtom.Next3] = i + 3 < row.Count ? row.Hash(i + 3) : 1;
        atoms[(int)SentenceAtom.Shape1] = (uint)row.Shape(i);
        atoms[(int)SentenceAtom.Shape2] = i - 1 >= start ? (uint)row.Shape(i - 1) : 0;
        atoms[(int)SentenceAtom.Shape3] = i - 2 >= start ? (uint)row.Shape(i - 2) : 0;
        atoms[(int)SentenceAtom.ShapeNext1] = (uint)row.Shape(i + 1);
        atoms[(int)SentenceAtom.ShapeNext2] = i + 2 < row.Count ? (uint)row.Shape(i + 2) : 0;
        atoms[(int)SentenceAtom.ShapeNext3] = i + 3 < row.Count ? (uint)row.Shape(i + 3) : 0;
        atoms[(int)SentenceAtom.Gap] = row.Gap(i) + (i > 0 && row.Gap(i - 1) > 0 ? 4u : 0u);
        atoms[(int)SentenceAtom.Length] = Bucket(i + 1 - start);
        int stop = row.StopFrom(i + 1);
        atoms[(int)SentenceAtom.Ahead] = Bucket(stop - i) + (stop == row.Count ? 16u : 0u);
        atoms[(int)SentenceAtom.Open] = open.Code;
        atoms[(int)SentenceAtom.Paragraph] = paragraph;
        atoms[(int)SentenceAtom.First] = (uint)row.Shape(start) + (64u * (start + 1 <= i ? (uint)row.Shape(start + 1) : 0));
        TextSpan last = row.Token(i);
        atoms[(int)SentenceAtom.Ending] = SentenceEndFeatures.Hash(row.Text.AsSpan(Math.Max(last.Start, last.End - 3), Math.Min(3, last.Length)));
        atoms[(int)SentenceAtom.Rule] = (_rules.Ends(row.Text, row.Tokens, row.First + start, row.First + i, row.First + row.Count) ? 1u : 0u)
            + (SentenceEndRules.IsStarter(row.Text, row.Token(i + 1)) ? 2u : 0u);
    }

    private static uint Bucket(int length) => length switch
    {
        <= 3 => (uint)length,
        <= 5 => 4,
        <= 8 => 5,
        <= 12 => 6,
        <= 17 => 7,
        <= 24 => 8,
        <= 35 => 9,
        <= 60 => 10,
        _ => 11,
    };

    /// <summary>How a paragraph is written: its capitals, whether a stop ends it, how long it is.</summary>
    private static uint ParagraphStyle(in Row row)
    {
        int small = 0, capital = 0, shouted = 0;
        for (int i = 0; i < row.Count; i++)
        {
            switch (row.Shape(i))
            {
                case SentenceShape.Small: small++; break;
                case SentenceShape.Capital: capital++; break;
                case SentenceShape.Shouted: shouted++; break;
            }
        }
        uint style = shouted > small + capital ? 2u : capital > small ? 1u : capital + shouted == 0 ? 3u : 0u;
        bool stopped = row.Shape(row.Count - 1) is SentenceShape.Stop or SentenceShape.Exclamation or SentenceShape.Ellipsis
            || (row.Count > 1 && row.Shape(row.Count - 2) is SentenceShape.Stop or SentenceShape.Exclamation);
        return style + (stopped ? 4u : 0u) + (row.Count <= 8 ? 0u : row.Count <= 25 ? 8u : row.Count <= 80 ? 16u : 24u);
    }

    /// <summary>The quotation marks and brackets that the sentence has opened so far.</summary>
    private struct OpenMarks
    {
        private bool _straight, _single, _words, _inserted, _stopped;
        private int _curly, _bracket;

        public readonly uint Code => (_straight ? 1u : 0u) + (_curly > 0 ? 2u : _curly < 0 ? 4u : 0u) + (_bracket > 0 ? 8u : _bracket < 0 ? 16u : 0u);

        /// <summary>
        /// Whether the mark <paramref name="i"/> belongs to a word, not to an end: the apostrophe of "the soldiers' camp", or a bracket
        /// around words put into a quotation, "the [prime] minister"; or the
        /// sentence goes on behind a quotation, “Why?” the minister asked.
        /// </summary>
        public readonly bool Holds(in Row row, int i) => i > 0 && row.Shape(i) switch
        {
            SentenceShape.Apostrophe => !_single && row.Gap(i - 1) == 0 && IsWord(row.Shape(i - 1)),
            SentenceShape.ClosingQuote or SentenceShape.Quote or SentenceShape.Apostrophe when row.Shape(i - 1) == SentenceShape.Comma => true,
            SentenceShape.ClosingQuote or SentenceShape.Quote or SentenceShape.Apostrophe when row.Shape(i - 1) == SentenceShape.Exclamation =>
                !_straight && SentenceEndRules.SpeakerFollows(row.Text, row.Tokens, row.First + i + 1, row.First + row.Count),
            SentenceShape.Closing when row.Shape(i + 1) is SentenceShape.Small or SentenceShape.SingleSmall => true,
            SentenceShape.Closing => _inserted && row.IsSquare(i) && !IsStop(row.Shape(i - 1)),
            _ => false,
        };

        public void See(in Row row, int i)
        {
            switch (row.Shape(i))
            {
                case SentenceShape.Quote: _straight = !_straight; break;
                case SentenceShape.OpeningQuote: _curly++; _single |= row.Text[row.Token(i).Start] == '‘'; break;
                case SentenceShape.ClosingQuote: _curly--; break;
                case SentenceShape.Opening: _bracket++; _inserted = row.IsSquare(i) && !(_words && _stopped); break;
                case SentenceShape.Closing: _bracket--; break;
                case SentenceShape.Apostrophe: _single |= (i == 0 || row.Gap(i - 1) > 0) && row.Gap(i) == 0; break;
            }
            _words |= IsWord(row.Shape(i));
            // A note may stand behind the end: "He left.” [2]".
            _stopped = IsStop(row.Shape(i))
                || (_stopped && row.Shape(i) is SentenceShape.Quote or SentenceShape.ClosingQuote or SentenceShape.Apostrophe or SentenceShape.Closing);
        }

        private static bool IsWord(SentenceShape shape) => shape is > SentenceShape.Outside and < SentenceShape.Address;

        private static bool IsStop(SentenceShape shape) => shape is SentenceShape.Stop or SentenceShape.Exclamation or SentenceShape.Ellipsis;
    }

    /// <summary>The tokens of one paragraph with what was found out about each.</summary>
    private readonly struct Row(string text, IReadOnlyList<TextSpan> tokens, int first, int count, uint[] hashes, byte[] shapes, int[] stops)
    {
        public string Text => text;

        public IReadOnlyList<TextSpan> Tokens => tokens;

        public int First => first;

        public int Count => count;

        public TextSpan Token(int i) => tokens[first + i];

        public uint Hash(int i) => hashes[i];

        public SentenceShape Shape(int i) => (SentenceShape)shapes[i];

        public int StopFrom(int i) => stops[i];

        /// <summary>Whether token <paramref name="i"/> is a square bracket.</summary>
        public bool IsSquare(int i) => text[tokens[first + i].Start] is '[' or ']';

        /// <summary>What stands behind token <paramref name="i"/>: nothing, a blank, more, or a line's end.</summary>
        public uint Gap(int i)
        {
            int from = tokens[first + i].End, to = tokens[first + i + 1].Start;
            return to == from ? 0u : text.AsSpan(from, Math.Min(to - from, 8)).Contains('\n') ? 3u : to - from > 1 ? 2u : 1u;
        }
    }
}
