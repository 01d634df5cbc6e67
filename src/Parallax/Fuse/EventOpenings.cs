using NodaTime;
using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>
/// What a report opens with, and what else in it tells of the same: "the attack" further down, its dead and injured, Wednesday's crash. The news of a report is
/// told again and again in it, mostly without its day and town; what it recalls has its own.
/// </summary>
internal sealed class EventOpenings(ClusterContext context, EventMatch match)
{
    // Headline and first paragraph of a news report, in code units.
    private const int Opening = 500;

    // Sentences over which a toll or a word goes on about what was told before.
    private const int Reach = 3;
    private const int WordReach = 12;
    private const int NewsDays = 10;
    private const int MostJoined = 80;

    private static readonly HashSet<string> s_definite = new(["that", "the", "this"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_other = new(
        ["another", "earlier", "fifth", "first", "former", "fourth", "last", "latest", "more", "next", "other", "past", "previous", "prior", "recent", "second", "separate", "several", "similar", "third", "worst"],
        StringComparer.Ordinal);

    /// <summary>The units of one report, what tells of its openings joined to them.</summary>
    public IReadOnlyList<EventUnit> Gather(IReadOnlyList<EventUnit> units)
    {
        EventUnit[] ordered = [.. units.OrderBy(u => u.Accounts[0].Index)];
        HashSet<EventUnit> joined = new(ReferenceEqualityComparer.Instance);
        List<EventUnit> openings = [];
        foreach (EventUnit first in ordered)
        {
            if (joined.Contains(first) || !CanOpen(first) || openings.Any(o => EventKinds.Family(o.Type) == EventKinds.Family(first.Type)))
                continue;
            joined.Add(first);
            EventUnit main = first.AsOpening();
            int count = 0;
            foreach (EventUnit other in ordered)
            {
                if (count >= MostJoined || joined.Contains(other) || EventKinds.Family(other.Type) != EventKinds.Family(first.Type) || !Belongs(main, other, ordered, joined))
                    continue;
                joined.Add(other);
                main = EventUnit.Union([main, other], context);
                count++;
            }
            openings.Add(main);
        }
        return openings.Count == 0 ? units : [.. ordered.Where(u => !joined.Contains(u)), .. openings];
    }

    private static bool CanOpen(EventUnit unit) =>
        EventKinds.Family(unit.Type) == EventKinds.Harm && !unit.IsEnd && unit.Status is ClaimStatus.Happened or ClaimStatus.Alleged
        && unit.Accounts.Any(a => a.Claim.Evidence.Start < Opening && a.Claim.Status == unit.Status) && IsNews(unit);

    private static bool IsNews(EventUnit unit) =>
        unit.When is not EdtfDate when || ClusterContext.PublishedDay(unit.Accounts[0].Report) is not LocalDate day || Period.DaysBetween(when.End, day) <= NewsDays;

    private bool Belongs(EventUnit main, EventUnit other, EventUnit[] all, HashSet<EventUnit> joined)
    {
        if (other.IsEnd || other.Status is not (ClaimStatus.Happened or ClaimStatus.Alleged) || !IsNews(other) || !match.Allowed(main, other) || !TellsSameDayAndTown(main, other))
            return false;
        // What only a speaker says must not become the news, nor the news an allegation.
        if (other.Status != main.Status && other.Participants.Any())
            return false;
        bool opens = other.Accounts.Any(a => a.Claim.Evidence.Start < Opening);
        int apart = main.Accounts.Where(a => a.Index < other.Accounts[0].Index).Select(a => other.Accounts[0].Claim.Sentence - a.Claim.Sentence).DefaultIfEmpty(int.MaxValue).Min();
        if (HasRival(main, other, all, joined))
            return false;
        // "The crash happened in the morning", with the dead and injured that follow it.
        if (other.Accounts.All(a => IsDefinite(a, main) || (EventKinds.IsToll(a.Claim) && other.Initiators.Count == 0)) && other.Accounts.Any(a => IsDefinite(a, main)) && (FitsParties(main, other) || IsGeneric(other)))
            return true;
        if (EventKinds.Family(main.Type) == EventKinds.Harm)
        {
            if (other.IsToll && other.Initiators.Count == 0 && IsGeneric(other) && (opens || apart <= Reach))
                return true;
            if (opens && !other.Participants.Any())
                return true;
        }
        return main.Lemmas.Overlaps(other.Lemmas) && (!other.Participants.Any() || context.Affinity([.. main.Participants], [.. other.Participants]) >= ActorAffinity.Close) && FitsParties(main, other) && (opens || apart <= WordReach) && other.Accounts.All(a => !IsIndefinite(a));
    }

    // A day or a town of its own must be that of the news.
    private bool TellsSameDayAndTown(EventUnit main, EventUnit other)
    {
        bool place = other.Place is null || !context.IsTown(other.Place) || (main.Place is not null && context.PlacesCompatible(main.Place, other.Place)) || string.Equals(main.Scene, other.Place, StringComparison.Ordinal)
            || (main.Place is null && other.Accounts.All(a => IsDefinite(a, main)));
        bool names = other.Unlisted.Count == 0 || other.Unlisted.Overlaps(main.Unlisted);
        // A day that is named and not known may be any but that of the news.
        if (other.When is null && other.Accounts.Any(a => a.Claim.Time >= 0))
            return false;
        bool when = other.When is not EdtfDate day || other.Basis == EventTimeBasis.Scene || main.When is not EdtfDate own || own.Overlaps(day);
        return place && names && when;
    }

    // Right before it the report told of something else of the kind.
    private bool HasRival(EventUnit main, EventUnit other, EventUnit[] all, HashSet<EventUnit> joined)
    {
        EventAccount at = other.Accounts[0];
        EventAccount? before = null;
        EventUnit? rival = null;
        foreach (EventUnit unit in all)
        {
            if (ReferenceEquals(unit, other) || unit.IsEnd || EventKinds.Family(unit.Type) != EventKinds.Family(main.Type))
                continue;
            foreach (EventAccount account in unit.Accounts)
            {
                if (account.Index < at.Index && at.Claim.Sentence - account.Claim.Sentence <= Reach && (before is null || account.Index > before.Index))
                    (before, rival) = (account, unit);
            }
        }
        return rival is not null && !joined.Contains(rival) && (!match.Allowed(main, rival) || (!rival.IsToll && rival.Participants.Any()));
    }

    private bool FitsParties(EventUnit main, EventUnit other) =>
        Fits(main.Participants, other.Initiators) && Fits(main.Participants, other.Targets);

    private bool Fits(IEnumerable<string> known, IReadOnlyList<string> named)
    {
        string[] all = [.. known];
        return named.Count == 0 || named.All(n => context.Affinity([n], all) >= ActorAffinity.Compatible);
    }

    private bool IsGeneric(EventUnit unit) => unit.Targets.All(t => context.Actor(t) is not { IsNamed: true });

    // "A similar attack", "two shootings" are not what was told before.
    private static bool IsIndefinite(EventAccount account)
    {
        (IReadOnlyList<Token> tokens, int at) = TriggerOf(account);
        return at < tokens.Count && tokens[at].Tag is Upos.Noun or Upos.Propn && !IsDefinite(tokens, at, _ => true);
    }

    private static bool IsDefinite(EventAccount account, EventUnit main)
    {
        (IReadOnlyList<Token> tokens, int at) = TriggerOf(account);
        return at < tokens.Count && tokens[at].Tag is Upos.Noun or Upos.Propn && IsDefinite(tokens, at, IsKnown);

        // "The Halden bombing", in a report of something else.
        bool IsKnown(Token name) => main.Content.Contains(name.Lemma) || account.Report.Annotated.Times.Any(t => t.Span.Contains(name.Span));
    }

    private static (IReadOnlyList<Token> Tokens, int At) TriggerOf(EventAccount account)
    {
        IReadOnlyList<Token> tokens = account.Report.Annotated.Tokens;
        return (tokens, AnnotatedReport.FirstTokenAt(tokens, account.Claim.Trigger.Start));
    }

    // "The attack", "the deadly bus crash", "Wednesday's derailment".
    private static bool IsDefinite(IReadOnlyList<Token> tokens, int at, Func<Token, bool> isKnown)
    {
        const int reach = 5;
        for (int i = at - 1; i >= 0 && i >= at - reach; i--)
        {
            Token token = tokens[i];
            if (s_other.Contains(token.Lower))
                return false;
            if (s_definite.Contains(token.Lower))
                return IsPlainBehind(tokens, at, isKnown);
            if (token.Lower is "'s" or "’s")
                return i > 0 && isKnown(tokens[i - 1]) && IsPlainBehind(tokens, at, isKnown);
            if (token.Tag == Upos.Propn && !isKnown(token))
                return false;
            if (token.Tag is not (Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num) && token.Text != "-")
                return false;
        }
        return false;
    }

    // "The attacks in Halden", "the shooting of Ada Renko" name what they mean.
    private static bool IsPlainBehind(IReadOnlyList<Token> tokens, int at, Func<Token, bool> isKnown)
    {
        int next = at + 1;
        if (next >= tokens.Count || tokens[next].Lower is not ("against" or "at" or "in" or "near" or "of" or "on" or "outside"))
            return true;
        for (int i = next + 1; i < tokens.Count && i <= next + 4 && tokens[i].Tag is Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num; i++)
        {
            if (tokens[i].Tag is Upos.Propn or Upos.Num && !isKnown(tokens[i]))
                return false;
        }
        return true;
    }
}
