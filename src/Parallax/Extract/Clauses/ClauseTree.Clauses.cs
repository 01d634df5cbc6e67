using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Mends of how clauses hang on one another.</summary>
internal sealed partial class ClauseTree
{
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
        if (_heads.Length > 1 && _sentence.Tag(0) == Upos.Noun && _sentence.Report.Tokens[first].Tag == Upos.Verb && _heads[1] == 0)
        {
            (_heads[1], _relations[1], _heads[0], _relations[0]) = (_heads[0], _relations[0], 1, "nsubj");
            for (int i = 2; i < _heads.Length; i++)
            {
                if (_heads[i] == 0)
                    _heads[i] = 1;
            }
            mended = true;
        }
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
                if (Plain(child) is "obl" or "obj" or "nsubj" && Child(child, "case") < 0 && _sentence.TimeAt[child] < 0 && LastSubject(verb) > child)
                {
                    (_heads[mark], _relations[mark], _relations[child]) = (child, "case", "obl");
                    mended = true;
                }
                break;
            }
        }
        return mended;
    }

    private int LastSubject(int verb)
    {
        int last = -1;
        foreach (int child in Children(verb))
        {
            if (Plain(child) == "nsubj" && child < verb)
                last = child;
        }
        return last;
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

    /// <summary>
    /// "accused X of attacking a convoy and called on Y": a verb in the past tense is not joined to a gerund or an infinitive but to the finite
    /// verb above it.
    /// </summary>
    private bool MendUnlikeVerbs()
    {
        bool mended = false;
        for (int verb = 0; verb < _heads.Length; verb++)
        {
            int joined = _heads[verb];
            // A participle is not joined to a gerund either.
            bool past = IsFiniteAlone(verb) || (_sentence[verb].Xpos == "VBN" && joined >= 0 && _sentence[joined].Xpos == "VBG" && Child(verb, "aux") < 0);
            if (_relations[verb] != "conj" || _sentence.Tag(verb) != Upos.Verb || !past)
                continue;
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

    /// <summary>"confirms two people died", "say a boy who was out was hurt": the object of a verb of saying before a finite verb without a subject is that verb's subject.</summary>
    private bool MendSaidClauses()
    {
        bool mended = false;
        for (int verb = 2; verb < _heads.Length; verb++)
        {
            if (_sentence.Tag(verb) != Upos.Verb || !HasFiniteForm(verb))
                continue;
            if (Child(verb, "nsubj") is >= 0 and int last)
            {
                mended |= JoinSubjects(verb, last);
                continue;
            }
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

    // "confirms two soldiers and a guard died": the first of the list was taken for an object.
    private bool JoinSubjects(int verb, int last)
    {
        int saying = _heads[verb];
        if (_relations[verb] != "conj" || saying < 0 || Child(verb, "cc") >= 0 || Child(last, "cc") is not (>= 0 and int and) || and > last || !ClauseFinder.IsSaying(_sentence.Lemma(saying))
            || Child(saying, "obj") is not (>= 0 and int first) || first < saying || first > and)
            return false;
        (_heads[first], _relations[first]) = (verb, _relations[last]);
        (_heads[last], _relations[last]) = (first, "conj");
        (_heads[verb], _relations[verb]) = (saying, "ccomp");
        return true;
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
}
