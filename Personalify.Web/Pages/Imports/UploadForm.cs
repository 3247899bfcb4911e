using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Personalify.Web.Pages.Imports;

/// <summary>
/// The upload form as it arrives: its small fields are kept, its files are read from the connection one after the other while they are
/// handed on.
/// </summary>
public sealed class UploadForm
{
    private const int MostFields = 8;
    private const int LongestField = 4096;
    private const int LongestBoundary = 200;
    private static readonly Texts Text = Texts.Of(typeof(UploadForm));

    private readonly MultipartReader _reader;
    private readonly Dictionary<string, string> _fields = [];
    private UploadedFile? _next;

    private UploadForm(MultipartReader reader) => _reader = reader;

    /// <summary>A field that has come by now; empty when there is none.</summary>
    public string this[string field] => _fields.GetValueOrDefault(field, "");

    /// <exception cref="BadHttpRequestException">The request is no form with files.</exception>
    public static async Task<UploadForm> OpenAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            throw new BadHttpRequestException(Text["An upload is a form with files (multipart/form-data)."]);
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary);
        if (boundary.Length is 0 or > LongestBoundary) throw new BadHttpRequestException(Text["The form's boundary is missing or too long."]);
        var form = new UploadForm(new MultipartReader(boundary.ToString(), request.Body));
        form._next = await form.ReadAsync(cancellation);
        return form;
    }

    /// <summary>The next file, whose content has to be read before the one after it; <c>null</c> at the end.</summary>
    public async Task<UploadedFile?> NextFileAsync(CancellationToken cancellation)
    {
        var file = _next ?? await ReadAsync(cancellation);
        _next = null;
        return file;
    }

    private async Task<UploadedFile?> ReadAsync(CancellationToken cancellation)
    {
        while (await _reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)) continue;
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            if (!disposition.IsFileDisposition()) await ReadFieldAsync(name, section.Body, cancellation);
            else if (FileName(disposition) is { Length: > 0 } fileName) return new UploadedFile(fileName, section.Body);
        }

        return null;
    }

    private async Task ReadFieldAsync(string name, Stream body, CancellationToken cancellation)
    {
        var buffer = new byte[LongestField];
        var length = await body.ReadAtLeastAsync(buffer, LongestField, throwOnEndOfStream: false, cancellation);
        if (length == LongestField || _fields.Count == MostFields)
            throw new BadHttpRequestException(Text["The upload form has more in its fields than it was made for."]);
        _fields[name] = Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static string FileName(ContentDispositionHeaderValue disposition) =>
        (disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName)).ToString();
}

public sealed record UploadedFile(string Name, Stream Content);
