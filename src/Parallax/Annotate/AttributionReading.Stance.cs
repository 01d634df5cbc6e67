using Parallax.Text;

namespace Parallax.Annotate;

// What somebody is confident of, worried about or unwilling to do: adjectives of a stance with what they bring.
internal sealed partial class AttributionReading
{
    private static readonly HashSet<string> s_ofStance = new(StringComparer.Ordinal)
    {
        "afraid", "ashamed", "aware", "certain", "confident", "contemptuous", "convinced", "critical", "disdainful", "dismissive", "distrustful", "envious", "fearful", "fond", "hopeful", "ignorant", "mindful", "mistrustful", "protective",
        "proud", "sceptical", "skeptical", "scornful", "supportive", "sure", "suspicious", "tired", "tolerant", "unaware", "uncertain", "unsure", "wary", "weary",
    };

    private static readonly HashSet<string> s_withStance = new(StringComparer.Ordinal)
    {
        "angry", "annoyed", "comfortable", "content", "delighted", "disappointed", "displeased", "dissatisfied", "frustrated", "furious", "happy", "impatient", "impressed", "pleased", "satisfied", "uncomfortable", "unhappy",
    };

    private static readonly HashSet<string> s_willing = new(StringComparer.Ordinal)
    {
        "anxious", "desperate", "disinclined", "eager", "glad", "happy", "hesitant", "impatient", "inclined", "keen", "loath", "prepared", "proud", "reluctant", "unwilling", "willing",
    };

    private void Stance(int adjective)
    {
        // "is confident", "remains confident"
        int feels = _tree.Relation(adjective) == "xcomp" && _tree.Head(adjective) is >= 0 and int above && _tree[above].Lemma is "remain" or "feel" or "become" or "sound" or "grow" or "stay" ? above : -1;
        if ((feels < 0 && _tree.Child(adjective, "cop") < 0) || _tree.Child(feels >= 0 ? feels : adjective, "nsubj") is not (>= 0 and int subject) || _tree[subject].Lower is "it" or "this" or "that" or "what" or "there" or "which")
            return;
        foreach (int child in _tree.Of(adjective))
        {
            int word = child > adjective ? IntroducerToken(child) : -1;
            if (word <= adjective)
                continue;
            string lower = _tree[word].Lower;
            bool beside = word == adjective + 1;
            bool brings = (_tree.Plain(child), lower) switch
            {
                ("ccomp", "that") => true,
                ("obl" or "advcl", "about") => beside,
                ("obl" or "advcl", "of") => beside && s_ofStance.Contains(_tree[adjective].Lower),
                ("obl", "with") => beside && s_withStance.Contains(_tree[adjective].Lower),
                ("xcomp", "to") => beside && s_willing.Contains(_tree[adjective].Lower),
                _ => false,
            };
            if (!brings)
                continue;
            bool preposition = lower is "about" or "of" or "with";
            List<TextSpan> content = _spans.Pieces(_tree.Subtree(child, part => preposition && part == word));
            (int first, int last) = _spans.Cue(feels >= 0 && adjective - feels < 3 ? feels : adjective, adjective, preposition ? word : adjective);
            _rule = "stance";
            if (content.Count > 0 && _spans.Source(subject, adjective) is { } source)
                Add(AttributionSort.Think, source, first, last, content, _tree[adjective].Lemma, adjective, subject);
            return;
        }
    }

    private static readonly HashSet<string> s_moving = new(StringComparer.Ordinal)
    {
        "alarm", "concern", "convince", "delight", "disappoint", "encourage", "frighten", "frustrate", "heartbreak", "honor", "honour", "outrage", "persuade", "please", "relieve", "sadden", "scare", "shock", "surprise", "thrill", "trouble", "upset", "worry",
    };

    // "was convinced that…", "are concerned about…"
    private void Moved(int verb)
    {
        if (!s_moving.Contains(_tree[verb].Lemma) || _tree.ChildLike(verb, "nsubj") is not (>= 0 and int subject) || _tree[subject].Lower is "it" or "what" or "this" or "that" or "which")
            return;
        foreach (int child in _tree.Of(verb))
        {
            int word = child > verb ? IntroducerToken(child) : -1;
            bool about = word == verb + 1 && _tree[word].Lower == "about" && _tree.Plain(child) is "obl" or "advcl";
            if (word <= verb || !(about || (_tree[word].Lower == "that" && _tree.Plain(child) is "ccomp" or "advcl")))
                continue;
            List<TextSpan> content = _spans.Pieces(_tree.Subtree(child, part => about && part == word));
            (int first, int last) = _spans.Cue(verb, verb, about ? word : verb);
            _rule = "stance";
            if (content.Count > 0 && _spans.Source(subject, verb) is { } source)
                Add(AttributionSort.Think, source, first, last, content, _tree[verb].Lemma, verb, subject);
            return;
        }
    }

    // "Their claim is that…", "the governor's message was that…": the noun is what tells.
    private void IsThat(int that)
    {
        int be = that - 1, noun = be - 1, clause = _tree.Head(that);
        if (noun < 0 || clause < that || _tree[be].Lemma is not ("be" or "'s" or "’s") || _tree[noun].Tag != Upos.Noun || !_cues.IsNoun(_tree[noun].Lemma) || _tree.Relation(that) != "mark")
            return;
        int owner = _tree.Child(noun, "nmod:poss");
        if (owner < 0 || _tree[owner].Lower is "my" or "our" or "your")
            return;
        List<int> words = _tree.Subtree(clause);
        words.RemoveAll(word => word < that);
        List<TextSpan> content = _spans.Pieces(words);
        _rule = "noun";
        if (content.Count > 0 && content[0].Start == _tree[that].Span.Start && _spans.Source(owner, noun) is { } source)
            Add(_cues.IsSpeechNoun(_tree[noun].Lemma) ? AttributionSort.Speech : AttributionSort.Think, source, noun, be, content, _tree[noun].Lemma, noun, owner);
    }
}
