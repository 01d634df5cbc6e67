using System.Text.Encodings.Web;
using System.Text.Json;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>
/// What Parallax answers on the records of each set, as one file of JSON lines a set, so that others can score it against their own gold. A file is
/// written when its set is done, so that none holds half of a set.
/// </summary>
internal sealed class Predictions : IDisposable
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _folder;
    private readonly MemoryStream _lines = new();
    private readonly Utf8JsonWriter _json;

    /// <summary>Makes the folder where it is missing.</summary>
    /// <exception cref="ProblemException">It cannot be written to.</exception>
    public Predictions(string folder)
    {
        _folder = folder;
        _json = new Utf8JsonWriter(_lines, s_options);
        Try(() =>
        {
            Directory.CreateDirectory(folder);
            // A run takes minutes; that nothing can be written is better known before it.
            File.Create(Path.Combine(folder, ".parallax"), 1, FileOptions.DeleteOnClose).Dispose();
        });
    }

    /// <summary>Begins the answers on a set.</summary>
    public void Begin() => _lines.SetLength(0);

    /// <summary>Adds one line: <paramref name="id"/> first, then what <paramref name="answer"/> writes. Spans count the code points of <paramref name="text"/>.</summary>
    public void Record(string id, string text, Action<PredictedRecord> answer)
    {
        _json.Reset(_lines);
        _json.WriteStartObject();
        _json.WriteString("id", id);
        answer(new PredictedRecord(_json, text));
        _json.WriteEndObject();
        _json.Flush();
        _lines.WriteByte((byte)'\n');
    }

    /// <summary>Writes the file of <paramref name="set"/> over one of an earlier run; a set that could not be read after all leaves none.</summary>
    /// <exception cref="ProblemException">It cannot be written.</exception>
    public void Save(string set) => Try(() =>
    {
        if (_lines.Length == 0)
        {
            File.Delete(PathOf(set));
            return;
        }
        using FileStream file = File.Create(PathOf(set));
        _lines.WriteTo(file);
    });

    /// <summary>Takes away the file of an earlier run where <paramref name="set"/> is skipped: it would be taken for one of this run.</summary>
    /// <exception cref="ProblemException">It cannot be taken away.</exception>
    public void Skip(string set) => Try(() => File.Delete(PathOf(set)));

    public void Dispose()
    {
        _json.Dispose();
        _lines.Dispose();
    }

    private string PathOf(string set) => Path.Combine(_folder, set + ".jsonl");

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ProblemException(new Problem("PX2004", _folder, $"could not be written: {fault.Message}", "Give --predictions a folder, there or not, that you may write to."));
        }
    }
}
