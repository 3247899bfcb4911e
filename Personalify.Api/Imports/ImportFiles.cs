using Personalify.Api.Errors;
using Personalify.Api.Imports.Reading;
using Personalify.GraphQL.Types;

namespace Personalify.Api.Imports;

/// <summary>Takes the files of one request in and starts their import, or leaves nothing of them.</summary>
public sealed class ImportFiles(Uploads uploads, ImportControl control)
{
    private const string Field = "files";

    public async Task<FieldResult<Import>> RunAsync(
        int userId, IReadOnlyList<IFile> files, bool preview, CancellationToken cancellationToken)
    {
        if (files.Distinct().Count() < files.Count) return new([new InvalidInputError("A file of the form stands twice in the list. Name each of them once.", Field)]);
        ArrivedFile[] arrived = [.. files.Select(file => new ArrivedFile(ImportArchive.CleanName(file.Name), file.Length, file.MoveTo))];
        var outcome = await uploads.KeepAllAsync(userId, arrived, cancellationToken);
        if (outcome.Import is not { } import) return new([outcome.Reason ?? new InvalidInputError(outcome.Error!, Field)]);

        // From here on it is whole, so it is started, whether its client still waits for the answer or not.
        var started = await control.StartAsync(userId, import.GlobalId, preview, CancellationToken.None);
        return started.Value ?? throw new InvalidOperationException($"The import {import.Id} was made and is no longer there.");
    }
}
