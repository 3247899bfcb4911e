using System.Net.Http.Json;
using Personalify.Testing;

namespace Personalify.Api.Tests.Access;

/// <summary>Which user the requests of a batch act for, and for how long.</summary>
public sealed class SessionBatchTests
{
    [StoreFact]
    public async Task What_follows_on_signing_out_in_a_batch_is_asked_by_nobody()
    {
        await using var application = await PersonalifyApplication.StartAsync(("GraphQL:Batching", "RequestBatching"));
        using var ada = await application.ConnectAsAsync("ada");

        object[] batch = [
            new { query = "{ me { name } }" }, new { query = "mutation { signOut { signedOut } }" }, new { query = "{ me { name } }" }];
        using var response = await ada.Http.PostAsJsonAsync("/graphql", batch);

        Assert.Equal(
            """[{"data":{"me":{"name":"ada"}}},{"data":{"signOut":{"signedOut":true}}},{"data":{"me":null}}]""",
            await response.Content.ReadAsStringAsync());
    }

    [StoreFact]
    public async Task Each_request_of_a_batch_has_the_session_while_it_lasts()
    {
        await using var application = await PersonalifyApplication.StartAsync(("GraphQL:Batching", "RequestBatching"));
        using var ada = await application.ConnectAsAsync("ada");

        object[] batch = [new { query = "{ me { name } }" }, new { query = "{ me { name } }" }];
        using var response = await ada.Http.PostAsJsonAsync("/graphql", batch);

        Assert.Equal("""[{"data":{"me":{"name":"ada"}}},{"data":{"me":{"name":"ada"}}}]""", await response.Content.ReadAsStringAsync());
    }
}
