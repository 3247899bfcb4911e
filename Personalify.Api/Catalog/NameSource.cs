using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Personalify.Api.Catalog;

[GraphQLDescription("Who gave the name of an artist, album or track of a listener's own history.")]
public enum NameSource
{
    [GraphQLDescription("An export that the listener imported.")]
    Export,

    [GraphQLDescription(
        "Spotify alone, which told of a play while it was recent; no export of the listener's names it so far. The first one that does makes "
        + "it EXPORT.")]
    Spotify,
}

internal static class NameSources
{
    /// <summary>Lets the store have it in the letters of the schema.</summary>
    public static void HasLetters(this PropertyBuilder<NameSource> source) =>
        source.HasConversion(value => value.ToString().ToUpperInvariant(), text => Read(text));

    public static NameSource Read(string text) => Enum.Parse<NameSource>(text, ignoreCase: true);
}
