namespace Parallax.Annotate;

/// <summary>
/// The best tree of given scores below the word that gains most by being the root: every word one head, no cycles (Chu and Liu 1965, Edmonds 1967).
/// </summary>
internal static class TreeDecoder
{
    private const int DeepestCircle = 24;
    private const float Never = float.NegativeInfinity;

    /// <summary>The head of each of <paramref name="length"/> words, -1 for the root.</summary>
    /// <param name="scores">Row = dependent, column = head; column <paramref name="length"/> is the root.</param>
    /// <param name="length">Number of words.</param>
    /// <param name="columns">Numbers in a row of <paramref name="scores"/>.</param>
    public static int[] Decode(ReadOnlySpan<float> scores, int length, int columns)
    {
        int[] heads = new int[length];
        int roots = 0;
        for (int word = 0; word < length; word++)
        {
            heads[word] = Best(scores.Slice(word * columns, length + 1), word);
            roots += heads[word] == length ? 1 : 0;
        }
        if (roots != 1 || !IsTree(heads, length))
            heads = Span(scores, length, columns);
        for (int word = 0; word < length; word++)
        {
            if (heads[word] == length)
                heads[word] = -1;
        }
        return heads;
    }

    private static int Best(ReadOnlySpan<float> row, int self)
    {
        int best = self == 0 ? 1 : 0;
        for (int head = best + 1; head < row.Length; head++)
        {
            if (head != self && row[head] > row[best])
                best = head;
        }
        return best;
    }

    private static bool IsTree(int[] heads, int root)
    {
        int[] visit = new int[heads.Length];
        for (int word = 0; word < heads.Length; word++)
        {
            int at = word;
            while (at != root && visit[at] == 0)
            {
                visit[at] = word + 1;
                at = heads[at];
            }
            if (at != root && visit[at] == word + 1)
                return false;
        }
        return true;
    }

    // The root is the word that gains most by being it; then the tree below it that scores most.
    private static int[] Span(ReadOnlySpan<float> scores, int length, int columns)
    {
        int root = 0;
        float most = Never;
        float[][] graph = new float[length][];
        for (int word = 0; word < length; word++)
        {
            ReadOnlySpan<float> row = scores.Slice(word * columns, length + 1);
            graph[word] = row[..length].ToArray();
            graph[word][word] = Never;
            float gain = length == 1 ? 0 : row[length] - graph[word].Max();
            if (gain > most)
                (most, root) = (gain, word);
        }
        int[] heads = Arborescence(graph, root, depth: 0);
        heads[root] = length;
        return heads;
    }

    private static int[] Arborescence(float[][] graph, int root, int depth)
    {
        int count = graph.Length;
        int[] heads = new int[count];
        for (int word = 0; word < count; word++)
            heads[word] = word == root ? -1 : Best(graph[word], word);
        List<int> cycle = Cycle(heads, root);
        if (cycle.Count == 0)
            return heads;
        // Only rows of one word over and over have circles in circles without end; there any tree will do.
        if (depth == DeepestCircle)
            return Cut(graph, heads, root, cycle);
        // The words of the cycle become one; each edge in or out remembers which word of the cycle it is really for.
        bool[] inside = new bool[count];
        foreach (int word in cycle)
            inside[word] = true;
        int[] outer = [.. Enumerable.Range(0, count).Where(word => !inside[word])];
        int[] enters = new int[outer.Length], leaves = new int[outer.Length];
        float[][] small = new float[outer.Length + 1][];
        small[^1] = new float[outer.Length + 1];
        small[^1][^1] = Never;
        for (int i = 0; i < outer.Length; i++)
        {
            small[i] = new float[outer.Length + 1];
            for (int j = 0; j < outer.Length; j++)
                small[i][j] = graph[outer[i]][outer[j]];
            enters[i] = cycle[0];
            leaves[i] = cycle[0];
            foreach (int word in cycle)
            {
                if (graph[word][outer[i]] - graph[word][heads[word]] > graph[enters[i]][outer[i]] - graph[enters[i]][heads[enters[i]]])
                    enters[i] = word;
                if (graph[outer[i]][word] > graph[outer[i]][leaves[i]])
                    leaves[i] = word;
            }
            small[^1][i] = graph[enters[i]][outer[i]] - graph[enters[i]][heads[enters[i]]];
            small[i][^1] = graph[outer[i]][leaves[i]];
        }
        int[] inner = Arborescence(small, Array.IndexOf(outer, root), depth + 1);
        for (int i = 0; i < outer.Length; i++)
            heads[outer[i]] = inner[i] < 0 ? -1 : inner[i] == outer.Length ? leaves[i] : outer[inner[i]];
        int entry = inner[^1];
        heads[enters[entry]] = outer[entry];
        return heads;
    }

    // Hangs one word of each circle on the root: the one that loses least by it.
    private static int[] Cut(float[][] graph, int[] heads, int root, List<int> cycle)
    {
        while (cycle.Count > 0)
        {
            int best = cycle[0];
            foreach (int word in cycle)
            {
                if (graph[word][root] - graph[word][heads[word]] > graph[best][root] - graph[best][heads[best]])
                    best = word;
            }
            heads[best] = root;
            cycle = Cycle(heads, root);
        }
        return heads;
    }

    private static List<int> Cycle(int[] heads, int root)
    {
        int[] visit = new int[heads.Length];
        for (int word = 0; word < heads.Length; word++)
        {
            int at = word;
            while (at != root && visit[at] == 0)
            {
                visit[at] = word + 1;
                at = heads[at];
            }
            if (at == root || visit[at] != word + 1)
                continue;
            List<int> cycle = [at];
            for (int next = heads[at]; next != at; next = heads[next])
                cycle.Add(next);
            return cycle;
        }
        return [];
    }
}
