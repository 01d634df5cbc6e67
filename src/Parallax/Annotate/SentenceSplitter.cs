using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Finds where the sentences of a paragraph end, by the trained weights of what stands around each possible end.</summary>
internal sealed class SentenceSplitter(Abbreviations abbreviations, SentenceEndModel model)
{
    // Weights that sum up to less than this, for or against, are a guess.
    private const int Undecided = 128;

    // Where no mark stands a missed end harms less than a sentence cut in two.
    private const int Unmarked = 256;

    private readonly SentenceEndScan _scan = new(abbreviations);

    /// <summary>
    /// Appends to <paramref name="ends"/> the index after the last token of each sentence of the tokens
    /// <paramref name="first"/> to <paramref name="end"/> (not included), which make up one paragraph of <paramref name="text"/>.
    /// </summary>
    public void Split(string text, IReadOnlyList<TextSpan> tokens, int first, int end, List<int> ends)
    {
        Judge judge = new(model, stackalloc uint[SentenceEndFeatures.Count]);
        _scan.Walk(text, tokens, first, end, ends, ref judge);
    }

    /// <summary>What the sum of the weights must exceed: where it is about nought, the rules decide, and they end no sentence without a mark.</summary>
    public static int Least(ReadOnlySpan<uint> atoms) =>
        (atoms[(int)SentenceAtom.Rule] & 1) != 0 ? -2 * Undecided
        : (SentenceShape)atoms[(int)SentenceAtom.Shape1] is < SentenceShape.Title or SentenceShape.Comma ? Unmarked : Undecided;

    private readonly ref struct Judge(SentenceEndModel model, Span<uint> features) : ISentenceEndJudge
    {
        private readonly Span<uint> _features = features;

        public bool Ends(int last, scoped ReadOnlySpan<uint> atoms)
        {
            SentenceEndFeatures.Fill(atoms, _features);
            return model.Score(_features) > Least(atoms);
        }
    }
}
