using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>Reads names off capitalised tokens: organisations by head word, nations, places and persons.</summary>
internal sealed class NameReader
{
    private const int LongestName = 10;

    private static readonly HashSet<string> s_particles = new(StringComparer.Ordinal)
    {
        "al", "el", "bin", "bint", "ibn", "ben", "abu", "ould", "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "der", "den", "von", "zu", "ter", "ten", "af", "av", "y", "e", "st",
    };

    // Capitalised words that begin or make up names of other things.
    private static readonly HashSet<string> s_notNames = new(StringComparer.Ordinal)
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
        "feb", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec.",
        "christmas", "easter", "ramadan", "eid", "twitter", "facebook", "telegram", "instagram", "youtube", "whatsapp", "tiktok", "x", "i", "english", "internet", "gmt", "utc", "covid", "covid-19", "tv",
        "god", "allah", "bible", "quran", "koran", "euro", "euros", "dollar", "nobel", "olympic", "olympics", "street", "avenue", "square", "bridge", "river", "airport", "road", "highway", "province", "region", "county", "district", "city", "town", "village", "valley", "mountain", "mount", "lake", "sea", "ocean", "gulf", "bay", "island", "islands", "peninsula", "strait", "port",
        "western", "eastern", "northern", "southern", "central", "north", "south", "east", "west", "middle", "balkan", "balkans", "europe", "european", "asia", "asian", "africa", "african", "america", "american", "war", "agreement", "treaty", "accord", "convention", "resolution", "act", "law", "constitution", "revolution", "order", "award", "prize", "cup", "plan", "day", "eve", "year", "week",
        "photo", "image", "images", "video", "file", "read", "breaking", "exclusive", "update", "watch", "live", "source", "advertisement",
    };

    private readonly ActorLexicon _lexicon;
    private readonly AnnotatedReport _report;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly Dictionary<int, PlaceMention> _placesByStart = [];
    private int _sentenceFirst;
    private int _sentenceEnd;
    private bool _shouted;

    public NameReader(ActorLexicon lexicon, AnnotatedReport report)
    {
        _lexicon = lexicon;
        _report = report;
        _tokens = report.Tokens;
        foreach (PlaceMention place in report.Places)
            _placesByStart.TryAdd(place.Span.Start, place);
    }

    /// <summary>Begins a sentence: where it starts, and whether it is printed all in capitals, which then say nothing.</summary>
    public void Enter(Sentence sentence)
    {
        _sentenceFirst = sentence.FirstToken;
        _sentenceEnd = sentence.EndToken;
        int words = 0, capitals = 0;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            string text = _tokens[i].Text;
            if (text.Length < 2 || !char.IsLetter(text[0]))
                continue;
            words++;
            if (ActorWords.IsShouted(text))
                capitals++;
        }
        _shouted = words >= 4 && capitals * 10 >= words * 7;
    }

    /// <summary>A known body, or capitalised words with an organisation head among them.</summary>
    public bool OrganisationAt(int at, int end, out KnownOrganisation? known, out int words, out ActorKind kind)
    {
        known = _lexicon.OrganisationAt(_tokens, at, end, out words);
        kind = known?.Kind ?? ActorKind.Organisation;
        int longer = _shouted ? 0 : HeadedName(at, end, out ActorKind headed);
        if (longer > words)
        {
            // "European Union Rule of Law Mission" is one body; "UN Security Council" is in the lexicon.
            _ = HeadedName(at, end, out headed);
            known = null;
            words = longer;
            kind = headed;
            return true;
        }
        if (known is not null)
            return true;
        if (!_shouted && ActorWords.IsAcronym(_tokens[at].Text) && !IsGiven(at) && !ActorWords.IsCommonAcronym(_tokens[at].Text) && _lexicon.CountryNamed(_tokens[at].Lower) is null)
        {
            words = 1;
            return true;
        }
        words = 0;
        return false;
    }

    /// <summary>A country, capital, seat of government, adjective or people word.</summary>
    public bool NationAt(int at, int end, out NationUnit? nation)
    {
        nation = null;
        if (at >= end)
            return false;
        Token token = _tokens[at];
        if (!char.IsUpper(token.Text[0]) && token.Lower != "ethnic")
            return false;
        int first = at;
        if (token.Lower == "ethnic")
        {
            at++;
            if (at >= end || !char.IsUpper(_tokens[at].Text[0]))
                return false;
        }
        int limit = Math.Min(end, at + 6);
        for (int stop = limit; stop > at; stop--)
        {
            if (!ActorWords.IsNameJoin(_tokens, at, stop))
                continue;
            string words = stop == at + 1 ? _tokens[at].Text : ActorWords.Text(_report, at, stop);
            // Folded once; every table below folds what it is asked.
            string key = GazetteerKey.Of(stop == at + 1 ? _tokens[at].Lower : words);
            if (_lexicon.CountryNamed(key) is { } country)
            {
                if (stop == at + 1 && (BeginsPersonName(at, end) || (token.Text.Length <= 3 && token.Text.Any(char.IsLower))))
                    return false;
                nation = new NationUnit(first, stop, country.Code, Text.Folding.Fold(country.Name), false, false, false);
                return true;
            }
            if (_lexicon.Seat(key) is { } seated && (stop > at + 1 || !BeginsPersonName(at, end)))
            {
                nation = new NationUnit(first, stop, seated.Code, Text.Folding.Fold(seated.Name), false, false, false);
                return true;
            }
            if (stop - at <= 2 && People(at, stop, words) is { } people)
            {
                nation = people with { First = first };
                return true;
            }
        }
        return false;
    }

    /// <summary>A place of the place finder that begins here.</summary>
    public bool PlaceAt(int at, int end, out int stop, out GazetteerPlace? place)
    {
        stop = at;
        place = null;
        if (!_placesByStart.TryGetValue(_tokens[at].Span.Start, out PlaceMention? mention))
            return false;
        while (stop < end && _tokens[stop].Span.End <= mention.Span.End)
            stop++;
        place = mention.Place;
        return stop > at;
    }

    /// <summary>A person's name that begins here: the token after it, or <paramref name="at"/> where there is none.</summary>
    public int PersonAt(int at, int end, bool afterTitle, out NameStrength strength, out IReadOnlyList<string> parts)
    {
        strength = NameStrength.None;
        parts = [];
        if (_shouted || at >= end || (!IsNameToken(at) && !(afterTitle && IsParticle(at) && at + 1 < end && IsNameToken(at + 1))))
            return at;
        if (_lexicon.OrganisationAt(_tokens, at, end, out _) is not null || (_lexicon.CountryNamed(_tokens[at].Lower) is not null && !BeginsPersonName(at, end)) || (_tokens[at].Text is { Length: > 2 } shouted && shouted.All(char.IsUpper)))
            return at;
        // "Provence-Alpes-Côte d'Azur": the rest of a name that began before.
        if (at > _sentenceFirst && IsArticled(_tokens[at].Text) && char.IsUpper(_tokens[at - 1].Text[0]) && _tokens[at - 1].Tag == Upos.Propn && !afterTitle)
            return at;
        if (PlaceAt(at, end, out int placeEnd, out _) && !afterTitle && !(IsGiven(at) && placeEnd < end && IsNameToken(placeEnd)))
            return at;
        int stop = at;
        int real = 0;
        List<string> words = [];
        while (stop < end && stop - at < 7)
        {
            if (IsNameToken(stop) && (stop == at || !StartsOther(stop, end)))
            {
                words.Add(_tokens[stop].Text);
                real++;
                stop++;
            }
            else if (IsParticle(stop) && stop + 1 < end && (IsNameToken(stop + 1) || (IsParticle(stop + 1) && stop + 2 < end && IsNameToken(stop + 2))) && (stop > at || afterTitle))
            {
                words.Add(_tokens[stop].Text);
                stop++;
            }
            else
                break;
        }
        if (real == 0)
            return at;
        parts = words;
        bool given = IsGiven(at);
        if (real == 1)
        {
            strength = NameStrength.Single;
            return stop;
        }
        bool certain = given && !(at == _sentenceFirst && !_lexicon.Given.IsGiven(_tokens[at].Lower, ambiguousToo: false) && _tokens[at].Tag != Upos.Propn);
        strength = certain && (_lexicon.Given.IsGiven(_tokens[at].Lower, ambiguousToo: false) || IsInitial(at + 1)) ? NameStrength.Strong : NameStrength.Weak;
        if (IsInitial(at) && real >= 2)
            strength = NameStrength.Strong;
        return stop;
    }

    private bool BeginsPersonName(int at, int end) =>
        IsGiven(at) && at + 1 < end && IsNameToken(at + 1) && _lexicon.CountryNamed(_tokens[at + 1].Lower) is null && _lexicon.HeadKind(_tokens[at + 1].Lower) is null
        && _lexicon.Demonym(_tokens[at + 1].Lower) is null && _lexicon.TitleAt(_tokens, at + 1, end, out _) is null && _lexicon.OrganisationAt(_tokens, at + 1, end, out _) is null
        && _lexicon.NounAt(_tokens, at + 1, end, out _) is null;

    private bool StartsOther(int at, int end) =>
        (_lexicon.TitleAt(_tokens, at, end, out bool plural) is { Class: not "cleric" and not "soldier" and not "worker" } && !plural)
        || _lexicon.OrganisationAt(_tokens, at, end, out _) is not null
        || (_lexicon.CountryNamed(_tokens[at].Lower) is not null && !_lexicon.Given.IsGiven(_tokens[at].Lower));

    private bool IsNameToken(int at)
    {
        Token token = _tokens[at];
        string text = token.Text;
        // "al-Harazi", "d'Arvor": the capital stands after the article.
        if (at > _sentenceFirst && IsArticled(text))
            return true;
        if (!char.IsUpper(text[0]) || ActorWords.HasDigit(text) || s_notNames.Contains(token.Lower) || ActorWords.IsFunctionWord(token.Lower))
            return false;
        if (at == _sentenceFirst || IsAfterOpening(at))
        {
            if (token.Tag is not Upos.Propn && !(token.Tag is Upos.Noun or Upos.Adj or Upos.X && (IsGiven(at) || (at + 1 < _sentenceEnd && _tokens[at + 1].Tag is Upos.Propn && IsGiven(at)))))
                return false;
        }
        if (token.Tag is Upos.Pron or Upos.Det or Upos.Adp or Upos.Aux or Upos.Punct or Upos.Sym or Upos.Sconj or Upos.Cconj)
            return false;
        return text.Length > 1 || IsInitial(at);
    }

    private static bool IsArticled(string text)
    {
        int mark = text.IndexOfAny(['-', '\'', '\u2019']);
        return mark is 1 or 2 or 3 && mark + 2 < text.Length && char.IsLower(text[0]) && char.IsUpper(text[mark + 1]) && text.All(c => char.IsLetter(c) || c is '-' or '\'' or '\u2019');
    }

    private bool IsInitial(int at) => at < _tokens.Count && _tokens[at].Text is { Length: 1 or 2 } text && char.IsUpper(text[0]) && text[0] != 'I' && (text.Length == 1 || text[1] == '.');

    private bool IsAfterOpening(int at) => at > _sentenceFirst && !char.IsLetterOrDigit(_tokens[at - 1].Text[0]) && _tokens[at - 1].Text is not ("," or "-" or "—" or "(" or "'" or "’" or ".");

    private bool IsGiven(int at) => _lexicon.Given.IsGiven(_tokens[at].Lower);

    private bool IsParticle(int at) => s_particles.Contains(_tokens[at].Lower);

    private NationUnit? People(int at, int stop, string words)
    {
        string form = Text.Folding.Fold(words);
        Ethnonym? people = _lexicon.People(form);
        Country? country = _lexicon.Demonym(form);
        if (people is null && country is null)
            return null;
        string canonical = people?.Canonical ?? form;
        string? code = country?.Code ?? (people!.Country is { Length: > 0 } named ? named : null);
        if (people is { Kind: not EthnonymKind.Demonym })
            code = people.Country is { Length: > 0 } home ? home : code;
        bool plural = form != canonical && (form.EndsWith('s') || form.EndsWith("men", StringComparison.Ordinal)) || (country?.People.Any(p => Text.Folding.Fold(p) == form && form.EndsWith('s')) ?? false);
        // A people is not a state: "ethnic Serbs" says nothing of a country.
        string? stateOf = people is { Kind: not EthnonymKind.Demonym } || (at > 0 && _tokens[at - 1].Lower == "ethnic") ? null : code;
        return new NationUnit(at, stop, stateOf, canonical, IsAdjective: true, plural, CanBePeople: form.EndsWith("sh", StringComparison.Ordinal) || form.EndsWith("ch", StringComparison.Ordinal) || form.EndsWith("ese", StringComparison.Ordinal) || form.EndsWith("ss", StringComparison.Ordinal));
    }

    /// <summary>How many tokens a name with an organisation head takes from here; 0 where there is none.</summary>
    private int HeadedName(int at, int end, out ActorKind kind)
    {
        kind = ActorKind.Organisation;
        if (!char.IsUpper(_tokens[at].Text[0]) || !CanBeInside(at))
            return 0;
        int stop = at;
        int head = -1;
        int limit = Math.Min(end, at + LongestName);
        while (stop < limit)
        {
            Token token = _tokens[stop];
            if (char.IsUpper(token.Text[0]) && !(token.Lower is "mr" or "mr." or "ms" or "mrs" or "ms." or "mrs."))
            {
                if (stop > at && s_notNames.Contains(token.Lower) && _lexicon.HeadKind(token.Lower) is null && !IsGeographic(token.Lower))
                    break;
                if (_lexicon.HeadKind(token.Lower) is { } found)
                {
                    head = stop;
                    kind = found;
                }
                // A title after the head begins another phrase: "Defence Ministry Spokesman".
                else if (stop > at && _lexicon.TitleAt(_tokens, stop, end, out bool plural) is { Class: "official" or "police" or "soldier" or "honorific" or "judge" } && !plural)
                    break;
                stop++;
            }
            else if (head >= 0 && token.Lower is "of" or "for" && stop + 1 < limit && OfFollows(stop, head))
                stop += _tokens[stop + 1].Lower is "the" ? 2 : 1;
            else if (head < 0 && token.Lower == "'" && stop + 1 < limit && char.IsUpper(_tokens[stop + 1].Text[0]) && _lexicon.People(_tokens[stop - 1].Lower) is null)
                stop++;
            else if (head >= 0 && stop > head + 1 && token.Lower is "and" or "&" && stop + 1 < limit && CanJoin(stop + 1, end))
                stop++;
            else
                break;
        }
        if (head < 0)
            return 0;
        int last = LastOf(at, stop, head);
        // One head word alone is a noun, not a name.
        if (last - at < 2)
            return 0;
        // "Kosovo Police", "Russian Foreign Ministry": modifiers of a body noun stay outside the name.
        if (last == head + 1 && AllModifiers(at, head) && _lexicon.NounAt(_tokens, BodyStart(at, head), end, out _) is { IsBody: true })
            return 0;
        return last - at;
    }

    private int BodyStart(int at, int head)
    {
        for (int i = at; i <= head; i++)
        {
            if (_lexicon.NounAt(_tokens, i, head + 1, out _) is { IsBody: true } noun && i + noun.Words == head + 1)
                return i;
        }
        return head;
    }

    private bool AllModifiers(int at, int head)
    {
        int body = BodyStart(at, head);
        int i = at;
        while (i < body)
        {
            if (NationAt(i, body, out NationUnit? nation))
                i = nation!.End;
            else if (_lexicon.IsModifier(_tokens[i].Lower))
                i++;
            else
                return false;
        }
        return true;
    }

    private int LastOf(int at, int stop, int head)
    {
        _ = at;
        int last = stop;
        // Names end in the head or in what its "of" brings; a capitalised word right after the head is another name.
        bool of = false;
        for (int i = head + 1; i < stop; i++)
            of |= _tokens[i].Lower is "of" or "for";
        if (!of)
            last = head + 1;
        return last;
    }

    private bool OfFollows(int at, int head)
    {
        if (at != head + 1)
            return false;
        int next = at + 1;
        if (_tokens[next].Lower is "the" && next + 1 < _tokens.Count)
            next++;
        return char.IsUpper(_tokens[next].Text[0]) && !s_notNames.Contains(_tokens[next].Lower);
    }

    private bool CanJoin(int at, int end) =>
        char.IsUpper(_tokens[at].Text[0]) && _lexicon.TitleAt(_tokens, at, end, out _) is null && _lexicon.CountryNamed(_tokens[at].Lower) is null
        && _lexicon.OrganisationAt(_tokens, at, end, out _) is null && !IsGiven(at) && _lexicon.People(_tokens[at].Lower) is null && _lexicon.HeadKind(_tokens[at].Lower) is null;

    private bool CanBeInside(int at)
    {
        Token token = _tokens[at];
        if (ActorWords.IsFunctionWord(token.Lower))
            return false;
        return at != _sentenceFirst || token.Tag is Upos.Propn or Upos.Adj or Upos.Noun;
    }

    private static bool IsGeographic(string lower) => lower is "western" or "eastern" or "northern" or "southern" or "central" or "north" or "south" or "east" or "west" or "european" or "african" or "asian" or "american" or "europe" or "africa" or "america" or "asia" or "balkan" or "law" or "war" or "region" or "city" or "province" or "district" or "county";
}
