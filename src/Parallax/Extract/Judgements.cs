using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Reads "called X Y": somebody says what he thinks of X. He asks for nothing and holds no vote.</summary>
internal static class Judgements
{
    // Objects of a judgement are short; what stands further away belongs to something else.
    private const int Reach = 12;

    private static readonly HashSet<string> s_against = new(StringComparer.Ordinal)
    {
        "absurd", "appalling", "atrocious", "barbaric", "brutal", "catastrophic", "corrupt", "counterproductive", "cowardly", "crazy", "criminal", "cruel", "cynical", "dangerous", "despicable", "dictatorial", "disastrous", "discriminatory", "disgraceful", "disgusting", "dishonest", "evil",
        "fascist", "flawed", "foolish", "fraudulent", "heinous", "horrible", "horrific", "hypocritical", "illegal", "illegitimate", "immoral", "inadmissible", "indefensible", "inexcusable", "inhuman", "inhumane", "insane", "insulting", "intolerable", "invalid", "irresponsible", "ludicrous",
        "naive", "offensive", "outrageous", "pathetic", "preposterous", "provocative", "racist", "reckless", "repugnant", "reprehensible", "ridiculous", "rigged", "scandalous", "senseless", "shameful", "shortsighted", "stupid", "terrible", "unacceptable", "unconstitutional", "undemocratic",
        "unfair", "unforgivable", "unfounded", "unjust", "unjustifiable", "unjustified", "unlawful", "unprovoked", "unwarranted", "vile", "wrong",
        "abomination", "affront", "aggression", "atrocity", "bandit", "betrayal", "blackmail", "blunder", "bully", "butcher", "catastrophe", "charade", "coward", "crime", "criminal", "danger", "dictator", "disaster", "disgrace", "error", "failure", "fake", "farce", "folly", "fraud", "genocide", "hoax", "hypocrite",
        "injustice", "insult", "joke", "liar", "lie", "massacre", "menace", "mistake", "mockery", "murderer", "nonsense", "outrage", "propaganda", "provocation", "scam", "scandal", "shame", "sham", "slander", "stab", "stunt", "terrorist", "terrorism", "thug", "tragedy", "traitor", "travesty", "treason", "tyrant", "usurper", "violation",
    };

    private static readonly HashSet<string> s_for = new(StringComparer.Ordinal)
    {
        "admirable", "brave", "commendable", "constructive", "courageous", "democratic", "encouraging", "excellent", "fair", "fine", "free", "good", "great", "helpful", "heroic", "historic", "honest", "honorable", "honourable", "just", "justified", "lawful", "legal", "legitimate", "positive", "proper", "reasonable", "remarkable", "right", "successful", "transparent", "useful", "valid", "welcome", "wonderful",
        "achievement", "blessing", "breakthrough", "friend", "hero", "milestone", "necessity", "partner", "success", "triumph", "victory",
    };

    /// <summary>What "call" says of its object: below nought against it, above nought for it, nought where the words weigh neither way; null where the verb judges nothing.</summary>
    public static int? Of(SentenceView s, VerbGroup verb) => Of(s, verb, out _);

    /// <summary>The same, with the token of the word that weighs.</summary>
    public static int? Of(SentenceView s, VerbGroup verb, out int word) => Of(i => i < s.Count ? s[i] : null, verb.Head, i => s.TimeAt[i] >= 0, out word);

    /// <summary>The same for a token of the report.</summary>
    public static int? Of(IReadOnlyList<Token> tokens, int call) => Of(i => i < tokens.Count ? tokens[i] : null, call, _ => false, out _);

    /// <summary>Whether what the phrase's actor thinks is of public weight: no passer-by and no reporter.</summary>
    public static bool IsPublic(SentenceView s, NounPhrase phrase) =>
        s.Lemma(phrase.Head) is not ("reporter" or "journalist" or "columnist" or "witness" or "resident" or "player" or "author" or "writer" or "correspondent") && ActorLookup.ActorOf(s, phrase) is >= 0 and int actor && s.Report.Actors[actor] is var judge && (judge.IsNamed || judge.Kind is not (ActorKind.Person or ActorKind.Group or ActorKind.Outlet) || judge.Class is "official" || judge.Roles.Count > 0 || s.Lemma(phrase.Head) is "leader" or "president" or "minister" or "official" or "spokesman" or "party");

    private static int? Of(Func<int, Token?> at, int call, Func<int, bool> isTime, out int word)
    {
        word = -1;
        int first = call + 1;
        while (at(first) is { Tag: Upos.Adv })
            first++;
        bool named = false, owns = false;
        for (int i = first; i < first + Reach && at(i) is { } token; i++)
        {
            if (isTime(i))
                return null;
            Token? before = at(i - 1);
            if (named && token.Tag is Upos.Adj or Upos.Verb or Upos.Noun && WeightOf(token) is { } weight)
            {
                word = i;
                return weight;
            }
            if (named && (token.Tag == Upos.Adj || (token.Lower is "a" or "an" && before is { Tag: not Upos.Adp })))
                return Ahead(at, i, out word);
            switch (token.Tag)
            {
                // "it irresponsible", "its raid"
                case Upos.Pron when token.Relation != "nmod:poss":
                    named = true;
                    break;
                case Upos.Noun or Upos.Propn:
                case Upos.Verb when before is { Tag: Upos.Det }:
                    named = true;
                    break;
                case Upos.Adp when owns || named:
                    (named, owns) = (false, true);
                    break;
                case Upos.Det or Upos.Pron or Upos.Adj or Upos.Num or Upos.Part:
                    break;
                case Upos.Punct when token.Lower is "-" or "\"" or "“" or "”" or "'" or "‘":
                    break;
                default:
                    return null;
            }
        }
        return null;
    }

    private static int Ahead(Func<int, Token?> at, int from, out int word)
    {
        word = from;
        for (int i = from; i < from + 5 && at(i) is { Tag: Upos.Det or Upos.Adj or Upos.Adv or Upos.Noun or Upos.Num or Upos.Propn or Upos.Cconj } token; i++)
        {
            word = i;
            if (WeightOf(token) is { } weight)
                return weight;
        }
        return 0;
    }

    private static int? WeightOf(Token token) => s_against.Contains(token.Lemma) || s_against.Contains(token.Lower) ? -1 : s_for.Contains(token.Lemma) || s_for.Contains(token.Lower) ? 1 : null;
}
