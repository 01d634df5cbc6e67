using Parallax.Data;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>One key for the names an outlet or agency goes by: "AP" and "the Associated Press" are one.</summary>
internal sealed class OutletNames(LanguageData data)
{
    private readonly Agencies _agencies = Agencies.Of(data);
    private readonly Outlets _outlets = Outlets.Of(data);

    /// <summary>The key of a name, whether it is known or not.</summary>
    public string KeyOf(string name) => Known(name) ?? Folding.Fold(Bare(name));

    /// <summary>The key of a known outlet or agency; null for other names.</summary>
    public string? Known(string name)
    {
        string bare = Bare(name);
        string? usual = _agencies.Named(bare) ?? _outlets.Named(bare) ?? _outlets.Named(name.Trim());
        return usual is null ? null : Folding.Fold(_agencies.Named(usual) ?? usual);
    }

    private static string Bare(string name)
    {
        string trimmed = name.Trim();
        if (trimmed.StartsWith("the ", StringComparison.OrdinalIgnoreCase))
            trimmed = trimmed[4..];
        foreach (string tail in (ReadOnlySpan<string>)[" news agency", " news service", " newspaper", " agency", " wire"])
        {
            if (trimmed.EndsWith(tail, StringComparison.OrdinalIgnoreCase) && trimmed.Length > tail.Length)
                return trimmed[..^tail.Length];
        }
        return trimmed;
    }
}
