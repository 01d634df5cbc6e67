using System.IO.Compression;
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
        { IsStandardInput: true } => ReadStream("-", standardInput ?? Stream.Null, options.From, options),
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
            return Closing(stream, ReadStream(
                place.Path, stream, options.From != InputFormat.Detect ? options.From : InputFormats.OfEnding(place.FullPath) ?? InputFormat.Detect, options, LengthCheckedStream.LengthStatedBy(stream)));
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

    private static IEnumerable<(InputItem? Item, Problem? Problem)> ReadStream(
        string path, Stream stream, InputFormat format, ReadOptions options, uint unpackedLength = 0)
    {
        PeekedStream peeked = new(stream);
        Stream content = peeked;
        if (peeked.Head.StartsWith(Compression.Magic))
            content = new PeekedStream(new LengthCheckedStream(new GZipStream(peeked, CompressionMode.Decompress), unpackedLength));
        ReadOnlySpan<byte> head = ((PeekedStream)content).Head;
        bool lines = format == InputFormat.JsonLines || (format == InputFormat.Detect && InputFormats.Of(path, head) == InputFormat.JsonLines);
        return lines ? Guarded(path, JsonLines.Split(path, content, options.MaxBytes)) : [Whole(path, content, format, options)];
    }

    private static (InputItem? Item, Problem? Problem) Whole(string path, Stream content, InputFormat format, ReadOptions options)
    {
        try
        {
            byte[]? bytes = Compression.ReadUpTo(content, options.MaxBytes);
            return bytes is null ? (null, ReadProblems.TooLarge(path, options.MaxBytes)) : (new InputItem(path, bytes, null, format), null);
        }
        catch (InvalidDataException)
        {
            return (null, ReadProblems.BadCompression(path));
        }
        catch (IOException)
        {
            return (null, ReadProblems.Unreadable(path, "it cannot be read"));
        }
    }

    /// <summary>Passes items on until the stream fails, which becomes the last problem.</summary>
    private static IEnumerable<(InputItem? Item, Problem? Problem)> Guarded(string path, IEnumerable<(InputItem?, Problem?)> items)
    {
        using IEnumerator<(InputItem?, Problem?)> each = items.GetEnumerator();
        while (true)
        {
            Problem? failed = null;
            try
            {
                if (!each.MoveNext())
                    yield break;
            }
            catch (InvalidDataException)
            {
                failed = ReadProblems.BadCompression(path);
            }
            catch (IOException)
            {
                failed = ReadProblems.Unreadable(path, "it cannot be read");
            }
            if (failed is not null)
            {
                yield return (null, failed);
                yield break;
            }
            yield return each.Current;
        }
    }
}
