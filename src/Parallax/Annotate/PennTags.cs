using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Penn tags where a word has none: from its universal tag and features.</summary>
internal static class PennTags
{
    private static readonly HashSet<string> s_known = new(StringComparer.Ordinal)
    {
        "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS",
        "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "XX", "``",
    };

    private static readonly HashSet<string> s_modals = new(StringComparer.Ordinal)
    {
        "can", "could", "may", "might", "must", "shall", "should", "will", "would", "'ll", "'d", "ca", "wo", "ought", "cannot",
    };

    /// <summary>The tag itself where it is one of the Penn Treebank, else the one that tag and features tell.</summary>
    public static string Of(string xpos, Upos tag, string features, string word)
    {
        if (s_known.Contains(xpos))
            return xpos;
        string lower = Folding.Fold(word);
        bool isPlural = Has(features, "Number=Plur");
        return tag switch
        {
            Upos.Aux when s_modals.Contains(lower) => "MD",
            Upos.Verb or Upos.Aux => Verb(features),
            Upos.Noun => isPlural ? "NNS" : "NN",
            Upos.Propn => isPlural ? "NNPS" : "NNP",
            Upos.Adj => Degree(features, "JJ"),
            Upos.Adv when lower is "when" or "where" or "why" or "how" => "WRB",
            Upos.Adv => Degree(features, "RB"),
            Upos.Pron when Has(features, "Poss=Yes") => lower == "whose" ? "WP$" : "PRP$",
            Upos.Pron when lower is "who" or "whom" or "what" => "WP",
            Upos.Pron when lower is "which" => "WDT",
            Upos.Pron when lower is "there" => "EX",
            Upos.Pron when lower is "this" or "that" or "these" or "those" or "all" or "some" or "any" or "both" => "DT",
            Upos.Pron => "PRP",
            Upos.Det => lower is "which" or "what" ? "WDT" : "DT",
            Upos.Adp or Upos.Sconj => "IN",
            Upos.Cconj => "CC",
            Upos.Num => "CD",
            Upos.Part => lower == "to" ? "TO" : lower is "'" or "'s" or "’" or "’s" ? "POS" : "RB",
            Upos.Intj => "UH",
            Upos.Sym => lower == "$" ? "$" : "SYM",
            Upos.Punct => Mark(word),
            _ => "FW",
        };
    }

    /// <summary>The tag that <paramref name="name"/> writes in capitals; <see cref="Upos.X"/> for anything else.</summary>
    public static Upos Universal(string name) =>
        name.Length > 1 && Enum.TryParse(name, ignoreCase: true, out Upos tag) && tag.ToString().Equals(name, StringComparison.OrdinalIgnoreCase) ? tag : Upos.X;

    private static string Verb(string features) =>
        Has(features, "VerbForm=Inf") || Has(features, "Mood=Imp") ? "VB"
        : Has(features, "VerbForm=Ger") || (Has(features, "VerbForm=Part") && Has(features, "Tense=Pres")) ? "VBG"
        : Has(features, "VerbForm=Part") ? "VBN"
        : Has(features, "Tense=Past") ? "VBD"
        : Has(features, "Person=3") && Has(features, "Number=Sing") ? "VBZ"
        : features.Length == 0 ? "VB" : "VBP";

    private static string Degree(string features, string tag) => tag + (Has(features, "Degree=Cmp") ? "R" : Has(features, "Degree=Sup") ? "S" : "");

    private static string Mark(string word) => word switch
    {
        "." or "!" or "?" => ".",
        "," => ",",
        "(" or "[" or "{" => "-LRB-",
        ")" or "]" or "}" => "-RRB-",
        "“" or "‘" or "``" => "``",
        "\"" or "”" or "’" or "''" => "''",
        "-" => "HYPH",
        _ => ":",
    };

    private static bool Has(string features, string feature) => features.Split('|').Contains(feature, StringComparer.Ordinal);
}
