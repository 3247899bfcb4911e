using System.Diagnostics.CodeAnalysis;

namespace Personalify.Api.Spotify.Models;

/// <summary>
/// What every thing of Spotify's has. Each property of every model may be missing or null: apps of Development Mode get fewer fields than
/// older ones, and files of the listener's own have no id.
/// </summary>
[SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "They are kept as Spotify writes them.")]
public abstract class SpotifyItem
{
    public IReadOnlyDictionary<string, string?>? ExternalUrls { get; init; }

    public string? Href { get; init; }

    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Type { get; init; }

    public string? Uri { get; init; }
}

/// <summary>A track or an episode, told apart by its type; anything else is an <see cref="OtherItem"/>.</summary>
public interface IPlayableItem
{
    string? Id { get; }

    string? Name { get; }

    string? Type { get; }

    string? Uri { get; }
}

/// <summary>Something playable of a type that is not known here.</summary>
public sealed class OtherItem : SpotifyItem, IPlayableItem;
