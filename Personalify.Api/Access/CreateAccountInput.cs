namespace Personalify.Api.Access;

public sealed record CreateAccountInput(
    string Name,
    string Password,
    string? DisplayName,
    [property: GraphQLDescription("IANA name; UTC when missing.")] string? TimeZone);
