using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>The dependency tree of one sentence, counted from its first token, with what parsers of news most often get wrong set right.</summary>
internal sealed class SentenceTree
{
    /// <summary>No chain of dependents is followed further; it keeps damage from costing time.</summary>
    public const int DeepestChain = 40;

    private readonly SentenceView _sentence;
    private readonly int[] _heads;
    private readonly string[] _relations;
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;

    public SentenceTree(SentenceView sentence)
    {
        _sentence = sentence;
        int count = sentence.Count, first = sentence.Sentence.FirstToken;
        _heads = new int[count];
        _relations = new string[count];
        for (int i = 0; i < count; i++)
        {
            int head = sentence[i].Head - first;
            _heads[i] = sentence[i].Head < 0 || head < 0 || head >= count || head == i ? -1 : head;
            _relations[i] = sentence[i].Relation;
        }
        _firstChild = new int[count];
        _nextSibling = new int[count];
        Link();
        Mend(MendFrontedSpeech);
        Mend(MendRetaggedVerbs);
        Mend(MendMarks);
        Mend(MendJoinedNames);
        Mend(MendAsides);
        Mend(MendUnlikeVerbs);
        Mend(MendJoinedParticiples);
        Mend(MendSecondObjects);
        Mend(MendResults);
        Mend(MendBounds);
        Mend(MendBareNumbers);
        Mend(MendSaidClauses);
        Mend(MendSubordinates);
        Mend(MendAgo);
    }

    /// <summary>The token that <paramref name="token"/> depends on; -1 for the root.</summary>
    public int Head(int token) => _heads[token];

    /// <summary>The relation with its subtype: <c>nsubj:pass</c>; empty where the sentence has no tree.</summary>
    public string Relation(int token) => _relations[token];

    /// <summary>The relation without its subtype.</summary>
    public string Plain(int token) => Plain(_relations[token]);

    /// <summary>The dependents of <paramref name="token"/> in text order.</summary>
    public IEnumerable<int> Children(int token)
    {
        for (int child = _firstChild[token]; child >= 0; child = _nextSibling[child])
            yield return child;
    }

    /// <summary>The first dependent by one of the plain relations; -1 where there is none.</summary>
    public int Child(int token, params ReadOnlySpan<string> relations)
    {
        for (int child = _firstChild[token]; child >= 0; child = _nextSibling[child])
        {
            if (relations.Contains(Plain(child)))
                return child;
        }
        return -1;
    }

    /// <summary>Whether <paramref name="token"/> stands below <paramref name="above"/> or is it.</summary>
    public bool IsUnder(int token, int above)
    {
        for (int depth = 0; token >= 0 && depth < DeepestChain; depth++)
        {
            if (token == above)
                return true;
            token = _heads[token];
        }
        return false;
    }

    private void Mend(Func<bool> mend)
    {
        if (mend())
            Link();
    }

    private static string Plain(string relation)
    {
        int colon = relation.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? relation : relation[..colon];
    }

    private void Link()
    {
        Array.Fill(_firstChild, -1);
        Array.Fill(_nextSibling, -1);
        for (int i = _heads.Length - 1; i >= 0; i--)
        {
            if (_heads[i] < 0)
                continue;
            _nextSibling[i] = _firstChild[_heads[i]];
            _firstChild[_heads[i]] = i;
        }
    }

    /// <summary>
    /// "Police, who were outnumbered, fired tear gas, the ministry said": where a verb of saying stands behind what it reports and seems to have
    /// two subjects, the one before the report is the report's.
    /// </summary>
    private bool MendFrontedSpeech()
    {
        bool mended = false;
        for (int verb = 0; verb < _heads.Length; verb++)
        {
            if (_relations[verb] != "ccomp" || _heads[verb] < verb || _sentence.Tag(verb) is not (Upos.Verb or Upos.Aux or Upos.Noun or Upos.Adj) || Child(verb, "nsubj") >= 0)
                continue;
            int said = _heads[verb], outer = -1, inner = -1;
            foreach (int child in Children(said))
            {
                if (Plain(child) != "nsubj")
                    continue;
                if (child < verb)
                    outer = child;
                else
                    inner = child;
            }
            if (outer < 0 || inner < 0)
                continue;
            _heads[outer] = verb;
            _relations[outer] = Child(verb, "aux") is >= 0 and int aux && _relations[aux] == "aux:pass" ? "nsubj:pass" : "nsubj";
            mended = true;
        }
        return mended;
    }

    /// <summary>"The president and the chancellor plan to meet": where a word was taken for a noun, what seemed to describe it is its subject.</summary>
    private bool MendRetaggedVerbs()
    {
        bool mended = false;
        int first = _sentence.Sentence.FirstToken;
        for (int verb = 1; verb < _heads.Length; verb++)
        {
            if (_sentence.Tag(verb) != Upos.Verb || _sentence.Report.Tokens[first + verb].Tag == Upos.Verb)
                continue;
            foreach (int child in Children(verb))
            {
                if (child < verb && Plain(child) is "compound" or "nmod" or "amod" && _sentence.Tag(child) is Upos.Noun or Upos.Propn or Upos.Pron)
                    _relations[child] = "nsubj";
                else if (child > verb && Plain(child) == "acl")
                    _relations[child] = "xcomp";
                mended = true;
            }
        }
        return mended;
    }

    /// <summary>"amid protests by farmers, police surrounded": a mark whose clause would begin with a phrase that nothing governs is the preposition of that phrase.</summary>
    private bool MendMarks()
    {
        bool mended = false;
        for (int mark = 0; mark < _heads.Length; mark++)
        {
            int verb = _heads[mark];
            if (_relations[mark] != "mark" || verb <= mark || _sentence.Lower(mark) is "to" or "that" or "if")
                continue;
            foreach (int child in Children(verb))
            {
                if (child <= mark || child >= verb)
                    continue;
                if (Plain(child) == "obl" && Child(child, "case") < 0 && _sentence.TimeAt[child] < 0 && Child(verb, "nsubj") > child)
                {
                    (_heads[mark], _relations[mark]) = (child, "case");
                    mended = true;
                }
                break;
            }
        }
        return mended;
    }

    /// <summary>
    /// "The club, founded in 1990, closed"; "the mayors elected in April entered": a bare past form before another verb that has no subject only
    /// describes; the other is the verb of the clause.
    /// </summary>
    private bool MendAsides()
    {
        bool mended = false;
        for (int aside = 2; aside < _heads.Length; aside++)
        {
            if (_sentence[aside].Xpos is not ("VBD" or "VBN") || Child(aside, "aux", "cop", "cc") >= 0 || Child(aside, "nsubj") is not (>= 0 and int noun) || noun >= aside)
                continue;
            int verb = VerbBehind(aside, noun);
            if (verb < 0)
                continue;
            int described = noun;
            foreach (int child in Children(aside))
            {
                // "X, a judge turned envoy, denied": the nearest of two subjects is what is described.
                if (child > described && child < aside && Plain(child) == "nsubj")
                    (described, _heads[child], _relations[child]) = (child, noun, "appos");
            }
            foreach (int child in Children(described))
            {
                // "the police and the mayors elected in April": of joined names the last.
                if (child > described && child < aside && Plain(child) == "conj")
                    described = child;
            }
            (_heads[verb], _relations[verb]) = _heads[verb] == aside ? (_heads[aside], _relations[aside]) : (_heads[verb], _relations[verb]);
            (_heads[aside], _relations[aside]) = (described, "acl");
            _heads[noun] = verb;
            for (int i = 0; i < _heads.Length; i++)
            {
                if (_heads[i] == aside && (i < noun || i > verb))
                    _heads[i] = verb;
            }
            mended = true;
        }
        return mended;
    }

    private int VerbBehind(int aside, int noun)
    {
        bool afterMark = _sentence.Tag(aside - 1) == Upos.Punct && _sentence[aside - 1].Text != "\"" && noun < aside - 1;
        for (int verb = aside + 1; verb < _heads.Length; verb++)
        {
            if (_sentence.Tag(verb) != Upos.Verb || !IsFiniteAlone(verb) || Child(verb, "nsubj", "cc", "mark", "expl") >= 0 || Plain(verb) is "amod" or "acl")
                continue;
            bool under = _heads[verb] == aside && Plain(verb) is "conj" or "parataxis" or "ccomp" or "xcomp" or "advcl";
            bool sameMark = afterMark && _sentence[verb - 1].Text == _sentence[aside - 1].Text;
            // A past form is never an open complement; behind a bare participle it is the verb.
            bool wrong = Plain(verb) == "xcomp" && _sentence[verb - 1].Text == ",";
            bool beside = _sentence[aside].Xpos == "VBN" && (under || _heads[verb] == _heads[aside]) && _sentence.Tag(verb - 1) is Upos.Noun or Upos.Propn or Upos.Num or Upos.Pron;
            return (under && (sameMark || wrong)) || beside ? verb : -1;
        }
        return -1;
    }

    /// <summary>"Secretary X and western leaders": what stands behind its own "and" is joined.</summary>
    private bool MendJoinedNames()
    {
        bool mended = false;
        for (int name = 1; name < _heads.Length; name++)
        {
            if (Plain(name) is not ("nmod" or "appos" or "list" or "dep") || _heads[name] < 0 || _heads[name] > name || Child(name, "case") >= 0 || Child(name, "cc") is not (>= 0 and int cc) || cc > name || _sentence.Lower(cc) is not ("and" or "or"))
                continue;
            _relations[name] = "conj";
            mended = true;
        }
        return mended;
    }

    /// <summary>
    /// "accused X of attacking a convoy and called on Y": a verb in the past tense is not joined to a gerund or an infinitive but to the finite
    /// verb above it.
    /// </summary>
    private bool MendUnlikeVerbs()
    {
        bool mended = false;
        for (int verb = 0; verb < _heads.Length; verb++)
        {
            if (_relations[verb] != "conj" || _sentence.Tag(verb) != Upos.Verb || !IsFiniteAlone(verb))
                continue;
            int joined = _heads[verb];
            if (_sentence.Tag(joined) != Upos.Verb || Child(verb, "nsubj") >= 0 || HasFiniteForm(joined))
                continue;
            int above = _heads[joined];
            for (int depth = 0; above >= 0 && depth < DeepestChain && !(_sentence.Tag(above) == Upos.Verb && HasFiniteForm(above)); depth++)
                above = _heads[above];
            if (above < 0 || above > verb)
                continue;
            _heads[verb] = above;
            mended = true;
        }
        return mended;
    }

    /// <summary>"Protesters attacked police and smashed windows": a participle right behind "and" that seems to describe a bare noun is a second verb.</summary>
    private bool MendJoinedParticiples()
    {
        bool mended = false;
        for (int verb = 2; verb < _heads.Length; verb++)
        {
            int noun = _heads[verb];
            if (_relations[verb] != "amod" || _sentence.Tag(verb) != Upos.Verb || _sentence.Tag(verb - 1) != Upos.Cconj || noun <= verb || Child(noun, "det", "case") >= 0
                || !((_sentence[verb].Xpos == "VBN" && _relations[noun] == "conj") || _sentence[verb].Xpos == "VBD"))
                continue;
            int above = _heads[noun];
            for (int depth = 0; above >= 0 && depth < DeepestChain && !(_sentence.Tag(above) == Upos.Verb && HasFiniteForm(above)); depth++)
                above = _heads[above];
            if (above < 0 || above > verb || _sentence[above].Xpos is not ("VBD" or "VBN"))
                continue;
            (_heads[verb], _relations[verb], _heads[noun], _relations[noun]) = (above, "conj", verb, "obj");
            _heads[verb - 1] = verb;
            mended = true;
        }
        return mended;
    }

    /// <summary>"killed 18 people and wounded 20 others": what stands behind the second verb where the first has its object is the second's.</summary>
    private bool MendSecondObjects()
    {
        bool mended = false;
        for (int later = 0; later < _heads.Length; later++)
        {
            int verb = _heads[later];
            if (verb < 0 || verb > later || Plain(later) is not ("obj" or "obl" or "iobj") || _sentence.Tag(verb) != Upos.Verb)
                continue;
            int joined = -1;
            bool hasObject = Plain(later) == "obl" || _sentence[verb].Xpos == "VBN";
            foreach (int child in Children(verb))
            {
                if (child >= later)
                    break;
                if (Plain(child) == "conj" && _sentence.Tag(child) == Upos.Verb)
                    joined = child;
                else if (Plain(child) is "obj" && joined < 0)
                    hasObject = true;
            }
            if (joined < 0 || !hasObject)
                continue;
            _heads[later] = joined;
            mended = true;
        }
        return mended;
    }

    /// <summary>"left nine pupils and a guard dead": a noun with an article of its own does not describe the adjective behind it.</summary>
    private bool MendResults()
    {
        bool mended = false;
        for (int noun = 0; noun < _heads.Length; noun++)
        {
            int result = _heads[noun];
            if (_relations[noun] != "compound" || result <= noun || _sentence.Tag(result) is not (Upos.Adj or Upos.Verb) || _heads[result] < 0 || _relations[result] is not ("obj" or "conj" or "xcomp" or "obl"))
                continue;
            (_heads[noun], _relations[noun]) = (_heads[result], _relations[result]);
            int verb = _heads[noun];
            for (int depth = 0; verb >= 0 && depth < DeepestChain && _sentence.Tag(verb) != Upos.Verb; depth++)
                verb = _heads[verb];
            (_heads[result], _relations[result]) = (verb >= 0 ? verb : noun, verb >= 0 ? "xcomp" : "amod");
            for (int i = 0; i < noun; i++)
            {
                if (_heads[i] == result && Plain(i) is "det" or "nummod" or "amod" or "cc" or "compound")
                    _heads[i] = noun;
            }
            mended = true;
        }
        return mended;
    }

    /// <summary>"left more than a dozen injured": the number is the head of the words that bound it.</summary>
    private bool MendBounds()
    {
        bool mended = false;
        for (int number = 0; number < _heads.Length; number++)
        {
            int bound = _heads[number], quantity = _sentence.QuantityAt[number];
            if (quantity < 0 || bound < 0 || _sentence.QuantityAt[bound] != quantity || _sentence.Tag(number) is not (Upos.Num or Upos.Noun) || _sentence.Tag(bound) is Upos.Num or Upos.Noun or Upos.Propn or Upos.Sym)
                continue;
            int outer = _heads[bound];
            if (outer >= 0 && _sentence.QuantityAt[outer] == quantity)
                continue;
            (_heads[number], _relations[number]) = (outer, outer >= 0 && _sentence.Tag(outer) == Upos.Verb ? number > outer ? "obl" : "nsubj" : outer >= 0 ? "nummod" : "root");
            (_heads[bound], _relations[bound]) = (number, "advmod");
            mended = true;
        }
        return mended;
    }

    /// <summary>"left 3 dead and 2 wounded", "4 injured in a crash": a number without a noun is who is dead or wounded.</summary>
    private bool MendBareNumbers()
    {
        bool mended = false;
        for (int number = 0; number < _heads.Length; number++)
        {
            int state = _heads[number];
            if (_relations[number] != "nummod" || state <= number || state > number + 2 || !(_sentence.Tag(state) == Upos.Adj || _sentence[state].Xpos == "VBN") || _sentence.QuantityAt[number] < 0)
                continue;
            int above = _heads[state];
            string relation = _relations[state];
            if (relation == "conj" && above >= 0 && Plain(above) == "acl" && _heads[above] >= 0 && _heads[above] < above)
                above = _heads[above];
            else if (relation == "xcomp")
                relation = "obj";
            (_heads[number], _relations[number]) = (above, relation);
            (_heads[state], _relations[state]) = (number, "acl");
            mended = true;
        }
        return mended;
    }

    /// <summary>"confirms two people died", "say a boy who was out was hurt": the object of a verb of saying before a finite verb without a subject is that verb's subject.</summary>
    private bool MendSaidClauses()
    {
        bool mended = false;
        for (int verb = 2; verb < _heads.Length; verb++)
        {
            if (_sentence.Tag(verb) != Upos.Verb || !HasFiniteForm(verb) || Child(verb, "nsubj") >= 0)
                continue;
            int noun = -1, saying = -1;
            if (_relations[verb] == "conj" && Child(verb, "cc") < 0)
                saying = _heads[verb];
            else if (_relations[verb] == "acl:relcl" && _heads[verb] >= 0 && Plain(_heads[verb]) == "obj" && !HasRelative(_heads[verb] + 1, verb))
                (noun, saying) = (_heads[verb], _heads[_heads[verb]]);
            if (saying < 0 || saying > verb || !ClauseFinder.IsSaying(_sentence.Lemma(saying)))
                continue;
            noun = noun >= 0 ? noun : Child(saying, "obj");
            if (noun < saying || noun > verb)
                continue;
            bool passive = Child(verb, "aux") is >= 0 and int aux && _relations[aux] == "aux:pass";
            (_heads[noun], _relations[noun]) = (verb, passive ? "nsubj:pass" : "nsubj");
            (_heads[verb], _relations[verb]) = (saying, "ccomp");
            mended = true;
        }
        return mended;
    }

    /// <summary>"a day after 30 soldiers and 52 protesters were injured": a phrase under "after" right before a finite verb without a subject is its subject.</summary>
    private bool MendSubordinates()
    {
        bool mended = false;
        for (int verb = 2; verb < _heads.Length; verb++)
        {
            if (_sentence.Tag(verb) != Upos.Verb || !HasFiniteForm(verb) || Child(verb, "nsubj", "expl", "cc") >= 0 || Plain(verb) is "root" or "acl")
                continue;
            int before = verb - 1;
            while (before > 0 && _heads[before] == verb && Plain(before) is "aux" or "advmod")
                before--;
            int noun = before, marker = -1;
            for (int depth = 0; noun >= 0 && depth < DeepestChain && !(Plain(noun) is "obl" or "nmod" && (marker = Opener(noun)) >= 0); depth++)
                noun = _heads[noun] < verb && Plain(noun) is "conj" or "compound" or "flat" or "amod" or "nummod" or "nmod" or "obl" ? _heads[noun] : -1;
            if (noun < 0 || marker < 0 || _heads[noun] < 0 || _heads[noun] == verb || noun > verb)
                continue;
            bool passive = Child(verb, "aux") is >= 0 and int aux && _relations[aux] == "aux:pass";
            (_heads[verb], _relations[verb]) = (_heads[noun], "advcl");
            (_heads[noun], _relations[noun]) = (verb, passive ? "nsubj:pass" : "nsubj");
            (_heads[marker], _relations[marker]) = (verb, "mark");
            mended = true;
        }
        return mended;
    }

    private int Opener(int noun)
    {
        int opener = Child(noun, "case");
        return opener >= 0 && opener < noun && _sentence.Lower(opener) is "after" or "before" or "since" or "until" or "as" ? opener : -1;
    }

    private bool HasRelative(int first, int verb)
    {
        for (int i = first; i < verb; i++)
        {
            if (_sentence.Lower(i) is "who" or "which" or "that" or "whose" or "whom" && _heads[i] == verb)
                return true;
        }
        return false;
    }

    /// <summary>"arrested the general two decades ago": what stands before a time is not described by it.</summary>
    private bool MendAgo()
    {
        bool mended = false;
        for (int i = 1; i + 1 < _heads.Length; i++)
        {
            int time = _sentence.TimeAt[i];
            if (time < 0 || _sentence.TimeAt[i - 1] == time || _sentence.Tag(i) != Upos.Num || _relations[i - 1] is not ("amod" or "compound") || _sentence.TimeAt[_heads[i - 1]] != time)
                continue;
            int verb = _heads[i - 1];
            for (int depth = 0; verb >= 0 && depth < DeepestChain && _sentence.Tag(verb) != Upos.Verb; depth++)
                verb = _heads[verb];
            if (verb < 0 || verb > i)
                continue;
            for (int k = i - 2; k > verb && _heads[k] == _heads[i - 1]; k--)
                _heads[k] = i - 1;
            (_heads[i - 1], _relations[i - 1]) = (verb, "obj");
            mended = true;
        }
        return mended;
    }

    private bool IsFiniteAlone(int verb) => _sentence[verb].Xpos is "VBD" or "VBZ";

    private bool HasFiniteForm(int verb)
    {
        if (_sentence[verb].Xpos is "VBD" or "VBZ" or "VBP")
            return true;
        foreach (int child in Children(verb))
        {
            if (Plain(child) is "aux" or "cop" && _sentence[child].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
                return true;
        }
        return Plain(verb) is "root" or "parataxis" && Child(verb, "mark") < 0;
    }
}
