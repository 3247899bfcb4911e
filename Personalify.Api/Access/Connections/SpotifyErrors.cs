using Personalify.Api.Errors;

namespace Personalify.Api.Access.Connections;

[GraphQLDescription("There is no app through which to go to Spotify: neither the server nor the listener has one.")]
public sealed record SpotifyNotConfiguredError([property: GraphQLDescription(ErrorTexts.Message)] string Message);

[GraphQLDescription("What came back from Spotify belongs to no way that is open: it is unknown, used, too old, or another account's.")]
public sealed record SpotifyStateError([property: GraphQLDescription(ErrorTexts.Message)] string Message);

[GraphQLDescription("The listener did not agree on Spotify's page.")]
public sealed record SpotifyDeniedError([property: GraphQLDescription(ErrorTexts.Message)] string Message);

[GraphQLDescription("Spotify does not know the app, or its secret is another one.")]
public sealed record SpotifyClientError([property: GraphQLDescription(ErrorTexts.Message)] string Message);

[GraphQLDescription("Spotify cannot send a browser back to the address, or not for this app.")]
public sealed record SpotifyRedirectError([property: GraphQLDescription(ErrorTexts.Message)] string Message);

[GraphQLDescription("The listener is not on the app's list of users in Spotify's Developer Dashboard.")]
public sealed record SpotifyNotListedError([property: GraphQLDescription(ErrorTexts.Message)] string Message);

[GraphQLDescription("The owner of the app has no Premium, so the whole app stands still.")]
public sealed record SpotifyOwnerWithoutPremiumError([property: GraphQLDescription(ErrorTexts.Message)] string Message);

[GraphQLDescription("The account at Spotify and the account here are not free for each other.")]
public sealed record SpotifyAccountTakenError([property: GraphQLDescription(ErrorTexts.Message)] string Message);

[GraphQLDescription("Spotify could not be reached, or did not answer as it should. Nothing has changed.")]
public sealed record SpotifyUnreachableError([property: GraphQLDescription(ErrorTexts.Message)] string Message);
