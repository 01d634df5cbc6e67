using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Finds where the sentences of a paragraph end, by the trained weights of what stands around each possible end.</summary>
internal sealed class SentenceSplitter(Abbreviations abbreviations, SentenceEndModel model)
{
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

    /// <summary>What the sum of the weights must exceed: more where no mark stands, since a missed end harms less there than a sentence cut in two.</summary>
    public static int Least(ReadOnlySpan<uint> atoms) =>
        (SentenceShape)atoms[(int)SentenceAtom.Shape1] is < SentenceShape.Title or SentenceShape.Comma ? Unmarked : 0;

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
