using System.Text;

namespace Parallax.DataBuilder;

/// <summary>Writes the three tables that the tagger counts with.</summary>
internal static class TaggerBuilder
{
    private const string Origin =
        "# Origin: counted by tools/Parallax.DataBuilder (command tagger) from the training part of UD English EWT (CC BY-SA 4.0) and from the\n" +
        "# bio, court, interview, news, speech and voyage documents of the training part of UD English GUM (CC BY, CC BY-SA or public domain).\n" +
        "# Licence of this table: CC BY-SA 4.0. Card: data/cards/tagger.md.\n";

    public static Recipe Recipe { get; } = new("tagger",
        ["lexicons/tagger-transitions.tsv", "lexicons/tagger-suffixes.tsv", "lexicons/tagger-bases.tsv"],
        Treebank.Sources("Makes lexicons/tagger-transitions.tsv, tagger-suffixes.tsv and tagger-bases.tsv, the counts of the tagger."),
        sources => Build(Treebank.Sentences(sources)));

    /// <summary>The three tables of the given sentences.</summary>
    public static BuiltFiles Build(IEnumerable<IReadOnlyList<TreebankWord>> sentences)
    {
        TaggerCounts counts = new([.. sentences]);
        string[] transitions = [.. counts.Transitions()], endings = [.. counts.Endings()], bases = [.. counts.Bases()];
        return new BuiltFiles(
            [
                Table("# How often one tag followed two others, and how often a word so tagged began with a capital inside a sentence.\n" + Origin +
                    "# Columns: `tag`, state, count, capitals, small initials; or `next`, state, state, state, count. A state is the universal tag, a bar and the Penn tag.\n" +
                    "# Known problems: sequences seen once are left out; pairs of tags seen fewer than 15 times count as the commonest pair of their universal tag.\n", transitions),
                Table("# Which tags rare words with a given ending had; the longest ending listed decides for a word that no lexicon knows.\n" + Origin +
                    "# Columns: `A` for a capital initial inside a sentence or `a` for a small one; the ending, folded; then per tag the state, a colon and its count.\n" +
                    "# Known problems: endings seen fewer than 6 times are left out, and those whose tags are spread like those of the next shorter ending.\n", endings),
                Table("# Dictionary forms of verbs and short adjectives, to tell \"raised\" (raise) from \"trained\" (train).\n" + Origin +
                    "# Columns: the dictionary form.\n" +
                    "# Known problems: misspellings of the treebanks are in it. Verbs that the treebanks lack are in tagger-verbs.tsv.\n", bases),
            ],
            [("words counted", counts.Words), ("rows of transitions", transitions.Length), ("rows of endings", endings.Length), ("dictionary forms", bases.Length)]);
    }

    private static byte[] Table(string header, string[] rows) =>
        Encoding.UTF8.GetBytes(header + string.Concat(rows.Select(row => row + "\n")));
}
