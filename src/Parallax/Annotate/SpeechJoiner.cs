using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Completes the speech read line by line with what the trees attribute: speech that was missed, speakers and borders of content.</summary>
internal sealed class SpeechJoiner(AnnotatedReport report, IReadOnlyList<Attribution> attributions, SpeechCues cues, SpeechGender genders)
{
    private const int Look = 8;
    private const int LongestThat = 5;
    private const int Reach = 14;

    private readonly SpeechMentions _mentions = new(report);
    private readonly SpeechShape _shape = new(report, cues);
    private readonly SpeechExtent _extent = new(report, cues);
    private readonly IReadOnlyDictionary<int, int> _datelines = SpeechDatelines.Ends(report);
    private readonly HashSet<int> _datelineTokens = SpeechDatelines.Heads(report);
    private readonly Dictionary<int, Attribution> _outer = Outer(attributions);
    private readonly HashSet<int> _afterthoughts = [.. attributions.Where(a => a.Rule == "parataxis" && a.Sort == AttributionSort.Speech).Select(a => a.Head)];

    /// <summary>The speeches with those that only the trees show, in text order.</summary>
    public IReadOnlyList<Speech> Join(IReadOnlyList<Speech> speeches)
    {
        Dictionary<int, Attribution> byCue = [];
        foreach (Attribution attribution in attributions)
        {
            if (attribution.Head >= 0 && attribution.Sort == AttributionSort.Speech)
                byCue.TryAdd(attribution.Head, attribution);
        }
        List<Speech> joined = new(speeches.Count);
        HashSet<int> known = [];
        foreach (Speech speech in speeches)
        {
            int head = speech.Cue is { } cue ? AnnotatedReport.FirstTokenAt(report.Tokens, cue.Start) : -1;
            // "CAIRO, Jan 4 (Reuters) - Teachers who have left criticised…": the town says nothing.
            if (speech.SpeakerSpan is { } named && _datelineTokens.Contains(AnnotatedReport.FirstTokenAt(report.Tokens, named.Start)))
                continue;
            known.Add(head);
            joined.Add(WithoutWriters(WithoutDateline(byCue.TryGetValue(head, out Attribution? attribution) ? BeforeNext(Complete(speech, attribution), attribution) : speech)));
        }
        foreach (Attribution attribution in attributions)
        {
            if (attribution.Sort == AttributionSort.Speech && IsTold(attribution) && !IsWriter(attribution) && known.Add(attribution.Head) && Speech(attribution) is { } speech && !IsTold(speech, speeches))
                joined.Add(WithoutWriters(speech));
        }
        RemoveNamed(joined);
        joined.RemoveAll(_shape.IsDeed);
        // "banners that read “…”": the word points at a thing, nobody speaks.
        joined.RemoveAll(speech => speech.Speaker < 0 && speech.SpeakerSpan is { } words && words.Of(report.Report.Text) is "that" or "which" or "who" or "this" or "That" or "This");
        joined.RemoveAll(_shape.IsMute);
        for (int i = 0; i < joined.Count; i++)
            joined[i] = _extent.Cut(_shape.Whole(WithoutMarks(Quoted(joined[i]))));
        NameAhead(joined);
        GoOn(joined, byCue);
        new SpeechTellers(report, cues, genders, _mentions).Review(joined);
        joined.Sort((a, b) => a.Span != b.Span ? a.Span.CompareTo(b.Span) : a.Content[0].CompareTo(b.Content[0]));
        return joined;
    }

    private static Dictionary<int, Attribution> Outer(IReadOnlyList<Attribution> attributions)
    {
        Dictionary<int, Attribution> outer = [];
        foreach (Attribution attribution in attributions)
        {
            if (attribution is { IsInner: false, Sort: AttributionSort.Speech, Head: >= 0 })
                outer.TryAdd(attribution.Head, attribution);
        }
        return outer;
    }

    // "“…,” the judge quoted the leader as saying": the leader's words.
    private Speech Quoted(Speech speech)
    {
        if (speech is not { CueLemma: "quote" or "cite", Cue: { } cue })
            return speech;
        int verb = AnnotatedReport.FirstTokenAt(report.Tokens, cue.Start), whom = -1;
        for (int i = verb + 1; i < report.Tokens.Count && i < verb + Reach; i++)
        {
            if (report.Tokens[i].Head == verb && report.Tokens[i].Relation == "obj")
                whom = i;
            if (whom >= 0 && report.Tokens[i] is { Lower: "as" } && i + 1 < report.Tokens.Count && report.Tokens[i + 1].Lower == "saying")
                return _mentions.HeadedBy(whom) is { } named ? speech with { Speaker = named.Actor, SpeakerSpan = named.Span, Span = speech.Span.Union(named.Span) } : speech;
        }
        return speech;
    }

    // "“WALTER: Will they come?”": the same words without their speaker, as the line has them.
    private void RemoveNamed(List<Speech> joined)
    {
        bool[]? named = null;
        foreach (Speech speech in joined)
        {
            if (speech is not { Cue: null, SpeakerSpan: not null })
                continue;
            named ??= new bool[report.Tokens.Count];
            foreach (TextSpan piece in speech.Content)
            {
                for (int i = AnnotatedReport.FirstTokenAt(report.Tokens, piece.Start); i < named.Length && report.Tokens[i].Span.Start < piece.End; i++)
                    named[i] = true;
            }
        }
        if (named is not null)
            joined.RemoveAll(speech => speech is { Cue: null, SpeakerSpan: null } && AnnotatedReport.FirstTokenAt(report.Tokens, speech.Content[0].End) - 1 is >= 0 and int last && named[last]);
    }

    // "“We will answer,” he said.", and a paragraph of nothing but words in marks: his too, where the line left them without a speaker.
    private void GoOn(List<Speech> joined, Dictionary<int, Attribution> byCue)
    {
        List<Speech> nameless = [.. joined.Where(s => s is { Cue: null, Speaker: < 0, SpeakerSpan: null, Form: SpeechForm.Direct })];
        if (nameless.Count == 0)
            return;
        HashSet<Speech> given = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < joined.Count; i++)
        {
            if (joined[i] is not { Form: SpeechForm.Direct or SpeechForm.Mixed, Cue: { } cue } || !byCue.TryGetValue(AnnotatedReport.FirstTokenAt(report.Tokens, cue.Start), out Attribution? attribution))
                continue;
            TextSpan last = joined[i].Content.Max();
            foreach (Speech follows in nameless)
            {
                if (follows.Content[0].Start > last.End && attribution.Content.Any(piece => piece.Start <= follows.Content[0].Start && follows.Content[^1].End <= piece.End) && given.Add(follows))
                    joined[i] = joined[i] with { Content = [.. joined[i].Content, .. follows.Content], Span = joined[i].Span.Union(follows.Span) };
            }
        }
        joined.RemoveAll(given.Contains);
    }

    // "Rejecting what he called “blackmail”, the minister said…": the pronoun comes before the name.
    private void NameAhead(List<Speech> joined)
    {
        Dictionary<int, int> teller = [];
        for (int i = 0; i < joined.Count; i++)
        {
            if (joined[i] is { SpeakerSpan: { } words, Cue: not null } && words.Of(report.Report.Text) is not ("he" or "she" or "they"))
                teller.TryAdd(joined[i].Sentence, i);
        }
        for (int i = 0; i < joined.Count; i++)
        {
            if (joined[i] is { Speaker: < 0, Form: SpeechForm.Mixed, SpeakerSpan: { } words } && words.Of(report.Report.Text) is "he" or "she" or "they" && teller.TryGetValue(joined[i].Sentence, out int other)
                && joined[other].SpeakerSpan is { } name && name.Start > words.Start)
                joined[i] = joined[i] with { Speaker = joined[other].Speaker, SpeakerSpan = name };
        }
    }

    // What surely tells words: a clause or a quotation with its speaker, not a bare object or a passive.
    private static bool IsTold(Attribution attribution) =>
        attribution is { Source: not null, Rule: "clause" or "quote" or "mixed" or "parataxis" or "line-cut" or "according" or "label" or "noun" or "object-infinitive" or "object-of" or "infinitive" }
        || attribution is { Source: not null, Rule: "introduced", Lemma: "issue" or "release" or "publish" or "post" or "send" or "write" or "make" or "give" or "put" or "tweet" or "add" or "follow" or "state" or "offer" or "speak" or "continue" or "respond" or "react" or "conclude" }
        || attribution is { Source: not null, Lemma: "claim", Rule: "object" or "passive" } or { Source: not null, Lemma: "call" or "appeal" or "apologise" or "apologize", Rule: "preposition" }
            or { Source: not null, Lemma: "thank", Rule: "object" };

    // "I asked the minister": the writer and the reader are nobody of whom is reported.
    private bool IsWriter(Attribution attribution) =>
        attribution.SourceHead >= 0 && report.Tokens[attribution.SourceHead] is { Tag: Upos.Pron, Lower: "i" or "we" or "you" or "one" or "myself" or "ourselves" };

    // Whether the line already gave these words to the same speaker.
    private static bool IsTold(Speech speech, IReadOnlyList<Speech> speeches)
    {
        int low = 0, high = speeches.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (speeches[middle].Span.Start <= speech.Content[0].Start)
                low = middle + 1;
            else
                high = middle;
        }
        for (int i = low - 1; i >= 0 && i >= low - Look; i--)
        {
            if (speeches[i].Speaker == speech.Speaker && (speech.Speaker >= 0 || speeches[i].SpeakerSpan == speech.SpeakerSpan || speeches[i].SpeakerSpan is null) && speeches[i].Content.Any(c => c.Overlaps(speech.Content[0])))
                return true;
        }
        return false;
    }

    private Speech Complete(Speech speech, Attribution attribution)
    {
        if (speech.Speaker < 0 && attribution.SourceHead >= 0 && _mentions.HeadedBy(attribution.SourceHead) is { Actor: >= 0 } mention)
            speech = speech with { Speaker = mention.Actor };
        // "said Olympic champion X": by name.
        if (attribution.Source is { } source && (speech.Speaker < 0 || !report.Actors[speech.Speaker].IsNamed) && NameAtEnd(source) is { } name)
            speech = speech with { Speaker = name.Actor, SpeakerSpan = name.Span };
        // "The bridge was blown up, stated Colonel X": the order of the words shows who and what.
        if (speech.Form == SpeechForm.Indirect && attribution is { Rule: "line-cut", Source: not null } && attribution.Content[0].End <= attribution.Cue!.Value.Start && !attribution.Content[0].Overlaps(speech.Content[0]) && Speech(attribution) is { } closing)
            return closing;
        // "…, the fire brigade said, after a man had died": the words stand before, what follows tells when.
        if (speech is { Form: SpeechForm.Indirect, Content.Count: 1 } && attribution is { Rule: "clause" or "parataxis", Content.Count: 1 } && !attribution.Content[0].Overlaps(speech.Content[0]))
        {
            TextSpan before = WithoutThat(attribution.Content[0]);
            return speech with { Content = [before], Span = SpanOf(before, speech.SpeakerSpan, speech.Cue), Sentence = SentenceOf(before) };
        }
        // "If they come, X said, we will stay": both sides.
        if (speech is { Form: SpeechForm.Indirect, Content.Count: 1 } && attribution is { Rule: "clause" or "parataxis", Content.Count: 2 } && attribution.Content[1].Overlaps(speech.Content[0]))
        {
            List<TextSpan> pieces = [.. attribution.Content.Select(WithoutThat)];
            return speech with { Content = pieces, Span = SpanOf(pieces[0].Union(pieces[1]), speech.SpeakerSpan, speech.Cue), Sentence = SentenceOf(pieces[0]) };
        }
        // "the only level that is, as papers noted, elected": the words before the aside are not whole.
        if (speech is { Form: SpeechForm.Indirect, Content.Count: 1 } && attribution is { Rule: "clause" or "parataxis" or "according" or "line-cut", Content.Count: 2, Cue: { } told } && attribution.Content[0].Overlaps(speech.Content[0]) && attribution.Content[0].End <= told.Start && attribution.Content[1].Start >= told.End
            && speech.Content[0].End <= told.Start && IsHalf(attribution.Content[0]))
        {
            List<TextSpan> pieces = [speech.Content[0], WithoutThat(attribution.Content[1])];
            return speech with { Content = pieces, Span = SpanOf(pieces[0].Union(pieces[1]), speech.SpeakerSpan, speech.Cue) };
        }
        // "The offer was clear, X said: two percent now": what follows the colon is said too.
        if (speech is { Form: SpeechForm.Indirect, Content.Count: 1 } && attribution is { Rule: "clause", Content.Count: 2 } && attribution.Content[0].Overlaps(speech.Content[0])
            && AnnotatedReport.FirstTokenAt(report.Tokens, attribution.Content[1].Start) is > 0 and int after && report.Tokens[after - 1].Text == ":")
        {
            List<TextSpan> pieces = [.. attribution.Content.Select(WithoutThat)];
            return speech with { Content = pieces, Span = SpanOf(pieces[0].Union(pieces[1]), speech.SpeakerSpan, speech.Cue), Sentence = SentenceOf(pieces[0]) };
        }
        // The tree ends the clause before who else is named: "…, the paper reported".
        if (speech is { Form: SpeechForm.Indirect, Content.Count: 1 } && attribution is { Rule: "clause", Content.Count: 1 } && attribution.Content[0].Length < speech.Content[0].Length
            && attribution.Content[0].Start <= speech.Content[0].Start + 1 && IsCutByAnother(attribution, speech.Content[0]))
        {
            TextSpan said = WithoutThat(attribution.Content[0]);
            speech = speech with { Content = [said], Span = SpanOf(said, speech.SpeakerSpan, speech.Cue) };
        }
        return speech;
    }

    // "Iran denied the charge and Iraq disputed the figure": the words end before who else speaks.
    private Speech BeforeNext(Speech speech, Attribution attribution)
    {
        if (speech is not { Form: SpeechForm.Indirect, Content.Count: 1 } || attribution.Content.Count != 1 || attribution.Content[0].End >= speech.Content[0].End || attribution.Content[0].Start > speech.Content[0].Start + LongestThat
            || attribution.Content[0].End <= speech.Content[0].Start)
            return speech;
        int from = AnnotatedReport.FirstTokenAt(report.Tokens, attribution.Content[0].End), until = AnnotatedReport.FirstTokenAt(report.Tokens, speech.Content[0].End);
        for (int i = from; i < until && i < from + Reach; i++)
        {
            // "X said the road was shut, according to the radio": who tells the whole is no part of it.
            if (!_outer.TryGetValue(i, out Attribution? next) || (attribution.IsInner && next.Rule != "according") || next.Source is not { } other || (attribution.Source is { } own && other.Overlaps(own)) || other.Start < attribution.Content[0].End)
                continue;
            TextSpan said = TextSpan.FromBounds(speech.Content[0].Start, attribution.Content[0].End);
            return speech with { Content = [said], Span = SpanOf(said, speech.SpeakerSpan, speech.Cue) };
        }
        return speech;
    }

    // A mark that the tree took into the name: "” Senator X".
    private Speech WithoutMarks(Speech speech)
    {
        if (speech.SpeakerSpan is not { } words)
            return speech;
        string text = report.Report.Text;
        int start = words.Start, end = words.End;
        while (start < end && (text[start] is '"' or '“' or '”' or ',' || char.IsWhiteSpace(text[start])))
            start++;
        return start > words.Start && start < end ? speech with { SpeakerSpan = TextSpan.FromBounds(start, end) } : speech;
    }

    // "said the road was closed, and troops moved in": words told of the past stand a step further back; a deed in the simple past is the writer's.
    private Speech WithoutWriters(Speech speech)
    {
        if (speech is not { Form: SpeechForm.Indirect, Content.Count: 1, Cue: { } cue } || cue.Start > speech.Content[0].Start)
            return speech;
        int verb = AnnotatedReport.FirstTokenAt(report.Tokens, cue.Start), first = AnnotatedReport.FirstTokenAt(report.Tokens, speech.Content[0].Start);
        if (verb >= report.Tokens.Count || report.Tokens[verb].Xpos != "VBD")
            return speech;
        bool back = false;
        for (int i = first; i + 1 < report.Tokens.Count && report.Tokens[i].Span.Start < speech.Content[0].End; i++)
        {
            Token token = report.Tokens[i];
            if (i > first + 1 && back && token.Text == "," && report.Tokens[i + 1] is { Lower: "and" or "but" or "while" } && IsDeedAfter(i + 1, speech.Content[0].End))
            {
                TextSpan said = TextSpan.FromBounds(speech.Content[0].Start, report.Tokens[i - 1].Span.End);
                return speech with { Content = [said], Span = SpanOf(said, speech.SpeakerSpan, speech.Cue) };
            }
            back |= token.Tag == Upos.Aux && token.Lower is "had" or "would" or "was" or "were" or "could" or "might";
        }
        return speech;
    }

    // A clause with a subject of its own and a verb in the simple past, neither "that" nor a pronoun after the joint.
    private bool IsDeedAfter(int joint, int until)
    {
        int verb = report.Tokens[joint].Head, subject = -1;
        if (verb <= joint || report.Tokens[verb].Span.Start >= until || report.Tokens[verb].Xpos != "VBD" || report.Tokens[verb].Lemma is "be" or "have" or "do" || report.Tokens[joint + 1].Tag is Upos.Pron or Upos.Sconj)
            return false;
        for (int i = joint + 1; i < verb; i++)
        {
            if (report.Tokens[i].Head != verb)
                continue;
            if (report.Tokens[i].Relation == "nsubj" && report.Tokens[i].Tag is Upos.Noun or Upos.Propn)
                subject = i;
            if (report.Tokens[i].Tag == Upos.Aux || report.Tokens[i].Lower == "that")
                return false;
        }
        return subject >= 0;
    }

    // A clause that breaks off before its predicate: "These troops are", "the road that", "The bridge".
    private bool IsHalf(TextSpan piece)
    {
        int last = AnnotatedReport.FirstTokenAt(report.Tokens, piece.End) - 1;
        if (last < 0 || report.Tokens[last].Tag is Upos.Aux or Upos.Adp or Upos.Det or Upos.Sconj || report.Tokens[last].Lower is "that" or "which" or "who" or "be" or "been")
            return true;
        for (int i = AnnotatedReport.FirstTokenAt(report.Tokens, piece.Start); i <= last; i++)
        {
            if (report.Tokens[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
                return false;
        }
        return true;
    }

    private ActorMention? NameAtEnd(TextSpan source) =>
        _mentions.EndingAt(AnnotatedReport.FirstTokenAt(report.Tokens, source.End), out int first) is { Form: MentionForm.Name, Actor: >= 0 } named && named.Span.Start > source.Start && source.Contains(named.Span)
        && report.Actors[named.Actor].Kind == ActorKind.Person && first > 0 && report.Tokens[first - 1].Tag is Upos.Noun && report.Tokens[first - 1].Text != ","
            ? named : null;

    // Whether the cue of another speaker stands behind what the tree takes for the words.
    private bool IsCutByAnother(Attribution attribution, TextSpan content)
    {
        for (int i = AnnotatedReport.FirstTokenAt(report.Tokens, attribution.Content[0].End); i < report.Tokens.Count && report.Tokens[i].Span.Start < content.End; i++)
        {
            if (i != attribution.Head && _afterthoughts.Contains(i))
                return true;
        }
        return false;
    }

    private Speech? Speech(Attribution attribution)
    {
        List<TextSpan> content = [];
        bool quoted = false, whole = true;
        string text = report.Report.Text;
        foreach (TextSpan piece in attribution.Content)
        {
            bool marked = IsMark(text[piece.Start]) && IsMark(text[piece.End - 1]);
            quoted |= text.AsSpan(piece.Start, piece.Length).IndexOfAny("\"“”«»") >= 0;
            whole &= marked;
            content.Add(marked ? Inner(text, piece) : WithoutThat(piece));
        }
        if (content.Exists(piece => piece.Length == 0) || attribution.Source is not { } source)
            return null;
        // Of what is claimed only responsibility is words: not lives, land, credit.
        if (attribution is { Lemma: "claim", Rule: "object" or "passive" } && !content[0].Of(text).StartsWith("responsibility", StringComparison.OrdinalIgnoreCase))
            return null;
        ActorMention? speaker = attribution.SourceHead >= 0 ? _mentions.HeadedBy(attribution.SourceHead) : null;
        TextSpan words = speaker?.Span ?? source;
        SpeechForm form = !quoted ? SpeechForm.Indirect : whole && char.IsUpper(text[content[0].Start]) ? SpeechForm.Direct : SpeechForm.Mixed;
        if (attribution.Rule == "label")
            form = SpeechForm.Direct;
        TextSpan cue = attribution.Head >= 0 ? report.Tokens[attribution.Head].Span : attribution.Cue!.Value;
        return new Speech(SpanOf(content[0], words, cue), content, SentenceOf(content[0]), form, speaker?.Actor ?? -1, words, attribution.Rule == "label" ? null : cue, attribution.Rule == "label" ? null : attribution.Lemma, Addressee(attribution));
    }

    private string? Addressee(Attribution attribution)
    {
        if (attribution.Head < 0 || !cues.At(report.Tokens, attribution.Head, report.Tokens.Count, out _, out _).HasFlag(SpeechFrames.Addressee))
            return null;
        for (int i = attribution.Head + 1; i < report.Tokens.Count && i < attribution.Head + 8; i++)
        {
            if (report.Tokens[i].Head == attribution.Head && report.Tokens[i].Relation is "obj" or "iobj" && _mentions.HeadedBy(i) is { } mention)
                return mention.Span.Of(report.Report.Text);
        }
        return null;
    }

    private Speech WithoutDateline(Speech speech)
    {
        if (_datelines.Count == 0 || !_datelines.TryGetValue(AnnotatedReport.FirstTokenAt(report.Tokens, speech.Content[0].Start), out int after) || after >= report.Tokens.Count
            || report.Tokens[after].Span.Start >= speech.Content[0].End)
            return speech;
        TextSpan first = TextSpan.FromBounds(report.Tokens[after].Span.Start, speech.Content[0].End);
        string text = report.Report.Text;
        if (first.Length > 2 && speech.Content.Count == 1 && IsMark(text[first.Start]) && IsMark(text[first.End - 1]) && text.AsSpan(first.Start + 1, first.Length - 2).IndexOfAny("\"“”") < 0)
            return speech with { Content = [Inner(text, first)], Form = SpeechForm.Direct };
        return speech with { Content = [first, .. speech.Content.Skip(1)] };
    }

    private TextSpan WithoutThat(TextSpan piece)
    {
        int token = AnnotatedReport.FirstTokenAt(report.Tokens, piece.Start);
        return token + 1 < report.Tokens.Count && report.Tokens[token] is { Lower: "that", Tag: Upos.Sconj } && report.Tokens[token].Span.Start == piece.Start && report.Tokens[token + 1].Span.Start < piece.End
            ? TextSpan.FromBounds(report.Tokens[token + 1].Span.Start, piece.End)
            : piece;
    }

    private static TextSpan Inner(string text, TextSpan piece)
    {
        int start = piece.Start, end = piece.End;
        while (start < end && (IsMark(text[start]) || char.IsWhiteSpace(text[start])))
            start++;
        while (end > start && (IsMark(text[end - 1]) || char.IsWhiteSpace(text[end - 1]) || text[end - 1] == ','))
            end--;
        return TextSpan.FromBounds(start, end);
    }

    private static bool IsMark(char c) => c is '"' or '“' or '”' or '«' or '»' or '„' or '\'' or '‘' or '’';

    private static TextSpan SpanOf(TextSpan content, TextSpan? words, TextSpan? cue)
    {
        TextSpan span = content;
        if (words is { } named)
            span = span.Union(named);
        return cue is { } verb ? span.Union(verb) : span;
    }

    private int SentenceOf(TextSpan content)
    {
        int token = AnnotatedReport.FirstTokenAt(report.Tokens, content.Start);
        int low = 0, high = report.Sentences.Count - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (report.Sentences[middle].EndToken <= token)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
