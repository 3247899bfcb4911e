using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Execution.PersistedOperations;

/// <summary>Documents that are named by an id, a hash, or Apollo's extension.</summary>
public sealed class PersistedOperationTests
{
    private const string Document = "{ a }";
    private readonly InMemoryOperationDocumentStorage _storage = new();
    private readonly RequestExecutorOptions _options = new();

    [Theory]
    [InlineData("my-query_1")]
    [InlineData("sha256:{hash}")]
    [InlineData("sha256:{HASH}")]
    public async Task A_known_document_runs_by_its_id(string id)
    {
        await PublishAsync("my-query_1", Document);
        await PublishAsync($"sha256:{Hash(Document)}", Document);
        id = id.Replace("{hash}", Hash(Document), StringComparison.Ordinal).Replace("{HASH}", Hash(Document).ToUpperInvariant(), StringComparison.Ordinal);

        Assert.Equal("""{"data":{"a":1}}""", await AskAsync(new GraphQLRequest { Document = default, DocumentId = id }));
    }

    [Theory]
    [InlineData("unknown", "HC0020")]
    [InlineData("../../etc/passwd", "HC0009")]
    [InlineData("", "HC0009")]
    [InlineData("sha256:abc", "HC0009")]
    [InlineData("x-mine:abc", "HC0009")]
    public async Task Another_id_is_refused(string id, string code) =>
        Assert.Contains($"\"code\":\"{code}\"", await AskAsync(new GraphQLRequest { Document = default, DocumentId = id }), StringComparison.Ordinal);

    [Fact]
    public async Task A_document_and_an_id_at_once_are_refused()
    {
        await PublishAsync("a", Document);
        Assert.Contains("not both", await AskAsync(new GraphQLRequest { Document = Bytes(Document), DocumentId = "a" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_storage_cannot_pass_off_another_document_under_a_hash()
    {
        await PublishAsync($"sha256:{Hash(Document)}", "{ secret }");

        Assert.Contains("HC0020", await AskAsync(new GraphQLRequest { Document = default, DocumentId = $"sha256:{Hash(Document)}" }), StringComparison.Ordinal);
        Assert.Contains("PersistedQueryNotFound", await AskAsync(Automatic(Hash(Document))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apollos_clients_ask_by_hash_send_the_document_once_and_ask_by_hash_again()
    {
        _options.PersistedOperations.AllowAutomaticPersistedOperations = true;
        var server = Server();

        Assert.Equal("""{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"HC0020"}}]}""", await AskAsync(Automatic(Hash(Document)), server));
        Assert.Equal("""{"data":{"a":1}}""", await AskAsync(Automatic(Hash(Document), Document), server));
        Assert.Equal("""{"data":{"a":1}}""", await AskAsync(Automatic(Hash(Document)), server));
    }

    [Fact]
    public async Task A_hash_that_is_not_the_documents_is_refused_and_nothing_is_kept()
    {
        _options.PersistedOperations.AllowAutomaticPersistedOperations = true;
        var server = Server();

        Assert.Contains("is not the SHA-256", await AskAsync(Automatic(Hash(Document), "{ secret }"), server), StringComparison.Ordinal);
        Assert.Contains("PersistedQueryNotFound", await AskAsync(Automatic(Hash(Document)), server), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ nope }")]
    [InlineData("{ a")]
    public async Task A_document_that_is_not_valid_is_not_kept(string document)
    {
        _options.PersistedOperations.AllowAutomaticPersistedOperations = true;
        var server = Server();

        await AskAsync(Automatic(Hash(document), document), server);

        Assert.Contains("PersistedQueryNotFound", await AskAsync(Automatic(Hash(document)), server), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_leave_a_client_adds_nothing()
    {
        var server = Server();

        Assert.Equal("""{"data":{"a":1}}""", await AskAsync(Automatic(Hash(Document), Document), server));
        Assert.Contains("PersistedQueryNotFound", await AskAsync(Automatic(Hash(Document)), server), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_storage_clients_are_told_not_to_try_again() =>
        Assert.Contains("PersistedQueryNotSupported", await AskAsync(Automatic(Hash(Document)), new GraphQLServer(Schema())), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"persistedQuery":1}""")]
    [InlineData("""{"persistedQuery":{"version":2,"sha256Hash":"00"}}""")]
    [InlineData("""{"persistedQuery":{"version":1,"sha256Hash":"00"}}""")]
    [InlineData("""{"persistedQuery":{"version":1}}""")]
    public async Task An_extension_of_another_shape_is_refused(string extensions) => Assert.Contains(
        "must hold version 1 and sha256Hash",
        await AskAsync(new GraphQLRequest { Document = default, Extensions = JsonDocument.Parse(extensions).RootElement }), StringComparison.Ordinal);

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Where_only_known_documents_run_a_whole_one_must_be_known_and_allowed(bool allowsBody, bool runs)
    {
        _options.PersistedOperations.OnlyAllowPersistedDocuments = true;
        _options.PersistedOperations.AllowDocumentBody = allowsBody;
        await PublishAsync($"sha256:{Hash(Document)}", Document);

        Assert.Equal(runs, await AskAsync(new GraphQLRequest { Document = Bytes(Document) }) == """{"data":{"a":1}}""");
        Assert.Contains("HC0067", await AskAsync(new GraphQLRequest { Document = Bytes("{ secret }") }), StringComparison.Ordinal);
        Assert.Contains("HC0067", await AskAsync(Automatic(Hash("{ secret }"), "{ secret }")), StringComparison.Ordinal);
        Assert.Equal("""{"data":{"a":1}}""", await AskAsync(new GraphQLRequest { Document = default, DocumentId = $"sha256:{Hash(Document)}" }));
    }

    [Fact]
    public async Task Where_only_known_documents_run_clients_add_none()
    {
        _options.PersistedOperations.OnlyAllowPersistedDocuments = true;
        _options.PersistedOperations.AllowDocumentBody = true;
        _options.PersistedOperations.AllowAutomaticPersistedOperations = true;
        var server = Server();

        Assert.Contains("HC0067", await AskAsync(Automatic(Hash(Document), Document), server), StringComparison.Ordinal);
        Assert.Contains("PersistedQueryNotFound", await AskAsync(Automatic(Hash(Document)), server), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_memory_for_documents_is_bounded()
    {
        var storage = new InMemoryOperationDocumentStorage(capacity: 2);
        OperationDocumentId[] ids = [.. new[] { "{ a }", "{ b }", "{ c }" }.Select(text => OperationDocumentId.Of(Bytes(text)))];
        foreach (var id in ids) await storage.SaveAsync(id, Bytes("{ a }"), default);

        var isKept = await Task.WhenAll(ids.Select(async id => await storage.TryReadAsync(id, default) is not null));

        Assert.Equal([false, true, true], isKept);
    }

    [Fact]
    public async Task A_folder_holds_documents_by_name_and_by_hash()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "a.graphql"), Document);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, Hash(Document) + ".graphql"), Document);
            var server = new GraphQLServer(Schema(), documents: new FileSystemOperationDocumentStorage(folder.FullName));

            Assert.Equal("""{"data":{"a":1}}""", await AskAsync(new GraphQLRequest { Document = default, DocumentId = "a" }, server));
            Assert.Equal("""{"data":{"a":1}}""", await AskAsync(Automatic(Hash(Document)), server));
            Assert.Contains("HC0020", await AskAsync(new GraphQLRequest { Document = default, DocumentId = "b" }, server), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Personalify.GraphQL.Types.Schema Schema() =>
        SdlSchemaBuilder.Build("type Query { a: Int secret: Int }", coordinate => coordinate == "Query.a" ? _ => new(1) : _ => new(2));

    private GraphQLServer Server() => new(Schema(), _options, documents: _storage);

    private async Task<string> AskAsync(GraphQLRequest request, GraphQLServer? server = null)
    {
        using var result = await (server ?? Server()).ExecuteAsync(request);
        return Engine.Text(result);
    }

    private ValueTask PublishAsync(string id, string document)
    {
        Assert.True(OperationDocumentId.TryParse(id, out var parsed));
        return _storage.SaveAsync(parsed, Bytes(document), default);
    }

    private static GraphQLRequest Automatic(string hash, string? document = null) => new()
    {
        Document = document is null ? default : Bytes(document),
        Extensions = JsonDocument.Parse($$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"}}""").RootElement,
    };

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Bytes(text)));
}
