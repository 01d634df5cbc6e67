using System.Buffers;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Finds the names in a text that the gazetteer knows and reads the words around them.</summary>
internal sealed class PlaceScan
{
    private const int LongestName = 6;

    private static readonly SearchValues<char> s_breaks = SearchValues.Create("\n,;:()");

    private readonly LanguageData _data;
    private readonly PlaceWords _words;
    private readonly PlaceAbbreviations _abbreviations;
    private readonly PlaceEvidence _evidence;
    private readonly HashSet<string> _blocs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _blocOpeners = new(StringComparer.Ordinal);

    public PlaceScan(LanguageData data, PlaceWords words)
    {
        _data = data;
        _words = words;
        _abbreviations = new PlaceAbbreviations(data);
        _evidence = new PlaceEvidence(data, words);
        foreach (string name in data.Lexicon("blocs").Rows.SelectMany(row => row[1].Split('|').Prepend(row[0])))
        {
            // Names of one word are no danger, and the shortest are words themselves ("quad").
            string key = GazetteerKey.Of(name);
            int blank = key.IndexOf(' ', StringComparison.Ordinal);
            if (blank > 0 && _blocs.Add(key))
                _blocOpeners.Add(key[..blank]);
        }
    }

    /// <summary>All candidates in text order, longest match first, none overlapping.</summary>
    public List<PlaceCandidate> Find(AnnotatedReport report)
    {
        List<PlaceCandidate> found = [];
        // What a report names, it names again.
        Dictionary<string, IReadOnlyList<GazetteerPlace>> known = new(StringComparer.Ordinal);
        foreach (Sentence sentence in report.Sentences)
        {
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (!CanOpen(report.Tokens[i]))
                    continue;
                if (BlocLength(report, sentence, i) is int bloc and > 0)
                {
                    i += bloc - 1;
                    continue;
                }
                if (_abbreviations.At(report.Tokens, sentence, i, out IReadOnlyList<GazetteerPlace> divisions) is int shortened and > 0)
                {
                    found.Add(Abbreviated(report, sentence, i, shortened, divisions));
                    i += shortened - 1;
                    continue;
                }
                if (Longest(report, sentence, i, known) is not { } candidate)
                {
                    found.AddRange(Parts(report, sentence, i, known));
                    continue;
                }
                // "The Hague" has its article; "the Kremlin" and "the United States" do without.
                if (report.Tokens[i].Lower == "the" && candidate.End > i + 1 && Longest(report, sentence, i + 1, known) is { } bare
                    && bare.End == candidate.End && bare.Options.Max(place => place.Population) >= candidate.Options.Max(place => place.Population))
                    candidate = bare;
                found.Add(candidate);
                i = candidate.End - 1;
            }
        }
        for (int i = 0; i + 1 < found.Count; i++)
        {
            PlaceCandidate next = found[i + 1];
            if (next.Sentence == found[i].Sentence && !next.IsSeat && next.Options.Any(place => place.Precision is PlacePrecision.Country or PlacePrecision.Province or PlacePrecision.District)
                && Leads(report.Tokens, found[i], next))
                found[i].Within = next;
        }
        _evidence.Judge(report, found);
        return found;
    }

    // "European Union", "Arab League": bodies that act, in whose names no place is meant. Number of tokens; 0 where none begins here.
    private int BlocLength(AnnotatedReport report, Sentence sentence, int first)
    {
        if (!MayOpenBloc(report, first))
            return 0;
        for (int length = Math.Min(LongestName, sentence.EndToken - first); length > 0; length--)
        {
            TextSpan span = report.Tokens[first].Span.Union(report.Tokens[first + length - 1].Span);
            if (span.Length <= 60 && _blocs.Contains(GazetteerKey.Of(span.Of(report.Report.Text))))
                return length;
        }
        return 0;
    }

    // A word that goes on without a blank ("U." of "U.N.") may open a name that its own letters do not show.
    private bool MayOpenBloc(AnnotatedReport report, int first)
    {
        Token token = report.Tokens[first];
        string text = report.Report.Text;
        if (token.Span.End < text.Length && !char.IsWhiteSpace(text[token.Span.End]))
            return true;
        string key = GazetteerKey.Of(token.Lower);
        int blank = key.IndexOf(' ', StringComparison.Ordinal);
        return key.Length == 0 || _blocOpeners.Contains(blank < 0 ? key : key[..blank]);
    }

    private static bool CanOpen(Token token) =>
        PlaceWords.IsCapitalised(token)
        || (token.Text.Length > 3 && token.Lower.StartsWith("al-", StringComparison.Ordinal) | token.Lower.StartsWith("el-", StringComparison.Ordinal));

    private PlaceCandidate? Longest(AnnotatedReport report, Sentence sentence, int first, Dictionary<string, IReadOnlyList<GazetteerPlace>> known)
    {
        IReadOnlyList<Token> tokens = report.Tokens;
        for (int length = Math.Min(LongestName, sentence.EndToken - first); length > 0; length--)
        {
            Token last = tokens[first + length - 1];
            if (!char.IsLetter(last.Text[0]) && length > 1)
                continue;
            if (length > 1 && !PlaceWords.IsCapitalised(last))
                continue;
            TextSpan span = tokens[first].Span.Union(last.Span);
            if (span.Length > 60)
                continue;
            if (report.Report.Text.AsSpan(span.Start, span.Length).ContainsAny(s_breaks))
                continue;
            string text = length == 1 ? last.Text : span.Of(report.Report.Text);
            bool dateline = report.Report.Dateline is { } line && line.Overlaps(span);
            string key = GazetteerKey.Of(length == 1 ? last.Lower : text);
            (IReadOnlyList<GazetteerPlace> options, bool seat) = Options(key, text, dateline || sentence.IsHeading, known);
            if (options.Count > 0)
            {
                return new PlaceCandidate
                {
                    First = first,
                    End = first + length,
                    Sentence = sentence,
                    Key = key,
                    Span = span,
                    Options = options,
                    IsSeat = seat,
                    InDateline = dateline,
                };
            }
        }
        return null;
    }

    private (IReadOnlyList<GazetteerPlace> Options, bool IsSeat) Options(
        string key, string text, bool inCapitals, Dictionary<string, IReadOnlyList<GazetteerPlace>> known)
    {
        bool allCapitals = text.Length > 1 && !PlaceWords.HasLower(text);
        bool acronym = allCapitals && key.Length <= 5 && !key.Contains(' ', StringComparison.Ordinal);
        // "US", "UAE", "CAR" are countries only in capitals, and no other short word in capitals is a place.
        if (_data.Countries.ByName(key) is { } country)
        {
            bool isShort = key.Length <= 4 && country.Aliases.Any(alias => GazetteerKey.Of(alias) == key && !PlaceWords.HasLower(alias));
            if (isShort)
                return allCapitals && _data.Gazetteer.Country(country.Code) is { } record ? ([record], false) : ([], false);
        }
        else if (acronym && !(inCapitals && key.Length >= 4))
        {
            return ([], false);
        }
        if (key.Length < 3)
            return ([], false);
        if (!known.TryGetValue(key, out IReadOnlyList<GazetteerPlace>? options))
        {
            options = _data.Gazetteer.Lookup(key);
            if (_data.Regions.ByName(key) is { } region)
                options = [region, .. options];
            known.Add(key, options);
        }
        if (options.Count > 0 && !IsOfficeName(key))
            return (options, false);
        if (_data.Countries.BySeat(key) is { } seat && Capital(seat) is { } capital)
            return ([capital], true);
        return (options, false);
    }

    // Buildings that share a name with some town; no report means the town.
    private static bool IsOfficeName(string key) => key is "white house" or "kremlin" or "westminster" or "capitol hill" or "blue house" or "beehive";

    private GazetteerPlace? Capital(Country country) =>
        _data.Gazetteer.Lookup(country.Capital).FirstOrDefault(place => place.IsCapital && place.Country == country.Code)
        ?? _data.Gazetteer.Country(country.Code);

    // "Lima-based", "Lima-Quito", "D-Ohio": the words that hyphens join.
    private IEnumerable<PlaceCandidate> Parts(AnnotatedReport report, Sentence sentence, int token, Dictionary<string, IReadOnlyList<GazetteerPlace>> known)
    {
        TextSpan span = report.Tokens[token].Span;
        string text = report.Tokens[token].Text;
        int hyphen = text.IndexOfAny(['-', '\u2013']);
        if (hyphen < 1 || hyphen + 1 >= text.Length || text.Length > 60 || text.IndexOfAny(['-', '\u2013'], hyphen + 1) >= 0 || text.Length != span.Length)
            yield break;
        bool isParty = hyphen == 1;
        bool isLead = char.IsLower(text[hyphen + 1]);
        IReadOnlyList<GazetteerPlace> left = isParty ? [] : Options(GazetteerKey.Of(text[..hyphen]), text[..hyphen], inCapitals: false, known).Options;
        IReadOnlyList<GazetteerPlace> right = isLead ? [] : Options(GazetteerKey.Of(text[(hyphen + 1)..]), text[(hyphen + 1)..], inCapitals: false, known).Options;
        if (left.Count > 0 && (isLead || right.Count > 0))
            yield return Part(new TextSpan(span.Start, hyphen), left);
        if (right.Count > 0 && (isParty || left.Count > 0))
            yield return Part(TextSpan.FromBounds(span.Start + hyphen + 1, span.End), right);

        PlaceCandidate Part(TextSpan part, IReadOnlyList<GazetteerPlace> options) => new()
        {
            First = token,
            End = token + 1,
            Sentence = sentence,
            Key = GazetteerKey.Of(part.Of(report.Report.Text)),
            Span = part,
            Options = options,
            IsPart = true,
            IsStrong = isParty || isLead,
        };
    }

    private static PlaceCandidate Abbreviated(AnnotatedReport report, Sentence sentence, int first, int length, IReadOnlyList<GazetteerPlace> divisions)
    {
        TextSpan span = report.Tokens[first].Span.Union(report.Tokens[first + length - 1].Span);
        // A full stop that was cut off as the end of a sentence belongs to it where the sentence goes on.
        string text = report.Report.Text;
        if (span.End + 1 < text.Length && text[span.End] == '.' && (text[span.End + 1] is ',' or ';' or ')' || span.End + 2 < text.Length && text[span.End + 1] == ' ' && char.IsLower(text[span.End + 2])))
            span = TextSpan.FromBounds(span.Start, span.End + 1);
        return new PlaceCandidate
        {
            First = first,
            End = first + length,
            Sentence = sentence,
            Key = GazetteerKey.Of(divisions[0].Name),
            Span = span,
            Options = divisions,
            IsAbbreviation = true,
            InDateline = report.Report.Dateline is { } line && line.Overlaps(span),
            IsStrong = true,
        };
    }

    // "X, Y", "X (Y)", "X in Y".
    private static bool Leads(IReadOnlyList<Token> tokens, PlaceCandidate place, PlaceCandidate next) =>
        next.First == place.End + 1 && tokens[place.End].Text is "," or "(" || next.First == place.End + 1 && tokens[place.End].Lower == "in";
}
