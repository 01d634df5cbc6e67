using System.Globalization;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>The files of a folder or archive that are of no kind that is read, counted by ending. Mutable, private to one walk.</summary>
internal sealed class OtherFiles(string given)
{
    // More endings than this are summed up.
    private const int MostNamed = 8;

    private readonly SortedDictionary<string, int> _endings = new(StringComparer.Ordinal);

    /// <summary>How many files were taken.</summary>
    public int Taken { get; set; }

    /// <summary>Counts a file that is left out.</summary>
    public void Add(string name)
    {
        string ending = InputFormats.EndingOf(name);
        Add(ending.Length == 0 ? "without ending" : ending, 1);
    }

    /// <summary>Counts things that are no files.</summary>
    public void Add(string kind, int count) => _endings[kind] = _endings.GetValueOrDefault(kind) + count;

    /// <summary>What is to be said at the end: how many were left out, or that there was nothing else.</summary>
    public Problem? Summary()
    {
        if (Taken == 0)
            return ReadProblems.NothingInFolder(given, _endings.Count == 0 ? null : Kinds());
        return _endings.Count == 0 ? null : ReadProblems.LeftOut(given, _endings.Values.Sum(), Kinds());
    }

    private string Kinds()
    {
        KeyValuePair<string, int>[] most = [.. _endings.OrderByDescending(e => e.Value).ThenBy(e => e.Key, StringComparer.Ordinal)];
        string named = string.Join(", ", most.Take(MostNamed).Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Value} {e.Key}")));
        int rest = most.Skip(MostNamed).Sum(e => e.Value);
        return rest == 0 ? named : string.Create(CultureInfo.InvariantCulture, $"{named} and {rest} others");
    }
}
