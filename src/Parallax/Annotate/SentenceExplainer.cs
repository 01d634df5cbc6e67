using System.Globalization;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>One weight of a decision: what was seen, as words, and what it counts for (above nought) or against an end.</summary>
internal readonly record struct SentenceEndReason(string Seen, double Weight);

/// <summary>Why a sentence was or was not ended behind one token.</summary>
/// <param name="Last">The token behind which it may end.</param>
/// <param name="Ends">Whether it ends.</param>
/// <param name="Rule">What decided without weighing; empty where the weights did.</param>
/// <param name="Score">The sum of the weights; nought where a rule decided.</param>
/// <param name="Least">What the sum must exceed for an end.</param>
/// <param name="Reasons">What was weighed, the heaviest first.</param>
internal sealed record SentenceEndDecision(TextSpan Last, bool Ends, string Rule, double Score, double Least, IReadOnlyList<SentenceEndReason> Reasons)
{
    /// <summary>A line such as <c>end, +3.20 (above 0.50 ends); Next1=The +1.40; …</c>, with the five heaviest reasons.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{(Ends ? "end" : "go on")}, {(Rule.Length > 0 ? Rule : string.Create(CultureInfo.InvariantCulture, $"{Score:+0.00;-0.00} (above {Least:0.00} ends)"))}")
        + string.Concat(Reasons.Take(5).Select(reason => string.Create(CultureInfo.InvariantCulture, $"; {reason.Seen} {reason.Weight:+0.00;-0.00}")));
}

/// <summary>
/// The slow sibling of <see cref="SentenceSplitter"/>: says of every place between two tokens why a sentence ends there or not. Reads what
/// it says from the text again instead of from the hashes, so that a test of the one is a test of the other.
/// </summary>
internal sealed class SentenceExplainer(Abbreviations abbreviations, SentenceEndModel model)
{
    private const double Unit = 256;

    private readonly SentenceEndScan _scan = new(abbreviations);

    /// <summary>A decision for every token of the paragraph but the last.</summary>
    public IReadOnlyList<SentenceEndDecision> Explain(string text, IReadOnlyList<TextSpan> tokens, int first, int end)
    {
        Dictionary<int, SentenceEndDecision> weighed = [];
        Recorder recorder = new(this, text, tokens, end, weighed);
        List<int> ends = [];
        _scan.Walk(text, tokens, first, end, ends, ref recorder);
        List<SentenceEndDecision> decisions = [];
        for (int last = first; last + 1 < end; last++)
        {
            bool isEnd = ends.BinarySearch(last + 1) >= 0;
            decisions.Add(weighed.TryGetValue(last, out SentenceEndDecision? decision) ? decision
                : new SentenceEndDecision(tokens[last], isEnd, isEnd ? "longest sentence" : "no sentence ends here", 0, 0, []));
        }
        return decisions;
    }

    private SentenceEndDecision Weigh(string text, IReadOnlyList<TextSpan> tokens, int last, int end, ReadOnlySpan<uint> atoms)
    {
        Span<uint> features = stackalloc uint[SentenceEndFeatures.Count];
        SentenceEndFeatures.Fill(atoms, features);
        List<SentenceEndReason> reasons = [];
        int sum = 0;
        for (int i = 0; i < features.Length; i++)
        {
            int weight = model.WeightOf(features[i]);
            sum += weight;
            if (weight == 0)
                continue;
            List<string> seen = [];
            foreach (SentenceAtom atom in SentenceEndFeatures.AtomsOf(i))
                seen.Add(atom + "=" + Value(text, tokens, last, end, atom, atoms[(int)atom]));
            reasons.Add(new SentenceEndReason(string.Join(' ', seen), weight / Unit));
        }
        int least = SentenceSplitter.Least(atoms);
        return new SentenceEndDecision(
            tokens[last], sum > least, "", sum / Unit, least / Unit, [.. reasons.OrderByDescending(reason => Math.Abs(reason.Weight)).ThenBy(reason => reason.Seen, StringComparer.Ordinal)]);
    }

    private static string Value(string text, IReadOnlyList<TextSpan> tokens, int last, int end, SentenceAtom atom, uint code) => atom switch
    {
        SentenceAtom.Word1 or SentenceAtom.Word2 or SentenceAtom.Word3 => Word(text, tokens, last - (atom - SentenceAtom.Word1), end, code),
        SentenceAtom.Next1 or SentenceAtom.Next2 or SentenceAtom.Next3 => Word(text, tokens, last + 1 + (atom - SentenceAtom.Next1), end, code),
        SentenceAtom.Shape1 or SentenceAtom.Shape2 or SentenceAtom.Shape3 or SentenceAtom.ShapeNext1 or SentenceAtom.ShapeNext2 or SentenceAtom.ShapeNext3 =>
            ((SentenceShape)code).ToString(),
        SentenceAtom.Gap => (code & 3) switch { 0 => "none", 1 => "blank", 2 => "blanks", _ => "line" } + ((code & 4) != 0 ? ", blank before" : ""),
        SentenceAtom.Length => "about " + Least(code).ToString(CultureInfo.InvariantCulture) + " tokens",
        SentenceAtom.Ahead => (code & 16) != 0 ? "no stop" : "about " + Least(code).ToString(CultureInfo.InvariantCulture) + " tokens",
        SentenceAtom.Open => code == 0 ? "nothing" : string.Join('+', Names(code, "quotation", "quotation", "quotation closed", "bracket", "bracket closed")),
        SentenceAtom.Paragraph => (code & 3) switch { 0 => "plain", 1 => "capitals", 2 => "shouted", _ => "small" } + ((code & 4) != 0 ? ", stopped" : "")
            + ((code >> 3) switch { 0 => ", shortest", 1 => ", short", 2 => "", _ => ", long" }),
        SentenceAtom.First => (SentenceShape)(code % 64) + "+" + (SentenceShape)(code / 64),
        SentenceAtom.Ending => "…" + text[Math.Max(tokens[last].Start, tokens[last].End - 3)..tokens[last].End],
        SentenceAtom.Rule => ((code & 1) != 0 ? "ends" : "goes on") + ((code & 2) != 0 ? ", opening word" : ""),
        _ => code.ToString(CultureInfo.InvariantCulture),
    };

    private static string Word(string text, IReadOnlyList<TextSpan> tokens, int at, int end, uint code)
    {
        if (code == 1 || at < 0 || at >= end)
            return "(none)";
        TextSpan token = tokens[at];
        string word = text.Substring(token.Start, Math.Min(token.Length, 40));
        // What is said must be what was weighed.
        return SentenceEndFeatures.Hash(word) == code ? word : throw new InvalidOperationException($"The word '{word}' was not the one weighed.");
    }

    private static int Least(uint bucket) => (bucket & 15) switch { <= 3 => (int)(bucket & 15), 4 => 4, 5 => 6, 6 => 9, 7 => 13, 8 => 18, 9 => 25, 10 => 36, _ => 61 };

    private static IEnumerable<string> Names(uint code, params string[] names) => names.Where((_, i) => (code & (1u << i)) != 0);

    private readonly struct Recorder(SentenceExplainer explainer, string text, IReadOnlyList<TextSpan> tokens, int end, Dictionary<int, SentenceEndDecision> weighed)
        : ISentenceEndJudge
    {
        public bool Ends(int last, scoped ReadOnlySpan<uint> atoms)
        {
            SentenceEndDecision decision = explainer.Weigh(text, tokens, last, end, atoms);
            weighed.Add(last, decision);
            return decision.Ends;
        }
    }
}
