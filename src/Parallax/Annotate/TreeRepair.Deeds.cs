namespace Parallax.Annotate;

/// <content>Two turns of phrase of reports of violence that are rare elsewhere.</content>
internal static partial class TreeRepair
{
    /// <summary>"A gunman shot and wounded three people": "shot" is no noun that "gunman" describes.</summary>
    private static void ShotAnd(string[] forms, WordReading[] words, int at)
    {
        int deed = at + 2, subject = at - 1;
        if (subject < 0 || deed + 1 >= words.Length || forms[at] != "shot" || words[at].Tag != Upos.Noun || forms[at + 1] != "and" || forms[deed] is not ("killed" or "wounded" or "injured" or "hurt" or "arrested" or "robbed")
            || words[subject].Tag is not (Upos.Noun or Upos.Propn or Upos.Num) || words[subject].Head != at)
            return;
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Head == at && i < subject)
                words[i] = words[i] with { Head = subject };
            else if (i > deed && words[i].Head == at && words[i].Relation is not "punct")
                words[i] = words[i] with { Head = deed, Relation = words[i].Relation switch { "nmod" => "obl", "conj" or "appos" => "obj", string same => same } };
            else if (i > deed && words[i].Head == deed && words[i].Relation is "nmod")
                words[i] = words[i] with { Relation = "obl" };
        }
        string relation = words[at].Relation;
        if (relation.StartsWith("nsubj", StringComparison.Ordinal) || relation is "obj" or "obl" or "compound")
            relation = words[at].Head > at ? "ccomp" : "parataxis";
        words[subject] = words[subject] with { Head = at, Relation = "nsubj" };
        words[at] = words[at] with { Tag = Upos.Verb, Xpos = "VBD", Relation = relation };
        words[at + 1] = words[at + 1] with { Head = deed, Relation = "cc" };
        words[deed] = words[deed] with { Tag = Upos.Verb, Xpos = "VBD", Head = at, Relation = "conj" };
    }

    /// <summary>"are holding two nurses hostage": the nurses are held, and are no kind of hostage.</summary>
    private static void Captives(string[] forms, WordReading[] words, int at)
    {
        if (at < 2 || forms[at] is not ("hostage" or "captive" or "prisoner") || words[at - 1].Head != at || words[at - 1].Relation is not ("compound" or "nmod") || words[at - 1].Xpos is not ("NNS" or "NNP" or "NN") || words[at].Relation != "obj")
            return;
        int held = at - 1;
        for (int i = 0; i < held; i++)
        {
            // "an American hostage" is one; "an American journalist hostage" is held.
            if (words[i].Head == at)
                words[i] = words[i] with { Head = held };
        }
        words[held] = words[held] with { Head = words[at].Head, Relation = "obj" };
        words[at] = words[at] with { Relation = "xcomp" };
    }
}
