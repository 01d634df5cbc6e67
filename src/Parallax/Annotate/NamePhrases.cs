namespace Parallax.Annotate;

/// <summary>Names that known bodies, head words and brackets show.</summary>
internal sealed class NamePhrases(ActorLexicon lexicon)
{
    private const int LongestName = 9;

    // Heads that make a body of any capitalised words before them.
    private static readonly HashSet<string> s_strong = new(StringComparer.Ordinal)
    {
        "academy", "agency", "alliance", "army", "assembly", "association", "authority", "battalion", "brigade", "brigades", "brotherhood", "bureau", "coalition", "commission", "committee",
        "confederation", "consortium", "constabulary", "corporation", "corps", "council", "court", "department", "directorate", "federation", "forces", "foundation", "front", "gendarmerie",
        "government", "institute", "league", "legion", "legions", "ltd", "inc", "corp", "plc", "llc", "gmbh", "militia", "ministry", "movement", "navy", "orchestra", "organisation", "organization", "parliament", "party",
        "police", "regiment", "secretariat", "senate", "society", "squadron", "syndicate", "tribunal", "union", "university", "administration", "guard", "guards", "force", "ministries", "treasury", "airlines", "airways",
    };

    // Heads whose name goes on with "of" and what follows.
    private static readonly HashSet<string> s_of = new(StringComparer.Ordinal)
    {
        "ministry", "department", "government", "university", "bank", "council", "court", "bureau", "church", "board", "institute", "association", "federation", "union", "league", "organisation", "organization",
        "society", "office", "academy", "confederation", "party", "brotherhood", "embassy", "front", "movement", "army", "directorate", "committee", "commission", "chamber", "house", "college", "republic", "parliament",
    };

    // Last words of names of places.
    private static readonly HashSet<string> s_placeHeads = new(StringComparer.Ordinal)
    {
        "river", "street", "avenue", "road", "boulevard", "lane", "square", "province", "county", "district", "island", "islands", "lake", "mountain", "mountains", "valley", "bay", "strait", "peninsula", "desert",
        "airport", "airfield", "bridge", "governorate", "highway", "canal", "sea", "ocean", "gulf", "village", "city", "creek", "dam", "park", "forest", "beach", "harbour", "harbor",
    };

    private static readonly HashSet<string> s_firms = new(StringComparer.Ordinal) { "inc", "inc.", "corp", "corp.", "ltd", "ltd.", "plc", "llc", "gmbh", "co." };

    private static readonly HashSet<string> s_storms = new(StringComparer.Ordinal) { "hurricane", "cyclone", "typhoon", "storm" };

    /// <summary>Takes off what is no name of ours: storms, wherever the report names them, and peoples ("ethnic Serbs").</summary>
    public void DropOthers(NameSheet sheet)
    {
        HashSet<string> others = new(StringComparer.Ordinal);
        for (int i = 0; i + 1 < sheet.Words.Count; i++)
        {
            if (s_storms.Contains(sheet.Words[i].Lower) && sheet.IsCapital(i) && sheet.IsCapital(i + 1) && sheet.SameSentence(i, i + 1) && sheet.Words[i + 1].Tag == Upos.Propn)
                others.Add(sheet.Words[i + 1].Lower);
        }
        foreach (NameDraft name in sheet.Names.ToArray())
        {
            bool isStorm = s_storms.Contains(sheet.Words[name.First].Lower) && name.End - name.First == 2;
            if (name.Kind != NameKind.Organisation && (isStorm || (name.End - name.First == 1 && others.Contains(sheet.Words[name.First].Lower))))
                sheet.Remove(name);
            else if (name.Kind != NameKind.Place && IsPeople(sheet, name))
                sheet.Remove(name);
        }
    }

    private bool IsPeople(NameSheet sheet, NameDraft name)
    {
        Token last = sheet.Words[name.End - 1];
        return name.End - name.First < 4 && last.Lower.EndsWith('s') && last.Xpos is "NNPS" or "NNS" && (name.End - name.First == 1 || !sheet.IsCapital(name.First) || sheet.Words[name.First].Lower == "ethnic")
            && (lexicon.People(last.Lower) is not null || (!char.IsUpper(last.Text[0]) && lexicon.TitleAt(sheet.Words, name.End - 1, name.End, out bool plural) is not null && plural));
    }

    /// <summary>Bodies that the lexicon knows.</summary>
    public void TakeKnown(NameSheet sheet)
    {
        for (int i = 0; i < sheet.Words.Count; i++)
        {
            if (!char.IsLetter(sheet.Words[i].Text[0]) || lexicon.OrganisationAt(sheet.Words, i, sheet.Words.Count, out int count) is null)
                continue;
            int first = sheet.Words[i].Lower == "the" && count > 1 ? i + 1 : i;
            int end = i + count;
            if (!sheet.SameSentence(first, end - 1) || !sheet.IsCapital(first) || (end - first == 1 && !IsKnownAlone(sheet, first)))
                continue;
            // A longer name that holds it is another body: "UN Development Programme".
            if (sheet.At(first) is { } before && (before.First < first || before.End > end))
                continue;
            if (sheet.At(end - 1) is { } after && after.End > end)
                continue;
            sheet.Put(first, end, NameKind.Organisation).IsSure = true;
            i = end - 1;
        }
    }

    // One word of many meanings needs the network's word for it, unless it is an acronym.
    private static bool IsKnownAlone(NameSheet sheet, int at) =>
        sheet.Words[at].Text.Count(char.IsUpper) > 1 || sheet.At(at) is { Kind: NameKind.Organisation };

    /// <summary>Capitalised words that end in the head word of a body, or go on with "of" behind it.</summary>
    public void TakeHeaded(NameSheet sheet)
    {
        for (int i = 0; i < sheet.Words.Count; i++)
        {
            string head = sheet.Words[i].Lower.TrimEnd('.');
            if (!sheet.IsCapital(i) || !(s_strong.Contains(head) || s_of.Contains(head)) || sheet.IsShouted(i))
                continue;
            int first = s_strong.Contains(head) ? Left(sheet, i) : i;
            int end = s_of.Contains(head) ? Right(sheet, i) : i + 1;
            if (end - first < 2 || (end == i + 1 && !HasMeaning(sheet, first, i)))
                continue;
            // What the network reads as longer stands.
            if (sheet.At(first) is { Kind: NameKind.Organisation } before && before.First < first)
                continue;
            if (sheet.At(end - 1) is { Kind: NameKind.Organisation } after && after.End > end)
                continue;
            sheet.Put(first, end, NameKind.Organisation).IsSure = true;
            i = end - 1;
        }
    }

    /// <summary>Kinds that the last word settles.</summary>
    public static void RepairKinds(NameSheet sheet)
    {
        foreach (NameDraft name in sheet.Names.ToArray())
        {
            int end = name.End;
            if (end < sheet.Words.Count && sheet.SameSentence(name.First, end) && s_firms.Contains(sheet.Words[end].Lower) && sheet.IsCapital(end))
            {
                sheet.Put(name.First, end + 1, NameKind.Organisation).IsSure = true;
                continue;
            }
            if (end - name.First < 2)
                continue;
            string last = sheet.Words[end - 1].Lower.TrimEnd('.');
            if (name.Kind != NameKind.Organisation && s_strong.Contains(last))
                name.Kind = NameKind.Organisation;
            else if (name.Kind == NameKind.Person && s_placeHeads.Contains(last))
                name.Kind = NameKind.Place;
        }
    }

    /// <summary>A country's whole name is a place, and so are capitalised words before a word such as "Street" or "River".</summary>
    public static void TakePlaces(NameSheet sheet)
    {
        foreach (PlaceMention place in sheet.Report.Places)
        {
            if (place.Place is { Precision: Data.PlacePrecision.Country } && sheet.Covered(place.Span, out int first, out int end)
                && sheet.At(first) is { } name && name.First == first && name.End == end)
                name.Kind = NameKind.Place;
        }
        for (int i = 1; i < sheet.Words.Count; i++)
        {
            if (!s_placeHeads.Contains(sheet.Words[i].Lower) || sheet.Words[i].Tag != Upos.Propn || !sheet.IsCapital(i) || sheet.IsShouted(i) || sheet.At(i) is not null)
                continue;
            int first = i;
            while (first > 0 && i - first < 3 && sheet.SameSentence(first - 1, i) && sheet.IsCapital(first - 1) && sheet.Words[first - 1].Tag == Upos.Propn && sheet.At(first - 1) is null)
                first--;
            if (first < i)
                sheet.Put(first, i + 1, NameKind.Place);
        }
    }

    /// <summary>Two places side by side are two: "Kelton Ohio".</summary>
    public static void PartPlaces(NameSheet sheet)
    {
        foreach (PlaceMention place in sheet.Report.Places)
        {
            if (place.Place is null || !sheet.Covered(place.Span, out int first, out int end) || sheet.At(first) is not { Kind: NameKind.Place } name || name.First != first || name.End <= end)
                continue;
            int tail = AnnotatedReport.FirstTokenAt(sheet.Words, place.Span.End);
            if (!Regional(sheet, tail, name.End))
                continue;
            int last = name.End;
            sheet.Put(first, end, NameKind.Place);
            sheet.Put(tail, last, NameKind.Place);
        }
    }

    // Whether the words are exactly one resolved place.
    private static bool Regional(NameSheet sheet, int first, int end)
    {
        foreach (PlaceMention place in sheet.Report.Places)
        {
            if (place.Place is not null && sheet.Covered(place.Span, out int from, out int to) && from == first && to == end)
                return true;
        }
        return false;
    }

    /// <summary>An acronym in brackets behind its long form names what that names: "Kara Liberation Front (KLF)".</summary>
    public static void TakeAcronyms(NameSheet sheet)
    {
        IReadOnlyList<Token> words = sheet.Words;
        for (int i = 2; i + 1 < words.Count; i++)
        {
            if (words[i - 1].Text != "(" || words[i + 1].Text != ")" || !ActorWords.IsAcronym(words[i].Text) || !sheet.SameSentence(i - 1, i + 1))
                continue;
            int first = LongForm(sheet, i - 1, words[i].Text);
            if (first < 0)
                continue;
            NameKind kind = sheet.At(i - 2) is { IsSure: true } long1 ? long1.Kind : NameKind.Organisation;
            if (sheet.At(first) is not { } whole || whole.End != i - 1 || whole.First != first)
                sheet.Put(first, i - 1, kind).IsSure = true;
            else
                (whole.Kind, whole.IsSure) = (kind, true);
            sheet.Put(i, i + 1, kind).IsSure = true;
        }
    }

    // The words before the bracket whose capitals spell the acronym; -1 where they do not.
    private static int LongForm(NameSheet sheet, int bracket, string acronym)
    {
        string letters = new([.. acronym.Where(char.IsLetter).Select(char.ToUpperInvariant)]);
        int at = letters.Length - 1;
        int i = bracket - 1;
        int first = -1;
        while (at >= 0 && i >= 0 && sheet.SameSentence(i, bracket) && bracket - i <= letters.Length + 4)
        {
            string word = sheet.Words[i].Text;
            if (char.ToUpperInvariant(word[0]) == letters[at] && char.IsLetter(word[0]))
            {
                if (char.IsUpper(word[0]))
                    first = i;
                at--;
            }
            else if (char.IsUpper(word[0]) || !(sheet.Words[i].Lower is "of" or "the" or "and" or "for" or "in" or "on" or "to" or "&" or "-"))
                return -1;
            i--;
        }
        return at < 0 && first >= 0 && first == i + 1 && bracket - first >= 2 ? first : -1;
    }

    // Where the capitalised words before the head begin.
    private int Left(NameSheet sheet, int head)
    {
        int first = head;
        while (first > 0 && head - first < LongestName && sheet.SameSentence(first - 1, head))
        {
            Token word = sheet.Words[first - 1];
            // "Farmers' Union"; behind 's another name ends.
            bool isJoin = word.Text is "-" or "&" or "–" || (word.Text is "'" or "’" && first >= 2 && sheet.Words[first - 2].Lower.EndsWith('s'));
            if (isJoin && first >= 2 && sheet.IsCapital(first) && sheet.IsCapital(first - 2) && sheet.SameSentence(first - 2, head))
            {
                first -= 2;
                continue;
            }
            if (!char.IsUpper(word.Text[0]) || ActorWords.IsFunctionWord(word.Lower) || !(word.Tag is Upos.Propn or Upos.Adj or Upos.Noun || (word.Tag == Upos.Verb && !sheet.OpensSentence(first - 1))))
                break;
            if (sheet.At(first - 1) is { Kind: NameKind.Person } || (lexicon.TitleAt(sheet.Words, first - 1, first, out _) is not null && first < head))
                break;
            first--;
        }
        return first;
    }

    // Where what "of" brings ends: "Ministry of Health and Welfare", "Government of the Republic".
    private static int Right(NameSheet sheet, int head)
    {
        int end = head + 1;
        int at = head + 1;
        if (at + 1 >= sheet.Words.Count || sheet.Words[at].Lower is not ("of" or "for"))
            return end;
        at++;
        if (sheet.Words[at].Lower == "the")
            at++;
        while (at < sheet.Words.Count && at - head < LongestName && sheet.SameSentence(head, at) && sheet.IsCapital(at) && sheet.Words[at].Tag is Upos.Propn or Upos.Adj or Upos.Noun)
        {
            end = ++at;
            if (at + 1 < sheet.Words.Count && sheet.Words[at].Lower is "and" or "&" && sheet.IsCapital(at + 1) && sheet.At(at + 1) is null or { Kind: NameKind.Organisation } && sheet.At(end - 1)?.Kind != NameKind.Place)
                at++;
        }
        return end;
    }

    // A sentence's first word alone before the head is not enough, nor is a number or a day.
    private static bool HasMeaning(NameSheet sheet, int first, int head)
    {
        if (head - first > 1 || !sheet.OpensSentence(first))
            return true;
        return sheet.Words[first].Tag is Upos.Propn || sheet.At(first) is not null;
    }
}
