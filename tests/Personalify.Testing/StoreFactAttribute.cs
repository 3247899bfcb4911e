using Personalify.DevStack;
using Xunit;

namespace Personalify.Testing;

/// <summary>A test that needs PostgreSQL and Redis. Where they are missing it says so and is skipped; in CI it runs and fails.</summary>
public sealed class StoreFactAttribute : FactAttribute
{
    public StoreFactAttribute() => Skip = Stores.ReasonToSkip;
}

/// <summary>The same for a test with data.</summary>
public sealed class StoreTheoryAttribute : TheoryAttribute
{
    public StoreTheoryAttribute() => Skip = Stores.ReasonToSkip;
}

internal static class Stores
{
    // A folder that is named by the run has its servers already; what is missing here does not matter then.
    public static string? ReasonToSkip { get; } =
        ContinuousIntegration.IsRunning || TestServers.AreGiven ? null : PostgresBinaries.Missing ?? RedisServer.Missing;
}
