namespace Parallax.Extract;

/// <summary>What one sentence adds up to.</summary>
internal sealed record SentenceTally(int Sentence, decimal Killed, decimal Hurt, bool KilledCounted, bool HurtCounted, bool IsPartial, bool KilledDerived, bool HurtDerived, bool IsAdded, bool IsLess, bool IsJoined, bool IsVague, IReadOnlyList<Victim> Victims);

/// <summary>Adds up what a report tells of its victims: the sentences that give the numbers first, else the victims told one by one.</summary>
internal sealed class TollArithmetic
{
    // Sentences after which a report may have gone on to other occasions.
    private const int Reach = 15;

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
        bool killedCounted = false, hurtCounted = false, partial = true, open = false, guessed = false;
        int several = 0, dead = 0;
        Victim? total = victims.FirstOrDefault(v => v.Rule == "multiple" && v.Harm == Harm.Shot);
        if (total is not null && victims.Any(v => v.Rule != "multiple"))
            victims = [.. victims.Where(v => v.Rule != "multiple")];
        else
            total = null;
        HashSet<HarmedPerson> told = [];
        // Each token counts once, and each person once.
        foreach (IGrouping<int, Victim> token in WithoutElaboration(victims).GroupBy(v => v.Token).OrderBy(g => g.Key))
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
                // "Four people were shot and three are dead"
                bool among = first.IsPart || first.Rule == "include";
                if (among || (here && !first.IsOther && shot > count))
                    part += count;
                guessed |= !among && here && !first.IsOther && shot > count;
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
        decimal living = hurt + shot - (hurt + shot >= part ? part : 0);
        // "a triple shooting that killed one": the three are all whom the sentence tells of.
        if (total?.Count is { } whole && whole >= killed + living)
            (living, hurtCounted) = (whole - killed, true);
        if (open)
            (killedCounted, hurtCounted) = (killedCounted && killed > 1, hurtCounted && hurt + shot > 1);
        return new SentenceTally(sentence, killed, living, killedCounted || killed > 1, (hurtCounted || several > 1) && living > 0, partial, dead > 1, part > 0 || several > 1 || total is not null, several > 1, guessed, IsOneClause(victims), open, victims);
    }

    /// <summary>"Two victims, a man and a woman, were": those listed behind a comma are those counted before it.</summary>
    private static IEnumerable<Victim> WithoutElaboration(Victim[] victims)
    {
        HashSet<int> listed = [];
        foreach (IGrouping<int, Victim> anchor in victims.GroupBy(v => v.Anchor))
        {
            Victim[] all = [.. anchor.OrderBy(v => v.Token)];
            if (all.Length > 1 && all[0].Count is > 1 && !all[1].IsJoined && all.Skip(1).Sum(v => v.Count ?? 0) == all[0].Count)
                listed.UnionWith(all.Skip(1).Select(v => v.Token));
        }
        return victims.Where(v => !listed.Contains(v.Token));
    }

    private static bool IsOneClause(Victim[] victims)
    {
        int tokens = victims.Where(v => v.Harm == Harm.Killed).DistinctBy(v => v.Token).Count();
        return victims.Where(v => v.Harm == Harm.Killed).GroupBy(v => v.Anchor).Any(g => g.DistinctBy(v => v.Token).Count() == tokens);
    }

    private static bool IsCounted(Victim victim) => victim.IsCounted || victim.Rule == "multiple" || victim.Count > 1;

    // Those taken to one hospital, or of whom a condition is given, may be some of the injured only.
    private static bool IsPartial(Victim victim) => victim.Rule is "care" or "condition" or "wounds" or "hospitalize" or "hospitalise" or "adverb";

    /// <summary>The sentences that tell of the dead and the living together: "one man died and four others were injured".</summary>
    private SentenceTally[] Whole() => [.. _tallies.Where(t => t.Killed > 0 && t.Hurt > 0 && !t.IsVague)];

    private ReportToll? Killed()
    {
        if (Whole() is [SentenceTally lead, ..] all)
        {
            bool differs = _tallies.Any(t => t.KilledCounted && t.Killed > lead.Killed && t.Sentence - lead.Sentence < Reach);
            string rule = "k-whole" + (all.Any(t => t.Killed != lead.Killed) ? "-varied" : "") + (lead.KilledCounted ? "" : "-one") + (differs ? "-more" : "") + (_dead.Count(p => p.Name is not null) > lead.Killed ? "-named-more" : "");
            return new ReportToll(Measure.Killed, lead.Killed, lead.KilledDerived || !lead.KilledCounted, IsSettled(rule), [Part(lead, lead.Killed, rule)]);
        }
        SentenceTally[] stated = [.. _tallies.Where(t => t.KilledCounted && t.Killed > 0)];
        if (stated.Length > 0)
        {
            decimal largest = stated.Max(t => t.Killed);
            bool varied = stated.Any(t => t.Killed != largest);
            int known = _dead.Count(p => p.Name is not null);
            string how = "k-stated" + (largest == 1 ? "-1" : "-n") + (varied ? stated[0].Killed == largest ? "-varied-first" : "-varied-later" : "") + (known > largest ? "-named-more" : "") + (largest > 1 && stated.First(t => t.Killed == largest) is { } told ? (told.KilledDerived ? told.IsJoined ? "-joined" : "-sum" : "") + (told.Sentence > 8 ? "-late" : "") + (stated.Count(t => t.Killed == largest) > 1 ? "-again" : "") : "");
            return new ReportToll(Measure.Killed, largest, stated.Where(t => t.Killed == largest).All(t => t.KilledDerived), IsSettled(how), [.. stated.Where(t => t.Killed == largest).Select(t => Part(t, t.Killed, how))]);
        }
        bool more = _victims.Any(v => v.Harm == Harm.Killed && v.Count is null);
        if (_dead.Length == 0)
            return IsNone(Harm.Killed) && !more && !_titleTellsDeath ? new ReportToll(Measure.Killed, 0, false, true, Zero(Harm.Killed)) : null;
        int sure = _dead.Count(p => p.Name is not null);
        if (_dead.Length == 1)
            return Sum(Measure.Killed, 1, more ? "k-person-more" : "k-person", _dead);
        return Sum(Measure.Killed, sure > 0 ? sure : _dead.Length, (sure == _dead.Length ? "k-all-named" : sure == 1 ? "k-one-named" : sure > 0 ? "k-some-named" : "k-unnamed") + (more ? "-more" : ""), _dead);
    }

    private ReportToll? Injured(ReportToll? killed)
    {
        decimal dead = killed?.Count ?? 0;
        if (Whole() is [SentenceTally lead, ..] whole)
        {
            string rule = "i-whole" + (lead.Sentence > 8 ? "-late" : "") + (lead.IsLess ? "-less" : lead.IsAdded ? "-sum" : "") + (whole.Any(t => t.Hurt != lead.Hurt) ? "-varied" : "") + (lead.HurtCounted ? "" : "-one") + (lead.IsPartial ? "-partial" : "") + (_tallies.Any(t => t.HurtCounted && !t.IsPartial && Living(t, dead) > lead.Hurt && t.Sentence - lead.Sentence < Reach) ? "-more" : "");
            return new ReportToll(Measure.Injured, lead.Hurt, lead.HurtDerived || !lead.HurtCounted, IsSettled(rule), [Part(lead, lead.Hurt, rule)]);
        }
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
            string how = "i-stated" + (best.Sentence > 8 ? "-late" : "") + (best.IsLess ? "-less" : best.IsAdded ? "-sum" : "") + (varied ? all[0].Living == largest ? "-varied-first" : "-varied-later" : all.Length > 1 ? "-agree" : "") + beside + (_hurt.Length > largest ? "-persons-more" : "");
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
            return IsNone(Harm.Injured) && !more ? new ReportToll(Measure.Injured, 0, false, true, Zero(Harm.Injured)) : null;
        return Sum(Measure.Injured, _hurt.Length, (_hurt.Length == 1 ? "i-person" : _hurt.All(p => p.Name is not null) ? "i-persons-named" : "i-persons") + (more ? "-more" : "") + beside, _hurt);
    }

    // "Five people were shot" may count the dead, told elsewhere.
    private static decimal Living(SentenceTally tally, decimal dead) =>
        tally.Killed == 0 && dead > 0 && tally.Victims.All(v => v.Harm == Harm.Shot && !v.IsOther) ? tally.Hurt - dead : tally.Hurt;

    private static ReportToll Sum(Measure measure, decimal count, string rule, HarmedPerson[] persons) =>
        new(measure, count, true, IsSettled(rule), [.. persons.Select(p => new TollPart(p.Signs[0].Evidence, 1, rule))]);

    /// <summary>
    /// Whether the report settles the number. Not where its own sentences differ or name more; where only some of the injured may be told of; where
    /// the number is added up from a sentence's victims and no other sentence agrees; where it stands far down, among other occasions; where
    /// somebody told of alone may still die, or may be the dead man himself; and where the headline tells of a death that the text read here does not.
    /// </summary>
    private static bool IsSettled(string rule)
    {
        // The lead's number is the highest: later ones are of some of them.
        if (rule is "k-stated-n-varied-first")
            return true;
        if (rule.Contains("-more", StringComparison.Ordinal) || rule.Contains("-varied", StringComparison.Ordinal) || rule.Contains("-late", StringComparison.Ordinal) || rule.Contains("-less", StringComparison.Ordinal) || rule.EndsWith("-title", StringComparison.Ordinal))
            return false;
        if (rule.StartsWith("i-partial", StringComparison.Ordinal) || rule.StartsWith("i-persons", StringComparison.Ordinal) || rule.StartsWith("i-stated-dead", StringComparison.Ordinal))
            return false;
        if (rule is "i-person-open" or "i-person-dead" or "k-all-named" or "k-unnamed" or "k-some-named")
            return false;
        return !rule.Contains("-sum", StringComparison.Ordinal) || rule.Contains("-agree", StringComparison.Ordinal) || rule.Contains("-again", StringComparison.Ordinal);
    }

    private static TollPart Part(SentenceTally t, decimal count, string rule) => new(t.Victims.Select(v => v.Evidence).Aggregate((a, b) => a.Union(b)), count, rule);

    // "No officers were hurt" and "no one else was" leave others.
    private bool IsNone(Harm harm) => _victims.Any(v => v.Count == 0 && v.IsGeneral && !v.IsOther && (v.Harm == harm || (harm == Harm.Injured && v.Harm == Harm.Shot))) && _victims.All(v => v.Count == 0);

    private List<TollPart> Zero(Harm harm) =>
        [.. _victims.Where(v => v.Count == 0 && (v.Harm == harm || (harm == Harm.Injured && v.Harm == Harm.Shot))).Select(v => new TollPart(v.Evidence, 0, "none"))];
}
