using System.Globalization;

namespace Parallax.Bench;

/// <summary>Counts what was taken for what, with an example or two of each, for <c>--verbose</c>.</summary>
internal sealed class TreeConfusions
{
    private const int Shown = 40;
    private const int Examples = 3;

    private readonly Dictionary<string, (int Count, List<string> Examples)> _seen = new(StringComparer.Ordinal);

    public void Add(string confusion, string example)
    {
        (int count, List<string> examples) = _seen.TryGetValue(confusion, out (int, List<string>) seen) ? seen : (0, []);
        // Spread over the set: the first, then one after each doubling.
        if (examples.Count < Examples && int.IsPow2(count + 1))
            examples.Add(example);
        _seen[confusion] = (count + 1, examples);
    }

    /// <summary>The commonest first.</summary>
    public IReadOnlyList<string> Lines =>
        [.. _seen.OrderByDescending(s => s.Value.Count).ThenBy(s => s.Key, StringComparer.Ordinal).Take(Shown)
            .Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Value.Count,5} {s.Key}   {string.Join("   ", s.Value.Examples)}"))];

    /// <summary>A word with the words around it, itself in brackets.</summary>
    public static string Around(IReadOnlyList<string> forms, int at)
    {
        int first = Math.Max(0, at - 4);
        return string.Join(' ', forms.Skip(first).Take(9).Select((form, i) => first + i == at ? $"[{form}]" : form));
    }
}
