using Parallax.Annotate;
using Parallax.Extract;

namespace Parallax.Fuse;

/// <summary>The company that names keep: which other names and places their reports have. Reports of one crisis share much company, two namesakes' reports little.</summary>
internal sealed class ReportCompany
{
    private const int SmallCorpus = 40;
    private const int MaxPostings = 400;
    private readonly int[][] _keys;
    private readonly double[] _weights;
    private readonly List<int>[] _reportsOf;

    public ReportCompany(IReadOnlyList<ReportClaims> reports)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        List<int> uses = [];
        _keys = new int[reports.Count][];
        for (int i = 0; i < reports.Count; i++)
        {
            AnnotatedReport source = reports[i].Source;
            IEnumerable<string> names = source.Actors.Where(a => a.IsNamed).Select(a => "a:" + Key(a))
                .Concat(source.Places.Where(p => p.Place is not null && p.Use != ToponymUse.People).Select(p => "p:" + p.Place!.GeoNames + p.Place.Name));
            SortedSet<int> own = [];
            foreach (string name in names)
            {
                if (!numbers.TryGetValue(name, out int number))
                {
                    numbers.Add(name, number = numbers.Count);
                    uses.Add(0);
                }
                if (own.Add(number))
                    uses[number]++;
            }
            _keys[i] = [.. own];
        }
        // A name in every report says nothing; among a handful of reports it still says that they are about one thing.
        _weights = [.. uses.Select(u => reports.Count <= SmallCorpus ? 1 : Math.Min(1.5, Math.Max(0, Math.Log((double)reports.Count / u) - 1.5)))];
        _reportsOf = [.. uses.Select(u => new List<int>(Math.Min(u, MaxPostings)))];
        for (int i = 0; i < reports.Count; i++)
        {
            foreach (int key in _keys[i].Where(k => uses[k] <= MaxPostings))
                _reportsOf[key].Add(i);
        }
    }

    /// <summary>The <paramref name="count"/> reports that share most company with <paramref name="report"/>, at least <paramref name="least"/>, best first.</summary>
    public IEnumerable<int> Neighbours(int report, int count, double least, Func<int, bool> eligible)
    {
        Dictionary<int, double> shared = [];
        foreach (int key in _keys[report])
        {
            foreach (int other in _reportsOf[key])
            {
                if (other != report)
                    shared[other] = shared.GetValueOrDefault(other) + _weights[key];
            }
        }
        return shared.Where(s => s.Value >= least && eligible(s.Key))
            .OrderByDescending(s => s.Value).ThenBy(s => s.Key)
            .Take(count).Select(s => s.Key);
    }

    /// <summary>How much company the two reports share.</summary>
    public double Shared(int first, int second)
    {
        if (first == second)
            return double.MaxValue;
        double sum = 0;
        int[] a = _keys[first];
        int[] b = _keys[second];
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j])
                sum += _weights[a[i]];
            if (a[i] <= b[j])
                i++;
            else
                j++;
        }
        return sum;
    }

    /// <summary>The most company that any of <paramref name="first"/> shares with any of <paramref name="second"/>; long lists are sampled.</summary>
    public double Shared(IReadOnlyCollection<int> first, IReadOnlyCollection<int> second)
    {
        double best = 0;
        foreach (int a in first.Take(24))
        {
            foreach (int b in second.Take(24))
                best = Math.Max(best, Shared(a, b));
        }
        return best;
    }

    private static string Key(ReportActor actor) =>
        actor.Kind == ActorKind.Person ? NameForms.PersonTokens(actor.Name) is { Length: > 0 } t ? NameForms.SoundKey(t[^1]) : "" : NameForms.Body(actor.Name);
}
