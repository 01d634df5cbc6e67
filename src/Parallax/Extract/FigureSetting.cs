using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>Tells when and where a number holds, where its clause alone would say it wrongly: history's dead, burials, tolls of two towns.</summary>
internal static class FigureSetting
{
    // Tokens from a relative clause back to the time of what it qualifies: "the strike on the camp last week that killed nine".
    private const int Reach = 8;

    // What lies longer back is recalled, not reported.
    private const int DaysOfNews = 75;

    private static readonly HashSet<string> s_afterwards = new(StringComparer.Ordinal)
    {
        "bury", "mourn", "honour", "honor", "commemorate", "remember", "identify", "name", "cremate", "visit", "repatriate", "eulogise", "eulogize", "compensate", "inter",
    };

    /// <summary>The time of what a relative clause qualifies: "last week's strike that killed 32", "a fire in 2009, in which 40 died", "since 2019, when 40 died"; -1 where it has none.</summary>
    public static int OfAntecedent(ClauseModel model, MeasuredNumber measured)
    {
        SentenceView s = model.Sentence;
        if (measured.Verb is not { } verb || !FollowsTime(s, measured) && (verb.Kind is ClauseKind.Main or ClauseKind.Complement || verb.Kind is ClauseKind.Subordinate && !(verb.Marker >= 0 && s.Lower(verb.Marker) is "when" or "where")))
            return -1;
        int at = (FollowsTime(s, measured) ? When(s, verb) : Math.Min(verb.ClauseFirst, verb.First)) - 1;
        if (s.Lower(at + 1) is "," or "–" or "—")
            at++;
        for (int i = at, commas = 0; i >= Math.Max(0, at - Reach); i--)
        {
            if (s.TimeAt[i] >= 0)
                return s.TimeAt[i];
            // "in revenge for a raid that killed 15": the time before is of the revenge.
            if (s.Tag(i) is Upos.Verb or Upos.Aux && i < at || (s.Tag(i) == Upos.Punct && ++commas > 1) || s.Lower(i) is "for" or "after" or "over" or "since" or "before" or "by" or "with" or "to")
                return -1;
        }
        return -1;
    }

    /// <summary>"since 2019, when 40 people died": whether the clause stands right behind a time that it tells of.</summary>
    public static bool FollowsTime(SentenceView s, MeasuredNumber measured)
    {
        int when = measured.Verb is { } verb ? When(s, verb) : -1;
        int at = when > 1 && s[when - 1].Text is "," or "–" or "—" ? when - 2 : when - 1;
        return at >= 0 && s.TimeAt[at] >= 0;
    }

    /// <summary>The "when" that opens the clause of the verb; -1 where none does.</summary>
    private static int When(SentenceView s, VerbGroup verb)
    {
        for (int i = verb.First - 1; i >= Math.Max(0, verb.First - Reach) && s.Tag(i) != Upos.Verb; i--)
        {
            if (s.Lower(i) == "when")
                return i;
        }
        return -1;
    }

    /// <summary>The place of what a relative clause qualifies: "the shooting in Y that killed 49"; -1 where it has none.</summary>
    public static int PlaceOfAntecedent(ClauseModel model, MeasuredNumber measured)
    {
        SentenceView s = model.Sentence;
        if (measured.Verb is not { Kind: ClauseKind.Relative or ClauseKind.ReducedRelative or ClauseKind.Gerund } verb)
            return -1;
        int at = Math.Min(verb.ClauseFirst, verb.First) - 1;
        if (s.Lower(at + 1) is "that" or "which" or ",")
            at++;
        for (int i = at; i >= Math.Max(0, at - Reach); i--)
        {
            if (s.Tag(i) is Upos.Verb or Upos.Aux or Upos.Cconj && i < at)
                return -1;
            if (s.PlaceAt[i] >= 0 && s.Lower(i - 1) is "in" or "at" or "near" or "outside" && s.Report.Places[s.PlaceAt[i]].Use == ToponymUse.Place)
                return s.PlaceAt[i];
        }
        return -1;
    }

    /// <summary>Whether the clause qualifies what somebody claims or denies a part in: "claimed responsibility for the bombing that killed three".</summary>
    public static bool IsTakenForGranted(SentenceView s, VerbGroup verb)
    {
        if (verb.Kind is not (ClauseKind.Relative or ClauseKind.ReducedRelative or ClauseKind.Gerund))
            return false;
        int at = Math.Min(verb.ClauseFirst, verb.First);
        for (int i = at - 1; i >= Math.Max(0, at - Reach - 4) && s.Lower(i) is not (";" or "."); i--)
        {
            if (s.Lemma(i) is "responsibility" or "role" or "involvement" or "part" or "hand" or "complicity" or "connection" or "link" or "knowledge" or "blame" && s.Lower(i + 1) is "for" or "in" or "of" or "to" or "with")
                return true;
        }
        return false;
    }

    /// <summary>Whether the event only says before when something else was: "before the start of the offensive".</summary>
    public static bool IsOnlyBefore(SentenceView s, TextSpan trigger)
    {
        int at = s.TokenAt(trigger.Start);
        if (s.Tag(at) == Upos.Verb)
            return false;
        for (int i = at - 1; i >= Math.Max(0, at - 5) && s.Tag(i) is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det or Upos.Adp or Upos.Part or Upos.Sconj; i--)
        {
            if (s.Lower(i) is "before" or "until")
                return true;
        }
        return false;
    }

    /// <summary>Whether one of the places lies in the other: a town and its country.</summary>
    public static bool IsWithin(AnnotatedReport report, int one, int other)
    {
        if (report.Places[one].Place is not { } left || report.Places[other].Place is not { } right)
            return false;
        return left == right || (left.Country == right.Country && (left.Precision == Data.PlacePrecision.Country || right.Precision == Data.PlacePrecision.Country));
    }

    /// <summary>Whether a stretch that lasts to this day began so long ago that its beginning is history.</summary>
    public static bool BeganLongAgo(ReportView view, int time)
    {
        if (view.DateOf(time) is not { } date)
            return true;
        return view.Report.Report.Published.Date is { } published ? date.Start.PlusDays(DaysOfNews) < published.Start : view.ReferenceYear is not { } year || date.Start.Year < year;
    }

    /// <summary>Whether the clause tells what was done with the dead later, so that its day is not the day of their death: "the twelve dead were buried on Thursday".</summary>
    public static bool IsAfterwards(SentenceView s, MeasuredNumber measured) =>
        measured is { Measure: Measure.Killed or Measure.Missing or Measure.Injured, Verb: { } verb } && s_afterwards.Contains(s.Lemma(verb.Head)) && s[verb.Head].Span != measured.Word;

    /// <summary>Whether the sentence joins the place with another: a toll "in X and Y" is not the toll of X.</summary>
    public static bool IsOfSeveral(SentenceView s, int place)
    {
        IReadOnlyList<PlaceMention> places = s.Report.Places;
        for (int other = Math.Max(0, place - 2); other < Math.Min(places.Count, place + 3); other++)
        {
            if (other == place || places[other].Sentence != s.Sentence.Index || places[other].Use != ToponymUse.Place)
                continue;
            (TextSpan first, TextSpan last) = places[place].Span.Start < places[other].Span.Start ? (places[place].Span, places[other].Span) : (places[other].Span, places[place].Span);
            int from = s.TokenAt(first.End), to = s.TokenAt(last.Start);
            if (to - from is > 0 and <= 5 && s.Lower(from) is "and" or "as" && s.QuantityAt[Math.Min(s.Count - 1, from + 1)] < 0 && OnlyNouns(s, from + 1, to))
                return true;
        }
        return false;
    }

    private static bool OnlyNouns(SentenceView s, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (s.Tag(i) is not (Upos.Noun or Upos.Det or Upos.Adp or Upos.Adj or Upos.Adv))
                return false;
        }
        return true;
    }
}
