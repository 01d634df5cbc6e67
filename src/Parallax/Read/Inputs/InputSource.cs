using Parallax.Text;

namespace Parallax.Read;

/// <summary>Turns what a user names (files, folders, globs, <c>-</c>, addresses) into items to read, in a stable order.</summary>
public static class InputSource
{
    private static readonly TimeSpan OpeningTime = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Lists the items lazily: a folder is walked recursively in ordinal order, hidden files and unknown endings are left out,
    /// links are not followed out of it; each failure is a problem in place of an item. Files that would have the same relative path are
    /// told apart by as many of their parent folders as that needs. A file that is named twice is read once.
    /// </summary>
    public static IEnumerable<(InputItem? Item, Problem? Problem)> Open(IReadOnlyList<string> inputs, ReadOptions options, Stream? standardInput)
    {
        List<InputPlace> places = InputPlaces.List(inputs, options.From);
        return places.SelectMany(place => Read(place, options, standardInput));
    }

    private static IEnumerable<(InputItem? Item, Problem? Problem)> Read(InputPlace place, ReadOptions options, Stream? standardInput) => place switch
    {
        { Problem: { } problem } => [(null, problem)],
        { EndsFolder: true } => place.Others!.Summary() is { } left ? [(null, left)] : [],
        { IsStandardInput: true } => ContentItems.Of(new OpenedContent("-", standardInput ?? Stream.Null, options) { Format = options.From }),
        { Address: { } address } => [WebFetcher.Fetch(address, options)],
        _ => ReadFile(place, options),
    };

    private static IEnumerable<(InputItem? Item, Problem? Problem)> ReadFile(InputPlace place, ReadOptions options)
    {
        Problem problem;
        try
        {
            // A pipe that nobody writes to would be waited for without end.
            Task<FileStream> opening = Task.Run(() => new FileStream(place.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            if (Task.WaitAny([opening], OpeningTime) < 0)
                return [(null, ReadProblems.Unreadable(place.Path, "it did not open within five seconds"))];
            FileStream stream = opening.GetAwaiter().GetResult();
            return Closing(stream, ContentItems.Of(new OpenedContent(place.Path, stream, options) { Format = place.Others is null ? options.From : InputFormat.Detect, Others = place.Others }));
        }
        catch (UnauthorizedAccessException)
        {
            problem = ReadProblems.Unreadable(place.Path, "access denied");
        }
        catch (FileNotFoundException)
        {
            problem = ReadProblems.NotFound(place.Path);
        }
        catch (IOException)
        {
            problem = ReadProblems.Unreadable(place.Path, "it cannot be read");
        }
        return [(null, problem)];
    }

    private static IEnumerable<(InputItem? Item, Problem? Problem)> Closing(Stream stream, IEnumerable<(InputItem?, Problem?)> items)
    {
        using (stream)
        {
            foreach ((InputItem?, Problem?) item in items)
                yield return item;
        }
    }

}
