using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>What a report adds up to for its own occasion: how many were killed, how many injured.</summary>
/// <param name="Measure"><see cref="Measure.Killed"/> or <see cref="Measure.Injured"/>.</param>
/// <param name="Count">How many.</param>
/// <param name="IsDerived">Whether no single clause gives the number: victims told one by one, or those shot less those killed.</param>
/// <param name="IsSettled">Whether the report's own words leave no doubt: false where its sentences differ or one told of may still die.</param>
/// <param name="Parts">The words that it rests on, in text order.</param>
public sealed record ReportToll(Measure Measure, decimal Count, bool IsDerived, bool IsSettled, IReadOnlyList<TollPart> Parts);

/// <summary>One part of a toll.</summary>
/// <param name="Evidence">The words.</param>
/// <param name="Count">How many they tell of.</param>
/// <param name="Rule">Why it counts.</param>
public sealed record TollPart(TextSpan Evidence, decimal Count, string Rule);

/// <summary>Reads the tolls of single reports. Pure and safe for many threads.</summary>
public sealed class TollReader
{
    private readonly HarmWords _words;
    private readonly WordClasses _classes;
    private readonly HarmFinder _finder;

    /// <summary>Creates a reader over <paramref name="data"/>.</summary>
    public TollReader(LanguageData data)
    {
        _words = new HarmWords(data);
        _classes = new WordClasses(data.Lexicon("measures-words"));
        _finder = new HarmFinder(_words);
    }

    /// <summary>The tolls that <paramref name="report"/> adds up to; a measure that it does not speak of is left out.</summary>
    public IReadOnlyList<ReportToll> Read(AnnotatedReport report)
    {
        List<Victim> victims = Victims(report);
        return TollArithmetic.Of(victims, TellsDeath(report.Report.Title));
    }

    internal List<Victim> Victims(AnnotatedReport report)
    {
        List<Victim> victims = [];
        VictimReader? reader = null;
        foreach (Sentence sentence in report.Sentences)
        {
            if (!HasAnchor(report, sentence))
                continue;
            SentenceTree tree = new(report, sentence);
            List<HarmSign> signs = _finder.Find(tree);
            if (signs.Count == 0)
                continue;
            reader ??= new VictimReader(report, _classes);
            bool aside = HarmSetting.IsAside(tree), open = HarmSetting.IsOpen(tree);
            foreach (HarmSign sign in signs)
            {
                bool joined = signs.Count(other => other.Anchor == sign.Anchor) > 1;
                if (reader.Read(tree, sentence, sign, aside, joined ? sign.Anchor : -1) is not { } victim)
                    continue;
                if (HarmSetting.IsUnreal(tree, sign.Anchor, sign.Rule) && victim.Count != 0)
                    continue;
                // Two tokens of one name are one victim.
                if (victim.Actor >= 0 && victim.Count == 1 && victims.Any(known => known.Anchor == victim.Anchor && known.Actor == victim.Actor && known.Token != victim.Token && known.Name is not null))
                    continue;
                victims.Add(open ? victim with { IsOpen = true } : victim);
            }
        }
        return victims;
    }

    /// <summary>Whether a headline speaks of somebody's death: then no body text is complete that tells only of the injured.</summary>
    private static bool TellsDeath(string? title)
    {
        if (title is null)
            return false;
        foreach (string word in Folding.Fold(title).Split([' ', ',', '.', ':', ';', '-', '!', '?', '\'', '"', '‘', '’', '“', '”', '/', '|', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "dead" or "killed" or "kills" or "kill" or "killing" or "dies" or "died" or "die" or "dying" or "fatal" or "fatally" or "slain" or "homicide" or "homicides" or "murder" or "murdered" or "murders" or "deadly" or "slaying" or "death" or "deaths" or "slayings" or "suicide" or "killings" or "manslaughter" or "funeral" or "vigil")
                return true;
        }
        return false;
    }

    private bool HasAnchor(AnnotatedReport report, Sentence sentence)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (_words.IsAnchor(report.Tokens[i].Lemma) || _words.IsAnchor(report.Tokens[i].Lower))
                return true;
        }
        return false;
    }
}
