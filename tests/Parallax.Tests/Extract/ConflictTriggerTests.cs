using Parallax.Extract;
using Xunit;

namespace Parallax.Tests.Extract;

/// <summary>The language of battle, embargo and mobilisation, with things and towns that no gazetteer knows.</summary>
public sealed class ConflictTriggerTests
{
    [Theory]
    [InlineData("Government troops repelled an attack by rebels near the town of Kalemba on Tuesday.", EventType.Assault)]
    [InlineData("Rebel forces advanced on the provincial capital on Sunday.", EventType.Assault)]
    [InlineData("The army captured a platoon of enemy soldiers near Orikha.", EventType.Assault)]
    [InlineData("Militants struck a convoy of trucks carrying fuel.", EventType.Assault)]
    [InlineData("Warplanes hit a fuel depot on the outskirts of the town.", EventType.Assault)]
    [InlineData("The navy sank a patrol boat off the coast.", EventType.Assault)]
    [InlineData("The army launched a counteroffensive in the east on Sunday.", EventType.Assault)]
    [InlineData("The militia routed an army column near the lake.", EventType.Assault)]
    [InlineData("The two armies exchanged artillery fire across the border.", EventType.Assault)]
    [InlineData("Troops liberated three villages in the south.", EventType.Coerce)]
    [InlineData("The coast guard intercepted a vessel carrying arms.", EventType.Coerce)]
    [InlineData("The regime imposed a blockade on the port.", EventType.Coerce)]
    [InlineData("Peru recalled its consul in La Paz for consultations.", EventType.Sanction)]
    [InlineData("The European Union froze the assets of 12 generals.", EventType.Sanction)]
    [InlineData("The foreign ministry ordered two envoys to leave the country within 48 hours.", EventType.Sanction)]
    [InlineData("The navy sent two frigates to the strait.", EventType.Mobilize)]
    [InlineData("Tanks rolled into the capital.", EventType.Mobilize)]
    public void A_deed_of_conflict_is_read_without_a_known_place(string text, EventType type) =>
        Assert.Contains(ClaimScene.Extract(text).Claims.OfType<EventClaim>(), claim => claim.Type == type);

    [Fact]
    public void Who_claims_an_attack_is_only_said_to_have_done_it()
    {
        EventClaim claim = Assert.Single(ClaimScene.Extract("The rebels claimed responsibility for the attack on the hotel.").Claims.OfType<EventClaim>(), e => e.Type == EventType.Assault);
        Assert.Equal(ClaimStatus.Alleged, claim.Status);
        Assert.DoesNotContain(ClaimScene.Extract("No group has claimed responsibility for the attack.").Claims.OfType<EventClaim>(), e => e.Initiators.Count > 0);
    }
}
