using System.Text.Json.Serialization;

namespace Personalify.Web.Api;

[JsonConverter(typeof(GraphQLEnumConverter<TimeRange>))]
public enum TimeRange { ShortTerm, MediumTerm, LongTerm }

[JsonConverter(typeof(GraphQLEnumConverter<MovementKind>))]
public enum MovementKind { Entered, Up, Down, Same }

[JsonConverter(typeof(GraphQLEnumConverter<SyncState>))]
public enum SyncState { Queued, Running, Completed, Partial, Failed, Interrupted }

[JsonConverter(typeof(GraphQLEnumConverter<SyncPart>))]
public enum SyncPart
{
    TopLists, RecentPlays, SavedTracks, SavedAlbums, Playlists, FollowedArtists, SavedShows, SavedEpisodes, SavedAudiobooks,
}

[JsonConverter(typeof(GraphQLEnumConverter<SyncPartStatus>))]
public enum SyncPartStatus { Completed, Skipped, Failed, Interrupted }

[JsonConverter(typeof(GraphQLEnumConverter<SyncRunStatus>))]
public enum SyncRunStatus { Completed, Partial, Failed, Interrupted }

[JsonConverter(typeof(GraphQLEnumConverter<SyncTrigger>))]
public enum SyncTrigger { Listener, Schedule }

[JsonConverter(typeof(GraphQLEnumConverter<QuotaGroup>))]
public enum QuotaGroup
{
    CatalogueTracks, CatalogueArtists, CatalogueAlbums, CatalogueShows, ArtistAlbums, Playlists, Player, Library, Follow, Tops, Profile,
        Search,
    Other,
}
