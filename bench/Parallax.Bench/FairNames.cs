using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>
/// Brings the names of a set that marks mentions and the names found to one convention: titles before a person's name belong to no name, and
/// a country that acts is an organisation where the set has it so. Done to both sides alike.
/// </summary>
internal static class FairNames
{
    private static readonly ActorLexicon s_lexicon = new(LanguageData.English);

    public static (NamedSentence Gold, GoldName[] Found) Both(NamedSentence sentence, IReadOnlyList<FoundName> found)
    {
        List<GoldName> names = [];
        List<GoldName> open = [.. sentence.Open];
        foreach (GoldName name in sentence.Names)
        {
            if (WithoutTitle(sentence.Words, name) is { } bare)
                names.Add(bare);
            else
                open.Add(name);
        }
        GoldName[] ours = [.. found.Select(n => new GoldName(n.First, n.End, n.IsState && sentence.StatesAct ? NameKind.Organisation : n.Kind))
            .Select(n => WithoutTitle(sentence.Words, n) ?? n)];
        return (sentence with { Names = names, Open = open }, ours);
    }

    // Null where nothing but a title is left: "the Foreign Secretary" is a description.
    private static GoldName? WithoutTitle(string[] words, GoldName name)
    {
        if (name.Kind != NameKind.Person)
            return name;
        Token[] tokens = [.. words[name.First..name.End].Select(w => new Token(default, w, Folding.Fold(w), "", Upos.Propn, VerbForm.None))];
        int first = 0;
        while (first < tokens.Length && s_lexicon.TitleAt(tokens, first, tokens.Length, out bool plural) is { } title && !plural)
            first += title.Words;
        // "Minister for …" is the rest of a title.
        return first == tokens.Length || (first > 0 && tokens[first].Lower is "for" or "of") ? null : name with { First = name.First + first };
    }
}
