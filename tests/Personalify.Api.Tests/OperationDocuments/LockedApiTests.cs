using System.Text;
using Personalify.Api.OperationDocuments;
using Personalify.Api.Tests.Caching;
using Personalify.DevStack;
using Personalify.GraphQL.Execution;
using Personalify.Testing;
using static Personalify.Api.Tests.OperationDocuments.DocumentRequests;

namespace Personalify.Api.Tests.OperationDocuments;

/// <summary>An Api that runs only what its operator trusts.</summary>
public sealed class LockedApiTests : IDisposable
{
    private const string Mine = "query Mine { server { version } }";
    private static readonly (string, string) Locked = ("GraphQL:PersistedOperations:OnlyAllowPersistedDocuments", "true");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("personalify-documents-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Every_operation_of_the_dashboard_is_known_by_its_hash()
    {
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "Personalify.Web", "Pages"), "*.graphql", SearchOption.AllDirectories);

        Assert.Equal(pages.Select(page => OperationDocumentId.Of(File.ReadAllBytes(page)).Value).Order(), new DashboardDocuments().Ids.Select(id => id.Value).Order());
    }

    [StoreFact]
    public async Task The_dashboards_operations_run_and_no_others()
    {
        await using var application = await PersonalifyApplication.StartAsync(Locked);
        using var client = application.Connect();

        var made = await client.AskByIdAsync(Dashboards("SignIn/SignUp"), new { input = new { name = "ada", password = "correct horse" } });
        Assert.Contains("\"session\":{\"token\":", made, StringComparison.Ordinal);

        Assert.Equal("HC0067", CodeOf(await client.AskWholeAsync(Mine)));
        Assert.Equal("HC0067", CodeOf(await client.AskByHashAsync(Mine, isSent: true)));
        Assert.Contains("PersistedQueryNotFound", await client.AskByHashAsync(Mine), StringComparison.Ordinal);
        Assert.Equal("HC0020", CodeOf(await client.AskByIdAsync("sha256:" + Hash(Mine))));
    }

    [StoreTheory]
    [InlineData(false, "HC0067")]
    [InlineData(true, null)]
    public async Task A_known_document_comes_whole_only_where_that_is_allowed(bool isAllowed, string? code)
    {
        await using var application = await PersonalifyApplication.StartAsync(Locked, ("GraphQL:PersistedOperations:AllowDocumentBody", isAllowed ? "true" : "false"));
        using var client = application.Connect();

        var answer = await client.AskWholeAsync(await File.ReadAllTextAsync(PageFile("SignIn/Index")));

        if (code is null) Assert.Contains("\"needsFirstAccount\":true", answer, StringComparison.Ordinal);
        else Assert.Equal(code, CodeOf(answer));
    }

    [StoreFact]
    public async Task A_folder_holds_what_the_operator_trusts_by_name_and_by_hash()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "mine.graphql"), Mine);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, Hash(Mine) + ".graphql"), Mine);
        await using var application = await PersonalifyApplication.StartAsync(Locked, ("GraphQL:PersistedOperations:Folder", _folder.FullName));
        using var client = application.Connect();

        Assert.Contains("\"version\"", await client.AskByIdAsync("mine"), StringComparison.Ordinal);
        Assert.Contains("\"version\"", await client.AskByIdAsync("sha256:" + Hash(Mine)), StringComparison.Ordinal);
        Assert.Contains("\"version\"", await client.Http.GetStringAsync(new Uri("/graphql/persisted/mine/Mine", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal("HC0020", CodeOf(await client.AskByIdAsync("yours")));
    }

    [StoreFact]
    public async Task What_clients_added_before_the_Api_was_locked_does_not_run_and_what_the_operator_publishes_does()
    {
        await using var redis = new TestRedisServer();
        await redis.StartAsync();
        var connection = ("ConnectionStrings:Redis", redis.ConnectionString);
        await using (var open = await PersonalifyApplication.StartAsync(connection))
        {
            using var stranger = open.Connect();
            await stranger.AskByHashAsync(Mine, isSent: true);
            Assert.Contains("\"version\"", await stranger.AskByHashAsync(Mine), StringComparison.Ordinal);
        }

        await using var application = await PersonalifyApplication.StartAsync(Locked, connection, ("GraphQL:PersistedOperations:Redis", "true"));
        using var client = application.Connect();
        Assert.Contains("PersistedQueryNotFound", await client.AskByHashAsync(Mine), StringComparison.Ordinal);

        using var gate = redis.OpenPatientGate();
        Assert.True(await new RedisOperationDocumentStorage(gate).PublishAsync(OperationDocumentId.Of(Encoding.UTF8.GetBytes(Mine)), Encoding.UTF8.GetBytes(Mine), default));
        Assert.Contains("\"version\"", await client.AskByHashAsync(Mine), StringComparison.Ordinal);

        await redis.KillAsync();
        Assert.Contains("PersistedQueryNotFound", await client.AskByHashAsync(Mine), StringComparison.Ordinal);
        Assert.Contains("\"needsFirstAccount\"", await client.AskByIdAsync(Dashboards("SignIn/Index")), StringComparison.Ordinal);
    }

    private static string Dashboards(string page) => "sha256:" + Hash(File.ReadAllText(PageFile(page)));

    private static string PageFile(string page) => Path.Combine(Repository.Root, "Personalify.Web", "Pages", page + ".graphql");
}
