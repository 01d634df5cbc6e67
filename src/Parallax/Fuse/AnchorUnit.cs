using System.Globalization;
using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>What one sentence tells at one time, in a form in which two reports' accounts can be compared.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Time">Index of the time mention; -1 where the sentence gives none.</param>
/// <param name="Features">What it tells: event types, verbs, actors, places, numbers, words said; with the weight of each.</param>
internal sealed record AnchorUnit(int Sentence, int Time, IReadOnlyDictionary<string, double> Features)
{
    private const int WordsOfSpeech = 24;

    /// <summary>How much the two accounts have in common; accounts that share no act, number or quote have nothing.</summary>
    public double Likeness(AnchorUnit other)
    {
        double sum = 0;
        bool act = false;
        int quoted = 0;
        double words = 0;
        (AnchorUnit small, AnchorUnit large) = Features.Count <= other.Features.Count ? (this, other) : (other, this);
        foreach ((string feature, double weight) in small.Features)
        {
            if (!large.Features.ContainsKey(feature))
                continue;
            switch (feature[0])
            {
                case 'q':
                    quoted++;
                    break;
                case 'w':
                    words += weight;
                    break;
                default:
                    act |= feature[0] is 'e' or 'l' or 'n';
                    sum += weight;
                    break;
            }
        }
        if (quoted >= 4)
            return sum + 2 + (0.3 * Math.Min(10, quoted));
        return act ? sum + Math.Min(1.5, words) : 0;
    }

    /// <summary>The units of <paramref name="claims"/>: one for each time a sentence's claims have.</summary>
    public static IReadOnlyList<AnchorUnit> Of(ReportClaims claims, IReadOnlyList<string?> actorIds, IReadOnlyList<string?> placeIds)
    {
        AnnotatedReport source = claims.Source;
        SortedDictionary<(int Sentence, int Time), Dictionary<string, double>> units = [];
        ILookup<int, int> timesBySentence = Enumerable.Range(0, source.Times.Count).ToLookup(i => source.Times[i].Sentence);
        foreach (Claim claim in claims.Claims)
        {
            if (claim.Status is ClaimStatus.Background or ClaimStatus.Hypothetical)
                continue;
            int time = claim.Time >= 0 ? claim.Time : timesBySentence[claim.Sentence].FirstOrDefault(-1);
            if (!units.TryGetValue((claim.Sentence, time), out Dictionary<string, double>? features))
                units.Add((claim.Sentence, time), features = new Dictionary<string, double>(StringComparer.Ordinal));
            AddClaim(claim, source, actorIds, placeIds, features);
        }
        foreach (((int sentence, int _), Dictionary<string, double> features) in units)
            AddWords(source, source.Sentences[sentence], features);
        return [.. units.Select(u => new AnchorUnit(u.Key.Sentence, u.Key.Time, u.Value))];
    }

    private static void AddClaim(
        Claim claim, AnnotatedReport source, IReadOnlyList<string?> actorIds, IReadOnlyList<string?> placeIds, Dictionary<string, double> features)
    {
        if (claim.Place >= 0 && placeIds[claim.Place] is string place)
            features["p:" + place] = 0.7;
        switch (claim)
        {
            case EventClaim e:
                features["e:" + e.Type] = 0.9;
                features["l:" + e.TriggerLemma] = 0.7;
                foreach (int actor in e.Initiators.Concat(e.Targets))
                    AddActor(actor);
                break;
            case FigureClaim f:
                QuantityMention quantity = source.Quantities[f.Quantity];
                if (!quantity.Vague)
                    features["n:" + f.Measure + quantity.Low.ToString(CultureInfo.InvariantCulture)] = quantity.Low >= 10 ? 2 : quantity.Low > 1 ? 1.2 : 0.5;
                AddActor(f.OfActor);
                break;
            case StatementClaim s:
                AddActor(source.Speeches[s.Speech].Speaker);
                foreach (string word in Folding.Fold(s.Text).Split(' ').Where(w => w.Length > 3).Take(WordsOfSpeech))
                    features["q:" + word.Trim('.', ',', '"', ';', ':', '!', '?')] = 0.3;
                break;
        }

        void AddActor(int actor)
        {
            if (actor >= 0 && actorIds[actor] is string id)
                features["a:" + id] = 0.7;
        }
    }

    private static void AddWords(AnnotatedReport source, Sentence sentence, Dictionary<string, double> features)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            Token token = source.Tokens[i];
            if (token.Tag is Upos.Noun or Upos.Verb or Upos.Adj && token.Lemma.Length > 3)
                features["w:" + token.Lemma] = 0.25;
        }
    }
}
