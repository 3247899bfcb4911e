using Personalify.Testing;

namespace Personalify.DevStack.Tests;

/// <summary>A test that starts Api and Web as <c>make build</c> published them. Without them it is skipped; in CI it runs and fails.</summary>
internal sealed class PublishedFactAttribute : FactAttribute
{
    public PublishedFactAttribute() => Skip = ContinuousIntegration.IsRunning ? null : new StoreFactAttribute().Skip ?? Missing;

    private static string? Missing => Directory.Exists(Path.Combine(Repository.Root, "artifacts", "publish", "Personalify.Web"))
        ? null
        : "Api and Web are not published. Run `make build` first.";
}
