using Parallax.Annotate;
using Xunit;

namespace Parallax.Tests.Annotate;

public sealed class NameDecoderTests
{
    private const int Outside = 0, BeginPerson = 1, EndPerson = 3, SinglePerson = 4, BeginOrganisation = 5, EndOrganisation = 7, SinglePlace = 12;

    [Fact]
    public void Reads_names_from_their_states()
    {
        List<NameReading> names = NameDecoder.Decode(Scores(BeginPerson, EndPerson, Outside, SinglePlace, SinglePlace, BeginOrganisation, 6, EndOrganisation), 8, 16);
        Assert.Equal([new(0, 2, NameKind.Person), new(3, 4, NameKind.Place), new(4, 5, NameKind.Place), new(5, 8, NameKind.Organisation)], names);
    }

    [Fact]
    public void A_name_without_beginning_or_end_is_made_whole_or_dropped()
    {
        // An end alone, and a beginning as the last word: neither may stand.
        List<NameReading> names = NameDecoder.Decode(Scores(EndPerson, Outside, BeginOrganisation), 3, 16);
        Assert.All(names, name => Assert.InRange(name.End, name.First + 1, 3));
        Assert.DoesNotContain(names, name => name.First == 0 && name.Kind != NameKind.Person);
    }

    [Fact]
    public void Parts_of_one_name_are_of_one_kind()
    {
        List<NameReading> names = NameDecoder.Decode(Scores(BeginPerson, EndOrganisation), 2, 16);
        Assert.DoesNotContain(names, name => names.Any(other => other != name && other.First < name.End && name.First < other.End));
        Assert.All(names, name => Assert.Contains(name.Kind, new[] { NameKind.Person, NameKind.Organisation }));
    }

    [Fact]
    public void Nothing_has_no_names() => Assert.Empty(NameDecoder.Decode([], 0, 16));

    private static float[] Scores(params int[] states)
    {
        float[] scores = new float[states.Length * 16];
        for (int i = 0; i < states.Length; i++)
            scores[i * 16 + states[i]] = 10;
        return scores;
    }
}
