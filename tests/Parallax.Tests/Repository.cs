namespace Parallax.Tests;

/// <summary>Where the checkout lies, found from the test binary upward.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of evaluation data beside the checkout; null where it is absent.</summary>
    public static string? Shared { get; } = FindShared();

    public static string PathTo(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>The five seed reports, for tests that need them; the test is skipped where they are absent.</summary>
    public static string SeedsOrSkip()
    {
        string? seeds = Shared is null ? null : Path.Combine(Shared, "seeds");
        Xunit.Assert.SkipUnless(seeds is not null && Directory.Exists(seeds), "The seed reports are not beside this checkout (../shared/seeds).");
        return seeds!;
    }

    public static IEnumerable<string> SourceFiles(params ReadOnlySpan<string> folder) =>
        Directory.EnumerateFiles(PathTo(folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Parallax.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the checkout; Parallax.slnx was not found above " + AppContext.BaseDirectory);
    }

    private static string? FindShared()
    {
        string shared = Path.GetFullPath(Path.Combine(Root, "..", "shared"));
        return Directory.Exists(shared) ? shared : null;
    }
}
