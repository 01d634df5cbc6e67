using System.Runtime.InteropServices;

namespace Parallax.Fuse;

/// <summary>
/// Which reports are worth comparing: those that share enough keys. Reports are added one by one; whether two are compared depends on the two
/// alone, so that the order in which they come never shows.
/// </summary>
internal sealed class CopyIndex
{
    private const int LeastShared = 3;
    private const double LeastShare = 0.05;

    // A passage that stands in more reports than this is a form letter, not a story; without the limit such a passage would cost the square of them.
    private const int MostReports = 4_000;

    // Each key points to its last entry, each entry to the one before: two numbers an entry, however many keys there are.
    private readonly Dictionary<ulong, (int Last, int Count)> _heads = [];
    private readonly List<(int Report, int Before)> _entries = [];
    private readonly List<int> _keys = [];
    private int[] _shared = [];

    /// <summary>Adds a report and gives the reports added before it that it should be compared with, ascending; its number is how many came before it.</summary>
    public IReadOnlyList<int> Add(ReportPrint print)
    {
        int self = _keys.Count;
        _keys.Add(print.Keys.Length);
        if (_shared.Length < _keys.Count)
            Array.Resize(ref _shared, Math.Max(64, _keys.Count * 2));
        List<int> touched = [];
        foreach (ulong key in print.Keys)
        {
            ref (int Last, int Count) head = ref CollectionsMarshal.GetValueRefOrAddDefault(_heads, key, out bool known);
            if (!known)
                head = (-1, 0);
            if (head.Count > MostReports)
                continue;
            for (int entry = head.Last; entry >= 0; entry = _entries[entry].Before)
            {
                int other = _entries[entry].Report;
                if (_shared[other]++ == 0)
                    touched.Add(other);
            }
            _entries.Add((self, head.Last));
            head = (_entries.Count - 1, head.Count + 1);
        }
        touched.Sort();
        List<int> found = [];
        foreach (int other in touched)
        {
            if (_shared[other] >= Math.Max(LeastShared, LeastShare * Math.Min(_keys[other], print.Keys.Length)))
                found.Add(other);
            _shared[other] = 0;
        }
        return found;
    }
}
