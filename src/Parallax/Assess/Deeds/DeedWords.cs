using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;

namespace Parallax.Assess;

/// <summary>The word lists under which deeds of several reports meet: what kind of deed a word names, which kinds exclude each other, and what is said of kinds and words at large.</summary>
internal sealed class DeedWords
{
    private const int PhraseReach = 4;
    private const int ShortestVerb = 4;

    private readonly Dictionary<string, string> _kinds;
    private readonly HashSet<string> _listed;
    private readonly WordClasses _classes;
    private readonly Dictionary<string, string[]> _opposites;

    public DeedWords(LanguageData data)
    {
        _kinds = data.Lexicon("deed-classes").Rows.ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        _listed = new HashSet<string>(_kinds.Values, StringComparer.Ordinal);
        _classes = new WordClasses(data.Lexicon("deed-words"));
        _opposites = data.Lexicon("deed-opposites").Rows.SelectMany(row => new[] { (Kind: row[0], Other: row[1]), (Kind: row[1], Other: row[0]) })
            .GroupBy(o => o.Kind, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(o => o.Other).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Whether a word or a kind belongs to a class of data/lexicons/deed-words.tsv.</summary>
    public bool Is(string wordClass, string word) => _classes.Is(wordClass, word);

    /// <summary>Whether the list names the kind; else a verb stands for itself.</summary>
    public bool IsListed(string kind) => _listed.Contains(kind);

    /// <summary>Whether only one of the two can be true of one thing at one time.</summary>
    public bool AreOpposite(string kind, string other) => _opposites.TryGetValue(kind, out string[]? others) && others.Contains(other, StringComparer.Ordinal);

    /// <summary>The kinds that exclude <paramref name="kind"/>.</summary>
    public IReadOnlyList<string> OppositesOf(string kind) => _opposites.GetValueOrDefault(kind) ?? [];

    /// <summary>The kind that a noun names; null where it names no deed.</summary>
    public string? OfNoun(string lemma) => Is("no-noun", lemma) ? null : _kinds.GetValueOrDefault(lemma);

    /// <summary>The kind of deed that a token names; null where it names none.</summary>
    public string? KindOf(AnnotatedReport source, Sentence sentence, int at)
    {
        Token token = source.Tokens[at];
        if (token.Tag == Upos.Adj)
            return _kinds.TryGetValue(token.Lower, out string? state) && IsState(source, at) ? state : null;
        if (token.Tag is not (Upos.Verb or Upos.Noun))
            return null;
        if (token.Tag == Upos.Noun)
            return token.Relation.StartsWith("compound", StringComparison.Ordinal) ? null : OfNoun(token.Lemma);
        int end = Math.Min(sentence.EndToken, at + 1 + PhraseReach);
        for (int i = at + 1; i < end; i++)
        {
            Token next = source.Tokens[i];
            // A particle stands with its verb: "went down off the cape" is no "go off".
            bool particle = next.Tag is Upos.Adp && i > at + 1 && next.Head != at;
            if (next.Tag is not (Upos.Det or Upos.Punct) && !particle && _kinds.TryGetValue(token.Lemma + "-" + next.Lower, out string? phrase))
            {
                // "A short circuit set off the fire".
                return phrase is "depart" && token.Lemma is "set" && Started(source, sentence, at) is string started and not "start" ? started : phrase;
            }
        }
        // "The fire was started by a generator": the deed is what was started.
        if (_kinds.GetValueOrDefault(token.Lemma) is "start")
            return Started(source, sentence, at);
        // "Captured the outpost", "seized the bridge" take a place, not a person.
        if ((_kinds.GetValueOrDefault(token.Lemma) is "arrest" or "seize" || token.Lemma is "take" or "overrun" or "storm" or "conquer" or "liberate") && TakesPlace(source, sentence, at))
            return "seize-place";
        return _kinds.GetValueOrDefault(token.Lemma) ?? (token.Lemma.Length >= ShortestVerb && !Is("light", token.Lemma) ? token.Lemma : null);
    }

    /// <summary>"The crossing remained closed", "all of them are alive": an adjective that says how something is.</summary>
    private static bool IsState(AnnotatedReport source, int at) =>
        source.Tokens[at].Relation is "root" or "xcomp" or "ccomp" or "conj" or "acl:relcl" or "advcl" or "parataxis";

    private bool TakesPlace(AnnotatedReport source, Sentence sentence, int at)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (source.Tokens[i].Head == at && source.Tokens[i].Relation is "obj" or "nsubj:pass")
                return Is("stronghold", source.Tokens[i].Lemma);
        }
        return false;
    }

    private string Started(AnnotatedReport source, Sentence sentence, int at)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            Token token = source.Tokens[i];
            if (token.Head == at && token.Tag == Upos.Noun && (token.Relation is "nsubj:pass" or "obj" or "nsubj" || i > at && i <= at + PhraseReach && token.Relation is "obl") && (token.Lemma is "fire" or "blaze" ? "burn" : _kinds.GetValueOrDefault(token.Lemma)) is string kind)
                return kind;
        }
        return "start";
    }
}
