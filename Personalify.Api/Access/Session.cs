using Personalify.Api.Users;

namespace Personalify.Api.Access;

[GraphQLDescription("Send the token as a bearer token, or in the cookie personalify_session.")]
public sealed record Session(string Token, DateTimeOffset ExpiresAt, User User);
