using Personalify.Api.Users;

namespace Personalify.Api.Access;

[GraphQLDescription("Send the token as a bearer token, or in the cookie personalify_session.")]
public sealed record Session(
    [property: GraphQLDescription("The secret that stands for the session; shown this once.")] string Token,
    [property: GraphQLDescription("When it ends, UTC, unless it is used before.")] DateTimeOffset ExpiresAt,
    [property: GraphQLDescription("Who is signed in.")] User User);
