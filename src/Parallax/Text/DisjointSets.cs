namespace Parallax.Text;

/// <summary>Groups of numbers that are found to belong together. The group's name is its smallest member, so the order of joining never shows.</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parent;

    public DisjointSets(int count)
    {
        _parent = new int[count];
        for (int i = 0; i < count; i++)
            _parent[i] = i;
    }

    /// <summary>The smallest member of the group of <paramref name="item"/>.</summary>
    public int Root(int item)
    {
        while (_parent[item] != item)
        {
            _parent[item] = _parent[_parent[item]];
            item = _parent[item];
        }
        return item;
    }

    /// <summary>Joins the groups of <paramref name="a"/> and <paramref name="b"/>.</summary>
    public void Join(int a, int b)
    {
        (a, b) = (Root(a), Root(b));
        if (a < b)
            _parent[b] = a;
        else
            _parent[a] = b;
    }

    /// <summary>All groups, each ascending, ordered by their smallest member.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Groups()
    {
        SortedDictionary<int, List<int>> groups = [];
        for (int i = 0; i < _parent.Length; i++)
        {
            if (!groups.TryGetValue(Root(i), out List<int>? members))
                groups.Add(Root(i), members = []);
            members.Add(i);
        }
        return [.. groups.Values];
    }
}
