using System.Collections;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>Turns what a user names (files, folders, globs, <c>-</c>, addresses) into items to read, in a stable order.</summary>
public static class InputSource
{
    /// <summary>
    /// Lists the items lazily: a folder is walked recursively in ordinal order, hidden files and kinds that are not read are left out,
    /// links are not followed out of it; archives, crawls and files of many lines are taken item by item; each failure is a problem in place of an
    /// item. Files that would have the same relative path are told apart by as many of their parent folders as that needs. A file that is
    /// named twice is read once. Without <paramref name="standardInput"/>, <c>-</c> is a problem.
    /// </summary>
    public static IEnumerable<(InputItem? Item, Problem? Problem)> Open(IReadOnlyList<string> inputs, ReadOptions options, Stream? standardInput) =>
        new OpenedInputs(InputPlaces.List(inputs, options.From), options, standardInput);
}

/// <summary>Inputs that are being read, and how far that has come.</summary>
internal sealed class OpenedInputs(List<InputPlace> places, ReadOptions options, Stream? standardInput) : IEnumerable<(InputItem? Item, Problem? Problem)>
{
    private static readonly TimeSpan OpeningTime = TimeSpan.FromSeconds(5);

    private readonly InputProgress _progress = new();

    /// <summary>The share of all bytes of the files that has been read; null where that is not known.</summary>
    public double? Share => places.Exists(place => place.IsStandardInput || place.Address is not null) ? null : _progress.Share;

    /// <inheritdoc/>
    public IEnumerator<(InputItem? Item, Problem? Problem)> GetEnumerator()
    {
        _progress.Begin(places.Sum(place => place.Length));
        using WebFetcher fetcher = new(options);
        foreach (InputPlace place in places)
        {
            foreach ((InputItem?, Problem?) item in Guarded(place, fetcher))
                yield return item;
            _progress.Pass(place.Length);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A fault of ours in one input must not cost the others: it is named, and the next is opened.</summary>
    private IEnumerable<(InputItem? Item, Problem? Problem)> Guarded(InputPlace place, WebFetcher fetcher)
    {
        using IEnumerator<(InputItem?, Problem?)> each = (place.Address is { } address ? Fetched(fetcher, address) : Read(place)).GetEnumerator();
        while (true)
        {
            Problem? failed = null;
            try
            {
                if (!each.MoveNext())
                    yield break;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                failed = ReadProblems.Fault(place.Path, "read", fault);
            }
            if (failed is not null)
            {
                yield return (null, failed);
                yield break;
            }
            yield return each.Current;
        }
    }

    private IEnumerable<(InputItem? Item, Problem? Problem)> Read(InputPlace place) => place switch
    {
        { Problem: { } problem } => [(null, problem)],
        { EndsFolder: true } => place.Others!.Summary() is { } left ? [(null, left)] : [],
        { IsStandardInput: true } => standardInput is null ? [(null, ReadProblems.NoStandardInput())] : ContentItems.Of(new OpenedContent("-", standardInput, options) { Format = options.From }),
        _ => ReadFile(place),
    };

    private static IEnumerable<(InputItem? Item, Problem? Problem)> Fetched(WebFetcher fetcher, string address)
    {
        (OpenedContent? content, Problem? problem) = fetcher.Fetch(address);
        return content is null ? [(null, problem)] : ContentItems.Of(content);
    }

    private IEnumerable<(InputItem? Item, Problem? Problem)> ReadFile(InputPlace place)
    {
        Problem problem;
        try
        {
            // A pipe that nobody writes to would be waited for without end.
            Task<FileStream> opening = Task.Run(() => new FileStream(place.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            if (Task.WaitAny([opening], OpeningTime) < 0)
                return [(null, ReadProblems.Unreadable(place.Path, "it did not open within five seconds"))];
            FileStream stream = opening.GetAwaiter().GetResult();
            return Closing(stream, ContentItems.Of(new OpenedContent(place.Path, stream, options)
            {
                Format = place.Others is null ? options.From : InputFormat.Detect,
                Others = place.Others,
                Progress = _progress,
            }));
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

/// <summary>How many bytes of all files have been read. Written by the thread that opens them, read by any.</summary>
internal sealed class InputProgress
{
    private long _total, _passed, _current;

    /// <summary>The share, from 0 to 1; null before it is known.</summary>
    public double? Share
    {
        get
        {
            long total = Interlocked.Read(ref _total);
            return total == 0 ? null : Math.Min(1, (double)(Interlocked.Read(ref _passed) + Interlocked.Read(ref _current)) / total);
        }
    }

    public void Begin(long total) => Interlocked.Exchange(ref _total, total);

    /// <summary>So much of the file at hand has been read.</summary>
    public void Reach(long current) => Interlocked.Exchange(ref _current, current);

    /// <summary>The file at hand is done.</summary>
    public void Pass(long length)
    {
        Interlocked.Exchange(ref _current, 0);
        Interlocked.Add(ref _passed, length);
    }
}
