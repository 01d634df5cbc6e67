using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Mends of sentences that put one participant in front of the rest.</summary>
internal sealed partial class ClauseTree
{
    private const int WidestFocus = 10;

    /// <summary>"It was Turkey that Greece accused": the clause describes whom it puts forward, as its object where a subject of its own follows, else as its subject.</summary>
    private bool MendClefts()
    {
        bool mended = false;
        for (int it = 0; it + 4 < _heads.Length; it++)
        {
            if (_sentence.Lower(it) != "it" || _sentence.Lower(it + 1) is not ("is" or "was"))
                continue;
            int relative = -1;
            for (int i = it + 3; i < Math.Min(_heads.Length - 1, it + WidestFocus) && relative < 0; i++)
            {
                if (_sentence.Lower(i) is "that" or "who" or "whom")
                    relative = i;
                else if (_sentence.Tag(i) is Upos.Verb or Upos.Punct or Upos.Adv or Upos.Sconj)
                    break;
            }
            int shown = relative - 1;
            if (relative < 0 || _sentence.Tag(shown) is not (Upos.Noun or Upos.Propn))
                continue;
            while (_heads[shown] > it && _heads[shown] < shown && Plain(shown) is "flat" or "conj" or "nmod" or "compound")
                shown = _heads[shown];
            int verb = relative + 1;
            while (verb < Math.Min(_heads.Length, relative + WidestFocus) && !(_sentence.Tag(verb) == Upos.Verb && (_sentence[verb].Xpos == "VBN" || HasFiniteForm(verb))))
                verb++;
            if (verb >= Math.Min(_heads.Length, relative + WidestFocus) || Child(verb, "obj") is int own && own > verb && verb > relative + 2)
                continue;
            int subject = verb - 1;
            while (subject > relative && _sentence.Tag(subject) is Upos.Aux or Upos.Adv or Upos.Part)
                subject--;
            bool passive = Child(verb, "aux") is >= 0 and int aux && _relations[aux] == "aux:pass";
            if (subject > relative)
            {
                if (_sentence.Tag(subject) is not (Upos.Noun or Upos.Propn or Upos.Pron))
                    continue;
                for (int step = 0; step < WidestFocus && _heads[subject] > relative && _heads[subject] < subject && Plain(subject) is "flat" or "conj" or "nmod"; step++)
                    subject = _heads[subject];
                (_heads[subject], _relations[subject]) = (verb, passive ? "nsubj:pass" : "nsubj");
                (_heads[relative], _relations[relative]) = (verb, "obj");
            }
            else
                (_heads[relative], _relations[relative]) = (verb, passive ? "nsubj:pass" : "nsubj");
            (_heads[verb], _relations[verb]) = (shown, "acl:relcl");
            mended = true;
        }
        return mended;
    }

    /// <summary>"nobody but the rebels attacked": the rebels did.</summary>
    private bool MendExceptions()
    {
        for (int none = 0; none + 3 < _heads.Length; none++)
        {
            bool one = _sentence.Lower(none) == "no" && _sentence.Lower(none + 1) == "one";
            int but = one ? none + 2 : none + 1, head = one ? none + 1 : none;
            if (!(one || _sentence.Lower(none) is "nobody" or "none" or "no-one") || _sentence.Lower(but) is not ("but" or "except"))
                continue;
            int verb = Plain(head) == "nsubj" ? _heads[head] : -1;
            for (int i = but + 1; i < verb; i++)
            {
                if (_sentence.Tag(i) is not (Upos.Noun or Upos.Propn) || (_heads[i] > but && _heads[i] < verb && _sentence.Tag(_heads[i]) is Upos.Noun or Upos.Propn))
                    continue;
                (_heads[i], _relations[i]) = (verb, _relations[head]);
                (_heads[head], _relations[head]) = (i, "det");
                return true;
            }
        }
        return false;
    }
}
