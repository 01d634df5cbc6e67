namespace Parallax.Annotate;

/// <summary>The sizes of the network. All are multiples of 16 but the numbers of names that follow from the training data.</summary>
internal static class NetworkShape
{
    /// <summary>Numbers per word in the tables of words and of vectors.</summary>
    public const int Word = 64, Vector = 128;

    /// <summary>Numbers per beginning, ending, letter sequence and shape.</summary>
    public const int Affix = 16, Gram = 32, ShapeSize = 16;

    /// <summary>Where each part stands in the row that describes a word.</summary>
    public const int VectorAt = Word, PrefixAt = VectorAt + Vector, SuffixAt = PrefixAt + Affix * WordFeatureReader.PrefixLengths,
        GramAt = SuffixAt + Affix * WordFeatureReader.SuffixLengths, ShapeAt = GramAt + Gram, FlagAt = ShapeAt + ShapeSize,
        Input = FlagAt + WordFeatureReader.FlagCount;

    /// <summary>Facts about a word's place in its sentence: it opens it; the sentence is all capitals; it is written like a title.</summary>
    public const int ContextFlags = 3;

    /// <summary>Width of a layer; each direction has half of it.</summary>
    public const int Hidden = 224, Half = Hidden / 2;

    /// <summary>Number of recurrent layers; the tags are read from the last but one, all else from the last.</summary>
    public const int Layers = 3;

    /// <summary>Width of what is compared for an arc, of what a relation and of what a name is read from.</summary>
    public const int Arc = 96, Label = 128, NameHidden = 64;

    /// <summary>Weight of the input passed through a layer's highway (Lei et al. 2018, section 3.2).</summary>
    public const float Highway = 1.7320508f;

    /// <summary>The universal tags, in the order of the network's answers.</summary>
    public const int UposCount = 17;

    /// <summary>Name states: outside, then beginning, inside, end and single for each kind.</summary>
    public const int NameStates = 13;
}
