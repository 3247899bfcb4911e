using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Personalify.Api.Imports.Reading;
using Personalify.Domain.Catalog;
using Personalify.Domain.Moods;

namespace Personalify.Api.Moods.Files;

/// <summary>A correction as the account's file holds it: by Spotify's id or, without one, by artist and title.</summary>
internal sealed record KeptCorrection(string Identity, Mood Mood, string Artist, string Title, DateTimeOffset CorrectedAt)
{
    private const string UriStart = "spotify:track:";
    private const int IdLength = 22;

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("uri", IsId(Identity) ? UriStart + Identity : null);
        json.WriteString("artist", Artist);
        json.WriteString("title", Title);
        json.WriteString("mood", Mood.ToString().ToUpperInvariant());
        json.WriteString("correctedAt", CorrectedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    /// <summary>Null for an entry that names no track or no mood.</summary>
    public static KeptCorrection? Read(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object) return null;
        var (artist, title) = (CatalogName.Display(Text(entry, "artist")), CatalogName.Display(Text(entry, "title")));
        if (FindIdentity(Text(entry, "uri"), artist, title) is not { } identity) return null;
        return Enum.TryParse<Mood>(Text(entry, "mood"), ignoreCase: true, out var mood) && Enum.IsDefined(mood)
            && DateTimeOffset.TryParse(Text(entry, "correctedAt"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                ? new KeptCorrection(identity, mood, artist, title, at.ToUniversalTime())
                : null;
    }

    private static string? FindIdentity(string uri, string artist, string title)
    {
        if (uri.StartsWith(UriStart, StringComparison.Ordinal)) return IsId(uri[UriStart.Length..]) ? uri[UriStart.Length..] : null;
        return artist.Length > 0 && title.Length > 0
            ? CatalogName.PairKey(CatalogName.Key(artist), CatalogName.Key(title)).ToString(CultureInfo.InvariantCulture)
            : null;
    }

    private static bool IsId(string identity) => identity.Length == IdLength && identity.All(char.IsAsciiLetterOrDigit);

    /// <summary>A half of a surrogate pair, which .NET's reader refuses, becomes U+FFFD as it does in a history.</summary>
    private static string Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? JsonText.Decode(JsonMarshal.GetRawUtf8Value(value)[1..^1])
            : "";
}
