using System.Globalization;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Small closed questions about tokens that reading actors asks again and again.</summary>
internal static class ActorWords
{
    private static readonly HashSet<string> s_function = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "this", "that", "these", "those", "he", "she", "it", "they", "we", "you", "i", "his", "her", "its", "their", "our", "my", "your", "who", "which", "what", "when", "where", "while", "why", "how",
        "and", "or", "but", "nor", "so", "yet", "if", "as", "at", "by", "in", "on", "of", "for", "from", "to", "with", "without", "after", "before", "during", "since", "until", "under", "over", "about", "against", "between", "among", "amid", "into",
        "there", "here", "then", "now", "not", "no", "yes", "also", "however", "meanwhile", "earlier", "later", "still", "once", "even", "only", "just", "such", "some", "any", "all", "both", "each", "every", "most", "many", "several", "few", "more", "other", "another",
        "according", "although", "though", "because", "despite", "unlike", "like", "following", "moreover", "nevertheless", "nonetheless", "instead", "today", "yesterday", "tomorrow", "is", "are", "was", "were", "be", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "may", "might", "should", "must",
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "hundreds", "thousands", "dozens", "them", "him", "us", "me", "himself", "herself", "themselves", "itself", "additionally", "furthermore", "finally", "thus", "therefore", "otherwise", "local", "dr", "new",
    };

    private static readonly HashSet<string> s_numbers = new(StringComparer.Ordinal)
    {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million",
        "hundreds", "thousands", "dozens", "dozen", "scores", "tens", "several", "many", "few", "some", "numerous", "countless", "various", "multiple", "most", "all", "crowds", "groups", "number", "couple", "handful", "another", "second", "no", "every", "each",
    };

    private static readonly HashSet<string> s_quantityNouns = new(StringComparer.Ordinal)
    {
        "hundreds", "thousands", "dozens", "scores", "tens", "number", "couple", "handful", "most", "some", "many", "several", "all", "few", "crowds", "groups", "millions", "one", "two", "three", "four", "five", "six", "group", "crowd",
    };

    private static readonly HashSet<string> s_commonAcronyms = new(StringComparer.Ordinal)
    {
        "GDP", "COVID", "TV", "ID", "GMT", "UTC", "USD", "EUR", "AM", "PM", "CEO", "CFO", "BST", "EST", "PDT", "EDT", "DNA", "HIV", "AIDS", "SUV", "ATM", "PC", "CCTV", "FAQ", "VIP", "GPS", "RPG", "IED", "IDP", "NGO", "NGOS", "PHOTO", "VIDEO", "ALSO", "READ", "MORE", "LIVE", "AND", "THE", "SMS", "PDF", "URL", "USB", "WW2", "WWII", "WWI", "LGBT", "LGBTQ", "SOS", "LPG", "LNG", "CNG", "PCR", "ICU", "ASAP", "EXCLUSIVE", "BREAKING", "UPDATE", "WATCH", "OPINION", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIV", "XVI", "MP", "MPS", "MEP", "OK", "UAV", "AK", "APC",
    };

    // Forms of address that newspapers print before a full name as if they were part of it.
    private static readonly HashSet<string> s_styles = new(StringComparer.Ordinal)
    {
        "alhaja", "alhaji", "alhajj", "ato", "daw", "datin", "dato", "datuk", "dr", "dr.", "engr", "engr.", "frau", "hadj", "haj", "haji", "hajia", "hajj", "hajji", "herr", "hojatoleslam", "hojjat", "hon", "hon.",
        "honourable", "honorable", "madam", "malam", "mallam", "maulana", "mawlana", "mawlawi", "maulvi", "moulana", "moulvi", "molvi", "monsieur", "mwalimu", "mzee", "naw", "otunba", "pandit", "qari", "seyyed", "shaikh", "shaykh",
        "sheik", "sheikh", "shri", "signor", "signora", "smt", "señor", "señora", "ustad", "ustadh", "ustaz", "woizero", "monsignor", "msgr", "msgr.", "pastor", "rev", "rev.", "reverend", "mr", "mr.", "mrs", "mrs.", "ms", "ms.",
    };

    /// <summary>Whether the word is a form of address before a name: "Alhaji", "Mallam", "Datuk".</summary>
    public static bool IsStyle(string lower) => s_styles.Contains(lower);

    public static bool IsFunctionWord(string lower) => s_function.Contains(lower);

    public static bool IsPossessive(Token token) => token.Lower is "'s" or "'";

    public static bool IsNumber(Token token) => token.Tag == Upos.Num && char.IsDigit(token.Text[0]) || s_numbers.Contains(token.Lower) || (token.Text.Length > 0 && char.IsDigit(token.Text[0]) && token.Text.All(c => char.IsDigit(c) || c is ',' or '.'));

    public static bool IsQuantityNoun(string lower) => s_quantityNouns.Contains(lower);

    /// <summary>"more than 50", "at least two": hedges before a number.</summary>
    public static bool LeadsToNumber(IReadOnlyList<Token> tokens, int at, int end)
    {
        for (int i = at; i < end && i < at + 4; i++)
        {
            if (char.IsDigit(tokens[i].Text[0]) || (IsNumber(tokens[i]) && tokens[i].Lower is not "some"))
                return true;
            if (tokens[i].Lower is not ("more" or "than" or "about" or "around" or "some" or "at" or "least" or "nearly" or "almost" or "over" or "up" or "to" or "a" or "as" or "many" or "an" or "estimated"))
                return false;
        }
        return false;
    }

    /// <summary>"NATO-led", "UN-run": the side that leads, folded; null for other words.</summary>
    public static string? LedBy(Token token)
    {
        int hyphen = token.Lower.LastIndexOf('-');
        if (hyphen < 2 || !char.IsUpper(token.Text[0]))
            return null;
        return token.Lower[(hyphen + 1)..] is "led" or "run" or "commanded" ? token.Lower[..hyphen].Replace(".", "", StringComparison.Ordinal) : null;
    }

    /// <summary>Whether a word can stand before a head in a noun phrase.</summary>
    public static bool IsModifier(Token token, ActorLexicon lexicon, bool inside, Token? next)
    {
        if (next is null || !char.IsLetterOrDigit(next.Text[0]))
            return false;
        if (lexicon.IsModifier(token.Lower))
            return token.Tag is not Upos.Adp and not Upos.Sconj && !IsPredicate(token);
        if (token.Lower.StartsWith("ex-", StringComparison.Ordinal) || token.Lower.StartsWith("pro-", StringComparison.Ordinal) || token.Lower.StartsWith("anti-", StringComparison.Ordinal) || token.Lower.StartsWith("non-", StringComparison.Ordinal))
            return true;
        if (token.Tag == Upos.Adj)
            return true;
        if (!inside || IsPhraseOfItsOwn(token))
            return false;
        return token.Tag is Upos.Num or Upos.Noun or Upos.Propn
            || (token.Tag == Upos.Verb && token.Form is VerbForm.PastParticiple or VerbForm.Gerund && next.Tag is Upos.Noun or Upos.Adj or Upos.Propn)
            || (token.Tag == Upos.Adv && (token.Lower.EndsWith("ly", StringComparison.Ordinal) || token.Lower is "then") && next.Tag is Upos.Adj or Upos.Verb);
    }

    // "Police arrested protesters": what the tree makes a clause of its own describes nobody.
    private static bool IsPredicate(Token token) =>
        token.Tag == Upos.Verb && token.Relation is "root" or "ccomp" or "conj" or "advcl" or "acl:relcl" or "parataxis" or "xcomp";

    // "a move officials say": the tree tells a noun that is subject, object or apposition from one that modifies the next.
    private static bool IsPhraseOfItsOwn(Token token) =>
        token.Tag is Upos.Noun or Upos.Propn && token.Relation is "nsubj" or "nsubj:pass" or "obj" or "iobj" or "obl" or "appos" or "root" or "ccomp" or "advcl" or "parataxis";

    /// <summary>Whether the words found in the lexicon are used as a noun here.</summary>
    public static bool CanBeNoun(IReadOnlyList<Token> tokens, int at, int words)
    {
        Token last = tokens[at + words - 1];
        if (words > 1)
            return last.Tag is not Upos.Verb || tokens[at].Tag is Upos.Adj or Upos.Noun or Upos.Propn;
        return last.Tag is Upos.Noun or Upos.Propn || (last.Tag is Upos.Adj && last.Lower.EndsWith('s')) || last.Lower is "police" or "people" or "media" or "military" && last.Tag is not Upos.Verb and not Upos.Adv;
    }

    /// <summary>Whether every letter is a capital.</summary>
    public static bool IsShouted(string text)
    {
        foreach (char c in text)
        {
            if (char.IsLetter(c) && !char.IsUpper(c))
                return false;
        }
        return true;
    }

    public static bool HasDigit(string text)
    {
        foreach (char c in text)
        {
            if (char.IsDigit(c))
                return true;
        }
        return false;
    }

    public static bool IsNounLike(Token token) => token.Tag is Upos.Noun or Upos.Propn && char.IsLetter(token.Text[0]);

    /// <summary>Tokens that may be joined into one country name: no punctuation but inner stops and hyphens.</summary>
    public static bool IsNameJoin(IReadOnlyList<Token> tokens, int at, int stop)
    {
        if (stop == at + 1)
            return true;
        if (!char.IsUpper(tokens[stop - 1].Text[0]))
            return false;
        for (int i = at; i < stop; i++)
        {
            if (!char.IsLetter(tokens[i].Text[0]) || (!char.IsUpper(tokens[i].Text[0]) && tokens[i].Lower is not ("of" or "the" or "and")))
                return false;
        }
        return true;
    }

    /// <summary>Two to six letters, mostly capitals: "KFOR", "KFor", "U.N.".</summary>
    public static bool IsAcronym(string text)
    {
        if (text.Length is < 2 or > 8 || !char.IsUpper(text[0]))
            return false;
        int upper = 0, letters = 0;
        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not '.' and not '/' and not '-' || char.IsDigit(c))
                return false;
            if (char.IsLetter(c))
            {
                letters++;
                if (char.IsUpper(c))
                    upper++;
            }
        }
        return letters >= 2 && upper >= 2 && upper * 2 >= letters;
    }

    public static bool IsCommonAcronym(string text) => s_commonAcronyms.Contains(text.Replace(".", "", StringComparison.Ordinal).ToUpperInvariant()) || text.Replace(".", "", StringComparison.Ordinal).Length < 3;

    /// <summary>The token that gives another name after "(", ", or", "known as", "called"; -1 where none follows.</summary>
    public static int AliasAt(IReadOnlyList<Token> tokens, int at, int end)
    {
        if (at >= end)
            return -1;
        if (tokens[at].Text == "(" && at + 2 < end && tokens[at + 2].Text == ")" && IsAcronym(tokens[at + 1].Text))
            return at + 1;
        int i = at;
        if (tokens[i].Text == ",")
            i++;
        if (tokens[at].Text == "," && at + 2 < end && tokens[at + 2].Text == "," && IsAcronym(tokens[at + 1].Text) && !IsCommonAcronym(tokens[at + 1].Text))
            return at + 1;
        if (i + 1 < end && tokens[i].Lower is "or" or "aka" && IsAcronym(tokens[i + 1].Text) && tokens[at].Text == ",")
            return i + 1;
        if (i < end && tokens[i].Lower is "also" or "commonly" or "better")
            i++;
        if (i + 2 < end && tokens[i].Lower == "known" && tokens[i + 1].Lower == "as")
        {
            i += 2;
            if (tokens[i].Lower == "the" && i + 1 < end)
                i++;
            return char.IsUpper(tokens[i].Text[0]) && IsAcronym(tokens[i].Text) ? i : -1;
        }
        return -1;
    }

    /// <summary>The folded word under which an organisation qualifies others: its acronym or short name.</summary>
    public static string MemberOf(string name)
    {
        string folded = Folding.Fold(name).Replace(".", "", StringComparison.Ordinal);
        return folded switch
        {
            "united nations" => "un",
            "european union" => "eu",
            "north atlantic treaty organization" => "nato",
            "african union" => "au",
            _ => folded,
        };
    }

    /// <summary>The key of an organisation by any of its names.</summary>
    public static string OrganisationKey(string name, ActorLexicon lexicon)
    {
        string folded = Folding.Fold(name);
        KnownOrganisation? known = lexicon.Organisation(folded);
        return "organisation:" + (known is null ? folded.Replace(".", "", StringComparison.Ordinal) : Folding.Fold(known.Name));
    }

    /// <summary>
    /// The key of an institution of a country ("foreign ministry" + RU), equal for "Ministry of Foreign Affairs", "foreign ministry"
    /// and "foreign office", for "army" and "military", and for both spellings of "defence".
    /// </summary>
    public static string InstitutionKey(string text, string? country, ActorLexicon lexicon, out string plain)
    {
        plain = Folding.Fold(text).Replace("defense", "defence", StringComparison.Ordinal).Replace("organization", "organisation", StringComparison.Ordinal);
        if (plain.StartsWith("the ", StringComparison.Ordinal))
            plain = plain[4..];
        plain = plain switch
        {
            "ministry of foreign affairs" or "foreign affairs ministry" or "foreign office" or "ministry of external affairs" or "ministry for foreign affairs" => "foreign ministry",
            "ministry of the interior" or "ministry of internal affairs" or "ministry of interior" or "internal affairs ministry" => "interior ministry",
            "army" or "armed forces" or "armed force" or "military" or "defence forces" or "defence force" => "military",
            "ministry of national defence" => "defence ministry",
            "authorities" or "authority" or "administration" or "government" or "cabinet" or "state" or "regime" => "government",
            "national police" or "police force" or "state police" => "police",
            "national assembly" or "assembly" or "legislature" => "parliament",
            _ when plain.StartsWith("ministry of ", StringComparison.Ordinal) => plain["ministry of ".Length..] + " ministry",
            _ => plain,
        };
        if (plain == "government" && country is not null)
            return "government:" + country;
        return country is null ? OrganisationKey(plain, lexicon) : "institution:" + plain + ":" + country;
    }

    /// <summary>Bodies of which a country has one, so that its name and theirs together are a name.</summary>
    public static bool IsInstitution(ActorNoun noun) =>
        noun.Class is "ministry" or "court" or "parliament" || (noun.Kind == ActorKind.Government)
        || noun.Text is "police" or "army" or "military" or "navy" or "air force" or "armed forces" or "coast guard" or "national guard" or "gendarmerie" or "border police" or "federal police" or "national police" or "security forces" or "defence forces" or "defense forces" or "special police" or "opposition";

    /// <summary>Whether the words are the whole name of a force of which a country has one.</summary>
    public static bool IsForceName(string words) =>
        Folding.Fold(words) is "army" or "military" or "navy" or "air force" or "armed forces" or "coast guard" or "national guard" or "gendarmerie" or "police" or "national police" or "federal police" or "border police";

    public static string? BodyClass(string text, ActorKind kind, ActorLexicon lexicon)
    {
        _ = lexicon;
        string folded = Folding.Fold(text);
        return kind switch
        {
            ActorKind.ArmedForce => "soldier",
            ActorKind.Police => "police",
            ActorKind.Outlet => "journalist",
            ActorKind.Government => "government",
            _ when folded.Contains("ministry", StringComparison.Ordinal) => "ministry",
            _ when folded.Contains("court", StringComparison.Ordinal) => "court",
            _ when folded.Contains("party", StringComparison.Ordinal) => "party",
            _ => "organisation",
        };
    }

    /// <summary>The words from token <paramref name="first"/> up to <paramref name="end"/> as they are printed.</summary>
    public static string Text(AnnotatedReport report, int first, int end) =>
        TextSpan.FromBounds(report.Tokens[first].Span.Start, report.Tokens[end - 1].Span.End).Of(report.Report.Text);

    /// <summary>The number a number word states; null for vague words.</summary>
    public static int? Number(string? word)
    {
        if (word is null)
            return null;
        if (int.TryParse(word.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return number;
        int at = Array.IndexOf(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], word);
        return at < 0 ? null : at;
    }
}
