using Microsoft.AspNetCore.WebUtilities;
using Personalify.Api.Errors;

namespace Personalify.Api.Access.Connections;

/// <summary>What a browser brings back from Spotify: a code, or why there is none.</summary>
public sealed record SpotifyReturn(string State, string? Code, string? Error)
{
    private const int MaxLength = 8_000;

    /// <summary>Of single values, or of the whole address at which the browser landed.</summary>
    public static FieldResult<SpotifyReturn, InvalidInputError> Read(string? code, string? state, string? error, string? address)
    {
        if (address is not null) return ReadAddress(address.Trim());
        return Of(state, code, error) is { } found
            ? found
            : new InvalidInputError("What Spotify gave is not complete: send its state with the code, or with the error.", "state");
    }

    private static FieldResult<SpotifyReturn, InvalidInputError> ReadAddress(string address)
    {
        var start = address.IndexOf('?', StringComparison.Ordinal);
        if (start >= 0 && address.Length <= MaxLength)
        {
            var query = QueryHelpers.ParseQuery(address[start..].Split('#')[0]);
            string? ValueOf(string name) => query.TryGetValue(name, out var values) && values is [{ Length: > 0 } value] ? value : null;
            if (Of(ValueOf("state"), ValueOf("code"), ValueOf("error")) is { } found) return found;
        }

        return new InvalidInputError(
            "This is not the address at which Spotify let you land. It begins with the address that the page of consent names and has "
            + "“code” and “state” in it; copy all of it.", "address");
    }

    private static SpotifyReturn? Of(string? state, string? code, string? error) =>
        state is { Length: > 0 and <= MaxLength } && (code is { Length: > 0 and <= MaxLength } || error is { Length: > 0 and <= MaxLength })
            ? new SpotifyReturn(state, code, error)
            : null;

    /// <summary>Neither the code nor the state.</summary>
    public override string ToString() => nameof(SpotifyReturn);
}
