namespace Parallax.Fuse;

/// <summary>
/// Finds, for each report that comes in, those already here that may tell of one thing with it. Whether two reports meet depends on the two alone, so the
/// pairs found are the same whatever the order. Not for use by several threads.
/// </summary>
internal sealed class StoryIndex
{
    // A common word finds what is told in the same weeks, a rare one also what is told a year later.
    private const int NearDays = 45;
    private const int LeastKeys = 2;

    // Reports without a date may be of any week.
    private const int Undated = int.MinValue;
    private readonly Dictionary<ulong, SortedDictionary<int, List<int>>> _reports = [];
    private readonly List<ReportProfile> _profiles = [];
    private readonly List<int> _met = [];
    private int[] _keys = new int[64];

    /// <summary>The reports in the order in which they came.</summary>
    public IReadOnlyList<ReportProfile> Profiles => _profiles;

    /// <summary>Takes a report in and gives the numbers of the earlier ones that share words with it that few reports have.</summary>
    public IReadOnlyList<int> Add(ReportProfile profile)
    {
        int number = _profiles.Count;
        _profiles.Add(profile);
        if (number >= _keys.Length)
            Array.Resize(ref _keys, 2 * number);
        int bucket = profile.Day is int day ? (int)Math.Floor(day / (double)NearDays) : Undated;
        foreach ((ulong word, bool isRare) in profile.Keys)
        {
            if (!_reports.TryGetValue(word, out SortedDictionary<int, List<int>>? buckets))
                _reports.Add(word, buckets = []);
            if (isRare || bucket == Undated)
            {
                foreach (List<int> others in buckets.Values)
                    Meet(others, profile.Day, isRare);
            }
            else
            {
                foreach (int near in (ReadOnlySpan<int>)[Undated, bucket - 1, bucket, bucket + 1])
                {
                    if (buckets.TryGetValue(near, out List<int>? others))
                        Meet(others, profile.Day, false);
                }
            }
            if (!buckets.TryGetValue(bucket, out List<int>? own))
                buckets.Add(bucket, own = []);
            own.Add(number);
        }
        int[] found = [.. _met.Where(other => _keys[other] >= LeastKeys)];
        foreach (int other in _met)
            _keys[other] = 0;
        _met.Clear();
        return found;
    }

    private void Meet(List<int> others, int? day, bool isRare)
    {
        foreach (int other in others)
        {
            if (!isRare && day is int a && _profiles[other].Day is int b && Math.Abs(a - b) > NearDays)
                continue;
            if (_keys[other] == 0)
                _met.Add(other);
            _keys[other] += isRare ? LeastKeys : 1;
        }
    }
}
