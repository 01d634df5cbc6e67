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
        if (_tree.Child(adjective, "cop") < 0 || _tree.Child(adjective, "nsubj") is not (>= 0 and int subject) || _tree[subject].Lower is "it" or "this" or "that" or "what" or "there" or "which")
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
            (int first, int last) = _spans.Cue(adjective, adjective, preposition ? word : adjective);
            _rule = "stance";
            if (content.Count > 0 && _spans.Source(subject, adjective) is { } source)
                Add(AttributionSort.Think, source, first, last, content, _tree[adjective].Lemma, adjective, subject);
            return;
        }
    }
}
