using Parallax.Text;

namespace Parallax.Read;

/// <summary>Turns content into the items in it: unpacked, recognised, and divided where it holds many.</summary>
internal static class ContentItems
{
    // An archive may lie in an archive, and no deeper.
    private const int MostArchives = 1;

    // A server that packs what is packed already makes two.
    private const int MostLayers = 3;

    /// <summary>The items of <paramref name="opened"/>, as they are read; what fails becomes the last problem.</summary>
    public static IEnumerable<(InputItem? Item, Problem? Problem)> Of(OpenedContent opened)
    {
        using IEnumerator<(InputItem?, Problem?)> each = Unguarded(opened).GetEnumerator();
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
                failed = ReadProblems.BadCompression(opened.Path);
            }
            catch (TooMuchException much)
            {
                failed = ReadProblems.TooMuch(opened.Path, much.Message);
            }
            catch (IOException)
            {
                failed = ReadProblems.Unreadable(opened.Path, "it cannot be read");
            }
            if (failed is not null)
            {
                yield return (null, failed);
                yield break;
            }
            yield return each.Current;
        }
    }

    private static IEnumerable<(InputItem? Item, Problem? Problem)> Unguarded(OpenedContent opened)
    {
        Stream stored = opened.Content;
        if (opened.Limits is null)
        {
            MeteredStream metered = new(stored, opened.Options, opened.Progress);
            opened = opened with { Limits = new UnpackingLimits(opened.Options, metered), Seekable = stored.CanSeek ? stored : null };
            stored = metered;
        }
        PeekedStream content = new(stored);
        for (int layer = 0; layer < MostLayers && content.Head.StartsWith(Compression.Magic); layer++)
        {
            content = new PeekedStream(new GzipMembers(content, opened.Limits));
            opened = opened with { Seekable = null };
        }
        if (content.Head.StartsWith(Compression.Magic))
        {
            yield return (null, ReadProblems.TooNested(opened.Path));
            yield break;
        }
        if (content.IsEmpty)
        {
            yield return (null, ReadProblems.Empty(opened.Path));
            yield break;
        }
        (FormatRow? row, Problem? problem) = InputFormats.Recognise(opened, new ContentHead(content.Head));
        if (problem is not null)
            yield return (null, problem);
        if (row is null)
        {
            if (problem is null)
                opened.Others?.Add(opened.Name);
            yield break;
        }
        if (opened.Others is { } others)
            others.Taken++;
        if (row.IsArchive && opened.Archives > MostArchives)
        {
            yield return (null, ReadProblems.TooNested(opened.Path));
            yield break;
        }
        // What is taken apart byte by byte must be in an encoding whose brackets and line ends are single bytes.
        if (row.Format is InputFormat.Json or InputFormat.JsonLines or InputFormat.Mail or InputFormat.Mailbox or InputFormat.SavedPage && EncodingGuess.Wide(content.Head) is var (wide, mark))
        {
            content.ReadExactly(new byte[mark]);
            content = new PeekedStream(System.Text.Encoding.CreateTranscodingStream(content, wide, System.Text.Encoding.UTF8));
        }
        if (row.Split is { } split)
        {
            foreach ((InputItem?, Problem?) item in split(opened with { Content = content }))
                yield return item;
            yield break;
        }
        byte[]? bytes = Compression.ReadUpTo(content, opened.Options.MaxBytes);
        yield return bytes is null ? (null, ReadProblems.TooLarge(opened.Path, opened.Options.MaxBytes))
            : (new InputItem(opened.Path, bytes, opened.Address, row.Format, opened.Charset), null);
    }
}
