using Personalify.Api.Users;

namespace Personalify.Api.Access;

public sealed record CreateAccountPayload(
    User User,
    [property: GraphQLDescription("Present when the new account is signed in at once; null "
        + "when an administrator made it for another person, who signs in with the password.")]
    Session? Session);
