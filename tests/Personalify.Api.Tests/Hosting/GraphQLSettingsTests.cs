using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Configuration;
using Personalify.Api.Hosting;
using Personalify.GraphQL.Transport;
using Personalify.Testing;

namespace Personalify.Api.Tests.Hosting;

/// <summary>What an operator sets is what holds; what cannot be stops the start with a sentence.</summary>
public sealed class GraphQLSettingsTests
{
    [Fact]
    public void Without_settings_the_defaults_hold()
    {
        var options = Read();

        Assert.Equal((1 << 20, TimeSpan.FromSeconds(30), 2_000, 5_000), (options.MaxAllowedRequestSize, options.ExecutionTimeout, options.MaxFieldCost, options.MaxTypeCost));
        Assert.Equal((AllowedBatching.None, true, false), (options.Batching, options.EnableIntrospection, options.PersistedOperations.OnlyAllowPersistedDocuments));
    }

    [Theory]
    [InlineData("MaxAllowedRequestSize", "0", "GraphQL:MaxAllowedRequestSize is 0; it must be at least 1024 and at most 67108864.")]
    [InlineData("MaxAllowedRequestSize", "one", "GraphQL:MaxAllowedRequestSize")]
    [InlineData("ExecutionTimeout", "00:00:00", "GraphQL:ExecutionTimeout is 00:00:00; it must be at least 00:00:00.1000000 and at most 00:10:00.")]
    [InlineData("ExecutionTimeout", "30", "GraphQL:ExecutionTimeout is 30.00:00:00; it must be")]
    [InlineData("MaxFieldCost", "NaN", "GraphQL:MaxFieldCost is NaN; it must be at least 100")]
    [InlineData("MaxTypeCost", "-1", "GraphQL:MaxTypeCost is -1; it must be at least 100")]
    [InlineData("MaxBatchSize", "2000", "GraphQL:MaxBatchSize is 2000; it must be at least 1 and at most 1024.")]
    [InlineData("Batching", "Some", "GraphQL:Batching")]
    [InlineData("EnableIntrospection", "sometimes", "GraphQL:EnableIntrospection")]
    [InlineData("MaxFieldCosts", "5", "GraphQL:MaxFieldCosts is no setting; there are MaxAllowedRequestSize, ExecutionTimeout,")]
    [InlineData("PersistedOperations:OnlyTrusted", "true", "GraphQL:PersistedOperations:OnlyTrusted is no setting; there are Folder, Redis, OnlyAllowPersistedDocuments,")]
    [InlineData("PersistedOperations:Folder", "/no/such/folder", "GraphQL:PersistedOperations:Folder is '/no/such/folder', and there is no such folder.")]
    [InlineData("PersistedOperations:Redis", "true", "GraphQL:PersistedOperations:Redis is on, but ConnectionStrings:Redis is not set.")]
    [InlineData("PersistedOperations:AllowDocumentBody", "true", "means something only together with OnlyAllowPersistedDocuments")]
    [InlineData("PersistedOperations:MaxAutomaticDocuments", "0", "GraphQL:PersistedOperations:MaxAutomaticDocuments is 0; it must be")]
    [InlineData("PersistedOperations:AutomaticLifetime", "00:00:01", "GraphQL:PersistedOperations:AutomaticLifetime is 00:00:01; it must be")]
    public void A_setting_that_cannot_be_is_named(string name, string value, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<InvalidOperationException>(() => Read((name, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var message = Assert.Throws<InvalidOperationException>(() => Read(("MaxFieldCost", "0"), ("MaxBatchSize", "0"))).Message;
        Assert.Contains("GraphQL:MaxFieldCost", message, StringComparison.Ordinal);
        Assert.Contains("GraphQL:MaxBatchSize", message, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task An_Api_with_a_setting_that_cannot_be_does_not_start() =>
        Assert.Contains("GraphQL:MaxFieldCost is 1", (await Assert.ThrowsAsync<InvalidOperationException>(() => PersonalifyApplication.StartAsync(("GraphQL:MaxFieldCost", "1")))).Message, StringComparison.Ordinal);

    [StoreFact]
    public async Task A_longer_body_is_refused()
    {
        await using var application = await PersonalifyApplication.StartAsync(("GraphQL:MaxAllowedRequestSize", "1024"));
        using var client = application.Connect();

        using var fits = await client.Http.PostAsJsonAsync("/graphql", new { query = "{ __typename }", variables = new { a = new string('x', 500) } });
        using var tooLong = await client.Http.PostAsJsonAsync("/graphql", new { query = "{ __typename }", variables = new { a = new string('x', 1500) } });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.RequestEntityTooLarge), (fits.StatusCode, tooLong.StatusCode));
    }

    [StoreFact]
    public async Task Costs_batches_introspection_and_the_IDE_are_what_the_operator_says()
    {
        await using var application = await PersonalifyApplication.StartAsync(
            ("GraphQL:MaxFieldCost", "100"), ("GraphQL:Batching", "RequestBatching"), ("GraphQL:MaxBatchSize", "2"), ("GraphQL:EnableIntrospection", "false"),
            ("GraphQL:EnableBananaCakePop", "false"));
        using var client = application.Connect();
        var many = string.Concat(Enumerable.Range(0, 11).Select(i => $"a{i}: search(text: \"a\") {{ tracks {{ id }} }} "));

        Assert.Contains("HC0047", (await client.SendAsync($"{{ {many} }}")).ToString(), StringComparison.Ordinal);
        Assert.Contains("HC0046", (await client.SendAsync("{ __schema { queryType { name } } }")).ToString(), StringComparison.Ordinal);
        Assert.Equal("""[{"data":{"__typename":"Query"}},{"data":{"__typename":"Query"}}]""", await BatchAsync(client, 2));
        Assert.Contains("The batch has 3 requests; at most 2 are allowed.", await BatchAsync(client, 3), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.Http.GetAsync(new Uri("/graphql/schema.graphql", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.Http.GetAsync(new Uri("/graphql/index.html", UriKind.Relative))).StatusCode);
    }

    [StoreFact]
    public async Task A_request_that_takes_longer_is_ended()
    {
        await using var application = await PersonalifyApplication.StartAsync(("GraphQL:ExecutionTimeout", "00:00:05"));
        await using var blocker = Npgsql.NpgsqlDataSource.Create(application.ConnectionString);
        await using var connection = await blocker.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "LOCK TABLE users";
            await command.ExecuteNonQueryAsync();
        }

        using var client = application.Connect();
        var answer = client.SendAsync("{ server { needsFirstAccount } }");
        await Eventually.IsTrueAsync(
            () =>
            {
                application.Time.Advance(TimeSpan.FromSeconds(6));
                return answer.IsCompleted;
            },
            "the request is ended");

        Assert.Contains("HC0045", (await answer).ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> BatchAsync(ApiClient client, int requests)
    {
        using var response = await client.Http.PostAsJsonAsync("/graphql", Enumerable.Repeat(new { query = "{ __typename }" }, requests));
        return await response.Content.ReadAsStringAsync();
    }

    private static GraphQLOptions Read(params (string Name, string Value)[] settings) => GraphQLSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"GraphQL:{setting.Name}", (string?)setting.Value))).Build());
}
