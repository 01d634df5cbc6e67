using System.Collections.Concurrent;
using System.Text;

namespace Parallax.Data;

/// <summary>
/// What Parallax knows of a language and of the world's places: lexicons and gazetteer, immutable once loaded. Safe for use by many threads.
/// </summary>
public sealed class LanguageData
{
    private readonly ConcurrentDictionary<string, LexiconTable> _lexicons = new(StringComparer.Ordinal);
    private readonly Func<string, Stream?> _open;

    private LanguageData(Func<string, Stream?> open) => _open = open;

    /// <summary>The data that ship with the library.</summary>
    public static LanguageData English { get; } = new(name => typeof(LanguageData).Assembly.GetManifestResourceStream(name));

    /// <summary>Data from a folder laid out like <c>data/</c> (subfolders <c>lexicons</c> and <c>compiled</c>).</summary>
    public static LanguageData Load(string folder) => new(name =>
    {
        string path = Path.Combine(folder, name);
        return File.Exists(path) ? File.OpenRead(path) : null;
    });

    /// <summary>The lexicon <c>lexicons/<paramref name="name"/>.tsv</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no such lexicon in this data.</exception>
    public LexiconTable Lexicon(string name) => _lexicons.GetOrAdd(name, key =>
    {
        using Stream stream = Open($"lexicons/{key}.tsv");
        using StreamReader reader = new(stream, Encoding.UTF8);
        return LexiconTable.Parse(key, reader.ReadToEnd());
    });

    /// <summary>Opens a data file by its name inside the data folder, e.g. <c>compiled/gazetteer.bin</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no such file in this data.</exception>
    internal Stream Open(string name) =>
        _open(name) ?? throw new InvalidOperationException($"Language data '{name}' is missing; reinstall Parallax or rebuild data/ with Parallax.DataBuilder.");
}
