using Personalify.Web.Api;

namespace Personalify.Web.Pages.Imports;

/// <summary>One upload form becomes one import: all of its files or none.</summary>
public sealed class UploadImport(UploadClient uploads, PersonalifyClient client)
{
    private static readonly Texts Text = Texts.Of(typeof(UploadImport));

    /// <returns>The id of the import, which is started.</returns>
    public async Task<string> RunAsync(UploadForm form, CancellationToken cancellation)
    {
        var id = await SendAsync(form, cancellation);
        var start = new StartImportVariables(new StartImportInput(id, form["preview"] == "true"));
        var payload = (await client.SendAsync(StartImportData.Operation, start, cancellation)).StartImport;
        return payload.Errors is [var error, ..] ? throw new ApiException(error.Message) : id;
    }

    private async Task<string> SendAsync(UploadForm form, CancellationToken cancellation)
    {
        string? id = null;
        try
        {
            while (await form.NextFileAsync(cancellation) is { } file) id = await uploads.SendAsync(file, id, cancellation);
        }
        catch (ApiException) when (id is not null)
        {
            var cancel = new CancelImportVariables(new CancelImportInput(id));
            await client.SendAsync(CancelImportData.Operation, cancel, cancellation);
            throw;
        }

        return id ?? throw new BadHttpRequestException(Text["No file was chosen. Choose the zip that Spotify mailed, then send it."]);
    }
}
