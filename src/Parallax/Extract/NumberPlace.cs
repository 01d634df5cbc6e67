using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Where a number stands in its sentence and what it counts; indexes are those of the sentence.</summary>
internal readonly struct NumberPlace
{
    public NumberPlace(SentenceView s, QuantityMention quantity)
    {
        First = s.TokenAt(quantity.Span.Start);
        End = s.TokenAt(quantity.Span.End);
        int head = quantity.HeadToken - s.Sentence.FirstToken;
        Head = quantity.HeadToken >= 0 && head >= End && head < s.Count ? head : -1;
        Lemma = Head >= 0 ? s.Lemma(Head) : "";
        After = Head >= 0 ? Head + 1 : End;
        Prior = First - 1;
        // Quotation marks part a number from its verb as little as articles do: killed "up to 20".
        while (Prior > 0 && (s.Lower(Prior) is "the" or "all" or "another" or "only" or "just" or "a" or "an" or "further" or "up" or "out" || s[Prior].Text is "“" or "\"" or "‘" or "'" or "``"))
            Prior--;
    }

    private NumberPlace(NumberPlace place, int after)
    {
        (First, End, Prior) = (place.First, place.End, place.Prior);
        (Head, Lemma, After) = (-1, "", after);
    }

    /// <summary>The same place where the number counts nothing that is named, and the words go on at <paramref name="after"/>.</summary>
    public NumberPlace WithoutHead(int after) => new(this, after);

    /// <summary>The first token of the number with the words that bound it.</summary>
    public int First { get; }

    /// <summary>The token after the number.</summary>
    public int End { get; }

    /// <summary>The noun that it counts; -1 where it counts nothing that is named.</summary>
    public int Head { get; }

    /// <summary>The lemma of that noun.</summary>
    public string Lemma { get; }

    /// <summary>The token after the noun.</summary>
    public int After { get; }

    /// <summary>The last word before the number that is no article, no particle and no quotation mark.</summary>
    public int Prior { get; }
}
