using System.Globalization;
using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>Tells who and how many the token of a victim stands for.</summary>
internal sealed class VictimReader(AnnotatedReport report, WordClasses classes)
{
    private readonly Dictionary<int, int> _quantityAt = QuantityTokens(report);
    private readonly Dictionary<int, int> _mentionAt = MentionTokens(report);

    /// <summary>The victim at <paramref name="sign"/>; null where the words name no people.</summary>
    public Victim? Read(SentenceTree s, Sentence sentence, HarmSign sign, bool aside, int group)
    {
        int at = sign.Victim;
        Token token = s[at];
        if (sign.Rule == "multiple")
            return Multiple(s, sentence, sign, aside);
        if (token.Relation == "flat" || (token.Tag == Upos.Num && _quantityAt.TryGetValue(at, out int age) && report.Quantities[age].Kind != QuantityKind.Count))
            return null;
        int mention = _mentionAt.GetValueOrDefault(at, -1);
        ActorMention? named = mention >= 0 ? report.Mentions[mention] : null;
        ReportActor? actor = named is { Actor: >= 0 } ? report.Actors[named.Actor] : null;
        int quantity = QuantityOf(s, at);
        if (!IsPeople(s, at, sign.Anchor, named, actor, quantity))
            return null;
        (decimal? count, bool loose) = Count(s, at, actor, quantity);
        bool counts = quantity >= 0 && report.Quantities[quantity].Kind == QuantityKind.Count;
        bool isNamed = token.Tag == Upos.Propn && named?.Form == MentionForm.Name && actor is { Kind: ActorKind.Person } or { IsNamed: true, Class: null } && token.Tag == Upos.Propn;
        return new Victim
        {
            Token = at,
            Anchor = sign.Anchor,
            Harm = sign.Harm,
            Sentence = sentence.Index,
            Count = count,
            IsLoose = loose,
            IsCounted = counts && count is not null && report.Quantities[quantity].NumberSpan.Of(report.Report.Text) is not ("a" or "an" or "A" or "An"),
            IsPart = IsPart(s, at, sign),
            IsJoined = s.Child(at, "cc") >= 0,
            Ordinal = Ordinal(s, at),
            IsNew = s.Child(at, "det") is int det and >= 0 && s.Lower(det) is "a" or "an" or "another" or "one" && token.Lemma != "body" || counts,
            IsOther = IsOther(s, at),
            Actor = actor?.Index ?? -1,
            Name = isNamed || actor is { IsNamed: true, Kind: ActorKind.Person } ? LastName(actor?.Name ?? token.Text) : null,
            Age = Age(s, at),
            Sex = Sex(s, at, actor),
            Grown = Grown(token, Age(s, at)),
            IsPronoun = token.Tag == Upos.Pron && token.Lower is "he" or "she" or "him" or "her" or "his" or "himself" or "herself" or "who",
            IsGeneral = token.Tag == Upos.Pron || token.Tag == Upos.Num || classes.Is("anybody", token.Lemma) || token.Lemma == "body",
            Rule = sign.Rule,
            Evidence = token.Span.Union(s[sign.Anchor].Span).Union(quantity >= 0 ? report.Quantities[quantity].Span : token.Span),
            IsAside = aside,
            Group = group,
        };
    }

    /// <summary>"a triple homicide", "the double shooting": the adjective counts.</summary>
    private static Victim? Multiple(SentenceTree s, Sentence sentence, HarmSign sign, bool aside)
    {
        int count = s.Lower(sign.Victim) switch { "double" or "twin" => 2, "triple" => 3, "quadruple" => 4, "quintuple" => 5, "sextuple" => 6, _ => 0 };
        return count == 0 ? null : new Victim
        {
            Token = sign.Victim,
            Anchor = sign.Anchor,
            Harm = sign.Harm,
            Sentence = sentence.Index,
            Count = count,
            Rule = sign.Rule,
            Evidence = s[sign.Victim].Span.Union(s[sign.Anchor].Span),
            IsAside = aside,
        };
    }

    private bool IsPeople(SentenceTree s, int at, int sign, ActorMention? mention, ReportActor? actor, int quantity)
    {
        Token token = s[at];
        switch (token.Tag)
        {
            case Upos.Pron:
                return token.Lower is "he" or "she" or "they" or "him" or "her" or "them" or "his" or "their" or "who" or "one" or "nobody" or "none" or "everyone" or "both" or "another" or "someone" or "somebody" or "all" or "others" or "himself" or "herself"
                    || token.Lower is "no" or "anyone";
            case Upos.Num:
                return token.Lower == "one" || (quantity >= 0 && report.Quantities[quantity] is { Kind: QuantityKind.Count, Unit: null });
            case Upos.Propn:
                return actor is { Kind: ActorKind.Person } or { Kind: ActorKind.Group } || mention is null && char.IsUpper(token.Text[0]) && s.Child(at, "det") < 0 && Age(s, at) is not null || classes.Is("people", token.Lemma);
            case Upos.Adj:
                return token.Lower.EndsWith("-old", StringComparison.Ordinal) || token.Lower is "other" or "dead" or "injured" or "wounded" or "old" && Age(s, at) is not null;
            case Upos.Det:
                return token.Lower is "all" or "both" or "another" or "neither" or "none";
            default:
                return classes.Is("people", token.Lemma) || classes.Is("armed", token.Lemma) || classes.Is("police", token.Lemma) || classes.Is("soldier", token.Lemma) || token.Lower is "others" || token.Lower.EndsWith("-old", StringComparison.Ordinal)
                    || (token.Lemma == "body" && at == sign) || classes.Is("kin", token.Lemma) || classes.Is("anybody", token.Lemma)
                    || actor is { Kind: ActorKind.Person } && mention?.Form == MentionForm.Name || IsAgentive(token.Lemma);
        }
    }

    // "bailiff", "plasterer", "beautician": who is harmed by such a name is a person.
    private static bool IsAgentive(string lemma)
    {
        if (lemma.Length < 6 || lemma is "number" or "corner" or "shoulder" or "finger" or "matter" or "chapter" or "computer" or "counter" or "quarter" or "weather" or "winter" or "letter" or "border" or "center" or "trailer" or "disaster" or "encounter" or "sector" or "factor" or "motor" or "color" or "floor" or "tumor" or "critter")
            return false;
        foreach (string ending in (ReadOnlySpan<string>)["er", "or", "ist", "ian", "man", "woman", "person", "mate", "iff", "ee", "ess"])
        {
            if (lemma.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private (decimal? Count, bool Loose) Count(SentenceTree s, int at, ReportActor? actor, int quantity)
    {
        Token token = s[at];
        if (token.Lower is "nobody" or "none" or "neither" || s.Child(at, "det") is int no and >= 0 && s.Lower(no) is "no" or "neither")
            return (0, false);
        if (token.Lower is "one" && s.Lower(at - 1) == "no")
            return (0, false);
        if (quantity >= 0 && report.Quantities[quantity] is { Kind: QuantityKind.Count } number)
            return (number.Low > 0 ? number.Low : number.High ?? 0, number.Vague || number.Comparator is not (Comparator.Exactly or Comparator.AtLeast));
        if (token.Lower is "both" || token.Lemma is "couple" or "twin" or "twins" || (s.Child(at, "det") is int two and >= 0 && s.Lower(two) == "both"))
            return (2, false);
        if (token.Tag == Upos.Propn && actor is not { Kind: ActorKind.Group })
            return token.Xpos == "NNPS" && actor is null ? (null, false) : (1, false);
        if (token.Lower is "he" or "she" or "him" or "her" or "his" or "one" or "another" or "someone" or "somebody" or "himself" or "herself" or "who")
            return (1, false);
        if (token.Tag is Upos.Pron or Upos.Det)
            return (null, false);
        if (token.Tag == Upos.Adj)
            return token.Lower.EndsWith("-old", StringComparison.Ordinal) || token.Lower is "old" ? (1, false) : (null, false);
        bool plural = token.Xpos is "NNS" or "NNPS" || token.Lower is "people" or "others" || classes.Is("many", token.Lemma);
        return plural && !token.Lower.EndsWith("-old", StringComparison.Ordinal) ? (null, false) : (1, false);
    }

    /// <summary>The quantity that counts the token; -1 where none does.</summary>
    private int QuantityOf(SentenceTree s, int at)
    {
        if (_quantityAt.TryGetValue(at, out int own))
            return own;
        foreach (int child in s.Children(at))
        {
            if (s[child].Relation is "nummod" or "det" && _quantityAt.TryGetValue(child, out int counted) && report.Quantities[counted].Kind == QuantityKind.Count)
                return counted;
        }
        return -1;
    }

    private static bool IsOther(SentenceTree s, int at)
    {
        if (s.Lower(at + 1) == "else" || s.Lower(at) is "another" or "others" || (s.Lower(at) == "other"))
            return true;
        foreach (int child in s.Children(at))
        {
            if (child < at && s.Lower(child) is "other" or "another" or "second" or "third" or "more" or "additional" or "remaining")
                return true;
        }
        return false;
    }

    private static bool IsPart(SentenceTree s, int at, HarmSign sign)
    {
        if (sign.Rule == "adverb" || (s[at].Tag == Upos.Num && !IsOther(s, at)))
            return true;
        foreach (int child in s.Children(at))
        {
            if (s.Case(child) is "of" && s[child].Relation == "nmod" && s[child].Tag is Upos.Pron or Upos.Noun && (s.Lower(child) is "them" or "whom" or "those" or "victims" || s.Child(child, "det") >= 0) && (s[at].Tag is Upos.Num or Upos.Pron or Upos.Det || s.Lower(at) is "one"))
                return true;
        }
        return sign.Rule == "include";
    }

    private static string? Ordinal(SentenceTree s, int at)
    {
        foreach (int child in s.Children(at))
        {
            if (child < at && s.Lower(child) is "first" or "second" or "third" or "fourth" or "fifth" or "sixth" or "seventh")
                return s.Lower(child);
        }
        return null;
    }

    private int? Age(SentenceTree s, int at)
    {
        if (AgeOf(s.Lower(at)) is { } own)
            return own;
        foreach (int child in s.Children(at))
        {
            if (AgeOf(s.Lower(child)) is { } told)
                return told;
            if (_quantityAt.TryGetValue(child, out int quantity) && report.Quantities[quantity] is { Kind: QuantityKind.Age, Low: < 120, Unit: "year" } age)
                return (int)age.Low;
        }
        return null;
    }

    private static int? AgeOf(string lower)
    {
        int hyphen = lower.IndexOf('-', StringComparison.Ordinal);
        return hyphen is 1 or 2 && (lower.EndsWith("-year-old", StringComparison.Ordinal) || lower.EndsWith("-year", StringComparison.Ordinal)) && int.TryParse(lower.AsSpan(0, hyphen), NumberStyles.None, CultureInfo.InvariantCulture, out int age) ? age : null;
    }

    private static char Grown(Token token, int? age) => age is { } years ? years < 16 ? 'c' : years > 22 ? 'a' : ' ' : token.Lemma switch
    {
        "boy" or "girl" or "toddler" or "baby" or "infant" => 'c',
        "man" or "woman" or "father" or "mother" or "husband" or "wife" or "grandmother" or "grandfather" or "officer" or "deputy" or "homeowner" or "mom" or "dad" or "soldier" or "trooper" => 'a',
        _ => ' ',
    };

    private char Sex(SentenceTree s, int at, ReportActor? actor)
    {
        string lemma = s[at].Lemma, lower = s[at].Lower;
        if (lower is "he" or "him" or "his" or "himself" || classes.Is("male", lemma))
            return 'm';
        if (lower is "she" or "her" or "herself" || classes.Is("female", lemma))
            return 'f';
        foreach (int child in s.Children(at))
        {
            if (s.Lower(child) is "male")
                return 'm';
            if (s.Lower(child) is "female")
                return 'f';
        }
        return ' ';
    }

    private static string LastName(string name)
    {
        string folded = Folding.Fold(name);
        string[] parts = folded.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        for (int i = parts.Length - 1; i >= 0; i--)
        {
            if (parts[i] is not ("jr" or "sr" or "ii" or "iii" or "iv"))
                return parts[i];
        }
        return folded;
    }

    private static Dictionary<int, int> QuantityTokens(AnnotatedReport report)
    {
        Dictionary<int, int> found = [];
        for (int q = 0; q < report.Quantities.Count; q++)
        {
            if (report.Quantities[q].Kind is not (QuantityKind.Count or QuantityKind.Age))
                continue;
            TextSpan span = report.Quantities[q].NumberSpan;
            for (int i = AnnotatedReport.FirstTokenAt(report.Tokens, span.Start); i < report.Tokens.Count && report.Tokens[i].Span.Start < span.End; i++)
                found.TryAdd(i, q);
        }
        return found;
    }

    private static Dictionary<int, int> MentionTokens(AnnotatedReport report)
    {
        Dictionary<int, int> found = [];
        for (int m = 0; m < report.Mentions.Count; m++)
        {
            TextSpan span = report.Mentions[m].HeadSpan;
            for (int i = AnnotatedReport.FirstTokenAt(report.Tokens, span.Start); i < report.Tokens.Count && report.Tokens[i].Span.Start < span.End; i++)
                found.TryAdd(i, m);
        }
        return found;
    }
}
