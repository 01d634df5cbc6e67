using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>Reads the abbreviated names of states and provinces: "Ky.", "W.Va.", and "OH" behind a town.</summary>
internal sealed class PlaceAbbreviations
{
    private readonly Dictionary<string, (IReadOnlyList<GazetteerPlace> Options, bool Alone)> _byText = new(StringComparer.Ordinal);

    public PlaceAbbreviations(LanguageData data)
    {
        foreach (IGrouping<string, string[]> rows in data.Lexicon("places-abbreviations").Rows.GroupBy(row => row[0], StringComparer.Ordinal))
        {
            List<GazetteerPlace> options = [];
            foreach (string[] row in rows)
                options.AddRange(data.Gazetteer.Lookup(row[1]).Where(place => place.Precision == PlacePrecision.Province && place.Country == row[2]));
            if (options.Count > 0)
                _byText.Add(rows.Key, (options, rows.Any(row => row[3] == "alone")));
        }
    }

    /// <summary>
    /// The number of tokens of an abbreviation that begins at <paramref name="first"/>, and what it may mean; 0 where there is none.
    /// Without a full stop, and for words such as "Miss.", a capitalised word and a comma must stand before it.
    /// </summary>
    public int At(IReadOnlyList<Token> tokens, Sentence sentence, int first, out IReadOnlyList<GazetteerPlace> options)
    {
        options = [];
        string text = tokens[first].Text;
        if (text.Length > 6 || !char.IsUpper(text[0]))
            return 0;
        int length = 1;
        if (!Find(text, out (IReadOnlyList<GazetteerPlace> Options, bool Alone) found))
        {
            // "W. Va.", "N. C."
            if (text.Length > 2 || !text.EndsWith('.') || first + 1 >= sentence.EndToken || tokens[first + 1].Text.Length > 3 || !Find(text + tokens[first + 1].Text, out found))
                return 0;
            length = 2;
        }
        // "J. Bell, M.D." is no Maryland: what the post writes has no full stops.
        if (!found.Alone && text.Length > 2 && text[1] == '.')
            return 0;
        bool isBehind = first - 2 >= sentence.FirstToken && tokens[first - 1].Text == "," && PlaceWords.IsCapitalised(tokens[first - 2]) && char.IsLetter(tokens[first - 2].Text[^1]);
        // "44 B.C." is a year.
        bool isAlone = found.Alone && (text.Contains('.', StringComparison.Ordinal) || text.Length == 3) && !(first > sentence.FirstToken && char.IsDigit(tokens[first - 1].Text[0]));
        if (!isBehind && !isAlone)
            return 0;
        options = found.Options;
        return length;
    }

    private bool Find(string text, out (IReadOnlyList<GazetteerPlace> Options, bool Alone) found) =>
        _byText.TryGetValue(text.Contains('.', StringComparison.Ordinal) ? text.Replace(".", "", StringComparison.Ordinal) : text, out found);
}
