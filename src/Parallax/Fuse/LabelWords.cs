using Parallax.Annotate;

namespace Parallax.Fuse;

/// <summary>The words of a sentence that a label keeps, of which some may be written otherwise.</summary>
internal sealed class LabelWords(LabelTree tree)
{
    /// <summary>How far a phrase may be cut back: the circumstances go first, then what only describes.</summary>
    public const int Hardest = 3;

    private static readonly HashSet<string> s_discourse = new(
        ["also", "however", "meanwhile", "then", "later", "earlier", "too", "moreover", "therefore", "thus", "hence", "instead", "likewise", "since", "thereafter", "afterwards", "afterward",
         "subsequently", "consequently", "previously", "already", "now", "still", "again", "yesterday", "today", "so", "additionally", "separately", "furthermore", "there", "here", "unexpectedly", "meantime"], StringComparer.Ordinal);

    // What opens a phrase that says when or why, without which the clause is still true.
    private static readonly HashSet<string> s_circumstances = new(
        ["after", "amid", "before", "during", "following", "despite", "because", "since", "until", "while", "as", "ahead", "given", "without", "including", "upon", "throughout", "pending", "besides", "like", "unlike",
         "according", "due", "when", "where", "although", "though", "whereas", "whether", "if", "unless", "once"], StringComparer.Ordinal);

    // Phrases that say where, or how.
    private static readonly HashSet<string> s_settings = new(["at", "in", "inside", "near", "on", "outside", "by", "for", "with", "around", "across", "along", "between", "about", "through", "over", "under"], StringComparer.Ordinal);

    // A participle or infinitive behind one of these is what the verb is about: "accused them of firing".
    private static readonly HashSet<string> s_arguments = new(["of", "for", "from", "into", "against", "to"], StringComparer.Ordinal);

    private readonly bool[] _kept = new bool[tree.Count];
    private readonly bool[] _comma = new bool[tree.Count];
    private readonly string?[] _instead = new string?[tree.Count];

    /// <summary>Whether the word opens a phrase that says when or why.</summary>
    public static bool IsCircumstance(string word) => s_circumstances.Contains(word);

    public bool Keeps(int word) => _kept[word];

    public void Keep(int word) => _kept[word] = true;

    /// <summary>Leaves a word out with all that hangs on it.</summary>
    public void Drop(int word) => Drop(word, 0);

    private void Drop(int word, int depth)
    {
        _kept[word] = false;
        foreach (int child in tree.Children(word).Where(_ => depth < tree.Count))
            Drop(child, depth + 1);
    }

    /// <summary>Writes <paramref name="text"/> for the word.</summary>
    public void Write(int word, string text)
    {
        _kept[word] = true;
        _instead[word] = text;
    }

    /// <summary>Keeps a noun phrase without asides, relative clauses and times, the shorter the greater <paramref name="cut"/>.</summary>
    public void KeepPhrase(int noun, int cut, int depth = 0, bool times = false)
    {
        if (depth > 12 || tree.IsAside(noun))
            return;
        _kept[noun] = true;
        foreach (int part in tree.NameAround(noun))
            _kept[part] = true;
        foreach (int child in tree.Children(noun))
        {
            if (!times && tree.IsTime(child) && !tree.IsTime(noun) && tree.Relation(child) != "amod")
                continue;
            switch (tree.Relation(child))
            {
                case "punct" or "parataxis" or "discourse" or "vocative" or "cop" or "nsubj" or "aux" or "mark" or "expl" or "dislocated" or "list" or "orphan" or "reparandum" or "advcl" or "ccomp" or "csubj":
                    break;
                case "appos" when HasComma(Math.Min(noun, child), Math.Max(noun, child)):
                    break;
                case "acl" when HasComma(noun, child):
                    break;
                case "acl":
                    bool argument = s_arguments.Contains(FirstOf(child));
                    if (tree[child].Relation != "acl:relcl" && (argument ? cut < 3 : cut < 2 - depth / 2 && tree[child].Xpos is "VBN" or "VBG"))
                        KeepClause(child, argument ? cut + 1 : cut, depth + 1);
                    break;
                case "nmod" or "obl" when tree[child].Relation != "nmod:poss" && tree.Child(child, "case") >= 0 && (s_circumstances.Contains(FirstOf(child)) || !IsOf(child) && (cut >= 3 || cut == 2 && depth > 1)):
                    break;
                case "advmod" when s_discourse.Contains(tree[child].Lower) || tree.HoldsTime(child):
                    break;
                case "amod" or "det" when !times && tree[child].Lower is "late" or "early" or "mid" or "last" or "next" or "past" && tree.HoldsTime(noun) && !tree.IsTime(noun):
                    break;
                default:
                    KeepPhrase(child, cut, depth + 1, times);
                    break;
            }
        }
    }

    /// <summary>Keeps a verb with what belongs to it; its subject is the caller's.</summary>
    public void KeepClause(int verb, int cut, int depth = 0, int needed = -1)
    {
        if (depth > 12 || tree.IsAside(verb))
            return;
        _kept[verb] = true;
        foreach (int child in tree.Children(verb))
        {
            bool wanted = child == needed;
            if (!wanted && tree.IsTime(child) && tree.Relation(child) is not ("nsubj" or "obj" or "xcomp" or "ccomp"))
                continue;
            switch (tree.Relation(child))
            {
                case "aux" or "cop" or "compound" or "fixed" or "flat" or "det" or "amod" or "nummod" or "case":
                    KeepPhrase(child, cut, depth + 1);
                    break;
                case "mark" when depth > 0 || tree[child].Lower == "to":
                    _kept[child] = true;
                    break;
                // "Room for residents to wait": who is to do it stays with what is to be done.
                case "nsubj" or "expl" when depth > 0 && child < verb && tree.Relation(verb) is "advcl" or "ccomp" or "acl" && tree[child].Tag != Upos.Pron:
                    KeepPhrase(child, Math.Max(cut, 1), depth + 1);
                    break;
                case "advmod":
                    if (!s_discourse.Contains(tree[child].Lower) && !tree.HoldsTime(child) && (child > verb || tree.Child(child, "obl", "advcl", "fixed") < 0) && tree[child].Lower is not ("when" or "where" or "why" or "how"))
                        KeepPhrase(child, cut, depth + 1);
                    break;
                case "obj" or "iobj" when tree[child].Tag != Upos.Pron || tree[child].Lower is not ("which" or "that" or "whom" or "who"):
                    KeepPhrase(child, cut, depth + 1);
                    break;
                case "xcomp":
                    if (tree.IsPredicate(child))
                        KeepClause(child, cut, depth + 1);
                    else
                        KeepPhrase(child, cut, depth + 1);
                    break;
                case "ccomp" when child > verb:
                    if (tree.Child(child, "nsubj", "csubj", "expl") is int inner and >= 0)
                        KeepPhrase(inner, Math.Max(cut, 1), depth + 1);
                    KeepClause(child, cut, depth + 1);
                    break;
                case "obl" or "nmod" when wanted || KeepsOblique(child, verb, cut, depth):
                    KeepPhrase(child, cut, depth + 1);
                    break;
                case "advcl" when wanted || KeepsAdverbial(child, verb, cut):
                    KeepClause(child, cut + 1, depth + 1);
                    if (tree[child].Xpos == "VBG" && tree.FirstUnder(child) is int opening and > 0 && (tree[opening].Text == "," || tree[opening - 1].Text == ","))
                        _comma[child] = true;
                    break;
                case "conj" when wanted:
                    KeepClause(child, cut, depth + 1);
                    break;
                default:
                    break;
            }
        }
    }

    private bool KeepsOblique(int child, int verb, int cut, int depth)
    {
        if (child < verb || tree.Child(child, "case") < 0 && tree.Children(verb).Any(c => tree[c].Relation is "obj" or "nsubj:pass") || tree.Children(child).Any(c => IsOf(c) && tree.IsTime(c)) || tree[child].Relation is "obl:tmod" or "obl:npmod" or "obl:unmarked")
            return false;
        string first = FirstOf(child);
        return !s_circumstances.Contains(first) && (!s_settings.Contains(first) || cut + depth / 2 < 2 || tree[child].Relation == "obl:agent" || tree.Child(verb, "obj", "xcomp", "obl") == child);
    }

    private bool KeepsAdverbial(int child, int verb, int cut)
    {
        if (child < verb)
            return false;
        string first = FirstOf(child);
        bool infinitive = first == "to";
        return s_arguments.Contains(first) && cut < (infinitive ? 2 : 3)
            || (cut == 0 && first.EndsWith("ing", StringComparison.Ordinal) && tree[child].Xpos == "VBG" && tree.Child(child, "obj", "xcomp") >= 0 && tree[child].Lemma is not ("say" or "include" or "accord" or "add" or "cite" or "quote"));
    }

    private bool HasComma(int left, int right)
    {
        int first = tree.FirstUnder(right);
        return first > 0 && tree[first - 1].Tag == Upos.Punct || left + 1 < tree.Count && tree[left + 1].Text == ",";
    }

    private bool IsOf(int noun) => FirstOf(noun) == "of";

    /// <summary>The first word of what hangs on a word, itself included.</summary>
    private string FirstOf(int word)
    {
        int first = word;
        foreach (int child in tree.Children(word))
        {
            if (child < first && tree.Relation(child) is "case" or "mark" or "advmod" or "aux")
                first = child;
        }
        return tree[first].Lower;
    }

    /// <summary>Whether every quotation is kept whole or not at all: no word may be taken out of what somebody is quoted with.</summary>
    public bool KeepsQuotes()
    {
        int open = -1;
        for (int i = 0; i < tree.Count; i++)
        {
            if (tree[i].Text is not ("\"" or "“" or "”" or "``" or "''"))
                continue;
            if (open >= 0)
            {
                bool[] words = [.. Enumerable.Range(open + 1, i - open - 1).Where(w => tree[w].Tag != Upos.Punct).Select(w => _kept[w]).Distinct()];
                if (words.Length > 1)
                    return false;
                open = -1;
            }
            else
            {
                open = i;
            }
        }
        return open < 0 || !Enumerable.Range(open + 1, tree.Count - open - 1).Any(w => _kept[w]);
    }

    /// <summary>The kept words from <paramref name="first"/> to before <paramref name="end"/> as they stand, with the marks that stand between two of them.</summary>
    public string Text(int first, int end)
    {
        System.Text.StringBuilder text = new();
        int last = -1;
        for (int i = first; i < end; i++)
        {
            bool mark = tree[i].Tag == Upos.Punct;
            if (mark ? !Joins(i, first, end) : !_kept[i])
                continue;
            if (last >= 0 && _comma[i] && tree[last].Text != ",")
                text.Append(',');
            if (last >= 0)
                text.Append(tree.Between(last, i));
            text.Append(_instead[i] ?? Article(i) ?? tree[i].Text);
            last = i;
        }
        return text.ToString();
    }

    // "A [2011] unsolved murder": the article goes with the word that follows now.
    private string? Article(int word)
    {
        if (tree[word].Lower is not ("a" or "an") || word + 1 >= tree.Count || _kept[word + 1])
            return null;
        for (int i = word + 1; i < tree.Count; i++)
        {
            if (_kept[i])
                return (char.IsUpper(tree[word].Text[0]) ? "A" : "a") + (tree[i].Lower[0] is 'a' or 'e' or 'i' or 'o' or 'u' && !tree[i].Lower.StartsWith("uni", StringComparison.Ordinal) && !tree[i].Lower.StartsWith("eu", StringComparison.Ordinal) ? "n" : "");
        }
        return null;
    }

    // A comma, a hyphen or a quotation mark belongs to the words on both sides of it; a quotation may end with the label.
    private bool Joins(int mark, int first, int end)
    {
        if (tree[mark].Text is "(" or ")" or "[" or "]" or "—" or "–" or ";" or ":")
            return false;
        bool before = mark > first && (_kept[mark - 1] || tree[mark - 1].Tag == Upos.Punct), after = mark + 1 < end && (_kept[mark + 1] || tree[mark + 1].Tag == Upos.Punct);
        return tree[mark].Text switch
        {
            "\"" or "“" or "”" or "‘" or "'" or "’" => before && mark > first && _kept[mark - 1] || after && mark + 1 < end && _kept[mark + 1],
            _ => before && after,
        };
    }
}
