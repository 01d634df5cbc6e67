using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Lists the phrases, verbs and small words of a sentence one after another.</summary>
internal static class ChunkLister
{
    /// <summary>The chunks in text order; together they cover the sentence.</summary>
    public static List<Chunk> List(SentenceView s, List<NounPhrase> phrases, List<VerbGroup> verbs, NounPhrase?[] phraseAt)
    {
        VerbGroup?[] verbAt = new VerbGroup?[s.Count];
        foreach (VerbGroup verb in verbs)
        {
            for (int i = verb.First; i < verb.End; i++)
                verbAt[i] ??= phraseAt[i] is null || i == verb.Head ? verb : null;
        }
        List<Chunk> chunks = [];
        for (int i = 0; i < s.Count;)
        {
            Chunk chunk = verbAt[i] is { } verb ? new Chunk(ChunkKind.Verb, i, Run(verbAt, i), Verb: verb)
                : phraseAt[i] is { } noun ? new Chunk(ChunkKind.Noun, i, Math.Min(noun.End, NextVerb(verbAt, i, noun.End)), Noun: noun)
                : new Chunk(KindOf(s, i), i, i + 1);
            if (chunk.Noun is { } named)
                named.Chunk = chunks.Count;
            if (chunk.Verb is { } carried)
                carried.Chunk = chunks.Count;
            chunks.Add(chunk);
            i = chunk.End;
        }
        return chunks;
    }

    private static int Run(VerbGroup?[] verbAt, int first)
    {
        int end = first + 1;
        while (end < verbAt.Length && verbAt[end] == verbAt[first])
            end++;
        return end;
    }

    private static int NextVerb(VerbGroup?[] verbAt, int first, int end)
    {
        for (int i = first + 1; i < end; i++)
        {
            if (verbAt[i] is not null)
                return i;
        }
        return end;
    }

    private static ChunkKind KindOf(SentenceView s, int i)
    {
        if (s.Tag(i) is Upos.Punct or Upos.Sym)
        {
            return s[i].Text switch
            {
                "," => ChunkKind.Comma,
                "\"" or "“" or "”" or "«" or "»" or "„" or "'" or "‘" or "’" or "``" or "''" => ChunkKind.Quote,
                _ => ChunkKind.Border,
            };
        }
        return s.Tag(i) switch
        {
            Upos.Cconj => ChunkKind.Conjunction,
            Upos.Sconj => ChunkKind.Subordinator,
            Upos.Adp => ChunkKind.Preposition,
            _ when s.Lower(i) is "who" or "which" or "whom" or "whose" => ChunkKind.Relative,
            _ => ChunkKind.Other,
        };
    }
}
