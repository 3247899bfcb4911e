using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Personalify.Api.Spotify.Models;

namespace Personalify.Api.Spotify.Http;

/// <summary>Every answer that is read, with code that the compiler writes. A type that is new here needs a line here.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(LenientText), typeof(LenientInt32), typeof(LenientInt64), typeof(LenientBoolean), typeof(LenientTime),
        typeof(PlayableItemConverter),
    ])]
[JsonSerializable(typeof(Accounts.TokenAnswer))]
[JsonSerializable(typeof(CurrentlyPlaying))]
[JsonSerializable(typeof(PrivateUser))]
[JsonSerializable(typeof(FullArtist))]
[JsonSerializable(typeof(FullAlbum))]
[JsonSerializable(typeof(FullTrack))]
[JsonSerializable(typeof(FullShow))]
[JsonSerializable(typeof(FullEpisode))]
[JsonSerializable(typeof(FullPlaylist))]
[JsonSerializable(typeof(OtherItem))]
[JsonSerializable(typeof(CurrentlyPlayingContext))]
[JsonSerializable(typeof(FollowedArtistsResponse))]
[JsonSerializable(typeof(CursorPaging<PlayHistoryItem>))]
[JsonSerializable(typeof(Paging<FullArtist>))]
[JsonSerializable(typeof(Paging<FullTrack>))]
[JsonSerializable(typeof(Paging<SavedTrack>))]
[JsonSerializable(typeof(Paging<SavedAlbum>))]
[JsonSerializable(typeof(Paging<SavedShow>))]
[JsonSerializable(typeof(Paging<SavedEpisodes>))]
[JsonSerializable(typeof(Paging<SimpleAudiobook>))]
[JsonSerializable(typeof(Paging<SimpleAlbum>))]
[JsonSerializable(typeof(Paging<SimpleTrack>))]
[JsonSerializable(typeof(Paging<SimpleEpisode>))]
[JsonSerializable(typeof(Paging<FullPlaylist>))]
[JsonSerializable(typeof(Paging<PlaylistTrack>))]
internal sealed partial class SpotifyJson : JsonSerializerContext
{
    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)(Default.GetTypeInfo(typeof(T))
        ?? throw new InvalidOperationException(
            $"{typeof(T)} is not among the answers of {nameof(SpotifyJson)}; add a JsonSerializable line for it."));

    public static T? Read<T>(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Of<T>());
}
