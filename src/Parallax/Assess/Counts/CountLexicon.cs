using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>The words of one sentence, in the form under which reports are compared.</summary>
/// <param name="Content">Lemmas that carry meaning; numbers, days and months apart.</param>
/// <param name="Names">Those that are names.</param>
/// <param name="Cues">What its phrases tell of a count.</param>
internal sealed record SentenceWords(IReadOnlySet<string> Content, IReadOnlySet<string> Names, IReadOnlySet<string> Cues);

/// <summary>The word lists under which counts of several reports meet.</summary>
internal sealed class CountLexicon
{
    private const int ShortestWord = 3;
    private static readonly HashSet<string> s_calendar = new(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september",
            "october", "november", "december", "say", "tell", "report", "accord", "day", "night", "morning", "evening", "week", "weekend",
            "noon", "midday", "midnight", "dawn", "dusk", "sunrise", "sunset", "afternoon", "nightfall", "daybreak"], StringComparer.Ordinal);

    private static readonly HashSet<string> s_ofThings = new(["destroyed", "damaged", "found", "cleared", "pledged", "paid", "registered", "suspected", "confirmed", "deployed", "launched", "fired", "intercepted", "cancelled", "delayed", "affected", "delivered", "cast", "confiscated"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_several = new(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "many", "other", "all", "various", "neighbouring", "neighboring", "nearby", "surrounding"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_areas = new(["ports", "towns", "villages", "hamlets", "districts", "provinces", "prefectures", "regions", "cities", "places", "sites", "counties", "countries", "states", "communes", "suburbs", "valleys", "islands", "camps", "schools", "prisons"], StringComparer.Ordinal);
    private static readonly string[] s_makers = ["er", "or", "man", "men", "woman", "women", "ist", "ant", "ian"];

    private readonly Dictionary<string, string> _acts = new(StringComparer.Ordinal);
    private readonly ILookup<string, (string Phrase, string Cue)> _cues;
    private readonly PeopleGroups _groups;
    private readonly ClusterClasses _classes;
    private readonly WordClasses _words;
    private readonly HashSet<string> _stopwords;
    private readonly Dictionary<string, string> _meanings;

    public CountLexicon(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("count-acts").Rows)
            _acts.Add(row[0], row[1]);
        _groups = data.Made(d => new PeopleGroups(d));
        _cues = data.Lexicon("count-cues").Rows.ToLookup(row => row[0].Split(' ', '-')[0], row => (" " + row[0] + " ", row[1]), StringComparer.Ordinal);
        _classes = data.Made(d => new ClusterClasses(d));
        _words = new WordClasses(data.Lexicon("measures-words"));
        _stopwords = data.Lexicon("merge-stopwords").FirstColumn();
        _meanings = data.Lexicon("matter-words").Rows.ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
    }

    /// <summary>The word under which a word of its meaning is compared: "blast" is an explosion.</summary>
    public string MeaningOf(string word) => _meanings.GetValueOrDefault(word, word);

    /// <summary>The act that a word names; what only befalls people is none of a <paramref name="thing"/>'s.</summary>
    public string? ActOf(string lemma, bool thing = false) => _acts.TryGetValue(lemma, out string? act) && !(thing && !s_ofThings.Contains(act)) ? act : null;

    /// <summary>The class of a noun; a noun of no class is one by itself.</summary>
    public string? ClassOf(string? noun)
    {
        if (noun is null)
            return null;
        if (PartOf(noun) is not null || _words.Is("people", noun) || _words.Is("soldier", noun) || _words.Is("police", noun) || _words.Is("displaced", noun) || _words.Is("armed", noun)
            || _words.Is("anybody", noun) || _words.Is("crowd", noun) || _words.Is("doer", noun) || ActOf(noun) is not null)
        {
            return CountReader.Person;
        }
        if (_classes.OfPhrase(noun) is string known)
            return known;
        if (_words.Is("vehicle", noun))
            return "vehicle";
        if (_words.Is("weapon", noun))
            return "weapon";
        return Array.Exists(s_makers, maker => noun.Length > maker.Length + 2 && noun.EndsWith(maker, StringComparison.Ordinal)) ? CountReader.Person : noun;
    }

    /// <summary>Which people a noun names; null for things.</summary>
    public string? PartOf(string noun) => _classes.OfPhrase(noun) is string known && ClusterClasses.IsPeople(known) ? known : null;

    /// <summary>The group of people that a noun names and no other noun outside the group does: "teacher"; null for words that may mean anybody.</summary>
    public string? GroupOf(string? noun) => _groups.Of(noun);

    /// <summary>Whether a word names a day, a month or a part of the day.</summary>
    public static bool IsCalendar(string word) => s_calendar.Contains(word);

    /// <summary>The form under which a word is compared.</summary>
    public static string Key(Token token) => Folding.Fold(token.Lemma);

    /// <summary>The content words of a phrase.</summary>
    public IEnumerable<string> ContentOf(string phrase) => ClusterWords.Split(phrase).Where(IsContent).Select(MeaningOf);

    /// <summary>The content words of a phrase that stands in <paramref name="sentence"/>, by their lemmas there: "the landowners' league".</summary>
    public IEnumerable<string> ContentOf(string phrase, AnnotatedReport source, Sentence sentence)
    {
        Dictionary<string, string> lemmas = new(StringComparer.Ordinal);
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            lemmas.TryAdd(Folding.Fold(source.Tokens[i].Text), Key(source.Tokens[i]));
        return ClusterWords.Split(phrase).Select(w => lemmas.GetValueOrDefault(w, w)).Where(IsContent).Select(MeaningOf);
    }

    /// <summary>The words of a sentence, and what its phrases tell of a count.</summary>
    public SentenceWords WordsOf(AnnotatedReport report, Sentence sentence)
    {
        HashSet<string> content = new(StringComparer.Ordinal);
        HashSet<string> names = new(StringComparer.Ordinal);
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            Token token = report.Tokens[i];
            if (token.Tag is not (Upos.Noun or Upos.Propn or Upos.Verb or Upos.Adj))
                continue;
            string key = Key(token);
            // "Mine" is a pronoun more often than a pit.
            if (!IsContent(key) && !(key == "mine" && token.Tag == Upos.Noun))
                continue;
            // A rare word is easily read as a name; in print a name has a capital.
            if (token.Tag == Upos.Propn && char.IsUpper(token.Text[0]))
                names.Add(key);
            else
                key = MeaningOf(key);
            content.Add(key);
        }
        HashSet<string> cues = new(StringComparer.Ordinal);
        string[] words = [.. ClusterWords.Split(sentence.Span.Of(report.Report.Text))];
        string? text = null;
        foreach (string word in words)
        {
            foreach ((string phrase, string cue) in _cues[word.Split('-')[0]])
            {
                if (!cues.Contains(cue) && (text ??= " " + string.Join(' ', words) + " ").Contains(phrase, StringComparison.Ordinal))
                    cues.Add(cue);
            }
        }
        // "At four ports", "in five hamlets".
        for (int i = 1; i + 1 < words.Length && !cues.Contains("wide"); i++)
        {
            if (words[i - 1] is "in" or "at" or "of" or "from" or "across" && s_several.Contains(words[i]) && s_areas.Contains(words[i + 1]))
                cues.Add("wide");
        }
        return new SentenceWords(content, names, cues);
    }

    private bool IsContent(string word) => word.Length >= ShortestWord && char.IsLetter(word[0]) && !_stopwords.Contains(word) && !s_calendar.Contains(word);
}
