using System.Globalization;
using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>What can speak for or against one actor, or for nobody, as the one a pronoun stands for. The names are those of the file of weights.</summary>
internal enum PronounFeature
{
    // Of nobody: that the pronoun stands for none of the actors.
    Nobody, NobodyQuoted, NobodySpeaks, NobodyObject, NobodyOwner, NobodyCopula, NobodyPassive, NobodyExpletive, NobodyFew, NobodyMany, NobodyNear, NobodyThingHere, NobodyThingSubjectHere,
    NobodyThingSubjectBefore, NobodyThingOften, NobodyReflexive, NobodyWills, NobodyPair,

    // Where the actor was last spoken of.
    Here, HereBefore, OneBack, TwoBack, ThreeBack, SameParagraph, First, Second, Third, Later, FirstSubject,

    // How it was spoken of there.
    Subject, SubjectHere, SubjectOneBack, SubjectFar, PassiveSubject, Object, Owner, Governed, Name, Nominal, Pronoun, SamePronoun, Opens, Definite, Indefinite, Counted,

    // How the two stand to each other.
    BothSubjects, BothObjects, BothSpeak, SaysThis, Told, LastSpeaker, Undergoes, Underwent, DoerOfBefore, OwnerOfSpeaker, SpeaksOf, SameVerb, VerbAbove, VerbJoined, Reflexive, SameQuote, OtherQuote, LeavesQuote, EntersQuote, OwnerOfObject,

    // What it is.
    GenderGiven, GenderLearnt, GenderOpen, Named, Often, Twice, Titled, Plural, Group, Police, Force, Government, Organisation, Outlet, Body, People, Alone,

    // What stands between that is no actor.
    NoThing, OneThing, TwoThings, ManyThings, ThingSubject,
}

/// <summary>
/// The weights by which the actor is chosen that a pronoun stands for: a sum for each actor and one for nobody, made shares by the exponential. Immutable.
/// </summary>
internal sealed class PronounModel
{
    /// <summary>Where the weights lie in the data.</summary>
    public const string File = "compiled/pronouns.tsv";

    /// <summary>A weight of one, as a whole number.</summary>
    public const int One = 100;

    private static readonly string[] s_sorts = ["he", "they", "it"];
    private static readonly PronounFeature[] s_features = Enum.GetValues<PronounFeature>();

    private readonly int[] _weights;

    private PronounModel(int[] weights) => _weights = weights;

    /// <summary>How many weights there are.</summary>
    public static int Count => s_sorts.Length * s_features.Length;

    /// <summary>The weights of the data.</summary>
    public static PronounModel Of(LanguageData data)
    {
        using Stream stream = data.Open(File);
        using StreamReader reader = new(stream);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>Where the weight of a feature lies.</summary>
    public static int SlotOf(PronounSort sort, PronounFeature feature) => (int)sort * s_features.Length + (int)feature;

    /// <summary>The weight at a slot.</summary>
    public int this[int slot] => _weights[slot];

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static PronounModel Parse(string text)
    {
        int[] weights = new int[Count];
        foreach (string line in text.Split('\n'))
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            string[] columns = line.Split('\t');
            int sort = Array.IndexOf(s_sorts, columns[0]);
            if (columns.Length != 3 || sort < 0 || !Enum.TryParse(columns[1], out PronounFeature feature))
                throw new InvalidDataException($"No weight of a pronoun: '{line.Trim()}'.");
            weights[SlotOf((PronounSort)sort, feature)] = int.Parse(columns[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }
        return new PronounModel(weights);
    }

    /// <summary>The weights that are not nought, one a line.</summary>
    public static string Write(IReadOnlyList<int> weights)
    {
        System.Text.StringBuilder text = new("# Which actor a pronoun stands for: pronoun, feature, weight in hundredths. Built; see data/cards/pronouns.md.\n");
        foreach (PronounSort sort in Enum.GetValues<PronounSort>())
        {
            foreach (PronounFeature feature in s_features)
            {
                int weight = weights[SlotOf(sort, feature)];
                if (weight != 0)
                    text.Append(CultureInfo.InvariantCulture, $"{s_sorts[(int)sort]}\t{feature}\t{weight}\n");
            }
        }
        return text.ToString();
    }
}

/// <summary>The pronouns that are chosen for alike.</summary>
internal enum PronounSort
{
    /// <summary>He, she and their forms.</summary>
    He,

    /// <summary>They and its forms.</summary>
    They,

    /// <summary>It and its forms.</summary>
    It,
}
