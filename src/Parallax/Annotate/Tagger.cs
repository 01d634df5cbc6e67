using Parallax.Data;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>
/// Gives every token its part of speech, verb form and lemma: the likeliest row of tags by counted word uses, endings, capitals
/// and neighbours (a second-order hidden Markov model over pairs of universal and Penn tags).
/// </summary>
internal sealed class Tagger
{
    private readonly TaggerModel _model;
    private readonly WordTags _words;
    private readonly Lemmatizer _lemmatizer;
    private readonly TagRepair _repair;

    public Tagger(LanguageData data)
    {
        _model = new TaggerModel(data);
        _lemmatizer = new Lemmatizer(data);
        _words = new WordTags(data, _model);
        _repair = new TagRepair(_model, _lemmatizer);
    }

    /// <summary>Fills <paramref name="tokens"/> for the tokens of <paramref name="sentence"/>.</summary>
    public void Tag(string text, IReadOnlyList<TextSpan> spans, Sentence sentence, Token[] tokens)
    {
        int count = sentence.EndToken - sentence.FirstToken;
        string[] words = new string[count];
        for (int i = 0; i < count; i++)
            words[i] = spans[sentence.FirstToken + i].Of(text);
        string[] lower = Array.ConvertAll(words, Folding.Fold);
        int[] states = States(words, lower);
        _repair.Mend(lower, states);
        for (int i = 0; i < count; i++)
        {
            string name = _model.Name(states[i]);
            int bar = name.IndexOf('|', StringComparison.Ordinal);
            string penn = name[(bar + 1)..];
            Upos tag = ParseUpos(name.AsSpan(0, bar));
            VerbForm form = tag is Upos.Verb or Upos.Aux ? FormOf(penn, lower, i) : VerbForm.None;
            string lemma = _lemmatizer.Lemma(words[i], tag, penn);
            tokens[sentence.FirstToken + i] = new Token(spans[sentence.FirstToken + i], words[i], lower[i], lemma, tag, form, penn);
        }
    }

    /// <summary>The universal and Penn tags of the words of one sentence, e.g. <c>VERB|VBD</c>.</summary>
    internal string[] TagPairs(string[] words) =>
        Array.ConvertAll(Mended(words), _model.Name);

    private int[] Mended(string[] words)
    {
        string[] lower = Array.ConvertAll(words, Folding.Fold);
        int[] states = States(words, lower);
        _repair.Mend(lower, states);
        return states;
    }

    private int[] States(string[] words, string[] lower)
    {
        int count = words.Length;
        if (count == 0)
            return [];
        bool shouted = IsTitleCase(words);
        TagCandidate[][] candidates = new TagCandidate[count + 1][];
        bool first = true;
        for (int i = 0; i < count; i++)
        {
            candidates[i] = _words.Candidates(words[i], lower[i], first, shouted);
            // A quotation mark, bracket or number does not use up the capital of the first word.
            first = first && !words[i].Any(char.IsLetter);
        }
        candidates[count] = [new TagCandidate(TaggerModel.End, 0)];
        return Decode(candidates, count);
    }

    // Viterbi over pairs of tags; a word has a handful of candidates, so the work is linear in the length of the sentence.
    private int[] Decode(TagCandidate[][] candidates, int count)
    {
        TagCandidate[] begin = [new TagCandidate(TaggerModel.Start, 0)];
        long[,] scores = new long[1, 1];
        int[][,] back = new int[count + 1][,];
        TagCandidate[] older = begin, previous = begin;
        for (int i = 0; i <= count; i++)
        {
            TagCandidate[] here = candidates[i];
            long[,] best = new long[previous.Length, here.Length];
            int[,] from = new int[previous.Length, here.Length];
            for (int j = 0; j < previous.Length; j++)
            {
                for (int k = 0; k < here.Length; k++)
                {
                    long top = long.MinValue;
                    for (int h = 0; h < older.Length; h++)
                    {
                        long score = scores[h, j] + _model.Next(older[h].State, previous[j].State, here[k].State);
                        if (score > top)
                            (top, from[j, k]) = (score, h);
                    }
                    best[j, k] = top + here[k].Score;
                }
            }
            (scores, back[i], older, previous) = (best, from, previous, here);
        }
        int[] states = new int[count];
        int at = 0;
        for (int j = 1; j < older.Length; j++)
        {
            if (scores[j, 0] > scores[at, 0])
                at = j;
        }
        int next = 0;
        for (int i = count; i > 0; i--)
        {
            states[i - 1] = candidates[i - 1][at].State;
            int before = back[i][at, next];
            (next, at) = (at, before);
        }
        return states;
    }

    private static bool IsTitleCase(string[] words)
    {
        int capital = 0, small = 0;
        foreach (string word in words)
        {
            if (word.Length < 4 || !char.IsLetter(word[0]))
                continue;
            if (char.IsUpper(word[0]))
                capital++;
            else
                small++;
        }
        return capital + small > 2 && capital > 3 * small;
    }

    private static Upos ParseUpos(ReadOnlySpan<char> name) => name switch
    {
        "ADJ" => Upos.Adj,
        "ADP" => Upos.Adp,
        "ADV" => Upos.Adv,
        "AUX" => Upos.Aux,
        "CCONJ" => Upos.Cconj,
        "DET" => Upos.Det,
        "INTJ" => Upos.Intj,
        "NOUN" => Upos.Noun,
        "NUM" => Upos.Num,
        "PART" => Upos.Part,
        "PRON" => Upos.Pron,
        "PROPN" => Upos.Propn,
        "PUNCT" => Upos.Punct,
        "SCONJ" => Upos.Sconj,
        "SYM" => Upos.Sym,
        "VERB" => Upos.Verb,
        _ => Upos.X,
    };

    private static VerbForm FormOf(string penn, string[] lower, int at) => penn switch
    {
        "VBD" => VerbForm.Past,
        "VBN" => VerbForm.PastParticiple,
        "VBG" => VerbForm.Gerund,
        "VBZ" => VerbForm.Present,
        "MD" => lower[at] is "could" or "would" or "might" or "'d" ? VerbForm.Past : VerbForm.Base,
        "VB" or "VBP" => VerbForm.Base,
        _ => lower[at].EndsWith("ed", StringComparison.Ordinal) ? VerbForm.PastParticiple
            : lower[at].EndsWith("ing", StringComparison.Ordinal) ? VerbForm.Gerund : VerbForm.Base,
    };
}
