using Personalify.Api.Users;

namespace Personalify.Api.Access;

public sealed record CreateAccountPayload(
    User User,
    [property: GraphQLDescription("Of who made the account for themselves; null when an administrator made it for somebody else, who signs in with the password.")]
    Session? Session);
