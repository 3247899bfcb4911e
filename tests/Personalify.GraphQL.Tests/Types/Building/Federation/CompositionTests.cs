using Personalify.DevStack;
using Personalify.Testing;

namespace Personalify.GraphQL.Tests.Types.Building.Federation;

/// <summary>Apollo's own library makes one graph of our subgraph (as <see cref="SubgraphTests"/> approved it) and others.</summary>
public sealed class CompositionTests
{
    private static readonly string Products = Path.Combine(
        Repository.Root, "tests", "Personalify.GraphQL.Tests", "Types", "Building", "Federation", "__snapshots__", "Products.snap");

    [NodeFact(composes: true)]
    public async Task The_subgraph_composes_with_two_others_that_share_its_entities()
    {
        var (exitCode, output) = await NodeScript.RunAsync(
            "federation/compose.mjs", Products, Other("users"), Other("inventory"),
            "--field", "Product.delivery@inventory", "--field", "Product.notes@own", "--field", "User.averageProductsCreatedPerYear@own",
            "--field", "User.totalProductsCreated@users", "--field", "User.name@own", "--field", "Inventory.deprecatedProducts@own");

        Assert.True(exitCode == 0, output);
        Assert.Contains("3 composed, 6 fields kept, 0 missing", output, StringComparison.Ordinal);
    }

    [NodeFact(composes: true)]
    public async Task What_is_not_shareable_is_nobody_elses()
    {
        var (exitCode, output) = await NodeScript.RunAsync("federation/compose.mjs", Products, Other("conflicting"), "--fails", "INVALID_FIELD_SHARING");
        Assert.True(exitCode == 0, output);
    }

    private static string Other(string name) => Path.Combine(Repository.Root, "tests", "conformance", "federation", $"{name}.graphql");
}
