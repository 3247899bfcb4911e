using Personalify.Api.Imports;

namespace Personalify.Api.Tests.Imports;

/// <summary>Imports that wait in the queue of a home, uploaded and started as a server would.</summary>
internal static class QueuedImport
{
    public static async Task<int> AddAsync(ImportHome home, int userId, GivenFile file, bool preview)
    {
        var store = home.Get<ImportStore>();
        var import = await store.CreateAsync(
            userId, new ImportFile(file.Name, file.Content.Length), maxUnstarted: 1, CancellationToken.None);
        var incoming = home.Save(file);
        home.Get<UploadFolder>().Keep(path => File.Move(incoming, path), import!.Id, 0);
        await store.StartAsync(userId, import.Number, preview, CancellationToken.None);
        return import.Id;
    }
}
