using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Finds the noun phrases of a sentence: each head of the tree with its modifiers before it, without what depends on it behind.</summary>
internal sealed class PhraseFinder
{
    private const int LongestMention = 16;

    private readonly SentenceView _s;
    private readonly ClauseTree _tree;
    private readonly int[] _atomFirst;
    private readonly int[] _atomEnd;

    private PhraseFinder(SentenceView s, ClauseTree tree)
    {
        _s = s;
        _tree = tree;
        _atomFirst = new int[s.Count];
        _atomEnd = new int[s.Count];
        FindAtoms();
    }

    /// <summary>The phrases in text order, and for each token the phrase that covers it.</summary>
    public static (List<NounPhrase> Phrases, NounPhrase?[] At) Find(SentenceView s, ClauseTree tree)
    {
        PhraseFinder finder = new(s, tree);
        NounPhrase?[] at = new NounPhrase?[s.Count];
        List<NounPhrase> phrases = [];
        for (int i = 0; i < s.Count; i++)
        {
            if (at[i] is not null || !finder.IsHead(i))
                continue;
            NounPhrase phrase = finder.Phrase(i, at);
            for (int k = phrase.First; k < phrase.End; k++)
                at[k] = phrase;
            phrases.Add(phrase);
        }
        phrases.Sort((left, right) => left.First.CompareTo(right.First));
        foreach (NounPhrase phrase in phrases)
            finder.Attach(phrase, at);
        return (phrases, at);
    }

    /// <summary>A mention is one thing, whatever the tree makes of its words: "the Ministry of Defence".</summary>
    private void FindAtoms()
    {
        for (int i = 0; i < _s.Count;)
        {
            int end = i + 1;
            if (_s.MentionAt[i] >= 0)
            {
                while (end < _s.Count && _s.MentionAt[end] == _s.MentionAt[i] && end - i < LongestMention)
                    end++;
            }
            // A verb or a mark that splits clauses inside a mention is a slip of its finder.
            for (int k = i; k < end; k++)
                (_atomFirst[k], _atomEnd[k]) = (i, end);
            i = end;
        }
    }

    /// <summary>The token of an atom whose head stands outside it.</summary>
    private int AtomHead(int token)
    {
        int first = _atomFirst[token], end = _atomEnd[token];
        if (end - first == 1)
            return token;
        int found = -1;
        for (int i = first; i < end; i++)
        {
            if (_tree.Head(i) >= first && _tree.Head(i) < end)
                continue;
            // Words that only govern or point hang outside where the tree is wrong; the name is the head.
            bool nominal = _s.Tag(i) is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num or Upos.Adj;
            if (found < 0 || (nominal && (_s.Tag(found) is not (Upos.Noun or Upos.Propn or Upos.Pron) || _s.Report.Mentions[_s.MentionAt[i]].HeadSpan.Contains(_s[i].Span))))
                found = i;
        }
        return found < 0 ? end - 1 : found;
    }

    private bool IsHead(int token)
    {
        if (AtomHead(token) != token || (_s.QuantityAt[token] >= 0 && _tree.Head(token) is >= 0 and int whole && _s.QuantityAt[whole] == _s.QuantityAt[token]))
            return false;
        string relation = _tree.Plain(token);
        Upos tag = _s.Tag(token);
        if (relation is "det" or "amod" or "nummod" or "compound" or "flat" or "fixed" or "case" or "mark" or "cc" or "punct" or "aux" or "cop" or "advmod" or "discourse" or "goeswith" or "expl"
            || _tree.Relation(token) == "nmod:poss")
        {
            return relation == "expl" || (relation is "advmod" && tag is Upos.Noun or Upos.Propn);
        }
        // "a June 1 summit", "Secretary General X": what stands before its noun belongs to it.
        if (IsInner(_tree.Relation(token)) && _tree.Head(token) > token)
            return false;
        if (relation == "conj" && IsInner(_tree.Relation(_tree.Head(token))) && tag is not (Upos.Noun or Upos.Propn or Upos.Pron))
            return false;
        return tag is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num or Upos.Sym
            || (tag is Upos.Adj or Upos.Det && relation is "nsubj" or "obj" or "iobj" or "obl" or "nmod" or "appos")
            || (_s.MentionAt[token] >= 0 && relation is "nsubj" or "obj" or "iobj" or "obl" or "nmod" or "appos" or "conj");
    }

    private static bool IsInner(string relation) => relation is "det" or "amod" or "nummod" or "compound" or "flat" or "fixed" or "nmod:poss" or "goeswith" or "det:predet" or "nmod:desc" or "advmod" or "cc:preconj" or "nmod:unmarked";

    /// <summary>Whether the token belongs to the phrase of <paramref name="head"/> by relations that stay inside a phrase.</summary>
    private bool BelongsTo(int token, int head)
    {
        for (int depth = 0; depth < 12; depth++)
        {
            if (token == head)
                return true;
            string relation = _tree.Relation(token);
            int above = _tree.Head(token);
            if (above < 0)
                return false;
            bool owner = relation == "case" && _s.Lower(token) is "'s" or "'" or "’s" or "’";
            bool joined = relation is "conj" or "cc" or "punct" && IsInner(_tree.Relation(above));
            bool bound = _s.QuantityAt[token] >= 0 && _s.QuantityAt[token] == _s.QuantityAt[above];
            if (!IsInner(relation) && !owner && !joined && !bound)
                return false;
            token = above;
        }
        return false;
    }

    private NounPhrase Phrase(int head, NounPhrase?[] at)
    {
        int first = _atomFirst[head], end = _atomEnd[head];
        while (first > 0 && at[first - 1] is null && (Extends(first - 1, head, left: true) || (_s.QuantityAt[first] >= 0 && _s.QuantityAt[first - 1] == _s.QuantityAt[first])))
            first--;
        // Marks and small words at the border belong to nobody.
        while (first < head && _s.Tag(first) is Upos.Punct or Upos.Cconj && first < _atomFirst[head])
            first++;
        while (end < _s.Count && at[end] is null && (Extends(end, head, left: false) || (_s.QuantityAt[end] >= 0 && _s.QuantityAt[end] == _s.QuantityAt[end - 1])))
            end++;
        while (end > _atomEnd[head] && _s.Tag(end - 1) is Upos.Punct)
            end--;
        int own = head;
        if (_s.MentionAt[head] >= 0)
        {
            // "forces from the north": the mention says which of its words is the head.
            int said = _s.TokenAt(_s.Report.Mentions[_s.MentionAt[head]].HeadSpan.End - 1);
            if (said >= first && said < end && _s.QuantityAt[said] < 0)
                own = said;
        }
        if (Counted(own, ref end, at) is >= 0 and int counted)
            own = counted;
        return new NounPhrase(first, end, own) { Mention = MentionOf(first, end, own), IsTime = _s.TimeAt[own] >= 0 };
    }

    /// <summary>"hundreds of farmers", "a total of nine people": what is counted is the head, the number goes before it; -1 where nothing is.</summary>
    private int Counted(int head, ref int end, NounPhrase?[] at)
    {
        // "90 percent of the population": a share is not what it is a share of.
        if (_s.QuantityAt[head] < 0 || _s.Report.Quantities[_s.QuantityAt[head]].Kind != QuantityKind.Count || _s.Tag(head) == Upos.Num)
            return -1;
        // The mention may hold the whole already.
        for (int i = end - 1; i > head; i--)
        {
            if (_s.QuantityAt[i] < 0 && _s.Tag(i) is Upos.Noun or Upos.Propn && _s.MentionAt[i] == _s.MentionAt[head])
                return i;
        }
        foreach (int child in _tree.Children(head))
        {
            if (_tree.Plain(child) != "nmod" || child < head || child > head + 5 || _s.Tag(child) is not (Upos.Noun or Upos.Propn) || _tree.Child(child, "case") is not (>= 0 and int of) || _s.Lower(of) != "of" || at[child] is not null)
                continue;
            end = Math.Max(end, _atomEnd[child]);
            return child;
        }
        return -1;
    }

    private bool Extends(int token, int head, bool left)
    {
        // "his 12- and 10-year-old sons": the phrase is read from its last number on.
        if (_s.Tag(token) is Upos.Punct && _s[token].Text is "-" && _s.Tag(token + 1) == Upos.Cconj)
            return false;
        if (_s.Tag(token) is Upos.Punct)
        {
            // The "fake" mayors; a small, wooden boat.
            int next = token + (left ? -1 : 1);
            return left && next >= 0 && _s.Tag(next) is not Upos.Punct && BelongsTo(next, head) && _tree.Head(next) >= token - 2;
        }
        if (!BelongsTo(token, head))
            return false;
        // A time before a name or behind a noun is a phrase of its own: "last May Agnes Moor", "talks Monday".
        if (left && _s.TimeAt[token] >= 0 && _s.TimeAt[token] != _s.TimeAt[head] && _s.MentionAt[head] >= 0 && _s.Report.Mentions[_s.MentionAt[head]].Form == MentionForm.Name)
            return false;
        return left || _s.TimeAt[token] < 0 || _s.TimeAt[token] == _s.TimeAt[head];
    }

    private int MentionOf(int first, int end, int head)
    {
        if (_s.MentionAt[head] >= 0)
            return _s.MentionAt[head];
        for (int i = end - 1; i >= first; i--)
        {
            int mention = _s.MentionAt[i];
            if (mention >= 0 && _s.Report.Mentions[mention].HeadSpan.Contains(_s[head].Span))
                return mention;
        }
        return -1;
    }

    /// <summary>Finds the preposition of a phrase and the phrase it is joined to.</summary>
    private void Attach(NounPhrase phrase, NounPhrase?[] at)
    {
        int head = TreeHead(phrase);
        for (int i = phrase.First; i < phrase.End; i++)
        {
            if (_tree.Head(i) >= phrase.First && _tree.Head(i) < phrase.End)
                continue;
            foreach (int child in _tree.Children(i))
            {
                // "killed at least 15": the words that bound a number govern nothing.
                if (_tree.Plain(child) == "case" && child < phrase.First && _s.QuantityAt[child] < 0 && _s.Lower(child) is not ("'s" or "’s"))
                    phrase.Preposition = LastOf(child, phrase.First);
            }
        }
        if (_tree.Plain(head) == "conj" && Conjunct(head) is { } joined && at[joined] is { } host && host != phrase && host.First < phrase.First)
        {
            // "injured 30 soldiers of a force and 50 protesters": what is counted joins what is counted.
            if (IsCounted(phrase) && host.Preposition >= 0 && !IsCounted(host) && _s.Lower(host.Preposition) is "of" or "from" or "with" or "in"
                && host.Preposition > 0 && at[host.Preposition - 1] is { } counted && IsCounted(counted))
                host = counted;
            phrase.JoinedTo = host;
            if (phrase.Preposition < 0)
                phrase.Preposition = host.Preposition;
        }
    }

    private bool IsCounted(NounPhrase phrase) => _s.QuantityAt[phrase.First] >= 0 || (phrase.First + 1 < phrase.End && _s.QuantityAt[phrase.First + 1] >= 0 && _s.Tag(phrase.First) == Upos.Det);

    // Of joined members each hangs on the first; the nearest before tells the list apart.
    private int Conjunct(int head)
    {
        int first = _tree.Head(head), nearest = first;
        foreach (int child in _tree.Children(first))
        {
            if (child < head && child > nearest && _tree.Plain(child) == "conj")
                nearest = child;
        }
        return nearest;
    }

    private int LastOf(int preposition, int before)
    {
        int last = preposition;
        foreach (int child in _tree.Children(preposition))
        {
            if (_tree.Plain(child) == "fixed" && child < before)
                last = Math.Max(last, child);
        }
        return last;
    }

    /// <summary>The token of <paramref name="phrase"/> that hangs outside it.</summary>
    private int TreeHead(NounPhrase phrase)
    {
        if (_tree.Head(phrase.Head) is int above && (above < phrase.First || above >= phrase.End))
            return phrase.Head;
        for (int i = phrase.End - 1; i >= phrase.First; i--)
        {
            if (_tree.Head(i) is int outer && (outer < phrase.First || outer >= phrase.End) && _tree.Plain(i) is not ("punct" or "case" or "cc" or "det"))
                return i;
        }
        return phrase.Head;
    }
}
