using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Personalify.Web.Csv;

/// <summary>A column: its head, and what a row has there: a text, a number, a day, a moment, a flag or a value of an enum.</summary>
public sealed record CsvColumn<T>(string Head, Func<T, object?> Read);

/// <summary>
/// A table as a file for spreadsheets, written while its rows arrive: RFC 4180, UTF-8 with its mark. A text that a spreadsheet would take
/// for a formula begins with an apostrophe.
/// </summary>
/// <param name="name">Of the file, without its ending.</param>
public sealed class CsvTable<T>(string name, IReadOnlyList<CsvColumn<T>> columns, IAsyncEnumerable<T> rows) : ActionResult
{
    // Milliseconds only where there are some.
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.FFFzzz";

    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    /// <summary>The first row is there before the answer begins, so that what goes wrong until then is told by the error page.</summary>
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var cancellation = context.HttpContext.RequestAborted;
        await using var reader = rows.GetAsyncEnumerator(cancellation);
        var isThere = await reader.MoveNextAsync();
        Begin(context.HttpContext.Response);
        await using var writer = CsvWriter.Create(context.HttpContext.Response.Body, Options, leaveOpen: true);
        await writer.WriteRecordAsync([.. columns.Select(column => column.Head)], cancellation);
        for (; isThere; isThere = await reader.MoveNextAsync())
        {
            foreach (var column in columns) Write(writer, column.Read(reader.Current));
            await writer.EndRecordAsync(cancellation);
        }
    }

    private void Begin(HttpResponse response)
    {
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"personalify-{name}.csv");
        response.Headers.ContentDisposition = disposition.ToString();
    }

    private static void Write(CsvWriter writer, object? value)
    {
        switch (value)
        {
            case int number: writer.WriteField(number); break;
            case long number: writer.WriteField(number); break;
            case DateOnly day: writer.WriteField(day); break;
            case bool flag: writer.WriteField(flag ? "yes" : "no"); break;
            case DateTimeOffset moment: writer.WriteField(moment.ToString(Moment, CultureInfo.InvariantCulture)); break;
            case Enum word: writer.WriteField(JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString())); break;
            default: writer.WriteField((string?)value ?? ""); break;
        }
    }
}
