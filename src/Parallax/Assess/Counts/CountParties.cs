using Parallax.Data;
using Parallax.Fuse;

namespace Parallax.Assess;

/// <summary>Rule Q5 for counts: who is a party to the fight, and whose losses it counts.</summary>
internal sealed class CountParties(LanguageData data)
{
    private static readonly HashSet<string> s_losses = new(["dead", "hurt", "casualty", "taken", "held", "destroyed", "lost", "shot-down", "gathered"], StringComparer.Ordinal);

    private readonly Dictionary<string, string> _sides = data.Lexicon("count-parties").Rows.ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    /// <summary>Whether one of the two is a party that counts its adversary's losses, and the other is no party.</summary>
    public bool IsInterested(Count a, Count b) => IsInterestedAlone(a, b) != IsInterestedAlone(b, a);

    private bool IsInterestedAlone(Count one, Count other)
    {
        if (one.Act is not null && !s_losses.Contains(one.Act))
            return false;
        string? side = SideOf(one.Speaker) ?? (one.Speaker is null ? SideOf(one.Report.Claims.Source.Report.Outlet) : null);
        if (side is null)
            return false;
        // Its own dead are nobody's boast; and where it counts nobody's side, it is a witness like others.
        string? counted = SideOfCounted(one) ?? SideOfCounted(other);
        return counted is not null && !string.Equals(counted, side, StringComparison.Ordinal);
    }

    private string? SideOf(string? words) => words is null ? null : ClusterWords.Split(words).Select(w => _sides.GetValueOrDefault(w)).OfType<string>().FirstOrDefault(s => s is "state" or "rebel");

    private string? SideOfCounted(Count one) =>
        one.Noun is null ? null : _sides.GetValueOrDefault(one.Noun) is string side ? side switch { "of-state" => "state", "of-rebel" => "rebel", "enemy" => "enemy", _ => side } : null;
}
