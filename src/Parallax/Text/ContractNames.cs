using System.Collections.Concurrent;
using System.Text;

namespace Parallax.Text;

/// <summary>Enum values as the contract writes them: lower case, words joined by hyphens (<c>ArmedForce</c> → <c>armed-force</c>).</summary>
public static class ContractNames
{
    private static readonly ConcurrentDictionary<Enum, string> Names = new();

    /// <summary>The contract's word for <paramref name="value"/>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Names.GetOrAdd(value, static v => Hyphenate(v.ToString()));

    private static string Hyphenate(string name)
    {
        StringBuilder hyphenated = new(name.Length + 2);
        foreach (char c in name)
        {
            if (char.IsAsciiLetterUpper(c) && hyphenated.Length > 0)
                hyphenated.Append('-');
            hyphenated.Append(char.ToLowerInvariant(c));
        }
        return hyphenated.ToString();
    }
}
