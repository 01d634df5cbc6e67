using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>Rule Q5 for counts: who is a party to the fight, and whose losses it counts.</summary>
internal sealed class CountParties(LanguageData data)
{
    private const string Enemy = "enemy";
    private static readonly HashSet<string> s_losses = new(["dead", "hurt", "casualty", "taken", "held", "destroyed", "lost", "gathered", "escaped", "surrendered", "missing"], StringComparer.Ordinal);
    // Words of an office that say nothing of whose it is.
    private static readonly HashSet<string> s_offices = new(["spokesman", "spokeswoman", "spokesperson", "official", "commander", "chief", "head", "officer", "leader", "member", "source", "statement", "people", "men", "force", "forces", "local", "two", "several"], StringComparer.Ordinal);

    private static readonly HashSet<string> s_watching = new(
        ["institute", "university", "foreign", "monitor", "monitors", "observer", "observers", "observatory", "analyst", "analysts", "attache", "hospital", "surgeon", "surgeons", "doctor", "doctors", "witness", "witnesses", "un", "independent", "neutral", "embassy", "gravedigger", "gravediggers", "imam", "priest", "bishop", "coroner", "morgue", "pathologist"],
        StringComparer.Ordinal);

    private readonly Dictionary<string, (string Speaker, string Counted)> _sides = data.Made(d => new Sides(d)).Of;
    private readonly ILookup<string, string> _bodies = data.Made(d => new Bodies(d)).Of;
    private readonly Dictionary<FusedReport, HashSet<string>> _doers = new(ReferenceEqualityComparer.Instance);

    /// <summary>The list, read once.</summary>
    private sealed class Sides(LanguageData data)
    {
        public Dictionary<string, (string Speaker, string Counted)> Of { get; } = data.Lexicon("count-parties").Rows.ToDictionary(row => row[0], row => (row[1], row[2]), StringComparer.Ordinal);
    }

    /// <summary>The list of bodies, read once.</summary>
    private sealed class Bodies(LanguageData data)
    {
        public ILookup<string, string> Of { get; } = data.Lexicon("bodies").Rows.SelectMany(row => row[1].Split(' ').Select(w => (Word: w, Body: row[0]))).ToLookup(b => b.Word, b => b.Body, StringComparer.Ordinal);
    }

    /// <summary>
    /// Whether one of the two is a party that counts its adversary's losses, its own, or those of its own deed, and the other is no party.
    /// </summary>
    public bool IsInterested(Count a, Count b)
    {
        if (CountsEnemy(a, b) != CountsEnemy(b, a))
            return true;
        if (CountsEnemy(a, b) || !IsLoss(a) || !IsLoss(b) || CountMatch.OneVoice(a, b))
            return false;
        if (HidesOwn(a, b) || HidesOwn(b, a))
            return true;
        return IsParty(a, b) != IsParty(b, a);
    }

    /// <summary>Whether one of the two, and not the other, is a party that counts its adversary's losses.</summary>
    public bool CountsEnemyAlone(Count a, Count b) => (a.Act ?? b.Act) is not "held" && CountsEnemy(a, b) != CountsEnemy(b, a) && !CountMatch.OneVoice(a, b);

    /// <summary>Whether a speaker and a doer, as named, stand on one side of the fight.</summary>
    public bool IsOneSide(string? speaker, string? doer) => SideOf(speaker) is string side && string.Equals(SideOf(doer), side, StringComparison.Ordinal);

    /// <summary>Whether a speaker answers for a doer, as named: the commissioner for the police, the prison service for its warders, the company for its guards.</summary>
    public bool IsOneBody(string? speaker, string? doer)
    {
        if (speaker is null || doer is null || ClusterWords.Split(speaker).Any(s_watching.Contains))
            return false;
        HashSet<string> bodies = [.. ClusterWords.Split(speaker).SelectMany(BodiesOf)];
        return ClusterWords.Split(doer).SelectMany(BodiesOf).Any(bodies.Contains);
    }

    /// <summary>Whether speaker and doer, as named, stand on two sides of the fight.</summary>
    public bool AreSides(string? speaker, string? doer) =>
        SideOf(speaker) is string one && doer is not null && ClusterWords.Split(doer).Select(w => SidesOf(w)).Select(s => s.Speaker != "-" ? s.Speaker : s.Counted).FirstOrDefault(s => s != "-") is string other && !string.Equals(one, other, StringComparison.Ordinal);

    private IEnumerable<string> BodiesOf(string word) => _bodies[word].Concat(word.EndsWith('s') ? _bodies[word[..^1]] : []);

    private static bool IsLoss(Count one) => one.Act is null || s_losses.Contains(one.Act);

    private bool CountsEnemy(Count one, Count other)
    {
        if (!IsLoss(one))
            return false;
        string? side = SideOfSpeaker(one);
        // Where it counts nobody's side, it is a witness like others.
        string? counted = SideOfCounted(one) ?? SideOfCounted(other);
        return side is not null && counted is not null && !string.Equals(counted, side, StringComparison.Ordinal);
    }

    /// <summary>Whether a side of the fight gives its own fallen as fewer than somebody who is no party does.</summary>
    private bool HidesOwn(Count one, Count other) =>
        one.Value.Stated < other.Value.Stated && one.Act is "dead" or "casualty" or "destroyed" or "taken" or "held" or null && SideOfSpeaker(one) is string side && string.Equals(SideOfCounted(one), side, StringComparison.Ordinal)
        && string.Equals(SideOfCounted(other), side, StringComparison.Ordinal) && other.Speaker is not null && SideOfSpeaker(other) is null;

    /// <summary>Whether the speaker fought: one of the sides counts its own fallen, or whoever struck counts those whom it hit.</summary>
    private bool IsParty(Count one, Count other)
    {
        HashSet<string> speaker = [.. one.SpeakerWords.Where(w => !s_offices.Contains(w))];
        if (speaker.Overlaps(DoersOf(one.Report)) || speaker.Overlaps(DoersOf(other.Report)))
            return true;
        return SideOfSpeaker(one) is string side && string.Equals(SideOfCounted(one) ?? SideOfCounted(other), side, StringComparison.Ordinal)
            && (DoersOf(one.Report).Count > 0 || DoersOf(other.Report).Count > 0);
    }

    private string? SideOfSpeaker(Count one)
    {
        if (one.Speaker is not null)
            return SideOf(one.Speaker) is string own && own.Length > 0 && !IsHis(one.Speaker) ? own : SideOf(string.Join(' ', one.SpeakerWords.Order(StringComparer.Ordinal)));
        string text = one.Evidence.Of(one.Report.Claims.Source.Report.Text);
        return SpeaksAsParty(text) ? "self" : SideOf(one.Report.Claims.Source.Report.Outlet);
    }

    private static bool IsHis(string speaker) => speaker.StartsWith("its ", StringComparison.OrdinalIgnoreCase) || speaker.StartsWith("their ", StringComparison.OrdinalIgnoreCase);

    /// <summary>"Our heroes have shot down five": the outlet is the voice of one side.</summary>
    private bool SpeaksAsParty(string text)
    {
        string[] words = [.. ClusterWords.Split(text)];
        for (int i = 0; i + 1 < words.Length; i++)
        {
            if (words[i] is "our" && (words[i + 1] is "heroes" or "boys" or "men" or "brave" or "glorious" or "valiant" or "heroic" or "fighters" or "forces" || _sides.ContainsKey(words[i + 1])))
                return true;
        }
        return false;
    }

    private (string Speaker, string Counted) SidesOf(string word) =>
        _sides.TryGetValue(word, out (string Speaker, string Counted) side) || word.EndsWith('s') && _sides.TryGetValue(word[..^1], out side) ? side : ("-", "-");

    private string? SideOf(string? words)
    {
        if (words is null)
            return null;
        string[] named = [.. ClusterWords.Split(words)];
        // "An institute of military studies", "a foreign attaché", "monitors": whoever watches a fight is no party to it.
        if (named.Any(s_watching.Contains))
            return null;
        string[] sides = [.. named.Select(w => SidesOf(w).Speaker).Where(s => s != "-")];
        // "The rebels' commander": whose he is goes before what he is.
        return sides.Contains("rebel") ? "rebel" : sides.FirstOrDefault();
    }

    private string? SideOfCounted(Count one)
    {
        string[] words = [.. ClusterWords.Split(one.Words + " " + one.Noun)];
        string[] sides = [.. words.Concat(words.Zip(words.Skip(1), (x, y) => x + "-" + y)).Select(w => SidesOf(w).Counted).Where(s => s != "-")];
        if (sides.Contains(Enemy))
            return Enemy;
        return sides.FirstOrDefault() ?? (OwnersOf(one).Contains(Enemy) ? Enemy : OfLoser(one));
    }

    /// <summary>"The invaders lost 300 men", "the air force lost one aircraft": whoever loses them had them.</summary>
    private string? OfLoser(Count one)
    {
        bool suffers = one.Verb is "lose" or "suffer" || one.Act is "dead" && one.Evidence.Of(one.Report.Claims.Source.Report.Text).Contains("suffered", StringComparison.Ordinal);
        if (!suffers)
            return null;
        AnnotatedReport source = one.Report.Claims.Source;
        Sentence sentence = source.Sentences[one.Quantity.Sentence];
        for (int i = sentence.FirstToken; i < sentence.EndToken && source.Tokens[i].Span.Start < one.Quantity.Span.Start; i++)
        {
            Token token = source.Tokens[i];
            if (token.Relation == "nsubj" && token.Head >= 0 && source.Tokens[token.Head].Lemma is "lose" or "suffer")
            {
                // "It suffered only four dead": its own.
                if (token.Lower is "it" or "they" or "we" && one.Speaker is not null && SideOf(one.Speaker) is string own)
                    return own;
                string name = Folding.Fold(token.Text), before = i > sentence.FirstToken ? Folding.Fold(source.Tokens[i - 1].Text) + "-" + name : name;
                if (SidesOf(name).Counted is string side && side != "-" || SidesOf(before).Counted is string compound && (side = compound) != "-")
                    return side;
            }
        }
        return null;
    }

    /// <summary>"Five helicopters of the occupier".</summary>
    private IEnumerable<string> OwnersOf(Count one)
    {
        AnnotatedReport source = one.Report.Claims.Source;
        int head = one.Quantity.HeadToken;
        if (head < 0)
            yield break;
        int end = Math.Min(source.Sentences[one.Quantity.Sentence].EndToken, head + 5);
        for (int i = head + 1; i < end; i++)
        {
            if (source.Tokens[i].Head == head && source.Tokens[i].Relation.StartsWith("nmod", StringComparison.Ordinal) && _sides.TryGetValue(source.Tokens[i].Lower, out (string Speaker, string Counted) side))
                yield return side.Counted;
        }
    }

    /// <summary>The words that name whoever strikes in <paramref name="report"/>: "the coalition's raid", "guards opened fire".</summary>
    private HashSet<string> DoersOf(FusedReport report)
    {
        if (_doers.TryGetValue(report, out HashSet<string>? known))
            return known;
        HashSet<string> doers = new(StringComparer.Ordinal);
        AnnotatedReport source = report.Claims.Source;
        foreach (EventClaim strike in report.Claims.Claims.OfType<EventClaim>().Where(c => c.Type is EventType.Assault or EventType.Coerce))
        {
            foreach (int doer in strike.Initiators)
                doers.UnionWith(ClusterWords.Split(source.Actors[doer].Name));
            int at = AnnotatedReport.FirstTokenAt(source.Tokens, strike.Trigger.Start);
            if (at >= source.Tokens.Count || source.Tokens[at].Tag != Upos.Noun)
                continue;
            int end = Math.Min(source.Sentences[strike.Sentence].EndToken, at + 8);
            for (int i = Math.Max(source.Sentences[strike.Sentence].FirstToken, at - 4); i < end; i++)
            {
                Token token = source.Tokens[i];
                if (token.Head == at && (i < at && token.Relation is "compound" or "nmod:poss" || token.Relation is "nmod" && i > 0 && source.Tokens[i - 1].Lower is "with" or "by"))
                    doers.Add(CountLexicon.Key(token));
            }
        }
        doers.ExceptWith(s_offices);
        _doers.Add(report, doers);
        return doers;
    }
}
