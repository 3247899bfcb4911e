using Personalify.GraphQL.Commands;
using Personalify.Api.OperationDocuments;
using Personalify.Api.Tests.Caching;
using Personalify.Testing;
using static Personalify.Api.Tests.OperationDocuments.DocumentRequests;

namespace Personalify.Api.Tests.OperationDocuments;

public sealed class PublishDocumentsCommandTests : IDisposable
{
    private const string Document = "query Mine { server { version } }";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("personalify-documents-");
    private readonly StringWriter _output = new(), _error = new();

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _output.Dispose();
        _error.Dispose();
    }

    [StoreFact]
    public async Task A_document_is_published_by_its_name_and_its_hash()
    {
        await using var redis = new TestRedisServer();
        await redis.StartAsync();
        await using var application = await PersonalifyApplication.StartAsync(("ConnectionStrings:Redis", redis.ConnectionString), ("GraphQL:PersistedOperations:Redis", "true"));
        using var client = application.Connect();

        Assert.Equal(ExitCode.Done, await PublishAsync(application, Write("mine", Document)));

        Assert.Equal($"mine  sha256:{Hash(Document)}\n", _output.ToString());
        Assert.Contains("\"version\"", await client.AskByIdAsync("mine"), StringComparison.Ordinal);
        Assert.Contains("\"version\"", await client.AskByIdAsync("sha256:" + Hash(Document)), StringComparison.Ordinal);
    }

    [StoreTheory]
    [InlineData("nope", "{ nope }", "is not valid: ")]
    [InlineData("broken", "{ server {", "is not valid: ")]
    [InlineData("no id", Document, "'no id' is no id")]
    public async Task Of_documents_of_which_one_is_wrong_none_is_published(string name, string document, string sentence)
    {
        await using var redis = new TestRedisServer();
        await redis.StartAsync();
        await using var application = await PersonalifyApplication.StartAsync(("ConnectionStrings:Redis", redis.ConnectionString));

        Assert.Equal(ExitCode.Failed, await PublishAsync(application, Write("mine", Document), Write(name, document)));

        Assert.Contains(sentence, _error.ToString(), StringComparison.Ordinal);
        using var gate = redis.OpenPatientGate();
        Assert.False(await gate.CallAsync(database => database.KeyExistsAsync(RedisOperationDocumentStorage.KeyPrefix + "mine"), true, default));
    }

    [StoreFact]
    public async Task Without_Redis_there_is_nowhere_to_publish_to()
    {
        await using var application = await PersonalifyApplication.StartAsync();

        Assert.Equal(ExitCode.Failed, await PublishAsync(application, Write("mine", Document)));
        Assert.Contains("ConnectionStrings__Redis is not set", _error.ToString(), StringComparison.Ordinal);
    }

    private Task<int> PublishAsync(PersonalifyApplication application, params string[] files) =>
        new CommandTable(application.Services).RunAsync(["documents", "publish", .. files], _output, _error);

    private string Write(string name, string document)
    {
        var path = Path.Combine(_folder.FullName, name + ".graphql");
        File.WriteAllText(path, document);
        return path;
    }
}
