using Parallax.Annotate;
using Xunit;

namespace Parallax.Tests.Annotate;

/// <summary>Who speaks, and what, where the sentence has its tree.</summary>
public sealed class SpeechTreeTests
{
    [Theory]
    // The object of a relative clause is not who speaks.
    [InlineData(
        "The/DET/DT/2/det doctor/NOUN/NN/7/nsubj who/PRON/WP/4/nsubj treated/VERB/VBD/2/acl:relcl Karim/PROPN/NNP/4/obj Odeh/PROPN/NNP/5/flat said/VERB/VBD/0/root the/DET/DT/9/det boy/NOUN/NN/10/nsubj lived/VERB/VBD/7/ccomp ././././.",
        "doctor", "the boy lived")]
    // A long aside between subject and verb.
    [InlineData(
        "Lena/PROPN/NNP/17/nsubj Fischer/PROPN/NNP/1/flat ,/PUNCT/,/4/punct head/NOUN/NN/1/appos of/ADP/IN/7/case the/DET/DT/7/det agency/NOUN/NN/4/nmod ,/PUNCT/,/10/punct which/PRON/WDT/10/nsubj runs/VERB/VBZ/7/acl:relcl ferries/NOUN/NNS/10/obj for/ADP/IN/15/case the/DET/DT/15/det two/NUM/CD/15/nummod towns/NOUN/NNS/10/obl ,/PUNCT/,/10/punct said/VERB/VBD/0/root they/PRON/PRP/19/nsubj stopped/VERB/VBD/17/ccomp ././././.",
        "Lena Fischer", "they stopped")]
    // The verb after "and" has the subject of the first.
    [InlineData(
        "President/PROPN/NNP/4/nsubj Karim/PROPN/NNP/1/flat Odeh/PROPN/NNP/1/flat flew/VERB/VBD/0/root home/ADV/RB/4/advmod and/CCONJ/CC/7/cc told/VERB/VBD/4/conj reporters/NOUN/NNS/7/iobj that/SCONJ/IN/11/mark talks/NOUN/NNS/11/nsubj failed/VERB/VBD/7/ccomp ././././.",
        "President Karim Odeh", "talks failed")]
    // So has the participle.
    [InlineData(
        "The/DET/DT/2/det army/NOUN/NN/3/nsubj left/VERB/VBD/0/root on/ADP/IN/5/case foot/NOUN/NN/3/obl ,/PUNCT/,/7/punct saying/VERB/VBG/3/advcl the/DET/DT/9/det road/NOUN/NN/11/nsubj:pass was/AUX/VBD/11/aux:pass mined/VERB/VBN/7/ccomp ././././.",
        "The army", "the road was mined")]
    // The statement's owner speaks.
    [InlineData(
        "A/DET/DT/2/det statement/NOUN/NN/7/nsubj from/ADP/IN/6/case the/DET/DT/6/det interior/NOUN/NN/6/compound ministry/NOUN/NN/2/nmod said/VERB/VBD/0/root nobody/PRON/NN/9/nsubj died/VERB/VBD/7/ccomp ././././.",
        "A statement from the interior ministry", "nobody died")]
    // Inverted, after what was said.
    [InlineData(
        "Nobody/PRON/NN/2/nsubj died/VERB/VBD/4/ccomp ,/PUNCT/,/4/punct said/VERB/VBD/0/root police/NOUN/NN/6/compound chief/NOUN/NN/4/nsubj Lena/PROPN/NNP/6/flat Fischer/PROPN/NNP/6/flat ././././.",
        "police chief Lena Fischer", "Nobody died")]
    public void The_subject_of_the_tree_speaks(string sentence, string speaker, string content)
    {
        AnnotatedReport report = TreeScene.Annotate(Closed(sentence));
        Speech speech = Assert.Single(report.Speeches);
        Assert.EndsWith(speaker, speech.SpeakerSpan!.Value.Of(report.Report.Text), StringComparison.Ordinal);
        Assert.Equal(content, speech.Content[0].Of(report.Report.Text));
    }

    [Theory]
    // A passive tells nobody's words, nor does a participle that shares it.
    [InlineData("They/PRON/PRP/3/nsubj:pass were/AUX/VBD/3/aux:pass told/VERB/VBN/0/root to/PART/TO/5/mark leave/VERB/VB/3/xcomp ././././.", 2)]
    [InlineData("They/PRON/PRP/3/nsubj:pass were/AUX/VBD/3/aux:pass held/VERB/VBN/0/root and/CCONJ/CC/5/cc told/VERB/VBN/3/conj lies/NOUN/NNS/5/obj ././././.", 4)]
    // A participle before its noun is no report.
    [InlineData("The/DET/DT/3/det proposed/VERB/VBN/3/amod law/NOUN/NN/4/nsubj failed/VERB/VBD/0/root ././././.", 1)]
    // What is wished for is not said.
    [InlineData("They/PRON/PRP/3/nsubj:pass were/AUX/VBD/3/aux:pass urged/VERB/VBN/0/root to/PART/TO/5/mark come/VERB/VB/3/xcomp and/CCONJ/CC/7/cc suggest/VERB/VB/5/conj plans/NOUN/NNS/7/obj ././././.", 6)]
    // The writer reports nobody.
    [InlineData("I/PRON/PRP/2/nsubj say/VERB/VBP/0/root it/PRON/PRP/4/nsubj works/VERB/VBZ/2/ccomp ././././.", 1)]
    public void Nobody_speaks(string sentence, int verb)
    {
        SpeechTree tree = new(TreeScene.Annotate(Closed(sentence)).Tokens);
        Assert.Equal(TreeSubject.Nobody, tree.SubjectOf(verb));
    }

    [Fact]
    public void The_agent_of_a_passive_speaks()
    {
        AnnotatedReport report = TreeScene.Annotate(Closed(
            "The/DET/DT/2/det toll/NOUN/NN/4/nsubj:pass was/AUX/VBD/4/aux:pass announced/VERB/VBN/0/root by/ADP/IN/6/case Fischer/PROPN/NNP/4/obl:agent ././././."));
        Assert.Equal(5, new SpeechTree(report.Tokens).SubjectOf(3)?.Head);
    }

    [Fact]
    public void A_minister_s_father_is_not_the_minister()
    {
        AnnotatedReport report = TreeScene.Annotate(Closed(
            "Minister/PROPN/NNP/5/nmod:poss Karim/PROPN/NNP/1/flat Odeh/PROPN/NNP/1/flat 's/PART/POS/1/case godfather/NOUN/NN/6/nsubj said/VERB/VBD/0/root nobody/PRON/NN/8/nsubj died/VERB/VBD/6/ccomp ././././."));
        Speech speech = Assert.Single(report.Speeches);
        Assert.Equal(-1, speech.Speaker);
        Assert.Equal("Minister Karim Odeh's godfather", speech.SpeakerSpan!.Value.Of(report.Report.Text));
    }

    [Fact]
    public void What_goes_on_after_and_inside_the_words_is_said_too()
    {
        AnnotatedReport report = TreeScene.Annotate(Closed(
            "The/DET/DT/2/det army/NOUN/NN/3/nsubj said/VERB/VBD/0/root it/PRON/PRP/6/nsubj would/AUX/MD/6/aux stay/VERB/VB/3/ccomp and/CCONJ/CC/9/cc would/AUX/MD/9/aux answer/VERB/VB/6/conj if/SCONJ/IN/11/mark attacked/VERB/VBN/9/advcl ././././."));
        Speech speech = Assert.Single(report.Speeches);
        Assert.Equal("it would stay and would answer if attacked", speech.Content[0].Of(report.Report.Text));
    }

    [Fact]
    public void Two_speakers_of_one_sentence_keep_their_words()
    {
        AnnotatedReport report = TreeScene.Annotate(Closed(
            "The/DET/DT/2/det army/NOUN/NN/3/nsubj said/VERB/VBD/0/root nobody/PRON/NN/5/nsubj died/VERB/VBD/3/ccomp ,/PUNCT/,/10/punct but/CCONJ/CC/10/cc the/DET/DT/9/det police/NOUN/NN/10/nsubj said/VERB/VBD/3/conj four/NUM/CD/12/nsubj did/VERB/VBD/10/ccomp ././././."));
        Assert.Equal(["nobody died", "four did"], report.Speeches.Select(s => s.Content[0].Of(report.Report.Text)));
    }

    [Fact]
    public void Words_in_a_relative_clause_end_with_it()
    {
        AnnotatedReport report = TreeScene.Annotate(Closed(
            "A/DET/DT/2/det lawyer/NOUN/NN/9/nsubj:pass who/PRON/WP/4/nsubj claims/VERB/VBZ/2/acl:relcl he/PRON/PRP/7/nsubj was/AUX/VBD/7/aux:pass hurt/VERB/VBN/4/ccomp was/AUX/VBD/9/aux:pass freed/VERB/VBN/0/root ././././."));
        Assert.Equal("he was hurt", Assert.Single(report.Speeches).Content[0].Of(report.Report.Text));
    }

    [Fact]
    public void According_to_needs_no_comma()
    {
        AnnotatedReport report = TreeScene.Annotate(Closed(
            "According/VERB/VBG/4/case to/ADP/IN/1/fixed the/DET/DT/4/det army/NOUN/NN/6/obl nobody/PRON/NN/6/nsubj died/VERB/VBD/0/root near/ADP/IN/9/case the/DET/DT/9/det gate/NOUN/NN/6/obl ,/PUNCT/,/13/punct a/DET/DT/12/det small/ADJ/JJ/13/amod one/NOUN/NN/9/appos ././././."));
        Assert.Equal("nobody died near the gate, a small one", Assert.Single(report.Speeches).Content[0].Of(report.Report.Text));
    }

    [Fact]
    public void A_tree_that_goes_round_is_survived()
    {
        string round = string.Join(' ', Enumerable.Range(0, 600).Select(i => $"said/VERB/VBD/{(i + 1) % 600 + 1}/{(i % 3 == 0 ? "conj" : i % 3 == 1 ? "acl" : "advcl")}"));
        AnnotatedReport report = TreeScene.Annotate(round, "The/DET/DT/2/det army/NOUN/NN/1/nsubj said/VERB/VBD/3/ccomp according/VERB/VBG/4/case to/ADP/IN/4/fixed it/PRON/PRP/4/obl");
        Assert.NotNull(report.Speeches);
    }

    // Every sentence of these ends in a full stop, which depends on nothing that matters.
    private static string Closed(string sentence) => sentence.Replace("././././.", "./PUNCT/./0/punct", StringComparison.Ordinal);
}
