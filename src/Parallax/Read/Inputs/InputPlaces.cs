using Parallax.Text;

namespace Parallax.Read;

/// <summary>One thing to open: a file with the path it has in reports, standard input, an address, or the problem that there is none.</summary>
internal sealed record InputPlace(string FullPath, string Path)
{
    public string? Address { get; init; }

    public bool IsStandardInput { get; init; }

    public Problem? Problem { get; init; }

    /// <summary>How many bytes the file has; zero where that is not known.</summary>
    public long Length { get; init; }

    /// <summary>The folder's other files: on a file, because only its content can tell whether it is a report; on the last place of a folder, to be told of.</summary>
    public OtherFiles? Others { get; init; }

    public bool EndsFolder { get; init; }
}

/// <summary>Finds the files behind the inputs, in ordinal order, without opening them.</summary>
internal static class InputPlaces
{
    /// <summary>What <paramref name="inputs"/> name, in the order given; inside a folder or pattern in ordinal order.</summary>
    public static List<InputPlace> List(IReadOnlyList<string> inputs, InputFormat asked = InputFormat.Detect)
    {
        List<InputPlace> places = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string input in inputs)
        {
            foreach (InputPlace place in Expand(input, asked))
            {
                if (place.Problem is not null || place.EndsFolder || seen.Add(place.Address ?? place.FullPath))
                    places.Add(place);
            }
        }
        return TellApart(places);
    }

    private static IEnumerable<InputPlace> Expand(string input, InputFormat asked)
    {
        if (input == "-")
            return [new InputPlace("-", "-") { IsStandardInput = true }];
        if (input.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || input.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return [new InputPlace(input, input) { Address = input }];
        if (input.Length == 0 || input.Contains('\0', StringComparison.Ordinal))
            return [Failed(ReadProblems.NotFound(input.Replace('\0', '?')))];
        if (File.Exists(input))
            return [OneFile(input)];
        if (Directory.Exists(input))
            return InFolder(input, input, _ => true, asked);
        return input.AsSpan().IndexOfAny('*', '?') >= 0 ? Matching(input, asked) : [Failed(ReadProblems.NotFound(Shown(input)))];
    }

    private static InputPlace OneFile(string input)
    {
        string full = System.IO.Path.GetFullPath(input);
        string name = System.IO.Path.GetFileName(full);
        return new InputPlace(full, name) { Length = new FileInfo(full).Length };
    }

    private static IEnumerable<InputPlace> InFolder(string input, string folder, Func<string, bool> wanted, InputFormat asked)
    {
        string root = System.IO.Path.GetFullPath(folder);
        List<InputPlace> found = [];
        OtherFiles others = new(Shown(input));
        Stack<string> open = new([root]);
        while (open.Count > 0)
        {
            string current = open.Pop();
            try
            {
                foreach (FileSystemInfo entry in new DirectoryInfo(current).EnumerateFileSystemInfos())
                    Visit(entry, root, wanted, asked, others, open, found);
            }
            catch (Exception failed) when (failed is UnauthorizedAccessException or IOException)
            {
                found.Add(Failed(ReadProblems.Unreadable(Relative(root, current), "access denied")) with { Path = Relative(root, current) });
            }
        }
        return found.OrderBy(place => place.Path, StringComparer.Ordinal).Append(new InputPlace("", "") { Others = others, EndsFolder = true });
    }

    private static void Visit(FileSystemInfo entry, string root, Func<string, bool> wanted, InputFormat asked, OtherFiles others, Stack<string> open, List<InputPlace> found)
    {
        // A name whose bytes are not UTF-8 comes with a replacement character, and no file is called that.
        if (entry.Name.Contains('\uFFFD', StringComparison.Ordinal) && entry.LinkTarget is null && !entry.Exists)
        {
            string shown = Relative(root, entry.FullName);
            if (!entry.Name.StartsWith('.') && wanted(shown) && InputFormats.TakenByName(entry.Name, asked) != false)
            {
                others.Taken++;
                found.Add(Failed(ReadProblems.Unreadable(shown, "its name is not UTF-8; rename it")) with { Path = shown });
            }
            return;
        }
        if (entry.Name.StartsWith('.') || entry.Attributes.HasFlag(FileAttributes.Hidden))
            return;
        string file = entry.FullName;
        if (entry.LinkTarget is not null)
        {
            // A linked folder may lead out of the input or in a circle; its files are read where they really are.
            if (entry is DirectoryInfo || FileBehind(entry) is not { } target || !target.StartsWith(root + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                if (wanted(Relative(root, file)))
                    others.Add("links", 1);
                return;
            }
            file = target;
        }
        else if (entry is DirectoryInfo)
        {
            open.Push(file);
            return;
        }
        string relative = Relative(root, entry.FullName);
        if (!wanted(relative))
            return;
        bool? taken = InputFormats.TakenByName(entry.Name, asked);
        if (taken == false)
        {
            others.Add(entry.Name);
            return;
        }
        others.Taken += taken == true ? 1 : 0;
        found.Add(SpecialFiles.Kind(file) is { } special ? Failed(ReadProblems.NoFile(relative, special)) with { Path = relative }
            : new InputPlace(entry.FullName, relative) { Length = (entry as FileInfo)?.Length ?? 0, Others = taken is null ? others : null });
    }

    private static string? FileBehind(FileSystemInfo link)
    {
        try
        {
            return link.ResolveLinkTarget(true) is FileInfo { Exists: true } target ? target.FullName : null;
        }
        catch (IOException)
        {
            // Links that lead to each other.
            return null;
        }
    }

    private static IEnumerable<InputPlace> Matching(string pattern, InputFormat asked)
    {
        string slashed = pattern.Replace('\\', '/');
        int wild = slashed.AsSpan().IndexOfAny('*', '?');
        int cut = slashed.LastIndexOf('/', wild);
        string folder = cut < 0 ? "." : cut == 0 ? "/" : slashed[..cut];
        string[] segments = slashed[(cut + 1)..].Split('/');
        if (!Directory.Exists(folder))
            return [Failed(ReadProblems.NotFound(Shown(pattern)))];
        return InFolder(pattern, folder, path => Globs.Matches(segments, path.Split('/')), asked);
    }

    /// <summary>Adds parent folders to paths that would be equal, until they differ.</summary>
    private static List<InputPlace> TellApart(List<InputPlace> places)
    {
        for (int parents = 1; parents <= 64; parents++)
        {
            HashSet<string> equal = new(places.Where(IsFile).GroupBy(place => place.Path, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key), StringComparer.Ordinal);
            if (equal.Count == 0)
                break;
            places = [.. places.Select(place => IsFile(place) && equal.Contains(place.Path) ? place with { Path = WithParent(place) } : place)];
        }
        return places;

        static bool IsFile(InputPlace place) => place.Problem is null && !place.EndsFolder && place.Address is null && !place.IsStandardInput;
    }

    private static string WithParent(InputPlace place)
    {
        string full = place.FullPath.Replace('\\', '/');
        int before = full.Length - place.Path.Length - 1;
        if (before <= 0)
            return place.Path;
        return full[(full.LastIndexOf('/', before - 1) + 1)..];
    }

    private static InputPlace Failed(Problem problem) => new("", "") { Problem = problem };

    private static string Relative(string root, string path) => System.IO.Path.GetRelativePath(root, path).Replace('\\', '/');

    /// <summary>What was given, without the folders of this machine in front.</summary>
    private static string Shown(string input) => input.Replace('\\', '/');
}
