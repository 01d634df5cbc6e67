using Parallax.Data;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>A title or trade of the lexicon: "foreign minister", "colonel", "analyst".</summary>
internal sealed record ActorTitle(string Text, string Class, char Gender, int Words);

/// <summary>A noun that describes actors: "protester", "foreign ministry".</summary>
internal sealed record ActorNoun(string Text, ActorKind Kind, string Class, bool IsBody, int Words);

/// <summary>A permanently existing body or outlet that the lexicon knows.</summary>
internal sealed record KnownOrganisation(string Name, ActorKind Kind, string? Country);

/// <summary>The words that name and describe actors, loaded once and looked up by token runs. Immutable.</summary>
internal sealed class ActorLexicon
{
    private const int LongestPhrase = 8;

    private readonly Dictionary<string, ActorTitle> _titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActorNoun> _nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (KnownOrganisation Body, string Printed)> _organisations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _longestByFirst = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActorKind> _heads = new(StringComparer.Ordinal);
    private readonly HashSet<string> _modifiers;
    private readonly Countries _countries;
    private readonly Ethnonyms _ethnonyms;

    public ActorLexicon(LanguageData data)
    {
        _countries = data.Countries;
        _ethnonyms = data.Ethnonyms;
        Given = new NameVariants(data);
        foreach (string[] row in data.Lexicon("titles").Rows)
        {
            _titles[row[0]] = new ActorTitle(row[0], row[1], row[2][0], WordCount(row[0]));
            NoteLength(row[0]);
        }
        foreach (string[] row in data.Lexicon("actor-nouns").Rows)
        {
            _nouns[row[0]] = new ActorNoun(row[0], Enum.Parse<ActorKind>(row[1]), row[2], row[3] == "c", WordCount(row[0]));
            NoteLength(row[0]);
        }
        foreach (string[] row in data.Lexicon("actor-organisation-heads").Rows)
            _heads[row[0]] = Enum.Parse<ActorKind>(row[1]);
        foreach (string[] row in data.Lexicon("organisations").Rows)
        {
            // A ministry that goes by the name of its house is a body of the state, and never the state.
            KnownOrganisation body = new(row[0], row[0] == "Pentagon" ? ActorKind.Organisation : Enum.Parse<ActorKind>(row[1]), row[2] == "-" ? null : row[2]);
            AddOrganisation(row[0], body);
            foreach (string alias in row[3] == "-" ? [] : row[3].Split('|'))
                AddOrganisation(alias, body);
        }
        foreach (string[] row in data.Lexicon("actor-names").Rows)
        {
            KnownOrganisation body = new(row[0], Enum.Parse<ActorKind>(row[1]), row[2] == "-" ? null : row[2]);
            AddOrganisation(row[0], body);
            foreach (string alias in row[3] == "-" ? [] : row[3].Split('|'))
                AddOrganisation(alias, body);
        }
        NotePlurals();
        _modifiers = data.Lexicon("actor-modifiers").FirstColumn();
    }

    public NameVariants Given { get; }

    /// <summary>Whether <paramref name="lower"/> may stand before an actor noun.</summary>
    public bool IsModifier(string lower) => _modifiers.Contains(lower);

    /// <summary>What kind of body a capitalised head word ("Ministry", "Brigades") makes; null where it makes none.</summary>
    public ActorKind? HeadKind(string lower) =>
        _heads.TryGetValue(lower, out ActorKind kind) || _heads.TryGetValue(Singular(lower), out kind) ? kind : null;

    public Country? CountryNamed(string words) => _countries.ByName(words);

    public Country? CountryByCode(string? code) => code is null ? null : _countries.ByCode(code);

    /// <summary>The country whose government is meant by a capital or seat of government.</summary>
    public Country? Seat(string words) => _countries.BySeat(words);

    public Country? Demonym(string word) => _countries.ByDemonym(word);

    public Ethnonym? People(string word) => _ethnonyms.Lookup(word);

    /// <summary>The longest title that begins at <paramref name="at"/>; plural forms ("ministers") are told by <paramref name="plural"/>.</summary>
    public ActorTitle? TitleAt(IReadOnlyList<Token> tokens, int at, int end, out bool plural)
    {
        plural = false;
        for (int words = Longest(tokens[at].Lower, end - at); words > 0; words--)
        {
            string key = Join(tokens, at, words, out string singular);
            if (_titles.TryGetValue(key, out ActorTitle? title))
                return title;
            if (singular != key && _titles.TryGetValue(singular, out title))
            {
                plural = true;
                return title;
            }
        }
        return null;
    }

    /// <summary>The longest actor noun that begins at <paramref name="at"/>.</summary>
    public ActorNoun? NounAt(IReadOnlyList<Token> tokens, int at, int end, out bool plural)
    {
        plural = false;
        for (int words = Longest(tokens[at].Lower, end - at); words > 0; words--)
        {
            string key = Join(tokens, at, words, out string singular);
            if (singular != key && _nouns.TryGetValue(singular, out ActorNoun? noun))
            {
                plural = true;
                return noun;
            }
            if (_nouns.TryGetValue(key, out noun))
            {
                plural = key is "people" or "police" or "staff" or "media" or "personnel" or "youth"
                    || (key.EndsWith('s') && singular != key);
                return noun;
            }
        }
        return null;
    }

    /// <summary>The longest known body that begins at <paramref name="at"/>, and how many tokens its name takes.</summary>
    public KnownOrganisation? OrganisationAt(IReadOnlyList<Token> tokens, int at, int end, out int words)
    {
        for (words = Longest(tokens[at].Lower, end - at); words > 0; words--)
        {
            string key = Join(tokens, at, words, out _);
            if (!_organisations.TryGetValue(key, out (KnownOrganisation Body, string Printed) found))
                continue;
            if (LooksLikeName(tokens, at, words, found.Printed))
                return found.Body;
        }
        return null;
    }

    /// <summary>The known body of exactly this name or acronym; null where there is none.</summary>
    public KnownOrganisation? Organisation(string folded) =>
        _organisations.TryGetValue(folded, out (KnownOrganisation Body, string Printed) found) ? found.Body : null;

    /// <summary>The singular of a regular or well-known plural, of the last word only.</summary>
    public static string Singular(string lower)
    {
        // Also "men" itself: gunmen nobody knows are mostly told of as "two men".
        if (lower.EndsWith("men", StringComparison.Ordinal))
            return lower[..^2] + "an";
        if (lower.EndsWith("wives", StringComparison.Ordinal))
            return lower[..^3] + "fe";
        if (lower is "children" or "schoolchildren" or "grandchildren")
            return lower[..^3];
        if (lower.EndsWith("ies", StringComparison.Ordinal) && lower.Length > 4)
            return lower[..^3] + "y";
        if (lower.EndsWith("sses", StringComparison.Ordinal) || lower.EndsWith("ches", StringComparison.Ordinal) || lower.EndsWith("shes", StringComparison.Ordinal))
            return lower[..^2];
        if (lower.EndsWith('s') && lower.Length > 3 && !lower.EndsWith("ss", StringComparison.Ordinal) && !lower.EndsWith("us", StringComparison.Ordinal) && !lower.EndsWith("is", StringComparison.Ordinal))
            return lower[..^1];
        return lower;
    }

    private static bool LooksLikeName(IReadOnlyList<Token> tokens, int at, int words, string printed)
    {
        Token first = tokens[at];
        // "al Shabab", "the Islamic State": the article may be small.
        if (words > 1)
            return char.IsUpper(first.Text[0]) || char.IsDigit(first.Text[0]) || (first.Lower is "the" or "al" or "el" or "ansar" or "jaish" && char.IsUpper(tokens[at + 1].Text[0]));
        if (!char.IsUpper(first.Text[0]) && first.Text.Length > 4 && first.Text[2] == '-' && char.IsUpper(first.Text[3]))
            return true;
        if (!char.IsUpper(first.Text[0]))
            return printed.Length <= 4 && string.Equals(first.Text, printed, StringComparison.Ordinal);
        bool acronym = printed.Length > 1 && printed.Count(char.IsUpper) > 1;
        if (!acronym)
            return first.Tag == Upos.Propn || first.Tag == Upos.Noun;
        // "WHO" is a body, "Who" is not; "Nato" and "Unicef" are long enough to be told from words.
        return first.Text.Count(char.IsUpper) > 1 || (printed.Length > 3 && first.Tag == Upos.Propn);
    }

    private void AddOrganisation(string name, KnownOrganisation body)
    {
        string key = Folding.Fold(name).Replace("'s", " 's", StringComparison.Ordinal);
        if (key.StartsWith("the ", StringComparison.Ordinal) && _organisations.ContainsKey(key[4..]))
            return;
        _organisations.TryAdd(key, (body, name));
        NoteLength(key);
    }

    private void NoteLength(string phrase)
    {
        string first = phrase.Split(' ')[0];
        int words = WordCount(phrase);
        if (!_longestByFirst.TryGetValue(first, out int longest) || longest < words)
            _longestByFirst[first] = words;
        if (words == 1)
            _longestByFirst.TryAdd(Singular(first), 1);
    }

    // "protesters" opens what "protester" does; known beforehand, so that a word of the text costs one look-up.
    private void NotePlurals()
    {
        foreach (string word in _longestByFirst.Keys.ToArray())
        {
            foreach (string plural in (ReadOnlySpan<string>)[word + "s", word + "es", word + "ren", word[..^1] + "ies", word[..^Math.Min(2, word.Length)] + "en"])
            {
                if (Singular(plural) == word)
                    _longestByFirst.TryAdd(plural, 1);
            }
        }
    }

    private int Longest(string first, int available) => Math.Min(Math.Min(_longestByFirst.GetValueOrDefault(first), LongestPhrase), available);

    private static string Join(IReadOnlyList<Token> tokens, int at, int words, out string singular)
    {
        if (words == 1)
        {
            singular = Singular(tokens[at].Lower);
            return tokens[at].Lower;
        }
        string[] parts = new string[words];
        for (int i = 0; i < words; i++)
            parts[i] = tokens[at + i].Lower;
        string key = string.Join(' ', parts);
        string last = Singular(parts[^1]);
        singular = key;
        if (last != parts[^1])
        {
            parts[^1] = last;
            singular = string.Join(' ', parts);
        }
        return key;
    }

    private static int WordCount(string phrase) => phrase.Count(c => c == ' ') + 1;
}
