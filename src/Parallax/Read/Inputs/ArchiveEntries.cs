using System.Globalization;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>
/// What the archives have in common: which entries are taken, what they are called (<c>archive.zip!/folder/page.html</c>; a second entry of
/// that name <c>…/page.html!2</c>), and what is told of the others. Mutable, private to one walk.
/// </summary>
internal sealed class ArchiveEntries(OpenedContent archive)
{
    private readonly OtherFiles _others = new(archive.Path);
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Whether no more entries may be read.</summary>
    public bool IsOver => _count > archive.Options.MaxItems || archive.Limits!.AreSpent;

    /// <summary>The path of an entry that is taken, and whether its name vouches for it; null for one that is left out.</summary>
    public (string Path, bool Sure)? Take(string name)
    {
        if (++_count > archive.Options.MaxItems)
            return null;
        string shown = Tidy(name);
        if (shown.Split('/').Any(part => part.StartsWith('.') || part == "__MACOSX"))
            return null;
        InputFormat asked = archive.Options.From;
        bool? taken = InputFormats.TakenByName(shown, asked);
        if (taken == false)
        {
            _others.Add(shown);
            return null;
        }
        if (taken == true)
            _others.Taken++;
        int times = _names[shown] = _names.GetValueOrDefault(shown) + 1;
        return (archive.Path + "!/" + shown + (times == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"!{times}")), taken == true);
    }

    /// <summary>Counts something that is no file: a link, a device.</summary>
    public void Leave(string kind) => _others.Add(kind, 1);

    /// <summary>The items of an entry.</summary>
    public IEnumerable<(InputItem? Item, Problem? Problem)> Read((string Path, bool Sure) entry, string name, Stream content) =>
        ContentItems.Of(new OpenedContent(entry.Path, content, archive.Options)
        {
            Name = Tidy(name),
            Archives = archive.Archives + 1,
            Limits = archive.Limits,
            Format = entry.Sure ? archive.Options.From : InputFormat.Detect,
            Others = entry.Sure ? null : _others,
        });

    /// <summary>What is to be said at the end.</summary>
    public Problem? Summary() => _count > archive.Options.MaxItems ? ReadProblems.TooManyItems(archive.Path, archive.Options.MaxItems)
        : archive.Limits!.AreSpent ? null : _others.Summary();

    /// <summary>A name with forward slashes that stays below the archive, whatever it says.</summary>
    private static string Tidy(string name) =>
        string.Join('/', name.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").Select(part => part == ".." ? "__" : part));
}
