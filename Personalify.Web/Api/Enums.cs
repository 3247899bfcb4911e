using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personalify.Web.Api;

[JsonConverter(typeof(GraphQLEnumConverter<PlayDefinition>))]
public enum PlayDefinition { ThirtySeconds, Any, HalfOrFourMinutes, Finished }

[JsonConverter(typeof(GraphQLEnumConverter<TopOrder>))]
public enum TopOrder { Time, Plays }

[JsonConverter(typeof(GraphQLEnumConverter<PlayOrder>))]
public enum PlayOrder { NewestFirst, OldestFirst, LongestFirst }

[JsonConverter(typeof(GraphQLEnumConverter<PlaySource>))]
public enum PlaySource { Extended, Account, Live }

[JsonConverter(typeof(GraphQLEnumConverter<NameSource>))]
public enum NameSource { Export, Spotify }

[JsonConverter(typeof(GraphQLEnumConverter<Weekday>))]
public enum Weekday { Monday = 1, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday }

[JsonConverter(typeof(GraphQLEnumConverter<Platform>))]
public enum Platform { Android, Ios, Desktop, Web, Speaker, Tv, Car, Other }

[JsonConverter(typeof(GraphQLEnumConverter<UserRole>))]
public enum UserRole { Listener, Administrator }

[JsonConverter(typeof(GraphQLEnumConverter<ImportStatus>))]
public enum ImportStatus { Uploaded, Queued, Running, Completed, Failed, Undoing, Undone }

[JsonConverter(typeof(GraphQLEnumConverter<ImportPhase>))]
public enum ImportPhase { Waiting, Reading, Matching, Writing }

[JsonConverter(typeof(GraphQLEnumConverter<ImportFileKind>))]
public enum ImportFileKind { ExtendedHistory, AccountHistory, Ignored }

[JsonConverter(typeof(GraphQLEnumConverter<DropReason>))]
public enum DropReason { Repeated, NoTime, NoLength, WrongType, Nameless, OutOfRange }

[JsonConverter(typeof(GraphQLEnumConverter<LibraryKind>))]
public enum LibraryKind { SavedTracks, SavedAlbums, Playlists, FollowedArtists, SavedShows, SavedEpisodes, SavedAudiobooks }

[JsonConverter(typeof(GraphQLEnumConverter<PlaylistItemsState>))]
public enum PlaylistItemsState { Kept, NotYet, NotYours, Hidden }

[JsonConverter(typeof(GraphQLEnumConverter<SpotifyConnectionStatus>))]
public enum SpotifyConnectionStatus { Active, SignInAgain }

[JsonConverter(typeof(GraphQLEnumConverter<ExpiryWarning>))]
public enum ExpiryWarning { Month, Week, Day }

[JsonConverter(typeof(GraphQLEnumConverter<SpotifyFeature>))]
public enum SpotifyFeature { TopLists, RecentPlays, NowPlaying, Library, Playlists, Follows, Episodes }

[JsonConverter(typeof(GraphQLEnumConverter<CommunityState>))]
public enum CommunityState { NotConfigured, TooFewListeners, Shown }

/// <summary>GraphQL writes enum values in capitals with underscores.</summary>
public sealed class GraphQLEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false)
    where TEnum : struct, Enum;

[JsonConverter(typeof(GraphQLEnumConverter<Mood>))]
public enum Mood { Anger, Disgust, Fear, Joy, Neutral, Sadness, Surprise }
