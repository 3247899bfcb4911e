using Personalify.Api.Errors;

namespace Personalify.Api.Sync;

[GraphQLDescription("The listener is not connected with Spotify.")]
public sealed record NotConnectedError([property: GraphQLDescription(ErrorTexts.Message)] string Message);

[GraphQLDescription("Spotify no longer takes the listener's connection; only signing in with Spotify again renews it.")]
public sealed record SignInAgainError([property: GraphQLDescription(ErrorTexts.Message)] string Message);
