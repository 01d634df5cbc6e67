using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Who is said to be behind an incident: "claimed responsibility for", "blamed on", "accused of", "responsible for".</summary>
internal sealed class IncidentBlame(IncidentTriggers words, IncidentParties parties)
{
    /// <summary>Adds those whom the sentence names to the incidents that it speaks of.</summary>
    public void Read(IncidentTree tree, IncidentMerger merger)
    {
        for (int i = tree.First; i < tree.End; i++)
        {
            string lemma = tree.Lemma(i);
            if (tree[i].Tag == Upos.Verb && words.Is("claim", lemma))
                Claim(tree, i, merger);
            else if (tree[i].Tag == Upos.Verb && words.Is("blame", lemma))
                Blame(tree, i, merger);
            else if (lemma == "work" && tree.Child(i, "cop") >= 0)
                Work(tree, i, merger);
            else if (lemma == "responsible")
                Add(tree, i, IncidentArguments.Subject(tree, i), merger);
        }
    }

    private void Claim(IncidentTree tree, int verb, IncidentMerger merger)
    {
        int what = tree.Child(verb, "obj");
        bool passive = false;
        if (what < 0)
        {
            what = tree.Child(verb, "nsubj");
            passive = true;
        }
        if (what < 0 || !words.Is("responsibility", tree.Lemma(what)) || tree.Children(verb).Any(c => tree.Lemma(c) is "not" or "never"))
            return;
        foreach (int agent in IncidentArguments.Agents(tree, verb, passive && IncidentArguments.IsPassive(tree, verb)))
            Add(tree, verb, agent, merger);
    }

    // "the attack was the work of the Red Dawn".
    private void Work(IncidentTree tree, int noun, IncidentMerger merger)
    {
        foreach ((int head, string preposition) in IncidentArguments.Prepositional(tree, noun))
        {
            if (preposition == "of")
                Add(tree, noun, head, merger);
        }
    }

    private void Blame(IncidentTree tree, int verb, IncidentMerger merger)
    {
        if (IncidentStanding.OfVerb(tree, verb) is null)
            return;
        bool passive = IncidentArguments.IsPassive(tree, verb);
        string lemma = tree.Lemma(verb);
        (int Head, string Case)[] around = [.. IncidentArguments.Prepositional(tree, verb)];
        if (lemma is "attribute" or "ascribe" || (lemma == "blame" && around.Any(p => p.Case == "on")))
        {
            // The phrase may hang on any word between.
            for (int i = tree.End - 1; i > verb; i--)
            {
                if (tree.IsNoun(i) && tree.IsUnder(i, verb) && tree.Case(i) == (lemma == "blame" ? "on" : "to"))
                {
                    Add(tree, verb, i, merger);
                    return;
                }
            }
            return;
        }
        foreach (int patient in IncidentArguments.Patients(tree, verb, passive))
            Add(tree, verb, patient, merger);
    }

    private void Add(IncidentTree tree, int verb, int who, IncidentMerger merger)
    {
        if (who < 0 || who < tree.First)
            return;
        // The incident that hangs on the verb; a blame that names none stands alone.
        IncidentDraft? draft = null;
        for (int i = tree.First; i < tree.End && draft is null; i++)
        {
            if (i != who && tree.IsUnder(i, verb) && !tree.IsUnder(i, who))
                draft = merger.Of(i);
        }
        draft ??= merger.Drafts.LastOrDefault(d => tree.Sentence.Index - d.LastSentence <= 2 && words.Is("claim", tree.Lemma(verb)));
        if (draft is null)
            return;
        bool fits = parties.IsPeople(tree, who) || words.Is("body", tree.Lemma(who)) || tree.NameAt(who) is { Kind: NameKind.Organisation } || tree.ActorAt(who) is not null;
        if (!fits)
            return;
        List<IncidentParty> found = [];
        parties.Add(tree, who, IncidentRole.Perpetrator, found, alleged: true);
        foreach (IncidentParty party in found)
            draft.AddParty(party);
    }
}
