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

    /// <param name="body">The beginning of the body, or all of it.</param>
    /// <param name="secrets">Tokens, which are taken out should anything have repeated them.</param>
    public static ErrorBody Read(ReadOnlySpan<byte> body, params IEnumerable<string> secrets)
    {
        var text = secrets.Where(secret => secret.Length > 0)
            .Aggregate(Encoding.UTF8.GetString(body), (stripped, secret) => stripped.Replace(secret, "…", StringComparison.Ordinal));
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object ? FromJson(document.RootElement) : Nothing;
        }
        catch (JsonException)
        {
            return FromText(text); // many errors are no JSON, whatever their type says
        }
    }

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
}
