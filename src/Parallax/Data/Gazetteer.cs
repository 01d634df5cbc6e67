namespace Parallax.Data;

/// <summary>Finds places by name in any spelling that folds alike. Immutable; safe for many threads.</summary>
public sealed class Gazetteer
{
}
