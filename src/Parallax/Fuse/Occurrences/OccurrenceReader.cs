using Parallax.Annotate;
using Parallax.Data;

namespace Parallax.Fuse;

/// <summary>Reads what a report says around the words by which it tells of an occurrence.</summary>
internal sealed class OccurrenceReader(LanguageData data)
{
    private const double CommonContext = 5;

    // Verbs that say what happened only by their object.
    private static readonly HashSet<string> s_light = new(
        ["be", "become", "come", "do", "get", "give", "go", "have", "keep", "let", "make", "put", "see", "seem", "set", "take", "use"], StringComparer.Ordinal);

    private readonly OccurrenceSenses _senses = OccurrenceSenses.Of(data);
    private readonly WordWeights _weights = WordWeights.Of(data);
    private readonly HashSet<string> _stopwords = data.Lexicon("merge-stopwords").FirstColumn();

    /// <summary>The words of <paramref name="report"/> that tell of an occurrence: verbs that say something, and nouns that name one. Each by itself.</summary>
    public IEnumerable<int> Find(AnnotatedReport report)
    {
        for (int i = 0; i < report.Tokens.Count; i++)
        {
            Token token = report.Tokens[i];
            if (token.Tag == Upos.Verb ? !s_light.Contains(token.Lemma) : token.Tag == Upos.Noun && _senses.IsOccurrence(token.Lemma))
                yield return i;
        }
    }

    /// <summary>The occurrence told by <paramref name="tokens"/> of the report with a number; at least one token, ascending.</summary>
    public Occurrence Read(AnnotatedReport report, int number, IReadOnlyList<int> tokens)
    {
        IReadOnlyList<Token> all = report.Tokens;
        int head = HeadOf(all, tokens);
        Token word = all[head];
        Sentence sentence = report.Sentences.First(s => head < s.EndToken);
        Branches branches = new(report, sentence);
        bool isNoun = word.Tag is Upos.Noun or Upos.Propn;
        bool isLight = s_light.Contains(word.Lemma);
        string[] content = [.. tokens.Where(t => t != head && all[t].Tag is Upos.Noun or Upos.Verb or Upos.Adj or Upos.Propn).Select(t => all[t].Lemma)];
        string? particle = branches.Of(head).Where(t => all[t].Relation == "compound:prt").Select(t => all[t].Lemma).FirstOrDefault();
        string[] phrase = [.. tokens.Select(t => all[t].Lemma)];
        List<string> phrases = [string.Join(' ', phrase), phrase[0] + " " + phrase[^1]];
        if (particle is not null)
            phrases.Add(word.Lemma + " " + particle);
        HashSet<string> senses = new(phrases.Where(p => p.Contains(' ', StringComparison.Ordinal)).SelectMany(p => _senses.Of(p, isNoun)), StringComparer.Ordinal);
        string stem = _senses.StemOf(word.Lemma);
        if (senses.Count == 0 && isLight)
            senses.UnionWith(content.SelectMany(c => _senses.Of(c, isNoun: true).Concat(_senses.Of(_senses.StemOf(c), isNoun: false))));
        if (senses.Count == 0)
            senses.UnionWith(_senses.Of(word.Lemma, isNoun).Concat(_senses.Of(stem, isNoun)));
        string? more = isLight ? content.Select(_senses.StemOf).FirstOrDefault() ?? particle : particle;
        return new Occurrence
        {
            Report = number,
            Sentence = sentence.Index,
            Lemma = word.Lemma,
            Key = more is null ? stem : stem + " " + more,
            IsNoun = isNoun,
            IsLight = isLight && more is null,
            Rarity = _weights.Of(word.Lemma),
            Senses = senses,
            Subjects = branches.Subjects(head),
            Objects = branches.Objects(head),
            Others = branches.Others(head),
            Context = ContextOf(all, sentence, word.Lemma),
        };
    }

    /// <summary>The main word of <paramref name="tokens"/>: the one that the others hang on.</summary>
    public static int HeadOf(IReadOnlyList<Token> all, IReadOnlyList<int> tokens)
    {
        int[] tops = [.. tokens.Where(t => !tokens.Contains(all[t].Head))];
        int[] among = tops.Length > 0 ? tops : [.. tokens];
        int first = Array.FindIndex(among, t => all[t].Tag is Upos.Verb or Upos.Noun or Upos.Propn or Upos.Adj);
        return among[Math.Max(0, first)];
    }

    private WeightedWords ContextOf(IReadOnlyList<Token> all, Sentence sentence, string own)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        for (int t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            if (all[t].Tag is Upos.Noun or Upos.Propn or Upos.Verb or Upos.Adj or Upos.Num && all[t].Lemma.Length > 1 && all[t].Lemma != own && !_stopwords.Contains(all[t].Lemma))
                words.Add(all[t].Lemma);
        }
        return WeightedWords.UnitOf(words.Order(StringComparer.Ordinal).Select(w => (w, Math.Sqrt(Math.Max(0, _weights.Of(w) - CommonContext)))));
    }

    /// <summary>What depends on the words of one sentence.</summary>
    private sealed class Branches(AnnotatedReport report, Sentence sentence)
    {
        private readonly ILookup<int, int> _children = Enumerable.Range(sentence.FirstToken, sentence.EndToken - sentence.FirstToken).ToLookup(t => report.Tokens[t].Head);

        public IEnumerable<int> Of(int token) => _children[token];

        public HashSet<string> Subjects(int head)
        {
            HashSet<string> own = Words(_children[head].Where(IsSubject));
            Token word = report.Tokens[head];
            // "Police moved in to arrest him": who does the one does the other.
            return own.Count == 0 && word.Head >= 0 && word.Relation is "xcomp" or "conj" or "advcl" or "obj" ? Words(_children[word.Head].Where(IsSubject)) : own;
        }

        public HashSet<string> Objects(int head)
        {
            Token word = report.Tokens[head];
            IEnumerable<int> own = _children[head].Where(t => report.Tokens[t].Relation is "obj" or "iobj" or "nsubj:pass");
            return Words(word.Head >= 0 && word.Relation is "acl" or "acl:relcl" ? own.Append(word.Head) : own);
        }

        public HashSet<string> Others(int head) => Words(_children[head].Where(t => Plain(t) is "obl" or "nmod" or "compound" or "amod"));

        private bool IsSubject(int token) => Plain(token) is "nsubj" or "csubj" && report.Tokens[token].Relation != "nsubj:pass";

        private string Plain(int token) => report.Tokens[token].Relation.Split(':')[0];

        private HashSet<string> Words(IEnumerable<int> heads)
        {
            HashSet<string> words = new(StringComparer.Ordinal);
            foreach (int head in heads)
            {
                if (report.Tokens[head].Tag is Upos.Noun or Upos.Propn or Upos.Num)
                {
                    words.Add(report.Tokens[head].Lemma);
                    words.UnionWith(_children[head].Where(t => Plain(t) is "flat" or "compound" or "amod" or "nummod" || report.Tokens[t].Relation == "nmod:poss")
                        .Where(t => report.Tokens[t].Tag is Upos.Noun or Upos.Propn or Upos.Num or Upos.Adj).Select(t => report.Tokens[t].Lemma));
                }
                // "He", "the singer": the name by which the report knows them.
                foreach (ActorMention mention in report.Mentions.Where(m => m.Sentence == sentence.Index && m.Actor >= 0 && m.Form != MentionForm.Name && m.HeadSpan.Contains(report.Tokens[head].Span)))
                {
                    if (report.Actors[mention.Actor].IsNamed)
                        words.UnionWith(ClusterWords.Split(report.Actors[mention.Actor].Name));
                }
            }
            return words;
        }
    }
}
