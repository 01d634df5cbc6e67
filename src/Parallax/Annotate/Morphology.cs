using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>
/// Morphological features as Universal Dependencies writes them for English: by word and tags from a table, and what only the tree tells
/// (imperatives, passives, person and number of finite verbs, case of "it" and "you") from it.
/// </summary>
internal sealed class Morphology
{
    private readonly Dictionary<(string Upos, string Xpos), string> _tags = [];
    private readonly Dictionary<(string Word, string Upos, string Xpos), string> _words = [];

    public Morphology(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("features").Rows)
        {
            if (row[0] == TagRow)
                _tags[(row[1], row[2])] = row[3];
            else
                _words[(row[3], row[1], row[2])] = row[4];
        }
    }

    /// <summary>The kinds of rows of the table.</summary>
    internal const string TagRow = "tag", WordRow = "word";

    /// <summary>Penn tags whose features the tree decides, so that single words are not learned for them.</summary>
    internal static bool IsByTree(string upos, string xpos) => upos == "VERB" && xpos is "VB" or "VBG" or "VBN" or "VBD" or "VBP";

    /// <summary>
    /// The features of each word of a sentence, <c>_</c> for none; <paramref name="words"/> have their heads counted from
    /// <paramref name="first"/>.
    /// </summary>
    public string[] Of(IReadOnlyList<Token> words, int first, int end)
    {
        Clause clause = new(words, first, end);
        string[] features = new string[end - first];
        for (int i = first; i < end; i++)
            features[i - first] = Of(words[i], i, clause);
        return features;
    }

    private string Of(Token word, int at, Clause clause)
    {
        string upos = word.Tag.ToString().ToUpperInvariant();
        bool isVerb = word.Tag is Upos.Verb or Upos.Aux;
        if (isVerb && clause.HasTree)
        {
            switch (word.Xpos)
            {
                case "VB" when word.Tag == Upos.Verb:
                    return clause.IsImperative(at) ? "Mood=Imp|VerbForm=Fin" : "VerbForm=Inf";
                case "VBN" when word.Tag == Upos.Verb:
                    return clause.IsPassive(at) ? "Tense=Past|VerbForm=Part|Voice=Pass" : "Tense=Past|VerbForm=Part";
                case "VBG" when word.Tag == Upos.Verb:
                    return clause.IsParticiple(at) ? "Tense=Pres|VerbForm=Part" : "VerbForm=Ger";
                case "VBD" or "VBP":
                    (string number, string person) = clause.Agreement(at, word.Lower, isPresent: word.Xpos == "VBP");
                    return $"Mood=Ind|Number={number}|Person={person}|Tense={(word.Xpos == "VBP" ? "Pres" : "Past")}|VerbForm=Fin";
            }
        }
        if (word.Xpos == "CD" && word.Text.AsSpan().ContainsAnyInRange('0', '9'))
            return word.Text.Contains('/', StringComparison.Ordinal) ? "NumForm=Digit|NumType=Frac" : "NumForm=Digit|NumType=Card";
        string known = _words.TryGetValue((word.Lower, upos, word.Xpos), out string? features) || _tags.TryGetValue((upos, word.Xpos), out features) ? features : "_";
        // Forms that are subject and object alike.
        if (word.Xpos == "PRP" && clause.HasTree && known.StartsWith("Case=Nom", StringComparison.Ordinal) && word.Lower is "it" or "you"
            && clause.Universal(at) is "obj" or "iobj" or "obl" or "nmod" or "conj" or "xcomp")
            return string.Concat("Case=Acc", known.AsSpan("Case=Nom".Length));
        if (word.Xpos is "WP" or "WDT" && clause.HasTree && known.Contains("PronType=", StringComparison.Ordinal))
            return clause.IsRelative(at) ? known.Replace("PronType=Int", "PronType=Rel", StringComparison.Ordinal) : known.Replace("PronType=Rel", "PronType=Int", StringComparison.Ordinal);
        return known;
    }

    /// <summary>The tree of one sentence, asked about its verbs.</summary>
    private sealed class Clause
    {
        private readonly IReadOnlyList<Token> _words;
        private readonly int _first, _end;
        private readonly Marks[] _marks;
        private readonly int[] _subjects;

        [Flags]
        private enum Marks
        {
            None = 0, Aux = 1, PassiveAux = 2, Mark = 4, Conjunct = 8,
        }

        public Clause(IReadOnlyList<Token> words, int first, int end)
        {
            (_words, _first, _end) = (words, first, end);
            _marks = new Marks[end - first];
            _subjects = new int[end - first];
            Array.Fill(_subjects, -1);
            int roots = 0;
            for (int i = first; i < end; i++)
            {
                int head = words[i].Head;
                roots += head < 0 ? 1 : 0;
                if (head < first || head >= end)
                    continue;
                string relation = words[i].Relation;
                _marks[head - first] |= relation == "aux:pass" ? Marks.PassiveAux : relation == "aux" ? Marks.Aux : relation == "mark" ? Marks.Mark : relation == "conj" ? Marks.Conjunct : Marks.None;
                if (relation.StartsWith("nsubj", StringComparison.Ordinal) && _subjects[head - first] < 0)
                    _subjects[head - first] = i;
            }
            HasTree = roots == 1;
        }

        public bool HasTree { get; }

        public string Universal(int at)
        {
            string relation = _words[at].Relation;
            int colon = relation.IndexOf(':', StringComparison.Ordinal);
            return colon < 0 ? relation : relation[..colon];
        }

        public bool IsImperative(int at)
        {
            int lead = Lead(at, "VB");
            return (Of(at) & (Marks.Aux | Marks.PassiveAux | Marks.Mark)) == 0 && (Of(lead) & (Marks.Aux | Marks.PassiveAux | Marks.Mark)) == 0
                && Universal(lead) is "root" or "parataxis";
        }

        public bool IsPassive(int at)
        {
            if ((Of(at) & (Marks.Aux | Marks.PassiveAux)) != 0)
                return Of(at).HasFlag(Marks.PassiveAux);
            int lead = Lead(at, "VBN");
            return lead == at || Of(lead).HasFlag(Marks.PassiveAux) || !Of(lead).HasFlag(Marks.Aux);
        }

        public bool IsParticiple(int at)
        {
            if ((Of(at) & (Marks.Aux | Marks.PassiveAux)) != 0)
                return true;
            int lead = Lead(at, "VBG");
            return Of(lead).HasFlag(Marks.Aux) || Universal(lead) is "root" or "advcl" or "parataxis" or "case" or "mark";
        }

        public bool IsRelative(int at)
        {
            // The clause is that of the word's head, or of the head's head where the word is inside a phrase ("whose", "in which").
            for (int i = _words[at].Head, steps = 0; i >= _first && i < _end && steps < 4; i = _words[i].Head, steps++)
            {
                if (_words[i].Relation == "acl:relcl")
                    return true;
                if (_words[i].Tag is Upos.Verb)
                    return false;
            }
            return false;
        }

        public (string Number, string Person) Agreement(int at, string lower, bool isPresent)
        {
            if (lower is "am" or "'m" or "’m" or "m")
                return ("Sing", "1");
            int verb = _words[at].Relation is "aux" or "aux:pass" or "cop" && _words[at].Head >= _first ? _words[at].Head : at;
            int subject = _subjects[verb - _first];
            // "They came and went": the second verb has the subject of the first.
            for (int steps = 0; subject < 0 && steps < 8 && _words[verb].Relation == "conj" && _words[verb].Head >= _first; steps++)
            {
                verb = _words[verb].Head;
                subject = _subjects[verb - _first];
            }
            if (subject < 0)
                return isPresent ? ("Plur", "3") : ("Sing", "3");
            Token word = _words[subject];
            // "those who say", "the men that came": the relative stands for what its clause hangs on.
            if (word.Xpos is "WDT" or "WP" && _words[verb].Relation == "acl:relcl" && _words[verb].Head >= _first)
                (subject, word) = (_words[verb].Head, _words[_words[verb].Head]);
            return word.Lower switch
            {
                "i" => ("Sing", "1"),
                "we" => ("Plur", "1"),
                "you" => ("Sing", "2"),
                "they" or "these" or "those" => ("Plur", "3"),
                _ when word.Xpos is "NNS" or "NNPS" || Of(subject).HasFlag(Marks.Conjunct) => ("Plur", "3"),
                _ => isPresent || lower is "were" ? ("Plur", "3") : ("Sing", "3"),
            };
        }

        // The first of the verbs of one form that stand side by side.
        private int Lead(int at, string xpos)
        {
            for (int steps = 0; steps < 8 && _words[at].Relation == "conj" && _words[at].Head >= _first && _words[_words[at].Head].Xpos == xpos; steps++)
                at = _words[at].Head;
            return at;
        }

        private Marks Of(int at) => _marks[at - _first];
    }
}
