namespace Parallax.Extract;

/// <summary>One person harmed, as a report tells of them by and by.</summary>
internal sealed class HarmedPerson
{
    public string? Name { get; set; }

    public int? Age { get; set; }

    public char Sex { get; set; } = ' ';

    public string? Ordinal { get; set; }

    /// <summary>'c' for a child, 'a' for an adult, a blank where the words do not say.</summary>
    public char Grown { get; set; } = ' ';

    public HashSet<int> Actors { get; } = [];

    /// <summary>The sentence of the last mention.</summary>
    public int LastSentence { get; set; }

    public int LastAnchor { get; set; }

    public bool IsDead => Signs.Any(v => v.Harm == Harm.Killed);

    public bool IsHurt => !IsDead && Signs.Any(v => v.Harm is Harm.Injured or Harm.Shot && v.Rule != "gun");

    public List<Victim> Signs { get; } = [];
}

/// <summary>Puts together who is who among the victims that a report tells of one by one: the same victim told three times counts once.</summary>
internal sealed class VictimLedger
{
    /// <summary>The persons, in order of their first mention.</summary>
    public List<HarmedPerson> Persons { get; } = [];

    /// <summary>Takes up one victim; the person it is.</summary>
    public HarmedPerson Add(Victim victim)
    {
        HarmedPerson? person = Find(victim);
        if (person is null)
            Persons.Add(person = new HarmedPerson());
        if (!victim.IsPronoun)
            person.Name ??= victim.Name;
        person.Age ??= victim.Age;
        person.Ordinal ??= victim.Ordinal;
        if (person.Sex == ' ')
            person.Sex = victim.Sex;
        if (person.Grown == ' ')
            person.Grown = victim.Grown;
        if (victim.Actor >= 0 && !victim.IsPronoun)
            person.Actors.Add(victim.Actor);
        person.LastSentence = victim.Sentence;
        person.LastAnchor = victim.Anchor;
        person.Signs.Add(victim);
        return person;
    }

    private HarmedPerson? Find(Victim victim)
    {
        // The same anchor has several victims only where they are several.
        IEnumerable<HarmedPerson> free = Persons.Where(p => p.LastAnchor != victim.Anchor || p.Signs[^1].Token == victim.Token);
        if (Persons.FirstOrDefault(p => p.Signs.Any(v => v.Token == victim.Token)) is { } same)
            return same;
        if (victim.IsPronoun)
            return free.Where(p => p.Actors.Contains(victim.Actor) && FitsSex(p, victim)).Concat(free.Where(p => FitsSex(p, victim)).OrderByDescending(p => p.LastSentence)).FirstOrDefault();
        if (victim.Name is not null && free.FirstOrDefault(p => p.Name == victim.Name) is { } named)
            return named;
        if (victim.Actor >= 0 && free.FirstOrDefault(p => p.Actors.Contains(victim.Actor)) is { } known && Fits(known, victim))
            return known;
        if (victim.Ordinal is not null && free.FirstOrDefault(p => p.Ordinal == victim.Ordinal && Fits(p, victim)) is { } ordered)
            return ordered;
        if (victim.IsOther)
            return null;
        // "X was killed and a woman was wounded": what a sentence introduces is nobody that it has named already.
        HarmedPerson[] fitting = [.. free.Where(p => Fits(p, victim) && !(victim.IsNew && p.Signs.Any(v => v.Sentence == victim.Sentence && !v.IsPronoun)))];
        if (victim.IsGeneral || !victim.IsNew)
            return fitting.OrderByDescending(p => p.LastSentence).FirstOrDefault();
        return fitting.FirstOrDefault();
    }

    private static bool FitsSex(HarmedPerson person, Victim victim) => person.Sex == ' ' || victim.Sex == ' ' || person.Sex == victim.Sex;

    private static bool Fits(HarmedPerson person, Victim victim)
    {
        if (person.Name is not null && victim.Name is not null && person.Name != victim.Name)
            return false;
        if (person.Age is { } age && victim.Age is { } other && age != other)
            return false;
        if (person.Sex != ' ' && victim.Sex != ' ' && person.Sex != victim.Sex)
            return false;
        return !(person.Grown != ' ' && victim.Grown != ' ' && person.Grown != victim.Grown);
    }
}
