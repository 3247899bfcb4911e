using System.Globalization;
using System.Text.Json;
using Personalify.Api.Imports;
using Personalify.Api.Moods.Files;
using Personalify.Api.Users;

namespace Personalify.Api.Export;

/// <summary>
/// The account, what its owner says of moods, and its imports with their reports, as one JSON object. It is for its owner; imports read
/// what is said of moods and leave the rest aside.
/// </summary>
internal sealed class AccountFile(ImportStore imports, CorrectionsFile corrections, TimeProvider time)
{
    private const int ImportsInPage = 100;

    public async Task WriteAsync(Stream stream, User user, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("exportedAt", HistoryRow.Time(time.GetUtcNow().UtcDateTime));
        json.WriteString("name", user.Name);
        json.WriteString("displayName", user.DisplayName);
        json.WriteString("timeZone", user.TimeZone);
        json.WriteString("createdAt", HistoryRow.Time(user.CreatedAt.UtcDateTime));
        json.WriteStartArray(CorrectionsFile.Field);
        await corrections.WriteAsync(json, user.Id, cancellationToken);
        json.WriteEndArray();
        json.WriteStartArray("imports");
        await WriteImportsAsync(json, user.Id, cancellationToken);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private async Task WriteImportsAsync(Utf8JsonWriter json, int userId, CancellationToken cancellationToken)
    {
        var last = 0;
        while (true)
        {
            var page = await imports.ListAsync(userId, null, last, ImportsInPage, newestFirst: false, cancellationToken);
            foreach (var import in page) Write(json, import);
            await json.FlushAsync(cancellationToken);
            if (page.Count < ImportsInPage) return;
            last = page[^1].Number;
        }
    }

    private static void Write(Utf8JsonWriter json, Import import)
    {
        json.WriteStartObject();
        json.WriteString("id", import.Number.ToString(CultureInfo.InvariantCulture));
        json.WriteString("status", import.Status.ToString().ToUpperInvariant());
        json.WriteString("createdAt", HistoryRow.Time(import.CreatedAt.UtcDateTime));
        json.WriteStartArray("files");
        foreach (var file in import.Files) json.WriteStringValue(file.Name);
        json.WriteEndArray();
        json.WritePropertyName("report");
        if (import.Report is null) json.WriteNullValue();
        else JsonSerializer.Serialize(json, import.Report, ImportJson.Default.ImportReport);
        json.WriteString("error", import.Error);
        json.WriteEndObject();
    }
}
