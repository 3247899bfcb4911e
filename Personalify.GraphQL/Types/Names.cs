using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types;

/// <summary>What a name may be. Specification: 2.1.9 Names.</summary>
public static class Names
{
    /// <summary>Whether the text is a name: letters, digits and underscores of ASCII, not starting with a digit.</summary>
    public static bool IsValid(string text) => CharacterClasses.IsName(text);

    /// <summary>Whether the name belongs to introspection: it begins with two underscores.</summary>
    public static bool IsReserved(string name) => name.StartsWith("__", StringComparison.Ordinal);
}
