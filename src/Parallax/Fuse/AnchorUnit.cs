using System.Globalization;
using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>What one sentence tells at one time, in a form in which two reports' accounts can be compared.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Time">Index of the time mention; -1 where the sentence gives none.</param>
/// <param name="Carried">Whether the time stands in the sentence before.</param>
/// <param name="Features">What it tells: event types, verbs, actors, places, numbers, words said; with the weight of each.</param>
internal sealed record AnchorUnit(int Sentence, int Time, bool Carried, IReadOnlyDictionary<string, double> Features)
{
    /// <summary>How many days before the time what it tells was.</summary>
    public int DaysBefore { get; init; }

    private const int WordsOfSpeech = 24;
    private const int SpeechReach = 3;
    private const double CarriedWeight = 0.7;

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
        double sure = (Carried ? CarriedWeight : 1) * (other.Carried ? CarriedWeight : 1);
        if (quoted >= 4)
            return sure * (sum + 2 + (0.3 * Math.Min(10, quoted)));
        return act ? sure * (sum + Math.Min(1.5, words)) : 0;
    }

    /// <summary>The units of <paramref name="claims"/>: one for each time a sentence's claims have.</summary>
    public static IReadOnlyList<AnchorUnit> Of(ReportClaims claims, IReadOnlyList<string?> actorIds, IReadOnlyList<string?> placeIds)
    {
        AnnotatedReport source = claims.Source;
        SortedDictionary<(int Sentence, int Time, bool Carried), Dictionary<string, double>> units = [];
        ILookup<int, int> timesBySentence = Enumerable.Range(0, source.Times.Count).Where(i => source.Times[i].PlacesEvents).ToLookup(i => source.Times[i].Sentence);
        Dictionary<int, (int Sentence, int Time)> lastOfSpeaker = [];
        foreach (Claim claim in claims.Claims)
        {
            int time = claim.Time >= 0 ? claim.Time : timesBySentence[claim.Sentence].FirstOrDefault(-1);
            bool carried = false;
            if (claim is StatementClaim said && source.Speeches[said.Speech].Speaker is >= 0 and int speaker)
            {
                // What a speaker goes on to say was said when he began.
                if (time < 0 && lastOfSpeaker.TryGetValue(speaker, out (int Sentence, int Time) begun) && claim.Sentence - begun.Sentence <= SpeechReach)
                    time = begun.Time;
                if (time >= 0)
                    lastOfSpeaker[speaker] = (claim.Sentence, time);
            }
            if (claim.Status is ClaimStatus.Background or ClaimStatus.Hypothetical)
                continue;
            if (time < 0 && claim.Sentence > 0)
            {
                time = timesBySentence[claim.Sentence - 1].FirstOrDefault(-1);
                carried = time >= 0;
            }
            if (!units.TryGetValue((claim.Sentence, time, carried), out Dictionary<string, double>? features))
                units.Add((claim.Sentence, time, carried), features = new Dictionary<string, double>(StringComparer.Ordinal));
            AddClaim(claim, source, actorIds, placeIds, features);
        }
        foreach (((int sentence, int _, bool _), Dictionary<string, double> features) in units)
            AddWords(source, source.Sentences[sentence], features);
        return [.. units.Select(u => new AnchorUnit(u.Key.Sentence, u.Key.Time, u.Key.Carried, u.Value))];
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
            if (actor < 0)
                return;
            if (actorIds[actor] is string id)
                features["a:" + id] = 0.7;
            if (source.Actors[actor].Class is string side)
                features["c:" + side] = 0.3;
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
