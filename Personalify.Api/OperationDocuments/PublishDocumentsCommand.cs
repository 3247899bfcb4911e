using System.Text;
using Personalify.Api.Caching;
using Personalify.GraphQL.Commands;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Validation;

namespace Personalify.Api.OperationDocuments;

/// <summary>Puts documents into Redis, where the Apis that trust it find them by file name and by hash. Nothing is published unless all of them are valid.</summary>
public static class PublishDocumentsCommand
{
    public static Command Command { get; } = new("documents publish", "Publishes GraphQL documents in Redis, for Apis with GraphQL:PersistedOperations:Redis.", RunAsync)
    {
        Operands = "FILE…",
    };

    private static async Task<int> RunAsync(CommandRun run)
    {
        if (run.Operands.Count == 0) throw new CommandException("There is no file to publish: documents publish FILE…", ExitCode.Usage);
        var gate = run.Services.GetService<RedisGate>() ?? throw new CommandException("ConnectionStrings__Redis is not set, so there is nowhere to publish to.");
        var storage = new RedisOperationDocumentStorage(gate);
        var documents = run.Operands.Select(file => Read(run, file)).ToList();
        foreach (var (id, text) in documents)
        {
            var hash = OperationDocumentId.Of(text);
            if (!await storage.PublishAsync(id, text, run.CancellationToken) || !await storage.PublishAsync(hash, text, run.CancellationToken))
                throw new CommandException($"Redis did not take '{id}'. Is it running? Publish again; what was published before stays.");
            await run.Output.WriteLineAsync($"{id}  {hash}");
        }

        return ExitCode.Done;
    }

    private static (OperationDocumentId Id, byte[] Text) Read(CommandRun run, string file)
    {
        if (!File.Exists(file)) throw new CommandException($"There is no file '{file}'.");
        var name = Path.GetFileNameWithoutExtension(file);
        if (!OperationDocumentId.TryParse(name, out var id)) throw new CommandException($"'{name}' is no id: up to 128 letters, digits, hyphens and underscores.");
        var text = File.ReadAllBytes(file);
        if (FirstError(run.Services.GetRequiredService<IRequestExecutor>(), text) is { } error) throw new CommandException($"'{file}' is not valid: {error}");
        return (id, text);
    }

    private static string? FirstError(IRequestExecutor executor, byte[] text)
    {
        try
        {
            return new DocumentValidator().Validate(executor.Schema, Parser.Parse(Encoding.UTF8.GetString(text))).Select(error => error.Message).FirstOrDefault();
        }
        catch (SyntaxException error)
        {
            return error.Message;
        }
    }
}
