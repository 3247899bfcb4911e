using Personalify.Api.Errors;
using Personalify.Api.Users;

namespace Personalify.Api.Access;

[GraphQLDescription("What lets the owner of an account who has forgotten the password set a new one. It works once.")]
public sealed record PasswordReset(
    [property: GraphQLDescription("Goes to resetPassword, or behind /reset-password/ of the Web. It is shown here and never again.")]
    string Token,
    [property: GraphQLDescription("The time (UTC) from which it does not work any more.")] DateTimeOffset ExpiresAt,
    [property: GraphQLDescription("Whose password it sets.")] User User);

[GraphQLDescription("The token is none of a reset link, or of one that was used, replaced or has ended.")]
public sealed record ResetLinkError([property: GraphQLDescription(ErrorTexts.Message)] string Message);
