using Parallax.Extract;
using Xunit;

namespace Parallax.Tests.Extract;

/// <summary>Who tells of an event, when and where he speaks, is no part of it; whom his words point to is.</summary>
public sealed class SaidWordsTests
{
    [Theory]
    [InlineData("\"The rebels murdered two farmers,\" Norwegian spokesman Erik Hansen said at the port of Bergen.", "Hansen")]
    [InlineData("\"Sweden,\" said the Norwegian minister in Bergen, \"attacked our post and killed two guards.\"", "minister")]
    [InlineData("The Norwegian minister told reporters in Bergen that Sweden had attacked two farmers.", "minister")]
    [InlineData("Rebels attacked two farmers, the police in Bergen said.", "police")]
    [InlineData("Speaking in Bergen, the Norwegian minister said that rebels had attacked two farmers.", "minister")]
    public void Who_speaks_where_does_no_deed(string text, string speaker)
    {
        ReportClaims claims = ClaimScene.Extract(text);
        EventClaim[] attacks = [.. claims.Claims.OfType<EventClaim>().Where(claim => claim.Type == EventType.Assault)];
        Assert.NotEmpty(attacks);
        Assert.All(attacks, claim =>
        {
            Assert.DoesNotContain(claim.Initiators.Concat(claim.Targets), actor => claims.Source.Actors[actor].Name.Contains(speaker, StringComparison.OrdinalIgnoreCase));
            Assert.Equal(-1, claim.Place);
        });
    }

    [Theory]
    [InlineData("\"We have arrested two farmers,\" Erik Hansen said.", "Hansen")]
    [InlineData("Erik Hansen vowed to attack the rebels.", "Hansen")]
    public void Who_speaks_of_himself_does_it(string text, string speaker)
    {
        ReportClaims claims = ClaimScene.Extract(text);
        Assert.Contains(claims.Claims.OfType<EventClaim>(), claim => claim.Initiators.Any(actor => claims.Source.Actors[actor].Name.Contains(speaker, StringComparison.Ordinal)));
    }
}
