using System.Collections;
using System.Collections.Concurrent;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>
/// The tokens of a report in a fifth of the space, made anew when asked for: most of what ten thousand reports would hold in memory is tokens that
/// are looked at once or twice more. Immutable; safe for many threads.
/// </summary>
internal sealed class PackedTokens : IReadOnlyList<Token>
{
    private readonly Packed[] _tokens;
    private readonly string[] _words;

    private PackedTokens(Packed[] tokens, string[] words)
    {
        _tokens = tokens;
        _words = words;
    }

    public int Count => _tokens.Length;

    public Token this[int index]
    {
        get
        {
            Packed token = _tokens[index];
            return new Token(new TextSpan(token.Start, token.Length), _words[token.Text], _words[token.Lower], _words[token.Lemma], (Upos)token.Tag, (VerbForm)token.Form,
                _words[token.Xpos], token.Head, _words[token.Relation]);
        }
    }

    /// <summary>The same tokens, packed; as they are where a report is too large for that. Words that other reports have are shared with them through <paramref name="pool"/>.</summary>
    public static IReadOnlyList<Token> Of(IReadOnlyList<Token> tokens, ConcurrentDictionary<string, string>? pool = null)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        List<string> words = [];
        int NumberOf(string word)
        {
            if (!numbers.TryGetValue(word, out int number))
            {
                numbers.Add(word, number = words.Count);
                words.Add(pool is null ? word : pool.GetOrAdd(word, word));
            }
            return number;
        }
        Packed[] packed = new Packed[tokens.Count];
        for (int i = 0; i < packed.Length; i++)
        {
            Token token = tokens[i];
            int text = NumberOf(token.Text), lower = NumberOf(token.Lower), lemma = NumberOf(token.Lemma), xpos = NumberOf(token.Xpos), relation = NumberOf(token.Relation);
            if (words.Count > ushort.MaxValue || token.Span.Length > ushort.MaxValue)
                return tokens;
            packed[i] = new Packed(token.Span.Start, token.Head, (ushort)token.Span.Length, (ushort)text, (ushort)lower, (ushort)lemma, (ushort)xpos, (ushort)relation, (byte)token.Tag, (byte)token.Form);
        }
        return new PackedTokens(packed, [.. words]);
    }

    public IEnumerator<Token> GetEnumerator()
    {
        for (int i = 0; i < _tokens.Length; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private readonly record struct Packed(
        int Start, int Head, ushort Length, ushort Text, ushort Lower, ushort Lemma, ushort Xpos, ushort Relation, byte Tag, byte Form);
}
