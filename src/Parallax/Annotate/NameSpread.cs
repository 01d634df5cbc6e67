namespace Parallax.Annotate;

/// <summary>Carries a name that is clear in one sentence of a report to the others that use it.</summary>
internal sealed class NameSpread(ActorLexicon lexicon)
{
    private const int LongestName = 6;

    public void Spread(NameSheet sheet)
    {
        Dictionary<string, Ballot> ballots = new(StringComparer.Ordinal);
        HashSet<string> firstWords = new(StringComparer.Ordinal);
        int longest = 1;
        foreach (NameDraft name in sheet.Names)
        {
            int length = name.End - name.First;
            if (length > LongestName || !sheet.IsCapital(name.First))
                continue;
            longest = Math.Max(longest, length);
            Vote(ballots, sheet.Key(name), name);
            firstWords.Add(sheet.Words[name.First].Lower);
            if (name.Kind == NameKind.Person && length is > 1 and < 4)
            {
                firstWords.Add(sheet.Words[name.End - 1].Lower);
                Vote(ballots, sheet.Key(name.End - 1, name.End), name);
            }
        }
        foreach (NameDraft name in sheet.Names)
        {
            if (!name.IsSure && ballots.TryGetValue(sheet.Key(name), out Ballot? ballot) && ballot.Winner is { } kind && kind != name.Kind && ballot.IsFirm)
                name.Kind = kind;
        }
        for (int i = 0; i < sheet.Words.Count; i++)
        {
            if (sheet.At(i) is not null || !sheet.IsCapital(i) || !firstWords.Contains(sheet.Words[i].Lower))
                continue;
            for (int length = Math.Min(longest, sheet.Words.Count - i); length > 0; length--)
            {
                if (!sheet.SameSentence(i, i + length - 1) || !sheet.IsFree(i, i + length) || !ballots.TryGetValue(sheet.Key(i, i + length), out Ballot? ballot) || ballot.Winner is not { } kind)
                    continue;
                if (length == 1 && !(ballot.IsFirm && CanStandAlone(sheet, i)))
                    continue;
                sheet.Put(i, i + length, kind);
                i += length - 1;
                break;
            }
        }
    }

    // A common word, a title or a part of a longer capitalised phrase is not the name that it looks like.
    private bool CanStandAlone(NameSheet sheet, int at) =>
        sheet.Words[at].Tag == Upos.Propn && !ActorWords.IsFunctionWord(sheet.Words[at].Lower) && lexicon.TitleAt(sheet.Words, at, at + 1, out _) is null
        && !(at > 0 && sheet.SameSentence(at - 1, at) && sheet.Words[at - 1].Tag == Upos.Propn && sheet.At(at - 1) is null)
        && !(sheet.SameSentence(at, at + 1) && sheet.Words[at + 1].Tag == Upos.Propn && sheet.IsCapital(at + 1) && sheet.At(at + 1) is null);

    private static void Vote(Dictionary<string, Ballot> ballots, string key, NameDraft name)
    {
        if (!ballots.TryGetValue(key, out Ballot? ballot))
            ballots[key] = ballot = new Ballot();
        ballot.Add(name, name.IsSure || name.End - name.First > 1 ? 3 : 1);
    }

    /// <summary>What the names of one form are taken for.</summary>
    private sealed class Ballot
    {
        private readonly int[] _votes = new int[3];

        public void Add(NameDraft name, int weight) => _votes[(int)name.Kind] += weight;

        /// <summary>Whether more than one doubtful reading stands behind it.</summary>
        public bool IsFirm => _votes.Max() > 2;

        /// <summary>The kind of more than half the votes; null where none has that.</summary>
        public NameKind? Winner
        {
            get
            {
                int all = _votes.Sum();
                int best = Array.IndexOf(_votes, _votes.Max());
                return _votes[best] * 2 > all ? (NameKind)best : null;
            }
        }
    }
}
