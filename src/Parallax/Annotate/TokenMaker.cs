using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Makes tokens of what the sentence reader says.</summary>
internal sealed class TokenMaker(Lemmatizer lemmatizer)
{
    private readonly WordPool _pool = new();

    /// <summary>Appends the words of one sentence, whose spans begin at <paramref name="first"/>.</summary>
    public void Words(string text, IReadOnlyList<TextSpan> spans, int first, string[] forms, SentenceReading reading, List<Token> words)
    {
        for (int i = 0; i < forms.Length; i++)
        {
            WordReading word = reading.Words[i];
            words.Add(Make(spans[first + i], forms[i], word.Tag, word.Xpos, word.Head < 0 ? -1 : first + word.Head, word.Relation));
        }
    }

    /// <summary>
    /// Appends the tokens that the words from <paramref name="first"/> on make up: a compound takes tag, head and relation from the word of it
    /// that hangs on a word outside. Returns, for each word of the sentence, the number of its token in the sentence.
    /// </summary>
    public int[] Tokens(string text, List<Token> words, int first, List<TextSpan> joined, List<Token> tokens)
    {
        int firstToken = tokens.Count, count = words.Count - first;
        int[] tokenOf = new int[count];
        for (int word = 0, token = 0; word < count; word++)
        {
            while (words[first + word].Span.Start >= joined[token].End)
                token++;
            tokenOf[word] = token;
        }
        bool[] passive = new bool[count];
        for (int word = first; word < words.Count; word++)
        {
            if (words[word].Relation == "aux:pass" && words[word].Head >= first)
                passive[words[word].Head - first] = true;
        }
        int Head(Token word) => word.Head < 0 ? -1 : firstToken + tokenOf[word.Head - first];
        for (int word = 0; word < count;)
        {
            int token = tokenOf[word], end = word + 1;
            while (end < count && tokenOf[end] == token)
                end++;
            Token made = words[first + word];
            // "after being shot": whatever else the word can be, under the auxiliary of a passive it is a participle.
            if (passive[word] && made.Tag is Upos.Noun or Upos.Adj)
                made = Make(made.Span, made.Text, Upos.Verb, "VBN", made.Head, made.Relation);
            int head = Head(made);
            if (end > word + 1)
            {
                for (int i = word + 1; i < end && head == firstToken + token; i++)
                {
                    made = words[first + i];
                    head = Head(made);
                }
                string form = joined[token].Of(text);
                // "U.S.-led" and "long-running" say how something is, not what anyone does.
                (Upos tag, string xpos) = made.Tag == Upos.Verb && made.Xpos is "VBN" or "VBG" && form.Contains('-', StringComparison.Ordinal) && made.Relation is not ("root" or "conj" or "ccomp" or "advcl" or "parataxis")
                    ? (Upos.Adj, "JJ") : (made.Tag, made.Xpos);
                made = Make(joined[token], form, tag, xpos, head, made.Relation);
            }
            else if (head != made.Head)
            {
                made = made with { Head = head };
            }
            tokens.Add(made);
            word = end;
        }
        return tokenOf;
    }

    private Token Make(TextSpan span, string form, Upos tag, string xpos, int head, string relation)
    {
        string lower = _pool.Shared(Folding.Fold(form));
        return new Token(span, _pool.Shared(form), lower, _pool.Shared(lemmatizer.Lemma(form, tag, xpos)), tag, FormOf(tag, xpos, lower), xpos, head, relation);
    }

    private static VerbForm FormOf(Upos tag, string xpos, string lower)
    {
        if (tag is not (Upos.Verb or Upos.Aux))
            return VerbForm.None;
        return xpos switch
        {
            "VBD" => VerbForm.Past,
            "VBN" => VerbForm.PastParticiple,
            "VBG" => VerbForm.Gerund,
            "VBZ" => VerbForm.Present,
            "MD" => lower is "could" or "would" or "might" or "'d" ? VerbForm.Past : VerbForm.Base,
            "VB" or "VBP" => VerbForm.Base,
            _ => lower.EndsWith("ed", StringComparison.Ordinal) ? VerbForm.PastParticiple
                : lower.EndsWith("ing", StringComparison.Ordinal) ? VerbForm.Gerund : VerbForm.Base,
        };
    }
}
