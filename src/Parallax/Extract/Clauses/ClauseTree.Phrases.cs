using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Mends of how phrases hang on their clause.</summary>
internal sealed partial class ClauseTree
{
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
}
