using Parallax.Text;

namespace Parallax.Read;

/// <summary>Turns what a user names (files, folders, globs, <c>-</c>, addresses) into items to read, in a stable order.</summary>
public static class InputSource
{
    /// <summary>
    /// Lists the items lazily: a folder is walked recursively in ordinal order, hidden files and unknown endings are left out,
    /// links are not followed out of it; each failure is a problem in place of an item.
    /// </summary>
    public static IEnumerable<(InputItem? Item, Problem? Problem)> Open(IReadOnlyList<string> inputs, ReadOptions options, Stream? standardInput) => [];
}
