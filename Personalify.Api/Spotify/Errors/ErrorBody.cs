using System.Text;
using System.Text.Json;

namespace Personalify.Api.Spotify.Errors;

/// <summary>What an error says of itself, be it JSON of the Web API or of the accounts, plain text, a page, or nothing.</summary>
/// <param name="Message">Spotify's own words, on one line and short.</param>
/// <param name="Reason">A word for programs, such as <c>QUOTA_EXCEEDED</c>.</param>
/// <param name="Code">The kind of error of the accounts, such as <c>invalid_grant</c>.</param>
internal sealed record ErrorBody(string? Message, string? Reason, string? Code)
{
    private const int MaxLength = 200;
    private static readonly ErrorBody Nothing = new(null, null, null);

    public static ErrorBody Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? FromJson(document.RootElement) : Nothing;
        }
        catch (JsonException)
        {
            return FromText(Encoding.UTF8.GetString(body.Span)); // many errors are no JSON, whatever their type says
        }
    }

    /// <summary>The same without a token, should anything have repeated it.</summary>
    public ErrorBody Without(string secret) => secret.Length == 0 ? this : new(Strip(Message, secret), Strip(Reason, secret), Strip(Code, secret));

    private static ErrorBody FromJson(JsonElement root)
    {
        if (!root.TryGetProperty("error", out var error)) return new ErrorBody(Text(root, "message"), Text(root, "reason"), null);
        return error.ValueKind == JsonValueKind.Object
            ? new ErrorBody(Text(error, "message"), Text(error, "reason"), null)
            : new ErrorBody(Text(root, "error_description"), null, Text(root, "error"));
    }

    private static ErrorBody FromText(string text) =>
        text.TrimStart().StartsWith('<') || string.IsNullOrWhiteSpace(text) ? Nothing : new ErrorBody(OneLine(text), null, null);

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? OneLine(value.GetString()!) : null;

    private static string OneLine(string text)
    {
        var line = string.Concat(text.Trim().Select(character => char.IsControl(character) ? ' ' : character));
        return line.Length <= MaxLength ? line : line[..MaxLength];
    }

    private static string? Strip(string? text, string secret) => text?.Replace(secret, "…", StringComparison.Ordinal);
}
