using Personalify.Api.Errors;

namespace Personalify.Api.Users;

/// <summary>What is missing stays as it is.</summary>
public sealed record UpdateProfileInput(string? DisplayName, string? TimeZone);

public sealed record UpdateProfilePayload(User? User, IReadOnlyList<Error>? Errors);
