using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;

namespace Parallax.Fuse;

/// <summary>
/// Names an event in one short plain sentence: the clause of one report where a clause stands by itself, else a sentence by type from the
/// actors' usual names.
/// </summary>
internal sealed class EventLabel
{
    private const int Opening = 500;
    private const int OneOfMany = 6;
    private const int MostShared = 4;
    private const int MaxLength = 110;
    private const int MaxTried = 12;
    private const int NamesDoer = 100;
    private static readonly HashSet<string> CountWords = new(
        ["about", "additional", "around", "at", "both", "dozens", "few", "hundreds", "least", "many", "more", "nearly", "of", "over", "several", "some", "than", "thousands", "two", "three"],
        StringComparer.Ordinal);

    // What came of a deed for some names it only where nothing else does.
    private static readonly HashSet<string> OnlyHarm = new(["die", "injure", "wound", "hurt", "perish", "hospitalize", "hospitalise", "treat"], StringComparer.Ordinal);

    private readonly ClusterContext _context;
    private readonly LabelClause _clauses;
    private readonly Dictionary<string, string[]> _patterns = new(StringComparer.Ordinal);

    public EventLabel(LanguageData data, ClusterContext context)
    {
        _context = context;
        _clauses = new LabelClause(data, context);
        foreach (string[] row in data.Lexicon("merge-labels").Rows)
            _patterns[row[0]] = row;
    }

    public string Of(EventUnit unit, IReadOnlyList<string> initiators, IReadOnlyList<string> targets)
    {
        // Who did it, on the word of a few among many, is no part of what happened.
        int origins = OriginsOf(unit.Accounts), naming = OriginsOf(unit.Accounts.Where(a => a.Initiators.Length > 0));
        bool blamedByFew = naming * 2 < origins;
        if (blamedByFew)
            initiators = [];
        string? best = null;
        int bestScore = int.MinValue;
        foreach (EventAccount account in unit.Accounts.Where(a => a.Claim.Type == unit.Type && a.Claim.Status == unit.Status).Take(MaxTried))
        {
            if (_clauses.Of(account, MaxLength, initiators.Count == 0 && targets.Count == 0) is not string clause)
                continue;
            int score = Score(account, clause) - (blamedByFew && account.Initiators.Length > 0 ? NamesDoer : 0)
                - (OnlyHarm.Contains(account.Claim.TriggerLemma) && unit.Accounts.Any(a => !OnlyHarm.Contains(a.Claim.TriggerLemma)) ? OneOfMany : 0);
            // The deed that most reports name rather than what one of them adds.
            score += Math.Min(MostShared, OriginsOf(unit.Accounts.Where(a => a.Claim.TriggerLemma == account.Claim.TriggerLemma)) - 1);
            if (score > bestScore)
                (best, bestScore) = (clause, score);
        }
        return best ?? (unit.Type == EventType.Other ? Words(unit) : null) ?? FromPattern(unit, initiators, targets);
    }

    private int OriginsOf(IEnumerable<EventAccount> accounts) => accounts.Select(a => _context.OriginOf(a.Report)).Distinct(StringComparer.Ordinal).Count();

    /// <summary>For what has no type to name it by, the words themselves, cut at a word; null where they are too few to say anything.</summary>
    private static string? Words(EventUnit unit)
    {
        EventAccount account = unit.Accounts[0];
        string text = account.Claim.Evidence.Of(account.Report.Report.Text).Replace('\n', ' ').Trim();
        if (text.Length > MaxLength)
            text = text[..text.LastIndexOf(' ', MaxLength)] + "…";
        return text.Contains(' ', StringComparison.Ordinal) ? Capital(text) : null;
    }

    private static int Score(EventAccount account, string clause)
    {
        int score = -clause.Length / 25;
        score += !ClusterContext.IsAttributed(account.Claim) ? 2 : 0;
        // The first paragraphs tell what happened; further down is what happened to one of many.
        score += account.Claim.Evidence.Start < Opening ? 3 : 0;
        score -= clause.StartsWith("Another ", StringComparison.Ordinal) || clause.StartsWith("Other ", StringComparison.Ordinal) ? OneOfMany : 0;
        // What is to come is told best by words that say so.
        score += account.Claim.Status == ClaimStatus.Planned && clause.Split(' ').Any(w => w is "will" or "plan" or "plans" or "planned" or "would" or "scheduled") ? 3 : 0;
        score += account.Claim.Initiators.Count > 0 ? 2 : 0;
        score += account.Claim.Targets.Count > 0 ? 3 : 0;
        score += account.Place is not null ? 2 : 0;
        score += account.Report.Annotated.Mentions.Any(m => m.Form == MentionForm.Name && account.Claim.Evidence.Contains(m.Span)) ? 2 : 0;
        return score;
    }

    private string FromPattern(EventUnit unit, IReadOnlyList<string> initiators, IReadOnlyList<string> targets)
    {
        string[] row = PatternOf(unit);
        string by = Names(initiators);
        string to = Names(targets);
        string place = _context.Place(unit.Place) is Place where && !by.Contains(where.Name, StringComparison.Ordinal) && !to.Contains(where.Name, StringComparison.Ordinal)
            ? " in " + where.Name : "";
        string text;
        if (by.Length == 0)
        {
            string noun = to.Length == 0 ? row[3] : row[3] + " " + (IsState(unit, targets) ? "in" : row[4]) + " " + to;
            text = unit.Status switch
            {
                ClaimStatus.Planned => "planned " + noun,
                ClaimStatus.Alleged => "alleged " + noun,
                ClaimStatus.Denied => "denied " + noun,
                _ => noun,
            };
        }
        else
        {
            text = unit.Status switch
            {
                ClaimStatus.Planned => by + " planned to " + Fill(row[2], to),
                ClaimStatus.Alleged => by + " allegedly " + Fill(row[1], to),
                _ => by + " " + Fill(row[1], to),
            };
        }
        return Capital(text + place);
    }

    // "Serbia's first shooting": a state is where it was, not who was shot at.
    private bool IsState(EventUnit unit, IReadOnlyList<string> targets) =>
        unit.Type is EventType.Assault or EventType.Casualties or EventType.Accident or EventType.Disaster
        && targets.All(t => _context.Actor(t) is { Kind: ActorKind.Government, IsNamed: true } state && string.Equals(state.Class, "government", StringComparison.Ordinal));

    private string[] PatternOf(EventUnit unit)
    {
        foreach (string lemma in unit.Lemmas.Order(StringComparer.Ordinal))
        {
            if (_patterns.TryGetValue(unit.Type.ToString().ToUpperInvariant() + " " + lemma, out string[]? byLemma))
                return byLemma;
        }
        foreach (string mode in unit.Modes)
        {
            if (_patterns.TryGetValue(unit.Type.ToString().ToUpperInvariant() + "/" + mode, out string[]? byMode))
                return byMode;
        }
        return _patterns[unit.Type.ToString().ToUpperInvariant()];
    }

    // "clashed[ with {t}]": the bracketed part only where there is a target.
    private static string Fill(string pattern, string target)
    {
        int open = pattern.IndexOf('[', StringComparison.Ordinal);
        if (open < 0)
            return pattern;
        return target.Length == 0 ? pattern[..open] : pattern.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace("{t}", target, StringComparison.Ordinal);
    }

    private string Names(IReadOnlyList<string> ids)
    {
        string[] names = [.. ids.Select(_context.Actor).OfType<ClusterActor>().Select(NameOf).Distinct(StringComparer.Ordinal)];
        return names.Length switch
        {
            0 => "",
            1 => names[0],
            2 => names[0] + " and " + names[1],
            _ => names[0] + ", " + names[1] + " and others",
        };
    }

    /// <summary>A description without its number: who it was is the event's, how many is a figure's.</summary>
    private static string NameOf(ClusterActor actor)
    {
        if (actor.IsNamed)
            return actor.Name;
        string[] words = actor.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int first = 0;
        while (first < words.Length - 1 && (CountWords.Contains(words[first].ToLowerInvariant()) || char.IsAsciiDigit(words[first][0])))
            first++;
        return string.Join(' ', words[first..]);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
