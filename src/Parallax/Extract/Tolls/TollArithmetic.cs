namespace Parallax.Extract;

/// <summary>What one sentence adds up to.</summary>
internal sealed record SentenceTally(int Sentence, decimal Killed, decimal Hurt, bool KilledCounted, bool HurtCounted, bool IsPartial, bool KilledDerived, bool HurtDerived, IReadOnlyList<Victim> Victims);

/// <summary>Adds up what a report tells of its victims: the sentences that give the numbers first, else the victims told one by one.</summary>
internal sealed class TollArithmetic
{
    private readonly List<SentenceTally> _tallies = [];
    private readonly Dictionary<Victim, HarmedPerson> _persons = new(ReferenceEqualityComparer.Instance);
    private readonly HarmedPerson[] _dead;
    private readonly HarmedPerson[] _hurt;
    private readonly IReadOnlyList<Victim> _victims;
    private readonly bool _titleTellsDeath;

    private TollArithmetic(IReadOnlyList<Victim> victims, bool titleTellsDeath)
    {
        _titleTellsDeath = titleTellsDeath;
        _victims = [.. victims.Where(v => !v.IsAside)];
        VictimLedger ledger = new();
        foreach (Victim victim in _victims.Where(v => v.Count == 1 && v.Harm != Harm.Survived))
            _persons[victim] = ledger.Add(victim);
        _dead = [.. ledger.Persons.Where(p => p.IsDead)];
        _hurt = [.. ledger.Persons.Where(p => p.IsHurt)];
        foreach (IGrouping<int, Victim> sentence in _victims.Where(v => v.Harm != Harm.Survived).GroupBy(v => v.Sentence))
            _tallies.Add(Tally(sentence.Key, [.. sentence]));
    }

    /// <summary>The tolls that <paramref name="victims"/> add up to.</summary>
    public static IReadOnlyList<ReportToll> Of(IReadOnlyList<Victim> victims, bool titleTellsDeath)
    {
        TollArithmetic sums = new(victims, titleTellsDeath);
        List<ReportToll> tolls = [];
        ReportToll? killed = sums.Killed();
        ReportToll? injured = sums.Injured(killed);
        if (killed is not null)
            tolls.Add(killed);
        if (injured is not null)
            tolls.Add(injured);
        return tolls;
    }

    private SentenceTally Tally(int sentence, Victim[] victims)
    {
        decimal killed = 0, hurt = 0, shot = 0, part = 0;
        bool killedCounted = false, hurtCounted = false, partial = true, open = false;
        int several = 0, dead = 0;
        HashSet<HarmedPerson> told = [];
        // Each token counts once, and each person once.
        foreach (IGrouping<int, Victim> token in victims.GroupBy(v => v.Token).OrderBy(g => g.Key))
        {
            Victim first = token.First();
            if (first.Count is not { } count || first.IsLoose)
            {
                open |= first.Count is null || first.IsLoose;
                continue;
            }
            HarmedPerson? person = _persons.GetValueOrDefault(first);
            if (person is not null && !told.Add(person))
                continue;
            if (token.Any(v => v.Harm == Harm.Killed) || person is { IsDead: true })
            {
                bool here = token.Any(v => v.Harm == Harm.Killed);
                killed += here ? count : 0;
                dead += here ? 1 : 0;
                killedCounted |= here && IsCounted(first);
                if (first.IsPart)
                    part += count;
                continue;
            }
            if (token.All(v => v.Rule == "gun") || (first.IsPart && shot + hurt >= count))
                continue;
            several++;
            hurtCounted |= IsCounted(first);
            partial &= token.All(IsPartial);
            if (token.All(v => v.Harm == Harm.Shot) && !first.IsOther)
                shot += count;
            else
                hurt += count;
        }
        decimal living = hurt + shot - (shot >= part ? part : 0);
        if (open)
            (killedCounted, hurtCounted) = (killedCounted && killed > 1, hurtCounted && hurt + shot > 1);
        return new SentenceTally(sentence, killed, living, killedCounted || killed > 1, (hurtCounted || several > 1) && living > 0, partial, dead > 1, part > 0 || several > 1, victims);
    }

    private static bool IsCounted(Victim victim) => victim.IsCounted || victim.Rule == "multiple" || victim.Count > 1;

    // Those taken to one hospital, or of whom a condition is given, may be some of the injured only.
    private static bool IsPartial(Victim victim) => victim.Rule is "care" or "condition" or "wound" or "hospitalize" or "hospitalise" or "adverb";

    private ReportToll? Killed()
    {
        SentenceTally[] stated = [.. _tallies.Where(t => t.KilledCounted && t.Killed > 0)];
        if (stated.Length > 0)
        {
            decimal largest = stated.Max(t => t.Killed);
            bool varied = stated.Any(t => t.Killed != largest);
            int known = _dead.Count(p => p.Name is not null);
            string how = "k-stated" + (largest == 1 ? "-1" : "-n") + (varied ? stated[0].Killed == largest ? "-varied-first" : "-varied-later" : "") + (known > largest ? "-named-more" : "");
            return new ReportToll(Measure.Killed, largest, stated.Where(t => t.Killed == largest).All(t => t.KilledDerived), IsSettled(how), [.. stated.Where(t => t.Killed == largest).Select(t => Part(t, t.Killed, how))]);
        }
        bool more = _victims.Any(v => v.Harm == Harm.Killed && v.Count is null);
        if (_dead.Length == 0)
            return _victims.Any(v => v.Count == 0 && v.Harm == Harm.Killed) && !more && !_titleTellsDeath ? new ReportToll(Measure.Killed, 0, false, true, Zero(Harm.Killed)) : null;
        int sure = _dead.Count(p => p.Name is not null);
        if (_dead.Length == 1)
            return Sum(Measure.Killed, 1, more ? "k-person-more" : "k-person", _dead);
        return Sum(Measure.Killed, sure > 0 ? sure : _dead.Length, (sure == _dead.Length ? "k-all-named" : sure == 1 ? "k-one-named" : sure > 0 ? "k-some-named" : "k-unnamed") + (more ? "-more" : ""), _dead);
    }

    private ReportToll? Injured(ReportToll? killed)
    {
        decimal dead = killed?.Count ?? 0;
        SentenceTally[] stated = [.. _tallies.Where(t => t.HurtCounted && !t.IsPartial)];
        string beside = dead > 0 ? "-dead" : _titleTellsDeath ? "-title" : _victims.Any(v => v.IsOpen && v.Harm != Harm.Killed) ? "-open" : "";
        if (stated.Length > 0)
        {
            (decimal Living, SentenceTally Tally)[] all = [.. stated.Select(t => (Living(t, dead), t)).Where(a => a.Item1 > 0)];
            if (all.Length == 0)
                return null;
            decimal largest = all.Max(a => a.Living);
            bool varied = all.Any(a => a.Living != largest);
            SentenceTally best = all.First(a => a.Living == largest).Tally;
            string how = "i-stated" + (best.HurtDerived ? "-sum" : "") + (varied ? all[0].Living == largest ? "-varied-first" : "-varied-later" : all.Length > 1 ? "-agree" : "") + beside + (_hurt.Length > largest ? "-persons-more" : "");
            return new ReportToll(Measure.Injured, largest, best.HurtDerived || best.Hurt != largest, IsSettled(how), [.. all.Where(a => a.Living == largest).Select(a => Part(a.Tally, largest, how))]);
        }
        SentenceTally[] partial = [.. _tallies.Where(t => t.HurtCounted && t.IsPartial)];
        if (partial.Length > 0)
        {
            decimal largest = partial.Max(t => t.Hurt);
            string told = "i-partial" + (partial.Any(p => p.Hurt != largest) ? "-varied" : "") + beside + (_hurt.Length > largest ? "-persons-more" : "");
            return new ReportToll(Measure.Injured, largest, false, IsSettled(told), [.. partial.Where(t => t.Hurt == largest).Select(t => Part(t, largest, told))]);
        }
        bool more = _victims.Any(v => v.Harm is Harm.Injured or Harm.Shot && v.Count is null);
        if (_hurt.Length == 0)
            return _victims.Any(v => v.Count == 0 && v.Harm is Harm.Injured or Harm.Shot) && !more ? new ReportToll(Measure.Injured, 0, false, true, Zero(Harm.Injured)) : null;
        return Sum(Measure.Injured, _hurt.Length, (_hurt.Length == 1 ? "i-person" : _hurt.All(p => p.Name is not null) ? "i-persons-named" : "i-persons") + (more ? "-more" : "") + beside, _hurt);
    }

    // "Five people were shot" may count the dead, told elsewhere.
    private static decimal Living(SentenceTally tally, decimal dead) =>
        tally.Killed == 0 && dead > 0 && tally.Victims.All(v => v.Harm == Harm.Shot && !v.IsOther) ? tally.Hurt - dead : tally.Hurt;

    private static ReportToll Sum(Measure measure, decimal count, string rule, HarmedPerson[] persons) =>
        new(measure, count, true, IsSettled(rule), [.. persons.Select(p => new TollPart(p.Signs[0].Evidence, 1, rule))]);

    /// <summary>
    /// Whether the report settles the number: not where its own sentences differ, where more are named than it counts, where somebody told of alone
    /// may still die, or where its headline tells of a death that the text read here does not.
    /// </summary>
    private static bool IsSettled(string rule) =>
        !(rule.Contains("-more", StringComparison.Ordinal) || rule.Contains("-varied", StringComparison.Ordinal) || rule.EndsWith("-title", StringComparison.Ordinal)
            || rule is "i-person-open" or "i-stated-sum-open" or "k-all-named" or "k-unnamed" or "k-some-named" || rule.StartsWith("i-persons", StringComparison.Ordinal));

    private static TollPart Part(SentenceTally t, decimal count, string rule) => new(t.Victims.Select(v => v.Evidence).Aggregate((a, b) => a.Union(b)), count, rule);

    private List<TollPart> Zero(Harm harm) =>
        [.. _victims.Where(v => v.Count == 0 && (v.Harm == harm || (harm == Harm.Injured && v.Harm == Harm.Shot))).Select(v => new TollPart(v.Evidence, 0, "none"))];
}
