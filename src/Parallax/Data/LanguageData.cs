using System.Collections.Concurrent;
using System.Text;

namespace Parallax.Data;

/// <summary>
/// What Parallax knows of a language and of the world's places: lexicons and gazetteer, immutable once loaded. Safe for use by many threads.
/// </summary>
public sealed class LanguageData
{
    private readonly ConcurrentDictionary<string, LexiconTable> _lexicons = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Type, Lazy<object>> _made = [];
    private readonly Func<string, Stream?> _open;
    private readonly Lazy<TagLexicon> _tags;
    private readonly Lazy<Countries> _countries;
    private readonly Lazy<Ethnonyms> _ethnonyms;
    private readonly Lazy<Gazetteer> _gazetteer;
    private readonly Lazy<Outlines> _outlines;
    private readonly Lazy<Regions> _regions;
    private readonly Lazy<string> _version;

    private LanguageData(Func<string, Stream?> open, Func<IEnumerable<string>> names)
    {
        _open = open;
        _tags = new(() =>
        {
            using Stream stream = Open("compiled/tags.tsv");
            return TagLexicon.Read(stream);
        });
        _countries = new(() => new Countries(Lexicon("countries")));
        _ethnonyms = new(() => new Ethnonyms(Lexicon("ethnonyms")));
        _gazetteer = new(() =>
        {
            using Stream stream = Open("compiled/gazetteer.bin");
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return new Gazetteer(new GazetteerFile(bytes), Countries, Lexicon("places-countries"));
        });
        _regions = new(() => new Regions(Lexicon("regions")));
        _outlines = new(() =>
        {
            using Stream stream = Open("compiled/outlines.bin");
            return Outlines.Read(stream);
        });
        _version = new(() => DataVersion.Of(names(), Open));
    }

    /// <summary>The data that ship with the library.</summary>
    public static LanguageData English { get; } = new(
        name => typeof(LanguageData).Assembly.GetManifestResourceStream(name),
        () => typeof(LanguageData).Assembly.GetManifestResourceNames());

    /// <summary>Data from a folder laid out like <c>data/</c> (subfolders <c>lexicons</c> and <c>compiled</c>).</summary>
    public static LanguageData Load(string folder) => new(
        name =>
        {
            string path = Path.Combine(folder, name);
            return File.Exists(path) ? File.OpenRead(path) : null;
        },
        () => DataVersion.NamesIn(folder));

    /// <summary>How English words are used, from annotated text; loaded on first use.</summary>
    public TagLexicon Tags => _tags.Value;

    /// <summary>The world's places by name; loaded on first use.</summary>
    public Gazetteer Gazetteer => _gazetteer.Value;

    /// <summary>The world's countries and territories with their names, demonyms and seats; loaded on first use.</summary>
    public Countries Countries => _countries.Value;

    /// <summary>Regions without an administration of their own; loaded on first use.</summary>
    public Regions Regions => _regions.Value;

    /// <summary>Words for peoples, nationalities and faiths; loaded on first use.</summary>
    public Ethnonyms Ethnonyms => _ethnonyms.Value;

    /// <summary>Outlines of countries for maps; loaded on first use.</summary>
    public Outlines Outlines => _outlines.Value;

    /// <summary>A short hash over all lexicons and compiled data: two results with the same version were made with the same data.</summary>
    public string Version => _version.Value;

    /// <summary>The lexicon <c>lexicons/<paramref name="name"/>.tsv</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no such lexicon in this data.</exception>
    public LexiconTable Lexicon(string name) => _lexicons.GetOrAdd(name, key =>
    {
        using Stream stream = Open($"lexicons/{key}.tsv");
        using StreamReader reader = new(stream, Encoding.UTF8);
        return LexiconTable.Parse(key, reader.ReadToEnd());
    });

    /// <summary>What a stage makes of this data before it starts: made on first use, then shared, so it must be immutable.</summary>
    internal T Made<T>(Func<LanguageData, T> make)
        where T : class => (T)_made.GetOrAdd(typeof(T), _ => new Lazy<object>(() => make(this))).Value;

    /// <summary>Opens a data file by its name inside the data folder, e.g. <c>compiled/gazetteer.bin</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no such file in this data.</exception>
    internal Stream Open(string name) =>
        _open(name) ?? throw new InvalidOperationException($"Language data '{name}' is missing; reinstall Parallax or rebuild data/ with Parallax.DataBuilder.");
}
