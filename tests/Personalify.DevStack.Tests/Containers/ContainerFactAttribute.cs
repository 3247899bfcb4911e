using Personalify.Testing;

namespace Personalify.DevStack.Tests.Containers;

/// <summary>
/// A test of the container files. Without the packages of <c>tests/containers</c> it says so and is skipped; in CI it runs and fails.
/// </summary>
internal class ContainerFactAttribute : FactAttribute
{
    public ContainerFactAttribute() => Skip = ContinuousIntegration.IsRunning ? null : ContainerScript.Missing;
}

/// <summary>The same for a test with data.</summary>
internal sealed class ContainerTheoryAttribute : TheoryAttribute
{
    public ContainerTheoryAttribute() => Skip = ContinuousIntegration.IsRunning ? null : ContainerScript.Missing;
}

/// <summary>A test that starts what the containers start, so it needs the programs in them too.</summary>
internal sealed class ContainerStartFactAttribute : ContainerFactAttribute
{
    public ContainerStartFactAttribute(params string[] programs)
    {
        if (ContinuousIntegration.IsRunning) return;
        Skip ??= new StoreFactAttribute().Skip ?? Array.Find(programs, program => ProgramPath.Find(program) is null) switch
        {
            null => null,
            var missing => $"No {missing} on the PATH, so what its container starts was not run.",
        };
    }
}
