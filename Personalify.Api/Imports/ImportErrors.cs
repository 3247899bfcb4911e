using Personalify.Domain.Imports;

namespace Personalify.Api.Imports;

public sealed record ImportNotFoundError(string Message)
{
    public static ImportNotFoundError Of(int importId) => new($"You have no import {importId}. It may have been cancelled, or removed because it was never started.");
}

public sealed record ImportStateError(string Message, ImportStatus Status);

/// <summary>So many uploads wait to be started that no further one is taken.</summary>
public sealed record TooManyUploadsError(string Message);
