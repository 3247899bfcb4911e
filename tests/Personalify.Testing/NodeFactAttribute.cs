using Xunit;

namespace Personalify.Testing;

/// <summary>A test that runs a script of <c>tests/conformance</c>. Without npm's packages it says so and is skipped; in CI it runs and fails.</summary>
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute(bool needsStores = false, bool composes = false) => Skip =
        (ContinuousIntegration.IsRunning ? null : NodeScript.Missing ?? (composes ? NodeScript.MissingComposition : null)) ?? (needsStores ? Stores.ReasonToSkip : null);
}
