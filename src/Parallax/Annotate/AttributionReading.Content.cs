using Parallax.Text;

namespace Parallax.Annotate;

// What is attributed: the clause, the phrase or the quotation that a verb brings.
internal sealed partial class AttributionReading
{
    private const int MostAsides = 6;
    private const int LongestRest = 30;

    // Verbs whose clause is a result, not a thought.
    private static readonly HashSet<string> s_causing = new(StringComparer.Ordinal)
    {
        "be", "cause", "come", "do", "ensure", "force", "get", "give", "guarantee", "happen", "have", "help", "keep", "let", "make", "mean", "take", "turn", "win", "lose", "change",
    };

    // Verbs that with a noun of speech or feeling say no more than the noun: "raised doubts about", "made the case that".
    private static readonly HashSet<string> s_expressing = new(StringComparer.Ordinal)
    {
        "express", "voice", "raise", "make", "issue", "have", "give", "offer", "deliver", "share", "send", "lodge", "file", "utter", "pledge", "repeat", "release",
    };

    private static readonly HashSet<string> s_objectPrepositions = new(StringComparer.Ordinal) { "of", "for", "as", "over", "with", "to" };

    private bool Content(int verb, AttributionVerb? entry, int subject, bool shared, List<TextSpan> content, ref int cueEnd)
    {
        if (entry is { Sort: AttributionSort.Seem })
            return Seeming(verb, content, ref cueEnd);
        int clause = ClauseOf(verb);
        if (entry is not null && clause < 0 && !_quotes.EndsWithComma(verb, subject) && Mixed(verb, entry, subject, content))
            return true;
        if (clause >= 0 && (entry is not null || (subject >= 0 && !shared && clause > verb && Introducer(clause) == "that" && !s_causing.Contains(_tree[verb].Lemma))))
        {
            _rule = shared ? "clause-shared" : entry is null ? "clause-any" : "clause";
            // "“We will stay,” X said, pointing at the wall": what the tree takes for the words said tells how they were said.
            if (entry is { } quoting && quoting.Has(AttributionFrames.Quote) && clause > verb && _quotes.HasBefore(verb, subject) && _quotes.Find(verb, subject, content))
                return true;
            // "The plan “is a farce, and I said so,” said X": a piece in marks ends the words before the cue.
            if (entry is { Sort: AttributionSort.Speech } saying && (clause < verb || subject > verb) && saying.Has(AttributionFrames.Quote) && _quotes.EndsWithComma(verb, subject) && !_quotes.HasBefore(verb, subject) && _quotes.Find(verb, subject, content))
            {
                int begins = content.Min().Start;
                WidenBefore(verb, subject, content);
                if (clause > verb || content.Min().Start < begins || _tree[FirstToken(begins) - 1].Text == ":")
                    return true;
                content.Clear();
            }
            content.AddRange(_spans.Pieces(Said(clause, verb, subject, entry)));
            if (clause < verb && entry is not null)
            {
                WidenBefore(verb, subject, content);
                AddAfterColon(verb, entry, content);
            }
            _quotes.CutAtMarks(content);
            if (entry is { } known && known.Has(AttributionFrames.Quote))
                _quotes.Take(verb, subject, content);
            return content.Count > 0;
        }
        if ((entry is null || !entry.Has(AttributionFrames.Quote)) && _tree[verb].Xpos is "VBD" or "VBZ" or "VBP" && _quotes.HasBefore(verb, subject) && _quotes.EndsWithComma(verb, subject) && _quotes.Find(verb, subject, content))
        {
            _rule = "quote-any";
            return true;
        }
        if (entry is null)
            return _tree.Child(verb, "obj") is >= 0 and int said && said > verb && _cues.IsNoun(_tree[said].Lemma) && Idiom(verb, said, content, ref cueEnd);
        if (entry.Prepositions.Count > 0 && _quotes.Piece(verb, subject) >= 0 && Preposition(verb, entry, content, ref cueEnd))
            return true;
        if (entry.Has(AttributionFrames.Quote) && _quotes.Find(verb, subject, content))
        {
            _rule = "quote";
            WidenBefore(verb, subject, content);
            return true;
        }
        _rule = "parataxis";
        if (Parataxis(verb, entry, subject, content))
            return true;
        return Complement(verb, entry, content, ref cueEnd);
    }

    // "The offer was clear, X said on Tuesday: two percent now": the words go on behind the colon.
    private void AddAfterColon(int verb, AttributionVerb entry, List<TextSpan> content)
    {
        int colon = AfterAsides(verb, entry, -1), last = colon;
        if (colon < 0 || _tree[colon].Text != ":" || _tree.SentenceOf[colon] != _tree.SentenceOf[verb])
            return;
        while (last + 1 < _tree.Tokens.Count && _tree.SentenceOf[last + 1] == _tree.SentenceOf[verb])
            last++;
        if (last > colon && _tree.QuoteOf[colon + 1] < 0 && _spans.Trimmed(colon + 1, last, keepMarks: false) is { } rest && !content.Exists(rest.Overlaps))
            content.Add(rest);
    }

    // "called the vote “a farce”", "says that the “old way” is gone": from the first word after the verb and its asides, whatever the tree makes of the marks.
    private bool Mixed(int verb, AttributionVerb entry, int subject, List<TextSpan> content)
    {
        if (!entry.Has(AttributionFrames.Quote | AttributionFrames.Description | AttributionFrames.ObjectOf) || _quotes.Piece(verb, subject) is not (>= 0 and int quote))
            return false;
        int start = AfterAsides(verb, entry, -1);
        if (start < 0 || _tree.QuoteOf[start] >= 0 || start > _quotes.FirstTokenOf(quote) || (entry.Prepositions.Contains(_tree[start].Lower)))
            return false;
        int end = start;
        while (end + 1 < _tree.Tokens.Count && _tree.QuoteOf[end + 1] != quote)
            end++;
        while (end + 1 < _tree.Tokens.Count && _tree.QuoteOf[end + 1] == quote)
            end++;
        // What goes on behind the marks in the same phrase.
        if (_tree.SentenceOf[end] == _tree.SentenceOf[verb])
        {
            foreach (int child in _tree.Of(verb))
            {
                List<int> branch = child > verb ? _tree.Subtree(child) : [];
                if (branch.Count > 0 && branch[0] <= end + 1 && branch[^1] > end && (_tree.Plain(child) is "obj" or "xcomp" or "ccomp" || (_tree.Plain(child) is "obl" or "advcl" && Introducer(child) is "for" or "of" or "as" or "over")))
                    end = branch[^1];
            }
        }
        if (_spans.Trimmed(start, end, keepMarks: false) is not { } span)
            return false;
        _rule = "mixed";
        _quotes.Mark(quote);
        content.Add(span);
        return true;
    }

    // The first token behind the verb that is neither a time, an adverb, nor whom the words were said to.
    private int AfterAsides(int verb, AttributionVerb entry, int clause)
    {
        int at = verb + 1;
        bool moved = true;
        for (int moves = 0; moved && moves < MostAsides && at < _tree.Tokens.Count; moves++)
        {
            moved = false;
            foreach (int child in _tree.Of(verb))
            {
                if (child < at || child == clause)
                    continue;
                bool aside = (_tree.Relation(child) == "nsubj" && child > verb) || _tree.Relation(child) is "advmod" or "obl:unmarked" or "compound:prt" or "iobj" || (_tree.Relation(child) == "obl" && Introducer(child) is "on" or "in" or "during" or "at" or "to" or "after" && !entry.Prepositions.Contains(Introducer(child)!))
                    || (_tree.Relation(child) == "obj" && entry.Has(AttributionFrames.Addressee));
                if (!aside)
                    break;
                List<int> branch = _tree.Subtree(child);
                if (branch[0] != at)
                    break;
                at = branch[^1] + 1;
                moved = true;
                break;
            }
        }
        return at < _tree.Tokens.Count ? at : -1;
    }

    // "the road, X said, is shut": the verb hangs on what was said.
    private bool Parataxis(int verb, AttributionVerb entry, int subject, List<TextSpan> content)
    {
        if (!entry.Has(AttributionFrames.Clause) || subject < 0 || !(_tree.Plain(verb) is "parataxis" or "advcl" || IsAfterthought(verb, subject)) || _tree.Child(verb, "obj") >= 0 || _tree.Child(verb, "xcomp") >= 0 || _tree.Head(subject) != verb)
            return false;
        if (_tree.Plain(verb) == "advcl" && !(_tree.ChildLike(verb, "mark") is >= 0 and int mark && _tree[mark].Lower == "as"))
            return false;
        // "That said, …", "You see, …": turns of phrase.
        if (_tree[subject].Lower is "that" or "you" or "which" or "this")
            return false;
        int said = _tree.Head(verb);
        // "X accused the army; the army denied it": two sentences in one.
        for (int i = Math.Min(said, verb) + 1; i < Math.Max(said, verb); i++)
        {
            if (_tree[i].Text == ";" && _tree.QuoteOf[i] < 0)
                return false;
        }
        content.AddRange(_spans.Pieces(_tree.Subtree(said, child => child == verb)));
        WidenBefore(verb, subject, content);
        return content.Count > 0;
    }

    // "X said he left, the paper reported": hung on the first verb like something said.
    private bool IsAfterthought(int verb, int subject) =>
        _tree.Relation(verb) == "ccomp" && _tree.Head(verb) < subject && subject < verb && _tree.Subtree(subject)[0] is > 0 and int first && _tree[first - 1].Text == "," && _tree.Child(verb, "mark") < 0 && _tree.Child(verb, "ccomp") < 0;

    private bool Seeming(int verb, List<TextSpan> content, ref int cueEnd)
    {
        _rule = "seem";
        if (_tree.Child(verb, "ccomp") is >= 0 and int clause)
        {
            content.AddRange(_spans.Pieces(_tree.Subtree(clause)));
            return content.Count > 0;
        }
        int what = _tree.Child(verb, "xcomp");
        int subject = _tree.Child(verb, "nsubj");
        int like = -1;
        foreach (int child in _tree.Of(verb))
        {
            // "seems like a reminder", "seemed a mistake"
            if (what < 0 && child > verb && (Introducer(child) == "like" || (_tree.Relation(child) == "obj" && _tree[verb].Lemma == "seem")))
                (what, like) = (child, IntroducerToken(child) == verb + 1 ? verb + 1 : -1);
        }
        if (what < 0)
            return false;
        // "seemed to confirm X": the cue is the whole of it.
        if (_tree.Relation(what) == "xcomp" && _cues.Find(_tree[what].Lemma, null) is { Sort: AttributionSort.Speech } told && Brings(what, told))
            return false;
        cueEnd = Math.Max(cueEnd, like);
        if (subject >= 0)
            AddPhrase(subject, verb, content);
        content.AddRange(_spans.Pieces(_tree.Subtree(what, part => part == like)));
        return content.Count > 0;
    }

    // The clause of what is said; of two the one behind the verb. A participle before it tells when: "asked about the raid, X said".
    private int ClauseOf(int verb)
    {
        int before = -1;
        foreach (int child in _tree.Of(verb))
        {
            if (_tree.Relation(child) != "ccomp")
                continue;
            if (child > verb)
            {
                // "the army said; the radio was silent": another sentence, but for the full stop.
                int first = _tree.Subtree(child)[0];
                if (first > 0 && (_tree[first - 1].Text == ";" || _tree[first].Text == ";"))
                    continue;
                // "X said in Paris, noting…": how it was said, and a cue of its own.
                if (_tree[child].Xpos == "VBG" && _tree[child - 1].Text == "," && _tree.ChildLike(child, "nsubj") < 0 && _tree.ChildLike(child, "aux") < 0)
                    continue;
                return child;
            }
            if (before < 0 && !_subjects.IsAsked(child) && !(_tree[child].Xpos is "VBN" or "VBG" && _tree.ChildLike(child, "nsubj") < 0 && _tree.ChildLike(child, "aux") < 0))
                before = child;
        }
        return before;
    }

    // "If they come, X said, we will stay": the speaker's name cuts in, and what stands before it is said too.
    private void AddBefore(int verb, int subject, List<int> words)
    {
        int left = Math.Min(verb, subject < 0 ? verb : _tree.Subtree(subject)[0]), right = Math.Max(verb, subject < 0 || _tree.Head(subject) != verb ? verb : _tree.Subtree(subject)[^1]);
        if (left < 2 || _tree[left - 1].Text != "," || right + 1 >= _tree.Tokens.Count || _tree[right + 1].Text != "," || subject < 0)
            return;
        // "Their sons, X said, were safe": the tree takes X for another name of the sons.
        if (_tree.Relation(subject) == "appos" && _tree.Head(subject) is >= 0 and int own && _tree.Head(own) == verb)
            words.AddRange(_tree.Subtree(own, child => child == subject));
        if (_tree.Head(subject) != verb)
            return;
        // What opens the sentence without a cue of its own belongs to what is said, on whatever word the tree hangs it.
        int start = left - 2;
        while (start > 0 && _tree.SentenceOf[start - 1] == _tree.SentenceOf[verb] && left - start < LongestRest && _tree.QuoteOf[start] < 0)
            start--;
        bool whole = start == 0 || _tree.SentenceOf[start - 1] != _tree.SentenceOf[verb];
        for (int i = start; whole && i < left - 1; i++)
            whole = _tree.QuoteOf[i] < 0 && !(_tree[i].Tag == Upos.Verb && _cues.Find(_tree[i].Lemma, null) is { Sort: AttributionSort.Speech }) && _tree[i].Text is not (":" or ";" or "—");
        if (whole)
        {
            for (int i = _tree[start].Tag is Upos.Cconj ? start + 1 : start; i < left - 1; i++)
                words.Add(i);
            return;
        }
        foreach (int child in _tree.Of(verb))
        {
            if (child < left && _tree.Plain(child) is "advcl" or "obl" or "nsubj" or "dislocated" or "advmod" or "obj" or "ccomp" && child != subject && !_subjects.IsAsked(child))
                words.AddRange(_tree.Subtree(child));
        }
    }

    // What a clause says, with the "that" before it, and with another clause that begins with "that".
    private List<int> Said(int clause, int verb, int subject, AttributionVerb? entry)
    {
        List<int> words = _tree.Subtree(clause, child => child == verb || IsOwnCue(child, clause, verb) || (child != clause && _subjects.IsAsked(child)));
        int first = words[0];
        if (first > verb && entry is not null)
            AddBefore(verb, subject, words);
        if (first > verb && entry is not null && _tree[first].Lower != "that" && (_tree.Child(verb, "obj") < 0 || !entry.Has(AttributionFrames.Addressee)))
        {
            int start = AfterAsides(verb, entry, clause);
            for (int i = start; i >= 0 && i < first; i++)
            {
                if (_tree[i].Lower == "that")
                    start = i;
            }
            // A subject that the tree hung elsewhere.
            bool phrase = start >= 0 && start < first && _tree.QuoteOf[start] < 0 && (_tree[start].Lower == "that" || _tree[start].Tag is Upos.Det or Upos.Propn or Upos.Noun or Upos.Pron or Upos.Num);
            for (int i = first - 1; start >= 0 && i >= start && (phrase || _tree[i].Tag != Upos.Punct); i--)
                words.Add(i);
        }
        foreach (int child in _tree.Of(verb))
        {
            if (child > clause && _tree.Relation(child) is "conj" or "ccomp" && _tree.Child(child, "mark") is >= 0 and int mark && _tree[mark].Lower == "that")
                words.AddRange(_tree.Subtree(child));
        }
        words.Sort();
        if (entry is { Sort: AttributionSort.Speech or AttributionSort.Think or AttributionSort.Show } && first > verb)
            GoOn(verb, words);
        return words;
    }

    // "said the law was weak because of…": what goes on without a comma is said too, on whatever word the tree hangs it.
    private void GoOn(int verb, List<int> words)
    {
        int next = words[^1] + 1, added = 0;
        while (next < _tree.Tokens.Count && added < LongestRest && _tree.SentenceOf[next] == _tree.SentenceOf[verb] && (OpensPiece(next, words[^1])
            || (_tree[next].Tag is not (Upos.Punct or Upos.Cconj or Upos.Sym) || _tree[next].Lower is "both" or "either" or "neither") && _tree.QuoteOf[next] == _tree.QuoteOf[words[^1]] && !IsAnothers(next, verb)))
        {
            int quote = OpensPiece(next, words[^1]) ? _tree.QuoteOf[next] : -1;
            do
            {
                words.Add(next++);
                added++;
            }
            while (quote >= 0 && next < _tree.Tokens.Count && _tree.QuoteOf[next] == quote);
        }
        // "is left with two options: go or stay"
        if (next + 1 < _tree.Tokens.Count && _tree[next].Text == ":" && _tree.SentenceOf[next + 1] == _tree.SentenceOf[verb] && _tree.QuoteOf[next + 1] < 0 && _tree.QuoteOf[verb] < 0)
        {
            for (next++; next < _tree.Tokens.Count && _tree.SentenceOf[next] == _tree.SentenceOf[verb] && _tree[next].Text is not (";" or "."); next++)
                words.Add(next);
        }
    }

    // "said the levy will “ruin the port”": a piece in marks without a comma before it.
    private bool OpensPiece(int next, int last) => _tree.QuoteOf[next] >= 0 && _tree.QuoteOf[last] < 0 && _tree[last].Tag != Upos.Punct;

    // The subject or verb of another's cue.
    private bool IsAnothers(int token, int verb) => token == verb || (_tree[token].Tag == Upos.Verb && _cues.Find(_tree[token].Lemma, null) is { Sort: AttributionSort.Speech });

    // ", adding that…", "would come and praised the plan": the speaker's next cue, which the tree put into what was said.
    private bool IsOwnCue(int child, int clause, int verb)
    {
        if (child < verb || clause < verb || _tree[child].Tag != Upos.Verb || _cues.Find(_tree[child].Lemma, null) is not { Sort: AttributionSort.Speech } || _tree.ChildLike(child, "nsubj") >= 0)
            return false;
        return _tree.Relation(child) switch
        {
            "advcl" => _tree[child].Xpos == "VBG" && _tree[child - 1].Text == "," && _tree.Child(child, "mark") < 0,
            "conj" => _tree[child].Xpos == _tree[verb].Xpos && _tree[child].Xpos is "VBD" or "VBZ" && _tree[_tree.Head(child)].Xpos != _tree[child].Xpos && _tree.Child(child, "aux") < 0,
            _ => false,
        };
    }

    private void AddPhrase(int head, int verb, List<TextSpan> content)
    {
        if (_spans.Source(head, verb) is { } phrase)
            content.Add(phrase);
    }

    private bool Complement(int verb, AttributionVerb entry, List<TextSpan> content, ref int cueEnd)
    {
        int infinitive = _tree.Child(verb, "xcomp");
        int thing = _tree.Child(verb, "obj");
        // "threatened to close the port": an infinitive straight behind the verb is no adverbial.
        if (infinitive < 0 && entry is { Sort: AttributionSort.Speech or AttributionSort.Act } && entry.Has(AttributionFrames.OwnInfinitive) && AfterAsides(verb, entry, -1) is > 0 and int next && _tree[next].Lower == "to" && _tree.Head(next) is >= 0 and int close
            && _tree.Relation(close) == "advcl" && _tree.Head(close) == verb)
            infinitive = close;
        if (thing < 0 && infinitive >= 0 && entry.Has(AttributionFrames.ObjectToInfinitive))
            thing = _tree.Child(verb, "iobj");
        bool to = infinitive >= 0 && _tree.Child(infinitive, "mark") is >= 0 and int mark && _tree[mark].Lower == "to";
        if (thing >= 0 && infinitive > thing && (to ? entry.Has(AttributionFrames.ObjectToInfinitive) : entry.Has(AttributionFrames.Description | AttributionFrames.Clause)))
        {
            _rule = "object-infinitive";
            return From(thing, infinitive, verb, content);
        }
        // "declined to assail X": the infinitive is the cue, with what governs it.
        if (thing < 0 && infinitive > verb && to && entry.Sort == AttributionSort.Act && _cues.Find(_tree[infinitive].Lemma, null) is { Sort: AttributionSort.Speech or AttributionSort.Back } told && Brings(infinitive, told))
            return false;
        if (thing < 0 && infinitive > verb && (to ? entry.Has(AttributionFrames.OwnInfinitive) : entry.Has(AttributionFrames.Gerund) && _tree[infinitive].Xpos == "VBG"))
        {
            _rule = "infinitive";
            content.AddRange(_spans.Pieces(_tree.Subtree(infinitive, _spans.IsAddedClause)));
            return content.Count > 0;
        }
        if (thing > verb && _cues.IsNoun(_tree[thing].Lemma) && Idiom(verb, thing, content, ref cueEnd))
            return true;
        if (thing >= 0 && (entry.Has(AttributionFrames.NounPhrase | AttributionFrames.ObjectOf | AttributionFrames.Description) || IsEvidence(verb)))
        {
            int last = -1;
            foreach (int child in _tree.Of(verb))
            {
                if (child > thing && _tree.Plain(child) is "obl" or "advcl" && Introducer(child) is { } word
                    && (entry.Has(AttributionFrames.ObjectOf) ? s_objectPrepositions.Contains(word) : entry.Has(AttributionFrames.Description) && word == "as"))
                    last = child;
            }
            _rule = last >= 0 ? "object-of" : "object";
            if (last >= 0)
                return From(thing, last, verb, content);
            if (!entry.Has(AttributionFrames.NounPhrase | AttributionFrames.ObjectOf) && !(thing > verb && IsEvidence(verb)))
                return false;
            AddThing(thing, verb, content);
            return content.Count > 0;
        }
        return Preposition(verb, entry, content, ref cueEnd);
    }

    // "The survey found X ahead", "the study puts the cost at two billion": what a study or a record tells.
    private bool IsEvidence(int verb) =>
        _tree[verb].Lemma is "find" or "put" or "give" or "indicate" or "suggest" or "detail" or "estimate" or "list" or "identify" && _tree.Child(verb, "nsubj") is >= 0 and int subject && subject < verb
        && _tree[subject].Lemma is "poll" or "survey" or "study" or "report" or "analysis" or "investigation" or "inquiry" or "review" or "audit" or "census" or "research" or "paper" or "document" or "record" or "assessment" or "probe" or "examination" or "estimate" or "filing" or "index";

    private bool Brings(int verb, AttributionVerb entry)
    {
        foreach (int child in _tree.Of(verb))
        {
            if (child > verb && (_tree.Relation(child) is "ccomp" or "obj" && entry.Frames != AttributionFrames.None || (_tree.Plain(child) is "obl" && Introducer(child) is { } word && entry.Prepositions.Contains(word))))
                return true;
        }
        return false;
    }

    // "voiced concern that…", "raised questions about…": the noun is part of the cue.
    private bool Idiom(int verb, int noun, List<TextSpan> content, ref int cueEnd)
    {
        if (!s_expressing.Contains(_tree[verb].Lemma))
            return false;
        foreach (int child in _tree.Of(noun))
        {
            int word = child > noun ? IntroducerToken(child) : -1;
            if (word < noun || _tree.Plain(child) is not ("nmod" or "acl" or "ccomp") || _tree[word].Lower is not ("that" or "about" or "on" or "to" or "over"))
                continue;
            bool that = _tree[word].Lower == "that" || _tree.Plain(child) != "nmod";
            cueEnd = that || word != noun + 1 ? noun : word;
            content.AddRange(_spans.Pieces(_tree.Subtree(child, part => !that && part == word && word == noun + 1)));
            _rule = "idiom";
            return content.Count > 0;
        }
        return false;
    }

    private bool Preposition(int verb, AttributionVerb entry, List<TextSpan> content, ref int cueEnd)
    {
        if (entry.Prepositions.Count == 0)
            return false;
        _rule = "preposition";
        foreach (int child in _tree.Of(verb))
        {
            if (child < verb || _tree.Plain(child) is not ("obl" or "advcl" or "ccomp"))
                continue;
            int word = IntroducerToken(child);
            if (word < 0 || word < verb || !entry.Prepositions.Contains(_tree[word].Lower))
                continue;
            bool beside = true;
            for (int i = verb + 1; i < word; i++)
                beside &= _tree.Head(i) == verb && _tree.Plain(i) is "advmod" or "compound";
            if (beside)
                cueEnd = Math.Max(cueEnd, word);
            AddThing(child, verb, content, beside ? word : -1);
            return content.Count > 0;
        }
        return false;
    }

    // The phrase and what goes on behind it without a comma: "the plan for its lack of detail", "talks with the rebels after Sunday's raid".
    private void AddThing(int head, int verb, List<TextSpan> content, int without = -1)
    {
        List<int> words = _tree.Subtree(head, part => part == without || _spans.IsAddedClause(part));
        int end = words[^1];
        if (end > verb)
        {
            foreach (int child in _tree.Of(verb))
            {
                if (child <= end || _tree.Plain(child) is not ("obl" or "advcl" or "xcomp" or "advmod" or "ccomp" or "acl"))
                    continue;
                List<int> branch = _tree.Subtree(child);
                // ", saying…", ", while…": more of the writer's, or a cue of its own.
                if (branch[0] != end + 1 || IsTime(child, branch) || (_tree[branch[0]].Text is "," or "—" or "–" or "--" && _tree.Plain(child) == "advcl") || IsReason(child))
                    break;
                words.AddRange(branch);
                end = branch[^1];
            }
        }
        content.AddRange(_spans.Pieces(words));
    }

    // "backed him because…", "attacked her after…": why and when, by the writer.
    private bool IsReason(int child) => _tree.Plain(child) == "advcl" && Introducer(child) is "because" or "after" or "when" or "while" or "as" or "although" or "though" or "since" or "until" or "before" or "even";

    private bool IsTime(int child, List<int> branch) =>
        _tree.Relation(child) == "obl:unmarked" || _times.Contains(branch[0]) || (branch.Count > 1 && _times.Contains(branch[1]));

    private string? Introducer(int child) => IntroducerToken(child) is >= 0 and int token ? _tree[token].Lower : null;

    private int IntroducerToken(int child)
    {
        int word = _tree.Child(child, "case");
        return word >= 0 ? word : _tree.Child(child, "mark");
    }

    // From the first word of one branch to the last of another, the words between with them.
    private bool From(int first, int last, int verb, List<TextSpan> content)
    {
        List<int> words = _tree.Subtree(first);
        int start = words.Find(word => word > verb);
        int end = _tree.Subtree(last)[^1];
        if (start <= verb || end < start)
            return false;
        if (_spans.Trimmed(start, end, keepMarks: false) is { } span)
            content.Add(span);
        return content.Count > 0;
    }
}
