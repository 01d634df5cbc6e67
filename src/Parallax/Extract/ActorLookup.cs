using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Who and what noun phrases are: actors of the report, people, forces, places.</summary>
internal sealed class ActorLookup(WordClasses words)
{
    /// <summary>The actor that the phrase names; -1 where it names none.</summary>
    public static int ActorOf(SentenceView s, NounPhrase phrase)
    {
        if (phrase.IsTime && phrase.Mention < 0)
            return -1;
        // "a couple of bombings": a number, nobody.
        if (s.Lemma(phrase.Head) is "couple" or "pair" or "series" or "string" or "number" && s.Lower(phrase.End) == "of")
            return -1;
        return phrase.Mention >= 0 ? s.Report.Mentions[phrase.Mention].Actor : -1;
    }

    /// <summary>"no group", "none of the rebels": words for people that name nobody.</summary>
    public static bool IsNobody(SentenceView s, NounPhrase phrase) =>
        s.Lower(phrase.First) is "no" or "neither" or "none" or "nobody" || (phrase.First > 0 && s.Lower(phrase.First - 1) is "no" or "neither");

    /// <summary>The "of" before the phrase; the tree may hang it on a title inside the name. -1 where there is none.</summary>
    public static int OfBefore(SentenceView s, NounPhrase phrase)
    {
        int of = phrase.First - 1;
        while (of > 0 && s.Tag(of) is Upos.Adj or Upos.Det)
            of--;
        return of > 0 && s.Lower(of) == "of" ? of : -1;
    }

    /// <summary>The people whom the person that the phrase names only owns: the driver in "the driver of X"; -1 where there are none.</summary>
    public static int PeopleOf(SentenceView s, NounPhrase phrase) =>
        OfBefore(s, phrase) is > 0 and int of && s.MentionAt[of - 1] is >= 0 and int people && people != phrase.Mention && IsNamedPerson(s, phrase)
        && s.Report.Mentions[people] is { Form: MentionForm.Nominal, Actor: >= 0 and int actor } && s.Report.Actors[actor].Kind is ActorKind.Person or ActorKind.Group ? actor : -1;

    /// <summary>Whether the phrase is a person's name.</summary>
    public static bool IsNamedPerson(SentenceView s, NounPhrase phrase) =>
        phrase.Mention >= 0 && s.Report.Mentions[phrase.Mention] is { Form: MentionForm.Name, Actor: >= 0 and int actor } && s.Report.Actors[actor].Kind == ActorKind.Person;

    /// <summary>Whether the phrase describes people by whose they are: "a cousin", "two allies".</summary>
    public static bool IsPeopleOf(SentenceView s, NounPhrase phrase) =>
        phrase.Mention >= 0
            ? s.Report.Mentions[phrase.Mention] is { Form: MentionForm.Nominal, Actor: >= 0 and int actor } && s.Report.Actors[actor].Kind is ActorKind.Person or ActorKind.Group
            : s.Lemma(phrase.Head) is "ally" or "rival" or "parent" or "opponent" or "critic" or "confidant" or "confidante" or "partner" or "friend";

    /// <summary>The distinct actors of <paramref name="phrases"/>, in order.</summary>
    public static List<int> ActorsOf(SentenceView s, IEnumerable<NounPhrase> phrases)
    {
        List<int> actors = [];
        foreach (NounPhrase phrase in phrases)
        {
            int actor = ActorOf(s, phrase);
            if (actor >= 0 && !actors.Contains(actor))
                actors.Add(actor);
        }
        return actors;
    }

    /// <summary>Whether the phrase names somebody who can act, known or not: an actor, a pronoun for people, "gunmen".</summary>
    public bool IsActor(SentenceView s, NounPhrase phrase) =>
        phrase.Mention >= 0 || IsPersonWord(s, phrase) || words.Is("armed", s.Lemma(phrase.Head)) || IsCountry(s, phrase);

    /// <summary>Whether the phrase names people.</summary>
    public bool IsPeople(SentenceView s, NounPhrase phrase)
    {
        if (IsPersonWord(s, phrase) || s.Lower(phrase.Head) is "anyone" or "anybody" or "someone" or "somebody" or "nobody" or "everyone" or "everybody")
            return true;
        int actor = ActorOf(s, phrase);
        if (actor >= 0)
        {
            ActorKind kind = s.Report.Actors[actor].Kind;
            return kind is ActorKind.Person or ActorKind.Group or ActorKind.Police or ActorKind.ArmedForce;
        }
        return phrase.Mention >= 0 && s.Report.Mentions[phrase.Mention].Form == MentionForm.Pronoun && s.Lower(phrase.Head) is not ("it" or "its" or "this" or "that");
    }

    /// <summary>Whether the phrase names soldiers, police, fighters or a government that commands them.</summary>
    public bool IsArmed(SentenceView s, NounPhrase phrase)
    {
        int actor = ActorOf(s, phrase);
        if (actor >= 0 && s.Report.Actors[actor].Kind is ActorKind.ArmedForce or ActorKind.Police or ActorKind.Government)
            return true;
        return words.Is("armed", s.Lemma(phrase.Head));
    }

    /// <summary>Whether the phrase names a crowd or group without command: protesters, residents.</summary>
    public bool IsGroup(SentenceView s, NounPhrase phrase)
    {
        int actor = ActorOf(s, phrase);
        if (actor >= 0)
            return s.Report.Actors[actor].Kind == ActorKind.Group;
        return words.Is("people", s.Lemma(phrase.Head)) || words.Is("crowd", s.Lemma(phrase.Head));
    }

    /// <summary>Whether the head is a word for people: a noun of the list, or a number that stands alone for them.</summary>
    public bool IsPersonWord(SentenceView s, NounPhrase phrase)
    {
        string lemma = s.Lemma(phrase.Head);
        if (words.Is("people", lemma) || words.Is("armed", lemma) || words.Is("crowd", lemma))
            return true;
        string lower = s.Lower(phrase.Head);
        return lower is "him" or "her" or "them" or "he" or "she" or "they" or "who" or "us" or "me" or "themselves" or "himself" or "herself" or "others" or "dozens" or "hundreds" or "thousands" or "scores"
            || (s.Tag(phrase.Head) == Upos.Num && s.QuantityAt[phrase.Head] >= 0 && s.Report.Quantities[s.QuantityAt[phrase.Head]] is { Kind: QuantityKind.Count, Unit: null });
    }

    /// <summary>Whether the phrase names a country.</summary>
    public static bool IsCountry(SentenceView s, NounPhrase phrase)
    {
        int place = s.PlaceAt[phrase.Head];
        return place >= 0 && s.Report.Places[place].Place is { Precision: Data.PlacePrecision.Country };
    }

    /// <summary>Whether the phrase names a place.</summary>
    public static bool IsPlace(SentenceView s, NounPhrase phrase) => s.PlaceAt[phrase.Head] >= 0;
}

/// <summary>Classes of English nouns that the rules ask for, from <c>measures-words.tsv</c>. Immutable.</summary>
internal sealed class WordClasses
{
    private readonly Dictionary<string, HashSet<string>> _classes = new(StringComparer.Ordinal);

    public WordClasses(Data.LexiconTable table)
    {
        foreach (string[] row in table.Rows)
        {
            if (!_classes.TryGetValue(row[0], out HashSet<string>? set))
                _classes.Add(row[0], set = new HashSet<string>(StringComparer.Ordinal));
            foreach (string word in row[1].Split(' '))
                set.Add(word);
        }
    }

    public bool Is(string wordClass, string lemma) => _classes.TryGetValue(wordClass, out HashSet<string>? set) && set.Contains(lemma);
}
