using System.Text.Json;
using Personalify.Api.Hosting;
using Personalify.Api.Tests.Catalog;
using Personalify.DevStack;
using Personalify.Testing;

namespace Personalify.Api.Tests.Hosting;

public sealed class FederationTests
{
    private static readonly (string, string) On = ("GraphQL:Federation", "true");

    [NodeFact(needsStores: true, composes: true)]
    public async Task The_Api_composes_alone_and_with_a_subgraph_that_extends_its_entities()
    {
        await using var application = await PersonalifyApplication.StartOnPortAsync(On);
        var reviews = Path.Combine(Repository.Root, "tests", "conformance", "federation", "reviews.graphql");

        var alone = await NodeScript.RunAsync("federation/compose.mjs", $"{application.Address}graphql", "--field", "Artist.name@own");
        var together = await NodeScript.RunAsync(
            "federation/compose.mjs", $"{application.Address}graphql", reviews,
            "--field", "Artist.fans@reviews", "--field", "Artist.name@own", "--field", "Album.reviews@reviews", "--field", "Query.me@own");

        Assert.True(alone.ExitCode == 0, alone.Output);
        Assert.Contains("1 composed, 1 fields kept", alone.Output, StringComparison.Ordinal);
        Assert.True(together.ExitCode == 0, together.Output);
        Assert.Contains("2 composed, 4 fields kept", together.Output, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Fifty_entities_of_each_kind_come_in_order_with_one_statement_a_kind()
    {
        await using var application = await CatalogApplication.StartAsync(redis: null, On);
        await application.AddCatalogAsync(50);
        using var statements = application.Count();
        var representations = Enumerable.Range(0, 150).Select(i => Representation(Kinds[i % 3], 50 - (i / 3))).Append(Representation("Track", 51)).ToList();

        var entities = (await AskAsync(application.Listener, representations)).GetProperty("data").GetProperty("_entities").EnumerateArray().ToList();

        Assert.Equal(3, statements.Count);
        Assert.Equal(
            Enumerable.Range(0, 150).Select(i => $"{Kinds[i % 3]} {50 - (i / 3)}"),
            entities.Take(150).Select(entity => entity.EnumerateObject().Last().Value.GetString()));
        Assert.Equal(JsonValueKind.Null, entities[150].ValueKind);
    }

    [StoreFact]
    public async Task Entities_are_shown_to_whom_their_fields_are()
    {
        await using var application = await CatalogApplication.StartAsync(redis: null, On);
        await application.AddCatalogAsync(1);
        using var stranger = application.ConnectAsStranger();
        Dictionary<string, object>[] asked = [Representation("Artist", 1), Representation("User", CatalogApplication.ListenerId)];

        var refused = await AskAsync(stranger, asked);
        var given = await AskAsync(application.Listener, asked);

        Assert.Equal("""{"_entities":[null,null]}""", refused.GetProperty("data").ToString());
        var error = Assert.Single(refused.GetProperty("errors").EnumerateArray());
        Assert.Equal("AUTH_NOT_AUTHENTICATED", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("""["_entities",0]""", error.GetProperty("path").ToString());
        Assert.Equal("""{"_entities":[{"__typename":"Artist","name":"Artist 1"},{"__typename":"User","name":"ada"}]}""", given.GetProperty("data").ToString());
    }

    [StoreFact]
    public async Task A_listener_finds_no_other_user_by_the_id()
    {
        await using var application = await CatalogApplication.StartAsync(redis: null, On);
        using var other = await application.ConnectOtherAsync();

        var answer = await AskAsync(other, [Representation("User", CatalogApplication.ListenerId), Representation("User", CatalogApplication.OtherListenerId)]);

        Assert.Equal("""{"_entities":[null,{"__typename":"User","name":"bob"}]}""", answer.GetProperty("data").ToString());
    }

    [StoreFact]
    public async Task A_listener_finds_no_entry_of_another_listener_by_the_id()
    {
        await using var application = await CatalogApplication.StartAsync(redis: null, On);
        await application.AddCatalogAsync(1);
        using var other = await application.ConnectOtherAsync();

        var answer = await AskAsync(other, Kinds.Select(kind => Representation(kind, 1)));

        Assert.Equal("""{"_entities":[null,null,null]}""", answer.GetProperty("data").ToString());
        Assert.False(answer.TryGetProperty("errors", out _));
    }

    [StoreFact]
    public async Task Nobody_joins_unasked()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var client = application.Connect();
        var answer = await client.SendAsync("{ _service { sdl } }");
        Assert.Equal("HC0016", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    private static readonly string[] Kinds = ["Artist", "Album", "Track"];

    private static Dictionary<string, object> Representation(string typeName, int id) => new()
    {
        ["__typename"] = typeName,
        ["id"] = typeName == "User" ? GlobalId.Of(typeName, id) : GlobalId.Of(typeName, CatalogApplication.ListenerId, id),
    };

    private static Task<JsonElement> AskAsync(ApiClient client, IEnumerable<object> representations) => client.SendAsync(
        """
        query($representations: [_Any!]!) {
          _entities(representations: $representations) {
            __typename ... on Artist { name } ... on Album { name } ... on Track { name } ... on User { name }
          }
        }
        """,
        new { representations });
}
